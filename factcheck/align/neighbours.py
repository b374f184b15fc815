"""Which claims meet at all: those of related articles, of one kind, that say alike things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from factcheck.align import views
from factcheck.align.embedders import Embedder, Vectors
from factcheck.align.embedders.kept import kept_for_the_run
from factcheck.align.features import Evidence, Likeness, features, probability, weights_of
from factcheck.align.look import Outline, candidates
from factcheck.align.rivals import Scored, places_of, with_rivals
from factcheck.align.space import Embedded, Likenesses, Rarity, Space, Wordings, embedded, likenesses, sentences
from factcheck.align.stories import Meeting
from factcheck.dating.occasions import Days
from factcheck.model import Alignment, Claim, Features

KEPT = 0.005  # probability below which an alignment is of no use to any rule
AT_A_TIME = 256  # meetings of articles looked at before their claims are embedded: enough that batches are full
_OUTLINES = 512  # articles whose outlines are held

Advance = Callable[[int, int], None]


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
    compared: Advance | None = None,
) -> Iterator[Alignment]:
    """Score every pair of claims that can meet, two articles at a time; those that may be one fact come out as they are found.

    ``meetings`` says which articles meet, ``row_of`` which row of it is an article's, ``published`` when it appeared, ``rarity``
    how rare words are, when the claims are but a part of a run's;
    ``within`` also pairs the claims of one article; unless ``screened``, pairs of no promise are scored too.
    ``compared`` is told how many pairs of articles are compared, and of how many.
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
    compared: Advance | None = None,
) -> Iterator[list[Scored]]:
    """For every two articles the candidate pairs with their features and the probability by these alone.

    The claim with the smaller id is on the left. See ``align``.
    """
    if len(claims) < 2:
        return
    blocks = by_article(claims, row_of)
    told = [(a, b, story) for a, b, story in meetings if a in blocks and b in blocks and (a != b or within)]
    outline_of = lru_cache(_OUTLINES)(lambda row: Outline.of(blocks[row]))
    held: dict[int, Wordings] = {}
    # The blocks are small: two threads of the linear algebra library wait for each other longer than one takes.
    with kept_for_the_run(embedder) as kept, threadpool_limits(limits=1, user_api="blas"):
        space = Space(blocks, sentence_of, rarity or Rarity.of(blocks, sentence_of), kept)
        for start in range(0, len(told), AT_A_TIME):
            some = told[start : start + AT_A_TIME]
            held = space.wordings(sorted({row for a, b, _ in some for row in (a, b)}), held)
            found = [
                _Candidates.of(outline_of(a), outline_of(b), held[a], held[b], story, screened=screened)
                for a, b, story in some
            ]
            said = _Said.of((c.claims_met() for c in found), sentence_of, kept)
            for done, pairs in enumerate(found, start=start + 1):
                yield [_scored(*pair, published) for pair in pairs.likenesses(space, said)]
                if compared is not None:
                    compared(done, len(told))


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
class _Said:
    """What the claims of some candidates say, embedded: the wording of each, and the sentence that it stands in."""

    vectors: Embedded
    wordings: Mapping[str, str]
    sentences: Mapping[str, str]

    @classmethod
    def of(cls, some: Iterable[Iterable[Claim]], sentence_of: Callable[[Claim], str], embedder: Embedder) -> _Said:
        claims = {claim.id: claim for met in some for claim in met}
        wordings = {name: views.wording(claim) for name, claim in claims.items()}
        around = dict(zip(claims, sentences(tuple(claims.values()), sentence_of), strict=True))
        return cls(embedded((*wordings.values(), *around.values()), embedder), wordings, around)

    def cosines(self, left: Sequence[Claim], right: Sequence[Claim]) -> tuple[list[float], list[float]]:
        """How alike each claim and the one opposite are in their wordings, and in their sentences."""
        found = []
        for texts in (self.wordings, self.sentences):
            one, other = (self.vectors.rows([texts[c.id] for c in side]) for side in (left, right))
            found.append(np.einsum("ij,ij->i", one, other).tolist() if len(left) else [])
        return found[0], found[1]


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The pairs of two articles worth a closer look, by their claims' places, and what the first look saw of each."""

    left: Outline
    right: Outline
    wordings: tuple[Wordings, Wordings]
    story: float
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    seen: Vectors

    @classmethod
    def of(
        cls, left: Outline, right: Outline, x: Wordings, y: Wordings, story: float, *, screened: bool
    ) -> _Candidates:
        alike = likenesses(x, y)
        rows, columns = candidates(left, right, alike, screened=screened)
        seen = np.stack([getattr(alike, name)[rows, columns] for name in Likenesses.__slots__], axis=1)
        return cls(left, right, (x, y), story, rows, columns, seen)

    def claims_met(self) -> Iterator[Claim]:
        """The claims that have a partner."""
        yield from (self.left.claims[i] for i in np.unique(self.rows).tolist())
        yield from (self.right.claims[j] for j in np.unique(self.columns).tolist())

    def likenesses(self, space: Space, said: _Said) -> Iterator[tuple[Claim, Claim, Likeness]]:
        """The pairs with their similarities."""
        x, y = self.wordings
        places = list(zip(self.rows.tolist(), self.columns.tolist(), strict=True))
        ones, others = [self.left.claims[i] for i, _ in places], [self.right.claims[j] for _, j in places]
        wordings, around = said.cosines(ones, others)
        for n, (i, j) in enumerate(places):
            likeness = Likeness(
                **dict(zip(Likenesses.__slots__, self.seen[n].tolist(), strict=True)),
                wording=wordings[n],
                sentence=around[n],
                story=self.story,
                words=space.shared(x.words[i], y.words[j]),
                sentence_words=space.shared(x.sentence_words[i], y.sentence_words[j]),
                leading=i in self.left.leading and j in self.right.leading,
            )
            yield ones[n], others[n], likeness
