"""Mentions of names: runs of capitalised words, cut where titles, peoples and known names meet."""

from __future__ import annotations

from collections.abc import Iterator, Set

from factcheck.extract.entities.gazetteer import Gazetteer, Known, Sort, gazetteer, key_of
from factcheck.extract.entities.names import STATE_MODIFIERS, organisation_key, person_key
from factcheck.extract.entities.naming import Mention, governs, kind_of, name_of
from factcheck.extract.entities.runs import FUNCTION, is_name, is_title, may_begin, run_end
from factcheck.extract.entities.vessels import vessel_names
from factcheck.extract.words import Words, is_common
from factcheck.terms import EntityKind

_OPENERS = frozenset("\"“‘'([:;•*-–—|/…")


def find_mentions(words: Words, starts: Set[int], shouted: Set[int]) -> Iterator[Mention]:
    """Mentions in order. ``starts`` are the words that begin a sentence, ``shouted`` those of lines that capitalise every word."""
    table, texts = gazetteer(), words.words
    vessels = vessel_names(table, texts, shouted)
    i, covered = 0, 0
    while i < len(texts):
        vessel = next((name for name in vessels.get(texts[i], ()) if texts[i : i + len(name)] == name), None)
        if vessel is not None and i not in starts:
            yield Mention(first=i, end=i + len(vessel), key=key_of(" ".join(vessel)), kind=EntityKind.OTHER)
            end = i + len(vessel)
        elif i in shouted:
            end = i
            while end < len(texts) and end in shouted:
                end += 1
            yield from _in_headline(table, texts, i, end)
        elif not may_begin(table, texts, i):
            if (
                texts[i] == "ministry"
                and i >= covered
                and texts[i + 1 : i + 2] == ("of",)
                and texts[i + 2 : i + 3]
                and texts[i + 2] in STATE_MODIFIERS
            ):
                yield Mention(first=i, end=i + 3, key=organisation_key(texts[i : i + 3]), kind=EntityKind.ORGANISATION)
            end = i + 1
        else:
            end = run_end(table, texts, i, starts)
            soft = i in starts or (i > 0 and texts[i - 1] in _OPENERS)
            for mention in _cut(table, texts, i, end, soft=soft):
                yield mention
                if mention.known is not None and mention.end == end:
                    body = _state_body(table, texts, mention)
                    if body is not None:
                        covered = body.end
                        yield body
        i = end


def _cut(table: Gazetteer, texts: tuple[str, ...], first: int, end: int, *, soft: bool) -> Iterator[Mention]:
    """The mentions of one run: a title goes, what stands before it is cut from the person after it."""
    at = _skip_opening(table, texts, first, end) if soft else first
    if texts[at].lower() in table.directions and at + 1 < end and table.longest(texts, at) is None:
        inside = table.longest(texts, at + 1, end)
        at += inside is not None and at + 1 + inside[1] == end
    if texts[at : at + 1] and texts[at].lower() in FUNCTION and table.longest(texts, at) is None:
        return
    while at < end:
        title = _last_title(table, texts, at, end)
        if title is not None:
            yield from _known_and_rest(
                table, texts, at, title, soft=soft and at == first, titled=False, descriptor=True
            )
            at = title
            while at < end and (is_title(table, texts[at]) or _is_modifier(table, texts[at]) or texts[at] == "."):
                at += 1
            yield from _known_and_rest(table, texts, at, end, soft=False, titled=True)
            return
        yield from _known_and_rest(
            table, texts, at, end, soft=soft and at == first, titled=at > 0 and is_title(table, texts[at - 1])
        )
        return


def _skip_opening(table: Gazetteer, texts: tuple[str, ...], first: int, end: int) -> int:
    """Past a word that is capitalised only because it opens the sentence ("Yesterday President Nowak")."""
    word = texts[first].lower()
    if table.longest(texts, first) is not None or word in table.honorifics or first + 1 >= end:
        return first
    following = texts[first + 1].lower()
    named = following in table.given or following in table.titles or not is_common(following)
    parts = (
        table.titles,
        table.title_modifiers,
        table.given,
        table.family_first,
        table.event_heads,
        table.place_heads,
        table.organisation_heads,
    )
    if word in FUNCTION and following not in table.titles:
        return first + 1
    if any(word in part for part in parts):
        return first
    last = texts[end - 1].lower()
    return (
        first + 1
        if is_common(word) and named and last not in table.organisation_tails and last not in table.place_tails
        else first
    )


def _is_modifier(table: Gazetteer, word: str) -> bool:
    return word.lower() in table.title_modifiers


