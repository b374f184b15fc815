"""Cutting a text into tokens that know where they stand: the alphabet of the quantity grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extract.quantities.lexicon import words

# Grouped digits come before plain ones. Every repetition that can be undone is bounded, so no input is worse than linear.
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[^\W\d_]+(?:['’](?:t|re|ve|ll|d|m)\b)?"
    r"|['’]s\b"
    r"|\n\s*"
    r"|-[LR][RSC]B-"
    r"|[1-9]\d{0,2}([,'’ \u00a0\u2009\u202f])\d{3}(?:\1\d{3}){0,5}(?!\d)(?:\.\d+)?"
    r"|[1-9]\d?(?:,\d\d){1,5},\d{3}(?!\d)"
    r"|\d+(?:\.\d+)?"
    r"|\.\d+"
    r"|\S"
)
# brackets as the Penn Treebank writes them
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_PADDING = 12  # sentinels after the last token; index -1 finds one too, so a look-around needs no bounds check
_WORDS = words("tokens")
_ABBREVIATIONS = _WORDS["abbreviations"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel columns: the words as written, in lower case, and where each starts and ends in ``text``."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    size: int

    def glued(self, index: int) -> bool:
        """Whether no space stands between this token and the one before it."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def hyphen(self, index: int) -> bool:
        """Whether this token is a hyphen that joins its two neighbours."""
        return self.lower[index] in HYPHENS and self.glued(index) and self.glued(index + 1)

    def breaks(self, index: int) -> bool:
        """Whether a sentence (line, clause after a semicolon) ends at this token."""
        word = self.lower[index]
        if word == ".":
            after = self.words[index + 1]
            if self.glued(index + 1) and (after[0].isalnum() or after in ",;"):
                return False
            return self.lower[index - 1] not in _ABBREVIATIONS or not after or after[0] == "\n"
        return word in _BREAKS or (word[0] == "\n" and self._line_ends(index))

    def _line_ends(self, index: int) -> bool:
        after = self.words[index + 1]
        return self.words[index].count("\n") > 1 or not after or not after[0].islower()

    def opens(self, index: int) -> bool:
        """Whether this token opens a sentence, a line or a quotation."""
        before = self.lower[index - 1] if index else ""
        return not before or before in _OPENERS or self.breaks(index - 1)


HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—−")
_BREAKS = frozenset({"", "!", "?", ";", "…", "•", "|"})
_OPENERS = frozenset("“”\"‘'([–—:•|*")


def tokenise(text: str) -> Tokens:
    """Cut ``text``; white space goes, save that a line break is a token of its own. Linear in the text's length."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    size = len(spans)
    spans += [(len(text), len(text))] * _PADDING
    words = [text[start:end] for start, end in spans]
    if "B-" in text:
        words = [_BRACKETS.get(word, word) for word in words]
    return Tokens(
        text=text,
        words=words,
        lower=[word.lower() for word in words],
        starts=[start for start, _ in spans],
        ends=[end for _, end in spans],
        size=size,
    )
