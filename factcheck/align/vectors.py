"""The vectors of a run's texts, kept on disk: they are most of what a large run would have to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import blake2b
from tempfile import SpooledTemporaryFile

import numpy as np
from numpy.typing import NDArray

from factcheck.align.embedders import Embedder, Vectors

_IN_MEMORY = 64 << 20  # bytes of vectors from which they go to disk: those of about 400 articles
_AT_ONCE = 8192  # texts embedded at a time: enough that the batches of one length are full

Rows = NDArray[np.int32]


class VectorFile:
    """Vectors by row, in a file that nobody else sees and that is gone when it is closed."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with what it belongs to
        self._width = 0

    def __enter__(self) -> VectorFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def embed(self, groups: Iterable[Sequence[str]], advance: Callable[[float], None] | None = None) -> list[Rows]:
        """Embed texts group by group, each distinct text once, and tell in which row each text's vector lies.

        ``advance`` is told how many groups are done, with fractions.
        """
        found: list[Rows] = []
        known: dict[int, int] = {}
        waiting: list[str] = []
        before = 0
        for texts in groups:
            rows = np.empty(len(texts), dtype=np.int32)
            for place, text in enumerate(texts):
                # The texts themselves would be much of what a large run holds. That two of two million share eight bytes
                # happens once in ten million runs.
                key = int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())
                if key not in known:
                    known[key] = len(known)
                    waiting.append(text)
                rows[place] = known[key]
            found.append(rows)
            if len(waiting) >= _AT_ONCE:
                self._append(waiting, advance and partial(_onwards, advance, before, len(found), len(waiting)))
                before = len(found)
        if waiting:
            self._append(waiting, advance and partial(_onwards, advance, before, len(found), len(waiting)))
        return found

    def _append(self, waiting: list[str], advance: Callable[[int], None] | None) -> None:
        vectors = self._embedder.encode(waiting, advance)
        self._width = vectors.shape[1]
        self._file.write(vectors.astype(np.float32, copy=False).tobytes())
        waiting.clear()

    def read(self, rows: Rows) -> Vectors:
        """The vectors that lie in these rows (ascending), one below the other."""
        found: Vectors = np.empty((len(rows), self._width), dtype=np.float32)
        size = found.itemsize * self._width
        start = 0
        for end in [*(np.flatnonzero(np.diff(rows) != 1) + 1).tolist(), len(rows)]:  # rows side by side in one go
            self._file.seek(int(rows[start]) * size)
            part = self._file.read((end - start) * size)
            found[start:end] = np.frombuffer(part, dtype=np.float32).reshape(end - start, self._width)
            start = end
        return found


def _onwards(advance: Callable[[float], None], before: int, after: int, texts: int, done: int) -> None:
    advance(before + (after - before) * done / texts)
