"""The word classes of ``lexicon.toml``, read once a process."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _sections() -> dict[str, dict[str, str]]:
    text = files("factcheck.extract.quantities").joinpath("lexicon.toml").read_text("utf-8")
    return {name: dict(section) for name, section in tomllib.loads(text).items()}


def words(section: str) -> dict[str, frozenset[str]]:
    """The word classes of one section, by name."""
    return {name: frozenset(text.split()) for name, text in _sections()[section].items()}
