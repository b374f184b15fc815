"""When two differing figures of one thing are a development: the later report moves the earlier one's, or corrects it."""

from __future__ import annotations

import re

from factcheck import wording
from factcheck.align.values import in_unit_of, middle
from factcheck.dating.occasions import Same
from factcheck.extract.claims import AS_OF, as_of
from factcheck.model import Claim, Judgement, Quantity
from factcheck.rules._figures import (
    RUNNING,
    as_of_differs,
    difference_of,
    is_running,
    still_running,
    topic,
)
from factcheck.rules._ladder import Order, capital, confidence, correction, denied, moved, order, value_words
from factcheck.rules._rule import Context
from factcheck.terms import Severity, Tense, Verdict

# Of running measures the toll rises and the missing become fewer.
_FALLING = frozenset({"missing"})

# Probabilities of being one fact (align/weights.toml; cross-validated on 70 labelled stories, docs/alignment.md).
_EXPLAINED = 0.3  # a running measure explains a difference between reports of two days, so little is asked
# Where nobody knows which report is the later: of the pairs of running figures from here ten were updates and none a conflict.
_UNORDERED = 0.5
_STATED = 0.5  # below, what stands at one time and at another may well be two things
_LOOKING_BACK = (
    0.5  # a report of months later: from here as many running figures were updates as were of other occasions
)
_GROWN = 1.2  # "at least 40" and 43 are one figure; "at least 14" and 27 are two


def grown(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """ "At least 14 dead" on Monday and 27 on Thursday: both true, and the toll has risen."""
    when = order(context)
    if when not in (Order.LEFT_FIRST, Order.RIGHT_FIRST) or not is_running(left, right) or context.alike < _EXPLAINED:
        return None
    first, then = (left.value, right.value) if when is Order.LEFT_FIRST else (right.value, left.value)
    assert isinstance(first, Quantity) and isinstance(then, Quantity)
    start, end = first.low, in_unit_of(then, first).low
    if first.high is not None or start is None or end is None or end < start * _GROWN:
        return None
    return _judged(left, right, context, "moved", _told_of(left, right, first, then) + ".", Severity.LOW, 0.9)


def update(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """Two differing figures of one thing, of which the later report's replaces the earlier one's."""
    replaced = _replaced(left, right, context)
    if replaced is not None:
        return replaced
    if (
        context.alike < (_STATED if context.evidence.get("small figures") else _EXPLAINED)
        or denied(left, right) is not None
        or _astray(context)
    ):
        return None
    when = order(context)
    if when in (Order.LEFT_FIRST, Order.RIGHT_FIRST):
        return _in_order(left, right, context, when)
    running = is_running(left, right)
    if context.same_article or context.occasion.same is Same.NO or not running:
        return None
    told = bool(moved(left) or moved(right))
    if when is Order.SAME_DAY and AS_OF not in as_of(left) & as_of(right):
        return None
    if told or as_of_differs(left, right) or when is Order.SAME_DAY:
        why = (
            f"The figure for {topic(left, right)} moved, for one report says as of when it stood: {_pair(left, right)}."
        )
    elif context.alike >= _UNORDERED and {left.role, right.role} & RUNNING and _dated(context):
        why = f"The figure for {topic(left, right)} moves, and nothing says which report is the later: {_pair(left, right)}."
    else:
        return None
    return _judged(left, right, context, "moved", why, Severity.LOW, 0.9)


def _dated(context: Context) -> bool:
    """Whether it is known when either report appeared; of two bare sentences it is not."""
    return context.left.published.interval.is_bounded or context.right.published.interval.is_bounded


def _in_order(left: Claim, right: Claim, context: Context, when: Order) -> Judgement | None:
    earlier, later = (left, right) if when is Order.LEFT_FIRST else (right, left)
    first, then = earlier.value, later.value
    assert isinstance(first, Quantity) and isinstance(then, Quantity)
    cue, told = correction(context.left) or correction(context.right), moved(left) or moved(right)
    running, states = is_running(left, right), _states(left, right, context)
    if not (running or cue or told or states):
        return None
    if context.elsewhen or (
        context.occasion.same is Same.NO and (context.alike < _LOOKING_BACK or not (running or cue or told))
    ):
        return None
    rises = middle(in_unit_of(then, first).interval) > middle(first.interval)
    expected = rises is not (left.role in _FALLING)
    if (
        not expected
        and left.role is None
        and not (cue or told or states or still_running(left) or still_running(right))
    ):
        return None  # a count that nobody says is being corrected: it may well be another count
    if not (expected or states or cue or told or context.evidence.get("near figures")):
        return None  # from 234 to 3 without a word of it: not the same count
    reason = _told_of(left, right, first, then)
    if cue or not (expected or states):
        why = f" (“{cue}”)." if cue else ", which is a correction, not a development."
        return _judged(left, right, context, "correction", reason + why, Severity.MEDIUM)
    return _judged(left, right, context, "moved", reason + ".", Severity.LOW)


def _states(left: Claim, right: Claim, context: Context) -> bool:
    """Whether a report tells what stands at its time ("seventeen villages are supplied by tanker"), of one noun.

    Of 13 labelled pairs with such a side, of reports in a known order, ten were updates and two conflicts; with both sides
    in the past, ten were updates and 17 conflicts.
    """
    tenses = {left.tense, right.tense}
    seen = context.evidence
    told = seen.get("same noun") or (seen.get("no noun") and seen.get("same predicate"))
    return Tense.PRESENT in tenses and Tense.FUTURE not in tenses and bool(told) and context.alike >= _STATED


def _replaced(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """ "27 passengers, not 31", beside a report of 31: the other's figure is named and taken back."""
    if context.same_article or context.alike < _EXPLAINED:
        return None
    for one, other, side in ((left, right, context.left), (right, left, context.right)):
        words = value_words(other)
        if re.search(
            rf"\b(?:not|instead of|rather than)(?: the| just| only)? {re.escape(words)}\b", side.sentence, re.I
        ):
            a, b = one.value, other.value
            assert isinstance(a, Quantity) and isinstance(b, Quantity)
            reason = f"One report takes the other's figure for {topic(left, right)} back: {wording.quantity(a)}, not {wording.quantity(b)}."
            return _judged(left, right, context, "correction", reason, Severity.MEDIUM)
    return None


def _astray(context: Context) -> bool:
    """Whether only one side says what became of those counted, and the figures are far apart: dozens missing, and 214 aboard."""
    return bool(context.evidence.get("role on one side") and not context.evidence.get("near figures"))


def _told_of(left: Claim, right: Claim, first: Quantity, then: Quantity) -> str:
    rises = middle(in_unit_of(then, first).interval) > middle(first.interval)
    return (
        f"the later report moves the figure for {topic(left, right)}: it {'rose' if rises else 'fell'} from "
        f"{wording.quantity(first)} to {wording.quantity(then)}"
    )


def _pair(left: Claim, right: Claim) -> str:
    assert isinstance(left.value, Quantity) and isinstance(right.value, Quantity)
    return f"{wording.quantity(left.value)} and {wording.quantity(right.value)}"


def _judged(
    left: Claim, right: Claim, context: Context, level: str, reason: str, weight: Severity, sure: float = 1.0
) -> Judgement:
    assert isinstance(left.value, Quantity) and isinstance(right.value, Quantity)
    return Judgement(
        verdict=Verdict.UPDATE,
        level=level,
        reason=capital(reason),
        severity=weight,
        confidence=confidence(context, sure),
        delta=difference_of(left.value, right.value),
    )
