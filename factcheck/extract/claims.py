"""Claims: each clause with each of its values, who says so, and when it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extract.actors import subject_of
from factcheck.extract.attribution import AttributedSpan, attribute_sentences, attribution_at
from factcheck.extract.carried import LASTS, carried, may_be_taken_up
from factcheck.extract.clauses import Clause, clause_at, find_clauses
from factcheck.extract.datelines import dateline_end
from factcheck.extract.entities import find_entities
from factcheck.extract.occasions import event_time
from factcheck.extract.quantities import read_quantities
from factcheck.extract.quantities.singles import ARTICLES
from factcheck.extract.times import find_clock_times, find_times, is_clock
from factcheck.extract.told import Told
from factcheck.extract.words import split_words, word_set
from factcheck.model import (
    Article,
    Attribution,
    Claim,
    Quantity,
    Sentence,
    Span,
    TimeExpression,
    Value,
    content_id,
)
from factcheck.terms import ClaimKind, EntityKind, Hedge, SegmentRole, Tense

# What has fewer words than this states nothing that could be checked.
_SHORTEST_STATEMENT = 3
_SPEAKING = word_set("he she it they")  # sources to be told by the entity that the pronoun stands for
_SO_FAR = re.compile(r"\b(?:so far|to date|by now|up to now)\b", re.IGNORECASE)

_TABLE = 60  # figures and dates in one sentence from which it is a table, not prose, and claims nothing


def claims_of(article: Article, sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """All claims of an article in text order; clutter and datelines yield none. Times stay symbolic until the article is dated."""
    told = [s for s in sentences if s.role is not SegmentRole.BOILERPLATE]
    texts = [s.span.of(article.text) for s in told]
    skipped = [dateline_end(text) for text in texts]
    texts = [text[skip:] for text, skip in zip(texts, skipped, strict=True)]
    entities = find_entities(article.text, [s.span for s in told])
    attributions = attribute_sentences(texts)
    claims: list[Claim] = []
    heard: tuple[Quantity, ...] = ()
    at = since = 0
    for sentence, text, skip, attributed in zip(told, texts, skipped, attributions, strict=True):
        offset = sentence.span.start + skip
        while at < len(entities) and entities[at].span.start < offset:
            at += 1
        named = []
        while at < len(entities) and entities[at].span.start < sentence.span.end:
            named.append(replace(entities[at], span=entities[at].span.shifted(-offset)))
            at += 1
        clauses = find_clauses(text)
        counts = _counts(text, clauses, attributed, heard)
        lasting = tuple(q for q in counts if may_be_taken_up(q))
        heard, since = (lasting, 0) if lasting else (heard if since < LASTS else (), since + 1)
        claims += _claims_in(
            Told(
                article=article,
                sentence=sentence,
                text=text,
                offset=offset,
                clauses=clauses,
                times=find_times(text, None),
                attributed=attributed,
                named=named,
                counts=counts,
            )
        )
    return tuple(claims)


def _counts(
    text: str, clauses: Sequence[Clause], attributed: Sequence[AttributedSpan], heard: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """The quantities of a sentence, what they count taken from those ``heard`` before where it is left out."""
    found = []
    for reading in read_quantities(text):
        if not (reading.bare or reading.assumed or reading.quantity.of is None):
            found.append(reading.quantity)
            continue
        clause = clause_at(clauses, reading.quantity.span.start)
        source = attribution_at(attributed, reading.quantity.span.start)
        subject = clause.subject.of(text).lower().removeprefix("the ") if clause and clause.subject else ""
        quantity = carried(reading, clause, subject, source.cue if source else None, heard)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _claims_in(told: Told) -> Iterator[Claim]:
    values: list[Value] = [*told.counts, *told.times, *find_clock_times(told.text)]
    if len(values) > _TABLE:
        return
    for value in sorted(values, key=lambda v: (v.span.start, v.span.end)):
        yield _claim(told, clause_at(told.clauses, value.span.start), value)
    for clause in told.clauses:
        if _states(told, clause):
            yield _claim(told, clause, None)


def _states(told: Told, clause: Clause) -> bool:
    """Whether the clause as a whole says something of the world."""
    return (
        clause.finite
        and (clause.subject is not None or clause.lemma == "be")  # "This will be the first visit"
        and not told.is_reporting(clause)
        and len(split_words(clause.span.of(told.text))) >= _SHORTEST_STATEMENT
    )


AS_OF = "as-of"  # the trace of a claim that says as of when its figure stood: alone of "so far", with a time's symbol behind it


def as_of(claim: Claim) -> frozenset[str]:
    """The patterns by which a claim says as of when its figure stood."""
    return frozenset(pattern for pattern in claim.trace if pattern.partition(":")[0] == AS_OF)


def _claim(told: Told, clause: Clause | None, value: Value | None) -> Claim:
    within = clause.span if clause is not None else Span(start=0, end=len(told.text))
    place = value.span if value is not None else within
    kind = (
        ClaimKind.STATEMENT if value is None else ClaimKind.QUANTITY if isinstance(value, Quantity) else ClaimKind.TIME
    )
    article, offset, span = told.article, told.offset, within.shifted(told.offset)
    time = event_time(told, clause, place) if not isinstance(value, TimeExpression) or is_clock(value) else None
    said = clause.predicate if value is None and clause is not None and clause.predicate is not None else place
    attribution = _attribution(told, said)
    return Claim(
        id=content_id(article.id, kind.value, str(span.start), str(span.end), str(offset + place.start), str(value)),
        article_id=article.id,
        sentence=told.sentence.index,
        span=span,
        text=span.of(article.text),
        kind=kind,
        value=replace(value, span=value.span.shifted(offset)) if value is not None else None,
        of=value.of if isinstance(value, Quantity) else None,
        role=value.role if isinstance(value, Quantity) else None,
        subject=subject_of(told, clause),
        predicate=clause.lemma if clause is not None else None,
        positive=clause.positive if clause is not None else True,
        tense=clause.tense if clause is not None else Tense.PAST,
        attribution=attribution,
        event_time=replace(time, span=time.span.shifted(offset)) if time is not None else None,
        entities=tuple(dict.fromkeys(e.key for e in told.named)),
        trace=tuple(_trace(told, clause, value, within, time, attribution)),
    )


def _trace(
    told: Told,
    clause: Clause | None,
    value: Value | None,
    within: Span,
    time: TimeExpression | None,
    attribution: Attribution | None,
) -> Iterator[str]:
    """The names of the patterns that fired: for whoever debugs a grammar with ``factcheck claims``."""
    if told.sentence.role is not SegmentRole.BODY:
        yield told.sentence.role.value
    if told.offset > told.sentence.span.start:
        yield "dateline"
    if clause is not None and clause.modality:
        yield f"modality:{clause.modality}"
    if clause is not None and clause.subject is not None and not within.contains(clause.subject):
        yield "subject:shared"
    if clause is not None and clause.apposed is not None:
        yield "subject:apposed"
    if isinstance(value, Quantity) and value.hedge is not Hedge.EXACT:
        yield f"hedge:{value.hedge.value}"
    if isinstance(value, Quantity) and value.role:
        yield f"role:{value.role}"
    if isinstance(value, Quantity) and value.span.of(told.text).lower() in ARTICLES:
        yield "indefinite"  # "a man was killed": one of perhaps more
    if isinstance(value, TimeExpression):
        yield f"time:{value.symbol}"
    if time is not None:
        yield f"event:{time.symbol}"
    known = [t for t in told.times if within.contains(t.span) and told.is_as_of(t)]
    yield from sorted({f"{AS_OF}:{t.symbol}" for t in known})
    if not known and _SO_FAR.search(within.of(told.text)):
        yield AS_OF
    if attribution is not None:
        yield f"cue:{attribution.cue}"


def _attribution(told: Told, place: Span) -> Attribution | None:
    """The innermost attribution whose scope holds the value."""
    holding = [a for a in told.attributed if a.scope.contains(place)]
    if not holding:
        holding = [a for a in told.attributed if a.scope.overlaps(place)]
    if not holding:
        return None
    inner = min(holding, key=lambda a: (a.scope.end - a.scope.start, a.scope.start)).attribution
    if inner.source in _SPEAKING:
        meant = [
            e
            for e in told.named
            if inner.span.contains(e.span)
            and e.span.of(told.text).lower() == inner.source
            and (e.kind is EntityKind.PERSON or inner.source in {"it", "they"})
        ]
        inner = replace(inner, source=meant[0].key) if meant else inner
    return replace(inner, span=inner.span.shifted(told.offset))
