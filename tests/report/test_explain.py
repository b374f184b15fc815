"""How a verdict came about: the steps lead to it, the contributions add up to the probability, nothing is invented."""

import math

import pytest

from factcheck import compare
from factcheck.align import embedders
from factcheck.errors import FactcheckError
from factcheck.ingest.text import article
from factcheck.pipeline import check
from factcheck.report.explain import Outcome
from factcheck.terms import Verdict
from report.sample import SAMPLE

STORY = (
    "RUMA, 4 May 2024 - The fire in Ruma killed 12 people, police said. The mill in Ruma was built in 1961.",
    "RUMA, 4 May 2024 - The fire in Ruma killed 15 people, the ministry said. The mill in Ruma was built in 1961.",
    "RUMA, 6 May 2024 - The fire in Ruma has now killed 19 people. The fire in Ruma injured 40 people.",
)


@pytest.fixture(scope="module")
def report(minilm):
    return check([article(text, path=f"{n}.txt") for n, text in enumerate(STORY)], embedder=minilm)


def test_one_step_decides_and_the_later_ones_are_not_asked(report):
    assert {finding.verdict for finding in report.findings} >= {Verdict.AGREE, Verdict.UPDATE}
    for finding in report.findings:
        outcomes = [step.outcome for step in finding.explain().steps]
        at = outcomes.index(Outcome.DECIDED)
        assert outcomes[:at] == [Outcome.PASSED] * at
        assert outcomes[at + 1 :] == [Outcome.NOT_ASKED] * (len(outcomes) - at - 1)


def test_the_deciding_step_gives_the_findings_own_reason_rule_and_step(report):
    for finding in report.findings:
        (step,) = [s for s in finding.explain().steps if s.outcome is Outcome.DECIDED]
        assert step.answer == f"{finding.reason} (rule {finding.rule}, step {finding.level})"


def test_the_rules_that_spoke_include_the_one_that_the_finding_names(report):
    for finding in report.findings:
        spoke = {(o.rule, o.verdict, o.level) for o in finding.explain().opinions if o.verdict}
        assert (finding.rule, finding.verdict, finding.level) in spoke


def test_contributions_are_what_the_log_odds_lose_without_the_feature(report):
    explanation = report.findings[0].explain()
    bias = math.log(explanation.probability / (1 - explanation.probability)) - sum(
        c.log_odds for c in explanation.contributions
    )
    other = report.findings[1].explain()
    again = math.log(other.probability / (1 - other.probability)) - sum(c.log_odds for c in other.contributions)
    same_kind = report.findings[0].case.left.kind is report.findings[1].case.left.kind
    assert not same_kind or bias == pytest.approx(again, abs=0.05)
    weights = [abs(c.log_odds) for c in explanation.contributions]
    assert weights == sorted(weights, reverse=True)


def test_a_report_explains_by_id_and_by_finding(report):
    finding = report.findings[0]
    assert report.explain(finding.id) == report.explain(finding) == finding.explain()


@pytest.mark.parametrize("id_", ["zzz", ""])
def test_an_id_that_names_no_single_finding_is_refused(report, id_):
    with pytest.raises(FactcheckError, match="findings have an id that begins with"):
        report.explain(id_)


def test_a_finding_that_no_run_made_says_so():
    with pytest.raises(FactcheckError, match="make it with check"):
        SAMPLE.findings[0].explain()


def test_what_explains_a_finding_is_no_part_of_its_identity_or_its_repr(report):
    assert "case=" not in repr(report.findings[0])
    assert "case" not in report.to_json()


def test_two_sentences_are_explained_in_words_and_in_html(minilm, monkeypatch):
    monkeypatch.setattr(embedders, "load", lambda name=None, tell=None: minilm)
    explanation = compare("12 people <b>were</b> killed in Ruma.", "15 people were killed in Ruma.").explain()
    text, html = str(explanation), explanation._repr_html_()
    assert text.startswith("CONFLICT, high severity")
    assert "have no value in common" in text
    assert "decided    Is there nothing left but a contradiction?" in text
    assert "&lt;b&gt;" in html and "<b>were" not in html
