"""The packaged model: unit vectors, the same whatever comes beside them; and what is said when it cannot be had."""

import os
import random
import subprocess
import sys

import numpy as np
import pytest
from conftest import SEEDS, QuickEmbedder

from factcheck.align import embedders
from factcheck.align.embedders import cache
from factcheck.align.embedders.fast import FastEmbedder, exported
from factcheck.align.embedders.general import SentenceTransformerEmbedder
from factcheck.align.embedders.kept import Kept
from factcheck.cli import main
from factcheck.errors import EmbedderError
from factcheck.ingest.read import read
from factcheck.segment.sentences import segment

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
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)  # kept in half precision


def test_paraphrases_are_closer_than_strangers(vectors):
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_order_and_company_do_not_matter(minilm, vectors):
    order = list(range(len(TEXTS)))
    random.Random(7).shuffle(order)
    assert np.allclose(minilm.encode([TEXTS[i] for i in order]), vectors[order], atol=1e-6)
    assert np.allclose(minilm.encode(TEXTS[:3]), vectors[:3], atol=1e-6)


@pytest.fixture(scope="module")
def fast(minilm) -> FastEmbedder:
    graph = cache.folder() / embedders._WEIGHTS_SHA256[:16] / "model.onnx"  # made when minilm was loaded
    return FastEmbedder("fast", embedders.packaged_model(), graph)


def test_a_vector_has_the_same_bits_whatever_its_company(fast):
    texts = sorted({t for t in TEXTS if len(t) < 100} | {f"{n} people of the town" for n in range(70)})
    whole = fast.encode(texts)
    for seed, size in ((1, 2), (2, 7), (3, 33)):
        some = random.Random(seed).sample(range(len(texts)), size)
        assert np.array_equal(fast.encode([texts[i] for i in some]), whole[some])
    assert np.array_equal(fast.encode(texts[:1])[0], whole[0])


def test_the_fast_way_gives_the_cosines_of_the_reference(fast):
    sentences = [s.span.of(a.text) for a in read([SEEDS]) for s in segment(a)]
    texts = sorted({" ".join(s.split()) for s in sentences})[:300]
    pairs = random.Random(5).choices([(i, j) for i in range(len(texts)) for j in range(i)], k=1000)
    quick, slow = fast.encode(texts), embedders.reference().encode(texts)
    assert len(texts) == 300
    assert max(abs(float(quick[i] @ quick[j]) - float(slow[i] @ slow[j])) for i, j in pairs) < 1e-4  # the bar is .02


class Counting:
    """Counts what is embedded."""

    name = "counting"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts, advance=None):
        self.texts += texts
        return QuickEmbedder().encode(texts, advance)


def test_nothing_is_embedded_twice_and_it_does_not_show(tmp_path):
    inner = Counting()
    first = Kept(inner, tmp_path / "v.sqlite").encode(["b one", "a two", "b one"])
    again = Kept(inner, tmp_path / "v.sqlite").encode(["a two", "c three", "b one"])
    assert sorted(inner.texts) == ["a two", "b one", "c three"]
    assert np.array_equal(again[[2, 0, 2]], first)
    assert np.allclose(np.linalg.norm(again, axis=1), 1, atol=1e-3)
    done = []
    Kept(inner, tmp_path / "v.sqlite").encode([f"text {n}" for n in range(3000)], done.append)
    assert done == sorted(done) and done[-1] == 3000


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look like one" * 30, None])
def test_a_file_that_cannot_be_used_is_as_good_as_none(content, tmp_path):
    file = tmp_path / "v.sqlite"
    file.write_bytes(content) if content else file.mkdir()
    vectors = Kept(QuickEmbedder(), file).encode(["one", "two"])
    assert np.allclose(vectors, QuickEmbedder().encode(["one", "two"]), atol=1e-3)


def test_without_a_cache_folder_the_general_way_is_taken(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "")
    assert isinstance(embedders.load(), SentenceTransformerEmbedder)
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "below"))
    assert cache.folder() is None and isinstance(embedders.load(), SentenceTransformerEmbedder)


def test_a_damaged_model_is_said_once_and_made_anew(tmp_path):
    graph = tmp_path / "model.onnx"
    graph.write_bytes(b"half of it")
    with pytest.raises(EmbedderError, match=r"was damaged .* and is deleted; run again"):
        FastEmbedder("fast", embedders.packaged_model(), graph).encode(["a word"])
    assert not graph.exists()


def test_the_first_use_says_that_it_prepares_the_model(tmp_path):
    told = []
    assert exported(embedders.packaged_model(), tmp_path / "new" / "model.onnx", lambda *step: told.append(step))
    assert [step[1:] for step in told] == [(0, 1), (1, 1)] and "once" in told[0][0]
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["model.onnx"]


def test_neither_torch_nor_scikit_learn_is_imported_once_the_model_is_prepared(minilm, tmp_path):
    for name, text in (("a", "Twelve people were killed in Ruma."), ("b", "A dozen people were killed in Ruma.")):
        (tmp_path / f"{name}.txt").write_text(text)
    code = (
        "import sys; from factcheck.cli import main; status = main(['check', '.']); "
        "print(sorted({'torch', 'sklearn', 'sentence_transformers', 'transformers'} & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stderr == "[]\n"


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
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
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
