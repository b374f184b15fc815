"""Adding, finding and removing; what it costs; what other versions left behind."""

import datetime as dt
import random
import sqlite3

import pytest

from archive.conftest import AGAIN, BANK, DATE, FERRY, short
from factcheck.archive import coding, index, store
from factcheck.archive.store import Archive, Outcome
from factcheck.errors import ArchiveError
from factcheck.model import Interval
from factcheck.readings import Reading, read_closely
from factcheck.settings import Settings

DATED = Settings(published=Interval(low=dt.date(2025, 3, 10), high=dt.date(2025, 3, 11)))
UNDATED = FERRY.removeprefix(DATE)


def rows(archive: Archive, query: str) -> list:
    return archive._connection.execute(query).fetchall()


def everything(archive: Archive) -> list:
    """All that the index holds, without the numbers, which depend on the order of adding."""
    return sorted(
        rows(archive, "SELECT t.term, t.articles, a.id, p.share FROM postings p JOIN terms t ON t.number = p.term "
        "JOIN articles a ON a.number = p.article")
    )  # fmt: skip


def test_what_was_added_is_there_when_the_archive_is_opened_again(stored, file):
    stored.close()
    with Archive(file) as again:
        assert len(again) == 2
        assert [reading.article.path for reading in again.readings()] == ["bank.txt", "ferry.txt"]
        assert again.readings()[1] == read_closely(short("ferry.txt", FERRY), Settings())


def test_an_article_is_added_once(stored):
    before = everything(stored)
    assert stored.add(short("ferry.txt", FERRY), Settings()) is Outcome.KNOWN
    assert stored.add(short("./ferry.txt", FERRY), Settings()) is Outcome.KNOWN  # the same file
    assert len(stored) == 2
    assert everything(stored) == before


def test_copies_in_two_places_are_two_articles(stored):
    assert stored.add(short("copy.txt", FERRY), Settings()) is Outcome.ADDED
    assert stored.add(short("-", FERRY), Settings()) is Outcome.ADDED  # standard input is no place
    assert stored.add(short("-", AGAIN), Settings()) is Outcome.ADDED
    assert len(stored) == 5


def test_a_changed_article_takes_the_place_of_the_old(stored, tmp_path):
    assert stored.standing(short("ferry.txt", AGAIN), Settings()) is Outcome.CHANGED
    assert stored.add(short("ferry.txt", AGAIN), Settings()) is Outcome.CHANGED
    assert [reading.article.text for reading in stored.readings()] == [BANK, AGAIN]
    with Archive(tmp_path / "other", create=True) as other:
        for path, text in (("ferry.txt", AGAIN), ("bank.txt", BANK)):
            other.add(short(path, text), Settings())
        assert everything(other) == everything(stored)


def test_a_date_given_later_is_taken_and_kept(stored):
    assert stored.add(short("ferry.txt", UNDATED), Settings()) is Outcome.CHANGED
    assert stored.add(short("ferry.txt", UNDATED), DATED) is Outcome.CHANGED
    assert stored.add(short("ferry.txt", UNDATED), DATED) is Outcome.KNOWN
    assert stored.add(short("ferry.txt", UNDATED), Settings()) is Outcome.KNOWN
    assert stored.readings()[1].article.published.interval == DATED.published


def test_removing_leaves_nothing_behind(stored):
    gone = stored.remove(["ferry.txt", short("bank.txt", BANK).id])
    assert [entry.path for entry in gone] == ["ferry.txt", "bank.txt"]
    assert len(stored) == 0
    assert [rows(stored, f"SELECT count(*) FROM {table}") for table in ("articles", "terms", "postings")] == [
        [(0,)]
    ] * 3


def test_removing_takes_all_or_none(stored):
    with pytest.raises(ArchiveError, match=r"holds no article cat\.txt; 'factcheck archive list'"):
        stored.remove(["ferry.txt", "cat.txt"])
    assert len(stored) == 2


def test_a_folder_or_a_list_is_removed_whole(stored):
    for path in ("news/a.txt", "news/b/c.txt", "newspaper.txt", "feed.jsonl#1", "feed.jsonl#2", "feed.jsonl.txt"):
        stored.add(short(path, f"{FERRY} {path}"), Settings())
    assert [entry.path for entry in stored.remove(["news/"])] == ["news/a.txt", "news/b/c.txt"]
    assert [entry.path for entry in stored.remove(["feed.jsonl"])] == ["feed.jsonl#1", "feed.jsonl#2"]
    assert [entry.path for entry in stored.entries()] == ["bank.txt", "feed.jsonl.txt", "ferry.txt", "newspaper.txt"]


