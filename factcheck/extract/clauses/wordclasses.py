"""The class of every word of a sentence, one letter each, by closed lists, word endings and neighbours.

The letters: M will, m may, H have, B be, b been, D do, T to, N not, A adverb, v base, s -s form, p past, n participle, g -ing,
d determiner, i preposition, P pronoun, w relative, c and/or/but, 0 number, U capitalised (u: could be a verb in lower case),
X any other word, " a quotation mark, - a dash, ' a possessive, other marks themselves. In doubt a word is no verb.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from factcheck.extract.words import Words, is_common, lemma, word_set

_CLASSES = {
    name: word_set(words)
    for name, words in tomllib.loads(
        files("factcheck.extract.clauses").joinpath("classes.toml").read_text("utf-8")
    ).items()
}
_WILL = _CLASSES["will"]
_MODALS = _CLASSES["modals"]
_HAVE = _CLASSES["have"]
_BE = _CLASSES["be"]
_BARE_BE = _CLASSES["bare_be"]
_DO = _CLASSES["do"]
_NEGATIONS = _CLASSES["negations"]
_DETERMINERS = _CLASSES["determiners"]
_PREPOSITIONS = _CLASSES["prepositions"]
_PRONOUNS = _CLASSES["pronouns"]
_RELATIVES = _CLASSES["relatives"]
_AT = _CLASSES["at"]
_WHO = _CLASSES["who"]
_ADVERBS = _CLASSES["adverbs"]
_NOT_ADVERBS = _CLASSES["not_adverbs"]
_NUMBERS = _CLASSES["numbers"]
_ALSO_PROGRESSIVE = _CLASSES["also_progressive"]
_NOT_PROGRESSIVE = _CLASSES["not_progressive"]
_STAYING = _CLASSES["staying"]
_ALSO_ADJECTIVES = _CLASSES["also_adjectives"]
_RESULTS = _CLASSES["results"]
_NOT_PLURAL = _CLASSES["not_plural"]
_RARELY_PAST = _CLASSES["rarely_past"]

_HEADLINE = 20

_CLOSED: tuple[tuple[str, frozenset[str]], ...] = (
    ("M", _WILL),
    ("m", _MODALS),
    ("H", _HAVE),
    ("B", _BE),
    ("b", _BARE_BE),
    ("D", _DO),
    ("N", _NEGATIONS),
    ("T", frozenset({"to"})),
    ("w", _RELATIVES),
    ("c", frozenset({"and", "or", "but", "&"})),
    ("d", _DETERMINERS),
    ("P", _PRONOUNS),
    ("A", _ADVERBS),
    ("i", _PREPOSITIONS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The verbs of ``verbs.toml``: forms to bases, and what verbs do to the clause they govern."""

    past: Mapping[str, str]
    participles: Mapping[str, str]
    present: Mapping[str, str]
    bases: frozenset[str]
    nouns: frozenset[str]
    not_verbs: frozenset[str]
    reporting: Mapping[str, str]
    clausal: frozenset[str]
    governing: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """The tables of ``verbs.toml``."""
    data = tomllib.loads(files("factcheck.extract.clauses").joinpath("verbs.toml").read_text("utf-8"))
    past: dict[str, str] = {}
    participles: dict[str, str] = {}
    for entry in data["irregular"].split(";"):
        base, *forms = entry.split()
        past[forms[0]] = base
        participles[forms[-1]] = base
    unchanging = frozenset(data["unchanging"].split())
    past |= {w: w for w in unchanging}
    bases = frozenset(data["verbs"].split()) | frozenset(past.values())
    return Lexicon(
        past=past,
        participles=participles,
        present={_third(b): b for b in bases | frozenset(data["noun_verbs"].split())},
        bases=bases | frozenset(data["noun_verbs"].split()),
        nouns=frozenset(data["noun_verbs"].split()) | unchanging,
        not_verbs=frozenset(data["not_verbs"].split()),
        reporting={
            v: stance
            for stance in ("corrects", "expects", "denies", "asserts")
            for v in data["reporting"][stance].split()
        },
        clausal=frozenset(data["reporting"]["clausal"].split()),
        governing={v: effect for effect, verbs in data["governing"].items() for v in verbs.split()},
    )


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def base_of(word: str) -> str:
    """The dictionary form of a lower-case verb form."""
    table = lexicon()
    known = table.past.get(word) or table.participles.get(word) or table.present.get(word)
    if known:
        return known
    cut = 3 if word.endswith("ing") else 2 if word.endswith("ed") else 0
    for base in (word[:-cut], word[:-cut] + "e", word[: -cut - 1]) if cut else ():
        if base in table.bases:
            return base
    base = lemma(word)
    if cut == 3 and base == word:  # the dictionary has "brewing" as a noun
        return next((b for b in (word[:-3], word[:-3] + "e", word[:-4]) if len(b) > 2 and is_common(b)), word)
    stem = word[:-2]  # the dictionary makes "thanke" of "thanked", "mixe" of "mixed"
    closed = stem.endswith(("x", "ld", "nd", "rd", "ct", "pt", "ck", "sh", "mp", "lt", "ft"))
    doubtful = base == word[:-1] and word.endswith("ed") and is_common(stem)
    return stem if doubtful and (closed or not is_common(base)) else base


