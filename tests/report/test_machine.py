"""What other programs read: SARIF against its published schema, JSON Lines against ours, the pre-commit hook."""

import json
import os
import re
import shlex
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from factcheck.arguments import build_parser
from factcheck.model import Span
from factcheck.report.jsonl import json_schema, lines
from factcheck.report.sarif import render
from report.sample import SAMPLE
from report.test_terminal import GOLDEN

ROOT = Path(__file__).parent.parent.parent


def results(report=SAMPLE):
    return json.loads(render(report))["runs"][0]["results"]


def test_sarif_golden():
    golden = GOLDEN / "report.sarif"
    text = re.sub(
        r'(?<="rules": )\[.*?\n {10}\]', "[]", render(SAMPLE), flags=re.DOTALL
    )  # the rules have a page of their own
    text = re.sub(r'"ruleIndex": \d+', '"ruleIndex": 0', text)  # and come and go
    if os.environ.get("FACTCHECK_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("derived", [False, True])
def test_sarif_is_valid_against_its_schema(sarif_schema, derived):
    articles = tuple(replace(article, derived_text=derived) for article in SAMPLE.articles)
    sarif_schema.validate(json.loads(render(replace(SAMPLE, articles=articles))))
    with pytest.raises(jsonschema.ValidationError):
        sarif_schema.validate({"version": "2.1.0", "runs": [{}]})


def test_sarif_annotates_what_differs_and_nothing_else():
    assert [(r["level"], r["properties"]["verdict"]) for r in results()] == [
        ("note", "update"),
        ("error", "conflict"),
        ("warning", "disputed"),
    ]


def test_sarif_regions_are_the_values_in_lines_and_columns():
    (conflict,) = [r for r in results() if r["properties"]["verdict"] == "conflict"]
    for location, value in ((conflict["locations"][0], "1961"), (conflict["relatedLocations"][0], "1958")):
        place = location["physicalLocation"]
        article = next(a for a in SAMPLE.articles if a.path == place["artifactLocation"]["uri"])
        region = place["region"]
        line = article.text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == value
        assert article.text[region["charOffset"] :][: region["charLength"]] == value


@pytest.mark.parametrize(
    ("path", "derived", "uri"),
    [
        ("a b/ü#1.txt", False, "a%20b/%C3%BC%231.txt"),
        ("list.jsonl#3", True, "list.jsonl"),
        ("/tmp/a.txt", False, "file:///tmp/a.txt"),
        ("https://a.example/b?c=d", True, "https://a.example/b?c=d"),
        ("-", False, "stdin"),
    ],
)
def test_sarif_names_files_as_uris(path, derived, uri):
    article = replace(SAMPLE.articles[0], path=path, derived_text=derived)
    found = results(replace(SAMPLE, articles=(article, *SAMPLE.articles[1:])))
    place = found[1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri
    assert ("region" in place) is not derived


def test_sarif_columns_count_from_the_line_whatever_ends_it():
    text = "a\r\nbb\rccc 12"
    article = replace(SAMPLE.articles[0], text=text)
    claim = replace(SAMPLE.claims[2], span=Span(start=6, end=12), value=None)
    report = replace(
        SAMPLE,
        articles=(article, *SAMPLE.articles[1:]),
        claims=(claim, *SAMPLE.claims[4:6]),
        findings=SAMPLE.findings[2:3],
    )
    region = results(report)[0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 1)


def test_json_lines_hold_the_report_one_record_a_line():
    validator = jsonschema.Draft202012Validator(json.loads(json_schema()))
    records = [json.loads(line) for line in lines(SAMPLE)]
    for record in records:
        validator.validate(record)
        assert len(record) == 1
    report = json.loads(SAMPLE.to_json())
    for kind in ("article", "claim", "cluster", "finding"):
        assert [record[kind] for record in records if kind in record] == report[f"{kind}s"]
        assert records[0]["head"][f"{kind}s"] == len(report[f"{kind}s"])
    assert not validator.is_valid({})
    assert not validator.is_valid({"head": records[0]["head"], "claim": report["claims"][0]})


def test_the_pre_commit_hook_runs_a_command_that_exists():
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = re.findall(r"entry: factcheck (.*)", hook)
    (args,) = re.findall(r"args: \[(.*)\]", hook)
    assert build_parser().parse_args([*shlex.split(entry), *args.split(", ")]).command == "check"
