"""Laws that hold for any text: spans quote it, neighbours do not change a reading, units convert both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.quantities import find_quantities
from factcheck.extract.quantities.units import UnitError, comparable, convert, dimension, units
from factcheck.model import Interval

_PIECES = (
    *("12", "1,200", "3.5", "$5m", "40%", "one", "two", "a", "half", "third", "several", "dozens", "of", "the", "and", "to", "from", "-", "–", ",", "."),
    *("people", "men", "were", "killed", "injured", "or", "more", "than", "about", "at", "least", "up", "no", "none", "neither", "in", "May", "2024", "km"),
    *("years", "old", "ago", "per", "cent", "points", "times", "first", "21st", "million", "hundred", "between", "not", "including", "others", "(", ")", "“", "’s", "\n"),
)  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join) | st.text(max_size=60)


@given(texts)
def test_spans_quote_the_text_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.of(text).strip() == quantity.span.of(text)
        end = quantity.span.end


@given(texts)
def test_bounds_are_in_order(text: str) -> None:
    for quantity in find_quantities(text):
        assert quantity.low is not None or quantity.high is not None
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@given(texts)
def test_twice_the_same(text: str) -> None:
    assert find_quantities(text) == find_quantities(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 21 people, including four children, were killed.",
        "The toll rose to 53 from 41.",
        "The loan of 750m euros runs for seven years.",
        "Nine out of 10 doctors agree.",
        "Ann Lee, 34, was the third minister to resign.",
    ],
)
@given(
    before=st.sampled_from(["", "It rained. ", "The sun rose over the bay.\n\n", "“Nothing new,” she said. "]),
    after=st.sampled_from(["", " It rained.", "\n\nThe sun set.", " They left."]),
)
def test_neutral_neighbours_change_nothing(sentence: str, before: str, after: str) -> None:
    alone = [(q.span.of(sentence), q.interval, q.unit, q.of, q.role) for q in find_quantities(sentence)]
    text = before + sentence + after
    assert [(q.span.of(text), q.interval, q.unit, q.of, q.role) for q in find_quantities(text)] == alone


names = st.sampled_from(sorted(units()))
values = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)


@given(values, names, names)
def test_conversion_there_and_back(value: float, left: str, right: str) -> None:
    here = Interval(low=value, high=value)
    if not comparable(left, right):
        with pytest.raises(UnitError):
            convert(here, left, right)
        return
    back = convert(convert(here, left, right), right, left)
    assert back.low == pytest.approx(value, rel=1e-9, abs=1e-6)


@given(values, values, names, names)
def test_conversion_keeps_the_order(one: float, other: float, left: str, right: str) -> None:
    if comparable(left, right):
        found = convert(Interval(low=min(one, other), high=max(one, other)), left, right)
        assert found.low is not None
        assert found.high is not None
        assert found.low <= found.high


@pytest.mark.parametrize(
    ("value", "unit", "into", "expected"),
    [
        (1, "mile", "km", 1.609344),
        (100, "acre", "hectare", 40.468564224),
        (1, "ton", "kg", 907.18474),
        (32, "degree_F", "degree_C", 0),
        (-40, "degree_C", "degree_F", -40),
        (90, "minute", "hour", 1.5),
        (2, "decade", "year", 20),
        (36, "km/h", "m/s", 10),
        (25, "basis_point", "percentage_point", 0.25),
        (3, "USD", "USD", 3),
    ],
)
def test_known_conversions(value: float, unit: str, into: str, expected: float) -> None:
    assert convert(Interval(low=value, high=None), unit, into).low == pytest.approx(expected)
    assert convert(Interval(low=value, high=None), unit, into).high is None


def test_money_and_counts_compare_only_with_themselves() -> None:
    assert not comparable("USD", "EUR")
    assert comparable("count", "count")
    assert not comparable("percent", "percentage_point")
    assert dimension("km") == "length"
    assert dimension("EUR") == "EUR"
