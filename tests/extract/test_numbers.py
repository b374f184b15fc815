"""Numbers in words and digits: what they say, and the step they are given to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.quantities import find_quantities
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.quantities.numbers import SMALL, TENS, cardinal, last_step, ordinal
from factcheck.extract.quantities.tokens import tokenise

_WORD_OF = {value: word for word, value in (SMALL | TENS).items()}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def _below_hundred(n: int) -> str:
    if n < 20:
        return _WORD_OF[n]
    return _WORD_OF[n - n % 10] + (f"-{_WORD_OF[n % 10]}" if n % 10 else "")


def _below_thousand(n: int, *, british: bool) -> str:
    parts = [f"{_WORD_OF[n // 100]} hundred"] if n >= 100 else []
    if n % 100:
        parts += (["and"] if parts and british else []) + [_below_hundred(n % 100)]
    return " ".join(parts)


def spelt(n: int, *, british: bool = True) -> str:
    """``n`` (1 to 10^15 - 1) in words."""
    parts = []
    for scale, name in _SCALES:
        if n >= scale:
            parts.append(f"{_below_thousand(n // scale, british=british)} {name}")
            n %= scale
    if n:
        if parts and n < 100 and british:
            parts.append("and")
        parts.append(_below_thousand(n, british=british))
    return " ".join(parts)


@given(st.integers(min_value=1, max_value=10**12), st.booleans())
def test_words_come_back_as_digits(n: int, british: bool) -> None:
    found = cardinal(tokenise(spelt(n, british=british)), 0)
    assert found is not None
    assert found.low == found.high == n


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits(n: int) -> None:
    for text in (str(n), f"{n:,}", f"{n:,}".replace(",", " "), f"{n:,}".replace(",", "’")):
        found = cardinal(tokenise(text), 0)
        assert found is not None, text
        assert found.low == n


@given(st.integers(min_value=2, max_value=10**9))
def test_words_and_digits_say_the_same_of_a_count(n: int) -> None:
    in_words = find_quantities(f"The yard holds {spelt(n)} crates.")
    in_digits = find_quantities(f"The yard holds {n:,} crates.")
    assert [(q.low, q.high, q.of) for q in in_words] == [(q.low, q.high, q.of) for q in in_digits] == [(n, n, "crate")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("1,234,567.5", "1234567.5"),
        ("12 000", "12000"),
        ("1'200", "1200"),
        ("12,34,567", "1234567"),
        ("1.2 million", "1200000"),
        ("350k", "350000"),
        ("4.5bn", "4500000000"),
        ("3 lakh", "300000"),
        ("1,200 crore", "12000000000"),
        ("2½", "2.5"),
        ("2 1/4", "2.25"),
        ("one hundred and fifty", "150"),
        ("twelve hundred", "1200"),
        ("two hundred and two thousand", "202000"),
        ("a hundred thousand", "100000"),
        ("a thousand and one", "1001"),
        ("twenty-one trillion three hundred", "21000000000300"),
        ("three dozen", "36"),
        ("two and a half million", "2500000"),
        ("one and three quarters", "1.75"),
        ("three point five", "3.5"),
        ("a couple of hundred", "200"),
        ("zero", "0"),
    ],
)
def test_cardinals(text: str, value: str) -> None:
    tokens = tokenise(text)
    found = cardinal(tokens, 0)
    assert found is not None
    assert (found.low, found.end) == (Decimal(value), tokens.size)


@pytest.mark.parametrize(
    "text", ["a", "an apple", "and five", "hundredfold", "007", "point five", "several men"[8:], "9" * 40]
)
def test_no_cardinal(text: str) -> None:
    assert cardinal(tokenise(text), 0) is None


@pytest.mark.parametrize(
    ("text", "value"), [("1st", 1), ("22nd", 22), ("third", 3), ("twenty-first", 21), ("50th", 50), ("eightieth", 80)]
)
def test_ordinals(text: str, value: int) -> None:
    found = ordinal(tokenise(text), 0)
    assert found is not None
    assert found.low == value


@pytest.mark.parametrize(
    ("value", "step"),
    [("900", "100"), ("247000", "1000"), ("1.25", "0.01"), ("0", "1"), ("15", "1"), ("1200000", "100000")],
)
def test_the_step_is_the_last_significant_digits(value: str, step: str) -> None:
    assert last_step(Decimal(value)) == Decimal(step)


@pytest.mark.parametrize(
    ("plural", "lemma"),
    [
        ("houses", "house"), ("churches", "church"), ("viruses", "virus"), ("cities", "city"), ("wolves", "wolf"), ("policemen", "policeman"),
        ("women", "woman"), ("people", "people"), ("heroes", "hero"), ("buses", "bus"), ("cases", "case"), ("boxes", "box"), ("Venezuelans", "Venezuelan"),
        ("aircraft", "aircraft"), ("schoolchildren", "schoolchild"), ("losses", "loss"), ("MPs", "MP"), ("crises", "crisis"), ("staff", "staff"),
    ],
)  # fmt: skip
def test_singular(plural: str, lemma: str) -> None:
    assert singular(plural) == lemma
