"""Figures as they are compared: what wording and rounding make of two quantities -> whether both can be true."""

import math

import pytest
from align_claims import quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.values import gap, in_unit_of, middle, rounded, stand_for
from factcheck.model import Interval
from factcheck.terms import Hedge


@pytest.mark.parametrize(
    ("left", "right", "meets"),
    [
        (quantity(12), quantity(12), True),
        (quantity(12), quantity(13), False),
        (quantity(250_000), quantity(247_000), True),
        (quantity(250_000), quantity(262_000), False),
        (quantity(12_000), quantity(13_000), False),
        (quantity(13_883), quantity(13_900), True),  # the second is the first, rounded
        (quantity(13_883), quantity(13_884), False),
        (quantity(2000), quantity(2400), False),
        (quantity(97.7, unit="percent"), quantity(98, unit="percent"), True),
        (quantity(97.7, unit="percent"), quantity(97, unit="percent"), False),
        (quantity(97, unit="percent"), quantity(98, unit="percent"), False),
        (quantity(22, unit="mile"), quantity(35, unit="km"), True),
        (quantity(22, unit="mile"), quantity(45, unit="km"), False),
        (quantity(10, unit="hectare"), quantity(25, unit="acre"), True),
        (quantity(20, unit="degree_C"), quantity(68, unit="degree_F"), True),
        (quantity(12, 12, hedge=Hedge.ABOUT), quantity(11), True),
        (quantity(12, 12, hedge=Hedge.ABOUT), quantity(15), False),
    ],
)
def test_figures_that_can_both_be_true(left, right, meets):
    for one, other in ((left, right), (right, left)):
        x, y = stand_for(one, other)
        assert x.meets(y) is meets


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (quantity(250_000), (245_000, 255_000)),
        (quantity(13_883), (13_883, 13_883)),
        (quantity(900), (900, 900)),
        (quantity(0), (0, 0)),
        (quantity(40, 60, hedge=Hedge.RANGE), (40, 60)),
    ],
)
def test_a_bare_round_figure_carries_its_rounding(value, bounds):
    found = rounded(value)
    assert (found.low, found.high) == bounds


def test_units():
    assert in_unit_of(quantity(1, unit="mile"), quantity(1, unit="km")).low == pytest.approx(1.609344)
    value = quantity(3, unit="km")
    assert in_unit_of(value, value) is value


@pytest.mark.parametrize(
    ("interval", "number"), [((1, 3), 2), ((4, None), 4), ((None, 9), 9), ((None, None), math.nan)]
)
def test_the_middle(interval, number):
    found = middle(Interval(low=interval[0], high=interval[1]))
    assert found == number or (math.isnan(found) and math.isnan(number))


BOUNDS = st.floats(0, 1e12).map(lambda x: Interval(low=x, high=x))


@given(BOUNDS, BOUNDS)
def test_the_gap_is_a_share_and_symmetric(left, right):
    assert 0 <= gap(left, right) == gap(right, left) <= 1


@given(st.floats(0, 1e15), st.sampled_from(list(Hedge)))
def test_rounding_keeps_the_figure(value, hedge):
    assert rounded(quantity(value, hedge=hedge)).contains(Interval(low=value, high=value))
    assert rounded(quantity(value), always=True).contains(Interval(low=value, high=value))
