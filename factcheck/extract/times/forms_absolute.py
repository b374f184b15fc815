"""Calendar dates: days, months, seasons, quarters, years, decades, centuries, with a year or without.

To add a form, add one entry: its pattern, its symbol, an example or two (the notation is that of ``grammar``).
The longest pattern that fits wins, wherever it stands, and the tests hold each form to its examples.
"""

from __future__ import annotations

from factcheck.extract.times import guards as guards
from factcheck.extract.times import years as years
from factcheck.extract.times.grammar import form

DAYS = (
    form("DATE", "{DATE}", "Updated 2025-05-05 = 2025-05-05", "due 31/12/2025 = 2025-12-31", "on 03/04/2021 = 2021-04-03|2021-03-04"),
    form("DAY of? MONTH ,? of? YEAR", "{YEAR}-{MONTH}-{DAY}", "on 2 September 1945 = 1945-09-02", "the 7th of October, 1952 = 1952-10-07"),
    form("MONTH the? DAY ,? YEAR", "{YEAR}-{MONTH}-{DAY}", "on Sept. 2, 1945 = 1945-09-02", "on May 3 2024 = 2024-05-03"),
    form("WDAY PART? ,? the? DAY of? MONTH ,? YEAR", "{YEAR}-{MONTH}-{DAY}", "on Monday, 14 April 2025 = 2025-04-14"),
    form("WDAY PART? ,? MONTH the? DAY ,? YEAR", "{YEAR}-{MONTH}-{DAY}", "Friday, March 1st, 2024 = 2024-03-01"),
    form("DAY - MONTH - YEAR", "{YEAR}-{MONTH}-{DAY}", "stamped 05-Jan-2024 = 2024-01-05"),
    form("the? DAY of? MONTH TURN year", "YEAR{TURN}-{MONTH}-{DAY}", "on 9 May last year = YEAR-1-05-09"),
    form("MONTH DAY ,? TURN year", "YEAR{TURN}-{MONTH}-{DAY}", "on May 9 this year = YEAR+0-05-09"),
    form("DAY of TURN month", "MONTH{TURN}-{DAY}", "on the 12th of last month = MONTH-1-12"),
    form("CHOICE LONGMONTH DAY", "XXXX-{LONGMONTH}-{DAY}:{CHOICE}", "died last July 21 = XXXX-07-21:last"),
    form("DAY of? MONTH", "XXXX-{MONTH}-{DAY}:{TENSE}", "will be held on 3 September = XXXX-09-03:future", "at 12 March Street = nothing", guard=guards.day_month),
    form("MONTH the? DAY", "XXXX-{MONTH}-{DAY}:{TENSE}", "was shot on Jan. 3 = XXXX-01-03:past", "the September 11 attacks = nothing", guard=guards.month_day),
    form("WDAY PART? ,? the? DAY of? MONTH", "XXXX-{MONTH}-{DAY}-WD{WDAY}:{TENSE}", "opened on Monday, 14 April = XXXX-04-14-WD1:past", guard=guards.day_month),
    form("WDAY PART? ,? MONTH the? DAY", "XXXX-{MONTH}-{DAY}-WD{WDAY}:{TENSE}", "was seen Sunday night, Jan. 5 = XXXX-01-05-WD7:past", guard=guards.month_day),
)  # fmt: skip

DAY_RANGES = (
    form("DAY -|—|/|to|and|until|or DAY of? MONTH ,? YEAR", "{YEAR}-{MONTH}-{DAY}/{YEAR}-{MONTH}-{DAY2}",
         "on 7-8 November 2023 = 2023-11-07/2023-11-08", guard=guards.ascending_days),
    form("MONTH DAY -|—|/|to|through|until|and|or DAY ,? YEAR", "{YEAR}-{MONTH}-{DAY}/{YEAR}-{MONTH}-{DAY2}",
         "on May 3 to 5, 2024 = 2024-05-03/2024-05-05", guard=guards.ascending_days),
    form("DAY -|—|/|to|and|until|or DAY of? MONTH", "XXXX-{MONTH}-{DAY}:{TENSE}/XXXX-{MONTH}-{DAY2}:{TENSE}",
         "will meet on 3 to 5 May = XXXX-05-03:future/XXXX-05-05:future", guard=guards.ascending_days),
    form("MONTH DAY -|—|/|to|through|until|and|or DAY", "XXXX-{MONTH}-{DAY}:{TENSE}/XXXX-{MONTH}-{DAY2}:{TENSE}",
         "met on May 3-5 = XXXX-05-03:past/XXXX-05-05:past", guard=guards.ascending_days),
)  # fmt: skip

