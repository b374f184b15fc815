"""The order of the stages: the only file that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

import numpy as np
from numpy.typing import NDArray

from factcheck.align import embedders
from factcheck.align.clusters import cluster
from factcheck.align.features import other_actor
from factcheck.align.neighbours import align
from factcheck.align.rivals import meet
from factcheck.align.scopes import Counted, scope
from factcheck.align.stories import relatedness
from factcheck.dating import anchors, corpus
from factcheck.dating.lookbacks import looks_back
from factcheck.dating.occasions import Same, occasion
from factcheck.extract.attribution.publishers import institution
from factcheck.extract.claims import claims_of
from factcheck.ingest.text import article as in_memory
from factcheck.model import Alignment, Article, Case, Claim, Cluster, Finding, Report, Sentence, content_id
from factcheck.rules import Context, Side
from factcheck.rules._judge import judge
from factcheck.segment.sentences import segment
from factcheck.settings import Settings
from factcheck.terms import ClaimKind, Severity, Verdict

SCHEMA = "factcheck.report/1"

Place = tuple[str, int, int]  # an article's id, where a clause begins and ends

Progress = Callable[[str, int, int], None]


def _silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


def find_claims(article: Article, settings: Settings | None = None) -> tuple[Claim, ...]:
    """The claims of one article, their times resolved as far as the article can be dated."""
    reading = read_closely(article, settings or Settings())
    return _placed(reading, reading.article).claims


def check(
    articles: Iterable[Article],
    settings: Settings | None = None,
    *,
    progress: Progress | None = None,
    embedder: embedders.Embedder | None = None,
) -> Report:
    """Cross-check articles. ``progress`` is called with (stage, done, total) as work goes on.

    ``embedder`` is one that is loaded already, for several runs; else the one that the settings name is loaded. The
    order of the articles does not matter. Raises EmbedderError when the embedding model cannot be loaded.
    """
    settings = settings or Settings()
    tell = progress or _silent
    material, related = gather(articles, settings, tell)
    embedder = embedder or embedders.load(settings.embedder)
    alignments = _align(material, related, embedder, within=settings.within, tell=tell)
    clusters = _cluster(material, alignments)
    return Report(
        schema=SCHEMA,
        articles=tuple(material.articles.values()),
        claims=tuple(material.claims.values()),
        clusters=clusters,
        findings=_judge(material, alignments, clusters, tell),
        settings=(("embedder", embedder.name), ("within", str(settings.within).lower())),
        versions=(("factcheck", _version()),),
    )


def gather(
    articles: Iterable[Article], settings: Settings, tell: Progress = _silent
) -> tuple[Material, NDArray[np.float32]]:
    """Everything that comes before alignment: claims, dates, and how far each two articles tell one story."""
    given = sorted({a.id: a for a in articles}.values(), key=lambda a: (a.path, a.id))
    reading = []
    for done, article in enumerate(given, start=1):
        reading.append(read_closely(article, settings))
        tell("extracting claims", done, len(given))
    related = relatedness([r.article for r in reading])
    settled = [_looking_back(a) for a in corpus.settle([r.article for r in reading], related)]
    return Material.of([_placed(r, article) for r, article in zip(reading, settled, strict=True)]), related


def compare(left: str | Claim, right: str | Claim, settings: Settings | None = None) -> Finding | None:
    """The most serious finding between two sentences (or two claims), or None when they cannot be compared.

    The two are taken to tell of one story, published nobody knows when.
    """
    settings = settings or Settings()
    sides = []
    for name, text in (("left", left), ("right", right)):
        sides.append(read_closely(in_memory(text.text if isinstance(text, Claim) else text, path=name), settings))
    return most_serious(findings_between(sides[0], sides[1], embedders.load(settings.embedder)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article read closely: dated, cut into sentences, its claims extracted (times still symbolic)."""

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]


def findings_between(left: Reading, right: Reading, embedder: embedders.Embedder) -> tuple[Finding, ...]:
    """Every finding between two articles that are known to tell of one story."""
    material = Material.of([_placed(r, r.article) for r in (left, right)])
    alignments = _align(material, np.ones((2, 2), dtype=np.float32), embedder, within=False, floor=-1.0)
    return _judge(material, alignments, _cluster(material, alignments))


def most_serious(findings: Iterable[Finding]) -> Finding | None:
    """The finding that an editor must see first."""
    severities, verdicts = list(Severity), list(Verdict)
    return min(
        findings,
        key=lambda f: (severities.index(f.severity), verdicts.index(f.verdict), -f.confidence, f.id),
        default=None,
    )


def read_closely(article: Article, settings: Settings) -> Reading:
    """Segment, extract and date one article."""
    sentences = segment(article)
    claims = claims_of(article, sentences)
    anchor = anchors.date(article, claims, settings.published)
    return Reading(article=replace(article, published=anchor), sentences=sentences, claims=claims)


def _looking_back(article: Article) -> Article:
    """The article with its date, told whether it looks back."""
    return replace(article, published=replace(article.published, looks_back=looks_back(article.text)))


def _placed(reading: Reading, article: Article) -> Reading:
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


