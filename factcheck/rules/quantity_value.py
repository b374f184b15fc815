"""Counts, amounts and measures of the same thing."""

from __future__ import annotations

from factcheck import wording
from factcheck.align.nouns import NounRelation, relate
from factcheck.align.predicates import same_act
from factcheck.align.scopes import Counted, scope
from factcheck.align.values import gap, in_unit_of, is_distinctive, middle, stand_for
from factcheck.dating.occasions import Same
from factcheck.model import Claim, Delta, Judgement, Quantity
from factcheck.rules._figures import (
    AGE,
    as_of_differs,
    difference_of,
    is_running,
    other_subject,
    part_of_all,
    same_person,
    tied,
    topic,
    trivial,
)
from factcheck.rules._ladder import (
    Order,
    confidence,
    correction,
    denied,
    headline_against_body,
    loose,
    moved,
    order,
    parties,
)
from factcheck.rules._ladder import severity as severity_of
from factcheck.rules._rule import Context, Example, rule
from factcheck.terms import Severity, Verdict

# Of running measures the toll rises and the missing become fewer.
_FALLING = frozenset({"missing"})

# Probabilities from which a difference of scope or occasion would confuse a reader; less is needed where role and noun
# say by themselves that the same is counted.
_LOOKS_ALIKE = 0.4
_LOOKS_ALIKE_TIED = 0.12
# Probabilities from which differing figures are worth an editor's time. Calibrated on the development stories with the
# cross-validated weights: of counts without a role, .73 of the pairs from .5 are about one thing; a shared role in one
# story says by itself what is counted.
_EXPLAINED = 0.12
_CHANCE = 0.3  # below it, equal common figures ("three") of one story are a coincidence
_LOUD = 0.25
_LOUD_BARE = 0.45
_OTHER_PREDICATE = 0.6  # cosine of clauses with different verbs from which they still say the same of what is counted
_SAME_WORDS = 0.7  # cosine of clauses from which a count without a noun counts what the other counts
_SAME_SERIES = 0.2  # probability from which two ordinals count one series: the noun already says much


