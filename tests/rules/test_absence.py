"""What a clause says there is none of, and whether another tells of just that: texts -> stems, yes or no."""

import pytest

from factcheck.ingest.text import article
from factcheck.pipeline import find_claims
from factcheck.rules._absence import absence, is_there
from factcheck.terms import ClaimKind


def statement(text: str):
    """The statement that a sentence makes."""
    return next(c for c in find_claims(article(text, path=text)) if c.kind is ClaimKind.STATEMENT)


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("There was no siren.", ("siren",)),
        ("Not a single tram left the depot.", ("tram",)),
        ("They found no sign of a struggle.", ("struggl",)),
        ("No leader from another western country will come.", ("lead", "anoth", "western", "countr", "come")),
        ("She is no longer in office.", None),
        ("No fewer than 30 voters went home.", None),
        ("No one so young has ever won.", None),
        ("The siren sounded.", None),
    ],
)
def test_what_there_is_none_of(text, stems):
    found = absence(text)
    assert (found and found.stems) == stems


@pytest.mark.parametrize(
    ("text", "so_far"), [("No arrests have been made.", True), ("There was no siren before the dam burst.", False)]
)
def test_whether_it_holds_for_its_own_time_only(text, so_far):
    found = absence(text)
    assert found is not None
    assert found.so_far is so_far


@pytest.mark.parametrize(
    ("denying", "other", "there"),
    [
        ("There was no brake failure.", "The brakes failed on the descent.", True),
        ("There was no siren.", "A siren sounded before the dam burst.", True),
        ("Nobody was arrested.", "Police arrested a man from Kesh.", True),
        ("There was no buyer.", "The owner had looked for a buyer.", False),
        ("There were no ballot papers.", "The station ran out of ballot papers.", False),
        ("There was no siren.", "The dam burst at night.", False),
        ("No leader from the western countries will come.", "Several leaders will come.", False),
    ],
)
def test_whether_another_clause_tells_of_it(denying, other, there):
    found = absence(denying)
    assert found is not None
    assert is_there(found, statement(denying), statement(other)) is there
