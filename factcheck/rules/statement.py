"""Statements without a figure that say the same, of the same occasion or of another."""

from __future__ import annotations

from factcheck.dating.occasions import Same
from factcheck.extract.entities import same_name
from factcheck.model import Claim, Judgement
from factcheck.rules import _universals
from factcheck.rules._frames import answers
from factcheck.rules._ladder import confidence
from factcheck.rules._rule import Context, Example, rule
from factcheck.align.content import has_name, names, shares_name, stem, stems, tokens
from factcheck.rules._statements import acts, denier
from factcheck.terms import ClaimKind, Severity, Tense, Verdict

# Set on the development stories: of the pairs above .7 with one act and one name, most were marked as saying the same.
_SAYS_THE_SAME = 0.70
_ALIKE = 0.75
_WORTH_SAYING = 3  # content words below which an agreement tells an editor nothing ("his lawyer said")
_SHARED = 0.4  # share of the shorter clause's content words that both have
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
    if left.positive is not right.positive or context.clause < _SAYS_THE_SAME or context.alike < _ALIKE:
        return None
    if not _one_deed(left, right) or not _one_cast(left, right) or _differ(left, right, context):
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
        reason="Both reports say the same in their own words.",
        severity=Severity.INFO,
        confidence=confidence(context, 0.9),
    )


def _one_deed(left: Claim, right: Claim) -> bool:
    """The same verb, or verbs of one kind of act, with enough said besides."""
    if left.predicate in _SPEECH or right.predicate in _SPEECH:
        return False
    words_left, words_right = stems(tokens(left.text)), stems(tokens(right.text))
    if min(len(words_left), len(words_right)) < _WORTH_SAYING:
        return False
    shared = words_left & words_right
    if len(shared) < _SHARED * min(len(words_left), len(words_right)):
        return False
    same_verb = left.predicate is not None and left.predicate == right.predicate and left.predicate != "be"
    kin = {stem(c.predicate) for c in (left, right) if c.predicate} & shared
    return same_verb or bool(kin) or bool(acts(left.text) & acts(right.text))


def _one_cast(left: Claim, right: Claim) -> bool:
    """A shared name or subject, and no two different names as subjects."""
    a, b = left.subject, right.subject
    if a is not None and b is not None and a in left.entities and b in right.entities and not same_name(a, b):
        return has_name(a, names(right)) or has_name(b, names(left))
    return shares_name(names(left), names(right))


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
