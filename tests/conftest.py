"""What several tests share: the packaged model and the sample stories' reports, each made once a session; a quick stand-in."""

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from factcheck.align import embedders
from factcheck.align.embedders import cache as model_cache
from factcheck.ingest.read import read
from factcheck.model import Report
from factcheck.pipeline import check

SEEDS = Path(__file__).parent.parent / "seeds"

# What the model's first use prepares is kept between test runs, apart from the user's own.
os.environ[model_cache.VARIABLE] = str(Path(__file__).parent.parent / ".pytest_cache" / "factcheck")


class QuickEmbedder:
    """Unit vectors from hashed words, in no time: for tests that are not about likeness."""

    name = "quick"

    def encode(self, texts: Sequence[str], advance: Callable[[int], None] | None = None) -> embedders.Vectors:
        vectors = np.full((len(texts), 64), 1e-3, dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in text.split():
                row[hashlib.sha256(word.encode("utf-8", "replace")).digest()[0] % 64] += 1
        if advance is not None:
            advance(len(texts))
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def quick(monkeypatch) -> QuickEmbedder:
    """The stand-in, in place of whatever model a command would load."""
    embedder = QuickEmbedder()
    monkeypatch.setattr(embedders, "load", lambda name=None, tell=None: embedder)
    return embedder


@pytest.fixture(scope="session")
def minilm() -> embedders.Embedder:
    return embedders.load()


@pytest.fixture(scope="session")
def report_on(minilm) -> Callable[[Path], Report]:
    """The report on a folder, made once however many tests ask for it."""

    @cache
    def run(folder: Path) -> Report:
        return check(read([folder]), embedder=minilm)

    return run
