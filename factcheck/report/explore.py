"""How alike the claims of a set of articles are, pair by pair: for looking at the threshold, in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.align import embedders
from factcheck.align.neighbours import KEPT, scored_pairs, with_final_score
from factcheck.align.rivals import places_of
from factcheck.align.stories import meetings
from factcheck.model import Article
from factcheck.pipeline import gather
from factcheck.settings import Settings

THRESHOLD: Final = KEPT
"""The probability from which a pair goes to the rules."""


def pair_scores(articles: Iterable[Article], embedder: embedders.Embedder | None = None) -> tuple[float, ...]:
    """For every pair of claims that met, the probability that they are about one fact, falling."""
    material, related = gather(articles, Settings())
    rows = {article: row for row, article in enumerate(material.articles)}
    published = {article.id: article.published.reach for article in material.articles.values()}
    claims = tuple(material.claims.values())
    pairs = scored_pairs(
        claims, material.sentence, meetings(related), rows, published, embedder or embedders.load(), within=True
    )
    places = places_of(claims)
    scores = (round(score, 4) for some in pairs for _, _, _, score in with_final_score(some, places))
    return tuple(sorted(scores, reverse=True))
