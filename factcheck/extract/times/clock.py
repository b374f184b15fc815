"""Clock times: "at 7.43 a.m.", "shortly before 6 pm", "at seventeen minutes to eight", "around midnight", "at 0543 GMT".

They are no days, so ``find_times`` leaves them out; a claim carries them beside its day. What a clock time says is its
symbol: ``T07:43``, a stretch of the day ``T17:30/T17:59`` (past midnight when it ends before it begins), or two that the
words leave open, ``T07:43|T19:43`` (no "a.m.", no part of the day near it). ``clock_minutes`` gives the minutes.
"""

from __future__ import annotations

import datetime as dt
import re

from factcheck.extract.times.words import NUMBERS
from factcheck.model import Interval, Span, TimeExpression
from factcheck.terms import TimeBasis

_DAY = 24 * 60
_NOWHERE: Interval[dt.date] = Interval(low=None, high=None)

_WORDS = "|".join(sorted((w for w in NUMBERS if w not in ("a", "an")), key=len, reverse=True))
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MERIDIEM = r"(?P<meridiem>[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?)"
_ZONE = r"(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|MST|MDT|PST|PDT|PT|MSK|IST)\b|\s(?:local|Greenwich|Eastern|Pacific)\s(?:mean\s)?time\b)"
_HEDGE = r"""(?P<hedge>(?i:(?:just|shortly|soon|moments|minutes|immediately|right|a\slittle)\s(?:before|after|past)|between|before|after|around|about
    |roughly|approximately|some\stime\saround|nearly|almost|towards?|close\sto|near|by|until|till|since|from|past|at(?:\s(?:exactly|precisely|about|around
    |roughly|approximately|just\safter|just\sbefore))?|on))\s"""
_PART = r"(?:\s(?:in|on|of)\s(?:the|that|\w{6,9}day)\s(?:early\s)?(?P<in>morning|afternoon|evening)|\sat\s(?P<night>night)|\s(?:on\s)?(?:\w{6,9}day|this|that|last|yesterday|tomorrow|next|following)\s(?P<that>morning|afternoon|evening|night)|\s(?P<tonight>tonight))"

_CLOCK = re.compile(
    rf"""(?:(?<![\w.,:£$€-])(?:{_HEDGE})?(?<![\w.,:£$€-])(?:
      (?:(?P<h1>1[0-2]|0?[1-9])(?:[.:](?P<m1>[0-5]\d))?\s?(?P<half1>[apAP]\.?[mM]\b\.?)?\s?(?:-|–|to|and|until)\s?)?(?P<h12>1[0-2]|0?[1-9])(?:[.:](?P<m12>[0-5]\d))?\s?{_MERIDIEM}
    | (?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)(?={_ZONE}|\s(?:hours|hrs)\b)
    | (?P<h24>[01]?\d|2[0-3])(?P<mark>[.:])(?P<m24>[0-5]\d)(?![\d:.,]*\d|\s?%|-)
    | (?P<count>[Hh]alf|(?:[Aa]\s)?[Qq]uarter|(?:\d\d?|{_WORDS})(?:-(?:five|one|two|three|four|six|seven|eight|nine))?(?P<minutes>\sminutes?)?)
      \s(?P<side>past|to|before|after)\s(?P<of>{_HOURS}|1[0-2]|[1-9]|noon|midnight)\b(?!\s\w{{2,14}}s\b|\s(?:men|women|people|children|dead)\b)(?:\s?(?P<spoken>[ap]\.?m\b))?
    | (?P<oclock>{_HOURS}|1[0-2]|[1-9])\so['’]clock\b
    | (?P<named>noon|midday|midnight)\b
    ))(?:{_ZONE})?(?P<loose>\sor\sso\b)?{_PART}?""",
    re.VERBOSE,
)  # fmt: skip
_HINT = re.compile(
    r"\d[.:]\d\d|\d\s?[ap]\.?\s?m\b|\d\s?[AP]\.?M\b|o['’]clock|noon\b|midday|midnight|\d{4}\s?(?:[A-Z]{2,4}\b|h)|\s(?:past|to|before|after)\s(?:\d|one|t|f|s|e|n)"
)
_SERVICE = re.compile(
    r"[,.]?\s(?:\w{1,15}\s)?(?:train|service|flight|bus|ferry|sailing|departure|express|coach|boat|from|news|bulletin|start|kick-off|show)\b"
)
_AT_A_DAY = re.compile(
    r",?\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|this\b|last\b|\d{1,2}\s[A-Z])"
)
_CLOSE = frozenset({"just", "shortly", "soon", "moments", "minutes", "immediately", "right", "little"})
_ZONED = re.compile(_ZONE)
_SCORED = re.compile(r"\b(?:score|won|lost|beat|drew|lead|led)\b")
_PREPOSITIONS = frozenset({"at", "on", "by", "from", "since", "until", "till", "between"})
_OF_THE_CLOCK = re.compile(r"\bclocks?\b|\bwatch\b", re.IGNORECASE)


