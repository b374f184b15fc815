"""What speaks for two claims being one fact: pairs of claims -> named numbers -> a probability."""

from dataclasses import replace

import pytest
from align_claims import claim, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.features import Likeness, features, probability
from factcheck.terms import ClaimKind, Tense

NOTHING = Likeness(clause=0, sentence=0, clause_characters=0, sentence_characters=0, story=0)
PLAIN = claim(quantity(1))
NAMED = replace(PLAIN, subject="anna brown", entities=("anna brown", "ruma"))


@pytest.mark.parametrize(
    ("left", "right", "name", "value"),
    [
        (claim(quantity(1, of="leader")), claim(quantity(2, of="head")), "same noun", 1),
        (claim(quantity(1, of="people")), claim(quantity(2, of="miner")), "wider noun", 1),
        (claim(quantity(1, of="home")), claim(quantity(2, of="miner")), "other noun", 1),
        (claim(quantity(1, role="killed")), claim(quantity(2, role="killed")), "same role", 1),
        (PLAIN, PLAIN, "same role", 0),
        (claim(quantity(1, role="killed")), PLAIN, "other role", 1),
        (replace(PLAIN, subject="ship"), replace(PLAIN, subject="ship"), "same subject", 1),
        (PLAIN, PLAIN, "same subject", 0),
        (replace(PLAIN, predicate="die"), replace(PLAIN, predicate="kill"), "same predicate", 1),
        (replace(PLAIN, tense=Tense.FUTURE), PLAIN, "other tense", 1),
        (NAMED, replace(PLAIN, entities=("ruma",)), "names", 1),
        (NAMED, replace(PLAIN, entities=("oste",)), "names", 0),
        (NAMED, replace(NAMED, subject="carl lund", entities=("carl lund",)), "other name as subject", 1),
        (NAMED, replace(NAMED, subject="brown"), "other name as subject", 0),
        (claim(quantity(1, unit="km")), claim(quantity(2, unit="km")), "distinctive unit", 1),
        (PLAIN, PLAIN, "distinctive unit", 0),
        (PLAIN, replace(PLAIN, trace=("headline",)), "headline", 1),
    ],
)
def test_features(left, right, name, value):
    for one, other in ((left, right), (right, left)):
        assert dict(features(one, other, NOTHING, {}))[name] == value


SHARES = st.floats(0, 1)
LIKENESS = st.builds(
    Likeness, clause=SHARES, sentence=SHARES, clause_characters=SHARES, sentence_characters=SHARES, story=SHARES
)


@given(st.sampled_from(list(ClaimKind)), LIKENESS)
def test_a_probability_is_one(kind, likeness):
    evidence = features(NAMED, PLAIN, likeness, {"ruma": 0.2})
    assert all(-1 <= value <= 1 for _, value in evidence)
    assert 0 <= probability(kind, evidence) <= 1


@given(st.sampled_from([ClaimKind.QUANTITY, ClaimKind.TIME, ClaimKind.STATEMENT]))
def test_what_is_alike_in_all_is_likelier_than_what_is_alike_in_nothing(kind):
    alike = Likeness(clause=1, sentence=1, clause_characters=1, sentence_characters=1, story=1)
    assert probability(kind, features(NAMED, NAMED, alike, {})) > probability(kind, features(NAMED, PLAIN, NOTHING, {}))
