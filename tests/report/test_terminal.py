"""The terminal report, as it looks at three widths (``golden/``) and what it does with text that would misbehave.

Run with FACTCHECK_GOLDEN=write to write the golden files anew; then read them before committing.
"""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from factcheck.model import Interval, Report, Span
from factcheck.report.citing import attributed, line_of, location, shorten, visible, who
from factcheck.report.facts import Filters, Sort, find_facts, sort_facts
from factcheck.report.terminal import render
from factcheck.report.values import counted, distinct_values
from factcheck.terms import LEFT_OUT, Basis, Hedge, SegmentRole, Severity, Stance, Verdict
from factcheck.wording import published
from report.sample import SAMPLE

GOLDEN = Path(__file__).parent / "golden"


def shown(report: Report = SAMPLE, width: int = 80, **options) -> str:
    out = io.StringIO()
    render(report, Console(file=out, width=width, highlight=False, markup=False, emoji=False), **options)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("opened", [False, True], ids=["folded", "all"])
def test_golden(width, opened):
    golden = GOLDEN / f"{'all' if opened else 'report'}-{width}.txt"
    text = shown(width=width, show_all=opened)
    if os.environ.get("FACTCHECK_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_one_line_says_how_many_related_articles_were_not_compared():
    some = replace(SAMPLE, settings=(*SAMPLE.settings, (LEFT_OUT, "12345")))
    assert "12,345 pairs of related articles were left out" in shown(some)
    assert "left out" not in shown()


@pytest.mark.parametrize("width", [30, 60, 80, 140])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(len, shown(width=width).splitlines())) <= width


def test_facts_come_worst_first_and_likenesses_last():
    assert [fact.verdict for fact in find_facts(SAMPLE)] == [
        *(Verdict.CONFLICT, Verdict.DISPUTED, Verdict.UPDATE, Verdict.AGREE),
        *(Verdict.SCOPE, Verdict.DATE_CONTEXT),
    ]


def test_sort_by_article_and_confidence():
    sure = replace(SAMPLE.findings[1], confidence=1.0)
    report = replace(SAMPLE, findings=(sure, *SAMPLE.findings[2:]))
    facts = find_facts(report)
    assert sort_facts(facts, Sort.CONFIDENCE, report)[0].verdict is Verdict.UPDATE
    assert sort_facts(facts, Sort.ARTICLE, report)[0].about == "people killed in the fire at the Ostrel mill"
    assert sort_facts(facts, Sort.WORST, report) == facts


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({}, 6),
        ({"verdicts": frozenset({Verdict.UPDATE, Verdict.AGREE})}, 2),
        ({"min_severity": Severity.MEDIUM}, 2),
        ({"min_severity": Severity.INFO}, 6),
        ({"about": "VIGIL"}, 1),
        ({"about": "varga"}, 1),
        ({"about": "nowhere"}, 0),
        ({"about": "mill", "min_severity": Severity.HIGH}, 1),
        ({"verdicts": frozenset({Verdict.CONFLICT}), "min_severity": Severity.HIGH}, 1),
    ],
)
def test_filters(filters, kept):
    assert sum(Filters(**filters).keep(fact) for fact in find_facts(SAMPLE)) == kept


def test_filters_say_what_they_leave_out():
    text = shown(filters=Filters(verdicts=frozenset({Verdict.CONFLICT})))
    assert "Shown: 1 of 6" in text
    assert "CONFLICT" in text
    assert "1 disputed" in text  # the summary still counts everything
    assert "vigil" not in text


def test_what_is_asked_for_by_name_is_opened():
    assert "╭─ AGREE" in shown(filters=Filters(verdicts=frozenset({Verdict.AGREE})))
    assert "╭─ AGREE" not in shown()


def test_an_empty_report():
    text = shown(Report(schema="factcheck.report/1", articles=(), claims=(), clusters=(), findings=()))
    assert text == "0 articles, 0 claims, 0 facts compared: no conflicts.\n"


def test_markup_and_escapes_in_an_article_stay_text():
    text = shown(show_all=True)
    assert "[red]*about 800*[/red]" in text
    assert "\x1b" not in text