def find_clock_times(text: str) -> tuple[TimeExpression, ...]:
    """The clock times that ``text`` names, in text order: grain "minute" or "hour", without a day.

    A time that only names something ("the 6.52 train") is none, and of bare figures ("at 4.25") only what the words around
    show to be a time.
    """
    if _HINT.search(text) is None:
        return ()
    found = []
    for match in _CLOCK.finditer(text):
        read = _read(text, match)
        if read is not None:
            symbol, grain = read
            found_at = _span(match)
            found.append(
                TimeExpression(span=found_at, interval=_NOWHERE, grain=grain, basis=TimeBasis.SYMBOLIC, symbol=symbol)
            )
    return tuple(found)


def is_clock(time: TimeExpression) -> bool:
    """Whether the expression is a clock time and no day."""
    return time.symbol.startswith("T")


def _span(match: re.Match[str]) -> Span:
    """The words of the time, its hedge with them, but no mere preposition and no full stop of the sentence."""
    start, end = match.span()
    if match["hedge"] and (first := match["hedge"].split()[0]).lower() in _PREPOSITIONS:
        start += len(first) + 1
    meridiem = match["meridiem"] or match["spoken"] or ""
    if match.group().endswith(".") and meridiem.count(".") < 2:
        end -= 1
    return Span(start=start, end=end)


def clock_minutes(symbol: str) -> tuple[tuple[int, int], ...]:
    """The stretches of the day that a clock time's symbol allows, in minutes since midnight, both ends included."""
    found: list[tuple[int, int]] = []
    for one in symbol.split("|"):
        first, _, last = one.partition("/")
        low, high = _minute(first), _minute(last or first)
        found += [(low, high)] if low <= high else [(low, _DAY - 1), (0, high)]
    return tuple(found)


def minutes_apart(a: TimeExpression, b: TimeExpression) -> int:
    """Minutes between two clock times by the readings that lie nearest, round midnight if that is shorter; 0 when they meet."""
    return min(_between(x, y) for x in clock_minutes(a.symbol) for y in clock_minutes(b.symbol))


def _between(x: tuple[int, int], y: tuple[int, int]) -> int:
    return min(max(0, y[0] + shift - x[1], x[0] - y[1] - shift) for shift in (-_DAY, 0, _DAY))


def _minute(point: str) -> int:
    return int(point[1:3]) * 60 + int(point[4:6])


def _point(minute: int) -> str:
    return f"T{minute % _DAY // 60:02}:{minute % 60:02}"


