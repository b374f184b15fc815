"""What a cluster of claims is about, in a few words that are true of most of its claims.

Nothing is composed that the articles do not say: what is counted comes from the values, the rest are content words that
most of the clauses share, in the order and the spelling of one of them, and names that most of the claims share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from factcheck import wording
from factcheck.extract.quantities.units import currencies, units
from factcheck.extract.words import is_common, lemma, word_set
from factcheck.model import Claim, Quantity, Span, TimeExpression

_MOST_CLAIMS = 40  # of a large cluster that are looked at; the next hundred say the same
_LONGEST = 400  # characters of a clause that are looked at
_MOST_WORDS = 5
_MOST_NAMES = 2
_STEM = 6  # letters that "inspected" and "inspection" have in common
_ALIKE = 4  # letters that "China" and "Chinese" have in common

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Between two words of the topic these are kept: "sanctions on North Korea", "treaty with Norrmark".
_JOINTS = word_set("of on in at to for with from by and the a an")
_LIGHT = word_set(
    """be have do go say take get make come give keep put let set hold know think see tell become remain stand see begin
    start continue seem appear rather accord"""
)
_EMPTY = word_set(
    """the a an this that these those some any each every no all both either neither such same other another more most less
    few fewer many much several own of on in at to for with from by as into onto over under after before since until till
    during between among against about around near through across along behind beyond without within upon per and or but nor
    so yet if than then when where while who whom whose which what why how because although though whether i you he she it we
    they me him her us them his hers its our their my your one ones mr mrs ms dr there here not never also only just still
    even again too very now already ever once later earlier first last next recent recently late early ago former latest new
    will would shall should can could may might must ought am is are was were been being has had having does did done said
    zero two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion trillion half
    second third percent cent day days week weeks month months year years decade hour hours minute minutes today yesterday
    tomorrow tonight morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december people person man woman time number total
    nearly almost some up down out off back"""
)
_MEASURED = {"time": "duration", "calendar": "duration", "mass": "weight", "sound": "loudness", "tension": "voltage"}
# What befell those counted, after the noun; where the noun is not told, these are people.
_ROLES = {"attended": "taking part"}
_NO_NOUN = frozenset({"other", "fewer", "more", "one", "rest", "total", "number", "person", "individual", "human"})
_SAYS_ROLE = frozenset({"dead", "death", "fatality", "casualty", "arrest", "injury", "attendance"})


def about(claims: Sequence[Claim]) -> str:
    """What a group of claims is about: "people killed (Ruma)", "date: visit of Ana Brandt", "temperature: water"."""
    claims = sorted(claims, key=lambda claim: claim.id)[:_MOST_CLAIMS]
    shared = _shared_words(claims)
    head, needs_more = _head(claims)
    parts = [head] if head else []
    if shared and (needs_more or not parts):
        parts.append(shared)
    topic = ": ".join(parts)
    names = _shared_names(claims, topic)
    if not topic:
        return ", ".join(names) or _of_one(claims)
    return f"{topic} ({', '.join(names)})" if names else topic


def _head(claims: Sequence[Claim]) -> tuple[str, bool]:
    """What is counted or asked for, and whether that alone does not tell the topic."""
    quantities = [claim.value for claim in claims if isinstance(claim.value, Quantity)]
    if quantities:
        return _measured(quantities)
    if any(isinstance(claim.value, TimeExpression) for claim in claims):
        return "date", True
    return "", True


def _measured(quantities: Sequence[Quantity]) -> tuple[str, bool]:
    unit = _commonest(quantity.unit for quantity in quantities) or "count"
    noun = _commonest(quantity.of for quantity in quantities if quantity.of not in _NO_NOUN)
    role = _commonest(quantity.role for quantity in quantities)
    if unit in currencies():
        return "money", True
    if unit == "percent":
        return (f"share of the {noun}", False) if noun else ("percentage", True)
    if unit in units():
        measured = _MEASURED.get(units()[unit].dimension, units()[unit].dimension)
        return measured, True
    if unit == "ordinal" and noun:
        return noun, False
    if noun in _SAYS_ROLE:
        return wording.plural(noun), False
    if role:
        return f"{wording.plural(noun or 'people')} {_ROLES.get(role, role)}", False
    if noun:
        return wording.plural(noun), noun == "people"
    return unit.replace("_", " ") if unit != "count" else "number", True


def _commonest(words: Iterable[str | None]) -> str | None:
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word), default=None)


def _shared_words(claims: Sequence[Claim]) -> str:
    """Content words that most of the clauses share, as the clause with most of them writes them."""
    clauses = [list(_content(claim)) for claim in claims]
    counts = Counter(stem for words in clauses for stem in {stem for stem, _ in words})
    wanted = {stem for stem, count in counts.items() if 2 * count > len(claims)}
    of_names = {_stem(word) for claim in claims for key in claim.entities for word in key.split()}
    if wanted <= of_names:  # names alone do not say what happened
        common = {
            stem: count for stem, count in counts.items() if stem not in of_names and (count > 1 or len(claims) == 1)
        }
        wanted |= {min(common, key=lambda stem: (-common[stem], stem))} if common else set()
    if not wanted:
        return ""

    sayings = []
    for claim, words in zip(claims, clauses, strict=True):
        kept: dict[str, Span] = {}
        for stem, span in words:
            if stem in wanted:
                kept.setdefault(stem, span)
        names = {word for key in claim.entities for word in key.split()}
        said = _joined(claim.text, list(kept.values())[:_MOST_WORDS], names)
        sayings.append((-len(kept), said.count(","), len(said), said))
    return min(sayings)[-1]  # most of the words, in the plainest order


def _content(claim: Claim) -> Iterator[tuple[str, Span]]:
    """The content words of a clause, each as its stem and where it stands in the clause's text; not those of its value."""
    value = claim.value.span.shifted(-claim.span.start) if claim.value is not None else None
    for match in _WORD.finditer(claim.text[:_LONGEST]):
        word = match.group().removesuffix("'s").removesuffix("’s")
        span = Span(start=match.start(), end=match.start() + len(word))
        if word.lower() in _EMPTY or len(word) < 2 or (value is not None and value.overlaps(span)):
            continue
        if lemma(word.lower()) not in _LIGHT | _EMPTY:
            yield _stem(word), span


