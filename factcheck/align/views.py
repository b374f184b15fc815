"""A claim in the wordings that are compared: what is said, never how much."""

from __future__ import annotations

import re

from factcheck.model import Claim, Quantity
from factcheck.terms import ClaimKind

_DIGITS = re.compile(r"\d[\d,.]*")
_BEFORE, _AFTER = 5, 6  # words of a figure's wording on either side of it


def masked(text: str, claim: Claim) -> str:
    """The words around the value, without the value and without other figures."""
    if claim.value is not None and claim.kind is not ClaimKind.ENTITY:
        value = claim.text[claim.value.span.start - claim.span.start : claim.value.span.end - claim.span.start]
        text = text.replace(value, "N") if value else text
    return " ".join(_DIGITS.sub("N", text).split())


def wording(claim: Claim) -> str:
    """What a claim says: of a figure the few words next to it, so that of three in a clause each has its own; else the clause."""
    if not isinstance(claim.value, Quantity):
        return masked(claim.text, claim)
    start, end = claim.value.span.start - claim.span.start, claim.value.span.end - claim.span.start
    before = _DIGITS.sub("N", claim.text[:start]).split()[-_BEFORE:]
    after = _DIGITS.sub("N", claim.text[end:]).split()[:_AFTER]
    return " ".join([*before, "N", *after])


def terms(claim: Claim) -> tuple[str, str, str]:
    """The single words that are compared by themselves: counted noun, predicate, subject, or what stands for one not known."""
    return claim.of or "thing", claim.predicate or "be", claim.subject or "it"
