"""Numbers that name and do not count: roads, flights, models, articles of law, addresses, telephones.

The words that make a name of a number are rows of ``designators.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.extract.quantities.lemmas import is_plural
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.numbers import SHORT_SCALES, SUFFIXES, VULGAR
from factcheck.extract.quantities.tokens import DASHES, Tokens

_WORDS = words("designators")
_STREET = re.compile(
    r"\d{1,5}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,5})?\s(?:[NSEWnsew]\.?\s|(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|Old|SW|SE|NW|NE|Upper|Lower)\s)?"
    r"(?:[A-Z0-9][\w.'’]{0,20}\s){1,3}(?:Streets?|St|Avenues?|Ave|Av|Roads?|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Way|"
    r"Parkway|Pkwy|Highway|Hwy|Terrace|Circle|Cir|Crescent|Close|Row|Trail|Plaza|Pike|Loop|Freeway|Expressway)\b"
    r"|\d{1,5}[\s-](?:block|hundred block)\b"
)
_PHONE = re.compile(
    r"\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\d{3}[-.]\d{4}\b|1[-. ]\d{3}[-. ]\d{3}[-. ]\d{4}\b|0\d{2,4}[-. ]\d{3}"
    r"|(?:\d{3}-){1,2}[A-Z]{4}\b|1-\d{3}-[\w-]{4,12}|\d{5}-\d{4}\b|\d{2,3}-\d{5,}"
)
_STATE = re.compile(
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\Z"
)
_CONTEST = words("figures")["contest"]
_GUN = _WORDS["gun"]
_EMERGENCY = frozenset({"911", "999"})
_OPEN_JOINTS = _WORDS["open_joints"]
_TITLED = _WORDS["titled"]
NO_COUNT = _WORDS["no_count"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of name with the words that announce it."""

    name: str
    always: frozenset[str]
    capital: frozenset[str]
    example: str


@cache
def kinds() -> tuple[Kind, ...]:
    """Every row of ``designators.toml``."""
    rows = tomllib.loads(files("factcheck.extract.quantities").joinpath("designators.toml").read_text("utf-8"))["kind"]
    return tuple(
        Kind(row["name"], frozenset(row["always"].split()), frozenset(row["capital"].split()), row["example"])
        for row in rows
    )


_ALWAYS = frozenset().union(*(kind.always for kind in kinds()))
_CAPITAL = frozenset().union(*(kind.capital for kind in kinds()))


def is_name(tokens: Tokens, i: int, end: int, *, hedged: bool, whole: bool = False) -> bool:
    """Whether the number on tokens ``i``..``end`` names something. ``hedged``: "about", "$" or the like precedes it.

    ``whole``: letters written onto it are its currency or make an age of it ("R20,000", "the over-75s").
    """
    if tokens.words[i][0].isdecimal() or tokens.words[i][0] == ".":
        return (not (whole and tokens.words[i][0] != ".") and _glued(tokens, i, end)) or (
            not hedged and _digits_name(tokens, i, end)
        )
    return not hedged and _words_name(tokens, i, end)


def name_end(tokens: Tokens, i: int) -> int:
    """The token after the address or telephone number that starts at token ``i`` (digits); ``i`` when there is none."""
    start = tokens.starts[i]
    match = _PHONE.match(tokens.text, start) or _STREET.match(tokens.text, start)
    if not match:
        return i
    end = match.end()
    while tokens.starts[i] < end and i < tokens.size:
        i += 1
    return i


