"""What speaks for two claims being about one fact, as numbers, and the probability that they add up to."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.align.content import has_name, names_told_of, shares_name
from factcheck.align.nouns import NounRelation, relate
from factcheck.align.predicates import same_act
from factcheck.align.values import in_unit_of, is_distinctive, middle
from factcheck.dating.occasions import Days, Same, occasion
from factcheck.extract.attribution.sources import party
from factcheck.extract.entities import same_name
from factcheck.extract.quantities.units import dimension
from factcheck.extract.times.clock import is_clock
from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.terms import ClaimKind, SegmentRole, Tense

Evidence = tuple[tuple[str, float], ...]

FAR = 4.0  # log ratio from which two figures are just far apart
EQUAL = 1e-3  # log ratio below which two figures are one
_NEAR = 0.7  # log ratio below which one may be a correction or a rounding of the other
_SMALL = 3
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Similarities of one pair that were computed for whole blocks of claims, each -1..1.

    ``leading`` says that both figures are the largest of their role in their articles: the tolls, not parts of them.
    """

    wording: float = 0.0
    sentence: float = 0.0
    noun: float = 0.0
    predicate: float = 0.0
    subject: float = 0.0
    clause_characters: float = 0.0
    sentence_characters: float = 0.0
    story: float = 0.0
    covered_least: float = 0.0
    covered_most: float = 0.0
    words: float = 0.0
    sentence_words: float = 0.0
    leading: bool = False


def features(left: Claim, right: Claim, likeness: Likeness, published: tuple[Days, Days]) -> Evidence:
    """Named features of a pair, most of them 0..1."""
    return (
        *_wording(likeness),
        *_structure(left, right, likeness),
        *_occasions(left, right, published),
        *_times(left, right),
        *_figures(left, right, likeness),
    )


def _wording(likeness: Likeness) -> Evidence:
    return (
        ("wording", likeness.wording),
        ("sentence", likeness.sentence),
        ("clause characters", likeness.clause_characters),
        ("sentence characters", likeness.sentence_characters),
        ("story", likeness.story),
        ("words covered, poorer side", likeness.covered_least),
        ("words covered, richer side", likeness.covered_most),
        ("shared words", likeness.words),
        ("shared words of the sentences", likeness.sentence_words),
    )


def _structure(left: Claim, right: Claim, likeness: Likeness) -> Evidence:
    own_left, own_right = names_told_of(left), names_told_of(right)
    return (
        ("one article", float(left.article_id == right.article_id)),
        ("headline", float(_is_headline(left) or _is_headline(right))),
        ("same subject", float(_same_subject(left, right))),
        ("like subject", likeness.subject if left.subject and right.subject else 0.3),
        ("other name as subject", float(other_actor(left, right))),
        ("same predicate", float(same_act(left.predicate, right.predicate))),
        ("like predicate", likeness.predicate),
        ("shared name", float(shares_name(own_left, own_right))),
        ("unnamed", float(not own_left or not own_right)),
        ("other tense", float(left.tense is not right.tense)),
        ("one is to come", float((left.tense is Tense.FUTURE) is not (right.tense is Tense.FUTURE))),
        ("one is negative", float(left.positive is not right.positive)),
        ("few words", float(min(len(left.text.split()), len(right.text.split())) <= _FEW_WORDS)),
    )


def _occasions(left: Claim, right: Claim, published: tuple[Days, Days]) -> Evidence:
    """Nothing for dates: the value is the occasion there, and of two that are far apart nobody labels that they differ."""
    if left.kind is ClaimKind.TIME:
        return ()
    same = occasion(left, right, *published).same
    return (
        ("one is dated", float((left.event_time is None) is not (right.event_time is None))),
        ("same occasion", float(same is Same.YES)),
        ("other occasion", float(same is Same.NO)),
    )


def _times(left: Claim, right: Claim) -> Evidence:
    a, b = left.value, right.value
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression):
        return ()
    return (
        ("times of day", float(is_clock(a) and is_clock(b))),
        ("same grain", float(a.grain == b.grain)),
        ("both open", float(not a.interval.is_bounded and not b.interval.is_bounded)),
    )


