"""What was acknowledged is there, whatever happens to the process; two processes never harm each other."""

import random
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing

import pytest

from archive.conftest import short
from factcheck.archive.store import Archive
from factcheck.errors import ArchiveError
from factcheck.settings import Settings

KILLS = 8

# Adds articles without end from a number on, and acknowledges each with its id as soon as it is in.
ADDING = textwrap.dedent("""
    import sys
    from factcheck.archive.store import Archive
    from factcheck.ingest.text import article
    from factcheck.settings import Settings

    file, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with Archive(file, create=True) as archive:
        print("open", flush=True)
        for number in range(first, last):
            text = f"The ferry Maren sank off Elland. {number} people were killed in storm{number}. " + " ".join(
                f"word{number * place % 997}" for place in range(1, 150)
            )
            one = article(text, path=f"{number}.txt")
            archive.add(one, Settings())
            print(one.id, flush=True)
""")


def adding(file, first: int, last: int = 1_000_000) -> subprocess.Popen:
    words = [sys.executable, "-c", ADDING, str(file), str(first), str(last)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def check_sound(file, acknowledged: set[str]) -> int:
    """Every acknowledged article is there and whole, and so is the index. How many articles there are."""
    with Archive(file) as archive:
        assert archive._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        readings = archive.readings()
        held = {reading.article.id for reading in readings}
        assert acknowledged <= held
        assert len(archive) == len(readings)
        for reading in readings:
            number = reading.article.path.removesuffix(".txt")
            assert f"{number} people were killed" in reading.article.text
            assert any(claim.value is not None for claim in reading.claims)
        postings = "SELECT p.term, count(*) FROM postings p JOIN articles a ON a.number = p.article GROUP BY p.term"
        counted = dict(archive._connection.execute("SELECT number, articles FROM terms"))
        assert dict(archive._connection.execute(postings)) == counted
        assert archive._connection.execute("SELECT count(*) FROM postings").fetchone() == (sum(counted.values()),)
        return len(readings)


def test_what_was_acknowledged_survives_being_killed(file):
    chance = random.Random(20250509)
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        process = adding(file, first=kill * 100_000)
        assert process.stdout is not None
        if kill:  # the first may be killed before there is an archive
            assert process.stdout.readline() == "open\n"
            acknowledged |= {process.stdout.readline().strip() for _ in range(chance.randrange(1, 20))}
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        acknowledged |= {line.strip() for line in process.stdout if line.endswith("\n")} - {"open"}
        process.stdout.close()
        process.wait()
    assert len(acknowledged) > KILLS
    assert (
        check_sound(file, acknowledged) <= len(acknowledged) + KILLS
    )  # at most one each that was not acknowledged yet


def test_two_writers_wait_for_each_other(file):
    processes = [adding(file, 0, 30), adding(file, 15, 45)]
    said = [process.communicate(timeout=60)[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert [len(ids) for ids in said] == [31, 31]
    assert check_sound(file, {*said[0], *said[1]} - {"open"}) == 45


def test_an_interrupted_transaction_leaves_nothing(stored, monkeypatch):
    monkeypatch.setattr("factcheck.archive.index.insert", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        stored.add(short("new.txt", "Twelve people were killed in Elland."), Settings())
    monkeypatch.undo()
    assert len(stored) == len(stored.readings()) == 2
    stored.add(short("new.txt", "Twelve people were killed in Elland."), Settings())
    assert len(stored) == 3


def test_a_full_disk_leaves_what_was_there(stored, file):
    stored._connection.execute("PRAGMA journal_mode = DELETE")
    pages = stored._connection.execute("PRAGMA page_count").fetchone()[0]
    stored._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ArchiveError, match="check the disk and its free space"):
        stored.add(short("new.txt", " ".join(f"word{n}" for n in range(20_000))), Settings())
    assert len(stored) == len(stored.readings()) == 2
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