MONTHS = (
    form("MONTH ,? of? YEAR", "{YEAR}-{MONTH}", "in March 2020 = 2020-03", "in Sept. 2013 = 2013-09"),
    form("MONTH - YEAR", "{YEAR}-{MONTH}", "since Jan-2024 = 2024-01/.."),
    form(
        "MONTH -|—|/|to|through MONTH YEAR",
        "{YEAR}-{MONTH}/{YEAR}-{MONTH2}",
        "in May-June 2020 = 2020-05/2020-06",
        guard=guards.ascending_months,
    ),
    form("THIRD -? MONTH YEAR", "{YEAR}-{MONTH}~{THIRD}", "in early March 2020 = 2020-03~early"),
    form("the? EDGE of MONTH YEAR", "{YEAR}-{MONTH}~{EDGE}", "at the end of May 2020 = 2020-05~end"),
    form("the? EDGE of MONTH", "XXXX-{MONTH}~{EDGE}:{TENSE}", "died at the end of May = XXXX-05~end:past"),
    form("THIRD -? MONTH", "XXXX-{MONTH}~{THIRD}:{TENSE}", "hit in late February = XXXX-02~late:past"),
    form(
        "MONTH",
        "XXXX-{MONTH}:{TENSE}",
        "In October, they met = XXXX-10:past",
        "Theresa May resigned = nothing",
        "Police march on = nothing",
        guard=guards.bare_month,
    ),
    form("MONTH of? TURN year", "YEAR{TURN}-{MONTH}", "in October last year = YEAR-1-10"),
    form("TURN year 's MONTH", "YEAR{TURN}-{MONTH}", "last year's March = YEAR-1-03"),
    form("CHOICE LONGMONTH", "XXXX-{LONGMONTH}:{CHOICE}", "since last October = XXXX-10:last/.."),
    form("this LONGMONTH", "YEAR+0-{LONGMONTH}", "this May = YEAR+0-05"),
    form(
        "the? FIRSTLAST NUMBER? UNIT of MONTH YEAR",
        "{YEAR}-{MONTH}~{FIRSTLAST}{NUMBER}{UNIT}",
        "the last week of May 2020 = 2020-05~last1W",
    ),
    form(
        "the? FIRSTLAST NUMBER? UNIT of MONTH",
        "XXXX-{MONTH}~{FIRSTLAST}{NUMBER}{UNIT}:{TENSE}",
        "met in the first two weeks of May = XXXX-05~first2W:past",
    ),
    form(
        "the? NTH UNIT of MONTH YEAR", "{YEAR}-{MONTH}~nth{NTH}{UNIT}", "in the third week of May 2020 = 2020-05~nth3W"
    ),
    form(
        "the? NTH UNIT of MONTH",
        "XXXX-{MONTH}~nth{NTH}{UNIT}:{TENSE}",
        "met in the third week of May = XXXX-05~nth3W:past",
    ),
    form(
        "THIRD -? to -? THIRD -? MONTH YEAR",
        "{YEAR}-{MONTH}~{THIRD}/{YEAR}-{MONTH}~{THIRD2}",
        "in mid-to-late May 2020 = 2020-05~mid/2020-05~late",
    ),
)

RECKONINGS = (
    form("the NUMBER? UNIT to|ended|ending MONTH YEAR", "{YEAR}-{MONTH}~to{NUMBER}{UNIT}", "in the 12 months to June 2024 = 2024-06~to12M", "in the year to June 2024 = 2024-06~to1Y"),
    form("the NUMBER? UNIT to|ended|ending MONTH", "XXXX-{MONTH}~to{NUMBER}{UNIT}:{TENSE}", "sales fell in the three months to May = XXXX-05~to3M:past"),
    form("the NUMBER? UNIT to|ended|ending DAY of? MONTH YEAR", "{YEAR}-{MONTH}-{DAY}~to{NUMBER}{UNIT}", "the year to 31 March 2024 = 2024-03-31~to1Y"),
    form("the NUMBER? UNIT to|ended|ending DAY of? MONTH", "XXXX-{MONTH}-{DAY}~to{NUMBER}{UNIT}:{TENSE}", "rain fell in the week ending 8 May = XXXX-05-08~to1W:past"),
    form("the NUMBER? UNIT to|ended|ending MONTH DAY ,? YEAR", "{YEAR}-{MONTH}-{DAY}~to{NUMBER}{UNIT}", "the year ended June 30, 2024 = 2024-06-30~to1Y"),
    form("the NUMBER? UNIT to|ended|ending MONTH DAY", "XXXX-{MONTH}-{DAY}~to{NUMBER}{UNIT}:{TENSE}", "sales fell in the three months ended June 30 = XXXX-06-30~to3M:past"),
)  # fmt: skip

