"""Every record that travels through factcheck, from a read article to a report.

Standard library only (and ``terms``, the fixed vocabularies). Records are frozen, slotted and
keyword-only; sequences are tuples; ids are content hashes, so that two runs over the same input give
byte-identical output. Offsets always point into ``Article.text``, half-open, counted in characters.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from factcheck.terms import (
    Basis,
    ClaimKind,
    EntityKind,
    Hedge,
    SegmentRole,
    Severity,
    Stance,
    Tense,
    TimeBasis,
    Verdict,
)

if TYPE_CHECKING:
    from pandas import DataFrame

    from factcheck.report.explain import Explanation

Bound = TypeVar("Bound", float, dt.date)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open character range into ``Article.text``."""

    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """The same stretch, ``by`` characters further on."""
        return Span(start=self.start + by, end=self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters it covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval(Generic[Bound]):
    """Closed interval of numbers or of days; ``None`` means unbounded on that side."""

    low: Bound | None
    high: Bound | None

    def meets(self, other: Interval[Bound]) -> bool:
        """Whether some value lies in both."""
        return not (
            (self.high is not None and other.low is not None and self.high < other.low)
            or (other.high is not None and self.low is not None and other.high < self.low)
        )

    def contains(self, other: Interval[Bound]) -> bool:
        """Whether every value of ``other`` lies in this one."""
        low_fits = self.low is None or (other.low is not None and self.low <= other.low)
        high_fits = self.high is None or (other.high is not None and other.high <= self.high)
        return low_fits and high_fits

    def hull(self, other: Interval[Bound]) -> Interval[Bound]:
        """The smallest interval that contains both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low=low, high=high)

    def meet(self, other: Interval[Bound]) -> Interval[Bound] | None:
        """What lies in both, or None when nothing does."""
        if not self.meets(other):
            return None
        lows = [b for b in (self.low, other.low) if b is not None]
        highs = [b for b in (self.high, other.high) if b is not None]
        return Interval(low=max(lows, default=None), high=min(highs, default=None))

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """When an article was published: an interval of days, how it is known, and the evidence in words.

    ``looks_back`` says that it tells of something long past ("a year after the quake"), so that what it does not date need
    not be of the days around its publication.
    """

    interval: Interval[dt.date]
    basis: Basis
    evidence: tuple[str, ...] = ()
    looks_back: bool = False

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence (headline, list item) of an article; ``index`` counts from 0 in text order."""

    article_id: str
    index: int
    span: Span
    role: SegmentRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts. ``span`` covers hedge, number and unit; conventions in docs/extraction.md.

    ``unit`` is ``count``, ``percent``, an ISO currency code, a measure (``km``), ...; ``of`` the head lemma of the
    counted noun; ``role`` what befell the counted (killed, injured, missing, attended, arrested, displaced, ...).
    ``qualifiers`` narrow the count. Bare words are modifiers of the noun (``russian``, ``civilian``); the others carry
    a marker: ``part:`` (including, of whom, among them), ``more:`` (another, others), ``total:`` (in all, altogether),
    ``until:`` (so far), ``place:`` (in Ruma, nationwide).
    """

    span: Span
    interval: Interval[float]
    unit: str
    of: str | None = None
    role: str | None = None
    hedge: Hedge = Hedge.EXACT
    qualifiers: tuple[str, ...] = ()

    @property
    def low(self) -> float | None:
        """Lower bound, None when unbounded."""
        return self.interval.low

    @property
    def high(self) -> float | None:
        """Upper bound, None when unbounded."""
        return self.interval.high


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time. ``symbol`` is what they say before a reference date is known.

    ``interval`` holds inclusive days; without a reference only what is absolute has bounds.
    ``grain`` is the unit named: hour, day, weekend, week, month, season, quarter, year, decade, century.
    """

    span: Span
    interval: Interval[dt.date]
    grain: str
    basis: TimeBasis
    symbol: str

    @property
    def start(self) -> dt.date | None:
        """First day, None when unbounded or unresolved."""
        return self.interval.low

    @property
    def end(self) -> dt.date | None:
        """Last day, None when unbounded or unresolved."""
        return self.interval.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A mention of a named thing; ``key`` is the same for every alias of it ("kim jong un")."""

    span: Span
    kind: EntityKind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so. ``span`` covers the cue and the source ("police said"), ``source`` is a normalised name."""

    span: Span
    source: str
    cue: str
    stance: Stance


Value = Quantity | TimeExpression | Entity


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two claims that may be about one fact; ``score`` in 0..1, ``evidence`` the features behind it."""

    left: str
    right: str
    score: float
    evidence: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One fact: claims (ids) of which any two can be compared, and in words what it is about.

    ``origins`` groups the articles (ids) that tell it: those together that have it from one place, so that groups confirm it, not articles.
    """

    id: str
    about: str
    claims: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """How far two values lie apart; None where it does not apply. ``relative`` is against the left value."""

    absolute: float | None = None
    relative: float | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a rule makes of a pair. ``level`` names the deciding step, ``reason`` says it in a reader's words."""

    verdict: Verdict
    level: str
    reason: str
    severity: Severity
    confidence: float
    delta: Delta = field(default_factory=Delta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a verdict was reached on: the two claims as the rules saw them, each with its surroundings, and how they met.

    ``beside`` holds all claims of each one's sentence.
    """

    left: Claim
    right: Claim
    alignment: Alignment
    published: tuple[Anchor, Anchor]
    sentences: tuple[str, str]
    roles: tuple[SegmentRole, SegmentRole]
    publishers: tuple[str | None, str | None] = (None, None)
    beside: tuple[tuple[Claim, ...], tuple[Claim, ...]] = ((), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The verdict on one pair of claims (ids), with the rule and the step of the rule that decided.

    ``case`` is what it was reached on, for ``explain``; it is no part of the JSON.
    """

    id: str
    verdict: Verdict
    severity: Severity
    confidence: float
    rule: str
    level: str
    cluster: str
    about: str
    left: str
    right: str
    delta: Delta
    reason: str
    case: Case | None = field(default=None, repr=False, compare=False)

    def explain(self) -> Explanation:
        """How the verdict came about, step by step. Raises FactcheckError for a finding that no run has made."""
        from factcheck.report.explain import explain

        return explain(self)


def content_id(*parts: str) -> str:
    """Sixteen hex digits that depend on nothing but the parts; lengths are hashed too, so parts never run together."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that one run found. ``settings`` and ``versions`` are name-value pairs, sorted by name."""

    schema: str
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    clusters: tuple[Cluster, ...]
    findings: tuple[Finding, ...]
    settings: tuple[tuple[str, str], ...] = ()
    versions: tuple[tuple[str, str], ...] = ()

    # The renderers sit above the records, so they are imported when asked for: the one arrow that points upwards.

    def to_json(self) -> str:
        """The report as published by ``factcheck schema``; the same input gives the same bytes."""
        from factcheck.report.json import render

        return render(self)

    def to_frames(self) -> Mapping[str, DataFrame]:
        """``articles``, ``claims``, ``clusters`` and ``findings`` as pandas frames (extra ``frames``)."""
        from factcheck.report.notebook import frames

        return frames(self)

    def explain(self, finding: Finding | str) -> Explanation:
        """How the verdict of a finding (or of the finding with this id) came about, step by step."""
        from factcheck.report.explain import explain, find

        return explain(find(self, finding) if isinstance(finding, str) else finding)

    def _repr_html_(self) -> str:
        from factcheck.report.notebook import overview

        return overview(self)
