"""How alike texts are letter by letter: groups of three to five letters, weighted by how rare they are in the run.

The groups are those of words with a blank at either end, the weights smoothed inverse document frequencies, the vectors of unit
length: scikit-learn's ``char_wb`` TF-IDF, whose import alone takes longer than a small run. A word's groups are cut once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

_SIZES = range(3, 6)


class Characters:
    """The groups of letters in a run's texts, by the columns that the texts form."""

    def __init__(self, columns: Sequence[Sequence[str]]) -> None:
        numbers: dict[str, int] = {}
        words: dict[str, NDArray[np.int64]] = {}
        counted = [[_numbered(text, words, numbers) for text in column] for column in columns]
        within = np.zeros(len(numbers), dtype=np.int64)
        for column in counted:
            for groups, _ in column:
                within[groups] += 1
        rarity = np.log((1 + sum(len(column) for column in counted)) / (1 + within)) + 1
        self._rows = [_matrix(column, rarity) for column in counted]

    def between(self, column: int, left: NDArray[np.intp], right: NDArray[np.intp]) -> NDArray[np.float32]:
        """The cosines of some texts of a column with others of it, shape (len(left), len(right)), 0..1."""
        rows = self._rows[column]
        return np.asarray((rows[left] @ rows[right].T).toarray(), dtype=np.float32)


def _numbered(
    text: str, words: dict[str, NDArray[np.int64]], numbers: dict[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The groups of a text and how often each comes."""
    found = []
    for word in text.lower().split():
        groups = words.get(word)
        if groups is None:
            groups = np.array([numbers.setdefault(g, len(numbers)) for g in _groups(word)], dtype=np.int64)
            words[word] = groups
        found.append(groups)
    if not found:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    groups, counts = np.unique(np.concatenate(found), return_counts=True)
    return groups, counts


def _groups(word: str) -> list[str]:
    """ " so", "so ", " so ": a word shorter than the group is one group itself, once."""
    padded = f" {word} "
    found = []
    for size in _SIZES:
        found += [padded[i : i + size] for i in range(len(padded) - size + 1)] or [padded]
        if size >= len(padded):
            break
    return found


def _matrix(column: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]], rarity: NDArray[np.float64]) -> csr_array:
    starts = np.cumsum([0, *(len(groups) for groups, _ in column)])
    data, indices = [np.zeros(0, dtype=np.float32)], [np.zeros(0, dtype=np.int32)]
    for groups, counts in column:
        weights = counts * rarity[groups]
        data.append((weights / max(float(np.linalg.norm(weights)), 1e-12)).astype(np.float32))
        indices.append(groups.astype(np.int32))
    return csr_array((np.concatenate(data), np.concatenate(indices), starts), shape=(len(column), len(rarity)))
