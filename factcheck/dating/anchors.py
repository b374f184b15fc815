"""The publication interval of an article, from what it says of itself and what follows from its text.

Precision first: what is not known stays unbounded. There is no clock here, and never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.dating import clues
from factcheck.dating.lookbacks import days_after, last_years, look_backs
from factcheck.dating.reporting import told_days
from factcheck.extract.times import find_times, resolve_within
from factcheck.extract.times.tense import tense_at
from factcheck.model import Anchor, Article, Claim, Interval, TimeExpression
from factcheck.terms import Basis, ClaimKind, SegmentRole, Tense, TimeBasis

Days = Interval[dt.date]

_FOREVER: Days = Interval(low=None, high=None)
_WEEKDAY_HORIZON = 12  # years searched for "Friday, 9 May" after the lower bound: the same weekday returns within 11


def date(article: Article, claims: Sequence[Claim], given: Days | None = None) -> Anchor:
    """When the article was published: its own metadata, else ``given`` (the user's word), else what the text gives.

    A date that the page states beats anything inferred. Inferred clues are intersected; when they contradict each
    other the interval is their hull and the evidence says so.
    """
    if article.published.basis is not Basis.UNKNOWN and not _only_mentioned(article):
        return article.published
    if given is not None:
        return Anchor(interval=given, basis=Basis.METADATA, evidence=("given by the user",))
    text = _without_clutter(article)
    for clue in clues.stated(article.text):  # the date line may well be part of the clutter
        return Anchor(interval=clue.days, basis=clue.basis, evidence=(clue.words,))
    found = [*clues.anniversaries(text), *clues.years_ago(text), *_looking_back(text), *_told(text)]
    anchor = _combined(found, _bounds(claims))
    anchor = _with_weekdays(anchor, tuple(clues.weekday_dates(text)))
    return with_stated_day(article, anchor)


_GUESSED = "low confidence"  # how the reader of pages marks a date that it took from the running text
_DATE_LINE = 40  # characters before the date from which its line is a sentence rather than a date line


def _only_mentioned(article: Article) -> bool:
    """Whether the page's date was guessed from its text, and stands there inside a sentence: then it is an event's."""
    if not any(_GUESSED in line for line in article.published.evidence):
        return False
    day, text = article.published.interval.low, article.text
    return any(
        len(text[text.rfind("\n", 0, t.span.start) + 1 : t.span.start].strip()) > _DATE_LINE
        for t in find_times(text, None)
        if day is not None and t.start == t.end == day
    )


def _looking_back(text: str) -> Iterator[clues.Clue]:
    """ "It will be a year on Sunday ... On 8 February 2025 the slope failed", "last year's final, on 23 November 2025"."""
    for back in look_backs(text):
        days = back.base and days_after(back, back.base)
        if days is not None:
            yield clues.Clue(days=days, words=f"looks back: “{back.words}”")
    for year, words in last_years(text):
        yield clues.Clue(days=clues.year_of(year), words=f"“{words}”")


def _told(text: str) -> Iterator[clues.Clue]:
    """ "In the early hours of today, Thursday 12 March 2026"."""
    for told in told_days(text):
        if told.year is not None:
            for days in told.published(()):
                yield clues.Clue(days=days, words=f"tells of “{told.words}”")


def with_stated_day(article: Article, anchor: Anchor) -> Anchor:
    """The exact day, when a dateline gives all but the year and the anchor leaves only one year for it."""
    if anchor.basis is not Basis.INFERRED or anchor.interval.low is None or anchor.interval.high is None:
        return anchor
    stated = clues.stated_without_year(article.text)
    if stated is None:
        return anchor
    low, high = anchor.interval.low, anchor.interval.high
    days = [dt.date(y, stated.month, stated.day) for y in stated.years(low.year, high.year)]
    fitting = [d for d in days if low <= d <= high]
    if len(fitting) != 1:
        return anchor
    words = f"the page says “{stated.words}”, which can only be {fitting[0].year}"
    return Anchor(
        interval=Interval(low=fitting[0], high=fitting[0]), basis=Basis.STATED, evidence=(*anchor.evidence, words)
    )


_AHEAD = re.compile(
    r"\b(?:until|till|by|from|before|through|to) (?:the )?$", re.IGNORECASE
)  # "shut until Monday, 16 March"
_HEADING = 300  # characters in which a date without a verb is the article's own
_NEWS_FOR = dt.timedelta(days=10)  # how long news goes on to give an event's weekday beside its date


def _heads_line(text: str, named: clues.WeekdayDate) -> bool:
    """ "Ticker: all developments on Thursday, 19 September"; or begins it: "Tuesday 14 October, by our reporters"."""
    begins = not text[: named.at].rpartition("\n")[2].strip()
    return begins or text[named.at + len(named.words) :][:1] in ("", ".", "\n") or named.words.endswith(".")


def with_news_days(article: Article, anchor: Anchor) -> Anchor:
    """ "The works were stolen on Sunday, 18 May": published within days of it, once the anchor leaves one year for it."""
    low, high = anchor.interval.low, anchor.interval.high
    if low is None or high is None or high - low <= _NEWS_FOR:
        return anchor
    text = _without_clutter(article)
    past: list[tuple[dt.date, str]] = []
    future: list[tuple[dt.date, str]] = []
    for named in clues.weekday_dates(text):
        if _AHEAD.search(text[max(0, named.at - 20) : named.at]):
            continue
        days = [dt.date(y, named.month, named.day) for y in named.years(low.year, high.year)]
        fitting = [d for d in days if low <= d <= high]
        if len(fitting) == 1:
            tense = tense_at(text, named.at)
            if tense is Tense.FUTURE:
                future.append((fitting[0], named.words))
            elif tense is Tense.PAST or (named.at < _HEADING and _heads_line(text, named)):
                past.append((fitting[0], named.words))
    if not past:
        return anchor
    latest, words = max(past)
    end = min([latest + _NEWS_FOR, high, *(day for day, _ in future if day > latest)])
    evidence = f"tells of “{words}” with its weekday, as news does for days"
    return Anchor(interval=Interval(low=latest, high=end), basis=Basis.INFERRED, evidence=(*anchor.evidence, evidence))


def place(claim: Claim, anchor: Anchor) -> Claim:
    """The claim with its times resolved against the anchor, as far as the anchor's width allows."""
    value = claim.value
    if isinstance(value, TimeExpression):
        value = _placed(value, anchor)
    event_time = claim.event_time and _placed(claim.event_time, anchor)
    if value is claim.value and event_time is claim.event_time:
        return claim
    return replace(claim, value=value, event_time=event_time)


def _placed(time: TimeExpression, anchor: Anchor) -> TimeExpression:
    if time.basis is TimeBasis.ABSOLUTE or not anchor.interval.is_bounded:
        return time
    return resolve_within(time, anchor.interval)


def _without_clutter(article: Article) -> str:
    """The text with boilerplate blanked out, so that offsets stay true."""
    pieces, at = [], 0
    for segment in article.segments:
        if segment.role is SegmentRole.BOILERPLATE:
            pieces.append(article.text[at : segment.span.start])
            pieces.append("\n" * (segment.span.end - segment.span.start))
            at = segment.span.end
    return "".join(pieces) + article.text[at:]


# "It will be a year on Friday since ...", "they will gather as they did in March 2025": the date is not what is announced.
_TOLD_BACK = re.compile(
    r"\b(?:since|anniversary|years?|as (?:they|it|he|she|we|I) did|after the|like (?:the|that))\b", re.IGNORECASE
)


_AS_OF = re.compile(r"\b(?:as of|as at|status on)\b", re.IGNORECASE)


def _bounds(claims: Iterable[Claim]) -> Anchor:
    """What is told as past was before publication, what is announced with a full date comes after."""
    low: tuple[dt.date, str] | None = None
    high: tuple[dt.date, str] | None = None
    for claim in claims:
        time = claim.value
        if claim.kind is not ClaimKind.TIME or not isinstance(time, TimeExpression):
            continue
        if time.basis is not TimeBasis.ABSOLUTE or time.start is None:
            continue
        if time.grain == "year" and f"{time.start:%Y} block" in claim.text:
            continue  # a stretch of street: "in the 2100 block of Main Street"
        words = f"“{' '.join(claim.text.split())[:90]}”"
        told = claim.tense is Tense.PAST and claim.positive
        as_of = time.grain == "day" and claim.tense is Tense.PRESENT and _AS_OF.search(claim.text) is not None
        if (told or as_of) and (low is None or time.start > low[0]):
            low = (time.start, f"tells {words} as past" if told else f"says {words}")
        announced = claim.tense is Tense.FUTURE and not _TOLD_BACK.search(claim.text)
        if announced and time.end is not None and (high is None or time.end < high[0]):
            high = (time.end, f"announces {words}")
    if low is not None and high is not None and low[0] > high[0]:
        high = None  # a plan told in retrospect
    evidence = tuple(bound[1] for bound in (low, high) if bound is not None)
    return Anchor(
        interval=Interval(low=low and low[0], high=high and high[0]),
        basis=Basis.INFERRED if evidence else Basis.UNKNOWN,
        evidence=evidence,
    )


def _combined(found: Sequence[clues.Clue], bounds: Anchor) -> Anchor:
    if not found:
        return bounds
    interval = _FOREVER
    evidence: list[str] = []
    for clue in found:
        evidence.append(f"{clue.words}: {_year_or_days(clue.days)}")
        met = interval.meet(clue.days)
        if met is None:
            evidence.append("these clues contradict each other; the interval covers both")
            interval = interval.hull(clue.days)
        else:
            interval = met
    narrowed = interval.meet(bounds.interval)
    if narrowed is not None:
        interval, evidence = narrowed, [*evidence, *bounds.evidence]
    elif bounds.evidence:
        interval = Interval(low=interval.low, high=None) if bounds.interval.low else interval
        evidence += [*bounds.evidence, "which contradicts the above; the interval is left open"]
    return Anchor(interval=interval, basis=Basis.INFERRED, evidence=tuple(dict.fromkeys(evidence)))


def _year_or_days(days: Days) -> str:
    if days.low is not None and days == clues.year_of(days.low.year):
        return str(days.low.year)
    return f"{days.low} to {days.high}" if days.high is not None else f"{days.low} or later"


def _with_weekdays(anchor: Anchor, dates: Sequence[clues.WeekdayDate]) -> Anchor:
    """ "Friday, 9 May" leaves only the years in which it is one."""
    low = anchor.interval.low
    if low is None or not dates:
        return anchor
    high = anchor.interval.high
    last = min(low.year + _WEEKDAY_HORIZON, high.year + 1 if high else dt.MAXYEAR)
    years = set(range(low.year, last + 1))
    for weekday_date in dates:
        years &= set(weekday_date.years(low.year, last))
    if not years:
        return anchor
    first, words = min(years), "; ".join(dict.fromkeys(d.words for d in dates))
    # The named day may lie in the year after or before the day of publication, never more than about a month off.
    floor = dt.date(first, min(d.month for d in dates), 1) - dt.timedelta(days=31)
    if high is not None and len(years) == 1:
        ceiling = min(high, dt.date(first, max(d.month for d in dates), 28) + dt.timedelta(days=34))
    elif high is not None:
        ceiling = high
    else:
        ceiling = None
    narrowed: Days = Interval(low=max(low, floor), high=ceiling)
    if ceiling is not None and narrowed.low is not None and narrowed.low > ceiling:
        return anchor
    shown = ", ".join(str(y) for y in sorted(years)[:3])
    return Anchor(
        interval=narrowed, basis=Basis.INFERRED, evidence=(*anchor.evidence, f"“{words}” falls so in {shown}")
    )
