"""Figures behind a label and a colon: "dead: two", "Injuries: 38", "still unaccounted for: none"."""

from __future__ import annotations

from factcheck.extract.quantities.lemmas import is_plural, singular
from factcheck.extract.quantities.nouns import STOPS
from factcheck.extract.quantities.role_table import index
from factcheck.extract.quantities.roles import role_of_noun
from factcheck.extract.quantities.tokens import Tokens

_LONGEST = 4  # words of a label
_OPEN = frozenset({",", "—", "–", "|", "•", "and"})


def label_before(tokens: Tokens, first: int, end: int) -> tuple[str | None, str | None]:
    """The noun and the role that the label before the figure on tokens ``first``..``end`` gives."""
    lower = tokens.lower
    if first < 2 or lower[first - 1] != ":" or not (tokens.breaks(end) or lower[end] in (",", "(", "and")):
        return None, None
    start = first - 1
    while start and not tokens.opens(start) and lower[start - 1] not in _OPEN:
        start -= 1
        if first - start > _LONGEST + 1:
            return None, None
    label = lower[start : first - 1]
    states = index().state
    role = next((found for word in label if (found := role_of_noun(singular(word)) or states.get(word))), None)
    of = next((singular(word) for word in label if is_plural(word) and word not in STOPS), None)
    return of, role
