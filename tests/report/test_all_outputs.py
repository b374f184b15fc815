"""Every output over all the sample stories: valid, whole, and true to the files; what is tested does not depend on the model."""

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import jsonschema
import pytest
from conftest import SEEDS, QuickEmbedder

from factcheck.ingest.read import read
from factcheck.model import Report
from factcheck.pipeline import check
from factcheck.report import diff_json, html, jsonl, sarif
from factcheck.report.diff import diff
from factcheck.settings import Settings
from factcheck.terms import ClaimKind

STORIES = sorted(path.parent for path in SEEDS.glob("*/gold.json"))


@pytest.fixture(scope="module", params=STORIES, ids=lambda path: path.name)
def story(request) -> Report:
    return check(read([request.param]), Settings(within=False), embedder=QuickEmbedder())


def test_every_pair_of_articles_has_a_valid_diff_that_leaves_nothing_out(story):
    validator = jsonschema.Draft202012Validator(json.loads(diff_json.json_schema()))
    for one, other in combinations(story.articles, 2):
        found = diff(story, one.id, other.id)
        validator.validate(json.loads(diff_json.render(found)))
        ids = [operation.id for operation in found.operations]
        assert len(set(ids)) == len(ids)
        sides = {claim.id for o in found.operations for claim in (o.left, o.right) if claim}
        valued = {
            c.id for c in story.claims if c.article_id in (one.id, other.id) and c.kind is not ClaimKind.STATEMENT
        }
        assert valued <= sides
        disagreeing = {
            frozenset((f.left, f.right))
            for f in story.findings
            if f.verdict in ("conflict", "disputed") and {f.left, f.right} <= sides
        }
        shown = {frozenset((o.left.id, o.right.id)) for o in found.operations if o.left and o.right}
        assert bool(disagreeing & shown) is bool(disagreeing)


def test_sarif_is_valid_and_its_regions_are_what_the_files_say(story, sarif_schema):
    log = json.loads(sarif.render(story))
    sarif_schema.validate(log)
    for result in log["runs"][0]["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            place = location["physicalLocation"]
            if "region" in place:
                path, region = Path(place["artifactLocation"]["uri"].removeprefix("file://")), place["region"]
                assert path.exists()
                words = path.read_text(encoding="utf-8-sig")[region["charOffset"] :][: region["charLength"]]
                assert " ".join(words.split()) in " ".join(location["message"]["text"].split())


def test_every_line_of_json_lines_is_valid(story):
    validator = jsonschema.Draft202012Validator(json.loads(jsonl.json_schema()))
    for line in jsonl.lines(story):
        validator.validate(json.loads(line))


def test_every_link_of_the_page_leads_to_one_place_and_every_finding_has_a_card(story):
    page = html.render(story)
    ids = Counter(re.findall(r'\bid="([^"]+)"', page))
    assert max(ids.values()) == 1
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    texts = [article.text for article in story.articles]
    assert len(re.findall(r'<div class="text">', page)) == len(texts)


def test_every_finding_can_be_explained(story):
    for finding in story.findings:
        assert finding.reason in str(finding.explain())
