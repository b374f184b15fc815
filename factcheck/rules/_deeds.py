"""What a clause tells that was done, where its main verb is not all of it, and what can be done only once."""

from __future__ import annotations

import re

from factcheck.extract.clauses.wordclasses import base_of
from factcheck.model import Claim, TimeExpression

# A person, firm or work has one of these, so two dates of it cannot both be right.
ONCE = frozenset(
    {"bear", "die", "found", "establish", "premiere", "release", "incorporate", "assassinate", "murder", "abdicate"}
)

# Of a thing, as said of the years in which they fall: a bridge is opened in 1968 or in 1973.
ONCE_IN_YEARS = frozenset({"open", "build", "inaugurate", "complete", "erect"})

# The verb that a date follows: "(born 10 June", "opened in the spring of", "died in Ruma on".
_BEFORE = re.compile(
    r"\b([a-z]+) (?:(?:in|at) (?:[A-Z][\w’'-]+,? ){1,3})?(?:(?:in|on|c\.|around|about|during|back in) )?(?:the )?"
    r"(?:(?:spring|summer|autumn|winter|fall) of )?$"
)
_READ = 80  # characters


def deed_of(claim: Claim) -> str | None:
    """The lemma of the verb that a claim's date belongs to: "bear" in "Ana Brandt (born 10 June 1945) is a painter"."""
    if isinstance(claim.value, TimeExpression):
        deed = deed_before(claim.text[: max(0, claim.value.span.start - claim.span.start)])
        if deed is not None:
            return deed
    return claim.predicate


def deed_before(words: str) -> str | None:
    """What is done only once, and is told by the verb right before a date.

    >>> deed_before("Ana Brandt (born "), deed_before("The bridge, opened in "), deed_before("She spoke in ")
    ('bear', 'open', None)
    """
    match = _BEFORE.search(words[-_READ:])
    deed = base_of(match[1]) if match is not None else None
    return deed if deed in ONCE | ONCE_IN_YEARS else None
