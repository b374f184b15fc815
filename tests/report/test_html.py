"""The HTML page without a browser: what is in it, what its links lead to, and that no article can get into its code."""

import re
from collections import Counter
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.read import read
from factcheck.model import Report, Segment, Span
from factcheck.report import sources, timeline
from factcheck.report.facts import Filters, find_facts
from factcheck.report.html import render
from factcheck.report.jsonl import lines
from factcheck.report.marked import in_context, runs
from factcheck.terms import SegmentRole, Verdict
from report.big import big_report
from report.sample import SAMPLE

PAGE = render(SAMPLE)
EMPTY = Report(schema="factcheck.report/1", articles=(), claims=(), clusters=(), findings=())


def test_the_same_report_is_the_same_page():
    assert render(SAMPLE) == PAGE


@pytest.mark.parametrize("report", [SAMPLE, big_report(20), EMPTY], ids=["sample", "big", "empty"])
def test_every_link_leads_to_one_place_on_the_page(report):
    page = render(report)
    ids = Counter(re.findall(r'\bid="([^"]+)"', page))
    assert max(ids.values()) == 1
    links = re.findall(r'\bhref="([^"]+)"', page)
    assert links
    assert not [link for link in links if link[0] != "#" or link[1:] not in ids]


def test_the_page_names_nothing_outside_itself():
    assert not re.findall(r"https?:|\bsrc=|@import|url\(", PAGE)
    assert "default-src 'none'" in unescape(PAGE)


def test_what_an_article_says_stays_text():
    assert PAGE.count("<script") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in PAGE
    hostile = '"><img src=x onerror=alert(1)>'
    article = replace(SAMPLE.articles[0], source=hostile, title=hostile, path=hostile)
    finding = replace(SAMPLE.findings[2], about=hostile, reason=hostile + "\x1b[31m\u202e", rule=hostile)
    page = render(replace(SAMPLE, articles=(article, *SAMPLE.articles[1:]), findings=(finding,)))
    assert "<img" not in page
    assert "\x1b" not in page and "\u202e" not in page


def test_both_quotes_stand_in_their_paragraph_with_the_value_marked():
    assert '<span class="clause">The mill opened in </span><mark>1961</mark> and employs 700 people.' in PAGE
    assert "<mark>1958</mark>" in PAGE


def test_a_claim_in_an_article_is_linked_to_its_facts_and_back():
    (conflict,) = re.findall(r'<article class="fact conflict" id="(f\d+)"', PAGE)
    (claim,) = re.findall(
        rf'<span class="at" id="(c\d+)"></span><a class="claim conflict" href="#{conflict}" title="conflict: when the mill opened" [^>]*>1961<',
        PAGE,
    )
    assert f'<a class="to" href="#{claim}">' in PAGE


def test_filters_narrow_the_page_and_not_its_overview():
    page = render(SAMPLE, filters=Filters(verdicts=frozenset({Verdict.CONFLICT})))
    assert page.count('<article class="fact') == 1
    assert "5 more facts were left out" in page
    assert '<li class="tile update"><b>1</b>' in page


def test_how_a_verdict_came_about_is_told_where_it_is_known():
    assert '<p class="how">Rule event-date, step disjoint, confidence 90%</p>' in PAGE
    page = render(big_report(10))
    assert '<li class="decided"><b>Is there nothing left but a contradiction?</b>' in page


