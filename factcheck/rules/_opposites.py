"""Opposite words of two clauses, by antonyms.toml, with the stretch of the clause that they are said of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from factcheck.model import Claim
from factcheck.rules._statements import LONGEST, names_among, stems, tokens

_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|gets?|got) (?:[a-z]+ly )?(?:also )?$")
_PASSIVE_AFTER = re.compile(r"^ (?:by|of|on|over|in|for|at|from|after|too|as|yesterday|today)\b|^$|^[,.;]")
_REACH = 8  # words on either side of an opposite that it may be said of


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of antonyms.toml; ``number`` tells the rows apart."""

    number: int
    of_object: bool
    turns: bool
    only: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """An opposite found in a clause: its row, its side of the row, its words, and the words that it is said of."""

    pair: Pair
    side: int
    words: str
    about: tuple[str, ...]
    before: bool

    def names(self, claim: Claim) -> tuple[str, ...]:
        """The names that it is said of, the nearest last."""
        found = names_among(self.about if self.before else tuple(reversed(self.about)), claim)
        if self.before and not found and claim.subject is not None and claim.subject in claim.entities:
            return (claim.subject,)
        return found

    def stems(self) -> frozenset[str]:
        """The stems of the words that it is said of."""
        return stems(self.about)


def matching(left: str, right: str) -> Iterator[tuple[Said, Said]]:
    """The opposites of the two clauses that belong to one row, in the order of the table."""
    by_pair = {said.pair.number: said for said in _said(right[:LONGEST])}
    for said in _said(left[:LONGEST]):
        other = by_pair.get(said.pair.number)
        if other is not None:
            yield said, other


@lru_cache(maxsize=8192)
def _said(text: str) -> tuple[Said, ...]:
    """What the clause says, by rows; a row of which both sides occur says nothing."""
    low = " ".join(text.lower().replace("’", "'").split())
    found = []
    for pair, sides in _table():
        matches = [side.search(low) for side in sides]
        if (matches[0] is None) is (matches[1] is None):
            continue
        number = 0 if matches[0] is not None else 1
        match = matches[number]
        if match is None or (pair.only and not pair.only & set(tokens(low))):
            continue
        said = _placed(pair, number, low, match)
        if said is not None:
            found.append(said)
    return tuple(found)


def _placed(pair: Pair, side: int, low: str, match: re.Match[str]) -> Said | None:
    head, tail = low[: match.start()], low[match.end() :]
    passive = _PASSIVE.search(head) is not None or (_PASSIVE_AFTER.search(tail) is not None)
    before = not pair.of_object or passive
    said_before = tuple(w for w in tokens(head) if w not in ("who", "which", "that"))
    about = said_before[-_REACH:] if before else tokens(tail)[:_REACH]
    if before and not about:
        return None  # "who remains in office": the clause around it names who
    return Said(pair, side, match.group(), about, before)


@cache
def _table() -> tuple[tuple[Pair, tuple[re.Pattern[str], re.Pattern[str]]], ...]:
    table = tomllib.loads(files("factcheck.rules").joinpath("antonyms.toml").read_text(encoding="utf-8"))
    rows = []
    for number, row in enumerate(table["pair"]):
        pair = Pair(number, row["of"] == "object", row.get("turns", False), frozenset(row.get("only", ())))
        rows.append((pair, (_pattern(row["this"]), _pattern(row["that"]))))
    return tuple(rows)


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    words = "|".join(r"[\w'-]+".join(re.escape(part) for part in phrase.split("*")) for phrase in longest)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
