"""Attributions by a verb: "police said ...", "..., said police"; who speaks, and how far their words reach."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.attribution.citing import TALLYING, VALUING, may_cite
from factcheck.extract.attribution.cues import (
    LONGEST_SOURCE,
    PARTING,
    AttributedSpan,
    Cue,
    ReadSentence,
    has_content,
    opens_clause,
    phrase_of,
    record,
)
from factcheck.extract.attribution.sources import may_say, normal_source
from factcheck.extract.clauses.predicates import VerbGroup
from factcheck.extract.clauses.subjects import is_described
from factcheck.extract.clauses.wordclasses import lexicon
from factcheck.extract.words import ABBREVIATIONS, word_set
from factcheck.terms import Stance

_ASIDE = word_set("however meanwhile though too for in by instead")

_TOO_WEAK = word_set("know learn hear agree signal describe observe recall cite quote swear point read mean")

_AFTER_SOURCE = word_set("that monday tuesday wednesday thursday friday saturday sunday yesterday today")
# What stands beside a source and is no part of it: "nevertheless we", "at 4 p.m. today the health unit", "in May Ardon"
_SENTENCE_ADVERBS = word_set(
    "nevertheless nonetheless therefore however moreover furthermore meanwhile instead besides hence consequently similarly accordingly indeed still then now here"
)
_TIMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december today yesterday tomorrow tonight am pm"""
)
_NOUN_PHRASE = frozenset("UuXd'0Pi")


def by_verbs(sentence: ReadSentence) -> Iterator[AttributedSpan]:
    """Attributions by a reporting verb, in the order of their verbs."""
    cues: list[Cue] = []
    for number, group in enumerate(sentence.groups):
        stance = lexicon().reporting.get(group.lemma) or ("asserts" if group.lemma in TALLYING else None)
        if stance is None or group.lemma in _TOO_WEAK or group.governor is not None:
            continue
        cue = _cue(sentence, number, group, Stance(stance), cues[-1] if cues else None)
        if cue is not None:
            cues.append(cue)
        if cue is not None and group.lemma in VALUING:
            cues += _gapped(sentence, cue, group)
    for number, cue in enumerate(cues):
        limit = cues[number + 1].first if number + 1 < len(cues) else None
        if cue.gapped:
            comma = sentence.letters.find(",", cue.end)
            yield from record(sentence, cue, cue.end, comma if comma > 0 else len(sentence.words))
            continue
        yield from _scopes(sentence, cue, cues[number - 1] if number else None, limit)


def _gapped(sentence: ReadSentence, cue: Cue, group: VerbGroup) -> Iterator[Cue]:
    """ "Police spoke of 900, organisers of 4,000": those behind the comma whose verb is left out."""
    words, letters, link = sentence.words, sentence.letters, VALUING[group.lemma]
    following = sentence.next_group(group.end, len(words))
    stop = min(len(words) - 1, group.end + 24, following.first if following else len(words))
    for at in range(group.end + 2, stop):
        if words.words[at].lower() != link or letters[at + 1] not in "0~A":
            continue
        first = at
        while first > group.end and letters[first - 1] in "UuXd'":
            first -= 1
        joined = letters[first - 1] in ",;c" or words.words[first - 1].lower() == "while"
        source = normal_source(sentence.text[words.starts[first] : words.ends[at - 1]]) if first < at else ""
        if joined and source:
            yield Cue(source=source, cue=cue.cue, stance=cue.stance, first=first, end=at, gapped=True)


def _cue(sentence: ReadSentence, number: int, group: VerbGroup, stance: Stance, before: Cue | None) -> Cue | None:
    words, letters = sentence.words, sentence.letters
    if group.form == "g":
        shares = (
            before is not None
            and group.lemma in {"add", "say", "note", "warn"}
            and group.first - before.end < 40
            and group.end < len(words)
        )
        return (
            replace(before, cue=group.lemma, stance=stance, first=group.first, end=group.end, inverted=False)
            if shares and before is not None
            else None
        )
    helpers = letters[group.first : group.end]
    passive = (group.form == "a" and ("B" in helpers or "b" in helpers)) or letters[max(0, group.first - 1)] == "b"
    passive = passive and not words.words[group.end - 1].endswith("ing")  # "is saying" is said by somebody
    if group.form == "T" and number and sentence.groups[0].finite:
        return None  # "at police headquarters to announce charges"
    if passive or (sentence.words.words[group.end : group.end + 1] == ("by",) and group.lemma != "stand"):
        return None  # "the second announced by Moscow"
    left = _source_before(sentence, number, group)
    if left is not None and left < group.first:
        first = left
        phrase = phrase_of(sentence, first, group.first)
        if not may_cite(sentence, group, phrase, behind=first > 0 and letters[first - 1] in ',"'):
            return None
        source = normal_source(phrase)
        if not may_say(source):
            return None
        return Cue(source=source, cue=group.lemma, stance=stance, first=first, end=group.end)
    right = _source_after(sentence, group)
    if right is None or group.form not in "ps" or group.lemma in TALLYING or group.lemma in VALUING:
        return None
    source = normal_source(phrase_of(sentence, group.end, right))
    return (
        Cue(source=source, cue=group.lemma, stance=stance, first=group.first, end=right, inverted=True)
        if source
        else None
    )


