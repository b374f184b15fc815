"""Mentions of names: runs of capitalised words, cut where titles, peoples and known names meet."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from factcheck.extract.gazetteer import Gazetteer, Known, Sort, gazetteer, key_of
from factcheck.extract.names import STATE_MODIFIERS, organisation_key, person_key
from factcheck.extract.words import Words, is_common
from factcheck.terms import EntityKind

# Words that begin sentences and headlines, never names.
_FUNCTION = frozenset(
    """the a an this that these those it its he she they we i you his her their our my your who what when where why how which whose if as at by for from in into of
    off on onto out over to up with about after against among around before behind below between beyond despite during except inside near outside since through throughout
    toward towards under until upon within without and or but nor so yet not no yes also both each either every few many more most much neither none several some such than
    then there here now once only just even still however meanwhile although though while because whether is are was were be been has have had do does did will would can could
    may might must shall should all another any other others today yesterday tomorrow tonight earlier later last next according asked one two three four five six seven
    eight nine ten""".split()
)
_PARTICLES = frozenset("de del della da das dos du di la le van von der den bin ibn abu al el y".split())
_OWNERS = frozenset("people women children men workers teachers farmers students writers king queen lawyers journalists national".split())
_AT = frozenset("in at near outside around towards toward from to through across into visit visited visits visiting via reach reached leave left".split())
_WITH = frozenset("with between against by".split())
_SPEECH = frozenset("said says told tells added adds announced warned claimed insisted denied confirmed resigned".split())
_LONGEST_RUN = 14
_OPENERS = frozenset("\"“‘'([:;•*-–—|/…")
_ACRONYM = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name at the words ``first`` up to, without, ``end``; ``weak`` ones count only as short for a fuller name."""

    first: int
    end: int
    key: str
    kind: EntityKind
    known: Known | None = None
    weak: bool = False


def find_mentions(words: Words, starts: Set[int], shouted: Set[int]) -> Iterator[Mention]:
    """Mentions in order. ``starts`` are the words that begin a sentence, ``shouted`` those of lines that capitalise every word."""
    table, texts = gazetteer(), words.words
    i, covered = 0, 0
    while i < len(texts):
        if i in shouted:
            end = i
            while end < len(texts) and end in shouted:
                end += 1
            yield from _in_headline(table, texts, i, end)
        elif not _may_begin(table, texts, i):
            if texts[i] == "ministry" and i >= covered and texts[i + 1 : i + 2] == ("of",) and texts[i + 2 : i + 3] and texts[i + 2] in STATE_MODIFIERS:
                yield Mention(first=i, end=i + 3, key=organisation_key(texts[i : i + 3]), kind=EntityKind.ORGANISATION)
            end = i + 1
        else:
            end = _run_end(table, texts, i, starts)
            soft = i in starts or i > 0 and texts[i - 1] in _OPENERS
            for mention in _cut(table, texts, i, end, soft=soft):
                yield mention
                if mention.known is not None and mention.end == end:
                    body = _state_body(table, texts, mention)
                    if body is not None:
                        covered = body.end
                        yield body
        i = end


def _is_name(word: str) -> bool:
    return word[0].isupper() or len(word) > 3 and word[2] == "-" and word[:2] in {"al", "el"} and word[3].isupper()


def _may_begin(table: Gazetteer, texts: tuple[str, ...], i: int) -> bool:
    word = texts[i]
    return _is_name(word) or word == "al" and table.longest(texts, i) is not None


