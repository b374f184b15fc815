"""The archive's file: made, opened, brought to the present schema; and in words what SQLite complains of."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factcheck.errors import ArchiveError

WAIT = 30.0  # seconds that one writer waits for another
_APPLICATION = 0x66637461  # "fcta", in the file's header
_PAUSE = 0.05

# The schema, step by step: PRAGMA user_version says how many of the steps a file has seen. Steps are added, never changed.
_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE articles (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,      -- of the Article
            place TEXT NOT NULL UNIQUE,   -- where it comes from: a file's full path, a URL
            path TEXT NOT NULL,           -- as it was given
            title TEXT,
            made TEXT NOT NULL,           -- the version that made the reading
            published TEXT NOT NULL,      -- the date given for articles without one
            terms BLOB NOT NULL,          -- those that it is entered under
            article BLOB NOT NULL,
            reading BLOB NOT NULL
        )""",
        """CREATE TABLE terms (
            number INTEGER PRIMARY KEY,
            term TEXT NOT NULL UNIQUE,
            articles INTEGER NOT NULL     -- how many hold it
        )""",
        """CREATE TABLE postings (
            term INTEGER NOT NULL,
            article INTEGER NOT NULL,
            share REAL NOT NULL,
            PRIMARY KEY (term, article)
        ) WITHOUT ROWID""",
        "CREATE TABLE totals (articles INTEGER NOT NULL)",
        "INSERT INTO totals VALUES (0)",
    ),
)


def connect(path: str | Path, *, create: bool, wait: float = WAIT) -> sqlite3.Connection:
    """A connection to the archive at ``path``, which is made when it is missing and ``create`` says so.

    Raises ArchiveError when there is none, when it is something else, damaged or of a later version, or cannot be used.
    """
    # os.path, because pathlib raises where a folder on the way may not be entered
    if os.path.isdir(path):  # noqa: PTH112
        raise ArchiveError(f"{path}: is a folder; name the archive's file with --archive")
    if not create and not os.path.exists(path):  # noqa: PTH110
        raise ArchiveError(
            f"{path}: no such archive; 'factcheck archive add PATH...' makes one, --archive names another"
        )
    with explained(path):
        connection = sqlite3.connect(os.path.abspath(path), timeout=wait, isolation_level=None)  # noqa: PTH100
        try:
            _prepare(connection, path, attempts=max(1, int(wait / _PAUSE)))
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: str | Path, *, attempts: int) -> None:
    connection.execute("PRAGMA synchronous = FULL")  # what was stored outlives a power cut too
    known = _version(connection, path)
    if known == len(_MIGRATIONS) and _value(connection, "PRAGMA journal_mode") == "wal":
        return
    _write_ahead(connection, attempts)
    with transaction(connection):
        for step, statements in enumerate(_MIGRATIONS[_version(connection, path) :], start=_version(connection, path)):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step + 1}")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")


def _version(connection: sqlite3.Connection, path: str | Path) -> int:
    """How many steps of the schema the file has seen."""
    application = _value(connection, "PRAGMA application_id")
    version = _value(connection, "PRAGMA user_version")
    if application != _APPLICATION and (
        application or version or _value(connection, "SELECT count(*) FROM sqlite_master")
    ):
        raise ArchiveError(f"{path}: is a database, but no archive of factcheck; name another file with --archive")
    assert isinstance(version, int)
    if version > len(_MIGRATIONS):
        raise ArchiveError(
            f"{path}: was written by a later version of factcheck (schema {version}, this one knows {len(_MIGRATIONS)}); "
            "update with: python -m pip install --upgrade factcheck-news"
        )
    return version


def _write_ahead(connection: sqlite3.Connection, attempts: int) -> None:
    """Readers and a writer side by side. While another process does the same SQLite gives up at once, so: try again."""
    for attempt in range(attempts):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or attempt == attempts - 1:
                raise
        time.sleep(_PAUSE)


def _value(connection: sqlite3.Connection, query: str) -> object:
    return connection.execute(query).fetchone()[0]


@contextmanager
def transaction(connection: sqlite3.Connection, *, write: bool = True) -> Iterator[None]:
    """All or nothing; a writer has the archive to itself from the start, a reader sees one state of it to the end."""
    connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextmanager
def explained(path: str | Path) -> Iterator[None]:
    """What SQLite raises inside becomes an ArchiveError that names the file and what can be done."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.NotSupportedError):
        raise  # a mistake of ours
    except sqlite3.Error as error:
        raise ArchiveError(f"{path}: {_explanation(error)}") from None


def damaged(path: str | Path, what: str) -> ArchiveError:
    """The error for an archive of which something cannot be read."""
    return ArchiveError(f"{path}: {_DAMAGED} ({what}); {_INSTEAD}")


_DAMAGED = "the archive is damaged"
_INSTEAD = "put back a copy, or move it away and add the articles again"


def _explanation(error: sqlite3.Error) -> str:
    match _code(error):
        case sqlite3.SQLITE_NOTADB:
            return "is not an archive of factcheck, or is damaged; name another file with --archive"
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "another program keeps writing to it; try again when that is done"
        case sqlite3.SQLITE_CANTOPEN:
            return "cannot be opened or made; check that its folder exists and may be written to"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return "cannot be written to; check the permissions of the file and its folder"
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return f"cannot be read or written ({error}); check the disk and its free space"
        case _:
            return f"{_DAMAGED} ({error}); {_INSTEAD}"


def _code(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF  # without the details in the upper bytes
