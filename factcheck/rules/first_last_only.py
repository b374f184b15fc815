"""First, last, only, never: claims that a single counter-example refutes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck import wording
from factcheck.dating.occasions import days_apart
from factcheck.model import Claim, Interval, Judgement, TimeExpression
from factcheck.rules._ladder import confidence, parties
from factcheck.rules._rule import Context, Example, rule
from factcheck.terms import ClaimKind, Severity, Tense, Verdict


@rule(
    "first-last-only",
    examples=(
        Example(
            "This will be the first visit by Ana Brandt to Ruma.", "Ana Brandt visited Ruma in 2018.", Verdict.CONFLICT
        ),
        Example("Ana Brandt last visited Ruma in 2019.", "Ana Brandt visited Ruma in 2021.", Verdict.CONFLICT),
        Example("Ana Brandt has never visited Ruma.", "Ana Brandt visited Ruma in 2018.", Verdict.CONFLICT),
        Example("This will be the first visit by Ana Brandt to Ruma.", "Ana Brandt visited Kesh in 2018.", None),
        Example("Ana Brandt last visited Ruma in 2019.", "Ana Brandt visited Ruma in 2016.", None),
        Example("This will be the first visit by Ana Brandt to Ruma.", "Ana Brandt will visit Ruma next week.", None),
        Example("It is the first visit to Ruma by Ana Brandt.", "Piet Voss visited Ruma in 2018.", None),
    ),
)
def first_last_only(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """One says that nothing of the kind came before, or after; the other tells of just that."""
    for claim, example in ((left, right), (right, left)):
        universal = _universal(claim)
        if universal is None or not _same_kind(universal, claim, example) or _universal(example) is not None:
            continue
        refutes = _refutes(universal, claim, example)
        if refutes is None:
            continue
        named = parties(left, right)
        return Judgement(
            verdict=Verdict.DISPUTED if named else Verdict.CONFLICT,
            level=universal.marker,
            reason=f"“{universal.words}” cannot hold beside {refutes}.",
            severity=Severity.MEDIUM,
            confidence=confidence(context, 0.9),
        )
    return None


@dataclass(frozen=True, slots=True)
class _Universal:
    """A claim over all occasions: its marker, its words, and the stem of what it says was (never) done."""

    marker: str
    words: str
    stem: str


# "the first such participation", "first visit in 14 years", "the only woman to lead"
_FIRST = re.compile(
    r"\bthe (?P<marker>first|only)(?:[- ]ever)?(?: such)?(?: [a-z-]+){0,2}? (?P<noun>[a-z]{4,})\b", re.I
)
_NOT_FIRST = re.compile(r"\bnot (?:be |been )?the (?:first|only)\b", re.I)
_NEVER = re.compile(r"\b(?P<marker>never)(?: (?:before|once|again|previously))? (?P<noun>[a-z]{4,})\b", re.I)
_LAST = re.compile(r"\b(?P<marker>last) (?P<noun>[a-z]{3,}ed|went|came|met|won|held|took|spoke|led)\b", re.I)
_STEM = 5  # letters shared by "visit" and "visited", "participation" and "participated"


def _universal(claim: Claim) -> _Universal | None:
    if _NOT_FIRST.search(claim.text):
        return None
    if claim.kind is ClaimKind.QUANTITY:
        return None  # the same clause is there as a statement
    for pattern in (_FIRST, _NEVER, _LAST):
        match = pattern.search(claim.text)
        if match and (pattern is not _LAST or isinstance(claim.value, TimeExpression)):
            return _Universal(match["marker"].lower(), match.group(), match["noun"].lower()[:_STEM])
    return None


def _same_kind(universal: _Universal, claim: Claim, example: Claim) -> bool:
    """The same actor does the same thing in the same place."""
    if example.predicate is None or not example.positive:
        return False
    if universal.stem not in (word[:_STEM] for word in re.findall(r"[a-z]+", example.text.lower())):
        return False
    ours, theirs = set(claim.entities), set(example.entities)
    actor = example.subject in ours
    # Every name of the claim but its reporter's must be in the example: the same visitor to the same place.
    return actor and len(ours & theirs) >= 2 and len(ours - theirs) <= 1


def _refutes(universal: _Universal, claim: Claim, example: Claim) -> str | None:
    """The counter-example in words, or None when its time does not refute the claim."""
    when = _when(example)
    if when is None or example.tense is Tense.FUTURE:
        return None
    if universal.marker == "last":
        limit = _when(claim)
        after = limit is not None and limit.high is not None and when.low is not None and when.low > limit.high
        return f"the one in {wording.days(when)}" if after else None
    ours = _when(claim)
    if ours is not None and (days_apart(ours, when) or 0) == 0 and ours.is_bounded:
        return None  # the very occasion that is called the first
    years = _years_back(claim)
    if (
        years is not None
        and ours is not None
        and ours.low is not None
        and when.high is not None
        and when.high.year < ours.low.year - years
    ):
        return None  # "the first in 14 years", and the other is older
    return f"the one in {wording.days(when)}"


def _when(claim: Claim) -> Interval | None:  # type: ignore[type-arg]
    time = claim.value if isinstance(claim.value, TimeExpression) else claim.event_time
    return time.interval if time is not None and (time.start is not None or time.end is not None) else None


_SPAN = re.compile(r"\b(?:in|for) (?:more than |nearly |about )?(\d{1,3}|[a-z]+) years\b", re.I)


def _years_back(claim: Claim) -> int | None:
    match = _SPAN.search(claim.text)
    return int(match[1]) if match and match[1].isdigit() else None
