"""Values and where they stand: spans, intervals, figures, times, names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.terms import (
    EntityKind,
    Hedge,
    TimeBasis,
)

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


Value = Quantity | TimeExpression | Entity