def _run_end(table: Gazetteer, texts: tuple[str, ...], first: int, starts: Set[int]) -> int:
    """Where the run of capitalised words that starts at ``first`` ends, with the "of", "and", "de" inside it."""
    known = table.longest(texts, first)
    end = first + (known[1] if known else 1)
    if known is None and (_no_name(table, texts, first) or texts[first].lower() in _FUNCTION):
        return end
    while end < len(texts) and end - first < _LONGEST_RUN and end not in starts:
        here, before = texts[end], texts[end - 1].lower()
        after = texts[end + 1] if end + 1 < len(texts) else ""
        if _is_name(here):
            found = table.longest(texts, end)
            if found is None and before not in table.given and _no_name(table, texts, end):
                break
            end += found[1] if found else 1
        elif here == "." and (before in table.honorifics or before == "st" or len(before) == 1) and after and _is_name(after):
            end += 1
        elif here in {"'s", "’s"} and before in _OWNERS and after and _is_name(after) or here == "&" and after and _is_name(after):
            end += 2
        elif here.lower() in _PARTICLES and _tail_is_name(texts, end) and known is None and before not in table.organisation_tails:
            end += 1
        elif here in {"of", "for"} and _links(table, texts[first:end], here) and after and (_is_name(after) or after == "the" and texts[end + 2 : end + 3] and _is_name(texts[end + 2])):
            end += 2 + (after == "the")
        elif here == "and" and after and _is_name(after) and texts[first].lower() in table.organisation_heads and ("of" in texts[first:end] or "for" in texts[first:end]):
            end += 2
        elif here.isdigit() and before in {"war", "area", "sector", "route", "highway", "interstate"}:
            end += 1
        else:
            break
    return end


def _no_name(table: Gazetteer, texts: tuple[str, ...], at: int) -> bool:
    """Whether the word is capitalised for another reason; a month's short form can be a given name ("Jan Nowak")."""
    low = texts[at].lower()
    given = low in table.given
    return low in table.not_names and not (given and texts[at + 1 : at + 2] and _is_name(texts[at + 1]))


def _tail_is_name(texts: tuple[str, ...], at: int) -> bool:
    """Whether at most two particles are followed by a capitalised word."""
    for word in texts[at + 1 : at + 3]:
        if _is_name(word):
            return True
        if word not in _PARTICLES:
            return False
    return False


def _links(table: Gazetteer, run: tuple[str, ...], link: str) -> bool:
    last = run[-1].lower()
    heads = table.organisation_heads
    if link == "for":
        return last in heads or last in table.organisation_tails
    return last in heads or last in table.place_heads or last in table.event_heads or last in {"church", "house", "tower", "archbishop"}


def _cut(table: Gazetteer, texts: tuple[str, ...], first: int, end: int, *, soft: bool) -> Iterator[Mention]:
    """The mentions of one run: a title goes, what stands before it is cut from the person after it."""
    at = _skip_opening(table, texts, first, end) if soft else first
    if texts[at].lower() in table.directions and at + 1 < end and table.longest(texts, at) is None:
        inside = table.longest(texts, at + 1, end)
        at += inside is not None and at + 1 + inside[1] == end
    if texts[at : at + 1] and texts[at].lower() in _FUNCTION and table.longest(texts, at) is None:
        return
    while at < end:
        title = _last_title(table, texts, at, end)
        if title is not None:
            yield from _known_and_rest(table, texts, at, title, soft=soft and at == first, titled=False, descriptor=True)
            at = title
            while at < end and (_is_title(table, texts[at]) or _is_modifier(table, texts[at]) or texts[at] == "."):
                at += 1
            yield from _known_and_rest(table, texts, at, end, soft=False, titled=True)
            return
        yield from _known_and_rest(table, texts, at, end, soft=soft and at == first, titled=at > 0 and _is_title(table, texts[at - 1]))
        return


def _skip_opening(table: Gazetteer, texts: tuple[str, ...], first: int, end: int) -> int:
    """Past a word that is capitalised only because it opens the sentence ("Yesterday President Nowak")."""
    word = texts[first].lower()
    if table.longest(texts, first) is not None or word in table.honorifics or first + 1 >= end:
        return first
    following = texts[first + 1].lower()
    named = following in table.given or following in table.titles or not is_common(following)
    parts = (table.titles, table.title_modifiers, table.given, table.family_first, table.event_heads, table.place_heads, table.organisation_heads)
    if word in _FUNCTION and following not in table.titles:
        return first + 1
    if any(word in part for part in parts):
        return first
    last = texts[end - 1].lower()
    return first + 1 if is_common(word) and named and last not in table.organisation_tails and last not in table.place_tails else first


def _is_title(table: Gazetteer, word: str) -> bool:
    low = word.lower()
    return low in table.titles or low in table.honorifics or "-" in low and low.rsplit("-", 1)[1] in table.titles


def _is_modifier(table: Gazetteer, word: str) -> bool:
    return word.lower() in table.title_modifiers