SEASONS_AND_QUARTERS = (
    form("the? SEASON of? YEAR", "{YEAR}-{SEASON}", "in the summer of 1944 = 1944-SU", "Prague Spring 1968 = nothing", guard=guards.season_of_year),
    form("the? THIRD SEASON of? YEAR", "{YEAR}-{SEASON}~{THIRD}", "in late summer 1944 = 1944-SU~late"),
    form("the? winter of? YEAR -|/ TWODIGITS|YEAR", "{YEAR}-WI", "the winter of 1944-45 = 1944-WI"),
    form("the SEASON", "XXXX-{SEASON}:{TENSE}", "ended in the spring = XXXX-SP:past", "in the fall of Kabul = nothing", guard=guards.the_season),
    form("SEASON", "XXXX-{SEASON}:{TENSE}", "must leave by summer = ../XXXX-SU:future", guard=guards.bare_season),
    form("CHOICE SEASON", "XXXX-{SEASON}:{CHOICE}", "last summer = XXXX-SU:last"),
    form("this SEASON", "XXXX-{SEASON}:present", "this spring = XXXX-SP:present"),
    form("SEASON TURN year", "YEAR{TURN}-{SEASON}", "in spring last year = YEAR-1-SP"),
    form("the? NTH -? quarter of? YEAR", "{YEAR}-Q{NTH}", "in the first quarter of 2024 = 2024-Q1", guard=guards.up_to_fourth),
    form("Q of? YEAR", "{YEAR}-Q{Q}", "in Q1 2025 = 2025-Q1"),
    form("YEAR Q", "{YEAR}-Q{Q}", "2025 Q1 = 2025-Q1"),
    form("the? NTH quarter of TURN year", "YEAR{TURN}-Q{NTH}", "the third quarter of last year = YEAR-1-Q3", guard=guards.up_to_fourth),
    form("the? NTH quarter", "XXXX-Q{NTH}:{TENSE}", "sales fell in the third quarter = XXXX-Q3:past", "the third quarter of the match = nothing", guard=guards.quarter),
    form("the? last|final quarter of? YEAR", "{YEAR}-Q4", "in the final quarter of 2024 = 2024-Q4"),
    form("the? last|final quarter of TURN year", "YEAR{TURN}-Q4", "in the last quarter of last year = YEAR-1-Q4"),
    form("Q", "XXXX-Q{Q}:{TENSE}", "sales fell in Q3 = XXXX-Q3:past", "a Q3 car = nothing", guard=guards.in_quarter),
    form("the? NTH half of? YEAR", "{YEAR}-H{NTH}", "the second half of 2024 = 2024-H2", guard=guards.up_to_fourth),
    form("H of? YEAR", "{YEAR}-H{H}", "in H1 2024 = 2024-H1"),
    form("the? NTH half of TURN year", "YEAR{TURN}-H{NTH}", "the first half of last year = YEAR-1-H1", guard=guards.up_to_fourth),
    form("the? NTH half of the year", "YEAR+0-H{NTH}", "the first half of the year = YEAR+0-H1", guard=guards.up_to_fourth),
    form("the? NTH half of MONTH YEAR", "{YEAR}-{MONTH}~half{NTH}", "the first half of May 2024 = 2024-05~half1", guard=guards.up_to_fourth),
    form("the? NTH half of MONTH", "XXXX-{MONTH}~half{NTH}:{TENSE}", "came in the first half of May = XXXX-05~half1:past", guard=guards.up_to_fourth),
)  # fmt: skip

