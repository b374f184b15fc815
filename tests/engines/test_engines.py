"""Who does the work changes nothing: engine -> the plain run's report, byte for byte, also when a worker is killed half-way."""

import logging
import os
import signal
import sys
from functools import cache

import numpy as np
import pytest
from conftest import SEEDS
from scipy.sparse import csr_array, random_array

from factcheck import engines
from factcheck.align.stories import products
from factcheck.cli import main
from factcheck.errors import FactcheckError
from factcheck.ingest.read import read
from factcheck.pipeline import check

ARTICLES = read([SEEDS])
FLOOR = 0.2


@cache
def plain(embedder) -> str:
    return check(ARTICLES, embedder=embedder).to_json()


@pytest.fixture(scope="module")
def cluster():
    distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=None,
        worker_dashboard_address=None,
        silence_logs=logging.CRITICAL,
    ) as two:
        yield two


@pytest.fixture
def dask(cluster):
    with engines.opened("dask", scheduler=cluster.scheduler_address) as engine:
        yield engine


@pytest.fixture
def small_parts(monkeypatch):
    from factcheck.engines import dask

    monkeypatch.setattr(dask, "_ARTICLES", 4)
    monkeypatch.setattr(dask, "_MEETINGS", 16)


def rows() -> csr_array:
    """Unit vectors of 600 texts, which are more than a block holds."""
    some = random_array((600, 900), density=0.02, format="csr", dtype=np.float32, rng=np.random.default_rng(1))
    lengths = np.repeat(np.sqrt(np.add.reduceat(some.data**2, some.indptr[:-1])), np.diff(some.indptr))
    return csr_array((some.data / lengths, some.indices, some.indptr), shape=some.shape)


def same_bits(one: csr_array, other: csr_array) -> bool:
    """Off the diagonal, which nobody asks for."""
    apart = ~np.eye(one.shape[0], dtype=bool)
    return one.toarray()[apart].any() and np.array_equal(one.toarray()[apart], other.toarray()[apart])


def test_two_dask_workers_find_what_one_process_finds(dask, minilm):
    assert check(ARTICLES, embedder=minilm, engine=dask).to_json() == plain(minilm)


@pytest.mark.parametrize("stage", ["extracting claims", "comparing articles"])
def test_a_worker_killed_half_way_changes_nothing(cluster, dask, small_parts, minilm, stage):
    killed = []

    def progress(at: str, done: int, total: int) -> None:
        if at == stage and not killed:
            assert done < total
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    assert check(ARTICLES, embedder=minilm, engine=dask, progress=progress).to_json() == plain(minilm)
    assert killed


def test_dask_joins_blocks_to_the_same_bits(dask):
    assert same_bits(products(rows(), FLOOR), dask._joined(rows(), FLOOR))


def test_duckdb_finds_what_the_plain_run_finds(minilm):
    pytest.importorskip("duckdb", reason="the extra duckdb is not installed")
    with engines.opened("duckdb") as engine:
        assert check(ARTICLES, embedder=minilm, engine=engine).to_json() == plain(minilm)


def test_duckdb_joins_to_the_same_bits():
    pytest.importorskip("duckdb", reason="the extra duckdb is not installed")
    from factcheck.engines.duckdb import _joined

    assert same_bits(products(rows(), FLOOR), _joined(rows(), FLOOR))


@pytest.mark.parametrize(("name", "library"), [("dask", "distributed"), ("duckdb", "duckdb")])
def test_a_missing_extra_is_one_line_that_says_how_to_get_it(name, library, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"factcheck.engines.{name}", raising=False)
    assert main(["check", str(SEEDS / "ferry-disaster"), "--engine", name]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1 and f'pip install "factcheck-news[{name}]"' in shown.err


def test_a_scheduler_without_dask_is_refused(capsys):
    assert main(["check", str(SEEDS / "ferry-disaster"), "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert "--engine dask" in capsys.readouterr().err


def test_a_scheduler_that_nobody_answers_for_is_one_line(monkeypatch):
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    from factcheck.engines import dask

    monkeypatch.setattr(dask, "_ANSWERS", 1)
    with (
        pytest.raises(FactcheckError, match="no dask scheduler answers"),
        engines.opened("dask", scheduler="tcp://127.0.0.1:1"),
    ):
        pass
