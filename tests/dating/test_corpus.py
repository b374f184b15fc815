"""Undated articles dated by what others say of the same occasion."""

import datetime as dt

import pytest

from factcheck.ingest.text import article
from factcheck.model import Anchor, Article, Interval
from factcheck.pipeline import gather
from factcheck.settings import Settings
from factcheck.terms import Basis


def report(day: str | None, text: str) -> Article:
    if day is None:
        return article(text, path="undated")
    date = dt.date.fromisoformat(day)
    anchor = Anchor(interval=Interval(low=date, high=date), basis=Basis.METADATA, evidence=("published",))
    return article(text, path=f"{day}.txt", published=anchor)


# 12 March 2019 was a Tuesday.
QUAKE = (
    report(
        "2019-03-12",
        "Earthquake kills nine in Zemo Lask\n\nA strong earthquake shook the mountain district of Zemo Lask before dawn "
        "on Tuesday, killing at least nine people and burying houses in the village of Tsara, the ministry said.",
    ),
    report(
        "2019-03-14",
        "Boy brought out alive in Tsara\n\nRescue teams in Zemo Lask pulled a boy of seven from a house in Tsara on "
        "Wednesday. The earthquake struck on Tuesday morning. Minister Ordze came to Tsara on Thursday.",
    ),
    report(
        "2019-03-19",
        "Search in Zemo Lask ends\n\nA week after the earthquake the rescue teams in Zemo Lask put down their shovels. "
        "The village of Tsara has no house left, minister Ordze said on Monday.",
    ),
)


def dated(*texts: str, among: tuple[Article, ...] = QUAKE) -> list[Anchor]:
    given = [report(None, text) for text in texts]
    material, _ = gather([*among, *given], Settings())
    return [material.articles[a.id].published for a in given]


def bounds(anchor: Anchor) -> tuple[str | None, str | None]:
    low, high = anchor.interval.low, anchor.interval.high
    return low and low.isoformat(), high and high.isoformat()


CASES = [
    # news of those days: the days of the reports and some weeks
    (
        "Tsara buries its dead\n\nPeople in Tsara, a village of Zemo Lask, lit candles last night for the victims of the "
        "earthquake. Rescue teams dug in the rubble on Friday.",
        "2019-03-11",
        "2019-07-17",
    ),
    # so long after the earthquake, and the weekday of publication
    (
        "What I can tell you from Tsara\n\nIt is Saturday night, four days after the earthquake in Zemo Lask, and we have "
        "light again. Rescue teams dig in Tsara. Minister Ordze came on Thursday.",
        "2019-03-16",
        "2019-03-16",
    ),
    # a happening that another report dates
    (
        "Nine dead in Zemo Lask\n\nA strong earthquake shook the mountain district of Zemo Lask yesterday before dawn, "
        "killing nine people in the village of Tsara.",
        "2019-03-12",
        "2019-03-14",
    ),
    # what is called off is yet to come
    (
        "Fair of Tsara off\n\nThe fair of Tsara on 24 March has been called off, minister Ordze said on Tuesday. Half of Zemo "
        "Lask lies in ruins since the earthquake, and rescue teams need the road.",
        "2019-03-11",
        "2019-07-17",
    ),
    # looking back
    (
        "The bells of Tsara\n\nA year ago this week the earthquake in Zemo Lask took the village of Tsara. Today there "
        "is a row of boxes where the rescue teams dug.",
        "2020-03-02",
        "2020-03-22",
    ),
    (
        "The bells of Tsara\n\nThis Thursday it will be one year since the earthquake in Zemo Lask. Nothing is left of the "
        "village of Tsara, minister Ordze says.",
        "2020-03-05",
        "2020-03-12",
    ),
    (
        "Zemo Lask remembers\n\nOn the first anniversary of the earthquake the village of Tsara is still a heap of "
        "stones, and the rescue teams are long gone from Zemo Lask.",
        "2020-01-12",
        "2020-05-11",
    ),
    # the day without its year
    (
        "Ministry speaks of Tsara\n\nYesterday, 13 March, minister Ordze promised new houses to the village of Tsara in "
        "Zemo Lask. The earthquake destroyed them all.",
        "2019-03-14",
        "2019-03-14",
    ),
    # a magazine names days but no weekdays: later than the last of them, and no telling how much
    (
        "Stones of Zemo Lask\n\nThe village of Tsara was cleared on 2 April. The earthquake destroyed it, and the rescue "
        "teams of Zemo Lask found one boy alive.",
        "2019-04-02",
        None,
    ),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), CASES, ids=[c[0].split("\n")[0] for c in CASES])
