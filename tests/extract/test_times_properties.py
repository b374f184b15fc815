"""Laws that hold for every text, date and symbol."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from times_table import ALL

from factcheck.extract.times import find_times
from factcheck.extract.times.symbols import resolve, resolve_within
from factcheck.model import Interval, Span, TimeExpression
from factcheck.terms import TimeBasis

days = st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31))
PIECES = [*sorted({word for text, _, _ in ALL for word in text.split()}), *",.-–\n(131", "\n\n", "’s", "1999"]
texts = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=60)

FORMATS = {
    "UK": lambda d: f"{d.day} {calendar.month_name[d.month]} {d.year}",
    "US": lambda d: f"{calendar.month_name[d.month]} {d.day}, {d.year}",
    "short": lambda d: f"{calendar.month_abbr[d.month]}{'.' * (d.month != 5)} {d.day}, {d.year}",
    "ordinal": lambda d: f"the {d.day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(d.day % 10 * (d.day // 10 != 1), 'th')} of {calendar.month_name[d.month]} {d.year}",
    "weekday": lambda d: f"{calendar.day_name[d.weekday()]}, {d.day} {calendar.month_name[d.month]} {d.year}",
    "ISO": lambda d: d.isoformat(),
    "dots": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
}  # fmt: skip


@given(texts, days)
def test_spans_are_ordered_and_bounds_ascend(text: str, reference: dt.date) -> None:
    end = 0
    for t in find_times(text, reference):
        assert end <= t.span.start < t.span.end <= len(text)
        assert t.span.of(text).strip() == t.span.of(text)
        assert t.start is not None or t.end is not None
        assert t.start is None or t.end is None or t.start <= t.end
        end = t.span.end


@given(texts, days)
def test_direct_reading_is_symbolic_reading_resolved(text: str, reference: dt.date) -> None:
    resolved = [(t.span, t.symbol, resolve(t.symbol, reference)) for t in find_times(text, None)]
    direct = [(t.span, t.symbol, t.interval) for t in find_times(text, reference)]
    assert direct == [row for row in resolved if row[2] is not None]


@pytest.mark.parametrize("name", FORMATS)
@given(date=days)
def test_dates_round_trip(name: str, date: dt.date) -> None:
    text = f"It was built on {FORMATS[name](date)} by hand."
    assert [(t.start, t.end) for t in find_times(text, None)] == [(date, date)]


@given(days, st.integers(1, 400), st.sampled_from("DW"), st.integers(1, 1000), st.sampled_from("+-"))
def test_offsets_move_with_the_reference(reference: dt.date, count: int, unit: str, shift: int, sign: str) -> None:
    symbol = f"P{sign}{count}{unit}"
    first, second = resolve(symbol, reference), resolve(symbol, reference + dt.timedelta(days=shift))
    assert first is not None
    assert second is not None
    assert first.low is not None
    assert second.low == first.low + dt.timedelta(days=shift)


@given(days, st.integers(1, 7))
def test_weekdays_fall_on_the_right_side(reference: dt.date, weekday: int) -> None:
    past, future = resolve(f"WEEKDAY-{weekday}:past", reference), resolve(f"WEEKDAY-{weekday}:future", reference)
    assert past is not None
    assert future is not None
    assert past.low is not None
    assert future.low is not None
    assert 0 <= (reference - past.low).days < 7
    assert 0 <= (future.low - reference).days < 7
    assert past.low.isoweekday() == future.low.isoweekday() == weekday


@given(st.text(alphabet="XYEARWKDPT0123456789-+~/:|<>.@", max_size=20), days)
def test_no_string_breaks_resolve(symbol: str, reference: dt.date) -> None:
    resolve(symbol, reference)


def expression(symbol: str) -> TimeExpression:
    unbound: Interval[dt.date] = Interval(low=None, high=None)
    return TimeExpression(
        span=Span(start=0, end=1), interval=unbound, grain="day", basis=TimeBasis.SYMBOLIC, symbol=symbol
    )


def window(first: str, last: str) -> Interval[dt.date]:
    return Interval(low=dt.date.fromisoformat(first), high=dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("symbol", "between", "wanted"),
    [
        ("MONTH-1", window("2025-03-01", "2025-03-31"), window("2025-02-01", "2025-02-28")),
        ("YEAR+0", window("2024-12-20", "2025-01-10"), window("2024-01-01", "2025-12-31")),
        ("XXXX-05-09:past", window("2025-06-01", "2025-12-31"), window("2025-05-09", "2025-05-09")),
        ("WEEKDAY-5:past", window("2025-03-10", "2025-03-12"), window("2025-03-07", "2025-03-07")),
        ("WEEKDAY-5:past", window("2025-03-10", "2025-04-12"), None),
        ("DAY-1", window("2025-03-10", "2025-03-12"), window("2025-03-09", "2025-03-11")),
        ("MONTH-1", window("2020-03-01", "2025-03-31"), None),
        ("EVENT+5D", window("2025-03-10", "2025-03-10"), None),
    ],
)
def test_resolve_within(symbol: str, between: Interval[dt.date], wanted: Interval[dt.date] | None) -> None:
    before = expression(symbol)
    after = resolve_within(before, between)
    if wanted is None:
        assert after == before
    else:
        assert (after.interval, after.basis) == (wanted, TimeBasis.RELATIVE)


def test_an_unbounded_window_settles_nothing() -> None:
    before = expression("MONTH-1")
    assert resolve_within(before, Interval(low=dt.date(2025, 1, 1), high=None)) == before


@pytest.mark.parametrize(
    ("symbol", "reference", "wanted"),
    [
        ("XXXX-02-29:past", "2025-03-10", ("2024-02-29", "2024-02-29")),
        ("XXXX-05-09-WD5:past", "2030-01-01", ("2025-05-09", "2025-05-09")),
        ("XXXX-05-09-WD5:present", "2024-01-01", ("2025-05-09", "2025-05-09")),
        ("XXXX-WI:past", "2025-01-15", ("2024-12-01", "2025-02-28")),
        ("WEEKEND:last", "2025-03-09", ("2025-03-01", "2025-03-02")),
        ("DECADE-1", "2025-03-10", ("2010-01-01", "2019-12-31")),
        ("QUARTER+1", "2025-12-10", ("2026-01-01", "2026-03-31")),
        ("2025-04-03|2025-03-04", "2025-03-10", ("2025-03-04", "2025-04-03")),
        ("C19", "2025-03-10", ("1801-01-01", "1900-12-31")),
    ],
)
def test_symbols(symbol: str, reference: str, wanted: tuple[str, str]) -> None:
    assert resolve(symbol, dt.date.fromisoformat(reference)) == window(*wanted)
