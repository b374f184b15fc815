"""Times in a text: dates, weekdays, periods, offsets, resolved against a reference date when there is one.

The forms are data (``forms_absolute``, ``forms_relative``); what a reading means in days is ``calendar``'s.
Here readings are put together: "since 2006", "by Friday", "from May until the end of the year", "March and April 2020".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from factcheck.extract.times.clock import clock_minutes, find_clock_times, is_clock
from factcheck.extract.times.context import FUNCTION, noun_after
from factcheck.extract.times.forms_absolute import ABSOLUTE
from factcheck.extract.times.forms_relative import RELATIVE
from factcheck.extract.times.grammar import Grammar, Hit
from factcheck.extract.times.symbols import grain_of, is_absolute, resolve, resolve_within
from factcheck.extract.times.tense import tense_at
from factcheck.extract.times.verbs import word_set
from factcheck.extract.times.words import CLOCK, MONTHS, MONTHS_SHORT, WEEKDAYS, Lexed, lex
from factcheck.model import Interval, Span, TimeExpression
from factcheck.terms import Tense, TimeBasis

__all__ = ["clock_minutes", "find_clock_times", "find_times", "is_clock", "resolve", "resolve_within"]

# Words that open the interval on one side, the longest of one ending first.
OPENINGS: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(words.split()), template)
    for words, template in (
        ("since", "{}/.."),  # since 2006
        ("by", "../{}"),  # by Friday
        ("until", "../{}"),  # until 4 May
        ("till", "../{}"),
        ("through", "../{}"),  # shut through Friday
        ("no later than", "../{}"),  # no later than 31 July
        ("not later than", "../{}"),
        ("no earlier than", "{}/.."),  # no earlier than 2030
        ("no sooner than", "{}/.."),
        ("on or before", "../{}"),  # on or before 5 May
        ("on or after", "{}/.."),
        ("not before", "{}/.."),  # not before 2030
        ("prior to", "<{}"),  # prior to 2019
        ("before", "<{}"),
        ("after", ">{}"),
    )
)
JOINERS = word_set("to until till through - — /")
BETWEEN_WORDS = word_set("the around about at least on late early mid")
_ENDING = {last: tuple(row for row in OPENINGS if row[0][-1] == last) for last in {words[-1] for words, _ in OPENINGS}}
# Between the opening and its day a clock time or a part of the day may stand: "until 5 pm on Friday", "by dawn on Sunday".
CLOCKED = word_set("""on of in early late noon midday midnight dawn dusk sunrise sunset morning afternoon evening night lunchtime gmt utc
    ist hours hrs am pm local time o'clock close play business end start""")
COMPARED = word_set("from than compared against versus")
MIDWAY = word_set("halfway midway partway way half all right")
ZONES = word_set("gmt utc ist est hours hrs am pm local")
MOVED = word_set("postponed moved delayed rescheduled changed shifted switched deferred")

GRAMMAR = Grammar(
    (*ABSOLUTE, *RELATIVE),
    extra_words=tuple(words[-1] for words, _ in OPENINGS) + tuple(BETWEEN_WORDS) + ("from", "between", "(", ")"),
)

_YEAR_OF = re.compile(r"(\d{4}|YEAR[+-]\d+)-")
_UNBOUND: Interval[dt.date] = Interval(low=None, high=None)


def find_times(text: str, reference: dt.date | None) -> tuple[TimeExpression, ...]:
    """The times that ``text`` names, in text order, never overlapping.

    ``reference`` is the day of publication. With it only what resolves is returned, with its days (inclusive, None =
    unbounded). Without it every time is returned: absolute ones with their days, the others as symbols that
    ``resolve`` or ``resolve_within`` can settle later. Spans are offsets into ``text``; a word such as "since" or "by"
    bounds the interval and stays outside the span.
    """
    symbolic = _parse(text)
    if reference is None:
        return symbolic
    found = []
    known = {symbol: resolve(symbol, reference) for symbol in {expression.symbol for expression in symbolic}}
    for expression in symbolic:
        if expression.basis is TimeBasis.ABSOLUTE:
            found.append(expression)
        elif (days := known[expression.symbol]) is not None:
            found.append(replace(expression, interval=days, basis=TimeBasis.RELATIVE))
    return tuple(found)


def _parse(text: str) -> tuple[TimeExpression, ...]:
    lexed = lex(text, GRAMMAR.vocabulary)
    if lexed is None:
        return ()
    hits = [hit for hit in GRAMMAR.read(lexed) if not _glued(lexed, hit)]
    found = []
    for hit in _joined(lexed, hits):
        symbol = _opened(lexed, hit)
        start, end = lexed.starts[hit.first], lexed.ends[hit.last - 1]
        if text[end - 1] == ".":  # of an abbreviation, or the end of the sentence
            end -= 1
        days = resolve(symbol, None)
        absolute = is_absolute(symbol)
        if absolute and days is None:
            continue  # 30 February
        basis = TimeBasis.ABSOLUTE if absolute else TimeBasis.SYMBOLIC
        span = Span(start=start, end=end)
        found.append(
            TimeExpression(span=span, interval=days or _UNBOUND, grain=grain_of(symbol), basis=basis, symbol=symbol)
        )
    return tuple(found)


