"""Clock times of the same event."""

from __future__ import annotations

from factcheck.align.features import other_actor
from factcheck.dating.occasions import Same
from factcheck.extract.times.clock import is_clock, minutes_apart
from factcheck.model import Claim, Judgement, TimeExpression
from factcheck.rules import _universals
from factcheck.rules._figures import other_quake
from factcheck.rules._ladder import confidence, correction, elsewhere, parties, value_words
from factcheck.rules._rule import Context, Example, rule
from factcheck.terms import Severity, Tense, Verdict

# Probabilities of one event (align/weights.toml). Set with care, not measured: the development stories have a dozen such pairs.
_SAYS_THE_SAME = 0.1
_LOUD = 0.4
_SLACK = 10  # minutes: "shortly before three" and 2.47 are one time, 5.20 and 6.50 are not
_SAME_WORDS = 0.6  # cosine of clauses
_ZONES = 60  # minutes; a difference of whole hours may be one of time zones


@rule(
    "clock-time",
    examples=(
        Example(
            "The bomb in Ruma went off at 7.43 a.m. on Tuesday.",
            "The bomb in Ruma went off at 9.10 a.m. on Tuesday.",
            Verdict.CONFLICT,
        ),
        Example(
            "The bomb in Ruma went off at 7.43 a.m. on Tuesday.",
            "The bomb in Ruma went off at seventeen minutes to eight in the morning.",
            Verdict.AGREE,
        ),
        Example(
            "The magnitude 7.0 quake struck Ruma at 4.53 p.m.",
            "The magnitude 6.1 tremor struck Ruma at 6.03 a.m.",
            None,
        ),
        Example("The bomb in Ruma went off at 7.43 a.m.", "The mayor of Kesh spoke at 9.10 a.m.", None),
        Example("The bomb in Ruma went off at 7.43 a.m.", "The bomb in Ruma went off at 8.43 a.m. local time.", None),
    ),
)
def clock_time(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """The same event is timed, and the hours cannot both be right."""
    a, b = left.value, right.value
    if not isinstance(a, TimeExpression) or not isinstance(b, TimeExpression) or not (is_clock(a) and is_clock(b)):
        return None
    if context.same_article or context.occasion.same is Same.NO or other_actor(left, right) or elsewhere(context):
        return None
    if other_quake(context):
        return None
    if (
        (left.tense is Tense.FUTURE) is not (right.tense is Tense.FUTURE)
        or _universals.find(left)
        or _universals.find(right)
    ):
        return None
    if _is_stamp(left) or _is_stamp(right):
        return None
    one, other = value_words(left), value_words(right)
    apart = minutes_apart(a, b)
    if apart <= _SLACK:
        if context.alike < _SAYS_THE_SAME:
            return None
        return Judgement(
            verdict=Verdict.AGREE,
            level="same-time",
            reason=f"Both give the same time of day: “{one}” and “{other}”.",
            severity=Severity.INFO,
            confidence=confidence(context),
        )
    if context.alike < _LOUD or apart % _ZONES == 0 or not _one_deed(left, context):
        return None
    named = parties(left, right, context)
    moved = correction(context.left) or correction(context.right)
    verdict = Verdict.UPDATE if moved else Verdict.DISPUTED if named else Verdict.CONFLICT
    return Judgement(
        verdict=verdict,
        level="times",
        reason=f"Both time the same event; “{one}” and “{other}” cannot both be right.",
        severity=Severity.MEDIUM,
        confidence=confidence(context),
    )


def _one_deed(claim: Claim, context: Context) -> bool:
    seen = context.evidence
    if not seen.get("shared name") and not seen.get("unnamed"):
        return False  # two places, two events
    told = seen.get("same predicate") and claim.predicate != "be"
    return bool(told or seen.get("same subject")) or context.clause >= _SAME_WORDS


def _is_stamp(claim: Claim) -> bool:
    """Whether the time is that of an entry in a live report: "15:20 The minehunter has sunk"."""
    return claim.value is not None and claim.value.span.start == claim.span.start and claim.text[:1].isdigit()
