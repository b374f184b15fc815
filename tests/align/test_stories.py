"""Which articles tell of one story: texts -> how far they are related."""

import numpy as np
import pytest
from conftest import SEEDS
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.stories import NEAREST, related_from, relatedness
from factcheck.ingest.read import read
from factcheck.ingest.text import article

FIRE = "A fire broke out at the old mill in Ostrel on Monday. Mayor Ana Brandt said that the mill in Ostrel was lost."
AGAIN = "The old mill in Ostrel burned down on Monday, and Ana Brandt, the mayor of Ostrel, called for an inquiry."
OTHER = "Shares in the Vantor bank fell sharply after its chairman, Luis Perreira, sold his own in Karlov this spring."
NAMES = [f"{first}{last}" for first in ("Bel", "Car", "Dor", "Fen", "Gar", "Hol") for last in "abcdefghijk"]


def scores(articles) -> np.ndarray:
    """The whole matrix."""
    related = relatedness(articles)
    return np.array([[related.row(i).get(j, 0.0) for j in range(len(related))] for i in range(len(related))]).reshape(
        len(related), len(related)
    )


def test_articles_on_one_thing_are_closer_than_others():
    related = scores([article(text, path=text[:9]) for text in (FIRE, AGAIN, OTHER)])
    assert related[0, 1] > related_from(3) > max(related[0, 2], related[1, 2])


def test_most_articles_of_a_story_know_each_other_and_strangers_do_not():
    articles = read([SEEDS / "ferry-disaster", SEEDS / "grocer-accounts"])
    related = scores(articles)
    ferry = np.array(["ferry-disaster" in a.path for a in articles])
    same = ferry[:, None] == ferry[None, :]
    apart = ~np.eye(len(articles), dtype=bool)
    assert np.mean(related[same & apart] >= related_from(5)) > 0.7
    assert np.mean(related[~same] < related_from(100)) == 1


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["the of and", "..."], [FIRE, ""]])
def test_texts_without_a_word(texts):
    related = scores([article(text, path=str(n)) for n, text in enumerate(texts)])
    assert related.shape == (len(texts), len(texts))
    assert np.all(np.isfinite(related)) and np.all(np.diag(related) == 1)


WORDS = st.lists(st.sampled_from((FIRE + AGAIN + OTHER).split()), max_size=20).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_a_symmetric_share_whatever_the_order(texts):
    articles = [article(text, path=str(n)) for n, text in enumerate(texts)]
    related = scores(articles)
    assert np.all(related >= -1e-6) and np.all(related <= 1 + 1e-6)
    assert np.allclose(related, related.T, atol=1e-6)
    assert np.allclose(scores(articles[::-1]), related[::-1, ::-1], atol=1e-6)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_more_articles_never_lower_the_threshold(few, many):
    few, many = sorted((few, many))
    assert 0.08 <= related_from(few) <= related_from(many) <= 0.14


def test_an_article_meets_its_nearest_and_what_is_left_out_is_counted():
    count = NEAREST + 20
    alike = relatedness([article(f"{FIRE} Report {n}.", path=str(n)) for n in range(count)])
    met = list(alike.pairs(0.1))
    assert all(left <= right for left, right, _ in met) and len(met) == len({pair[:2] for pair in met})
    assert sum(left == right for left, right, _ in met) == count
    across = len(met) - count
    assert count * NEAREST / 2 <= across < count * (count - 1) / 2
    assert alike.left_out(0.1) == count * (count - 1) / 2 - across > 0
    few = relatedness([article(f"{FIRE} Report {n}.", path=str(n)) for n in range(NEAREST)])
    assert few.left_out(0.1) == 0 and len(list(few.pairs(0.1))) == NEAREST * (NEAREST + 1) / 2


def test_words_that_many_articles_hold_tell_no_story():
    forms = [
        article(f"Shr {n} cts vs {n + 1} cts. Net {n}. Revs {n}. {name}.", path=name) for n, name in enumerate(NAMES)
    ]
    fires = [article(text, path=text[:9]) for text in (FIRE, AGAIN)]
    few, many = scores([*fires, *forms[:5]]), scores([*fires, *forms])
    assert few[2, 3] > related_from(100) > many[2, 3]
    assert min(few[0, 1], many[0, 1]) > related_from(100)


def test_a_hundred_copies_are_one_story():
    assert scores([article(FIRE, path=str(n)) for n in range(100)])[0, 1] > related_from(100)


def test_a_third_that_tells_of_both_relates_two_that_share_few_words():
    one = "The mill in Ostrel burned down on Monday."
    other = "Mayor Ana Brandt called for an inquiry by the county council."
    both = "The mill in Ostrel burned down on Monday, and Mayor Ana Brandt called for an inquiry by the county council."
    alone = scores([article(text, path=text[:9]) for text in (one, other)])
    beside = scores([article(text, path=text[:9]) for text in (one, other, both)])
    assert alone[0, 1] < related_from(3) <= beside[0, 1] < min(beside[0, 2], beside[1, 2])
    assert np.array_equal(beside, beside.T)
