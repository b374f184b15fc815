"""The archive: articles and what was read out of them, in one SQLite file, with an index of their words and names."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from factcheck.align.stories import related_from, relatedness
from factcheck.archive import coding, index, words
from factcheck.archive.file import WAIT, connect, damaged, explained, transaction
from factcheck.archive.places import place, place_of, writable
from factcheck.errors import ArchiveError
from factcheck.model import Article, Interval
from factcheck.readings import Reading, read_closely
from factcheck.settings import Settings
from factcheck.version import version


class Outcome(StrEnum):
    """What adding an article did, or would do."""

    ADDED = "added"
    CHANGED = "changed"  # another text (or date) from the same place was there, and is replaced
    KNOWN = "already there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A stored article by name. ``id`` is the article's, ``path`` as it was given when it was added."""

    id: str
    path: str
    title: str | None


class Archive:
    """An open archive; a context manager that closes it. Every method raises ArchiveError when the file cannot be used."""

    def __init__(self, path: str | Path, *, create: bool = False, wait: float = WAIT) -> None:
        """Open the archive at ``path``; ``create`` makes one that is missing.

        ``wait`` is how many seconds to wait while others write. Raises ArchiveError as ``file.connect`` says.
        """
        self.path = path
        self._connection = connect(path, create=create, wait=wait)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is in it already."""
        with explained(self.path):
            self._connection.close()

    def __len__(self) -> int:
        with self._reading():
            return self._size()

    def standing(self, article: Article, settings: Settings) -> Outcome:
        """What adding the article would do."""
        with self._reading():
            return self._standing(article, settings)[0]

    def add(self, article: Article, settings: Settings) -> Outcome:
        """Read the article closely and store it, in one transaction: when this returns, the article is in the file for good.

        An article from the same place (file, URL) is replaced when its text has changed, or when ``settings.published`` gives
        it another date; else nothing is done.
        """
        if self.standing(article, settings) is Outcome.KNOWN:
            return Outcome.KNOWN
        reading = read_closely(article, settings)
        shares = words.shares(words.bag(article))
        title = None if article.title is None else writable(article.title)
        row = (
            *(article.id, place_of(article), writable(article.path), title, version(), _days(settings)),
            *(coding.encode_terms(sorted(shares)), coding.encode_article(article), coding.encode_reading(reading)),
        )
        with self._writing():
            outcome, old = self._standing(article, settings)  # again: others may have been quicker
            if outcome is Outcome.KNOWN:
                return outcome
            for number in old:
                self._delete(number)
            new = self._connection.execute(
                "INSERT INTO articles (id, place, path, title, made, published, terms, article, reading) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            ).lastrowid
            assert new is not None
            index.insert(self._connection, new, shares)
            self._connection.execute("UPDATE totals SET articles = articles + 1")
        return outcome

    def remove(self, names: Iterable[str]) -> tuple[Entry, ...]:
        """Take articles out, and say which: by id, path, the path of a list (all its articles) or of a folder.

        It is all or none: ArchiveError when a name fits no article.
        """
        with self._writing():
            found: dict[int, Entry] = {}
            for name in names:
                entries = self._named(name)
                if not entries:
                    raise ArchiveError(
                        f"{self.path}: holds no article {name}; 'factcheck archive list' shows what it holds"
                    )
                found |= entries
            for number in found:
                self._delete(number)
        return tuple(found.values())

    def entries(self) -> tuple[Entry, ...]:
        """What is stored, sorted by path."""
        with self._reading():
            rows = self._connection.execute("SELECT id, path, title FROM articles ORDER BY path, id").fetchall()
        return tuple(Entry(id=id_, path=path, title=title) for id_, path, title in rows)

    def readings(self) -> tuple[Reading, ...]:
        """Everything stored, sorted by path; read again, and stored so, where another version of factcheck has read it."""
        with self._reading():
            numbers = [number for (number,) in self._connection.execute("SELECT number FROM articles")]
            found = self._load(numbers)
        self._renew(found)
        return _sorted(reading for reading, _ in found.values())

    def related(self, articles: Sequence[Article]) -> tuple[Reading, ...]:
        """The stored articles that tell of the same story as one of ``articles``, sorted by path.

        Of each article the ``index.NEAREST`` are looked at, found by the telling terms that they share. Those that adding
        ``articles`` would replace are left out. Readings of another version are made again, as ``readings`` says.
        """
        with self._reading():
            size = self._size() + len(articles)
            own = {number for article in articles for number in self._same(article)}
            found: dict[int, tuple[Reading, bool]] = {}
            for article in articles:
                near = self._load(index.nearest(self._connection, words.bag(article), size, own), found)
                alike = relatedness([article, *(reading.article for reading, _ in near.values())]).row(0)
                found |= {
                    n: near[n] for row, n in enumerate(near, start=1) if alike.get(row, 0.0) >= related_from(size)
                }
        self._renew(found)
        return _sorted(reading for reading, _ in found.values())

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with explained(self.path), transaction(self._connection, write=False):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with explained(self.path), transaction(self._connection):
            yield

    def _size(self) -> int:
        row = self._connection.execute("SELECT articles FROM totals").fetchone()
        if row is None:
            raise damaged(self.path, "it does not say how many articles it holds")
        return int(row[0])

    def _standing(self, article: Article, settings: Settings) -> tuple[Outcome, list[int]]:
        """What adding the article would do, and the numbers of those that it replaces."""
        same = self._same(article)
        for number in same:
            stored, published = self._article(number)
            dated = settings.published is None or _days(settings) == published
            if dated and (stored.id == article.id or stored.text == article.text):
                return Outcome.KNOWN, []
        return (Outcome.CHANGED if same else Outcome.ADDED), same

    def _same(self, article: Article) -> list[int]:
        """The numbers of what is stored under the article's id, or from its place."""
        query = "SELECT number FROM articles WHERE id = ? UNION SELECT number FROM articles WHERE place = ?"
        return [number for (number,) in self._connection.execute(query, (article.id, place_of(article)))]

    def _named(self, name: str) -> dict[int, Entry]:
        query = (
            "SELECT number, id, path, title FROM articles WHERE id = :name OR path = :name OR place = :place "
            "OR substr(place, 1, :length + 1) IN (:place || '#', :place || :below) ORDER BY path, id"
        )
        given = {"name": writable(name), "place": place(name), "length": len(place(name)), "below": os.sep}
        return {
            number: Entry(id=id_, path=path, title=title)
            for number, id_, path, title in self._connection.execute(query, given)
        }

    def _delete(self, number: int) -> None:
        (packed,) = self._connection.execute("SELECT terms FROM articles WHERE number = ?", (number,)).fetchone()
        try:
            terms = coding.decode_terms(packed)
        except coding.Undecodable as error:
            raise damaged(self.path, str(error)) from None
        index.delete(self._connection, number, terms)
        self._connection.execute("DELETE FROM articles WHERE number = ?", (number,))
        self._connection.execute("UPDATE totals SET articles = articles - 1")

    def _article(self, number: int) -> tuple[Article, str]:
        """An article as it was stored, and the date given for it."""
        query = "SELECT article, published, path FROM articles WHERE number = ?"
        row = self._connection.execute(query, (number,)).fetchone()
        if row is None:
            raise damaged(self.path, "its index names an article that it does not hold")
        try:
            return coding.decode_article(row[0]), row[1]
        except coding.Undecodable as error:
            raise damaged(self.path, f"{row[2]}: {error}") from None

    def _load(
        self, numbers: Iterable[int], loaded: dict[int, tuple[Reading, bool]] | None = None
    ) -> dict[int, tuple[Reading, bool]]:
        """The readings of these articles, and of each whether it was made again; what is ``loaded`` is taken from there."""
        known = loaded or {}
        return {number: known.get(number) or self._loaded(number) for number in numbers}

    def _loaded(self, number: int) -> tuple[Reading, bool]:
        article, published = self._article(number)
        query = "SELECT reading, made FROM articles WHERE number = ?"
        packed, made = self._connection.execute(query, (number,)).fetchone()
        if made == version():
            with suppress(coding.Undecodable):  # then as if by another version: the text is there
                return coding.decode_reading(packed, article), False
        return read_closely(article, _settings(published)), True

    def _renew(self, readings: dict[int, tuple[Reading, bool]]) -> None:
        """Store the readings that were made again, if the file may be written; if not, they will be made again."""
        again = {number: reading for number, (reading, anew) in readings.items() if anew}
        if not again:
            return
        query = "UPDATE articles SET reading = ?, made = ? WHERE number = ? AND id = ?"
        with suppress(ArchiveError), self._writing():
            for number, reading in again.items():
                row = (coding.encode_reading(reading), version(), number, reading.article.id)
                self._connection.execute(query, row)


def _sorted(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda r: (r.article.path, r.article.id)))


def _days(settings: Settings) -> str:
    """The date given for articles without one: the setting on which a reading depends."""
    given = settings.published
    return "" if given is None else f"{given.low or ''}/{given.high or ''}"


def _settings(days: str) -> Settings:
    low, _, high = days.partition("/")
    bounds = [dt.date.fromisoformat(bound) if bound else None for bound in (low, high)]
    return Settings(published=Interval(low=bounds[0], high=bounds[1]) if days else None)
