"""Articles that look back: "a year on", "it will be a year on Sunday", "on the first anniversary of the fire".

A look back says how long ago an event was; with the event's day it dates the article. That day stands in the article
itself, or is known from dated articles about the same event (``corpus``).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from factcheck.extract.times import find_times
from factcheck.extract.times.tense import tense_at
from factcheck.model import Interval, TimeExpression
from factcheck.terms import Tense, TimeBasis

Days = Interval[dt.date]

_MOST = 12
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50,
}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
            "ninth": 9, "tenth": 10}  # fmt: skip
NUMBER = rf"(?P<n>{'|'.join(SMALL)}|\d{{1,2}})"
_SPAN = rf"(?:exactly |just |almost |nearly |about )?{NUMBER} (?P<unit>year|month)s?(?P<half> and a half)?"
# What follows, up to the end of the clause: "since the mountain fell", "after the quake".
_AFTER = r"(?P<after>[^.;:!?\n]{0,80})"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """The event lies ``months`` back, counted from a day near which the article was written.

    ``near`` are the days before and after the event's anniversary between which it was published; ``weekday`` is that of
    the anniversary; ``whole`` says that the months are known, False that any number of years may have passed.
    """

    months: int
    near: tuple[int, int]
    words: str
    at: int
    after: str = ""
    weekday: int | None = None
    whole: bool = True
    loose: bool = False
    base: Days | None = None

    @property
    def counted_down(self) -> bool:
        """Whether it counts the days to or from the very anniversary: "it will be a year on Sunday"."""
        return self.near[1] - self.near[0] <= 20


# A loose "a year on" is written from some weeks before the day to half a year after it; "ten years on" is looser still.
_LOOSE = (-60, 200)
# "to be announced on Sunday" is written within the week, "next Sunday" within a fortnight.
_COMING, _NEXT = (-7, 0), (-14, 0)

_FORMS: tuple[tuple[re.Pattern[str], tuple[int, int]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), near)
    for form, near in (
        (rf"\bbe {_SPAN} next (?P<day>{WEEKDAY}){_AFTER}", _NEXT),
        (rf"\bbe {_SPAN} (?:on|this|come) (?P<day>{WEEKDAY}){_AFTER}", _COMING),
        (rf"\bbe {_SPAN} (?:tomorrow|tonight){_AFTER}", (-2, 1)),
        (rf"\bnext (?P<day>{WEEKDAY}) (?:it )?(?:will be|is) {_SPAN}{_AFTER}", _NEXT),
        (rf"\b(?:on|this) (?P<day>{WEEKDAY}),? (?:it )?(?:will be|is|marks) {_SPAN}{_AFTER}", _COMING),
        (rf"\b{_SPAN} ago (?:today|tonight|to the day){_AFTER}", (-1, 1)),
        (rf"\b{_SPAN} ago (?:yesterday|tomorrow){_AFTER}", (-2, 2)),
        (rf"\b{_SPAN} to the day (?:after|since|from){_AFTER}", (-1, 8)),
        (rf"\b{_SPAN} ago (?:this week|last week|next week|(?:on|this|last) {WEEKDAY}){_AFTER}", (-10, 10)),
        (rf"\b{_SPAN} ago this month{_AFTER}", (-31, 31)),
        (r"\bthis time last (?P<unit>year)" + _AFTER, (-45, 45)),
        (rf"\b{_SPAN} (?:has|have) (?:now )?(?:passed|gone by|gone) since{_AFTER}", _LOOSE),
        (rf"\b(?:is|has been|been|passed) (?:now )?{_SPAN} since{_AFTER}", _LOOSE),
        (rf"\b{_SPAN} (?:on|later|after|since)\b{_AFTER}", _LOOSE),
    )
)
_ANNIVERSARY = re.compile(
    rf"(?P<before>[^.;!?\n]{{0,60}})\b(?:the|its|their|this) (?:(?P<ordinal>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))[ -])?"
    rf"(?:year )?anniversary\b{_AFTER}",
    re.IGNORECASE,
)
_COMES = re.compile(rf"\b(?:(?:this|next|on) (?P<day>{WEEKDAY})|tomorrow)\b", re.IGNORECASE)
_FOR_A_YEAR = re.compile(
    r"\b(?:for|after|in) (?:a|one) year\b|\b(?:a|one) year (?:on|ago|later|after)\b", re.IGNORECASE
)
_LAST_YEARS = re.compile(r"\blast year[’']s [^.;\n]{3,60}?(?P<date>\b(?:on|of|in) [^.;\n]{4,30})", re.IGNORECASE)


def look_backs(text: str) -> tuple[LookBack, ...]:
    """All of them, in text order, the more exact form where two read the same words."""
    found: dict[int, LookBack] = {}
    for form, near in _FORMS:
        for match in islice(form.finditer(text), _MOST):
            parts = match.groupdict()
            months = _months(parts)
            start = match.start()
            if months < 6 or any(abs(start - at) < 25 for at in found):
                continue  # weeks and a few months are told in follow-ups, which corpus reads
            loose = near == _LOOSE
            if loose and months > 18:
                near = (-190, 200)  # "ten years on" is a round figure
            found[start] = _look_back(text, match, months, near, parts.get("day"), loose=loose)
    for match in islice(_ANNIVERSARY.finditer(text), _MOST):
        months, whole = _anniversary_months(text, match["ordinal"])
        coming = _COMES.search(match["before"]) or _COMES.search(match["after"])
        near = (-14 if coming and "next" in coming[0].lower() else -8, 1) if coming else (-60, 60)
        start = match.start("before") + len(match["before"])
        if tense_at(text, start) is Tense.PAST and re.search(r"\bhad\b", match.group()):
            continue  # "had marked its anniversary": told in retrospect
        found.setdefault(start, _look_back(text, match, months, near, coming and coming["day"], whole=whole))
    return tuple(found[at] for at in sorted(found))


_LEAD = 400  # characters in which an article comes to what it is about
_LONG_PAST = 11  # months


def looks_back(text: str) -> bool:
    """Whether an article is about something long past: it says so in its first lines.

    Of 225 dated articles in 53 development stories, which its forms were written with, it says so of 23, 22 of them published ten
    months or more after their story began; of the 17 others so late most report an edition, a visit or a trial of their own days.
    """
    return any(found.months >= _LONG_PAST for found in look_backs(text[:_LEAD]))


def days_after(look_back: LookBack, event: Days) -> Days | None:
    """When an article with that look back was published, if the event took place in ``event``."""
    if event.low is None or event.high is None:
        return None
    low, high = _later(event.low, look_back.months), _later(event.high, look_back.months)
    if look_back.weekday is not None and (high - low).days <= 10:
        fitting = [
            d
            for d in _span(low - dt.timedelta(days=1), high + dt.timedelta(days=1))
            if d.weekday() == look_back.weekday
        ]
        if fitting:
            low, high = fitting[0], fitting[-1]
    first = low + dt.timedelta(days=look_back.near[0])
    last = high + dt.timedelta(days=look_back.near[1])
    return Interval(low=first, high=last if look_back.whole else None)


def last_years(text: str) -> Iterator[tuple[int, str]]:
    """ "Last year's final, on 23 November 2025": the year of the article, and the words."""
    for match in islice(_LAST_YEARS.finditer(text), _MOST):
        years = [
            t.start.year for t in find_times(match["date"], None) if t.start and t.end and t.start.year == t.end.year
        ]
        if len(set(years)) == 1:
            yield years[0] + 1, " ".join(match.group().split())


def _look_back(
    text: str,
    match: re.Match[str],
    months: int,
    near: tuple[int, int],
    day: str | None,
    *,
    whole: bool = True,
    loose: bool = False,
) -> LookBack:
    weekday = WEEKDAYS[day.lower()] if day else None
    return LookBack(
        months=months,
        near=near,
        words=" ".join(match.group().split())[:90].rstrip(" ,"),
        at=match.start(),
        after=match["after"],
        weekday=weekday,
        whole=whole,
        loose=loose,
        base=_base(text, match, months, weekday),
    )


def _base(text: str, match: re.Match[str], months: int, weekday: int | None) -> Days | None:
    """The event's own day, named with its year in the same sentence, or as past in the next one if the weekday agrees."""
    reach = text[match.start() : match.end() + 200]
    end = re.search(r"[.!?\n]\s", reach[match.end() - match.start() :])
    second = re.search(r"[.!?\n]\s", reach[match.end() - match.start() + end.end() :]) if end else None
    if end is not None and second is not None:
        reach = reach[: match.end() - match.start() + end.end() + second.end()]
    for time in find_times(reach, None):
        if time.basis is TimeBasis.ABSOLUTE and time.grain == "day":
            own = time.span.end <= match.end() - match.start()  # "two years after the fire of 3 May 2020"
            same = own or (end is None or time.span.start < match.end() - match.start() + end.start())
            falls = weekday is not None and _falls_on(time.interval, months, weekday)
            if (falls or (weekday is None and same)) and (own or _is_past(text, match.start(), time)):
                return time.interval
    return None


def _falls_on(event: Days, months: int, weekday: int) -> bool:
    """Whether the anniversary falls on that weekday, or the event's night on the one before."""
    return event.low is not None and (_later(event.low, months).weekday() - weekday) % 7 in (0, 1, 6)


def _is_past(text: str, offset: int, time: TimeExpression) -> bool:
    return tense_at(text, offset + time.span.start) is Tense.PAST or "since" in text[offset : offset + time.span.start]


def _anniversary_months(text: str, ordinal: str | None) -> tuple[int, bool]:
    if ordinal is None:
        return 12, _FOR_A_YEAR.search(text) is not None
    digits = re.match(r"\d+", ordinal)
    return 12 * (int(digits[0]) if digits else ORDINALS[ordinal.lower()]), True


def _months(parts: dict[str, str | None]) -> int:
    n = parts.get("n")
    count = 1 if n is None else SMALL.get(n.lower()) or int(n)
    if (parts.get("unit") or "year").lower() == "month":
        return count
    return 12 * count + (6 if parts.get("half") else 0)


def _later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(year, dt.MAXYEAR - 1)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _span(low: dt.date, high: dt.date) -> Iterator[dt.date]:
    for offset in range((high - low).days + 1):
        yield low + dt.timedelta(days=offset)
