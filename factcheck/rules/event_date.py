"""Dates of the same event."""

from __future__ import annotations

import math

from factcheck import wording
from factcheck.align.features import other_actor
from factcheck.align.predicates import act, same_act
from factcheck.dating.occasions import days_apart
from factcheck.extract.entities import same_name
from factcheck.model import Claim, Delta, Judgement, TimeExpression
from factcheck.rules import _universals
from factcheck.rules._days import each_its_own, one_weekday, says_no_day
from factcheck.rules._deeds import ONCE, ONCE_IN_YEARS, deed_of
from factcheck.rules._ladder import Order, confidence, correction, denied, elsewhere, order, parties
from factcheck.rules._rule import Context, Example, rule
from factcheck.terms import Severity, Tense, TimeBasis, Verdict

# Probabilities of one event (align/weights.toml, cross-validated on 76 labelled stories). From .3, three pairs in five of
# differing dates were of one event, from .5 three in four. Equal dates are evidence themselves.
_SAYS_THE_SAME = 0.2
_SAYS_THE_SAME_DAY = 0.1
_LOOKS_ALIKE = 0.3
_LOUD = 0.5
_LOUD_APART = 0.7  # the same for dates further apart than a slip of the pen: people visit the same town twice
_NEAR = 45
_ITS_OWN = (
    3  # days between two reports, and between the days that they tell of, from which each may be about its own event
)
_LIKE_SUBJECT = 0.45  # cosine of the two subjects
_COPIED = 0.95  # cosine of clauses from which one is the other's copy: "on Saturday" is one Saturday in both
_LIKELY_ONE = 0.6  # from here three in four, and with one act told by both hardly fewer whoever the subject is
_SURELY_ONE = 0.85  # from here nine pairs in ten of dates are of one event, whatever its words ...
_FORTNIGHT = 14
_DAYS = 7  # ... if they lie this close: real reports of two shootings in one town are as much alike
_LOUD_ONCE = 0.3  # for what happens once, where no other occasion can explain a difference
# What is done every year or again and again: a cup is won in 2006 and in 2014.
_RECURS = frozenset(
    {"win", "host", "hold", "play", "celebrate", "compete", "stage", "qualify", "visit", "meet", "attend", "end"}
)
_SAYS_LITTLE = frozenset({"be", "have"})
_FINE = frozenset({"hour", "day"})
_YEARS_APART = 200  # days between two dates from which one speaks of two editions rather than of a wrong date


