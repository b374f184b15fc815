"""Claims: each clause with each of its values, who says so, and when it happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.extract.attribution import AttributedSpan, attribute_sentences
from factcheck.extract.clauses import Clause, clause_at, find_clauses
from factcheck.extract.entities import find_entities
from factcheck.extract.lemmas import singular
from factcheck.extract.quantities import find_quantities
from factcheck.extract.times import find_times
from factcheck.model import (
    Article,
    Attribution,
    Claim,
    Entity,
    Quantity,
    Sentence,
    Span,
    TimeExpression,
    Value,
    content_id,
)
from factcheck.terms import ClaimKind, EntityKind, SegmentRole, Tense

_WORD = re.compile(r"[\w’'-]+")
_PREPOSITION = re.compile(r"\b(?:of|in|at|on|for|from|by|with|to|near|under|after|before|who|which|that)\b|[,(–—]", re.I)


def claims_of(article: Article, sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """All claims of an article in text order; clutter yields none. Times stay symbolic until the article is dated."""
    told = [s for s in sentences if s.role is not SegmentRole.BOILERPLATE]
    texts = [s.span.of(article.text) for s in told]
    entities = find_entities(article.text, [s.span for s in told])
    attributions = attribute_sentences(texts)
    claims: list[Claim] = []
    at = 0
    for sentence, text, attributed in zip(told, texts, attributions, strict=True):
        while at < len(entities) and entities[at].span.start < sentence.span.start:
            at += 1
        named = []
        while at < len(entities) and entities[at].span.start < sentence.span.end:
            named.append(entities[at])
            at += 1
        claims += _claims_in(article, sentence, text, attributed, named)
    return tuple(claims)


def _claims_in(
    article: Article, sentence: Sentence, text: str, attributed: Sequence[AttributedSpan], named: Sequence[Entity]
) -> Iterable[Claim]:
    offset = sentence.span.start
    clauses = find_clauses(text)
    times = find_times(text, None)
    keys = tuple(dict.fromkeys(e.key for e in named))
    values: list[Value] = [*find_quantities(text), *times]
    for value in sorted(values, key=lambda v: (v.span.start, v.span.end)):
        clause = clause_at(clauses, value.span.start)
        kind = ClaimKind.QUANTITY if isinstance(value, Quantity) else ClaimKind.TIME
        yield _claim(article, sentence, text, offset, clause, kind, value, attributed, named, keys, times)
    for clause in clauses:
        if clause.lemma is not None and clause.subject is not None:
            yield _claim(
                article, sentence, text, offset, clause, ClaimKind.STATEMENT, None, attributed, named, keys, times
            )


def _claim(
    article: Article,
    sentence: Sentence,
    text: str,
    offset: int,
    clause: Clause | None,
    kind: ClaimKind,
    value: Value | None,
    attributed: Sequence[AttributedSpan],
    named: Sequence[Entity],
    keys: tuple[str, ...],
    times: Sequence[TimeExpression],
) -> Claim:
    within = clause.span if clause is not None else Span(start=0, end=len(text))
    place = value.span.start if value is not None else within.start
    span = within.shifted(offset)
    shifted = replace(value, span=value.span.shifted(offset)) if value is not None else None
    time = _event_time(within, value, times)
    attribution = _attribution(attributed, value.span if value is not None else within, offset)
    subject = _subject(clause, text, offset, named)
    trace = tuple(
        t
        for t in (
            sentence.role.value if sentence.role is not SegmentRole.BODY else "",
            clause.modality if clause is not None and clause.modality else "",
            value.hedge.value if isinstance(value, Quantity) else "",
            value.symbol if isinstance(value, TimeExpression) else "",
        )
        if t
    )
    return Claim(
        id=content_id(article.id, kind.value, str(span.start), str(span.end), str(offset + place), str(value)),
        article_id=article.id,
        sentence=sentence.index,
        span=span,
        text=span.of(article.text),
        kind=kind,
        value=shifted,
        of=value.of if isinstance(value, Quantity) else None,
        role=value.role if isinstance(value, Quantity) else None,
        subject=subject,
        predicate=clause.lemma if clause is not None else None,
        positive=clause.positive if clause is not None else True,
        tense=clause.tense if clause is not None else Tense.PAST,
        attribution=attribution,
        event_time=replace(time, span=time.span.shifted(offset)) if time is not None else None,
        entities=keys,
        trace=trace,
    )


def _event_time(clause: Span, value: Value | None, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The clause's own time, the nearest to the value; else the sentence's, when it has just one."""
    if isinstance(value, TimeExpression):
        return None
    near = value.span.start if value is not None else clause.start
    own = [t for t in times if clause.contains(t.span)]
    if own:
        return min(own, key=lambda t: (abs(t.span.start - near), t.span.start))
    return times[0] if len(times) == 1 else None


def _attribution(attributed: Sequence[AttributedSpan], place: Span, offset: int) -> Attribution | None:
    """The innermost attribution whose scope holds the value."""
    holding = [a for a in attributed if a.scope.contains(place)]
    if not holding:
        holding = [a for a in attributed if a.scope.overlaps(place)]
    if not holding:
        return None
    inner = min(holding, key=lambda a: (a.scope.end - a.scope.start, a.scope.start)).attribution
    return replace(inner, span=inner.span.shifted(offset))


_LEAD_IN = re.compile(r"^(?:[\w’'-]+ ){0,3}[\w’'-]+, (?=\S)")
_APPOSED = re.compile(r"^(?:the|a|an|his|her|its|their) [\w’' -]{2,60}, ", re.IGNORECASE)
_EMPTY = frozenset({"this", "that", "it", "there", "these", "those", "which", "who", "what", "he", "she", "they", "we", "i", "one"})


def _subject(clause: Clause | None, text: str, offset: int, named: Sequence[Entity]) -> str | None:
    """The entity that the subject names, else the subject's head noun, lower-case."""
    if clause is None or clause.subject is None:
        return None
    start, phrase = clause.subject.start, clause.subject.of(text)
    lead_in = _LEAD_IN.match(phrase)  # "However, the guard", "Last month, the president"
    if lead_in and not any(e.span.overlaps(Span(start=start, end=start + lead_in.end()).shifted(offset)) for e in named):
        start, phrase = start + lead_in.end(), phrase[lead_in.end() :]
    apposed = _APPOSED.search(phrase)  # "The chief executive, Marcus Thane, resigned"
    for entity in named if apposed else ():
        if entity.kind is EntityKind.PERSON and entity.span.overlaps(Span(start=start + apposed.end(), end=clause.subject.end).shifted(offset)):
            return entity.key
    stop = _PREPOSITION.search(phrase)
    head = Span(start=start, end=start + (stop.start() if stop else len(phrase)))
    inside = [e for e in named if head.shifted(offset).overlaps(e.span)]
    if inside and inside[-1].span.end >= head.shifted(offset).end - 1:
        return inside[-1].key
    words = [w.lower() for w in _WORD.findall(head.of(text))]
    noun = singular(words[-1]) if words else None
    return noun if noun not in _EMPTY and not (noun or "").isdigit() else None
