"""Pronouns and short descriptions that can stand for one name only: "He", "the ministry", "the Polish president"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from factcheck.extract.clauses.wordclasses import lexicon
from factcheck.extract.entities.gazetteer import Sort, gazetteer
from factcheck.extract.entities.naming import Mention
from factcheck.extract.words import Words, lemma, word_set
from factcheck.terms import EntityKind

_PRONOUNS = {"he": "m", "He": "m", "she": "f", "She": "f"}
_HONORIFICS = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "dame": "f",
    "lady": "f",
    "madame": "f",
}
# Every town has one: "the hospital" need not be the one that was named.
_EVERYWHERE = word_set(
    "hospital school church club center centre college jail prison station mosque temple bank team unit office"
)
_COMPANY = word_set("corp corporation inc ltd plc company group holdings motors airlines airways industries")
# What may follow a description that is a whole noun phrase: "the party leader" is not the party.
_FOLLOWERS = word_set(
    ". , ; : ” \" ) is are was were has have had will would could may might said says also and or but in on at to by for from with 's ’s did does"
)
_LIGHT = word_set("the a an 's ’s , - – — • * “ \" ( on in at")


def find_references(words: Words, starts: Set[int], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A mention for each pronoun and description whose antecedent is safe; ``mentions`` are the names, in order."""
    yield from _pronouns(words, starts, mentions)
    yield from _descriptions(words, mentions)


