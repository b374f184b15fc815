"""Articles that look back at an event whose day they name."""

import datetime as dt

import pytest

from factcheck.dating.lookbacks import look_backs
from factcheck.ingest.text import article
from factcheck.model import Anchor, Interval
from factcheck.readings import read_closely
from factcheck.settings import Settings
from factcheck.terms import Basis


def interval_of(text: str) -> tuple[str | None, str | None]:
    days = read_closely(article(text), Settings()).article.published.interval
    return days.low and days.low.isoformat(), days.high and days.high.isoformat()


DATED = [
    # the days before an anniversary
    (
        "It will be a year on Sunday since the wall gave way. On 8 February 2025 it fell into the river.",
        "2026-02-01",
        "2026-02-08",
    ),
    (
        "It will be a year next Wednesday since the rocket rose from the beach, on 18 June 2024.",
        "2025-06-04",
        "2025-06-18",
    ),
    ("This Thursday it will be two years since the mill burned. On 12 May 2020 it burned.", "2022-05-05", "2022-05-12"),
    ("This Thursday it will be two years since the mill burned. On 3 June 2023 it reopened.", "2023-06-03", None),
    # around it
    ("A year ago this week, on 1 May 2010, the bridge fell.", "2011-04-21", "2011-05-11"),
    ("Exactly a year ago today, on 4 March 2019, the mine fell in.", "2020-03-03", "2020-03-05"),
    ("I went back this week, a year after the night of 13 August 2025.", "2026-06-14", "2027-03-01"),
    ("Two years after the fire of 3 May 2020 the church stands again.", "2021-10-25", "2022-11-19"),
    ("On the first anniversary of the fire of 14 June 2017 a silence was kept.", "2018-04-15", "2018-08-13"),
    # another edition
    ("Last year's final, on 23 November 2025, was dull.", "2026-01-01", "2026-12-31"),
    # the day that the article itself calls today
    ("In the early hours of today, Thursday 12 March 2026, a fire broke out.", "2026-03-12", "2026-03-12"),
    ("Yesterday, 5 June 2020, the pier fell.", "2020-06-06", "2020-06-06"),
    # lower bounds only
    ("As of 5 May 2024, twelve people are missing.", "2024-05-05", None),
    ("Thirteen years on, he leads the union. In 2012 he was a driver.", "2012-01-01", None),
    # dates that are not the article's
    ("The families will gather this Thursday as they did in March 2025.", None, None),
    ("It will be a year since the launch on Friday.", None, None),
    ("A fire in the 2100 block of Main Street killed two.", None, None),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DATED, ids=[c[0][:45] for c in DATED])
def test_an_event_dated_in_the_article_dates_it(text: str, earliest: str | None, latest: str | None) -> None:
    assert interval_of(text) == (earliest, latest)


FOUND = [
    ("It will be a year on Sunday since the wall fell.", 12, 6),
    ("On Sunday it will be a year since she took the throne.", 12, 6),
    ("It will be two years this Friday since the flood.", 24, 4),
    ("A year and a half has passed since the closure.", 18, None),
    ("What the fire left: the port twelve months on", 12, None),
    ("This Thursday, on the third anniversary of the quake, bells will ring.", 36, 3),
    ("A year to the day after the verdict he walked free.", 12, None),
    ("This time last year the lake was full.", 12, None),
]


@pytest.mark.parametrize(("text", "months", "weekday"), FOUND, ids=[c[0][:45] for c in FOUND])
def test_how_far_an_article_looks_back(text: str, months: int, weekday: int | None) -> None:
    (found,) = look_backs(text)
    assert (found.months, found.weekday) == (months, weekday)


@pytest.mark.parametrize(
    "text", ["Four days after the quake they dug.", "He is 40 years old.", "Prices rose by a tenth in a year."]
)
def test_what_is_no_look_back(text: str) -> None:
    assert look_backs(text) == ()


def test_a_date_guessed_from_a_sentence_of_a_page_is_an_event_and_not_the_page_s_own() -> None:
    day = Interval(low=dt.date(2025, 3, 4), high=dt.date(2025, 3, 4))
    guess = Anchor(interval=day, basis=Basis.METADATA, evidence=("page text (htmldate, low confidence): 2025-03-04",))
    in_prose = "Not a bottle has left the yard since the owner dropped its bomb on Tuesday, 4 March 2025."
    published = read_closely(article(in_prose, published=guess), Settings()).article.published
    assert published.basis is Basis.INFERRED
    assert (published.interval.low, published.interval.high) == (dt.date(2025, 3, 4), None)
    elsewhere = read_closely(article("Not a bottle has left the yard.", published=guess), Settings()).article.published
    assert elsewhere == guess
