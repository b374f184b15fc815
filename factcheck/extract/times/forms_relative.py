"""Times counted from the day of publication, by weekday and tense, or from an event that the text names.

To add a form, add one entry: its pattern, its symbol, an example or two (the notation is that of ``grammar``).
"""

from __future__ import annotations

from factcheck.extract.times import guards as guards
from factcheck.extract.times.grammar import form

WEEKDAYS = (
    form("WEEKDAY PART?", "WEEKDAY-{WEEKDAY}:{TENSE}", "They will meet on Friday = WEEKDAY-5:future", "ended on Wednesday night = WEEKDAY-3:past",
         "a Black Friday sale = nothing", "after Friday prayers = nothing", "on a Sunday = nothing", guard=guards.weekday),
    form("last|previous WEEKDAY PART?", "WEEKDAY-{WEEKDAY}:last", "was arrested last Thursday = WEEKDAY-4:last", guard=guards.weekday),
    form("this|the past WEEKDAY PART?", "WEEKDAY-{WEEKDAY}:last", "this past Saturday = WEEKDAY-6:last"),
    form("next WEEKDAY PART?", "WEEKDAY-{WEEKDAY}:next", "due in court next Monday = WEEKDAY-1:next"),
    form("this|the coming WEEKDAY PART?", "WEEKDAY-{WEEKDAY}:future", "this coming Sunday = WEEKDAY-7:future"),
    form("this WEEKDAY PART?", "WEEKDAY-{WEEKDAY}:{TENSE}", "will vote this Sunday = WEEKDAY-7:future"),
    form("WEEKDAY PART? of? TURN week", "WEEK{TURN}-WD{WEEKDAY}", "on Tuesday last week = WEEK-1-WD2", "Friday of next week = WEEK+1-WD5"),
    form("TURN week on? WEEKDAY", "WEEK{TURN}-WD{WEEKDAY}", "next week on Tuesday = WEEK+1-WD2"),
    form("TURN week 's WEEKDAY", "WEEK{TURN}-WD{WEEKDAY}", "last week's Monday = WEEK-1-WD1"),
    form("WEEKDAY last", "WEEKDAY-{WEEKDAY}:last", "met on Tuesday last = WEEKDAY-2:last"),
    form("the previous|following|next|same WEEKDAY PART?", "EVENT", "He left the following Tuesday = EVENT"),
    form("the WEEKDAY before|after|following", "EVENT", "on the Tuesday before the vote = EVENT"),
    form("WEEKDAY week", "WEEKDAY-{WEEKDAY}:next", "will meet on Friday week = WEEKDAY-5:next"),
    form("a week on WEEKDAY", "WEEKDAY-{WEEKDAY}:next", "will meet a week on Friday = WEEKDAY-5:next"),
    form("that WEEKDAY PART?", "EVENT", "died that Friday = EVENT"),
    form("the? weekend", "WEEKEND:{TENSE}", "killed over the weekend = WEEKEND:past", "the weekend edition = nothing", guard=guards.weekend),
    form("this|the past weekend", "WEEKEND:last", "this past weekend = WEEKEND:last"),
    form("this|the coming weekend", "WEEKEND:future", "this coming weekend = WEEKEND:future"),
    form("this weekend", "WEEKEND:{TENSE}", "will play this weekend = WEEKEND:future"),
    form("CHOICE weekend", "WEEKEND:{CHOICE}", "last weekend = WEEKEND:last"),
)  # fmt: skip

DAYS = (
    form("DEICTIC PART?", "DAY{DEICTIC}", "He arrived yesterday = DAY-1", "leaves tomorrow morning = DAY+1", "the USA Today poll = nothing", guard=guards.deictic),
    form("this PART", "DAY+0", "this morning = DAY+0"),
    form("last night", "DAY-1", "was shot last night = DAY-1"),
    form("earlier|later today|tonight", "DAY+0", "later today = DAY+0"),
    form("the day after tomorrow", "DAY+2", "the day after tomorrow = DAY+2"),
    form("the day before yesterday", "DAY-2", "the day before yesterday = DAY-2"),
)  # fmt: skip

