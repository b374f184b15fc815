"""factcheck: cross-check articles about one story, and say what disagrees, why, and what only seems to.

    from factcheck import check, read

    report = check(read(["articles/"]))
    for finding in report.findings:
        print(finding.verdict, finding.reason)

Everything public is listed in ``__all__`` and loaded on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from factcheck.errors import EmbedderError as EmbedderError
    from factcheck.errors import FactcheckError as FactcheckError
    from factcheck.errors import InputError as InputError
    from factcheck.errors import SettingsError as SettingsError
    from factcheck.errors import SkippedInput as SkippedInput
    from factcheck.extract.quantities import find_quantities as find_quantities
    from factcheck.extract.times import find_times as find_times
    from factcheck.ingest.read import read as read
    from factcheck.model import Alignment as Alignment
    from factcheck.model import Anchor as Anchor
    from factcheck.model import Article as Article
    from factcheck.model import Attribution as Attribution
    from factcheck.model import Case as Case
    from factcheck.model import Claim as Claim
    from factcheck.model import Cluster as Cluster
    from factcheck.model import Delta as Delta
    from factcheck.model import Entity as Entity
    from factcheck.model import Finding as Finding
    from factcheck.model import Interval as Interval
    from factcheck.model import Judgement as Judgement
    from factcheck.model import Quantity as Quantity
    from factcheck.model import Report as Report
    from factcheck.model import Segment as Segment
    from factcheck.model import Sentence as Sentence
    from factcheck.model import Span as Span
    from factcheck.model import TimeExpression as TimeExpression
    from factcheck.pipeline import compare as compare
    from factcheck.pipeline import find_claims as find_claims
    from factcheck.settings import Settings as Settings
    from factcheck.terms import Hedge as Hedge
    from factcheck.terms import Severity as Severity
    from factcheck.terms import Verdict as Verdict

    __version__: str

__all__ = [
    "Alignment",
    "Anchor",
    "Article",
    "Attribution",
    "Case",
    "Claim",
    "Cluster",
    "Delta",
    "EmbedderError",
    "Entity",
    "FactcheckError",
    "Finding",
    "Hedge",
    "InputError",
    "Interval",
    "Judgement",
    "Quantity",
    "Report",
    "Segment",
    "Sentence",
    "Settings",
    "SettingsError",
    "Severity",
    "SkippedInput",
    "Span",
    "TimeExpression",
    "Verdict",
    "__version__",
    "check",
    "compare",
    "find_claims",
    "find_quantities",
    "find_times",
    "read",
]

# Where each public name is made; __getattr__ fetches it from there on first use.
_HOMES = {
    "factcheck.errors": ("EmbedderError", "FactcheckError", "InputError", "SettingsError", "SkippedInput"),
    "factcheck.extract.quantities": ("find_quantities",),
    "factcheck.extract.times": ("find_times",),
    "factcheck.ingest.read": ("read",),
    "factcheck.model": (
        *("Alignment", "Anchor", "Article", "Attribution", "Case", "Claim", "Cluster", "Delta", "Entity", "Finding"),
        *("Interval", "Judgement", "Quantity", "Report", "Segment", "Sentence", "Span", "TimeExpression"),
    ),
    "factcheck.pipeline": ("compare", "find_claims"),
    "factcheck.settings": ("Settings",),
    "factcheck.terms": ("Hedge", "Severity", "Verdict"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def check(
    articles: Iterable[Article],
    *,
    published: dt.date | Interval[dt.date] | None = None,
    embedder: str | None = None,
    within: bool = True,
    progress: Callable[[str, int, int], None] | None = None,
    workers: int = 1,
    engine: str = "local",
    scheduler: str | None = None,
) -> Report:
    """Compare what the articles say about the same facts.

    ``published`` (a day, or an interval of days) dates the articles that have no date of their own; ``embedder`` is a
    sentence-transformers name or path, None for the packaged model; ``within`` also compares the claims of one article
    with each other; ``progress`` is called with the stage's name, how much of it is done, and how much there is.
    ``workers`` processes read the articles (call it below ``if __name__ == "__main__":`` in a script). ``engine`` says what does
    the work: "local", "dask" (``workers`` processes, or those of the ``scheduler`` at an address) or "duckdb". The report is the same.
    Raises a ``FactcheckError`` when there is nothing to check, or the embedder or the engine cannot be had.
    """
    from factcheck import engines, model, pipeline
    from factcheck.settings import Settings

    window = published
    if window is not None and not isinstance(window, model.Interval):
        window = model.Interval(low=window, high=window)
    settings = Settings(published=window, embedder=embedder, within=within)
    with engines.opened(engine, workers=workers, scheduler=scheduler) as opened:
        return pipeline.check(tuple(articles), settings, progress=progress, engine=opened)


def __getattr__(name: str) -> object:
    if name == "__version__":
        from factcheck.version import version

        return version()
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value  # the next look-up finds it without coming here
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
