"""Outcomes that exclude each other: what a clause answers to the questions of rules/frames/*.toml.

A frame is a question that news answers ("lived or died", "cause of a fire"); its values cannot both be true of one thing at
one time. Phrases are matched word by word against surface forms and lemmas, so one entry covers every tense.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from factcheck.align.content import LONGEST, tokens
from factcheck.extract.clauses.wordclasses import base_of
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.words import lemma, word_set

_ANY = "*"
_GAP = 6  # words that "*" may stand for: "cleared Helen Prior, the former finance director, of"
_MOST_SKIPPED = 2  # adverbs and negations between the words of a phrase
_SKIPPED = word_set(
    "also later now then already still reportedly finally officially however again just only both all yet"
)
_NOT = word_set("not never n't no nobody none without neither nor cannot hardly")
_NO_DENIAL = word_set("guilty only just merely")
_BE = word_set("be is are was were been being am get gets got gotten")
_REACH = 4  # words before a phrase in which "not" denies it


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A question. ``about`` says whom the answer is said of (subject, object, clause); ``turns`` that one answer may
    follow another in the ordinary course of things; ``only`` holds words one of which must occur; ``least`` is the
    probability of one matter below which its answers, being worded so generally, are not compared."""

    name: str
    about: str
    turns: bool
    only: frozenset[str]
    values: int
    least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a clause answers: the value, whether it denies it, the words ``first`` up to ``end`` that say so."""

    frame: Frame
    value: str
    positive: bool
    first: int
    end: int
    words: str
    passive: bool


def answers(text: str, *, headline: bool = False) -> tuple[Answer, ...]:
    """The answers that a clause gives, at most one a frame: where it gives two, it gives none."""
    return _answers(text[:LONGEST], headline)


@lru_cache(maxsize=16384)
def _answers(text: str, headline: bool) -> tuple[Answer, ...]:
    words = tokens(text)
    forms = [_forms(w) for w in words]
    present = {form for each in forms for form in each}
    best: dict[str, list[Answer]] = {}
    for at, each in enumerate(forms):
        for key in sorted(each):
            for phrase in _by_first_word().get(key, ()):
                if not phrase.needs <= present or (phrase.frame.only and not phrase.frame.only & present):
                    continue
                found = _match(phrase, forms, words, at, headline)
                if found is not None:
                    best.setdefault(phrase.frame.name, []).append(found)
    told = []
    for found_of_frame in best.values():
        longest = _outermost(found_of_frame)
        if len({(a.value, a.positive) for a in longest}) == 1:
            told.append(max(longest, key=lambda a: a.end - a.first))
    return tuple(sorted(told, key=lambda a: a.frame.name))


def _outermost(found: Sequence[Answer]) -> list[Answer]:
    """Without those that lie inside a longer one: "refuse to resign" is no "resign"; and of one stretch of words what a phrase
    says outright before what its "not" leaves over: "was not present" is "stays away"."""

    def holds(outer: Answer, inner: Answer) -> bool:
        if outer.first > inner.first or outer.end < inner.end:
            return False
        longer = outer.end - outer.first > inner.end - inner.first
        return longer or (outer.positive and not inner.positive)

    return [a for a in found if not any(holds(b, a) for b in found)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """``needs`` are the words that a clause must hold, in any order, for the phrase to be in it."""

    frame: Frame
    value: str
    words: tuple[str, ...]
    passive: bool
    needs: frozenset[str]

    @classmethod
    def of(cls, frame: Frame, value: str, words: tuple[str, ...], *, passive: bool) -> _Phrase:
        return cls(frame=frame, value=value, words=words, passive=passive, needs=frozenset(words) - {_ANY})


def _match(
    phrase: _Phrase, forms: Sequence[frozenset[str]], words: Sequence[str], at: int, headline: bool
) -> Answer | None:
    if phrase.passive and words[at] not in _BE and not headline:
        return None
    end = _end_of(phrase.words, forms, words, at)
    if end is None:
        return None
    before = words[max(0, at - _REACH) : at]
    inside = words[at:end]
    own = any(w in _NOT for w in phrase.words)
    denied = not own and _denies((*before, *inside))
    return Answer(
        frame=phrase.frame,
        value=phrase.value,
        positive=not denied,
        first=at,
        end=end,
        words=" ".join(inside),
        passive=phrase.passive,
    )


def _denies(words: Sequence[str]) -> bool:
    """Whether a "not" is among the words; "not guilty" and "not only" deny nothing of what follows."""
    following = (*words[1:], "")
    return any(
        (w in _NOT or w.endswith("n't")) and after not in _NO_DENIAL for w, after in zip(words, following, strict=True)
    )


def _end_of(pattern: Sequence[str], forms: Sequence[frozenset[str]], words: Sequence[str], at: int) -> int | None:
    """Where the phrase that begins at word ``at`` ends, or None."""
    place = at
    n = 0
    while n < len(pattern):
        if pattern[n] == _ANY:
            rest = pattern[n + 1 :]
            for gap in range(1, _GAP + 1):
                if not rest and place + gap <= len(words):
                    return place + gap
                end = _end_of(rest, forms, words, place + gap) if place + gap < len(words) else None
                if end is not None:
                    return end
            return None
        skipped = 0
        while (
            n > 0
            and skipped < _MOST_SKIPPED
            and place < len(words)
            and pattern[n] not in forms[place]
            and (words[place] in _SKIPPED or words[place] in _NOT or words[place].endswith("ly"))
        ):
            place, skipped = place + 1, skipped + 1
        if place >= len(words) or pattern[n] not in forms[place]:
            return None
        place, n = place + 1, n + 1
    return place


@lru_cache(maxsize=65536)
def _forms(word: str) -> frozenset[str]:
    """What a word may stand for in a phrase: itself, its lemma, the base of its verb, its singular."""
    return frozenset({word, lemma(word), base_of(word), singular(word)} | ({"be"} if word in _BE else set()))


@cache
def _by_first_word() -> Mapping[str, tuple[_Phrase, ...]]:
    index: dict[str, list[_Phrase]] = {}
    for phrase in _phrases():
        index.setdefault(phrase.words[0], []).append(phrase)
        if phrase.passive and len(phrase.words) > 1:  # headlines leave "be" out: "Three men arrested"
            bare = _Phrase.of(phrase.frame, phrase.value, phrase.words[1:], passive=True)
            index.setdefault(bare.words[0], []).append(bare)
    return {word: tuple(found) for word, found in index.items()}


def _phrases() -> Iterator[_Phrase]:
    for file in sorted(files("factcheck.rules").joinpath("frames").iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".toml"):
            continue
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["frame"]:
            frame = Frame(
                name=row["name"],
                about=row["about"],
                turns=row["turns"],
                only=frozenset(row["only"]),
                values=len(row["values"]),
                least=row.get("least", 0.0),
            )
            for value, phrases in row["values"].items():
                for text in phrases:
                    words = tuple(text.replace("’", "'").split())
                    passive = words[0] == "be" and len(words) > 1
                    yield _Phrase.of(frame, value, words, passive=passive)
