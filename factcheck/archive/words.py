"""The words and names by which stored articles are found again."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from factcheck.align.stories import words_and_names
from factcheck.model import Article

Bag = Mapping[str, float]  # term -> weight; the terms of names begin with the mark

_MARK = "@"


def bag(article: Article) -> Bag:
    """The article's words and names, clutter aside; weights grow with the logarithm of how often each comes."""
    words, names = words_and_names(article)
    words.update({_MARK + name: count for name, count in names.items()})
    return {term: 1 + math.log(count) for term, count in words.items()}


def shares(terms: Bag) -> Bag:
    """The weights as shares of the article's length, so that a long article is no nearer than a short one.

    Names count as much as all other words.
    """
    lengths = _lengths(terms.items())
    return {term: weight / lengths[term.startswith(_MARK)] for term, weight in terms.items()}


def _lengths(weights: Iterable[tuple[str, float]]) -> list[float]:
    """The length of the words and that of the names; never zero."""
    squares = [0.0, 0.0]
    for term, weight in weights:
        squares[term.startswith(_MARK)] += weight * weight
    return [math.sqrt(square) or 1.0 for square in squares]
