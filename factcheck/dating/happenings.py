"""The days that dated reports name for what happened, and the same happenings in an undated report."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.dating.lookbacks import look_backs
from factcheck.extract.times import find_times
from factcheck.extract.times.tense import tense_at
from factcheck.extract.times.verbs import word_set
from factcheck.model import Article, Interval
from factcheck.terms import SegmentRole, Tense

Days = Interval[dt.date]

LEAD = 600  # characters in which a report says what it is about
ENOUGH = 3  # reports of one wave from which it is likely that the first days are among them
_WAVE_GAP = 45  # days without a report that end one wave of reporting
_RECENT = 12  # news tells of the last days: an older date in it is background
_ONE = dt.timedelta(days=1)
_BACKGROUND = 1000 * _ONE  # how long a case goes on: from a crime to its trial
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = word_set(
    """said says after before with that this they have been were from their there which when what will would could more than
    over into about also people year years last week month monday tuesday wednesday thursday friday saturday sunday night
    morning evening afternoon yesterday today tomorrow just still most some only other than then them while where since"""
)
_SHARED_WORDS = 4  # content words that two sentences share when they tell of one happening
_SHARED_PART = 0.4  # ... and what part of the shorter one they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A day that a dated report gives for what it tells as past."""

    day: dt.date
    words: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Dated reports that followed each other: when they were published, the day or days that most of them tell of, and
    the first day that any of them tells of. ``agreed``: enough reports, and two or more open with the same one day."""

    published: Days
    event: Days
    began: dt.date
    agreed: bool
    articles: tuple[Article, ...]

    def leads(self) -> frozenset[str]:
        """The content words of what the reports are about."""
        return frozenset().union(*(words_of(a.text[:LEAD]) for a in self.articles))


def waves(siblings: Sequence[Article]) -> tuple[Wave, ...]:
    """The siblings' waves in order of time; those that look back themselves report nothing new and are left out."""
    fresh = [a for a in siblings if not looks_back(a)]
    ordered = sorted(fresh, key=lambda a: (_low(a), a.id))
    groups: list[list[Article]] = []
    for article in ordered:
        if groups and (_low(article) - max(_high(a) for a in groups[-1])).days <= _WAVE_GAP:
            groups[-1].append(article)
        else:
            groups.append([article])
    return tuple(_wave(group) for group in groups)


def looks_back(article: Article) -> bool:
    """Whether the report's lead looks back at its event from a year or more away."""
    return _looks_back(prose(article))


@lru_cache(maxsize=4096)
def _looks_back(text: str) -> bool:
    return any(b.at < LEAD for b in look_backs(text))


def happenings(article: Article) -> tuple[Happening, ...]:
    """The days of what a dated article tells as past in its own days."""
    published = article.published.interval.high
    return _happenings(article.id, article.text, prose(article), published) if published else ()


def retold(article: Article, siblings: Sequence[Article]) -> Iterator[tuple[Days, str]]:
    """When the article was published, for each of its happenings that the dated ones tell too: "yesterday the ..."."""
    if len(siblings) < 2:
        return  # with one other report nothing shows which of the words are the happening's
    text = prose(article)
    setting = _setting(siblings)
    told = [replace(h, words=h.words - setting) for sibling in siblings for h in happenings(sibling)]
    for sentence, offset in _sentences(text):
        words = words_of(sentence) - setting
        for time in find_times(sentence, None):
            at = offset + time.span.start
            best = max(told, key=lambda h: (_shared(words, h.words), h.day), default=None)
            if best is None or _shared(words, best.words) == 0:
                continue
            days = _published(time.symbol, best.day, text, at)
            if days is not None:
                yield days, f"tells of “{best.text[:80]}” as “{time.span.of(sentence)}”"


def _setting(siblings: Sequence[Article]) -> frozenset[str]:
    """The words of most reports: where and of whom the story is, not what happened on one of its days."""
    counts = Counter(word for sibling in siblings for word in words_of(prose(sibling)))
    return frozenset(word for word, n in counts.items() if n > len(siblings) / 2)


def words_of(text: str) -> frozenset[str]:
    """Content words, cut to their first six letters so that inflection does not part them."""
    return frozenset(w[:6] for w in (m.lower() for m in _WORD.findall(text)) if w not in _COMMON)


