"""What the finders of attributions share: a sentence read once, a cue, and the record of what a cue answers for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.clauses.predicates import VerbGroup, verb_groups
from factcheck.extract.clauses.wordclasses import tag
from factcheck.extract.words import Words, split_words, word_set
from factcheck.model import Attribution, Span
from factcheck.terms import Stance

PARTING = word_set("while whereas although though but")

FIGURES = word_set("estimate estimates figure figures count counts toll tally total number numbers")

SOURCES = word_set("""police officials official ministry report reports sources source witnesses army military government authorities prosecutors study survey poll minister president mayor
    sheriff un organisers organizers coroner court hospital monitor activists media spokesman spokeswoman agency experts doctors rebels""")

LONGEST_SOURCE = 16

# What has more words is a table or a list without full stops; nobody answers for all of it.
_LONGEST_SENTENCE = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedSpan:
    """A source, and the stretch of the sentence it answers for; of nested stretches the smallest decides.

    ``attribution.span`` covers source and cue. Where the source is named in an earlier sentence (an open quotation),
    it is empty: start and end are 0.
    """

    attribution: Attribution
    scope: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """A sentence, its words, their classes and verbs; ``walls`` are the words that part one source's clauses from another's."""

    text: str
    words: Words
    letters: str
    groups: tuple[VerbGroup, ...]
    firsts: tuple[int, ...]
    walls: tuple[int, ...]

    def next_group(self, at: int, end: int) -> VerbGroup | None:
        """The first finite verb group that begins at ``at`` or later, before ``end``."""
        begin = bisect_left(self.firsts, at)
        for group in self.groups[begin : begin + 4]:
            if group.first >= end:
                return None
            if group.finite:
                return group
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A source with its cue, as word ranges; ``first`` to ``end`` covers both."""

    source: str
    cue: str
    stance: Stance
    first: int
    end: int
    inverted: bool = False
    gapped: bool = False


def read_sentence(text: str) -> ReadSentence | None:
    """The sentence read, or None when it is empty or too long to be one."""
    words = split_words(text)
    if not 0 < len(words) <= _LONGEST_SENTENCE:
        return None
    letters = tag(words)
    groups = verb_groups(words, letters)
    walls = tuple(i for i, x in enumerate(letters) if x == ";" or (x in "Xci" and words.words[i].lower() in PARTING))
    return ReadSentence(
        text=text, words=words, letters=letters, groups=groups, firsts=tuple(g.first for g in groups), walls=walls
    )


def phrase_of(sentence: ReadSentence, first: int, end: int) -> str:
    """The source's own words: before an apposition or a relative clause."""
    comma = sentence.letters.find(",", first, end)
    stop = comma if comma > first else end
    while stop > first and sentence.letters[stop - 1] in "AN,":
        stop -= 1
    return sentence.text[sentence.words.starts[first] : sentence.words.ends[stop - 1]] if stop > first else ""


def has_content(sentence: ReadSentence, first: int, end: int) -> bool:
    """Whether the words say something: they have a verb or a figure."""
    return sentence.next_group(first, end) is not None or "0" in sentence.letters[first:end]


def opens_clause(sentence: ReadSentence, wall: int) -> bool:
    """Whether a clause begins soon after the joining word."""
    group = sentence.next_group(wall + 1, wall + 14)
    return group is not None


def record(sentence: ReadSentence, cue: Cue, first: int, end: int) -> Iterator[AttributedSpan]:
    """The record of what the cue answers for, without marks at the edges; none when nothing is left."""
    letters, words = sentence.letters, sentence.words
    while first < end and (
        letters[first] in ',;:-"c.)'
        or words.words[first] in "'‘’•*"
        or words.words[first].lower() in {"that", *PARTING}
    ):
        first += 1
    while end > first and (
        letters[end - 1] in ',;:-"c.!?([~' or words.words[end - 1] in "'‘’" or words.words[end - 1].lower() in PARTING
    ):
        end -= 1
    if first < end:
        said = Attribution(span=words.span(cue.first, cue.end), source=cue.source, cue=cue.cue, stance=cue.stance)
        yield AttributedSpan(attribution=said, scope=words.span(first, end))
