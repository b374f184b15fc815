"""Figures of one sentence, through a whole run: they are found, shown, explained, and left out when asked."""

from factcheck import check
from factcheck.ingest.text import article
from factcheck.terms import Verdict

WRONG = (
    "Fire in Ruma\n\nFive people died in the fire in Ruma on Monday, six of them children.\n\nThe cause is not known."
)


def test_a_sentence_that_contradicts_itself_is_one_conflict():
    (finding,) = check([article(WRONG, path="a")]).findings
    assert (finding.verdict, finding.rule, finding.level) == (Verdict.CONFLICT, "arithmetic", "part")
    assert finding.reason == "One sentence contradicts itself: 6 children cannot be among 5 people."


def test_its_explanation_says_how_the_two_met():
    report = check([article(WRONG, path="a")])
    assert "they stand in one sentence" in str(report.explain(report.findings[0]))


def test_articles_that_are_not_compared_with_themselves_are_not_reckoned_up():
    assert not check([article(WRONG, path="a")], within=False).findings


def test_figures_that_add_up_leave_no_trace():
    report = check([article(WRONG.replace("six", "two"), path="a")])
    assert not report.findings and not report.clusters


def test_a_table_is_no_sum():
    rows = ", ".join(f"{n} of the {n - 1} seats" for n in range(20, 40))
    assert not check([article(f"The parties won {rows}.", path="a")]).findings
