"""Statements without a figure that say the same, of the same occasion or of another."""

from __future__ import annotations

from factcheck.align.content import stems, tokens
from factcheck.align.features import other_actor
from factcheck.dating.occasions import Same
from factcheck.model import Claim, Judgement
from factcheck.rules import _universals
from factcheck.rules._frames import answers
from factcheck.rules._ladder import confidence
from factcheck.rules._rule import Context, Example, rule
from factcheck.rules._statements import denier
from factcheck.terms import ClaimKind, Severity, Tense, Verdict

# Probabilities of one matter (align/weights.toml, cross-validated) from which two plain statements say the same. Of the pairs
# from .2, two in five are labelled so, and most of the others were when read: agreements are labelled in part only.
_SAYS_THE_SAME = 0.2
_IN_OTHER_WORDS = 0.75  # the same where no word but names is shared
_ALIKE_ELSEWHEN = 0.3  # the same of two occasions: an alarm that a reader can do without, so more is asked
_WORTH_SAYING = 2  # content words below which an agreement tells an editor nothing ("his lawyer said")
_SPEECH = frozenset(
    {"say", "tell", "add", "announce", "report", "speak", "call", "write", "ask", "find", "note", "warn"}
)


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
        Example("Captain Ana Brandt survived the sinking.", "Captain Ana Brandt went down with her ship.", None),
        Example("The ministry in Ruma said.", "The ministry in Ruma said.", None),
        Example("It is the first tram crash in Ruma.", "A tram crashed in Ruma.", None),
    ),
)
def statement(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """Two reports say the same in other words, or say it of two occasions."""
    if left.kind is not ClaimKind.STATEMENT or right.kind is not ClaimKind.STATEMENT or context.same_article:
        return None
    if left.positive is not right.positive or context.alike < _SAYS_THE_SAME or not _says_enough(left, right, context):
        return None
    if other_actor(left, right) or _differ(left, right, context):
        return None
    if context.occasion.same is Same.NO:
        if context.alike < _ALIKE_ELSEWHEN:
            return None
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
        reason="Both reports say the same in their own words.",
        severity=Severity.INFO,
        confidence=confidence(context, 0.9),
    )


def _says_enough(left: Claim, right: Claim, context: Context) -> bool:
    """Whether both tell something besides who says so."""
    if left.predicate in _SPEECH and right.predicate in _SPEECH:
        return False
    words_left, words_right = stems(tokens(left.text)), stems(tokens(right.text))
    named = stems(word for key in (*left.entities, *right.entities) for word in key.split())
    if min(len(words_left), len(words_right)) < _WORTH_SAYING:
        return False
    return context.alike >= _IN_OTHER_WORDS or bool((words_left & words_right) - named)


def _differ(left: Claim, right: Claim, context: Context) -> bool:
    """Opposite words, a denial or a universal on one side only: not the same, whatever the likeness."""
    theirs = {a.frame.name: a for a in answers(right.text)}
    for ours in answers(left.text):
        other = theirs.get(ours.frame.name)
        if other is not None and (ours.value, ours.positive) != (other.value, other.positive):
            return True
    if (denier(left, context.left) is None) is not (denier(right, context.right) is None):
        return True
    if (left.tense is Tense.FUTURE) is not (right.tense is Tense.FUTURE):
        return True
    return (_universals.find(left) is None) is not (_universals.find(right) is None)
