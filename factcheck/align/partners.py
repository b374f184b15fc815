"""Better partners: a figure that the other article gives too is not contradicted by that article's other figures.

"78 votes to 61" and "78 in favour, 61 against" hold two true pairs and two crossed ones; a background toll beside the
toll of the day looks like a contradiction of it. In both, one side of the crossed pair agrees with another claim of the
other article at least as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.align.scopes import Counted, scope
from factcheck.align.values import stand_for
from factcheck.model import Alignment, Claim, Quantity, TimeExpression
from factcheck.terms import SegmentRole

_SLACK = 0.15  # how much less alike the agreeing pair may be: agreeing figures are themselves evidence


def with_better_partner(claims: Mapping[str, Claim], alignments: Sequence[Alignment]) -> frozenset[tuple[str, str]]:
    """The pairs (left id, right id) of differing values of which one agrees with another claim of the other's article."""
    best: dict[tuple[str, str], float] = {}
    differing = []
    for alignment in alignments:
        left, right = claims[alignment.left], claims[alignment.right]
        met = meet(left, right)
        if met is None or left.article_id == right.article_id:
            continue
        if not met:
            # What a headline says against its own text is a contradiction, not a second figure.
            if SegmentRole.HEADLINE.value not in (*left.trace, *right.trace):
                differing.append(alignment)
            continue
        for one, other in ((left, right), (right, left)):
            place = (one.id, other.article_id)
            best[place] = max(best.get(place, 0.0), alignment.score)
    places = _places(claims)
    return frozenset(
        (a.left, a.right)
        for a in differing
        if _crossed(places, a)
        or max(best.get((a.left, claims[a.right].article_id), 0.0), best.get((a.right, claims[a.left].article_id), 0.0))
        >= max(a.score - _SLACK, 0.1)
    )


def _places(claims: Mapping[str, Claim]) -> Mapping[str, int]:
    """Of two like figures in one clause ("by 78 votes to 61"), which is the first (0) and which the second (1)."""
    groups: dict[tuple[str, int, int, str, str | None], list[Claim]] = {}
    for claim in claims.values():
        if isinstance(claim.value, Quantity):
            key = (claim.article_id, claim.span.start, claim.span.end, claim.value.unit, claim.of)
            groups.setdefault(key, []).append(claim)
    pairs = (sorted(g, key=lambda c: c.value.span.start if c.value else 0) for g in groups.values() if len(g) == 2)
    return {claim.id: place for pair in pairs for place, claim in enumerate(pair)}


def _crossed(places: Mapping[str, int], alignment: Alignment) -> bool:
    """Whether the first figure of one pair met the second of another."""
    a, b = places.get(alignment.left), places.get(alignment.right)
    return a is not None and b is not None and a != b


def meet(left: Claim, right: Claim) -> bool | None:
    """Whether two values of one kind and scope can both be true; None when they cannot be compared."""
    a, b = left.value, right.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        counted = scope(left, right)
        if counted.counted is Counted.DIFFERENT and counted.level == "part":
            return True if a.interval == b.interval else None  # "seven of nine counts" and "seven counts"
        if counted.counted is not Counted.SAME:
            return None
        x, y = stand_for(a, b)
        return x.meets(y)
    if isinstance(a, TimeExpression) and isinstance(b, TimeExpression):
        return a.interval.meets(b.interval) if a.interval.is_bounded and b.interval.is_bounded else None
    return None
