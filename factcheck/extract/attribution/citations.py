"""Attributions without a verb: "according to police", "police estimates of 300", "Police: 12 killed"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.extract.attribution.cues import (
    FIGURES,
    LONGEST_SOURCE,
    SOURCES,
    AttributedSpan,
    Cue,
    ReadSentence,
    opens_clause,
    phrase_of,
    record,
)
from factcheck.extract.attribution.sources import may_say, normal_source
from factcheck.extract.entities.gazetteer import Sort, gazetteer
from factcheck.extract.words import ABBREVIATIONS, Words, word_set
from factcheck.terms import Stance

# What is counted, not who counts: "by a count of heads"
# Papers bear no name behind them: "according to the complaint Ann Lee fled"
_DOCUMENTS = word_set(
    "complaint report reports documents document statement affidavit records release indictment filing"
)
_RECKONINGS = FIGURES | word_set("reckoning calculation calculations account records data view version")
_COUNTED = word_set("votes ballots hands heads people")


def by_phrases(sentence: ReadSentence) -> Iterator[AttributedSpan]:
    """Attributions by "according to", "as reported by", "by police estimates"."""
    words, letters = sentence.words, sentence.letters
    low = [w.lower() for w in words.words]
    for at, word in enumerate(low):
        if word == "according" and low[at + 1 : at + 2] == ["to"]:
            start, cue, first = at + 2, "according to", at
        elif (
            word == "as"
            and low[at + 2 : at + 3] == ["by"]
            and low[at + 1] in {"reported", "confirmed", "announced", "stated"}
        ):
            start, cue, first = (
                at + 3,
                {"reported": "report", "confirmed": "confirm", "announced": "announce", "stated": "state"}[low[at + 1]],
                at,
            )
        elif word == "by" and (noun := _count_of(low, at)) is not None and (at == 0 or letters[at - 1] in ',;"-'):
            end = noun + 2
            while end < len(words) and end - noun < LONGEST_SOURCE and letters[end] in "UuXd'":
                end += 1
            source = normal_source(sentence.text[words.starts[noun + 2] : words.ends[end - 1]])
            if source and not set(source.split()) & _COUNTED:
                cue_noun = low[noun].removesuffix("s")
                yield from _around(sentence, Cue(source=source, cue=cue_noun, stance=Stance.ASSERTS, first=at, end=end))
            continue
        elif (
            word in {"by", "on", "in"}
            and (noun := next((j for j in range(at + 2, min(at + 6, len(low))) if low[j] in _RECKONINGS), None))
            is not None
            and "0" not in letters[at:noun]
        ):
            if any(x not in "UuX'd" for x in letters[at + 1 : noun]):
                continue
            source = normal_source(sentence.text[words.starts[at + 1] : words.ends[noun - 1]])
            if word != "by" and not _owned(sentence, at + 1, noun):
                continue
            first = at - (at > 0 and low[at - 1] in {"going", "judging"})
            if source and low[noun] != "number":
                yield from _around(
                    sentence,
                    Cue(
                        source=source, cue=low[noun].removesuffix("s"), stance=Stance.ASSERTS, first=first, end=noun + 1
                    ),
                )
            continue
        else:
            continue
        end = start
        while (
            end < len(words)
            and end - start < LONGEST_SOURCE
            and (
                (
                    letters[end] in "UuXd'0P."
                    and not _stops(words, end)
                    and not _begins_anew(letters, start, end)
                    and not (letters[end] in "Uu" and end > start and low[end - 1] in _DOCUMENTS)
                )
                or (letters[end] == "i" and low[end] in {"of", "from", "by", "for", "at"})
            )
        ):
            end += 1
        source = normal_source(sentence.text[words.starts[start] : words.ends[end - 1]]) if end > start else ""
        if may_say(source):
            yield from _around(sentence, Cue(source=source, cue=cue, stance=Stance.ASSERTS, first=first, end=end))


def _owned(sentence: ReadSentence, first: int, noun: int) -> bool:
    """Whether the noun is somebody's: "the ministry's figures", "police figures"; not "on figures of 2019"."""
    words = sentence.words.words[first:noun]
    return words[-1:] in ((("'s"),), ("’s",), ("'",), ("’",)) or any(w.lower() in SOURCES for w in words)


def _count_of(low: Sequence[str], at: int) -> int | None:
    """The place of the noun in "by the count of ..."; None when no count of somebody's follows."""
    noun = at + 2 if low[at + 1 : at + 2] and low[at + 1] in {"the", "a", "an"} else at + 1
    counts = low[noun : noun + 1] and low[noun] in FIGURES and low[noun] not in {"number", "numbers", "total", "toll"}
    return noun if counts and low[noun + 1 : noun + 2] == ["of"] and noun + 2 < len(low) else None


def _stops(words: Words, at: int) -> bool:
    """Whether a full stop ends the source."""
    return words.words[at] == "." and words.words[at - 1].lower() not in ABBREVIATIONS


def _begins_anew(letters: str, start: int, at: int) -> bool:
    """Whether what is said begins at the word: "according to the fire service the flood claimed eight lives"."""
    return at > start and letters[at] in "dP0" and letters[at - 1] in "XUu"


