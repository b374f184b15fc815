"""Which claims meet at all: those of related articles, of one kind, that say alike things."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from factcheck.align.embedders import Embedder, Vectors
from factcheck.align.features import Evidence, Likeness, features, probability, weights_of
from factcheck.align.nouns import canonical
from factcheck.align.rivals import Scored, with_rivals
from factcheck.align.space import Likenesses, Space
from factcheck.align.stories import Related, related_from
from factcheck.align.values import is_distinctive, middle
from factcheck.dating.occasions import Days
from factcheck.extract.quantities.units import dimension
from factcheck.extract.times.clock import is_clock
from factcheck.model import Alignment, Claim, Quantity, TimeExpression
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

_BLOCKWISE = tuple(f.name for f in fields(Likenesses))


def align(
    claims: Sequence[Claim],
    sentence_of: Callable[[Claim], str],
    related: Related,
    row_of: Mapping[str, int],
    published: Mapping[str, Days],
    embedder: Embedder,
    *,
    within: bool,
    screened: bool = True,
    advance: Callable[[int, int], None] | None = None,
) -> tuple[Alignment, ...]:
    """Score every pair of claims that can meet; those that may be one fact are kept, in order of their ids.

    ``related`` says how far articles are related, ``row_of`` which row of it is an article's, ``published`` when it appeared;
    ``within`` also pairs the claims of one article; unless ``screened``, pairs of no promise are scored too. ``advance`` is told how many of how many texts are embedded.
    """
    pairs = scored_pairs(
        claims, sentence_of, related, row_of, published, embedder, within=within, screened=screened, advance=advance
    )
    found = []
    for left, right, evidence, score in with_final_score(pairs):
        if score >= KEPT:
            found.append(Alignment(left=left.id, right=right.id, score=round(score, 4), evidence=evidence))
    return tuple(sorted(found, key=lambda a: (a.left, a.right)))


def with_final_score(pairs: Sequence[Scored]) -> Iterator[Scored]:
    """The pairs with what their rivals say added, and the probability that follows."""
    for (left, right, evidence, _), beside in zip(pairs, with_rivals(pairs), strict=True):
        full = (*evidence, *_rounded(beside))
        crosswise = dict(beside)["crosswise"] > 0
        yield left, right, full, 0.0 if crosswise else probability(weights_of(f"{left.kind.value} beside rivals"), full)


def scored_pairs(
    claims: Sequence[Claim],
    sentence_of: Callable[[Claim], str],
    related: Related,
    row_of: Mapping[str, int],
    published: Mapping[str, Days],
    embedder: Embedder,
    *,
    within: bool,
    screened: bool = True,
    advance: Callable[[int, int], None] | None = None,
) -> list[Scored]:
    """The candidate pairs with their features and the probability by these alone; the smaller id is on the left."""
    if len(claims) < 2:
        return []
    space = Space(claims, [sentence_of(c) for c in claims], embedder, advance)
    found = []
    # The blocks are small: two threads of the linear algebra library wait for each other longer than one takes.
    with threadpool_limits(limits=1, user_api="blas"):
        for i, j, likeness in _candidates(claims, space, related, row_of, within=within, screened=screened):
            left, right = sorted((claims[i], claims[j]), key=lambda c: c.id)
            days = (published[left.article_id], published[right.article_id])
            evidence = _rounded(features(left, right, likeness, days))
            found.append((left, right, evidence, probability(weights_of(left.kind.value), evidence)))
    return found


_WHOLE = (0.0, 1.0)  # most features are yes or no


def _rounded(evidence: Evidence) -> Evidence:
    """Four decimals: what a processor adds up in another order must not change a report."""
    return tuple([(name, value if value in _WHOLE else round(value, 4)) for name, value in evidence])


def _candidates(
    claims: Sequence[Claim],
    space: Space,
    related: Related,
    row_of: Mapping[str, int],
    *,
    within: bool,
    screened: bool,
) -> Iterator[tuple[int, int, Likeness]]:
    """Pairs of claim indices (left before right) worth a closer look, with their similarities."""
    blocks: dict[int, list[int]] = {}
    for i, claim in enumerate(claims):
        blocks.setdefault(row_of[claim.article_id], []).append(i)
    keys = [keys_of(claim) for claim in claims]
    leading = _leading(claims)
    kinds = np.array([KINDS.index(claim.kind) for claim in claims])
    for a, b, story in related.pairs(related_from(len(related))):
        if a not in blocks or b not in blocks or (a == b and not within):
            continue
        left, right = np.array(blocks[a], dtype=np.intp), np.array(blocks[b], dtype=np.intp)
        likenesses = space.between(left, right)
        worth = kinds[left][:, None] == kinds[right][None, :]
        if screened:
            sharing = _sharing(blocks[a], blocks[b], keys)
            worth = _promising(_promise(likenesses, sharing, kinds[left], kinds[right]))
        for x, y in zip(*np.nonzero(worth), strict=True):
            i, j = int(left[x]), int(right[y])
            if (a == b and i >= j) or not _may_meet(claims[i], claims[j]):
                continue
            least, most = space.covered(i, j)
            yield (
                i,
                j,
                Likeness(
                    **{name: float(getattr(likenesses, name)[x, y]) for name in _BLOCKWISE},
                    story=story,
                    covered_least=least,
                    covered_most=most,
                    words=space.shared(space.words[i], space.words[j]),
                    sentence_words=space.shared(space.sentence_words[i], space.sentence_words[j]),
                    leading=i in leading and j in leading,
                ),
            )


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


def _sharing(left: Sequence[int], right: Sequence[int], keys: Sequence[frozenset[str]]) -> NDArray[np.bool_]:
    """Which pairs share a key, shape (len(left), len(right))."""
    shared = np.zeros((len(left), len(right)), dtype=np.bool_)
    places: dict[str, list[int]] = {}
    for y, j in enumerate(right):
        for key in keys[j]:
            places.setdefault(key, []).append(y)
    for x, i in enumerate(left):
        for key in keys[i]:
            shared[x, places.get(key, [])] = True
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
