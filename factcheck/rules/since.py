"""Since when: the last time that something was so, or the day on which it began, given differently."""

from __future__ import annotations

import re

from factcheck.align.content import names, shares_name
from factcheck.align.features import other_actor
from factcheck.dating.occasions import Same
from factcheck.model import Claim, Delta, Judgement, Quantity, TimeExpression
from factcheck.rules._ladder import confidence, denied, parties, value_words
from factcheck.rules._rule import Context, Example, Side, rule
from factcheck.terms import Severity, Tense, Verdict

# Probabilities of one matter (align/weights.toml). Set with care, not measured: the development stories have four such pairs, at
# .55, .63, .81 and 1.00; real lists ("a member since 1998") reach .9, so the names must be the same as well.
_RECORD = 0.5
_ONSET = 0.8
_LOOKING_BACK = 0.8  # a report of a year later may speak of the same record, or of the next
_SINCE = re.compile(r"\bsince\b[^.;]{0,12}$", re.IGNORECASE)
_SUPERLATIVE = re.compile(
    r"\b(?:first|last|not since|never|no \w+|nobody|(?:most|least) \w+|\w{2,}est|worst|best|record)\b",
    re.IGNORECASE,
)
_NO_SUPERLATIVES = re.compile(
    r"\b(?:rest|test|protest|arrest|west|forest|interest|request|harvest|guest|east|quest|contest|manifest|"
    r"invest|nest|chest|suggest|latest|at least|in first place)\b",
    re.IGNORECASE,
)


@rule(
    "since",
    examples=(
        Example("It is the largest fire in Ruma since 1998.", "It was the largest fire in Ruma since 2009.", Verdict.CONFLICT),
        Example("Ana Brandt has led the company since 2019.", "Ana Brandt has led the company since 2017.", Verdict.CONFLICT),
        Example("Ana Brandt has led the company since 2019.", "Ana Brandt has led the company since March 2019.", None),
        Example("Since Saturday 68 people have been killed in Ruma.", "More than 300 people have been killed in Ruma since April.", None),
        Example("Ana Brandt has led the company since 2019.", "Piet Voss has led the company since 2017.", None),
        Example("It is the largest fire in Ruma since 1998.", "There have been four fires in Ruma since 2009.", None),
    ),
)  # fmt: skip
def since(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """Both say since when something has been so, or when it was last so, and the years differ."""
    starts = _start(left), _start(right)
    if starts[0] is None or starts[1] is None or other_actor(left, right):
        return None
    if context.occasion.same is Same.NO and context.alike < _LOOKING_BACK:
        return None
    a, b = left.value, right.value
    assert isinstance(a, TimeExpression) and isinstance(b, TimeExpression)
    if starts[0] == starts[1] or a.start is None or b.start is None:
        return None
    records = _is_record(left), _is_record(right)
    if records[0] is not records[1] or context.alike < (_RECORD if records[0] else _ONSET):
        return None
    if not records[0] and (_counts(context.left) or _counts(context.right)):
        return None  # 68 killed since Saturday, 300 since April
    if not _of_one(left, right) or (not records[0] and Tense.FUTURE in (left.tense, right.tense)):
        return None
    named = parties(left, right, context) or denied(left, right)
    told = "the last of its kind before" if records[0] else "the beginning"
    return Judgement(
        verdict=Verdict.DISPUTED if named else Verdict.CONFLICT,
        level="record" if records[0] else "onset",
        reason=f"Both date {told}: since {starts[0]} and since {starts[1]} cannot both be right.",
        severity=Severity.MEDIUM,
        confidence=confidence(context),
        delta=Delta(days=(b.start - a.start).days),
    )


def _counts(side: Side) -> bool:
    return any(isinstance(claim.value, Quantity) and claim.value.unit == "count" for claim in side.claims)


def _of_one(left: Claim, right: Claim) -> bool:
    """Whether the names of the one clause are among the other's, as far as both have any."""
    ours, theirs = names(left), names(right)
    if not ours or not theirs:
        return bool(ours or theirs) or left.subject == right.subject
    return all(shares_name((name,), theirs) for name in ours) or all(shares_name((name,), ours) for name in theirs)


def _start(claim: Claim) -> int | None:
    """The year since which, None where the claim's time is no "since"."""
    time = claim.value
    if not isinstance(time, TimeExpression) or time.start is None or time.end is not None:
        return None
    before = claim.text[: time.span.start - claim.span.start]
    told = value_words(claim).lower().startswith("since") or _SINCE.search(before) is not None
    return time.start.year if told else None


def _is_record(claim: Claim) -> bool:
    return _SUPERLATIVE.search(_NO_SUPERLATIVES.sub("", claim.text[:400])) is not None
