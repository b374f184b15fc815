"""Every rule looks at every aligned pair; the pair gets the most serious verdict that one of them reaches."""

from __future__ import annotations

from factcheck.model import Claim, Judgement
from factcheck.rules._rule import Context, Rule, all_rules
from factcheck.terms import Verdict

# What an editor must see first; among rules of equal weight the more confident one speaks.
_WEIGHT = {
    Verdict.CONFLICT: 5,
    Verdict.DISPUTED: 4,
    Verdict.UPDATE: 3,
    Verdict.DATE_CONTEXT: 2,
    Verdict.SCOPE: 1,
    Verdict.AGREE: 0,
}


def judge(left: Claim, right: Claim, context: Context) -> tuple[Rule, Judgement] | None:
    """The one verdict on a pair and the rule that reached it, or None when every rule abstains."""
    reached = []
    for rule in all_rules():
        judgement = rule.judge(left, right, context)
        if judgement is not None:
            reached.append((rule, judgement))
    return max(reached, key=lambda r: (_WEIGHT[r[1].verdict], r[1].confidence), default=None)
