"""Running counts: the noun of what rises, falls or stands at a figure ("dengue cases in Dhaka have risen to 41,200")."""

from __future__ import annotations

from factcheck.extract.quantities.binding import Bound
from factcheck.extract.quantities.figures import RISING
from factcheck.extract.quantities.lemmas import is_plural, singular
from factcheck.extract.quantities.nouns import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    STATES,
    counted,
    subject_word,
)
from factcheck.extract.quantities.numbers import is_whole
from factcheck.extract.quantities.roles import role_of_noun
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.tolls import COUNTS

_REACHED = frozenset({"reached", "stood", "stand", "stands", "totalled", "totaled", "total", "passed", "topped"})
_NUMBERED = frozenset({"numbered", "numbering", "number", "totalled", "totaled", "totalling"})
_MOVING = RISING | COUNTS | _REACHED | _NUMBERED


def running_noun(tokens: Tokens, bound: Bound) -> str | None:
    """The noun of a running count: "the number of cases rose to 53", "cases rose from 41 to 53"."""
    lower = tokens.lower
    first = bound.figure.first
    low = bound.figure.low
    if _MOVING.isdisjoint(lower[max(0, first - 13) : first]) or (low is not None and not is_whole(low)):
        return None
    rising: str | None = None
    for at in range(first - 1, max(-1, first - 14), -1):
        if tokens.breaks(at):
            return rising
        if lower[at] in COUNTS and lower[at + 1] == "of":
            if lower[at + 2] in STATES or lower[at + 2] == "dead":
                return "people"
            return counted(tokens, at + 2).head or ("people" if bound.role else None)
        if lower[at] in _REACHED and (fate := _fated(tokens, at)):  # "deaths have reached 118"
            return fate
        if lower[at] in RISING | _NUMBERED and lower[first - 1] != "at" and rising is None:
            rising = _risen(tokens, at, near=at == first - 1 or lower[first - 1] in ("to", "by", "from"))
    return rising


def _risen(tokens: Tokens, at: int, *, near: bool) -> str | None:
    """What the verb at token ``at`` says rose, in the plural: "arrests were up 14", "cases in Dhaka have more than tripled".

    ``near``: the figure hangs on the verb itself ("to 14"), so that a subject farther off is meant too.
    """
    while at > 0 and (tokens.lower[at - 1] in AUXILIARIES | ADVERBS | {"than"} or tokens.lower[at - 1].endswith("ly")):
        at -= 1
    if tokens.lower[at - 1] in DETERMINERS:
        return None  # "the number killed", "a rise"
    named = subject_word(tokens, at)
    if not near and named != at - 1:
        return None
    if named is not None and not is_plural(tokens.lower[named]) and PREPOSITIONS.isdisjoint(tokens.lower[named:at]):
        named = at - 1
    if named is None or not is_plural(tokens.lower[named]):
        return None  # "the toll from the floods"
    return singular(tokens.lower[named] if tokens.opens(named) else tokens.words[named])


def _fated(tokens: Tokens, at: int) -> str | None:
    """The noun before the verb at token ``at`` when it counts fates: "deaths", "arrests"."""
    while at > 0 and tokens.lower[at - 1] in AUXILIARIES:
        at -= 1
    noun = singular(tokens.lower[at - 1]) if at else ""
    return noun if role_of_noun(noun) and is_plural(tokens.lower[at - 1]) else None
