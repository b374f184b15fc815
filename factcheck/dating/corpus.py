"""Articles date each other: an undated report of an occasion was not published long before the dated ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.dating.anchors import with_stated_day
from factcheck.model import Anchor, Article, Interval
from factcheck.terms import Basis

_SAME_OCCASION = 0.35  # relatedness (align/stories.py measures it) from which two articles tell of one occasion
_BEFORE = dt.timedelta(days=60)  # an announcement may precede the reports by that much
_DATELINE_AROUND = dt.timedelta(days=120)  # a dateline without a year belongs to the time of the other reports


def settle(articles: Sequence[Article], related: NDArray[np.float32]) -> tuple[Article, ...]:
    """Give articles without a lower bound that of the dated articles about the same occasion, and say so.

    ``related`` is symmetric, one row an article, 0..1. A retrospective may come years later, so no upper bound follows,
    except for a page that gives its day without the year.
    """
    dated = [i for i, a in enumerate(articles) if a.published.basis in (Basis.METADATA, Basis.STATED)]
    settled = []
    for i, article in enumerate(articles):
        siblings = [j for j in dated if j != i and related[i, j] >= _SAME_OCCASION]
        needs = article.published.interval.low is None and article.published.basis in (Basis.UNKNOWN, Basis.INFERRED)
        if needs and siblings:
            article = replace(article, published=_from_siblings(article, [articles[j] for j in siblings]))
        settled.append(article)
    return tuple(settled)


def _from_siblings(article: Article, siblings: Sequence[Article]) -> Anchor:
    own = article.published
    lows = [s.published.interval.low for s in siblings if s.published.interval.low is not None]
    highs = [s.published.interval.high for s in siblings if s.published.interval.high is not None]
    if not lows or not highs:
        return own
    first = min(siblings, key=lambda s: (s.published.interval.low or dt.date.max, s.path))
    evidence = (*own.evidence, f"tells of the same occasion as {first.source or first.path} ({min(lows)})")
    around = Anchor(
        interval=Interval(low=min(lows) - _DATELINE_AROUND, high=max(highs) + _DATELINE_AROUND),
        basis=Basis.INFERRED,
        evidence=evidence,
    )
    exact = with_stated_day(article, around)
    if exact is not around:
        return exact
    floor = min(lows) - _BEFORE
    if own.interval.high is not None and own.interval.high < floor:
        return own
    return Anchor(interval=Interval(low=floor, high=own.interval.high), basis=Basis.INFERRED, evidence=evidence)