def coloured(**environment) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=80, force_terminal=True, color_system="truecolor", _environ=environment, markup=False
    )
    render(SAMPLE, console)
    return out.getvalue()


def test_verdicts_have_colour_on_a_terminal_and_a_word_always():
    assert "\x1b[1;31mCONFLICT\x1b[0m" in coloured()
    assert "CONFLICT" in shown()


def test_no_color_keeps_emphasis_without_colour():
    text = coloured(NO_COLOR="1")
    assert "\x1b[1;4m1961" in text
    assert "31m" not in text
    assert "*1961*" not in text


def test_why_a_date_was_inferred_is_told_when_everything_is_shown():
    assert "(inferred): a date worked out from the article's own text; --all says from what" in shown()
    assert "ledger    5 to 7 May 2024    “on Sunday” after 3 May 2024" in shown(show_all=True)
    dated = tuple(replace(a, published=SAMPLE.articles[0].published) for a in SAMPLE.articles)
    assert "inferred" not in shown(replace(SAMPLE, articles=dated))


@pytest.mark.parametrize("width", range(76, 141, 4))
def test_no_word_of_a_table_is_cut_off(width):
    source = replace(SAMPLE.articles[0], source="Ministry of Transport and Waterways")
    text = shown(replace(SAMPLE, articles=(source, *SAMPLE.articles[1:])), width=width)
    assert not [word for word in ("attributed to", "Organisers", "Ministry", "Waterways") if word not in text]


def test_what_a_terminal_obeys_becomes_visible():
    assert visible("a\x1b[2Jb\nc\td\x00e\x9b1mf\u202eg\ud800h\u2028i") == "a␛[2Jb c d␀e\ufffd1mf\ufffdg\ufffdh i"
    assert visible("naïve “quotes” – 中文 \u200d") == "naïve “quotes” – 中文 \u200d"


def test_several_pairs_of_one_verdict_are_one_fact():
    conflict = SAMPLE.findings[2]
    other = replace(conflict, id="f" * 16, severity=Severity.LOW, left=SAMPLE.claims[0].id, reason="A lesser reason.")
    text = shown(replace(SAMPLE, findings=(other, conflict)))
    assert text.count("CONFLICT") == 1
    assert "1 more pair like it" in text
    assert "A lesser reason" not in text


def test_two_verdicts_in_one_fact_are_both_explained():
    conflict = SAMPLE.findings[2]
    update = replace(conflict, id="e" * 16, verdict=Verdict.UPDATE, severity=Severity.LOW, reason="It was corrected.")
    text = shown(replace(SAMPLE, findings=(update, conflict)))
    assert text.count("╭") == 1
    assert "UPDATE, low severity: It was corrected." in text


def test_a_long_quote_is_cut_around_its_value():
    words = "lorem " * 200 + "12 dead " + "ipsum " * 200
    article = replace(SAMPLE.articles[0], text=words)
    start = words.index("12")
    claim = SAMPLE.claims[0]
    value = replace(claim.value, span=Span(start=start, end=start + 2))
    claim = replace(claim, span=Span(start=0, end=len(words)), text=words, value=value)
    report = replace(
        SAMPLE,
        articles=(article, *SAMPLE.articles[1:]),
        claims=(claim, *SAMPLE.claims[4:5]),
        findings=(SAMPLE.findings[1],),
    )
    text = shown(report)
    assert "*12* dead" in text
    assert len(text) < 3000


def test_many_agreements_and_likenesses_are_counted_not_listed():
    agree, apart = SAMPLE.findings[0], SAMPLE.findings[5]
    findings = tuple(
        replace(finding, id=f"{finding.verdict}{i}", cluster=f"c{i}") for i in range(50) for finding in (agree, apart)
    )
    text = shown(replace(SAMPLE, findings=findings))
    assert text.count("and 30 more (--all shows them)") == 2


def test_panels_are_counted_too_when_they_are_many():
    conflict = SAMPLE.findings[2]
    findings = tuple(replace(conflict, id=f"f{i}", cluster=f"c{i}") for i in range(105))
    text = shown(replace(SAMPLE, findings=findings))
    assert text.count("╭") == 100
    assert "and 5 more (--all shows them)" in text


