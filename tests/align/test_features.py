"""What speaks for two claims being one fact: pairs of claims -> named numbers -> a probability."""

from dataclasses import replace

import pytest
from align_claims import claim, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.features import Likeness, features, other_actor, probability, weights_of
from factcheck.model import Interval
from factcheck.terms import ClaimKind, Tense

NEVER = (Interval(low=None, high=None), Interval(low=None, high=None))
NOTHING = Likeness()
PLAIN = claim(quantity(1))
NAMED = replace(PLAIN, text="Anna Brown was in Ruma", subject="anna brown", entities=("anna brown", "ruma"))
OTHER = replace(PLAIN, text="Carl Lund was in Oste", subject="carl lund", entities=("carl lund", "oste"))


@pytest.mark.parametrize(
    ("left", "right", "name", "value"),
    [
        (claim(quantity(1, of="leader")), claim(quantity(2, of="head")), "same noun", 1),
        (claim(quantity(1, of="people")), claim(quantity(2, of="miner")), "wider noun", 1),
        (claim(quantity(1, of="home")), claim(quantity(2, of="miner")), "other noun", 1),
        (claim(quantity(1, of="home")), PLAIN, "noun on one side", 1),
        (claim(quantity(1, role="killed")), claim(quantity(2, role="killed")), "same role", 1),
        (PLAIN, PLAIN, "same role", 0),
        (claim(quantity(1, role="killed")), claim(quantity(1, role="injured")), "other role", 1),
        (claim(quantity(1, role="killed")), PLAIN, "role on one side", 1),
        (claim(quantity(40)), claim(quantity(40)), "equal figures", 1),
        (claim(quantity(40)), claim(quantity(50)), "near figures", 1),
        (claim(quantity(40)), claim(quantity(4000)), "near figures", 0),
        (claim(quantity(2)), claim(quantity(3)), "small figures", 1),
        (replace(PLAIN, subject="ship"), replace(PLAIN, subject="ship"), "same subject", 1),
        (PLAIN, PLAIN, "same subject", 0),
        (replace(PLAIN, predicate="die"), replace(PLAIN, predicate="kill"), "same predicate", 1),
        (replace(PLAIN, tense=Tense.FUTURE), PLAIN, "other tense", 1),
        (replace(PLAIN, tense=Tense.FUTURE), PLAIN, "one is to come", 1),
        (replace(PLAIN, positive=False), PLAIN, "one is negative", 1),
        (NAMED, replace(NAMED, text="She was in Ruma"), "shared name", 1),
        (NAMED, OTHER, "shared name", 0),
        (NAMED, PLAIN, "unnamed", 1),
        (NAMED, OTHER, "other name as subject", 1),
        (claim(quantity(1, unit="km")), claim(quantity(2, unit="km")), "measure", 1),
        (PLAIN, PLAIN, "measure", 0),
        (PLAIN, replace(PLAIN, trace=("headline",)), "headline", 1),
        (PLAIN, replace(PLAIN, article_id="b"), "one article", 0),
    ],
)
def test_features(left, right, name, value):
    for one, other in ((left, right), (right, left)):
        assert dict(features(one, other, NOTHING, NEVER))[name] == value


def test_the_largest_figures_of_one_role_lead():
    dead = claim(quantity(40, role="killed"))
    assert dict(features(dead, dead, Likeness(leading=True), NEVER))["leading figures of one role"] == 1
    assert dict(features(dead, dead, NOTHING, NEVER))["leading figures of one role"] == 0


def test_two_names_are_two_actors_unless_one_sentence_has_both():
    assert other_actor(NAMED, OTHER)
    assert not other_actor(NAMED, replace(NAMED, subject="brown"))
    assert not other_actor(NAMED, replace(OTHER, entities=("carl lund", "anna brown")))


SHARES = st.floats(0, 1)
STAGES = ["quantity", "quantity beside rivals", "time", "time beside rivals", "statement", "statement beside rivals"]


@given(st.sampled_from(STAGES), st.builds(Likeness, wording=SHARES, sentence=SHARES, story=SHARES))
def test_a_probability_is_one(stage, likeness):
    assert 0 <= probability(weights_of(stage), features(NAMED, PLAIN, likeness, NEVER)) <= 1


@pytest.mark.parametrize("kind", [ClaimKind.QUANTITY, ClaimKind.TIME, ClaimKind.STATEMENT])
def test_what_is_alike_in_all_is_likelier_than_what_is_alike_in_nothing(kind):
    alike = Likeness(**{name: 1.0 for name in Likeness.__slots__ if name != "leading"})
    weights = weights_of(kind.value)
    assert probability(weights, features(NAMED, NAMED, alike, NEVER)) > probability(
        weights, features(NAMED, OTHER, NOTHING, NEVER)
    )