def _last_title(table: Gazetteer, texts: tuple[str, ...], at: int, end: int) -> int | None:
    """The first word of the last title of the run, when a name follows the title."""
    last = None
    for i in range(at, end):
        follower = i + 1 < end and texts[i + 1] not in {"of", "for", "and"} and texts[i + 1].lower() not in table.organisation_tails
        if _is_title(table, texts[i]) and (follower or i + 1 < end and texts[i + 1] == "."):
            last = i
    if last is None:
        return None
    while last > at and (_is_modifier(table, texts[last - 1]) or _is_title(table, texts[last - 1])) and texts[last - 1].lower() not in {"police", "fire", "us", "un"}:
        last -= 1
    return last


def _known_and_rest(
    table: Gazetteer, texts: tuple[str, ...], at: int, end: int, *, soft: bool, titled: bool, descriptor: bool = False
) -> Iterator[Mention]:
    """Known names of the stretch, and what is left of it as one name."""
    country: str | None = _owner(table, texts, at)
    while at < end:
        found = None if titled and end - at > 1 and texts[at].lower() in table.given else table.longest(texts, at, end)
        if found is None:
            stop = at + 1
            while stop < end and not _opens_people(table, texts, stop, end):
                stop += 1
            name = _name(table, texts, at, stop, country=country, soft=soft, titled=titled, descriptor=descriptor)
            if name is not None:
                yield name
            at = stop
            continue
        known, length = found
        rest = texts[at + length : end]
        if titled and not rest and known.sort in {Sort.PLACE, Sort.SEAT} or rest and _whole(table, known, rest):
            stop = end
            if rest and rest[0].lower() in table.place_tails and rest[-1].lower() not in table.organisation_tails:
                stop = at + length + 1
            name = _name(table, texts, at, stop, country=None, soft=False, titled=titled, descriptor=descriptor)
            if name is not None:
                yield name
            at = stop
            continue
        if not (soft and length == 1 and known.sort in {Sort.PLACE, Sort.ORGANISATION, Sort.OTHER} and is_common(texts[at].lower())):
            key, kind = known.key, known.kind
            if known.sort is Sort.SEAT and known.country is not None and _governs(texts, at, at + length):
                key = known.country
            yield Mention(first=at, end=at + length, key=key, kind=kind, known=known)
        if known.sort in {Sort.PEOPLE, Sort.COUNTRY, Sort.SEAT}:
            country = known.country
        at += length
        soft = False


def _opens_people(table: Gazetteer, texts: tuple[str, ...], at: int, end: int) -> bool:
    found = table.longest(texts, at, end)
    return found is not None and found[0].sort is Sort.PEOPLE and texts[at - 1] not in {"of", "for", "the"}


def _whole(table: Gazetteer, known: Known, rest: tuple[str, ...]) -> bool:
    """Whether a known name is only the first word of a longer one ("British Airways", "Boston Marathon")."""
    last, opening = rest[-1].lower(), rest[0].lower()
    if any(w in {"for", "of"} for w in rest):
        last = rest[[w in {"for", "of"} for w in rest].index(True) - 1].lower()
        last = last if last not in {"for", "of"} else opening
    tail = last in table.organisation_tails or last in table.place_tails or last in table.event_tails or last in {"observatory", "republic"}
    if known.sort in {Sort.PEOPLE, Sort.COUNTRY, Sort.SEAT}:
        body = last in table.state_bodies or opening in table.state_bodies
        return tail and not body or known.sort is not Sort.PEOPLE and last == "police"
    named = rest[0][0].isupper() and (rest[0].lower() not in table.titles) and table.longest(rest, 0) is None
    return tail or known.sort is Sort.PLACE and named


def _owner(table: Gazetteer, texts: tuple[str, ...], at: int) -> str | None:
    """The country before "'s" at the word ``at``: whose ministry it is."""
    if at < 2 or texts[at - 1] not in {"'s", "’s"}:
        return None
    for length in range(1, min(4, at - 1) + 1):
        known = table.names.get(" ".join(texts[at - 1 - length : at - 1]))
        if known is not None:
            return known.country
    return None


