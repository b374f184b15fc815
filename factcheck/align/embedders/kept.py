"""Vectors kept between runs by the model and the text, so that nothing is embedded twice."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from factcheck.align.embedders import Embedder, Vectors

_ASKED = 500  # texts asked for in one statement; SQLite takes up to 999 variables in its older versions
_MOST = 400_000  # vectors kept, about 350 MB; the oldest fifth goes first
_SLICE = 2048  # texts embedded between two savings: what was done is not lost when a run is stopped


class Kept:
    """An embedder whose vectors are looked up in a file before they are made.

    The file holds hashes of texts, never texts. What cannot be read or written is as good as not there: the vectors are made
    again. Vectors are kept in half precision, and those just made are rounded to it, so it never shows whether a vector was
    kept: a cosine moves by less than .001.
    """

    def __init__(self, embedder: Embedder, file: Path) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._file = file

    def encode(self, texts: Sequence[str], advance: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors of shape (len(texts), d), to half precision."""
        if not texts:
            return self._embedder.encode(texts)
        keys = [hashlib.sha256(text.encode()).digest()[:16] for text in texts]
        found = self._read(keys)
        missing = sorted(
            {key: n for n, key in enumerate(keys) if key not in found}.values(), key=lambda n: (len(texts[n]), texts[n])
        )
        done = len(texts) - len(missing)
        for start in range(0, len(missing), _SLICE):
            part = missing[start : start + _SLICE]
            progress = partial(_onwards, advance, done) if advance is not None else None
            made = self._embedder.encode([texts[n] for n in part], progress).astype(np.float16)
            new = {keys[n]: vector for n, vector in zip(part, made, strict=True)}
            self._write(new)
            found |= new
            done += len(part)
        if advance is not None:
            advance(len(texts))
        return np.stack([found[key] for key in keys]).astype(np.float32)

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, np.ndarray[tuple[int, ...], np.dtype[np.float16]]]:
        found = {}
        with suppress(sqlite3.Error), closing(self._open()) as file:
            for start in range(0, len(keys), _ASKED):
                asked = keys[start : start + _ASKED]
                rows = file.execute(
                    f"SELECT key, vector FROM vectors WHERE key IN ({','.join('?' * len(asked))})", asked
                )
                found.update({key: np.frombuffer(vector, dtype=np.float16) for key, vector in rows})
        return found

    def _write(self, vectors: dict[bytes, np.ndarray[tuple[int, ...], np.dtype[np.float16]]]) -> None:
        with suppress(sqlite3.Error), closing(self._open()) as file, file:
            file.executemany(
                "INSERT OR IGNORE INTO vectors (key, vector) VALUES (?, ?)",
                ((key, vector.tobytes()) for key, vector in vectors.items()),
            )
            (count,) = file.execute("SELECT max(number) - min(number) FROM vectors").fetchone()
            if (count or 0) > _MOST:
                (first,) = file.execute("SELECT min(number) FROM vectors").fetchone()
                file.execute("DELETE FROM vectors WHERE number < ?", (first + _MOST // 5,))

    def _open(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._file, timeout=1)
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = NORMAL")
        file.execute(
            "CREATE TABLE IF NOT EXISTS vectors (number INTEGER PRIMARY KEY, key BLOB UNIQUE, vector BLOB NOT NULL)"
        )
        return file


@contextmanager
def kept_for_the_run(embedder: Embedder) -> Iterator[Embedder]:
    """An embedder that makes no vector twice: the same, if it keeps them anyway, else one that keeps them on disk until it is done."""
    if isinstance(embedder, Kept):
        yield embedder
        return
    with TemporaryDirectory() as folder:
        yield Kept(embedder, Path(folder) / "vectors.sqlite")


def _onwards(advance: Callable[[int], None], before: int, done: int) -> None:
    advance(before + done)