@rule(
    "event-date",
    examples=(
        Example(
            "The bridge at Ruma collapsed on 3 May 2021.",
            "The bridge at Ruma collapsed on 5 May 2021.",
            Verdict.CONFLICT,
        ),
        Example(
            "The bridge at Ruma collapsed on 3 May 2021.", "The bridge at Ruma collapsed in May 2021.", Verdict.AGREE
        ),
        Example(
            "The parade in Ruma will be held on 3 September.", "On 3 September Ruma holds its parade.", Verdict.AGREE
        ),
        Example(
            "The trial of Ana Brandt opens on 3 May 2021.",
            "The trial of Ana Brandt, postponed by a week, opens on 10 May 2021.",
            Verdict.UPDATE,
        ),
        Example(
            "Mr Oduya will visit Ruma on Friday.",
            "Mr Oduya will visit Ruma on Tuesday.",
            Verdict.DATE_CONTEXT,
            published=("2015-05-04", "2025-05-05"),
        ),
        Example(
            "A bomb in Ruma killed 16 people on Tuesday.",
            "A bomb in Ruma killed 20 people on Monday.",
            Verdict.DATE_CONTEXT,
            published=("2016-07-05", "2016-10-03"),
        ),
        Example("Ana Brandt was born on 10 June 1945.", "Ana Brandt was born in 1956.", Verdict.CONFLICT),
        Example("Ana Brandt (born 10 June 1945) is a painter.", "Ana Brandt was born in 1956.", Verdict.CONFLICT),
        Example(
            "The bridge at Ruma, opened in 1973, is being repaired.",
            "The bridge at Ruma was opened in 1968.",
            Verdict.CONFLICT,
        ),
        Example("Ruma won the Northern Cup in 2006.", "Ruma won the Northern Cup in 2014.", Verdict.DATE_CONTEXT),
        Example("The bridge at Ruma collapsed on 3 May 2021.", "The mayor of Ruma resigned on 5 May 2021.", None),
    ),
)
def event_date(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """The same event is dated, and the dates cannot both be right."""
    a, b = left.value, right.value
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression):
        return None
    if other_actor(left, right) or elsewhere(context):
        return None
    if says_no_day(left, context.left) or says_no_day(right, context.right):
        return None
    if context.alike < (
        _SAYS_THE_SAME_DAY if a.grain == b.grain == "day" or a.interval == b.interval else _SAYS_THE_SAME
    ):
        return None
    if _yearless(a) and _yearless(b):
        same_day = a.symbol.split(":")[0] == b.symbol.split(":")[0]
        return _agreement(context, _symbolic(a)) if same_day and _related(left, right) else None
    if a.interval == b.interval and a.interval.is_bounded and a.grain == b.grain and _related(left, right):
        return _agreement(context, wording.days(a.interval))
    if context.alike < _LOOKS_ALIKE or not _same_event(left, right, context):
        return None
    if (
        context.clause >= _COPIED
        and a.basis is b.basis is TimeBasis.RELATIVE
        and a.symbol.split(":")[0] == b.symbol.split(":")[0]
    ):
        return _agreement(context, wording.days(a.interval))
    once = _happens_once(left, right)
    apart = days_apart(a.interval, b.interval)
    universal = _universals.find(left) is not None or _universals.find(right) is not None
    if universal and not once and (apart is None or apart > _DAYS):
        return None  # "last visited in 2019" beside "visited in 2016": for first-last-only to judge
    published_apart = days_apart(context.left.published.interval, context.right.published.interval)
    if published_apart is not None and (
        (published_apart >= _YEARS_APART and (apart is None or apart >= _YEARS_APART))
        or (min(published_apart, apart or 0) >= _ITS_OWN and each_its_own(a, b, context, apart or 0))
    ):
        published = (
            f"{wording.days(context.left.published.interval)} and {wording.days(context.right.published.interval)}"
        )
        return Judgement(
            verdict=Verdict.DATE_CONTEXT,
            level="published-apart",
            reason=f"Two occasions: the reports are of {published}, and each dates its own event.",
            severity=Severity.INFO,
            confidence=confidence(context),
        )
    if apart is None or (apart and not once and a.interval.is_bounded is not b.interval.is_bounded):
        return None  # "since Friday" and "on Saturday" can both be so
    if apart == 0 or one_weekday(a, b, apart):
        if apart or context.same_article or not (a.interval.is_bounded and b.interval.is_bounded):
            return None
        return _agreement(context, wording.days(a.interval.meet(b.interval) or a.interval))
    return _disagreement(left, right, context, apart, once=once)


