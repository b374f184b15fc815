"""The algebra of intervals and the ids."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Interval, Span, content_id

bound = st.none() | st.integers(-50, 50).map(float)


@st.composite
def intervals(draw: st.DrawFn) -> Interval[float]:
    low, high = draw(bound), draw(bound)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low=low, high=high)


@given(intervals(), intervals())
def test_meeting_is_symmetric_and_the_same_as_having_a_meet(a: Interval[float], b: Interval[float]) -> None:
    assert a.meets(b) == b.meets(a) == (a.meet(b) is not None) == (b.meet(a) is not None)
    assert a.meet(b) == b.meet(a)


@given(intervals(), intervals())
def test_the_hull_contains_both_and_the_meet_is_contained_in_both(a: Interval[float], b: Interval[float]) -> None:
    hull, meet = a.hull(b), a.meet(b)
    assert hull.contains(a)
    assert hull.contains(b)
    if meet is not None:
        assert a.contains(meet)
        assert b.contains(meet)


@given(intervals(), intervals())
def test_containing_each_other_is_being_equal(a: Interval[float], b: Interval[float]) -> None:
    assert (a.contains(b) and b.contains(a)) == (a == b)


@given(intervals(), intervals(), intervals())
def test_meet_and_hull_are_associative(a: Interval[float], b: Interval[float], c: Interval[float]) -> None:
    assert a.hull(b).hull(c) == a.hull(b.hull(c))
    left, right = a.meet(b), b.meet(c)
    assert (left and left.meet(c)) == (right and a.meet(right))


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_a_shifted_span_quotes_the_same_words_further_on(start: int, length: int, by: int) -> None:
    text = "".join(chr(97 + i % 26) for i in range(300))
    span = Span(start=start, end=start + length)
    assert span.shifted(by).of("-" * by + text) == span.of(text)


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_ids_differ_unless_the_parts_are_the_same(a: list[str], b: list[str]) -> None:
    assert (content_id(*a) == content_id(*b)) == (a == b)


def test_an_id_survives_half_a_character() -> None:
    assert len(content_id("\ud800")) == 16
