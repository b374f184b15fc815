"""Numbers that share one compound: "14- and 15-year-olds", "two- and three-bedroom flats", "a 10- to 12-week course"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.quantities.figures import Amount, Figure, amount_at
from factcheck.extract.quantities.hedges import hedge_before
from factcheck.extract.quantities.tokens import Tokens
from factcheck.terms import Hedge


def half_of_compound(tokens: Tokens, amount: Amount) -> tuple[tuple[Figure, ...], int]:
    """The figure whose hyphen hangs in the air, in the unit of the whole compound behind it; a range where "to" joins them."""
    lower, hanging = tokens.lower, amount.end
    joiner = lower[hanging + 1]
    if joiner not in ("and", "or", "to", ","):
        return (), hanging
    start = hanging + 2
    start += lower[start] in ("a", "an", "the")
    whole = amount_at(tokens, start)
    if whole is None or amount.measure or not (whole.measure or tokens.hyphen(whole.end)):
        return (), hanging
    figure = Figure(
        first=hedge_before(tokens, amount.first)[0],
        number=amount.first,
        end=hanging,
        low=amount.number.low,
        high=amount.number.high,
        unit=whole.unit,
        hedge=Hedge.EXACT,
        noun=whole.end,
        of=whole.measure.of if whole.measure else None,
        joined=whole.measure is None,
    )
    if joiner != "to" or not amount.number.low < whole.number.high:
        return (figure,), hanging + 1
    return (replace(figure, end=whole.end, high=whole.number.high, hedge=Hedge.RANGE),), whole.end
