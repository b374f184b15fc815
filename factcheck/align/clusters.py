"""Facts: groups of claims of which any two can be compared with each other.

Connected components chain into blobs, so a claim joins a cluster only if it is comparable with every member
(complete linkage), strongest alignments first; ties are broken by id, so the order of the input does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.align.topics import about
from factcheck.model import Alignment, Claim, Cluster, content_id
from factcheck.terms import ClaimKind

# Probability from which two claims may share a fact. Figures and dates are held apart by scope, occasion and actor as well;
# for statements, likeness is all there is.
_LINKED = {ClaimKind.QUANTITY: 0.2, ClaimKind.TIME: 0.2, ClaimKind.ENTITY: 0.5, ClaimKind.STATEMENT: 0.75}

LEAST = min(_LINKED.values())  # no alignment below it brings two claims together

Comparable = Callable[[Claim, Claim], bool]


def cluster(
    claims: Mapping[str, Claim],
    alignments: Sequence[Alignment],
    comparable: Comparable,
    met: Iterable[str] = (),
) -> tuple[Cluster, ...]:
    """Group aligned claims by complete linkage; every aligned claim is in exactly one cluster, alone if need be.

    ``met`` are the claims (ids) of further alignments, too weak to bring any together (below ``LEAST``).
    """
    close = {(a.left, a.right) for a in alignments if a.score >= _LINKED[claims[a.left].kind]}
    group = {i: [i] for i in (*met, *(i for a in alignments for i in (a.left, a.right)))}

    def linked(x: str, y: str) -> bool:
        return ((x, y) in close or (y, x) in close) and comparable(claims[x], claims[y])

    for alignment in sorted(alignments, key=lambda a: (-a.score, a.left, a.right)):
        left, right = group[alignment.left], group[alignment.right]
        if left is right or not all(linked(x, y) for x in left for y in right):
            continue
        left.extend(right)
        for member in right:
            group[member] = left
    distinct = {id(members): sorted(members) for members in group.values()}
    clusters = (
        Cluster(id=content_id("cluster", *members), about=about([claims[m] for m in members]), claims=tuple(members))
        for members in distinct.values()
    )
    return tuple(sorted(clusters, key=lambda c: c.id))
