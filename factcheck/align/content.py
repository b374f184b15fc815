"""What a clause says, in words that carry meaning and in names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from factcheck.extract.entities import same_name
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.words import word_set
from factcheck.model import Claim

LONGEST = 600  # characters of a clause that are looked at; a longer one is no clause
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Longest first; what is left must keep five letters ("participation" and "participated" are both "particip") or four.
_LONG_ENDINGS = ("ations", "ation", "ating", "ated", "ates", "ate", "ments", "ment")
_ENDINGS = ("ings", "ing", "eries", "ery", "ies", "ed", "ers", "er", "ors", "or", "es", "s", "y", "e")
_STOP = word_set(
    """a about according after again against all also am an and any are as at away back be because been before being both
    but by can could day did do does down during each earlier ever few first following for former from further had has
    have he her here hers him his how however i if in into is it its just last late later least less made make many may
    me might monday more most much must my new next no nor not now of off old on once one only or other our out over own
    part per put said same say says set she should since so some still such take taken tell than that the their them
    then there these they this those through time times to today told too took two under until up us very was we week
    were what when where which while who whom whose why will with without would year years yesterday you your
    january february march april may june july august september october november december tuesday wednesday thursday
    friday saturday sunday mr mrs ms dr sir lord lady night morning evening afternoon month months days hours"""
) - {"march"}


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, lower-case, its possessives gone."""
    return _tokens(text[:LONGEST])


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[str, ...]:
    low = text.lower().replace("’", "'")
    return tuple(w.removesuffix("'s").removesuffix("'") for w in _WORD.findall(low))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What a word shares with its kin: "visit" and "visited", "appointed" and "appointment"."""
    low = singular(word)
    for ending in _LONG_ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 5:
            return low[: -len(ending)]
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


def is_empty(word: str) -> bool:
    """Whether a lower-case word carries no meaning of its own."""
    return word in _STOP


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(w) for w in words if w not in _STOP and len(w) > 2)


def names_among(words: Iterable[str], claim: Claim) -> tuple[str, ...]:
    """The entity keys of the claim whose last word is among the words, in the order of the words."""
    return _among(words, claim.entities)


def _among(words: Iterable[str], keys: tuple[str, ...]) -> tuple[str, ...]:
    last = {key.split()[-1]: key for key in keys if key}
    # The longer key wins where one name is short for another.
    found: dict[str, None] = {}
    for word in words:
        if word in last:
            found[last[word]] = None
    return tuple(found)


def names(claim: Claim) -> frozenset[str]:
    """The names in the clause itself, and the one that its subject stands for."""
    return _names(claim.text, claim.subject, claim.entities)


@lru_cache(maxsize=8192)
def _names(text: str, subject: str | None, keys: tuple[str, ...]) -> frozenset[str]:
    own = set(_among(tokens(text), keys))
    if subject is not None and subject in keys:
        own.add(subject)
    return frozenset(own)


def names_told_of(claim: Claim) -> frozenset[str]:
    """The names of the clause but for whoever says so: reports of two attacks quote one monitoring group."""
    if claim.attribution is None:
        return names(claim)
    source = set(claim.attribution.source.split())
    return frozenset(name for name in names(claim) if not set(name.split()) <= source)


def shares_name(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether some name of the one may be a name of the other."""
    others = tuple(right)
    return any(same_name(a, b) for a in left for b in others)


def has_name(name: str, among: Iterable[str]) -> bool:
    """Whether the name, or another form of it, is among the names."""
    return any(same_name(name, other) for other in among)
