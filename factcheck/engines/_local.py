"""This process, with others to read the articles when there are many: what every engine is held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from factcheck.align.embedders import Embedder
from factcheck.align.stories import Related, relatedness
from factcheck.comparing import Comparison, Met, Progress, compared
from factcheck.errors import SettingsError
from factcheck.model import Article
from factcheck.readings import Reading, read_all
from factcheck.settings import Settings


class Engine(Protocol):
    """How the three costly stages are run."""

    def readings(self, articles: Sequence[Article], settings: Settings) -> Iterator[Reading]:
        """Every article read closely, in their order."""

    def related(self, articles: Sequence[Article]) -> Related:
        """How far each two articles tell of one story: the join that decides which articles meet."""

    def compared(self, comparison: Comparison, embedder: Embedder, tell: Progress | None) -> Iterator[Met]:
        """What comes of the articles that meet, in any order."""


class Local:
    """This process; so many further ones read the articles."""

    def __init__(self, workers: int = 1) -> None:
        self.workers = workers

    def readings(self, articles: Sequence[Article], settings: Settings) -> Iterator[Reading]:
        """Every article read closely, in their order."""
        return read_all(articles, settings, self.workers)

    def related(self, articles: Sequence[Article]) -> Related:
        """How far each two articles tell of one story."""
        return relatedness(articles)

    def compared(self, comparison: Comparison, embedder: Embedder, tell: Progress | None) -> Iterator[Met]:
        """What comes of the articles that meet."""
        return compared(comparison, embedder, tell)


def missing(extra: str) -> SettingsError:
    """The error that says how an engine is installed."""
    return SettingsError(f'the engine {extra!r} is not installed; run: pip install "factcheck-news[{extra}]"')
