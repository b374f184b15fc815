"""What a cluster is about: clauses with their values -> a few words that are true of most of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.topics import about, spelled
from factcheck.model import Attribution, Claim, Interval, Quantity, Span, TimeExpression, content_id
from factcheck.terms import ClaimKind, Stance, TimeBasis


def claim(
    text, *, unit=None, of=None, role=None, when=None, names=(), source=None, subject=None, predicate=None
) -> Claim:
    """A claim whose clause is ``text``; the value of a quantity is its first figure, that of a time ``when``."""
    value: Quantity | TimeExpression | None = None
    if unit:
        figure = re.search(r"\d+( euros| degrees)?", text)
        span = Span(start=figure.start(), end=figure.end()) if figure else Span(start=0, end=1)
        value = Quantity(span=span, interval=Interval(low=1, high=1), unit=unit, of=of, role=role)
    if when:
        start = text.index(when)
        value = TimeExpression(
            span=Span(start=start, end=start + len(when)),
            interval=Interval(low=None, high=None),
            grain="day",
            basis=TimeBasis.SYMBOLIC,
            symbol="",
        )
    whole = Span(start=0, end=len(text))
    return Claim(
        id=content_id(text),
        article_id="a",
        sentence=0,
        span=whole,
        text=text,
        kind=ClaimKind.QUANTITY if unit else ClaimKind.TIME if when else ClaimKind.STATEMENT,
        value=value,
        of=of,
        role=role,
        subject=subject,
        predicate=predicate,
        attribution=Attribution(span=whole, source=source, cue="said", stance=Stance.ASSERTS) if source else None,
        entities=names,
    )


CLUSTERS = [
    (
        [claim("12 people were killed in Ruma", unit="count", of="people", role="killed", names=("ruma",)),
         claim("A landslide in Ruma killed 15 people", unit="count", of="people", role="killed", names=("ruma",))],
        "people killed (Ruma)",
    ),
    (
        [claim("The toll stands at 12, 1 fewer than announced", unit="count", of="fewer", role="killed"),
         claim("12 are dead", unit="count", of=None, role="killed")],
        "people killed",
    ),
    (
        [claim("2700 runners took part", unit="count", of="runner", role="attended"),
         claim("The race drew 2900 runners", unit="count", of="runner", role="attended")],
        "runners taking part",
    ),
    (
        [claim("She won 54 percent of the vote", unit="percent", of="vote", names=("ana brandt",)),
         claim("Ms Brandt took 56 percent of the vote", unit="percent", of="vote", names=("ana brandt",))],
        "share of the vote (Ana Brandt)",
    ),
    (
        [claim("The choir raised 900 euros for the hospice", unit="EUR"),
         claim("In all 950 euros were raised for the hospice", unit="EUR")],
        "money: raised for the hospice",
    ),
    (
        [claim("The water was 6 degrees", unit="degree_C"), claim("Divers met water of 43 degrees", unit="degree_F")],
        "temperature: water",
    ),
    ([claim("The crossing took 4 hours", unit="hour"), claim("a crossing of 250 minutes", unit="minute")], "duration: crossing"),
    (
        [claim("Mr Kim last visited China in 2019", when="in 2019", names=("kim jong un", "china")),
         claim("Kim Jong Un's latest visit to China was in 2018", when="in 2018", names=("kim jong un", "china"))],
        "date: Kim visited China",
    ),
    (
        [claim("The parade in Kesh is on 3 May", when="3 May", names=("kesh",)),
         claim("The parade in Kesh takes place on 4 May", when="4 May", names=("kesh",))],
        "date: parade in Kesh",
    ),
    (
        [claim("The Lady Maren was last inspected in May", names=("lady maren",)),
         claim("the Lady Maren had passed an inspection", names=("lady maren",))],
        "Lady Maren inspected",
    ),
    (
        [claim("Parliament approved the treaty with Norrmark", names=("norrmark",)),
         claim("The treaty with Norrmark was approved by parliament", names=("norrmark",))],
        "treaty with Norrmark approved by parliament",
    ),
    ([claim("It was", subject="ana brandt"), claim("He said", subject="ana brandt")], "Ana Brandt"),
    ([claim("It was"), claim("He said")], "statement"),
    ([claim("It is", names=("ana brandt",)), claim("She was", names=("ana brandt",))], "Ana Brandt"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "words"), CLUSTERS)
def test_about(claims, words):
    assert about(claims) == words
    assert about(claims[::-1]) == words


def test_a_name_that_few_claims_share_is_left_out():
    claims = [
        claim("12 homes burned in Kesh", unit="count", of="home", names=("kesh",)),
        claim("13 homes burned", unit="count", of="home"),
    ]
    assert about(claims) == "homes"


def test_a_source_is_not_what_it_is_about():
    claims = [
        claim(
            "12 homes burned, Ruma Police said", unit="count", of="home", names=("ruma police",), source="ruma police"
        ),
        claim(
            "13 homes burned, said Ruma Police", unit="count", of="home", names=("ruma police",), source="ruma police"
        ),
    ]
    assert about(claims) == "homes"


def test_names_are_written_as_the_texts_write_them():
    assert spelled("un refugee agency", ["the UN refugee agency said"]) == "UN refugee agency"
    assert spelled("bank of ruma", ["the bank"]) == "Bank of Ruma"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6), st.sampled_from([None, "count", "EUR", "km", "percent"]))
def test_every_cluster_is_about_something(texts, unit):
    claims = [claim(text, unit=unit) for text in texts]
    assert about(claims).strip()
    assert about(claims) == about(claims[::-1])
