"""Who says so: the sources a sentence names, and the stretch of the sentence that each answers for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extract.gazetteer import gazetteer
from factcheck.extract.predicates import VerbGroup, lexicon, tag, verb_groups
from factcheck.extract.sources import normal_source
from factcheck.extract.words import Words, split_words
from factcheck.model import Attribution, Span
from factcheck.terms import Stance

_PARTING = frozenset("while whereas although though but".split())
_FIGURES = frozenset("estimate estimates figure figures count counts toll tally total number numbers".split())
# Verbs that cite only with this object, or only of a paper: anything else may put, show and find.
_PUT_WHAT = frozenset("toll figure number total count estimate tally losses cost damage".split())
_PAPERS = frozenset("report study survey poll data figures results statistics investigation inquiry census research records documents estimates".split())
_OF_PAPERS = frozenset("show find indicate reveal suggest conclude describe".split())
_COUNTING = frozenset("count tally record estimate".split())
_TOO_WEAK = frozenset("know learn hear agree signal describe observe recall cite quote swear point read mean".split())
_SOURCES = frozenset(
    """police officials official ministry report reports sources source witnesses army military government authorities prosecutors study survey poll minister president mayor
    sheriff un organisers organizers coroner court hospital monitor activists media spokesman spokeswoman agency experts doctors rebels""".split()
)
_NOUN_PHRASE = frozenset("UuXd'0Pi")
_LONGEST_SOURCE = 16
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
class _Sentence:
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
class _Cue:
    """A source with its cue, as word ranges; ``first`` to ``end`` covers both."""

    source: str
    cue: str
    stance: Stance
    first: int
    end: int
    inverted: bool = False


def find_attributions(text: str) -> tuple[AttributedSpan, ...]:
    """The attributions of one sentence, by the start of their scope, outer before inner; offsets into ``text``.

    The source is in normal form (``sources.normal_source``), the cue a verb's lemma, a noun, "according to", or the colon
    or dash of a headline. A source that answers for two stretches gives two records.
    """
    sentence = _read(text)
    if sentence is None:
        return ()
    found = [*_by_verbs(sentence), *_by_phrases(sentence), *_by_figures(sentence)]
    if not found:
        found = list(_by_headline(sentence))
    return tuple(sorted(found, key=lambda a: (a.scope.start, -a.scope.end, a.attribution.span)))


def attribution_at(found: Sequence[AttributedSpan], offset: int) -> Attribution | None:
    """The attribution of the smallest scope that holds the character at ``offset``."""
    holding = [a for a in found if a.scope.start <= offset < a.scope.end]
    smallest = min(holding, key=lambda a: a.scope.end - a.scope.start, default=None)
    return None if smallest is None else smallest.attribution


def attribute_sentences(texts: Sequence[str]) -> tuple[tuple[AttributedSpan, ...], ...]:
    """The attributions of an article's sentences, in order; offsets are into each sentence.

    A quotation that stays open carries its source on, one whose source comes at its end carries it back. "She added",
    "Barlow said" and "the ministry said" get the source of an earlier sentence where only one fits.
    """
    rows = [list(find_attributions(text)) for text in texts]
    _resolve(rows)
    carried: Attribution | None = None
    opened: int | None = None
    for number, text in enumerate(texts):
        inside = opened is not None
        row = rows[number]
        closes = _closing(text) if inside else None
        if inside and closes is None:
            if not row and carried is not None:
                row.append(_whole(text, len(text), carried))
            continue
        if inside and closes is not None:
            if carried is not None and not row:
                row.append(_whole(text, closes, carried))
            elif carried is None and row and opened is not None:
                for earlier in range(opened, number):
                    rows[earlier] = rows[earlier] or [_whole(texts[earlier], len(texts[earlier]), row[0].attribution)]
            opened = None
        if _leaves_open(text, closes or 0):
            opened, carried = number, row[-1].attribution if row else None
    return tuple(tuple(row) for row in rows)


def _read(text: str) -> _Sentence | None:
    words = split_words(text)
    if not 0 < len(words) <= _LONGEST_SENTENCE:
        return None
    letters = tag(words)
    groups = verb_groups(words, letters)
    walls = tuple(i for i, x in enumerate(letters) if x == ";" or x in "Xci" and words.words[i].lower() in _PARTING)
    return _Sentence(text=text, words=words, letters=letters, groups=groups, firsts=tuple(g.first for g in groups), walls=walls)


# Verbs: "police said ...", "..., said police"


def _by_verbs(sentence: _Sentence) -> Iterator[AttributedSpan]:
    cues: list[_Cue] = []
    for number, group in enumerate(sentence.groups):
        stance = lexicon().reporting.get(group.lemma)
        if stance is None or group.lemma in _TOO_WEAK or group.governor is not None:
            continue
        cue = _cue(sentence, number, group, Stance(stance), cues[-1] if cues else None)
        if cue is not None:
            cues.append(cue)
    for number, cue in enumerate(cues):
        limit = cues[number + 1].first if number + 1 < len(cues) else None
        yield from _scopes(sentence, cue, cues[number - 1] if number else None, limit)


def _cue(sentence: _Sentence, number: int, group: VerbGroup, stance: Stance, before: _Cue | None) -> _Cue | None:
    words, letters = sentence.words, sentence.letters
    if group.form == "g":
        shares = before is not None and group.lemma in {"add", "say", "note", "warn"} and group.first - before.end < 40 and group.end < len(words)
        return replace(before, cue=group.lemma, stance=stance, first=group.first, end=group.end, inverted=False) if shares and before is not None else None
    passive = group.form == "a" and letters[group.first] == "B" or letters[max(0, group.first - 1)] == "b"
    if passive:
        return None
    left = _source_before(sentence, number, group)
    if left is not None and left < group.first:
        first = left
        phrase = _phrase(sentence, first, group.first)
        if not _may_say(sentence, group, phrase):
            return None
        source = normal_source(phrase)
        return _Cue(source=source, cue=group.lemma, stance=stance, first=first, end=group.end) if source else None
    right = _source_after(sentence, group)
    if right is None or group.form not in "ps":
        return None
    source = normal_source(_phrase(sentence, group.end, right))
    return _Cue(source=source, cue=group.lemma, stance=stance, first=group.first, end=right, inverted=True) if source else None


def _phrase(sentence: _Sentence, first: int, end: int) -> str:
    """The source's own words: before an apposition or a relative clause."""
    comma = sentence.letters.find(",", first, end)
    stop = comma if comma > first else end
    while stop > first and sentence.letters[stop - 1] in "AN,":
        stop -= 1
    return sentence.text[sentence.words.starts[first] : sentence.words.ends[stop - 1]] if stop > first else ""


