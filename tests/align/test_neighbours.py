"""Which claims meet: claims and their sentences -> scored pairs, in the order of their ids."""

from dataclasses import replace

import numpy as np
import pytest
from align_claims import claim, quantity
from conftest import QuickEmbedder

from factcheck.align.neighbours import align, masked, rarity
from factcheck.model import Span
from factcheck.terms import ClaimKind

QUICK = QuickEmbedder()
ONE_STORY = np.ones((2, 2), dtype=np.float32)
STRANGERS = np.eye(2, dtype=np.float32)


def deaths(count: int, article: str) -> list:
    return [
        claim(quantity(n, of="people", role="killed"), f"N people were killed on day {n} in Ruma", article=article)
        for n in range(count)
    ]


def pairs(claims, related=ONE_STORY, *, within=True):
    return align(claims, lambda c: c.text, related, {"a": 0, "b": 1}, QUICK, within=within)


def test_claims_of_strangers_do_not_meet():
    claims = deaths(3, "a") + deaths(3, "b")
    assert pairs(claims, ONE_STORY, within=False)
    assert not pairs(claims, STRANGERS, within=False)


def test_claims_of_one_article_meet_only_when_asked_to():
    claims = deaths(3, "a") + deaths(3, "b")
    article_of = {c.id: c.article_id for c in claims}
    crossing = {article_of[a.left] == article_of[a.right] for a in pairs(claims, within=False)}
    assert crossing == {False}
    assert {article_of[a.left] == article_of[a.right] for a in pairs(claims)} == {True, False}


def test_the_order_of_the_claims_does_not_matter():
    claims = deaths(4, "a") + deaths(4, "b")
    found = pairs(claims)
    assert found == pairs(claims[::-1])
    assert all(a.left < a.right and 0 < a.score <= 1 for a in found)


def test_kinds_do_not_mix_but_with_statements():
    plain = claim(text="N people were killed on day 1 in Ruma", article="b")
    date = replace(deaths(1, "b")[0], id="date", kind=ClaimKind.TIME)
    assert not pairs([deaths(1, "a")[0], date], within=False)
    assert len(pairs([deaths(1, "a")[0], plain], within=False)) <= 1


def test_nothing_to_pair():
    assert pairs([]) == pairs(deaths(1, "a")) == ()


@pytest.mark.xfail(strict=True, reason="every claim with the same role meets every other: pairs grow with the square")
def test_pairs_grow_with_the_claims_and_not_with_their_square():
    few, many = (len(pairs(deaths(count, "a"))) for count in (80, 160))
    assert many < 3 * few


def test_values_are_masked():
    twelve = replace(
        claim(quantity(12), "In 2024 some 12 people and 3 dogs"),
        value=replace(quantity(12), span=Span(start=108, end=115)),
        span=Span(start=100, end=133),
    )
    assert twelve.text[8:15] == "some 12"
    assert masked(twelve.text, twelve) == "In N N people and N dogs"
    assert masked("Twelve  people\nin 2024", claim(text="x")) == "Twelve people in N"


def test_a_name_in_few_sentences_weighs_more():
    often = [replace(claim(name=str(n)), sentence=n, entities=("ruma",)) for n in range(9)]
    once = replace(claim(name="once"), sentence=9, entities=("ruma", "anna brown"))
    weights = rarity([*often, once, replace(once, id="again")])
    assert 0 < weights["ruma"] < weights["anna brown"] <= 1
