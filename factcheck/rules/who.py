"""Who did it: two names in a place that holds only one."""

from __future__ import annotations

import re

from factcheck.dating.occasions import Same
from factcheck.model import Claim, Judgement
from factcheck.rules._ladder import confidence, correction, denied, parties
from factcheck.rules._rule import Context, Example, rule
from factcheck.terms import ClaimKind, Severity, Verdict

# Verbs whose subject is one person, team or body on one occasion; of "attended" or "said" there can be many.
_ONE_ONLY = frozenset(
    {"win", "lead", "chair", "succeed", "replace", "appoint", "elect", "head", "captain", "crown", "anchor"}
)
_WORD = re.compile(r"[a-z]{4,}")
_SHARED = 0.34  # share of the shorter clause's remaining words that the other clause has too


@rule(
    "who",
    examples=(
        Example("Ana Brandt won the Ruma marathon.", "Piet Voss won the Ruma marathon.", Verdict.CONFLICT),
        Example("Ana Brandt was appointed head of the Ruma museum.", "Piet Voss was appointed head of the Ruma museum.", Verdict.CONFLICT),
        Example("Ana Brandt won the Ruma marathon.", "Ms Brandt won the marathon in Ruma.", None),
        Example("Ana Brandt won the Ruma marathon.", "Piet Voss ran the Ruma marathon.", None),
        Example("Ana Brandt won the Ruma marathon.", "Piet Voss won the Kesh regatta.", None),
    ),
)  # fmt: skip
def who(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """Two reports give the same single part in the same event to two different names."""
    if left.kind is not ClaimKind.STATEMENT or right.kind is not ClaimKind.STATEMENT:
        return None
    if left.predicate is None or left.predicate != right.predicate or left.predicate not in _ONE_ONLY:
        return None
    if context.same_article or context.occasion.same is Same.NO or not (left.positive and right.positive):
        return None
    a, b = left.subject, right.subject
    if a is None or b is None or a == b or a not in left.entities or b not in right.entities:
        return None
    if a in right.entities or b in left.entities or left.tense is not right.tense:
        return None
    if not _same_event(left, right):
        return None
    named = parties(left, right) or denied(left, right)
    cue = correction(context.left) or correction(context.right)
    verdict = Verdict.UPDATE if cue else Verdict.DISPUTED if named else Verdict.CONFLICT
    return Judgement(
        verdict=verdict,
        level="another-name",
        reason=f"One gives the part to {a.title()}, the other to {b.title()}.",
        severity=Severity.HIGH,
        confidence=confidence(context, 0.9),
    )


def _same_event(left: Claim, right: Claim) -> bool:
    """The two clauses without their subjects are about one thing."""
    rest_left = set(left.entities) - {left.subject}
    rest_right = set(right.entities) - {right.subject}
    words_left, words_right = _rest(left), _rest(right)
    if not words_left or not words_right:
        return False
    shared = len(words_left & words_right) / min(len(words_left), len(words_right))
    return shared >= _SHARED and not (rest_left and rest_right and not rest_left & rest_right)


def _rest(claim: Claim) -> frozenset[str]:
    own = set((claim.subject or "").split())
    return frozenset(w for w in _WORD.findall(claim.text.lower()) if w not in own)
