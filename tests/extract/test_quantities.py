"""The quantity grammar against its examples (quantities.txt), the rows of its tables, and its limits."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from factcheck.extract.quantities import find_quantities
from factcheck.extract.quantities.designators import kinds
from factcheck.extract.quantities.hedges import wordings
from factcheck.extract.quantities.roles import roles
from factcheck.extract.quantities.units import currencies, units
from factcheck.model import Quantity
from factcheck.terms import Hedge


def _examples() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / "quantities.txt").read_text("utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not re.match(r"#(#| |  )", line):
            found.append((line, []))
    return found


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.10g}"


def _row(text: str, quantity: Quantity) -> str:
    low = "" if quantity.low is None else _number(quantity.low)
    high = "" if quantity.high is None else _number(quantity.high)
    fields = [
        quantity.span.of(text),
        low if low == high else f"{low}..{high}",
        quantity.unit,
        quantity.of or "-",
        quantity.role or "-",
        quantity.hedge.value,
    ]
    if quantity.qualifiers:
        fields.append(", ".join(quantity.qualifiers))
    return " | ".join(fields)


@pytest.mark.parametrize(("text", "expected"), _examples(), ids=lambda value: value if isinstance(value, str) else "")
def test_example(text: str, expected: list[str]) -> None:
    assert [_row(text, quantity) for quantity in find_quantities(text)] == expected


def test_there_are_examples_of_every_kind() -> None:
    rows = [row for _, found in _examples() for row in found]
    assert len(_examples()) > 500
    assert {row.split(" | ")[5] for row in rows} == {hedge.value for hedge in Hedge}
    assert {row.split(" | ")[4] for row in rows} == {"-", *(role.name for role in roles())}


@pytest.mark.parametrize("unit", units().values(), ids=lambda unit: unit.name)
def test_every_unit_row(unit) -> None:
    (found,) = find_quantities(unit.example)
    assert (found.unit, found.low, found.high, found.of) == (unit.name, unit.value, unit.value, None)


@pytest.mark.parametrize("currency", currencies().values(), ids=lambda currency: currency.code)
def test_every_currency_row(currency) -> None:
    (found,) = find_quantities(currency.example)
    assert (found.unit, found.low, found.high, found.of) == (currency.code, currency.value, currency.value, None)


_BOUNDS = {
    "around": (35, 45, Hedge.ABOUT),
    "below": (36, 40, Hedge.ABOUT),
    "floor": (40, None, Hedge.AT_LEAST),
    "over": (40, None, Hedge.MORE_THAN),
    "ceiling": (None, 40, Hedge.AT_MOST),
    "under": (None, 40, Hedge.LESS_THAN),
    "plain": (40, 40, Hedge.EXACT),
}


@pytest.mark.parametrize("wording", wordings("before") + wordings("after"), ids=lambda wording: wording.example)
def test_every_hedge_row(wording) -> None:
    (found,) = find_quantities(wording.example)
    assert (found.low, found.high, found.hedge) == _BOUNDS[wording.shape]
    assert found.unit == ("year" if wording.example.endswith("-40s") else "count")


@pytest.mark.parametrize(("role", "text"), [(role.name, text) for role in roles() for text in role.examples])
def test_every_role_row(role: str, text: str) -> None:
    (found,) = find_quantities(text)
    assert (found.role, found.low) == (role, 12)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_designator_row(kind) -> None:
    assert find_quantities(kind.example) == ()


# Inputs that punish a grammar with a loop in a loop; generous limits, since the machine may be busy.
_HOSTILE = {
    "dots": "." * 200_000,
    "one word": "x" * 2_000_000,
    "number words": "seven " * 50_000,
    "digits": "7" * 300_000,
    "groups of digits": "1,234" * 40_000,
    "Indian groups": "1,20," * 30_000,
    "spaced digits": "1 234 " * 30_000,
    "hundreds and": "one hundred and " * 15_000,
    "half words": "two and a half " * 15_000,
    "ranges": "5 to " * 25_000,
    "dashes": "5-" * 30_000,
    "hyphens": "a-" * 100_000,
    "line breaks": "\n" * 500_000,
    "spaces": " " * 2_000_000,
    "signs": "$" * 100_000 + "5",
    "of": "of " * 50_000 + "12 men",
    "lists": "12 people, including " * 10_000,
    "killed": "12 killed " * 15_000,
    "addresses": "12 North " * 20_000,
    "quotes": '"' * 100_000,
    "victims": "a man was killed " * 20_000,
    "no victims": "a person of a " * 20_000,
    "ages of victims": "a 34-year-old " * 20_000,
    "lists of names": "list of the dead has 31 names " * 10_000,
    "gapped shares": "40 per cent, the Tories 28 and " * 10_000,
    "relatives": "12 men who were " * 15_000,
    "types": "two F-16 " * 15_000,
    "links": "http://" * 50_000,
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_hostile_input_takes_linear_time(name: str) -> None:
    started = time.process_time()
    find_quantities(_HOSTILE[name])
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "text", ["", " ", "no", "a", "-", "12", "$", "½", "²", "٣٤ people", "1,2", "0", "one", "\x00 12 \x00"]
)
def test_scraps_raise_nothing(text: str) -> None:
    for quantity in find_quantities(text):
        assert quantity.span.of(text)