def _governs(texts: tuple[str, ...], first: int, end: int) -> bool:
    """Whether a capital stands for its government: it owns or acts, and is not where something is."""
    before = texts[first - 1].lower() if first else ""
    after = texts[end].lower() if end < len(texts) else ""
    if before in _AT or before in {"of", "central"} and after not in {"'s", "’s"}:
        return False
    if after in {"'s", "’s"} or before in _WITH:
        return True
    if before == "and" and first > 2:
        earlier = [w for w in texts[max(0, first - 4) : first - 1] if w in _WITH or w in _AT]
        if earlier:
            return earlier[-1] in _WITH
    if after == "and" and texts[end + 1 : end + 2] and texts[end + 1][0].isupper():
        after = texts[end + 2].lower() if end + 2 < len(texts) else ""
    if after == ",":
        return texts[end + 1 : end + 2] in (("a",), ("an",), ("which",)) and before in {"", ".", "\n"}
    return after[:1].isalpha() and after != "and" and _acts(after)


def _acts(after: str) -> bool:
    return after in {"is", "has", "will", "would", "have", "had", "also", "says", "itself", "recently"} or after.endswith("ed") or after in _SPEECH


def _name(
    table: Gazetteer, texts: tuple[str, ...], at: int, stop: int, *, country: str | None, soft: bool, titled: bool, descriptor: bool
) -> Mention | None:
    """The mention of a name that the gazetteer lacks, or None when its capitals may be mere style."""
    while at < stop and texts[stop - 1] in {".", "&", "of", "for", "and", "the"}:
        stop -= 1
    if at >= stop:
        return None
    name = texts[at:stop]
    words = tuple(w for w in name if w != ".")
    low = tuple(w.lower() for w in words)
    kind = _kind(table, texts, at, stop, low, titled=titled)
    if descriptor and kind is not EntityKind.ORGANISATION:
        return None
    if len(low) == 1:
        return _single(table, texts, at, stop, kind, country=country, soft=soft, titled=titled)
    if all(w in table.titles or w in table.title_modifiers or w in _FUNCTION for w in low):
        return None
    if soft and kind is EntityKind.OTHER and all(is_common(w) for w in low if w not in _FUNCTION):
        return None
    key = person_key(words) if kind is EntityKind.PERSON else organisation_key(words, country) if kind is EntityKind.ORGANISATION else key_of(" ".join(words))
    return Mention(first=at, end=stop, key=key, kind=kind) if key else None


def _single(
    table: Gazetteer, texts: tuple[str, ...], at: int, stop: int, kind: EntityKind, *, country: str | None, soft: bool, titled: bool
) -> Mention | None:
    word = texts[at]
    low = word.lower()
    if titled and low not in table.not_names:
        return Mention(first=at, end=stop, key=key_of(word), kind=EntityKind.PERSON)
    if len(word) < 2 or "-" in word and _is_compound(table, word) or low in table.not_names or low in _FUNCTION or low in table.titles or low in table.honorifics:
        return None
    if low in table.state_bodies and country is not None:
        return Mention(first=at, end=stop, key=organisation_key((word,), country), kind=EntityKind.ORGANISATION)
    if is_common(low) and not (word.isupper() and len(word) > 1):
        return Mention(first=at, end=stop, key=key_of(word), kind=kind, weak=True)
    if word.isupper() and len(word) <= _ACRONYM and word.isalpha() and not is_common(low):
        kind = EntityKind.ORGANISATION if kind is EntityKind.OTHER else kind
    return Mention(first=at, end=stop, key=key_of(word), kind=kind)


def _is_compound(table: Gazetteer, word: str) -> bool:
    """Whether a hyphened word is no name of its own ("US-led", "Sino-Russian", "Cooperation-2021")."""
    head, tail = word.split("-", 1)
    if head.lower() in {"al", "el"}:
        return False
    return tail.isdigit() or head in table.openings or tail in table.openings or tail.islower() or is_common(head.lower())