def test_a_report_in_a_folder_of_articles_is_not_taken_for_one(tmp_path):
    (tmp_path / "a.txt").write_text("The fire killed 12 people.", encoding="utf-8")
    (tmp_path / "report.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "report.json").write_text(SAMPLE.to_json(), encoding="utf-8")
    (tmp_path / "report.jsonl").write_text("".join(lines(SAMPLE)), encoding="utf-8")
    notes = []
    assert len(read([tmp_path], on_skip=notes.append)) == 1
    assert any("report.html: skipped, it is a report of factcheck" in note for note in notes)


def test_an_empty_report_says_so():
    page = render(EMPTY)
    assert "No two claims are about the same fact." in page
    assert "<form" not in page


def test_a_figure_over_time_is_drawn_with_its_hedge():
    report = big_report(10)
    hedged = replace(report.claims[0].value, interval=replace(report.claims[0].value.interval, high=None))
    report = replace(report, claims=(replace(report.claims[0], value=hedged), *report.claims[1:]))
    plot = timeline.plots(find_facts(report), report, 20)[0]
    assert len(plot.points) == 10
    assert [tick.label for tick in plot.across] == ["1 Jan", "4 Jan", "7 Jan", "10 Jan"]
    xs = [point.x for point in plot.points]
    assert xs == sorted(xs) and min(xs) > timeline.LEFT and max(xs) < timeline.WIDTH
    first = plot.points[0]
    assert first.open_above and first.high < first.y == first.low
    assert all(point.low == point.high == point.y for point in plot.points[1:])


@pytest.mark.parametrize(
    ("bounds", "labels", "logarithmic"),
    [
        ([9, 60], ["0", "20", "40", "60"], False),
        ([95, 100], ["94", "96", "98", "100"], False),
        ([0, 0], ["0", "1"], False),
        ([-5, 10], ["-5", "0", "5", "10"], False),
        ([5, 2000], ["1", "10", "100", "1,000", "10,000"], True),
    ],
)
def test_an_axis_has_round_marks_around_all_figures(bounds, labels, logarithmic):
    scale = timeline._Scale.over([float(bound) for bound in bounds])
    assert ([tick.label for tick in scale.ticks()], scale.logarithmic) == (labels, logarithmic)
    heights = [scale.at(bound) for bound in bounds]
    assert timeline.HEIGHT > heights[0] >= heights[1] >= 0


@pytest.mark.parametrize("value", [float("inf"), 1e300, -1e300, 1e-9])
def test_a_figure_beyond_measure_does_not_break_the_plot(value):
    report = big_report(10)
    far = replace(report.claims[0].value, interval=replace(report.claims[0].value.interval, low=value, high=value))
    report = replace(report, claims=(replace(report.claims[0], value=far), *report.claims[1:]))
    assert render(report).count('<figure class="plot"') == 8


def test_a_measure_of_one_day_has_no_plot():
    assert timeline.plots(find_facts(SAMPLE), SAMPLE, 9) == ()


def test_sources_by_sources():
    table = sources.matrix(SAMPLE, 2)
    assert table.sources == ("ledger", "Harbour Post")
    assert table.left_out == 1
    cell = table.cells[0][1]
    assert table.cells[0][0] is None and cell == table.cells[1][0]
    assert (cell.agree, cell.differ, cell.update) == (1, 1, 1)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5))
def test_runs_give_back_every_character_with_what_covers_it(text, pairs):
    spans = [(Span(start=min(pair), end=max(pair)), str(i)) for i, pair in enumerate(pairs)]
    cut = runs(text, Span(start=0, end=len(text)), spans)
    assert [(run.start, run.end) for run in cut] == list(
        zip([0, *(run.end for run in cut)], [run.end for run in cut], strict=False)
    )
    for run in cut:
        for span, label in spans:
            assert (label in run.labels) is (span.start <= run.start and run.end <= span.end)


def test_a_quote_in_context_keeps_to_its_paragraph_and_to_whole_words():
    article, claim = SAMPLE.articles[0], SAMPLE.claims[2]
    assert (
        "".join(run.text for run in in_context(article, claim)) == "The mill opened in 1961 and employs 700 people.\n"
    )
    long = replace(article, text="word " * 300 + claim.text + " word" * 300)
    block = Segment(span=Span(start=0, end=len(long.text)), role=SegmentRole.BODY)
    start = 1500
    claim = replace(claim, value=None, span=Span(start=start, end=start + len(claim.text)))
    text = "".join(run.text for run in in_context(replace(long, segments=(block,)), claim))
    assert text.startswith("word") and text.endswith("word") and claim.text in text and len(text) < 900
