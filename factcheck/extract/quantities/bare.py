"""Bare numbers: those that nothing in their own sentence makes a claim of, and those that an earlier one may explain."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.binding import Bound
from factcheck.extract.quantities.figures import RISING
from factcheck.extract.quantities.gaps import EXTREMES
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, PREPOSITIONS
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.tolls import toll_before
from factcheck.terms import Hedge

OTHER_FATES = words("ellipsis")["other_fates"]
_NEXT = frozenset({"next", "other", "remaining", "first", "last", "final", "previous"})
_MARKS = frozenset({5, 10, 100})
_ROUNDS = frozenset({4, 8, 16, 32, 64})  # of a cup
_SCORING = words("figures")["scoring"]
_LEADS = frozenset({"lead", "majority", "margin", "advantage", "deficit", "surplus", "shortfall"})


def is_bare(tokens: Tokens, bound: Bound) -> bool:
    """Whether nothing makes a claim of a bare number."""
    figure = bound.figure
    if figure.weak and figure.low == 0 and not bound.role:
        if bound.of and tokens.lower[figure.end] == "of":
            return False  # "neither of the astronauts was named"
        return not _none_did(tokens, bound.after)
    if figure.unit != "count" or bound.of or bound.role or figure.contest or figure.changed:
        return False
    if figure.weak:
        return True
    if any(mark.startswith("more:") and mark.endswith("than") for mark in bound.qualifiers):
        return False
    if tokens.lower[figure.first - 1] in _NEXT and tokens.lower[figure.first - 2] == "the":
        return (
            figure.low in _ROUNDS and tokens.lower[figure.first - 1] == "last"
        )  # "lost the next two", "in the last 16"
    if tokens.lower[figure.first - 1] in _SCORING and tokens.lower[figure.end] != "out":
        return False
    if _off(tokens, figure.end) or tokens.lower[figure.end] == "per":
        return False
    if ["out", "of"] in (tokens.lower[figure.end : figure.end + 2], tokens.lower[figure.first - 2 : figure.first]):
        return tokens.lower[figure.first - 1] in _SCORING or figure.low in _MARKS  # "scored 10 out of 10"
    if tokens.lower[figure.first - 1] == "of" and tokens.lower[figure.first - 2] in _LEADS | EXTREMES:
        return False  # "a lead of 211"
    if figure.hedge is not Hedge.EXACT:
        return figure.hedge is Hedge.ORDER
    if _led_to(tokens, figure.first) or _in_favour(tokens, figure.end) or _chased(tokens, figure.first):
        return False
    if tokens.lower[figure.end : figure.end + 2] == ["not", "out"] or _all_out(tokens, figure.first):
        return False
    value = figure.low or figure.high or Decimal(0)
    written = tokens.words[figure.end - 1]
    return not ((value >= 1000 and not written.isdecimal()) or toll_before(tokens, figure.first))


def _none_did(tokens: Tokens, at: int) -> bool:
    """Whether it can be said how many did what nobody did: "no one was charged", "has lived there", "was on board"."""
    at += tokens.lower[at] == "else"
    at = next((n for n in range(at, at + 3) if tokens.lower[n] not in AUXILIARIES), at)
    verb = tokens.lower[at]
    told = verb in OTHER_FATES | _CHARGED | _PEOPLE_DO
    return told or (verb in ("in", "on", "at", "inside", "aboard") and tokens.lower[at - 1] in ("was", "were", "is"))


_CHARGED = words("zeros")["charged"]
_PEOPLE_DO = words("ellipsis")["people_do"]


def may_be_explained(tokens: Tokens, bound: Bound) -> bool:
    """Whether the bare number may count what an earlier sentence named: "their union spoke of 250"."""
    figure = bound.figure
    after = tokens.lower[figure.end]
    return (
        figure.unit == "count"
        and not (figure.weak or figure.joined or figure.high == 0 or bound.qualifiers)
        and (figure.low is None or figure.low == figure.low.to_integral_value() or figure.hedge is Hedge.ABOUT)
        and (not after[:1].isalnum() or after in PREPOSITIONS or after in ("and", "but", "while", "this", "last"))
    )


def _off(tokens: Tokens, end: int) -> bool:
    """ "made 82 off 53 balls"."""
    return tokens.lower[end] == "off" and tokens.lower[end + 1].isdecimal()


def _all_out(tokens: Tokens, first: int) -> bool:
    """ "were bowled out for 143", "were all out for 143"."""
    return tokens.lower[first - 2 : first] == ["out", "for"]


def _led_to(tokens: Tokens, first: int) -> bool:
    """ "taking the total to 406", "it has since risen to 71"."""
    if tokens.lower[first - 1] != "to":
        return False
    verb = tokens.lower[first - 2]
    told = not {"it", "that", "which"}.isdisjoint(tokens.lower[max(0, first - 6) : first - 2])
    return verb in ("total", "tally", "count", "number") or (verb in RISING and told)


def _in_favour(tokens: Tokens, end: int) -> bool:
    """ "with 324 in favour and 306 against": votes."""
    lower = tokens.lower
    if lower[end : end + 2] in (["in", "favour"], ["in", "favor"]):
        return True
    return lower[end] in ("against", "abstaining") and not {"favour", "favor"}.isdisjoint(lower[max(0, end - 8) : end])


def _chased(tokens: Tokens, first: int) -> bool:
    """ "chasing 280, they were bowled out", "set 310 to win": runs to be made."""
    near = tokens.lower[max(0, first - 20) : first + 20]
    return tokens.lower[first - 1] in _CHASING and not _CRICKET.isdisjoint(near)


_CHASING = frozenset({"chasing", "chase", "chased", "pursuing", "defending", "needing", "set", "requiring", "posted"})
_CRICKET = words("figures")["cricket"]
