"""Roles that come from the counted themselves: running tolls, names on a list, bodies found, guests counted."""

from __future__ import annotations

from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.role_table import index
from factcheck.extract.quantities.roles import BE, role_of_noun
from factcheck.extract.quantities.tokens import Tokens

_WORDS = words("roles")
_LISTS = frozenset({"list", "lists", "roll", "register"})
_FOUND = _WORDS["found"]
GUESTS = _WORDS["guests"]
_WELCOMING = _WORDS["welcoming"]
COUNTS = frozenset({"number", "tally", "count"})  # "the number of missing rose to 12"
_TOLLS = COUNTS | {"toll", "tolls", "attendance", "turnout", "crowd"}


def role_of_list(tokens: Tokens, at: int) -> str | None:
    """The role of those named on a list near token ``at``: "the list of the dead has 31 names"."""
    lower, states = tokens.lower, index().state
    for i in range(max(0, at - 10), at + 8):
        if lower[i] in _LISTS and lower[i + 1] == "of":
            listed = i + 3 if lower[i + 2] in ("the", "those") else i + 2
            return states.get(lower[listed]) or role_of_noun(lower[listed])
    return None


def role_of_bodies(tokens: Tokens, at: int) -> str | None:
    """Killed, where bodies at token ``at`` are found: "12 bodies were recovered", "divers found 12 bodies"."""
    return None if _FOUND.isdisjoint(tokens.lower[max(0, at - 8) : at + 7]) else "killed"


def role_of_guests(tokens: Tokens, first: int, after: int, noun: str) -> str | None:
    """Attended, where visitors and the like are counted: "the museum had 12,000 visitors", "9,000 fans watched"."""
    if noun not in GUESTS:
        return None
    lower = tokens.lower
    watched = lower[first - 1] == "before" or lower[first - 3 : first] == [
        "in",
        "front",
        "of",
    ]  # "won 2-0 before 9,000 fans"
    if watched or lower[first - 1] in _WELCOMING or (lower[first - 1] in BE and lower[first - 2] == "there"):
        return "attended"
    return "attended" if lower[after] in ("watched", "saw", "came", "passed", "cheered") else None


def toll_before(tokens: Tokens, first: int) -> str | None:
    """The role of a running count that the clause speaks of: "the death toll rose to", "the number of missing"."""
    lower = tokens.lower
    if _TOLLS.isdisjoint(lower[max(0, first - 15) : first]):
        return None
    for at in range(first - 1, max(-1, first - 16), -1):
        word = lower[at]
        if tokens.breaks(at):
            return None
        if word in ("toll", "tolls") and lower[at + 1] not in ("road", "roads", "booth", "free"):
            return "injured" if lower[at - 1] in ("injury", "injured") else "killed"
        if word in ("attendance", "turnout") or (
            word == "crowd" and lower[at + 1] in ("at", "was", "numbered", "as", "put", "estimated")
        ):
            return "attended"
        if word in COUNTS and lower[at + 1] == "of":
            for w in lower[at + 2 : min(first, at + 8)]:
                role = role_of_noun(w) or index().state.get(w) or index().does.get(w)
                if role:
                    return role
            return None
    return None
