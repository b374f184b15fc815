"""How alike texts are letter by letter: groups of three to five letters, weighted by how rare they are in the run.

The groups are those of words with a blank at either end, the weights smoothed inverse document frequencies, the vectors of unit
length: scikit-learn's ``char_wb`` TF-IDF, whose import alone takes longer than a small run. A word's groups are cut once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

_SIZES = range(3, 6)
_WORDS = 1 << 16  # words whose groups are remembered


class Characters:
    """The groups of letters in a run's texts and how rare each is; the texts themselves are not held."""

    def __init__(self, numbers: dict[str, int], rarity: NDArray[np.float64]) -> None:
        """``numbers`` gives each group its place in ``rarity``."""
        self._numbers = numbers
        self._rarity = rarity
        self._groups_of = lru_cache(_WORDS)(self._numbered)

    @classmethod
    def counted(cls, texts: Iterable[Sequence[str]]) -> Characters:
        """Those of all the texts of a run, which come some at a time."""
        found = cls({}, np.zeros(0))
        within = np.zeros(1 << 10, dtype=np.int64)
        count = 0
        for some in texts:
            groups = [found._groups(text)[0] for text in some]
            if len(within) < len(found._numbers):
                within = np.concatenate([within, np.zeros(len(found._numbers), dtype=np.int64)])
            np.add.at(within, np.concatenate(groups or [_NONE]), 1)
            count += len(some)
        found._rarity = np.log((1 + count) / (1 + within[: len(found._numbers)])) + 1
        return found

    def among(self, texts: Iterable[str]) -> Characters:
        """The groups that some of the texts hold, in the order in which they were: likenesses stay the same to the last bit."""
        words = {word for text in texts for word in text.lower().split()}
        kept = sorted({number for word in words for number in self._groups_of(word).tolist()})
        place = {number: place for place, number in enumerate(kept)}
        numbers = {group: self._numbers[group] for word in words for group in _groups(word)}
        return Characters({group: place[number] for group, number in numbers.items()}, self._rarity[kept])

    def __reduce__(self) -> tuple[type[Characters], tuple[dict[str, int], NDArray[np.float64]]]:
        return Characters, (self._numbers, self._rarity)

    def rows(self, texts: Sequence[str]) -> csr_array:
        """The unit vectors of some of the texts that were counted, one below the other: their products are cosines, 0..1."""
        data, indices, starts = [np.zeros(0, dtype=np.float32)], [np.zeros(0, dtype=np.int32)], [0]
        for groups, counts in map(self._groups, texts):
            weights = counts * self._rarity[groups]
            data.append((weights / max(float(np.linalg.norm(weights)), 1e-12)).astype(np.float32))
            indices.append(groups.astype(np.int32))
            starts.append(starts[-1] + len(groups))
        shape = (len(texts), len(self._rarity))
        return csr_array((np.concatenate(data), np.concatenate(indices), np.array(starts)), shape=shape)

    def _groups(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The groups of a text and how often each comes."""
        found = [self._groups_of(word) for word in text.lower().split()]
        if not found:
            return _NONE, _NONE
        groups, counts = np.unique(np.concatenate(found), return_counts=True)
        return groups, counts

    def _numbered(self, word: str) -> NDArray[np.int64]:
        numbers = self._numbers
        return np.array([numbers.setdefault(g, len(numbers)) for g in _groups(word)], dtype=np.int64)


_NONE: NDArray[np.int64] = np.zeros(0, dtype=np.int64)


def cosines(left: csr_array, right: csr_array) -> NDArray[np.float32]:
    """Of every row of the one with every row of the other."""
    return np.asarray((left @ right.T).toarray(), dtype=np.float32)


def _groups(word: str) -> list[str]:
    """ " so", "so ", " so ": a word shorter than the group is one group itself, once."""
    padded = f" {word} "
    found = []
    for size in _SIZES:
        found += [padded[i : i + size] for i in range(len(padded) - size + 1)] or [padded]
        if size >= len(padded):
            break
    return found
