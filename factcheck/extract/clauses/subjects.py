"""Where the subject of a clause stands, and which of its words is the head: "A total of 21 *people*", "*officers* from Leeds"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.clauses.boundaries import NESTED, Piece
from factcheck.extract.clauses.predicates import VerbGroup
from factcheck.extract.words import Words, word_set
from factcheck.model import Span

# What an adverbial of time ends with, and what else may stand in it.
_TIMES = word_set("""day days week weeks weekend month months year years hour hours minute minutes decade decades century morning afternoon evening night midnight
    noon midday dawn dusk now then yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december spring summer autumn winter later earlier ago""")
_MONTHS = word_set("january february march april may june july august september october november december")
_IN_TIMES = word_set(
    "the a an this that last next early late earlier later mid previous past following same first of on in , end beginning start"
)
# These begin an adverbial of time that no preposition opens: "Last month the council ..."
_OPEN_TIMES = word_set(
    """last next this earlier yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday late early then now"""
)
_LATER = word_set("later earlier ago")

# Open an adverbial as prepositions do, though they may also open a clause
_OPENERS = word_set("according since amid before after until following because as like unlike")

# Prepositions that only hedge a figure: "About 40 people", "Up to 12 men"
_HEDGES = word_set("about around over under between up at above below near")
# What an opening phrase may be without naming anything: "In return Averland gets ..."
_FIXED = word_set("return turn all total addition response protest reply exchange")

# Before "of" these only measure: "a total of 21 people", "some 60 per cent of voters"
_PARTITIVE = word_set("""total number group couple dozen dozens handful majority minority maximum minimum percent per cent percentage half third quarter fifth
    hundreds thousands millions scores large small growing huge record greater most some many all each none one several any few both neither either least at about more than
    nearly almost""")
_AFTER_NOUN = word_set("together alone alike themselves himself herself itself well much far")
# Prepositions that the classes of words take for nouns
_STOPS = word_set("round aboard aged worth plus like next due")
_TELLING = word_set("told tell tells telling informed reminded warned assured convinced showed")
_EXISTENTIAL = frozenset({"be", "remain", "exist", "follow"})
_LONGEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The noun phrase of a subject; ``head`` is its part up to its head noun, ``apposed`` the name set beside it."""

    span: Span
    head: Span | None
    apposed: Span | None = None


def find_subject(
    words: Words, letters: str, piece: Piece, holes: Sequence[Piece], group: VerbGroup | None
) -> Subject | None:
    """The noun phrase before the verb, without an opening adverbial and without an apposition.

    Of "There were 214 people on board" it is the people. None where no noun phrase is sure to be the subject.
    """
    if group is None:
        return None
    start, end = piece.first, group.first
    if piece.nested and (letters[start] == "w" or words.words[start].lower() in NESTED):
        start += 1
    for hole in holes:
        adverbial = letters[hole.first] != "w" and hole.first > start and hole.end < end
        if hole.first == start or (adverbial and words.words[hole.first - 1].lower() in _TIMES):
            start = min(hole.end, end)
        elif hole.first < end:
            end = hole.first
            break
    begin = _past_opening(words, letters, _past_dash(words, letters, start, end), end)
    if begin is None:
        return None
    start = begin
    if start and words.words[start - 1].lower() in _TELLING:
        second = (k for k in range(start + 1, end) if letters[k] in "dP0" and letters[k - 1] in "XUu")
        start = next(second, start)  # "(told) the paper a number of men", "(told) police they"
    if words.words[start : start + 1] in (("There",), ("there",)) and group.lemma in _EXISTENTIAL:
        return _phrase_after(words, letters, group.end)
    stretch = letters[start:end]
    comma = stretch.find(",")
    apposed = None
    if comma > 0 and "c" not in stretch[comma:]:
        apposed = _apposed(words, letters, start, start + comma, group.first)
        end = start + comma
    while end > start and letters[end - 1] in ',Ac"-:(N':
        end -= 1
    return _subject(words, letters, start, end, apposed)


def _past_dash(words: Words, letters: str, start: int, end: int) -> int:
    """Past a dateline or a label that a spaced dash sets off: "RUMA, Vale - A boy ...", and marks of lists."""
    for at in range(min(end, start + _LONGEST) - 1, start, -1):
        if letters[at] == "-" and words.ends[at - 1] < words.starts[at] and words.ends[at] < words.starts[at + 1]:
            start = at + 1
            break
    while start < end and letters[start] in "~|*":
        start += 1
    return start


def antecedent(words: Words, letters: str, at: int) -> Subject | None:
    """The noun phrase that a relative pronoun takes up: the words straight before it."""
    end = at
    while end > 0 and letters[end - 1] in ",":
        end -= 1
    if end > 2 and letters[end - 2 : end] == ",0":
        end -= 2  # "Vera Marek, 71, who ..."
    start = end
    while start > 0 and end - start < 6 and letters[start - 1] in "UuX0d'":
        start -= 1
    return _subject(words, letters, start, end, None)


def _subject(words: Words, letters: str, start: int, end: int, apposed: Span | None) -> Subject | None:
    if end <= start or not any(x in "UuX0P" for x in letters[start:end]):
        return None
    return Subject(span=words.span(start, end), head=_head(words, letters, start, end), apposed=apposed)