def _pronouns(words: Words, starts: Set[int], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """He or she is the one person of the sentence so far, else of the sentence before, or that sentence's subject."""
    genders = _genders(words, mentions)
    names = {m.first: m for m in mentions}
    previous: list[Mention] = []
    current: list[Mention] = []
    began, quoted, covered = 0, False, 0
    for i, word in enumerate(words.words):
        if i in starts:
            # A line without a person (a heading, a date) does not end what a pronoun may reach.
            previous, current, began = current, [], i
        if word in '“”"':
            quoted = word == "“" or (word == '"' and not quoted)
        if i in names:
            covered = names[i].end
            if names[i].kind is EntityKind.PERSON:
                current.append(names[i])
        gender = _PRONOUNS.get(word)
        if gender is None or quoted or i < covered:
            continue
        here = {m.key for m in current if genders.get(m.key, gender) == gender}
        if here:
            key = here.pop() if len(here) == 1 else None
        elif i - began > 1 and not _speaks(words, i):
            key = None
        else:
            key = _antecedent(words, previous, genders, gender, i - began < 2)
        if key is not None:
            found = Mention(first=i, end=i + 1, key=key, kind=EntityKind.PERSON)
            current.append(found)
            yield found


def _speaks(words: Words, at: int) -> bool:
    return words.words[at + 1 : at + 2] in (("said",), ("says",), ("told",), ("added",))


def _antecedent(
    words: Words, previous: Sequence[Mention], genders: dict[str, str], gender: str, opening: bool
) -> str | None:
    fitting = [m for m in previous if genders.get(m.key, gender) == gender]
    keys = {m.key for m in fitting}
    if len(keys) == 1:
        return keys.pop()
    if not fitting or not opening:
        return None
    first = fitting[0]
    return first.key if previous[0] is first and _is_subject(words, first) else None


def _is_subject(words: Words, mention: Mention) -> bool:
    """Whether only titles and names stand before it in its sentence, and no second name is joined to it."""
    table = gazetteer()
    at = mention.first - 1
    while at >= 0 and mention.first - at < 12 and words.words[at] not in ".!?":
        word = words.words[at]
        low = word.lower()
        if not (
            word[0].isupper() or word.isdigit() or low in _LIGHT or low in table.titles or low in table.title_modifiers
        ):
            return False
        at -= 1
    return words.words[mention.end : mention.end + 1] not in (("and",), ("'s",), ("’s",), ("&",))


def _genders(words: Words, mentions: Sequence[Mention]) -> dict[str, str]:
    table = gazetteer()
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.kind is not EntityKind.PERSON:
            continue
        before = mention.first - 1
        if before >= 0 and words.words[before] == ".":
            before -= 1
        honorific = _HONORIFICS.get(words.words[before].lower()) if before >= 0 else None
        given = mention.key.split()[0]
        if honorific is not None:
            found[mention.key] = honorific
        elif given in table.male and given not in table.female:
            found.setdefault(mention.key, "m")
        elif given in table.female and given not in table.male:
            found.setdefault(mention.key, "f")
    return found


def _descriptions(words: Words, mentions: Sequence[Mention]) -> Iterator[Mention]:
    table, texts = gazetteer(), words.words
    by_first = {m.first: m for m in mentions}
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    offices: dict[tuple[str | None, str], str] = {}
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for i, word in enumerate(texts):
        mention = by_first.get(i)
        if mention is not None:
            if mention.kind is EntityKind.ORGANISATION:
                for head in _heads(mention.key):
                    bodies[head].add(mention.key)
            elif mention.kind is EntityKind.PERSON:
                title, country = _office(words, mention, mentions, by_first)
                if title:
                    offices[country, title] = mention.key
                    holders[title].add(mention.key)
            continue
        if word.lower() != "the":
            continue
        owner = by_first.get(i + 1)
        country = (
            owner.known.country
            if owner is not None and owner.known is not None and owner.known.sort is Sort.PEOPLE
            else None
        )
        at = owner.end if owner is not None and country is not None else i + 1
        stop = at
        while (
            stop < len(texts)
            and stop - at < 4
            and (texts[stop] in table.titles or texts[stop] in table.title_modifiers)
            and texts[stop] != "and"
        ):
            stop += 1
        if stop >= len(texts) or stop in by_first:
            continue
        if stop > at and _ends_phrase(texts[stop]):
            title = " ".join(texts[at:stop])
            key = (
                offices.get((country, title))
                if country is not None
                else next(iter(holders[title]))
                if len(holders.get(title, ())) == 1
                else None
            )
            if key is not None:
                yield Mention(first=at, end=stop, key=key, kind=EntityKind.PERSON)
        elif stop == at and country is None and at not in by_first and at + 1 < len(texts):
            known = bodies.get(texts[at], set())
            if len(known) == 1 and _ends_phrase(texts[at + 1]):
                yield Mention(first=at, end=at + 1, key=next(iter(known)), kind=EntityKind.ORGANISATION)


def _ends_phrase(word: str) -> bool:
    return word in _FOLLOWERS or word in lexicon().past or (lemma(word) != word and not word.endswith(("s", "ing")))


def _heads(key: str) -> tuple[str, ...]:
    """The nouns by which a body may be taken up again."""
    parts = key.split()
    linked = next((i for i, p in enumerate(parts) if p in {"of", "for"}), 0)
    head = parts[linked - 1] if linked else parts[-1]
    if len(parts) < 2 or head in _EVERYWHERE:
        return ()
    return (head, "company") if head in _COMPANY else (head,)


def _office(
    words: Words, mention: Mention, mentions: Sequence[Mention], by_first: dict[int, Mention]
) -> tuple[str, str | None]:
    """The office before a name ("foreign minister") and the country whose office it is."""
    table, texts = gazetteer(), words.words
    at = mention.first
    while (
        at > 0
        and mention.first - at < 5
        and (texts[at - 1].lower() in table.titles or texts[at - 1].lower() in table.title_modifiers)
    ):
        at -= 1
    if at == mention.first:
        return "", None
    title = " ".join(w.lower() for w in texts[at : mention.first])
    before = at - 1 if at and texts[at - 1] in {"'s", "’s"} else at
    for width in range(1, 4):
        owner = by_first.get(before - width)
        if owner is not None and owner.end == before and owner.known is not None:
            return title, owner.known.country
    return title, None
