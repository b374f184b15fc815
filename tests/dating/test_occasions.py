"""Whether two reports can tell of one affair: of about one time, or the later one goes back to the days of the earlier."""

import datetime as dt
from dataclasses import replace

import pytest

from factcheck.dating.occasions import may_be_one_affair
from factcheck.ingest.text import article
from factcheck.model import UNDATED, Anchor, Interval
from factcheck.pipeline import check
from factcheck.readings import placed, read_closely
from factcheck.settings import Settings
from factcheck.terms import Basis, Verdict


def published(day, text="The raid on Ruma killed nine people."):
    return article(f"---\npublished: {day}\nsource: Post {day}\n---\n\n{text}\n", path=f"{day}.md")


def anchor(day, text):
    reading = read_closely(published(day, text), Settings())
    return placed(reading, reading.article).article.published


TOLD = "The raid on Ruma killed nine people on Tuesday."
AFTER = [
    ("2024-03-08", "A raid on Kesh killed 15 people.", True),  # within a fortnight reports follow up without a date
    ("2024-07-02", "A raid on Kesh killed 15 people on Monday.", False),
    ("2024-07-02", "The raid of 27 February killed 15 people.", True),
    ("2024-07-02", "The raid in February killed 15 people.", True),
    ("2024-07-02", "The raid of 3 May killed 15 people.", False),
]


@pytest.mark.parametrize(("day", "text", "one"), AFTER, ids=[f"{d} {t[:40]}" for d, t, _ in AFTER])
def test_a_later_report_must_go_back_to_the_earlier_one(day, text, one):
    earlier, later = anchor("2024-02-28", TOLD), anchor(day, text)
    assert may_be_one_affair(earlier, later) is may_be_one_affair(later, earlier) is one


def test_of_what_is_undated_nothing_is_ruled_out():
    known = Anchor(interval=Interval(low=dt.date(2024, 2, 28), high=dt.date(2024, 2, 28)), basis=Basis.METADATA)
    assert may_be_one_affair(known, UNDATED)


def test_a_report_that_looks_back_as_a_whole_needs_no_date():
    earlier, later = anchor("2024-02-28", TOLD), anchor("2025-02-27", "The raid on Ruma is remembered.")
    assert not may_be_one_affair(earlier, later)
    assert may_be_one_affair(earlier, replace(later, looks_back=True))


def test_a_report_recalls_only_what_lies_before_its_own_time():
    told = anchor("2024-07-02", "The raid of 27 February killed nine people. The talks began on Monday.")
    assert [days.low for days in told.recalls] == [dt.date(2024, 2, 27)]


def test_a_toll_moves_within_one_affair_only():
    first = published("2024-02-28", "The raid on the market in Ruma has killed nine people.")
    other = published("2024-07-02", "The raid on the market in Ruma has killed 15 people.")
    again = published("2024-03-01", "The raid on the market in Ruma has killed 15 people.")

    def updates(*articles):
        return [f for f in check(articles).findings if f.verdict is Verdict.UPDATE]

    assert not updates(first, other)
    assert updates(first, again)
