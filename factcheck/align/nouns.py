"""How two counted nouns relate: the same thing, one a kind of the other, or different things."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files


class NounRelation(StrEnum):
    """``wider`` and ``narrower`` are said of the left noun."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def relate(left: str | None, right: str | None) -> NounRelation:
    """The relation of two counted nouns (lemmas); unknown when either is not given.

    >>> relate("leader", "head"), relate("people", "worker"), relate("home", "soldier")
    (<NounRelation.SAME: 'same'>, <NounRelation.WIDER: 'wider'>, <NounRelation.DIFFERENT: 'different'>)
    """
    if left is None or right is None:
        return NounRelation.UNKNOWN
    a, b = canonical(left), canonical(right)
    if a == b:
        return NounRelation.SAME
    if a in _wider(b):
        return NounRelation.WIDER
    if b in _wider(a):
        return NounRelation.NARROWER
    return NounRelation.DIFFERENT


def is_person(noun: str | None) -> bool:
    """Whether the noun counts human beings."""
    return noun is not None and (canonical(noun) == "people" or "people" in _wider(canonical(noun)))


def canonical(noun: str) -> str:
    """The first of the interchangeable nouns."""
    lowered = noun.lower()
    return _tables()[0].get(lowered, lowered)


def _wider(noun: str) -> frozenset[str]:
    return _tables()[1].get(noun, frozenset())


@cache
def _tables() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    table = tomllib.loads(files("factcheck.align").joinpath("nouns.toml").read_text(encoding="utf-8"))
    same = {noun: row[0] for row in table["same"] for noun in row}
    wider: dict[str, set[str]] = {}
    for kind, nouns in table["kinds"].items():
        for noun in nouns:
            wider.setdefault(same.get(noun, noun), set()).add(same.get(kind, kind))
    return same, {noun: frozenset(kinds) for noun, kinds in wider.items()}
