"""Findings are pairwise; people read facts. This groups the pairs of a report into facts, and picks what to show."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model import Article, Claim, Finding, Report
from factcheck.origins.joining import Ties
from factcheck.terms import Severity, Verdict

# Worst first: what an editor must look at before anything else.
ORDER = (
    *(Verdict.CONFLICT, Verdict.DISPUTED, Verdict.UPDATE),
    *(Verdict.AGREE, Verdict.SCOPE, Verdict.DATE_CONTEXT),
)
SEVERITIES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)
# Alike in wording, about something else: worth a line, not a panel.
QUIET = frozenset({Verdict.SCOPE, Verdict.DATE_CONTEXT})


class Sort(StrEnum):
    """In which order the facts are shown."""

    WORST = "worst"
    ARTICLE = "article"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact, or one likeness that is none: its findings worst first, and the claims they join in reading order.

    ``origins`` counts the independent places that its articles have it from; 0 when nobody looked.
    """

    about: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    origins: int = 0

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({claim.article_id for claim in self.claims})

    @property
    def told_by(self) -> str:
        """How many articles tell it, and how many of these independently: "4 articles, 2 independent origins"."""
        if self.articles < 2 or self.origins == 0:
            return ""
        if self.verdict is not Verdict.AGREE and self.origins == self.articles:
            return ""  # nobody copied, and nobody claims that anything is confirmed
        return (
            f"{self.articles} articles, {'one origin' if self.origins == 1 else f'{self.origins} independent origins'}"
        )

    @property
    def worst(self) -> Finding:
        """The finding that decides how bad it is."""
        return self.findings[0]

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Its findings of one verdict, worst first."""
        return tuple(finding for finding in self.findings if finding.verdict == verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to show. An empty ``verdicts``, no ``min_severity`` and no ``about`` show everything."""

    verdicts: frozenset[Verdict] = frozenset()
    min_severity: Severity | None = None
    about: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.verdicts or self.min_severity or self.about)

    def keep(self, fact: Fact) -> bool:
        """Whether some finding of the fact is of a wanted verdict and severity, and the fact holds the wanted words."""
        if self.about and not _mentions(fact, self.about.casefold()):
            return False
        return any(self._wanted(finding) for finding in fact.findings)

    def _wanted(self, finding: Finding) -> bool:
        if self.verdicts and finding.verdict not in self.verdicts:
            return False
        return self.min_severity is None or _severity(finding) <= SEVERITIES.index(self.min_severity)


def find_facts(report: Report) -> tuple[Fact, ...]:
    """The facts of a report, worst first; likenesses (``QUIET`` verdicts) are facts of their own, after the rest."""
    claims = {claim.id: claim for claim in report.claims}
    place = reading_order(report.articles, report.claims)
    groups: dict[tuple[str, Verdict | None], list[Finding]] = {}
    for finding in report.findings:
        quiet = finding.verdict if finding.verdict in QUIET else None
        groups.setdefault((finding.cluster, quiet), []).append(finding)
    groups_of = {claim: cluster.origins for cluster in report.clusters for claim in cluster.claims}
    facts = []
    for findings in groups.values():
        ranked = tuple(sorted(findings, key=lambda finding: (*_badness(finding), place[finding.left], finding.id)))
        joined = {side for finding in ranked for side in (finding.left, finding.right)}
        facts.append(
            Fact(
                about=ranked[0].about,
                verdict=ranked[0].verdict,
                findings=ranked,
                claims=tuple(claims[side] for side in sorted(joined, key=place.__getitem__)),
                origins=_origins(
                    {claims[side].article_id for side in joined}, [groups_of.get(side, ()) for side in joined]
                ),
            )
        )
    return tuple(sorted(facts, key=lambda fact: (*_badness(fact.worst), place[fact.worst.left], fact.worst.id)))


def _origins(articles: Collection[str], found: Iterable[Collection[Collection[str]]]) -> int:
    """How many origins the articles have; 0 when nobody looked. Claims that differ lie in several clusters, each with its groups."""
    parts = list(found)
    if not any(parts):
        return 0
    ties = Ties((group[0], other) for groups in parts for group in map(list, groups) for other in group[1:])
    return len({ties.of(article) for article in articles})


def sort_facts(facts: Iterable[Fact], sort: Sort, report: Report) -> tuple[Fact, ...]:
    """The facts in the wanted order; ``find_facts`` gives them worst first already."""
    match sort:
        case Sort.WORST:
            return tuple(facts)
        case Sort.CONFIDENCE:
            return tuple(sorted(facts, key=lambda fact: -fact.worst.confidence))
        case Sort.ARTICLE:
            place = reading_order(report.articles, report.claims)
            return tuple(sorted(facts, key=lambda fact: min(place[claim.id] for claim in fact.claims)))


def reading_order(articles: Collection[Article], claims: Collection[Claim]) -> dict[str, tuple[int, int, int]]:
    """Where each claim (id) stands: its article's number, then its offsets."""
    number = {article.id: index for index, article in enumerate(articles)}
    return {claim.id: (number[claim.article_id], claim.span.start, claim.span.end) for claim in claims}


def _badness(finding: Finding) -> tuple[int, int, float]:
    return ORDER.index(finding.verdict), _severity(finding), -finding.confidence


def _severity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _mentions(fact: Fact, words: str) -> bool:
    texts = [fact.about, *(claim.text for claim in fact.claims), *(finding.reason for finding in fact.findings)]
    return any(words in text.casefold() for text in texts)
