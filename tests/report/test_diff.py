"""Two articles side by side: which claims meet, what is shown (``golden/``), and what the JSON diff holds."""

import io
import json
import os
from dataclasses import replace

import jsonschema
import pytest
from rich.console import Console

from factcheck.ingest.text import article
from factcheck.pipeline import check
from factcheck.report.diff import Change, diff
from factcheck.report.diff_json import json_schema, render
from factcheck.report.differing import differing
from factcheck.report.side_by_side import render as print_diff
from factcheck.settings import Settings
from factcheck.terms import Verdict
from report.sample import SAMPLE
from report.test_terminal import GOLDEN

POST, LEDGER, NOTES = SAMPLE.articles

FIRST = """Fire kills 12 at paper mill

OSTREL, 4 May 2024 - Fire killed 12 people at a paper mill in Ostrel on Friday, police said. The mill opened in 1961 \
and employs 700 people.

The fire started at 4 a.m. in a warehouse. Minister Anna Varga visited the site.
"""
CORRECTED = (
    FIRST.replace("12", "14").replace("1961", "1958").replace("Minister Anna Varga visited the site", "It rained")
)


def compared(left=POST.id, right=LEDGER.id, report=SAMPLE):
    return diff(report, left, right)


def versions(quick, before=FIRST, after=CORRECTED):
    articles = article(before, path="before.txt"), article(after, path="after.txt")
    report = check(articles, Settings(within=False), embedder=quick)
    return diff(report, *(a.id for a in articles))


def texts(found, change):
    return [
        (o.left.text if o.left else "", o.right.text if o.right else "") for o in found.operations if o.change is change
    ]


def shown(found, width):
    out = io.StringIO()
    print_diff(found, Console(file=out, width=width, highlight=False, markup=False, emoji=False))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


@pytest.mark.parametrize("width", [60, 80, 140])
def test_golden(width):
    golden = GOLDEN / f"diff-{width}.txt"
    text = shown(compared(), width)
    if os.environ.get("FACTCHECK_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [30, 60, 75, 76, 140])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(len, shown(compared(), width).splitlines())) <= width


def test_the_json_diff_is_valid_against_its_schema_and_the_same_every_time():
    schema = json.loads(json_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(render(compared())))
    assert render(compared()) == render(compared())


def test_the_json_diff_points_at_both_claims_and_says_what_became_of_the_value():
    record = json.loads(render(compared()))
    (toll,) = [o for o in record["operations"] if o["verdict"] == "update"]
    assert (toll["op"], toll["before"]["low"], toll["after"]["low"]) == ("changed", 12, 15)
    assert toll["left"]["article"] == record["left"]["id"] and toll["right"]["path"] == record["right"]["path"]
    assert POST.text[toll["left"]["start"] : toll["left"]["end"]] == toll["left"]["text"]
    assert {toll["left"]["claim"], toll["right"]["claim"]} <= {claim["id"] for claim in record["claims"]}
    assert toll["judged"]["finding"] in {finding.id for finding in SAMPLE.findings}
    assert sum(record["counts"].values()) == len(record["operations"])


def test_a_delta_goes_from_left_to_right_whichever_way_the_rule_looked():
    there, back = ([o for o in compared(*ids).operations if o.finding and o.finding.rule == "event-date"]
                   for ids in ((POST.id, LEDGER.id), (LEDGER.id, POST.id)))  # fmt: skip
    assert there[0].delta.days == -back[0].delta.days == -1096


def test_every_claim_is_in_the_diff_and_the_order_is_the_left_articles():
    found = compared()
    for side, of in (("left", POST), ("right", LEDGER)):
        there = {getattr(o, side).id for o in found.operations if getattr(o, side)}
        assert there == {claim.id for claim in SAMPLE.claims if claim.article_id == of.id}
    starts = [o.left.span.start for o in found.operations if o.left]
    assert starts == sorted(starts)


def test_a_correction_shows_as_what_it_changed(quick):
    found = versions(quick)
    assert {pair[0] for pair in texts(found, Change.CHANGED)} == {
        "Fire kills 12 at paper mill",
        "Fire killed 12 people at a paper mill in Ostrel on Friday",
        "The mill opened in 1961 and employs 700 people",
    }
    assert ("Minister Anna Varga visited the site", "") in texts(found, Change.ONLY_LEFT)
    assert "The fire started at 4 a.m. in a warehouse" in {pair[0] for pair in texts(found, Change.SAME)}


def test_a_headline_meets_the_headline_and_not_the_body_that_says_the_same(quick):
    left = [o.left.id for o in versions(quick).operations if o.left]
    assert len(left) == len(set(left))


def test_an_article_is_the_same_as_itself(quick):
    found = versions(quick, FIRST, FIRST)
    assert {o.change for o in found.operations} == {Change.SAME}
    assert {o.change for o in compared(POST.id, POST.id).operations} == {Change.SAME}


def test_a_value_that_changes_is_a_change_even_where_both_can_be_true():
    (staff,) = [o for o in compared().operations if o.finding and o.finding.verdict is Verdict.AGREE]
    assert staff.change is Change.CHANGED


def test_no_conflict_is_lost_because_a_claim_has_another_partner():
    conflict = SAMPLE.findings[2]
    agree = replace(conflict, id="a" * 16, verdict=Verdict.AGREE, left=SAMPLE.claims[0].id)
    found = compared(report=replace(SAMPLE, findings=(conflict, agree)))
    assert found.conflicts == 1


def test_what_only_looks_alike_is_no_pair():
    report = replace(SAMPLE, findings=SAMPLE.findings[4:])
    assert not [o for o in compared(report=report).operations if o.left and o.right]


def test_an_unreadable_article_has_an_empty_diff():
    report = replace(SAMPLE, claims=(), clusters=(), findings=())
    assert "Neither makes a claim" in shown(compared(report=report), 80)


def test_an_article_can_neither_colour_nor_drive_the_terminal():
    text = shown(compared(LEDGER.id, NOTES.id), 140)
    assert "\x1b" not in text
    assert "[red]*about 800*[/red]" in text


def test_words_that_differ_are_found_whole():
    own = "The mill opened in 1961, and employs 700."
    assert [span.of(own) for span in differing(own, "The mill opened in 1958, and employs 700.")] == ["1961,"]
    assert differing(own, own) == ()
    assert differing(own, "Nothing here is alike at all") == ()
    assert differing("", "") == ()
    assert differing("a b", "a  b c") == ()
