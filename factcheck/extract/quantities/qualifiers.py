"""Qualifiers: the markers around a figure that narrow it (part, more, total, until, place; see ``model.Quantity``)."""

from __future__ import annotations

from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.instants import MONTHS
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import STOPS
from factcheck.extract.quantities.tokens import Tokens

_WORDS = words("qualifiers")
_IN = _WORDS["in"]
_DAYS = _WORDS["days"]
# words right before the figure
_PARTS = (("including",), ("among", "them"), ("of", "whom"), ("of", "them"), ("of", "which"), ("included",))
_PART_ENDS = frozenset(part[-1] for part in _PARTS)
_ADDED = ("another", "further", "additional", "extra")
_TOTALS = (("in", "total"), ("in", "all"), ("altogether",), ("overall",), ("all", "told"))
_UNTIL = (("so", "far"), ("to", "date"), ("until", "now"), ("up", "to", "now"))
# words right behind the counted or its predicate -> the marker they make, by their first word
_TRAILS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _trail in _TOTALS:
    _TRAILS.setdefault(_trail[0], []).append((_trail, "total:"))
for _when in _UNTIL:
    _TRAILS.setdefault(_when[0], []).append((_when, "until:"))
_NATION = frozenset({"nationwide", "countrywide", "across"})


def markers(tokens: Tokens, figure: Figure, after: int, end: int) -> list[str]:
    """Markers of part, addition, total, time and place around the figure."""
    lower, first = tokens.lower, figure.first
    found: list[str] = []
    before = lower[first - 1] if first else ""
    if before in _PART_ENDS:
        for part in _PARTS:
            if first >= len(part) and tuple(lower[first - len(part) : first]) == part:
                found.append("part:" + " ".join(part))
    if figure.number > first:
        found += ["more:" + word for word in _ADDED if word in lower[first : figure.number]]
        if lower[first : first + 3] == ["a", "total", "of"]:
            found.append("total:a total of")
    if before in ("total", "all", "altogether", "overall", "told", ","):
        ends = first - 1 if before == "," else first
        found += ["total:" + " ".join(w) for w in _TOTALS if tuple(lower[max(0, ends - len(w)) : ends]) == w]
    for at in {after, end}:
        found += [
            mark + " ".join(part)
            for part, mark in _TRAILS.get(lower[at], ())
            if tuple(lower[at : at + len(part)]) == part
        ]
        if lower[at] in _IN or lower[at] in _NATION:
            place = _place(tokens, at)
            found += ["place:" + place] if place else []
    return found


def _place(tokens: Tokens, at: int) -> str | None:
    """The name in an immediate "in Ruma"."""
    if tokens.lower[at] in ("nationwide", "countrywide") or tokens.lower[at : at + 3] in (
        ["across", "the", "country"],
        ["across", "the", "nation"],
    ):
        return "nationwide"
    if tokens.words[at] not in _IN:
        return None
    at += 2 if tokens.lower[at + 1] == "the" else 1
    start = at
    while at - start < 4 and tokens.words[at][:1].isupper() and tokens.words[at].isalpha():
        if tokens.lower[at] in MONTHS or tokens.lower[at] in _DAYS:
            break
        at += 1
    after = tokens.lower[at]
    if at == start or after in ("'s", "’s", "-") or (after.isalpha() and after not in STOPS):
        return None  # "in Ruma's hills", "in Ruma air raids"
    return " ".join(tokens.words[start:at])
