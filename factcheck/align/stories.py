"""How far two articles tell of the same story, from the names and the words that they share.

Measured on web articles on shooting incidents (pairs of articles about one incident against all others), from .14 on: precision .79
at recall .78 among 273 articles, .59 and .75 among 976, and .61 and .72 among these and 7,769 wire reports. With the words that
more than 50 articles hold, which say more of an article's form than of its story, the last were .36 and .77 from .18, and 233,000
pairs of wire reports came as near, fourteen times as many. In folders of four or five articles on one invented story each,
nineteen pairs of twenty lie above .08 and half above .30.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack
from scipy.sparse.csgraph import reverse_cuthill_mckee

from factcheck.align.content import is_empty
from factcheck.align.thirds import through_a_third
from factcheck.model import Article

# A word in all of five articles is not common, it is what they are about: word rarity is counted as if so many further
# articles without it lay beside the folder. From 20 to 100 the figures above move by less than .02.
_BACKGROUND = 50
_FLOOR, _FLOOR_OF_MANY = 0.05, 0.08  # relatedness below which it is not kept: no stage asks for less
_MANY = 100  # articles from which the second floor holds
_COMMON = 50  # articles; what more of them hold tells no story from another ("shr", "qtly div"; "police", "shooting")
# ... but the rarest words of an article always count, or sixty copies of one report would have nothing in common. With a fifth of
# its words 300 more pairs of 16,000 wire reports meet.
_RAREST = 0.2
# Other articles that one meets at most (and more, where it is among theirs). A story has fewer outlets than that in any set
# measured; ten thousand wire reports of one form ("Shr 12 cts vs 10") have hundreds that are alike and tell of other things.
NEAREST = 30
ROWS = 512  # articles compared with all others at a time

_WORD = re.compile(r"\b\w\w+\b")
_NAME = re.compile(r"(?<=[a-z,;’'\-–—] )[A-Z][\w’'-]{2,}")


Meeting = tuple[int, int, float]  # two articles, by row, and how far they are related
Join = Callable[[csr_array, float], csr_array]


class Related:
    """How far articles (by row) are related, 0..1; the least, which no stage asks for, counts as nothing, an article is wholly its own."""

    def __init__(self, scores: csr_array) -> None:
        self._scores = scores

    def __len__(self) -> int:
        return int(self._scores.shape[0])

    def row(self, article: int) -> Mapping[int, float]:
        """The articles related to one, itself among them, with how far they are."""
        start, end = self._scores.indptr[article], self._scores.indptr[article + 1]
        columns, scores = self._scores.indices[start:end].tolist(), self._scores.data[start:end].tolist()
        return dict(zip(columns, scores, strict=True))

    def pairs(self, threshold: float) -> Sequence[Meeting]:
        """Every two articles that meet, the smaller row first; each article with itself too. Who is related comes close together.

        Two meet when they are related that far and the one is among the other's nearest.
        """
        left, right = self._meeting(threshold)
        near = csr_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=self._scores.shape)
        place = np.empty(len(self), dtype=np.intp)
        place[reverse_cuthill_mckee(near.tocsr(), symmetric_mode=False)] = np.arange(len(self))
        left, right = (np.concatenate([side, np.arange(len(self))]) for side in (left, right))
        order = np.lexsort((np.minimum(place[left], place[right]), np.maximum(place[left], place[right])))
        left, right = left[order], right[order]
        return tuple(zip(left.tolist(), right.tolist(), self._scores[left, right].tolist(), strict=True))

    def left_out(self, threshold: float) -> int:
        """How many pairs of articles are related that far and do not meet, since each has many that are nearer."""
        related = int(np.count_nonzero((self._scores.data >= threshold) & (self._rows < self._scores.indices)))
        return related - len(self._meeting(threshold)[0])

    @property
    def _rows(self) -> NDArray[np.intp]:
        return np.repeat(np.arange(len(self)), np.diff(self._scores.indptr))

    def _meeting(self, threshold: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The rows of every two articles that meet, the smaller ones and the larger ones, in order."""
        rows, columns, scores = self._rows, self._scores.indices, self._scores.data
        close = (scores >= threshold) & (rows != columns)
        rows, columns, scores = rows[close], columns[close].astype(np.intp), scores[close]
        order = np.lexsort((columns, -scores, rows))
        first = np.searchsorted(rows, rows)  # rows are in order: where each one's own begin
        near = order[np.arange(len(rows)) - first < NEAREST]
        codes = np.minimum(rows[near], columns[near]) * len(self) + np.maximum(rows[near], columns[near])
        left, right = np.divmod(np.unique(codes), max(1, len(self)))
        return left, right

    @classmethod
    def all_one(cls, articles: int) -> Related:
        """So many articles that are known to tell one story."""
        return cls(csr_array(np.ones((articles, articles), dtype=np.float32)))


