"""Days that an article gives without their year: "Wednesday 5 March", "yesterday, 9 February".

The year is that of the dated articles about the same times.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.dating import reporting
from factcheck.dating.anchors import with_news_days, with_stated_day
from factcheck.dating.happenings import any_of, days_of, looks_back, prose, same_story
from factcheck.model import Anchor, Article, Interval
from factcheck.terms import Basis

Days = Interval[dt.date]

_SAME_TIMES = 0.08  # relatedness (align/stories.py measures it) from which the year can be taken from another article
_DAY = dt.timedelta(days=1)
_DATELINE_AROUND = 120 * _DAY  # a dateline without a year belongs to the time of the other reports
_TOLD_AROUND = 30 * _DAY  # ... and "yesterday, 9 February" to their days
EXACT = 31 * _DAY  # an article whose own date is less certain than that dates nobody


def by_own_day(article: Article, siblings: Sequence[Article], scores: Sequence[float], _: int) -> Anchor | None:
    """The day or the few days that the article's own dates without a year leave within the time of its siblings."""
    near = [s for s, score in zip(siblings, scores, strict=True) if score >= _SAME_TIMES]
    near = [s for s in near if not looks_back(s)][:3] or near[:3]
    if not near or looks_back(article):
        return None
    low, high = days_of(near)
    around: Days = Interval(low=low - _DATELINE_AROUND, high=high + _DATELINE_AROUND)
    own = article.published.interval.meet(around)
    if own is None:
        return None
    evidence = (*article.published.evidence, same_story(near[0]))
    anchor = Anchor(interval=own, basis=Basis.INFERRED, evidence=evidence)
    exact = with_stated_day(article, anchor)
    if exact is anchor:
        exact = _with_told_day(article, anchor, near)
    if exact is anchor:
        exact = with_news_days(article, anchor)
    return exact if exact is not anchor else None


def _with_told_day(article: Article, anchor: Anchor, siblings: Sequence[Article]) -> Anchor:
    """ "Yesterday, 9 February", in the year in which that lies near a sibling."""
    low, high = days_of(siblings)
    found: list[tuple[Days, str]] = []
    for told in reporting.told_days(prose(article)):
        for days in told.published(range(low.year - 1, high.year + 2)):
            apart = [_apart(days, s.published.interval) for s in siblings]
            met = anchor.interval.meet(days)
            if min(apart) <= _TOLD_AROUND and met is not None:
                found.append((met, f"“{told.words}” lies in those days"))
    union = any_of(days for days, _ in found)
    if union is None or union.low is None or union.high is None or union.high - union.low > EXACT:
        return anchor
    evidence = (*anchor.evidence, *dict.fromkeys(words for _, words in found))
    return Anchor(interval=union, basis=Basis.INFERRED, evidence=evidence)


def _apart(left: Days, right: Days) -> dt.timedelta:
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return dt.timedelta.max
    return max(left.low - right.high, right.low - left.high, 0 * _DAY)