def _read(text: str, match: re.Match[str]) -> tuple[str, str] | None:
    """The symbol and the grain."""
    hedge = (match["hedge"] or "").lower().split()
    if match["h1"]:
        return _stretch(match)
    if _SERVICE.match(text, match.end()) and (
        not hedge or text[max(0, match.start() - 4) : match.start()].endswith(("the ", " a "))
    ):
        return None
    part = match["in"] or match["that"] or match["night"] or match["tonight"]
    minute, sure, grain = _stated(text, match, hedge)
    if minute is None:
        return None
    if not sure:
        half = _half_of_day(minute, part)
        if half is None:
            other = (minute + _DAY // 2) % _DAY
            return "|".join(sorted((_bent(minute, hedge, match, grain), _bent(other, hedge, match, grain)))), grain
        minute = half
    return _bent(minute, hedge, match, grain), grain


def _stretch(match: re.Match[str]) -> tuple[str, str]:
    """ "from 9am to 5pm", "between 5 and 6 pm": the second half of the day serves both where the first names none."""
    late = match["meridiem"][0] in "pP"
    last = int(match["h12"]) % 12 * 60 + int(match["m12"] or 0) + (_DAY // 2 if late else 0)
    first = int(match["h1"]) % 12 * 60 + int(match["m1"] or 0)
    if match["half1"]:
        first += _DAY // 2 if match["half1"][0] in "pP" else 0
    elif late and first + _DAY // 2 <= last:
        first += _DAY // 2
    return f"{_point(first)}/{_point(last)}", "minute" if match["m1"] or match["m12"] else "hour"


def _stated(text: str, match: re.Match[str], hedge: list[str]) -> tuple[int | None, bool, str]:
    """The minute of the day, whether its half is sure, and the grain; no minute where the words are no time."""
    if match["h12"]:
        minute = (
            int(match["h12"]) % 12 * 60 + int(match["m12"] or 0) + (_DAY // 2 if match["meridiem"][0] in "pP" else 0)
        )
        return minute, True, "minute" if match["m12"] else "hour"
    if match["military"]:
        return int(match["military"][:2]) * 60 + int(match["military"][2:]), True, "minute"
    if match["h24"]:
        minute = int(match["h24"]) * 60 + int(match["m24"])
        plain = match["mark"] == "." and not _is_time(text, match, hedge)
        ticker = len(match["h24"]) == 2 and match.start() == 0 and text[match.end() : match.end() + 1] == " "
        told = hedge or ticker or match["in"] or match["that"] or match["night"] or _ZONED.search(match.group())
        plain = (
            plain
            or not told
            or (not hedge and _SCORED.search(text[max(0, match.start() - 30) : match.start()]) is not None)
        )
        known = match["h24"][0] == "0" or not 60 <= minute < 13 * 60
        return (None if plain else minute), known, "minute"
    if match["named"]:
        if not hedge and not match["that"]:
            return None, True, ""
        return (0 if match["named"] == "midnight" else 12 * 60), True, "hour"
    if match["oclock"]:
        return _hour(match["oclock"]) * 60, False, "hour"
    return _told(match)


def _told(match: re.Match[str]) -> tuple[int | None, bool, str]:
    """ "twenty past five", "a quarter to eight", "seventeen minutes to noon"."""
    count, of, side = match["count"].lower(), match["of"], match["side"]
    part = count == "half" or count.endswith("quarter")
    tens, _, ones = count.split()[0].partition("-")
    away = (30 if count == "half" else 15) if part else _number(tens) + (_number(ones) if ones else 0)
    named = part or match["minutes"] or (away % 5 == 0 and of in ("noon", "midnight") and side == "to")
    hedged = away % 5 == 0 and match["hedge"] and match["hedge"].split()[0].lower() not in ("from", "between", "since")
    if not (named or hedged or match["spoken"]) or away >= 60:
        return None, False, ""  # "up from twenty to five"
    if (side in ("before", "after") and not match["minutes"]) or (count == "half" and side != "past"):
        return None, False, ""
    base = 0 if of == "midnight" else 12 * 60 if of == "noon" else _hour(of) * 60
    minute = (base + (away if side in ("past", "after") else -away)) % _DAY
    if match["spoken"]:
        return minute % (_DAY // 2) + (_DAY // 2 if match["spoken"][0] == "p" else 0), True, "minute"
    return minute, of in ("noon", "midnight"), "minute"


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else int(NUMBERS[word])


def _hour(word: str) -> int:
    return _number(word) % 12


def _is_time(text: str, match: re.Match[str], hedge: list[str]) -> bool:
    """Whether digits with a full stop between are a time and not a price: "at 10.05", "at 2.38 on Monday"."""
    if hedge[:1] not in (
        ["at"],
        ["around"],
        ["about"],
        ["shortly"],
        ["just"],
        ["by"],
        ["until"],
        ["from"],
        ["before"],
        ["after"],
    ):
        return False
    after = text[match.end() : match.end() + 24]
    if re.match(r"\s?(?:%|per\b|m\b|million|billion|metres|points?\b|seconds?\b|to the\b|against\b|km|degrees)", after):
        return False
    part = match["in"] or match["that"] or match["night"] or match["tonight"]
    if (
        part
        or _AT_A_DAY.match(text, match.end())
        or _OF_THE_CLOCK.search(text[max(0, match.start() - 60) : match.start()])
    ):
        return True
    return len(match["h24"]) == 2 and hedge[0] == "at"


def _half_of_day(minute: int, part: str | None) -> int | None:
    """The minute in the half of the day that the words near it name; None when they name none."""
    if part is None:
        return None
    early, late = minute % (_DAY // 2), minute % (_DAY // 2) + _DAY // 2
    if part == "morning":
        return early
    if part in ("night", "tonight"):
        return early if early < 5 * 60 else late
    return late


def _bent(minute: int, hedge: list[str], match: re.Match[str], grain: str) -> str:
    """The stretch that the words before make of the minute."""
    words = set(hedge)
    close = not words.isdisjoint(_CLOSE)
    first = f"T{12 if minute == 0 else 0:02}:00"  # "by midnight" is said of the evening before it
    if words & {"toward", "towards", "nearly", "almost"} or ("before" in words and close):
        return f"{_point(minute - 30)}/{_point(minute - 1)}"
    if words & {"before", "by"}:
        return f"{first}/{_point(minute - 1 if minute == 0 else minute)}"
    if words & {"after", "past"}:
        return f"{_point(minute)}/{_point(minute + 30)}" if close else f"{_point(minute)}/T23:59"
    if match["loose"] or words & {"around", "about", "roughly", "approximately", "close", "near"}:
        wide = 30 if grain == "hour" else 15 if minute % 5 == 0 else 5
        return f"{_point(minute - wide)}/{_point(minute + wide)}"
    return _point(minute)
