"""The words of a text with their places: a light split shared by names, clauses and attributions.

A word keeps its inner hyphens and apostrophes ("Jong-un", "O'Brien"), initials keep their points ("U.S."), the
possessive 's stands alone, so that it is never part of a name. Every other character is a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from factcheck.model import Span


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


_WORD = re.compile(
    r"""(?:[^\W\d_]\.){2,8}                                     # U.S.
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?:-[^\W_]+)*            # 12,000  16:53  80th  three-part "7-year-old"
      | (?:an|[wW]on|[cC]an|[cC]o|[sS]han)['’]t\b
      | [^\W\d_][^\W_]*(?:(?:[-&]|['’](?!(?:s|S|ll|re|ve|d|m)\b))[^\W_]+)*   # Jong-un  O'Brien  didn't
      | ['’](?:s|S|ll|re|ve|d|m)\b                                # 's
      | [-–—]{1,3}
      | \S""",
    re.VERBOSE,
)
SENTENCE_END = frozenset(".!?")
_CLOSERS = frozenset("\"”’')]»")
# No sentence ends after these.
ABBREVIATIONS = word_set(
    "mr mrs ms dr st prof gen col lt capt sgt cpl maj adm rev hon sen rep gov sr jr no inc ltd corp co vs jan feb mar apr jun jul aug sep sept oct"
    " nov dec ala ariz ark calif colo conn del fla ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text, in order, with their half-open character ranges."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The characters of the words ``first`` up to, without, ``end``."""
        return Span(start=self.starts[first], end=self.ends[end - 1])


def split_words(text: str) -> Words:
    """Every word of ``text``; a quote mark, a comma or a dash is a word too."""
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    if not found:
        return Words(words=(), starts=(), ends=())
    words, starts, ends = zip(*found, strict=True)
    return Words(words=words, starts=starts, ends=ends)


def sentence_starts(text: str, words: Words) -> Iterator[int]:
    """Which words begin a sentence or a line, by full stops and line breaks alone (for callers without a segmenter)."""
    ended = True
    for i, word in enumerate(words.words):
        broken = i > 0 and "\n" in text[words.ends[i - 1] : words.starts[i]]
        if broken or (ended and word not in _CLOSERS):
            yield i
            ended = False
        if word in SENTENCE_END:
            before = words.words[i - 1] if i else ""
            glued = i + 1 < len(words) and words.starts[i + 1] == words.ends[i] and words.words[i + 1] not in _CLOSERS
            ended = not glued and not (
                word == "." and (before.lower() in ABBREVIATIONS or (len(before) == 1 and before.isupper()))
            )


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Dictionary form of a lower-case English word; a word that the dictionary lacks is its own."""
    return word if len(word) > 40 else str(simplemma.lemmatize(word, lang="en"))


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether the lower-case word is in the dictionary as something else than a name."""
    return len(word) <= 40 and bool(simplemma.is_known(word, lang="en")) and lemma(word)[:1].islower()
