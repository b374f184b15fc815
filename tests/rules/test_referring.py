"""Whether a clause speaks of one thing that another can speak of too: text -> yes or no."""

import pytest

from factcheck import find_claims
from factcheck.ingest.text import article
from factcheck.rules._deeds import deed_before
from factcheck.rules._referring import is_one, without_places
from factcheck.terms import ClaimKind

ONE = [
    ("The dam collapsed.", True),
    ("Ana Brandt died.", True),
    ("Parliament approved the bill.", True),
    ("Her house collapsed.", True),
    ("No alarm sounded.", True),
    ("Houses in Ruma collapsed.", False),
    ("A house in Ruma collapsed.", False),
    ("People are dying.", False),
    ("Some patients were turned away.", False),
]


@pytest.mark.parametrize(("text", "one"), ONE, ids=[t for t, _ in ONE])
def test_names_and_definite_things_are_one(text, one):
    claims = [c for c in find_claims(article(text, path="x")) if c.kind is ClaimKind.STATEMENT]
    assert [is_one(c) for c in claims] == [one]


def test_a_place_is_not_what_is_spoken_of():
    assert without_places(("raids", "in", "aleppo", "killed", "brandt")) == ("raids", "in", "brandt")


DEEDS = [
    ("Ana Brandt (born ", "bear"),
    ("Ana Brandt, born in Ruma on ", "bear"),
    ("The bridge, opened in the spring of ", "open"),
    ("The works were built in ", "build"),
    ("He died ", "die"),
    ("She spoke in ", None),
    ("The bridge was closed on ", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "deed"), DEEDS, ids=[w or "nothing" for w, _ in DEEDS])
def test_what_is_done_once_stands_before_its_date(words, deed):
    assert deed_before(words) == deed
