"""Who a clause is about: an entity, what a figure counts, or the head noun of the subject."""

from __future__ import annotations

import re

from factcheck.extract.clauses import Clause
from factcheck.extract.quantities.lemmas import is_plural, singular
from factcheck.extract.told import Told
from factcheck.extract.words import is_common, split_words, word_set
from factcheck.model import Span
from factcheck.terms import EntityKind

_EMPTY = word_set(
    "this that it there these those which who what he she they we i you one other others another them us him her something anything everything"
)
_WHO = re.compile(r"who\b", re.IGNORECASE)


def subject_of(told: Told, clause: Clause | None) -> str | None:
    """The entity that the subject names, else what it counts or its head noun, lower-case."""
    if clause is None or clause.subject is None:
        return None
    head = clause.head if clause.head is not None else clause.subject
    if clause.apposed is not None:
        beside = [e for e in told.named if e.span.overlaps(clause.apposed)]
        if beside:
            return beside[-1].key
    shared = not clause.span.contains(head)
    if shared and told.is_reporting(clause):
        return None  # "..., said a lifeboatman"
    inside = [e for e in told.named if e.span.overlaps(head)]
    if clause.head is not None and inside and inside[-1].span.end >= head.end:
        fits = (inside[-1].kind is not EntityKind.PLACE) if _WHO.match(clause.span.of(told.text)) else True
        return inside[-1].key if fits else None  # "a man from Leeds, who ..."
    for count in told.counts:
        if count.span.overlaps(head) and count.of is not None:
            return count.of.lower()  # "seventeen were shut", "two of them were women"
    if clause.head is None:
        return None
    noun = singular(split_words(head.of(told.text)).words[-1].lower())
    if noun in _EMPTY:
        return _speaker(told, head, noun)
    return None if not noun.isalpha() and "-" not in noun else noun


def _speaker(told: Told, place: Span, pronoun: str) -> str | None:
    """Whoever is quoted, where the pronoun can only be they: "the operator said it had lost grain", "“We left,” Ms Bell said"."""
    holding = [a for a in told.attributed if a.scope.contains(place) and a.attribution.span.end]
    if not holding:
        return None
    said = min(holding, key=lambda a: a.scope.end - a.scope.start)
    source, before = said.attribution.source, told.text[: place.start]
    person = any(e.key == source and e.kind is EntityKind.PERSON for e in told.named)
    last = source.split()[-1]
    named = any(e.key == source for e in told.named) or (
        last.title() in said.attribution.span.of(told.text) and (" " in source or not is_common(last))
    )
    name = source if named else singular(last)
    if source in _EMPTY:
        return None
    if pronoun == "i" or (pronoun == "we" and not person):
        return name if "“" in before or '"' in before else None
    if pronoun not in ("it", "they") or person or said.attribution.span.start > place.start:
        return None
    many = is_plural(last) or source.endswith("police")
    return name if many == (pronoun == "they") else None
