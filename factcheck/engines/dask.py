"""dask.distributed: articles are read, joined and compared in parts, by whatever workers its scheduler has.

Every part carries what it is made from, so a worker that is lost costs only the time to do its parts again: nothing is scattered,
for what is scattered is lost with its worker. Workers embed what they compare, and keep vectors as any run does.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from typing import Any, TypeVar

from scipy.sparse import csr_array, hstack, vstack

from factcheck.align import embedders
from factcheck.align.stories import ROWS, Related, reaching, relatedness
from factcheck.comparing import Comparison, Met, Progress, compared
from factcheck.engines._local import missing
from factcheck.errors import FactcheckError
from factcheck.model import Article
from factcheck.readings import Reading, read_closely
from factcheck.settings import Settings
from factcheck.version import version

try:
    from distributed import Client, KilledWorker, LocalCluster
except ImportError:
    raise missing("dask") from None

Part = TypeVar("Part")

_ARTICLES = 16  # read at a time: a second's work
_MEETINGS = 64  # pairs of articles compared at a time: some seconds' work, and some megabytes to send
_AHEAD = 3  # parts sent for each worker's core before the first is back
_ANSWERS = 30  # seconds in which a scheduler must


class Dask:
    """The workers of a scheduler."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def readings(self, articles: Sequence[Article], settings: Settings) -> Iterator[Reading]:
        """Every article read closely, in their order."""
        parts = ((articles[start : start + _ARTICLES], settings) for start in range(0, len(articles), _ARTICLES))
        return chain.from_iterable(self._mapped(_read, parts))

    def related(self, articles: Sequence[Article]) -> Related:
        """How far each two articles tell of one story: every block of rows meets every other."""
        return relatedness(articles, self._joined)

    def compared(self, comparison: Comparison, embedder: embedders.Embedder, tell: Progress | None) -> Iterator[Met]:
        """What comes of the articles that meet."""
        done, total = 0, len(comparison.meetings)
        parts = ((part, embedder.name) for part in comparison.parts(_MEETINGS))
        for found in self._mapped(_compare, parts):
            yield from found
            done = min(total, done + _MEETINGS)
            if tell is not None:
                tell("comparing articles", done, total)

    def _joined(self, vectors: csr_array, floor: float) -> csr_array:
        blocks = [
            self._client.submit(_held, vectors[start : start + ROWS], pure=False)
            for start in range(0, vectors.shape[0], ROWS)
        ]
        found = list(self._mapped(_products, ((one, other, floor) for one in blocks for other in blocks)))
        rows = range(0, len(found), len(blocks))
        return vstack([hstack(found[start : start + len(blocks)]) for start in rows], format="csr")

    def _mapped(self, stage: Callable[..., Part], parts: Iterable[tuple[Any, ...]]) -> Iterator[Part]:
        """What the stage makes of each part, in order; not all parts are sent at once."""
        waiting: deque[Any] = deque()
        ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))
        try:
            for part in parts:
                waiting.append(self._client.submit(stage, *part, pure=False))
                if len(waiting) >= ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except KilledWorker:
            raise FactcheckError("workers died over one part again and again; give them more memory") from None
        except (CancelledError, OSError) as error:
            raise FactcheckError(
                f"the dask scheduler is gone ({type(error).__name__}); start it and run again"
            ) from error


def _read(articles: Sequence[Article], settings: Settings) -> list[Reading]:
    return [read_closely(article, settings) for article in articles]


def _held(rows: csr_array) -> csr_array:
    return rows


def _products(rows: csr_array, others: csr_array, floor: float) -> csr_array:
    return reaching(rows, others.T.tocsr(), floor)


def _compare(comparison: Comparison, embedder: str) -> list[Met]:
    return list(compared(comparison, _embedder(embedder)))


@lru_cache(maxsize=1)
def _embedder(name: str) -> embedders.Embedder:
    return embedders.load(name)


@contextmanager
def connected(scheduler: str | None, workers: int) -> Iterator[Dask]:
    """The workers of the scheduler at an address, or so many processes of our own. Raises FactcheckError when none can be had."""
    if scheduler is None:
        with (
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                dashboard_address=None,
                worker_dashboard_address=None,
                silence_logs=logging.CRITICAL,
            ) as cluster,
            Client(cluster) as client,
        ):
            yield Dask(client)
        return
    try:
        client = Client(scheduler, timeout=_ANSWERS)
    except (OSError, ValueError) as error:
        raise FactcheckError(f"{scheduler}: no dask scheduler answers there ({type(error).__name__})") from error
    with client:
        others = set(client.run(version).values()) - {version()}
        if others:
            raise FactcheckError(
                f"{scheduler}: its workers have factcheck {', '.join(sorted(others))}, not {version()}"
            )
        yield Dask(client)
