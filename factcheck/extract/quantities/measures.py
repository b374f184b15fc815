"""What stands at a number and makes it a measure: percent, money, units, ages, magnitudes, multiples."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.ages import Measured, age_at, plain
from factcheck.extract.quantities.lemmas import is_plural
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, PREPOSITIONS
from factcheck.extract.quantities.numbers import SCALES, SHORT_SCALES, Form, Number, cardinal
from factcheck.extract.quantities.points import magnitude_at, percent_at
from factcheck.extract.quantities.tokens import DASHES, Tokens
from factcheck.extract.quantities.units import Name, name_end, signs, unit_name_at

_WORDS = words("measures")
# a smaller unit right behind a larger one belongs to it ("5 feet 10 inches"): (larger, smaller) -> how many make one
_FINER = {
    ("hour", "minute"): 60, ("minute", "second"): 60, ("foot", "inch"): 12, ("pound", "ounce"): 16,
    ("stone", "pound"): 14, ("year", "month"): 12, ("day", "hour"): 24,
}  # fmt: skip
_METRE_AFTER = _WORDS["metre_after"]
_METRE_BEFORE = _WORDS["metre_before"]
_TERRAIN = _WORDS["terrain"]
_MONEY_WORDS = _WORDS["money_words"]
_MULTIPLE_AFTER = _WORDS["multiple_after"]


def sign_before(tokens: Tokens, i: int) -> tuple[int, str]:
    """Where a currency sign or code in front of token ``i`` starts, and its code; ``(i, "")`` when there is none."""
    at = i - 1
    if at < 0:
        return i, ""
    if tokens.words[at] == "." and tokens.words[at - 1] in ("Rs", "Rp") and at:
        at -= 1
    for name in signs().get(tokens.words[at], ()):
        size = len(name.tokens)
        if at - size + 1 >= 0 and tuple(tokens.words[at - size + 1 : at + 1]) == name.tokens:
            start = at - size + 1
            if not all(tokens.glued(n) for n in range(start + 1, at + 1)):
                continue  # "a $5 note" is no Australian money
            if tokens.glued(start) and tokens.words[start - 1][-1:].isalnum() and not name.tokens[0].isalnum():
                continue  # letters of another currency before "$"
            letters = name.tokens[-1]
            named = len(letters) == 1 or (letters == name.unit and tokens.glued(i))  # "K2", "COP28"
            if letters.isalpha() and named and not _is_sum(tokens, start, i):
                continue
            return start, name.unit
    return i, ""


def _is_sum(tokens: Tokens, start: int, i: int) -> bool:
    """Whether capitals written onto a figure are a currency: "R20,000", "N2.5tn", "costs R18"; not "the R61", "N95"."""
    word, after = tokens.lower[i], tokens.lower[i + 1]
    grouped = "," in word or "." in word or (tokens.glued(i + 1) and after in _SCALED) or after in SCALES
    return tokens.glued(i) and not tokens.glued(start) and (grouped or tokens.lower[start - 1] in _MONEY_WORDS)


_SCALED = frozenset(SHORT_SCALES) | {"m", "b", "t"}


def measured(tokens: Tokens, number: Number, sign: str) -> Measured | None:
    """The unit that ``number`` is given in, or None when it counts things."""
    if sign:
        return _money_by_sign(tokens, number, sign)
    hyphen = tokens.hyphen(number.end)
    at = number.end + 1 if hyphen else number.end
    couple = tokens.lower[number.end - 1] == "couple"
    if (couple or number.form is Form.ORDER) and tokens.lower[at] == "of":
        name = unit_name_at(tokens, at + 1)
        if name and (name.money or couple or name.unit not in ("stone", "degree", "second")):
            return plain(number, _currency_or_mass(tokens, number, name), name_end(tokens, at + 1, name))
        return None
    return (
        percent_at(tokens, number, at)
        or age_at(tokens, number, at)
        or magnitude_at(tokens, number, at)
        or _times(tokens, number, at, hyphen=hyphen)
        or _named(tokens, number, at, hyphen=hyphen)
    )


def _money_by_sign(tokens: Tokens, number: Number, sign: str) -> Measured:
    end = number.end
    after = tokens.lower[end]
    scale = Decimal(1)
    if tokens.glued(end) and after in ("m", "b", "t") and not number.scaled:
        scale, end = {"m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}[after], end + 1
    elif after in ("m", "mn") and not number.scaled and not tokens.glued(end) and not is_plural(tokens.lower[end + 1]):
        scale, end = Decimal(10**6), end + 1
    return plain(number, sign, end, scale=scale, number_end=end)


_HIGHS = frozenset({"highs", "lows", "temperature", "temperatures"})
_WARMTH = frozenset({"temperature", "temperatures", "mercury", "thermometer", "thermometers"})


def _times(tokens: Tokens, number: Number, at: int, *, hyphen: bool) -> Measured | None:
    lower = tokens.lower
    if lower[at] == "fold":
        return plain(number, "multiple", at + 1)
    if lower[at] == "times" and not hyphen and lower[at + 1] in _MULTIPLE_AFTER:
        return plain(number, "multiple", at + 1)
    return None


def _named(tokens: Tokens, number: Number, at: int, *, hyphen: bool) -> Measured | None:
    lower, words = tokens.lower, tokens.words
    if words[at] in ("C", "F") and number.digits and not hyphen and not tokens.hyphen(at + 1):
        ends = words[at + 1] in (".", ",", ")", "(", "") or lower[at + 1] in _TEMPERED
        if tokens.glued(at) or ends:
            return _below_zero(tokens, number, "degree_C" if words[at] == "C" else "degree_F", at + 1)
    bare = not lower[at].isalpha() or lower[at] in PREPOSITIONS | AUXILIARIES
    if lower[number.first - 1] == "of" and lower[number.first - 2] in _HIGHS and bare:
        return plain(number, "degree", number.end)  # "highs of 35"
    if (
        tokens.lower[number.first - 1] == "minus"
        and bare
        and not _WARMTH.isdisjoint(lower[max(0, number.first - 10) : number.first])
    ):
        return _below_zero(tokens, number, "degree", number.end)  # "temperatures of minus 20"
    if words[at] in ("°", "º") and words[at + 1] in ("C", "F"):
        return _below_zero(tokens, number, "degree_" + words[at + 1], at + 2)
    name = unit_name_at(tokens, at)
    if name is None or not _fits(tokens, number, at, name, hyphen=hyphen):
        if lower[at] == "p" and tokens.glued(at) and number.digits and not number.scaled:
            return plain(number, "GBP", at + 1, scale=Decimal("0.01"))
        if lower[at] == "m" and tokens.glued(at) and number.digits and not number.scaled and not hyphen:
            return plain(number, _unit_behind(tokens, at + 1) or "count", *_ends(tokens, at + 1), scale=Decimal(10**6))
        return None
    end = name_end(tokens, at, name)
    if name.money:
        return plain(number, name.unit, end, scale=Decimal("0.01") if name.minor else Decimal(1))
    if name.unit in ("degree", "degree_C", "degree_F"):
        return _below_zero(tokens, number, name.unit, end)
    if name.unit == "barrel" and lower[end] == "of" and lower[end + 2 : end + 4] in (["a", "day"], ["per", "day"]):
        return plain(number, "barrel/day", end + 4)
    return _finer(tokens, plain(number, _currency_or_mass(tokens, number, name), end))


def _ends(tokens: Tokens, at: int) -> tuple[int]:
    name = unit_name_at(tokens, at)
    return (name_end(tokens, at, name),) if name and _of_millions(name) else (at,)


def _unit_behind(tokens: Tokens, at: int) -> str:
    name = unit_name_at(tokens, at)
    return name.unit if name and _of_millions(name) else ""


def _of_millions(name: Name) -> bool:
    """Whether the unit is one that millions are given in: "1.2m tonnes", "3m dollars"."""
    return name.money or (not name.cased and name.unit not in ("second", "stone", "degree"))


_TEMPERED = _WORDS["tempered"]


def _fits(tokens: Tokens, number: Number, at: int, name: Name, *, hyphen: bool) -> bool:
    """Whether the words at ``at`` are really a unit here."""
    lower = tokens.lower
    if not name.cased:
        if (
            name.unit in ("second", "foot", "yard", "stone", "degree")
            and not hyphen
            and tokens.lower[at] in ("second", "yard")
        ):
            return number.low == 1
        if name.tokens == ("won",):
            return number.scaled
        if lower[at] in ("gig", "gigs", "nm", "min"):
            return number.digits
        return True
    if name.money:
        return (number.digits or number.scaled) and not lower[name_end(tokens, at, name)][:1].isdecimal()
    if not number.digits:
        return False
    symbol = "".join(name.tokens)
    if symbol == "m":
        return _is_metre(tokens, number, at)
    if hyphen and len(symbol) < 2:
        return False
    if tokens.glued(at):
        return symbol not in ("g", "G", "t", "J", "V", "s") or lower[at + 1] not in (
            "network",
            "networks",
            "mobile",
            "phone",
            "service",
        )
    return len(symbol) > 1


def _is_metre(tokens: Tokens, number: Number, at: int) -> bool:
    """ "m" is a metre where something says so, else a million."""
    after = tokens.lower[at + 1]
    before = tokens.lower[max(0, number.first - 3) : number.first]
    if number.scaled or not tokens.glued(at):
        return not number.scaled and not is_plural(after)
    if "," in tokens.lower[at - 1]:
        return True  # "the 2,000m steeplechase": nobody writes two thousand millions so
    if after in _METRE_AFTER or (after == "-" and tokens.lower[at + 2] in _METRE_AFTER):
        return True
    if after == "(" or (after == "," and tokens.lower[at + 2] in _METRE_AFTER):
        return any(w in ("ft", "feet", "foot", "yards") for w in tokens.lower[at + 2 : at + 5])
    if number.low in (50, 60, 100, 110, 200, 400, 800, 1500, 5000, 10000) and before[-1:] in (
        ["the"],
        ["'s"],
        ["’s"],
        ["x"],
    ):
        return not is_plural(after)  # races
    if before[-1:] == ["at"] and not after.isalpha():  # "the hut, at 2,962m,"
        near = tokens.lower[max(0, number.first - 10) : number.first] + tokens.lower[at : at + 8]
        if not _TERRAIN.isdisjoint(near):
            return True
    return any(w in _METRE_BEFORE for w in before)


def _currency_or_mass(tokens: Tokens, number: Number, name: Name) -> str:
    """Pounds are a weight unless the talk is of money."""
    if name.unit != "pound" or name.cased:
        return name.unit
    near = tokens.lower[max(0, number.first - 14) : number.first] + tokens.lower[number.end : number.end + 8]
    if tokens.lower[number.end + 1] == "of":
        return name.unit
    if number.low >= 10**6 or number.form is Form.ORDER or any(w in _MONEY_WORDS for w in near):
        return "GBP"
    return "pound"


def _below_zero(tokens: Tokens, number: Number, unit: str, end: int) -> Measured:
    """Temperatures: "minus 20C", "-20C", "20 degrees below zero"."""
    i = number.first
    before = tokens.lower[i - 1] if i else ""
    negative = before == "minus" or (before in DASHES and tokens.glued(i) and not tokens.glued(i - 1))
    if tokens.lower[end : end + 2] in (["below", "zero"], ["below", "freezing"]):
        negative, end = True, end + 2
    found = plain(number, unit, end)
    if not negative:
        return found
    return Measured(unit=unit, end=end, number_end=number.end, low=-number.high, high=-number.low, step=number.step)


def _finer(tokens: Tokens, larger: Measured) -> Measured:
    """Add the smaller units that follow: "2 hours and 15 minutes", "two hours 11 minutes 48 seconds"."""
    found, unit, scale = larger, larger.unit, Decimal(1)
    while True:
        parts = [small for big, small in _FINER if big == unit]
        at = found.end
        if not parts or larger.low != larger.high:
            return found
        if tokens.lower[at : at + 3] in (["and", "a", "half"], ["and", "a", "quarter"]):
            extra = Decimal("0.5") if tokens.lower[at + 2] == "half" else Decimal("0.25")
            return _added(found, extra / scale, at + 3)
        if tokens.lower[at] in ("and", ","):
            at += 1
        more = cardinal(tokens, at)
        if more is None or more.scaled or more.form is not Form.CARDINAL:
            return found
        name = unit_name_at(tokens, more.end)
        if unit == "foot" and name is None and tokens.lower[more.end] == "in" and tokens.glued(more.end):
            return _added(found, more.low / 12, more.end + 1)  # "6ft 4in"
        if name is None or name.unit not in parts or more.low >= _FINER[unit, name.unit]:
            return found
        scale *= _FINER[unit, name.unit]
        unit = name.unit
        found = _added(found, more.low / scale, name_end(tokens, more.end, name))


def _added(larger: Measured, extra: Decimal, end: int) -> Measured:
    value = larger.low + extra
    return Measured(
        unit=larger.unit, end=end, number_end=larger.number_end, low=value, high=value, step=larger.step, of=larger.of
    )
