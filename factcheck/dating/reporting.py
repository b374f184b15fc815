"""How a report of the same days speaks: "on Tuesday", "yesterday", "four days after the earthquake"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from factcheck.dating.clues import MONTHS
from factcheck.dating.lookbacks import NUMBER, ORDINALS, SMALL, WEEKDAY, WEEKDAYS
from factcheck.extract.times import find_times
from factcheck.extract.times.tense import tense_at
from factcheck.model import Interval
from factcheck.terms import Tense

Days = Interval[dt.date]

_MOST = 30
_ONE = dt.timedelta(days=1)

# --- the publication's weekday, or its day without the year -------------------------------------------------------

_OWN_WEEKDAY: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(form, re.IGNORECASE), days)
    for form, days in (
        (rf"\b(?:yesterday|last night),? (?:on )?(?P<day>{WEEKDAY})\b", 1),
        (rf"\bit(?: is|[’']s) (?P<day>{WEEKDAY})(?: (?:night|evening|morning|afternoon|today))?(?=[,.;])", 0),
        (rf"\bthis (?P<day>{WEEKDAY}) (?:morning|afternoon|evening)\b", 0),
        (rf"\bearly this (?P<day>{WEEKDAY})\b", 0),
        (rf"\btoday,? (?P<day>{WEEKDAY})\b", 0),
        (rf"\b(?P<day>{WEEKDAY}),? today\b", 0),
        (rf"\btomorrow,? (?:on )?(?P<day>{WEEKDAY})\b", -1),
    )
)


def own_weekday(text: str) -> tuple[int, str] | None:
    """The weekday of publication, when the text tells: "last night, Tuesday" makes it a Wednesday."""
    found: dict[int, str] = {}
    for form, days in _OWN_WEEKDAY:
        for match in islice(form.finditer(text), _MOST):
            found.setdefault((WEEKDAYS[match["day"].lower()] + days) % 7, " ".join(match.group().split()))
    return next(iter(found.items())) if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDay:
    """ "Yesterday, 9 February": a day, mostly without its year, and how many days later it was told, at least and at
    most."""

    year: int | None
    month: int
    day: int
    later: tuple[int, int]
    words: str

    def published(self, years: Sequence[int]) -> Iterator[Days]:
        """The days of publication in each of the years."""
        for year in years if self.year is None else [self.year]:
            try:
                day = dt.date(year, self.month, self.day)
            except ValueError:
                continue
            yield Interval(low=day + self.later[0] * _ONE, high=day + self.later[1] * _ONE)


_TOLD = re.compile(
    rf"(?<!ago )\b(?P<how>yesterday|last night|today|tomorrow|(?:earlier |later )?this week|last week|next week)"
    rf"(?:[’']s)?,? (?:on )?(?:{WEEKDAY},? )?(?:the )?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{'|'.join(MONTHS)})"
    rf"|(?P<m2>{'|'.join(MONTHS)})\.? (?P<d2>\d{{1,2}}))\b(?:,? (?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_LATER = {"yesterday": (1, 1), "last night": (0, 1), "today": (0, 0), "tomorrow": (-1, -1), "last week": (1, 13),
          "next week": (-13, -1)}  # fmt: skip


def told_days(text: str) -> Iterator[ToldDay]:
    """Every day given both by how long ago it was and by its date."""
    for match in islice(_TOLD.finditer(text), _MOST):
        yield ToldDay(
            year=int(match["year"]) if match["year"] else None,
            month=MONTHS[(match["m1"] or match["m2"]).lower()],
            day=int(match["d1"] or match["d2"]),
            later=_LATER.get(match["how"].lower(), (-6, 6)),
            words=" ".join(match.group().split()),
        )


# --- time passed since the event ----------------------------------------------------------------------------------

_UNIT_DAYS = {"day": (1, 1), "week": (7, 5), "month": (30, 15)}  # and how far off such a figure may be
_ELAPSED = re.compile(
    rf"\b{NUMBER}(?P<half> and a half)? (?P<unit>day|week|month)s? (?:after|since)\b(?P<after>[^.;:!?\n]{{0,60}})",
    re.IGNORECASE,
)
_TOOK = re.compile(
    rf"\bit took {NUMBER} (?P<unit>day|week|month)s (?:for|before|until)\b(?P<after>)(?P<half>)", re.IGNORECASE
)
# Words for one kind of event: who writes "the bombing" may mean what another calls the attack.
_KINDS = tuple(
    re.compile(rf"\b(?:{kind})\b", re.IGNORECASE)
    for kind in (
        r"attack|strike|bombing|bombardment|blast|explosion|shelling|raid|shooting|massacre|missiles?|drones?",
        r"break-in|burglary|theft|robbery|heist|raid|burglars|thieves|robbers|stole|stolen",
        r"(?:earth)?quake|tremor|eruption|landslide|avalanche|flood|deluge|storm|hurricane|typhoon|cyclone|tornado",
        r"fire|blaze|wildfire|inferno",
        r"crash|collision|derailment|collapse|stampede|crush|sinking|capsiz\w+|wreck|accident|dam",
        r"leak|spill|explosion|blast",
        r"vote|election|poll|ballot|referendum|polling",
        r"verdict|sentence|judgment|ruling|convict\w+|sentenced",
        r"launch|lift-?off|launched",
    )
)
_CALAMITY = re.compile(r"\b(?:disaster|tragedy|catastrophe|horror|calamity)\b", re.IGNORECASE)


_ANOTHER = re.compile(
    r" (?:an?|another|some|similar|other)\b", re.IGNORECASE
)  # "six weeks after a massacre in Orlando"


@dataclass(frozen=True, slots=True, kw_only=True)
class Elapsed:
    """So many days after the event something had happened; ``now`` when it is the article's own time."""

    days: int
    slack: int
    after: str
    now: bool
    words: str
    at: int
    opens: bool