def is_calibre(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the measure on tokens ``i``..``end`` says which gun: "a 9 mm pistol", ".22-calibre"."""
    for word in tokens.lower[end : end + 3]:
        if word in _GUN:
            return True
        if not word.isalpha() and word != "-":
            break  # "15% contained, Cal Fire said"
    if tokens.lower[end - 1] == "mm":
        return tokens.lower[i] in ("9", "5.56", "7.62", "5.45", "5.7") or tokens.lower[i - 1] in ("a", "the", "his")
    return False


def _glued(tokens: Tokens, i: int, end: int) -> bool:
    """Letters or signs written onto the digits: F-16, A320, COVID-19, #7, 24/7, 3-D, 192.168.1.1."""
    lower = tokens.lower
    if tokens.glued(i):
        before = lower[i - 1]
        if before.isalnum() or before in ("_", "/", "\\", "#", "@", "=", "&", ":", ".", "*", "^", "'", "’", "["):
            return True
        if before == "," and lower[i - 2][-1:].isdecimal():
            return True
        if before in DASHES and tokens.glued(i - 1):
            joint = lower[i - 2]
            if joint.isalnum() and joint not in _OPEN_JOINTS:
                return True
        if before == "+" and len(lower[i]) > 2:
            return True
    if not tokens.glued(end):
        return False
    after, word = lower[end], tokens.words[end]
    if after.isalpha() and tokens.words[end - 1][-1].isdecimal():
        return after not in SHORT_SCALES and after not in SUFFIXES and after not in VULGAR and not _may_be_unit(word)
    if after in (",", ":", "/", "_", "@") and tokens.glued(end + 1) and lower[end + 1][:1].isalnum():
        return after != "/" or lower[end + 1].isdecimal()
    if after == "." and tokens.glued(end + 1) and lower[end + 1][:1].isalnum():
        return True
    if after[:1] == "." and after[1:].isdecimal():
        return True
    if tokens.hyphen(end):
        joined = tokens.words[end + 1]
        if len(joined) == 1 and joined.isalpha():
            return joined != "a"  # "$10-a-day"
        return joined[0].isupper() and not joined.isupper() and not tokens.words[i - 1][:1].isupper()
    return False


def _may_be_unit(word: str) -> bool:
    if len(word) > 2 and word[0].isupper() and word[1:].islower():
        return False  # "1Xtra"
    return len(word) <= 5 and word not in ("A", "D", "G", "E", "H", "X", "S", "d", "th", "x", "a", "b", "e", "s")


def _digits_name(tokens: Tokens, i: int, end: int) -> bool:
    words, lower = tokens.words, tokens.lower
    before = lower[i - 1] if i else ""
    if before == "." and lower[i - 2] in ("no", "nos", "art", "sec", "ch", "fig", "vol", "pp", "p", "rt", "hwy", "apt"):
        return True
    if lower[i] in _EMERGENCY and (
        before in ("call", "called", "calling", "dial", "to", "a", "the")
        or lower[end] in ("calls", "callers", "operators", "dispatchers", "tapes", "recordings")
        or not lower[end].endswith("s")
    ):
        return True
    if before == "#":
        return True
    tallied = lower[end] in DASHES and lower[end + 1].isdecimal() and not _CONTEST.isdisjoint(lower[max(0, i - 6) : i])
    if before in _ALWAYS and not tallied:  # "rejected the amendment 52-47"
        return True
    if before in _CAPITAL and _named(tokens, i):
        return True
    if before == "of" and words[i - 2] == "Group":
        return True
    if lower[end] in ("run", "runs", "race", "races") and lower[end - 1] == "k":
        return True
    if words[end - 1] == "K" and lower[i] in ("2", "4", "5", "8", "10") and not is_plural(lower[end]):
        return True  # a film in 4K, a 5K run
    if len(lower[i]) == 5 and lower[i].isdecimal() and _STATE.match(words[i - 1] if i else ""):
        return True
    if tokens.opens(i) and (lower[end] in (")", ".") or lower[end] == "") and words[end + 1][:1] not in ("", "."):
        return lower[end] == ")" or (i == 0 or words[i - 1][:1] in ("\n", "("))
    if (
        len(lower[i]) == 4
        and lower[i].isdecimal()
        and tokens.opens(i)
        and words[end][:1].isupper()
        and words[end + 1][:1].islower()
    ):
        return True  # a clock time or a house number that opens a line
    if before == "at" and lower[i].isdecimal() and 3 <= len(lower[i]) <= 5 and words[end][:1].isupper():
        return not is_plural(lower[end]) or words[end + 1][:1].isupper()  # "at 16411 Saybrook"
    if before == "[" and lower[end] == "]":
        return True
    return _after_capital(tokens, i, end)


def _named(tokens: Tokens, i: int) -> bool:
    """Whether the word before token ``i`` is written as part of a name ("Order 12", "Order 12 was signed")."""
    return tokens.words[i - 1][0].isupper() and (not tokens.opens(i - 1) or not is_plural(tokens.lower[i + 1]))


def _after_capital(tokens: Tokens, i: int, end: int) -> bool:
    """A capitalised word right before bare digits: "Falcon 9"; not "in Syria 12 villages", nor a headline's verb."""
    word = tokens.words[i - 1] if i else ""
    if not word[:1].isupper() or tokens.opens(i - 1) or len(tokens.words[i]) > 4 or end != i + 1:
        return False
    if word.lower() in FUNCTION or tokens.words[end][:1].isupper():
        return word.isupper() and word.lower() not in FUNCTION
    party = is_plural(word.lower()) or (len(word) > 1 and word.isupper() and tokens.lower[i - 2] == "the")
    if party and tokens.lower[end] in (",", ".", ";", "and"):
        return False  # "the Liberals 11 and the Greens nine", "the DA 87 and the EFF 39"
    if tokens.lower[end] in DASHES and tokens.lower[end + 1].isdecimal():
        return False  # a score: "beat Brod 4-1"
    if tokens.lower[i - 2] in ("in", "at", "near", "from") and tokens.lower[end].endswith("s"):
        return False
    return not _headline_verb(word.lower())


def _headline_verb(word: str) -> bool:
    return word.endswith(("ed", "ing", "es")) or word in _HEADLINE_VERBS


_HEADLINE_VERBS = _WORDS["headline_verbs"]
FUNCTION = _WORDS["function"]


def _words_name(tokens: Tokens, i: int, end: int) -> bool:
    """ "Big Four", "World War Two", "One World Trade Center", "Group of Seven", "number one"."""
    words, lower = tokens.words, tokens.lower
    before = lower[i - 1] if i else ""
    if tokens.glued(i) and before in DASHES and lower[i - 2].isalpha() and lower[i - 2] not in _OPEN_JOINTS:
        return True
    if before in ("number", "phase", "chapter", "page", "category", "grade", "stage", "article", "top"):
        return True
    if before == "of" and lower[i - 2] == "group" and words[i][0].isupper():
        return True
    if not words[i][0].isupper():
        return False
    if (
        words[end][:1].isupper()
        and lower[end] in ("years", "days", "day")
        and lower[end + 1] in ("war", "wars", "'", "’")
    ):
        return True
    if lower[end] in _TITLED and words[end][:1].isupper():
        return True
    if tokens.opens(i):
        return lower[i] == "one" and words[end][:1].isupper() and words[end + 1][:1].isupper()
    if words[i - 1].islower() and words[i - 1].isalpha() and words[end][:1].isupper():
        return True  # "calling themselves Nine Tails"; a headline has capitals before it too
    if before in FUNCTION or _headline_verb(before):
        return lower[i] == "one" and words[end][:1].isupper() and before in FUNCTION
    return True