def tag(words: Words) -> str:
    """One letter for every word, its class in this sentence."""
    letters = [_letter(w) for w in words.words]
    for i in range(1, len(letters) - 1):
        if words.words[i] == "&" and letters[i - 1] in "Uu" and letters[i + 1] in "Uu":
            letters[i] = "U"  # a firm's name
    for i, letter in enumerate(letters):
        if letter == "n" and words.words[i].lower() in lexicon().bases and _helper(letters, i) not in "HBb":
            letter = letters[i] = "v"  # "economists come to": no participle without a helper
        if letter in "vspg":
            letters[i] = _settle(words, letters, i)
        elif letter == "X" and i and words.words[i].isalpha():
            helper = _helper(letters, i)
            progressive = helper in "Bb" and _progressive(words.words[i].lower())  # "are following up"
            if helper == "H" and words.words[i] == "since" and letters[i + 1 : i + 2] in (["p"], ["n"]):
                letters[i] = "A"  # "has since confirmed"
                continue
            letters[i] = "v" if helper in "Mm" else "g" if progressive else "X"
        elif letter == "d" and words.words[i].lower() == "no" and words.words[i + 1 : i + 2] == ("longer",):
            letters[i] = "N"
    if not any(letter in "psvMmBHD" for letter in letters) and len(letters) < _HEADLINE:
        _find_headline_verb(words, letters)
    return "".join(letters)


def _find_headline_verb(words: Words, letters: list[str]) -> None:
    """Without any sure verb, the first word inside that can be one is the verb: "Court orders release of editor"."""
    table = lexicon()
    for i in range(1, len(letters) - 1):
        word = words.words[i].lower()
        plural = _is_plural(words.words[i - 1])
        fits = (word in table.present and not plural) or (word in table.bases and plural)
        if fits and letters[i] in "XuU" and letters[i - 1] in "XUu" and letters[i + 1] in "XUud0PiA":
            letters[i] = "s" if word in table.present else "v"
            return


@lru_cache(maxsize=65536)
def _letter(word: str) -> str:
    low = word.lower().replace("’", "'")
    if low.endswith("n't"):
        stem = low[:-3]
        return (
            "M"
            if stem in {"wo", "would", "sha"}
            else "m"
            if stem in {"ca", "could", "must", "should", "might"}
            else "H"
            if stem in _HAVE
            else "D"
            if stem in _DO
            else "B"
        )
    for letter, members in _CLOSED:
        if low in members:
            return letter
    if low[0].isdigit() or low in _NUMBERS:
        return "0"
    if not low[0].isalpha():
        return (
            '"'
            if low in '"“”'
            else low[0]
            if low in "'.,;:()[]!?"
            else "'"
            if low in {"'s", "’", "‘"}
            else "-"
            if low[0] in "-–—"
            else "~"
        )
    table = lexicon()
    if word[0].isupper() and not (low in table.past or low.endswith(("ed", "ing"))):
        return "u" if low in table.present or low in table.bases else "U"
    if low in table.not_verbs:
        return "X"
    if low in table.past:
        return "p"
    if low in table.participles:
        return "n"
    if low.endswith("ly") and low not in _NOT_ADVERBS:
        return "A"
    if low.endswith("ed") and len(low) > 3 and "-" not in low:
        return (
            "p"
            if not is_common(low) or lemma(low) != low or low[:-2] in table.bases or low[:-1] in table.bases
            else "X"
        )
    if low.endswith("ing") and len(low) > 4 and "-" not in low:
        return (
            "g"
            if low[:-3] in table.bases or low[:-3] + "e" in table.bases or low[:-4] in table.bases or lemma(low) != low
            else "X"
        )
    if low in table.present:
        return "s"
    return "v" if low in table.bases else "X"


