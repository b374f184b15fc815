"""Where claims lie: the wordings of each article's claims, made when they are compared and held while they are needed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from factcheck.align import views
from factcheck.align.characters import Characters, cosines
from factcheck.align.content import stems, tokens
from factcheck.align.embedders import Vectors
from factcheck.align.vectors import Rows, VectorFile
from factcheck.model import Claim

_BACKGROUND = 50  # sentences as if lay beside those of the run, so that two sentences alone have rare words too
_HELD = 128  # articles whose wordings are held at a time, about a megabyte each

Words = frozenset[str]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """One article's claims as they are compared.

    ``vectors`` holds each distinct text once, ``columns`` where each claim's wordings lie in it; ``spoken`` the vectors of each
    claim's content words and ``weights`` what they weigh, 1 together. ``words`` are a claim's content words as stems, with their
    rarity added up, ``sentence_words`` those of its sentence.
    """

    vectors: Vectors
    columns: NDArray[np.intp]
    characters: tuple[csr_array, csr_array]
    spoken: tuple[Vectors, ...]
    weights: tuple[NDArray[np.float64], ...]
    words: tuple[tuple[Words, float], ...]
    sentence_words: tuple[tuple[Words, float], ...]


class Space:
    """The wordings of a run's claims, by article, and how rare their words and groups of letters are in the run."""

    def __init__(
        self,
        articles: Mapping[int, Sequence[Claim]],
        sentence_of: Callable[[Claim], str],
        vectors: VectorFile,
        advance: Callable[[int, int], None] | None = None,
    ) -> None:
        """Embeds the claims into ``vectors``; ``advance`` is told of how many articles."""
        self._articles = articles
        self._sentence_of = sentence_of
        embedded = (lambda done: advance(int(done), len(articles))) if advance is not None else None
        self._vectors = vectors
        rows = vectors.embed((self._texts(claims) for claims in articles.values()), embedded)
        self._rows: Mapping[int, Rows] = dict(zip(articles, rows, strict=True))
        self._characters = Characters(
            column for each in (self._clauses, self._sentences) for column in map(each, articles)
        )
        self._rarity = _rarity(articles.values(), self._sentence_words)
        self.of = lru_cache(_HELD)(self._wordings)

    def _clauses(self, article: int) -> list[str]:
        return [views.masked(c.text, c) for c in self._articles[article]]

    def _sentences(self, article: int) -> list[str]:
        return [views.masked(self._sentence_of(c), c) for c in self._articles[article]]

    def _texts(self, claims: Sequence[Claim]) -> list[str]:
        """What is embedded of an article: seven wordings of every claim, then every claim's content words."""
        found = [views.masked(c.text, c) for c in claims]
        found += [views.masked(self._sentence_of(c), c) for c in claims]
        found += [views.window(c) for c in claims]
        found += [views.frame(c) for c in claims]
        single = [views.terms(c) for c in claims]
        found += [terms[n] for n in range(3) for terms in single]
        return [*found, *(word for c in claims for word in _spoken(c))]

    def _sentence_words(self, claims: Sequence[Claim]) -> Iterator[Words]:
        """The content words of each claim's sentence, made once for the claims of one sentence in a row."""
        last, words = -1, frozenset[str]()
        for claim in claims:
            if claim.sentence != last:
                last, words = claim.sentence, stems(tokens(self._sentence_of(claim)))
            yield words

    def _wordings(self, article: int) -> Wordings:
        """The wordings of an article's claims; ``of`` is the same, remembered."""
        claims = self._articles[article]
        rows, places = np.unique(self._rows[article], return_inverse=True)
        vectors = self._vectors.read(rows)
        spoken = [_spoken(c) for c in claims]
        ends = np.cumsum([7 * len(claims), *map(len, spoken)])
        return Wordings(
            vectors=vectors,
            columns=places[: ends[0]].reshape(7, len(claims)),
            characters=(self._characters.rows(self._clauses(article)), self._characters.rows(self._sentences(article))),
            spoken=tuple(vectors[places[start:end]] for start, end in pairwise(ends)),
            weights=tuple(map(self._shares, spoken)),
            words=tuple(map(self._with_rarity, (stems(tokens(c.text)) for c in claims))),
            sentence_words=tuple(map(self._with_rarity, self._sentence_words(claims))),
        )

    def _with_rarity(self, words: Words) -> tuple[Words, float]:
        return words, sum(self._rarity[w] for w in words)

    def _shares(self, words: Sequence[str]) -> NDArray[np.float64]:
        """What each of a claim's words weighs in it, 1 together."""
        weights = np.array([max(self._rarity.get(s, 1.0) for s in stems([w])) for w in words])
        return weights / weights.sum() if len(words) else weights

    def between(self, left: Wordings, right: Wordings) -> Likenesses:
        """The similarities of every claim of the one article with every claim of the other."""
        dense = [left.vectors[a] @ right.vectors[b].T for a, b in zip(left.columns, right.columns, strict=True)]
        return Likenesses(
            clause=dense[0],
            sentence=dense[1],
            window=dense[2],
            frame=dense[3],
            noun=dense[4],
            predicate=dense[5],
            subject=dense[6],
            clause_characters=cosines(left.characters[0], right.characters[0]),
            sentence_characters=cosines(left.characters[1], right.characters[1]),
        )

    def shared(self, one: tuple[Words, float], other: tuple[Words, float]) -> float:
        """Rarity of the shared words against that of the poorer side's, 0..1."""
        least = min(one[1], other[1])
        return sum(self._rarity[w] for w in one[0] & other[0]) / least if least > 0 else 0.0


def covered(left: Wordings, i: int, right: Wordings, j: int) -> tuple[float, float]:
    """How well each of two claims' content words find a likely counterpart in the other: poorer side first, 0..1."""
    a, b = left.spoken[i], right.spoken[j]
    if not len(a) or not len(b):
        return 0.0, 0.0
    near = a @ b.T
    sides = float(left.weights[i] @ near.max(axis=1)), float(right.weights[j] @ near.max(axis=0))
    return min(sides), max(sides)


def _spoken(claim: Claim) -> tuple[str, ...]:
    """The claim's content words as they stand there."""
    return tuple(dict.fromkeys(w for w in tokens(claim.text) if stems([w])))


def _rarity(
    articles: Iterable[Sequence[Claim]], sentence_words: Callable[[Sequence[Claim]], Iterator[Words]]
) -> Mapping[str, float]:
    """Weight of each stem, above 0: a word in few sentences says more than one in all of them."""
    counts: Counter[str] = Counter()
    total = _BACKGROUND
    every: set[str] = set()
    for claims in articles:
        seen = set()
        for claim, words in zip(claims, sentence_words(claims), strict=True):
            every |= words | stems(tokens(claim.text))
            if claim.sentence not in seen:
                seen.add(claim.sentence)
                counts.update(words)
        total += len(seen)
    return {word: math.log(total / max(1, counts[word])) for word in every}
