"""Where claims lie: the words of each article's claims, made when articles are compared and held while they are needed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from factcheck.align import views
from factcheck.align.characters import Characters, cosines
from factcheck.align.content import stems, tokens
from factcheck.align.embedders import Embedder, Vectors
from factcheck.model import Claim

_BACKGROUND = 50  # sentences as if lay beside those of the run, so that two sentences alone have rare words too
_AT_ONCE = (
    1 << 22
)  # products of words held at a time, 16 MB: an article of a thousand claims that meets itself has a hundred million

Words = frozenset[str]
SentenceOf = Callable[[Claim], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likenesses:
    """Similarities of two blocks of claims, each of shape (len(left), len(right)): all that takes no vector of a whole wording.

    ``covered_least`` and ``covered_most`` say how well each of two claims' content words find a likely counterpart in the other,
    0..1, poorer side and richer side; the others are cosines.
    """

    covered_least: Vectors
    covered_most: Vectors
    clause_characters: Vectors
    sentence_characters: Vectors
    noun: Vectors
    predicate: Vectors
    subject: Vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """One article's claims as they are compared.

    ``vectors`` holds each content word and term (noun, predicate, subject) of the article once, ``spoken`` what each claim's words
    weigh in it, 1 together, ``terms`` where its three terms lie among them. ``words`` are a claim's content words as stems, with their rarity
    added up, ``sentence_words`` those of its sentence.
    """

    vectors: Vectors
    spoken: csr_array
    terms: NDArray[np.intp]
    characters: tuple[csr_array, ...]
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
        columns = (column(claims, sentence_of) for column in (_clauses, sentences) for claims in articles.values())
        return cls(_rarity(articles.values(), sentence_of), Characters.counted(columns))

    def among(self, articles: Mapping[int, Sequence[Claim]], sentence_of: SentenceOf) -> Rarity:
        """What comparing some of the articles takes of it."""
        texts = [text for column in (_clauses, sentences) for c in articles.values() for text in column(c, sentence_of)]
        every = {
            stem for claims in articles.values() for words in _sentence_words(claims, sentence_of) for stem in words
        }
        every |= {stem for claims in articles.values() for c in claims for stem in stems(tokens(c.text))}
        return Rarity({word: self.words[word] for word in every}, self.groups.among(texts))


class Space:
    """The wordings of articles' claims, and how alike they are."""

    def __init__(
        self, articles: Mapping[int, Sequence[Claim]], sentence_of: SentenceOf, rarity: Rarity, embedder: Embedder
    ) -> None:
        self._articles = articles
        self._sentence_of = sentence_of
        self._characters = rarity.groups
        self._rarity = rarity.words
        self._embedder = embedder

    def wordings(self, rows: Iterable[int], held: Mapping[int, Wordings]) -> dict[int, Wordings]:
        """The wordings of these articles; those that are ``held`` already are taken from there."""
        wanted = list(rows)
        words = {row: _vocabulary(self._articles[row]) for row in wanted if row not in held}
        vector_of = embedded((word for some in words.values() for word in some), self._embedder)
        return {
            row: held[row]
            if row in held
            else self._made(self._articles[row], words[row], vector_of.rows(list(words[row])))
            for row in wanted
        }

    def _made(self, claims: Sequence[Claim], places: Mapping[str, int], vectors: Vectors) -> Wordings:
        spoken = [_spoken(c) for c in claims]
        indices = [places[word] for words in spoken for word in words]
        starts = np.cumsum([0, *map(len, spoken)])
        weights = np.concatenate([_NO_WEIGHTS, *map(self._shares, spoken)])
        return Wordings(
            vectors=vectors,
            spoken=csr_array((weights, np.array(indices, dtype=np.intp), starts), shape=(len(claims), len(places))),
            terms=np.array([[places[term] for term in views.terms(c)] for c in claims], dtype=np.intp).T,
            characters=tuple(
                self._characters.rows(column(claims, self._sentence_of)) for column in (_clauses, sentences)
            ),
            words=tuple(map(self._with_rarity, (stems(tokens(c.text)) for c in claims))),
            sentence_words=tuple(map(self._with_rarity, _sentence_words(claims, self._sentence_of))),
        )

    def _with_rarity(self, words: Words) -> tuple[Words, float]:
        return words, sum(self._rarity[w] for w in words)

    def _shares(self, words: Sequence[str]) -> NDArray[np.float32]:
        """What each of a claim's words weighs in it, 1 together."""
        weights = np.array([max(self._rarity.get(s, 1.0) for s in stems([w])) for w in words])
        return np.asarray(weights / weights.sum() if len(words) else weights, dtype=np.float32)

    def shared(self, one: tuple[Words, float], other: tuple[Words, float]) -> float:
        """Rarity of the shared words against that of the poorer side's, 0..1."""
        least = min(one[1], other[1])
        return sum(self._rarity[w] for w in one[0] & other[0]) / least if least > 0 else 0.0


