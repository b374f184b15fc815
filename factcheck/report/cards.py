"""The facts of the HTML page: what each card shows, and what the page's filters need to know about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck import wording
from factcheck.model import Article, Claim, Finding, Report
from factcheck.report.citing import as_written, attributed, in_headline, visible, who
from factcheck.report.explain import Step, steps
from factcheck.report.facts import ORDER, SEVERITIES, Fact, reading_order
from factcheck.report.marked import Run, in_context
from factcheck.report.values import Saying, distinct_values
from factcheck.terms import Severity, Verdict

_MOST_PAIRS = 12  # further pairs of one verdict that a card lists before the rest is only counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where everything stands on the page: articles and claims by their numbers."""

    articles: Mapping[str, Article]
    article: Mapping[str, int]
    claim: Mapping[str, int]

    @classmethod
    def of(cls, report: Report) -> Places:
        """Articles in the report's order, claims in reading order, both from 1."""
        order = reading_order(report.articles, report.claims)
        return cls(
            articles={article.id: article for article in report.articles},
            article={article.id: number for number, article in enumerate(report.articles, start=1)},
            claim={id_: number for number, id_ in enumerate(sorted(order, key=lambda id_: (order[id_], id_)), start=1)},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One side of a pair: its paragraph, and whose it is."""

    claim: int
    article: int
    who: str
    published: str
    cites: str
    headline: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A further pair in brief: both values as written, with the claims to look them up."""

    reason: str
    left: str
    left_claim: int
    right: str
    right_claim: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The findings of one verdict in one fact: the worst pair in full, with how it came about, the others in brief."""

    worst: Finding
    reason: str
    left: Quoted
    right: Quoted
    steps: tuple[Step, ...]
    pairs: tuple[Pair, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One distinct value, and everyone who gives it."""

    words: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One fact on the page. ``verdicts`` and ``articles`` are what the filters look at.

    ``told_by`` says how many articles tell it and how many origins they have (empty where that says nothing), ``statements`` that it has no figures, days or names to list, only sentences; of two, the quotes show all.
    """

    number: int
    about: str
    verdict: Verdict
    severity: Severity
    values: tuple[Value, ...]
    groups: tuple[Group, ...]
    verdicts: str
    articles: str
    told_by: str
    statements: bool


def cards(facts: Sequence[Fact], places: Places) -> tuple[Card, ...]:
    """A card for each fact, numbered from 1 in the order given."""
    return tuple(_card(number, fact, places) for number, fact in enumerate(facts, start=1))


def _card(number: int, fact: Fact, places: Places) -> Card:
    claims = {claim.id: claim for claim in fact.claims}
    statements = not any(claim.value for claim in fact.claims)
    kinds = dict.fromkeys(finding.verdict for finding in fact.findings)
    shown = [kind for kind in kinds if kind is not Verdict.AGREE or fact.verdict is Verdict.AGREE]
    worst = {kind: min(SEVERITIES.index(f.severity) for f in fact.of(kind)) for kind in kinds}
    numbers = sorted({places.article[claim.article_id] for claim in fact.claims})
    return Card(
        number=number,
        about=visible(fact.about) or "no name for it",
        verdict=fact.verdict,
        severity=fact.worst.severity,
        values=() if statements and len(claims) <= 2 else _values(distinct_values(fact.claims, places.articles)),
        groups=tuple(_group(fact.of(kind), claims, places) for kind in sorted(shown, key=ORDER.index)),
        verdicts=" ".join(f"{kind}:{severity}" for kind, severity in worst.items()),
        articles=" ".join(map(str, numbers)),
        told_by=fact.told_by,
        statements=statements,
    )


def _values(sayings: Iterable[Saying]) -> tuple[Value, ...]:
    """The rows of a fact's table, gathered under the value that they belong to."""
    found: list[tuple[str, list[Saying]]] = []
    for saying in sayings:
        if saying.value or not found:
            found.append((saying.value, []))
        found[-1][1].append(saying)
    return tuple(Value(words=words, sayings=tuple(rows)) for words, rows in found)


def _group(findings: Sequence[Finding], claims: Mapping[str, Claim], places: Places) -> Group:
    worst, *others = findings
    left, right = claims[worst.left], claims[worst.right]
    return Group(
        worst=worst,
        reason=visible(worst.reason),
        left=_quoted(left, right, places),
        right=_quoted(right, left, places),
        steps=steps(worst),
        pairs=tuple(_pair(finding, claims, places) for finding in others[:_MOST_PAIRS]),
        left_out=max(0, len(others) - _MOST_PAIRS),
    )


def _quoted(claim: Claim, other: Claim, places: Places) -> Quoted:
    article = places.articles[claim.article_id]
    return Quoted(
        claim=places.claim[claim.id],
        article=places.article[article.id],
        who=who(article),
        published=wording.published(article.published),
        cites=attributed(claim, article),
        headline=in_headline(article, claim),
        runs=in_context(article, claim, other),
    )


def _pair(finding: Finding, claims: Mapping[str, Claim], places: Places) -> Pair:
    sides = [claims[finding.left], claims[finding.right]]
    words = []
    for claim in sides:
        article = places.articles[claim.article_id]
        words.append(f"{as_written(claim, article)} ({who(article)})")
    return Pair(
        reason=visible(finding.reason),
        left=words[0],
        left_claim=places.claim[sides[0].id],
        right=words[1],
        right_claim=places.claim[sides[1].id],
    )
