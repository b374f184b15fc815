"""Letter by letter: what scikit-learn's char_wb TF-IDF gives, without importing it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.align.characters import Characters, cosines

TEXT = st.lists(
    st.sampled_from(["a", "N", "so", "Mayor", "mayor's", "Ruma", "Ostrel", "é", "killed,", "killing"]), max_size=8
).map(" ".join)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6))
def test_the_cosines_are_those_of_scikit_learn(rows):
    columns = [[row[n] for row in rows] for n in (0, 1)]
    if not any(text for column in columns for text in column):
        return  # scikit-learn refuses an empty vocabulary
    model = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit([*columns[0], *columns[1]])
    ours = Characters.counted(columns)
    for column in columns:
        theirs, own = model.transform(column), ours.rows(column)
        assert np.allclose(cosines(own, own), (theirs @ theirs.T).toarray(), atol=1e-5)


def test_no_text_at_all():
    none = Characters.counted((["", ""], ["", ""])).rows(["", ""])
    assert np.array_equal(cosines(none, none), np.zeros((2, 2)))


@given(st.lists(TEXT, min_size=1, max_size=8), st.integers(1, 8))
def test_a_part_is_as_alike_as_in_the_whole(texts, count):
    whole, some = Characters.counted([texts]), texts[-count:]
    part = whole.among(some)
    one, other = whole.rows(some), part.rows(some)
    assert np.array_equal(cosines(one, one), cosines(other, other))
