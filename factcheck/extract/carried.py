"""What a figure counts when the sentence before names it: "About 6,000 spectators came, police said. The board spoke of 15,000." """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.clauses import Clause
from factcheck.extract.quantities import Reading
from factcheck.extract.words import word_set
from factcheck.model import Quantity

# Cues that give a figure alone: what it counts has been said.
_GIVING = word_set(
    "speak talk put claim count figure estimate come give stand tally reckon calculate record register number"
)
_HOLDERS = word_set("it there that this figure number total count")  # "in 2019 it was 2,300"
_FARTHEST = 20  # a count of the same things is seldom so many times the other
LASTS = 2  # sentences for which a noun can be taken up


def carried(
    reading: Reading, clause: Clause | None, subject: str, cue: str | None, heard: Sequence[Quantity]
) -> Quantity | None:
    """The quantity with the noun and role of those ``heard`` before, where it has none; None when it then claims nothing.

    ``subject`` is the clause's subject in lower case, ``cue`` that of whoever gives the figure. Taken up is only the one
    noun that all counts of like size before share.
    """
    quantity = reading.quantity
    bare = quantity.unit == "count" and quantity.of is None and quantity.role is None
    gives = cue in _GIVING or (subject in _HOLDERS and clause is not None and clause.lemma == "be")
    if (bare and gives) or reading.assumed:
        like = [q for q in heard if _like(q, quantity)]
        nouns = {(q.of, q.role) for q in like}
        if len({of for of, _ in nouns}) == 1:
            of, role = next(iter(nouns))
            return replace(quantity, of=of, role=role if len(nouns) == 1 and bare else quantity.role)
    return None if reading.bare else quantity


def may_be_taken_up(quantity: Quantity) -> bool:
    """Whether a later sentence can leave out what this one counts."""
    return (
        quantity.unit == "count"
        and quantity.of is not None
        and quantity.of not in {"dead", "body", "name"}
        and quantity.high != 0
    )


def _like(said: Quantity, now: Quantity) -> bool:
    """Whether the two are of like size, so that they may count the same."""
    a, b = said.low or said.high, now.low or now.high
    return a is not None and b is not None and a / _FARTHEST <= b <= a * _FARTHEST
