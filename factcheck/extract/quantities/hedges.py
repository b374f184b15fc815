"""Hedges: the wording around a figure that makes an interval of it. The wordings are rows of ``hedges.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files

from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.tokens import Tokens
from factcheck.terms import Hedge


class Shape(StrEnum):
    """What a hedge does to its figure; the meanings stand at the head of ``hedges.toml``."""

    AROUND = "around"
    BELOW = "below"
    FLOOR = "floor"
    OVER = "over"
    CEILING = "ceiling"
    UNDER = "under"
    PLAIN = "plain"


_HEDGE = {
    Shape.FLOOR: Hedge.AT_LEAST,
    Shape.OVER: Hedge.MORE_THAN,
    Shape.CEILING: Hedge.AT_MOST,
    Shape.UNDER: Hedge.LESS_THAN,
}
# of two hedges on one figure ("up to about 40") the one that leaves a side open wins
_WEIGHT = {
    Shape.PLAIN: 0, Shape.AROUND: 1, Shape.BELOW: 2, Shape.CEILING: 3, Shape.FLOOR: 3, Shape.OVER: 4, Shape.UNDER: 4,
}  # fmt: skip
_WORDS = words("hedges")
_TOPIC = _WORDS["topic"]
_MOTION = _WORDS["motion"] | (words("figures")["rising"] - {"up", "down"})


@dataclass(frozen=True, slots=True)
class Wording:
    """Words before (or after) a figure, what they do to it, and an example about 40 boats."""

    words: tuple[str, ...]
    shape: Shape
    example: str


@cache
def wordings(side: str) -> tuple[Wording, ...]:
    """The rows of ``hedges.toml`` for one ``side`` of the figure: "before" or "after"."""
    rows = tomllib.loads(files("factcheck.extract.quantities").joinpath("hedges.toml").read_text("utf-8"))[side]
    return tuple(Wording(tuple(words.split()), Shape(row["shape"]), row["example"]) for words, row in rows.items())


@cache
def _index(side: str) -> dict[str, tuple[Wording, ...]]:
    found: dict[str, list[Wording]] = {}
    for row in wordings(side):
        found.setdefault(row.words[-1 if side == "before" else 0], []).append(row)
    return {key: tuple(sorted(rows, key=lambda row: -len(row.words))) for key, rows in found.items()}


def _longest(rows: tuple[Wording, ...], lower: list[str], start: int) -> Wording | None:
    """The longest of ``rows`` (longest first) that ends before token ``start``."""
    for row in rows:
        words = row.words
        at = start - len(words)
        if at >= 0 and lower[at] == words[0] and tuple(lower[at:start]) == words:
            return row
    return None


def hedge_before(tokens: Tokens, first: int) -> tuple[int, Shape]:
    """Where the hedges that lead up to token ``first`` begin, and the strongest of them."""
    index, lower = _index("before"), tokens.lower
    start, shape = first, Shape.PLAIN
    for _ in range(4):
        rows = index.get(lower[start - 1], ()) if start else ()
        row = _longest(rows, lower, start) if rows else None
        if row is None:
            break
        at = start - len(row.words)
        if row.words[0] in ("about", "over", "around") and at and lower[at - 1] in _TOPIC:
            break
        if row.words == ("up", "to") and at and lower[at - 1] in _MOTION:
            break  # "has gone up to 12", "ticked up to 4.7 percent"
        if row.words[-1] == "-" and not (lower[first + 1] == "s" and tokens.glued(first + 1)):
            break  # "the over-75s", but "under-21 football"
        if row.words in ((">",), ("<",)) and (start < first or (at and lower[at - 1] == row.words[0])):
            break  # a sign belongs to its figure; ">> At least 14" is a mark of the page
        start, shape = at, max(shape, row.shape, key=_WEIGHT.__getitem__)
    return start, shape


def hedge_after(tokens: Tokens, end: int) -> tuple[int, Shape]:
    """Where a hedge that follows at token ``end`` ends, and what it is."""
    lower = tokens.lower
    for row in _index("after").get(lower[end], ()):
        if tuple(lower[end : end + len(row.words)]) != row.words:
            continue
        if row.words[0] in ("-", "+") and not tokens.glued(end):
            continue
        if row.words == ("plus",) and (not lower[end + 1].isalpha() or lower[end + 1] in ("a", "an", "the")):
            continue
        return end + len(row.words), row.shape
    return end, Shape.PLAIN


def stronger(left: Shape, right: Shape) -> Shape:
    """Of two hedges on one figure, the one that counts."""
    return max(left, right, key=_WEIGHT.__getitem__)


def bend(low: Decimal, high: Decimal, step: Decimal, shape: Shape) -> tuple[Decimal | None, Decimal | None, Hedge]:
    """The interval and hedge that ``shape`` makes of low..high, given to ``step``."""
    single = low == high
    if shape is Shape.AROUND and single:
        return low - step / 2, high + step / 2, Hedge.ABOUT
    if shape is Shape.BELOW and single:
        return min(low, low * Decimal("0.9")), high, Hedge.ABOUT
    if shape in (Shape.FLOOR, Shape.OVER):
        return low, None, _HEDGE[shape]
    if shape in (Shape.CEILING, Shape.UNDER):
        return None, high, _HEDGE[shape]
    return low, high, Hedge.EXACT if single else Hedge.RANGE
