"""Vectors of the claims' wordings, kept beside the claims, each distinct text embedded once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.align import views
from factcheck.align.characters import Characters
from factcheck.align.content import stems, tokens
from factcheck.align.embedders import Embedder, Vectors
from factcheck.model import Claim

_BACKGROUND = 50  # sentences as if lay beside those of the run, so that two sentences alone have rare words too

Block = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likenesses:
    """Similarities of two blocks of claims, each of shape (len(left), len(right)), -1..1."""

    clause: Vectors
    sentence: Vectors
    window: Vectors
    frame: Vectors
    noun: Vectors
    predicate: Vectors
    subject: Vectors
    clause_characters: Vectors
    sentence_characters: Vectors


class Space:
    """Where claims lie. ``words`` holds a claim's content words as stems, ``sentence_words`` those of its sentence."""

    def __init__(
        self,
        claims: Sequence[Claim],
        sentences: Sequence[str],
        embedder: Embedder,
        advance: Callable[[int, int], None] | None = None,
    ) -> None:
        clauses = [views.masked(c.text, c) for c in claims]
        masked = [views.masked(s, c) for s, c in zip(sentences, claims, strict=True)]
        single = [views.terms(c) for c in claims]
        spoken = [tuple(dict.fromkeys(w for w in tokens(c.text) if stems([w]))) for c in claims]
        columns = [clauses, masked, [views.window(c) for c in claims], [views.frame(c) for c in claims]]
        columns += [[terms[n] for terms in single] for n in range(3)]
        distinct = sorted({text for column in columns for text in column} | {w for words in spoken for w in words})
        row = {text: i for i, text in enumerate(distinct)}
        self._vectors = embedder.encode(distinct, advance and (lambda done: advance(done, len(distinct))))
        self._columns = [np.array([row[text] for text in column], dtype=np.intp) for column in columns]
        self._spoken = [np.array([row[w] for w in words], dtype=np.intp) for words in spoken]
        self._characters = Characters((clauses, masked))
        self.words = [stems(tokens(c.text)) for c in claims]
        self.sentence_words = [stems(tokens(s)) for s in sentences]
        self.rarity = _rarity(claims, self.sentence_words)
        self._weights = [self._shares(words) for words in spoken]

    def _shares(self, words: Sequence[str]) -> NDArray[np.float64]:
        """What each of a claim's words weighs in it, 1 together."""
        weights = np.array([max(self.rarity.get(s, 1.0) for s in stems([w])) for w in words])
        return weights / weights.sum() if len(words) else weights

    def between(self, left: Block, right: Block) -> Likenesses:
        """The similarities of every claim of the one block with every claim of the other."""
        dense = [self._vectors[c[left]] @ self._vectors[c[right]].T for c in self._columns]
        sparse = [self._characters.between(column, left, right) for column in (0, 1)]
        return Likenesses(
            clause=dense[0],
            sentence=dense[1],
            window=dense[2],
            frame=dense[3],
            noun=dense[4],
            predicate=dense[5],
            subject=dense[6],
            clause_characters=sparse[0],
            sentence_characters=sparse[1],
        )

    def covered(self, i: int, j: int) -> tuple[float, float]:
        """How well each claim's content words find a likely counterpart in the other: poorer side first, 0..1."""
        a, b = self._spoken[i], self._spoken[j]
        if not len(a) or not len(b):
            return 0.0, 0.0
        cosines = self._vectors[a] @ self._vectors[b].T
        sides = float(self._weights[i] @ cosines.max(axis=1)), float(self._weights[j] @ cosines.max(axis=0))
        return min(sides), max(sides)

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Rarity of the shared words against that of the poorer side's, 0..1."""
        least = min(sum(self.rarity[w] for w in one), sum(self.rarity[w] for w in other))
        return sum(self.rarity[w] for w in one & other) / least if least > 0 else 0.0


def _rarity(claims: Sequence[Claim], sentence_words: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """Weight of each stem, above 0: a word in few sentences says more than one in all of them."""
    counts: Counter[str] = Counter()
    seen = set()
    every: set[str] = set()
    for claim, words in zip(claims, sentence_words, strict=True):
        every |= words | stems(tokens(claim.text))
        if (claim.article_id, claim.sentence) not in seen:
            seen.add((claim.article_id, claim.sentence))
            counts.update(words)
    total = len(seen) + _BACKGROUND
    return {word: math.log(total / max(1, counts[word])) for word in every}
