"""Whether a clause speaks of one thing that another clause can speak of too, or of some among many."""

from __future__ import annotations

from factcheck.align.content import LONGEST, tokens
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.words import word_set
from factcheck.model import Claim

_DEFINITE = word_set("the this that these those its his her their our my your all both each every no none neither")
_INDEFINITE = word_set("a an another some many several few most other others any more such")
_ANYBODY = word_set("people person somebody someone anybody anyone everyone everybody man woman")
_BEFORE = 4  # words: "the two remaining witnesses"


def is_one(claim: Claim) -> bool:
    """Whether the clause's subject is a name or a definite thing; "people", "patients" and "a girl" may be others than the other side's.

    >>> from factcheck import find_claims
    >>> from factcheck.ingest.text import article
    >>> [is_one(find_claims(article(t, path="x"))[0]) for t in ("The dam collapsed.", "Ana Brandt died.", "Houses collapsed.", "A house collapsed.")]
    [True, True, False, False]
    """
    if claim.subject is None:
        return False
    if claim.subject in claim.entities:
        return True
    head = claim.subject.split()[-1]
    words = tokens(claim.text[:LONGEST])
    at = next((i for i, word in enumerate(words) if word == head or singular(word) == head), None)
    if at is None:
        return True  # a pronoun, or a subject said in another clause: it was resolved to something told of before
    before = set(words[max(0, at - _BEFORE) : at])
    if before & _INDEFINITE or (head in _ANYBODY and not before & _DEFINITE):
        return False
    return bool(before & _DEFINITE) or words[at] == head
