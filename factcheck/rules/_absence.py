"""What a clause says there is none of: "there was no siren", "no inspector has been in that gallery", "nobody was called"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.align.content import is_empty, stem, tokens
from factcheck.extract.clauses.wordclasses import base_of
from factcheck.extract.words import word_set
from factcheck.model import Claim

# What ends the noun phrase after "no".
_END = word_set(
    """of in on at to for with by from into near under over during before after that which who whom whose when where while as
    than and or but is was were are be been being has have had will would could can may might should did do does left yet"""
)
# "No longer", "no fewer than", "no doubt" say nothing of there being none.
_OTHERWISE = word_set(
    "one longer more less fewer doubt matter later sooner such wonder stranger further other better worse great big good secret mean"
)
_EVIDENCE = word_set("evidence sign signs trace traces proof indication indications mention")
_NOBODY = word_set("nobody nothing none")
# Words that say of themselves that something is wanting: beside them a clause agrees with the one that says "no".
_WANTING = word_set(
    """not no never nobody none nothing neither nor without hardly cannot lack lacked lacks lacking
    empty deny denied denies refuse refused refuses search searched seek sought want wanted wants hope hoped ask asked asks
    demand demanded demands seeking searching missing absent bare short claimed alleged false hoax rumour rumours rumor plan plans planned"""
)
_RAN_OUT = re.compile(r"\b(?:r[au]n(?:s|ning)? (?:out|short)|looked for|looking for|out of)\b")
_SO_FAR = re.compile(
    r"\b(?:ha(?:s|ve) (?:ever |yet |so far )?been|ha(?:s|ve) \w+(?:ed|n)|is|are|now|yet|so far|as of)\b", re.I
)
_NARROWS = word_set("of from with who that which whose in on for to")
_NARROWED = 6  # words after it
_NOUN_PHRASE = 4  # words
_TOLD = 6  # words after "nobody" that say what nobody did
_LEAST = 4  # letters of a stem from which one that begins with it is of its kin: "fail" and "failur"
_PLACE = 2  # stems that two clauses must share where the verb says too little ("nobody was taken to hospital")
_VAGUE = word_set("be have do take get make go come put give say want mind know see")


@dataclass(frozen=True, slots=True)
class Absence:
    """The stems of what there is none of, in their order; ``nobody`` when it is a doing that nobody did.

    ``so_far`` says that the clause tells of its own time only ("no arrests have been made").
    """

    stems: tuple[str, ...]
    nobody: bool
    so_far: bool


def absence(text: str) -> Absence | None:
    """What a clause says there is none of, or None.

    >>> absence("There was no brake failure.").stems, absence("No arrests have been made.").so_far
    (('brak', 'failur'), True)
    """
    words = tokens(text)
    for at, word in enumerate(words):
        after = words[at + 1 : at + 3]
        if word in _NOBODY or (word == "no" and after[:1] == ("one",)):
            start = at + 1 if word in _NOBODY else at + 2
            if words[start : start + 1] == ("so",):  # "no one so young"
                return None
            told = _telling(words[start : start + _TOLD])
            return Absence(told, True, _SO_FAR.search(text) is not None) if told else None
        first = _none_of(word, after, at)
        if first is None:
            continue
        phrase = _phrase(words, first)
        if phrase and phrase[-1] in _EVIDENCE and words[first + len(phrase) : first + len(phrase) + 1] == ("of",):
            first += len(phrase) + 1
            phrase = _phrase(words, first)
        told, after_it = _telling(phrase), first + len(phrase)
        if (
            words[after_it : after_it + 1] and words[after_it] in _NARROWS
        ):  # "no leader from the West": others may be there
            told += _telling(words[after_it + 1 : after_it + 1 + _NARROWED])
        return Absence(told, False, _SO_FAR.search(text) is not None) if told else None
    return None


def _none_of(word: str, after: tuple[str, ...], at: int) -> int | None:
    """Where the noun phrase begins that "no", "not one", "not a single" denies."""
    if word == "no" and after and after[0] not in _OTHERWISE:
        return at + 1
    if word == "not" and after == ("a", "single"):
        return at + 3
    return at + 2 if word == "not" and after[:1] in (("one",), ("any",)) else None


def _phrase(words: tuple[str, ...], start: int) -> tuple[str, ...]:
    phrase = []
    for word in words[start : start + _NOUN_PHRASE]:
        if word in _END:
            break
        phrase.append(word)
    return tuple(phrase)


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem(w) for w in words if not is_empty(w) and len(w) > 2)


def is_there(missing: Absence, denying: Claim, other: Claim) -> bool:
    """Whether the other clause tells of what the denying one says there is none of."""
    words = tokens(other.text)
    if not other.positive or not _WANTING.isdisjoint(words) or _RAN_OUT.search(other.text.lower()):
        return False
    theirs = _telling(words)
    found = [any(_kin(own, word) for word in theirs) for own in missing.stems]
    if not missing.nobody:
        return all(found)
    verb = denying.predicate
    if verb is not None and verb not in _VAGUE:
        return any(base_of(w) == verb or _kin(stem(verb), stem(w)) for w in words if not is_empty(w))
    return sum(found) >= min(_PLACE, len(found))


def _kin(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (len(shorter) >= _LEAST and longer.startswith(shorter))
