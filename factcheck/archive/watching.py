"""What comes into a folder, as it comes (extra ``watch``)."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from factcheck.errors import FactcheckError, MissingPath
from factcheck.ingest.find import is_wanted

_WAKE = 1000  # milliseconds after which the folder is first read, when it has been quiet


def arrivals(folder: str) -> Iterator[list[str]]:
    """First the folder itself, then the paths of files that are new in it or have changed, together as they came.

    Names that a walk of the folder would pass over are passed over. It ends with KeyboardInterrupt. Raises MissingPath when
    there is no such folder, FactcheckError when the extra is not installed; both before anything is iterated.
    """
    if not os.path.isdir(folder):  # noqa: PTH112
        raise MissingPath(f"{folder}: no such folder; name the one to watch")
    try:
        import watchfiles
    except ImportError:
        raise FactcheckError(
            "'factcheck archive watch' needs an extra: python -m pip install 'factcheck-news[watch]'"
        ) from None
    changes = watchfiles.watch(folder, watch_filter=None, yield_on_timeout=True, rust_timeout=_WAKE)
    return _paths(folder, changes, gone=watchfiles.Change.deleted)


def _paths(folder: str, batches: Iterable[Collection[tuple[int, str]]], gone: int) -> Iterator[list[str]]:
    """The batches as paths joined to the folder. The first time the folder is watched already, and nothing is missed."""
    started = False
    for batch in batches:
        if not started:
            started = True
            yield [folder]
            continue
        inner = {_inside(folder, path) for change, path in batch if change != gone}
        wanted = sorted(os.path.join(folder, path) for path in inner if _is_found(path))  # noqa: PTH118
        present = [path for path in wanted if Path(path).is_file()]
        if present:
            yield present


def _inside(folder: str, path: str) -> str:
    """The path of a file as seen from the folder, however the watcher spells it; a link is not followed."""
    where, name = os.path.split(path)
    return os.path.normpath(os.path.join(os.path.relpath(os.path.realpath(where), os.path.realpath(folder)), name))  # noqa: PTH118


def _is_found(path: str) -> bool:
    """Whether a walk of the folder would read it."""
    parts = Path(path).parts
    return is_wanted(parts[-1]) and not any(part.startswith(".") for part in parts)
