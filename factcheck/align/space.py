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
HELD = 128  # articles whose wordings are held at a time, about a megabyte each

Words = frozenset[str]
SentenceOf = Callable[[Claim], str]


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
    characters: tuple[csr_array, ...]
    spoken: tuple[Vectors, ...]
    weights: tuple[NDArray[np.float64], ...]
    words: tuple[tuple[Words, float], ...]
    sentence_words: tuple[tuple[Words, float], ...]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare words (as stems) and groups of letters are in a run."""

    words: Mapping[str, float]
    groups: Characters

    @classmethod
    def of(cls, articles: Mapping[int, Sequence[Claim]], sentence_of: SentenceOf) -> Rarity:
        """Of a whole run, by its articles' claims."""
        columns = (column(claims, sentence_of) for column in (_clauses, _sentences) for claims in articles.values())
        return cls(_rarity(articles.values(), sentence_of), Characters.counted(columns))

    def among(self, articles: Mapping[int, Sequence[Claim]], sentence_of: SentenceOf) -> Rarity:
        """What comparing some of the articles takes of it."""
        texts = [
            text for column in (_clauses, _sentences) for c in articles.values() for text in column(c, sentence_of)
        ]
        every = {
            stem for claims in articles.values() for words in _sentence_words(claims, sentence_of) for stem in words
        }
        every |= {stem for claims in articles.values() for c in claims for stem in stems(tokens(c.text))}
        return Rarity({word: self.words[word] for word in every}, self.groups.among(texts))


class Space:
    """The wordings of articles' claims, and how alike they are."""

    def __init__(
        self,
        articles: Mapping[int, Sequence[Claim]],
        sentence_of: SentenceOf,
        rarity: Rarity,
        vectors: VectorFile,
        advance: Callable[[int, int], None] | None = None,
    ) -> None:
        """Embeds the claims into ``vectors``; ``advance`` is told of how many articles."""
        self._articles = articles
        self._sentence_of = sentence_of
        embedded = (lambda done: advance(int(done), len(articles))) if advance is not None else None
        self._vectors = vectors
        rows = vectors.embed((_texts(claims, sentence_of) for claims in articles.values()), embedded)
        self._rows: Mapping[int, Rows] = dict(zip(articles, rows, strict=True))
        self._characters = rarity.groups
        self._rarity = rarity.words
        self.of = lru_cache(HELD)(self._wordings)

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
            characters=tuple(
                self._characters.rows(column(claims, self._sentence_of)) for column in (_clauses, _sentences)
            ),
            spoken=tuple(vectors[places[start:end]] for start, end in pairwise(ends)),
            weights=tuple(map(self._shares, spoken)),
            words=tuple(map(self._with_rarity, (stems(tokens(c.text)) for c in claims))),
            sentence_words=tuple(map(self._with_rarity, _sentence_words(claims, self._sentence_of))),
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


def _clauses(claims: Sequence[Claim], sentence_of: SentenceOf) -> list[str]:
    return [views.masked(c.text, c) for c in claims]


def _sentences(claims: Sequence[Claim], sentence_of: SentenceOf) -> list[str]:
    return [views.masked(sentence_of(c), c) for c in claims]


def _texts(claims: Sequence[Claim], sentence_of: SentenceOf) -> list[str]:
    """What is embedded of an article: seven wordings of every claim, then every claim's content words."""
    single = [views.terms(c) for c in claims]
    return [
        *_clauses(claims, sentence_of),
        *_sentences(claims, sentence_of),
        *map(views.window, claims),
        *map(views.frame, claims),
        *(terms[n] for n in range(3) for terms in single),
        *(word for c in claims for word in _spoken(c)),
    ]


def _sentence_words(claims: Sequence[Claim], sentence_of: SentenceOf) -> Iterator[Words]:
    """The content words of each claim's sentence, made once for the claims of one sentence in a row."""
    last, words = -1, frozenset[str]()
    for claim in claims:
        if claim.sentence != last:
            last, words = claim.sentence, stems(tokens(sentence_of(claim)))
        yield words


def _rarity(articles: Iterable[Sequence[Claim]], sentence_of: SentenceOf) -> Mapping[str, float]:
    """Weight of each stem, above 0: a word in few sentences says more than one in all of them."""
    counts: Counter[str] = Counter()
    total = _BACKGROUND
    every: set[str] = set()
    for claims in articles:
        seen = set()
        for claim, words in zip(claims, _sentence_words(claims, sentence_of), strict=True):
            every |= words | stems(tokens(claim.text))
            if claim.sentence not in seen:
                seen.add(claim.sentence)
                counts.update(words)
        total += len(seen)
    return {word: math.log(total / max(1, counts[word])) for word in every}
