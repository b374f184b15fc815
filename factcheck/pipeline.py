"""The order of the stages: the only file that knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from factcheck.align import embedders
from factcheck.align.clusters import LEAST, cluster
from factcheck.align.features import other_actor
from factcheck.align.scopes import Counted, scope
from factcheck.align.stories import Related, meetings, related_from
from factcheck.comparing import Comparison, Met, Progress, compared, verdict
from factcheck.dating.occasions import Same, occasion
from factcheck.engines import Engine, Local
from factcheck.ingest.text import article as in_memory
from factcheck.model import Alignment, Article, Claim, Cluster, Finding, Report, content_id
from factcheck.origins import with_origins
from factcheck.readings import Material, Reading, placed, read_closely, settled
from factcheck.rules._companions import companions
from factcheck.rules._echoes import without_echoes
from factcheck.settings import Settings
from factcheck.terms import LEFT_OUT, Severity, Verdict
from factcheck.version import version

SCHEMA = "factcheck.report/1"


def _silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


def find_claims(article: Article, settings: Settings | None = None) -> tuple[Claim, ...]:
    """The claims of one article, their times resolved as far as the article can be dated."""
    reading = read_closely(article, settings or Settings())
    return placed(reading, reading.article).claims


def check(
    articles: Iterable[Article],
    settings: Settings | None = None,
    *,
    progress: Progress | None = None,
    embedder: embedders.Embedder | None = None,
    engine: Engine | None = None,
) -> Report:
    """Cross-check articles. ``progress`` is called with (stage, done, total) as work goes on.

    ``embedder`` is one that is loaded already, for several runs; else the one that the settings name is loaded.
    ``engine`` does the work (this process, unless another is given). Neither it nor the order of the articles changes the report.
    Raises EmbedderError when the embedding model cannot be loaded, and FactcheckError when the engine fails.
    """
    settings = settings or Settings()
    given = sorted({a.id: a for a in articles}.values(), key=lambda a: (a.path, a.id))
    engine = engine or Local()
    readings = _told(engine.readings(given, settings), len(given), progress or _silent)
    return check_readings(readings, settings, progress=progress, embedder=embedder, engine=engine)


def _told(readings: Iterable[Reading], total: int, tell: Progress) -> Iterator[Reading]:
    for done, reading in enumerate(readings, start=1):
        yield reading
        tell("extracting claims", done, total)


def check_readings(
    readings: Iterable[Reading],
    settings: Settings,
    *,
    progress: Progress | None = None,
    embedder: embedders.Embedder | None = None,
    engine: Engine | None = None,
) -> Report:
    """Cross-check articles that were read closely before, each once, in the order that their articles' paths give."""
    engine = engine or Local()
    material, related = _settle(list(readings), engine)
    embedder = embedder or embedders.load(settings.embedder, progress)
    comparison = Comparison(material=material, meetings=meetings(related), within=settings.within)
    met = engine.compared(comparison, embedder, progress)
    clusters, findings = _judged(material, chain(met, _reckoned(material) if settings.within else ()))
    left_out = related.left_out(related_from(len(related)))
    return Report(
        schema=SCHEMA,
        articles=tuple(material.articles.values()),
        claims=tuple(material.claims.values()),
        clusters=clusters,
        findings=findings,
        settings=(
            ("embedder", embedder.name),
            *(((LEFT_OUT, str(left_out)),) if left_out else ()),
            ("within", str(settings.within).lower()),
        ),
        versions=(("factcheck", version()),),
    )


def gather(articles: Iterable[Article], settings: Settings) -> tuple[Material, Related]:
    """Everything that comes before alignment: claims, dates, and how far each two articles tell one story."""
    given = sorted({a.id: a for a in articles}.values(), key=lambda a: (a.path, a.id))
    return _settle([read_closely(article, settings) for article in given], Local())


