"""Scores and votes: whether two figures with a dash, or "to", between them are two counts and no range."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.numbers import Number, is_whole
from factcheck.extract.quantities.tokens import DASHES, Tokens

_WORDS = words("figures")
_CONTEST = _WORDS["contest"]
_NO_SCORES = _WORDS["no_scores"]
_HOURS = ((Decimal(24), Decimal(7)), (Decimal(9), Decimal(5)))  # round the clock, office hours
_HIGHEST_SCORE = 250  # above, a falling pair is as often a part number


def is_contest(tokens: Tokens, a: Number, b: Number) -> bool:
    """Whether ``a`` and ``b`` are the two sides of a score or vote ("won 3-1", "6-4, 7-5", "voted 214 to 198")."""
    if a.scaled or b.scaled or not is_whole(a.low) or not is_whole(b.low):
        return False
    if tokens.lower[a.first - 1] in ("from", "between"):
        return False
    if tokens.lower[a.end] in DASHES and _looks_a_score(tokens, a, b):
        return True
    near = tokens.lower[max(0, a.first - 10) : a.first] + tokens.lower[b.end : b.end + 4]
    if _CONTEST.isdisjoint(near):
        return False
    after = tokens.lower[b.end]
    return a.low >= b.low or not (after.isalpha() and after.endswith(("s", "people", "men", "women")))


def _looks_a_score(tokens: Tokens, a: Number, b: Number) -> bool:
    """Whether the pair is a score by its look: falling ("112-105"), or behind another ("6-4, 4-6")."""
    lower = tokens.lower
    if not (a.digits and b.digits) or max(a.low, b.low) > _HIGHEST_SCORE:
        return False
    if lower[b.end] in DASHES or lower[b.end] in _NO_SCORES or lower[b.end] == "/" or (a.low, b.low) in _HOURS:
        return False
    if tokens.words[b.end][:1].isupper():  # a wavelength: "93-7 The Fan"
        return False
    follows = (
        lower[a.first - 1] in (",", "and", "(") and lower[a.first - 2].isdecimal() and lower[a.first - 3] in DASHES
    )
    return a.low > b.low or follows