YEARS = (
    form("YEAR", "{YEAR}", "in 2022 = 2022", "its 2022 invasion = 2022", "in 2000 people = nothing", "Windows 2000 = nothing", guard=years.bare_year),
    form("FY", "{FY}", "in FY2024 = 2024"),
    form("YEAR -|— YEAR", "{YEAR}/{YEAR2}", "from 1931-1945 = 1931/1945", guard=years.year_range),
    form("YEAR to|until|till|through YEAR", "{YEAR}/{YEAR2}", "from 1999 until 2013 = 1999/2013", "rose from 1950 to 1980 = nothing", guard=years.year_range),
    form("YEAR and YEAR", "{YEAR}/{YEAR2}", "between 2010 and 2014 = 2010/2014", guard=years.between),
    form("YEAR -|/ TWODIGITS", "{YEAR}/{AGE}{TWODIGITS}", "grew in 2023-24 = 2023/2024", guard=years.short_range),
    form("YEAR / YEAR", "{YEAR}/{YEAR2}", "the 2023/2024 season = 2023/2024", guard=years.year_range),
    form("THIRD -? YEAR", "{YEAR}~{THIRD}", "in early 2021 = 2021~early"),
    form("THIRD -? to -? THIRD -? YEAR", "{YEAR}~{THIRD}/{YEAR}~{THIRD2}", "in mid-to-late 2021 = 2021~mid/2021~late"),
    form("the? NTH UNIT of YEAR", "{YEAR}~nth{NTH}{UNIT}", "the second month of 2024 = 2024~nth2M"),
    form("the? EDGE of YEAR", "{YEAR}~{EDGE}", "by the end of 2024 = ../2024~end"),
    form("the? FIRSTLAST NUMBER? UNIT of YEAR", "{YEAR}~{FIRSTLAST}{NUMBER}{UNIT}", "the first three months of 2024 = 2024~first3M"),
)  # fmt: skip

DECADES_AND_CENTURIES = (
    form("the? DECADE", "{DECADE}X", "in the 1930s = 193X"),
    form("the? THIRD -? DECADE", "{DECADE}X~{THIRD}", "in the late 1980s = 198X~late"),
    form("the? THIRD -? to -? THIRD -? DECADE", "{DECADE}X~{THIRD}/{DECADE}X~{THIRD2}", "the mid-to-late 1980s = 198X~mid/198X~late"),
    form("DECADE2", "{AGE}{DECADE2}X", "in the '80s = 198X", "in his 40s = nothing", guard=years.short_decade),
    form("THIRD -? DECADE2", "{AGE}{DECADE2}X~{THIRD}", "the late '80s = 198X~late", "in her late 40s = nothing", guard=years.short_decade),
    form("the TENS", "19{TENS}X", "in the sixties = 196X", "in his sixties = nothing"),
    form("the THIRD TENS", "19{TENS}X~{THIRD}", "in the late sixties = 196X~late"),
    form("the NTH century", "C{NTH}", "in the 19th century = C19", "the 21st century final = nothing", guard=years.century),
    form("the? THIRD -? NTH -? century", "C{NTH}~{THIRD}", "in the late 19th century = C19~late", guard=years.century),
    form("the? NTH half of the NTH century", "C{NTH2}~half{NTH}", "in the first half of the 20th century = C20~half1", guard=years.century),
    form("the? EDGE of the NTH century", "C{NTH}~{EDGE}", "at the end of the 19th century = C19~end", guard=years.century),
)  # fmt: skip

HOLIDAYS = tuple(
    each
    for name, day, told in (
        ("christmas eve", "12-24", "sank on Christmas Eve"),
        ("christmas day", "12-25", "sank on Christmas Day"),
        ("boxing day", "12-26", "sank on Boxing Day"),
        ("new year 's|’ eve", "12-31", "sank on New Year's Eve"),
        ("new year 's|’ day", "01-01", "sank on New Year's Day"),
        ("valentine 's|’ day", "02-14", "sank on Valentine's Day"),
    )
    for each in (
        form(f"{name} ,? YEAR", f"{{YEAR}}-{day}", f"{told} 2019 = 2019-{day}"),
        form(name, f"XXXX-{day}:{{TENSE}}", f"{told} = XXXX-{day}:past"),
    )
)

ABSOLUTE = (*DAYS, *DAY_RANGES, *MONTHS, *RECKONINGS, *HOLIDAYS, *SEASONS_AND_QUARTERS, *YEARS, *DECADES_AND_CENTURIES)
