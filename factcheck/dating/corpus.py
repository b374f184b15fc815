"""Articles date each other: an undated report of an occasion was not published long before the dated ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.dating.anchors import with_news_days, with_stated_day
from factcheck.model import Anchor, Article, Interval
from factcheck.terms import Basis

# Relatedness (align/stories.py measures it) from which two articles tell of one occasion, and from which at least the
# year of a dateline can be taken from the other.
_SAME_OCCASION = 0.35
_SAME_TIMES = 0.08
_BEFORE = dt.timedelta(days=60)  # an announcement may precede the reports by that much
_DATELINE_AROUND = dt.timedelta(days=120)  # a dateline without a year belongs to the time of the other reports


def settle(articles: Sequence[Article], related: NDArray[np.float32]) -> tuple[Article, ...]:
    """Give articles without a lower bound that of the dated articles about the same occasion, and say so.

    ``related`` is symmetric, one row an article, 0..1. A retrospective may come years later, so no upper bound follows,
    except for a page that gives its day without the year.
    """
    dated = [
        i
        for i, a in enumerate(articles)
        if a.published.basis in (Basis.METADATA, Basis.STATED) and a.published.interval.is_bounded
    ]
    settled = []
    for i, article in enumerate(articles):
        siblings = sorted((j for j in dated if j != i and related[i, j] >= _SAME_TIMES), key=lambda j: -related[i, j])
        close = [j for j in siblings if related[i, j] >= _SAME_OCCASION]
        needs = not article.published.interval.is_bounded and article.published.basis in (Basis.UNKNOWN, Basis.INFERRED)
        if needs and siblings:
            published = _exact(article, [articles[j] for j in siblings[:3]])
            if published is None and close and article.published.interval.low is None:
                published = _bounded_below(article, [articles[j] for j in close])
            article = replace(article, published=published or article.published)
        settled.append(article)
    return tuple(settled)


def _exact(article: Article, siblings: Sequence[Article]) -> Anchor | None:
    """The day or the few days that the article's own dates without a year leave within the time of its siblings."""
    low, high, evidence = _times(article, siblings)
    around = Anchor(
        interval=Interval(low=low - _DATELINE_AROUND, high=high + _DATELINE_AROUND),
        basis=Basis.INFERRED,
        evidence=evidence,
    )
    own = article.published.interval.meet(around.interval)
    if own is None:
        return None
    around = replace(around, interval=own)
    exact = with_stated_day(article, around)
    if exact is around:
        exact = with_news_days(article, around)
    return exact if exact is not around else None


def _bounded_below(article: Article, siblings: Sequence[Article]) -> Anchor | None:
    low, _, evidence = _times(article, siblings)
    floor = low - _BEFORE
    high = article.published.interval.high
    if high is not None and high < floor:
        return None
    return Anchor(interval=Interval(low=floor, high=high), basis=Basis.INFERRED, evidence=evidence)


def _times(article: Article, siblings: Sequence[Article]) -> tuple[dt.date, dt.date, tuple[str, ...]]:
    """First and last day of the siblings, which all have both, and the evidence in words."""
    days = [(s.published.interval.low, s.published.interval.high) for s in siblings]
    low = min(d[0] for d in days if d[0] is not None)
    high = max(d[1] for d in days if d[1] is not None)
    nearest = siblings[0]
    words = f"tells of the same story as {nearest.source or nearest.path} ({nearest.published.interval.low})"
    return low, high, (*article.published.evidence, words)
