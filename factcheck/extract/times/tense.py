"""The tense of the clause around a place in a text, by light rules: verb groups and clause boundaries, no parser.

The clause is cut at punctuation and at words that open another clause ("said on Friday *that* talks would resume");
within it the nearest verb group to the left decides, else the nearest to the right. A clause without a verb
("On Sunday, ...") takes the next one's, else the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from factcheck.extract.times.verbs import (
    BOUNDARY,
    CHAINED,
    DOERS,
    EXPECTING,
    FUTURE_AUXILIARIES,
    IRREGULAR_PAST,
    LEADING_IN,
    MODALS,
    NOT_PAST,
    NOT_VERBS,
    PAST_BE,
    PERFECT,
    PLAINLY,
    PLANNED,
    PLANNING,
    PRESENT_BE,
    PRESENT_VERBS,
    SET_OFF,
    SOFT,
    STAGED,
    TIMETABLED,
    VERBAL,
)
from factcheck.terms import Tense

# A clause longer than this is not read to its end: the verb that governs a date is near, and time stays linear.
REACH = 240

_ABBREVIATED = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "St",
    "Ave",
    "Rd",
    "Gen",
    "Sgt",
    "Lt",
    "Col",
    "Capt",
    "Gov",
    "Sen",
    "Rep",
    "Rev",
    "Jr",
    "Sr",
    "Inc",
    "Co",
    "No",
]
# "to" before a name is no infinitive: "travelled to Moscow".
# A full stop ends a sentence unless it abbreviates: "a.m.", "U.S.", "Jan.", "Gen.".
_STOP_MARK = r"(?<!\b\w)" + "".join(rf"(?<!{w})" for w in _ABBREVIATED) + r"\.(?!\d)"
_TOKEN = re.compile(
    _STOP_MARK
    + r"|(\b(?:(?<=according )|(?<=thanks )|(?<=prior ))to\b|\bto(?= [A-Z0-9]))|\b(?i:won|shan)['’]t\b|[^\W\d_]+(?:-[^\W\d_]+)*|['’](?:ll|s|re|ve)\b|[;:!?—,()\n“”\"]|\d+"
)
_STOP = frozenset('.;:!?—,()\n“”"')
_HARD = frozenset(".;!?\n")


_AS_READ = {"May": "(may)"}  # the month is no modal verb


_Words = tuple[tuple[int, str], ...]


@lru_cache(maxsize=8)
def _words(stretch: str) -> _Words:
    return tuple(
        (m.start(), "towards" if m[1] else _AS_READ.get(m[0]) or m[0].lower()) for m in _TOKEN.finditer(stretch)
    )


def _around(text: str, offset: int) -> tuple[_Words, int]:
    """The words within reach of ``offset``, and which of them is the first at or behind it.

    The text is cut at multiples of the reach, so that many dates side by side share one cut.
    """
    block = offset // REACH * REACH
    low = max(0, block - REACH)
    words = _words(text[low : block + 2 * REACH])
    first = bisect_left(words, (offset - REACH - low,))
    last = bisect_left(words, (offset + REACH - low,))
    return words[first:last], bisect_left(words, (offset - low,)) - first


def tense_at(text: str, offset: int) -> Tense:
    """The tense of the clause that holds the character at ``offset``; PRESENT when no verb tells."""
    words, here = _around(text, offset)
    left, right = _bounds(words, here)
    if _announced(words, here):
        return Tense.FUTURE
    own = _nearest(words, left, here, backwards=True) or _nearest(words, here, right, backwards=False)
    if own:
        return own
    # No verb of its own: the main clause that follows, else the one before, inside the same sentence.
    first, last = here, here
    while first > 0 and words[first - 1][1] not in _HARD:
        first -= 1
    while last < len(words) and words[last][1] not in _HARD:
        last += 1
    after = _nearest(words, right, last, backwards=False)
    before = _nearest(words, first, left, backwards=True)
    coordinated = left > 0 and words[left - 1][1] in ("and", "or")
    return ((before or after) if coordinated else (after or before)) or Tense.PRESENT


def _bounds(words: tuple[tuple[int, str], ...], here: int) -> tuple[int, int]:
    """First word of the clause around word ``here``, and one past its last."""
    left = here
    while left > 0:
        word = words[left - 1][1]
        if word in _STOP or (word in BOUNDARY and not (word in SOFT and left == here)):
            break
        left -= 1
    right = here
    while right < len(words) and words[right][1] not in _STOP and (right == here or words[right][1] not in BOUNDARY):
        right += 1
    return left, right


def _announced(words: tuple[tuple[int, str], ...], here: int) -> bool:
    """Whether the words just before announce the date: "scheduled for", "due on", "ahead of", "the vote is on"."""
    at = here - 1
    while at >= 0 and (words[at][1] in LEADING_IN or words[at][1].isdigit()):
        at -= 1
    if at >= 0 and words[at][1] in ("is", "are"):
        return True
    before = [word for _, word in words[max(0, here - 3) : here]]
    if before[-2:] == ["ahead", "of"] or before[-3:] == ["ahead", "of", "the"]:
        return True
    return any(word in PLANNED for word in before)


def _nearest(words: tuple[tuple[int, str], ...], first: int, last: int, *, backwards: bool) -> Tense | None:
    positions = range(last - 1, first - 1, -1) if backwards else range(first, last)
    for i in positions:
        if _may_be_verb(words[i][1]):
            tense = _verb_tense(words, i, first)
            if tense is not None:
                return tense
    return None


@lru_cache(maxsize=4096)
def _may_be_verb(word: str) -> bool:
    """Whether ``_verb_tense`` has anything to say about the word; most it has not."""
    return word in VERBAL or word.endswith(("ed", "ing"))


def _verb_tense(words: tuple[tuple[int, str], ...], i: int, first: int) -> Tense | None:
    """The tense of the verb group that word ``i`` belongs to, or None when it is no verb."""
    word = words[i][1]
    before = [w for _, w in words[max(first, i - 4) : i]]
    after = words[i + 1][1] if i + 1 < len(words) else ""
    if word == "am" and before and before[-1].isdigit():
        return None  # "at 9 am"
    if word in FUTURE_AUXILIARIES:
        return Tense.FUTURE
    if word == "to" and _infinitive(after):
        return _infinitive_tense(words, i, first)
    if word in PLANNED and (after in ("to", "for", "on", "in", "by", "until") or set(before) & (PRESENT_BE | PAST_BE)):
        return Tense.FUTURE
    if word == "set" and after in SET_OFF:
        chain = _auxiliaries(words, i, first)
        if not chain:
            return Tense.PAST
    if word in EXPECTING and i > first and before[-1] not in ("the", "a", "an", "its", "their", "weather"):
        return Tense.FUTURE
    if word in MODALS and after not in _STOP:
        return None if after in ("have", "not") else Tense.FUTURE
    past = word in IRREGULAR_PAST or (
        word.endswith("ed") and len(word) > 3 and word not in NOT_PAST and "-" not in word
    )
    timetabled = word in TIMETABLED or (word in PLAINLY and _plural(before))
    if past or timetabled or word.endswith("ing"):
        chain = _auxiliaries(words, i, first)
        if not FUTURE_AUXILIARIES.isdisjoint(before):  # "will stay shut", "will see two men charged"
            return Tense.FUTURE
        if not MODALS.isdisjoint(chain):
            return Tense.PAST if "have" in chain else Tense.FUTURE
        if chain[-1:] == ["to"]:
            return Tense.PAST if "have" in chain else _infinitive_tense(words, i - len(chain), first)
        if not PAST_BE.isdisjoint(chain) or not (PERFECT - {"been"}).isdisjoint(chain):
            return Tense.PAST
        if not PRESENT_BE.isdisjoint(chain) and not (past and chain[-1] in ("'s", "’s")):
            return Tense.FUTURE if word in STAGED or (timetabled and not past) else Tense.PRESENT
        if past:
            return Tense.PAST
        if timetabled and not word.endswith("ing"):
            # "the talks begin", not "the start of the talks"
            noun = bool(before) and before[-1] in (
                "the",
                "a",
                "an",
                "of",
                "its",
                "his",
                "her",
                "their",
                "'s",
                "’s",
                "and",
                "in",
                "on",
                "at",
                "for",
                "with",
                "from",
                "into",
            )
            return None if noun else Tense.FUTURE
        return None
    if word in PAST_BE:
        return Tense.PAST
    if word in PERFECT:
        return Tense.PAST if word != "been" else None
    if word in PRESENT_BE and word not in ("'s", "’s"):
        return Tense.FUTURE if after in PLANNED or after in ("going", "about", "to") else Tense.PRESENT
    if word in PRESENT_VERBS:
        if i == first and not word.endswith("s"):
            return None  # "will hold talks and attend Saturday's parade": the clause before has the auxiliary
        led = before[-1] in FUTURE_AUXILIARIES | MODALS | {"to", "not", "also"} if before else False
        return None if led else Tense.PRESENT  # "will take effect": the auxiliary speaks
    return None


def _auxiliaries(words: tuple[tuple[int, str], ...], i: int, first: int) -> list[str]:
    """The auxiliaries and adverbs that stand directly before word ``i``, nearest first, up to a "to" or a modal."""
    chain: list[str] = []
    for j in range(i - 1, max(first, i - 5) - 1, -1):
        word = words[j][1]
        if word not in CHAINED and not word.endswith("ly"):
            break
        chain.append(word)
        if word == "to" or word in FUTURE_AUXILIARIES or word in MODALS:
            break
    return chain


def _plural(before: list[str]) -> bool:
    """Whether those just named are several: "voters", "they", "the Scots"."""
    return bool(before) and (
        before[-1] in DOERS or (before[-1].endswith("s") and not before[-1].endswith(("ss", "us", "is", "’s", "'s")))
    )


def _infinitive(after: str) -> bool:
    plural = after.endswith("s") and not after.endswith(("ss", "us"))  # "turned himself in to authorities"
    return after.isalpha() and len(after) > 1 and not plural and after not in NOT_VERBS


def _infinitive_tense(words: tuple[tuple[int, str], ...], i: int, first: int) -> Tense | None:
    """Of "to visit": ahead after a verb of planning or alone (a headline's future), else that of the verb before it."""
    before = [word for _, word in words[first:i]]
    if set(before[-4:]) & (PLANNING | PLANNED):
        return Tense.FUTURE
    j = i - 1
    while j >= first:
        word = words[j][1]
        if word in ("to",) or word in PLANNED:
            return Tense.FUTURE
        tense = _verb_tense(words, j, first)
        if tense is not None:
            return tense
        j -= 1
    return Tense.FUTURE
