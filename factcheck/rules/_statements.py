"""What the rules on statements share: the acts that a clause tells, and denials."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from factcheck.align.content import LONGEST, is_empty, stem, tokens
from factcheck.model import Claim
from factcheck.rules._rule import Side


def acts(text: str) -> frozenset[str]:
    """The kinds of act or event that a text tells, by acts.toml."""
    return _acts(text[:LONGEST])


@lru_cache(maxsize=8192)
def _acts(text: str) -> frozenset[str]:
    words = tokens(text)
    found = {kind for w in words for kind in _act_words().get(stem(w), ()) if not is_empty(w)}
    spaced = f" {' '.join(words)} "
    found |= {kind for phrase, kind in _act_phrases() if f" {phrase} " in spaced}
    return frozenset(found)


@cache
def _act_words() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in _act_table():
        for word in row[1]:
            if " " not in word:
                table.setdefault(stem(word), set()).add(row[0])
    return {word: frozenset(kinds) for word, kinds in table.items()}


@cache
def _act_phrases() -> tuple[tuple[str, str], ...]:
    return tuple((word, name) for name, words in _act_table() for word in words if " " in word)


@cache
def _act_table() -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = tomllib.loads(files("factcheck.rules").joinpath("acts.toml").read_text(encoding="utf-8"))
    return tuple((row["name"], tuple(row["words"])) for row in table["act"])


_DENIES = re.compile(
    r"([^.;:]{0,80})\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|reject(?:s|ed)|rebut(?:s|ted))"
    r"(?: (?:claims?|reports?|suggestions?|allegations?|rumours?|rumors?))?(?: that)?[ ,“\"]*$",
    re.IGNORECASE,
)


def denier(claim: Claim, side: Side) -> str | None:
    """Who denies the clause in its own sentence ("The owner denied that ..."), in the sentence's words, or None."""
    at = side.sentence[: 4 * LONGEST].find(claim.text[:LONGEST])
    if at <= 0:
        return None
    match = _DENIES.search(side.sentence[max(0, at - 120) : at])
    return match[1].split(",")[0].strip() if match else None


def positive(claim: Claim, side: Side) -> bool:
    """Whether the clause is stated, not denied, in its sentence."""
    return claim.positive and denier(claim, side) is None


def happened(claim: Claim) -> bool:
    """Whether the clause tells what is or was so, not what was planned, feared or possible."""
    return not any(pattern.removeprefix("modality:") in _UNREAL for pattern in claim.trace)


_UNREAL = frozenset({"planned", "feared", "possible", "expected"})