def _figures(left: Claim, right: Claim, likeness: Likeness) -> Evidence:
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or dimension(a.unit) != dimension(b.unit):
        return ()
    nouns = relate(a.of, b.of)
    neither = a.of is None and b.of is None
    x, y = middle(a.interval), middle(in_unit_of(b, a).interval)
    ratio = FAR if math.isnan(x) or math.isnan(y) else abs(math.log((abs(x) + 0.5) / (abs(y) + 0.5)))
    small = max(abs(x), abs(y)) <= _SMALL
    return (
        ("same noun", float(nouns is NounRelation.SAME)),
        ("wider noun", float(nouns in (NounRelation.WIDER, NounRelation.NARROWER))),
        ("other noun", float(nouns is NounRelation.DIFFERENT)),
        ("like noun", likeness.noun if a.of and b.of else 0.3),
        ("no noun", float(neither)),
        ("noun on one side", float((a.of is None) is not (b.of is None))),
        ("same role", float(a.role is not None and a.role == b.role)),
        ("leading figures of one role", float(likeness.leading and a.role == b.role)),
        ("other role", float(a.role is not None and b.role is not None and a.role != b.role)),
        ("role on one side", float((a.role is None) is not (b.role is None))),
        ("log ratio", min(ratio, FAR)),
        ("near figures", float(ratio < _NEAR)),
        ("equal figures", float(ratio < EQUAL)),
        ("distinctive figures", float(is_distinctive(a) and is_distinctive(b))),
        ("small figures", float(small)),
        ("equal small figures", float(small and ratio < EQUAL)),
        ("wording of small figures", likeness.wording if small else 0.0),
        ("wording of equal small figures", likeness.wording if small and ratio < EQUAL else 0.0),
        ("same noun and predicate", float(nouns is NounRelation.SAME and same_act(left.predicate, right.predicate))),
        (
            "leading figures, both or neither in a headline",
            float(likeness.leading and _is_headline(left) is _is_headline(right)),
        ),
        ("wording of figures without a noun", likeness.wording if neither else 0.0),
        ("same qualifiers", float(a.qualifiers == b.qualifiers)),
        ("measure", float(a.unit == b.unit and a.unit not in ("count", "percent", "ordinal", "year", "day"))),
        ("wording of measures", likeness.wording if dimension(a.unit) not in ("count", "percent", "ordinal") else 0.0),
        ("percent", float(a.unit == "percent")),
        ("ordinal", float(a.unit == "ordinal")),
        ("years", float(a.unit == "year")),
        ("two parties", float(_two_parties(left, right))),
        ("two parties, no other noun", float(_two_parties(left, right) and nouns is not NounRelation.DIFFERENT)),
    )


def probability(weights: Mapping[str, float], evidence: Sequence[tuple[str, float]]) -> float:
    """The logistic sum of the weighted features, 0..1."""
    weight = weights.get
    total = weights["bias"] + sum([weight(name, 0.0) * value for name, value in evidence])
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


def weights_of(stage: str) -> Mapping[str, float]:
    """The weights of a stage in weights.toml ("quantity", "quantity rivals", ...)."""
    return _weights()[stage]


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    text = files("factcheck.align").joinpath("weights.toml").read_text(encoding="utf-8")
    return {kind: dict(row) for kind, row in tomllib.loads(text).items()}


def other_actor(left: Claim, right: Claim) -> bool:
    """Whether the two subjects are different names, neither of which the other sentence mentions."""
    if left.subject is None or right.subject is None or same_name(left.subject, right.subject):
        return False
    if has_name(left.subject, right.entities) or has_name(right.subject, left.entities):
        return False
    return left.subject in left.entities and right.subject in right.entities


def _two_parties(left: Claim, right: Claim) -> bool:
    """Whether each figure is given by a party of its own ("police", "organisers"): so are the figures that are in dispute."""
    if left.attribution is None or right.attribution is None:
        return False
    ours, theirs = party(left.attribution.source), party(right.attribution.source)
    return bool(ours and theirs) and ours != theirs


def _same_subject(left: Claim, right: Claim) -> bool:
    a, b = left.subject, right.subject
    return a is not None and b is not None and (a == b or same_name(a, b))


def _is_headline(claim: Claim) -> bool:
    return SegmentRole.HEADLINE.value in claim.trace
