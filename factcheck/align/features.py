"""What speaks for two claims being about one fact, as numbers, and the probability that they add up to."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.align.nouns import NounRelation, relate
from factcheck.align.predicates import same_act
from factcheck.extract.entities import same_name
from factcheck.model import Claim, Quantity
from factcheck.terms import ClaimKind, SegmentRole

Evidence = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Similarities that were computed for whole blocks of claims, each 0..1."""

    clause: float
    sentence: float
    clause_characters: float
    sentence_characters: float
    story: float


def features(left: Claim, right: Claim, likeness: Likeness, rarity: Mapping[str, float]) -> Evidence:
    """Named features of a pair, each -1..1; ``rarity`` weighs entity keys, 0..1."""
    nouns = relate(left.of, right.of)
    return (
        ("clause", likeness.clause),
        ("sentence", likeness.sentence),
        ("clause characters", likeness.clause_characters),
        ("sentence characters", likeness.sentence_characters),
        ("story", likeness.story),
        ("names", _shared_names(left.entities, right.entities, rarity)),
        ("same noun", float(nouns is NounRelation.SAME)),
        ("wider noun", float(nouns in (NounRelation.WIDER, NounRelation.NARROWER))),
        ("other noun", float(nouns is NounRelation.DIFFERENT)),
        ("same role", float(left.role is not None and left.role == right.role)),
        ("other role", float(left.role != right.role)),
        ("same subject", float(left.subject is not None and left.subject == right.subject)),
        ("other name as subject", float(other_actor(left, right))),
        ("same predicate", float(same_act(left.predicate, right.predicate))),
        ("other tense", float(left.tense is not right.tense)),
        ("one is dated", float((left.event_time is None) is not (right.event_time is None))),
        ("headline", float(_is_headline(left) or _is_headline(right))),
        ("distinctive unit", _distinctive(left, right)),
    )


def probability(kind: ClaimKind, evidence: Sequence[tuple[str, float]]) -> float:
    """The logistic sum of the weighted features, 0..1, with the weights for this kind of claim."""
    weights = _weights()[kind.value]
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in evidence)
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    text = files("factcheck.align").joinpath("weights.toml").read_text(encoding="utf-8")
    return {kind: dict(row) for kind, row in tomllib.loads(text).items()}


def _shared_names(left: Sequence[str], right: Sequence[str], rarity: Mapping[str, float]) -> float:
    """Shared names against the names of the poorer side, weighted by rarity."""
    a, b = set(left), set(right)
    if not a or not b:
        return 0.0
    weights = [sum(rarity.get(key, 1.0) for key in sorted(side)) for side in (a, b)]
    shared = sum(rarity.get(key, 1.0) for key in sorted(a & b))
    return shared / min(weights) if min(weights) else 0.0


def other_actor(left: Claim, right: Claim) -> bool:
    """Whether the two subjects are different names, neither of which the other sentence mentions."""
    if left.subject is None or right.subject is None or same_name(left.subject, right.subject):
        return False
    if left.subject in right.entities or right.subject in left.entities:
        return False
    return left.subject in left.entities and right.subject in right.entities


def _is_headline(claim: Claim) -> bool:
    return SegmentRole.HEADLINE.value in claim.trace


def _distinctive(left: Claim, right: Claim) -> float:
    """Whether both are in one unit that few figures of a story share: a measure or money, not a count or a share."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.unit != b.unit:
        return 0.0
    return float(a.unit not in ("count", "percent", "ordinal", "year", "day"))