def _last_title(table: Gazetteer, texts: tuple[str, ...], at: int, end: int) -> int | None:
    """The first word of the last title of the run, when a name follows the title."""
    last = None
    for i in range(at, end):
        follower = (
            i + 1 < end
            and texts[i + 1] not in {"of", "for", "and", "'s", "’s"}
            and texts[i + 1].lower() not in table.organisation_tails
        )
        if is_title(table, texts[i]) and (follower or (i + 1 < end and texts[i + 1] == ".")):
            last = i
    if last is None:
        return None
    while (
        last > at
        and (_is_modifier(table, texts[last - 1]) or is_title(table, texts[last - 1]))
        and texts[last - 1].lower() not in {"police", "fire", "us", "un"}
    ):
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
            name = name_of(table, texts, at, stop, country=country, soft=soft, titled=titled, descriptor=descriptor)
            if name is not None:
                yield name
            at = stop
            continue
        known, length = found
        rest = texts[at + length : end]
        if (titled and not rest and known.sort in {Sort.PLACE, Sort.SEAT}) or (rest and _whole(table, known, rest)):
            stop = end
            if rest and rest[0].lower() in table.place_tails and rest[-1].lower() not in table.organisation_tails:
                stop = at + length + 1
            name = name_of(table, texts, at, stop, country=None, soft=False, titled=titled, descriptor=descriptor)
            if name is not None:
                yield name
            at = stop
            continue
        if not (
            soft
            and length == 1
            and known.sort in {Sort.PLACE, Sort.ORGANISATION, Sort.OTHER}
            and is_common(texts[at].lower())
        ):
            key, kind = known.key, known.kind
            if known.sort is Sort.SEAT and known.country is not None and governs(texts, at, at + length):
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
    tail = (
        last in table.organisation_tails
        or last in table.place_tails
        or last in table.event_tails
        or last in {"observatory", "republic"}
    )
    if known.sort in {Sort.PEOPLE, Sort.COUNTRY, Sort.SEAT}:
        body = last in table.state_bodies or opening in table.state_bodies
        return (tail and not body) or (known.sort is not Sort.PEOPLE and last == "police")
    named = rest[0][0].isupper() and (rest[0].lower() not in table.titles) and table.longest(rest, 0) is None
    return tail or (known.sort is Sort.PLACE and named)


def _owner(table: Gazetteer, texts: tuple[str, ...], at: int) -> str | None:
    """The country before "'s" at the word ``at``: whose ministry it is."""
    if at < 2 or texts[at - 1] not in {"'s", "’s"}:
        return None
    for length in range(1, min(4, at - 1) + 1):
        known = table.names.get(" ".join(texts[at - 1 - length : at - 1]))
        if known is not None:
            return known.country
    return None


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
    if (
        texts[stop - 1] == "ministry"
        and stop - at == 1
        and texts[stop : stop + 1] == ("of",)
        and texts[stop + 1 : stop + 2]
        and texts[stop + 1] in STATE_MODIFIERS
    ):
        stop += 2
    return Mention(
        first=at, end=stop, key=organisation_key(texts[at:stop], known.country), kind=EntityKind.ORGANISATION
    )


def _in_headline(table: Gazetteer, texts: tuple[str, ...], first: int, end: int) -> Iterator[Mention]:
    """In a line that capitalises every word only known names and words that no dictionary has are names."""
    at = first
    while at < end:
        word = texts[at]
        found = table.longest(texts, at, end) if is_name(word) else None
        if found is not None and at + found[1] <= end:
            known, length = found
            key = (
                known.country
                if known.sort is Sort.SEAT and known.country and governs(texts, at, at + length)
                else known.key
            )
            yield Mention(first=at, end=at + length, key=key, kind=known.kind, known=known)
            at += length
            continue
        stop = at
        while (
            stop < end
            and stop - at < 4
            and texts[stop][0].isupper()
            and len(texts[stop]) > 2
            and _odd(table, texts[stop].lower(), texts, stop)
        ):
            stop += 1
        if stop > at:
            low = tuple(w.lower() for w in texts[at:stop])
            kind = kind_of(table, texts, at, stop, low, titled=at > first and is_title(table, texts[at - 1]))
            yield Mention(first=at, end=stop, key=person_key(texts[at:stop]), kind=kind)
        at = max(stop, at + 1)


def _odd(table: Gazetteer, low: str, texts: tuple[str, ...], at: int) -> bool:
    return (
        low not in table.not_names
        and not is_title(table, low)
        and table.longest(texts, at) is None
        and low not in FUNCTION
        and (low in table.given or not is_common(low))
    )
