"""Which verbs tell of one act."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def same_act(left: str | None, right: str | None) -> bool:
    """Whether two predicates (lemmas) are the same verb or used for one another; False when either is missing.

    >>> same_act("steal", "take"), same_act("treat", "fight"), same_act(None, "take")
    (True, False, False)
    """
    return left is not None and right is not None and act(left) == act(right)


def act(predicate: str) -> str:
    """The first of the interchangeable verbs."""
    return _table().get(predicate, predicate)


@cache
def _table() -> Mapping[str, str]:
    table = tomllib.loads(files("factcheck.align").joinpath("predicates.toml").read_text(encoding="utf-8"))
    return {verb: row[0] for row in table["same"] for verb in row}
