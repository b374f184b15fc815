"""The packaged MiniLM on onnxruntime: the same weights, no torch, five times as many texts a second as sentence-transformers.

In 32-bit floats, which move a pair's cosine by less than .000001. Eight-bit weights are twice as fast, but on texts as short as
ours they move it by up to .20 (one pair in a hundred by more than .085), with a scale for each channel and one text at a time
still by up to .06 (one in a hundred by more than .035); .02 was to be kept. Measured on 2,000 wordings of claims.

Texts are put in batches of equal length, so nothing is padded, and no batch holds one text alone: matrix times matrix then
gives each row the same bits whatever the others are (a single row takes another path), on one thread as on several.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from factcheck.errors import EmbedderError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from factcheck.align.embedders import Vectors

_BATCH = 32  # 64 is 3 % faster and holds twice the memory
_LONGEST = 256  # tokens; what the model was made for (its sentence_bert_config.json)
_THREADS = 4  # more wait for each other on texts this short


class FastEmbedder:
    """The exported model, loaded when the first text comes."""

    def __init__(self, name: str, model: Path, graph: Path) -> None:
        self.name = name
        self._model = model
        self._graph = graph
        self._loaded: tuple[Tokenizer, InferenceSession] | None = None

    def encode(self, texts: Sequence[str], advance: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors of shape (len(texts), 384). Raises EmbedderError when the exported model cannot be loaded."""
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        tokenizer, session = self._ready()
        tokens = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
        rows: Vectors = np.zeros((len(texts), session.get_outputs()[0].shape[1]), dtype=np.float32)
        done = 0
        for batch in _batches(tokens):
            ids = np.array([tokens[i] for i in batch] + [tokens[batch[0]]] * (len(batch) == 1), dtype=np.int64)
            (vectors,) = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
            rows[batch] = vectors[: len(batch)]
            done += len(batch)
            if advance is not None:
                advance(done)
        return rows

    def _ready(self) -> tuple[Tokenizer, InferenceSession]:
        if self._loaded is None:
            from onnxruntime import InferenceSession, SessionOptions
            from tokenizers import Tokenizer

            options = SessionOptions()
            options.intra_op_num_threads = threads()
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            # A thread that spins while it waits takes the processor from whatever else runs.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            try:
                session = InferenceSession(str(self._graph), options, providers=["CPUExecutionProvider"])
            except Exception as error:  # whatever a damaged file raises, the remedy is the same
                self._graph.unlink(missing_ok=True)
                raise EmbedderError(
                    f"{self._graph}: was damaged ({type(error).__name__}) and is deleted; run again to make it anew"
                ) from error
            tokenizer = Tokenizer.from_file(str(self._model / "tokenizer.json"))
            tokenizer.no_padding()
            tokenizer.enable_truncation(_LONGEST)
            self._loaded = tokenizer, session
        return self._loaded


def threads() -> int:
    """How many threads the model runs on: the processors that this process may use, up to four."""
    try:
        available = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        available = os.cpu_count() or 1
    return max(1, min(_THREADS, available))


def _batches(tokens: Sequence[Sequence[int]]) -> Iterator[NDArray[np.intp]]:
    """Places of texts of equal length, longest last."""
    order = sorted(range(len(tokens)), key=lambda i: (len(tokens[i]), i))
    for _, alike in groupby(order, key=lambda i: len(tokens[i])):
        places = np.array(list(alike), dtype=np.intp)
        for start in range(0, len(places), _BATCH):
            yield places[start : start + _BATCH]


def exported(model: Path, graph: Path, tell: Callable[[str, int, int], None]) -> bool:
    """Write the model in ``model`` (a folder) as the file ``graph``; False when it cannot be written there."""
    tell("preparing the embedding model, once", 0, 1)
    try:
        graph.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=graph.parent, suffix=".unfinished")
        os.close(handle)
    except OSError:
        return False
    try:
        _export(model, unfinished)
        Path(unfinished).replace(graph)  # whole or not at all, also when two processes do this at once
    except Exception:  # no room left, or whatever another release of the exporter raises: the general way still works
        return False
    finally:
        Path(unfinished).unlink(missing_ok=True)
    tell("preparing the embedding model, once", 1, 1)
    return True


def _export(model: Path, file: str) -> None:
    import torch

    from factcheck.align.embedders.general import quiet_loading

    class Pooled(torch.nn.Module):
        """Mean of the tokens' vectors, of unit length: what the model's own pooling does."""

        def __init__(self, transformer: torch.nn.Module) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            states = self.transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            weights = attention_mask.unsqueeze(-1).to(states.dtype)
            return torch.nn.functional.normalize((states * weights).sum(1) / weights.sum(1), dim=1)

    with quiet_loading():
        from transformers import AutoModel

        transformer = AutoModel.from_pretrained(str(model), local_files_only=True, attn_implementation="eager").eval()
    example = torch.ones((2, 8), dtype=torch.long)
    axes = {0: "texts", 1: "tokens"}
    with warnings.catch_warnings():
        # The exporter is the older one: it writes this model without a further package, and warns that there is a newer.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Pooled(transformer),
            (example, example),
            file,
            dynamo=False,
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "texts"}},
            opset_version=17,
        )
