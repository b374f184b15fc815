"""Read a publication date as people and programs write it into metadata."""

import datetime as dt
import re

from factcheck.model import Anchor, Interval
from factcheck.terms import Basis

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_CLOCK = r"(?:[t,]? ?(?:at )?\d{1,2}[:.]\d{2}(?!\d).{0,40}|,? \d{1,2} ?[ap]\.?m\b.{0,40})?"

_FORMS = tuple(
    re.compile(form + _CLOCK, re.IGNORECASE)
    for form in (
        _YEAR + r"(?:(?P<mark>[-/.])(?P<monthnumber>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)?",
        _YEAR + r"(?P<monthnumber>\d{2})(?P<day>\d{2})",
        _WEEKDAY + _DAY + r"(?: of)? " + _MONTH + r",? " + _YEAR,
        _WEEKDAY + _MONTH + r" " + _DAY + r",? " + _YEAR,
        _DAY + r"-" + _MONTH + r"-" + _YEAR,
        _YEAR + r" " + _MONTH + r" " + _DAY,
        _MONTH + r",? " + _YEAR,
    )
)


def publication_date(words: str) -> Interval[dt.date] | None:
    """The days that a written date covers: one day, a month or a year. None when it is no date.

    A day and a month in figures with the year last ("05/06/2025") mean two different days to two readers: None.
    """
    words = " ".join(words[:80].split())
    for form in _FORMS:
        if match := form.fullmatch(words):
            return _days(match)
    return None


def metadata(words: str, origin: str) -> Anchor | None:
    """The anchor that a date in an article's metadata gives, or None; ``origin`` says where it stood."""
    interval = publication_date(words)
    if interval is None:
        return None
    return Anchor(interval=interval, basis=Basis.METADATA, evidence=(f"{origin}: {words}",))


def _days(match: re.Match[str]) -> Interval[dt.date] | None:
    parts = match.groupdict()
    year, day = int(parts["year"]), parts.get("day")
    month = int(parts.get("monthnumber") or 0)
    if name := parts.get("month"):
        month = _MONTHS.index(name[:3].lower()) + 1
    try:
        if day:
            the_day = dt.date(year, month, int(day))
            return Interval(low=the_day, high=the_day)
        if month:
            first = dt.date(year, month, 1)
            following = dt.date(year + month // 12, month % 12 + 1, 1)
            return Interval(low=first, high=following - dt.timedelta(days=1))
        return Interval(low=dt.date(year, 1, 1), high=dt.date(year, 12, 31))
    except ValueError:
        return None
