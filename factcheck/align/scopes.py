"""What two counts count: the same thing, a different thing (and which), or nothing that can be compared."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from factcheck.align.nouns import NounRelation, canonical, is_person, relate
from factcheck.extract.entities import same_name
from factcheck.extract.entities.gazetteer import gazetteer, key_of
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.quantities.units import dimension
from factcheck.model import Claim, Quantity
from factcheck.wording import plural


class Counted(StrEnum):
    """SAME can be compared, DIFFERENT only looks so, UNRELATED does not even look so."""

    SAME = "same"
    DIFFERENT = "different"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Scope:
    """The answer; for DIFFERENT the step that told them apart and why, in a reader's words."""

    counted: Counted
    level: str = ""
    why: str = ""


SAME = Scope(Counted.SAME)
UNRELATED = Scope(Counted.UNRELATED)

_AGE = "age"
_WIDE = re.compile(
    r"\b(?:throughout|nationwide|countrywide|statewide|worldwide|globally|internationally|across the|around the (?:world|globe|country)|"
    r"in the (?:whole|entire)|in all of)\b",
    re.IGNORECASE,
)

# Words that contrast when each side has one of the same row: they split a whole into parts.
_CONTRASTS = (
    frozenset({"civilian", "military", "soldier", "police"}),
    frozenset({"male", "female", "men", "women"}),
    frozenset({"foreign", "domestic", "local"}),
    frozenset({"public", "private"}),
    frozenset({"net", "gross"}),
    frozenset({"adult", "child"}),
    frozenset({"injured", "dead", "missing"}),
)
# "Nine were killed; another 54 were missing": further to the dead, yet all of the missing.
_AFTER_THE_DEAD = frozenset({"injured", "missing", "arrested", "displaced"})
# Words that set a part apart from a whole told just before; "two of the seven boats sank" counts all that sank.
_ASIDE = re.compile(r"\b(?:including|among (?:them|whom)|of (?:whom|which|them|these|those)|counting)\b", re.IGNORECASE)
_WHOLE = frozenset({"total", "overall", "other", "estimated", "new", "large", "big", "small", "several"})


def scope(left: Claim, right: Claim) -> Scope:
    """Compare what two quantity claims count: unit, role, noun, part and whole, qualifiers."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return SAME
    if dimension(a.unit) != dimension(b.unit):
        return UNRELATED
    if a.role != b.role and a.role is not None and b.role is not None:
        return Scope(Counted.DIFFERENT, "role", f"one counts the {a.role}, the other the {b.role}")
    if (a.of == _AGE) is not (b.of == _AGE):
        return UNRELATED  # fifteen years in a house, and a boy of nine
    nouns = relate(a.of, b.of)
    if nouns is NounRelation.DIFFERENT:
        people = is_person(a.of), is_person(b.of)
        if a.role is not None and a.role == b.role and all(people):
            return Scope(Counted.DIFFERENT, "noun", f"one counts {plural(a.of)}, the other {plural(b.of)}")
        if people[0] is not people[1] and (a.role is None) is not (b.role is None):
            return UNRELATED  # twelve people killed, fifteen homes
    part = _part(a, b) or _part(b, a)
    if part:
        return Scope(Counted.DIFFERENT, "part", f"one is a part of the whole (“{part}”), the other is not")
    more_left, more_right = _marked(a, "more:"), _marked(b, "more:")
    if bool(more_left) != bool(more_right) and not {a.role, b.role} & _AFTER_THE_DEAD:
        return Scope(Counted.DIFFERENT, "increment", "one counts further ones, the other all")
    others = [_counted_with(c) for c in (left, right)]
    if bool(others[0]) != bool(others[1]) and nouns not in (NounRelation.WIDER, NounRelation.NARROWER):
        return Scope(Counted.DIFFERENT, "others", f"one counts {others[0] or others[1]} with them, the other does not")
    periods = _period(left), _period(right)
    if bool(periods[0]) is not bool(periods[1]):
        return Scope(
            Counted.DIFFERENT, "period", f"one counts over a time (“{periods[0] or periods[1]}”), the other does not"
        )
    owners = _owner(left), _owner(right)
    if owners[0] and owners[1] and not same_name(owners[0], owners[1]):
        return Scope(Counted.DIFFERENT, "owner", f"one counts those of {owners[0]}, the other those of {owners[1]}")
    place_left, place_right = _marked(a, "place:"), _marked(b, "place:")
    if place_left and place_right and _elsewhere({_where(place_left)}, {_where(place_right)}):
        return Scope(Counted.DIFFERENT, "place", f"one counts {place_left}, the other {place_right}")
    if bool(_wide(left)) != bool(_wide(right)) and (left.entities and right.entities):
        wide = _wide(left) or _wide(right)
        words = wide.group().lower() if wide else ""
        return Scope(Counted.DIFFERENT, "place", f"one counts for a wider area (“{words}”)")
    here, there = _places(left), _places(right)
    if here and there and _elsewhere(here, there):
        return Scope(
            Counted.DIFFERENT, "place", f"one counts in {min(here).title()}, the other in {min(there).title()}"
        )
    contrast = _contrast(_modifiers(a), _modifiers(b))
    if contrast is not None:
        return contrast
    return SAME


_IN_PLACE = re.compile(
    r"\b(?:in|at|near|around|across|outside|(?:town|village|city|district|province|suburb) of) (?:the )?(?:[a-z]+ )?((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})"
)


def _part(part: Quantity, whole: Quantity) -> str:
    """The words that say that the one figure may be a part of what the other counts, else empty."""
    words = _marked(part, "part:")
    if not words or _marked(whole, "part:") or not _ASIDE.search(words) or part.role != whole.role:
        return ""
    named = part.of is not None and part.of == whole.of and canonical(part.of) != "people"  # children in both
    lower = part.high is None or whole.low is None or part.high < whole.low
    return words if lower and not named else ""


def _counted_with(claim: Claim) -> str:
    """Whom the figure counts besides its noun: the crew, of "214 passengers and crew"."""
    if claim.value is None or claim.of is None:
        return ""
    end = claim.value.span.end - claim.span.start
    match = _AND.match(claim.text[end : end + 60])
    if match is None or singular(match[1].lower()) != claim.of:
        return ""
    return match[2] if is_person(singular(match[2].lower())) or match[2] in ("crew", "staff") else ""


def _period(claim: Claim) -> str:
    """The words by which a count is one of a long time, not of an event: "since the conflict began", "in the past year"."""
    if claim.value is None or claim.role is None:
        return ""
    match = _LONG.search(claim.text, 0, _READ)
    return match.group().lower() if match is not None else ""


_READ = 400  # characters
_LONG = re.compile(
    r"\bsince (?:the )?(?:war|conflict|uprising|fighting|revolution|unrest|crisis|violence|hostilities|\w+ (?:war|conflict))(?: \w+)?|"
    r"\bsince (?:19|20)\d\d\b|\b(?:in|over|during) the (?:past|last) (?:year|decade|\w+ (?:years|months|weeks))\b|"
    r"\b(?:the|this|its|their) (?:[\w-]+ )?(?:war|conflict) (?:has|have|had) (?:killed|claimed|cost|left|displaced)\b",
    re.IGNORECASE,
)


def _owner(claim: Claim) -> str | None:
    """Whose the figure counts, where it says so: the army's, in "The army said four of its men were killed"."""
    if claim.value is None or _ITS.match(claim.text, claim.value.span.end - claim.span.start) is None:
        return None
    return claim.attribution.source if claim.attribution is not None else claim.subject


