"""Names of ships: known by the noun before them, then wherever else the article uses them."""

from __future__ import annotations

from collections.abc import Mapping, Set

from factcheck.extract.entities.gazetteer import Gazetteer
from factcheck.extract.entities.runs import FUNCTION, is_title
from factcheck.extract.words import is_common, word_set

# What bears a name of its own after the noun: "the ferry Lady Maren"
_VESSELS = word_set(
    "ferry ship boat vessel tanker yacht trawler frigate submarine cruiser destroyer liner freighter warship steamer barge tug lifeboat schooner carrier minesweeper corvette"
)
_LONGEST = 4


def vessel_names(
    table: Gazetteer, texts: tuple[str, ...], shouted: Set[int]
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The first word of each name that stands after a ship's noun ("the ferry Lady Ellen") -> the names that begin so.

    A name of one word that is also a place's, a person's or a day's is left alone.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for i in range(len(texts) - 1):
        if texts[i] not in _VESSELS or i in shouted:
            continue
        end = i + 1
        while end < len(texts) and end - i <= _LONGEST and texts[end][0].isupper() and end not in shouted:
            end += 1
        name = texts[i + 1 : end]
        if not name or name[0].lower() in table.not_names | FUNCTION:
            continue
        known = table.longest(texts, i + 1, end)
        single = len(name) == 1 and (
            is_common(name[0].lower()) or is_title(table, name[0]) or name[0].lower() in table.given
        )
        if not single and (known is None or known[1] < len(name)):
            found.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(set(names), key=len, reverse=True)) for first, names in found.items()}
