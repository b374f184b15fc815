"""Keys of names: the forms of one name that differ only in title, hyphen, order or office share a key."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from factcheck.extract.entities.gazetteer import gazetteer, key_of
from factcheck.extract.words import word_set

# Words that make no body of state a name of its own: "the defence ministry" is whose?
STATE_MODIFIERS = word_set(
    "foreign defence defense interior health finance justice education energy agriculture transport supreme high national central state armed air special security"
    " coast constitutional royal federal affairs emergency emergencies culture trade oil labour labor environment election electoral assembly external home"
)
_SUFFIXES = word_set("jr sr ii iii iv")
# Two spellings of one foreign name ("Aleksandr", "Alexander"); measured on own pairs of spellings, none of different names.
_SAME_SPELLING = 0.9


def person_key(words: tuple[str, ...]) -> str:
    """The key of a person's name: without points, middle initials and "Jr."."""
    parts = [key_of(w) for w in words if w not in {".", ","}]
    middle = [p for p in parts[1:-1] if len(p) > 1]
    kept = [*parts[:1], *middle, *(parts[-1:] if len(parts) > 1 else [])]
    return " ".join(p for i, p in enumerate(kept) if p and (i == 0 or p not in _SUFFIXES))


def organisation_key(words: tuple[str, ...], country: str | None = None) -> str:
    """The key of a body: "Ministry of Defense" is "defence ministry"; a nameless body of state takes its country before it."""
    key = key_of(" ".join(words)).removeprefix("the ").replace("defense", "defence")
    for head in ("ministry", "department"):
        topic = key.removeprefix(f"{head} of ").removeprefix("the ")
        if topic != key:
            key = f"{topic.removesuffix(' affairs')} {head}"
    key = key.replace("foreign affairs", "foreign")
    return f"{country} {key}" if country and is_nameless(key) else key


def is_nameless(key: str) -> bool:
    """Whether the key of a body says only what it does ("foreign ministry"), not whose it is."""
    bodies = gazetteer().state_bodies
    return all(w in bodies or w in STATE_MODIFIERS or w == "and" for w in key.split())


@lru_cache(maxsize=1 << 16)  # articles of one story ask it of the same few names over and over
def same_name(left: str, right: str) -> bool:
    """Whether two keys, of two articles say, may name one person or body: equal, one short for the other, or spelt differently.

    Places of the gazetteer are the same only when equal: "korea" is not "north korea".
    """
    if left == right:
        return True
    places = gazetteer().countries
    if left in places or right in places or not left or not right:
        return False
    a, b = sorted((left.split(), right.split()), key=len)
    if len(a) == 1 and len(b) > 1:
        return _same_word(a[0], b[-1]) or ((len(b) > 2 or b[0] in gazetteer().family_first) and a[0] == b[0])
    if len(a) != len(b) or len(a) == 1:
        return len(a) > 1 and (a[0], a[-1]) == (b[0], b[-1])
    return all(_same_word(x, y) for x, y in zip(a, b, strict=True))


def _same_word(left: str, right: str) -> bool:
    if left == right:
        return True
    shorter, longer = sorted((left, right), key=len)
    alike = len(shorter) >= 5 and len(longer) - len(shorter) <= 2
    return alike and JaroWinkler.similarity(_sound(left), _sound(right)) >= _SAME_SPELLING


def _sound(word: str) -> str:
    """Letters that transliterations swap, made one."""
    for old, new in (
        ("x", "ks"),
        ("ck", "k"),
        ("yy", "y"),
        ("iy", "y"),
        ("ii", "y"),
        ("q", "k"),
        ("j", "y"),
        ("w", "v"),
    ):
        word = word.replace(old, new)
    return word
