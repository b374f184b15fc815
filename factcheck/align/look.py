"""A first look at all the claims of two articles at once: which pairs are worth a closer one.

It takes what can be had for whole blocks of claims and without embedding a clause: the words that the two have in common or that
lie near each other, letters, roles, nouns and figures. So a claim that meets nothing of promise is never embedded.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.align.embedders import Vectors
from factcheck.align.features import EQUAL, FAR, weights_of
from factcheck.align.nouns import canonical
from factcheck.align.predicates import act
from factcheck.align.space import Likenesses
from factcheck.align.values import is_distinctive, middle
from factcheck.extract.quantities.units import dimension, in_base
from factcheck.extract.times.clock import is_clock
from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.terms import ClaimKind

_NEAREST = 50  # partners of a claim in one other article

_KINDS = tuple(ClaimKind)
SHARES_KEY = "shares a key"
# What is looked at, by the names that the features have.
FIRST_LOOK = (
    "words covered, poorer side",
    "words covered, richer side",
    "clause characters",
    "sentence characters",
    "one article",
    "same predicate",
    "log ratio",
    "equal figures",
    "same grain",
    "both open",
    "times of day",
)

Block = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Outline:
    """The claims of an article: what is looked up for each of them again and again.

    ``families`` are one for claims that can meet: of one kind, figures of one dimension, two dates or two times of day;
    ``leading`` are the places of the article's tolls.
    """

    claims: Sequence[Claim]
    kinds: NDArray[np.intp]
    families: NDArray[np.object_]
    sentences: NDArray[np.intp]
    keys: tuple[frozenset[str], ...]
    predicates: NDArray[np.object_]
    grains: NDArray[np.object_]
    clocks: Block
    opens: Block
    figures: Vectors
    leading: frozenset[int]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Outline:
        """What there is to look up for these claims of one article."""
        times = [c.value if isinstance(c.value, TimeExpression) else None for c in claims]
        return cls(
            claims=claims,
            kinds=np.array([_KINDS.index(claim.kind) for claim in claims], dtype=np.intp),
            families=_objects([_family(c) for c in claims]),
            sentences=np.array([c.sentence for c in claims], dtype=np.intp),
            keys=tuple(map(keys_of, claims)),
            predicates=_objects([None if c.predicate is None else act(c.predicate) for c in claims]),
            grains=_objects([None if t is None else t.grain for t in times]),
            clocks=np.array([t is not None and is_clock(t) for t in times], dtype=np.bool_),
            opens=np.array([t is not None and not t.interval.is_bounded for t in times], dtype=np.bool_),
            figures=np.array([_figure(c) for c in claims], dtype=np.float32),
            leading=_leading(claims),
        )


def _leading(claims: Sequence[Claim]) -> frozenset[int]:
    """The claims (by place) whose figure is the largest of its role in the article, but for what happened another day."""
    tolls = {
        i: (claim.role, middle(claim.value.interval))
        for i, claim in enumerate(claims)
        if claim.role is not None and isinstance(claim.value, Quantity) and _is_of_now(claim)
    }
    best: dict[str, float] = {}
    for role, figure in tolls.values():
        best[role] = max(best.get(role, 0.0), figure)
    return frozenset(i for i, (role, figure) in tolls.items() if figure == best[role])


def _is_of_now(claim: Claim) -> bool:
    """Whether nothing dates the claim to a year or a month of its own: "In 1998 six people drowned"."""
    return claim.event_time is None or claim.event_time.grain in ("day", "hour", "minute", "weekend")


def candidates(left: Outline, right: Outline, alike: Likenesses, *, screened: bool) -> tuple[NDArray[np.intp], ...]:
    """The places in both articles of each pair of claims worth a closer look; of every pair that can meet, unless ``screened``.

    The dates of one article do not meet: no rule speaks on two of them, for an article tells its own days apart.
    """
    worth = left.families[:, None] == right.families[None, :]
    if left is right:  # each two once, and not the words of one sentence
        worth = np.triu(worth, 1) & (left.sentences[:, None] != right.sentences[None, :])
        worth &= (left.kinds != _KINDS.index(ClaimKind.TIME))[:, None]
    if screened and worth.any():
        worth = _promising(np.where(worth, _promise(left, right, alike), np.float32(np.nan)))
    return np.nonzero(worth)


def _promise(left: Outline, right: Outline, alike: Likenesses) -> Vectors:
    """What a first look gives for each pair of a block: from 0 it is worth a closer one; nothing that counts for two kinds.

    The weights are fitted so that one in a hundred of the pairs that come to something falls below 0
    (benchmarks/train_alignment.py).
    """
    seen = _seen(left, right, alike)
    promise = np.full(alike.covered_least.shape, np.nan, dtype=np.float32)
    for number in set(left.kinds.tolist()) & set(right.kinds.tolist()):
        weights = weights_of(f"{_KINDS[number].value} at first look")
        block = np.ix_(np.flatnonzero(left.kinds == number), np.flatnonzero(right.kinds == number))
        total: Vectors = np.full((1, 1), weights["bias"], dtype=np.float32)
        for name, values in seen.items():
            if weight := weights.get(name, 0.0):
                total = total + np.float32(weight) * values[block].astype(np.float32)
        promise[block] = total
    return promise


def _seen(left: Outline, right: Outline, alike: Likenesses) -> Mapping[str, Vectors | Block]:
    """The features of a first look, each for every pair of a block."""
    ratio = np.abs(left.figures[:, None] - right.figures[None, :])
    ratio = np.minimum(np.where(np.isnan(ratio), FAR, ratio), FAR)
    return {
        "words covered, poorer side": alike.covered_least,
        "words covered, richer side": alike.covered_most,
        "clause characters": alike.clause_characters,
        "sentence characters": alike.sentence_characters,
        "one article": np.full(ratio.shape, left is right),
        "same predicate": _same(left.predicates, right.predicates),
        "log ratio": ratio,
        "equal figures": ratio < EQUAL,
        "same grain": _same(left.grains, right.grains),
        "both open": left.opens[:, None] & right.opens[None, :],
        "times of day": left.clocks[:, None] & right.clocks[None, :],
        SHARES_KEY: _sharing(left.keys, right.keys),
    }


def _promising(promise: Vectors) -> Block:
    """Of the pairs worth a look, each claim's most promising ones: a list of a thousand like lines is not a million pairs."""
    worth = np.asarray(promise >= 0)
    if promise.shape[1] <= _NEAREST or int(worth.sum(axis=1).max(initial=0)) <= _NEAREST:
        return worth
    ranked = np.where(worth, promise, -np.inf)
    least = np.partition(ranked, -_NEAREST, axis=1)[:, -_NEAREST]
    return np.asarray(worth & (ranked >= least[:, None]))


