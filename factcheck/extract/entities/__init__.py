"""Find the names of an article: who, what body, where; every alias of a name under one key."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.extract.entities.coreference import find_references
from factcheck.extract.entities.gazetteer import Sort, gazetteer
from factcheck.extract.entities.mentions import find_mentions
from factcheck.extract.entities.names import same_name
from factcheck.extract.entities.naming import Mention
from factcheck.extract.words import Words, is_common, sentence_starts, split_words
from factcheck.model import Entity, Span
from factcheck.terms import EntityKind

__all__ = ["find_entities", "same_name"]

# A line is a headline when this share of its longer words has a capital that no name explains.
_HEADLINE_SHARE = 0.75
_LONG_WORD = 4


def find_entities(text: str, sentences: Sequence[Span] | None = None) -> tuple[Entity, ...]:
    """All mentions of names in a whole article, in text order, never overlapping.

    ``sentences`` are the article's sentences in order; without them full stops and line breaks divide the text.
    A mention's span is the name without its title and without the possessive 's; of "Peru's foreign ministry" the country
    and the body are two mentions. Pronouns and short descriptions ("the ministry") carry the key of their antecedent
    where only one can be meant, and are no mentions otherwise. A capital that acts ("Beijing said") has the key of its country.
    """
    words = split_words(text)
    starts = frozenset(sentence_starts(text, words) if sentences is None else _first_words(words, sentences))
    styled, shouted = _headline_words(text, words)
    named = [m for m in find_mentions(words, starts, styled) if m.first not in shouted]
    resolved = list(_unify(words, named))
    merged = sorted([*resolved, *find_references(words, starts, resolved)], key=lambda m: m.first)
    return tuple(Entity(span=words.span(m.first, m.end), kind=m.kind, key=m.key) for m in merged)


def _first_words(words: Words, sentences: Sequence[Span]) -> Iterator[int]:
    at = 0
    for sentence in sentences:
        while at < len(words) and words.starts[at] < sentence.start:
            at += 1
        if at < len(words):
            yield at


def _headline_words(text: str, words: Words) -> tuple[frozenset[int], frozenset[int]]:
    """The words of lines that capitalise every word, and those of lines wholly in capitals."""
    styled: list[int] = []
    shouted: list[int] = []
    line: list[int] = []
    for i in range(len(words) + 1):
        if line and (i == len(words) or "\n" in text[words.ends[i - 1] : words.starts[i]]):
            longer = [words.words[j] for j in line if len(words.words[j]) >= _LONG_WORD and words.words[j].isalpha()]
            capital = [w for w in longer if w[0].isupper()]
            if len(longer) > 2 and sum(w.isupper() for w in longer) > len(longer) / 2:
                shouted += line
            elif sum(map(_is_style, capital)) > 1 and len(capital) >= _HEADLINE_SHARE * len(longer):
                styled += line
            line = []
        line.append(i)
    return frozenset(styled), frozenset(shouted)


def _is_style(word: str) -> bool:
    """Whether a capital has no reason but the line's style."""
    table, low = gazetteer(), word.lower()
    reasons = (
        table.titles,
        table.title_modifiers,
        table.organisation_tails,
        table.place_tails,
        table.not_names,
        table.male,
        table.female,
    )
    return is_common(low) and word not in table.openings and not any(low in words for words in reasons)


def _unify(words: Words, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Short forms get the key of the one full name they can stand for; each key gets one kind."""
    people = _short_forms(mentions)
    bodies = _bodies(words, mentions)
    renamed = [_rename(words, m, people, bodies) for m in mentions]
    kept = [m for m in renamed if m is not None]
    kinds = _kinds(kept)
    for mention in kept:
        yield mention if mention.known is not None else replace(mention, kind=kinds[mention.key])


def _short_forms(mentions: Iterable[Mention]) -> Mapping[str, frozenset[str]]:
    """Family name, or a given name that is no one's family name -> the keys of the full names it belongs to."""
    first_in_family = gazetteer().family_first
    family: defaultdict[str, set[str]] = defaultdict(set)
    given: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        parts = mention.key.split()
        if mention.kind is EntityKind.PERSON and mention.known is None and len(parts) > 1:
            family[parts[-1]].add(mention.key)
            (family if parts[0] in first_in_family and len(parts) <= 3 else given)[parts[0]].add(mention.key)
    return {short: frozenset(keys) for short, keys in {**given, **family}.items()}


def _bodies(words: Words, mentions: Sequence[Mention]) -> Mapping[str, frozenset[str]]:
    """Acronym, or the noun that heads the name of a body -> the keys of the bodies it may stand for."""
    short: defaultdict[str, set[str]] = defaultdict(set)
    for before, mention in zip([None, *mentions], mentions, strict=False):
        parts = mention.key.split()
        if mention.kind is EntityKind.ORGANISATION and len(parts) > 1:
            short["".join(p[0] for p in parts)].add(mention.key)
            short["".join(p[0] for p in parts if p not in {"of", "for", "the", "and"})].add(mention.key)
            heads = [i for i, p in enumerate(parts) if p in {"of", "for"}]
            short[parts[heads[0] - 1] if heads and heads[0] else parts[-1]].add(mention.key)
            for at in range(1, len(parts) - 1):
                short[" ".join(parts[at:])].add(mention.key)
        if (
            before is not None
            and mention.first == before.end + 1
            and words.words[before.end] == "("
            and _abbreviates(mention.key, before.key)
        ):
            short[mention.key] = {before.key}
    return {name: frozenset(keys) for name, keys in short.items()}


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of ``short`` begin words of ``long``, in order."""
    initials = [w[0] for w in long.replace("'", " ").split()]
    rest = iter(initials)
    return 1 < len(short) <= len(initials) and all(letter in rest for letter in short)


def _rename(
    words: Words, mention: Mention, people: Mapping[str, frozenset[str]], bodies: Mapping[str, frozenset[str]]
) -> Mention | None:
    before = words.words[mention.first - 1].lower() if mention.first else ""
    full = people.get(mention.key, frozenset())
    named = words.words[mention.first]
    if mention.known is not None and mention.known.sort is Sort.ORGANISATION:
        return mention
    place = mention.known is not None and before in {"in", "at", "near", "from", "to"}
    if full and mention.key not in full and before != "the" and not place:
        if mention.known is None or mention.known.sort is Sort.PLACE:
            key = next(iter(full)) if len(full) == 1 else mention.key
            return replace(mention, key=key, kind=EntityKind.PERSON, known=None, weak=False)
        return mention
    if mention.known is not None:
        return mention
    body = bodies.get(mention.key, frozenset()) - {mention.key}
    if len(body) == 1 and (named.isupper() or before == "the" or mention.kind is EntityKind.ORGANISATION):
        return replace(mention, key=next(iter(body)), kind=EntityKind.ORGANISATION, weak=False)
    return None if mention.weak else mention


def _kinds(mentions: Iterable[Mention]) -> Mapping[str, EntityKind]:
    """For every key the kind that most of its mentions show; one that only guesses (OTHER) counts least."""
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for mention in mentions:
        votes[mention.key][mention.kind] += 1 if mention.kind is EntityKind.OTHER else 3
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}
