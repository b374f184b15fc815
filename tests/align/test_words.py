"""Nouns and verbs that news uses for one another: pairs of words -> how they relate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.nouns import NounRelation, canonical, is_person, relate
from factcheck.align.predicates import act, same_act

NOUNS = st.sampled_from(
    ["people", "worker", "leader", "head", "child", "car", "truck", "home", "school", "dead", "xyzzy"]
)
OPPOSITE = {NounRelation.WIDER: NounRelation.NARROWER, NounRelation.NARROWER: NounRelation.WIDER}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("leader", "head", NounRelation.SAME),
        ("Leader", "leader", NounRelation.SAME),
        ("worker", "employee", NounRelation.SAME),
        ("xyzzy", "xyzzy", NounRelation.SAME),
        ("people", "soldier", NounRelation.WIDER),
        ("person", "troop", NounRelation.WIDER),  # by way of "people" and "soldier"
        ("home", "building", NounRelation.NARROWER),
        ("house", "building", NounRelation.NARROWER),
        ("home", "soldier", NounRelation.DIFFERENT),
        ("school", "home", NounRelation.DIFFERENT),  # two kinds of building
        ("xyzzy", "people", NounRelation.DIFFERENT),
        (None, "people", NounRelation.UNKNOWN),
        (None, None, NounRelation.UNKNOWN),
    ],
)
def test_counted_nouns(left, right, relation):
    assert relate(left, right) is relation


@given(NOUNS, NOUNS)
def test_the_relation_turns_round(left, right):
    there, back = relate(left, right), relate(right, left)
    assert back is OPPOSITE.get(there, there)


@given(NOUNS)
def test_a_noun_is_itself(noun):
    assert relate(noun, noun) is NounRelation.SAME
    assert canonical(canonical(noun)) == canonical(noun)


@pytest.mark.parametrize(
    ("noun", "human"),
    [("people", True), ("troop", True), ("dead", True), ("home", False), ("xyzzy", False), (None, False)],
)
def test_human_beings(noun, human):
    assert is_person(noun) is human


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("steal", "snatch", True),
        ("kill", "die", True),
        ("xyzzy", "xyzzy", True),
        ("approve", "reject", False),
        ("open", "close", False),
        ("rise", "fall", False),
        (None, "die", False),
        (None, None, False),
    ],
)
def test_one_act(left, right, same):
    assert same_act(left, right) is same_act(right, left) is same
    if left:
        assert act(act(left)) == act(left)
