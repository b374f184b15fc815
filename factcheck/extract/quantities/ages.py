"""Ages: "34-year-old", "aged 12 to 15", "Ann Lee, 34,"; and the measure they and all others are handed on as."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.quantities.lemmas import is_plural
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, PREPOSITIONS
from factcheck.extract.quantities.numbers import Number, is_whole
from factcheck.extract.quantities.tokens import Tokens

_WORDS = words("ages")
TIME_UNITS = _WORDS["time_units"]
TIME_WORDS = {form: unit for unit in TIME_UNITS - {"century"} for form in (unit, unit + "s")} | {
    "century": "century", "centuries": "century", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
    "yr": "year", "yrs": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure: its unit, where it and its number end, and the value in that unit."""

    unit: str
    end: int
    number_end: int
    low: Decimal
    high: Decimal
    step: Decimal
    of: str | None = None


def plain(
    number: Number,
    unit: str,
    end: int,
    *,
    of: str | None = None,
    scale: Decimal = Decimal(1),
    number_end: int | None = None,
) -> Measured:
    """``number`` as so many of ``unit``, ending before token ``end``; ``scale`` turns it into the main unit."""
    return Measured(
        unit=unit,
        end=end,
        number_end=number.end if number_end is None else number_end,
        low=number.low * scale,
        high=number.high * scale,
        step=number.step * scale,
        of=of,
    )


def age_at(tokens: Tokens, number: Number, at: int) -> Measured | None:
    """The age that ``number`` gives, the word behind it at token ``at``: in years unless it says months or weeks."""
    lower = tokens.lower
    unit = TIME_WORDS.get(lower[at])
    if unit and unit not in ("second", "minute", "decade", "century"):
        joint = at + 2 if tokens.hyphen(at + 1) else at + 1
        if lower[joint] in ("old", "olds"):
            return plain(number, unit, joint + 1, of="age")
        if lower[joint : joint + 2] == ["of", "age"]:
            return plain(number, unit, joint + 2, of="age")
    before = lower[number.first - 1] if number.first else ""
    if lower[at] == "s" and tokens.glued(at) and before == "-" and lower[number.first - 2] in ("under", "over"):
        return plain(number, "year", at + 1, of="age")  # "the over-75s"
    if lower[at] == "age" and lower[at + 1] in _BRACKETS and number.low <= 120:
        return plain(number, "year", at, of="age")  # "the 18-to-24 age group"
    earlier = lower[max(0, number.first - 5) : number.first]
    if (
        before == "of"
        and earlier[-2:-1]
        and earlier[-2] in ("child", "boy", "girl", "man", "woman", "baby", "lad", "toddler")
    ):
        return plain(number, "year", number.end, of="age") if not is_plural(lower[number.end]) else None
    if before in ("from", "between") and number.low <= 120 and not {"age", "ages", "aged"}.isdisjoint(earlier):
        return plain(number, "year", number.end, of="age")
    if number.low <= 115 and not number.scaled and (_at_age(tokens, number) or _said_age(tokens, number)):
        return plain(number, "year", number.end, of="age")
    follower = lower[number.end]
    if number.low <= 120 and not number.scaled and (not follower[:1].isalpha() or follower in AUXILIARIES):
        if (
            before in ("aged", "ages")
            or _listed_age(tokens, number.first)
            or before == "age"
            or earlier[-2:] == ["age", "of"]
            or (before in ("is", "was", "at") and _AGES.intersection(lower[max(0, number.first - 7) : number.first]))
        ):
            return plain(number, "year", number.end, of="age")
        if _name_comma(tokens, number):
            return plain(number, "year", number.end, of="age")
    elif (number.low <= 120 and (before in ("aged", "ages") or earlier[-2:] == ["age", "of"])) or (
        number.low <= 120 and earlier[-2:] == ["aged", "between"]
    ):
        return plain(number, "year", number.end, of="age")
    return None


def _listed_age(tokens: Tokens, i: int) -> bool:
    """ "aged 12, 14 and 15": a later one of several ages."""
    at = i - 1
    while at > i - 9 and at > 0 and (tokens.lower[at] in (",", "and", "or") or tokens.lower[at].isdecimal()):
        at -= 1
    return at < i - 2 and tokens.lower[at] in ("aged", "ages")


_AGENTS = ("er", "or", "ist", "man", "woman", "ian", "boy", "girl", "ee", "ant", "son", "actress", "victim", "suspect")


def _noun_comma(tokens: Tokens, i: int) -> bool:
    """ "the actor, 61, said"."""
    lower = tokens.lower
    return (
        tokens.words[i - 1] == "," and tokens.words[i + 1] == "," and lower[i - 2].isalpha()
        and lower[i - 2].endswith(_AGENTS) and any(w in ("the", "a", "an", "his", "her") for w in lower[max(0, i - 5) : i - 2])
    )  # fmt: skip


def _at_age(tokens: Tokens, number: Number) -> bool:
    """ "At 103, Ms Bell is the oldest": an age that opens the sentence, the person behind it."""
    i, words = number.first, tokens.words
    if tokens.lower[i - 1] != "at" or not tokens.opens(i - 1) or not 5 <= number.low <= 115:
        return False
    if tokens.lower[number.end] in ("he", "she"):
        return True  # "At 19 he joined the navy"
    after = words[number.end + 1]
    named = after[:1].isupper() and words[number.end + 2][:1].isupper() and after.isalpha()
    return words[number.end] == "," and (after in _PERSONAL or named)


