"""A claim in the wordings that are compared: a clause with its value -> what is said without the value."""

from dataclasses import replace

from align_claims import claim, quantity

from factcheck.align.views import frame, masked, terms, window
from factcheck.model import Span


def placed(text: str, value: str, **kinds: str):
    start = 100 + text.index(value)
    figure = replace(quantity(12, **kinds), span=Span(start=start, end=start + len(value)))
    return replace(claim(figure, text), value=figure, span=Span(start=100, end=100 + len(text)))


def test_values_and_other_figures_are_masked():
    twelve = placed("In 2024 some 12 people and 3 dogs", "some 12")
    assert masked(twelve.text, twelve) == "In N N people and N dogs"
    assert masked("Twelve  people\nin 2024", claim(text="x")) == "Twelve people in N"


def test_each_of_two_figures_in_a_clause_has_a_window_of_its_own():
    text = "The quake killed 12 people in the old town by the river and it also left another 40 hurt in three villages"
    dead, hurt = placed(text, "12"), placed(text, "40")
    assert window(dead) == "The quake killed N people in the old town by"
    assert window(hurt) == "and it also left another N hurt in three villages"


def test_a_statement_is_its_own_window():
    assert window(claim(text="The dam held")) == "The dam held"


def test_a_frame_says_who_does_what_to_what():
    dead = replace(
        placed("The quake killed 12 people", "12", of="people", role="killed"), subject="quake", predicate="kill"
    )
    assert frame(dead) == "quake kill N people killed"
    assert frame(claim(text="So it was")) == "it"


def test_what_is_not_known_is_compared_by_a_stand_in():
    assert terms(claim(text="So it was")) == ("thing", "be", "it")
