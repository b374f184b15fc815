"""Articles date each other: an undated report of an occasion is dated by what dated reports of it say.

Three ways, in this order: the article's own day without a year belongs to the time of its siblings; an article that
looks back ("a year on", "on the first anniversary") was published that long after the event that its siblings date; one
that tells the event as news does ("on Tuesday", "yesterday") was published in the days or weeks of its siblings.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.dating import reporting
from factcheck.dating.happenings import (
    LEAD,
    Wave,
    any_of,
    prose,
    retold,
    same_story,
    waves,
    words_of,
)
from factcheck.dating.lookbacks import LookBack, days_after, look_backs
from factcheck.dating.yearless import EXACT, by_own_day
from factcheck.model import Anchor, Article, Interval
from factcheck.terms import Basis, Tense

Days = Interval[dt.date]

# Relatedness (align/stories.py measures it) from which two articles tell of one occasion for sure.
_SAME_OCCASION = 0.18
_DAY = dt.timedelta(days=1)
_BEFORE = 60 * _DAY  # an announcement may precede the reports by that much
_PREVIEW = 14 * _DAY  # news may precede the first dated report by so much, or by the next when there is but one
_LONG = (
    120 * _DAY
)  # ... and follow the last: of blinded reports in thirty folders, one in seventy came later than 45 days


# From an article, its siblings (nearest first), their relatedness to it, and the number of articles.
_RelatedTo = Callable[[int], Mapping[int, float]]  # from an article's place to those related to it, 0..1
_Method = Callable[[Article, Sequence[Article], Sequence[float], int], Anchor | None]


def settle(articles: Sequence[Article], related_to: _RelatedTo) -> tuple[Article, ...]:
    """Date undated articles, or narrow their dates, by the dated articles about the same occasion, and say so.

    ``related_to`` tells how far others are related to an article, itself among them. Articles that give their day without its year come first, since
    then they date the others too.
    """
    stated = _each(articles, related_to, by_own_day)
    return tuple(_each(stated, related_to, _by_occasion))


def _each(articles: Sequence[Article], related_to: _RelatedTo, method: _Method) -> list[Article]:
    dated = frozenset(i for i, a in enumerate(articles) if _dates_others(a))
    settled = []
    for i, article in enumerate(articles):
        open_ = article.published.basis in (Basis.UNKNOWN, Basis.INFERRED) and not _known_to_days(article)
        row = related_to(i) if open_ and dated else {}
        near = sorted((j for j in row if j in dated and j != i), key=lambda j: (-row[j], j))
        if near:
            scores = [row[j] for j in near]
            published = method(article, [articles[j] for j in near], scores, len(articles))
            article = replace(article, published=published or article.published)
        settled.append(article)
    return settled


def _dates_others(article: Article) -> bool:
    days = article.published.interval
    exact = days.low is not None and days.high is not None and days.high - days.low <= EXACT
    return exact and article.published.basis in (Basis.METADATA, Basis.STATED)


def _known_to_days(article: Article) -> bool:
    days = article.published.interval
    return days.low is not None and days.high is not None and days.high - days.low <= EXACT


# --- the occasion that siblings date ------------------------------------------------------------------------------


def _by_occasion(article: Article, siblings: Sequence[Article], scores: Sequence[float], size: int) -> Anchor | None:
    floor, same = _thresholds(size)
    best = scores[0]
    if best < same:
        return None
    near = [s for s, score in zip(siblings, scores, strict=True) if score >= max(floor, best * 0.3)]
    text = prose(article)
    told = [w for w in waves(near) if reporting.same_edition(text, [prose(a) for a in w.articles])]
    if not told:
        return None
    backs = [b for b in look_backs(text) if _of_occasion(b, text, told)]
    anchor = _looking_back(article, backs, told) or _as_news(article, text, told, sure=best >= _SAME_OCCASION)
    if anchor is None or anchor.interval == article.published.interval:
        return None
    return replace(anchor, evidence=(*anchor.evidence, same_story(near[0])))


def _thresholds(size: int) -> tuple[float, float]:
    """Relatedness of a sibling, and of the nearest one. Who puts five articles in a folder has one story in mind; among
    a hundred many are alike without being about one event."""
    larger = min(1.0, math.log(max(size, 6) / 6) / math.log(16))
    return 0.05 + 0.13 * larger, 0.13 + 0.17 * larger


def _of_occasion(back: LookBack, text: str, told: Sequence[Wave]) -> bool:
    """Whether it looks back at what the siblings report: the article opens with it, or its words are theirs."""
    if back.base is not None:
        return False  # dated in the article itself, which has been used
    if back.at >= LEAD:
        return False
    if back.loose and (reporting.year_before(text, back.at) or reporting.news_sentence(text, back.at)):
        return False  # counted from another event, or the background of some news
    if back.counted_down:
        return True
    if not words_of(back.after):
        return not back.loose or "\n" not in text[: back.at].strip()  # "Kvarsha, one year later": a headline
    return _names_occasion(back.after, told)


def _names_occasion(phrase: str, told: Sequence[Wave]) -> bool:
    """Whether the words are those of what the siblings report."""
    words, known = words_of(phrase), frozenset[str]().union(*(w.leads() for w in told))
    shared = len(words & known)
    leads = "\n".join(a.text[:LEAD] for w in told for a in w.articles)
    return shared >= 2 or (shared == len(words) > 0) or reporting.same_event(phrase, leads)


def _looking_back(article: Article, backs: Sequence[LookBack], told: Sequence[Wave]) -> Anchor | None:
    """ "A year on": that long after the event, or after one of several waves of reports."""
    if not backs:
        return None
    interval: Days | None = None
    evidence = list(article.published.evidence)
    for back in sorted(backs, key=lambda b: (b.near[1] - b.near[0], b.at)):
        days = any_of(days_after(back, wave.event) for wave in told)
        if days is None:
            continue
        met = days if interval is None else interval.meet(days)
        if met is None:
            evidence.append(f"“{back.words}” would make it {_shown(days)}; the interval covers both")
            assert interval is not None
            interval = interval.hull(days)
        else:
            interval = met
            evidence.append(f"looks back: “{back.words}”")
    return None if interval is None else _within_own(article, interval, evidence)


def _as_news(article: Article, text: str, told: Sequence[Wave], *, sure: bool) -> Anchor | None:
    low, high = told[0].published.low, told[-1].published.high
    assert low is not None and high is not None
    manner = reporting.manner(text, told[0].event)
    evidence = list(article.published.evidence)
    reports = sum(len(wave.articles) for wave in told)
    if reports == 1 and not manner.fresh:
        return None
    began = told[0].began - _DAY
    if not (told[0].agreed and reporting.is_report(text[:LEAD])):
        began = min(began, low - (_LONG if reports == 1 else _PREVIEW))
    interval: Days = Interval(low=began if manner.fresh else min(began, low - _BEFORE), high=None)
    later = [b for b in look_backs(text) if b.at < LEAD]
    if manner.fresh and not manner.late and not later:
        interval = Interval(low=interval.low, high=high + _LONG)
        evidence.append(f"speaks as news of those days does (“{manner.fresh}”)")
    elif not sure:
        return None
    passed = _passed(text, told)
    if passed is not None and (met := interval.meet(passed[0])) is not None:
        interval = met
        evidence.append(passed[1])
    interval = _dated_days(text, interval, told, _PREVIEW if manner.fresh else _BEFORE, evidence)
    if interval.high is not None:
        interval = _narrowed(article, interval, told, evidence)
    return _within_own(article, interval, evidence)


def _dated_days(text: str, interval: Days, told: Sequence[Wave], after: dt.timedelta, evidence: list[str]) -> Days:
    """ "They were found on 28 November": published later, if that day lies in or soon after the days of the reports; "on
    20 November we shall stop work": published before."""
    last = told[-1].published.high
    assert last is not None
    around: Days = Interval(low=told[0].began, high=last + _LONG)
    named: dict[tuple[str, Tense], list[dt.date]] = {}
    for day, tense, words in reporting.dates(text, around):
        if any(_within(day, wave, after if tense is Tense.PAST else _LONG) for wave in told):
            named.setdefault((words, tense), []).append(day)
    for (words, tense), days in named.items():
        if tense is Tense.PAST:
            bound: Days = Interval(low=min(days), high=None)
            line = f"tells of “{words}” as past"
        elif tense is Tense.FUTURE and len(set(days)) == 1:
            bound, line = Interval(low=None, high=days[0]), f"announces “{words}”"
        else:
            continue
        met = interval.meet(bound)
        if met is not None and met != interval:
            interval = met
            evidence.append(line)
    return interval


