"""The scores that the exploring notebook draws."""

from conftest import QuickEmbedder

from factcheck.ingest.text import article
from factcheck.pipeline import check
from factcheck.report.explore import THRESHOLD, pair_scores


def test_every_pair_that_met_has_a_score_and_those_past_the_threshold_are_judged():
    texts = ("The fire in Ruma killed 12 people. It rained.", "The fire in Ruma killed 15 people.")
    articles = [article(text, path=f"{n}.txt") for n, text in enumerate(texts)]
    scores = pair_scores(articles, QuickEmbedder())
    assert scores == tuple(sorted(scores, reverse=True))
    assert scores[0] >= THRESHOLD
    found = check(articles, embedder=QuickEmbedder()).findings
    assert {finding.case.alignment.score for finding in found} <= set(scores)


def test_nothing_to_compare_has_no_scores():
    assert pair_scores([article("It rained.", path="a.txt")], QuickEmbedder()) == ()
