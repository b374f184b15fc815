"""Values in a reader's words, the same in every reason and every report."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from functools import cache

from factcheck.extract.quantities.units import currencies, units
from factcheck.model import Anchor, Interval, Quantity
from factcheck.terms import Basis, Hedge

_MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_COUNTABLE = 1e15  # from here on digits are noise, and a float no longer holds them all
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}  # the signs that mean one currency to most readers
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
_WITHOUT_OF = ("several",)  # "several people", but "dozens of people"


def number(value: float) -> str:
    """A number as news prints it: "12", "13,883", "1.2 million"; different integers below 10^15 never read alike."""
    if not math.isfinite(value):
        return "an endless number"
    if abs(value) >= _COUNTABLE:
        if abs(value) >= 1e18:
            return f"{value:.4g}"
        return f"{value / 1e12:,.0f} trillion"
    for size, name in _MAGNITUDES:
        if abs(value) >= size and (value * 1000) % size == 0:
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    if value == int(value) or abs(value) >= 1e6:
        return f"{value:,.0f}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) >= 1000 else _small(value)


def _small(value: float) -> str:
    """A fraction to six digits, without an exponent however small."""
    written = f"{value:.6g}"
    return f"{value:.12f}".rstrip("0").rstrip(".") if "e" in written else written


def quantity(value: Quantity) -> str:
    """A quantity with its hedge and unit: "at least 40", "about 250,000", "97.7 %", "$1.2 billion", "8 feet"."""
    low, high = value.low, value.high
    if value.hedge is Hedge.ORDER and low is not None and high is not None and (low, high) in _ORDERS:
        return _many(_ORDERS[int(low), int(high)], value.unit)
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
    if value.unit in _SYMBOLS:
        return f"{_with_unit(number(low), value.unit)} to {_with_unit(number(high), value.unit)}"
    return _with_unit(f"{number(low)} to {number(high)}", value.unit)


def counted(value: Quantity) -> str:
    """A quantity with the noun that it counts: "at least 12 people", "dozens of homes", "1 boat"."""
    words = quantity(value)
    if value.unit != "count" or value.of is None:
        return words
    noun = value.of if value.low == value.high == 1 else plural(value.of).removeprefix("the ")
    joint = " of " if value.hedge is Hedge.ORDER and words not in _WITHOUT_OF else " "
    return words + joint + noun


def bounds(value: Quantity) -> str:
    """The interval behind a vague figure ("24 to 99" for "dozens"); nothing where the words say it themselves."""
    if value.hedge not in (Hedge.ABOUT, Hedge.ORDER) or value.low is None or value.high is None:
        return ""
    return f"{number(value.low)} to {number(value.high)}"


def _with_unit(figure: str, unit: str) -> str:
    match unit:
        case "count":
            return figure
        case "percent":
            return f"{figure} %"
        case "ordinal":
            return _ordinal(figure)
        case "magnitude":
            return f"magnitude {figure}"
        case _ if unit in _SYMBOLS:
            return f"-{_SYMBOLS[unit]}{figure[1:]}" if figure.startswith("-") else _SYMBOLS[unit] + figure
        case _:
            return f"{figure} {_unit(unit, one=figure in ('1', '-1'))}"


def _many(order: str, unit: str) -> str:
    """An order of magnitude with its unit: "dozens", "dozens of miles", "millions of dollars", "several hours"."""
    name = "" if unit == "count" else _unit(unit, one=False)
    return f"{order}{' ' if order in _WITHOUT_OF else ' of '}{name}" if name else order


# Units that read otherwise than their rows in the tables of units say.
_READS = {
    "mph": ("mph", "mph"),
    "barrel/day": ("barrel a day", "barrels a day"),
    "multiple": ("time", "times"),
    "percent": ("percent", "percent"),
    "USD": ("dollar", "dollars"),
    "GBP": ("pound", "pounds"),
}


@cache
def _unit(unit: str, *, one: bool) -> str:
    """The unit after a figure: a symbol where it is named by one ("km/h", "°C"), else its name ("foot", "feet")."""
    if unit in _READS:
        return _READS[unit][0 if one else 1]
    if unit in currencies():
        return _form(currencies()[unit].names[0], one=one) if currencies()[unit].names else unit
    row = units().get(unit)
    if row is None:
        return unit.replace("_", " ") if one else plural(unit.replace("_", " "))
    if row.symbols and (unit in row.symbols or not unit.islower()):
        return row.symbols[0]
    return _form(row.words[0], one=one) if row.words else unit


def _form(word: str, *, one: bool) -> str:
    """One form of a name in the tables of units: "foot=feet" gives both, "@yen" has one, the rest take -s."""
    singular, _, many = word.removeprefix("@").partition("=")
    return singular if one or word.startswith("@") else many or plural(singular)


def _ordinal(figure: str) -> str:
    digits = figure.replace(",", "")
    if not digits.isdigit():
        return figure
    ending = "th" if digits[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
    return figure + ending


def days(interval: Interval[dt.date]) -> str:
    """An interval of days, as short as it can be: "2018", "May 2015", "3 September 2025", "2024 or later"."""
    low, high = interval.low, interval.high
    grain = min((_begins(low) if low else _YEAR), (_ends(high) if high else _YEAR))
    if low is None or high is None:
        return (
            f"{_named(low, grain)} or later"
            if low
            else f"{_named(high, grain)} or earlier"
            if high
            else "an unknown time"
        )
    start, end = _named(low, grain), _named(high, grain)
    if start == end:
        return end
    if low.year == high.year:  # "May to June 2025", "3 May to 5 June 2025", "3 to 5 June 2025"
        start = start.removesuffix(f" {low.year}")
        if low.month == high.month:
            start = start.removesuffix(f" {low:%B}")
    return f"{start} to {end}"


_DAY, _MONTH, _YEAR = range(3)


def _begins(day: dt.date) -> int:
    """The coarsest grain that begins on this day."""
    return _DAY if day.day > 1 else _MONTH if day.month > 1 else _YEAR


def _ends(day: dt.date) -> int:
    """The coarsest grain that ends on this day."""
    return _DAY if day.day < calendar.monthrange(day.year, day.month)[1] else _MONTH if day.month < 12 else _YEAR


def _named(day: dt.date, grain: int) -> str:
    return " ".join((str(day.day), f"{day:%B}", str(day.year))[grain:])


def published(anchor: Anchor) -> str:
    """When an article was published, and whether that was worked out rather than given."""
    interval = anchor.interval
    if interval.low is None and interval.high is None:
        return "undated"
    if anchor.basis is not Basis.INFERRED:
        return days(interval)
    if not interval.is_bounded:  # worked out from what the text mentions: more than the year would look too exact
        low, high = interval.low, interval.high
        interval = Interval(low=low and low.replace(month=1, day=1), high=high and high.replace(month=12, day=31))
    return f"{days(interval)} (inferred)"


_IRREGULAR = {
    **dict.fromkeys(("people", "police", "staff", "personnel", "crew", "aircraft", "spacecraft", "hovercraft"), ""),
    **dict.fromkeys(("sheep", "fish", "cattle", "deer", "series", "species", "offspring", "clergy", "headquarters"), ""),
    "child": "children", "person": "people", "life": "lives", "dead": "the dead", "foot": "feet", "tooth": "teeth",
       "mouse": "mice", "goose": "geese", "ox": "oxen", "wife": "wives", "knife": "knives", "wolf": "wolves", "half": "halves",
       "leaf": "leaves", "loaf": "loaves", "thief": "thieves", "shelf": "shelves", "calf": "calves", "gas": "gases",
       "lens": "lenses", "quiz": "quizzes", "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "veto": "vetoes",
       "embargo": "embargoes", "medium": "media", "phenomenon": "phenomena", "criterion": "criteria", "human": "humans",
       "german": "Germans", "roman": "Romans",
}  # fmt: skip


def plural(noun: str | None) -> str:
    """The noun as a reader expects it after "counts": "soldiers", "children"; one that is plural already stays so."""
    if noun is None:
        return "things"
    head, of, rest = noun.partition(" of ")
    if of:  # "heads of state"
        return plural(head) + of + rest
    lowered = noun.lower()
    if lowered in _IRREGULAR:
        return _IRREGULAR[lowered] or noun
    if lowered.endswith("man"):
        return noun[:-2] + "en"
    if lowered.endswith("y") and lowered[-2:-1] not in ("a", "e", "i", "o", "u"):
        return noun[:-1] + "ies"
    if lowered.endswith("sis"):
        return noun[:-2] + "es"
    if lowered.endswith("s") and not lowered.endswith(("ss", "us", "as", "is")):
        return noun
    return noun + ("es" if lowered.endswith(("s", "x", "z", "ch", "sh")) else "s")
