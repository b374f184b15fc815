"""Numbers in digits and in words: what they say, and to which step they are given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from factcheck.extract.quantities.tokens import HYPHENS, Tokens

_SMALL_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: value for value, word in enumerate(_SMALL_WORDS, 1)}
TENS = {word: value * 10 for value, word in enumerate(_TENS_WORDS, 2)}
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_GROUPS = {"hundred": 100, "dozen": 12}
MULTIPLIERS = {**SCALES, **_GROUPS}
# written at the digits; "m" needs its surroundings (see figures.py) and is read only where the caller allows it
SHORT_SCALES = {
    "k": 10**3, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mm": 0, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "trn": 10**12, "cr": 10**7,
}  # fmt: skip
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}

# words that leave the size open -> the interval they cover (the label conventions); an example beside each
ORDERS = {
    "dozens": (24, 99),  # dozens of houses
    "scores": (40, 99),  # scores of arrests
    "hundreds": (200, 999),  # hundreds of letters
    "thousands": (2_000, 99_999),  # thousands of fans
    "millions": (2 * 10**6, 99_999_999),  # millions of birds
    "billions": (2 * 10**9, 99_999_999_999),  # billions of euros
    "trillions": (2 * 10**12, 99_999_999_999_999),  # trillions of yen
    "lakhs": (2 * 10**5, 99 * 10**5),  # lakhs of pilgrims
    "crores": (2 * 10**7, 99 * 10**7),  # crores of rupees
    "handful": (3, 6),  # a handful of shops
    "several": (3, 9),  # several bridges
}
# these take "of" before their noun, or leave it out
PLURALS = frozenset(ORDERS) - {"handful", "several"}
_ORDER_STEPS = {"thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
_PLURAL_OF = {"lakh": "lakhs", "crore": "crores", "dozen": "dozens", "hundred": "hundreds", "thousand": "thousands", "million": "millions",
              "billion": "billions", "trillion": "trillions"}  # fmt: skip

_ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_WORDS, 1)}
ORDINAL_TENS = {word[:-1] + "ieth": value for word, value in TENS.items()} | {"hundredth": 100, "thousandth": 1000}
SUFFIXES = frozenset({"st", "nd", "rd", "th"})

STARTERS = frozenset(SMALL) | frozenset(TENS) | frozenset({"a", "an", "half", "couple", "few", "zero", "tens", *ORDERS})
_LONGEST = 30  # digits; more is an identifier, not a figure
_WORDS_LONGEST = 40


class Form(StrEnum):
    """What kind of number the words make."""

    CARDINAL = "cardinal"
    ORDER = "order"
    ORDINAL = "ordinal"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Number:
    """A number on tokens ``first``..``end``; ``step`` is the unit of its last significant digit."""

    first: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    form: Form = Form.CARDINAL
    digits: bool = False
    scaled: bool = False


def exact(
    first: int, end: int, value: Decimal, *, digits: bool = False, step: Decimal | None = None, scaled: bool = False
) -> Number:
    """One value; its step is read off its trailing zeros unless given."""
    return Number(first, end, value, value, last_step(value) if step is None else step, digits=digits, scaled=scaled)


def is_whole(value: Decimal) -> bool:
    """Whether the value is an integer; of any size, where a remainder would pass decimal precision."""
    return value == value.to_integral_value()


def last_step(value: Decimal) -> Decimal:
    """The unit of the last significant digit: 900 -> 100, 1.25 -> 0.01, 0 -> 1."""
    if not value:
        return Decimal(1)
    digits = value.normalize().as_tuple()
    exponent = digits.exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and len(digits.digits) < 20 else Decimal(1)


def cardinal(tokens: Tokens, i: int, *, plain_and: bool = False) -> Number | None:
    """The cardinal or the order of magnitude that starts at token ``i``; ``plain_and`` keeps "and" out of it."""
    word = tokens.lower[i]
    if word[:1].isdecimal() or (word[:1] == "." and len(word) > 1):
        return _digits(tokens, i)
    return _order(tokens, i) or _words(tokens, i, plain_and=plain_and)


def _digits(tokens: Tokens, i: int) -> Number | None:
    word = tokens.lower[i]
    if len(word) > _LONGEST or (word[0] == "0" and len(word) > 1 and word[1] != "."):
        return None
    plain = "".join(c for c in word if c.isdecimal() or c == ".")
    value = Decimal(plain)
    decimals = plain.partition(".")[2]
    step = Decimal(1).scaleb(-len(decimals)) if decimals else last_step(value)
    end = i + 1
    after = tokens.lower[end]
    comma = _decimal_comma(tokens, end) if not decimals else None
    if comma is not None:
        return exact(i, end + 2, value + comma, digits=True, step=last_step(comma) if comma else Decimal("0.1"))
    if after in VULGAR and tokens.glued(end):
        return exact(i, end + 1, value + VULGAR[after], digits=True)
    part = end + 1 if tokens.hyphen(end) else end
    top, slash, below = tokens.lower[part : part + 3]
    if slash == "/" and top.isdecimal() and below.isdecimal() and len(top) < 3:
        bottom = Decimal(below[:3])  # "2 1/4", "7-3/4"
        if 0 < Decimal(top) < bottom <= 16:
            return exact(i, part + 3, value + Decimal(top) / bottom, digits=True)
    scale, end, scaled = 1, end, False
    for _ in range(2):
        at = end + 1 if tokens.hyphen(end) else end
        by = _scale_at(tokens, at, glued=tokens.glued(at) and at == end)
        if not by:
            break
        scale, end, scaled = scale * by, at + 1, True
    if scaled and tokens.lower[end] == "and" and tokens.lower[end + 1 : end + 3] == ["a", "half"]:
        return exact(i, end + 3, (value + Decimal("0.5")) * scale, digits=True, scaled=True)
    if scaled and not decimals:
        step = last_step(value)
    return exact(i, end, value * scale, digits=True, step=step * scale, scaled=scaled)


def _decimal_comma(tokens: Tokens, at: int) -> Decimal | None:
    """What follows a comma that is a decimal point: "2,5 percent"; None for the comma of a list or of thousands."""
    after = tokens.lower[at + 1]
    if tokens.lower[at] != "," or not tokens.glued(at) or not tokens.glued(at + 1) or tokens.lower[at - 2] == ",":
        return None
    if not after.isdecimal() or len(after) > 2 or tokens.lower[at + 2] not in _DECIMAL_AFTER:
        return None
    return Decimal(after).scaleb(-len(after))


_DECIMAL_AFTER = frozenset(SCALES) | {"%", "percent", "per", "pc", "bn", "km", "kg", "cm", "tonnes", "metres", "euros"}


def _scale_at(tokens: Tokens, at: int, *, glued: bool) -> int:
    word = tokens.lower[at]
    if word in MULTIPLIERS:
        return MULTIPLIERS[word]
    if glued and tokens.words[at] == "M":
        return 10**6
    if word in SHORT_SCALES and (glued or word in ("bn", "mn", "tn", "mln", "bln")):
        return SHORT_SCALES[word]
    return 0


def _small(word: str) -> tuple[str, int] | None:
    if word in SMALL:
        return ("unit" if SMALL[word] < 10 else "teen"), SMALL[word]
    return ("tens", TENS[word]) if word in TENS else None


def _words(tokens: Tokens, i: int, *, plain_and: bool) -> Number | None:
    lower = tokens.lower
    total = group = 0
    last = ""  # what stood before: unit, teen, tens, hundred, scale
    ceiling = 10**18
    j = i
    if lower[i] in ("a", "an"):
        if lower[i + 1] not in MULTIPLIERS:
            return None
        group, last, j = 1, "unit", i + 1
    elif lower[i] == "zero":
        return exact(i, i + 1, Decimal(0))
    while j - i < _WORDS_LONGEST:
        k = j
        if k > i and tokens.hyphen(k):
            k += 1
        elif lower[k] == "and" and last in ("hundred", "scale") and not plain_and and _small(lower[k + 1]):
            k += 1
            if last == "hundred" and lower[k + 1] == "hundred":
                break
        small = _small(lower[k])
        if small:
            kind, value = small
            if last in ("unit", "teen") or (last == "tens" and kind != "unit"):
                break
            group, last = group + value, kind
        elif lower[k] == "hundred" and 0 < group < 100 and last in ("unit", "teen", "tens"):
            group, last = group * 100, "hundred"
        elif lower[k] == "dozen" and 0 < group < 100 and last in ("unit", "teen", "tens"):
            return exact(i, k + 1, Decimal(total + group * 12), scaled=group > 1)
        elif lower[k] in SCALES and group and SCALES[lower[k]] < ceiling:
            ceiling = SCALES[lower[k]]
            total, group, last = total + group * ceiling, 0, "scale"
        else:
            break
        j = k + 1
    if j == i or (lower[i] in ("a", "an") and j == i + 1):
        return None
    return _with_half(
        tokens, exact(i, j, Decimal(total + group), scaled=last == "scale" or (last == "hundred" and group > 100))
    )


def _with_half(tokens: Tokens, number: Number) -> Number:
    """ "two and a half (million)", "a million and a half", "three point five"."""
    lower, end = tokens.lower, number.end
    value = number.low
    if lower[end] == "point" and lower[end + 1] in SMALL | {"zero": 0, "oh": 0}:
        fraction = ""
        j = end + 1
        while lower[j] in SMALL | {"zero": 0, "oh": 0} and SMALL.get(lower[j], 0) < 10 and len(fraction) < 6:
            fraction += str(SMALL.get(lower[j], 0))
            j += 1
        if fraction:
            value, end = value + Decimal("0." + fraction), j
    else:
        at = end + 1 if tokens.hyphen(end) else end
        if lower[at] == "and":
            at = at + 2 if tokens.hyphen(at + 1) else at + 1
            if lower[at] in ("a", "one", "three"):
                times = 3 if lower[at] == "three" else 1
                at = at + 2 if tokens.hyphen(at + 1) else at + 1
                part = _PARTS.get(lower[at].removesuffix("s"))
                if part is not None and (lower[at] != "third" or times == 1):
                    scale = (
                        Decimal(10) ** (int(value).bit_length() and len(str(int(value))) - 1) if number.scaled else 1
                    )
                    value, end = value + part * times * scale, at + 1
    if end == number.end:
        return number
    scale_word = lower[end + 1] if tokens.hyphen(end) else lower[end]
    if scale_word in MULTIPLIERS:
        end += 2 if tokens.hyphen(end) else 1
        value *= MULTIPLIERS[scale_word]
    return replace(number, end=end, low=value, high=value, step=last_step(value))


def _order(tokens: Tokens, i: int) -> Number | None:
    lower = tokens.lower
    word = lower[i]
    j = i + 1
    if word == "a" and lower[j] in ("few", "handful", "couple"):
        return _order(tokens, j) and replace(_order(tokens, j) or exact(i, j, Decimal(0)), first=i)
    if word == "couple":
        return _couple(tokens, i)
    if word in ("several", "few", "many") and lower[j] in _PLURAL_OF:
        if word == "several":
            by = MULTIPLIERS[lower[j]]
            return _open(i, j + 1, 3 * by, 9 * by)
        return _open(i, j + 1, *ORDERS[_PLURAL_OF[lower[j]]])
    if word in ("tens", "dozens", "hundreds") and lower[j] == "of" and lower[j + 1] in _ORDER_STEPS:
        by = _ORDER_STEPS[lower[j + 1]]
        base = {"tens": 10, "dozens": 24, "hundreds": 100}[word]
        top = 1000 if word == "hundreds" else 100
        return _open(i, j + 2, (2 * base if base != 24 else 24) * by, top * by - 1)
    if word == "tens" and lower[j] == "of":
        return _open(i, j, 20, 99)
    if word in ORDERS and word != "handful":
        return _open(i, j, *ORDERS[word])
    if word == "handful" and lower[i - 1] == "a":
        return _open(i, j, *ORDERS[word])
    return None


def _couple(tokens: Tokens, i: int) -> Number | None:
    at = i + 2 if tokens.lower[i + 1] == "of" else i + 1
    by = MULTIPLIERS.get(tokens.lower[at])
    if by:
        return exact(i, at + 1, Decimal(2 * by))
    return exact(i, i + 1, Decimal(2)) if at == i + 2 and tokens.lower[i - 1] == "a" else None


def _open(first: int, end: int, low: int, high: int) -> Number:
    return Number(first, end, Decimal(low), Decimal(high), Decimal(1), form=Form.ORDER)


def ordinal(tokens: Tokens, i: int) -> Number | None:
    """The ordinal that starts at token ``i``: "21st", "third", "twenty-first", "one hundredth"."""
    lower = tokens.lower
    word = lower[i]
    if word[:1].isdecimal():
        if lower[i + 1] in SUFFIXES and tokens.glued(i + 1) and len(word) <= 9 and "." not in word:
            value = Decimal("".join(c for c in word if c.isdecimal()))
            return replace(exact(i, i + 2, value, digits=True), form=Form.ORDINAL)
        return None
    if word in TENS and (tokens.hyphen(i + 1) or lower[i + 1] in ORDINALS):
        at = i + 2 if lower[i + 1] in HYPHENS else i + 1
        if ORDINALS.get(lower[at], 99) < 10:
            return replace(exact(i, at + 1, Decimal(TENS[word] + ORDINALS[lower[at]])), form=Form.ORDINAL)
    found = ORDINALS.get(word) or ORDINAL_TENS.get(word)
    return replace(exact(i, i + 1, Decimal(found)), form=Form.ORDINAL) if found else None
