"""Statements without a figure that say the same, of the same occasion or of another."""

from __future__ import annotations

from factcheck.align.content import stems, tokens
from factcheck.align.features import other_actor
from factcheck.align.nouns import NounRelation, relate
from factcheck.align.scopes import Counted, scope
from factcheck.align.values import fit
from factcheck.dating.occasions import Same
from factcheck.model import Claim, Judgement, Quantity, TimeExpression
from factcheck.rules import _universals
from factcheck.rules._deeds import ONCE, deed_of
from factcheck.rules._figures import bounds_apart
from factcheck.rules._frames import answers
from factcheck.rules._ladder import confidence
from factcheck.rules._rule import Context, Example, Side, rule
from factcheck.rules._statements import denier
from factcheck.terms import ClaimKind, Severity, Tense, Verdict

# Probabilities of one matter (align/weights.toml, cross-validated) from which two plain statements say the same. Of the pairs
# from .2, two in five are labelled so, and most of the others were when read: agreements are labelled in part only.
_SAYS_THE_SAME = 0.2
_IN_OTHER_WORDS = 0.75  # the same where no word but names is shared
_ALIKE_ELSEWHEN = 0.3  # the same of two occasions: an alarm that a reader can do without, so more is asked
_ALIKE_IN_ANOTHER_AFFAIR = 0.8  # the same of reports that have nothing to do with each other
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
        Example("The fair in Ruma drew 300 visitors.", "The fair in Ruma drew 450 visitors.", None),
        Example("Ana Brandt was born in Ruma in 1945.", "Ana Brandt was born in Ruma in 1956.", None),
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
        if context.alike < (
            _ALIKE_ELSEWHEN if context.confusable else _ALIKE_IN_ANOTHER_AFFAIR
        ) or _of_what_happens_once(left, right, context):
            return None
        return Judgement(
            verdict=Verdict.DATE_CONTEXT,
            level="occasion",
            reason=f"Alike in wording, but two occasions: {context.occasion.why}.",
            severity=Severity.INFO,
            confidence=confidence(context),
        )
    if _figures_differ(left, right, context):
        return None
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


def _figures_differ(left: Claim, right: Claim, context: Context) -> bool:
    """Whether a figure of the one clause has its like in the other, and none that it fits."""
    ours, theirs = _within(left, context.left), _within(right, context.right)
    for one in ours:
        like = [other for other in theirs if scope(one, other).counted is Counted.SAME and not _other_noun(one, other)]
        if like and not any(_fit(one, other) for other in like):
            return True
    return False


def _other_noun(one: Claim, other: Claim) -> bool:
    return relate(one.of, other.of) is NounRelation.DIFFERENT


def _fit(one: Claim, other: Claim) -> bool:
    assert isinstance(one.value, Quantity) and isinstance(other.value, Quantity)
    return fit(one.value, other.value) and not bounds_apart(one.value, other.value)


def _within(claim: Claim, side: Side) -> list[Claim]:
    """The figures of the clause."""
    return [c for c in side.claims if isinstance(c.value, Quantity) and claim.span.contains(c.value.span)]


def _of_what_happens_once(left: Claim, right: Claim, context: Context) -> bool:
    """Whether both clauses date a birth, a death or a founding: two dates of it are no two occasions."""
    deeds = [
        {deed_of(c) for c in side.claims if isinstance(c.value, TimeExpression) and claim.span.contains(c.value.span)}
        for claim, side in ((left, context.left), (right, context.right))
    ]
    return bool(deeds[0] & deeds[1] & ONCE)