def _align(
    material: Material,
    related: NDArray[np.float32],
    embedder: embedders.Embedder,
    *,
    within: bool,
    floor: float | None = None,
    tell: Progress = _silent,
) -> tuple[Alignment, ...]:
    options = {} if floor is None else {"floor": floor}
    return align(
        tuple(material.claims.values()),
        material.sentence,
        related,
        {article: row for row, article in enumerate(material.articles)},
        {article.id: article.published.reach for article in material.articles.values()},
        embedder,
        within=within,
        advance=lambda done, total: tell("embedding", done, total),
        **options,
    )


def _cluster(material: Material, alignments: Sequence[Alignment]) -> tuple[Cluster, ...]:
    def comparable(left: Claim, right: Claim) -> bool:
        published = [material.articles[c.article_id].published.reach for c in (left, right)]
        return (
            left.kind is right.kind
            and not other_actor(left, right)
            and scope(left, right).counted is Counted.SAME
            and occasion(left, right, *published).same is not Same.NO
        )

    return cluster(material.claims, alignments, comparable)


def _judge(
    material: Material, alignments: Sequence[Alignment], clusters: Sequence[Cluster], tell: Progress = _silent
) -> tuple[Finding, ...]:
    cluster_of = {claim: c for c in clusters for claim in c.claims}
    findings = []
    for done, alignment in enumerate(alignments, start=1):
        finding = _finding(material, alignment, cluster_of[alignment.left])
        if finding is not None:
            findings.append(finding)
        if done % 1000 == 0 or done == len(alignments):
            tell("judging", done, len(alignments))
    differing = _differing(material.claims, alignments)
    return tuple(sorted(_without_echoes(findings, material.claims, differing), key=lambda f: f.id))


_BY_VALUE = frozenset({"quantity-value", "event-date", "clock-time"})  # one clause may hold several figures and dates


_ONE_FACT = 0.2  # probability from which two differing figures keep their clauses from saying the same


def _differing(claims: Mapping[str, Claim], alignments: Sequence[Alignment]) -> frozenset[frozenset[Place]]:
    """The pairs of clauses that hold two figures, or dates, of likely one fact that cannot both be true."""
    return frozenset(
        frozenset((_clause(claims[a.left]), _clause(claims[a.right])))
        for a in alignments
        if a.score >= _ONE_FACT and meet(claims[a.left], claims[a.right]) is False
    )


def _without_echoes(
    findings: Sequence[Finding], claims: Mapping[str, Claim], differing: frozenset[frozenset[Place]]
) -> Iterator[Finding]:
    """Say things once: two clauses may meet as statements, as figures and as dates.

    Left out are agreeing statements of which a figure or a date of the same clauses says it already, or denies it, and all
    but the fullest of the findings that one rule on statements makes of two sentences: a clause and the one inside it are one.
    """
    fullest: dict[tuple[frozenset[tuple[str, int]], str], Finding] = {}
    for finding in findings:
        key = (frozenset((_sentence(claims[finding.left]), _sentence(claims[finding.right]))), finding.rule)
        best = fullest.get(key)
        if best is None or _fullness(finding, claims) > _fullness(best, claims):
            fullest[key] = finding
    told = {
        frozenset((_clause(claims[f.left]), _clause(claims[f.right])))
        for f in findings
        if claims[f.left].kind is not ClaimKind.STATEMENT
    }
    for finding in findings:
        left, right = claims[finding.left], claims[finding.right]
        pair = frozenset((_clause(left), _clause(right)))
        whole = frozenset((_sentence(left), _sentence(right)))
        if finding.rule not in _BY_VALUE and fullest[whole, finding.rule] is not finding:
            continue
        plain = left.kind is ClaimKind.STATEMENT and finding.verdict is Verdict.AGREE
        if not (plain and (pair in told or pair in differing)):
            yield finding


def _fullness(finding: Finding, claims: Mapping[str, Claim]) -> tuple[float, int, str]:
    """What to prefer of a clause and the one inside it: the surer one by a tenth, else the one that says more."""
    length = sum(len(claims[c].text) for c in (finding.left, finding.right))
    return round(finding.confidence, 1), length, finding.id


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.article_id, claim.sentence


def _clause(claim: Claim) -> Place:
    return claim.article_id, claim.span.start, claim.span.end


def context_of(case: Case) -> Context:
    """What the rules are told about a pair."""
    left, right = (
        Side(published=published, sentence=sentence, role=role, publisher=publisher)
        for published, sentence, role, publisher in zip(
            case.published, case.sentences, case.roles, case.publishers, strict=True
        )
    )
    return Context(
        alike=case.alignment.score,
        evidence=dict(case.alignment.evidence),
        same_article=case.left.article_id == case.right.article_id,
        occasion=occasion(case.left, case.right, left.published.reach, right.published.reach),
        left=left,
        right=right,
    )


def _finding(material: Material, alignment: Alignment, fact: Cluster) -> Finding | None:
    case = material.case(alignment)
    left, right = case.left, case.right
    reached = judge(left, right, context_of(case))
    if reached is None:
        return None
    rule, judgement = reached
    return Finding(
        id=content_id("finding", left.id, right.id),
        verdict=judgement.verdict,
        severity=judgement.severity,
        confidence=judgement.confidence,
        rule=rule.name,
        level=judgement.level,
        cluster=fact.id,
        about=fact.about,
        left=left.id,
        right=right.id,
        delta=judgement.delta,
        reason=judgement.reason,
        case=case,
    )


def _version() -> str:
    try:
        return version("factcheck-news")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "unknown"
