"""Figures: a number with its hedge and unit, cut out of the tokens. What it counts is bound later (quantities.py)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.extract.quantities.ages import Measured
from factcheck.extract.quantities.contests import is_contest
from factcheck.extract.quantities.hedges import Shape, bend, hedge_after, hedge_before, stronger
from factcheck.extract.quantities.lemmas import is_plural, singular
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.measures import measured, sign_before
from factcheck.extract.quantities.nouns import STOPS
from factcheck.extract.quantities.numbers import Form, Number, cardinal, is_whole, last_step
from factcheck.extract.quantities.tokens import DASHES, Tokens
from factcheck.terms import Hedge

_WORDS = words("figures")
RISING = _WORDS["rising"]
_RANGING = _WORDS["ranging"]
_CRICKET = _WORDS["cricket"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure on tokens ``first``..``end`` (hedge and unit included); the number itself starts at ``number``.

    ``noun`` is the token where the counted noun would start. ``of`` is set when the grammar already knows it.
    ``joined``: a hyphen ties the noun on ("14-member"). ``weak``: nothing but a role or a noun makes it a claim.
    """

    first: int
    number: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str
    hedge: Hedge
    noun: int
    of: str | None = None
    joined: bool = False
    weak: bool = False
    contest: bool = False
    changed: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its sign and unit, before hedges and ranges."""

    first: int
    end: int
    number: Number
    measure: Measured | None

    @property
    def unit(self) -> str:
        """The measure's unit, or ``count``."""
        return self.measure.unit if self.measure else "count"


def amount_at(tokens: Tokens, i: int, *, plain_and: bool = False) -> Amount | None:
    """The amount whose number starts at token ``i``."""
    number = cardinal(tokens, i, plain_and=plain_and)
    if number is None:
        return None
    first, sign = sign_before(tokens, i)
    measure = measured(tokens, number, sign)
    if measure:
        number = replace(number, low=measure.low, high=measure.high, step=measure.step, end=measure.number_end)
        if measure.low < 0:
            first -= 1  # the minus
    return Amount(first, measure.end if measure else number.end, number, measure)


def figures_from(tokens: Tokens, amount: Amount) -> tuple[tuple[Figure, ...], int]:
    """The figure (or two: "rose from 41 to 53", "9-5") that ``amount`` begins, and the token after them."""
    second, kind = _second(tokens, amount)
    if second is None:
        if kind == "drop":
            return (), amount.end
        return (_single(tokens, amount),), amount.end
    if kind == "range":
        return (_range(tokens, amount, second),), second.end
    if kind == "contest":
        pair = (_single(tokens, amount), _single(tokens, second))
        return tuple(replace(f, contest=True) for f in pair), second.end
    left, right = _single(tokens, amount), _single(tokens, second)
    if (left.unit == "count") != (right.unit == "count"):  # "from 12 years to nine": one unit for both
        if left.unit == "count":
            left = replace(left, unit=right.unit, of=right.of)
        elif not is_plural(tokens.lower[right.noun]):
            right = replace(right, unit=left.unit, of=left.of)
    return tuple(replace(f, changed=True) for f in (left, right)), second.end


def _single(tokens: Tokens, amount: Amount) -> Figure:
    number, measure = amount.number, amount.measure
    first, shape = hedge_before(tokens, amount.first)
    if shape is Shape.OVER and tokens.lower[amount.first - 1] == "over" and not _over_compares(tokens, amount):
        first, shape = amount.first, Shape.PLAIN
    end, after = hedge_after(tokens, amount.end)
    shape = stronger(shape, after)
    if measure is None and shape in (Shape.UNDER, Shape.OVER) and _bounds_age(tokens, first, end, number):
        measure = Measured("year", end, number.end, number.low, number.high, number.step, of="age")
    low, high, hedge = bend(number.low, number.high, number.step, shape)
    if number.form is Form.ORDER and shape in (Shape.AROUND, Shape.BELOW, Shape.PLAIN):
        hedge = Hedge.ORDER
    return Figure(
        first=first,
        number=amount.first,
        end=end,
        low=low,
        high=high,
        unit=measure.unit if measure else "count",
        hedge=hedge,
        noun=end,
        of=measure.of if measure else None,
        joined=tokens.hyphen(end),
    )


