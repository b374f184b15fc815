"""Figures that are no plain number: shares of a whole, multiples, a unit that means one of it ("an hour and a half")."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.extract.quantities.figures import RISING, Figure, measure, percent
from factcheck.extract.quantities.hedges import Shape, hedge_before
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, PREPOSITIONS
from factcheck.extract.quantities.numbers import MULTIPLIERS, ORDINALS, SMALL, VULGAR, Form, cardinal, is_whole
from factcheck.extract.quantities.tokens import HYPHENS, Tokens
from factcheck.extract.quantities.units import name_end, unit_name_at
from factcheck.terms import Hedge

_HUNDRED = Decimal(100)
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, **{w: n for w, n in ORDINALS.items() if n > 2}}
_PARTS |= {w + "s": n for w, n in ORDINALS.items() if n > 2} | {"tenth": 10, "tenths": 10, "hundredth": 100}
_WORDS = words("shares")
_COMPARED = _WORDS["compared"]
STARTERS = frozenset(("half", "quarter", "third", *VULGAR))


def share_at(tokens: Tokens, i: int) -> tuple[Figure | None, int]:
    """A share of a whole at token ``i``: "half", "two-thirds", "one in five", "nine out of 10"."""
    found = _part(tokens, i) or _ratio(tokens, i)
    if found is None:
        return None, i
    return _between(tokens, *found) or found


def _between(tokens: Tokens, first: Figure | None, end: int) -> tuple[Figure, int] | None:
    """Two shares as the ends of one: "between a third and a half", "a quarter to a third"."""
    if first is None or first.unit != "percent" or first.low is None:
        return None
    lower = tokens.lower
    opener = lower[first.first - 1] if first.first else ""
    if not (lower[end] in ("to", "or") or (lower[end] == "and" and opener == "between")):
        return None
    found = _part(tokens, end + 1) or _ratio(tokens, end + 1)
    last = found[0] if found else None
    if last is None and lower[end + 1] in ("a", "one") and lower[end + 2] == "half":
        last = percent(end + 1, end + 3, Decimal(50), tokens)
    if last is None or last.unit != "percent" or last.high is None or not first.low < last.high:
        return None
    return replace(
        last, first=first.first - (opener in ("between", "from")), number=first.number, low=first.low,
        hedge=Hedge.RANGE,
    ), last.end  # fmt: skip


def _part(tokens: Tokens, i: int) -> tuple[Figure | None, int] | None:
    lower = tokens.lower
    word = lower[i]
    if word == "half":
        return _half(tokens, i)
    if word in VULGAR and not tokens.glued(i):
        top, at, bottom = VULGAR[word], i, 1
        end = i + 1
    elif word in ("a", "one") or word in SMALL or (word == "three" and lower[i + 1]):
        at = i + 2 if lower[i + 1] in HYPHENS else i + 1
        if lower[at] not in _PARTS:
            return None
        plural = lower[at].endswith("s") and lower[at] != "s"
        count = 1 if word == "a" else SMALL[word]
        if (count == 1) == plural:
            return None
        top, bottom, end = Decimal(count), _PARTS[lower[at]], at + 1
    elif word == "quarter" and lower[i + 1] == "of" and lower[i + 2] in ("a", "the"):
        top, bottom, at, end = Decimal(1), 4, i, i + 1
    elif word[:1].isdecimal() and lower[i + 1] == "/" and tokens.glued(i + 1) and lower[i + 2].isdecimal():
        if len(word) > 1 or len(lower[i + 2]) > 2 or not 0 < int(word) < int(lower[i + 2]) <= 16 or tokens.glued(i + 3):
            return None
        if lower[i + 3] not in ("of", "mile", "cup", "inch", "miles", "majority"):
            return None
        top, bottom, at, end = Decimal(word), int(lower[i + 2]), i, i + 3
    else:
        return None
    value = top / bottom
    scaled = _of_scale(tokens, i, end, value)
    if scaled:
        return scaled
    if lower[end] in ("century", "final", "finals", "finalist", "back", "backs", "master") or (
        tokens.hyphen(end) and lower[end + 1] in ("century", "finals", "final")
    ):
        return None
    if tokens.hyphen(end) and bottom in (2, 4):
        return None
    if (
        word in ("a", "one")
        and lower[at].endswith(("rd", "th", "third"))
        and not _stands_alone(tokens, end, one=word == "one")
    ):
        return None
    return percent(i, end, _rounded(value * _HUNDRED), tokens), end


def _rounded(value: Decimal) -> Decimal:
    return value if value == value.quantize(Decimal("0.01")) else value.quantize(Decimal("0.000001"))


def _stands_alone(tokens: Tokens, end: int, *, one: bool) -> bool:
    """Whether an ordinal is a share here ("a third of", "a fifth abstained"), not "a third man"."""
    after = tokens.lower[end]
    if after != "of" and not one and {"first", "second"}.intersection(tokens.lower[max(0, end - 10) : end - 2]):
        return False  # "a second round and then a third"
    if (
        after in ("was", "is", "has")
        and tokens.lower[end - 2] == "a"
        and {"were", "two", "three", "four"}.intersection(tokens.lower[max(0, end - 14) : end - 2])
    ):
        return False  # "four were shot and a fifth was stabbed"
    if after == "and" and tokens.lower[end - 3] == "between":
        return True
    if after in PREPOSITIONS | AUXILIARIES or not after.isalpha():
        return after == "of" or (not tokens.hyphen(end) and after not in ("-",))
    return one or after in (
        "fewer",
        "more",
        "less",
        "higher",
        "lower",
        "abstained",
        "said",
        "voted",
        "died",
        "backed",
        "opposed",
        "say",
        "think",
    )


def _of_scale(tokens: Tokens, i: int, end: int, value: Decimal) -> tuple[Figure | None, int] | None:
    """ "three-quarters of a million", "half an hour", "quarter of a mile"."""
    lower = tokens.lower
    at = end + 1 if lower[end] == "of" else end
    at = at + 1 if lower[at] in ("a", "an") or tokens.hyphen(at) else at
    if lower[at] == "point" and _RATES.intersection(lower[max(0, i - 12) : i]):
        return measure(tokens, i, at + 1, value, "percentage_point"), at + 1
    if at == end:
        return None
    word = lower[at]
    if word in MULTIPLIERS and lower[at - 1] in ("a", "an"):
        amount = value * MULTIPLIERS[word]
        name = unit_name_at(tokens, at + 1)
        if name is None or (not name.money and (name.cased or name.unit in ("second", "stone", "degree"))):
            return measure(tokens, i, at + 1, amount, "count"), at + 1
        stop = name_end(tokens, at + 1, name)
        return measure(tokens, i, stop, amount, "GBP" if name.unit == "pound" else name.unit), stop
    name = unit_name_at(tokens, at)
    if (
        name
        and not name.money
        and not name.cased
        and name.unit not in ("second", "degree")
        and (lower[at - 1] in ("a", "an") or tokens.hyphen(at - 1))
    ):
        stop = name_end(tokens, at, name)
        return measure(tokens, i, stop, value, name.unit), stop
    if word in ("percent", "%", "per") and lower[at - 1] in ("a", "an"):
        stop = at + 2 if word == "per" else at + 1
        return measure(tokens, i, stop, value, "percent"), stop
    if word == "percentage" and lower[at + 1] == "point":
        return measure(tokens, i, at + 2, value, "percentage_point"), at + 2
    return None


_RATES = _WORDS["rates"]


def _half(tokens: Tokens, i: int) -> tuple[Figure | None, int] | None:
    lower = tokens.lower
    after = lower[i + 1]
    half = Decimal("0.5")
    scaled = _of_scale(tokens, i, i + 1, half)
    if scaled:
        return scaled
    if after in ("dozen", "million", "billion", "trillion"):
        amount = half * MULTIPLIERS[after]
        name = unit_name_at(tokens, i + 2)
        if name is None or name.cased or name.unit in ("second", "stone", "degree"):
            return measure(tokens, i, i + 2, amount, "count"), i + 2
        end = name_end(tokens, i + 2, name)
        pounds = name.unit == "pound" and after != "dozen"  # half a million of them are money
        return measure(tokens, i, end, amount, "GBP" if pounds else name.unit), end
    before = lower[i - 1] if i else ""
    whole = after == "of" or after in _COMPARED
    if before == "by" and lower[i - 2] in RISING and not tokens.hyphen(i + 1):
        return percent(i, i + 1, Decimal(50), tokens), i + 1  # "fell by half"
    if tokens.hyphen(i + 1) or before in _HALVES or (before in ("a", "and", "in", "by") and not whole):
        return None
    hedged = hedge_before(tokens, i)[1] is not Shape.PLAIN
    if (
        after in ("of", "the", "its", "their", "his", "her", "our", "all", "those", "that", "this")
        or after in AUXILIARIES
        or (hedged and not after.isdecimal())
    ):
        if after == "past" or (after == "of" and lower[i + 2][:2] in ("19", "20") and lower[i + 2].isdecimal()):
            return None
        return percent(i, i + 1, Decimal(50), tokens), i + 1
    return None


# "the second half", "the other half": one of two, no share
_HALVES = frozenset({"first", "second", "other", "better", "one", "opening", "final", "last"})
_WHOLES = frozenset(
    {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 200, 250, 300, 400, 500, 1000}
)


def _ratio(tokens: Tokens, i: int) -> tuple[Figure | None, int] | None:
    lower = tokens.lower
    if not {"in", "out", "of", "every"} & {lower[i + 1], lower[i + 2], lower[i + 3]}:
        return None
    part = cardinal(tokens, i)
    if (
        part is None
        or part.form is not Form.CARDINAL
        or part.scaled
        or not is_whole(part.low)
        or not 0 < part.low < 1000
    ):
        return None
    at = part.end
    if tokens.hyphen(at) and lower[at + 1] == "in" and tokens.hyphen(at + 2):
        whole = cardinal(tokens, at + 3)  # "a one-in-five chance"
        if whole is None or whole.form is not Form.CARDINAL or whole.low <= part.low:
            return None
        return percent(i, whole.end, _rounded(part.low / whole.low * _HUNDRED), tokens), whole.end
    out = (
        lower[at : at + 2] == ["out", "of"]
        or lower[at : at + 2] == ["of", "every"]
        or lower[at : at + 2] == ["in", "every"]
    )
    if not (out or lower[at] == "in"):
        return None
    start = at + 2 if out else at + 1
    whole = cardinal(tokens, start + 1 if lower[start] == "every" else start)
    if whole is None or whole.form is not Form.CARDINAL or whole.low <= part.low or not is_whole(whole.low):
        return None
    after = lower[whole.end]
    if (
        unit_name_at(tokens, whole.end)
        or after in ("%", "percent")
        or (whole.digits and 1900 <= whole.low <= 2100 and not out)
    ):
        return None
    if lower[at] == "out" and whole.low > 20 and whole.low not in _WHOLES:
        return None  # "downed 41 out of 55"
    if not out:
        if whole.low not in _WHOLES and whole.low % 1000:
            return None
        if part.low > 1 and whole.low > 10 and whole.low not in (100, 1000, 20):
            return None
        if after in (
            "attacks",
            "matches",
            "games",
            "cities",
            "places",
            "countries",
            "states",
            "locations",
            "cars",
            "incidents",
            "separate",
            "villages",
            "towns",
            "provinces",
            "raids",
        ):
            return None
    value = _rounded(part.low / whole.low * _HUNDRED)
    return percent(i, whole.end, value, tokens), whole.end
