"""A claim in the wordings that are compared: what is said, never how much."""

from __future__ import annotations

import re

from factcheck.model import Claim, Quantity
from factcheck.terms import ClaimKind

_DIGITS = re.compile(r"\d[\d,.]*")
_BEFORE, _AFTER = 5, 6  # words of the window on either side of a value
_NOBODY = "it"  # stands for a subject that is not known


def masked(text: str, claim: Claim) -> str:
    """The words around the value, without the value and without other figures."""
    if claim.value is not None and claim.kind is not ClaimKind.ENTITY:
        value = claim.text[claim.value.span.start - claim.span.start : claim.value.span.end - claim.span.start]
        text = text.replace(value, "N") if value else text
    return " ".join(_DIGITS.sub("N", text).split())


def window(claim: Claim) -> str:
    """The few words next to the value: of three figures in a clause each has its own."""
    if claim.value is None:
        return masked(claim.text, claim)
    start, end = claim.value.span.start - claim.span.start, claim.value.span.end - claim.span.start
    before = _DIGITS.sub("N", claim.text[:start]).split()[-_BEFORE:]
    after = _DIGITS.sub("N", claim.text[end:]).split()[:_AFTER]
    return " ".join([*before, "N", *after])


def frame(claim: Claim) -> str:
    """Who does what to what: the claim in its lemmas."""
    counted = ("N", claim.of, claim.role) if isinstance(claim.value, Quantity) else ()
    return " ".join(part for part in (claim.subject, claim.predicate, *counted) if part) or _NOBODY


def terms(claim: Claim) -> tuple[str, str, str]:
    """The single words that are compared by themselves: counted noun, predicate, subject."""
    return claim.of or "thing", claim.predicate or "be", claim.subject or _NOBODY
