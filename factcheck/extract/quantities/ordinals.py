"""Ordinals that are claims ("his third visit"), told from dates, streets, regiments and adverbs."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.quantities.instants import MONTHS
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, CONJUNCTIONS, STOPS, counted, subject_head
from factcheck.extract.quantities.numbers import ORDINALS, Number, ordinal
from factcheck.extract.quantities.tokens import HYPHENS, Tokens

_WORDS = words("ordinals")
_ORDINAL_WORDS = frozenset(ORDINALS)
_PHRASES = _WORDS["phrases"]
_JOINED = _WORDS["joined"]
_FINISHED = _WORDS["finished"]
# words that lead up to an ordinal without an article: "for fifth term", "in fourth place"
_LEADING = frozenset(
    {"for", "as", "of", "in", "and", "marks", "marked", "won", "wins", "secured", "seeking", "celebrated"}
)
_PLACED = frozenset({"in", "at", "with", "behind", "on", "overall", "of", "out"})
_DETERMINERS = _WORDS["determiners"]
_TIMES = _WORDS["times"]


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal with what it orders; ``end`` follows its own words."""

    number: Number
    of: str | None
    ellipsis: bool


def ordinal_at(tokens: Tokens, i: int) -> tuple[Ordinal | None, int]:
    """The ordinal at token ``i`` and the token after it; None for one that orders nothing."""
    number = ordinal(tokens, i)
    if number is None:
        return None, i
    end = number.end
    return (_judge(tokens, number), end)


def _judge(tokens: Tokens, number: Number) -> Ordinal | None:
    i, end = number.first, number.end
    lower, words = tokens.lower, tokens.words
    before, after = lower[i - 1] if i else "", lower[end]
    if tokens.glued(i) and (before in HYPHENS or before.isalnum()):
        return None
    if (
        (after in _PHRASES and not (after == "person" and number.low > 3))
        or (after == "minister" and number.low == 1)
        or before in MONTHS
        or after in MONTHS
        or (after == "of" and lower[end + 1] in MONTHS)
    ):
        return None
    capital = words[i][0].isupper() and not tokens.opens(i)
    if (
        words[end][:1].isupper()
        and (number.digits or capital or (tokens.opens(i) and words[i][0].isupper()))
        and words[end] not in ("US", "UN", "EU", "UK")
    ):
        return None
    if capital and not words[end][:1].islower():
        return None
    if (
        after in _TIMES
        and not (after == "day" and number.low > 5)  # "the 100th day of the war"
        and lower[end + 1] == "of"
        and (lower[end + 2] in MONTHS or lower[end + 2][:1].isdecimal() or lower[end + 2] == "the")
    ):
        return None
    if tokens.hyphen(end):
        return _superlative(tokens, number)
    if number.digits and after == "and" and words[end + 1][:1].isupper() and before not in _DETERMINERS:
        return None  # a crossing: "near 100th and Elm"
    if after in ("few", "several", "couple"):
        return None  # "in the first few days"
    determined = before in _DETERMINERS
    if before in _FINISHED and number.low > 1 and (not after.isalpha() or after in _PLACED or after in CONJUNCTIONS):
        return Ordinal(number, None, False)
    if (
        lower[end : end + 2] in (["of", "all"], ["and", "foremost"])
        or before in ("at", "from")
        or (before == "the" and lower[i - 2] == "on" and not after.isalpha())
    ):
        return None
    if before in ("on", "by", "until", "from") and number.digits and not after.isalpha():
        return None
    named = lower[i] in ("first", "second", "third") or words[i][0].isupper()
    if not determined and not number.digits and (named or before not in _LEADING):
        return None
    if after in ("and", "or") and lower[end + 1] in ORDINALS:
        return Ordinal(number, counted(tokens, end + 2, single=True).head, False)
    phrase = counted(tokens, end + 1 if after in ("straight", "consecutive", "successive") else end, single=True)
    if after == "," and before in ("a", "the") and lower[end + 1].isalpha() and lower[end + 1] not in STOPS:
        phrase = counted(tokens, end + 1, single=True)  # "a second, smaller blast"
    if phrase.head is None:
        return _elliptic(tokens, number, determined=determined)
    if lower[i] in ("second", "seconds") and after in ("later", "ago"):
        return None
    return Ordinal(number, phrase.head, False)


def _elliptic(tokens: Tokens, number: Number, *, determined: bool) -> Ordinal | None:
    """ "The strike is the third announced in May", "and the 11th in the region"."""
    i, end = number.first, number.end
    after = tokens.lower[end]
    before = tokens.lower[i - 1] if i else ""
    if (
        before in ("a", "an")
        and not after.isalpha()
        and _ORDINAL_WORDS.intersection(tokens.lower[max(0, i - 10) : i - 1])
    ):
        return Ordinal(number, None, True)
    if before in ("a", "an") or not (determined or number.digits):
        return None
    copula = next((n for n in range(i - 2, max(0, i - 5), -1) if tokens.lower[n] in ("is", "was")), 0)
    if before in ("'s", "’s", "his", "her", "its", "their") and copula and not (after.isalpha() and after not in STOPS):
        return Ordinal(number, subject_head(tokens, copula), False)  # "the cub is the zoo's fourth this year"
    if before == "the" and tokens.lower[i - 2] in AUXILIARIES | {"marked", "marks"}:
        return Ordinal(number, subject_head(tokens, i - 2), False)
    apposed = tokens.lower[i - 3]
    if before == "the" and tokens.lower[i - 2] == "," and apposed.isalpha() and apposed not in STOPS:
        return Ordinal(number, singular(apposed), False)  # "the truce, the fourth since May"
    if (
        after.endswith("ed")
        or after in ("in", "since", "to", "by", "this", "for", "such", "of", "such", "from")
        or number.digits
    ):
        return Ordinal(number, None, True)
    return None


def _superlative(tokens: Tokens, number: Number) -> Ordinal | None:
    """ "second-largest", "first-ever"; other compounds ("third-party", "19th-century") order nothing."""
    joined = tokens.lower[number.end + 1]
    if joined not in _JOINED and not joined.endswith("est"):
        return None
    at = number.end + 2
    while tokens.hyphen(at):
        at += 2
    return Ordinal(number, counted(tokens, at, single=True).head, False)
