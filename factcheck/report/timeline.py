"""A figure over time, as the geometry of a small plot: when each source published it, and the interval its wording allows."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck import wording
from factcheck.model import Article, Claim, Quantity, Report
from factcheck.report.citing import visible, who
from factcheck.report.facts import QUIET, Fact
from factcheck.report.values import counted

WIDTH, HEIGHT, LEFT = 460, 250, 74
_RIGHT, _TOP, _BOTTOM = 14, 16, 34
_FEWEST = 3  # points, of two days at least, that make a picture worth drawing
_MOST_POINTS = 60
_SPREAD = 9  # points of the plot between two figures that were published together
_LOGARITHMIC = 200  # times between the smallest and the largest figure from which a linear axis hides the small ones
_STEPS = (1, 2, 3, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on an axis: where, and what stands there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of one article. The bar goes from ``low`` to ``high``; an open end runs off the plot."""

    x: float
    y: float
    low: float
    high: float
    open_above: bool
    open_below: bool
    source: str
    claim: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The figures of one fact by publication time."""

    fact: Fact
    points: tuple[Point, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    sources: tuple[str, ...]
    unit: str
    logarithmic: bool


def plots(facts: Sequence[Fact], report: Report, most: int) -> tuple[Plot, ...]:
    """A plot for each measure that has enough dated figures, those with the most figures first."""
    articles = {article.id: article for article in report.articles}
    found = []
    for fact, members in _measures([fact for fact in facts if fact.verdict not in QUIET]):
        plot = _plot(fact, members, articles)
        if plot is not None:
            found.append(plot)
    return tuple(sorted(found, key=lambda plot: -len(plot.points))[:most])


def _measures(facts: Sequence[Fact]) -> list[tuple[Fact, list[Claim]]]:
    """The figures that belong in one picture, and the first fact that holds some of them.

    A toll that moved may be several facts. Figures of one kind that two facts share join their figures of that kind.
    """
    group: dict[str, list[Claim]] = {}
    first: dict[str, Fact] = {}
    for fact in facts:
        for kind in dict.fromkeys(map(_kind, fact.claims)):
            alike = [claim for claim in fact.claims if _kind(claim) == kind]
            if kind is None:
                continue
            together = {c.id: c for claim in alike for c in (*group.get(claim.id, ()), claim)}
            merged = list(together.values())
            group |= dict.fromkeys(together, merged)
            for claim in merged:
                first.setdefault(claim.id, fact)
    measures = {id(members): members for members in group.values()}
    return [(first[members[0].id], members) for members in measures.values()]


def _kind(claim: Claim) -> tuple[str, str] | None:
    value = claim.value
    return (value.unit, value.role or value.of or "") if isinstance(value, Quantity) else None


def _plot(fact: Fact, members: Iterable[Claim], articles: Mapping[str, Article]) -> Plot | None:
    dated = _dated(members, articles)
    days = {day for _, _, day in dated}
    if len(dated) < _FEWEST or len(days) < 2:
        return None
    bounds = [b for _, value, _ in dated for b in (value.low, value.high) if b is not None]
    first, last = min(days), max(days)
    scale = _Scale.over(bounds, open_above=any(value.high is None for _, value, _ in dated))
    span = max((last - first).days, 1)
    spread = _spread([day for _, _, day in dated])
    points = []
    for (claim, value, day), aside in zip(dated, spread, strict=True):
        article = articles[claim.article_id]
        inner = WIDTH - LEFT - _RIGHT - 40
        low = scale.at(value.low) if value.low is not None else HEIGHT - _BOTTOM
        high = scale.at(value.high) if value.high is not None else _TOP
        middle = value.low if value.high is None else value.high if value.low is None else (value.low + value.high) / 2
        points.append(
            Point(
                x=round(LEFT + 20 + (day - first).days / span * inner + aside, 1),
                y=round(scale.at(middle or 0.0), 1),
                low=round(low, 1),
                high=round(high, 1),
                open_above=value.high is None,
                open_below=value.low is None,
                source=who(article),
                claim=claim.id,
                label=f"{visible(counted(claim, article))}, {who(article)}, {wording.published(article.published)}",
            )
        )
    return Plot(
        fact=fact,
        points=tuple(points),
        across=tuple(_days(first, last)),
        up=scale.ticks(),
        sources=tuple(dict.fromkeys(point.source for point in points)),
        unit="" if dated[0][1].unit == "count" else dated[0][1].unit.replace("_", " "),
        logarithmic=scale.logarithmic,
    )


def _dated(members: Iterable[Claim], articles: Mapping[str, Article]) -> list[tuple[Claim, Quantity, dt.date]]:
    """Each article's different figures, by the middle of its publication interval."""
    found: dict[tuple[object, ...], tuple[Claim, Quantity, dt.date]] = {}
    for claim in members:
        value, published = claim.value, articles[claim.article_id].published.interval
        if not isinstance(value, Quantity) or published.low is None or published.high is None:
            continue
        ends = [end for end in (value.low, value.high) if end is not None]
        if not ends or not all(map(math.isfinite, ends)):
            continue
        day = published.low + (published.high - published.low) / 2
        found.setdefault((claim.article_id, value.interval, value.hedge), (claim, value, day))
    return sorted(found.values(), key=lambda row: (row[2], row[1].low or 0.0, row[0].id))[:_MOST_POINTS]


