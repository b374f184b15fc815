"""The same input gives the same bytes, and what a report points at is there: over all the sample stories."""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
from conftest import SEEDS, QuickEmbedder

from factcheck import readings
from factcheck.errors import FactcheckError
from factcheck.ingest.read import read
from factcheck.model import Article
from factcheck.pipeline import check
from factcheck.report.schema import json_schema
from factcheck.settings import Settings

STORIES = sorted(path.parent for path in SEEDS.glob("*/gold.json"))


@pytest.fixture(scope="module")
def everything() -> dict:
    """The JSON of a run over all the stories at once; what is tested here does not depend on the model."""
    return json.loads(check(read([SEEDS]), embedder=QuickEmbedder()).to_json())


@pytest.fixture(scope="module", params=[*STORIES, SEEDS], ids=lambda path: path.name)
def published(request) -> dict:
    """The JSON of one story (or of all of them), as ``factcheck check --json`` writes it but for the model."""
    if request.param == SEEDS:
        return request.getfixturevalue("everything")
    return json.loads(check(read([request.param]), embedder=QuickEmbedder()).to_json())


def _originals(report: dict) -> dict[str, str]:
    """What the offsets point into: the report's own text, else the file as it lies on the disk."""
    return {
        a["id"]: a["text"] if "text" in a else Path(a["path"]).read_bytes().decode("utf-8-sig")
        for a in report["articles"]
    }


def test_the_published_schema_holds(published):
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(published)


def test_every_span_quotes_its_article(published):
    texts = _originals(published)
    assert published["claims"] and published["findings"]
    for claim in published["claims"]:
        assert claim["text"] == texts[claim["article"]][claim["start"] : claim["end"]] != ""
    for finding in published["findings"]:
        for side in (finding["left"], finding["right"]):
            assert side["text"] == texts[side["article"]][side["start"] : side["end"]] != ""


def test_text_is_carried_for_html_and_json_only(published):
    for a in published["articles"]:
        derived = Path(a["path"].partition("#")[0]).suffix in (".html", ".json", ".jsonl")
        assert ("text" in a) is derived


def test_ids_are_unique_and_what_they_name_exists(published):
    for table in ("articles", "claims", "clusters", "findings"):
        ids = [row["id"] for row in published[table]]
        assert len(set(ids)) == len(ids)
    claims = {c["id"]: c for c in published["claims"]}
    articles = {a["id"]: a for a in published["articles"]}
    clusters = {c["id"] for c in published["clusters"]}
    assert {c["article"] for c in claims.values()} <= set(articles)
    for finding in published["findings"]:
        assert finding["cluster"] in clusters
        for side in (finding["left"], finding["right"]):
            assert side["article"] == claims[side["claim"]]["article"]
            assert side["path"] == articles[side["article"]]["path"]


def test_one_finding_a_pair_and_no_claim_beside_itself(published):
    pairs = Counter(frozenset({f["left"]["claim"], f["right"]["claim"]}) for f in published["findings"])
    assert max(pairs.values()) == 1
    assert all(len(pair) == 2 for pair in pairs)


def test_a_claim_is_in_one_cluster_and_a_cluster_has_its_finding(published):
    members = Counter(claim for cluster in published["clusters"] for claim in cluster["claims"])
    assert max(members.values()) == 1
    assert set(members) <= {claim["id"] for claim in published["claims"]}
    of = {claim: cluster["id"] for cluster in published["clusters"] for claim in cluster["claims"]}
    for finding in published["findings"]:
        assert finding["cluster"] in {of[finding["left"]["claim"]], of[finding["right"]["claim"]]}


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_paths_does_not_matter(seed):
    story = SEEDS / "ferry-disaster"
    paths = _backwards(story)
    expected = check(read(paths), embedder=QuickEmbedder()).to_json()
    random.Random(seed).shuffle(paths)
    assert check(read(paths), embedder=QuickEmbedder()).to_json() == expected
    articles = list(read(paths))
    random.Random(seed).shuffle(articles)
    assert check([*articles, articles[0]], embedder=QuickEmbedder()).to_json() == expected


def test_another_process_with_other_hashes_and_another_order_writes_the_same_bytes(report_on):
    """With the packaged model. Sets of words have another order in every process; nothing of it may reach the report."""
    story = SEEDS / "victory-day"
    run = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", *_backwards(story), "--json", "-", "--exit-zero"],
        env={**os.environ, "PYTHONHASHSEED": "4242"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout == report_on(story).to_json().encode()


def _backwards(story: Path) -> list[str]:
    return sorted((str(path) for path in story.iterdir() if path.name != "gold.json"), reverse=True)


def test_several_processes_read_what_one_does():
    articles = read([SEEDS])
    assert 2 * len(articles) >= readings._WORTH_A_PROCESS  # else one process would have read them after all
    both = [list(readings.read_all(articles * 2, Settings(), workers)) for workers in (1, 2)]
    assert both[0] == both[1]


def _end(article: Article, settings: Settings) -> None:
    os.kill(os.getpid(), 9)


def test_a_process_that_is_killed_is_one_clear_line(monkeypatch):
    monkeypatch.setattr(readings, "read_closely", _end)
    with pytest.raises(FactcheckError, match="ended from outside; run again"):
        list(readings.read_all(read([SEEDS]) * 2, Settings(), 2))
