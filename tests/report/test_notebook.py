"""The report in a notebook."""

import sys
from dataclasses import replace

import pytest

from factcheck.errors import FactcheckError
from factcheck.report.notebook import frames, overview
from report.sample import SAMPLE


def test_frames_name_the_extra_that_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(FactcheckError, match=r"factcheck-news\[frames\]"):
        frames(SAMPLE)


def test_frames_have_one_row_a_record():
    pytest.importorskip("pandas", reason="the extra 'frames' is not installed")
    tables = SAMPLE.to_frames()
    assert {name: len(table) for name, table in tables.items()} == {
        "articles": 3,
        "claims": 10,
        "clusters": 6,
        "findings": 6,
    }
    assert {"id", "verdict", "left.path", "right.text", "delta.days"} <= set(tables["findings"].columns)


def test_overview_shows_what_to_look_at_and_counts_the_rest():
    html = SAMPLE._repr_html_()
    assert "3 facts to look at, 1 agreements, 2 that only look alike" in html
    assert html.index("conflict") < html.index("disputed") < html.index("update")
    assert "1958 (ledger); 1961 (Harbour Post)" in html


def test_overview_escapes_everything():
    hostile = replace(SAMPLE.findings[2], about="<script>alert(1)</script>", reason='<img src=x onerror="x">\x1b[31m')
    article = replace(SAMPLE.articles[0], source="<b>Post</b>")
    html = overview(replace(SAMPLE, findings=(hostile,), articles=(article, *SAMPLE.articles[1:])))
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "\x1b" not in html
    assert "&lt;script&gt;" in html


def test_an_empty_report_has_no_table():
    empty = replace(SAMPLE, articles=(), claims=(), clusters=(), findings=())
    assert "<table" not in overview(empty)