def test_an_agreement_within_one_article_is_only_counted():
    alone = replace(SAMPLE.findings[0], right=SAMPLE.claims[0].id)
    text = shown(replace(SAMPLE, findings=(alone,)))
    assert "and 1 more (--all shows them)" in text
    assert "people employed" not in text


def test_many_sayings_of_one_value_are_counted():
    claims, articles = [], {}
    for i in range(20):
        article = replace(SAMPLE.articles[0], id=str(i), source=f"Paper {i}")
        articles[article.id] = article
        claims.append(replace(SAMPLE.claims[3], article_id=article.id))
    rows = distinct_values(claims, articles)
    assert len(rows) == 7
    assert rows[0].value == "700"
    assert rows[-1].who == "and 14 more"


def test_values_rise_and_wordings_that_differ_are_quoted():
    articles = {article.id: article for article in SAMPLE.articles}
    rows = distinct_values([SAMPLE.claims[6], SAMPLE.claims[3], SAMPLE.claims[9]], articles)
    assert [(row.value, row.wording) for row in rows] == [
        ("6", "“Six”"),
        ("about 700 (650 to 750)", "“Some 700”"),
        ("700", ""),
    ]


def test_lines_are_counted_as_editors_count_them():
    article = replace(SAMPLE.articles[0], text="a\r\nb\rc\nd")
    assert [line_of(article, offset) for offset in (0, 3, 5, 7)] == [1, 2, 3, 4]


def test_a_derived_text_has_no_lines_to_point_at():
    claim = SAMPLE.claims[0]
    assert location(SAMPLE.articles[0], claim) == "story/post.txt:3"
    assert location(replace(SAMPLE.articles[0], derived_text=True), claim) == "story/post.txt"


def test_words_for_dates_and_counts():
    assert [published(article.published) for article in SAMPLE.articles] == [
        "4 May 2024",
        "5 to 7 May 2024 (inferred)",
        "undated",
    ]
    anchor = SAMPLE.articles[0].published
    day = anchor.interval.low
    assert published(replace(anchor, interval=Interval(low=day, high=None))) == "4 May 2024 or later"
    assert published(replace(anchor, interval=Interval(low=None, high=day))) == "4 May 2024 or earlier"
    inferred = replace(anchor, basis=Basis.INFERRED)
    assert published(replace(inferred, interval=Interval(low=day, high=None))) == "2024 or later (inferred)"
    assert published(replace(inferred, interval=Interval(low=None, high=day))) == "2024 or earlier (inferred)"
    assert counted(SAMPLE.claims[0], SAMPLE.articles[0]) == "at least 12 people"
    dozens = replace(SAMPLE.claims[0].value, interval=Interval(low=24, high=99), hedge=Hedge.ORDER)
    assert counted(replace(SAMPLE.claims[0], value=dozens), SAMPLE.articles[0]) == "dozens of people"


def test_names_fit_a_column():
    article = SAMPLE.articles[1]
    assert who(article) == "ledger"
    assert who(replace(article, path="a/001_the_very_long_name_of_a_story.txt")) == "001_the_very_…_a_story"
    assert who(SAMPLE.articles[0]) == "Harbour Post"


def test_a_cited_name_is_shown_as_the_article_writes_it():
    article = replace(SAMPLE.articles[0], text="It burned, Ostrel Police said.")
    claim = SAMPLE.claims[0]
    cited = replace(claim.attribution, span=Span(start=11, end=29), source="ostrel police")
    assert attributed(replace(claim, attribution=cited), article) == "Ostrel Police"
    other = replace(cited, source="city police", stance=Stance.DENIES)
    assert attributed(replace(claim, attribution=other), article) == "city police (denies)"


def test_a_headline_is_named_as_one():
    article = SAMPLE.articles[0]
    headline = replace(article.segments[0], role=SegmentRole.HEADLINE)
    text = shown(replace(SAMPLE, articles=(replace(article, segments=(headline,)), *SAMPLE.articles[1:])))
    assert "story/post.txt:5  Harbour Post, headline" in text


@pytest.mark.parametrize(
    ("text", "short"), [("a b c", "a b c"), ("one two three", "one two…"), ("x" * 40, "x" * 9 + "…")]
)
def test_shorten(text, short):
    assert shorten(text, 10) == short
