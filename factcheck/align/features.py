"""What speaks for two claims being about one fact, as numbers, and the probability that they add up to."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.align.nouns import NounRelation, relate
from factcheck.model import Claim, Quantity
from factcheck.terms import ClaimKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Similarities that were computed for whole blocks of claims, each 0..1."""

    clause: float
    sentence: float
    characters: float
    story: float


# Log-odds. Calibration: see docs/quality.md; set by hand on the development stories, then read off the labelled pairs
# found and missed. `bias` is where nothing speaks for or against.
WEIGHTS: Mapping[str, float] = {
    "bias": -5.0,
    "clause": 3.0,
    "sentence": 2.0,
    "characters": 2.5,
    "story": 1.5,
    "names": 1.5,
    "noun": 1.2,
    "role": 1.5,
    "subject": 1.2,
    "predicate": 0.8,
    "equal": 0.8,
}


def features(
    left: Claim, right: Claim, likeness: Likeness, rarity: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Named features of a pair, each -1..1; positive speaks for one fact. ``rarity`` weighs entity keys, 0..1."""
    return (
        ("clause", likeness.clause),
        ("sentence", likeness.sentence),
        ("characters", likeness.characters),
        ("story", likeness.story),
        ("names", _shared_names(left.entities, right.entities, rarity)),
        ("noun", _noun(left.of, right.of)),
        ("role", _agree(left.role, right.role)),
        ("subject", _subject(left, right)),
        ("predicate", _agree(left.predicate, right.predicate, against=0.0)),
        ("equal", _equal(left, right)),
    )


def probability(named: Sequence[tuple[str, float]]) -> float:
    """The logistic sum of the weighted features, 0..1."""
    total = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in named)
    return 1 / (1 + math.exp(-total))


def _shared_names(left: Sequence[str], right: Sequence[str], rarity: Mapping[str, float]) -> float:
    a, b = set(left), set(right)
    if not a or not b:
        return 0.0
    smaller = min((a, b), key=lambda s: sum(rarity.get(k, 1.0) for k in s))
    weight = sum(rarity.get(k, 1.0) for k in smaller)
    return sum(rarity.get(k, 1.0) for k in a & b) / weight if weight else 0.0


def _noun(left: str | None, right: str | None) -> float:
    match relate(left, right):
        case NounRelation.SAME:
            return 1.0
        case NounRelation.WIDER | NounRelation.NARROWER:
            return 0.5
        case NounRelation.DIFFERENT:
            return -1.0
        case _:
            return 0.0


def _agree(left: str | None, right: str | None, against: float = -1.0) -> float:
    if left is None or right is None:
        return 0.0
    return 1.0 if left == right else against


def _subject(left: Claim, right: Claim) -> float:
    if left.subject is None or right.subject is None:
        return 0.0
    if left.subject == right.subject:
        return 1.0
    if left.subject in right.entities or right.subject in left.entities:
        return 0.0
    named = left.subject in left.entities and right.subject in right.entities
    return -1.0 if named else -0.3


def _equal(left: Claim, right: Claim) -> float:
    """Equal figures are evidence of one fact the more digits they share by chance the less."""
    a, b = left.value, right.value
    if left.kind is not ClaimKind.QUANTITY or not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return 0.0
    if a.unit != b.unit or a.interval != b.interval or a.low is None:
        return 0.0
    digits = len(f"{abs(a.low):.12g}".replace(".", "").rstrip("0"))
    return min(1.0, digits / 3)
