"""Articles read closely, one by one: sentences, claims, dates. What later stages look things up in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import repeat
from multiprocessing import get_context

from factcheck.dating import anchors, corpus
from factcheck.dating.lookbacks import looks_back
from factcheck.dating.occasions import recalls
from factcheck.errors import FactcheckError
from factcheck.extract.attribution.publishers import speaker
from factcheck.extract.claims import claims_of
from factcheck.model import Alignment, Article, Case, Claim, Sentence
from factcheck.segment.sentences import segment
from factcheck.settings import Settings

_WORTH_A_PROCESS = 40  # articles that are read in the second that a process takes to start
_AT_A_TIME = 16  # articles sent to a process at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article read closely: dated, cut into sentences, its claims extracted (times still symbolic)."""

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]


def read_closely(article: Article, settings: Settings) -> Reading:
    """Segment, extract and date one article."""
    sentences = segment(article)
    claims = claims_of(article, sentences)
    anchor = anchors.date(article, claims, settings.published)
    return Reading(article=replace(article, published=anchor), sentences=sentences, claims=claims)


def read_all(articles: Sequence[Article], settings: Settings, workers: int = 1) -> Iterator[Reading]:
    """Every article read closely, in their order; by so many processes, when there is enough to do for them."""
    if workers <= 1 or len(articles) < _WORTH_A_PROCESS:
        yield from (read_closely(article, settings) for article in articles)
        return
    # Started afresh, not forked: a copy of a process that has threads may wait for them forever.
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield from pool.map(read_closely, articles, repeat(settings), chunksize=_AT_A_TIME)
    except BrokenProcessPool:
        raise FactcheckError(
            "a process that read articles was ended from outside; run again, or with fewer workers"
        ) from None


def settled(readings: Sequence[Reading], related_to: Callable[[int], Mapping[int, float]]) -> list[Reading]:
    """The readings with the dates that their neighbours give or deny them; ``related_to`` tells who these are, by place."""
    dated = [_looking_back(article) for article in corpus.settle([r.article for r in readings], related_to)]
    return [placed(reading, article) for reading, article in zip(readings, dated, strict=True)]


def _looking_back(article: Article) -> Article:
    """The article with its date, told whether it looks back."""
    return replace(article, published=replace(article.published, looks_back=looks_back(article.text)))


def placed(reading: Reading, article: Article) -> Reading:
    """The reading with its article's final date, and its claims' times resolved against it."""
    claims = tuple(anchors.place(claim, article.published) for claim in reading.claims)
    published = replace(article.published, recalls=recalls(claims, article.published.interval))
    return replace(reading, article=replace(article, published=published), claims=claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What alignment and judgement look things up in."""

    articles: Mapping[str, Article]
    sentences: Mapping[tuple[str, int], Sentence]
    claims: Mapping[str, Claim]
    told: Mapping[tuple[str, int], tuple[Claim, ...]]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Material:
        """Everything that the readings hold, by id; ``told`` has the claims of each sentence that has any."""
        told: dict[tuple[str, int], list[Claim]] = {}
        for claim in (c for r in readings for c in r.claims):
            told.setdefault((claim.article_id, claim.sentence), []).append(claim)
        return cls(
            articles={r.article.id: r.article for r in readings},
            sentences={(s.article_id, s.index): s for r in readings for s in r.sentences},
            claims={c.id: c for r in readings for c in r.claims},
            told={place: tuple(claims) for place, claims in told.items()},
        )

    def by_article(self) -> Mapping[str, Material]:
        """What each article holds."""
        sentences: dict[str, dict[tuple[str, int], Sentence]] = {article: {} for article in self.articles}
        claims: dict[str, dict[str, Claim]] = {article: {} for article in self.articles}
        told: dict[str, dict[tuple[str, int], tuple[Claim, ...]]] = {article: {} for article in self.articles}
        for place, sentence in self.sentences.items():
            sentences[place[0]][place] = sentence
        for claim in self.claims.values():
            claims[claim.article_id][claim.id] = claim
        for place, some in self.told.items():
            told[place[0]][place] = some
        return {
            a: Material(articles={a: article}, sentences=sentences[a], claims=claims[a], told=told[a])
            for a, article in self.articles.items()
        }

    @classmethod
    def joined(cls, parts: Sequence[Material]) -> Material:
        """What several articles hold."""
        return cls(
            articles={key: value for part in parts for key, value in part.articles.items()},
            sentences={key: value for part in parts for key, value in part.sentences.items()},
            claims={key: value for part in parts for key, value in part.claims.items()},
            told={key: value for part in parts for key, value in part.told.items()},
        )

    def sentence(self, claim: Claim) -> str:
        """The words of the sentence that a claim is taken from."""
        span = self.sentences[claim.article_id, claim.sentence].span
        return span.of(self.articles[claim.article_id].text)

    def _speaker(self, claim: Claim) -> str | None:
        told = claim.attribution.source if claim.attribution is not None else None
        return speaker(self.articles[claim.article_id].source, claim.text, told)

    def case(self, alignment: Alignment) -> Case:
        """Two claims that met, with their surroundings."""
        left, right = self.claims[alignment.left], self.claims[alignment.right]
        return Case(
            left=left,
            right=right,
            alignment=alignment,
            published=(self.articles[left.article_id].published, self.articles[right.article_id].published),
            sentences=(self.sentence(left), self.sentence(right)),
            roles=(
                self.sentences[left.article_id, left.sentence].role,
                self.sentences[right.article_id, right.sentence].role,
            ),
            publishers=(self._speaker(left), self._speaker(right)),
            beside=(self.told[left.article_id, left.sentence], self.told[right.article_id, right.sentence]),
        )