def _kind(table: Gazetteer, texts: tuple[str, ...], at: int, stop: int, low: tuple[str, ...], *, titled: bool) -> EntityKind:
    first, last = low[0], low[-1]
    before = texts[at - 1].lower() if at else ""
    after = texts[stop].lower() if stop < len(texts) else ""
    if titled:
        return EntityKind.PERSON
    aged = after == "," and texts[stop + 1 : stop + 2] and texts[stop + 1].isdigit() and 0 < len(texts[stop + 1]) < 4 and texts[stop + 2 : stop + 3] in ((",",), (".",))
    if len(low) > 1:
        linked = next((i for i, w in enumerate(low) if w in {"of", "for"}), 0)
        core = low[linked - 1] if linked else last
        if first in table.event_heads or core in table.event_tails:
            return EntityKind.EVENT
        if core in table.organisation_tails or linked and core in table.organisation_heads or first in table.organisation_heads:
            return EntityKind.ORGANISATION
        if core in table.place_tails or first in table.place_heads:
            return EntityKind.PLACE
        if aged or first in table.given or first in table.family_first and len(low) < 4:
            return EntityKind.PERSON
        if before in {"in", "near"} and after != "and" or after == "," and _is_place(table, texts, stop + 1):
            return EntityKind.PLACE
        if len(low) <= 4 and not any(is_common(w) and w not in _PARTICLES for w in low):
            return EntityKind.PERSON
        return EntityKind.PERSON if after in _SPEECH and len(low) <= 3 and not all(map(is_common, low)) else EntityKind.OTHER
    if aged or after in _SPEECH or after in {"'s", "’s"} and (first in table.given):
        return EntityKind.PERSON
    if before in {"in", "near", "outside"} or after == "," and _is_place(table, texts, stop + 1):
        return EntityKind.PLACE
    return EntityKind.PERSON if first in table.given else EntityKind.OTHER


def _is_place(table: Gazetteer, texts: tuple[str, ...], at: int) -> bool:
    found = table.longest(texts, at) if at < len(texts) else None
    return found is not None and found[0].sort in {Sort.PLACE, Sort.COUNTRY}


def _state_body(table: Gazetteer, texts: tuple[str, ...], mention: Mention) -> Mention | None:
    """The nameless body after its country: "foreign ministry" in "Peru's foreign ministry"."""
    at, known = mention.end, mention.known
    if known is None or known.country is None:
        return None
    if known.sort is not Sort.PEOPLE:
        if texts[at : at + 1] not in (("'s",), ("’s",)) or known.sort not in {Sort.COUNTRY, Sort.SEAT}:
            return None
        at += 1
    stop = at
    while stop < min(at + 3, len(texts)) and texts[stop].islower() and texts[stop] in STATE_MODIFIERS:
        stop += 1
    if stop >= len(texts) or texts[stop] not in table.state_bodies or texts[stop] == "police":
        return None
    stop += 1
    if texts[stop - 1] == "ministry" and stop - at == 1 and texts[stop : stop + 1] == ("of",) and texts[stop + 1 : stop + 2] and texts[stop + 1] in STATE_MODIFIERS:
        stop += 2
    return Mention(first=at, end=stop, key=organisation_key(texts[at:stop], known.country), kind=EntityKind.ORGANISATION)


def _in_headline(table: Gazetteer, texts: tuple[str, ...], first: int, end: int) -> Iterator[Mention]:
    """In a line that capitalises every word only known names and words that no dictionary has are names."""
    at = first
    while at < end:
        word = texts[at]
        found = table.longest(texts, at, end) if _is_name(word) else None
        if found is not None and at + found[1] <= end:
            known, length = found
            key = known.country if known.sort is Sort.SEAT and known.country and _governs(texts, at, at + length) else known.key
            yield Mention(first=at, end=at + length, key=key, kind=known.kind, known=known)
            at += length
            continue
        stop = at
        while stop < end and stop - at < 4 and texts[stop][0].isupper() and len(texts[stop]) > 2 and _odd(table, texts[stop].lower(), texts, stop):
            stop += 1
        if stop > at:
            low = tuple(w.lower() for w in texts[at:stop])
            kind = _kind(table, texts, at, stop, low, titled=at > first and _is_title(table, texts[at - 1]))
            yield Mention(first=at, end=stop, key=person_key(texts[at:stop]), kind=kind)
        at = max(stop, at + 1)


def _odd(table: Gazetteer, low: str, texts: tuple[str, ...], at: int) -> bool:
    return low not in table.not_names and not _is_title(table, low) and table.longest(texts, at) is None and low not in _FUNCTION and (low in table.given or not is_common(low))

