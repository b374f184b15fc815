"""What is wrong with a file is said in one line that names it and what can be done; nothing is a traceback."""

import os
import sqlite3

import pytest

from archive.conftest import AGAIN, FERRY, short
from factcheck.archive import file as archive_file
from factcheck.archive.store import Archive
from factcheck.cli import main
from factcheck.errors import ArchiveError
from factcheck.settings import Settings


def refusal(path, *words: str) -> str:
    with pytest.raises(ArchiveError) as caught, Archive(path, wait=0.1) as archive:
        archive.readings()
    message = str(caught.value)
    assert message.startswith(f"{path}: ") and "\n" not in message
    for word in words:
        assert word in message
    return message


def test_there_is_none(file):
    refusal(file, "no such archive", "factcheck archive add", "--archive")
    assert not file.exists()


def test_a_folder_is_none(tmp_path):
    refusal(tmp_path, "is a folder", "--archive")


@pytest.mark.parametrize("content", [b"Twelve people died in Elland.\n" * 100, bytes(range(256)) * 20])
def test_another_file_is_none_and_is_left_alone(file, content):
    file.write_bytes(content)
    refusal(file, "is not an archive of factcheck", "--archive")
    assert file.read_bytes() == content


def test_the_database_of_another_program_is_none_and_is_left_alone(file):
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE articles (id TEXT)")
    other.close()
    before = file.read_bytes()
    refusal(file, "no archive of factcheck")
    with pytest.raises(ArchiveError):
        Archive(file, create=True)
    assert file.read_bytes() == before


def test_a_later_version_is_named(stored, file):
    stored._connection.execute("PRAGMA user_version = 99")
    refusal(file, "later version", "schema 99", "pip install --upgrade")


def test_every_step_of_the_schema_is_taken_once(file, monkeypatch):
    with Archive(file, create=True) as archive:
        archive.add(short("ferry.txt", FERRY), Settings())
    steps = (*archive_file._MIGRATIONS, ("ALTER TABLE articles ADD COLUMN extra TEXT", "CREATE TABLE more (a)"))
    monkeypatch.setattr(archive_file, "_MIGRATIONS", steps)
    for _ in range(2):
        with Archive(file) as archive:
            assert archive._connection.execute("PRAGMA user_version").fetchone() == (2,)
            assert archive._connection.execute("SELECT extra FROM articles").fetchall() == [(None,)]


def test_an_article_that_is_damaged_is_named(stored, file):
    stored._connection.execute("UPDATE articles SET article = substr(article, 1, 20) WHERE path = 'ferry.txt'")
    refusal(file, "the archive is damaged", "ferry.txt", "put back a copy")


@pytest.mark.parametrize("query", ["DROP TABLE postings", "DELETE FROM totals", "UPDATE postings SET article = 77"])
def test_an_archive_that_lacks_something_is_damaged(stored, query):
    stored._connection.execute(query)
    with pytest.raises(ArchiveError, match="the archive is damaged"):
        stored.related([short("new.txt", AGAIN)])


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_a_file_that_was_cut_off_is_damaged(file, keep):
    with Archive(file, create=True) as archive:
        for number in range(30):
            archive.add(short(f"{number}.txt", f"{FERRY} {number}"), Settings())
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * keep)])
    refusal(file, "damaged")


@pytest.mark.parametrize("start", range(100, 30_000, 2_500))
def test_a_file_with_overwritten_bytes_never_breaks_anything_else(file, start):
    with Archive(file, create=True) as archive:
        for number in range(30):
            archive.add(short(f"{number}.txt", f"{FERRY} {number}"), Settings())
    content = bytearray(file.read_bytes())
    content[start : start + 400] = b"\xa5" * 400
    file.write_bytes(content)
    refusals = []
    for use in (
        lambda a: a.readings(),
        lambda a: a.related([short("new.txt", AGAIN)]),
        lambda a: a.add(short("new.txt", AGAIN), Settings()),
        lambda a: a.remove(["3.txt"]),
    ):
        try:
            with Archive(file) as archive:
                use(archive)
        except ArchiveError as error:
            refusals.append(str(error))
    assert all(str(file) in refusal for refusal in refusals)


def test_a_lock_that_is_held_too_long(stored, file):
    with Archive(file, wait=0.1) as other:
        stored._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="keeps writing to it; try again"):
            other.add(short("again.txt", AGAIN), Settings())
        assert len(other) == 2  # reading goes on
        stored._connection.execute("COMMIT")
        other.add(short("again.txt", AGAIN), Settings())


def test_a_folder_that_does_not_exist(tmp_path):
    with pytest.raises(ArchiveError, match="cannot be opened or made; check that its folder exists"):
        Archive(tmp_path / "none" / "archive", create=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_cannot_be_written(stored, file):
    stored.close()
    file.chmod(0o444)
    with Archive(file) as archive, pytest.raises(ArchiveError, match="cannot be written to; check the permissions"):
        archive.add(short("again.txt", AGAIN), Settings())


def test_a_database_opened_for_reading_only_says_so(stored):
    stored._connection.execute("PRAGMA query_only = 1")
    with pytest.raises(ArchiveError, match="cannot be written to; check the permissions"):
        stored.add(short("again.txt", AGAIN), Settings())


@pytest.mark.parametrize(
    "action", [["check", "new.txt"], ["report"], ["list"], ["remove", "new.txt"], ["add", "new.txt"]]
)
def test_commands_end_in_2_with_one_line(action, file, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.txt").write_text(FERRY)
    file.write_bytes(b"no archive at all, but long enough to be told from an empty one\n" * 20)
    assert main(["archive", *action, "--archive", str(file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"factcheck: {file}: is not an archive of factcheck") and err.count("\n") == 1