_PERSONAL = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lady", "he", "she"})


def _said_age(tokens: Tokens, number: Number) -> bool:
    """ "he was 84", "the boy, nine, was", "the twins, both 17,", "the actor turned 70", "the youngest was just three"."""
    lower, i, end = tokens.lower, number.first, number.end
    before = lower[i - 1]
    closes = tokens.breaks(end) or lower[end] in (",", "and", "but", ")", "when", "at", "after", "before")
    if before == "at" and lower[i - 2] in _DIED and number.low >= 1 and not tokens.hyphen(end):
        return closes or lower[end] in PREPOSITIONS  # "he died at 91"
    if lower[i - 2 : i] == ["old", "as"] or lower[i - 2 : i] == ["young", "as"]:
        return closes or lower[end] in AUXILIARIES | PREPOSITIONS  # "girls as young as nine"
    if before == "turned" and number.low >= 10:
        return closes or lower[end] in ("in", "on", "last", "this", "yesterday", "today")
    if not closes or number.low < 1:
        return False
    at = i - 2 if before in ("just", "only", "now") else i - 1
    if lower[at] in ("was", "is") and lower[at - 1] in ("he", "she", "who") and (number.low >= 10 or at < i - 1):
        return (
            lower[at - 1] == "who"
            or lower[end] != ","
            or lower[end + 1] in ("and", "but", "his", "her", "not", "when", "according")
        )
    if lower[at] in ("was", "is") and lower[at - 1] in _PERSONS | {"son", "daughter"} and lower[at - 2] in _KNOWN:
        return lower[end] != ","  # "the boy was 12"
    if lower[at] in ("was", "is") and not _YOUNGEST.isdisjoint(lower[max(0, at - 5) : at]):
        return True
    if before in ("both", "all", "each") and lower[i - 2] in (",", "(") and number.low >= 2:
        return lower[end] in (",", ")", "and") or tokens.breaks(end)
    apart = lower[i - 1] == "," == lower[end]
    named = lower[i - 2] in _PERSONS or (tokens.words[i - 2][:1].isupper() and lower[i - 3] in _PERSONS)
    known = any(w in _KNOWN for w in lower[max(0, i - 6) : i - 2])
    return apart and named and known and not is_plural(lower[i - 2])


_DIED = frozenset({"died", "dies", "dead", "retired", "married"})
_BRACKETS = frozenset({"group", "groups", "bracket", "brackets", "band", "bands", "range", "ranges", "category"})
_AGES = frozenset({"age", "ages"})  # "the average age of nurses is 44"
_YOUNGEST = frozenset({"youngest", "oldest", "eldest"})
_KNOWN = frozenset({"the", "a", "an", "his", "her", "their", "'s", "’s", "my", "our"})


def _name_comma(tokens: Tokens, number: Number) -> bool:
    """ "Ann Lee, 34, said": an age in apposition to a name of two words or more."""
    i = number.first
    words = tokens.words
    if (
        not number.digits
        or number.end != i + 1
        or words[i - 1] not in (",", "(")
        or not 1 <= number.low <= 115
        or not is_whole(number.low)
    ):
        return False
    closing = words[number.end]
    if closing not in ((",", ".", "and", "", "was", "is", "has", "had") if words[i - 1] == "," else (")", ",")):
        return False
    at = i - 1
    if words[at - 1] == "." and words[at - 2] in ("Jr", "Sr"):
        at -= 2  # "Tom Bell Jr., 28,"
    elif words[at - 1] in ("Jr", "Sr", "II", "III", "IV"):
        at -= 1
    if at > 3 and tokens.hyphen(at - 2):
        at -= 2  # "Gisele Auguste-Senty, 62,"
    name = words[max(0, at - 2) : at]
    if number.low >= 10 and _noun_comma(tokens, i):
        return True
    if _surname_alone(tokens, i):
        return True
    return (
        len(name) == 2
        and all(w[:1].isupper() and w[1:].isalpha() for w in name)
        and not any(w.lower() in _NOT_PEOPLE for w in name)
    )


def _surname_alone(tokens: Tokens, i: int) -> bool:
    """ "Short, 33, was held": a lone name that opens its clause, an age, a verb or what is said of the person."""
    words, lower = tokens.words, tokens.lower
    name, before, after = words[i - 2], lower[i - 3] if i > 2 else "", lower[i + 2]
    return (
        words[i - 1] == "," == words[i + 1]
        and len(lower[i]) == 2
        and name[:1].isupper()
        and name[1:].islower()
        and name.lower() not in _NOT_PEOPLE
        and not is_plural(name.lower())
        and (tokens.opens(i - 2) or before in _CLAUSE_OPENERS or before in (",", "and", "but") or before in _PERSONS)
        and (after in _SAID_OF or (after.endswith("ed") and len(after) > 4))
    )


_CLAUSE_OPENERS = frozenset({"that", "while", "when", "where", "as", "because", "although", "said", "after", "before"})
_SAID_OF = _WORDS["said_of"]
_PERSONS = words("binding")["people"] | words("ages")["persons"]
_NOT_PEOPLE = _WORDS["not_people"]
