"""The names everybody knows: countries, their peoples, capitals and cities, big organisations, and the words names are built of.

The data are ``gazetteer.toml``; this file reads it once into look-up tables.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from factcheck.extract.words import split_words, word_set
from factcheck.terms import EntityKind


class Sort(StrEnum):
    """What a known name is; finer than an entity's kind, because a seat of government can stand for its country."""

    COUNTRY = "country"
    PEOPLE = "people"
    SEAT = "seat"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One name of the gazetteer: its key, what it is, and the key of its country where it has one."""

    key: str
    sort: Sort
    country: str | None = None

    @property
    def kind(self) -> EntityKind:
        """The kind of entity that the name stands for."""
        return _KINDS.get(self.sort, EntityKind.PLACE)


_KINDS = {
    Sort.ORGANISATION: EntityKind.ORGANISATION,
    Sort.EVENT: EntityKind.EVENT,
    Sort.OTHER: EntityKind.OTHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Known names by their words (joined by one space), and the words that titles and names are built of."""

    names: Mapping[str, Known]
    countries: Mapping[str, str]
    openings: Mapping[str, int]
    honorifics: frozenset[str]
    titles: frozenset[str]
    title_modifiers: frozenset[str]
    organisation_tails: frozenset[str]
    organisation_heads: frozenset[str]
    place_tails: frozenset[str]
    place_heads: frozenset[str]
    event_tails: frozenset[str]
    event_heads: frozenset[str]
    state_bodies: frozenset[str]
    not_names: frozenset[str]
    directions: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    given: frozenset[str]
    family_first: frozenset[str]

    def longest(self, words: tuple[str, ...], at: int, end: int | None = None) -> tuple[Known, int] | None:
        """The longest known name that begins at the word ``at`` and ends by ``end``, and how many words it has."""
        room = (len(words) if end is None else end) - at
        for length in range(min(self.openings.get(words[at], 0), room), 0, -1):
            known = self.names.get(surface(words[at : at + length]))
            if known is not None:
                return known, length
        return None


def surface(words: tuple[str, ...]) -> str:
    """Words joined as the gazetteer writes them."""
    return " ".join(words).replace("’", "'")


def key_of(name: str) -> str:
    """The alias-stable key of a name: lower case, hyphens as spaces, no possessive, no points of initials."""
    words = [w.replace("’", "'").replace("-", " ").replace(".", "") for w in split_words(name).words]
    joined = " ".join(w for w in words if w and w != ",").lower().replace(" 's", "'s")
    return " ".join(joined.split())


def country_of(key: str) -> str | None:
    """The country (its key) that the key of a place belongs to: "beijing" -> "china", "china" -> "china", else None."""
    return gazetteer().countries.get(key)


@cache
def gazetteer() -> Gazetteer:
    """The tables of ``gazetteer.toml``."""
    data = tomllib.loads(files("factcheck.extract.entities").joinpath("gazetteer.toml").read_text("utf-8"))
    entries: list[tuple[str, Known]] = []
    for names, people, seats, places in data["countries"].values():
        country = key_of(_split(names)[0])
        entries += [(p, Known(key=key_of(p), sort=Sort.PLACE, country=country)) for p in _split(places)]
        entries += [(s, Known(key=key_of(_split(seats)[0]), sort=Sort.SEAT, country=country)) for s in _split(seats)]
        entries += [(p, Known(key=country, sort=Sort.PEOPLE, country=country)) for p in _split(people)]
        entries += [(n, Known(key=country, sort=Sort.COUNTRY, country=country)) for n in _split(names)]
    us = key_of("United States")
    for state, short in data["states"].items():
        entries += [(s, Known(key=key_of(state), sort=Sort.PLACE, country=us)) for s in (state, *_split(short))]
    names = data["names"]
    entries += [(a, Known(key=k, sort=Sort.PEOPLE)) for a, k in data["adjectives"].items()]
    entries += [(p, Known(key=key_of(p), sort=Sort.PLACE)) for p in _split(names["places"])]
    entries += [(o, Known(key=key_of(o), sort=Sort.OTHER)) for o in _split(names["others"])]
    for field, sort in (("organisations", Sort.ORGANISATION), ("events", Sort.EVENT)):
        entries += [(a, Known(key=key_of(_split(line)[0]), sort=sort)) for line in names[field] for a in _split(line)]
    table: dict[str, Known] = {}
    openings: dict[str, int] = {}
    countries: dict[str, str] = {}
    for name, known in entries:
        words = split_words(name).words
        # London is a seat of government before it is a namesake elsewhere: the first entry of a name holds, a country always wins.
        if known.sort is Sort.COUNTRY:
            table[surface(words)] = known
        table.setdefault(surface(words), known)
        openings[words[0]] = max(openings.get(words[0], 0), len(words))
        if known.country is not None:
            countries.setdefault(known.key, known.country)
    lists = {name: word_set(text) for name, text in {**data["words"], **data["given"]}.items()}
    return Gazetteer(
        names=MappingProxyType(table),
        countries=MappingProxyType(countries),
        openings=MappingProxyType(openings),
        honorifics=lists["honorifics"],
        titles=lists["titles"],
        title_modifiers=lists["title_modifiers"],
        organisation_tails=lists["organisation_tails"],
        organisation_heads=lists["organisation_heads"],
        place_tails=lists["place_tails"],
        place_heads=lists["place_heads"],
        event_tails=lists["event_tails"],
        event_heads=lists["event_heads"],
        state_bodies=lists["state_bodies"],
        not_names=lists["not_names"],
        directions=lists["directions"],
        male=lists["male"],
        female=lists["female"],
        given=lists["male"] | lists["female"],
        family_first=lists["family_first"],
    )


def _split(line: str) -> list[str]:
    return [part.strip() for part in line.split(";") if part.strip()]