def prose(article: Article) -> str:
    """The text with boilerplate blanked out, so that offsets stay true."""
    pieces, at = [], 0
    for part in article.segments:
        if part.role is SegmentRole.BOILERPLATE:
            pieces.append(article.text[at : part.span.start])
            pieces.append("\n" * (part.span.end - part.span.start))
            at = part.span.end
    return "".join(pieces) + article.text[at:]


def any_of(intervals: Iterable[Days | None]) -> Days | None:
    """The smallest interval that holds them all; None when there is none."""
    union: Days | None = None
    for days in intervals:
        if days is not None:
            union = days if union is None else union.hull(days)
    return union


def days_of(siblings: Sequence[Article]) -> tuple[dt.date, dt.date]:
    """First and last day of dated articles."""
    days = [(s.published.interval.low, s.published.interval.high) for s in siblings]
    return min(d[0] for d in days if d[0] is not None), max(d[1] for d in days if d[1] is not None)


def same_story(nearest: Article) -> str:
    """The evidence that an article was dated by another."""
    return f"tells of the same story as {nearest.source or nearest.path} ({nearest.published.interval.low})"


def _wave(group: Sequence[Article]) -> Wave:
    published: Days = Interval(low=min(_low(a) for a in group), high=max(_high(a) for a in group))
    votes: Counter[dt.date] = Counter()
    told = [h.day for article in group for h in happenings(article)]
    for article in group:
        votes.update({h.day for h in happenings(article) if h.text in article.text[:LEAD]})
    if votes:
        most = max(votes.values())
        days = sorted(day for day, n in votes.items() if n == most)
        event: Days = Interval(low=days[0], high=days[-1])
    else:
        event = Interval(low=min(_low(a) for a in group) - 7 * _ONE, high=published.low)
    assert published.low is not None
    agreed = len(group) >= ENOUGH and event.low == event.high and max(votes.values(), default=0) > 1
    if len(group) < ENOUGH:  # few reports may be the late follow-ups of a story whose beginning nobody dates
        told += [day for article in group for day in _background(prose(article), published.low)]
    began = min([*told, published.low])
    return Wave(published=published, event=event, began=began, agreed=agreed, articles=tuple(group))


def _background(text: str, published: dt.date) -> list[dt.date]:
    """First days of what a report dates before its own days, in the last years."""
    days = [t.start for t in find_times(text, published) if t.start is not None and t.grain in ("day", "month")]
    return [day for day in days if published - _BACKGROUND <= day < published]


@lru_cache(maxsize=512)
def _happenings(_id: str, text: str, clean: str, published: dt.date) -> tuple[Happening, ...]:
    found = []
    for sentence, offset in _sentences(clean):
        for time in find_times(sentence, published):
            if time.grain not in ("day", "hour") or time.start is None or time.start != time.end:
                continue
            if not published - _RECENT * _ONE <= time.start <= published:
                continue
            if tense_at(clean, offset + time.span.start) is not Tense.FUTURE:
                found.append(Happening(day=time.start, words=words_of(sentence), text=" ".join(sentence.split())))
    return tuple(found)


def _sentences(text: str) -> Iterator[tuple[str, int]]:
    for match in re.finditer(r"[^\n]+?(?:[.!?][”\"’')]*(?=\s+[^\sa-z])|$)", text, re.MULTILINE):
        yield match.group(), match.start()


def _shared(left: frozenset[str], right: frozenset[str]) -> int:
    common = len(left & right)
    return common if common >= _SHARED_WORDS and common >= _SHARED_PART * min(len(left), len(right)) else 0


def _published(symbol: str, day: dt.date, text: str, at: int) -> Days | None:
    """From the happening's day and what the article calls it; reports differ by a day about when a thing was."""
    if symbol == "DAY-1":
        return Interval(low=day, high=day + 2 * _ONE)
    if symbol == "DAY+0":
        return Interval(low=day - _ONE, high=day + _ONE)
    weekday = re.match(r"WEEKDAY-(\d):", symbol)
    if weekday and int(weekday[1]) == day.isoweekday():
        if tense_at(text, at) is Tense.FUTURE:
            return Interval(low=day - 7 * _ONE, high=day)
        return Interval(low=day, high=day + 8 * _ONE)
    return None


def _low(article: Article) -> dt.date:
    assert article.published.interval.low is not None
    return article.published.interval.low


def _high(article: Article) -> dt.date:
    assert article.published.interval.high is not None
    return article.published.interval.high
