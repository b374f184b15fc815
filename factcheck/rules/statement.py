"""Statements without a figure that say the same, of the same occasion or of another."""

from __future__ import annotations

from factcheck.dating.occasions import Same
from factcheck.model import Claim, Judgement
from factcheck.rules._ladder import confidence
from factcheck.rules._rule import Context, Example, rule
from factcheck.terms import ClaimKind, Severity, Verdict

_SAYS_THE_SAME = 0.70  # cosine of clauses; news headline pairs scored "equivalent" by readers lie above it
_ALIKE = 0.75


@rule(
    "statement",
    examples=(
        Example(
            "Ana Brandt heads the delegation of the council in Ruma.",
            "The council's delegation in Ruma is headed by Ana Brandt.",
            Verdict.AGREE,
        ),
        Example("Ana Brandt heads the delegation.", "Ana Brandt resigned.", None),
        Example("Ana Brandt will visit Ruma.", "Ana Brandt will not visit Ruma.", None),
    ),
)
def statement(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """Two reports say the same in other words, or say it of two occasions."""
    if left.kind is not ClaimKind.STATEMENT or right.kind is not ClaimKind.STATEMENT or context.same_article:
        return None
    if left.positive is not right.positive or context.clause < _SAYS_THE_SAME or context.alike < _ALIKE:
        return None
    if not set(left.entities) & set(right.entities):
        return None
    if context.occasion.same is Same.NO:
        return Judgement(
            verdict=Verdict.DATE_CONTEXT,
            level="occasion",
            reason=f"Alike in wording, but two occasions: {context.occasion.why}.",
            severity=Severity.INFO,
            confidence=confidence(context),
        )
    return Judgement(
        verdict=Verdict.AGREE,
        level="paraphrase",
        reason="Both say the same in their own words.",
        severity=Severity.INFO,
        confidence=confidence(context, 0.9),
    )
