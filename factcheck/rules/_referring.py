"""Whether a clause speaks of one thing that another clause can speak of too, or of some among many."""

from __future__ import annotations

import re

from factcheck.align.content import LONGEST, tokens
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.words import word_set
from factcheck.model import Claim
from factcheck.rules._frames import Answer

_DEFINITE = word_set("the this that these those its his her their our my your all both each every no none neither")
_INDEFINITE = word_set("a an another some many several few most other others any more such")
_ANYBODY = word_set("people person somebody someone anybody anyone everyone everybody man woman")
_BEFORE = 4  # words: "the two remaining witnesses"


def is_one(claim: Claim) -> bool:
    """Whether the clause's subject is a name or a definite thing; "people", "patients" and "a girl" may be others than the other side's.

    >>> from factcheck import find_claims
    >>> from factcheck.ingest.text import article
    >>> [is_one(find_claims(article(t, path="x"))[0]) for t in ("The dam collapsed.", "Ana Brandt died.", "Houses in Ruma collapsed.", "A house in Ruma collapsed.")]
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


_WHERE = word_set("in at near from of to outside inside around across over above north south east west for against")


def without_places(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words but for the two after a preposition: "raids in Aleppo killed" says nothing of Aleppo itself."""
    return tuple(w for i, w in enumerate(words) if not (set(words[max(0, i - 2) : i]) & _WHERE))


_REACH = 8  # words before an answer that say of how many it is said


def counts_some(left: Claim, ours: Answer, right: Claim, other: Answer) -> bool:
    """Whether one speaks of some among many, so that others may have fared otherwise: "three were rescued"."""
    some = [
        _SOME.search(" ".join(_tokens_and_figures(c.text, a))) is not None for c, a in ((left, ours), (right, other))
    ]
    nobody = [not a.positive or _NONE.search(c.text) is not None for c, a in ((left, ours), (right, other))]
    return (some[0] and not nobody[1]) or (some[1] and not nobody[0])


def _tokens_and_figures(text: str, answer: Answer) -> tuple[str, ...]:
    """The lower-case words, figures among them, up to the answer."""
    end = text.lower().replace("’", "'").find(answer.words)
    return tuple(text[: end if end >= 0 else len(text)].lower().split()[-_REACH:])


_SOME = re.compile(
    r"\b(?:(?<![:\d-])\d{1,3}(?:,\d{3})*(?= [a-z])|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|some|several|many|"
    r"most|others?|another|half|a few|few|part of|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b"
)
_NONE = re.compile(r"\b(?:no one|nobody|none|no|not one|neither|not a single|nothing)\b", re.IGNORECASE)
