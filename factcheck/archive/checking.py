"""New articles against what is known, and all that is known against itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from factcheck.align.embedders import Embedder
from factcheck.archive.store import Archive
from factcheck.model import Article, Report
from factcheck.pipeline import check_readings
from factcheck.readings import read_closely
from factcheck.settings import Settings

Progress = Callable[[str, int, int], None]


def check_new(
    archive: Archive,
    articles: Iterable[Article],
    settings: Settings,
    *,
    progress: Progress | None = None,
    embedder: Embedder | None = None,
) -> Report:
    """The report on ``articles`` and the stored articles related to them, with only the findings that involve ``articles``.

    Nothing is stored. What is stored from the same place as one of ``articles`` (or is the same) is left out.
    Raises ArchiveError and EmbedderError.
    """
    given = sorted({a.id: a for a in articles}.values(), key=lambda a: (a.path, a.id))
    known = archive.related(given)
    readings = []
    for done, article in enumerate(given, start=1):
        readings.append(read_closely(article, settings))
        if progress is not None:
            progress("extracting claims", done, len(given))
    readings = sorted((*readings, *known), key=lambda r: (r.article.path, r.article.id))
    report = check_readings(readings, settings, progress=progress, embedder=embedder)
    return involving(report, {article.id for article in given})


def check_all(
    archive: Archive, settings: Settings, *, progress: Progress | None = None, embedder: Embedder | None = None
) -> Report:
    """The report on everything stored. Raises ArchiveError and EmbedderError."""
    return check_readings(archive.readings(), settings, progress=progress, embedder=embedder)


def involving(report: Report, articles: set[str]) -> Report:
    """The report with only the findings, and the facts, in which one of these articles (ids) has a part."""
    own = {claim.id for claim in report.claims if claim.article_id in articles}
    findings = tuple(finding for finding in report.findings if finding.left in own or finding.right in own)
    named = {finding.cluster for finding in findings}  # which may hold but the other side
    clusters = (c for c in report.clusters if c.id in named or not own.isdisjoint(c.claims))
    return replace(report, clusters=tuple(clusters), findings=findings)
