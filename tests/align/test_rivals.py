"""Rivals: pairs that share a claim -> what each one's being there says against the other."""

from dataclasses import replace

from align_claims import claim, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.rivals import meet, places_of, with_rivals
from factcheck.model import Features, Span


def figure(value, start, text="by N votes to N", article="a", **kinds):
    held = replace(quantity(value, of="vote", **kinds), span=Span(start=start, end=start + 1))
    return replace(claim(held, text, article=article, name=str(start)), value=held)


def scored(*pairs):
    return [(left, right, Features(), score) for left, right, score in pairs]


def told(pairs):
    places = places_of(claim for left, right, _, _ in pairs for claim in (left, right))
    return [dict(evidence) for evidence in with_rivals(pairs, places)]


WON, LOST = figure(78, 3), figure(61, 14)
WON_TOO, LOST_TOO = figure(78, 3, article="b"), figure(61, 14, article="b")
FOUR = scored((WON, WON_TOO, 0.8), (LOST, LOST_TOO, 0.8), (WON, LOST_TOO, 0.9), (LOST, WON_TOO, 0.9))


def test_a_figure_that_stands_in_both_clauses_is_no_other_figure_there():
    assert [e["crosswise"] for e in told(FOUR)] == [0, 0, 1, 1]


def test_of_two_pairs_of_figures_that_all_differ_the_first_belongs_to_the_first():
    other_won, other_lost = figure(80, 3, article="b"), figure(60, 14, article="b")
    pairs = scored((WON, other_won, 0.5), (LOST, other_lost, 0.5), (WON, other_lost, 0.9), (LOST, other_won, 0.9))
    assert [e["crosswise"] for e in told(pairs)] == [0, 0, 1, 1]


def test_a_changed_order_is_seen_by_the_figures_that_agree():
    lost_first, won_last = figure(61, 3, article="b"), figure(78, 14, article="b")
    pairs = scored((WON, won_last, 0.5), (LOST, lost_first, 0.5), (WON, lost_first, 0.9), (LOST, won_last, 0.9))
    assert [e["crosswise"] for e in told(pairs)] == [0, 0, 1, 1]


def test_the_better_pair_leads_and_the_worse_one_trails():
    strong, weak = told(scored((WON, WON_TOO, 0.8), (WON, LOST_TOO, 0.2)))
    assert strong["lead, poorer side"] > 0 > weak["lead, poorer side"]
    assert strong["best of both"] == 1
    assert weak["best of both"] == 0


def test_a_pair_without_rivals_is_the_best_of_both():
    (alone,) = told(scored((WON, WON_TOO, 0.4)))
    assert alone["best of both"] == 1
    assert alone["agrees with a rival"] == 0


def test_a_differing_figure_that_agrees_with_another_one_is_told_so():
    far = figure(61, 0, text="the other side had N", article="b")
    near = figure(78, 0, text="they won by N", article="b")
    differing, _ = told(scored((WON, far, 0.4), (WON, near, 0.8)))
    assert differing["agrees with a rival"] == 1


@given(st.permutations(FOUR))
def test_the_order_of_the_pairs_does_not_matter(pairs):
    def by_pair(some):
        return {(left.id, right.id): e for (left, right, _, _), e in zip(some, told(some), strict=True)}

    assert by_pair(pairs) == by_pair(FOUR)


def test_what_can_meet():
    assert meet(WON, WON_TOO) is True
    assert meet(WON, LOST_TOO) is False
    assert meet(WON, claim(quantity(78, unit="km"))) is None
    assert meet(WON, claim()) is None
