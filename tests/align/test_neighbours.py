"""Which claims meet: claims and their sentences -> scored pairs."""

from dataclasses import replace

from align_claims import claim, quantity
from conftest import QuickEmbedder

from factcheck.align.neighbours import align
from factcheck.align.stories import Related, meetings, relatedness
from factcheck.ingest.text import article
from factcheck.model import Interval, Span
from factcheck.terms import ClaimKind

QUICK = QuickEmbedder()
ONE_STORY = Related.all_one(2)
STRANGERS = relatedness([article(text, path=text) for text in ("Ships sail", "Banks fail")])
SOME_DAY = Interval(low=None, high=None)


def deaths(count: int, article: str) -> list:
    return [
        replace(
            claim(quantity(n, of="people", role="killed"), f"N people were killed on day {n} in Ruma", article=article),
            sentence=n,
        )
        for n in range(count)
    ]


def pairs(claims, related=ONE_STORY, *, within=True):
    published = {"a": SOME_DAY, "b": SOME_DAY}
    found = align(claims, lambda c: c.text, meetings(related), {"a": 0, "b": 1}, published, QUICK, within=within)
    return sorted(found, key=lambda a: (a.left, a.right))


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


def test_the_figures_of_one_sentence_do_not_meet():
    both = [replace(c, sentence=0) for c in deaths(2, "a")]
    assert not pairs(both)


def test_the_order_of_the_claims_does_not_matter():
    claims = deaths(4, "a") + deaths(4, "b")
    found = pairs(claims)
    assert found == pairs(claims[::-1])
    assert all(a.left < a.right and 0 < a.score <= 1 for a in found)


def test_kinds_do_not_mix():
    dead = deaths(1, "a")[0]
    plain = claim(text="N people were killed on day 1 in Ruma", article="b")
    date = replace(deaths(1, "b")[0], id="date", kind=ClaimKind.TIME)
    assert not pairs([dead, date], within=False)
    assert not pairs([dead, plain], within=False)


def test_figures_of_two_dimensions_do_not_meet():
    far = claim(quantity(3, unit="km"), "N people were killed on day 1 in Ruma", article="b")
    assert not pairs([deaths(1, "a")[0], far], within=False)


def test_nothing_to_pair():
    assert pairs([]) == pairs(deaths(1, "a")) == []


def test_pairs_grow_with_the_claims_and_not_with_their_square():
    few, many = (len(pairs(deaths(count, "a"))) for count in (80, 160))
    assert many < 3 * few


def test_evidence_is_rounded_so_that_no_processor_changes_a_report():
    (found,) = pairs([deaths(1, "a")[0], replace(deaths(1, "b")[0], span=Span(start=0, end=9))], within=False)
    assert all(value == round(value, 4) for _, value in found.evidence)
