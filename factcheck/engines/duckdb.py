"""DuckDB on one machine: the join that decides which articles meet, on every core, and on disk where memory ends."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import closing

import numpy as np
from scipy.sparse import csr_array, vstack

from factcheck.align.stories import Related, reaching, relatedness
from factcheck.engines._local import Local, missing
from factcheck.model import Article

try:
    import duckdb
except ImportError:
    raise missing("duckdb") from None

_SLACK = 1e-4  # by which sums of products may differ with their order, and much more
_ROWS = 64  # articles whose candidates are looked at together

_JOIN = """
    SELECT x.row, y.row FROM entries x JOIN entries y ON x.word = y.word AND x.row < y.row
    GROUP BY ALL HAVING sum(x.weight * y.weight) >= ?
"""


class DuckDB(Local):
    """The local engine, but for the join."""

    def related(self, articles: Sequence[Article]) -> Related:
        """How far each two articles tell of one story."""
        return relatedness(articles, _joined)


def _joined(vectors: csr_array, floor: float) -> csr_array:
    """The database finds who may reach the floor; their products are made as everywhere else, so that they are the same bits."""
    rows = np.repeat(np.arange(vectors.shape[0]), np.diff(vectors.indptr))
    entries = {"row": rows, "word": vectors.indices.astype(np.int64), "weight": vectors.data.astype(np.float64)}
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(duckdb.connect(config={"temp_directory": folder})) as database,
    ):
        database.register("entries", entries)
        found = database.execute(_JOIN, [floor - _SLACK]).fetchnumpy()
    left, right = (np.asarray(side, dtype=np.int64) for side in found.values())
    near = csr_array(
        (np.ones(2 * len(left), dtype=np.int8), (np.r_[left, right], np.r_[right, left])), shape=(vectors.shape[0],) * 2
    )
    return vstack([_of_rows(vectors, near, start, floor) for start in range(0, vectors.shape[0], _ROWS)], format="csr")


def _of_rows(vectors: csr_array, near: csr_array, start: int, floor: float) -> csr_array:
    candidates = np.unique(near[start : start + _ROWS].indices)
    found = reaching(vectors[start : start + _ROWS], vectors[candidates].T.tocsr(), floor).tocoo()
    return csr_array((found.data, (found.row, candidates[found.col])), shape=(found.shape[0], vectors.shape[0]))
