"""The table of roles (``roles.toml``): the wordings that give one, found by their first or last word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.extract.quantities.tokens import Tokens

Phrase = tuple[frozenset[str], ...]  # at each place the words that may stand there; "~" is up to four of any kind


@dataclass(frozen=True, slots=True)
class Role:
    """One role and the wordings that give it."""

    name: str
    state: frozenset[str]
    does: frozenset[str]
    verb: frozenset[str]
    noun: frozenset[str]
    phrases: tuple[Phrase, ...]
    people: tuple[Phrase, ...]
    care: tuple[Phrase, ...]
    before: tuple[tuple[str, ...], ...]
    led: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...]


@cache
def roles() -> tuple[Role, ...]:
    """Every row of ``roles.toml``."""
    table = tomllib.loads(files("factcheck.extract.quantities").joinpath("roles.toml").read_text("utf-8"))
    rows, classes = table["role"], table["classes"]
    return tuple(
        Role(
            name=row["name"],
            state=frozenset(row["state"].split()),
            does=frozenset(row["does"].split()),
            verb=frozenset(row["verb"].split()),
            noun=frozenset(row["noun"].split()),
            phrases=tuple(_phrase(words, classes) for words in row["phrase"]),
            people=tuple(_phrase(words, classes) for words in row["people"]),
            care=tuple(_phrase(words, classes) for words in row.get("care", ())),
            before=tuple(tuple(words.split()) for words in row["before"]),
            led=tuple(tuple(words.split()) for words in row.get("led", ())),
            examples=tuple(row["examples"]),
        )
        for row in rows
    )


def _phrase(words: str, classes: dict[str, str]) -> Phrase:
    """Each word of the phrase as the words that may stand there; one in capitals is a class ("left their HOMES")."""
    return tuple(frozenset(classes.get(word, word).split()) for word in words.split())


@dataclass(frozen=True, slots=True)
class Index:
    """The rows of the table by the word that leads to them."""

    state: dict[str, str]
    does: dict[str, str]
    verb: dict[str, str]
    noun: dict[str, str]
    phrases: dict[str, tuple[tuple[Phrase, str], ...]]
    people: dict[str, tuple[tuple[Phrase, str], ...]]
    care: dict[str, tuple[tuple[Phrase, str], ...]]
    before: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    led: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def index() -> Index:
    """The whole table, ready for look-ups."""

    def by(part: str) -> dict[str, str]:
        return {word: role.name for role in roles() for word in getattr(role, part)}

    return Index(
        state=by("state"),
        does=by("does"),
        verb=by("verb"),
        noun=by("noun"),
        phrases=_by_first((phrase, role.name) for role in roles() for phrase in role.phrases),
        people=_by_first((phrase, role.name) for role in roles() for phrase in role.people),
        care=_by_first((phrase, role.name) for role in roles() for phrase in role.care),
        before=_by_last((words, role.name) for role in roles() for words in role.before),
        led=_by_last((words, role.name) for role in roles() for words in role.led),
    )


def _by_first(rows: Iterable[tuple[Phrase, str]]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """The rows under each word that may open them, the longest first."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, role in rows:
        for word in phrase[0]:
            found.setdefault(word, []).append((phrase, role))
    return {word: tuple(sorted(same, key=lambda row: -len(row[0]))) for word, same in found.items()}


def _by_last(rows: Iterable[tuple[tuple[str, ...], str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The rows under the word that ends them, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, role in rows:
        found.setdefault(words[-1], []).append((words, role))
    return {word: tuple(sorted(same, key=lambda row: -len(row[0]))) for word, same in found.items()}


def phrase_at(tokens: Tokens, i: int, rows: tuple[tuple[Phrase, str], ...]) -> tuple[int, str] | None:
    """The end and the role of the first phrase that stands at token ``i``; "~" is up to four words of any kind."""
    for phrase, role in rows:
        at, gap = i, 1
        for part in phrase:
            if "~" in part:
                gap = 5
                continue
            at = next((k + 1 for k in range(at, at + gap) if _stands(tokens, k, part)), -1)
            gap = 1
            if at < 0:
                break
        if at >= 0:
            return at, role
    return None


def _stands(tokens: Tokens, at: int, part: frozenset[str]) -> bool:
    return tokens.lower[at] in part or ("." in part and tokens.breaks(at))
