"""Yes against no: a statement and its denial, a word and its opposite."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from factcheck.dating.occasions import Same
from factcheck.model import Claim, Judgement
from factcheck.rules._ladder import Order, confidence, correction, denied, headline_against_body, order, parties
from factcheck.rules._rule import Context, Example, rule
from factcheck.terms import ClaimKind, Severity, Verdict

_NEAR = 0.72  # cosine of the clauses from which a "not" decides; "did not" alone lowers it by about .15
_WORD = re.compile(r"[a-z]+")


@rule(
    "polarity",
    examples=(
        Example("Parliament approved the water bill.", "Parliament rejected the water bill.", Verdict.CONFLICT),
        Example("Mayor Ana Brandt has resigned.", "Mayor Ana Brandt has not resigned.", Verdict.CONFLICT),
        Example("The dam at Ruma collapsed.", "The dam at Ruma is still standing.", Verdict.CONFLICT),
        Example("Parliament approved the water bill.", "Parliament approved the water bill on Monday.", None),
        Example("Parliament approved the water bill.", "Parliament rejected the budget.", None),
    ),
)
def polarity(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """One says that something is so, the other that it is not, or says the opposite."""
    if left.kind is not ClaimKind.STATEMENT or right.kind is not ClaimKind.STATEMENT:
        return None
    if context.occasion.same is Same.NO or not _same_subject(left, right):
        return None
    opposite = _opposite(left, right)
    if opposite is None or context.clause < (_NEAR if opposite[0] == "negation" else _NEAR - 0.12):
        return None
    if left.tense is not right.tense and order(context) in (Order.LEFT_FIRST, Order.RIGHT_FIRST):
        return None  # what was planned, and what came of it
    level, words = opposite
    named = parties(left, right) or denied(left, right)
    if correction(context.left) or correction(context.right):
        verdict, reason = Verdict.UPDATE, f"One report takes the other back: {words}."
    elif named is not None:
        verdict, reason = Verdict.DISPUTED, f"{named[0].capitalize()} and {named[1]} contradict each other: {words}."
    elif headline_against_body(context):
        verdict, reason = Verdict.CONFLICT, f"The headline and the text contradict each other: {words}."
    else:
        verdict, reason = Verdict.CONFLICT, f"One says the opposite of the other: {words}."
    return Judgement(
        verdict=verdict,
        level=level,
        reason=reason,
        severity=Severity.HIGH if verdict is Verdict.CONFLICT else Severity.MEDIUM,
        confidence=confidence(context),
    )


def _opposite(left: Claim, right: Claim) -> tuple[str, str] | None:
    """How the two clauses contradict each other: by a negation of the same verb, or by opposite words."""
    words_left, words_right = _words(left.text), _words(right.text)
    for a, b in _antonyms():
        for x, y in ((a, b), (b, a)):
            if words_left & x and words_right & y and not words_left & y and not words_right & x:
                if left.positive == right.positive:
                    return "antonym", f"“{min(words_left & x)}” and “{min(words_right & y)}”"
                return None  # "approved" and "not rejected" agree
    if left.positive is not right.positive and left.predicate is not None and left.predicate == right.predicate:
        return "negation", "one denies what the other states"
    return None


def _same_subject(left: Claim, right: Claim) -> bool:
    if left.subject is None or right.subject is None:
        return False
    return left.subject == right.subject


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


@cache
def _antonyms() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    table = tomllib.loads(files("factcheck.rules").joinpath("antonyms.toml").read_text(encoding="utf-8"))
    return tuple((frozenset(row["this"]), frozenset(row["that"])) for row in table["pair"])