_YOUNG_AND_OLD = _WORDS["young_and_old"]
_PEOPLE = words("binding")["people"]


def _bounds_age(tokens: Tokens, first: int, end: int, number: Number) -> bool:
    """ "children under 16", "anyone over 65", "half are under 18": ages without the word."""
    after, before = tokens.lower[end], tokens.lower[first - 1]
    if before in ("are", "were", "being"):
        before = next((w for w in reversed(tokens.lower[max(0, first - 7) : first - 1]) if _aged(w)), "")
    return 0 < number.low <= 110 and _aged(before) and (not after.isalpha() or after in STOPS)


def _aged(word: str) -> bool:
    return word in _YOUNG_AND_OLD or (is_plural(word) and singular(word) in _PEOPLE)


def _over_compares(tokens: Tokens, amount: Amount) -> bool:
    """Whether "over" means "more than" and not "during": always but for spans of time that nothing governs."""
    if amount.unit not in ("minute", "hour", "day", "week", "month", "year", "decade"):
        return True
    before = tokens.lower[amount.first - 2]
    return before in (
        "for",
        "of",
        "is",
        "was",
        "are",
        "were",
        "be",
        "lasted",
        "took",
        "takes",
        "after",
        "just",
        "well",
        "spent",
        "spans",
    )


def _second(tokens: Tokens, a: Amount) -> tuple[Amount | None, str]:
    """The other end of a range, of a change or of a score, and which of them it is."""
    lower = tokens.lower
    before = lower[a.first - 1] if a.first else ""
    hedged = hedge_before(tokens, a.first)[0]
    opener = lower[hedged - 1] if a.first else ""
    if opener in ("initial", "original", "earlier", "previous") and "from" in lower[max(0, hedged - 4) : hedged - 1]:
        opener = "from"  # "risen from an initial £4m to £11m"
    between = before == "between" or opener == "between"
    at = a.end
    if tokens.hyphen(at) and lower[at + 1] == "to" and tokens.hyphen(at + 2):
        at += 1  # "the 18-to-24 group"
    word = lower[at]
    if (
        word == "for"
        and a.measure is None
        and a.number.low < 1000
        and not _CRICKET.isdisjoint(lower[max(0, at - 12) : at + 16])
    ):
        wickets = amount_at(tokens, at + 1)  # "187 for six"
        few = wickets and wickets.measure is None and min(a.number.low, wickets.number.low) <= 10
        return (wickets, "contest") if few else (None, "")  # "four for 52"
    if word in DASHES:
        if tokens.glued(at) != tokens.glued(at + 1) or (not tokens.glued(at) and word in "-—"):
            return None, ""
    elif not (word in ("to", "or") or (word == "and" and between)):
        return None, ""
    start = _number_start(tokens, at + 2 if tokens.hyphen(at + 1) else at + 1)
    b = amount_at(tokens, start) if start else None
    if b is None or b.number.form is not Form.CARDINAL or a.number.form is not Form.CARDINAL:
        return None, ""
    if word == "or":
        lent = _lift(a.number, b.number)  # "one or two million"
        step = (b.number.low - lent) / (lent / a.number.low) if a.number.low and lent else 0
        near = a.measure is None and step == 1 and a.number.low <= 20
        return (b, "range") if near else (None, "")
    a_value, b_value = a.number.low, b.number.low
    if a.measure and b.measure and a.unit != b.unit:
        return None, ""
    if (
        word != "and"
        and a.measure is None
        and (b.measure is None or b.unit == "count")
        and is_contest(tokens, a.number, b.number)
    ):
        return b, "contest"
    lifted = _lift(a.number, b.number)
    if word == "to" and before != "from" and opener != "from" and _steps(tokens, a, b):
        return None, ""
    if before == "from" or opener == "from":
        lead = lower[max(0, a.first - 5) : a.first]
        ranging = any(w in _RANGING for w in lead)
        if ranging or (a_value < b_value and not _moves(tokens, a, b)):
            return (b, "range") if lifted < b_value else (None, "")
        return b, "change"
    if (
        word == "to"
        and any(w in RISING for w in lower[max(0, a.first - 2) : a.first])
        and before != "by"
        and (a.measure or a.number.scaled)
    ):
        return b, "change"
    if lifted < b_value:
        return b, "range"
    return None, "drop" if word in DASHES else ""