OFFSETS = (
    form("NUMBER UNIT ago", "P-{NUMBER}{UNIT}", "two weeks ago = P-2W", "a year ago = P-1Y"),
    form("a? couple of? UNIT ago", "P-2{UNIT}", "a couple of years ago = P-2Y"),
    form("NUMBER fortnight ago", "P-14D", "a fortnight ago = P-14D"),
    form("a|one decade ago", "P-10Y", "a decade ago = P-10Y"),
    form("NUMBER decades ago", "P-{NUMBER}0Y", "three decades ago = P-30Y"),
    form("NUMBER centuries ago", "P-{NUMBER}00Y", "two centuries ago = P-200Y"),
    form("half a century ago", "P-50Y", "half a century ago = P-50Y"),
    form("half a decade ago", "P-5Y", "half a decade ago = P-5Y"),
    form("a|one century ago", "P-100Y", "a century ago = P-100Y"),
    form("a quarter of a century ago", "P-25Y", "a quarter of a century ago = P-25Y"),
    form("a quarter - century ago", "P-25Y", "a quarter-century ago = P-25Y"),
    form("a year and a half ago", "P-18M", "a year and a half ago = P-18M"),
    form("NUMBER UNIT ago this month", "P-{NUMBER}{UNIT}@MONTH", "A year ago this month = P-1Y@MONTH"),
    form("NUMBER UNIT ago this week", "P-{NUMBER}{UNIT}@WEEK", "two years ago this week = P-2Y@WEEK"),
    form("NUMBER UNIT ago today", "P-{NUMBER}{UNIT}@DAY", "ten years ago today = P-10Y@DAY"),
    form("in NUMBER UNIT", "P+{NUMBER}{UNIT}", "will resume in 10 days = P+10D", "killed 20 in 10 days = nothing", "will be its first in 10 years = nothing", guard=guards.ahead),
    form("in NUMBER UNIT 's|'|’ time", "P+{NUMBER}{UNIT}", "in two weeks' time = P+2W"),
    form("in a fortnight", "P+2W", "will resume in a fortnight = P+2W", "killed 20 in a fortnight = nothing", guard=guards.ahead),
    form("in a fortnight 's|'|’ time", "P+2W", "in a fortnight's time = P+2W"),
    form("NUMBER UNIT from now|today", "P+{NUMBER}{UNIT}", "three days from now = P+3D"),
    form("NUMBER UNIT hence", "P+{NUMBER}{UNIT}", "two weeks hence = P+2W"),
)  # fmt: skip

PERIODS = (
    form("TURN PERIOD", "{PERIOD}{TURN}", "next week = WEEK+1", "Last month = MONTH-1", "this year = YEAR+0", "the last month of pregnancy = nothing", guard=guards.turn),
    form("the current PERIOD", "{PERIOD}+0", "the current year = YEAR+0", guard=guards.no_noun_after),
    form("THIRD -? TURN PERIOD", "{PERIOD}{TURN}~{THIRD}", "late last year = YEAR-1~late"),
    form("SIDE this PERIOD", "{PERIOD}+0~{SIDE}", "earlier this month = MONTH+0~past", "later this week = WEEK+0~rest"),
    form("SIDE in the PERIOD", "{PERIOD}+0~{SIDE}", "later in the year = YEAR+0~rest"),
    form("the rest of the PERIOD", "{PERIOD}+0~rest", "the rest of the year = YEAR+0~rest"),
    form("the rest of this PERIOD", "{PERIOD}+0~rest", "the rest of this month = MONTH+0~rest"),
    form("the rest of YEAR", "{YEAR}~rest", "the rest of 2024 = 2024~rest"),
    form("so far this PERIOD", "{PERIOD}+0~past", "so far this year = YEAR+0~past"),
    form("SIDE TURN PERIOD", "{PERIOD}{TURN}", "earlier last week = WEEK-1"),
    form("the? EDGE of the PERIOD", "{PERIOD}+0~{EDGE}", "at the end of the month = MONTH+0~end"),
    form("the? EDGE of TURN PERIOD", "{PERIOD}{TURN}~{EDGE}", "at the end of last year = YEAR-1~end"),
    form("PERIOD 's end", "{PERIOD}+0~end", "by year's end = ../YEAR+0~end"),
    form("the FIRSTLAST NUMBER? UNIT of TURN year", "YEAR{TURN}~{FIRSTLAST}{NUMBER}{UNIT}", "the first three months of this year = YEAR+0~first3M"),
    form("the FIRSTLAST NUMBER? UNIT of the year", "YEAR+0~{FIRSTLAST}{NUMBER}{UNIT}", "the first six months of the year = YEAR+0~first6M"),
    form("the FIRSTLAST NUMBER? UNIT of TURN month", "MONTH{TURN}~{FIRSTLAST}{NUMBER}{UNIT}", "the first week of next month = MONTH+1~first1W"),
)  # fmt: skip

