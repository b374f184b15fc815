"""Quantities: every number a text claims, with its unit, its hedge, what it counts and what befell that.

``find_quantities`` is the one way in. ``reading`` cuts figures out of the tokens, ``binding`` gives each its own noun
and role, ``ellipsis`` what it shares with its neighbours. The conventions are those of docs/extraction.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.quantities.binding import Bound
from factcheck.extract.quantities.ellipsis import bind
from factcheck.extract.quantities.numbers import MULTIPLIERS
from factcheck.extract.quantities.reading import STARTERS, read_figures
from factcheck.extract.quantities.singles import Single, may_tell, singles
from factcheck.extract.quantities.tokens import Tokens, tokenise
from factcheck.model import Interval, Quantity, Span

_WORD = re.compile(r"[a-z]+|[^\x00-\x7f]+|\d")
_HINTS = (STARTERS - {"a", "an"}) | frozenset(MULTIPLIERS) | frozenset("0123456789") | {"single"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity as its sentence alone lets it be read.

    ``bare``: without an earlier sentence it claims nothing ("their union spoke of 250"); ``assumed``: that people are
    counted is only the likeliest ("seventeen were shut").
    """

    quantity: Quantity
    bare: bool = False
    assumed: bool = False


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity that ``text`` claims, in text order; spans never overlap and point into ``text``.

    Values stay in the unit stated (pence and cents in the main unit). What only looks like a quantity (dates, names,
    telephone numbers, "one of the largest") is left out. One victim without a number is 1 ("a man was killed"), unless a
    figure stands in the same words ("a 34-year-old man was killed"). Time is linear in the length of ``text``; nothing is
    raised.
    """
    return tuple(r.quantity for r in read_quantities(text, victims=False) if not r.bare)


def read_quantities(text: str, *, victims: bool = True) -> tuple[Reading, ...]:
    """The same, with the bare numbers that an earlier sentence may explain; with every single victim if ``victims``."""
    if not _may_hold(text):
        return ()
    tokens = tokenise(text)
    found = [Reading(_quantity(tokens, b), b.bare, b.assumed) for b in bind(tokens, read_figures(tokens))]
    alone = [_one(tokens, single) for single in singles(tokens) if victims or not single.taken]
    if alone:
        found += [Reading(one) for one in alone if not any(one.span.overlaps(r.quantity.span) for r in found)]
        found.sort(key=lambda r: r.quantity.span)
    return tuple(found)


def _may_hold(text: str) -> bool:
    """Whether any word of the text could begin a quantity; the cheap way out for most sentences."""
    words = set(_WORD.findall(text.lower()))
    return not _HINTS.isdisjoint(words) or any(word[0] > "\x7f" for word in words) or may_tell(words)


def _one(tokens: Tokens, single: Single) -> Quantity:
    return Quantity(
        span=Span(start=tokens.starts[single.figure.first], end=tokens.ends[single.figure.first]),
        interval=Interval(low=1.0, high=1.0),
        unit="count",
        of=single.of,
        role=single.role,
        qualifiers=single.qualifiers,
    )


def _quantity(tokens: Tokens, bound: Bound) -> Quantity:
    figure = bound.figure
    return Quantity(
        span=Span(start=tokens.starts[figure.first], end=tokens.ends[figure.end - 1]),
        interval=Interval(low=_float(figure.low), high=_float(figure.high)),
        unit=figure.unit,
        of=bound.of,
        role=bound.role,
        hedge=figure.hedge,
        qualifiers=bound.qualifiers,
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
