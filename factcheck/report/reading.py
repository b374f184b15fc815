"""The articles of the HTML page: their own text, every claim marked in it and linked to the facts it is part of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck import wording
from factcheck.model import Article, Claim, Report, Span
from factcheck.report.cards import Card, Places
from factcheck.report.citing import value_span, visible, who
from factcheck.report.facts import ORDER, Fact
from factcheck.report.marked import Run, runs
from factcheck.terms import ClaimKind, SegmentRole, Verdict

_MOST_NOTES = 6  # facts that one claim is linked to before the rest is left to the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of an article's text: the claims that begin with it, the worst fact it is part of, further facts at its end."""

    text: str
    role: str
    claims: tuple[int, ...]
    begins: tuple[int, ...]
    fact: Card | None
    notes: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article as the reader sees it."""

    number: int
    title: str
    who: str
    path: str
    published: str
    evidence: str
    claims: int
    counts: tuple[tuple[Verdict, int], ...]
    stretches: tuple[Stretch, ...]


def pages(report: Report, shown: Sequence[tuple[Fact, Card]], places: Places) -> tuple[Page, ...]:
    """Every article, its claims marked; ``shown`` are the facts that there is a card to link to."""
    facts: dict[str, list[Card]] = {}
    for fact, card in shown:
        for claim in fact.claims:
            facts.setdefault(claim.id, []).append(card)
    of: dict[str, list[Claim]] = {}
    for claim in report.claims:
        of.setdefault(claim.article_id, []).append(claim)
    return tuple(_page(article, of.get(article.id, []), facts, places) for article in report.articles)


def _page(article: Article, claims: Sequence[Claim], facts: Mapping[str, Sequence[Card]], places: Places) -> Page:
    cards = {card.number: card for claim in claims for card in facts.get(claim.id, ())}
    verdicts = [card.verdict for card in cards.values()]
    return Page(
        number=places.article[article.id],
        title=visible(article.title or "") or who(article),
        who=who(article),
        path=visible(article.path),
        published=wording.published(article.published),
        evidence="; ".join(visible(words) for words in article.published.evidence),
        claims=len(claims),
        counts=tuple((verdict, verdicts.count(verdict)) for verdict in ORDER if verdict in verdicts),
        stretches=_stretches(article, claims, facts, places),
    )


def _stretches(
    article: Article, claims: Sequence[Claim], facts: Mapping[str, Sequence[Card]], places: Places
) -> tuple[Stretch, ...]:
    valued = {claim.span for claim in claims if claim.kind is not ClaimKind.STATEMENT}
    marked: dict[str, tuple[Claim, Span]] = {}
    for claim in claims:
        bare = claim.kind is ClaimKind.STATEMENT and claim.span in valued and claim.id not in facts
        if not bare:  # its figures are marked already
            marked[claim.id] = claim, value_span(claim) or claim.span
    labelled = [(span, id_) for id_, (_, span) in marked.items()]
    labelled += [(segment.span, f"role:{segment.role}") for segment in article.segments]
    whole = Span(start=0, end=len(article.text))
    return tuple(_stretch(run, marked, facts, places) for run in runs(article.text, whole, labelled))


def _stretch(
    run: Run, marked: Mapping[str, tuple[Claim, Span]], facts: Mapping[str, Sequence[Card]], places: Places
) -> Stretch:
    here = [label for label in run.labels if label in marked]
    roles = [label.removeprefix("role:") for label in run.labels if label.startswith("role:")]
    linked = {card.number: card for id_ in here for card in facts.get(id_, ())}
    ranked = sorted(linked.values(), key=lambda card: (ORDER.index(card.verdict), card.number))
    ending = [id_ for id_ in here if marked[id_][1].end == run.end]
    notes = {card.number: card for id_ in ending for card in facts.get(id_, ()) if card is not ranked[0]}
    return Stretch(
        text=run.text,
        role="clutter"
        if not roles or SegmentRole.BOILERPLATE in roles
        else "headline"
        if SegmentRole.HEADLINE in roles
        else "",
        claims=tuple(places.claim[id_] for id_ in here),
        begins=tuple(places.claim[id_] for id_ in here if marked[id_][1].start == run.start),
        fact=ranked[0] if ranked else None,
        notes=tuple(sorted(notes.values(), key=lambda card: card.number)[:_MOST_NOTES]),
    )
