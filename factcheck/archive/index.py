"""The inverted index of an archive: from words and names to the articles that hold them. Transactions are the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from factcheck.align.stories import rarity
from factcheck.archive import words

NEAREST = 50  # stored articles that one new article is compared with at most
MOST_ARTICLES = 1000  # a term that more articles hold is not followed: it finds too many to tell one story from another
MOST_TERMS = 60  # terms of one article that are followed, the most telling ones
_AT_ONCE = 500  # values in one query; SQLite before 3.32 takes 999


def insert(connection: sqlite3.Connection, article: int, shares: words.Bag) -> None:
    """Enter an article (its number) under its terms."""
    terms = sorted(shares)
    connection.executemany(
        "INSERT INTO terms (term, articles) VALUES (?, 1) ON CONFLICT (term) DO UPDATE SET articles = articles + 1",
        ((term,) for term in terms),
    )
    connection.executemany(
        "INSERT INTO postings (term, article, share) VALUES (?, ?, ?)",
        [(number, article, shares[term]) for term, number, _ in _known(connection, terms)],
    )


def delete(connection: sqlite3.Connection, article: int, terms: Sequence[str]) -> None:
    """Take an article out from under its terms."""
    numbers = [(number,) for _, number, _ in _known(connection, terms)]
    for query in (
        f"DELETE FROM postings WHERE term = ? AND article = {article}",
        "UPDATE terms SET articles = articles - 1 WHERE number = ?",
        "DELETE FROM terms WHERE number = ? AND articles = 0",
    ):
        connection.executemany(query, numbers)


def nearest(connection: sqlite3.Connection, bag: words.Bag, articles: int, without: AbstractSet[int]) -> list[int]:
    """The numbers of the articles that share most with ``bag``, nearest first, at most ``NEAREST``.

    ``articles`` is how many the archive holds. At most ``MOST_TERMS`` times ``MOST_ARTICLES`` entries are looked at.
    """
    shares = words.shares(bag)
    telling = [
        (shares[term] * rarity(articles, held) ** 2, number)
        for term, number, held in _known(connection, sorted(bag))
        if held <= MOST_ARTICLES
    ]
    scores: dict[int, float] = {}
    for weight, term in sorted(telling, reverse=True)[:MOST_TERMS]:
        for number, share in connection.execute("SELECT article, share FROM postings WHERE term = ?", (term,)):
            scores[number] = scores.get(number, 0.0) + weight * share
    ranked = sorted((-score, number) for number, score in scores.items() if number not in without)
    return [number for _, number in ranked[:NEAREST]]


def _known(connection: sqlite3.Connection, terms: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Of the terms that are in the index: the term, its number, and how many articles hold it."""
    for start in range(0, len(terms), _AT_ONCE):
        some = terms[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from connection.execute(f"SELECT term, number, articles FROM terms WHERE term IN ({marks})", some)
