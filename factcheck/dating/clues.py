"""What a text says, directly or not, about when it was published.

Each finder takes an article's text (clutter blanked out, offsets kept) and yields clues. A clue is an interval of days
with the words it rests on; a clue never uses a clock. Sources of the ideas: how an archivist dates an undated cutting.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from factcheck.model import Interval
from factcheck.terms import Basis

Days = Interval[dt.date]

_MOST = 20  # clues of one kind that are looked at: each costs a look through the text

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name} | {
    name.lower(): i for i, name in enumerate(calendar.month_abbr) if name
}
MONTHS["sept"] = 9
_WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_ANY_DAY = "|".join(calendar.day_name)
_DAY_NAME = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WRITTEN = rf"(?:{_DAY} {_MONTH}|{_MONTH.replace('month', 'month2')} {_DAY.replace('day', 'day2')})(?:,? {_YEAR})?"
_ISO = r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """The publication lies within ``days``, because of ``words``; ``basis`` is STATED or INFERRED."""

    days: Days
    words: str
    basis: Basis = Basis.INFERRED


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayDate:
    """ "Friday, 9 May": true in some years only; without the weekday, in any."""

    weekday: int | None
    month: int
    day: int
    words: str
    at: int = 0

    def years(self, low: int, high: int) -> tuple[int, ...]:
        """The years from low to high in which that day is that weekday."""
        return tuple(y for y in range(low, high + 1) if self._matches(y))

    def _matches(self, year: int) -> bool:
        try:
            day = dt.date(year, self.month, self.day)
        except ValueError:
            return False
        return self.weekday is None or day.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    year: int
    start: int
    war: tuple[str, ...]
    words: tuple[str, ...]


def year_of(year: int) -> Days:
    """All days of a year."""
    return Interval(low=dt.date(year, 1, 1), high=dt.date(year, 12, 31))


# --- datelines and date lines -------------------------------------------------------------------------------------

_LABELLED = re.compile(
    rf"^[^\S\n]*(?:last |first )?(?:published|posted|updated|issued|released|modified|date)(?: on| at)?[:\s]{{1,3}}"
    rf"(?:{_DAY_NAME},? )?(?:\d{{1,2}}[:.]\d\d,? )?(?:{_ISO}|{_WRITTEN})",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(
    rf"^[^\S\n]*(?:{_DAY_NAME},? )?(?:{_ISO}|{_WRITTEN})"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?[^\S\n]*(?:$|[.|·] ?(?:by|text|words)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_DATELINE = re.compile(
    rf"^[^\S\n]*[A-Z][A-Z .'’-]{{2,30}}(?:, (?!{_ANY_DAY})[A-Z][\w .]{{1,20}})?,? (?:\([^()\n]{{1,30}}\) )?(?i:{_DAY_NAME},? )?(?i:{_WRITTEN})"
    r"(?: \([^()\n]{1,30}\))?\s?[-–—:]",
    re.MULTILINE,
)
_HEADING = re.compile(
    rf"^[^\n]{{1,60}}, (?i:{_WRITTEN})[^\S\n]*$", re.MULTILINE
)  # "Report of the events officer, 2 May 2024"
_HEADING_REACH = 300
_DATELINE_REACH = 1500  # a date far below the top is not the article's own


def stated(text: str) -> Iterator[Clue]:
    """The date that the page gives as its own: "Published: 5 May 2025", a line that is a date, an agency dateline."""
    for match in _date_lines(text):
        day = _full_date(match)
        if day is not None:
            words = " ".join(match.group().split())
            yield Clue(days=Interval(low=day, high=day), words=f"the page says “{words}”", basis=Basis.STATED)
            return
    # A heading may date its subject as well as itself; the page is not older than the latest of them.
    dated = [(day, m) for m in _HEADING.finditer(text[:_HEADING_REACH]) if (day := _full_date(m)) is not None]
    if dated:
        day, match = max(dated, key=lambda pair: pair[0])
        words = f"the heading says “{' '.join(match.group().split())}”"
        yield Clue(days=Interval(low=day, high=day), words=words, basis=Basis.STATED)


def stated_without_year(text: str) -> WeekdayDate | None:
    """The day that a dateline gives without its year: "KESH, Tuesday, 17 September (Orlan Press) -"."""
    for match in _date_lines(text):
        if match.groupdict().get("iso") or match["year"]:
            continue
        weekday = _WEEKDAYS.get((match["weekday"] or "").lower())
        month = MONTHS[(match["month"] or match["month2"]).lower()]
        day = int(match["day"] or match["day2"])
        if 1 <= day <= 31:
            return WeekdayDate(weekday=weekday, month=month, day=day, words=" ".join(match.group().split()))
    return None


def _date_lines(text: str) -> Iterator[re.Match[str]]:
    top = text[:_DATELINE_REACH]
    for pattern in (_LABELLED, _ALONE, _DATELINE):
        yield from pattern.finditer(top)


def _full_date(match: re.Match[str]) -> dt.date | None:
    if iso := match.groupdict().get("iso"):
        try:
            return dt.date.fromisoformat(iso)
        except ValueError:
            return None
    if not match["year"]:
        return None
    month = MONTHS[(match["month"] or match["month2"]).lower()]
    try:
        return dt.date(int(match["year"]), month, int(match["day"] or match["day2"]))
    except ValueError:
        return None


# --- anniversaries ------------------------------------------------------------------------------------------------

_ANNIVERSARY = re.compile(
    r"\b(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|[a-z]{5,9}(?:-[a-z]{5,7})?)[ -](?:year )?anniversary"
    r"(?: (?:of|since) (?P<what>[^.;\n]{3,160}))?",
    re.IGNORECASE,
)
_WORD_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "seventy-fifth": 75, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_OTHER_YEAR = re.compile(r"\b(?:last|next|previous|following) year\b|\bhad (?:marked|celebrated|commemorated)\b", re.I)
_FOUR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_WORD = re.compile(r"[a-z]{4,}")


def anniversaries(text: str) -> Iterator[Clue]:
    """ "80th anniversary of the 1945 defeat" dates the text to 2025; the year may stand elsewhere, or be well known."""
    for match in islice(_ANNIVERSARY.finditer(text), _MOST):
        count = _ordinal(match["ordinal"])
        sentence = _sentence_around(text, match.start(), match.end())
        if count is None or _OTHER_YEAR.search(sentence):
            continue
        base = _base_year(text, sentence, match["what"] or "")
        if base is None:
            continue
        year, why = base
        named = {int(y) for y in _FOUR.findall(sentence)} - {year, year + count}
        if year + count > dt.MAXYEAR or any(y > year for y in named):
            continue  # "marked its 50th anniversary in 1995": told in retrospect
        words = " ".join(match.group().split())
        yield Clue(days=year_of(year + count), words=f"“{words[:90]}”, {why}")


def _base_year(text: str, sentence: str, what: str) -> tuple[int, str] | None:
    in_phrase = _FOUR.search(what)
    if in_phrase:
        return int(in_phrase[1]), f"counted from {in_phrase[1]}"
    known = _known_event(what) or _known_event(sentence)
    if known is None and re.search(r"\b(?:war|victory|defeat|surrender)\b", what + " " + sentence, re.I):
        wars = {k.name: k for k in _known_events() if k.war and _mentions(text, k.war)}
        known = next(iter(wars.values())) if len(wars) == 1 else None
    if known is not None:
        outbreak = re.search(r"\b(?:outbreak|start|beginning)\b", what, re.I)
        return (known.start if outbreak else known.year), f"{known.name} was in {known.year}"
    # The year may stand with the same event elsewhere: "the 1962 flood" ... "the 50th anniversary of the flood".
    nouns = set(_WORD.findall(what.lower()))
    for match in _FOUR.finditer(text):
        nearby = set(_WORD.findall(text[max(0, match.start() - 40) : match.end() + 40].lower()))
        if nouns and len(nouns & nearby) >= min(2, len(nouns)):
            return int(match[1]), f"which the text puts in {match[1]}"
    return None


def _known_event(phrase: str) -> _Known | None:
    for known in _known_events():
        if _mentions(phrase, known.words) or _mentions(phrase, known.war):
            return known
    return None


def _mentions(text: str, phrases: tuple[str, ...]) -> bool:
    lowered = text.lower().replace("’", "'")
    return any(re.search(rf"(?<!\w){re.escape(p)}(?!\w)", lowered) for p in phrases)


@cache
def _known_events() -> tuple[_Known, ...]:
    table = tomllib.loads(files("factcheck.dating").joinpath("events.toml").read_text(encoding="utf-8"))
    return tuple(
        _Known(row["name"], row["year"], row.get("start", row["year"]), tuple(row.get("war", ())), tuple(row["words"]))
        for row in table["event"]
    )


def _ordinal(word: str) -> int | None:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else _WORD_ORDINALS.get(word.lower())


# --- a named year a known number of years ago -----------------------------------------------------------------------

_AGO = re.compile(
    r"\b(?P<n>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? ago"
    r"(?P<month> this (?:month|week))?(?P<rest>[^\n]{0,320})",
    re.IGNORECASE,
)
_SMALL = {
    w: i for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
} | {"a": 1}
_NAMED_YEAR = re.compile(r"(?:\b[A-Z][\w/]*[-–/ ]|\bin )((?:19|20)\d\d)\b(?!s)")


def years_ago(text: str) -> Iterator[Clue]:
    """ "A year ago this month ... the Cooperation-2021 drills" dates the text to 2022."""
    for match in islice(_AGO.finditer(text), _MOST):
        year = _NAMED_YEAR.search(match["rest"])
        if year is None or not (match["month"] or year.start() < 40):
            continue
        n = _SMALL.get(match["n"].lower()) or int(match["n"]) if match["n"].isdigit() else _SMALL[match["n"].lower()]
        words = " ".join((text[match.start() : match.start("rest")]).split())
        yield Clue(days=year_of(int(year[1]) + n), words=f"“{words}” is told of something named {year[1]}")


# --- weekday with day and month -------------------------------------------------------------------------------------

_WEEKDAY_DATE = re.compile(
    rf"\b{_DAY_NAME},? (?:the )?(?:{_DAY}(?: of)? {_MONTH}|"
    rf"{_MONTH.replace('month', 'month2')} {_DAY.replace('day', 'day2')})(?:,? {_YEAR})?",
    re.IGNORECASE,
)


def weekday_dates(text: str) -> Iterator[WeekdayDate]:
    """Every weekday given with its day and month but without a year."""
    for match in _WEEKDAY_DATE.finditer(text):
        if match["year"]:
            continue
        day = int(match["day"] or match["day2"])
        if 1 <= day <= 31:
            yield WeekdayDate(
                weekday=_WEEKDAYS[match["weekday"].lower()],
                month=MONTHS[(match["month"] or match["month2"]).lower()],
                day=day,
                words=" ".join(match.group().split()),
                at=match.start(),
            )


def _sentence_around(text: str, start: int, end: int, reach: int = 300) -> str:
    left = max(text.rfind(". ", max(0, start - reach), start), text.rfind("\n", max(0, start - reach), start))
    rights = [i for i in (text.find(". ", end, end + reach), text.find("\n", end, end + reach)) if i >= 0]
    return text[left + 1 if left >= 0 else max(0, start - reach) : min(rights, default=end + reach)]