def _spread(days: Sequence[dt.date]) -> list[float]:
    """How far each point is moved aside so that those of one day do not hide each other."""
    aside = []
    for i, day in enumerate(days):
        together = [j for j, other in enumerate(days) if other == day]
        step = min(_SPREAD, 36 / max(1, len(together)))
        aside.append((together.index(i) - (len(together) - 1) / 2) * step)
    return aside


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """From a figure to its height in the plot."""

    low: float
    high: float
    step: float
    logarithmic: bool

    @classmethod
    def over(cls, bounds: Sequence[float], *, open_above: bool = False) -> _Scale:
        low, high = min(bounds), max(bounds)
        if low > 0 and high / low > _LOGARITHMIC:
            return cls(
                low=10 ** math.floor(math.log10(low)), high=10 ** math.ceil(math.log10(high)), step=10, logarithmic=True
            )
        if 0 <= low < 0.6 * high:
            low = 0.0  # a bar's length and a point's height are then honest about how many times more
        step = _nice((high - low) / 4 or abs(high) / 4 or 1.0)
        return cls(
            low=math.floor(low / step) * step,
            high=(max(math.ceil(high / step - 1e-9), math.floor(low / step) + 1) + open_above) * step,
            step=step,
            logarithmic=False,
        )

    def at(self, value: float) -> float:
        if self.logarithmic:
            value, low, high = (math.log10(max(v, self.low)) for v in (value, self.low, self.high))
        else:
            low, high = self.low, self.high
        return HEIGHT - _BOTTOM - (value - low) / (high - low) * (HEIGHT - _BOTTOM - _TOP)

    def ticks(self) -> tuple[Tick, ...]:
        marks: list[Tick] = []
        value = self.low
        while value <= self.high * (1 + 1e-9) and len(marks) < 12:
            marks.append(Tick(at=round(self.at(value), 1), label=wording.number(round(value, 9))))
            value = value * 10 if self.logarithmic else value + self.step
        return tuple(marks)


def _nice(rough: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough * 0.999)


def _days(first: dt.date, last: dt.date) -> Iterable[Tick]:
    span = max((last - first).days, 1)
    step = next((step for step in _STEPS if span / step <= 4), span)
    form = "%-d %b" if span < 300 else "%b %Y" if span < 1800 else "%Y"
    inner = WIDTH - LEFT - _RIGHT - 40
    for days in range(0, span + 1, step):
        day = first + dt.timedelta(days=days)
        label = f"{day.day} {day:%b}" if form == "%-d %b" else f"{day:{form}}"
        yield Tick(at=round(LEFT + 20 + days / span * inner, 1), label=label)
