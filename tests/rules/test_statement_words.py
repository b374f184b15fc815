"""The words that the rules on statements go by: stems, acts, universals."""

import pytest

from factcheck.align.content import stem, stems, tokens
from factcheck.rules import _universals
from factcheck.rules._statements import acts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visit", "visited"),
        ("participation", "participated"),
        ("appointment", "appointed"),
        ("restated", "restate"),
        ("inspection", "inspections"),
        ("fishing", "fisheries"),
    ],
)
def test_kin_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("march", "market"), ("council", "counter"), ("vote", "voice")])
def test_strangers_share_none(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_stems_leave_out_words_that_say_nothing() -> None:
    assert stems(tokens("The mayor's car was there on Monday")) == {"mayor", "car"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("thieves took a vase in the robbery", "theft"),
        ("the tram ran into a wall", "accident"),
        ("she went to prison", "imprisonment"),
        ("the guard has taken part", "taking part"),
        ("put her signature to it", "signing"),
    ],
)
def test_an_act_by_any_word(text: str, kind: str) -> None:
    assert kind in acts(text)


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("It is the first fatal tram crash in Ruma", "first"),
        ("her first visit to Ruma in 14 years", "first"),
        ("The museum has never been robbed before", "never"),
        ("Ana Brandt last visited Ruma in 2019", "last"),
        ("It is not the first crash in Ruma", None),
        ("It was her second visit to Ruma", None),
        ("Ana Brandt visited Ruma last year", None),
    ],
)
def test_universals(text: str, marker: str | None) -> None:
    found = _universals._find(text)
    assert (found.marker if found else None) == marker


@pytest.mark.parametrize(
    "text", ["the first " * 20_000, "never " * 40_000, "not " * 50_000 + "survived", "a" * 300_000]
)
def test_long_input_takes_no_time(text: str) -> None:
    assert len(tokens(text)) <= 600
    _universals._find(text[:600])
    assert acts(text) is not None


@pytest.mark.parametrize(
    ("text", "sweeping"),
    [
        ("It is the first fatal tram crash in Ruma", True),
        ("for the first time the council met in Ruma", True),
        ("her first visit to Ruma in 14 years", True),
        ("The museum has never been robbed before", True),
        ("the first blast woke the people of Ruma", False),
        ("the first stage of the rocket came down", False),
    ],
)
def test_only_some_firsts_speak_of_all_occasions(text: str, sweeping: bool) -> None:
    found = _universals._find(text)
    assert found is not None
    assert found.sweeping is sweeping
