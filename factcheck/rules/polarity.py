"""Yes against no: a statement and its denial, a word and its opposite."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.dating.occasions import Same
from factcheck.extract.clauses.wordclasses import base_of
from factcheck.extract.entities import same_name
from factcheck.model import Claim, Judgement
from factcheck.rules import _opposites
from factcheck.rules._ladder import Order, confidence, correction, headline_against_body, order, parties
from factcheck.rules._opposites import Said
from factcheck.rules._rule import Context, Example, rule
from factcheck.rules._statements import denier, names, positive, shares_name, stem, stems, tokens
from factcheck.terms import ClaimKind, SegmentRole, Severity, Tense, Verdict

# Cosines of the clauses, set on the development stories. Opposites of one named thing are opposites however the rest is
# worded, so little is asked; a bare "not" needs clauses that say the same otherwise.
_NEAR = 0.35
_NEAR_NEGATED = 0.45
# Set after reading the conflicts in 50 real incidents: those below .40, or between clauses that tell of several people,
# were false; no true one of the development stories lies below .50.
_ALIKE = 0.45
_LONGEST = 30  # words
_LEAD = 8  # sentences, bylines and captions among them, in which an article comes to what its headline tells
# Verbs that say too little for their denial to be a contradiction.
_VAGUE = frozenset({
    "be", "have", "do", "say", "tell", "get", "make", "give", "take", "put", "know", "think", "want", "see", "find",
    "let", "seem", "call", "use", "need", "add", "show", "include", "deny", "believe", "become", "keep", "look", "turn",
})  # fmt: skip
_LIGHT = frozenset({"take", "bring", "put", "give", "make", "go", "come"})
_PARTICLE = re.compile(r"\b(off|out|down|under|up|ahead|through|place|part|away|back)\b")
_NOBODY = frozenset({"no", "nobody", "none"})


@rule(
    "polarity",
    examples=(
        Example("Parliament approved the water bill.", "Parliament rejected the water bill.", Verdict.CONFLICT),
        Example("Mayor Ana Brandt has resigned.", "Mayor Ana Brandt has not resigned.", Verdict.CONFLICT),
        Example("Mayor Ana Brandt has resigned.", "Mayor Ana Brandt remains in office.", Verdict.CONFLICT),
        Example("The dam at Ruma collapsed.", "The dam at Ruma is still standing.", Verdict.CONFLICT),
        Example("Piet Voss was convicted of fraud.", "The jury cleared Piet Voss of fraud.", Verdict.CONFLICT),
        Example("The sirens in Ruma went off.", "The sirens in Ruma did not go off.", Verdict.CONFLICT),
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
    if context.alike < _ALIKE or (context.same_article and left.sentence == right.sentence):
        return None
    if max(len(left.text.split()), len(right.text.split())) > _LONGEST:
        return None
    if context.occasion.same is Same.NO or context.clause < _NEAR or _not_told(left) or _not_told(right):
        return None
    signs = positive(left, context.left), positive(right, context.right)
    found = _by_opposites(left, right, signs, context) or _by_negation(left, right, signs, context)
    return _verdict(left, right, context, found) if found is not None else None


@dataclass(frozen=True, slots=True)
class _Opposition:
    """Which step found it, in what words, and whether the one may follow the other in the ordinary course."""

    level: str
    words: str
    turns: bool = False


def _by_opposites(left: Claim, right: Claim, signs: tuple[bool, bool], context: Context) -> _Opposition | None:
    """Words of the two sides of a row of antonyms.toml, said of one thing."""
    for a, b in _opposites.matching(left.text, right.text):
        # "did not attend" is one of the table's phrases: its "not" is spent.
        signs = signs[0] or "not" in a.words, signs[1] or "not" in b.words
        if (a.side == b.side) is (signs[0] == signs[1]) or not (signs[0] or signs[1]):
            continue
        if a.side == b.side and a.pair.turns:
            continue
        if a.side != b.side and not (signs[0] and signs[1]):
            continue  # "approved" and "not rejected"
        if not _of_one_thing(left, a, right, b, context):
            continue
        words = f"“{a.words}” and “{b.words}”" if a.side != b.side else f"“{a.words}” is stated and denied"
        return _Opposition("antonym" if a.side != b.side else "negation", words, a.pair.turns)
    return None


def _of_one_thing(left: Claim, a: Said, right: Claim, b: Said, context: Context) -> bool:
    """Whether the opposites are said of the same thing: its names agree, or, without names, its words."""
    names_left, names_right = a.names(left), b.names(right)
    if names_left and names_right:
        return same_name(names_left[-1], names_right[-1]) or (
            len(names_left) > 1 and len(names_right) > 1 and all(_known(n, names_right) for n in names_left)
        )
    words_left, words_right = a.stems(), b.stems()
    shared = words_left & words_right
    if shared and len(shared) * 2 >= min(len(words_left), len(words_right)):
        return True
    # A headline and the first lines under it tell of one thing.
    return (
        headline_against_body(context)
        and context.clause >= _NEAR_NEGATED
        and abs(left.sentence - right.sentence) <= _LEAD
    )


def _known(name: str, among: tuple[str, ...]) -> bool:
    return any(same_name(name, other) for other in among)


def _by_negation(left: Claim, right: Claim, signs: tuple[bool, bool], context: Context) -> _Opposition | None:
    """The same verb of the same subject, stated by the one and negated by the other."""
    if signs[0] is signs[1] or context.clause < _NEAR_NEGATED:
        return None
    verb_left, verb_right = _verb(left), _verb(right)
    if verb_left is None or verb_left != verb_right:
        return None
    negated, stated = (right, left) if signs[0] else (left, right)
    if "never" in tokens(negated.text) or not _same_argument(negated, stated):
        return None
    return _Opposition("negation", "the one denies what the other states")


def _verb(claim: Claim) -> str | None:
    """The verb with its particle ("go off"), None when it says too little."""
    verb = claim.predicate
    if verb is None:
        return None
    words = tokens(claim.text)
    for at, word in enumerate(words[:-1]):
        if base_of(word) == verb and _PARTICLE.fullmatch(words[at + 1]):
            return f"{verb} {words[at + 1]}"
    if verb not in _VAGUE | {"go", "come"}:
        return verb
    # "taken to hospital": a light verb says what its next word says.
    first = next((n for n, word in enumerate(words) if base_of(word) == verb), len(words))
    told = [stem(w) for w in words[first + 1 :] if stems([w])][:1] if verb in _LIGHT else []
    return f"{verb} {told[0]}" if told else None


def _same_argument(negated: Claim, stated: Claim) -> bool:
    """Whether the two verbs are said of one subject, and of one object where both have one."""
    named_negated, named_stated = names(negated), names(stated)
    if named_negated and named_stated and not shares_name(named_negated, named_stated):
        return False
    words_negated, words_stated = _without_verb(negated), _without_verb(stated)
    shared = words_negated & words_stated
    first = tokens(negated.text)[:1]
    if first and first[0] in _NOBODY:
        return bool(shared) and len(shared) * 2 >= min(len(words_negated), len(words_stated))
    a, b = negated.subject, stated.subject
    if a is None or b is None:
        return False
    if a == b or (a in negated.entities and b in stated.entities and same_name(a, b)):
        least = 2 if a not in negated.entities else 1
        return len(shared) >= min(least, len(words_negated), len(words_stated))
    # "the ferry" for "the Lady Maren": one story's definite noun may stand for its name.
    return (a in negated.entities) is not (b in stated.entities) and _definite(negated, a) is not _definite(stated, b)


def _without_verb(claim: Claim) -> frozenset[str]:
    return stems(word for word in tokens(claim.text) if base_of(word) != claim.predicate)


def _definite(claim: Claim, subject: str) -> bool:
    return re.search(rf"\b(?:the|his|her|its|their) {re.escape(subject)}\b", claim.text[:200].lower()) is not None


def _not_told(claim: Claim) -> bool:
    """Whether the clause is a wish, a condition or a question: nothing that can be contradicted."""
    text = claim.text
    unreal = {"possible", "feared", "modality:possible", "modality:feared"}
    return not unreal.isdisjoint(claim.trace) or text.endswith("?") or _OPEN.match(text) is not None


_OPEN = re.compile(r"(?:if|unless|whether|should|could|would|may|might|lest)\b", re.IGNORECASE)


def _verdict(left: Claim, right: Claim, context: Context, found: _Opposition) -> Judgement | None:
    when = order(context)
    ordered = when in (Order.LEFT_FIRST, Order.RIGHT_FIRST)
    earlier, later = (left, right) if when is Order.LEFT_FIRST else (right, left)
    named = parties(left, right)
    denial = denier(left, context.left) or denier(right, context.right)
    if correction(context.left) or correction(context.right):
        verdict, reason = Verdict.UPDATE, f"One report takes the other back: {found.words}."
    elif ordered and (found.turns or _overtaken(earlier, later)):
        verdict, reason = Verdict.UPDATE, f"The later report tells what came of it: {found.words}."
    elif found.turns and not headline_against_body(context):
        return None  # the one may have followed the other
    elif named is not None and _about_others(left) and _about_others(right):
        verdict, reason = Verdict.DISPUTED, f"{_capital(named[0])} and {named[1]} contradict each other: {found.words}."
    elif denial:
        verdict, reason = Verdict.DISPUTED, f"{_capital(denial)} denies what the other side says."
    elif headline_against_body(context):
        verdict, reason = Verdict.CONFLICT, f"The headline and the text contradict each other: {found.words}."
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
    return earlier.tense is not Tense.PAST and (later.tense is Tense.PAST or earlier.tense is Tense.FUTURE)


def _about_others(claim: Claim) -> bool:
    """Whether the source speaks of something else than what it did itself ("parliament rejects")."""
    return claim.attribution is not None and not claim.attribution.span.overlaps(claim.span)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