def _past_opening(words: Words, letters: str, start: int, end: int) -> int | None:
    """Past the adverbials that open the clause; None where the subject after them cannot be told from them."""
    for _ in range(3):
        while start < end and letters[start] in ",Ac\"-:'" and words.words[start].lower() not in _OPEN_TIMES:
            start += 1
        after = _time_end(words, letters, start, end)
        if after > start and any(x in "UuX0P" for x in letters[after:end]):
            start = after
            continue
        if start >= end or (letters[start] not in "iT" and words.words[start].lower() not in _OPENERS):
            return start
        if words.words[start].lower() in _HEDGES and _hedged(words, letters, start, end):
            return start
        comma = letters.find(",", start, end)
        if comma >= 0:
            start = comma + 1
            continue
        if words.words[start].lower() == "in" and start + 2 < end and words.words[start + 1].lower() in _FIXED:
            return start + 2
        return next((k for k in range(start + 2, end) if letters[k] in "dP0" and letters[k - 1] in "XUu"), None)
    return start


def _hedged(words: Words, letters: str, start: int, end: int) -> bool:
    """Whether the preposition at ``start`` only hedges the figure after it."""
    at = start + 1
    while at < min(end, start + 4) and words.words[at].lower() in {"to", "least", "most", "around", "about", "some"}:
        at += 1
    clock = at < end and (
        ":" in words.words[at] or words.words[at + 1 : at + 2] in (("a.m",), ("p.m",), ("am",), ("pm",))
    )
    return at < end and letters[at] in "0~" and not clock


def _time_end(words: Words, letters: str, start: int, end: int) -> int:
    """Where the adverbial of time at ``start`` ends ("Last month", "As of this morning", "On Friday, 9 May,"), or ``start``."""
    if start >= end:
        return start
    low = words.words[start].lower()
    at = start + 2 if low == "as" and words.words[start + 1 : start + 2] == ("of",) else start
    opened = at > start or letters[start] == "i" or low == "since"
    dated = letters[start] == "0" and start + 1 < end and words.words[start + 1].lower() in _MONTHS
    if at == start and opened:
        at += 1
    last, final = start, ""
    while at < end and at - start < _LONGEST:
        word = words.words[at].lower()
        year = len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}
        joined = last == at or (final == "" and opened)
        following = words.words[at + 1].lower() if at + 1 < end else ""
        if (
            (word in _TIMES and (word != "may" or words.words[at][0].isupper()))
            or (year and joined and final not in _LATER)
            or (final in _MONTHS and last == at and word.isdigit() and len(word) <= 2)
        ):
            last, final = at + 1, word
        elif not (
            word in _IN_TIMES
            or (letters[at] == "0" and following in _TIMES and (last == start or following in _MONTHS))
        ):
            break
        at += 1
    if (
        last == start
        or words.words[last : last + 1] in (("'s",), ("’s",), ("of",), ("’",), ("'",))
        or words.words[last : last + 1] == ("-",)
    ):
        return start
    told = low == "that" and letters[last : last + 1] in {"d", "P", "U", "0"}  # "that night the war ..."
    return last if opened or dated or told or low in _OPEN_TIMES or final in _LATER else start


def _apposed(words: Words, letters: str, start: int, comma: int, end: int) -> Span | None:
    """The name between commas after a description: "The owner, Sula Line, ..."."""
    close = letters.find(",", comma + 1, end)
    return words.span(comma + 1, close) if close > 0 and is_described(words, letters, start, comma, close) else None


def is_described(words: Words, letters: str, start: int, comma: int, close: int) -> bool:
    """Whether the words between the commas name what the words from ``start`` to ``comma`` describe.

    A place after a place ("the city of Leeds, Yorkshire,") is no such name: after a capital only two words or more are.
    """
    size = close - comma - 1
    described = letters[start] == "d" or "'" in letters[start:comma]
    named = 0 < size <= 6 and all(x in "Uu." for x in letters[comma + 1 : close])
    return described and named and (letters[comma - 1] in "Xg" or (letters[comma - 1] in "Uu" and size > 1))


def _phrase_after(words: Words, letters: str, at: int) -> Subject | None:
    """The noun phrase behind "there were"."""
    end = at
    while (
        end < len(words)
        and end - at < _LONGEST
        and (
            letters[end] in "d0XUuA'~"
            or (letters[end] == "p" and letters[end - 1] == "d")
            or (letters[end] == "i" and (words.words[end] == "of" or _hedged(words, letters, end, len(words))))
        )
    ):
        end += 1
    return _subject(words, letters, at, end, None)


def _head(words: Words, letters: str, start: int, end: int) -> Span | None:
    """The phrase up to its head noun, before what only modifies it; None when it has no noun of its own."""
    for _ in range(2):
        link = next((k for k in range(start + 1, min(end, start + 8)) if words.words[k] == "of"), None)
        if link is None or not all(
            letters[k] in "0dA" or words.words[k].lower() in _PARTITIVE or words.words[k] == "%"
            for k in range(start, link)
        ):
            break
        start = link + 1
    at = start
    while at < end and (
        letters[at] in "d0A~"
        or words.words[at].lower() in _HEDGES
        or words.words[at].lower() in _PARTITIVE
        or words.words[at] in {"$", "£", "€", "to"}
        or (letters[at] in "pn" and letters[at + 1 : at + 2] in {"X", "U"})  # "two carved chairs"
    ):
        at += 1
    stop = at + (letters[at : at + 1] == "g")  # "Trading was halted"
    while (
        stop < end
        and words.words[stop].lower() not in _STOPS
        and letters[stop] not in "ipgnsvTw,(-:;"
        and words.words[stop].lower() not in NESTED | {"that", "than"}
    ):
        stop += 1
    while stop > start and (
        letters[stop - 1] not in "XUuPg"
        or words.words[stop - 1].lower() in _AFTER_NOUN
        or (stop - 1 > at and words.words[stop - 1].endswith(("able", "ible")) and letters[stop - 1] == "X")
    ):
        stop -= 1
    if stop <= start or (stop <= at and letters[stop - 1] != "P"):
        return None
    return words.span(start, stop)
