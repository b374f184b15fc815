"""What can be added up in one sentence: the figures of a sentence with the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.align.nouns import canonical, is_person
from factcheck.model import Claim, Quantity, TimeExpression

MOST = 12  # figures and dates; a sentence with more is a table or a list of results


@dataclass(frozen=True, slots=True)
class Flaw:
    """Two claims that do not go together by arithmetic, which kind of sum shows it, and the reason."""

    level: str
    one: Claim
    other: Claim
    reason: str

    def joins(self, left: Claim, right: Claim) -> bool:
        """Whether these are the two claims, in either order."""
        return {self.one.id, self.other.id} == {left.id, right.id}


@dataclass(frozen=True, slots=True)
class Sums:
    """A sentence's claims that have a figure or a time, in text order, and its words; offsets as in the article."""

    claims: tuple[Claim, ...]
    sentence: str
    start: int

    @classmethod
    def of(cls, claims: Sequence[Claim], sentence: str) -> Sums | None:
        """The sums of a sentence, or None when there is nothing to add up or too much of it."""
        valued = {_place(c): c for c in sorted(claims, key=lambda c: c.id) if _counts(c)}
        if not 1 <= len(valued) <= MOST:
            return None
        first = next(iter(valued.values()))
        at = sentence.find(first.text)
        return cls(tuple(valued[p] for p in sorted(valued)), sentence, first.span.start - at) if at >= 0 else None

    def between(self, one: Claim, other: Claim) -> str:
        """The words from one claim's value to the other's."""
        return self.sentence[_place(one)[1] - self.start : _place(other)[0] - self.start]

    def after(self, claim: Claim, length: int) -> str:
        """The words that follow a claim's value."""
        end = _place(claim)[1] - self.start
        return self.sentence[end : end + length]

    def before(self, claim: Claim, length: int) -> str:
        """The words that precede a claim's value."""
        start = _place(claim)[0] - self.start
        return self.sentence[max(0, start - length) : start]

    def counts(self) -> Iterator[tuple[Claim, Quantity]]:
        """The plain counts, in text order: of people, of things; no shares, ages, sums of money or measures."""
        for claim in self.claims:
            if isinstance(claim.value, Quantity) and claim.value.unit == "count" and claim.positive:
                yield claim, claim.value

    def neighbours(self) -> Iterator[tuple[Claim, Claim]]:
        """Each claim and the one whose value follows."""
        return pairwise(self.claims)


def one_time(claims: Sequence[Claim]) -> bool:
    """Whether nothing dates the claims to different times."""
    return len({c.event_time.symbol for c in claims if c.event_time is not None}) <= 1


def plain(quantity: Quantity) -> bool:
    """Whether the figure counts a whole: no part, no increment."""
    return not any(q.startswith(("part:", "more:")) for q in quantity.qualifiers)


_OF_PEOPLE = frozenset({"casualty", "victim", "dead", "passenger", "fatality"})


def of_people(quantity: Quantity) -> bool:
    """Whether human beings are counted."""
    return is_person(quantity.of) or (quantity.of is not None and canonical(quantity.of) in _OF_PEOPLE)


def quoted_words(words: str) -> re.Pattern[str]:
    """A pattern for whole words, whatever their case."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _counts(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity | TimeExpression)


def _place(claim: Claim) -> tuple[int, int]:
    assert isinstance(claim.value, Quantity | TimeExpression)
    return claim.value.span.start, claim.value.span.end
