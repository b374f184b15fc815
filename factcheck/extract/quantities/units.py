"""Units of measure and currencies: their names in text, and how they convert.

The data are ``units.toml`` and ``currencies.toml``. Money never converts: a rate of exchange belongs to a day.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from factcheck.extract.quantities.tokens import Tokens, tokenise
from factcheck.model import Interval

_HERE = "factcheck.extract.quantities"
# Counted, not measured; each is comparable with itself alone, save the last two.
_POINTS = {"percentage_point": Fraction(1), "basis_point": Fraction(1, 100)}


class UnitError(ValueError):
    """The two units do not measure the same thing, or one of them is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure: ``factor`` (and then ``offset``) turns an amount of it into base units of its dimension."""

    name: str
    dimension: str
    factor: Fraction
    offset: Fraction
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    example: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency by its ISO code, with its signs, its names and the names of its hundredth."""

    code: str
    symbols: tuple[str, ...]
    names: tuple[str, ...]
    minor: tuple[str, ...]
    example: str
    value: float


@cache
def units() -> dict[str, Unit]:
    """Every unit of ``units.toml`` by name."""
    rows = tomllib.loads(files(_HERE).joinpath("units.toml").read_text("utf-8"))["unit"]
    return {
        row["name"]: Unit(
            name=row["name"],
            dimension=row["dimension"],
            factor=Fraction(row["factor"]),
            offset=Fraction(row.get("offset", "0")),
            words=tuple(row["words"]),
            symbols=tuple(row["symbols"]),
            example=row["example"],
            value=row["value"],
        )
        for row in rows
    }


@cache
def currencies() -> dict[str, Currency]:
    """Every currency of ``currencies.toml`` by its code."""
    rows = tomllib.loads(files(_HERE).joinpath("currencies.toml").read_text("utf-8"))["currency"]
    return {
        row["code"]: Currency(
            code=row["code"],
            symbols=tuple(row["symbols"]),
            names=tuple(row["names"]),
            minor=tuple(row.get("minor", ())),
            example=row["example"],
            value=row["value"],
        )
        for row in rows
    }


def dimension(unit: str) -> str:
    """What ``unit`` measures: "length", "time", ...; units without a row, and currencies, are their own dimension."""
    if unit in _POINTS:
        return "percentage_point"
    known = units().get(unit)
    return known.dimension if known else unit


def comparable(left: str, right: str) -> bool:
    """Whether amounts in the two units can be held against each other without more knowledge."""
    return dimension(left) == dimension(right)


def convert(interval: Interval[float], from_unit: str, to_unit: str) -> Interval[float]:
    """``interval`` of ``from_unit`` in ``to_unit``, reckoned exactly and rounded once. Raises ``UnitError``."""
    if from_unit == to_unit:
        return interval
    if not comparable(from_unit, to_unit):
        raise UnitError(f"{from_unit} and {to_unit} do not measure the same thing")
    (scale, shift), (to_scale, to_shift) = _scale(from_unit), _scale(to_unit)

    def bound(value: float | None) -> float | None:
        return None if value is None else float((Fraction(value) * scale + shift - to_shift) / to_scale)

    return Interval(low=bound(interval.low), high=bound(interval.high))


def in_base(value: float, unit: str) -> float:
    """``value`` in the unit that its dimension is reckoned in; a currency's, and what has no row in the table, is its own."""
    return value if unit not in units() else value * float(units()[unit].factor) + float(units()[unit].offset)


def _scale(unit: str) -> tuple[Fraction, Fraction]:
    if unit in _POINTS:
        return _POINTS[unit], Fraction(0)
    return units()[unit].factor, units()[unit].offset


@dataclass(frozen=True, slots=True)
class Name:
    """A unit's name as tokens. ``minor``: it is the hundredth of a currency. ``cased``: capitals matter."""

    tokens: tuple[str, ...]
    unit: str
    money: bool = False
    minor: bool = False
    cased: bool = False


def _forms(word: str) -> tuple[str, ...]:
    one, _, many = word.partition("=")
    if one.startswith("@"):
        return (one[1:],)
    if not many:
        many = one[:-1] + "ies" if one.endswith("y") and one[-2] not in "aeiou" else one + "s"
    return one, many


def _names() -> Iterator[Name]:
    for unit in units().values():
        for word in unit.words:
            for form in _forms(word):
                yield Name(_split(form.lower()), unit.name)
        for symbol in unit.symbols:
            yield Name(_split(symbol), unit.name, cased=True)
    for currency in currencies().values():
        for word in currency.names:
            for form in _forms(word):
                yield Name(_split(form.lower()), currency.code, money=True)
        for word in currency.minor:
            for form in _forms(word):
                yield Name(_split(form.lower()), currency.code, money=True, minor=True)
        for symbol in (currency.code, *currency.symbols):
            yield Name(_split(symbol), currency.code, money=True, cased=True)


def _split(text: str) -> tuple[str, ...]:
    found = tokenise(text)
    return tuple(found.words[: found.size])


@cache
def _index() -> dict[str, tuple[Name, ...]]:
    by_first: dict[str, list[Name]] = {}
    for name in _names():
        if name.money and len(name.tokens) == len(name.tokens[0]) == 1 and name.tokens[0].isalpha():
            continue  # "R20" but never "20 R"
        by_first.setdefault(name.tokens[0].lower(), []).append(name)
    return {
        first: tuple(sorted(names, key=lambda n: (-len(n.tokens), not n.cased))) for first, names in by_first.items()
    }


def unit_name_at(tokens: Tokens, at: int) -> Name | None:
    """The longest unit or currency name that starts at token ``at``; hyphens count as spaces in it."""
    for name in _index().get(tokens.lower[at], ()):
        if _matches(tokens, at, name):
            return name
    return None


def name_end(tokens: Tokens, at: int, name: Name) -> int:
    """The token after ``name``, which starts at ``at``."""
    for part in name.tokens:
        if tokens.lower[at] == "-" and part != "-":
            at += 1
        at += 1
    return at


def _matches(tokens: Tokens, at: int, name: Name) -> bool:
    column = tokens.words if name.cased else tokens.lower
    for n, part in enumerate(name.tokens):
        if n and part != "-" and tokens.hyphen(at):
            at += 1
        if column[at] != part:
            return False
        at += 1
    return True


@cache
def signs() -> dict[str, tuple[Name, ...]]:
    """Currency signs and codes that stand before a figure, longest first, by their last token."""
    found: dict[str, list[Name]] = {}
    for name in _names():
        if name.money and name.cased:
            found.setdefault(name.tokens[-1], []).append(name)
    return {last: tuple(sorted(names, key=lambda n: -len(n.tokens))) for last, names in found.items()}
