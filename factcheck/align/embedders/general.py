"""Any sentence-transformers model: the general way to embed, and the reference for the fast one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from factcheck.errors import EmbedderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from factcheck.align.embedders import Vectors

_BATCH = 32


class SentenceTransformerEmbedder:
    """A sentence-transformers model, loaded when the first text comes and used on the CPU."""

    def __init__(self, name: str, folder: str) -> None:
        self.name = name
        self._folder = folder
        self._model: SentenceTransformer | None = None

    def encode(self, texts: Sequence[str], advance: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors of shape (len(texts), d). Raises EmbedderError when the model cannot be loaded."""
        model = self._loaded()
        # Sorted by length so that a batch carries little padding; the order of the result is that of the texts.
        order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), texts[i]))
        rows: list[Vectors] = [np.zeros(0, dtype=np.float32)] * len(texts)
        # One thread: on a busy machine several wait for each other (measured: 60 texts a second instead of 267).
        with threadpool_limits(limits=1):
            for start in range(0, len(order), _BATCH):
                batch = order[start : start + _BATCH]
                encoded = model.encode(
                    [texts[i] for i in batch],
                    batch_size=_BATCH,
                    normalize_embeddings=True,
                    show_progress_bar=False,
                    convert_to_numpy=True,
                )
                for i, row in zip(batch, np.asarray(encoded, dtype=np.float32), strict=True):
                    rows[i] = row
                if advance is not None:
                    advance(min(start + _BATCH, len(order)))
        return np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)

    def _loaded(self) -> SentenceTransformer:
        if self._model is None:
            with quiet_loading():
                from sentence_transformers import SentenceTransformer

                try:
                    self._model = SentenceTransformer(self._folder, device="cpu", local_files_only=True)
                except Exception as error:  # whatever a foreign model folder raises, the remedy is the same
                    raise EmbedderError(
                        f"embedder {self.name!r} cannot be loaded ({type(error).__name__}); "
                        "give the folder of a sentence-transformers model, or leave --embedder out"
                    ) from error
        return self._model


@contextmanager
def quiet_loading() -> Iterator[None]:
    """No progress bar and no network while transformers loads a model."""
    with _no_loading_bar(), _offline():
        yield


@contextmanager
def _no_loading_bar() -> Iterator[None]:
    """Transformers draws a bar on stderr while weights load; off, and as it was afterwards."""
    from transformers.utils import logging

    was_on = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if was_on:
            logging.enable_progress_bar()


@contextmanager
def _offline() -> Iterator[None]:
    """No hub look-ups while a model is loaded; the environment is put back as it was."""
    names = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