def _sharing(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> Block:
    """Which pairs share a key, shape (len(left), len(right))."""
    shared = np.zeros((len(left), len(right)), dtype=np.bool_)
    places: dict[str, list[int]] = {}
    for y, keys in enumerate(right):
        for key in keys:
            places.setdefault(key, []).append(y)
    for x, keys in enumerate(left):
        for key in keys:
            if key in places:
                shared[x, places[key]] = True
    return shared


def keys_of(claim: Claim) -> frozenset[str]:
    """What brings two figures together whatever their wording: a shared role, counted noun, measure or rare figure."""
    value = claim.value
    if not isinstance(value, Quantity):
        return frozenset()
    found = set()
    if claim.role is not None:
        found.add(f"role {claim.role}")
    if claim.of is not None:
        found.add(f"noun {value.unit} {canonical(claim.of)}")
    kind = dimension(value.unit)
    if kind not in _COUNTED:
        found.add(f"measure {kind}")
    if is_distinctive(value):
        found.add(f"figure {kind} {value.low:.6g}")
    return frozenset(found)


_COUNTED = frozenset({"count", "ordinal"})


def _family(claim: Claim) -> str:
    value = claim.value
    if isinstance(value, Quantity):
        return f"{claim.kind.value} {dimension(value.unit)}"
    return f"{claim.kind.value} {isinstance(value, TimeExpression) and is_clock(value)}"


def _figure(claim: Claim) -> float:
    """The logarithm of a figure, in the unit that its dimension is reckoned in; not a number for what is none."""
    value = claim.value
    return math.log(abs(in_base(middle(value.interval), value.unit)) + 0.5) if isinstance(value, Quantity) else math.nan


def _same(left: NDArray[np.object_], right: NDArray[np.object_]) -> Block:
    """Which pairs are equal, where both are known."""
    known = (left != None)[:, None] & (right != None)[None, :]  # noqa: E711 - element by element
    return np.asarray((left[:, None] == right[None, :]) & known, dtype=np.bool_)


def _objects(values: Sequence[str | None]) -> NDArray[np.object_]:
    found = np.empty(len(values), dtype=np.object_)
    found[:] = values
    return found
