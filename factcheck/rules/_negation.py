"""The same verb, negated by one clause and stated by the other, of one subject and object."""

from __future__ import annotations

import re

from factcheck.align.content import names, shares_name, stem, stems, tokens
from factcheck.extract.clauses.wordclasses import base_of
from factcheck.extract.entities import same_name
from factcheck.model import Claim

# Verbs that say too little for their denial to be a contradiction.
_VAGUE = frozenset({
    "be", "have", "do", "say", "tell", "get", "make", "give", "take", "put", "know", "think", "want", "see", "find",
    "let", "seem", "call", "use", "need", "add", "show", "include", "deny", "believe", "become", "keep", "look", "turn",
})  # fmt: skip
_LIGHT = frozenset({"take", "bring", "put", "give", "make", "go", "come"})
_PARTICLE = re.compile(r"\b(off|out|down|under|up|ahead|through|place|part|away|back)\b")
_NOBODY = frozenset({"no", "nobody", "none"})


_NOT_ALL = re.compile(r"\bnot (?:guilty|only|just|yet|immediately|necessarily|all|always|merely)\b", re.IGNORECASE)


def negates(negated: Claim, stated: Claim) -> bool:
    """Whether the one clause denies just what the other states."""
    verb = _verb(negated)
    if verb is None or verb != _verb(stated) or "never" in tokens(negated.text) or _NOT_ALL.search(negated.text):
        return False
    return _same_argument(negated, stated)


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