def _around(sentence: ReadSentence, cue: Cue) -> Iterator[AttributedSpan]:
    """The scope of an adverbial: what follows it at the start of its part, else what stands before it."""
    letters = sentence.letters
    wall = bisect_left(sentence.walls, cue.first)
    left = sentence.walls[wall - 1] + 1 if wall else 0
    at = bisect_left(sentence.walls, cue.end)
    right = next(
        (w for w in sentence.walls[at : at + 4] if letters[w] == ";" or opens_clause(sentence, w)), len(sentence.words)
    )
    while left < cue.first and letters[left] in ',-"c':
        left += 1
    if cue.first == left or (
        sentence.next_group(left, cue.first) is None
        and "0" not in letters[left : cue.first]
        and letters[cue.end : cue.end + 1] == ","
    ):
        if cue.first > left + 3:
            yield from record(sentence, cue, left, cue.first)
        comma = letters.find(",", cue.end, min(right, cue.end + 12))
        phrase = comma > 0 and letters[cue.end : cue.end + 1] == "i" and sentence.next_group(cue.end, comma) is None
        yield from record(sentence, cue, comma if phrase else cue.end, right)
    else:
        yield from record(sentence, cue, left, cue.first)


def by_figures(sentence: ReadSentence) -> Iterator[AttributedSpan]:
    """Attributions of one figure: "police estimates of 300", "the organisers' figure of 5,000"."""
    words, letters = sentence.words, sentence.letters
    valued = False
    for at in range(1, len(words) - 2):
        if valued and words.words[at] in {"'s", "’s", "'", "’"} and letters[at + 1] == "0":
            yield from _other_figure(sentence, at)  # "the police figure was 900, the organisers' 4,000"
        if words.words[at].lower() not in FIGURES:
            continue
        given = letters[at + 1] == "B" or words.words[at + 1] in {"stands", "stood", "came", "comes"}
        if not (given or words.words[at + 1] == "of") or "0" not in letters[at + 2 : at + 6]:
            continue
        start = at
        while (
            start > 0
            and at - start < 6
            and letters[start - 1] in "UuX'"
            and words.words[start - 1].lower() not in {"death", "official"}
        ):
            start -= 1
        phrase = sentence.text[words.starts[start] : words.ends[at - 1]] if start < at else ""
        phrase = phrase.removesuffix(" own")
        source = normal_source(phrase)
        nouns = set(source.split())
        if not (
            nouns & SOURCES
            or (start > 0 and phrase.endswith(("'s", "’s", "'", "’")))
            or (phrase[:1].isupper() and start > 0)
        ):
            continue
        end = letters.index("0", at + 2) + 1
        while end < len(words) and letters[end] == "0":
            end += 1
        if not may_say(source):
            continue
        valued = True
        cue = Cue(
            source=source, cue=words.words[at].lower().removesuffix("s"), stance=Stance.ASSERTS, first=start, end=at + 1
        )
        yield from record(sentence, cue, at + 2, end)


def _other_figure(sentence: ReadSentence, at: int) -> Iterator[AttributedSpan]:
    """The figure of another, "figure" left out."""
    words, letters = sentence.words, sentence.letters
    start = at
    while start > 0 and letters[start - 1] in "UuXd":
        start -= 1
    source = normal_source(sentence.text[words.starts[start] : words.ends[at]])
    if source and start and letters[start - 1] in ",c;":
        cue = Cue(source=source, cue="figure", stance=Stance.ASSERTS, first=start, end=at + 1)
        yield from record(sentence, cue, at + 1, at + 2)


def by_headline(sentence: ReadSentence) -> Iterator[AttributedSpan]:
    """The source that a headline sets off with a colon or a dash."""
    words, letters = sentence.words, sentence.letters
    for at, letter in enumerate(letters[:-1]):
        spaced = words.ends[at] < words.starts[at + 1]
        if at == 0 or not spaced or (letter != ":" and not (letter == "-" and words.ends[at - 1] < words.starts[at])):
            continue
        mark = words.words[at] if letter == ":" else "-"
        if at <= 4 and letter == ":" and _is_source(sentence, 0, at):
            cue = Cue(
                source=normal_source(phrase_of(sentence, 0, at)), cue=mark, stance=Stance.ASSERTS, first=0, end=at + 1
            )
            yield from record(sentence, cue, at + 1, len(words))
            return
        end = len(words) - (letters[-1] == ".")
        if end - at <= 5 and _is_source(sentence, at + 1, end):
            cue = Cue(
                source=normal_source(phrase_of(sentence, at + 1, end)),
                cue=mark,
                stance=Stance.ASSERTS,
                first=at,
                end=end,
            )
            yield from record(sentence, cue, 0, at)
            return


def _is_source(sentence: ReadSentence, first: int, end: int) -> bool:
    nouns = {w.lower() for w in sentence.words.words[first:end]}
    short = sentence.words.words[first]
    acronym = end - first == 1 and short.isupper() and 3 <= len(short) <= 6 and _is_body(short)
    if not may_say(normal_source(phrase_of(sentence, first, end))):
        return False
    return (bool(nouns & SOURCES) or acronym) and all(x in "UuXd'sv" for x in sentence.letters[first:end])


def _is_body(word: str) -> bool:
    known = gazetteer().names.get(word)
    return known is None or known.sort is Sort.ORGANISATION
