"""How far two articles tell of the same story, from the names and the words that they share.

Measured on 273 web articles on 100 shooting incidents (pairs of articles about one incident against all others):
names alone give precision .91 at recall .65 (threshold .30), words alone .87 at .73 (.20), their mean .93 at .60
(.30) and .81 at .80 (.18). On five articles about different visits and parades of the same leaders the two about one
parade score .53, all other pairs .17 to .25. Hence the two thresholds below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.model import Article
from factcheck.terms import SegmentRole

RELATED = 0.15  # below this, two articles' claims never meet
SAME_STORY = 0.30  # from here on, a difference may be called a conflict without further evidence of the occasion

_NAME = re.compile(r"(?<![.!?:\n“\"] )(?<=[a-z,;’'\-–—] )[A-Z][\w’'-]{2,}")


def relatedness(articles: Sequence[Article]) -> NDArray[np.float32]:
    """Symmetric matrix of 0..1, one row an article; an article is wholly related to itself."""
    if not articles:
        return np.zeros((0, 0), dtype=np.float32)
    texts = [_content(a) for a in articles]
    names = [" ".join(_NAME.findall(t)) for t in texts]
    words = _similarity(texts, stop_words="english")
    result = (words + _similarity(names, stop_words=None)) / 2
    np.fill_diagonal(result, 1.0)
    return result.astype(np.float32)


def _content(article: Article) -> str:
    parts = [s.span.of(article.text) for s in article.segments if s.role is not SegmentRole.BOILERPLATE]
    return "\n".join(parts)


def _similarity(texts: Sequence[str], stop_words: str | None) -> NDArray[np.float64]:
    try:
        rows = TfidfVectorizer(sublinear_tf=True, stop_words=stop_words).fit_transform(texts)
    except ValueError:  # no word in any text
        return np.zeros((len(texts), len(texts)))
    return np.asarray((rows @ rows.T).todense())
