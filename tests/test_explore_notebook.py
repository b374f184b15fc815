"""The notebook runs: its code cells, one after the other, in its own folder; no notebook library is needed for that."""

import json
from pathlib import Path

import pytest

from factcheck.align import embedders

NOTEBOOK = Path(__file__).parent.parent / "notebooks" / "explore.ipynb"
CELLS = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]


@pytest.fixture
def warm(minilm, monkeypatch):
    """The model of the session in place of one more."""
    monkeypatch.setattr(embedders, "load", lambda name=None: minilm)


@pytest.mark.usefixtures("warm")
def test_the_code_cells_run(monkeypatch, capsys):
    monkeypatch.chdir(NOTEBOOK.parent)
    names: dict[str, object] = {}
    for cell in CELLS:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    out = capsys.readouterr().out
    assert "conflict" in out and "001_agency_first_night.txt" in out
    assert names["report"]._repr_html_().startswith("<div>")


def test_what_is_shown_is_small_and_names_no_machine():
    outputs = [output for cell in CELLS for output in cell.get("outputs", ())]
    assert outputs and not [output for output in outputs if output["output_type"] == "error"]
    shown = json.dumps(outputs)
    assert len(shown) < 20_000
    assert str(Path.home()) not in shown and str(NOTEBOOK.parent) not in shown
