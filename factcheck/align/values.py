"""Figures as they are compared: with the rounding that their wording carries, in one unit."""

from __future__ import annotations

import math
from dataclasses import replace

from factcheck.extract.quantities.units import convert
from factcheck.model import Interval, Quantity
from factcheck.terms import Hedge

Numbers = Interval[float]

# A bare round figure may stand for anything that rounds to it, but readers do not take 2,000 for 2,400.
_ROUND_FROM = 1000
_ROUND_AT_MOST = 0.05
_SPANS = frozenset({"hour", "day", "week", "month", "year", "decade"})
_HALF = 0.5  # "a day and a half" is no 1.5 days to the tenth
_ABOUT_AT_LEAST = 0.1  # "about a dozen boats" does not contradict eleven


def in_unit_of(quantity: Quantity, other: Quantity) -> Quantity:
    """The quantity in the other's unit (same dimension)."""
    if quantity.unit == other.unit:
        return quantity
    return replace(quantity, interval=convert(quantity.interval, quantity.unit, other.unit), unit=other.unit)


def rounded(quantity: Quantity, *, always: bool = False) -> Numbers:
    """The interval a figure stands for: an exact 13,883 is itself, a bare 250,000 is 245,000..255,000.

    ``always`` rounds figures below 1,000 too: for measures and percentages, where 98 may stand for 97.7.
    """
    low, high = quantity.low, quantity.high
    if quantity.hedge is Hedge.ABOUT and low is not None and high is not None:
        slack = max(0.0, abs(low + high) / 2 * _ABOUT_AT_LEAST - (high - low) / 2)
        return Interval(low=low - slack, high=high + slack)
    if quantity.hedge is not Hedge.EXACT or low is None or high is None or low != high:
        return quantity.interval
    if abs(low) < _ROUND_FROM and not always:
        return quantity.interval
    if quantity.unit in _SPANS and low * 2 % 2 == 1:
        return Interval(low=low - _HALF / 2, high=low + _HALF / 2)
    slack = min(_last_digit(low) / 2, abs(low) * _ROUND_AT_MOST)
    if low == int(low) and int(low) % 100 and not always:
        return quantity.interval
    return Interval(low=low - slack, high=high + slack)


def _last_digit(value: float) -> float:
    """The weight of the last significant digit: 10,000 for 250,000 and 0.1 for 97.7."""
    if value == 0:
        return 1.0
    digits = f"{abs(value):.10e}"
    mantissa, exponent = digits.split("e")
    significant = len(mantissa.rstrip("0").rstrip(".").replace(".", ""))
    return float(10.0 ** (int(exponent) - significant + 1))


def stand_for(left: Quantity, right: Quantity) -> tuple[Numbers, Numbers]:
    """Both figures as intervals in the left one's unit, with the rounding that each carries."""
    converted = in_unit_of(right, left)
    if left.unit != right.unit:
        return rounded(left, always=True), _scaled(right, left)
    # A figure printed more coarsely may be the other rounded; printed alike, different digits are different.
    step_left, step_right = _step(left), _step(converted)
    if left.unit == "count":
        loose_left = left.hedge is not Hedge.EXACT or step_left > step_right
        loose_right = right.hedge is not Hedge.EXACT or step_right > step_left
        return rounded(left) if loose_left else left.interval, rounded(right) if loose_right else right.interval
    return (
        rounded(left, always=True) if step_left > step_right else left.interval,
        rounded(converted, always=True) if step_right > step_left else converted.interval,
    )


def fit(left: Quantity, right: Quantity) -> bool:
    """Whether two figures of one dimension can both be true.

    "Less than 96" and 96 cannot; "more than 40" and 40 are one round figure in two wordings, "more than 41" and 41 are not.

    >>> from factcheck.extract.quantities import find_quantities
    >>> [fit(*(find_quantities(t)[0] for t in pair)) for pair in (("under 96 votes", "96 votes"), ("over 40 votes", "40 votes"))]
    [False, True]
    """
    x, y = stand_for(left, right)
    return x.meets(y) and not (_shut_out(left, right) or _shut_out(right, left))


def _shut_out(strict: Quantity, other: Quantity) -> bool:
    """Whether the other figure lies at most on the bound that the strict one leaves out."""
    if strict.unit != other.unit or strict.hedge not in (Hedge.MORE_THAN, Hedge.LESS_THAN):
        return False
    below = strict.hedge is Hedge.LESS_THAN
    bound, reach = (strict.high, other.low) if below else (strict.low, other.high)
    if bound is None or reach is None or (reach < bound if below else reach > bound):
        return False
    exact = other.hedge is Hedge.EXACT or other.hedge in (Hedge.MORE_THAN, Hedge.LESS_THAN)
    return exact and (below or not _is_round(bound, strict.unit))


def _is_round(value: float, unit: str) -> bool:
    if unit == "percent":
        return value % 5 == 0
    if unit in _SPANS:
        return True  # "over 24 hours" is 24 hours in other words
    return value / (_last_digit(value) or 1) < (10 if abs(value) < _ROUND_FROM else 100)


def _scaled(quantity: Quantity, other: Quantity) -> Numbers:
    return convert(rounded(quantity, always=True), quantity.unit, other.unit)


def _step(quantity: Quantity) -> float:
    return _last_digit(quantity.low) if quantity.low is not None and quantity.low == quantity.high else 0.0


def middle(interval: Numbers) -> float:
    """One number for an interval: its middle, or the bound it has."""
    if interval.low is not None and interval.high is not None:
        return (interval.low + interval.high) / 2
    return interval.low if interval.low is not None else interval.high if interval.high is not None else math.nan


def gap(left: Numbers, right: Numbers) -> float:
    """How far two disjoint intervals lie apart, against the larger of their middles, 0..1."""
    a, b = middle(left), middle(right)
    return abs(a - b) / max(abs(a), abs(b), 1e-12)


def is_distinctive(quantity: Quantity) -> bool:
    """Whether a figure is rare enough that two reports of a story seldom give it by chance: 145, 8,700, $48 million."""
    low = quantity.low
    if low is None or quantity.unit in ("ordinal", "year") or quantity.hedge is Hedge.ORDER:
        return False
    digits = f"{abs(low):.6g}".replace(".", "").split("e")[0].strip("0")
    return len(digits) >= 2 or (quantity.unit == "count" and abs(low) >= _ROUND_FROM) or abs(low) >= 1e5
