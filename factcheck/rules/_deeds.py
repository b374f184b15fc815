"""What a clause tells that was done, where its main verb is not all of it, and what can be done only once."""

from __future__ import annotations

import re

from factcheck.model import Claim, TimeExpression

# A person, firm or work has one of these, so two dates of it cannot both be right.
ONCE = frozenset(
    {"bear", "die", "found", "establish", "premiere", "release", "incorporate", "assassinate", "murder", "abdicate"}
)

# Of a thing, as said of the years in which they fall: a bridge is opened in 1968 or in 1973.
ONCE_IN_YEARS = frozenset({"open", "build", "inaugurate", "complete", "erect"})

_BORN = re.compile(r"\bborn (?:(?:in|at) (?:[A-Z][\w’'-]+,? ){1,3})?(?:(?:in|on|c\.|around|about) )?$")
_DIED = re.compile(r"\bdied (?:(?:in|at) (?:[A-Z][\w’'-]+,? ){1,3})?(?:(?:in|on|c\.|around|about) )?$")
_VERBS = {
    "opened": "open", "built": "build", "founded": "found", "established": "establish", "completed": "complete",
    "inaugurated": "inaugurate", "erected": "erect", "released": "release", "launched": "launch", "premiered": "premiere",
}  # fmt: skip
_PARTICIPLE = re.compile(
    rf"\b({'|'.join(_VERBS)}) (?:in|on|during|back in)(?: the)?(?: (?:spring|summer|autumn|winter|fall) of)? $"
)


def deed_of(claim: Claim) -> str | None:
    """The lemma of the verb that a claim's date belongs to: "bear" in "Ana Brandt (born 10 June 1945) is a painter"."""
    if isinstance(claim.value, TimeExpression):
        before = claim.text[: max(0, claim.value.span.start - claim.span.start)]
        if _BORN.search(before):
            return "bear"
        if _DIED.search(before):
            return "die"
        participle = _PARTICIPLE.search(before)
        if participle is not None:
            return _VERBS[participle[1]]
    return claim.predicate
