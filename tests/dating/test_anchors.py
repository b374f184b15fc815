"""Undated texts and the publication interval that follows from them."""

import datetime as dt

import pytest

from factcheck.ingest.text import article
from factcheck.model import Anchor, Interval
from factcheck.readings import read_closely
from factcheck.settings import Settings
from factcheck.terms import Basis


def anchor_of(text: str) -> Anchor:
    return read_closely(article(text), Settings()).article.published


def day(iso: str | None) -> dt.date | None:
    return None if iso is None else dt.date.fromisoformat(iso)


CASES = [
    # what the page itself says
    ("Published: 5 May 2025\n\nThe mayor spoke.", "2025-05-05", "2025-05-05", Basis.STATED),
    ("Posted on March 3, 2019\n\nThe mayor spoke.", "2019-03-03", "2019-03-03", Basis.STATED),
    ("A storm is near\n\n2021-11-30\n\nThe mayor spoke.", "2021-11-30", "2021-11-30", Basis.STATED),
    ("KESH, May 5, 2025 (Orlan Press) - The mayor spoke.", "2025-05-05", "2025-05-05", Basis.STATED),
    # anniversaries
    ("Ruma marks the 50th anniversary of the 1962 flood on Sunday.", "2012-01-01", "2012-12-31", Basis.INFERRED),
    (
        "Troops parade for the 80th anniversary of the defeat of Nazi Germany.",
        "2025-01-01",
        "2025-12-31",
        Basis.INFERRED,
    ),
    (
        "The flood of 1962 destroyed Ruma. People gather for the 50th anniversary of the flood of Ruma.",
        "2012-01-01",
        "2012-12-31",
        Basis.INFERRED,
    ),
    ("The world recalls the 30th anniversary of the Chernobyl disaster.", "2016-01-01", "2016-12-31", Basis.INFERRED),
    # a named year, so long ago
    ("A year ago this month the fleets met for Northwind-2018.", "2019-01-01", "2019-12-31", Basis.INFERRED),
    ("Three years ago, in 2016, the bridge fell.", "2019-01-01", "2019-12-31", Basis.INFERRED),
    # bounds
    ("The bridge collapsed in 2019. Repairs go on.", "2019-01-01", None, Basis.INFERRED),
    ("The games will be held on 4 July 2031.", None, "2031-07-04", Basis.INFERRED),
    # nothing to go by, or not the article's own time
    ("The mayor spoke about the bridge.", None, None, Basis.UNKNOWN),
    ("The club had marked its 50th anniversary of the 1910 founding in 1960.", "1960-01-01", None, Basis.INFERRED),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "basis"), CASES, ids=[c[0][:40] for c in CASES])
def test_text_gives_its_publication_interval(text: str, earliest: str | None, latest: str | None, basis: Basis) -> None:
    anchor = anchor_of(text)
    assert (anchor.interval.low, anchor.interval.high) == (day(earliest), day(latest))
    assert anchor.basis is basis
    assert bool(anchor.evidence) == (basis is not Basis.UNKNOWN)


def test_contradicting_clues_widen_the_interval_and_say_so() -> None:
    anchor = anchor_of("It is the 50th anniversary of the 1962 flood. It is the 10th anniversary of the 1990 fire.")
    assert (anchor.interval.low, anchor.interval.high) == (day("2000-01-01"), day("2012-12-31"))
    assert any("contradict" in line for line in anchor.evidence)


def test_a_weekday_with_its_date_leaves_only_the_years_in_which_it_is_one() -> None:
    anchor = anchor_of("The bridge fell in 2021. A service is held on Friday, 9 May.")
    assert anchor.interval.low is not None
    assert anchor.interval.low.year == 2025


def test_metadata_beats_the_text_and_the_user_beats_inference() -> None:
    known = Anchor(interval=Interval(low=day("2020-01-01"), high=day("2020-01-01")), basis=Basis.METADATA)
    text = "Ruma marks the 50th anniversary of the 1962 flood."
    assert read_closely(article(text, published=known), Settings()).article.published == known
    given = Interval(low=day("2015-01-01"), high=day("2015-01-01"))
    assert read_closely(article(text), Settings(published=given)).article.published.interval == given
