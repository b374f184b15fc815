"""How alike the claims of a set of articles are, pair by pair: for looking at the threshold, in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.align import embedders
from factcheck.align.features import probability
from factcheck.align.neighbours import _KEPT, scored_pairs
from factcheck.model import Article
from factcheck.pipeline import gather
from factcheck.settings import Settings

THRESHOLD: Final = _KEPT
"""The probability from which a pair goes to the rules."""


def pair_scores(articles: Iterable[Article], embedder: embedders.Embedder | None = None) -> tuple[float, ...]:
    """For every pair of claims that met, the probability that they are about one fact, falling."""
    material, related = gather(articles, Settings())
    rows = {article: row for row, article in enumerate(material.articles)}
    claims = tuple(material.claims.values())
    pairs = scored_pairs(claims, material.sentence, related, rows, embedder or embedders.load(), within=True)
    return tuple(sorted((round(probability(left.kind, evidence), 4) for left, _, evidence in pairs), reverse=True))
