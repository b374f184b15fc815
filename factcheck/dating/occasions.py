"""Whether two claims are about the same occasion: the same parade, the same fire, the same evening's toll.

A claim's own event time counts most; without one, a claim told by a news article is about the days around its
publication. Unknown stays unknown: only a difference that the texts show separates two claims.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck import wording
from factcheck.extract.claims import as_of
from factcheck.model import Anchor, Claim, Interval, TimeExpression
from factcheck.terms import ClaimKind, Tense

Days = Interval[dt.date]

# News tells of the last fortnight and announces about the next two months; past a month and a half apart, two undated
# claims of two articles are about different occasions. Follow-ups months later date their event ("in March").
_TELLS = dt.timedelta(days=14)
_ANNOUNCES = dt.timedelta(days=60)
_APART = 45
_FOLLOWS = 14  # days within which reports follow up one affair without saying when it was
_SOON = dt.timedelta(days=3)
_MONTH = 31
_OWN_APART = 2  # days between two expressly dated occasions; one day may be a time zone or a night
# A toll, or a count of no particular role, is told with the day on which it stood as often as with that of the event.
_RUNNING = frozenset({"killed", "injured", "missing", "arrested", "displaced", "rescued", "hospitalised", "infected"})
_RUNS_FOR = 45


class Same(StrEnum):
    """Whether two claims share an occasion."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Occasion:
    """The answer, and for NO why, in a reader's words. ``stated`` says that both claims date themselves: without that,
    a NO only means that the reports are far apart, and the later one may be looking back."""

    same: Same
    why: str = ""
    stated: bool = False


def occasion(left: Claim, right: Claim, left_published: Days, right_published: Days) -> Occasion:
    """Compare when the two claims' events took place."""
    own_left, own_right = _own(left), _own(right)
    if own_left is not None and own_right is not None:
        gap = days_apart(own_left, own_right)
        if gap is None:
            return Occasion(Same.UNKNOWN)
        runs = (
            left.kind is ClaimKind.QUANTITY and left.role == right.role and (left.role is None or left.role in _RUNNING)
        )
        if gap >= (_RUNS_FOR if runs and (_stands(left) or _stands(right)) else _OWN_APART):
            return Occasion(Same.NO, _both(own_left, own_right), stated=True)
        return Occasion(Same.YES if own_left.is_bounded and own_right.is_bounded else Same.UNKNOWN, stated=True)
    window_left = own_left or _window(left, left_published)
    window_right = own_right or _window(right, right_published)
    gap = days_apart(window_left, window_right)
    if gap is not None and gap >= _APART:
        return Occasion(Same.NO, _both(window_left, window_right))
    known = window_left.is_bounded and window_right.is_bounded
    return Occasion(Same.YES if known and gap == 0 else Same.UNKNOWN)


def recalls(claims: Iterable[Claim], published: Days) -> tuple[Days, ...]:
    """The days and months before a report's own time that its claims date something to."""
    if published.low is None:
        return ()
    own = published.low - _TELLS
    found = {
        (time.start, time.end)
        for time in (claim.value for claim in claims)
        if isinstance(time, TimeExpression) and time.start is not None and time.end is not None
        if time.end < own and (time.end - time.start).days <= _MONTH
    }
    return tuple(Interval(low=start, high=end) for start, end in sorted(found))


def may_be_one_affair(left: Anchor, right: Anchor) -> bool:
    """Whether two reports can tell of one affair: they are of about one time, or the later one goes back to the days of the other.

    Of 62 pairs of reports of one story, published a month and a half apart or more and not written as look backs, 41 do so; of 471
    such pairs of reports on one war one does.
    """
    a, b = left.interval, right.interval
    if a.low is None or a.high is None or b.low is None or b.high is None or left.looks_back or right.looks_back:
        return True
    if (days_apart(a, b) or 0) < _FOLLOWS:
        return True
    earlier, later = (left, right) if a.high < b.low else (right, left)
    low, high = earlier.interval.low, earlier.interval.high
    assert low is not None and high is not None
    told = Interval(low=low - _TELLS, high=high + _SOON)
    return any(days.meets(told) for days in later.recalls)


def days_apart(left: Days, right: Days) -> int | None:
    """Days between two intervals, 0 when they meet, None when a missing bound leaves it open."""
    if left.high is not None and right.low is not None and left.high < right.low:
        return (right.low - left.high).days
    if right.high is not None and left.low is not None and right.high < left.low:
        return (left.low - right.high).days
    return 0 if left.is_bounded and right.is_bounded else None


_STANDS = re.compile(
    r"\b(?:so far|ha(?:s|ve|d) (?:now )?(?:been|risen|climbed|reached|died)|rose|risen|climbed|stood|stands|bringing|brought|toll|number)\b",
    re.I,
)


def _stands(claim: Claim) -> bool:
    """Whether the clause tells how a count stood, not what happened: "by Monday the toll had reached 12"."""
    return bool(as_of(claim)) or _STANDS.search(claim.text[:400]) is not None


def _own(claim: Claim) -> Days | None:
    time = claim.event_time
    return time.interval if time is not None and (time.start is not None or time.end is not None) else None


def _window(claim: Claim, published: Days) -> Days:
    """The days that an undated claim is about, as far as the publication is known."""
    low, high = published.low, published.high
    if claim.tense is Tense.FUTURE:
        return Interval(low=low, high=high and high + _ANNOUNCES)
    return Interval(low=low and low - _TELLS, high=high)


def _both(left: Days, right: Days) -> str:
    return f"one is about {wording.days(left)}, the other about {wording.days(right)}"
