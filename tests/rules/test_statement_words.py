"""The words that the rules on statements go by: stems, acts, opposites, universals."""

import pytest

from factcheck.rules import _opposites, _universals
from factcheck.rules._statements import acts, stem, stems, tokens


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


def opposites(left: str, right: str) -> list[tuple[str, str]]:
    return [(a.words, b.words) for a, b in _opposites.matching(left, right) if a.side != b.side]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Parliament approves the bill", "Parliament voted down the bill", [("approves", "voted down")]),
        ("The pilot survived", "The pilot went down with her ship", [("survived", "went down with her ship")]),
        ("The mayor resigned", "The hotel remains popular", []),
        ("Karst was acquitted", "Karst was acquitted, Voss convicted", []),
    ],
)
def test_opposites_are_paired_by_row(left: str, right: str, words: list[tuple[str, str]]) -> None:
    assert opposites(left, right) == words


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Parliament approved the water bill", {"water", "bill"}),
        ("The water bill was approved by parliament", {"water", "bill"}),
        ("The dam at Ruma collapsed", {"dam", "ruma"}),
    ],
)
def test_an_opposite_is_said_of_its_object_or_subject(text: str, about: set[str]) -> None:
    opposite = "Parliament rejected the water bill, and the dam is still standing"
    found = [a for a, _ in _opposites.matching(text, opposite)]
    assert [said.stems() for said in found] == [frozenset(about)]


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
    assert list(_opposites.matching(text, text)) is not None
    assert acts(text) is not None
