"""What day a time tells of: the report's own event, a weekday that may be this week's or last week's, or no event's at all."""

from __future__ import annotations

import re

from factcheck.align.predicates import same_act
from factcheck.extract.claims import as_of
from factcheck.model import Claim, TimeExpression
from factcheck.rules._rule import Context, Side

_WEEK = 7


def each_its_own(a: TimeExpression, b: TimeExpression, context: Context, apart: int) -> bool:
    """Whether each report dates what it is itself about: something of the day or the week before it appeared."""
    slack = 1 if apart <= _WEEK else _WEEK
    for time, side in ((a, context.left), (b, context.right)):
        told = side.published.interval
        if told.low is None or told.high is None or time.start is None or time.end is None:
            return False
        if time.start > told.high or (told.low - time.end).days > slack:
            return False
    return True


def one_weekday(a: TimeExpression, b: TimeExpression, apart: int) -> bool:
    """Whether "last Tuesday" may be the other's day: said on a Wednesday it is yesterday or a week before."""
    named = any(time.symbol.startswith("WEEKDAY") for time in (a, b))
    return named and a.grain == b.grain == "day" and apart in (7, 14)


def roughly_counted(a: TimeExpression, b: TimeExpression, apart: int) -> bool:
    """Whether the days differ by one only because they are counted back: "eight days ago" may include the day itself."""
    return apart == 1 and any(_COUNTED_BACK.match(time.symbol) for time in (a, b))


_COUNTED_BACK = re.compile(r"P-(?:[3-9]|\d\d+)D")
_ROUGHLY = re.compile(
    r"\b(?:more than|less than|over|nearly|almost|about|around|at least|some|within|as of)\s*$", re.IGNORECASE
)


_OF_THE_PAGE = re.compile(
    r"\W*(?:(?:first |last )?(?:published|updated|posted|modified)|date of publication|as it happened|live (?:coverage|updates|blog|page))\b",
    re.IGNORECASE,
)


def says_no_day(claim: Claim, side: Side) -> bool:
    """Whether a time is a rough one ("more than two weeks ago") or only says as of when something stood."""
    assert claim.value is not None
    before = claim.text[: max(0, claim.value.span.start - claim.span.start)]
    if same_act(claim.predicate, "say") or _OF_THE_PAGE.match(claim.text) or _OF_THE_PAGE.match(side.sentence):
        return True  # when something was said or put on a page is no event that two reports would date
    return bool(as_of(claim)) or _ROUGHLY.search(before[-20:]) is not None