def meetings(related: Related) -> Sequence[Meeting]:
    """The articles whose claims meet."""
    return related.pairs(related_from(len(related)))


def relatedness(articles: Sequence[Article], join: Join | None = None) -> Related:
    """How far each two of the articles tell of one story: the mean of the cosines of their words and of their names.

    ``join`` finds the pairs of different rows whose products reach a floor, and the products (``products`` does so here).
    """
    counted = [words_and_names(article) for article in articles]
    # Two unit vectors side by side, each over the root of two: their product is the mean of the two cosines.
    words = _weighted([words for words, _ in counted])
    names = _weighted([names for _, names in counted])
    indices, data, starts = [], [], [0]
    shift = 1 + max((int(i.max(initial=-1)) for i, _ in words), default=-1)
    for (word, weight), (name, weight_of_name) in zip(words, names, strict=True):
        indices += [word, name + shift]
        data += [weight / math.sqrt(2), weight_of_name / math.sqrt(2)]
        starts.append(starts[-1] + len(word) + len(name))
    if not articles:
        return Related(csr_array((0, 0), dtype=np.float32))
    every = np.concatenate(indices)
    vectors = csr_array(
        (np.concatenate(data).astype(np.float32), every, np.array(starts)),
        shape=(len(articles), int(every.max(initial=0)) + 1),
    )
    joined = (join or products)(vectors, _FLOOR if len(articles) < _MANY else _FLOOR_OF_MANY).tocoo()
    apart = joined.row != joined.col
    every_one = np.arange(len(articles))
    rows, columns = (np.concatenate([side[apart], every_one]) for side in (joined.row, joined.col))
    scores = np.concatenate([joined.data[apart], np.ones(len(articles), dtype=np.float32)])
    own = csr_array((scores, (rows, columns)), shape=joined.shape)
    return Related(through_a_third(own, related_from(len(articles)), NEAREST))


def products(vectors: csr_array, floor: float) -> csr_array:
    """The products of every two rows that reach the floor, some rows at a time, so that memory grows with what is kept."""
    turned = vectors.T.tocsr()
    starts = range(0, vectors.shape[0], ROWS)
    return vstack([reaching(vectors[start : start + ROWS], turned, floor) for start in starts], format="csr")


def reaching(rows: csr_array, columns: csr_array, floor: float) -> csr_array:
    """The products of rows with columns, without those below the floor. No product depends on what others are made with it."""
    found = (rows @ columns).tocoo()
    kept = found.data >= floor
    return csr_array((found.data[kept], (found.row[kept], found.col[kept])), shape=found.shape)


def rarity(articles: int, within: int) -> float:
    """How much a word tells that comes in ``within`` of ``articles``, above 1."""
    return math.log((1 + articles + _BACKGROUND) / (1 + within)) + 1


def _weighted(counts: Sequence[Counter[str]]) -> list[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """For each text its telling words (as numbers) and their weights, by rarity, sublinear in how often a word comes.

    With the words that tell nothing they would be of unit length.
    """
    numbers: dict[str, int] = {}
    within: Counter[str] = Counter()
    for count in counts:
        within.update(count.keys())
    weight = {word: rarity(len(counts), n) for word, n in within.items()}
    found = []
    for count in counts:
        words = np.array([numbers.setdefault(word, len(numbers)) for word in count], dtype=np.int64)
        weights = np.array([(1 + math.log(n)) * weight[word] for word, n in count.items()])
        telling = _telling(np.array([within[word] for word in count], dtype=np.int64))
        found.append((words[telling], weights[telling] / max(float(np.linalg.norm(weights)), 1e-12)))
    return found


def _telling(within: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which words of a text tell its story, by how many articles hold each: those in few, and its rarest ones in any case."""
    rarest = int(len(within) * _RAREST)
    return within <= max(_COMMON, int(np.sort(within)[rarest - 1]) if rarest else 0)


def related_from(articles: int) -> float:
    """The relatedness from which two articles' claims meet: who puts five articles in a folder has one story in mind.

    0.08 for up to five articles, 0.14 from thirty, as measured above; in between by the logarithm.
    """
    return min(0.14, max(0.08, 0.08 + 0.10 * math.log(max(articles, 5) / 5) / math.log(20)))


def words_and_names(article: Article) -> tuple[Counter[str], Counter[str]]:
    """How often each telling word (in small letters) and each name comes in the article, clutter aside."""
    text = article.told
    return Counter(w for w in _WORD.findall(text.lower()) if not is_empty(w)), Counter(_NAME.findall(text))
