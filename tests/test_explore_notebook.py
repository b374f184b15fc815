"""The notebook runs from top to bottom, in its own folder; needs the extra ``notebook``, which .ci/run installs."""

import json
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).parent.parent / "notebooks" / "explore.ipynb"
CELLS = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]


# What the notebook's own libraries warn of when they start a kernel is no fault of ours.
@pytest.mark.filterwarnings("default")
def test_the_notebook_runs_and_shows_what_it_promises():
    nbclient = pytest.importorskip("nbclient", reason="the extra 'notebook' is not installed")
    nbformat = pytest.importorskip("nbformat", reason="the extra 'notebook' is not installed")
    pytest.importorskip("matplotlib", reason="the extra 'notebook' is not installed")
    pytest.importorskip("ipykernel", reason="the extra 'notebook' is not installed")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = nbclient.NotebookClient(
        notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOK.parent)}}
    )
    client.execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    shown = "".join(str(output.get("text", "")) + str(output.get("data", "")) for output in outputs)
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 3
    assert "001_agency_first_night.txt" in shown
    assert "decided" in shown and "pairs met" in shown


def test_what_is_shown_is_small_and_names_no_machine():
    outputs = [output for cell in CELLS for output in cell.get("outputs", ())]
    assert outputs and not [output for output in outputs if output["output_type"] == "error"]
    shown = json.dumps(outputs)
    assert len(shown) < 90_000
    assert str(Path.home()) not in shown and str(NOTEBOOK.parent) not in shown
    assert not [output for output in outputs if output.get("name") == "stderr"]


def test_the_cells_are_numbered_as_they_run():
    counts = [cell["execution_count"] for cell in CELLS if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))
