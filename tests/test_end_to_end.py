"""The whole way from files to findings, by what a reader of the stories expects to be told.

A finding is named by the article and a few words or the value of either side, not by ids, so that grammar and weights may
change while the facts stay. What is expected and does not come yet is marked as such, with the stage that loses it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import SEEDS

from factcheck.model import Claim, Finding, Quantity, Report, TimeExpression
from factcheck.terms import Verdict

AGREE, CONFLICT, UPDATE = Verdict.AGREE, Verdict.CONFLICT, Verdict.UPDATE
DATE_CONTEXT = Verdict.DATE_CONTEXT

# The articles that seeds/victory-day retells lie beside the development data, where there are any.
ORIGINALS = Path(os.environ.get("FACTCHECK_DATA", "../shared/data")).parent / "seeds"


class Side(NamedTuple):
    """One side of a finding: the file's name begins with ``file``, its clause or value has all of ``words``."""

    file: str
    words: tuple[str, ...] = ()


def side(file: str, *words: str) -> Side:
    return Side(file, words)


def _value(claim: Claim) -> str:
    """A value in plain digits: "26 26", "2019-01-01 2019-12-31 2019", "None None XXXX-09-03:future"."""
    if not isinstance(claim.value, Quantity | TimeExpression):
        return ""
    bounds = (claim.value.interval.low, claim.value.interval.high)
    words = [f"{bound:.15g}" if isinstance(bound, float | int) else str(bound) for bound in bounds]
    return " ".join([*words, claim.value.symbol] if isinstance(claim.value, TimeExpression) else words)


