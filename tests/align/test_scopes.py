"""What two figures count: pairs of quantities -> the same, different (and the step that says so), or strangers."""

import pytest
from align_claims import claim, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck import find_claims
from factcheck.align.scopes import Counted, scope
from factcheck.ingest.text import article
from factcheck.model import Quantity

SAME, DIFFERENT, UNRELATED = Counted.SAME, Counted.DIFFERENT, Counted.UNRELATED
KILLED = quantity(12, of="people", role="killed")

TABLE = [
    (KILLED, quantity(15, of="people", role="killed"), SAME, ""),
    (KILLED, quantity(15, of="worker", role="killed"), SAME, ""),  # workers may be all of them
    (KILLED, quantity(15, role="killed"), SAME, ""),
    (KILLED, quantity(15, of="people", role="injured"), DIFFERENT, "role"),
    (KILLED, quantity(15, of="home"), UNRELATED, ""),
    (KILLED, quantity(15, unit="percent"), UNRELATED, ""),
    (quantity(3, unit="km"), quantity(2, unit="mile"), SAME, ""),
    (quantity(3, unit="km"), quantity(2, unit="hectare"), UNRELATED, ""),
    (quantity(3, unit="EUR"), quantity(2, unit="USD"), UNRELATED, ""),
    (
        quantity(9, of="soldier", role="killed"),
        quantity(7, of="child", role="killed"),
        DIFFERENT,
        "noun",
    ),
    (KILLED, quantity(3, of="people", role="killed", qualifiers=("part:including",)), DIFFERENT, "part"),
    (KILLED, quantity(3, of="people", role="killed", qualifiers=("more:another",)), DIFFERENT, "increment"),
    (
        quantity(12, of="people", role="missing"),
        quantity(9, of="people", role="missing", qualifiers=("more:another",)),
        SAME,
        "",
    ),
    (
        quantity(12, of="home", qualifiers=("place:in Ruma",)),
        quantity(40, of="home", qualifiers=("place:in Oste",)),
        DIFFERENT,
        "place",
    ),
    (
        quantity(12, of="home", qualifiers=("place:in Ruma",)),
        quantity(40, of="home", qualifiers=("place:in ruma",)),
        SAME,
        "",
    ),
    (
        quantity(12, of="soldier", role="killed", qualifiers=("russian",)),
        quantity(40, of="soldier", role="killed", qualifiers=("ukrainian",)),
        DIFFERENT,
        "modifier",
    ),
    (
        quantity(12, of="goat", qualifiers=("male",)),
        quantity(9, of="goat", qualifiers=("female",)),
        DIFFERENT,
        "modifier",
    ),
    (quantity(12, of="goat", qualifiers=("male",)), quantity(9, of="goat"), SAME, ""),
    (quantity(12, of="goat", qualifiers=("total",)), quantity(9, of="goat", qualifiers=("new",)), SAME, ""),
]


@pytest.mark.parametrize(("left", "right", "counted", "level"), TABLE)
def test_what_is_counted(left, right, counted, level):
    for one, other in ((left, right), (right, left)):
        found = scope(claim(one), claim(other))
        assert (found.counted, found.level) == (counted, level)
        assert bool(found.why) is (counted is DIFFERENT)


def test_a_wider_area_is_another_count():
    here = claim(quantity(12, of="home"), "N homes burned in Ruma", entities=("ruma",))
    all_over = claim(quantity(90, of="home"), "N homes burned nationwide", entities=("ruma",))
    assert scope(here, all_over).level == scope(all_over, here).level == "place"


def test_what_is_no_figure_has_no_scope():
    assert scope(claim(), claim(KILLED)).counted is SAME


def test_further_ones_are_seen_from_either_side():
    further, bare = quantity(9, of="people", role="missing", qualifiers=("more:another",)), quantity(12, of="people")
    assert scope(claim(further), claim(bare)).counted is scope(claim(bare), claim(further)).counted


QUANTITIES = st.builds(
    quantity,
    st.integers(0, 100),
    unit=st.sampled_from(["count", "percent", "km"]),
    of=st.sampled_from([None, "people", "soldier", "home"]),
    role=st.sampled_from([None, "killed", "arrested"]),
    qualifiers=st.lists(
        st.sampled_from(["russian", "male", "female", "part:including", "more:another", "place:in Ruma"]), unique=True
    ).map(lambda words: tuple(sorted(words))),
)


@given(QUANTITIES, QUANTITIES)
def test_it_does_not_matter_which_comes_first(left, right):
    there, back = scope(claim(left), claim(right)), scope(claim(right), claim(left))
    assert (there.counted, there.level) == (back.counted, back.level)


@given(QUANTITIES)
def test_a_figure_has_its_own_scope(value):
    assert scope(claim(value), claim(value, article="b")).counted is SAME


def figures(text):
    return [c for c in find_claims(article(text, path="x")) if isinstance(c.value, Quantity)]


SENTENCES = [
    ("The Jordanian army said three of its men were killed.", "The Brazilian army said four of its men were killed.", "owner"),
    ("The Jordanian army said three of its men were killed.", "The Jordanian army said four of its men were killed.", ""),
    ("The raid killed 12 people.", "The raid has killed 290,000 people since the conflict began.", "period"),
    ("The raid killed 12 people in the town of Kesh.", "The raid killed 20 people in Oste.", "place"),
    ("The raid killed 12 people in Syria.", "The raid killed 20 people in Oste.", ""),
    ("The raid killed 12 people in Syria.", "The raid killed 20 people in Iraq.", "place"),
    ("The ferry had 214 passengers and crew.", "The ferry had 200 people.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "level"), SENTENCES, ids=[f"{a[:30]} / {b[:30]}" for a, b, _ in SENTENCES])
def test_what_sentences_count(left, right, level):
    (one,), (other,) = figures(left), figures(right)
    assert scope(one, other).level == scope(other, one).level == level
