"""Articles read closely, one by one: sentences, claims, dates. What later stages look things up in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.dating import anchors, corpus
from factcheck.dating.lookbacks import looks_back
from factcheck.extract.attribution.publishers import institution
from factcheck.extract.claims import claims_of
from factcheck.model import Alignment, Article, Case, Claim, Sentence
from factcheck.segment.sentences import segment
from factcheck.settings import Settings


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
    return replace(reading, article=article, claims=claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What alignment and judgement look things up in."""

    articles: Mapping[str, Article]
    sentences: Mapping[tuple[str, int], Sentence]
    claims: Mapping[str, Claim]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Material:
        """Everything that the readings hold, by id."""
        return cls(
            articles={r.article.id: r.article for r in readings},
            sentences={(s.article_id, s.index): s for r in readings for s in r.sentences},
            claims={c.id: c for r in readings for c in r.claims},
        )

    def sentence(self, claim: Claim) -> str:
        """The words of the sentence that a claim is taken from."""
        span = self.sentences[claim.article_id, claim.sentence].span
        return span.of(self.articles[claim.article_id].text)

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
            publishers=(
                institution(self.articles[left.article_id].source),
                institution(self.articles[right.article_id].source),
            ),
        )
