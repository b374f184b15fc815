"""Articles and what is read out of them: dates, segments, sentences, claims."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from factcheck.model.values import Interval, Span, TimeExpression, Value
from factcheck.terms import (
    Basis,
    ClaimKind,
    SegmentRole,
    Stance,
    Tense,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """When an article was published: an interval of days, how it is known, and the evidence in words.

    ``looks_back`` says that it tells of something long past ("a year after the quake"), so that what it does not date need
    not be of the days around its publication. ``recalls`` are the days and months before its own time that it dates something to.
    """

    interval: Interval[dt.date]
    basis: Basis
    evidence: tuple[str, ...] = ()
    looks_back: bool = False
    recalls: tuple[Interval[dt.date], ...] = ()

    @property
    def reach(self) -> Interval[dt.date]:
        """The publication interval as far as it bounds what the article tells: without a lower end for one that looks back."""
        return Interval(low=None, high=self.interval.high) if self.looks_back else self.interval


UNDATED = Anchor(interval=Interval(low=None, high=None), basis=Basis.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A block of an article (a line, a paragraph) and what it is for."""

    span: Span
    role: SegmentRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read. ``text`` is the decoded file, never altered; ``segments`` mark its blocks in order.

    ``derived_text`` says that ``text`` is not the file's own (HTML and JSON input), so a report carries it.
    """

    id: str
    path: str
    text: str
    segments: tuple[Segment, ...]
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: Anchor = UNDATED
    language: str | None = None
    derived_text: bool = False

    @property
    def told(self) -> str:
        """The text without what is only clutter, a line for each segment."""
        return "\n".join(s.span.of(self.text) for s in self.segments if s.role is not SegmentRole.BOILERPLATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence (headline, list item) of an article; ``index`` counts from 0 in text order."""

    article_id: str
    index: int
    span: Span
    role: SegmentRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so. ``span`` covers the cue and the source ("police said"), ``source`` is a normalised name."""

    span: Span
    source: str
    cue: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One clause with one value. ``span`` is the clause, ``text`` its words, ``sentence`` the sentence's index.

    ``subject`` is an entity key or the head lemma of the clause's subject, ``predicate`` the lemma of its verb,
    ``positive`` False when it is denied or negated, ``entities`` the keys of all that its sentence names
    (pronouns resolved), ``trace`` the names of the patterns that fired, for debugging a grammar.
    """

    id: str
    article_id: str
    sentence: int
    span: Span
    text: str
    kind: ClaimKind
    value: Value | None
    of: str | None = None
    role: str | None = None
    subject: str | None = None
    predicate: str | None = None
    positive: bool = True
    tense: Tense = Tense.PAST
    attribution: Attribution | None = None
    event_time: TimeExpression | None = None
    entities: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()


def content_id(*parts: str) -> str:
    """Sixteen hex digits that depend on nothing but the parts; lengths are hashed too, so parts never run together."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:16]
