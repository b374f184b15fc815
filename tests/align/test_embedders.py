"""The packaged model: unit vectors, the same whatever comes beside them; and what is said when it cannot be had."""

import os
import random

import numpy as np
import pytest

from factcheck.align import embedders
from factcheck.cli import main
from factcheck.errors import EmbedderError

TEXTS = [
    "Twelve people were killed in Ruma.",
    "A dozen dead in Ruma",
    "Shares fell.",
    "",
    "x" * 5000,
    *(f"The ferry carried N passengers to island number {n}." for n in range(40)),
]


@pytest.fixture(scope="module")
def vectors(minilm):
    return minilm.encode(TEXTS)


def test_vectors_have_unit_length(vectors):
    assert vectors.shape == (len(TEXTS), 384) and vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_paraphrases_are_closer_than_strangers(vectors):
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_order_and_company_do_not_matter(minilm, vectors):
    order = list(range(len(TEXTS)))
    random.Random(7).shuffle(order)
    assert np.allclose(minilm.encode([TEXTS[i] for i in order]), vectors[order], atol=1e-6)
    assert np.allclose(minilm.encode(TEXTS[:3]), vectors[:3], atol=1e-6)


def test_nothing_to_encode_and_progress(minilm):
    assert len(minilm.encode([])) == 0
    done = []
    minilm.encode(TEXTS, done.append)
    assert done == sorted(done) and done[-1] == len(TEXTS)


def test_loading_leaves_the_environment_as_it_was(minilm):
    before = dict(os.environ)
    embedders.load().encode(["a word"])
    assert dict(os.environ) == before


def test_weights_that_were_changed_are_refused(tmp_path, monkeypatch):
    package = tmp_path / "changed_weights"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "model" / "model.safetensors").write_bytes(b"not what was measured")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(embedders, "_PACKAGE", "changed_weights")
    with pytest.raises(EmbedderError, match=r"model\.safetensors: sha256 is [0-9a-f]{64}, expected .*; reinstall"):
        embedders.load()
    (package / "model" / "model.safetensors").unlink()
    with pytest.raises(EmbedderError, match="cannot be read; reinstall"):
        embedders.load()


def test_a_package_that_is_not_there(monkeypatch):
    monkeypatch.setattr(embedders, "_PACKAGE", "no_such_package_at_all")
    with pytest.raises(EmbedderError, match="not installed; run: python -m pip install"):
        embedders.load()


@pytest.mark.parametrize("kind", ["name", "folder", "file"])
def test_an_unknown_model_is_one_line_and_exit_2(kind, tmp_path, capsys):
    (tmp_path / "file").write_text("x")
    name = {"name": "nobody/no-such-model", "folder": str(tmp_path / "empty"), "file": str(tmp_path / "file")}[kind]
    (tmp_path / "empty").mkdir()
    story = tmp_path / "a.txt"
    story.write_text("Twelve people were killed in Ruma. Fourteen people were injured.\n")
    assert main(["check", str(story), "--embedder", name]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1
    assert err.startswith(f"factcheck: embedder {name!r} cannot be loaded") and "--embedder" in err
