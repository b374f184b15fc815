"""Where one clause of a sentence ends and the next begins; where that is not clear, no clause begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.clauses.predicates import VerbGroup
from factcheck.extract.clauses.wordclasses import lexicon
from factcheck.extract.words import Words, word_set
from factcheck.terms import Tense

_SIBLING = word_set("while whereas although though")

NESTED = word_set("after before when as because if since until where once unless")

STATES = word_set("dead missing hurt homeless unaccounted wounded injured killed")

# "as the boy and his sister were visiting": two that are one subject, the second with its own determiner
_TWO = re.compile(r"d[UuX0']{1,4}cd[UuX0']{1,4}")

_FAR = 12  # words between a joining word and the verb of its clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The words ``first`` up to, without, ``end``; a nested piece lies inside another."""

    first: int
    end: int
    nested: bool = False


def cut_pieces(words: Words, letters: str, groups: Sequence[VerbGroup]) -> Iterator[Piece]:
    """The tiling pieces, and the dependent ones inside them, by start."""
    inner: list[Piece] = []
    first, closed, verbs = 0, 0, 0
    by_first = {g.first: g for g in groups}
    following = _following(len(words), groups)
    tiles: list[Piece] = []
    last: VerbGroup | None = None
    i = 0
    while i < len(words):
        if i in by_first and i >= closed:
            last = by_first[i]
            verbs += last.finite or verbs == 0
        if i >= closed and (nested := _dependent(words, letters, following, i)) is not None:
            inner.append(nested)
            closed = nested.end
        cut = i > first and i >= closed and _cuts(words, letters, following, last if verbs else None, first, i)
        if cut or (last is not None and i == last.end and i > closed and _quotes(words, letters, following, last, i)):
            tiles.append(Piece(first=first, end=i))
            first, verbs, last = i, 0, None
            if i in by_first:
                last = by_first[i]
                verbs = 1
            i = max(i, _past_that(words, i))
            first = i if i > first else first
            if i in by_first:
                last, verbs = by_first[i], 1
        i += 1
    tiles.append(Piece(first=first, end=len(words)))
    yield from sorted([*tiles, *inner], key=lambda p: (p.first, -p.end, p.nested))


def _following(size: int, groups: Sequence[VerbGroup]) -> list[VerbGroup | None]:
    """For every word the first verb group that begins at it or after it."""
    found: list[VerbGroup | None] = [None] * (size + 1)
    at = len(groups) - 1
    for i in range(size, -1, -1):
        found[i] = found[i + 1] if i < size else None
        if at >= 0 and groups[at].first == i:
            found[i] = groups[at]
            at -= 1
    return found


def _past_that(words: Words, at: int) -> int:
    """Past "that" and a quotation mark."""
    while at < len(words) and words.words[at].lower() in {"that", ",", ":", "“", '"'}:
        at += 1
    return at


def _dependent(words: Words, letters: str, following: Sequence[VerbGroup | None], i: int) -> Piece | None:
    """The relative or adverbial clause that begins at the word ``i``."""
    word = words.words[i].lower()
    if letters[i] == "w" and i > 0 and letters[i - 1] == ",":
        pass
    elif not (word in NESTED or (word in _SIBLING and i == 0)) or not _own_clause(
        words, letters, following, i + 1, joined=False
    ):
        return None
    group = following[i + 1]
    if group is None:
        return None
    end = group.end
    while end < len(words) and letters[end] not in ";.!?":
        if letters[end] == ",":
            after = following[end + 1]
            if (
                i == 0
                or (after is not None and after.first - end <= 2 and after.form != "g")
                or (after is not None and _says(words, letters, end + 1, after))
            ):
                break
            if letters[i] != "w":
                break
        end += 1
    return Piece(first=i, end=end, nested=True)


def _own_clause(
    words: Words, letters: str, following: Sequence[VerbGroup | None], at: int, *, joined: bool = True
) -> bool:
    """Whether a subject and its verb begin at the word ``at``; the subject may be two ``joined`` by "and"."""
    group = following[at] if at < len(words) else None
    if group is None or not group.finite or group.form == "T" or not 0 < group.first - at <= _FAR:
        return False
    stretch = letters[at : group.first]
    if "that" in words.words[at + 1 : group.first]:
        return False  # "since the war that the two have met"
    if any(words.words[k].lower() in NESTED for k in range(at, group.first)):
        return False  # "after 11:30 a.m. after a man called"
    if stretch.endswith(",") and len(stretch) == 2:
        stretch = stretch[0]
    if not joined and "c" in stretch and not _TWO.fullmatch(stretch):
        return False
    return (
        stretch[0] in 'd0UuXPA"'
        and not any(x in ",;:-cw." for x in stretch.replace("c", "", 1))
        and any(x in "UuXP0" for x in stretch)
    )


