"""A claim in the wordings that are compared: a clause with its value -> what is said without the value."""

from dataclasses import replace

from align_claims import claim, quantity

from factcheck.align.views import masked, terms, wording
from factcheck.model import Interval, Span, TimeExpression
from factcheck.terms import ClaimKind, TimeBasis


def placed(text: str, value: str, **kinds: str):
    start = 100 + text.index(value)
    figure = replace(quantity(12, **kinds), span=Span(start=start, end=start + len(value)))
    return replace(claim(figure, text), value=figure, span=Span(start=100, end=100 + len(text)))


def test_values_and_other_figures_are_masked():
    twelve = placed("In 2024 some 12 people and 3 dogs", "some 12")
    assert masked(twelve.text, twelve) == "In N N people and N dogs"
    assert masked("Twelve  people\nin 2024", claim(text="x")) == "Twelve people in N"


def test_each_of_two_figures_in_a_clause_has_a_wording_of_its_own():
    text = "The quake killed 12 people in the old town by the river and it also left another 40 hurt in three villages"
    dead, hurt = placed(text, "12"), placed(text, "40")
    assert wording(dead) == "The quake killed N people in the old town by"
    assert wording(hurt) == "and it also left another N hurt in three villages"


def test_a_statement_is_its_own_wording():
    assert wording(claim(text="The dam held")) == "The dam held"


def test_a_date_is_worded_by_its_clause():
    text = "The bridge over the Ostrel that carries the road to the north was opened to traffic on 3 May"
    when = TimeExpression(
        span=Span(start=text.index("3 May"), end=len(text)),
        interval=Interval(low=None, high=None),
        grain="day",
        basis=TimeBasis.RELATIVE,
        symbol="3 May",
    )
    dated = replace(claim(text=text), kind=ClaimKind.TIME, value=when)
    assert wording(dated) == text.replace("3 May", "N")


def test_what_is_not_known_is_compared_by_a_stand_in():
    assert terms(claim(text="So it was")) == ("thing", "be", "it")