def elapsed(text: str) -> Iterator[Elapsed]:
    """ "Four days after the earthquake", "it is three weeks since ...", "it took four days for ..."."""
    for form in (_ELAPSED, _TOOK):
        for match in islice(form.finditer(text), _MOST):
            tense = tense_at(text, match.start())
            if tense is Tense.FUTURE or _ANOTHER.match(match["after"]):
                continue
            n = SMALL.get(match["n"].lower()) or int(match["n"])
            length, slack = _UNIT_DAYS[match["unit"].lower()]
            before = text[max(0, match.start() - 40) : match.start()].rpartition(".")[2]
            yield Elapsed(
                days=n * length + (length // 2 if match["half"] else 0),
                slack=slack,
                after=match["after"],
                now=re.search(r"\b(?:it is|it[’']s|now|is|are|today)\b", before, re.IGNORECASE) is not None,
                words=" ".join(match.group().split())[:90],
                at=match.start(),
                opens=not before.strip(" \n“\"'‘"),
            )


def same_event(phrase: str, reports: str) -> bool:
    """Whether the words name an event of a kind that the reports tell of: "the bombing" of an attack."""
    if _CALAMITY.search(phrase):
        return any(kind.search(reports) for kind in _KINDS)
    return any(kind.search(phrase) and kind.search(reports) for kind in _KINDS)


_EDITION = re.compile(
    r"\b(?P<n>\d{1,3}(?:st|nd|rd|th)|[a-z]{5,9}(?:-[a-z]{5,7})?) (?:edition|annual|staging)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")


def same_edition(text: str, others: Sequence[str]) -> bool:
    """Not the 19th edition when the others tell of the 20th."""
    own = _editions(text)
    theirs = set[int]().union(*(_editions(other) for other in others))
    return not own or not theirs or not own.isdisjoint(theirs)


def _editions(text: str) -> set[int]:
    found = set()
    for match in islice(_EDITION.finditer(text), _MOST):
        digits = _NUMBER.match(match["n"])
        n = int(digits[0]) if digits else ORDINALS.get(match["n"].lower())
        if n is not None:
            found.add(n)
    return found


# --- the day-to-day manner of news --------------------------------------------------------------------------------

_WINTER, _SPRING, _SUMMER, _AUTUMN = (12, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11)
_SEASONS = {"WI": _WINTER, "SP": _SPRING, "SU": _SUMMER, "AU": _AUTUMN, "FA": _AUTUMN}


_DEICTIC = re.compile(r"WEEKDAY-\d:(?:past|future|present)$|DAY[+-]\d$")
_YEAR_NAMED = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def year_before(text: str, at: int) -> bool:
    """Whether a year is named shortly before: "in 2012 ... Thirteen years on" counts from that."""
    return _YEAR_NAMED.search(text[max(0, at - 200) : at]) is not None


def news_sentence(text: str, at: int) -> bool:
    """Whether the sentence tells some news of these days: "resigned on Tuesday, a year after she took office"."""
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    ends = [i for i in (text.find(". ", at), text.find("\n", at)) if i >= 0]
    sentence = text[start : min(ends, default=len(text))]
    return any(_DEICTIC.match(t.symbol) for t in find_times(sentence, None))


_DATE = re.compile(r"XXXX-(\d\d)-(\d\d)(?::\w+)?")
_UNTIL = re.compile(r"\b(?:until|till|by|from|before|through|to) (?:the )?(?:\w+day,? )?$", re.IGNORECASE)


# "The team for the half marathon on 8 October": the day is that of what it was for.
_AIMED = re.compile(
    r"\b(?:for|to|ahead of|before|towards) (?:the|an?|its|his|her|their|next)\b[^.,;:\n]{0,60}$", re.IGNORECASE
)


# "The market on 23 April has been called off": told as past, and yet to come.
_OFF = re.compile(
    r"[^.;\n]{0,60}\b(?:called off|cancel\w+|postponed|put (?:off|back)|moved|scrapped|deferred)\b", re.IGNORECASE
)


def dates(text: str, within: Days) -> Iterator[tuple[dt.date, Tense, str]]:
    """Days named without their year that lie in ``within``, with the tense of what is told of them."""
    if within.low is None or within.high is None:
        return
    for time in find_times(text, None):
        match = _DATE.fullmatch(time.symbol)
        before = text[max(0, time.span.start - 80) : time.span.start]
        if match is None or _UNTIL.search(before):
            continue
        tense = tense_at(text, time.span.start)
        if tense is Tense.PAST and (_AIMED.search(before) or _OFF.match(text, time.span.end)):
            continue
        for year in range(within.low.year, within.high.year + 1):
            try:
                day = dt.date(year, int(match[1]), int(match[2]))
            except ValueError:
                continue
            if within.low <= day <= within.high:
                yield day, tense, time.span.of(text)


def is_report(lead: str) -> bool:
    """Whether the lead tells of days past and announces none: a report of what happened, no preview."""
    tenses = [tense_at(lead, t.span.start) for t in find_times(lead, None) if _DEICTIC.match(t.symbol)]
    return Tense.PAST in tenses and Tense.FUTURE not in tenses


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """``fresh``: words such as "on Tuesday" or "yesterday" that only news of the day uses; ``late``: words that an
    article of the event's own days would not use of it ("last winter", "in 2024")."""

    fresh: str | None
    late: str | None


def manner(text: str, event: Days) -> Manner:
    """How the text speaks, seen from the event's days."""
    fresh = late = None
    for time in find_times(text, None):
        words = time.span.of(text)
        if fresh is None and _DEICTIC.match(time.symbol) and words.lower() != "this day":
            fresh = words
        if (
            late is None
            and event.low is not None
            and event.high is not None
            and _late(text, time.symbol, time.span.start, event)
        ):
            late = words
    return Manner(fresh=fresh, late=late)


def _late(text: str, symbol: str, at: int, event: Days) -> bool:
    assert event.low is not None and event.high is not None
    months = {(event.low.month - 2) % 12 + 1, event.low.month, event.high.month, event.high.month % 12 + 1}
    if season := re.match(r"XXXX-([A-Z]{2}):last", symbol):
        return event.low.month in _SEASONS.get(season[1], ())
    if re.fullmatch(r"XXXX-\d\d(?::\w+)?", symbol):
        return int(symbol[5:7]) not in months and tense_at(text, at) is Tense.PAST
    if re.fullmatch(r"\d{4}(?:-\d\d)?", symbol):
        return int(symbol[:4]) == event.low.year and tense_at(text, at) is Tense.PAST
    return False