def _source_before(sentence: ReadSentence, number: int, group: VerbGroup) -> int | None:
    """Where the noun phrase before the verb begins; None when there is none."""
    words, letters = sentence.words, sentence.letters
    start = _phrase_start(sentence, group.first)
    if start < group.first and any(x in "UuXP" for x in letters[start : group.first]):
        comma = start - 1
        if (
            comma > 0
            and letters[comma] == ","
            and letters[start] in "d"
            and words.words[start].lower() in {"the", "a", "an", "his", "her", "its"}
        ):
            name = _phrase_start(sentence, comma)
            if (
                name < comma
                and letters[comma - 1] in "Uu"
                and all(x in "Uu'." for x in letters[name:comma])
                and (name == 0 or letters[name - 1] in ',"c;')
            ):
                return name
        return start
    if start == group.first and letters[start - 1 : start] == ",":
        # "Ken Barlow, who lives in Leeds, said", "Witnesses, however, say": the phrase before the commas
        outer = letters.rfind(",", max(0, start - 30), start - 1)
        name = _phrase_start(sentence, outer) if outer > 0 else outer
        if not 0 <= name < outer or not any(x in "UuXP" for x in letters[name:outer]):
            return None
        titled = (
            letters[outer + 1] in "Xu" and "U" in letters[name:outer] and sentence.next_group(outer, start - 1) is None
        )
        if letters[outer + 1] in "wd0" or titled or words.words[outer + 1].lower() in _ASIDE:
            return name
        if is_described(words, letters, name, outer, start - 1):
            return outer + 1  # "The owner, Sula Line, denied"
        return None
    if start == group.first and start > 1 and letters[start - 1] == "c":
        return None
    return None


def _phrase_start(sentence: ReadSentence, end: int) -> int:
    words, letters = sentence.words, sentence.letters
    start = end
    while start > 0 and letters[start - 1] in "AN":
        start -= 1
    while start > 0 and end - start < LONGEST_SOURCE:
        letter, word = letters[start - 1], words.words[start - 1].lower()
        if letter not in _NOUN_PHRASE and not (
            letter == "." and words.words[start - 2].lower() in ABBREVIATIONS and start > 1
        ):
            break
        placed = word in {"in", "at"} and letters[start : start + 1] in {"U", "u", "d"}
        if (
            (letter == "i" and word not in {"of", "for", "from"} and not placed)
            or word in PARTING
            or word in {"that", "what", "how", "why"}
        ):
            break
        if start < end and "P" in (letter, letters[start]):
            break  # "at the hotel she told"
        if word in {"after", "before", "when", "as", "because", "if", "since", "until", "where", "once"}:
            break
        if start < end and (word in _SENTENCE_ADVERBS or (word in _TIMES and words.words[start] not in {"'s", "’s"})):
            break
        start -= 1
    while start < end and letters[start] in "i":
        start += 1
    return start if start < end and any(x in "UuXP" for x in letters[start:end]) else end


def _source_after(sentence: ReadSentence, group: VerbGroup) -> int | None:
    """Where the noun phrase after an inverted verb ends ("said Mr Nowak"); the verb follows a comma or a quotation."""
    words, letters = sentence.words, sentence.letters
    if group.first == 0 or letters[group.first - 1] not in ',"':
        return None
    end = group.end
    while end < len(words) and end - group.end < LONGEST_SOURCE:
        letter = letters[end]
        links = letter == "i" and words.words[end].lower() in {"of", "for"} and end > group.end
        stops = letter == "." and words.words[end - 1].lower() not in ABBREVIATIONS
        links = links or (letter == "p" and end == group.end and letters[end + 1 : end + 2] in {"X", "U"})
        if (letter not in "UuXd'P." and not links) or stops or words.words[end].lower() in _AFTER_SOURCE:
            break
        end += 1
    following = sentence.next_group(end, len(words))
    if following is not None and following.first == end and following.form != "T":
        return None  # "Ann Mayeux, coroner of Ardel, said the chase ended"
    return end if end > group.end and any(x in "UuXP" for x in letters[group.end : end]) else None