def test_dated_reports_date_an_undated_one(text: str, earliest: str | None, latest: str | None) -> None:
    (anchor,) = dated(text)
    assert bounds(anchor) == (earliest, latest), anchor.evidence
    assert any("tells of the same story as" in line for line in anchor.evidence)


UNKNOWN = [
    "Bakers march in Oberau\n\nBakers walked through Oberau on Tuesday for higher wages.",
    "Ten recipes for plum cake\n\nTake two pounds of plums.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_articles_about_something_else_stay_undated(text: str) -> None:
    (anchor,) = dated(text)
    assert anchor.basis is Basis.UNKNOWN
    assert bounds(anchor) == (None, None)


@pytest.mark.parametrize("text", [c[0] for c in CASES], ids=[c[0].split("\n")[0] for c in CASES])
def test_an_unrelated_article_changes_nothing(text: str) -> None:
    (alone,) = dated(text)
    unrelated = report(
        "2004-01-05", "Bakers march in Oberau\n\nBakers walked through Oberau on Monday for higher wages."
    )
    (beside,) = dated(text, among=(*QUAKE, unrelated))
    assert beside == alone


def test_the_order_of_the_articles_does_not_matter() -> None:
    texts = [c[0] for c in CASES]
    assert dated(*texts) == list(reversed(dated(*reversed(texts), among=tuple(reversed(QUAKE)))))


def test_an_anniversary_report_does_not_lend_its_days_to_the_news() -> None:
    year_on = report(
        "2020-03-12",
        "Zemo Lask a year on\n\nA year ago today the earthquake took the village of Tsara. The bells did not ring in Zemo "
        "Lask, where the rescue teams had dug for a week.",
    )
    (anchor,) = dated(CASES[0][0], among=(*QUAKE, year_on))
    assert bounds(anchor) == CASES[0][1:]


def test_a_lone_follow_up_does_not_bound_from_below_what_happened_before_it() -> None:
    trial = report(
        "2014-10-01",
        "Holm jailed for Bean Hill pharmacy murders\n\nJason Holm was jailed for life on Tuesday for the murders in the Bean "
        "Hill pharmacy on 23 May 2013.",
    )
    (anchor,) = dated(
        "Two shot in Bean Hill pharmacy\n\nJason Holm shot two people in the Bean Hill pharmacy, officials said on Thursday.",
        among=(trial,),
    )
    assert anchor.interval.low is None or anchor.interval.low <= dt.date(2013, 5, 23)


def test_editions_are_told_apart() -> None:
    race = "won the Kestrel Lake half marathon on Sunday. The 20th edition of the Kestrel Lake race had 4,100 runners."
    siblings = (report("2025-09-14", f"Sova wins at Kestrel Lake\n\nMarek Sova {race}"),) * 1
    siblings += (report("2025-09-15", f"Rain at Kestrel Lake\n\nOn a wet course Marek Sova {race}"),)
    other = "Okoro wins at Kestrel Lake\n\nDaniel Okoro won the Kestrel Lake half marathon on Sunday. The 19th edition had rain."
    same = "Wet socks\n\nOn Sunday I ran the 20th edition of the Kestrel Lake half marathon behind Marek Sova."
    without, with_them = dated(other, same, among=siblings)
    assert without.basis is Basis.UNKNOWN
    assert with_them.interval.meets(Interval(low=dt.date(2025, 9, 14), high=dt.date(2025, 9, 21)))


def test_clues_that_contradict_the_article_widen_the_interval_and_say_so() -> None:
    (anchor,) = dated(
        "The bells of Tsara\n\nA year ago this week the earthquake in Zemo Lask took the village of Tsara. The rescue teams "
        "came back to Tsara on 3 June 2023."
    )
    assert anchor.interval.contains(Interval(low=dt.date(2020, 3, 12), high=dt.date(2023, 6, 3)))
    assert any("contradict" in line for line in anchor.evidence)
