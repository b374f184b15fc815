"""Reads "the first", "never", "last": what is said never to have come before (or since), and over which years."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.align.content import LONGEST, stem, stems, tokens
from factcheck.extract.quantities import find_quantities
from factcheck.model import Claim, Interval
from factcheck.rules._statements import acts

_FIRST = re.compile(
    r"(?:\b(?:the|its|his|her|their|whose|\w+['’]s)[ -](?P<marker>first|only)|\b(?:a|is|be|was|for|^)[ -]?(?P<bare>first))"
    r"(?:[- ]ever)?(?: such)?(?: time)? (?P<phrase>[^,.;:()“”\"–]{2,160})",
    re.IGNORECASE,
)
_NOT_FIRST = re.compile(
    r"\b(?:not|n['’]t|hardly|far from) (?:be |been )?(?:the|its|his|her|their) (?:first|only)\b|"
    r"\b(?:the|its|his|her|their) (?:second|third|fourth|fifth)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\bnever(?: (?:before|once|again|previously|yet|been|had|to))* (?P<phrase>[^,.;:()“”\"–]{3,160})", re.I
)
_LAST = re.compile(r"\b(?:last|most recently) (?P<phrase>[a-z]+(?:ed|t|d|n|e|w|m|k)\b[^,.;:()“”\"–]{2,160})", re.I)
_LAST_NOT = re.compile(
    r"\b(?:last|most recently) (?:week|month|year|night|spring|summer|autumn|winter|few|minute|one|two|three)", re.I
)
_SWEEPING = re.compile(
    r"\b(?:is|was|be|are|were|been|it['’]s|becomes?|became|marks?|marked) (?:\w+ ){0,2}(?:first|only)\b|\bfor the first time\b|"
    r"\bfirst (?:[\w-]+ ){0,4}(?:ever|since|in (?:\w+ )?(?:years|decades|history|\d+))\b|\bfirst[- ]ever\b|['’]s first\b",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\b(?:of|in|at|on|for|from|by|with|to|since|that|which|who|when|where|after|before|against|between|into|over|under|as|and|but)\b"
)
_DEADLY = frozenset({"fatal", "deadly", "deadliest", "lethal"})
# "first meeting since the war": narrower words must be in the counter-example too, save these.
_LOOSE = frozenset(stem(w) for w in (
    "fatal", "deadly", "major", "big", "large", "serious", "public", "official", "state", "foreign", "such", "real",
    "known", "recorded", "confirmed", "post-war", "national", "annual", "historic", "formal", "full", "joint", "proper",
))  # fmt: skip
_TO_DO = re.compile(
    r"^(?P<who>[a-z][\w’' -]{2,60}?) (?:to|who) (?P<deed>[a-z]+ .*)"
)  # "head of a bank to go to prison"


@dataclass(frozen=True, slots=True, kw_only=True)
class Universal:
    """A claim over all occasions.

    ``acts`` and ``head`` say what never came before, ``narrower`` are the stems that narrow it ("ferry" accident),
    ``deadly`` whether it is about deaths, ``of_its_kind`` whether the subject is the first of many ("the first woman to"),
    ``phrase`` what follows the marker, empty where the noun is left out ("her first to Ruma"), ``sweeping`` whether the
    clause speaks of all occasions ("is the first", "for the first time", "never"), not of the first of a few ("the first blast woke us").
    """

    marker: str
    words: str
    acts: frozenset[str]
    head: str | None
    narrower: frozenset[str]
    deadly: bool
    of_its_kind: bool
    phrase: str
    sweeping: bool = False


def find(claim: Claim) -> Universal | None:
    """The universal that the clause states, or None."""
    return _find(claim.text[:LONGEST])


def not_the_first(claim: Claim) -> str | None:
    """Of what the clause says itself that it was not the first ("time", "fatal crash"), None where it says no such thing."""
    match = _NOT_FIRST.search(claim.text[:LONGEST])
    return " ".join(claim.text[match.end() :].split()[:_OF_WHAT]) if match is not None else None


_OF_WHAT = 3  # words


@lru_cache(maxsize=8192)
def _find(text: str) -> Universal | None:
    if _NOT_FIRST.search(text):
        return None
    first = _FIRST.search(text)
    if first is not None:
        return _of_noun(first)
    never = _NEVER.search(text)
    if never is not None:
        return _of_verb("never", never)
    last = _LAST.search(text)
    return _of_verb("last", last) if last is not None and not _LAST_NOT.search(text) else None


def _of_noun(match: re.Match[str]) -> Universal | None:
    """ "the first fatal ferry accident in ...", "the first in which the guard took part", "the first woman to lead"."""
    phrase = match["phrase"].lower()
    stop = _STOPS.search(phrase)
    noun_phrase = phrase[: stop.start()] if stop else phrase
    nouns = [w for w in tokens(noun_phrase) if len(w) > 2]
    told = acts(noun_phrase)
    doer = _TO_DO.match(phrase) if not told else None
    of_its_kind = doer is not None
    if doer is not None:
        told, nouns = acts(doer["deed"]), [w for w in tokens(doer["who"]) if len(w) > 2]
    elif not told and not nouns:
        told = acts(phrase) or acts(match.string[: match.start()])
    head = stem(nouns[-1]) if nouns and not of_its_kind and len(nouns[-1]) > 3 else None
    if not told and head is None:
        return None
    before_head = nouns[:-1] if not of_its_kind else nouns
    return Universal(
        marker=(match["marker"] or match["bare"]).lower(),
        words=_short(match.group()),
        acts=told,
        head=head,
        narrower=stems(before_head) - _LOOSE,
        deadly=bool(_DEADLY & set(nouns)),
        of_its_kind=of_its_kind,
        phrase=phrase if nouns else "",
        sweeping=_SWEEPING.search(match.string) is not None,
    )


def _of_verb(marker: str, match: re.Match[str]) -> Universal | None:
    """ "has never been robbed", "last underwent an inspection"."""
    words = tokens(match["phrase"])
    if not words:
        return None
    told = acts(words[0])  # "never condemned the assault" is about condemning
    head = stem(words[0]) if len(words[0]) > 3 else None
    if not told and head is None:
        return None
    return Universal(
        marker=marker,
        words=_short(match.group()),
        acts=told,
        head=head,
        narrower=frozenset(),
        deadly=False,
        of_its_kind=False,
        sweeping=marker == "never",
        phrase=match["phrase"].lower(),
    )


def _short(words: str) -> str:
    """The first words of a match, for the reason."""
    listed = words.split()
    return " ".join(listed[:9]) + (" ..." if len(listed) > 9 else "")


_YEARS_BACK = re.compile(
    r"\b(?:in|for) ((?:more than |nearly |almost |over |about )?[\w-]+ (?:years|decades|centuries|months))\b", re.I
)
_DECADES = re.compile(
    r"\b(?:in|for) (?:a|several|many|some)? ?(decade|decades|generation|century|living memory|years)\b", re.I
)
_SINCE = re.compile(r"\bsince\b([^,.;]{0,80})", re.I)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Since:
    """The day from which a universal speaks; unknown when its words do not tell."""

    known: bool
    day: dt.date | None = None


def since(claim: Claim, own: Interval[dt.date] | None, published: Interval[dt.date]) -> Since | None:
    """From when the universal is meant to hold ("since 1998", "in 14 years"), or None when it is for all time."""
    text = claim.text[:LONGEST]
    from_when = _SINCE.search(text)
    if from_when is not None:
        year = _YEAR.search(from_when[1])
        return Since(True, dt.date(int(year[1]), 12, 31)) if year else Since(False)
    back = _YEARS_BACK.search(text)
    if back is not None:
        now = published.low if published.is_bounded else None
        now = now or (own.low if own is not None else None)
        years = [q for q in find_quantities(back[1]) if q.unit in ("year", "decade") and q.low is not None]
        if now is None or not years or years[0].low is None:
            return Since(False)
        span = int(years[0].low) * (10 if years[0].unit == "decade" else 1)
        return Since(True, dt.date(max(1, now.year - min(span, now.year - 1)), 12, 31))
    return Since(False) if _DECADES.search(text) else None
