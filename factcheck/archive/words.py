"""The words and names by which stored articles are found again, and how far two articles share them.

The same measure as in align/stories.py, on dictionaries: here one article meets a few, and the rest of the archive must not
be looked at.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.align.stories import words_and_names
from factcheck.model import Article

Bag = Mapping[str, float]  # term -> weight; the terms of names begin with the mark

_MARK = "@"
_BACKGROUND = 50  # as in align/stories.py: further articles that share nothing


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


def rarity(articles: int, within: int) -> float:
    """How much a term tells that comes in ``within`` of ``articles``."""
    return math.log((1 + articles + _BACKGROUND) / (1 + within)) + 1


def likeness(one: Bag, others: Sequence[Bag]) -> list[float]:
    """How far ``one`` tells of the same story as each of ``others``, 0..1; rarity is counted among them all."""
    within = Counter(term for terms in (one, *others) for term in terms)
    weight = {term: rarity(1 + len(others), count) for term, count in within.items()}
    weighted = [{term: w * weight[term] for term, w in terms.items()} for terms in (one, *others)]
    return [_cosine(weighted[0], other) for other in weighted[1:]]


def _cosine(left: Bag, right: Bag) -> float:
    """The mean of the cosine of the words and that of the names."""
    products = [0.0, 0.0]
    for term in left.keys() & right.keys():
        products[term.startswith(_MARK)] += left[term] * right[term]
    lengths = zip(_lengths(left.items()), _lengths(right.items()), strict=True)
    return sum(product / (a * b) for product, (a, b) in zip(products, lengths, strict=True)) / 2


def _lengths(weights: Iterable[tuple[str, float]]) -> list[float]:
    """The length of the words and that of the names; never zero."""
    squares = [0.0, 0.0]
    for term, weight in weights:
        squares[term.startswith(_MARK)] += weight * weight
    return [math.sqrt(square) or 1.0 for square in squares]
