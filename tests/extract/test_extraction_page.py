"""docs/extraction.md shows the tables that the grammar reads."""

from __future__ import annotations

import importlib.util
from pathlib import Path

MAKER = Path(__file__).parents[2] / "docs" / "make_extraction.py"


def test_the_page_holds_every_row_of_the_tables() -> None:
    spec = importlib.util.spec_from_file_location("make_extraction", MAKER)
    assert spec
    assert spec.loader
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    page = maker.PAGE.read_text("utf-8")
    assert maker.OPENING in page
    assert maker.renewed(page) == page, "run: python docs/make_extraction.py"
