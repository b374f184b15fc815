"""Rivals: of two pairs that share a claim, the better one speaks against the other.

"78 votes to 61" and "78 in favour, 61 against" hold two true pairs and two crossed ones; a background toll beside the toll
of the day looks like a contradiction of it. Alone each pair looks right; beside its rivals the crossed one does not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from factcheck.align.features import Evidence
from factcheck.align.nouns import NounRelation, canonical, relate
from factcheck.align.values import fit, in_unit_of, middle
from factcheck.extract.quantities.units import dimension
from factcheck.extract.times.clock import is_clock, minutes_apart
from factcheck.model import Claim, Features, Quantity, TimeExpression

_ONE_TIME = 10  # minutes: "shortly before three" and 2.47 are one time
_NEAR = 2  # times: a bound further off does not tell of a figure
_LEAST = 1e-4  # a probability below it is as good as none

Scored = tuple[Claim, Claim, Features, float]


def with_rivals(scored: Sequence[Scored], places: Mapping[str, int]) -> list[Evidence]:
    """For each pair the features that its rivals give it: its own log-odds, how far it leads on either side, and whether
    one of the two agrees with a rival of the other, or lies crosswise to a pair that does.

    All rivals of a pair are pairs of the same two articles, so each two articles can be taken by themselves. ``places`` are
    those of the articles' claims (``places_of``).
    """
    best: dict[tuple[str, str], list[tuple[float, str]]] = {}
    agreeing: dict[tuple[str, str], float] = {}
    for left, right, _, score in scored:
        agree = meet(left, right)
        for one, other in ((left, right), (right, left)):
            place = (one.id, other.article_id)
            top = best.setdefault(place, [])
            top.append((score, other.id))
            if len(top) > 2:
                top.remove(min(top))
            if agree:
                agreeing[place] = max(agreeing.get(place, 0.0), score)
    crosswise = _crosswise(scored, places)
    found: list[Evidence] = []
    for left, right, _, score in scored:
        leads = []
        for one, other in ((left, right), (right, left)):
            rivals = [s for s, name in best[one.id, other.article_id] if name != other.id]
            leads.append(math.log(score + _LEAST) - math.log(max(rivals, default=0.0) + _LEAST))
        better = max(agreeing.get((left.id, right.article_id), 0.0), agreeing.get((right.id, left.article_id), 0.0))
        jilted = meet(left, right) is False and better > 0
        found.append(
            (
                ("log odds", math.log(score + _LEAST)),
                ("lead, poorer side", min(leads)),
                ("lead, richer side", max(leads)),
                ("best of both", float(min(leads) >= 0)),
                ("agrees with a rival", min(1.0, better / (score + _LEAST)) if jilted else 0.0),
                ("crosswise", float(frozenset((left.id, right.id)) in crosswise)),
            )
        )
    return found


def meet(left: Claim, right: Claim) -> bool | None:
    """Whether two values are one (they can both be true); None when they are not of a kind that could be compared, or fit
    only because one is open: "more than 370 deaths" holds 645 and says nothing of 645 recoveries."""
    a, b = left.value, right.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if dimension(a.unit) != dimension(b.unit):
            return None
        fits = fit(a, b)
        return None if fits and _is_open(a, b) and not _tells(left, right) else fits
    if isinstance(a, TimeExpression) and isinstance(b, TimeExpression):
        if is_clock(a) and is_clock(b):
            return minutes_apart(a, b) <= _ONE_TIME
        return a.interval.meets(b.interval) if a.interval.is_bounded and b.interval.is_bounded else None
    return None


def _is_open(a: Quantity, b: Quantity) -> bool:
    return not (a.interval.is_bounded and b.interval.is_bounded)


def _tells(left: Claim, right: Claim) -> bool:
    """Whether a bound is near the other figure, and what they count is no other thing."""
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    x, y = middle(a.interval), middle(in_unit_of(b, a).interval)
    other = relate(a.of, b.of) is NounRelation.DIFFERENT or (a.role and b.role and a.role != b.role)
    return not other and min(abs(x), abs(y)) * _NEAR >= max(abs(x), abs(y))


def _crosswise(scored: Sequence[Scored], places: Mapping[str, int]) -> frozenset[frozenset[str]]:
    """Pairs that lie crosswise to another pair of the same two clauses.

    Where a figure of the one clause stands in the other too, it is no other figure there. Where both clauses hold two
    like figures ("by 78 votes to 61") and none agrees, the first belongs to the first.
    """
    groups: dict[frozenset[tuple[str, int]], list[tuple[str, str, bool]]] = {}
    for left, right, _, _ in scored:
        if isinstance(left.value, Quantity | TimeExpression):
            clauses = frozenset(((left.article_id, left.span.start), (right.article_id, right.span.start)))
            groups.setdefault(clauses, []).append((left.id, right.id, meet(left, right) is True))
    wrong: set[frozenset[str]] = set()
    for pairs in groups.values():
        agreeing = {name for one, other, agrees in pairs if agrees for name in (one, other)}
        for one, other, agrees in pairs:
            a, b = places.get(one), places.get(other)
            crossed = not agreeing and a is not None and b is not None and a != b
            if not agrees and (crossed or one in agreeing or other in agreeing):
                wrong.add(frozenset((one, other)))
    return frozenset(wrong)


def places_of(claims: Iterable[Claim]) -> Mapping[str, int]:
    """Of two like figures of one noun in one clause ("by 78 votes to 61"), which is the first (0) and which the second (1)."""
    groups: dict[tuple[str, int, int, str, str | None], dict[str, int]] = {}
    for claim in claims:
        if isinstance(claim.value, Quantity):
            noun = None if claim.of is None else canonical(claim.of)
            key = (claim.article_id, claim.span.start, claim.span.end, claim.value.unit, noun)
            groups.setdefault(key, {})[claim.id] = claim.value.span.start
    pairs = (sorted(g, key=lambda name: g[name]) for g in groups.values() if len(g) == 2)
    return {name: place for pair in pairs for place, name in enumerate(pair)}
