"""Which claims meet at all: those of related articles, of comparable kinds, that say alike things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.align.embedders import Embedder, Vectors
from factcheck.align.features import Evidence, Likeness, features, probability
from factcheck.align.nouns import canonical
from factcheck.align.stories import related_from
from factcheck.align.values import is_distinctive
from factcheck.extract.quantities.units import dimension
from factcheck.model import Alignment, Claim, Quantity
from factcheck.terms import ClaimKind

_FLOOR = 0.40  # mean cosine of clause and sentence; pairs that share a role or a counted noun meet below it too
_FLOOR_STATEMENT = 0.27  # opposites and counter-examples are told in other words; their rules look at structure
_NEAREST = 50  # partners of a claim in one other article
_KEPT = 0.05  # probability below which an alignment is of no use to any rule
_DIGITS = re.compile(r"\d[\d,.]*")


def align(
    claims: Sequence[Claim],
    sentence_of: Callable[[Claim], str],
    related: NDArray[np.float32],
    row_of: Mapping[str, int],
    embedder: Embedder,
    *,
    within: bool,
    floor: float = _FLOOR,
    advance: Callable[[int, int], None] | None = None,
) -> tuple[Alignment, ...]:
    """Score every pair of claims that can meet; those that may be one fact are kept, in order of their ids.

    ``related`` holds the articles' relatedness, ``row_of`` an article's row in it; ``within`` also pairs the claims of
    one article. ``advance`` is told how many of how many texts are embedded.
    """
    found = []
    pairs = scored_pairs(claims, sentence_of, related, row_of, embedder, within=within, floor=floor, advance=advance)
    for left, right, evidence in pairs:
        score = probability(left.kind, evidence)
        if score >= _KEPT:
            found.append(Alignment(left=left.id, right=right.id, score=round(score, 4), evidence=evidence))
    return tuple(sorted(found, key=lambda a: (a.left, a.right)))


def scored_pairs(
    claims: Sequence[Claim],
    sentence_of: Callable[[Claim], str],
    related: NDArray[np.float32],
    row_of: Mapping[str, int],
    embedder: Embedder,
    *,
    within: bool,
    floor: float = _FLOOR,
    advance: Callable[[int, int], None] | None = None,
) -> Iterator[tuple[Claim, Claim, Evidence]]:
    """The candidate pairs with their features, the claim of the smaller id on the left."""
    if len(claims) < 2:
        return
    clauses = [masked(c.text, c) for c in claims]
    sentences = [masked(sentence_of(c), c) for c in claims]
    space = Space(clauses, sentences, embedder, advance)
    rare = rarity(claims)
    for i, j, likeness in _candidates(claims, space, related, row_of, within=within, floor=floor):
        left, right = sorted((claims[i], claims[j]), key=lambda c: c.id)
        yield left, right, features(left, right, likeness, rare)


def masked(text: str, claim: Claim) -> str:
    """The words around the value, without the value: what is said, not how much."""
    if claim.value is not None and claim.kind is not ClaimKind.ENTITY:
        value = claim.text[claim.value.span.start - claim.span.start : claim.value.span.end - claim.span.start]
        text = text.replace(value, "N") if value else text
    return " ".join(_DIGITS.sub("N", text).split())


class Space:
    """Vectors of clauses and sentences, kept beside the claims, each distinct text embedded once."""

    def __init__(
        self,
        clauses: Sequence[str],
        sentences: Sequence[str],
        embedder: Embedder,
        advance: Callable[[int, int], None] | None = None,
    ) -> None:
        distinct = sorted({*clauses, *sentences})
        row = {text: i for i, text in enumerate(distinct)}
        vectors = embedder.encode(distinct, advance and (lambda done: advance(done, len(distinct))))
        self._clause: Vectors = vectors[[row[t] for t in clauses]]
        self._sentence: Vectors = vectors[[row[t] for t in sentences]]
        rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(distinct)
        self._clause_grams = rows[[row[t] for t in clauses]]
        self._sentence_grams = rows[[row[t] for t in sentences]]

    def between(self, left: NDArray[np.intp], right: NDArray[np.intp]) -> tuple[Vectors, ...]:
        """Cosines of clauses and sentences, dense and by character n-grams, each of shape (len(left), len(right))."""
        return (
            self._clause[left] @ self._clause[right].T,
            self._sentence[left] @ self._sentence[right].T,
            (self._clause_grams[left] @ self._clause_grams[right].T).toarray(),
            (self._sentence_grams[left] @ self._sentence_grams[right].T).toarray(),
        )


def _candidates(
    claims: Sequence[Claim],
    space: Space,
    related: NDArray[np.float32],
    row_of: Mapping[str, int],
    *,
    within: bool,
    floor: float,
) -> Iterator[tuple[int, int, Likeness]]:
    """Pairs of claim indices (left before right) worth a closer look, with their block-wise similarities."""
    blocks: dict[int, list[int]] = {}
    for i, claim in enumerate(claims):
        blocks.setdefault(row_of[claim.article_id], []).append(i)
    keys = [_keys(claim) for claim in claims]
    plain = np.array([claim.kind is ClaimKind.STATEMENT for claim in claims])
    floor_plain = min(floor, _FLOOR_STATEMENT)
    rows = sorted(blocks)
    threshold = related_from(len(row_of))
    for n, a in enumerate(rows):
        for b in rows[n:]:
            if related[a, b] < threshold or (a == b and not within):
                continue
            left, right = np.array(blocks[a], dtype=np.intp), np.array(blocks[b], dtype=np.intp)
            clause, sentence, clause_grams, sentence_grams = space.between(left, right)
            near = (clause + sentence) / 2 >= np.where(plain[left][:, None] & plain[right][None, :], floor_plain, floor)
            worth = _nearest(((clause + sentence) / 2).astype(np.float32), near | _sharing(blocks[a], blocks[b], keys))
            for x, y in zip(*np.nonzero(worth), strict=True):
                i, j = int(left[x]), int(right[y])
                if (a == b and i >= j) or not _may_meet(claims[i], claims[j]):
                    continue
                likeness = Likeness(
                    clause=float(clause[x, y]),
                    sentence=float(sentence[x, y]),
                    clause_characters=float(clause_grams[x, y]),
                    sentence_characters=float(sentence_grams[x, y]),
                    story=float(related[a, b]),
                )
                yield i, j, likeness


def _nearest(likeness: Vectors, worth: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of the pairs worth a look, each claim's nearest ones: a list of a thousand like lines is not a million pairs."""
    if likeness.shape[1] <= _NEAREST or int(worth.sum(axis=1).max(initial=0)) <= _NEAREST:
        return worth
    ranked = np.where(worth, likeness, -2.0)
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


