"""How many independent origins a fact has: the articles that tell it, those together that have it from one place."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.model import Article, Claim, Cluster, Sentence
from factcheck.origins.agencies import agency_cited, agency_of
from factcheck.origins.joining import Ties
from factcheck.origins.shingles import ARTICLE, SENTENCE, Shingles, copies, shingles

Place = tuple[str, int]  # an article's id, a sentence's index


def with_origins(
    clusters: Sequence[Cluster],
    articles: Mapping[str, Article],
    sentences: Mapping[Place, Sentence],
    claims: Mapping[str, Claim],
) -> tuple[Cluster, ...]:
    """The clusters, each with its articles grouped by origin.

    Two articles are of one origin for a fact when they share a publisher or an agency, when one is largely a copy of the
    other, when their sentences about the fact are one sentence, or have it from one agency; and when a third ties them so.
    """
    known = _of_articles(articles)
    told: dict[Place, tuple[str | None, Shingles]] = {}
    found = []
    for cluster in clusters:
        places = sorted({(claims[c].article_id, claims[c].sentence) for c in cluster.claims})
        members = {article for article, _ in places}
        if len(members) == 1:
            found.append(replace(cluster, origins=(tuple(members),)))
            continue
        ties = Ties((article, known.of(article)) for article in members)
        for place in places:
            if place not in told:
                words = sentences[place].span.of(articles[place[0]].text)
                told[place] = agency_cited(words), shingles(words)
            agency = told[place][0]
            if agency is not None:
                ties.tie(place[0], known.of(("agency", agency)))
        for one, other in copies({p: told[p][1] for p in places}, SENTENCE):
            ties.tie(one[0], other[0])
        found.append(replace(cluster, origins=_grouped(members, ties)))
    return tuple(found)


def _grouped(members: Iterable[str], ties: Ties) -> tuple[tuple[str, ...], ...]:
    groups: dict[Hashable, list[str]] = {}
    for member in sorted(members):
        groups.setdefault(ties.of(member), []).append(member)
    return tuple(sorted(map(tuple, groups.values())))


def _of_articles(articles: Mapping[str, Article]) -> Ties:
    """What ties whole articles: a publisher, an agency, wording."""
    ties = Ties(copies({a.id: shingles(a.told) for a in articles.values()}, ARTICLE))
    for article in articles.values():
        if article.source:
            ties.tie(article.id, ("publisher", " ".join(article.source.lower().split())))
        agency = agency_of(article)
        if agency is not None:
            ties.tie(article.id, ("agency", agency))
    return ties
