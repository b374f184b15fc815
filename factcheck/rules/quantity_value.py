"""Counts, amounts and measures of the same thing."""

from __future__ import annotations

from factcheck import wording
from factcheck.align.nouns import NounRelation, relate
from factcheck.align.scopes import Counted, scope
from factcheck.align.values import fit, gap, in_unit_of, middle, stand_for
from factcheck.dating.occasions import Same
from factcheck.model import Claim, Judgement, Quantity
from factcheck.rules._figures import (
    AGE,
    adds_up,
    bounds_apart,
    converted,
    difference_of,
    is_running,
    other_quake,
    part_of_all,
    same_person,
    topic,
)
from factcheck.rules._ladder import (
    Order,
    capital,
    confidence,
    denied,
    headline_against_body,
    loose,
    order,
    parties,
)
from factcheck.rules._ladder import severity as severity_of
from factcheck.rules._rule import Context, Example, Side, rule
from factcheck.rules._updates import grown, update
from factcheck.terms import Severity, Tense, Verdict

# Probabilities of being one fact (align/weights.toml; cross-validated on 76 labelled stories, docs/alignment.md).
_LOUD = 0.5  # from here four of five pairs of differing figures are one fact; what follows asks for more evidence than wording
_ONE_VOTE = 0.9  # share of the votes that two counts of one vote have in common at least: another vote has other voters
_LOUD_TALLY = 0.4  # a vote taken is not counted on, and each of two such pairs speaks for the other
_LOUD_SMALL = 0.7  # ones, twos and threes are told of parts of an event as well: of real reports one in four was a conflict from .5
# Between reports of different days: of the conflicts from here one in three is labelled so (from .9 two in three); a little
# less is asked of two telling figures with one noun (214 and 290 people).
_LOUD_APART, _LOUD_APART_TELLING = 0.75, 0.7
_LOUD_UNKNOWN = 0.85  # the same where nobody knows which report is the later: two in three
# Two bare sentences are put side by side because they tell of one thing, and none is known to be the later: of the nine differing
# figures of like nouns between .3 and .6 in 400 pairs of Wikipedia sentences, seven were of contradictory ones.
_LOUD_BARE = 0.3
_EXPLAINED = 0.3  # two named parties explain a difference, so less is asked
_EQUAL = 0.2  # equal figures are evidence themselves
_ALIKE_ELSEWHEN = (
    0.8  # the same where the reports have nothing to do with each other: an old one that may be taken for a new one
)
_LOOKS_ALIKE = 0.1  # from here a difference of scope or occasion would confuse a reader
_LOOKS_ALIKE_BARE = 0.3  # the same for figures that count nothing named: shares, sums, distances
_SERIES = 0.05  # probability from which two ordinals count one series: the noun already says nearly all


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
        Example("The fire in Ruma killed less than 96 people.", "The fire in Ruma killed 96 people.", Verdict.CONFLICT),
        Example("The ferry had 214 passengers and crew.", "The ferry had 200 passengers.", Verdict.SCOPE),
        Example("The ferry had 187 passengers and 44 crew.", "There were 231 people on the ferry.", None),
        Example("The quake in Ruma reached magnitude 7.0.", "An aftershock of magnitude 5.5 shook Ruma.", None),
        Example("Brussels gave Ruma $4.37m (3m euros).", "Brussels gave Ruma $4.21m (3m euros).", Verdict.AGREE),
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
    if counted.counted is Counted.UNRELATED or (a.of == AGE and not same_person(left, right)):
        return None
    if a.unit == "ordinal":
        return _ordinals(a, b, context)
    meets = fit(a, b) if counted.counted is Counted.SAME else a.interval.meets(b.interval)
    apart = context.occasion.same is Same.NO or context.elsewhen
    known = context.one_affair or context.evidence.get("distinctive figures")  # 1.8 million rupees, not 15 people
    if meets and counted.counted is Counted.SAME and not (apart and (context.occasion.stated or not known)):
        return (None if apart else grown(left, right, context)) or _agreement(left, right, context)
    if meets:
        return None
    if counted.counted is Counted.DIFFERENT and context.one_affair:
        return _other_scope(left, right, context, counted.level, counted.why)
    if apart and counted.counted is Counted.SAME:
        return update(left, right, context) or _other_occasion(left, right, context)
    if apart or counted.counted is Counted.DIFFERENT:
        return None
    smaller = part_of_all(a, b)
    if smaller is not None:
        why = f"{wording.plural(smaller)} may be a part of all"
        return _other_scope(left, right, context, "kind", why)
    return _disagreement(left, right, context)


def _figures(a: Quantity, b: Quantity) -> str:
    return f"{wording.quantity(a)} and {wording.quantity(b)}"


def _agreement(left: Claim, right: Claim, context: Context) -> Judgement | None:
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    looking_back = context.occasion.same is Same.NO
    if context.same_article or context.alike < (_LOUD if looking_back else _EQUAL) or bounds_apart(a, b):
        return None
    equal = a.interval == b.interval and a.unit == b.unit
    shown = wording.quantity(a) if equal else _figures(a, b)
    return Judgement(
        verdict=Verdict.AGREE,
        level="equal" if equal else "refines",
        reason=f"Both give {shown} for {topic(left, right)}."
        if equal
        else f"{shown} for {topic(left, right)} fit together.",
        severity=Severity.INFO,
        confidence=confidence(context),
        delta=difference_of(a, b),
    )


def _other_scope(left: Claim, right: Claim, context: Context, level: str, why: str) -> Judgement | None:
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    if context.alike < _confusing(a, b) or (context.same_article and level != "part"):
        return None  # an article tells its own counts apart
    return Judgement(
        verdict=Verdict.SCOPE,
        level=level,
        reason=f"{capital(_figures(a, b))} are not the same count: {why}.",
        severity=Severity.INFO,
        confidence=confidence(context),
    )


