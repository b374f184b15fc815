"""Bare numbers: those that nothing in their own sentence makes a claim of, and those that an earlier one may explain."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.binding import Bound
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import PREPOSITIONS
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
        return tokens.lower[bound.after] not in OTHER_FATES and tokens.lower[bound.after + 1] not in OTHER_FATES
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
    if tokens.lower[figure.first - 1] == "of" and tokens.lower[figure.first - 2] in _LEADS:
        return False  # "a lead of 211"
    if figure.hedge is not Hedge.EXACT:
        return figure.hedge is Hedge.ORDER
    if tokens.lower[figure.end : figure.end + 2] == ["not", "out"] or _all_out(tokens, figure.first):
        return False
    value = figure.low or figure.high or Decimal(0)
    written = tokens.words[figure.end - 1]
    return not ((value >= 1000 and not written.isdecimal()) or toll_before(tokens, figure.first))


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