def _steps(tokens: Tokens, a: Amount, b: Amount) -> bool:
    """Whether a change and its outcome stand side by side: "fell 2% to 7,400", "dropped by 12 to 208"."""
    if not any(w in RISING for w in tokens.lower[max(0, a.first - 4) : a.first]):
        return False
    if a.measure and b.measure and a.end < b.first and a.unit not in ("percent", "percentage_point"):
        return tokens.lower[hedge_before(tokens, a.first)[0] - 1] == "by" or b.number.low >= 5 * a.number.low
    if a.unit in ("percent", "percentage_point", "basis_point") and b.measure is None:
        return True
    scaled = b.number.scaled and a.number.low < 1000
    return a.measure is None and b.measure is None and b.number.low >= 3 * a.number.low and not scaled


def _number_start(tokens: Tokens, at: int) -> int:
    """The token where the number after a connective starts, behind a currency sign."""
    for ahead in range(3):
        if cardinal(tokens, at + ahead):
            return at + ahead if ahead == 0 or sign_before(tokens, at + ahead)[0] == at else 0
    return 0


def _lift(a: Number, b: Number) -> Decimal:
    """The lower end with the scale of the upper one lent to it: "five to six million"."""
    if b.scaled and not a.scaled and b.low:
        scale = Decimal(10) ** (len(str(int(b.low))) - 1)
        for power in (10**12, 10**9, 10**7, 10**6, 10**5, 10**3, 100, 12):
            if is_whole(b.low) and b.low >= power and a.low <= b.low / power < 1000:
                return a.low * power
        return a.low * scale if a.low < 10 else a.low
    return a.low


def _moves(tokens: Tokens, a: Amount, b: Amount) -> bool:
    return any(w in RISING for w in tokens.lower[max(0, a.first - 9) : a.first])


def _range(tokens: Tokens, a: Amount, b: Amount) -> Figure:
    first, _ = hedge_before(tokens, a.first)
    if tokens.lower[first - 1] in ("between", "from") and first:
        first -= 1
        if tokens.lower[first - 1] in ("anywhere", "somewhere"):
            first -= 1
    end, _ = hedge_after(tokens, b.end)
    unit, of = b.unit, b.measure.of if b.measure else None
    low, high = _lift(a.number, b.number), b.number.high
    if a.measure and not b.measure:
        unit, of = a.unit, a.measure.of
    return Figure(
        first=first, number=a.first, end=end, low=low, high=high, unit=unit, hedge=Hedge.RANGE, noun=end, of=of,
        joined=tokens.hyphen(end),
    )  # fmt: skip


def percent(first: int, end: int, value: Decimal, tokens: Tokens, *, noun: int | None = None) -> Figure:
    """A share of a whole ("a third of the crew") as percent, hedged by the words before it."""
    start, shape = hedge_before(tokens, first)
    step = last_step(value) if len(value.as_tuple().digits) < 8 else Decimal(1)
    low, high, hedge = bend(value, value, step, shape)
    return Figure(
        first=start, number=first, end=end, low=low, high=high, unit="percent", hedge=hedge,
        noun=end if noun is None else noun, joined=tokens.hyphen(end),
    )  # fmt: skip


def measure(tokens: Tokens, i: int, end: int, value: Decimal, unit: str, *, of: str | None = None) -> Figure:
    """``value`` of ``unit`` on tokens ``i``..``end``, hedged by the words before it."""
    first, shape = hedge_before(tokens, i)
    low, high, hedge = bend(value, value, last_step(value), shape)
    return Figure(
        first=first,
        number=i,
        end=end,
        low=low,
        high=high,
        unit=unit,
        hedge=hedge,
        noun=end,
        of=of,
        joined=tokens.hyphen(end),
    )