class Reader:
    """A report with its claims and articles at hand."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._claims = {claim.id: claim for claim in report.claims}
        self._names = {article.id: Path(article.path).name for article in report.articles}

    def _is(self, claim_id: str, wanted: Side) -> bool:
        claim = self._claims[claim_id]
        said = f"{claim.text} {_value(claim)}"
        return self._names[claim.article_id].startswith(wanted.file) and all(word in said for word in wanted.words)

    def between(self, one: Side, other: Side) -> tuple[Finding, ...]:
        """The findings that join the two, whichever is on the left."""
        return tuple(
            f
            for f in self.report.findings
            if (self._is(f.left, one) and self._is(f.right, other))
            or (self._is(f.left, other) and self._is(f.right, one))
        )

    def verdicts(self, one: Side, other: Side) -> set[Verdict]:
        return {f.verdict for f in self.between(one, other)}

    def told(self, verdict: Verdict) -> list[str]:
        """All findings of a verdict in words, for a failing test to show."""
        return [self._told(f) for f in self.report.findings if f.verdict is verdict]

    def _told(self, finding: Finding) -> str:
        left, right = self._claims[finding.left], self._claims[finding.right]
        return f"{finding.rule}: {left.text[:90]!r} / {right.text[:90]!r}"


@pytest.fixture
def reader(report_on):
    def of(story: str) -> Reader:
        return Reader(report_on(SEEDS / story))

    return of


# -- the Beijing parade and what only looks like it ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            side("001", "3 September"),
            side("003", "3 September"),
            id="the day of the parade",
        ),
        pytest.param(side("001", "26"), side("003", "26"), id="the number of leaders"),
        pytest.param(side("001", "Kim", "2019"), side("003", "Kim", "2019"), id="Kim's last visit"),
        pytest.param(side("001", "last in China in 2024"), side("003", "Putin", "2024"), id="Putin's last visit"),
    ],
)
def test_the_two_reports_on_the_parade_agree(reader, one, other):
    assert reader("victory-day").verdicts(one, other) == {AGREE}


def test_the_honour_guard_was_in_belarus_before_its_first_time(reader):
    report = reader("victory-day")
    found = report.between(side("000", "will be the first"), side("000", "In 2018"))
    assert [(f.verdict, f.rule) for f in found] == [(CONFLICT, "first-last-only")]


def test_nothing_else_in_it_is_a_conflict(reader):
    assert len(reader("victory-day").told(CONFLICT)) == 1
    assert not reader("victory-day").told(UPDATE) + reader("victory-day").told(Verdict.DISPUTED)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(side("000", "80th anniversary"), side("002", "70th anniversary"), id="anniversaries"),
        pytest.param(side("000", "due in Moscow"), side("002", "Xi will be in Moscow"), id="visits to Moscow"),
    ],
)
def test_ten_years_apart_is_another_occasion(reader, one, other):
    assert reader("victory-day").verdicts(one, other) == {DATE_CONTEXT}


STRANGERS = [
    pytest.param(side("002", "97.7"), side("003", "97 per cent"), id="a vote and a country's trade"),
    pytest.param(side("001", "Kim", "2019"), side("003", "Putin", "2024"), id="Kim's visit and Putin's"),
    pytest.param(side("001", "2024-01-01", "China"), side("003", "Kim", "2019"), id="Putin's visit and Kim's"),
]


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_strangers_do_not_meet(reader, one, other):
    assert reader("victory-day").between(one, other) == ()


def test_losses_of_two_armies_are_never_one_count(reader):
    found = reader("victory-day").verdicts(side("001", "250000"), side("001", "60000 100000"))
    assert found <= {Verdict.SCOPE, Verdict.DISPUTED}


@pytest.mark.parametrize(
    ("file", "first", "last"),
    [("000", 2025, 2025), ("002", 2015, 2015), ("004", 2022, 2022)],
)
def test_undated_articles_are_dated_by_what_they_tell(report_on, file, first, last):
    (article,) = [a for a in report_on(SEEDS / "victory-day").articles if Path(a.path).name.startswith(file)]
    published = article.published.interval
    assert published.low is not None and published.high is not None
    assert (published.low.year, published.high.year) == (first, last)
    assert article.published.evidence


# -- invented stories ---------------------------------------------------------------------------------------------------


def test_a_story_without_conflicts_has_none(reader):
    assert reader("moor-fire").told(CONFLICT) == []


FERRY_UPDATES = [
    pytest.param(side("001", "Nine people were killed"), side("002", "Seventeen"), id="the dead, next day"),
    pytest.param(side("002", "Seventeen"), side("003", "43 people"), id="the dead, day after"),
    pytest.param(side("001", "54 people"), side("002", "Forty-six"), id="the missing, next day"),
    pytest.param(side("002", "Forty-six"), side("003", "Twenty people"), id="the missing, day after"),
]


@pytest.mark.parametrize(("one", "other"), FERRY_UPDATES)
def test_a_measure_that_runs_is_an_update(reader, one, other):
    assert reader("ferry-disaster").verdicts(one, other) == {UPDATE}


def test_a_toll_that_falls_is_a_correction(reader):
    found = reader("ferry-disaster").between(side("003", "43 people"), side("005", "42"))
    assert {(f.verdict, f.level) for f in found} == {(UPDATE, "correction")}


FERRY_CONFLICTS = [
    pytest.param(
        side("001", "214 people"),
        side("004", "290"),
        id="how many were aboard",
    ),
    pytest.param(side("002", "In October 1998"), side("004", "the first fatal"), id="the first accident"),
    pytest.param(side("005", "1998"), side("004", "the first fatal"), id="the first accident, told later"),
]


@pytest.mark.parametrize(("one", "other"), FERRY_CONFLICTS)
def test_what_cannot_both_be_true_of_the_ferry_is_a_conflict(reader, one, other):
    assert CONFLICT in reader("ferry-disaster").verdicts(one, other)


def test_two_inspections_by_two_named_bodies_are_disputed(reader):
    report = reader("ferry-disaster")
    found = report.between(side("002", "inspected"), side("003", "inspection on"))
    assert [(f.verdict, f.rule) for f in found] == [(Verdict.DISPUTED, "first-last-only")]


# -- the articles that were retold, where they are at hand --------------------------------------------------------------


@pytest.fixture
def originals(report_on) -> Reader:
    if not ORIGINALS.is_dir():
        pytest.skip(
            "the articles that seeds/victory-day retells are not here; FACTCHECK_DATA names the data beside them"
        )
    return Reader(report_on(ORIGINALS))


YEAR_2019, YEAR_2024 = "2019-01-01 2019-12-31", "2024-01-01 2024-12-31"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(side("001", "-09-03"), side("003", "-09-03"), id="the day of the parade"),
        pytest.param(side("001", "26 26"), side("003", "26 26"), id="the number of leaders"),
        pytest.param(side("001", YEAR_2019), side("003", YEAR_2019), id="Kim's last visit"),
        pytest.param(side("001", YEAR_2024), side("003", YEAR_2024), id="Putin's last visit"),
    ],
)
def test_the_original_reports_on_the_parade_agree(originals, one, other):
    assert originals.verdicts(one, other) == {AGREE}


def test_the_only_conflict_of_the_originals_is_the_first_time_in_belarus(originals):
    (conflict,) = [f for f in originals.report.findings if f.verdict is CONFLICT]
    assert conflict.rule == "first-last-only"
    assert originals.between(side("000", "first"), side("000", "2018")) == (conflict,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(side("000", "80 80"), side("002", "70 70"), id="anniversaries"),
        pytest.param(side("000", "Xi", "Moscow"), side("002", "Xi", "Moscow"), id="visits to Moscow"),
    ],
)
def test_ten_years_apart_is_another_occasion_in_the_originals(originals, one, other):
    assert originals.verdicts(one, other) == {DATE_CONTEXT}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(side("002", "97.7 97.7"), side("003", "97 97"), id="a vote and a country's trade"),
        pytest.param(side("001", YEAR_2019), side("003", YEAR_2024), id="Kim's visit and Putin's"),
        pytest.param(side("001", YEAR_2024), side("003", YEAR_2019), id="Putin's visit and Kim's"),
    ],
)
def test_strangers_do_not_meet_in_the_originals(originals, one, other):
    assert originals.between(one, other) == ()


def test_losses_of_two_armies_are_never_one_count_in_the_originals(originals):
    found = [f for f in originals.report.findings if f.verdict in (CONFLICT, UPDATE, Verdict.DISPUTED)]
    assert {f.rule for f in found} <= {"first-last-only"}
