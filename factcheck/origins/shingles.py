"""Near-duplicate wording: runs of five words that two texts share, found by an index instead of comparing all pairs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)
Shingles = NDArray[np.int64]  # each once; that two of twenty million share a number happens once in fifty thousand runs

_RUN = 5  # words; shorter runs are phrases that everybody uses ("was taken to the hospital")
_QUOTED = re.compile(r"“[^”\n]{1,1000}”|\"[^\"\n]{1,1000}\"|«[^»\n]{1,1000}»|„[^“”\n]{1,1000}[“”]")
_WORD = re.compile(r"\w+")
# How many texts a shingle is remembered for, the longest first. A text needs to meet one of its kind, not all of them, so
# a report that a hundred outlets print costs no more than one that four do.
_HOLDERS = 4
_NONE: Shingles = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Copied:
    """From when on two texts share too much for chance: this part of the shorter one's shingles, and so many at least."""

    share: float
    shingles: int


# Calibrated on 989 web pages on 373 shooting incidents and on 148 reports on 56 events of the war in Syria, whose outlets print
# agency copy, edited or not, by reading the shared runs of 85 pairs of articles. Reports of one event written apart share
# names, addresses, charges and the police's set phrases: 115 of 146 pairs on Syria share under .05 of the shorter one, and 539 of the
# 625 on the shootings that share anything under .1; of 14 read from .12 to .2 none was a copy. From .20 to .25 lie follow-ups by one
# outlet and single borrowed paragraphs; from .25 on all that was read was agency copy, one outlet's own reports, messages of the
# police embedded in both, or the same page furniture. Under 20 shared shingles the shorter text is a headline and a line, and .25
# of it is one address.
ARTICLE = Copied(0.25, 20)

# The same for two sentences of articles by different outlets that share less than .2: of 30 pairs read below .8 three or four were
# borrowed, the rest were names, addresses, charges and ages in the order in which the police gave them; of the 12 read above, the six
# with ten shared shingles (a run of fourteen words, or two of nine) and more were copied or one statement printed twice, but for one
# official's long title.
SENTENCE = Copied(0.8, 10)


def shingles(text: str) -> Shingles:
    """The runs of five words of a text, case and punctuation aside, each as a number.

    What stands in quotation marks is left out, and no run reaches over it: who hears the same speech prints the same words.

    >>> len(shingles("A ferry sank off Ruma on Monday.")), len(shingles('He said: "A ferry sank off Ruma on Monday."'))
    (3, 0)
    """
    found: set[int] = set()
    for stretch in _QUOTED.split(text):
        words = _WORD.findall(stretch.lower())
        found.update(hash(tuple(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1))
    return np.fromiter(found, dtype=np.int64, count=len(found))


def copies(texts: Mapping[Key, Shingles], least: Copied) -> tuple[tuple[Key, Key], ...]:
    """Pairs of which one is wholly or partly a copy of the other: enough of them to join all that belong together.

    The order of ``texts`` does not matter but among texts of one length.
    """
    every = np.sort(np.concatenate([_NONE, *texts.values()]))
    repeated = np.unique(every[1:][every[1:] == every[:-1]])  # most runs stand in one text alone
    holders: dict[int, list[Key]] = {}
    found = []
    for key, own in sorted(texts.items(), key=lambda item: -len(item[1])):
        shared: Counter[Key] = Counter()
        for shingle in np.intersect1d(own, repeated, assume_unique=True).tolist():
            known = holders.setdefault(shingle, [])
            shared.update(known)
            if len(known) < _HOLDERS:
                known.append(key)
        enough = max(least.share * len(own), least.shingles)  # those met before are at least as long
        found += [(longer, key) for longer, count in shared.items() if count >= enough]
    return tuple(found)