@rule(
    "quantity-value",
    examples=(
        Example("The fire in Ruma killed 12 people.", "The fire in Ruma killed 15 people.", Verdict.CONFLICT),
        Example("The fire in Ruma killed 12 people.", "The fire in Ruma killed at least 10 people.", Verdict.AGREE),
        Example("The fire in Ruma killed 12 people.", "Twelve people were killed by the fire in Ruma.", Verdict.AGREE),
        Example(
            "The fire in Ruma killed 12 people.",
            "The fire in Ruma has killed 15 people.",
            Verdict.UPDATE,
            published=("2024-03-01", "2024-03-03"),
        ),
        Example(
            "The fire in Ruma killed 15 people.",
            "The fire in Ruma killed 12 people.",
            Verdict.UPDATE,
            published=("2024-03-01", "2024-03-03"),
        ),
        Example(
            "Police said 2,000 people attended the rally in Ruma.",
            "Organisers said 15,000 people attended the rally in Ruma.",
            Verdict.DISPUTED,
        ),
        Example("The blast in Ruma killed 12 people.", "The blast in Ruma injured 30 people.", Verdict.SCOPE),
        Example(
            "The storm in 2019 killed 12 people in Ruma.",
            "The storm in 2023 killed 40 people in Ruma.",
            Verdict.DATE_CONTEXT,
        ),
        Example("The crater is 10 miles wide.", "The crater is about 16 km wide.", Verdict.AGREE),
        Example("The fire in Ruma killed 12 people.", "The fire destroyed 12 houses in Ruma.", None),
        Example("The fine in the case was $40 million.", "The fine in the case was 30 million euros.", None),
    ),
)
def quantity_value(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """The same thing is counted, and the counts cannot both be true."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return None
    counted = scope(left, right)
    if counted.counted is Counted.UNRELATED:
        return _same_rare_figure(left, right, context)
    figures = f"{wording.quantity(a)} and {wording.quantity(b)}"
    left_range, right_range = stand_for(a, b) if counted.counted is Counted.SAME else (a.interval, b.interval)
    meets = left_range.meets(right_range)
    if counted.counted is Counted.DIFFERENT:
        if context.same_article and counted.level != "part":
            return None  # an article tells its own counts apart
        if context.alike < (_LOOKS_ALIKE_TIED if tied(left, right) else _LOOKS_ALIKE) or meets:
            return None
        return Judgement(
            verdict=Verdict.SCOPE,
            level=counted.level,
            reason=f"{figures} are not the same count: {counted.why}.",
            severity=Severity.INFO,
            confidence=confidence(context),
        )
    if a.unit == "ordinal":
        return _ordinals(a, b, context, meets)
    delta = difference_of(a, b)
    if context.occasion.same is Same.NO:
        if context.alike < (_LOOKS_ALIKE_TIED if tied(left, right) else _LOOKS_ALIKE) or meets:
            return None
        return Judgement(
            verdict=Verdict.DATE_CONTEXT,
            level="occasion",
            reason=f"{figures} belong to different occasions: {context.occasion.why}.",
            severity=Severity.INFO,
            confidence=confidence(context),
            delta=delta,
        )
    what = topic(left, right)
    if a.of == AGE and not same_person(left, right):
        return None
    if meets:
        return _agreement(left, right, context, figures, what)
    smaller = part_of_all(a, b)
    if smaller is not None:
        return Judgement(
            verdict=Verdict.SCOPE,
            level="kind",
            reason=f"{figures} need not contradict each other: {wording.plural(smaller)} may be a part of all.",
            severity=Severity.INFO,
            confidence=confidence(context),
        )
    if other_subject(left, right, context.clause):
        return None
    if context.alike < _enough(left, right, context) or trivial(left, right, context.clause):
        return None
    loosely = relate(a.of, b.of) is NounRelation.UNKNOWN and left.role is None and right.role is None
    if loosely and a.unit == "count" and context.clause < _SAME_WORDS:
        return None
    if not tied(left, right) and not same_act(left.predicate, right.predicate) and context.clause < _OTHER_PREDICATE:
        return None
    return _disagreement(left, right, context, what, delta, gap(left_range, right_range))


_OPEN_REACH = 3  # "more than a million" says nothing about 27 million


def _says_too_little(a: Quantity, b: Quantity) -> bool:
    """Whether two figures meet only because one of them has no upper bound and the other lies far above it."""
    if (a.high is None) is (b.high is None):
        return False
    bound, other = (a, b) if a.high is None else (b, a)
    return bound.low is not None and middle(in_unit_of(other, bound).interval) > _OPEN_REACH * bound.low > 0


def _same_rare_figure(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """ "8,700 people" and "8,700 employees": nouns that no table relates, but a figure that is no coincidence."""
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    same = a.unit == b.unit and a.interval == b.interval and is_distinctive(a) and left.role == right.role
    if not same or AGE in (a.of, b.of) or context.same_article or context.alike < _EXPLAINED:
        return None
    return Judgement(
        verdict=Verdict.AGREE,
        level="equal",
        reason=f"Both give {wording.quantity(a)}, in other words for what is counted.",
        severity=Severity.INFO,
        confidence=confidence(context, 0.9),
    )


def _agreement(left: Claim, right: Claim, context: Context, figures: str, what: str) -> Judgement | None:
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    by_chance = not (is_distinctive(a) or tied(left, right)) and context.alike < _CHANCE
    if (
        context.same_article
        or by_chance
        or _says_too_little(a, b)
        or (trivial(left, right, context.clause) and context.clause < _SAME_WORDS)
    ):
        return None
    if a.interval == b.interval and a.unit == b.unit:
        level, reason = "equal", f"Both give {wording.quantity(a)} for {what}."
    elif a.unit != b.unit:
        level, reason = "converted", f"{figures} are the same for {what}."
    elif a.interval.contains(b.interval) or b.interval.contains(a.interval):
        level, reason = "refines", f"{figures} fit together for {what}: one is the looser wording."
    else:
        level, reason = "rounds", f"{figures} fit together for {what} once rounded."
    return Judgement(
        verdict=Verdict.AGREE, level=level, reason=reason, severity=Severity.INFO, confidence=confidence(context)
    )


def _disagreement(
    left: Claim, right: Claim, context: Context, what: str, delta: Delta, difference: float
) -> Judgement | None:
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    severity = severity_of(left, difference, hedged=loose(a.hedge) or loose(b.hedge))
    when = order(context)
    one, other = wording.quantity(a), wording.quantity(b)
    named = parties(left, right) or denied(left, right)
    cue = correction(context.left) or correction(context.right)
    if cue and not context.same_article:
        return Judgement(
            verdict=Verdict.UPDATE,
            level="correction",
            reason=f"The figure for {what} was corrected (“{cue}”): {one} and {other}.",
            severity=severity,
            confidence=confidence(context),
            delta=delta,
        )
    told = moved(left) or moved(right)
    only_one_tells = bool(moved(left)) is not bool(moved(right))
    as_of = when is Order.UNKNOWN and is_running(left, right) and as_of_differs(left, right)
    if as_of or (only_one_tells and (when is Order.UNKNOWN or not is_running(left, right))):
        return Judgement(
            verdict=Verdict.UPDATE,
            level="moved",
            reason=f"The figure for {what} moved"
            + (f" (“{told}”)" if told else ", for one report says as of when it stood")
            + f": {one} and {other}.",
            severity=Severity.LOW,
            confidence=confidence(context, 0.9),
            delta=delta,
        )
    if when in (Order.LEFT_FIRST, Order.RIGHT_FIRST) and is_running(left, right):
        earlier, later = (a, b) if when is Order.LEFT_FIRST else (b, a)
        rises = middle(in_unit_of(later, earlier).interval) > middle(earlier.interval)
        expected = rises is not (left.role in _FALLING)
        verb = "rose" if rises else "fell"
        return Judgement(
            verdict=Verdict.UPDATE,
            level="moved" if expected else "correction",
            reason=f"The later report moves the figure for {what}: it {verb} from {wording.quantity(earlier)} to "
            f"{wording.quantity(later)}" + ("." if expected else ", which is a correction, not a development."),
            severity=Severity.LOW if expected else Severity.MEDIUM,
            confidence=confidence(context),
            delta=delta,
        )
    if named is not None:
        return Judgement(
            verdict=Verdict.DISPUTED,
            level="parties",
            reason=f"{_capital(named[0])} and {named[1]} give different figures for {what}: {one} and {other}.",
            severity=severity,
            confidence=confidence(context),
            delta=delta,
        )
    if context.better_partner:
        return None
    if headline_against_body(context):
        level, reason, sure = "headline", f"The headline and the text differ on {what}: {one} and {other}.", 1.0
    elif context.same_article:
        return None  # one article gives many figures that look alike; only its headline must match its text
    elif when is Order.UNKNOWN:
        level, sure = "order-unknown", 0.85
        reason = f"{one} and {other} for {what} cannot both be true, unless one report is simply the later one."
    elif when is Order.SAME_DAY:
        level, sure = "same-day", 0.9
        reason = f"Both reports of the same day count {what}; {one} and {other} cannot both be true."
    else:
        level, reason, sure = "values", f"Both count {what}; {one} and {other} cannot both be true.", 1.0
    return Judgement(
        verdict=Verdict.CONFLICT,
        level=level,
        reason=_capital(reason),
        severity=severity,
        confidence=confidence(context, sure),
        delta=delta,
    )


def _ordinals(a: Quantity, b: Quantity, context: Context, meets: bool) -> Judgement | None:
    """An 80th and a 70th anniversary are two occasions; a first and a second place are two places."""
    if meets or context.alike < _SAME_SERIES or a.of is None or a.of not in _EDITIONS or a.of != b.of:
        return None
    return Judgement(
        verdict=Verdict.DATE_CONTEXT,
        level="edition",
        reason=f"Two editions: one is about the {wording.quantity(a)} {a.of}, the other about the {wording.quantity(b)}.",
        severity=Severity.INFO,
        confidence=confidence(context),
        delta=difference_of(a, b),
    )


_EDITIONS = frozenset(
    {"anniversary", "edition", "birthday", "jubilee", "congress", "summit", "festival", "session", "round"}
)


def _enough(left: Claim, right: Claim, context: Context) -> float:
    """The probability from which differing figures are reported: a running toll or two named parties explain them."""
    ordered = order(context) in (Order.LEFT_FIRST, Order.RIGHT_FIRST) and is_running(left, right)
    if not tied(left, right):
        return _LOUD if ordered else _LOUD_BARE
    return _EXPLAINED if ordered or parties(left, right) else _LOUD


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
