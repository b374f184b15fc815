"""Calendar arithmetic on inclusive days: units, shifts, parts of an interval, which of several recurring days is meant."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from factcheck.model import Interval

Days = Interval[dt.date]

ONE_DAY = dt.timedelta(days=1)

_HALF = re.compile(r"half([12])")
_PART = re.compile(r"(first|last)(\d{1,3})([DWMY])")
_NTH = re.compile(r"nth(\d{1,2})([DWMY])")
_TO = re.compile(r"to(\d{1,3})([DWMY])")


def period(unit: str, day: dt.date) -> Days:
    """The calendar unit (DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY) that holds ``day``; weeks begin on Monday."""
    if unit == "DAY":
        return Interval(low=day, high=day)
    if unit == "WEEK":
        monday = day - dt.timedelta(days=day.weekday())
        return Interval(low=monday, high=monday + dt.timedelta(days=6))
    if unit == "MONTH":
        return months(day.year, day.month, 1)
    if unit == "QUARTER":
        return months(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "YEAR":
        return years(day.year, day.year)
    if unit == "DECADE":
        return years(day.year // 10 * 10, day.year // 10 * 10 + 9)
    return years((day.year - 1) // 100 * 100 + 1, (day.year - 1) // 100 * 100 + 100)


def shifted(day: dt.date, count: int, unit: str) -> dt.date:
    """``day`` moved by so many days (D), weeks (W), months (M) or years (Y); a month too short gives its last day."""
    if unit in "DW":
        return day + dt.timedelta(days=count * (7 if unit == "W" else 1))
    index = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months(year: int, month: int, count: int) -> Days:
    """``count`` whole months from the given one on."""
    index = year * 12 + month - 1 + count - 1
    last_year, last_month = index // 12, index % 12 + 1
    last = dt.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    return Interval(low=dt.date(year, month, 1), high=last)


def years(first: int, last: int) -> Days:
    """Whole years, both included."""
    return Interval(low=dt.date(first, 1, 1), high=dt.date(last, 12, 31))


def choose(found: list[Days], direction: str, reference: dt.date) -> Days | None:
    """The one of ``found`` (ascending, bounded) that the direction means."""
    begun = [days for days in found if days.low is not None and days.low <= reference]
    over = [days for days in found if days.high is not None and days.high < reference]
    ahead = found[len(over) :]
    later = found[len(begun) :]
    if direction == "last":
        return over[-1] if over else None
    if direction == "next":
        return later[0] if later else None
    if direction == "future":
        return ahead[0] if ahead else None
    if direction == "past" and begun and not _stale(begun[-1], later, reference):
        return begun[-1]
    return min(found, key=lambda days: _distance(days, reference), default=None)


def _stale(past: Days, later: list[Days], reference: dt.date) -> bool:
    """A single day eleven months gone, with the next one at hand: the verb's tense is not the day's ("agreed on talks on 9 May")."""
    return (
        past.low == past.high
        and bool(later)
        and _distance(past, reference) > 330
        and _distance(later[0], reference) < 35
    )


def _distance(days: Days, reference: dt.date) -> int:
    assert days.low is not None
    assert days.high is not None
    return max((days.low - reference).days, (reference - days.high).days, 0)


def part_of(days: Days, part: str, reference: dt.date) -> Days | None:
    """A part of ``days`` as a symbol names it after ``~``; None when ``days`` has an open end."""
    low, high = days.low, days.high
    if low is None or high is None:
        return None
    if part in ("past", "rest"):
        if not low <= reference <= high:
            return days
        return Interval(low=low, high=reference) if part == "past" else Interval(low=reference, high=high)
    length = (high - low).days + 1
    if match := _HALF.fullmatch(part):
        middle = low + dt.timedelta(days=length // 2)
        return Interval(low=low, high=middle - ONE_DAY) if match[1] == "1" else Interval(low=middle, high=high)
    if match := _NTH.fullmatch(part):
        first = shifted(low, int(match[1]) - 1, match[2])
        last = min(shifted(first, 1, match[2]) - ONE_DAY, high)
        return Interval(low=first, high=last) if first <= high else None
    if match := _TO.fullmatch(part):
        return Interval(low=shifted(high + ONE_DAY, -int(match[1]), match[2]), high=high)
    if match := _PART.fullmatch(part):
        count, unit = int(match[2]), match[3]
    elif part in ("start", "end"):
        count, unit = (2, "D") if length <= 7 else (7, "D") if length <= 31 else (1, "M") if length <= 366 else (1, "Y")
    elif length > 366:
        count, unit = (high.year - low.year + 1) // 3, "Y"
    elif length > 31:
        count, unit = ((high.year - low.year) * 12 + high.month - low.month + 1) // 3, "M"
    else:
        count, unit = length // 3, "D"
    head = shifted(low, count, unit) - ONE_DAY
    tail = shifted(high + ONE_DAY, -count, unit)
    if part in ("early", "start") or part.startswith("first"):
        return Interval(low=low, high=min(head, high))
    if part in ("late", "end") or part.startswith("last"):
        return Interval(low=max(tail, low), high=high)
    return Interval(low=head + ONE_DAY, high=tail - ONE_DAY)
