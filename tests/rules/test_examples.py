"""Every rule's examples are its specification: through real extraction, both ways round."""

import datetime as dt

import pytest

from factcheck.align import embedders
from factcheck.ingest.text import article
from factcheck.model import UNDATED, Anchor, Interval
from factcheck.pipeline import findings_between, findings_within, most_serious
from factcheck.readings import read_closely
from factcheck.rules import Example, Rule, all_rules
from factcheck.settings import Settings
from factcheck.terms import Basis, Verdict


@pytest.fixture(scope="module")
def embedder() -> embedders.Embedder:
    return embedders.load()


def anchor(iso: str | None) -> Anchor:
    if iso is None:
        return UNDATED
    day = dt.date.fromisoformat(iso)
    return Anchor(interval=Interval(low=day, high=day), basis=Basis.METADATA)


def verdict_of(
    rule: Rule, left: str, right: str, published: tuple[str, str] | None, embedder: embedders.Embedder
) -> Verdict | None:
    days = published or (None, None)
    readings = [
        read_closely(article(text, path=path, published=anchor(day)), Settings())
        for path, text, day in (("left", left, days[0]), ("right", right, days[1]))
    ]
    found = (
        findings_between(readings[0], readings[1], embedder) if left and right else findings_within(readings[not left])
    )
    finding = most_serious(f for f in found if f.rule == rule.name)
    return finding.verdict if finding is not None else None


EXAMPLES = [(rule, example) for rule in all_rules() for example in rule.examples]


@pytest.mark.parametrize("turned", [False, True], ids=["as-is", "turned"])
@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.name}: {e.left[:30]} / {e.right[:30]}" for r, e in EXAMPLES]
)
def test_example_gets_its_verdict(rule: Rule, example: Example, turned: bool, embedder: embedders.Embedder) -> None:
    left, right, published = example.left, example.right, example.published
    if turned:
        left, right, published = right, left, published and (published[1], published[0])
    assert verdict_of(rule, left, right, published, embedder) == example.verdict


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.name)
def test_a_rule_has_a_hit_an_abstention_and_a_sentence_of_documentation(rule: Rule) -> None:
    verdicts = [example.verdict for example in rule.examples]
    assert None in verdicts
    assert len([v for v in verdicts if v is not None]) >= 1
    assert rule.doc.endswith(".")