def _keys(claim: Claim) -> frozenset[str]:
    """What brings two figures together whatever their wording: a shared role, counted noun, measure or rare figure."""
    value = claim.value
    if not isinstance(value, Quantity):
        return frozenset()
    found = set()
    if claim.role is not None:
        found.add(f"role {claim.role}")
    elif claim.of is not None:
        found.add(f"noun {value.unit} {canonical(claim.of)}")
    kind = dimension(value.unit)
    if kind not in _COUNTED:
        found.add(f"measure {kind}")
    if is_distinctive(value):
        found.add(f"figure {kind} {value.low:.6g}")
    return frozenset(found)


_COUNTED = frozenset({"count", "percent", "ordinal"})


def rarity(claims: Sequence[Claim]) -> Mapping[str, float]:
    """Weight of each entity key, 0..1: a name in few sentences says more than one in all of them."""
    counts: Counter[str] = Counter()
    sentences = set()
    for claim in claims:
        if (claim.article_id, claim.sentence) not in sentences:
            sentences.add((claim.article_id, claim.sentence))
            counts.update(set(claim.entities))
    total = max(2, len(sentences))
    return {key: float(np.log(total / n + 1) / np.log(total + 1)) for key, n in counts.items()}


def _may_meet(left: Claim, right: Claim) -> bool:
    """Same kind, or one of them a statement (a counter-example may be told without a value)."""
    return left.kind is right.kind or ClaimKind.STATEMENT in (left.kind, right.kind)
