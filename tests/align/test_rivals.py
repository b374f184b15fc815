"""Crossed pairs: of "78 for and 61 against" told twice, 78 and 61 are no contradiction."""

from dataclasses import replace

from align_claims import claim, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.partners import meet, with_better_partner
from factcheck.model import Alignment, Span

SAID = {78: "N voted for it", 61: "the votes against were N"}
CLAIMS = [claim(quantity(n, of="vote"), SAID[n], article=a) for a in "ab" for n in SAID]
FOR_A, AGAINST_A, FOR_B, AGAINST_B = CLAIMS
BY_ID = {c.id: c for c in CLAIMS}


def pair(one, other, score):
    left, right = sorted((one.id, other.id))
    return Alignment(left=left, right=right, score=score)


def key(one, other):
    return tuple(sorted((one.id, other.id)))


TRUE = [pair(FOR_A, FOR_B, 0.8), pair(AGAINST_A, AGAINST_B, 0.8)]
CROSSED = [pair(FOR_A, AGAINST_B, 0.85), pair(AGAINST_A, FOR_B, 0.85)]


def test_crossed_pairs_have_a_better_partner():
    assert with_better_partner(BY_ID, [*TRUE, *CROSSED]) == {key(FOR_A, AGAINST_B), key(AGAINST_A, FOR_B)}


def test_without_an_agreeing_pair_there_is_none():
    assert with_better_partner(BY_ID, CROSSED) == frozenset()


def test_an_agreeing_pair_that_is_much_less_alike_does_not_count():
    assert with_better_partner(BY_ID, [pair(FOR_A, FOR_B, 0.3), CROSSED[0]]) == frozenset()


def test_within_one_article_figures_are_not_crossed():
    assert with_better_partner(BY_ID, [pair(FOR_A, AGAINST_A, 0.9), *TRUE]) == frozenset()


def test_the_first_of_two_figures_in_a_clause_is_not_the_second_of_another():
    score = [
        replace(claim(value, "by N votes to N", article=a), value=replace(value, span=Span(start=at, end=at + 1)))
        for a, figures in (("a", (78, 61)), ("b", (80, 60)))
        for at, value in ((3, quantity(figures[0], of="vote")), (14, quantity(figures[1], of="vote")))
    ]
    won, lost, won_too, lost_too = score
    found = with_better_partner({c.id: c for c in score}, [pair(won, lost_too, 0.8), pair(won, won_too, 0.8)])
    assert found == {key(won, lost_too)}
    assert key(lost, won_too) not in found


@given(st.permutations([*TRUE, *CROSSED]))
def test_the_order_does_not_matter(alignments):
    assert with_better_partner(BY_ID, alignments) == with_better_partner(BY_ID, [*TRUE, *CROSSED])


def test_what_can_meet():
    assert meet(FOR_A, FOR_B) is True
    assert meet(FOR_A, AGAINST_B) is False
    assert meet(FOR_A, claim(quantity(78, unit="km"))) is None
    assert meet(FOR_A, claim()) is None
