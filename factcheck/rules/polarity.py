"""Yes against no: a statement and its denial, a word and its opposite."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.align.content import LONGEST, names, names_among, shares_name, stems, tokens
from factcheck.align.nouns import NounRelation, relate
from factcheck.dating.occasions import Same
from factcheck.model import Claim, Judgement
from factcheck.rules._absence import absence, is_there
from factcheck.rules._frames import Answer, answers
from factcheck.rules._ladder import (
    Order,
    capital,
    confidence,
    correction,
    denied,
    headline_against_body,
    order,
    parties,
)
from factcheck.rules._negation import negates
from factcheck.rules._referring import counts_some, is_one, without_places
from factcheck.rules._rule import Context, Example, Side, rule
from factcheck.rules._statements import denier, positive
from factcheck.terms import ClaimKind, SegmentRole, Severity, Stance, Tense, Verdict

# Probabilities of one matter (align/weights.toml) from which opposites are taken as said of one thing: of one named thing
# they are opposites however the rest is worded, so little is asked.
_OF_ONE_NAME = 0.015
_OF_ONE_NOUN = 0.08
_OF_NAME_AND_NOUN = 0.10
_OF_ONE_MATTER = 0.25
_OF_TWO_NOUNS = 0.55
_SHARED_WORDS = 2  # content words besides the opposites that two clauses must share where no one thing is named
_DENIED = 0.12  # a denial says itself that there is something to deny
# Of 16 pairs from here on the development stories of which one says "no" or "nobody" 14 were labelled opposites or are; below, one in four.
_NONE_OF_IT = 0.45
_SURELY_NONE_OF_IT = (
    0.7  # the same where no party is named that denies it: below, no conflict of ten on labelled and real text was one
)
# One phrase stated and denied of no named thing ("can not get aid", "we get there"): of ten such pairs of labelled stories below
# this two were opposites, of five above four; in two real corpora all of 17 below were not.
_STATED_AND_DENIED = 0.7
_NEGATED = 0.1  # a bare "not" needs clauses that say the same otherwise
_REACH = 8  # words on either side of an answer that it may be said of
_LONGEST = 30  # words


@rule(
    "polarity",
    examples=(
        Example("Parliament approved the water bill.", "Parliament rejected the water bill.", Verdict.CONFLICT),
        Example("Mayor Ana Brandt has resigned.", "Mayor Ana Brandt has not resigned.", Verdict.CONFLICT),
        Example("Mayor Ana Brandt has resigned.", "Mayor Ana Brandt remains in office.", Verdict.CONFLICT),
        Example("The dam at Ruma collapsed.", "The dam at Ruma is still standing.", Verdict.CONFLICT),
        Example("Piet Voss was convicted of fraud.", "The jury cleared Piet Voss of fraud.", Verdict.CONFLICT),
        Example("The sirens in Ruma went off.", "The sirens in Ruma did not go off.", Verdict.CONFLICT),
        Example("There was no alarm before the dam in Ruma burst.", "An alarm sounded before the dam in Ruma burst.", Verdict.CONFLICT),
        Example("Ana Brandt attended the talks in Ruma.", "Ana Brandt stayed away from the talks.", Verdict.CONFLICT),
        Example("The union said the mine was flooded.", "The owner denied that the mine was flooded.", Verdict.DISPUTED),
        Example("Parliament approved the water bill.", "Parliament approved the water bill on Monday.", None),
        Example("Parliament approved the water bill.", "Parliament rejected the budget.", None),
        Example("Piet Voss was convicted of fraud.", "The jury cleared Ana Brandt of fraud.", None),
        Example("Parliament approved the water bill.", "Parliament did not reject the water bill.", None),
        Example("In 2019 parliament rejected the water bill.", "Parliament approved the water bill in 2025.", None),
        Example("Police arrested Piet Voss.", "Piet Voss was released.", None),
    ),
)  # fmt: skip
def polarity(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """One says that something is so, the other that it is not, or says the opposite."""
    if left.kind is not ClaimKind.STATEMENT or right.kind is not ClaimKind.STATEMENT:
        return None
    if context.same_article and not headline_against_body(context):
        return None  # an article tells its own people and days apart
    if max(len(left.text.split()), len(right.text.split())) > _LONGEST or _two_people(left, right):
        return None
    if context.occasion.same is Same.NO or _not_told(left, context.left) or _not_told(right, context.right):
        return None
    signs = positive(left, context.left), positive(right, context.right)
    found = (
        _by_outcomes(left, right, context)
        or _by_negation(left, right, signs, context)
        or _by_absence(left, right, context)
        or _by_denial(left, right, context)
    )
    return _verdict(left, right, context, found) if found is not None else None


@dataclass(frozen=True, slots=True)
class _Opposition:
    """Which step found it, in what words, and whether the one may follow the other in the ordinary course."""

    level: str
    words: str
    turns: bool = False


def _by_outcomes(left: Claim, right: Claim, context: Context) -> _Opposition | None:
    """Answers to one question (rules/frames) that exclude each other, said of one thing."""
    theirs = {a.frame.name: a for a in _answers(right)}
    for ours in _answers(left):
        other = theirs.get(ours.frame.name)
        if other is None or not _exclude(ours, other) or context.alike < ours.frame.least:
            continue
        least = _least(left, ours, right, other)
        if least is not None and least < _OF_TWO_NOUNS and not (_is_of_one(left, ours) and _is_of_one(right, other)):
            least = _OF_TWO_NOUNS
        if least is not None and least > _OF_ONE_NAME and ours.value == other.value:
            least = max(least, _STATED_AND_DENIED)
        if least is None or context.alike < least or (least > _OF_ONE_NAME and counts_some(left, ours, right, other)):
            continue
        same = ours.value == other.value
        words = f"“{ours.words}” is stated and denied" if same else f"“{ours.words}” and “{other.words}”"
        return _Opposition("negation" if same else "outcome", words, ours.frame.turns)
    return None


def _two_people(left: Claim, right: Claim) -> bool:
    """Whether the clauses give two ages ("a 25-year-old", "a 15-year-old"), and so tell of two people."""
    ages = [set(_YEARS_OLD.findall(c.text[:LONGEST])) for c in (left, right)]
    return bool(ages[0] and ages[1]) and not ages[0] & ages[1]


_YEARS_OLD = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b")


def _answers(claim: Claim) -> tuple[Answer, ...]:
    return answers(claim.text, headline=SegmentRole.HEADLINE.value in claim.trace)


def _exclude(one: Answer, other: Answer) -> bool:
    """Two values that exclude each other, or one value stated and denied; "approved" and "not rejected" do not."""
    if one.value == other.value:
        return one.positive is not other.positive and not one.frame.turns
    return one.positive and other.positive


def _least(left: Claim, ours: Answer, right: Claim, other: Answer) -> float | None:
    """The probability of one matter that is asked for, the less the surer it is of one thing; None for two things."""
    if ours.frame.about == "clause":
        if names(left) and names(right) and not shares_name(names(left), names(right)):
            return None
        shared = (stems(tokens(left.text)) & stems(tokens(right.text))) - stems(
            (*ours.words.split(), *other.words.split())
        )
        return _OF_ONE_MATTER if len(shared) >= _SHARED_WORDS else None
    names_left, names_right = _named(left, ours), _named(right, other)
    if names_left and names_right:
        return _OF_ONE_NAME if shares_name(names_left, names_right) else None
    if names_left or names_right:
        return _OF_NAME_AND_NOUN
    a, b = left.subject, right.subject
    if ours.frame.about == "subject" and a is not None and b is not None:
        return _OF_ONE_NOUN if relate(a, b) is not NounRelation.DIFFERENT else _OF_TWO_NOUNS
    return _OF_ONE_NOUN if _argument(left, ours) & _argument(right, other) else _OF_TWO_NOUNS


def _is_of_one(claim: Claim, answer: Answer) -> bool:
    return bool(_named(claim, answer)) or is_one(claim)


def _argument(claim: Claim, answer: Answer) -> frozenset[str]:
    """The stems of the words that the answer is said of: before it of a subject or a passive, after it of an object."""
    words = tokens(claim.text)
    after = answer.frame.about == "object" and not answer.passive
    near = words[answer.end : answer.end + _REACH] if after else words[max(0, answer.first - _REACH) : answer.first]
    return stems(near)


def _named(claim: Claim, answer: Answer) -> tuple[str, ...]:
    """The names that the answer is said of: before it of a subject or a passive, after it of an object."""
    words = tokens(claim.text)
    inside = names_among(words[answer.first : answer.end], claim)  # "cleared Ana Brandt of"
    if inside:
        return inside
    if answer.frame.about == "object" and not answer.passive:
        return names_among(without_places(words[answer.end : answer.end + _REACH]), claim)
    found = names_among(without_places(words[max(0, answer.first - _REACH) : answer.first]), claim)
    if not found and claim.subject is not None and claim.subject in claim.entities:
        return (claim.subject,)
    return found


def _by_negation(left: Claim, right: Claim, signs: tuple[bool, bool], context: Context) -> _Opposition | None:
    """The same verb of the same subject, stated by the one and negated by the other."""
    if signs[0] is signs[1] or context.alike < _NEGATED:
        return None
    if not negates(*((right, left) if signs[0] else (left, right))):
        return None
    return _Opposition("negation", "the one denies what the other states")


def _by_absence(left: Claim, right: Claim, context: Context) -> _Opposition | None:
    """The one says that there was none of what the other tells of."""
    if context.alike < _NONE_OF_IT:
        return None
    missing = absence(left.text), absence(right.text)
    if (missing[0] is None) is (missing[1] is None):
        return None
    denying, other = (left, right) if missing[0] is not None else (right, left)
    none = missing[0] or missing[1]
    assert none is not None
    if not is_there(none, denying, other):
        return None
    when = order(context)
    overtaken = when is Order.UNKNOWN or (when is Order.LEFT_FIRST) is (denying is left)
    words = "the one says that there was none of what the other tells of"
    return _Opposition("absence", words, none.so_far and overtaken)


def _by_denial(left: Claim, right: Claim, context: Context) -> _Opposition | None:
    """One party denies, rejects or disputes what the other side tells of the same matter."""
    denies = [c.attribution is not None and c.attribution.stance is Stance.DENIES for c in (left, right)]
    if denies[0] is denies[1] or context.alike < _DENIED or denied(left, right) is None:
        return None
    other = right if denies[0] else left
    if not other.positive or other.tense is Tense.FUTURE:
        return None  # "nobody was turned away" and "denied that anyone was"
    return _Opposition("denial", "the one denies what the other states")


def _not_told(claim: Claim, side: Side) -> bool:
    """Whether the clause is a wish, a condition or a question: nothing that can be contradicted."""
    text = claim.text
    unreal = {"possible", "feared", "modality:possible", "modality:feared"}
    return (
        not unreal.isdisjoint(claim.trace)
        or side.sentence.rstrip("”\"'’ ").endswith("?")
        or _OPEN.match(text) is not None
    )


_OPEN = re.compile(
    r"(?:if|unless|whether|should|could|would|may|might|lest|praying|hoping|fearing|wishing|imagine|suppose)\b",
    re.IGNORECASE,
)


def _verdict(left: Claim, right: Claim, context: Context, found: _Opposition) -> Judgement | None:
    when = order(context)
    ordered = when in (Order.LEFT_FIRST, Order.RIGHT_FIRST)
    earlier, later = (left, right) if when is Order.LEFT_FIRST else (right, left)
    named = parties(left, right, context)
    told = denied(left, right) if found.level == "denial" else None
    denial = told[0] if told is not None else denier(left, context.left) or denier(right, context.right)
    if found.level == "absence" and denial is None:
        sources = [c.attribution.source for c in (left, right) if c.attribution is not None]
        denial = sources[0] if len(sources) == 1 else None
    if correction(context.left) or correction(context.right):
        verdict, reason = Verdict.UPDATE, f"One report takes the other back: {found.words}."
    elif ordered and (found.turns or _overtaken(earlier, later)):
        verdict, reason = Verdict.UPDATE, f"The later report tells what came of it: {found.words}."
    elif found.turns and not headline_against_body(context):
        return None  # the one may have followed the other
    elif named is not None and _about_others(left) and _about_others(right):
        verdict, reason = Verdict.DISPUTED, f"{capital(named[0])} and {named[1]} contradict each other: {found.words}."
    elif denial:
        verdict, reason = Verdict.DISPUTED, f"{capital(denial)} contradicts what the other side says: {found.words}."
    elif headline_against_body(context):
        verdict, reason = Verdict.CONFLICT, f"The headline and the text contradict each other: {found.words}."
    elif found.level == "absence" and context.alike < _SURELY_NONE_OF_IT:
        return None
    else:
        verdict, reason = Verdict.CONFLICT, f"One report says the opposite of the other: {found.words}."
    return Judgement(
        verdict=verdict,
        level=found.level,
        reason=reason,
        severity=Severity.HIGH if verdict is Verdict.CONFLICT else Severity.MEDIUM,
        confidence=confidence(context),
    )


def _overtaken(earlier: Claim, later: Claim) -> bool:
    """Whether a plan or a state of the earlier report was ended by what the later one tells."""
    if SegmentRole.HEADLINE.value in earlier.trace and earlier.tense is Tense.PRESENT:
        return False  # headlines tell what happened in the present tense
    if earlier.tense is Tense.FUTURE:
        return later.tense is not Tense.FUTURE
    return earlier.tense is Tense.PRESENT and later.tense is Tense.PAST


def _about_others(claim: Claim) -> bool:
    """Whether the source speaks of something else than what it did itself ("parliament rejects")."""
    return claim.attribution is not None and not claim.attribution.span.overlaps(claim.span)
