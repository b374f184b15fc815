"""Nobody and none: "no one was hurt", "no casualties", "none of the samples", "neither", "without loss of life"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.lemmas import is_plural
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, STOPS
from factcheck.extract.quantities.tokens import Tokens
from factcheck.terms import Hedge

_WORDS = words("zeros")
_CASUALTIES = _WORDS["casualties"]
_ADJECTIVES = _WORDS["adjectives"]


def zero_at(tokens: Tokens, i: int) -> tuple[Figure | None, int]:
    """Nobody and none: "no one was hurt", "no casualties", "none of the samples", "neither", "without loss of life"."""
    lower = tokens.lower
    word = lower[i]
    if word == "nobody" or (word == "no" and lower[i + 1] == "one"):
        end = i + 1 if word == "nobody" else i + 2
        return _zero(tokens, i, end, of="people", weak=True), end
    if word == "no" and tokens.hyphen(i + 1) and lower[i + 2] == "one":
        return _zero(tokens, i, i + 3, of="people", weak=True), i + 3
    if word == "none":
        if lower[i + 1] == "of" and lower[i + 2] in ("them", "us", "those", "these", "whom", "which"):
            return _zero(tokens, i, i + 1, weak=True), i + 1
        return _zero(tokens, i, i + 1, weak=lower[i + 1] != "of"), i + 1
    if word == "neither":
        if lower[i + 1] in AUXILIARIES or lower[i + 1] == "of":
            return _zero(tokens, i, i + 1, weak=True), i + 1
        if lower[i + 2] in AUXILIARIES and lower[i + 1].isalpha() and lower[i + 1] not in STOPS:
            return _zero(tokens, i, i + 1, of=lower[i + 1], noun=i + 2), i + 2  # "neither man was hurt"
        return None, i
    if word == "no" and _nothing_done(tokens, i + 1):
        return _zero(tokens, i, i + 1), i + 1
    if word in ("no", "without"):
        at = i + 1
        if word == "without" and lower[at] in ("any", "a", "further"):
            at += 1
        if lower[at : at + 3] == ["loss", "of", "life"]:
            return _zero(tokens, i, at + 3 if word == "without" else i + 1, of="life", role="killed"), at + 3
        while lower[at] in _ADJECTIVES and at - i < 4:
            at += 1
        if lower[at] in _CASUALTIES and lower[at] not in ("loss", "injured", "dead"):
            return _zero(tokens, i, i + 1), i + 1
    return None, i


def _nothing_done(tokens: Tokens, at: int) -> bool:
    """Whether a noun in the plural and a passive follow: "no homes were damaged"."""
    lower = tokens.lower
    if not is_plural(lower[at]):
        at += 1
    if not is_plural(lower[at]) or lower[at] in STOPS or lower[at - 1] in STOPS - {"no"}:
        return False
    verb = (
        at + 2
        if lower[at + 1] in ("were", "are")
        else at + 3
        if lower[at + 1 : at + 3] in (["have", "been"], ["had", "been"])
        else 0
    )
    return verb > 0 and (
        lower[verb].endswith("ed") or lower[verb] in ("lost", "hurt", "found", "made", "hit", "sold", "taken", "cut")
    )


def _zero(
    tokens: Tokens,
    i: int,
    end: int,
    *,
    of: str | None = None,
    weak: bool = False,
    role: str | None = None,
    noun: int | None = None,
) -> Figure:
    zero = Decimal(0)
    return Figure(
        first=i,
        number=i,
        end=end,
        low=zero,
        high=zero,
        unit="count",
        hedge=Hedge.EXACT,
        noun=end if noun is None else noun,
        of=of,
        weak=weak,
        role=role,
    )
