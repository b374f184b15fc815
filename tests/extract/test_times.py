"""``find_times`` against its table, every form against its examples, and inputs made to be slow."""

import datetime as dt
import time

import pytest
import times_table as table

from factcheck.extract.times import find_times
from factcheck.extract.times.forms_absolute import ABSOLUTE
from factcheck.extract.times.forms_relative import RELATIVE
from factcheck.extract.times.grammar import Form
from factcheck.terms import TimeBasis

Found = list[tuple[str, dt.date | None, dt.date | None]]


def wanted(listing: str) -> Found:
    out: Found = []
    for part in filter(None, listing.split("; ")):
        words, _, days = part.rpartition(" = ")
        low, ranged, high = days.partition("..")
        out.append((words, day(low), day(high) if ranged else day(low)))
    return out


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "published", "listing"), table.ALL, ids=[row[0] for row in table.ALL])
def test_table(text: str, published: str, listing: str) -> None:
    found = find_times(text, dt.date.fromisoformat(published))
    assert [(t.span.of(text), t.start, t.end) for t in found] == wanted(listing)


EXAMPLES = [(form, text, symbol) for form in (*ABSOLUTE, *RELATIVE) for text, symbol in form.examples]


@pytest.mark.parametrize(("form", "text", "symbol"), EXAMPLES, ids=[f"{f.pattern}: {t}" for f, t, _ in EXAMPLES])
def test_form_example(form: Form, text: str, symbol: str | None) -> None:
    found = find_times(text, None)
    assert (found[0].symbol if found else None) == symbol


def test_every_form_has_an_example() -> None:
    assert [form.pattern for form in (*ABSOLUTE, *RELATIVE) if not any(symbol for _, symbol in form.examples)] == []


def test_without_reference_everything_is_returned_and_only_the_absolute_resolves() -> None:
    text = "On 3 May 2021 he left; on Friday, five days after the vote, he will be back."
    first, second, third = find_times(text, None)
    assert (first.start, first.basis, first.grain) == (dt.date(2021, 5, 3), TimeBasis.ABSOLUTE, "day")
    assert (second.start, second.end, second.basis) == (None, None, TimeBasis.SYMBOLIC)
    assert (second.symbol, third.symbol) == ("WEEKDAY-5:future", "EVENT+5D")
    assert [t.basis for t in find_times(text, dt.date(2025, 3, 10))] == [TimeBasis.ABSOLUTE, TimeBasis.RELATIVE]


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("on 3 May 2021", "day"),
        ("on Friday", "day"),
        ("two weeks ago", "day"),
        ("over the weekend", "weekend"),
        ("last week", "week"),
        ("in May 2020", "month"),
        ("two months ago", "month"),
        ("in late May 2020", "month"),
        ("in the summer of 1944", "season"),
        ("in Q1 2025", "quarter"),
        ("since 2006", "year"),
        ("last year", "year"),
        ("in the 1930s", "decade"),
        ("in the 19th century", "century"),
    ],
)
def test_grain(text: str, grain: str) -> None:
    assert [t.grain for t in find_times(text, None)] == [grain]


SLOW = {
    "dots": "." * 200_000,
    "number words": "seven " * 50_000,
    "digits": "1" * 300_000,
    "no space": "a" * 2_000_000,
    "years": "2000, " * 20_000,
    "years in a list": "in 2014 and " * 10_000,
    "weekdays": "Friday " * 10_000,
    "hyphens": "Friday-" * 10_000,
    "slashes": "20/" * 50_000,
    "openers": "since the last " * 20_000,
    "blank lines": "\n \n" * 50_000,
    "clock": "1 a.m" * 40_000,
    "adjectives": "the " + "big " * 50_000 + "2020 vote",
    "quotes": "'" * 100_000,
}


@pytest.mark.parametrize("name", SLOW)
def test_time_is_linear(name: str) -> None:
    began = time.process_time()
    find_times(SLOW[name], dt.date(2025, 3, 10))
    assert time.process_time() - began < 10
