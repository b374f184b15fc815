"""Values in a reader's words, the same in every reason and every report."""

from __future__ import annotations

import datetime as dt

from factcheck.model import Interval, Quantity
from factcheck.terms import Hedge

_MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_UNITS = {"percent": " %", "percentage_point": " percentage points", "basis_point": " basis points", "count": ""}
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_BEFORE = {
    Hedge.ABOUT: "about ",
    Hedge.AT_LEAST: "at least ",
    Hedge.AT_MOST: "at most ",
    Hedge.MORE_THAN: "more than ",
    Hedge.LESS_THAN: "less than ",
}
_ORDERS = {(24, 99): "dozens", (40, 99): "scores", (200, 999): "hundreds", (2000, 99999): "thousands",
           (20000, 99999): "tens of thousands", (200000, 999999): "hundreds of thousands",
           (2000000, 99999999): "millions", (3, 6): "a handful", (3, 9): "several"}  # fmt: skip


def number(value: float) -> str:
    """A number as news prints it: "12", "13,883", "1.2 million"."""
    for size, name in _MAGNITUDES:
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def quantity(value: Quantity) -> str:
    """A quantity with its hedge and unit: "at least 40", "about 250,000", "97.7 %", "$1.2 billion"."""
    low, high = value.low, value.high
    if value.hedge is Hedge.ORDER and low is not None and high is not None and (low, high) in _ORDERS:
        return _with_unit(_ORDERS[int(low), int(high)], value.unit)
    if low is None and high is None:
        return "an unknown figure"
    if low is None or high is None or value.hedge is Hedge.EXACT:
        bound = high if low is None else low
        before = _BEFORE.get(value.hedge, "at most " if low is None else "at least " if high is None else "")
        return before + _with_unit(number(bound or 0.0), value.unit)
    if value.hedge is Hedge.ABOUT:
        if abs(high * 0.9 - low) < 1e-9 * max(abs(high), 1.0):
            return "nearly " + _with_unit(number(high), value.unit)
        return "about " + _with_unit(number((low + high) / 2), value.unit)
    return _with_unit(f"{number(low)} to {number(high)}", value.unit)


def _with_unit(figure: str, unit: str) -> str:
    if unit in _SYMBOLS:
        return _SYMBOLS[unit] + figure
    if unit in _UNITS:
        return figure + _UNITS[unit]
    if unit == "ordinal":
        return _ordinal(figure)
    return f"{figure} {unit.replace('_', ' ')}" + ("s" if unit.isalpha() and unit.islower() and len(unit) > 3 else "")


def _ordinal(figure: str) -> str:
    if not figure.isdigit():
        return figure
    ending = "th" if figure[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(figure[-1], "th")
    return figure + ending


def days(interval: Interval[dt.date]) -> str:
    """An interval of days, as short as it can be: "2018", "May 2015", "3 September 2025", "2015 to 2018"."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        return f"after {low.year}" if low else f"before {high.year}" if high else "an unknown time"
    if low == high:
        return f"{low.day} {low:%B %Y}"
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        return str(low.year) if low.year == high.year else f"{low.year} to {high.year}"
    if (low.year, low.month) == (high.year, high.month):
        whole = low.day == 1 and (high + dt.timedelta(days=1)).day == 1
        return f"{low:%B %Y}" if whole else f"{low.day} to {high.day} {low:%B %Y}"
    return f"{low.day} {low:%B %Y} to {high.day} {high:%B %Y}"


_IRREGULAR = {"people": "people", "child": "children", "man": "men", "woman": "women", "person": "people", "life": "lives",
              "police": "police", "staff": "staff", "dead": "the dead", "aircraft": "aircraft"}  # fmt: skip


def plural(noun: str | None) -> str:
    """The noun as a reader expects it after "counts": "soldiers", "children"."""
    if noun is None:
        return "things"
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "i", "o", "u"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