def _glued(lexed: Lexed, hit: Hit) -> bool:
    """Part of a longer word or name: "Cooperation-2021", "Friday-night", "pre-2014"."""
    text, start, end = lexed.text, lexed.starts[hit.first], lexed.ends[hit.last - 1]
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in "-‐‑_@#/" and before[-1:] and before[:1].strip() and len(before) == 2:
        return lexed.word(hit.first - 2) not in _RANGE_NEIGHBOURS and not lexed.word(hit.first - 2)[:1].isdigit()
    return (
        after[:1] in ("-", "‐", "‑", "_", "@")
        and after[1:].isalpha()
        and lexed.word(hit.last + 1) not in _RANGE_NEIGHBOURS | FUNCTION
    )


_RANGE_NEIGHBOURS = frozenset(MONTHS) | frozenset(MONTHS_SHORT) | frozenset(WEEKDAYS)


def _joined(lexed: Lexed, hits: list[Hit]) -> list[Hit]:
    """Neighbours joined to ranges, and years and directions filled in."""
    out: list[Hit] = []
    for hit in hits:
        if "{TENSE}" in hit.symbol:
            hit = replace(hit, symbol=hit.symbol.replace("{TENSE}", _direction(lexed, hit)))
        if out:
            last = out[-1]
            gap = lexed.words[last.last : hit.first]
            if _is_range(lexed, last, hit, gap):
                out[-1] = Hit(last.first, hit.last, f"{_with_year_of(last, hit)}/{hit.symbol}")
                continue
            if gap in (["and"], ["or"], [","], [",", "and"]):
                out[-1] = replace(last, symbol=_with_year_of(last, hit))
        out.append(hit)
    return out


def _is_range(lexed: Lexed, last: Hit, hit: Hit, gap: list[str]) -> bool:
    if "/" in last.symbol or "/" in hit.symbol or "EVENT" in last.symbol + hit.symbol:
        return False
    codes = lexed.codes[last.last : hit.first]  # "from 6 pm on Friday until 6 am on Monday"
    joiner = [w for w, code in zip(gap, codes, strict=True) if w not in ("the", "on", "at") and code != CLOCK]
    if len(joiner) != 1 or len(gap) > 4:
        return False
    before = {lexed.word(last.first - 1), lexed.word(last.first - 2)}
    if joiner[0] == "and":
        return "between" in before
    if joiner[0] in ("-", "–", "—", "/"):
        return grain_of(last.symbol) == grain_of(hit.symbol) and joiner[0] != "/"
    if joiner[0] not in JOINERS:
        return False
    if lexed.word(last.first - 1) == "from" and lexed.word(last.first - 2) in MOVED:
        return False
    return "from" in before or grain_of(last.symbol) == grain_of(hit.symbol)


def _with_year_of(last: Hit, hit: Hit) -> str:
    """ "March and April 2020", "28 April to 3 May 2024": the year stands once, at the end."""
    year = _YEAR_OF.match(hit.symbol)
    if last.symbol.startswith("XXXX-") and year:
        return (year[1] + last.symbol[4:]).partition(":")[0].partition("-WD")[0]
    return last.symbol


def _direction(lexed: Lexed, hit: Hit) -> str:
    opening = _opening(lexed, hit.first)
    before = opening[0][0] if opening else ""
    if before == "since":
        return "past"
    tense = tense_at(lexed.text, lexed.starts[hit.first])
    if before in ("by", "until", "till", "no", "not") and tense is Tense.PRESENT:
        return "future"
    if tense is Tense.PRESENT and not COMPARED.isdisjoint(lexed.words[max(0, hit.first - 7) : max(0, hit.first - 2)]):
        return "past"  # "is at 93 per cent, up from 41 per cent in May"
    if before in ("until", "till") and tense is Tense.PAST and hit.symbol.startswith("XXXX"):
        return "present"  # "extended it until August": the month may lie ahead of the verb
    return tense.value


def _opened(lexed: Lexed, hit: Hit) -> str:
    """The symbol bounded on one side only, as the word before it says."""
    if "/" in hit.symbol or "|" in hit.symbol or hit.symbol.startswith("EVENT"):
        return hit.symbol
    if lexed.word(hit.last) in ("onwards", "onward") and lexed.word(hit.first - 1) == "from":
        return f"{hit.symbol}/.."
    opening = _opening(lexed, hit.first)
    if opening is None:
        return hit.symbol
    template = opening[1]
    if template[0] in "<>" and noun_after(lexed, hit.last):
        return hit.symbol  # "after the 2016 election", "before Friday's vote"
    return template.format(hit.symbol)


def _opening(lexed: Lexed, first: int) -> tuple[tuple[str, ...], str] | None:
    """The row of ``OPENINGS`` before token ``first``, an article, a hedge or a clock time between."""
    at, clocked = first - 1, False
    for _ in range(7):
        word = lexed.word(at)
        for words, template in _ENDING.get(word, ()):
            if tuple(lexed.words[max(0, at + 1 - len(words)) : at + 1]) == words:
                # "shortly before 6 pm on Friday" is that Friday, "halfway through 2019" no end
                bounds = not (clocked and template[0] in "<>") and lexed.word(at - 1) not in MIDWAY
                bounds = bounds and (word != "through" or at == first - 1)  # "came through on Friday"
                return (words, template) if bounds else None
        timed = (at >= 0 and lexed.codes[at] == CLOCK) or (word.isdigit() and lexed.word(at + 1) in ZONES)
        if not timed and word not in BETWEEN_WORDS and word not in CLOCKED:
            return None
        clocked = clocked or word not in BETWEEN_WORDS
        at -= 1
    return None