def _says(words: Words, letters: str, at: int, group: VerbGroup) -> bool:
    """Whether from ``at`` a source says so: "police said", "said Mr Nowak"."""
    return (
        group.lemma in lexicon().reporting
        and letters[group.first] != "B"
        and group.first - at <= 7
        and all(x in "d0UuXPi'A." for x in letters[at : group.first])
    )


def _cuts(
    words: Words, letters: str, following: Sequence[VerbGroup | None], last: VerbGroup | None, first: int, i: int
) -> bool:
    """Whether a new clause of the same rank begins at the word ``i``; ``last`` is the latest verb of the running one."""
    letter, word = letters[i], words.words[i].lower()
    group = following[i + 1]
    if letter == ";":
        return True
    if letter == ":":
        return group is not None and words.ends[i] < words.starts[i + 1] if i + 1 < len(words) else False
    if last is None and not (letter == "," and _elided(words, letters, first, len(words)) is not None):
        return False
    if letter == "-":
        spaced = i + 1 < len(words) and words.ends[i] < words.starts[i + 1] and words.ends[i - 1] < words.starts[i]
        return spaced and group is not None and (group.finite and group.first - i < _FAR)
    if word in _SIBLING:
        return group is not None and (group.first == i + 1 or _own_clause(words, letters, following, i + 1))
    if (
        word == "that" and last.lemma in lexicon().clausal and last.end < i < last.end + _FAR
        if last is not None
        else False
    ):
        return group is not None and group.finite
    if letter not in ",c":
        return False
    at = i + 1
    while at < len(words) and (letters[at] in "cA" or words.words[at].lower() in _SIBLING or letters[at] == '"'):
        at += 1
    if at >= len(words):
        return False
    comma = letter == ","
    joined = (comma and "c" in letters[i + 1 : at]) or letter == "c"
    group = following[at]
    if _elided(words, letters, at, len(words)) is not None:
        return True
    if group is None:
        return False
    if group.first == at or (group.first == at - 1 and letters[at - 1] == "A"):
        return _same_rank(words, letters, last, group, i, joined=joined, comma=comma)
    if comma and _says(words, letters, at, group) and _closes(letters, group):
        return True
    if (comma and letters[i + 1] == '"') or (letters[i - 1] == '"' and comma):
        return _own_clause(words, letters, following, at)
    if comma and letters[at] == "P" and group.first == at + 1 and group.form != "T":
        return True  # "earthquakes happen, they kill people"
    if comma and letters[at] == "0" and group.form == "a" and at == i + 1:
        return _own_clause(words, letters, following, at)
    sibling = any(words.words[j].lower() in _SIBLING for j in range(i + 1, at))
    if sibling or joined:
        return _own_clause(words, letters, following, at) and not _still_object(words, letters, last, i)
    return False


def _still_object(words: Words, letters: str, last: VerbGroup | None, i: int) -> bool:
    """Whether "and" may only join what the verb takes: "said the man and his wife were hurt"."""
    return (
        last is not None
        and letters[i] == "c"
        and ((last.first > 0 and letters[last.first - 1] == "w") or last.lemma in lexicon().clausal)
    )


def _same_rank(
    words: Words, letters: str, last: VerbGroup | None, group: VerbGroup, i: int, *, joined: bool, comma: bool
) -> bool:
    """Whether a verb straight after "," or "and" opens a clause that shares the subject."""
    after = letters[group.end] if group.end < len(letters) else "$"
    if group.form == "g":
        adjunct = comma or (last is not None and last.form == "g")
        return (
            adjunct
            and after in "d0XUuPiwp"
            and not (after == "i" and letters[i] == "c")
            and (last is None or i > last.end or last.form != "g")
        )
    if last is None or (i <= last.end and letters[i] == "c"):
        return False
    if comma and not joined:
        return (group.form in "ps" and last.form == group.form and after in "0") or bool(
            _says(words, letters, group.first, group) and group.form != "g"
        )
    if group.form == "T":
        return False
    if group.form == "a":
        return True
    if group.form == "v":
        return (last.form in "vT" or last.tense is Tense.FUTURE) and after in "d0UuPiT"
    if group.form == "s":
        return last.form == "s" or last.tense is Tense.PRESENT
    return (last.form in "pa" and last.tense is not Tense.FUTURE and after in 'd0UuPiTg.,$;A"') or (
        group.end < len(words) and words.words[group.end].lower() in STATES
    )


