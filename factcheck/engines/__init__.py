"""What does the work of a run: this process, or many on any number of machines. The report is the same bytes.

An engine only maps and joins; what it maps are the functions of the stages. One file an engine; those that need an extra are
imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.engines._local import Engine, Local
from factcheck.errors import SettingsError

__all__ = ["Engine", "Local", "opened"]


@contextmanager
def opened(name: str, *, workers: int = 1, scheduler: str | None = None) -> Iterator[Engine]:
    """The engine of that name, for as long as it is needed. Raises SettingsError when its extra is not installed.

    ``workers`` processes share the work; ``scheduler`` is the address of a dask scheduler, None for processes of our own.
    """
    if scheduler is not None and name != "dask":
        raise SettingsError("--scheduler is for the engine dask; add --engine dask")
    if name == "dask":
        from factcheck.engines.dask import connected

        with connected(scheduler, workers) as engine:
            yield engine
    elif name == "duckdb":
        from factcheck.engines.duckdb import DuckDB

        yield DuckDB(workers)
    else:
        yield Local(workers)