def _source_before(sentence: _Sentence, number: int, group: VerbGroup) -> int | None:
    """Where the noun phrase before the verb begins; None when there is none."""
    words, letters = sentence.words, sentence.letters
    start = _phrase_start(sentence, group.first)
    if start < group.first and any(x in "UuXP" for x in letters[start : group.first]):
        comma = start - 1
        if comma > 0 and letters[comma] == "," and letters[start] in "d" and words.words[start].lower() in {"the", "a", "an", "his", "her", "its"}:
            name = _phrase_start(sentence, comma)
            if name < comma and letters[comma - 1] in "Uu" and all(x in "Uu'." for x in letters[name:comma]) and (name == 0 or letters[name - 1] in ",\"c;"):
                return name
        return start
    if start == group.first and letters[start - 1 : start] == ",":
        # "Ken Barlow, who lives in Leeds, said": the phrase before the commas
        outer = letters.rfind(",", max(0, start - 30), start - 1)
        if outer > 0 and letters[outer + 1] in "wd0":
            name = _phrase_start(sentence, outer)
            return name if name < outer and any(x in "UuXP" for x in letters[name:outer]) else None
    if start == group.first and start > 1 and letters[start - 1] == "c":
        return None
    return None


def _phrase_start(sentence: _Sentence, end: int) -> int:
    words, letters = sentence.words, sentence.letters
    start = end
    while start > 0 and letters[start - 1] in "AN":
        start -= 1
    while start > 0 and end - start < _LONGEST_SOURCE:
        letter, word = letters[start - 1], words.words[start - 1].lower()
        if letter not in _NOUN_PHRASE and not (letter == "." and words.words[start - 2].lower() in {"mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "capt"} and start > 1):
            break
        placed = word in {"in", "at"} and letters[start : start + 1] in {"U", "u", "d"}
        if letter == "i" and word not in {"of", "for", "from"} and not placed or word in _PARTING or word in {"that", "what", "how", "why"}:
            break
        if letter == "P" and start < end:
            break
        if word in {"after", "before", "when", "as", "because", "if", "since", "until", "where", "once"}:
            break
        start -= 1
    while start < end and letters[start] in "i":
        start += 1
    return start if start < end and any(x in "UuXP" for x in letters[start:end]) else end


def _source_after(sentence: _Sentence, group: VerbGroup) -> int | None:
    """Where the noun phrase after an inverted verb ends ("said Mr Nowak"); the verb follows a comma or a quotation."""
    words, letters = sentence.words, sentence.letters
    if group.first == 0 or letters[group.first - 1] not in ",\"":
        return None
    end = group.end
    while end < len(words) and end - group.end < _LONGEST_SOURCE:
        letter = letters[end]
        if letter not in "UuXd'P." or letter == "." and words.words[end - 1].lower() not in {"mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "capt"}:
            if not (letter == "i" and words.words[end].lower() in {"of", "for"} and end > group.end):
                break
        if words.words[end].lower() in {"that", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"}:
            break
        end += 1
    return end if end > group.end and any(x in "UuXP" for x in letters[group.end : end]) else None


def _may_say(sentence: _Sentence, group: VerbGroup, phrase: str) -> bool:
    """Whether a verb of several meanings cites here: a paper shows, a source puts the toll, somebody counts a number."""
    nouns = {w.lower() for w in split_words(phrase).words}
    after = sentence.words.words[group.end : group.end + 6]
    if not nouns or group.lemma in {"find", "show", "indicate"}:
        return bool(nouns & _PAPERS)
    if group.lemma in {"put"}:
        return any(w.lower() in _PUT_WHAT for w in after) and "at" in sentence.words.words[group.end : group.end + 9]
    follows = sentence.letters[group.end : group.end + 4]
    if group.lemma in _COUNTING:
        return "0" in follows or "that" in after[:1] or any(w.lower() in _FIGURES for w in after)
    if group.lemma in {"add", "report", "state", "note", "respond", "counter", "reply", "correct", "revise", "update", "amend", "project", "confirm", "reveal", "claim", "dismiss", "reject", "retract", "clarify"}:
        weak = group.lemma in {"add", "project", "counter", "note", "report"}
        ends = sentence.letters[group.end : group.end + 1] in {"", ".", ",", '"', ":", "i"}
        said = "that" in [w.lower() for w in after[:4]] or '"' in follows or sentence.next_group(group.end, group.end + 14) is not None
        return said or ends and not (weak and follows[:1] == "i" and group.lemma != "report") or not weak or group.lemma == "report" and "0" in follows
    return True


# What a cue answers for


def _scopes(sentence: _Sentence, cue: _Cue, before: _Cue | None, limit: int | None) -> Iterator[AttributedSpan]:
    words, letters = sentence.words, sentence.letters
    wall = bisect_left(sentence.walls, cue.first)
    left = sentence.walls[wall - 1] + 1 if wall else 0
    at = bisect_left(sentence.walls, cue.end)
    right = next((w for w in sentence.walls[at : at + 4] if letters[w] == ";" or _new_clause(sentence, w)), len(words))
    if limit is not None and limit < right and limit > cue.end:
        split = limit
        while split > cue.end and letters[split - 1] in "d":
            split -= 1
        if letters[split - 1] in ",c\"" and not (letters[split - 1] == "c" and letters[split - 2 : split - 1] not in {","}) or letters[split - 1] == ";":
            right = split
    trailing = cue.first > left and (letters[cue.first - 1] in ",\"-" or cue.inverted)
    if trailing and before is not None and before.end > left:
        left = max(left, before.end) if letters[before.end : before.end + 1] in {",", "i"} and before.end < cue.first and not _content(sentence, before.end, cue.first) else left
    ahead = sentence.next_group(left, cue.first) if trailing else None
    if trailing and cue.cue not in {"add"} or trailing and not sentence.next_group(cue.end, right):
        tail = _tail(sentence, cue.end, right)
        introduces = letters[left] in "iu" and words.words[left].lower() in {"in", "on", "at", "by", "since", "after", "when", "as", "if", "earlier", "meanwhile"} and letters[cue.first - 1] == ","
        follows = sentence.next_group(cue.end, right)
        starts_clause = tail is None and follows is not None and (letters[cue.end] not in ",.")
        quoted = '"' in letters[left : cue.first]
        if (ahead is not None or quoted or "0" in letters[left : cue.first]) and not (introduces and starts_clause and not quoted):
            yield from _record(sentence, cue, left, cue.first)
            if tail is not None and '"' in letters[tail : tail + 2]:
                yield from _record(sentence, cue, tail, right)
            return
        if ahead is None and tail is not None and not introduces:
            yield from _record(sentence, cue, left, cue.first)
            yield from _record(sentence, cue, tail, right)
            return
    if cue.inverted:
        if cue.first > left:
            yield from _record(sentence, cue, left, cue.first)
        return
    yield from _record(sentence, cue, _opening(sentence, cue.end, right), right)


def _content(sentence: _Sentence, first: int, end: int) -> bool:
    return sentence.next_group(first, end) is not None or "0" in sentence.letters[first:end]


def _new_clause(sentence: _Sentence, wall: int) -> bool:
    group = sentence.next_group(wall + 1, wall + 14)
    return group is not None


def _tail(sentence: _Sentence, first: int, right: int) -> int | None:
    """Where the second half of an interrupted saying begins: after "he said" and its adverbials, behind a comma."""
    at = first
    while at < min(right, first + 8) and sentence.letters[at] in "iUud0XA" and sentence.letters[at] != ",":
        at += 1
    if at < right and sentence.letters[at] in ",.:" and at + 1 < right:
        following = sentence.letters[at + 1 : at + 2]
        group = sentence.next_group(at + 1, right)
        if following == '"' or group is not None and group.first == at + 1:
            return at + 1
    return None


def _opening(sentence: _Sentence, first: int, right: int) -> int:
    """Past "reporters on Monday that" or a colon to what is said."""
    words, letters = sentence.words, sentence.letters
    for at in range(first, min(first + 14, right)):
        word = words.words[at].lower()
        if word == "that" or letters[at] == ":":
            return at + 1
        if letters[at] == '"':
            return at
        following = sentence.next_group(at, right)
        if letters[at] == ";" or following is not None and following.first == at:
            break
    at = first
    while at < right and letters[at] in "A:,":
        at += 1
    return at


def _record(sentence: _Sentence, cue: _Cue, first: int, end: int) -> Iterator[AttributedSpan]:
    letters, words = sentence.letters, sentence.words
    while first < end and (letters[first] in ",;:-\"c.)" or words.words[first] in "'‘’•*" or words.words[first].lower() in {"that", *_PARTING}):
        first += 1
    while end > first and (letters[end - 1] in ",;:-\"c.!?([~" or words.words[end - 1] in "'‘’" or words.words[end - 1].lower() in _PARTING):
        end -= 1
    if first < end:
        said = Attribution(span=words.span(cue.first, cue.end), source=cue.source, cue=cue.cue, stance=cue.stance)
        yield AttributedSpan(attribution=said, scope=words.span(first, end))


# "according to police", "as reported by the Echo", "by police estimates"


def _by_phrases(sentence: _Sentence) -> Iterator[AttributedSpan]:
    words, letters = sentence.words, sentence.letters
    low = [w.lower() for w in words.words]
    for at, word in enumerate(low):
        if word == "according" and low[at + 1 : at + 2] == ["to"]:
            start, cue, first = at + 2, "according to", at
        elif word == "as" and low[at + 2 : at + 3] == ["by"] and low[at + 1] in {"reported", "confirmed", "announced", "stated"}:
            start, cue, first = at + 3, {"reported": "report", "confirmed": "confirm", "announced": "announce", "stated": "state"}[low[at + 1]], at
        elif word == "by" and (noun := next((j for j in range(at + 2, min(at + 6, len(low))) if low[j] in _FIGURES), None)) is not None and "0" not in letters[at:noun]:
            if any(x not in "UuX'd" for x in letters[at + 1 : noun]):
                continue
            source = normal_source(sentence.text[words.starts[at + 1] : words.ends[noun - 1]])
            if source and low[noun] != "number":
                yield from _around(sentence, _Cue(source=source, cue=low[noun].removesuffix("s"), stance=Stance.ASSERTS, first=at, end=noun + 1))
            continue
        else:
            continue
        end = start
        while end < len(words) and end - start < _LONGEST_SOURCE and (letters[end] in "UuXd'0P." and not _stops(words, end) or letters[end] == "i" and low[end] in {"of", "from", "by", "for", "at"}):
            end += 1
        source = normal_source(sentence.text[words.starts[start] : words.ends[end - 1]]) if end > start else ""
        if source:
            yield from _around(sentence, _Cue(source=source, cue=cue, stance=Stance.ASSERTS, first=first, end=end))


def _stops(words: Words, at: int) -> bool:
    """Whether a full stop ends the source."""
    return words.words[at] == "." and words.words[at - 1].lower() not in {"mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "capt", "st"}


def _around(sentence: _Sentence, cue: _Cue) -> Iterator[AttributedSpan]:
    """The scope of an adverbial: what follows it at the start of its part, else what stands before it."""
    letters = sentence.letters
    wall = bisect_left(sentence.walls, cue.first)
    left = sentence.walls[wall - 1] + 1 if wall else 0
    at = bisect_left(sentence.walls, cue.end)
    right = next((w for w in sentence.walls[at : at + 4] if letters[w] == ";" or _new_clause(sentence, w)), len(sentence.words))
    while left < cue.first and letters[left] in ",-\"c":
        left += 1
    if cue.first == left or sentence.next_group(left, cue.first) is None and "0" not in letters[left : cue.first] and letters[cue.end : cue.end + 1] == ",":
        if cue.first > left + 3:
            yield from _record(sentence, cue, left, cue.first)
        comma = letters.find(",", cue.end, min(right, cue.end + 12))
        phrase = comma > 0 and letters[cue.end : cue.end + 1] == "i" and sentence.next_group(cue.end, comma) is None
        yield from _record(sentence, cue, comma if phrase else cue.end, right)
    else:
        yield from _record(sentence, cue, left, cue.first)


# "police estimates of 300", "the organisers' figure of 5,000"


def _by_figures(sentence: _Sentence) -> Iterator[AttributedSpan]:
    words, letters = sentence.words, sentence.letters
    for at in range(1, len(words) - 2):
        if words.words[at].lower() not in _FIGURES or words.words[at + 1] != "of" or "0" not in letters[at + 2 : at + 6]:
            continue
        start = at
        while start > 0 and at - start < 6 and letters[start - 1] in "UuX'" and words.words[start - 1].lower() not in {"death", "official"}:
            start -= 1
        phrase = sentence.text[words.starts[start] : words.ends[at - 1]] if start < at else ""
        source = normal_source(phrase)
        nouns = set(source.split())
        if not (nouns & _SOURCES or start > 0 and phrase.endswith(("'s", "’s", "'", "’")) or phrase[:1].isupper() and start > 0):
            continue
        end = letters.index("0", at + 2) + 1
        while end < len(words) and letters[end] == "0":
            end += 1
        cue = _Cue(source=source, cue=words.words[at].lower().removesuffix("s"), stance=Stance.ASSERTS, first=start, end=at + 1)
        yield from _record(sentence, cue, at + 2, end)


# "Police: 12 killed", "12 killed - officials"


def _by_headline(sentence: _Sentence) -> Iterator[AttributedSpan]:
    words, letters = sentence.words, sentence.letters
    for at, letter in enumerate(letters[:-1]):
        spaced = words.ends[at] < words.starts[at + 1]
        if at == 0 or not spaced or letter != ":" and not (letter == "-" and words.ends[at - 1] < words.starts[at]):
            continue
        mark = words.words[at] if letter == ":" else "-"
        if at <= 4 and letter == ":" and _is_source(sentence, 0, at):
            cue = _Cue(source=normal_source(_phrase(sentence, 0, at)), cue=mark, stance=Stance.ASSERTS, first=0, end=at + 1)
            yield from _record(sentence, cue, at + 1, len(words))
            return
        end = len(words) - (letters[-1] == ".")
        if end - at <= 5 and _is_source(sentence, at + 1, end):
            cue = _Cue(source=normal_source(_phrase(sentence, at + 1, end)), cue=mark, stance=Stance.ASSERTS, first=at, end=end)
            yield from _record(sentence, cue, 0, at)
            return


def _is_source(sentence: _Sentence, first: int, end: int) -> bool:
    nouns = {w.lower() for w in sentence.words.words[first:end]}
    short = sentence.words.words[first]
    acronym = end - first == 1 and short.isupper() and 3 <= len(short) <= 6 and gazetteer().longest((short,), 0) is None
    return (bool(nouns & _SOURCES) or acronym) and all(x in "UuXd'sv" for x in sentence.letters[first:end])


# Across sentences


def _resolve(rows: list[list[AttributedSpan]]) -> None:
    """Give "she added", "Barlow said", "the ministry said" the full source of an earlier sentence."""
    full: dict[str, str | None] = {}
    last: str | None = None
    for row in rows:
        for at, found in enumerate(row):
            source = found.attribution.source
            better = _stands_for(source, last) or (full.get(source) if " " not in source else None)
            if better is not None:
                row[at] = replace(found, attribution=replace(found.attribution, source=better))
                source = better
            if source in {"he", "she", "it", "they", "i", "we", "who"}:
                continue
            last = source
            if " " in source:
                short = source.rsplit(" ", 1)[1]
                full[short] = source if full.get(short, source) == source else None


def _stands_for(source: str, last: str | None) -> str | None:
    if last is None or source not in {"he", "she", "it", "they"}:
        return None
    nouns = set(last.split())
    body = bool(nouns & (_SOURCES - {"minister", "president", "mayor", "sheriff", "coroner"})) or last.endswith("s")
    return last if body == (source in {"it", "they"}) or source == "it" and not body and " " not in last else None


def _whole(text: str, end: int, carried: Attribution) -> AttributedSpan:
    start = len(text) - len(text.lstrip(" \n\t“\""))
    stop = len(text[:end].rstrip(" \n\t”\""))
    return AttributedSpan(attribution=replace(carried, span=Span(start=0, end=0)), scope=Span(start=min(start, stop), end=stop))


def _closing(text: str) -> int | None:
    """Where an open quotation ends in the sentence, or None when it goes on."""
    places = [p for p in (text.find("”"), text.find('"')) if p >= 0]
    return min(places, default=None)


def _leaves_open(text: str, start: int) -> bool:
    """Whether a quotation opens in the sentence after ``start`` and does not close."""
    curly = text.rfind("“") > text.rfind("”")
    straight = text.count('"', start + 1 if start else 0) % 2 == 1
    return curly or straight and "“" not in text