def _stem(word: str) -> str:
    return lemma(word.lower())[:_STEM]


def _joined(text: str, spans: Sequence[Span], names: Set[str]) -> str:
    """The words at the spans, in one line.

    Of what stands between two of them the prepositions and articles before the second are kept; the rest is left out if
    it is as empty as "was last", and else leaves a comma. A capital at the start of the clause stays only in a name.
    """
    said = ""
    for index, span in enumerate(spans):
        word = span.of(text)
        if index:
            between = text[spans[index - 1].end : span.start]
            said += between if between.strip() in ("'s", "’s") else _joint(between)
        elif (
            not _WORD.search(text[: span.start])
            and word.istitle()
            and word.lower() not in names
            and is_common(word.lower())
        ):
            word = word.lower()
        said += word
    return said


def _joint(between: str) -> str:
    words = between.lower().split()
    if any(word not in _EMPTY and not (word.isalpha() and lemma(word) in _LIGHT) for word in words):
        return ", "
    kept: list[str] = []
    for word in reversed(words):  # of "was last in" the "in"
        if word not in _JOINTS:
            break
        kept.insert(0, word)
    return " ".join(["", *kept, ""]) if kept else " "


def _shared_names(claims: Sequence[Claim], topic: str) -> list[str]:
    """Up to two names that most of the claims share, as the texts write them, without those the topic or a source names."""
    counts = Counter(key for claim in claims for key in set(claim.entities) - _sources(claim))
    taken = {word[:_ALIKE] for word in _WORD.findall(topic.lower())}
    names: list[str] = []
    for key in sorted(counts, key=lambda key: (-counts[key], -len(key), key)):
        if 2 * counts[key] <= len(claims) or len(names) == _MOST_NAMES:
            break
        words = {word[:_ALIKE] for word in _WORD.findall(key.lower())}
        if words & taken:
            continue
        taken |= words
        names.append(spelled(key, (claim.text for claim in claims)))
    return names


def _sources(claim: Claim) -> set[str]:
    return {claim.attribution.source} if claim.attribution else set()


def spelled(key: str, texts: Iterable[str]) -> str:
    """The name as a text writes it, where one does; else with capitals."""
    for text in texts:
        lowered = text[:_LONGEST].lower()
        at = lowered.find(key)
        if at >= 0 and len(lowered) == len(text[:_LONGEST]):
            return text[at : at + len(key)]
    return " ".join(word if word in _JOINTS else word[:1].upper() + word[1:] for word in key.split())


def _of_one(claims: Sequence[Claim]) -> str:
    """For claims that share no word: whom most of them are about."""
    subject = _commonest(claim.subject for claim in claims if claim.subject not in _EMPTY)
    return spelled(subject, (claim.text for claim in claims)) if subject else "statement"
