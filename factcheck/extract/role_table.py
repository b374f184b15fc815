"""The table of roles (``roles.toml``): the wordings that give one, found by their first or last word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from factcheck.extract.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Role:
    """One role and the wordings that give it."""

    name: str
    state: frozenset[str]
    does: frozenset[str]
    verb: frozenset[str]
    noun: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    people: tuple[tuple[str, ...], ...]
    before: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...]


@cache
def roles() -> tuple[Role, ...]:
    """Every row of ``roles.toml``."""
    table = tomllib.loads(files("factcheck.extract").joinpath("roles.toml").read_text("utf-8"))
    rows, classes = table["role"], table["classes"]
    return tuple(
        Role(
            name=row["name"],
            state=frozenset(row["state"].split()),
            does=frozenset(row["does"].split()),
            verb=frozenset(row["verb"].split()),
            noun=frozenset(row["noun"].split()),
            phrases=tuple(p for phrase in row["phrase"] for p in _spelt_out(phrase, classes)),
            people=tuple(p for phrase in row["people"] for p in _spelt_out(phrase, classes)),
            before=tuple(p for phrase in row["before"] for p in _spelt_out(phrase, classes)),
            examples=tuple(row["examples"]),
        )
        for row in rows
    )


def _spelt_out(phrase: str, classes: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """The phrase with each word that can stand for a class in capitals ("left their HOMES")."""
    return product(*(classes[word].split() if word in classes else (word,) for word in phrase.split()))


@dataclass(frozen=True, slots=True)
class Index:
    """The rows of the table by the word that leads to them."""

    state: dict[str, str]
    does: dict[str, str]
    verb: dict[str, str]
    noun: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    people: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    before: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


_Rows = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def index() -> Index:
    """The whole table, ready for look-ups."""

    def by(part: str) -> dict[str, str]:
        return {word: role.name for role in roles() for word in getattr(role, part)}

    phrases: _Rows = {}
    people: _Rows = {}
    before: _Rows = {}
    for role in roles():
        for phrase in role.phrases:
            phrases.setdefault(phrase[0], []).append((phrase, role.name))
        for phrase in role.people:
            people.setdefault(phrase[0], []).append((phrase, role.name))
        for phrase in role.before:
            before.setdefault(phrase[-1], []).append((phrase, role.name))
    after = _longest_first(phrases), _longest_first(people)
    return Index(by("state"), by("does"), by("verb"), by("noun"), *after, _longest_first(before))


def _longest_first(rows: _Rows) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return {key: tuple(sorted(found, key=lambda row: -len(row[0]))) for key, found in rows.items()}


def phrase_at(tokens: Tokens, i: int, rows: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[int, str] | None:
    """The end and the role of the first phrase that stands at token ``i``; "~" is up to three words of any kind."""
    for phrase, role in rows:
        at, gap = i, 1
        for part in phrase:
            if part == "~":
                gap = 4
                continue
            at = next((k + 1 for k in range(at, at + gap) if _stands(tokens, k, part)), -1)
            gap = 1
            if at < 0:
                break
        if at >= 0:
            return at, role
    return None


def _stands(tokens: Tokens, at: int, part: str) -> bool:
    return tokens.lower[at] == part or (part == "." and tokens.breaks(at))