def _settle(readings: Sequence[Reading], engine: Engine) -> tuple[Material, Related]:
    related = engine.related([r.article for r in readings])
    return Material.of(settled(readings, related.row)), related


def compare(left: str | Claim, right: str | Claim, settings: Settings | None = None) -> Finding | None:
    """The most serious finding between two sentences (or two claims), or None when they cannot be compared.

    The two are taken to tell of one story, published nobody knows when.
    """
    settings = settings or Settings()
    sides = []
    for name, text in (("left", left), ("right", right)):
        sides.append(read_closely(in_memory(text.text if isinstance(text, Claim) else text, path=name), settings))
    return most_serious(findings_between(sides[0], sides[1], embedders.load(settings.embedder)))


def findings_between(left: Reading, right: Reading, embedder: embedders.Embedder) -> tuple[Finding, ...]:
    """Every finding between two articles that are known to tell of one story."""
    material = Material.of([placed(r, r.article) for r in (left, right)])
    pair = Comparison(material=material, meetings=meetings(Related.all_one(2)), within=False, screened=False)
    return _judged(material, compared(pair, embedder))[1]


def findings_within(reading: Reading) -> tuple[Finding, ...]:
    """What is wrong within the sentences of one article."""
    material = Material.of([placed(reading, reading.article)])
    return _judged(material, _reckoned(material))[1]


def _reckoned(material: Material) -> Iterator[Met]:
    """The pairs within a sentence of which a rule has something to say; all others are no pairs."""
    for alignment in companions(material.told.values()):
        reached = verdict(material.case(alignment))
        if reached is not None:
            yield Met(alignment, reached[0].name, reached[1])


def most_serious(findings: Iterable[Finding]) -> Finding | None:
    """The finding that an editor must see first."""
    severities, verdicts = list(Severity), list(Verdict)
    return min(
        findings,
        key=lambda f: (severities.index(f.severity), verdicts.index(f.verdict), -f.confidence, f.id),
        default=None,
    )


def _judged(material: Material, met: Iterable[Met]) -> tuple[tuple[Cluster, ...], tuple[Finding, ...]]:
    """The facts and the findings. Of the many pairs that come to nothing hardly anything is held."""
    claims: set[str] = set()
    likely: list[Alignment] = []
    told: list[Met] = []
    for pair in met:
        alignment = pair.alignment
        claims |= {alignment.left, alignment.right}
        if alignment.score >= LEAST:
            likely.append(replace(alignment, evidence=()))
        if pair.judgement is not None:
            told.append(pair)
    clusters = _cluster(material, likely, claims)
    cluster_of = {claim: c for c in clusters for claim in c.claims}
    findings = [_finding(material, pair, cluster_of[pair.alignment.left]) for pair in told]
    return clusters, tuple(sorted(without_echoes(findings, material.claims, likely), key=lambda f: f.id))


def _cluster(material: Material, likely: Sequence[Alignment], met: Iterable[str]) -> tuple[Cluster, ...]:
    def comparable(left: Claim, right: Claim) -> bool:
        published = [material.articles[c.article_id].published.reach for c in (left, right)]
        return (
            left.kind is right.kind
            and not other_actor(left, right)
            and scope(left, right).counted is Counted.SAME
            and occasion(left, right, *published).same is not Same.NO
        )

    found = cluster(material.claims, likely, comparable, met)
    return with_origins(found, material.articles, material.sentences, material.claims)


def _finding(material: Material, met: Met, fact: Cluster) -> Finding:
    case, judgement = material.case(met.alignment), met.judgement
    assert judgement is not None
    return Finding(
        id=content_id("finding", case.left.id, case.right.id),
        verdict=judgement.verdict,
        severity=judgement.severity,
        confidence=judgement.confidence,
        rule=met.rule,
        level=judgement.level,
        cluster=fact.id,
        about=fact.about,
        left=case.left.id,
        right=case.right.id,
        delta=judgement.delta,
        reason=judgement.reason,
        case=case,
    )
