"""Claims: each clause with each of its values, who says so, and when it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extract.attribution import AttributedSpan, attribute_sentences
from factcheck.extract.clauses import Clause, clause_at, find_clauses
from factcheck.extract.clauses.wordclasses import lexicon
from factcheck.extract.datelines import dateline_end
from factcheck.extract.entities import find_entities
from factcheck.extract.quantities import find_quantities
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.times import find_clock_times, find_times, is_clock
from factcheck.extract.words import split_words, word_set
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
from factcheck.terms import ClaimKind, EntityKind, Hedge, SegmentRole, Stance, Tense

# What has fewer words than this states nothing that could be checked.
_SHORTEST_STATEMENT = 3
_EMPTY = word_set(
    "this that it there these those which who what he she they we i you one other others another them us him her something anything everything"
)
_SPEAKING = word_set("he she it they")  # sources to be told by the entity that the pronoun stands for
_AS_SAYING = re.compile(r"\s+as (?:saying|telling)\b")
_SAME_TIME = re.compile(r"(?:when|while|as|where)\b", re.IGNORECASE)
_AS_OF = re.compile(r"\bas (?:of|at)(?: \w{1,12}){0,2}\s$", re.IGNORECASE)
# "the worst since the crash of 1987", "higher than in 1997": a time only to compare with
_COMPARED = re.compile(r"\b(?:since|than)\b[^,.;]{2,40}\s$")
_OTHER_TIME = re.compile(r"(?:after|before|because|since|until|once)\b", re.IGNORECASE)
_BY = re.compile(r"\bby(?: the| late| early| about| around)?\s$", re.IGNORECASE)
_WHO = re.compile(r"who\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:so far|to date|by now|up to now)\b", re.IGNORECASE)

_TABLE = 60  # figures and dates in one sentence from which it is a table, not prose, and claims nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One sentence with all that was found in it. Offsets are into ``text``, which begins at ``offset`` of the article."""

    article: Article
    sentence: Sentence
    text: str
    offset: int
    clauses: tuple[Clause, ...]
    times: tuple[TimeExpression, ...]
    attributed: Sequence[AttributedSpan]
    named: Sequence[Entity]

    def is_reporting(self, clause: Clause) -> bool:
        """Whether the clause only says who says so ("police said"): what it reports stands in another clause."""
        verb = clause.predicate
        if verb is None:
            return False
        if clause.lemma in lexicon().clausal | {"quote"}:
            rest = self.text[verb.end : clause.span.end]
            if not rest.strip() or _AS_SAYING.match(rest):
                return True
        return any(
            a.attribution.span.contains(verb)
            and not (a.attribution.stance is Stance.DENIES and clause.span.contains(a.scope))
            for a in self.attributed
        )

    def is_as_of(self, time: TimeExpression) -> bool:
        """Whether the time is when something was known, not when it happened: "as of Monday", "by noon 40 had died"."""
        before = self.text[max(0, time.span.start - 36) : time.span.start]
        if _AS_OF.search(before):
            return True
        if time.symbol.endswith(":future") or "EVENT" in time.symbol:
            return False
        clause = clause_at(self.clauses, time.span.start)
        return _BY.search(before) is not None and (clause is None or clause.tense is not Tense.FUTURE)


def claims_of(article: Article, sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """All claims of an article in text order; clutter and datelines yield none. Times stay symbolic until the article is dated."""
    told = [s for s in sentences if s.role is not SegmentRole.BOILERPLATE]
    texts = [s.span.of(article.text) for s in told]
    skipped = [dateline_end(text) for text in texts]
    texts = [text[skip:] for text, skip in zip(texts, skipped, strict=True)]
    entities = find_entities(article.text, [s.span for s in told])
    attributions = attribute_sentences(texts)
    claims: list[Claim] = []
    at = 0
    for sentence, text, skip, attributed in zip(told, texts, skipped, attributions, strict=True):
        offset = sentence.span.start + skip
        while at < len(entities) and entities[at].span.start < offset:
            at += 1
        named = []
        while at < len(entities) and entities[at].span.start < sentence.span.end:
            named.append(replace(entities[at], span=entities[at].span.shifted(-offset)))
            at += 1
        claims += _claims_in(
            _Told(
                article=article,
                sentence=sentence,
                text=text,
                offset=offset,
                clauses=find_clauses(text),
                times=find_times(text, None),
                attributed=attributed,
                named=named,
            )
        )
    return tuple(claims)


def _claims_in(told: _Told) -> Iterator[Claim]:
    values: list[Value] = [*find_quantities(told.text, victims=True), *told.times, *find_clock_times(told.text)]
    if len(values) > _TABLE:
        return
    for value in sorted(values, key=lambda v: (v.span.start, v.span.end)):
        yield _claim(told, clause_at(told.clauses, value.span.start), value)
    for clause in told.clauses:
        if _states(told, clause):
            yield _claim(told, clause, None)


def _states(told: _Told, clause: Clause) -> bool:
    """Whether the clause as a whole says something of the world."""
    return (
        clause.finite
        and clause.subject is not None
        and not told.is_reporting(clause)
        and len(split_words(clause.span.of(told.text))) >= _SHORTEST_STATEMENT
    )


def _claim(told: _Told, clause: Clause | None, value: Value | None) -> Claim:
    within = clause.span if clause is not None else Span(start=0, end=len(told.text))
    place = value.span if value is not None else within
    kind = (
        ClaimKind.STATEMENT if value is None else ClaimKind.QUANTITY if isinstance(value, Quantity) else ClaimKind.TIME
    )
    article, offset, span = told.article, told.offset, within.shifted(told.offset)
    time = _event_time(told, clause, place) if not isinstance(value, TimeExpression) or is_clock(value) else None
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
        subject=_subject(told, clause),
        predicate=clause.lemma if clause is not None else None,
        positive=clause.positive if clause is not None else True,
        tense=clause.tense if clause is not None else Tense.PAST,
        attribution=attribution,
        event_time=replace(time, span=time.span.shifted(offset)) if time is not None else None,
        entities=tuple(dict.fromkeys(e.key for e in told.named)),
        trace=tuple(_trace(told, clause, value, within, time, attribution)),
    )


