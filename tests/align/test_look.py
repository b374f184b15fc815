"""The first look: blocks of claims -> the pairs worth a closer one, and no text embedded for the others."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from align_claims import claim, quantity
from conftest import QuickEmbedder

from factcheck.align import views
from factcheck.align.look import Outline, candidates, keys_of
from factcheck.align.neighbours import align
from factcheck.align.space import Rarity, Space, likenesses
from factcheck.align.stories import Related, meetings
from factcheck.model import Interval
from factcheck.terms import ClaimKind

FIRE = [
    "The old mill in Ostrel burned to the ground on Monday night",
    "Firefighters from three towns saved the bakery beside the mill",
    "Nobody can say yet how the blaze began",
]
BANK = ["Shares in the Vantor bank fell sharply", "Its chairman had sold his own in spring", ""]


def statements(texts, article: str):
    return [replace(claim(text=text, article=article), sentence=n) for n, text in enumerate(texts)]


def space_of(*articles):
    blocks = dict(enumerate(articles))
    space = Space(blocks, lambda c: c.text, Rarity.of(blocks, lambda c: c.text), QuickEmbedder())
    return space.wordings(blocks, {})


class Counting(QuickEmbedder):
    """Counts what is embedded."""

    def __init__(self) -> None:
        self.texts: Counter[str] = Counter()

    def encode(self, texts, advance=None):
        self.texts.update(texts)
        return super().encode(texts, advance)


def test_words_are_covered_by_their_nearest_counterparts():
    """Held against the plain way, claim by claim."""
    x, y = statements(FIRE, "a"), statements(BANK, "b")
    left, right = space_of(x, y).values()
    alike = likenesses(left, right)
    for i in range(len(x)):
        for j in range(len(y)):
            a, b = (side.spoken[[n], :].tocoo() for side, n in ((left, i), (right, j)))
            near = left.vectors[a.col] @ right.vectors[b.col].T
            sides = (float(a.data @ near.max(axis=1)), float(b.data @ near.max(axis=0))) if near.size else (0.0, 0.0)
            assert alike.covered_least[i, j] == pytest.approx(min(sides), abs=1e-5)
            assert alike.covered_most[i, j] == pytest.approx(max(sides), abs=1e-5)


def test_many_words_are_looked_at_some_at_a_time(monkeypatch):
    sides = space_of(statements(FIRE, "a"), statements(BANK, "b")).values()
    whole = likenesses(*sides)
    monkeypatch.setattr("factcheck.align.space._AT_ONCE", 1)
    assert np.array_equal(likenesses(*sides).covered_least, whole.covered_least)


def test_each_two_claims_of_an_article_meet_once_and_never_those_of_one_sentence():
    claims = [*statements(FIRE, "a"), replace(claim(text="It burned all night", article="a"), sentence=0)]
    (own,) = space_of(claims).values()
    outline = Outline.of(claims)
    rows, columns = candidates(outline, outline, likenesses(own, own), screened=False)
    assert set(zip(rows.tolist(), columns.tolist(), strict=True)) == {(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)}


def test_figures_meet_those_of_their_dimension_only():
    figures = [claim(quantity(3, unit=unit), article="a", name=unit) for unit in ("km", "mile", "kg", "count")]
    left, right = space_of(figures, figures).values()
    rows, columns = candidates(Outline.of(figures), Outline.of(figures), likenesses(left, right), screened=False)
    assert set(zip(rows.tolist(), columns.tolist(), strict=True)) == {(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (3, 3)}


def test_a_claim_that_meets_nothing_of_promise_is_not_embedded_and_no_text_twice():
    claims = [*statements([*FIRE, *BANK], "a"), *statements(FIRE, "b")]
    embedder, anywhen = Counting(), Interval(low=None, high=None)
    days = {"a": anywhen, "b": anywhen}
    found = list(
        align(claims, lambda c: c.text, meetings(Related.all_one(2)), {"a": 0, "b": 1}, days, embedder, within=False)
    )
    assert found
    assert {views.wording(c) for c in claims[:3]} <= set(embedder.texts)
    assert not {views.wording(c) for c in claims[3:5]} & set(embedder.texts)
    assert set(embedder.texts.values()) == {1}


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (quantity(12, role="killed"), quantity(15, role="killed"), True),
        (quantity(12, of="leader"), quantity(15, of="head"), True),
        (quantity(8700), quantity(8700), True),
        (quantity(12), quantity(12, of="car"), True),  # a figure rare enough
        (quantity(2), quantity(2, of="car"), False),
    ],
)
def test_a_role_a_noun_or_a_rare_figure_brings_figures_together(one, other, share):
    assert bool(keys_of(claim(one)) & keys_of(claim(other))) is share


def test_only_figures_have_keys():
    assert not keys_of(replace(claim(text="It rained"), kind=ClaimKind.STATEMENT))
