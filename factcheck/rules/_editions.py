"""Ordinals: an 80th and a 70th anniversary are two occasions."""

from __future__ import annotations

from factcheck import wording
from factcheck.align.values import fit
from factcheck.model import Judgement, Quantity
from factcheck.rules._figures import difference_of
from factcheck.rules._ladder import confidence
from factcheck.rules._rule import Context
from factcheck.terms import Severity, Verdict

_SERIES = 0.05  # probability from which two ordinals count one series: the noun already says nearly all
_EDITIONS = frozenset(
    {"anniversary", "edition", "birthday", "jubilee", "congress", "summit", "festival", "session", "round"}
)


def editions(a: Quantity, b: Quantity, context: Context) -> Judgement | None:
    """An 80th and a 70th anniversary are two occasions; a first and a second place are two places."""
    if fit(a, b) or context.alike < _SERIES or a.of is None or a.of not in _EDITIONS or a.of != b.of:
        return None
    return Judgement(
        verdict=Verdict.DATE_CONTEXT,
        level="edition",
        reason=f"Two editions: one is about the {wording.quantity(a)} {a.of}, the other about the {wording.quantity(b)}.",
        severity=Severity.INFO,
        confidence=confidence(context),
        delta=difference_of(a, b),
    )
