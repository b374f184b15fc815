"""Percent, points of a percentage or a poll, basis points; magnitudes of earthquakes."""

from __future__ import annotations

from factcheck.extract.quantities.ages import Measured, plain
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.numbers import Number
from factcheck.extract.quantities.tokens import Tokens

_INDICES = words("measures")["indices"]
_QUAKES = frozenset({"quake", "earthquake", "tremor", "aftershock", "jolt", "shock"})


def percent_at(tokens: Tokens, number: Number, at: int) -> Measured | None:
    """The share or the points that ``number`` gives, the word behind it at token ``at``."""
    lower = tokens.lower
    word = lower[at]
    if word in ("%", "percent", "pc", "pct") or (
        word == "per" and lower[at + 1] in ("cent", "-") and lower[at + 1] == "cent"
    ):
        end = at + 2 if word == "per" else at + 1
        if word == "%" and tokens.hyphen(end):
            joined = end + 1
        else:
            joined = end
        if lower[joined] in ("point", "points", "pts"):
            return plain(number, "percentage_point", joined + 1)
        return plain(number, "percent", end)
    if (word == "percentage" and lower[at + 1] in ("point", "points")) or (
        word == "percentage" and tokens.hyphen(at + 1) and lower[at + 2] in ("point", "points")
    ):
        return plain(number, "percentage_point", at + 3 if lower[at + 1] == "-" else at + 2)
    if word == "basis" and (lower[at + 1] in ("point", "points") or lower[at + 2] == "point"):
        return plain(number, "basis_point", at + 3 if lower[at + 1] == "-" else at + 2)
    if word == "bps":
        return plain(number, "basis_point", at + 1)
    if word in ("point", "points", "pts", "pt") and _percent_near(tokens, number):
        return plain(number, "percentage_point", at + 1)
    return None


def _percent_near(tokens: Tokens, number: Number) -> bool:
    """Whether points are parts of a hundred here: of a poll or a rate, not of an index ("the Dow shed 412 points, or 1.1%")."""
    if number.low > 100 or not _INDICES.isdisjoint(tokens.lower[max(0, number.first - 8) : number.first]):
        return False
    window = tokens.lower[max(0, number.first - 14) : number.first] + tokens.lower[number.end : number.end + 10]
    return any(
        w in ("%", "percent", "cent", "poll", "polls", "pollster", "turnout", "margin", "approval") for w in window
    )


def magnitude_at(tokens: Tokens, number: Number, at: int) -> Measured | None:
    """The magnitude that ``number`` gives: "magnitude 6.1", "6.4 on the Richter scale"."""
    lower = tokens.lower
    before = lower[max(0, number.first - 3) : number.first]
    if before[-1:] == ["magnitude"] or before[-2:] in (["magnitude", "of"], ["magnitude", "-"]):
        return plain(number, "magnitude", number.end)
    if before[-2:] == ["magnitude", "around"] or before[-2:] == ["magnitude", "about"]:
        return plain(number, "magnitude", number.end)
    if lower[at] == "magnitude":
        return plain(number, "magnitude", at + 1)
    if number.digits and 1 <= number.low < 10 and before[-1:] in (["measured"], ["measuring"], ["registered"]):
        quaking = any(w in _QUAKES for w in lower[max(0, number.first - 8) : number.first])
        if quaking and not lower[at].isalpha():
            return plain(number, "magnitude", number.end)  # "the quake measured 6.4"
    if lower[at] == "richter" or "richter" in lower[at : at + 4]:
        return plain(number, "magnitude", number.end)
    return None