def _closes(letters: str, group: VerbGroup) -> bool:
    """Whether a source's verb ends its clause: "..., police said on Monday"."""
    rest = letters[group.end : group.end + 1]
    return rest in {"", ".", ",", "i", "U", '"', ";", ":", "X", "d", "A", "P", "-", "g", "!", "?"}


def _elided(words: Words, letters: str, at: int, size: int) -> int | None:
    """Where a clause that lost its verb ends: "30 (others) injured", "two missing"."""
    while (
        at < size
        and letters[at] in "Ai"
        and words.words[at].lower() in {"at", "about", "some", "around", "over", "least", "another"}
    ):
        at += 1
    if at >= size or (
        letters[at] != "0" and words.words[at].lower() not in {"several", "dozens", "at", "another", "many", "no"}
    ):
        return None
    stop = at + 1
    while stop < size and stop - at < 5 and letters[stop] in "XA0di" and words.words[stop].lower() not in STATES:
        stop += 1
    if stop >= size or (stop + 1 < size and letters[stop + 1] not in '.,;i"c!?'):
        return None
    state = words.words[stop].lower()
    return stop + 1 if state in STATES or (letters[stop] in "pn" and state != "said") else None


def _quotes(words: Words, letters: str, following: Sequence[VerbGroup | None], last: VerbGroup, i: int) -> bool:
    """Whether what a source says begins at the word ``i``, straight after its verb."""
    if last.lemma not in lexicon().clausal or (last.form == "g" and last.lemma != "add" and last.lemma != "say"):
        return False
    at = i
    if i < len(words) and words.words[i].lower() in STATES:
        return False  # "the last person reported missing was found"
    for j in range(i, min(i + _FAR, len(words))):
        if words.words[j].lower() == "that":
            group = following[j + 1]
            return j == i and group is not None and group.finite
        if (following[j] is not None and following[j].first == j) or letters[j] in ",;c":  # type: ignore[union-attr]
            break
    if letters[at : at + 1] == '"':
        return following[at] is not None
    return _own_clause(words, letters, following, _past_relative(letters, following, at))


def _past_relative(letters: str, following: Sequence[VerbGroup | None], at: int) -> int:
    """Past a subject's relative clause ("the victim, who was 40, died"): its last comma, or ``at`` when there is none."""
    comma = letters.find(",", at, at + _FAR)
    if comma > at and letters[comma + 1 : comma + 2] and all(x in "d0UuX'" for x in letters[at:comma]):
        close = letters.find(",", comma + 1, comma + 4 * _FAR)
        group = following[close + 1] if close > 0 else None
        if group is not None and group.first == close + 1 and group.finite:
            return close - 1
    return at


def _opens(words: Words, letters: str, at: int) -> bool:
    """Whether a subject of its own begins at the word, so that "that" before it is no determiner."""
    word = words.words[at].lower() if at < len(words) else ""
    plural = letters[at : at + 1] == "X" and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return (
        plural
        or letters[at : at + 1] in {*"UuPd0"}
        or word
        in {
            "nobody",
            "everybody",
            "everyone",
            "nothing",
            "people",
            "police",
        }
    )


def trimmed(words: Words, letters: str, piece: Piece) -> Piece | None:
    """The piece without joining words and marks at its edges."""
    first, end = piece.first, piece.end
    while first < end and (
        letters[first] in 'c,;:-".!?)]' or words.words[first].lower() in _SIBLING or words.words[first] in "'’‘•*"
    ):
        first += 1
    if words.words[first : first + 1] == ("that",) and _opens(words, letters, first + 1):
        first += 1  # "and that Norway was ready"
    while end > first and (letters[end - 1] in 'c,;:-".!?([' or words.words[end - 1] in "'’‘"):
        end -= 1
    return Piece(first=first, end=end, nested=piece.nested) if first < end else None