def _other_occasion(left: Claim, right: Claim, context: Context) -> Judgement | None:
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    if context.alike < (_confusing(a, b) if context.one_affair else _ALIKE_ELSEWHEN):
        return None
    return Judgement(
        verdict=Verdict.DATE_CONTEXT,
        level="occasion",
        reason=f"{capital(_figures(a, b))} belong to different occasions: {context.why_elsewhen}.",
        severity=Severity.INFO,
        confidence=confidence(context),
        delta=difference_of(a, b),
    )


def _confusing(a: Quantity, b: Quantity) -> float:
    """The probability from which a reader may take the two for one figure."""
    if relate(a.of, b.of) is NounRelation.DIFFERENT and a.role is None and b.role is None:
        return _LOUD
    return _LOOKS_ALIKE_BARE if a.of is None and b.of is None and a.role is None and b.role is None else _LOOKS_ALIKE


def _disagreement(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """The same is counted and the counts differ: an update, two parties' figures, or a conflict."""
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    what, delta = topic(left, right), difference_of(a, b)
    one, other = wording.quantity(a), wording.quantity(b)
    x, y = stand_for(a, b)
    severity = severity_of(left, gap(x, y), hedged=loose(a.hedge) or loose(b.hedge))
    when = order(context)
    named = parties(left, right, context) or denied(left, right)

    def judged(verdict: Verdict, level: str, reason: str, weight: Severity, sure: float = 1.0) -> Judgement:
        return Judgement(
            verdict=verdict,
            level=level,
            reason=capital(reason),
            severity=weight,
            confidence=confidence(context, sure),
            delta=delta,
        )

    if not headline_against_body(context):
        moved_on = update(left, right, context)
        if moved_on is not None:
            return moved_on
        if (
            named is not None
            and context.alike >= _EXPLAINED
            and (not context.same_article or left.sentence != right.sentence)
        ):
            reason = f"{named[0]} and {named[1]} give different figures for {what}: {one} and {other}."
            return judged(Verdict.DISPUTED, "parties", reason, severity)
    if _may_be_a_part(a, b) or _may_be_a_part(b, a):
        return None
    if adds_up(left, context.left.claims, b) or adds_up(right, context.right.claims, a):
        return None
    if other_quake(context) or converted(context.left.claims, context.right.claims, a, b):
        return None
    if headline_against_body(context):
        if context.evidence.get("agrees with a rival"):
            return None  # the text gives the headline's figure too, and another one of something else
        reason = f"The headline and the text differ on {what}: {one} and {other}."
        return judged(Verdict.CONFLICT, "headline", reason, severity) if context.alike >= _loud(context) else None
    if context.same_article or not _worth_reporting(left, right, context, when):
        return None
    if when is Order.UNKNOWN:
        reason = f"{one} and {other} for {what} cannot both be true, unless one report is simply the later one."
        return judged(Verdict.CONFLICT, "order-unknown", reason, severity, 0.85)
    if when is Order.SAME_DAY:
        reason = f"Both reports of the same day count {what}; {one} and {other} cannot both be true."
        return judged(Verdict.CONFLICT, "same-day", reason, severity, 0.9)
    return judged(Verdict.CONFLICT, "values", f"Both count {what}; {one} and {other} cannot both be true.", severity)


def _worth_reporting(left: Claim, right: Claim, context: Context, when: Order) -> bool:
    """Whether more than wording says that one thing is counted at one time: only then is a difference a contradiction."""
    seen = context.evidence
    if seen.get("other noun") or seen.get("one is to come"):
        return False
    if when is Order.UNKNOWN and not (
        context.left.published.interval.is_bounded or context.right.published.interval.is_bounded
    ):
        return context.alike >= _LOUD_BARE
    if not seen.get("near figures"):
        return False
    if when is Order.SAME_DAY:
        return context.alike >= _loud(context)
    if is_running(left, right):
        return False
    votes = _votes(left, context.left), _votes(right, context.right)
    if votes[0] and votes[1] and min(votes) >= _ONE_VOTE * max(votes):
        return context.alike >= _LOUD_TALLY
    if when is Order.UNKNOWN:
        return context.alike >= _LOUD_UNKNOWN
    telling = seen.get("same noun") and seen.get("distinctive figures")
    return context.alike >= (_LOUD_APART_TELLING if telling else _LOUD_APART)


def _may_be_a_part(part: Quantity, whole: Quantity) -> bool:
    """Whether only the smaller figure says of itself that there are more: "three of the victims", "five others"."""
    marked = [any(q.startswith(("part:", "more:")) for q in one.qualifiers) for one in (part, whole)]
    return marked[0] and not marked[1] and middle(part.interval) < middle(in_unit_of(whole, part).interval)


def _loud(context: Context) -> float:
    return _LOUD_SMALL if context.evidence.get("small figures") else _LOUD


def _votes(claim: Claim, side: Side) -> float:
    """All votes of a vote taken of which the figure is one side ("by 76 votes to 63"), else 0."""
    like = [c.value for c in side.claims if c.span == claim.span and isinstance(c.value, Quantity) and c.of == "vote"]
    taken = claim.of == "vote" and len(like) == 2 and claim.tense is Tense.PAST
    return sum(middle(value.interval) for value in like) if taken else 0.0


def _ordinals(a: Quantity, b: Quantity, context: Context) -> Judgement | None:
    """An 80th and a 70th anniversary are two occasions; a first and a second place are two places."""
    if fit(a, b) or context.alike < _SERIES or a.of is None or a.of not in _EDITIONS or a.of != b.of:
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
