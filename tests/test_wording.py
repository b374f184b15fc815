"""Values in a reader's words: tables of value -> words, and what holds for every value."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.quantities.units import currencies, units
from factcheck.model import Anchor, Interval, Quantity, Span
from factcheck.terms import Basis, Hedge
from factcheck.wording import bounds, counted, days, number, plural, published, quantity


def make(low, high=None, unit="count", hedge=Hedge.EXACT, of=None, *, is_open=False) -> Quantity:
    interval = Interval(low=low, high=high if is_open or high is not None else low)
    return Quantity(span=Span(start=0, end=1), interval=interval, unit=unit, hedge=hedge, of=of)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"), (12, "12"), (13_883, "13,883"), (0.5, "0.5"), (97.7, "97.7"), (-4, "-4"), (1_000_000, "1 million"),
        (1_200_000, "1.2 million"), (1_234_567, "1,234,567"), (999_999_999, "999,999,999"), (2_500_000_000, "2.5 billion"),
        (12_345.678, "12,345.68"), (3e12, "3 trillion"), (1e16, "10,000 trillion"), (1e30, "1e+30"), (1e-9, "0.000000001"),
        (float("inf"), "an endless number"),
    ],
)  # fmt: skip
def test_number(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (make(8, unit="foot"), "8 feet"),
        (make(1, unit="foot"), "1 foot"),
        (make(1.5, unit="mile"), "1.5 miles"),
        (make(3, unit="inch"), "3 inches"),
        (make(2, unit="century"), "2 centuries"),
        (make(45, unit="degree_C"), "45 °C"),
        (make(110, unit="degree_F"), "110 °F"),
        (make(120, unit="km/h"), "120 km/h"),
        (make(75, unit="mph"), "75 mph"),
        (make(6, unit="km2"), "6 km²"),
        (make(40, unit="nautical_mile"), "40 nautical miles"),
        (make(9, unit="square_foot"), "9 square feet"),
        (make(5, unit="kWh"), "5 kWh"),
        (make(300, unit="megawatt"), "300 megawatts"),
        (make(1e6, unit="barrel/day"), "1 million barrels a day"),
        (make(11, unit="stone"), "11 stone"),
        (make(97.7, unit="percent"), "97.7 %"),
        (make(1, unit="percentage_point"), "1 percentage point"),
        (make(25, unit="basis_point"), "25 basis points"),
        (make(6.1, unit="magnitude"), "magnitude 6.1"),
        (make(3, unit="multiple"), "3 times"),
        (make(80, unit="ordinal"), "80th"),
        (make(111, unit="ordinal"), "111th"),
        (make(1002, unit="ordinal"), "1,002nd"),
        (make(1.2e9, unit="USD"), "$1.2 billion"),
        (make(-5, unit="EUR"), "-€5"),
        (make(300, unit="CHF"), "300 Swiss francs"),
        (make(900, unit="JPY"), "900 yen"),
        (make(3, 5, "GBP", Hedge.RANGE), "£3 to £5"),
        (make(3, 5, "hour", Hedge.RANGE), "3 to 5 hours"),
        (make(40, None, hedge=Hedge.AT_LEAST, is_open=True), "at least 40"),
        (make(40, None, hedge=Hedge.MORE_THAN, is_open=True), "more than 40"),
        (make(None, 40, hedge=Hedge.AT_MOST, is_open=True), "at most 40"),
        (make(None, None, is_open=True), "an unknown figure"),
        (make(45, 50, hedge=Hedge.ABOUT), "nearly 50"),
        (make(245_000, 255_000, hedge=Hedge.ABOUT), "about 250,000"),
        (make(24, 99, hedge=Hedge.ORDER), "dozens"),
        (make(24, 99, "mile", Hedge.ORDER), "dozens of miles"),
        (make(3, 9, "hour", Hedge.ORDER), "several hours"),
        (make(2_000_000, 99_999_999, "USD", Hedge.ORDER), "millions of dollars"),
        (make(7, unit="new_unit"), "7 new units"),
    ],
)
def test_quantity(value, words):
    assert quantity(value) == words


@pytest.mark.parametrize("unit", [*units(), *currencies()])
def test_every_unit_reads_without_its_underscores(unit):
    several = quantity(make(7, unit=unit))
    assert "7" in several
    assert "_" not in several


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (make(12, None, hedge=Hedge.AT_LEAST, of="people", is_open=True), "at least 12 people"),
        (make(24, 99, hedge=Hedge.ORDER, of="home"), "dozens of homes"),
        (make(3, 9, hedge=Hedge.ORDER, of="home"), "several homes"),
        (make(1, of="boat"), "1 boat"),
        (make(12, of="dead"), "12 dead"),
        (make(12), "12"),
        (make(12, unit="km", of="road"), "12 km"),
    ],
)
def test_counted(value, words):
    assert counted(value) == words


def test_bounds_are_for_vague_figures():
    assert bounds(make(24, 99, hedge=Hedge.ORDER)) == "24 to 99"
    assert bounds(make(650, 750, hedge=Hedge.ABOUT)) == "650 to 750"
    assert bounds(make(3, 5, hedge=Hedge.RANGE)) == ""
    assert bounds(make(5)) == ""


def between(low, high) -> Interval[dt.date]:
    return Interval(low=low and dt.date.fromisoformat(low), high=high and dt.date.fromisoformat(high))


DAYS = [
    ("2025-09-03", "2025-09-03", "3 September 2025"),
    ("2025-09-03", "2025-09-05", "3 to 5 September 2025"),
    ("2025-09-03", "2025-10-05", "3 September to 5 October 2025"),
    ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
    ("2015-05-01", "2015-05-31", "May 2015"),
    ("2015-05-01", "2015-07-31", "May to July 2015"),
    ("2015-11-01", "2016-02-29", "November 2015 to February 2016"),
    ("2015-05-01", "2015-05-20", "1 to 20 May 2015"),
    ("2015-01-01", "2015-03-31", "January to March 2015"),
    ("2015-12-01", "2015-12-31", "December 2015"),
    ("2015-01-01", "2015-01-31", "January 2015"),
    ("2014-12-01", "2016-12-31", "December 2014 to December 2016"),
    ("2015-01-01", "2015-01-01", "1 January 2015"),
    ("2018-01-01", "2018-12-31", "2018"),
    ("2015-01-01", "2018-12-31", "2015 to 2018"),
    ("2023-01-01", None, "2023 or later"),
    ("2023-05-04", None, "4 May 2023 or later"),
    (None, "2013-12-31", "2013 or earlier"),
    (None, "2013-06-30", "June 2013 or earlier"),
    (None, None, "an unknown time"),
    ("9999-01-01", "9999-12-31", "9999"),
    ("9999-12-01", "9999-12-31", "December 9999"),
    ("0001-01-01", "0001-01-01", "1 January 1"),
]


@pytest.mark.parametrize(("low", "high", "words"), DAYS)
def test_days(low, high, words):
    assert days(between(low, high)) == words


@pytest.mark.parametrize(
    ("low", "high", "basis", "words"),
    [
        (None, None, Basis.UNKNOWN, "undated"),
        ("2024-05-04", "2024-05-04", Basis.METADATA, "4 May 2024"),
        ("2024-05-04", None, Basis.STATED, "4 May 2024 or later"),
        ("2024-05-05", "2024-05-07", Basis.INFERRED, "5 to 7 May 2024 (inferred)"),
        ("2024-05-05", None, Basis.INFERRED, "2024 or later (inferred)"),
        (None, "2024-05-05", Basis.INFERRED, "2024 or earlier (inferred)"),
    ],
)
def test_published(low, high, basis, words):
    assert published(Anchor(interval=between(low, high), basis=basis)) == words


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("soldier", "soldiers"), ("people", "people"), ("child", "children"), ("policeman", "policemen"), ("human", "humans"),
        ("city", "cities"), ("boy", "boys"), ("bus", "buses"), ("church", "churches"), ("crisis", "crises"), ("troops", "troops"),
        ("class", "classes"), ("dead", "the dead"), ("head of state", "heads of state"), ("aircraft", "aircraft"),
        ("Woman", "Women"), ("foot", "feet"), ("y", "ies"), ("", "s"), (None, "things"),
    ],
)  # fmt: skip
def test_plural(noun, many):
    assert plural(noun) == many


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(-(10**15) + 1, 10**15 - 1))
def test_integers_that_differ_never_read_alike(left, right):
    assert (number(left) == number(right)) == (left == right)


@given(st.integers(-(10**9), 10**9), st.integers(-10, 10))
def test_neighbouring_integers_never_read_alike(value, step):
    assert (number(value) == number(value + step)) == (step == 0)


@given(st.floats())
def test_every_number_has_words(value):
    assert number(value).strip()


@given(
    st.none() | st.floats(allow_nan=False),
    st.none() | st.floats(allow_nan=False),
    st.sampled_from([*units(), *currencies(), "count", "percent", "percentage_point", "basis_point", "ordinal", "multiple"]),
    st.sampled_from(list(Hedge)),
)  # fmt: skip
def test_every_quantity_has_words(low, high, unit, hedge):
    value = Quantity(
        span=Span(start=0, end=1), interval=Interval(low=low, high=high), unit=unit, hedge=hedge, of="home"
    )
    assert quantity(value).strip() == quantity(value) != ""
    assert counted(value)


@given(st.none() | st.dates(), st.none() | st.dates())
def test_different_intervals_of_days_read_differently_and_name_their_years(low, high):
    if low and high and low > high:
        low, high = high, low
    words = days(Interval(low=low, high=high))
    for day in (low, high):
        assert day is None or str(day.year) in words


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_no_two_intervals_of_days_read_alike(a, b, c, d):
    one = Interval(low=min(a, b), high=max(a, b))
    other = Interval(low=min(c, d), high=max(c, d))
    assert (days(one) == days(other)) == (one == other)