@lru_cache(maxsize=4096)
def _progressive(low: str) -> bool:
    """Whether an -ing word that is no verb in the tables is one behind "is" or "been": "has been brewing"."""
    if low in _ALSO_PROGRESSIVE:
        return True
    return low.endswith("ing") and len(low) > 5 and low not in _NOT_PROGRESSIVE and base_of(low) != low


def _helper(letters: list[str], i: int) -> str:
    """The class of the word that a verb may lean on, adverbs between them left out."""
    return next((x for x in reversed(letters[max(0, i - 3) : i]) if x not in "NA"), "^")


def _settle(words: Words, letters: list[str], i: int) -> str:
    """What a word that may be a verb is between its neighbours."""
    word, letter = words.words[i].lower(), letters[i]
    before = letters[i - 1] if i else "^"
    after = letters[i + 1] if i + 1 < len(letters) else "$"
    j = i - 1
    while j >= 0 and letters[j] in "AN" and i - j < 4:
        j -= 1
    led = letters[j] if j >= 0 else "^"
    helped = led in "MmDTHBb"
    if words.words[i + 1 : i + 2] == ("that",):
        after = "d"
    if letter == "v" and led == "P" and words.words[j].lower() in {"i", "we", "they", "you"}:
        return "v"
    if letter == "v" and (word == "say" or (led == "w" and words.words[j].lower() in _WHO)) and led not in "d^":
        return "v"
    if letter == "v":
        if led in "MmDT":
            return "X" if j > 0 and words.words[j - 1].lower() == "according" else "v"
        noun = word in lexicon().nouns
        if before == "c" and _shares_helper(letters, i) and after in "d0PU":
            return "v"
        plural = led == "P" or (j >= 0 and led in "XU" and _is_plural(words.words[j]))
        plural = plural or (led == "0" and words.words[j].lower() not in {"one", "1"} and not noun)  # "thousands flee"
        stays = word in _STAYING and after == "i" and before == "X"  # "people live in"
        plain = led == "P" or after not in "X." or (not noun and word not in _ALSO_ADJECTIVES)
        return "v" if plural and (not noun or after in "d0PUT" or stays) and before not in "di" and plain else "X"
    if letter == "s":
        if led == "w" and words.words[j].lower() in _WHO:
            return "s"
        noun = lexicon().present[word] in lexicon().nouns
        if before == "0" and not helped and not noun and after in "dPTi":
            return "s"  # "the limit of £85,000 applies to"
        if helped or before in "di'0" or before == "^":
            return "X"
        if (
            noun
            and before in "XUu"
            and after == "i"
            and words.words[i + 1] in _AT
            and "".join(letters[i + 2 : i + 4]).lstrip("i~").startswith("0")
        ):
            return "s"  # "the toll stands at 42"
        plural_before = j >= 0 and led == "X" and _is_plural(words.words[j])
        if noun and after == "i" and before in "Uu" and i > 1 and set(letters[:i]) <= set("Uu'"):
            return "s"  # "Orla Guerin reports from"
        if noun:
            return "s" if before in "XUPuA" and after in "d0UT" and not plural_before else "X"
        return "s" if led in "XUuPw\",)cp'" and not plural_before else "X"
    if letter == "p":
        if helped:
            return "p"
        if before in "^([" and words.words[i + 1 : i + 2]:
            return "X"
        if (before in "d'" and after in "XUugvs") or (before in "d" and after in "iXBHMmDs"):
            return "X"
        if (
            before in "0iT"
            and after in "XUus"
            and words.words[i].islower()
            and words.words[i + 1].lower() not in _RESULTS
        ):
            return "X"
        if (
            before == "X"
            and after == "X"
            and word.endswith("ed")
            and j > 0
            and letters[j - 1] in "d0"
            and not is_common(words.words[j].lower())
        ):
            return "X"
        return "X" if before in "d" and word in _RARELY_PAST else "p"
    if letter == "g" and helped and led in "Bb":
        return letter  # "police are conducting interviews"
    if letter == "g" and (before in "d" or after in "spBHMmD" or (before == "X" and after in "X" and led != "b")):
        return "X"
    return letter


def _shares_helper(letters: list[str], i: int) -> bool:
    """Whether a verb after "and" hangs on an earlier "will" or "to": "will visit Rome and meet the pope"."""
    for letter in reversed(letters[max(0, i - 11) : i - 1]):
        if letter in ",;sp":
            return False
        if letter in "MmT":
            return True
    return False


def _is_plural(word: str) -> bool:
    low = word.lower()
    return low in {"police", "people", "men", "women", "children", "officials", "media", "data"} or (
        low.endswith("s") and len(low) > 3 and low not in _NOT_PLURAL and not low.endswith(("ss", "us", "is", "'s"))
    )
