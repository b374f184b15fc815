"""The JSON report: valid against its published schema, byte-identical, and safe whatever the articles hold."""

import json
from dataclasses import replace

import jsonschema
import pytest

from factcheck.model import Anchor, Entity, Interval, Report, Span
from factcheck.report.json import render
from factcheck.report.schema import json_schema
from factcheck.terms import Basis, ClaimKind, EntityKind
from report.sample import NOTES, SAMPLE

SCHEMA = json.loads(json_schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
EMPTY = Report(schema="factcheck.report/1", articles=(), claims=(), clusters=(), findings=())


def test_the_schema_is_itself_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("report", [SAMPLE, EMPTY], ids=["sample", "empty"])
def test_a_rendered_report_is_valid(report):
    VALIDATOR.validate(json.loads(render(report)))


def test_every_key_of_the_contract_is_there_in_order():
    report = json.loads(render(SAMPLE))
    assert list(report) == ["schema", "articles", "claims", "clusters", "findings", "settings", "versions"]
    assert report["schema"] == "factcheck.report/1"
    assert list(report["articles"][0]) == ["id", "path", "title", "source", "url", "published"]
    assert report["articles"][0]["published"] == {
        "earliest": "2024-05-04",
        "latest": "2024-05-04",
        "basis": "metadata",
        "evidence": ["front matter: 2024-05-04"],
    }
    assert list(report["claims"][0]) == [
        *("id", "article", "start", "end", "text", "kind", "value", "of", "role", "event_time", "attribution")
    ]
    assert list(report["findings"][0]) == [
        *("id", "verdict", "severity", "confidence", "rule", "level", "cluster", "about", "reason"),
        *("left", "right", "delta"),
    ]
    assert list(report["findings"][0]["left"]) == ["claim", "article", "path", "start", "end", "text", "value"]
    assert list(report["findings"][0]["delta"]) == ["absolute", "relative", "days"]


def test_values_take_one_of_three_shapes():
    report = json.loads(render(SAMPLE))
    assert report["claims"][0]["value"] == {"low": 12, "high": None, "unit": "count", "hedge": "at_least"}
    assert report["claims"][2]["value"] == {"start": "1961-01-01", "end": "1961-12-31"}
    assert report["claims"][0]["attribution"] == {"source": "police", "cue": "said", "stance": "asserts"}
    assert report["claims"][1]["attribution"] is None
    name = Entity(span=Span(start=4, end=8), kind=EntityKind.ORGANISATION, key="mill")
    named = replace(SAMPLE.claims[2], kind=ClaimKind.ENTITY, value=name)
    stated = replace(SAMPLE.claims[2], kind=ClaimKind.STATEMENT, value=None)
    report = json.loads(render(replace(EMPTY, claims=(named, stated))))
    VALIDATOR.validate(report)
    assert [claim["value"] for claim in report["claims"]] == [{"entity": "mill"}, None]


def test_a_claim_quotes_its_article():
    texts = {article.id: article.text for article in SAMPLE.articles}
    report = json.loads(render(SAMPLE))
    sides = [finding[side] for finding in report["findings"] for side in ("left", "right")]
    for quote in report["claims"] + sides:
        assert quote["text"] == texts[quote["article"]][quote["start"] : quote["end"]]


def test_an_undated_article_still_has_its_published_object():
    report = json.loads(render(SAMPLE))
    assert report["articles"][2]["published"] == {"earliest": None, "latest": None, "basis": "unknown", "evidence": []}


def test_text_is_carried_only_where_it_is_not_the_files_own():
    derived = replace(SAMPLE.articles[2], derived_text=True)
    report = json.loads(render(replace(SAMPLE, articles=(*SAMPLE.articles[:2], derived))))
    VALIDATOR.validate(report)
    assert ["text" in article for article in report["articles"]] == [False, False, True]
    assert report["articles"][2]["text"] == NOTES


def with_interval(low, high):
    claim = SAMPLE.claims[0]
    value = replace(claim.value, interval=Interval(low=low, high=high))
    return replace(EMPTY, claims=(replace(claim, value=value),))


@pytest.mark.parametrize(
    ("low", "written"),
    [
        (12.0, "12"),
        (12, "12"),
        (0.1 + 0.2, "0.3"),
        (97.7, "97.7"),
        (3e9, "3000000000"),
        (-4.0, "-4"),
        (1e300, "1e300"),
        (float("nan"), "null"),
        (float("inf"), "null"),
        pytest.param(10**5000, "null", id="huge"),
    ],
)
def test_numbers(low, written):
    text = render(with_interval(low, None))
    assert f'"low": {written},' in text
    VALIDATOR.validate(json.loads(text))


def test_lone_surrogates_and_control_characters_keep_offsets_true():
    claim = replace(SAMPLE.claims[0], text="a\ud800b\x00c\u2028d")
    article = replace(SAMPLE.articles[0], path="bad\udcff.txt", derived_text=True, text="\udfff\u0007")
    text = render(replace(EMPTY, articles=(article,), claims=(claim,), settings=(("k", "\ud800"),)))
    report = json.loads(text.encode("utf-8"))
    VALIDATOR.validate(report)
    assert report["claims"][0]["text"] == "a\ufffdb\x00c\u2028d"
    assert report["articles"][0]["path"] == "bad\ufffd.txt"


def test_the_same_report_gives_the_same_bytes():
    assert render(SAMPLE) == render(replace(SAMPLE)) == SAMPLE.to_json()


def test_an_anchor_open_on_one_side():
    later = Anchor(interval=Interval(low=SAMPLE.articles[0].published.interval.low, high=None), basis=Basis.INFERRED)
    report = json.loads(render(replace(EMPTY, articles=(replace(SAMPLE.articles[0], published=later),))))
    VALIDATOR.validate(report)
    assert report["articles"][0]["published"]["latest"] is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.pop("versions"),
        lambda r: r.update(schema="factcheck.report/9"),
        lambda r: r["articles"][0].update(published=None),
        lambda r: r["articles"][0]["published"].update(earliest="last Friday"),
        lambda r: r["articles"][0].update(colour="red"),
        lambda r: r["claims"][0].update(value={"low": 1}),
        lambda r: r["claims"][0].update(value=12),
        lambda r: r["claims"][0].update(start=-1),
        lambda r: r["claims"][0]["value"].update(hedge="roughly"),
        lambda r: r["findings"][0].update(verdict="lie"),
        lambda r: r["findings"][0].update(confidence=1.5),
        lambda r: r["findings"][0]["left"].pop("path"),
        lambda r: r["findings"][0].update(delta=None),
    ],
)
def test_a_malformed_report_fails(spoil):
    report = json.loads(render(SAMPLE))
    spoil(report)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(report)


def test_a_cluster_says_which_articles_have_it_from_one_place():
    clusters = json.loads(SAMPLE.to_json())["clusters"]
    articles = {a.id for a in SAMPLE.articles}
    assert {len(c["origins"]) for c in clusters} == {1, 2}
    assert all(set(group) <= articles for c in clusters for group in c["origins"])