STRETCHES = (
    form("the|this past SPAN", "LAST-1{SPAN}", "in the past week = LAST-1W"),
    form("the last SPAN", "LAST-1{SPAN}", "over the last month = LAST-1M", "the last week of term = nothing", guard=guards.no_noun_after),
    form("the past|last decade", "LAST-10Y", "over the past decade = LAST-10Y", guard=guards.no_noun_after),
    form("the past|last century", "LAST-100Y", "over the past century = LAST-100Y", guard=guards.no_noun_after),
    form("the|these past|last NUMBER UNIT", "LAST-{NUMBER}{UNIT}", "the past three years = LAST-3Y", guard=guards.no_noun_after),
    form("the past|last NUMBER hours", "LAST-{NUMBER}H", "in the past 24 hours = LAST-24H", guard=guards.no_noun_after),
    form("the past|last NUMBER decades", "LAST-{NUMBER}0Y", "over the past two decades = LAST-20Y", guard=guards.no_noun_after),
    form("past|last NUMBER UNIT", "LAST-{NUMBER}{UNIT}", "over past three years = LAST-3Y", "his last two days = nothing", guard=guards.stretch),
    form("next NUMBER UNIT", "NEXT-{NUMBER}{UNIT}", "over next two weeks = NEXT-2W", guard=guards.stretch),
    form("the past|last fortnight", "LAST-2W", "over the past fortnight = LAST-2W", guard=guards.no_noun_after),
    form("the next|coming fortnight", "NEXT-2W", "over the next fortnight = NEXT-2W", guard=guards.no_noun_after),
    form("past SPAN", "LAST-1{SPAN}", "in past week = LAST-1W", guard=guards.stretch),
    form("the next SPAN", "NEXT-1{SPAN}", "over the next week = NEXT-1W", guard=guards.stretch),
    form("the coming SPAN", "NEXT-1{SPAN}", "in the coming year = NEXT-1Y"),
    form("the next|coming decade", "NEXT-10Y", "over the next decade = NEXT-10Y", guard=guards.stretch),
    form("the next|coming NUMBER UNIT", "NEXT-{NUMBER}{UNIT}", "in the next three days = NEXT-3D", guard=guards.no_noun_after),
    form("the next|coming NUMBER hours", "NEXT-{NUMBER}H", "in the next 48 hours = NEXT-48H"),
)  # fmt: skip

EVENTS = (
    form("NUMBER UNIT later|after|afterwards|on", "EVENT+{NUMBER}{UNIT}", "five days after the vote = EVENT+5D", guard=guards.not_on_a_date),
    form("NUMBER UNIT earlier|before", "EVENT-{NUMBER}{UNIT}", "two days earlier = EVENT-2D"),
    form("the next|following UNIT", "EVENT+1{UNIT}", "The next month, they left = EVENT+1M"),
    form("the next|following PART", "EVENT+1D", "The next morning, they left = EVENT+1D"),
    form("the previous UNIT", "EVENT-1{UNIT}", "the previous year = EVENT-1Y"),
    form("the UNIT before", "EVENT-1{UNIT}", "the day before = EVENT-1D"),
    form("the UNIT after", "EVENT+1{UNIT}", "the year after = EVENT+1Y"),
    form("that UNIT", "EVENT+0{UNIT}", "died that night = EVENT+0D", guard=guards.singular_unit),
    form("the same UNIT", "EVENT+0{UNIT}", "the same day = EVENT+0D", guard=guards.singular_unit),
    form("since then", "EVENT/..", "Since then, it fell = EVENT/.."),
    form("until|by then", "../EVENT", "Until then, it rose = ../EVENT"),
)  # fmt: skip

RELATIVE = (*WEEKDAYS, *DAYS, *OFFSETS, *PERIODS, *STRETCHES, *EVENTS)