def _disagreement(left: Claim, right: Claim, context: Context, apart: int, *, once: bool) -> Judgement | None:
    a, b = left.value, right.value
    assert isinstance(a, TimeExpression) and isinstance(b, TimeExpression)
    one, other = wording.days(a.interval), wording.days(b.interval)
    delta = Delta(days=((b.start or b.end or a.start) - (a.start or a.end or b.start)).days)  # type: ignore[operator]
    absolute = a.basis is b.basis is TimeBasis.ABSOLUTE
    if not once and apart >= _YEARS_APART and (not absolute or _recurs(left) or _recurs(right)):
        return Judgement(
            verdict=Verdict.DATE_CONTEXT,
            level="occasion",
            reason=f"Two occasions alike in wording: one in {one}, the other in {other}.",
            severity=Severity.INFO,
            confidence=confidence(context),
            delta=delta,
        )
    cue = correction(context.left) or correction(context.right)
    planned = left.tense is Tense.FUTURE and right.tense is Tense.FUTURE
    if cue or (planned and order(context) in (Order.LEFT_FIRST, Order.RIGHT_FIRST)):
        return Judgement(
            verdict=Verdict.UPDATE,
            level="rescheduled",
            reason=f"The date moved: {one} and {other}" + (f" (“{cue}”)." if cue else " in the later report."),
            severity=Severity.LOW,
            confidence=confidence(context),
            delta=delta,
        )
    least = _LOUD_ONCE if once else _LOUD if apart <= _NEAR else _LOUD_APART
    if context.alike < least or context.same_article or not (once or {a.grain, b.grain} <= _FINE or a.grain == b.grain):
        return None
    named = parties(left, right, context) or denied(left, right)
    if named is not None:
        return Judgement(
            verdict=Verdict.DISPUTED,
            level="parties",
            reason=f"{named[0].capitalize()} and {named[1]} date the same event differently: {one} and {other}.",
            severity=Severity.MEDIUM,
            confidence=confidence(context),
            delta=delta,
        )
    return Judgement(
        verdict=Verdict.CONFLICT,
        level="dates",
        reason=f"Both date the same event; {one} and {other} cannot both be right.",
        severity=Severity.MEDIUM if apart <= 1 else Severity.HIGH,
        confidence=confidence(context),
        delta=delta,
    )


def _happens_once(left: Claim, right: Claim) -> bool:
    """Whether both tell the one birth, death or founding of the same subject."""
    deed = deed_of(left)
    if deed is None or deed != deed_of(right) or not _same_subject(left, right):
        return False
    a, b = left.value, right.value
    assert isinstance(a, TimeExpression) and isinstance(b, TimeExpression)
    return deed in ONCE or (deed in ONCE_IN_YEARS and not {a.grain, b.grain} & _FINE)


def _recurs(claim: Claim) -> bool:
    return claim.predicate is not None and act(claim.predicate) in _RECURS


def _same_event(left: Claim, right: Claim, context: Context) -> bool:
    """The same thing happens to the same subject, or the clauses are near paraphrases."""
    same_subject = _same_subject(left, right)
    shared = (
        bool(set(left.entities) & set(right.entities))
        and left.tense is right.tense
        and context.evidence.get("like subject", 1.0) >= _LIKE_SUBJECT  # two shootings in one town have other victims
    )
    same_predicate = same_act(left.predicate, right.predicate)
    if left.subject in left.entities and right.subject in right.entities and not same_subject:
        return False
    return (
        (same_subject and same_predicate)
        or (same_predicate and shared)
        or (
            same_predicate
            and left.predicate not in _SAYS_LITTLE
            and context.alike >= _LIKELY_ONE
            and _days_between(left, right) <= _FORTNIGHT
        )
        or context.clause >= 0.75
        or (context.alike >= _SURELY_ONE and _days_between(left, right) <= _DAYS)
    )


def _days_between(left: Claim, right: Claim) -> float:
    a, b = left.value, right.value
    assert isinstance(a, TimeExpression) and isinstance(b, TimeExpression)
    apart = days_apart(a.interval, b.interval)
    return math.inf if apart is None else apart


def _same_subject(left: Claim, right: Claim) -> bool:
    if left.subject is None or right.subject is None:
        return False
    return left.subject == right.subject or same_name(left.subject, right.subject)


def _related(left: Claim, right: Claim) -> bool:
    """Whether the two clauses have a name, a subject or an act in common."""
    if _same_subject(left, right) or same_act(left.predicate, right.predicate):
        return True
    return bool(set(left.entities) & set(right.entities))


def _yearless(time: TimeExpression) -> bool:
    return time.symbol.startswith("XXXX-") and time.start is None and time.end is None


def _symbolic(time: TimeExpression) -> str:
    return "the same day of the year" if time.grain == "day" else "the same time of the year"


def _agreement(context: Context, shown: str) -> Judgement | None:
    if context.same_article:
        return None
    return Judgement(
        verdict=Verdict.AGREE,
        level="same-date",
        reason=f"Both give {shown}.",
        severity=Severity.INFO,
        confidence=confidence(context),
    )