def _trace(
    told: _Told,
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
    if isinstance(value, TimeExpression):
        yield f"time:{value.symbol}"
    if time is not None:
        yield f"event:{time.symbol}"
    known = [t for t in told.times if within.contains(t.span) and told.is_as_of(t)]
    if known or _SO_FAR.search(within.of(told.text)):
        yield "as-of"
    if attribution is not None:
        yield f"cue:{attribution.cue}"


def _event_time(told: _Told, clause: Clause | None, place: Span) -> TimeExpression | None:
    """The clause's own time, the nearest to the value; else the sentence's, when it has just one that governs the clause."""
    own: list[TimeExpression] = []
    others: list[TimeExpression] = []
    for time in told.times:
        if told.is_as_of(time) or _COMPARED.search(told.text[max(0, time.span.start - 48) : time.span.start]):
            continue
        home = clause_at(told.clauses, time.span.start)
        if home is clause:
            own.append(time)
        elif (
            (home is None or not (told.is_reporting(home) or _depends(told, home, clause)))
            and not _bound_elsewhere(time)
            and not _ahead(time, clause)
        ):
            others.append(time)
    days = [t for t in own if "EVENT" not in t.symbol] or own
    if days:
        return min(days, key=lambda t: (_owns(told, t), abs(t.span.start - place.start), t.span.start))
    if clause is not None and not clause.finite:  # "..., killing nine": when the clause before it says
        before = [t for t in others if t.span.end <= clause.span.start]
        others = before[-1:] or others
    return others[0] if len(others) == 1 else None


def _bound_elsewhere(time: TimeExpression) -> bool:
    """Whether the time says nothing to another clause: "two days after", "since then", "until May"."""
    return "EVENT" in time.symbol or time.symbol.startswith("../")


def _ahead(time: TimeExpression, clause: Clause | None) -> bool:
    """Whether the time lies ahead and the clause behind."""
    return time.symbol.endswith(":future") and clause is not None and clause.tense is Tense.PAST


def _owns(told: _Told, time: TimeExpression) -> bool:
    """Whether the time only tells which one is meant: "last year's winner"."""
    return told.text[time.span.end : time.span.end + 2] in {"'s", "’s"}


def _depends(told: _Told, home: Clause, clause: Clause | None) -> bool:
    """Whether ``home`` is a dependent clause with a verb of its own, of another time than ``clause``, which is not in it."""
    if clause is not None and home.span.contains(clause.span) and _OTHER_TIME.match(clause.span.of(told.text)):
        return True
    if clause is not None and (home.tense is Tense.FUTURE) is not (clause.tense is Tense.FUTURE):
        return True
    if _SAME_TIME.match(home.span.of(told.text)):
        return False
    nested = any(c is not home and c.span.contains(home.span) for c in told.clauses)
    return nested and home.lemma is not None and (clause is None or not home.span.contains(clause.span))


def _attribution(told: _Told, place: Span) -> Attribution | None:
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


def _subject(told: _Told, clause: Clause | None) -> str | None:
    """The entity that the subject names, else the subject's head noun, lower-case."""
    if clause is None or clause.head is None:
        return None
    if clause.apposed is not None:
        beside = [e for e in told.named if e.span.overlaps(clause.apposed)]
        if beside:
            return beside[-1].key
    shared = not clause.span.contains(clause.head)
    if shared and told.is_reporting(clause):
        return None  # "..., said a lifeboatman"
    inside = [e for e in told.named if e.span.overlaps(clause.head)]
    if inside and inside[-1].span.end >= clause.head.end:
        fits = (inside[-1].kind is not EntityKind.PLACE) if _WHO.match(clause.span.of(told.text)) else True
        return inside[-1].key if fits else None  # "a man from Leeds, who ..."
    noun = singular(split_words(clause.head.of(told.text)).words[-1].lower())
    return None if noun in _EMPTY or (not noun.isalpha() and "-" not in noun) else noun
