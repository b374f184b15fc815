"""Which claims meet at all: those of related articles, of comparable kinds, that say alike things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.align.embedders import Embedder, Vectors
from factcheck.align.features import Likeness, features, probability
from factcheck.align.stories import RELATED
from factcheck.model import Alignment, Claim
from factcheck.terms import ClaimKind

_FLOOR = 0.40  # mean cosine of clause and sentence below which no pair of the development stories was a true one
_KEPT = 0.30  # probability below which an alignment is of no use to any rule
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
    if len(claims) < 2:
        return ()
    space = Space([masked(c.text, c) for c in claims], [masked(sentence_of(c), c) for c in claims], embedder, advance)
    rare = rarity(claims)
    found = []
    for i, j, likeness in _candidates(claims, space, related, row_of, within=within, floor=floor):
        left, right = sorted((claims[i], claims[j]), key=lambda c: c.id)
        evidence = features(left, right, likeness, rare)
        score = probability(evidence)
        if score >= _KEPT:
            found.append(Alignment(left=left.id, right=right.id, score=score, evidence=evidence))
    return tuple(sorted(found, key=lambda a: (a.left, a.right)))


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
        self._grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(sentences)

    def dense(self, left: NDArray[np.intp], right: NDArray[np.intp]) -> tuple[Vectors, Vectors]:
        """Cosines of clauses and of sentences, each of shape (len(left), len(right))."""
        return self._clause[left] @ self._clause[right].T, self._sentence[left] @ self._sentence[right].T

    def characters(self, left: int, right: int) -> float:
        """Cosine of the character 3-5-grams of two sentences."""
        return float((self._grams[left] @ self._grams[right].T).sum())


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
    rows = sorted(blocks)
    for n, a in enumerate(rows):
        for b in rows[n:]:
            if related[a, b] < RELATED or (a == b and not within):
                continue
            left, right = np.array(blocks[a], dtype=np.intp), np.array(blocks[b], dtype=np.intp)
            clause, sentence = space.dense(left, right)
            mean = (clause + sentence) / 2
            for x, y in zip(*np.nonzero(mean >= floor), strict=True):
                i, j = int(left[x]), int(right[y])
                if i >= j and a == b:
                    continue
                if not _may_meet(claims[i], claims[j]):
                    continue
                yield (
                    i,
                    j,
                    Likeness(
                        clause=float(clause[x, y]),
                        sentence=float(sentence[x, y]),
                        characters=space.characters(i, j),
                        story=float(related[a, b]),
                    ),
                )


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
