"""Which claims meet at all: those of related articles, of one kind, that say alike things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from factcheck.align.embedders import Embedder, Vectors
from factcheck.align.features import Evidence, Likeness, features, probability, weights_of
from factcheck.align.nouns import canonical
from factcheck.align.rivals import Scored, places_of, with_rivals
from factcheck.align.space import HELD, Likenesses, Rarity, Space, Wordings, covered
from factcheck.align.stories import Meeting
from factcheck.align.values import is_distinctive, middle
from factcheck.align.vectors import VectorFile
from factcheck.dating.occasions import Days
from factcheck.extract.quantities.units import dimension
from factcheck.extract.times.clock import is_clock
from factcheck.model import Alignment, Claim, Features, Quantity, TimeExpression
from factcheck.terms import ClaimKind

_NEAREST = 50  # partners of a claim in one other article
KEPT = 0.005  # probability below which an alignment is of no use to any rule

KINDS = tuple(ClaimKind)
# What is looked at first, computed for whole blocks of claims: the feature and the field of Likenesses that holds it.
FIRST_LOOK = {
    "clause": "clause",
    "sentence": "sentence",
    "window": "window",
    "frame": "frame",
    "like predicate": "predicate",
    "clause characters": "clause_characters",
    "sentence characters": "sentence_characters",
}
SHARES_KEY = "shares a key"

Advance = Callable[[int, int], None]

_BLOCKWISE = tuple(f.name for f in fields(Likenesses))


def align(
    claims: Sequence[Claim],
    sentence_of: Callable[[Claim], str],
    meetings: Sequence[Meeting],
    row_of: Mapping[str, int],
    published: Mapping[str, Days],
    embedder: Embedder,
    *,
    rarity: Rarity | None = None,
    within: bool,
    screened: bool = True,
    embedded: Advance | None = None,
    compared: Advance | None = None,
) -> Iterator[Alignment]:
    """Score every pair of claims that can meet, two articles at a time; those that may be one fact come out as they are found.

    ``meetings`` says which articles meet, ``row_of`` which row of it is an article's, ``published`` when it appeared, ``rarity``
    how rare words are, when the claims are but a part of a run's;
    ``within`` also pairs the claims of one article; unless ``screened``, pairs of no promise are scored too.
    ``embedded`` and ``compared`` are told how many articles are embedded, and how many pairs of them compared, and of how many.
    """
    places = places_of(claims)
    for pairs in scored_pairs(
        claims,
        sentence_of,
        meetings,
        row_of,
        published,
        embedder,
        rarity=rarity,
        within=within,
        screened=screened,
        embedded=embedded,
        compared=compared,
    ):
        for left, right, evidence, score in with_final_score(pairs, places):
            if score >= KEPT:
                yield Alignment(left=left.id, right=right.id, score=round(score, 4), evidence=evidence)


def with_final_score(pairs: Sequence[Scored], places: Mapping[str, int]) -> Iterator[Scored]:
    """The pairs of two articles with what their rivals say added, and the probability that follows."""
    for (left, right, evidence, _), beside in zip(pairs, with_rivals(pairs, places), strict=True):
        full = evidence.and_more(_rounded(beside))
        crosswise = dict(beside)["crosswise"] > 0
        yield left, right, full, 0.0 if crosswise else probability(weights_of(f"{left.kind.value} beside rivals"), full)


def scored_pairs(
    claims: Sequence[Claim],
    sentence_of: Callable[[Claim], str],
    meetings: Sequence[Meeting],
    row_of: Mapping[str, int],
    published: Mapping[str, Days],
    embedder: Embedder,
    *,
    rarity: Rarity | None = None,
    within: bool,
    screened: bool = True,
    embedded: Advance | None = None,
    compared: Advance | None = None,
) -> Iterator[list[Scored]]:
    """For every two articles the candidate pairs with their features and the probability by these alone.

    The claim with the smaller id is on the left. See ``align``.
    """
    if len(claims) < 2:
        return
    blocks = by_article(claims, row_of)
    rarity = rarity or Rarity.of(blocks, sentence_of)
    block_of = lru_cache(HELD)(lambda row: _Block.of(blocks[row]))
    # The blocks are small: two threads of the linear algebra library wait for each other longer than one takes.
    with VectorFile(embedder) as vectors, threadpool_limits(limits=1, user_api="blas"):
        space = Space(blocks, sentence_of, rarity, vectors, embedded)
        for done, (a, b, story) in enumerate(meetings, start=1):
            if a in blocks and b in blocks and (a != b or within):
                sides = (block_of(a), block_of(b), space.of(a), space.of(b))
                yield [
                    _scored(left, right, likeness, published)
                    for left, right, likeness in _candidates(*sides, space, story, screened=screened)
                ]
            if compared is not None:
                compared(done, len(meetings))


def by_article(claims: Iterable[Claim], row_of: Mapping[str, int]) -> Mapping[int, Sequence[Claim]]:
    """The claims of each article, by its row."""
    blocks: dict[int, list[Claim]] = {}
    for claim in claims:
        blocks.setdefault(row_of[claim.article_id], []).append(claim)
    return blocks


def _scored(one: Claim, other: Claim, likeness: Likeness, published: Mapping[str, Days]) -> Scored:
    left, right = (one, other) if one.id <= other.id else (other, one)
    days = (published[left.article_id], published[right.article_id])
    evidence = _rounded(features(left, right, likeness, days))
    return left, right, Features(evidence), probability(weights_of(left.kind.value), evidence)


_WHOLE = (0.0, 1.0)  # most features are yes or no


def _rounded(evidence: Evidence) -> Evidence:
    """Four decimals: what a processor adds up in another order must not change a report."""
    return tuple([one if one[1] in _WHOLE else (one[0], round(one[1], 4)) for one in evidence])


@dataclass(frozen=True, slots=True)
class _Block:
    """The claims of an article: what is looked up for each of them again and again."""

    claims: Sequence[Claim]
    kinds: NDArray[np.intp]
    keys: tuple[frozenset[str], ...]
    leading: frozenset[int]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _Block:
        kinds = np.array([KINDS.index(claim.kind) for claim in claims], dtype=np.intp)
        return cls(claims, kinds, tuple(map(keys_of, claims)), _leading(claims))


def _candidates(
    left: _Block, right: _Block, x: Wordings, y: Wordings, space: Space, story: float, *, screened: bool
) -> Iterator[tuple[Claim, Claim, Likeness]]:
    """Pairs of claims of two articles worth a closer look, with their similarities."""
    likenesses = space.between(x, y)
    worth = left.kinds[:, None] == right.kinds[None, :]
    if screened:
        worth = _promising(_promise(likenesses, _sharing(left.keys, right.keys), left.kinds, right.kinds))
    blockwise = [getattr(likenesses, name) for name in _BLOCKWISE]
    rows, columns = np.nonzero(worth)
    values = np.stack([block[rows, columns] for block in blockwise], axis=1).tolist()
    for i, j, found in zip(rows.tolist(), columns.tolist(), values, strict=True):
        one, other = left.claims[i], right.claims[j]
        if (left is right and i >= j) or not _may_meet(one, other):
            continue
        least, most = covered(x, i, y, j)
        likeness = Likeness(
            **dict(zip(_BLOCKWISE, found, strict=True)),
            story=story,
            covered_least=least,
            covered_most=most,
            words=space.shared(x.words[i], y.words[j]),
            sentence_words=space.shared(x.sentence_words[i], y.sentence_words[j]),
            leading=i in left.leading and j in right.leading,
        )
        yield one, other, likeness


def _promise(
    likenesses: Likenesses, sharing: NDArray[np.bool_], left: NDArray[np.intp], right: NDArray[np.intp]
) -> Vectors:
    """What a first look at the wording gives for each pair of a block: from 0 it is worth a closer one; NaN for two kinds.

    ``left`` and ``right`` number the claims' kinds. The weights are fitted so that one true pair in a hundred falls below 0.
    """
    promise = np.full(sharing.shape, np.nan, dtype=np.float32)
    for number in set(left.tolist()) & set(right.tolist()):
        weights = weights_of(f"{KINDS[number].value} at first look")
        rows, columns = np.nonzero(left == number)[0], np.nonzero(right == number)[0]
        block = np.ix_(rows, columns)
        total = weights["bias"] + weights[SHARES_KEY] * sharing[block]
        for name, field in FIRST_LOOK.items():
            total = total + weights.get(name, 0.0) * getattr(likenesses, field)[block]
        promise[block] = total
    return promise


def _leading(claims: Sequence[Claim]) -> frozenset[int]:
    """The claims (by place) whose figure is the largest of its role in its article, but for what happened another day."""
    best: dict[tuple[str, str], float] = {}
    for claim in claims:
        if claim.role is not None and isinstance(claim.value, Quantity) and _is_of_now(claim):
            key = (claim.article_id, claim.role)
            best[key] = max(best.get(key, 0.0), middle(claim.value.interval))
    return frozenset(
        i
        for i, claim in enumerate(claims)
        if claim.role is not None
        and isinstance(claim.value, Quantity)
        and _is_of_now(claim)
        and middle(claim.value.interval) == best.get((claim.article_id, claim.role))
    )


def _is_of_now(claim: Claim) -> bool:
    """Whether nothing dates the claim to a year or a month of its own: "In 1998 six people drowned"."""
    return claim.event_time is None or claim.event_time.grain in ("day", "hour", "minute", "weekend")


def _promising(promise: Vectors) -> NDArray[np.bool_]:
    """Of the pairs worth a look, each claim's most promising ones: a list of a thousand like lines is not a million pairs."""
    worth = np.asarray(promise >= 0)
    if promise.shape[1] <= _NEAREST or int(worth.sum(axis=1).max(initial=0)) <= _NEAREST:
        return worth
    ranked = np.where(worth, promise, -np.inf)
    least = np.partition(ranked, -_NEAREST, axis=1)[:, -_NEAREST]
    return np.asarray(worth & (ranked >= least[:, None]))


def _sharing(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> NDArray[np.bool_]:
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


def _may_meet(left: Claim, right: Claim) -> bool:
    """Same kind, figures of one dimension, two dates or two times of day, and not the words of one sentence."""
    if left.kind is not right.kind or (left.article_id == right.article_id and left.sentence == right.sentence):
        return False
    a, b = left.value, right.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return dimension(a.unit) == dimension(b.unit)
    if isinstance(a, TimeExpression) and isinstance(b, TimeExpression):
        return is_clock(a) is is_clock(b)
    return True