def _scopes(sentence: ReadSentence, cue: Cue, before: Cue | None, limit: int | None) -> Iterator[AttributedSpan]:
    words, letters = sentence.words, sentence.letters
    wall = bisect_left(sentence.walls, cue.first)
    left = sentence.walls[wall - 1] + 1 if wall else 0
    if wall and letters[left - 1] != ";" and (before is None or before.first > left):
        left = 0  # "A, but B, police said": both are theirs, unless somebody else said A
    at = bisect_left(sentence.walls, cue.end)
    right = next((w for w in sentence.walls[at : at + 4] if letters[w] == ";" or opens_clause(sentence, w)), len(words))
    if limit is not None and limit < right and limit > cue.end:
        split = limit
        while split > cue.end and letters[split - 1] in "d":
            split -= 1
        if (
            letters[split - 1] in ',c"'
            and not (letters[split - 1] == "c" and letters[split - 2 : split - 1] not in {","})
        ) or letters[split - 1] == ";":
            right = split
    trailing = cue.first > left and (letters[cue.first - 1] in ',"-' or cue.inverted)
    if trailing and before is not None and before.end > left:
        left = (
            max(left, before.end)
            if letters[before.end : before.end + 1] in {",", "i"}
            and before.end < cue.first
            and not has_content(sentence, before.end, cue.first)
            else left
        )
    ahead = sentence.next_group(left, cue.first) if trailing else None
    if (trailing and cue.cue not in {"add"}) or (trailing and not sentence.next_group(cue.end, right)):
        tail = _tail(sentence, cue.end, right)
        introduces = (
            letters[left] in "iu"
            and words.words[left].lower()
            in {"in", "on", "at", "by", "since", "after", "when", "as", "if", "earlier", "meanwhile"}
            and letters[cue.first - 1] == ","
        )
        follows = sentence.next_group(cue.end, right)
        starts_clause = tail is None and follows is not None and (letters[cue.end] not in ",.")
        quoted = '"' in letters[left : cue.first]
        if (ahead is not None or quoted or "0" in letters[left : cue.first]) and not (
            introduces and starts_clause and not quoted
        ):
            yield from record(sentence, cue, left, cue.first)
            if tail is not None and '"' in letters[tail : tail + 2]:
                yield from record(sentence, cue, tail, right)
            return
        if ahead is None and tail is not None and not introduces:
            yield from record(sentence, cue, left, cue.first)
            yield from record(sentence, cue, tail, right)
            return
    if cue.inverted:
        if cue.first > left:
            yield from record(sentence, cue, left, cue.first)
        return
    colon = letters.find(":", cue.end, right) if cue.stance is Stance.DENIES else -1
    if colon > 0:  # "rejected the account: only nine had died": behind the colon stands what they say instead
        yield from record(sentence, cue, cue.end, colon)
        yield from record(sentence, replace(cue, stance=Stance.ASSERTS), colon + 1, right)
        return
    first = _opening(sentence, cue.end, right)
    if cue.stance is not Stance.ASSERTS or has_content(sentence, first, right) or '"' in letters[first:right]:
        yield from record(sentence, cue, first, right)


def _tail(sentence: ReadSentence, first: int, right: int) -> int | None:
    """Where the second half of an interrupted saying begins: after "he said" and its adverbials, behind a comma."""
    at = first
    while at < min(right, first + 8) and sentence.letters[at] in "iUud0XA" and sentence.letters[at] != ",":
        at += 1
    if at < right and sentence.letters[at] in ",.:" and at + 1 < right:
        following = sentence.letters[at + 1 : at + 2]
        group = sentence.next_group(at + 1, right)
        if following == '"' or (group is not None and group.first == at + 1):
            return at + 1
    return None


def _opening(sentence: ReadSentence, first: int, right: int) -> int:
    """Past "reporters on Monday that" or a colon to what is said."""
    words, letters = sentence.words, sentence.letters
    for at in range(first, min(first + 14, right)):
        word = words.words[at].lower()
        if word == "that" or letters[at] == ":":
            return at + 1
        if letters[at] == '"':
            return at
        following = sentence.next_group(at, right)
        if letters[at] == ";" or (following is not None and following.first == at):
            break
    at = first
    while at < right and letters[at] in "A:,":
        at += 1
    return at
