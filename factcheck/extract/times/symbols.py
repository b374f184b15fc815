"""What a time expression says (its symbol), and the days it means once a reference date is known.

A symbol is a compact string in the manner of TIMEX3 values and EDTF. ``n`` is a whole number::

    2022-02-24  2022-02  2022  2024-Q1  2024-H2  1944-SU     a day, month, year, quarter, half, season (SP SU AU WI)
    198X  C19                                                a decade, a century (1801 to 1900)
    XXXX-05-09:past  XXXX-10:future  XXXX-SP:present         the year is left open: the direction chooses it
    XXXX-05-09-WD5:past                                      ... among the years in which that day is a Friday
    WEEKDAY-5:past  WEEKEND:future                           Friday (1 is Monday), the weekend, in that direction
    DAY-1  WEEK+1  MONTH+0  QUARTER-1  YEAR-1  DECADE+0      calendar units counted from the one that holds the reference
    YEAR-1-10  YEAR+0-05-09  YEAR-1-Q4  WEEK+1-WD2           a part of such a unit: October last year, Tuesday next week
    P-2D  P+2W  P-3M  P-20Y                                  so far from the reference: a day (D, W), a month, a year
    P-1Y@MONTH                                               ... the month that holds that day ("a year ago this month")
    LAST-7D  NEXT-3Y                                         a stretch that ends at, or begins after, the reference day
    EVENT  EVENT+5D  EVENT-1M                                counted from an event that the text names: never resolved

Directions: past = the latest begun by the reference day; future = the earliest not over by it; present = the nearest;
last = the latest that is over; next = the earliest not begun (a weekday: that of next week).
A part may follow: ``~early ~mid ~late`` (thirds), ``~start ~end`` (a month's first and last seven days), ``~past ~rest``
(up to, and from, the reference day), ``~first3M ~last2W``, ``~nth3W`` (the third week), ``~to12M`` (the twelve months up to its end). Around all this: ``A/B`` from A to B, ``A/..`` from A on,
``../B`` up to B, ``<A`` before A, ``>A`` after A, ``A|B`` either of the two (numeric dates of unknown order).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from factcheck.extract.times.calendar import ONE_DAY, Days, choose, months, part_of, period, shifted, years
from factcheck.model import Interval, TimeExpression
from factcheck.terms import TimeBasis

# Beyond these widths the resolutions at a window's two ends no longer say anything about the days between them.
WIDEST_WINDOW = 400
WIDEST_DAY_WINDOW = 10

_SEASON_MONTH = {"SP": 3, "SU": 6, "AU": 9, "WI": 12}
_TAIL = r"-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?:-WD(?P<weekday>\d))?|-Q(?P<quarter>\d)|-H(?P<half>\d)|-(?P<season>[SAW][PUI])"
_YEAR = re.compile(rf"(?P<year>\d{{4}}|XXXX|YEAR[+-]\d{{1,4}})(?:{_TAIL})?")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"C(\d{1,2})")
_WEEKLY = re.compile(r"WEEKDAY-(\d)|WEEKEND")
_UNIT = re.compile(r"(DAY|WEEK|MONTH|QUARTER|DECADE|CENTURY)([+-]\d{1,4})(?:-WD(\d)|-(\d\d))?")
_OFFSET = re.compile(r"P([+-])(\d{1,4})([DWMY])(?:@(DAY|WEEK|MONTH|YEAR))?")
_STRETCH = re.compile(r"(LAST|NEXT)-(\d{1,4})([HDWMY])")
_FINEST = {"D": "DAY", "W": "DAY", "M": "MONTH", "Y": "YEAR"}
_NEEDS_REFERENCE = re.compile(r"XXXX|[A-Z]{3}|P[+-]")
_DAY_WISE = re.compile(r"WEEK|DAY|P[+-]\d+[DW](?!@[MY])|(?:LAST|NEXT)-\d+[HDW]|~past|~rest")


def is_absolute(symbol: str) -> bool:
    """Whether the symbol means the same days whatever the reference date."""
    return _NEEDS_REFERENCE.search(symbol) is None


def resolve(symbol: str, reference: dt.date | None) -> Days | None:
    """The inclusive days that ``symbol`` means seen from ``reference``.

    None when it cannot be said: an event-relative symbol, no such day (30 February), a symbol that needs a reference
    and has none, or a string that is no symbol.
    """
    if reference is None:
        if not is_absolute(symbol):
            return None
        reference = dt.date(2000, 1, 1)
    try:
        return _resolve(symbol, reference)
    except (ValueError, OverflowError):
        return None


def resolve_within(expression: TimeExpression, window: Days) -> TimeExpression:
    """The expression seen from a publication date known only to lie in ``window``.

    Its interval becomes the hull of the resolutions at the window's two ends. It stays as it is when it is resolved
    already, when the window is unbounded or too wide to tell (400 days; 10 for weekdays and relative days), or when
    the symbol does not resolve.
    """
    if expression.basis is not TimeBasis.SYMBOLIC or window.low is None or window.high is None:
        return expression
    widest = WIDEST_DAY_WINDOW if _DAY_WISE.search(expression.symbol) else WIDEST_WINDOW
    if (window.high - window.low).days > widest:
        return expression
    first, last = resolve(expression.symbol, window.low), resolve(expression.symbol, window.high)
    if first is None or last is None:
        return expression
    return replace(expression, interval=first.hull(last), basis=TimeBasis.RELATIVE)


def grain_of(symbol: str) -> str:
    """The unit that a symbol names: day, weekend, week, month, season, quarter, year, decade or century."""
    point = symbol.strip("<>./").split("/")[0].split("|")[0].partition(":")[0].partition("~")[0]
    for pattern, grain in _GRAINS:
        if pattern.fullmatch(point):
            return grain
    return "day"


_GRAINS = tuple(
    (re.compile(pattern), grain)
    for pattern, grain in (
        (r"WEEKEND", "weekend"),
        (r"WEEK[+-]\d+|.*@WEEK|(LAST|NEXT)-\d+W", "week"),
        (r".*-(SP|SU|AU|WI)", "season"),
        (r".*-[QH]\d|QUARTER.*", "quarter"),
        (r"MONTH[+-]\d+|(\d{4}|XXXX|YEAR[+-]\d+)-\d\d|.*@MONTH|P[+-]\d+M|(LAST|NEXT|EVENT)[+-]\d+M", "month"),
        (r"\d{4}|YEAR[+-]\d+|P[+-]\d+Y|(LAST|NEXT|EVENT)[+-]\d+Y", "year"),
        (r"\d{3}X|DECADE.*", "decade"),
        (r"C\d+|CENTURY.*", "century"),
    )
)


def _resolve(symbol: str, reference: dt.date) -> Days | None:
    if symbol.startswith(("<", ">")):
        days = _resolve(symbol[1:], reference)
        if days is None or days.low is None or days.high is None:
            return None
        if symbol[0] == "<":
            return Interval(low=None, high=days.low - ONE_DAY)
        return Interval(low=days.high + ONE_DAY, high=None)
    first, either, second = symbol.partition("|")
    if either:
        one, other = _resolve(first, reference), _resolve(second, reference)
        return one.hull(other) if one and other else one or other
    first, ranged, second = symbol.partition("/")
    return _range(first, second, reference) if ranged else _point(symbol, reference)


def _range(first: str, second: str, reference: dt.date) -> Days | None:
    start: Days | None = Interval(low=None, high=None) if first == ".." else _point(first, reference)
    if start is None:
        return None
    if second == "..":
        return Interval(low=start.low, high=None)
    body, directed, _ = second.partition(":")
    if directed and start.low is not None:  # "from Friday until Sunday": the Sunday after that Friday
        end = _point(f"{body}:future", start.low)
    else:
        end = _point(second, reference)
    if end is None or (start.low is not None and end.high is not None and end.high < start.low):
        return None
    return Interval(low=start.low, high=end.high)


def _point(symbol: str, reference: dt.date) -> Days | None:
    body, _, direction = symbol.partition(":")
    body, _, part = body.partition("~")
    days = _whole(body, direction, reference)
    return part_of(days, part, reference) if days and part else days


def _whole(body: str, direction: str, reference: dt.date) -> Days | None:
    if match := _YEAR.fullmatch(body):
        return _in_year(match, direction, reference)
    if match := _DECADE.fullmatch(body):
        return years(int(match[1]) * 10, int(match[1]) * 10 + 9)
    if match := _CENTURY.fullmatch(body):
        return years(int(match[1]) * 100 - 99, int(match[1]) * 100)
    if match := _WEEKLY.fullmatch(body):
        return _weekly(match[1], direction, reference)
    if match := _UNIT.fullmatch(body):
        return _unit(match, reference)
    if match := _OFFSET.fullmatch(body):
        count = int(match[2]) * (1 if match[1] == "+" else -1)
        return period(match[4] or _FINEST[match[3]], shifted(reference, count, match[3]))
    if match := _STRETCH.fullmatch(body):
        return _stretch(match[1] == "LAST", int(match[2]), match[3], reference)
    return None


def _in_year(match: re.Match[str], direction: str, reference: dt.date) -> Days | None:
    year = match["year"]
    if year == "XXXX":
        # 29 February and a fixed weekday recur within 12 years (a turn of the century apart)
        rare = match["weekday"] or (match["month"], match["day"]) == ("02", "29")
        reach = 12 if rare else 2
        years = range(max(1, reference.year - reach), min(9998, reference.year + reach) + 1)
        found = [days for days in (_tail(match, y) for y in years) if days is not None]
        return choose(found, direction, reference)
    if year.startswith("YEAR"):
        return _tail(match, reference.year + int(year[4:]))
    return _tail(match, int(year))


def _tail(match: re.Match[str], year: int) -> Days | None:
    """The part of ``year`` that the rest of a symbol names, or None when that year has no such day."""
    if match["month"]:
        if not match["day"]:
            return months(year, int(match["month"]), 1)
        try:
            day = dt.date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            return None
        return Interval(low=day, high=day) if match["weekday"] in (None, str(day.isoweekday())) else None
    if match["quarter"]:
        return months(year, int(match["quarter"]) * 3 - 2, 3)
    if match["half"]:
        return months(year, int(match["half"]) * 6 - 5, 6)
    if match["season"]:
        return months(year, _SEASON_MONTH[match["season"]], 3)
    return years(year, year)


def _weekly(weekday: str | None, direction: str, reference: dt.date) -> Days | None:
    monday = reference - dt.timedelta(days=reference.weekday())
    offset, length = (int(weekday) - 1, 0) if weekday else (5, 1)
    first = monday + dt.timedelta(days=offset)
    if direction == "next":  # "next Friday" on a Monday: a plain "Friday" would have done for this week's
        first += dt.timedelta(weeks=1)
        return Interval(low=first, high=first + dt.timedelta(days=length))
    starts = [first + dt.timedelta(weeks=week) for week in (-2, -1, 0, 1, 2)]
    if direction == "present":
        direction = "past"  # news tells in the present what has just happened
    return choose([Interval(low=d, high=d + dt.timedelta(days=length)) for d in starts], direction, reference)


def _unit(match: re.Match[str], reference: dt.date) -> Days | None:
    unit, count = match[1], int(match[2])
    per = {"DAY": ("D", 1), "WEEK": ("W", 1), "MONTH": ("M", 1), "QUARTER": ("M", 3), "DECADE": ("Y", 10)}
    letter, size = per.get(unit, ("Y", 100))
    days = period(unit, shifted(period(unit, reference).low or reference, count * size, letter))
    assert days.low is not None
    if match[3] and unit == "WEEK":
        day = days.low + dt.timedelta(days=int(match[3]) - 1)
        return Interval(low=day, high=day)
    if match[4] and unit == "MONTH":
        day = days.low.replace(day=int(match[4]))
        return Interval(low=day, high=day)
    return days


def _stretch(backwards: bool, count: int, unit: str, reference: dt.date) -> Days:
    if unit == "H":  # the past 24 hours began yesterday
        count, unit = -(-count // 24) + (1 if backwards else 0), "D"
    if backwards:
        return Interval(low=shifted(reference, -count, unit) + ONE_DAY, high=reference)
    return Interval(low=reference + ONE_DAY, high=shifted(reference, count, unit))
