"""One victim told of without a number: "a man was killed", "police arrested a 34-year-old", "another woman is missing"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.extract.quantities.fates import PEOPLE, past_partner
from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import DETERMINERS, counted
from factcheck.extract.quantities.numbers import ORDINALS, cardinal
from factcheck.extract.quantities.qualifiers import markers
from factcheck.extract.quantities.role_table import index
from factcheck.extract.quantities.roles import predicate_after, predicate_before
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.tolls import role_of_bodies
from factcheck.terms import Hedge

ARTICLES = frozenset({"a", "an", "another"})
_FATED = frozenset({"killed", "injured", "missing", "arrested"})
_WORDS = words("singles")
_SUPPOSED = _WORDS["supposed"]
_MORE_FATES = _WORDS["fates"]
_REACH = 8  # tokens from the article to the noun, at most


@dataclass(frozen=True, slots=True)
class Single:
    """One victim: the figure 1 on the article, the noun, the role, and whether its words are taken for an age or a rank."""

    figure: Figure
    of: str
    role: str
    taken: bool
    qualifiers: tuple[str, ...]


@cache
def fates() -> frozenset[str]:
    """The words without which no text tells of a victim."""
    table = index()
    rows = (table.state, table.does, table.verb, table.noun)
    return frozenset(w for row in rows for w, role in row.items() if role in _FATED) | _MORE_FATES


def may_tell(words: Collection[str]) -> bool:
    """Whether a text of these words may tell of one victim."""
    lower = words if isinstance(words, set) else set(words)
    return not lower.isdisjoint(ARTICLES) and not lower.isdisjoint(fates())


def singles(tokens: Tokens) -> list[Single]:
    """Every single victim of the text, in order."""
    if not may_tell(tokens.lower):
        return []
    found = (_single(tokens, i) for i, word in enumerate(tokens.lower) if word in ARTICLES and _person(tokens, i))
    return [single for single in found if single is not None]


def _person(tokens: Tokens, i: int) -> bool:
    """Whether a word for a person stands soon behind the article: what most articles fail at."""
    for at in range(i + 1, min(i + _REACH, tokens.size)):
        word = tokens.lower[at]
        if word in PEOPLE or word in ("old", "body"):
            return True
        if not word[0].isalnum() and word != "-":
            return False
    return False


def _single(tokens: Tokens, i: int) -> Single | None:
    lower = tokens.lower
    if not _SUPPOSED.isdisjoint(lower[max(0, i - 6) : i + _REACH]) or (tokens.glued(i) and lower[i - 1] != "“"):
        return None
    at, taken = _past_age(tokens, i + 1)
    if not taken and cardinal(tokens, at):
        return None  # "a hundred men"
    if tokens.lower[at] in ORDINALS:
        at, taken = at + 1, True  # "a second man": the words are taken for the ordinal
    phrase = counted(tokens, at, single=True)
    of, after = phrase.head, phrase.end
    if of is None and taken:
        of, after = "person", at
    if of is None or (of not in PEOPLE and of not in ("person", "body")):
        return None
    taken = taken or (tokens.lower[after] == "of" and cardinal(tokens, after + 1) is not None)  # "a child of six"
    figure = Figure(
        first=i, number=i, end=i + 1, low=Decimal(1), high=Decimal(1), unit="count", hedge=Hedge.EXACT, noun=i + 1
    )
    role = role_of_bodies(tokens, after - 1) if of == "body" else _role(tokens, i, after, of)
    if role not in _FATED:
        return None
    marks = (
        *phrase.modifiers,
        *(("more:another",) if lower[i] == "another" else ()),
        *markers(tokens, figure, after, after),
    )
    return Single(figure, of, role, taken, tuple(dict.fromkeys(marks)))


def _past_age(tokens: Tokens, at: int) -> tuple[int, bool]:
    """Past "34-year-old" to the noun, and whether an age stands there."""
    number = cardinal(tokens, at)
    if number is None:
        return at, False
    joint = number.end + 1 if tokens.hyphen(number.end) else number.end
    if tokens.lower[joint] not in ("year", "month", "week", "day"):
        return at, False
    old = joint + 2 if tokens.hyphen(joint + 1) else joint + 1
    return (old + 1, True) if tokens.lower[old] == "old" else (at, False)


def _role(tokens: Tokens, i: int, after: int, of: str) -> str | None:
    """What befell the one: "killed a man", "a man was killed"; nothing where somebody else is killed by him."""
    before = predicate_before(tokens, i, people=True)
    if before:
        return before.role
    if tokens.lower[after] == "," and tokens.lower[after + 1] in DETERMINERS:
        return None
    found = predicate_after(tokens, past_partner(tokens, after), people=True, patients=of == "patient")
    return found.role if found else None