_NO_WEIGHTS: NDArray[np.float32] = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Embedded:
    """The vectors of some texts."""

    places: Mapping[str, int]
    vectors: Vectors

    def rows(self, texts: Sequence[str]) -> Vectors:
        """The vectors of these of the texts, one below the other."""
        return self.vectors[[self.places[text] for text in texts]]


def embedded(texts: Iterable[str], embedder: Embedder) -> Embedded:
    """Each distinct text embedded once."""
    distinct = list(dict.fromkeys(texts))
    return Embedded({text: place for place, text in enumerate(distinct)}, embedder.encode(distinct))


def likenesses(left: Wordings, right: Wordings) -> Likenesses:
    """The similarities of every claim of the one article with every claim of the other."""
    near = left.vectors @ right.vectors.T
    there = left.spoken @ _best(near, right.spoken)
    back = (right.spoken @ _best(near.T, left.spoken)).T
    both = (np.diff(left.spoken.indptr) > 0)[:, None] & (np.diff(right.spoken.indptr) > 0)[None, :]
    noun, predicate, subject = (near[np.ix_(a, b)] for a, b in zip(left.terms, right.terms, strict=True))
    return Likenesses(
        covered_least=np.where(both, np.minimum(there, back), 0),
        covered_most=np.where(both, np.maximum(there, back), 0),
        clause_characters=cosines(left.characters[0], right.characters[0]),
        sentence_characters=cosines(left.characters[1], right.characters[1]),
        noun=noun,
        predicate=predicate,
        subject=subject,
    )


def _best(near: Vectors, spoken: csr_array) -> Vectors:
    """For every word (row of ``near``) how near the nearest word of each claim is; 0 for claims without a word."""
    best: Vectors = np.zeros((len(near), spoken.shape[0]), dtype=np.float32)
    filled = np.flatnonzero(np.diff(spoken.indptr))
    starts = np.append(spoken.indptr[filled], spoken.indptr[-1])
    step = max(1, _AT_ONCE // max(1, len(near) * int(np.diff(starts).max(initial=1))))
    for at in range(0, len(filled), step):
        some = filled[at : at + step]
        first, last = starts[at], starts[min(at + step, len(filled))]
        best[:, some] = np.maximum.reduceat(near[:, spoken.indices[first:last]], starts[at : at + len(some)] - first, 1)
    return best


def _vocabulary(claims: Sequence[Claim]) -> dict[str, int]:
    """The content words and the terms of the claims, each with its place."""
    words = dict.fromkeys(word for c in claims for word in (*_spoken(c), *views.terms(c)))
    return {word: place for place, word in enumerate(words)}


def _spoken(claim: Claim) -> tuple[str, ...]:
    """The claim's content words as they stand there."""
    return tuple(dict.fromkeys(w for w in tokens(claim.text) if stems([w])))


def _clauses(claims: Sequence[Claim], sentence_of: SentenceOf) -> list[str]:
    return [views.masked(c.text, c) for c in claims]


def sentences(claims: Sequence[Claim], sentence_of: SentenceOf) -> list[str]:
    """The sentence of each claim, its value masked."""
    return [views.masked(sentence_of(c), c) for c in claims]


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