def test_related_articles_are_found_and_strangers_are_not(stored):
    assert [reading.article.path for reading in stored.related([short("new.txt", AGAIN)])] == ["ferry.txt"]
    assert stored.related([short("new.txt", "Cats sleep. It rained.")]) == ()
    assert stored.related([short("new.txt", "")]) == ()


def test_what_adding_would_replace_is_not_related(stored):
    assert stored.related([short("ferry.txt", AGAIN)]) == ()
    assert stored.related([short("ferry.txt", FERRY)]) == ()


def test_half_characters_can_be_stored_and_removed(stored):
    odd = short("odd.txt", "Twelve \ud800 people died in Elland.\n\n\udcff")
    assert stored.add(odd, Settings()) is Outcome.ADDED
    assert stored.readings()[2].article == read_closely(odd, Settings()).article
    stored.remove([odd.id])


@pytest.mark.parametrize("spoil", ["made = 'an earlier version'", "reading = x'00'"])
def test_a_reading_of_another_version_is_made_again_and_stored(file, spoil, monkeypatch):
    with Archive(file, create=True) as archive:
        archive.add(short("ferry.txt", UNDATED), DATED)
        archive._connection.execute(f"UPDATE articles SET {spoil}")
    with Archive(file) as archive:
        (reading,) = archive.related([short("new.txt", AGAIN)])
        assert reading == read_closely(short("ferry.txt", UNDATED), DATED)  # with the date that was given then
        monkeypatch.setattr(store, "read_closely", None)
        assert archive.readings() == (reading,)


@pytest.fixture
def costs(file, monkeypatch):
    """How much work SQLite does, and how many articles are decoded, to find what is related in an archive of some size."""
    monkeypatch.setattr(index, "MOST_ARTICLES", 25)
    monkeypatch.setattr(index, "MOST_TERMS", 10)
    monkeypatch.setattr(index, "NEAREST", 8)
    monkeypatch.setattr(store, "read_closely", lambda article, _: Reading(article=article, sentences=(), claims=()))
    chance = random.Random(7)
    words = [f"word{number}" for number in range(200)]
    archive = Archive(file, create=True)
    archive._connection.execute("PRAGMA synchronous = OFF")
    size = 0

    def measure(wanted: int) -> tuple[int, int]:
        nonlocal size
        for number in range(size + 1, wanted + 1):
            story = f"ferry maren{number % 50} elland" if number <= 500 else ""
            archive.add(short(f"{number}.txt", " ".join([story, *chance.choices(words, k=25)])), Settings())
        size = wanted
        steps, decoded = [0], []
        decode = coding.decode_article
        monkeypatch.setattr(coding, "decode_article", lambda data: decoded.append(data) or decode(data))
        archive._connection.set_progress_handler(lambda: steps.__setitem__(0, steps[0] + 1), 10)
        archive.related([short("new.txt", "ferry maren7 elland " + " ".join(words[:40]))])
        archive._connection.set_progress_handler(None, 0)
        monkeypatch.setattr(coding, "decode_article", decode)
        return steps[0], len(decoded)

    yield measure
    archive.close()


def test_finding_what_is_related_costs_no_more_in_a_large_archive(costs):
    small, large = costs(500), costs(2000)
    assert small[1] <= 8 and large[1] <= 8
    assert large[0] <= small[0] * 1.3


def test_the_file_is_sound_after_all_that(stored):
    for turn in range(5):
        stored.add(short("ferry.txt", f"{FERRY} {turn}"), Settings())
    stored.remove(["bank.txt"])
    assert rows(stored, "PRAGMA integrity_check") == [("ok",)]
    held = dict(rows(stored, "SELECT term, count(*) FROM postings GROUP BY term"))
    assert dict(rows(stored, "SELECT number, articles FROM terms")) == held
    assert rows(stored, "SELECT articles FROM totals") == [(1,)]
    assert sqlite3.sqlite_version_info >= (3, 24)  # INSERT ... ON CONFLICT
