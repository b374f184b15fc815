"""Multiples ("doubled", "twice as much") and a unit that means one of it ("an hour and a half", "week-long")."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.ages import TIME_UNITS
from factcheck.extract.quantities.figures import Figure, measure
from factcheck.extract.quantities.hedges import Shape, hedge_before
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.tokens import HYPHENS, Tokens
from factcheck.extract.quantities.units import name_end, unit_name_at
from factcheck.terms import Hedge

# a verb or noun of multiplying -> by how much; "double" and "triple" need a noun or an object (see below)
MULTIPLES = {
    "doubled": "2", "doubling": "2", "tripled": "3", "tripling": "3", "trebled": "3", "trebling": "3",
    "quadrupled": "4", "quadrupling": "4", "quintupled": "5", "halved": "0.5", "halving": "0.5", "twofold": "2",
    "threefold": "3", "fourfold": "4", "fivefold": "5", "sixfold": "6", "sevenfold": "7", "eightfold": "8",
    "ninefold": "9", "tenfold": "10", "twentyfold": "20", "hundredfold": "100", "thousandfold": "1000",
}  # fmt: skip
_SIMPLE = {"double": "2", "triple": "3", "treble": "3", "quadruple": "4", "twice": "2", "thrice": "3"}
_WORDS = words("shares")
_COMPARED = _WORDS["compared"]
_WILL = _WORDS["will"]
BARE_SPANS = frozenset(TIME_UNITS - {"second"}) | {
    "mile",
    "kilometre",
    "kilometer",
    "metre",
    "meter",
    "acre",
    "tonne",
    "ton",
    "litre",
}
_LONG = {u + "long": u for u in TIME_UNITS - {"second", "century"}}
STARTERS = frozenset(MULTIPLES) | frozenset(_SIMPLE) | frozenset(_LONG) | BARE_SPANS


def multiple_at(tokens: Tokens, i: int) -> Figure | None:
    """ "doubled", "a fourfold rise", "twice as much"; "double" only where it multiplies something."""
    lower = tokens.lower
    word = lower[i]
    value = MULTIPLES.get(word)
    if value is None and word in _SIMPLE:
        after, before = lower[i + 1], lower[i - 1] if i else ""
        if after in _COMPARED or (word not in ("twice", "thrice") and before in _WILL and not after.endswith("s")):
            value = _SIMPLE[word]
    if value is None or tokens.hyphen(i + 1) or (tokens.glued(i) and lower[i - 1] in HYPHENS):
        return None
    return measure(tokens, i, i + 1, Decimal(value), "multiple")


def span_at(tokens: Tokens, i: int) -> tuple[Figure | None, int]:
    """A unit without a number that means one of it: "week-long", "an hour and a half", "more than a year"."""
    lower = tokens.lower
    word = lower[i]
    if word in _LONG:
        return measure(tokens, i, i + 1, Decimal(1), _LONG[word]), i + 1
    if (
        tokens.hyphen(i + 1)
        and lower[i + 2] == "long"
        and word in TIME_UNITS
        and not (tokens.glued(i) and lower[i - 1] in HYPHENS)
    ):
        return measure(tokens, i, i + 3, Decimal(1), word), i + 3
    if not i or lower[i - 1] not in ("a", "an"):
        return None, i
    name = unit_name_at(tokens, i)
    if name is None:
        return None, i
    end = name_end(tokens, i, name)
    if lower[end] == "and" and lower[end + 1] == "a" and lower[end + 2] in ("half", "quarter"):
        value = Decimal("1.5") if lower[end + 2] == "half" else Decimal("1.25")
        return measure(tokens, i - 1, end + 3, value, name.unit), end + 3
    if lower[end : end + 2] == ["or", "two"]:
        figure = measure(tokens, i - 1, end + 2, Decimal(1), name.unit)
        return Figure(
            first=figure.first, number=i - 1, end=end + 2, low=Decimal(1), high=Decimal(2), unit=name.unit,
            hedge=Hedge.RANGE, noun=end + 2,
        ), end + 2  # fmt: skip
    hedged = hedge_before(tokens, i - 1)[1] is not Shape.PLAIN
    lasting = lower[i - 2] in ("lasted", "lasting", "lasts", "took", "takes", "for") and name.unit in TIME_UNITS - {
        "second",
        "minute",
    }
    if (hedged or lasting) and not tokens.hyphen(end) and lower[end] not in ("and", "or"):
        return measure(tokens, i - 1, end, Decimal(1), name.unit), end
    return None, i