def _within(day: dt.date, wave: Wave, after: dt.timedelta) -> bool:
    return wave.published.high is not None and wave.began <= day <= wave.published.high + after


def _narrowed(article: Article, interval: Days, told: Sequence[Wave], evidence: list[str]) -> Days:
    """By the happenings that the siblings date, and by the weekday of publication."""
    for days, words in retold(article, [a for wave in told for a in wave.articles]):
        met = interval.meet(days)
        if met is None:
            evidence.append(f"{words}, which does not fit the rest")
        elif met != interval:
            interval = met
            evidence.append(words)
    own = reporting.own_weekday(prose(article))
    if own is None or interval.low is None or interval.high is None:
        return interval
    low, high = interval.low, interval.high
    while low <= high and low.weekday() != own[0]:
        low += _DAY
    while high >= low and high.weekday() != own[0]:
        high -= _DAY
    if low > high:
        return interval
    evidence.append(f"“{own[1]}” tells the weekday of publication")
    return Interval(low=low, high=high)


def _passed(text: str, told: Sequence[Wave]) -> tuple[Days, str] | None:
    """ "Four days after the earthquake": later than the event by that much, and not much more when it is now."""
    best: tuple[Days, str] | None = None
    for passed in reporting.elapsed(text):
        opening = passed.at < LEAD and not passed.after
        if not (opening or _names_occasion(passed.after, told[:1])):
            continue
        last = told[-1].event.high
        low = told[0].began + (passed.days - passed.slack) * _DAY
        high = last + (passed.days + 2 * passed.slack) * _DAY if passed.now and last is not None else None
        first = told[0].event.high
        if high is None and passed.opens and passed.at < LEAD and first is not None:
            high = first + (passed.days + 2 * passed.slack) * _DAY + _PREVIEW
        if best is None or (best[0].low is not None and low > best[0].low):
            best = Interval(low=low, high=high), f"“{passed.words}”"
    return best


def _within_own(article: Article, interval: Days, evidence: Iterable[str]) -> Anchor:
    """What the siblings give, narrowed by what the article itself gave; both when they contradict each other."""
    own = article.published.interval
    met = interval.meet(own)
    evidence = tuple(dict.fromkeys(evidence))
    if met is None:
        evidence = (*evidence, "which contradicts the article's own clues; the interval covers both")
        return Anchor(interval=interval.hull(own), basis=Basis.INFERRED, evidence=evidence)
    return Anchor(interval=met, basis=Basis.INFERRED, evidence=evidence)


def _shown(days: Days) -> str:
    return f"{days.low} to {days.high}" if days.high else f"{days.low} or later"
