"""What a run of capitalised words names: a person, a body, a place, an event, or nothing but a style."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.entities.gazetteer import Gazetteer, Known, Sort, key_of
from factcheck.extract.entities.names import organisation_key, person_key
from factcheck.extract.entities.runs import FUNCTION, PARTICLES
from factcheck.extract.words import is_common, word_set
from factcheck.terms import EntityKind

_AT = word_set(
    "in at near outside around towards toward from to through across into visit visited visits visiting via reach reached leave left"
)

_WITH = word_set("with between against by")

SPEECH = word_set("said says told tells added adds announced warned claimed insisted denied confirmed resigned")

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


def name_of(
    table: Gazetteer,
    texts: tuple[str, ...],
    at: int,
    stop: int,
    *,
    country: str | None,
    soft: bool,
    titled: bool,
    descriptor: bool,
) -> Mention | None:
    """The mention of a name that the gazetteer lacks, or None when its capitals may be mere style."""
    while at < stop and texts[stop - 1] in {".", "&", "of", "for", "and", "the"}:
        stop -= 1
    if at >= stop:
        return None
    name = texts[at:stop]
    words = tuple(w for w in name if w != ".")
    low = tuple(w.lower() for w in words)
    kind = kind_of(table, texts, at, stop, low, titled=titled)
    if descriptor and kind is not EntityKind.ORGANISATION:
        return None
    if len(low) == 1:
        return _single(table, texts, at, stop, kind, country=country, soft=soft, titled=titled)
    if all(w in table.titles or w in table.title_modifiers or w in FUNCTION for w in low):
        return None
    if soft and kind is EntityKind.OTHER and all(is_common(w) for w in low if w not in FUNCTION):
        return None
    key = (
        person_key(words)
        if kind is EntityKind.PERSON
        else organisation_key(words, country)
        if kind is EntityKind.ORGANISATION
        else key_of(" ".join(words))
    )
    return Mention(first=at, end=stop, key=key, kind=kind) if key else None


def _single(
    table: Gazetteer,
    texts: tuple[str, ...],
    at: int,
    stop: int,
    kind: EntityKind,
    *,
    country: str | None,
    soft: bool,
    titled: bool,
) -> Mention | None:
    word = texts[at]
    low = word.lower()
    if titled and low not in table.not_names:
        return Mention(first=at, end=stop, key=key_of(word), kind=EntityKind.PERSON)
    if (
        len(word) < 2
        or ("-" in word and _is_compound(table, word))
        or low in table.not_names
        or low in FUNCTION
        or low in table.titles
        or low in table.honorifics
    ):
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
    return (
        tail.isdigit() or head in table.openings or tail in table.openings or tail.islower() or is_common(head.lower())
    )


def kind_of(
    table: Gazetteer, texts: tuple[str, ...], at: int, stop: int, low: tuple[str, ...], *, titled: bool
) -> EntityKind:
    """The kind that a name's words (``low`` in lower case) and its neighbours speak for; OTHER when none does."""
    first, last = low[0], low[-1]
    before = texts[at - 1].lower() if at else ""
    after = texts[stop].lower() if stop < len(texts) else ""
    if titled:
        return EntityKind.PERSON
    aged = (
        after == ","
        and texts[stop + 1 : stop + 2]
        and texts[stop + 1].isdigit()
        and 0 < len(texts[stop + 1]) < 4
        and texts[stop + 2 : stop + 3] in ((",",), (".",))
    )
    if len(low) > 1:
        linked = next((i for i, w in enumerate(low) if w in {"of", "for"}), 0)
        core = low[linked - 1] if linked else last
        if first in table.event_heads or core in table.event_tails:
            return EntityKind.EVENT
        if (
            core in table.organisation_tails
            or (linked and core in table.organisation_heads)
            or first in table.organisation_heads
        ):
            return EntityKind.ORGANISATION
        if core in table.place_tails or first in table.place_heads:
            return EntityKind.PLACE
        if aged or first in table.given or (first in table.family_first and len(low) < 4):
            return EntityKind.PERSON
        if (before in {"in", "near"} and after != "and") or (after == "," and _is_place(table, texts, stop + 1)):
            return EntityKind.PLACE
        acronym = any(w.isupper() and len(w) > 2 for w in texts[at:stop])
        if len(low) <= 4 and not acronym and not any(is_common(w) and w not in PARTICLES for w in low):
            return EntityKind.PERSON
        return (
            EntityKind.PERSON
            if after in SPEECH and len(low) <= 3 and not all(map(is_common, low))
            else EntityKind.OTHER
        )
    if aged or after in SPEECH or (after in {"'s", "’s"} and (first in table.given)):
        return EntityKind.PERSON
    if before in {"in", "near", "outside"} or (after == "," and _is_place(table, texts, stop + 1)):
        return EntityKind.PLACE
    return EntityKind.PERSON if first in table.given else EntityKind.OTHER


def _is_place(table: Gazetteer, texts: tuple[str, ...], at: int) -> bool:
    found = table.longest(texts, at) if at < len(texts) else None
    return found is not None and found[0].sort in {Sort.PLACE, Sort.COUNTRY}


def governs(texts: tuple[str, ...], first: int, end: int) -> bool:
    """Whether a capital stands for its government: it owns or acts, and is not where something is."""
    before = texts[first - 1].lower() if first else ""
    after = texts[end].lower() if end < len(texts) else ""
    owns = after in {"'s", "’s"} and before not in {"in", "near", "outside", "around"}
    if (before in _AT and not owns) or (before in {"of", "central"} and after not in {"'s", "’s"}):
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
    return (
        after in {"is", "has", "will", "would", "have", "had", "also", "says", "itself", "recently"}
        or after.endswith("ed")
        or after in SPEECH
    )
