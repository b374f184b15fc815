"""Pairs that no alignment makes: the figures and dates of one sentence, for the rules that reckon with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.model import Alignment, Claim, Quantity, TimeExpression
from factcheck.rules._reckoning import MOST


def companions(sentences: Iterable[Sequence[Claim]]) -> Iterator[Alignment]:
    """Each two claims of a sentence that have a figure or a time, a figure at least; of tables and lists none."""
    for claims in sentences:
        valued = [c for c in claims if isinstance(c.value, Quantity | TimeExpression)]
        if len(valued) > MOST:
            continue
        for one, other in combinations(valued, 2):
            if isinstance(one.value, Quantity) or isinstance(other.value, Quantity):
                left, right = sorted((one.id, other.id))
                yield Alignment(left=left, right=right, score=0.0)
