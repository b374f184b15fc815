"""Claims that met: how likely they are one fact, what was found about them, and the report of a run."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, overload

from factcheck.model.articles import Anchor, Article, Claim
from factcheck.terms import (
    SegmentRole,
    Severity,
    Verdict,
)

if TYPE_CHECKING:
    from pandas import DataFrame

    from factcheck.report.explain import Explanation


Feature = tuple[str, float]
_NAMES: dict[tuple[str, ...], tuple[str, ...]] = {}  # the few sequences of names that features come in


class Features(Sequence[Feature]):
    """Named figures, in order. Their names, which are those of many other pairs of claims too, are held once for all."""

    __slots__ = ("_names", "_values")

    def __init__(self, features: Sequence[Feature] = ()) -> None:
        names = tuple([name for name, _ in features])
        self._names = _NAMES.setdefault(names, names)
        self._values = array("d", [value for _, value in features])

    def and_more(self, features: Sequence[Feature]) -> Features:
        """These and others after them."""
        found, more = Features(), Features(features)
        names = self._names + more._names
        found._names, found._values = _NAMES.setdefault(names, names), self._values + more._values
        return found

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[Feature]:
        return zip(self._names, self._values, strict=True)

    @overload
    def __getitem__(self, place: int) -> Feature: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Feature, ...]: ...
    def __getitem__(self, place: int | slice) -> Feature | tuple[Feature, ...]:
        if isinstance(place, slice):
            return tuple(self)[place]
        return self._names[place], self._values[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Features) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Features({tuple(self)!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two claims that may be about one fact; ``score`` in 0..1, ``evidence`` the features behind it."""

    left: str
    right: str
    score: float
    evidence: Sequence[Feature] = ()


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
