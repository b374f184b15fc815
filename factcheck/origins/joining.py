"""Joining what is tied together, however long the chain."""

from __future__ import annotations

from collections.abc import Hashable, Iterable


class Ties:
    """Sets that grow together; what was never tied is a set of its own."""

    def __init__(self, pairs: Iterable[tuple[Hashable, Hashable]] = ()) -> None:
        self._above: dict[Hashable, Hashable] = {}
        for one, other in pairs:
            self.tie(one, other)

    def tie(self, one: Hashable, other: Hashable) -> None:
        """Make one set of the sets of the two."""
        a, b = self.of(one), self.of(other)
        if a != b:
            self._above[b] = a

    def of(self, member: Hashable) -> Hashable:
        """What stands for the set that the member is in."""
        while (above := self._above.get(member, member)) != member:
            self._above[member] = self._above.get(above, above)
            member = above
        return member
