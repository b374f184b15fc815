"""Which words of two quotes differ."""

from __future__ import annotations

import difflib
import re

from factcheck.model import Span

_WORD = re.compile(r"\S+")
_TOO_FAR = 0.4  # share of words in common below which two quotes are simply two quotes, and marking words helps nobody
_LONGEST = 400  # words of a quote beyond which comparing costs more than it shows


def differing(own: str, other: str) -> tuple[Span, ...]:
    """The stretches of ``own``, whole words, that ``other`` does not have in their place; nothing when they are too far apart."""
    mine = list(_WORD.finditer(own))
    theirs = _WORD.findall(other)
    if not mine or max(len(mine), len(theirs)) > _LONGEST:
        return ()
    words = [match.group().strip(".,;:“”\"'") for match in mine]
    matcher = difflib.SequenceMatcher(None, words, [word.strip(".,;:“”\"'") for word in theirs], autojunk=False)
    if matcher.ratio() < _TOO_FAR:
        return ()
    return tuple(
        Span(start=mine[first].start(), end=mine[stop - 1].end())
        for tag, first, stop, _, _ in matcher.get_opcodes()
        if tag != "equal" and first < stop
    )