_ITS = re.compile(r" of (?:its|their|our|his|her) ")
_AND = re.compile(r" (?:[a-z-]+ ){0,2}([a-z-]+) and ([a-z-]+)\b")


def _wide(claim: Claim) -> re.Match[str] | None:
    """The words that widen the area of a count; looked for at the start, for a clause may be a table."""
    return _WIDE.search(claim.text, 0, 400)


def _places(claim: Claim) -> frozenset[str]:
    """The places that the clause itself names ("in Ruma", "the town of Kesh"); time words are no places."""
    found = (match.group(1).lower() for match in _IN_PLACE.finditer(claim.text, 0, _READ))
    return frozenset(name for name in found if key_of(name) in claim.entities or name in claim.entities)


def _where(words: str) -> str:
    """The place of "in Ruma"."""
    return words.lower().partition(" ")[2] or words.lower()


def _elsewhere(here: Collection[str], there: Collection[str]) -> bool:
    """Whether no place is named by both; a country may hold the town that the other side names."""
    countries = gazetteer().countries
    if all(key_of(name) in countries for name in here) is not all(key_of(name) in countries for name in there):
        return False
    return not any(same_name(x, y) for x in here for y in there)


def _contrast(left: frozenset[str], right: frozenset[str]) -> Scope | None:
    only_left, only_right = left - right - _WHOLE, right - left - _WHOLE
    for row in _CONTRASTS:
        x, y = only_left & row, only_right & row
        if x and y:
            return Scope(Counted.DIFFERENT, "modifier", f"one counts the {min(x)} ones, the other the {min(y)} ones")
    if only_left and only_right and not left & right:
        one, other = " ".join(sorted(only_left)), " ".join(sorted(only_right))
        return Scope(Counted.DIFFERENT, "modifier", f"one counts {one} ones, the other {other} ones")
    return None


def _modifiers(quantity: Quantity) -> frozenset[str]:
    return frozenset(q for q in quantity.qualifiers if ":" not in q)


def _marked(quantity: Quantity, marker: str) -> str:
    return next((q.removeprefix(marker) for q in quantity.qualifiers if q.startswith(marker)), "")
