"""What befell those counted: the role that a clause's predicate gives a figure. The predicates are rows of ``roles.toml``."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from factcheck.extract.quantities.numbers import STARTERS
from factcheck.extract.quantities.role_table import Role, index, phrase_at, roles
from factcheck.extract.quantities.tokens import Tokens

__all__ = [
    "Predicate",
    "Role",
    "predicate_after",
    "predicate_before",
    "role_of_modifier",
    "role_of_noun",
    "roles",
]

_REACH = 32  # tokens from a noun to its predicate, at most
_WORDS = words("roles")
_LINKS = _WORDS["links"]
BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "wasn't", "weren't", "isn't", "aren't"})
_AND_PAIR = frozenset({"and", "or", "/", "and/or"})
_LIVES = _WORDS["lives"]
_RELATIVE = frozenset({"who", "that", "which", "those", "to", "and", "or"}) | DETERMINERS
_SEEKING = _WORDS["seeking"]
_RESCUERS = _WORDS["rescuers"]
_ADMITTING = _WORDS["admitting"]
_HOSPITALS = _WORDS["hospitals"]
_ILLNESS = _WORDS["illness"]
_STRIKING = _WORDS["striking"]
_GETAWAY = _WORDS["getaway"]
_OBJECTS = _WORDS["objects"]
_SELF = frozenset({"himself", "herself", "itself", "themselves"})
_PLACING = frozenset({"in", "at", "on", "inside", "behind"})
_SKIPPED = _WORDS["skipped"] | {"“", '"'}
_INCLUDING = _WORDS["including"] | {":"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A role found for a figure, and the token after the words that gave it."""

    role: str | None
    end: int


def role_of_noun(lower: str) -> str | None:
    """The role that lies in the counted noun itself: "12 deaths", "12 dead"."""
    table = index()
    role = table.noun.get(lower)
    if role == "attended" or lower in ("massacre",):
        return None
    return role or (table.state.get(lower) if lower in ("dead", "wounded", "injured", "missing") else None)


def role_of_modifier(lower: str) -> str | None:
    """The role in a word before the noun: "12 wounded soldiers"."""
    return index().state.get(lower) if lower not in ("present", "drowned", "burned", "burnt") else None


def predicate_before(tokens: Tokens, first: int, *, people: bool = False) -> Predicate | None:
    """The role from the words that lead up to token ``first``: "killed", "the deaths of", "shot dead".

    ``people``: those counted are people, so that "the bodies of" are not those that govern a sport.
    """
    table, lower = index(), tokens.lower
    at = first - 1
    while at >= 0 and first - at < 5 and lower[at] in _SKIPPED:
        at -= 1
    if at < 0:
        return None
    word = lower[at]
    if word == "and":  # "killing a woman and two children"
        article = next(
            (
                n
                for n in range(at - 2, max(0, at - 9), -1)
                if lower[n] in ("a", "an", "his", "her", "the", "its", "their")
            ),
            0,
        )
        if (
            article
            and all(lower[n].isalnum() or tokens.hyphen(n) for n in range(article, at))
            and lower[article - 1] in table.verb
        ):
            return Predicate(table.verb[lower[article - 1]], first)
        if lower[at - 1] in _SELF and lower[at - 2] in table.verb:
            return Predicate(table.verb[lower[at - 2]], first)  # "killed himself and nine others"
        return None
    if word in ("were", "was", "are"):  # "Killed in the raid were two men"
        opening = next((n for n in range(at, max(-1, at - 10), -1) if tokens.opens(n)), at)
        if opening < at - 1 and lower[opening] in table.state and lower[opening + 1] in PREPOSITIONS:
            return Predicate(table.state[lower[opening]], first)
    for phrase, role in (*table.before.get(word, ()), *(table.led.get(word, ()) if people else ())):
        if at + 1 >= len(phrase) and tuple(lower[at + 1 - len(phrase) : at + 1]) == phrase:
            return Predicate(role, first)
    if people and word == "for" and lower[at - 1] in _SEEKING and not _RESCUERS.isdisjoint(lower[max(0, at - 14) : at]):
        return Predicate("missing", first)
    if people and word in _ADMITTING and not _HOSPITALS.isdisjoint(lower[max(0, at - 5) : at]):
        return None if _ill(tokens, at) else Predicate("injured", first)
    role_name = table.verb.get(word)
    if role_name:
        if lower[at - 1] in _AND_PAIR and at > 1:
            other = table.verb.get(lower[at - 2]) or table.state.get(lower[at - 2])
            if other is None and lower[at - 2].endswith("ly"):
                other = table.verb.get(lower[at - 3])
            if other and other != role_name:
                return Predicate(None, first)
        return Predicate(role_name, first)
    if word in ("of", "to") and at:
        noun = table.noun.get(lower[at - 1])
        if noun == "killed" and lower[at - 2] in ("attempted", "alleged"):
            return None
        if noun and (word == "of" or noun == "injured"):
            return Predicate(noun, first)
        if (
            word == "of"
            and lower[at - 1] in ("lives", "life")
            and any(w in _LIVES for w in lower[max(0, at - 4) : at - 1])
        ):
            return Predicate("killed", first)
    if word.endswith("ed") and lower[at - 1] == "and" and lower[at - 2] in table.verb:
        return Predicate(table.verb[lower[at - 2]], first)  # "arrested and charged 14 youths"
    if word in _INCLUDING:
        head = lower[at - 1]
        if word not in ("at", "to", "number", "numbered") or head in ("dead",):
            state = table.state.get(head)
            if state and (
                lower[at - 2] in ("the", "those", "among", "people", "were") or at == 1 or tokens.breaks(at - 2)
            ):
                return Predicate(state, first)
    return None


def predicate_after(
    tokens: Tokens, at: int, *, people: bool = False, patients: bool = False, exist: bool = False
) -> Predicate | None:
    """The role from what follows a noun phrase that ends before token ``at``. None: the clause gives none.

    ``people``: those counted are people, so that "were held" is said of prisoners and not of talks. ``patients``: whom a
    hospital treats without their having been hurt. ``exist``: "there were" stands before the figure.
    """
    found = _after(tokens, at, people=people, patients=patients, aux=exist)
    reduced = tokens.lower[at].endswith("ed") and tokens.lower[at + 1] in PREPOSITIONS
    if found is None and (reduced or tokens.lower[at] in ("who", "that")):
        main = _past_relative(tokens, at, reduced=reduced)
        found = _after(tokens, main, people=people, patients=patients, aux=False) if main else None
    return found


def _past_relative(tokens: Tokens, at: int, *, reduced: bool) -> int | None:
    """The main verb behind "who were in the car": the second verb group of the clause; None when another clause opens.

    ``reduced``: the relative clause is a bare participle, "wanted for murder", so the first helper is the main verb's.
    """
    lower, verbs = tokens.lower, int(reduced)
    for i in range(at + 1, at + 14):
        word = lower[i]
        if tokens.breaks(i) or word in CONJUNCTIONS or word in (",", "who", "that", "which", "after", "before", "as"):
            return None
        if (word in AUXILIARIES and lower[i - 1] not in AUXILIARIES) or (word in index().does and not reduced):
            verbs += 1
            if verbs == 2 or (verbs == 1 and i > at + 1 and lower[at + 1].endswith("ed")):
                return i
    return None


def _ill(tokens: Tokens, at: int) -> bool:
    """Whether the words around speak of an illness, so that who is in hospital need not be hurt."""
    return not _ILLNESS.isdisjoint(tokens.lower[max(0, at - 24) : at + 16])


def _after(tokens: Tokens, at: int, *, people: bool, patients: bool, aux: bool) -> Predicate | None:
    table, lower = index(), tokens.lower
    passive = nested = False
    stop = min(at + _REACH, tokens.size)
    i = at
    while i < stop:
        word = lower[i]
        if tokens.breaks(i) or word in (":", "”"):
            return None
        if word in ("not", "wasn't", "weren't", "n't", "hadn't", "haven't"):
            unlike = phrase_at(tokens, i, table.phrases.get(word, ()))  # "not accounted for"
            return Predicate(unlike[1], unlike[0]) if unlike else None
        if word in (",", "(", "—", "–"):
            after = _past_aside(tokens, i, stop)
            if after is None:
                return None
            i = after
            continue
        phrase = phrase_at(tokens, i, table.phrases.get(word, ()))
        if phrase is None and people and (aux or word not in _PLACING):
            phrase = phrase_at(tokens, i, table.people.get(word, ()))
            if phrase is None and not patients and (care := phrase_at(tokens, i, table.care.get(word, ()))):
                phrase = None if _ill(tokens, i) else care
        if phrase:
            if phrase[1] == "attended" and not (_HOSPITALS | {"scene"}).isdisjoint(lower[phrase[0] : phrase[0] + 5]):
                return None  # "turned up at the hospital", "showed up at the scene"
            acts = word in _STRIKING and not passive and _takes_object(tokens, phrase[0])  # "shot dead a guard"
            return None if acts else _unless_paired(tokens, *phrase)
        role = table.state.get(word)
        if role and (passive or not _takes_object(tokens, i + 1)) and not (nested and not aux and _modifies(tokens, i)):
            if word == "burned" and not aux:
                return None
            return _unless_paired(tokens, i + 1, role)
        role = table.does.get(word)
        if role and not (nested and not aux and lower[i - 1] in _RELATIVE):
            if role == "displaced" and not _GETAWAY.isdisjoint(lower[i + 1 : i + 5]):
                return None  # "three men fled the scene"
            return _unless_paired(tokens, i + 1, role)
        if word in AUXILIARIES:
            aux = True
            passive = passive or word in BE
        elif word in ("and", "or", "but", "&"):
            follower = lower[i + 1]
            if aux or not (follower in DETERMINERS or (nested and not _starts_clause(follower))):
                return None
        elif nested and not aux and word in ("who", "that", "which") and lower[i - 1] not in CONJUNCTIONS:
            return None  # "officers on charges over a crash that left two dead"
        elif word in ("who", "that", "which") or (word.endswith("ly") and len(word) > 4) or word in _LINKS:
            pass
        elif word in PREPOSITIONS:
            if aux and not nested:
                return None if word not in ("in", "at", "on", "among", "with") or i > at + 8 else _among(tokens, i)
            nested = True
        elif (
            aux
            or not nested
            or (word.endswith("ed") and lower[i - 1] not in DETERMINERS and lower[i - 1] not in PREPOSITIONS)
            or word in CONJUNCTIONS
        ):
            return None
        i += 1
    return None


def _starts_clause(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word[:1].isdecimal() or word in STARTERS or word in AUXILIARIES


def _among(tokens: Tokens, i: int) -> Predicate | None:
    """ "three were among those killed"."""
    if tokens.lower[i] == "among" and tokens.lower[i + 1] in ("the", "those"):
        role = index().state.get(tokens.lower[i + 2])
        return Predicate(role, i + 3) if role else None
    return None


def _past_aside(tokens: Tokens, i: int, stop: int) -> int | None:
    """Past "..., including three children, ..." when the clause goes on behind it."""
    closing = {"(": ")"}.get(tokens.lower[i], tokens.lower[i])
    if closing == "," and tokens.lower[i + 1] in ("and", "but", "or", "while", "when", "with", "as", "after", "before"):
        return None
    for j in range(i + 1, stop):
        if tokens.breaks(j):
            return None
        if tokens.lower[j] == closing:
            after = tokens.lower[j + 1]
            if after in AUXILIARIES or after in index().state or after in index().does or after in index().phrases:
                return j + 1
            if closing == ")":
                return j + 1
            if after in ("and", "including") or after.isdecimal() or after in STARTERS:
                continue
            return None
    return None


def _takes_object(tokens: Tokens, at: int) -> bool:
    """Whether an object follows, so that the counted did it and did not suffer it: "two men killed a guard"."""
    word = tokens.lower[at]
    return (
        (word in _OBJECTS and not (word == "at" and tokens.lower[at + 1] != "least"))
        or word[:1].isdecimal()
        or (word in STARTERS and word not in ("a", "an"))
    )


def _modifies(tokens: Tokens, i: int) -> bool:
    before = tokens.lower[i - 1]
    return before in DETERMINERS or before in PREPOSITIONS


def _unless_paired(tokens: Tokens, at: int, role: str) -> Predicate:
    """ "killed or wounded" counts both together: no role."""
    table, lower = index(), tokens.lower
    for _ in range(3):
        if lower[at] == "," and (lower[at + 1] in table.state):
            at += 1
        elif lower[at] in _AND_PAIR or (lower[at] == "," and lower[at + 1] in _AND_PAIR):
            at += 1 if lower[at] in _AND_PAIR else 2
        else:
            break
        if lower[at].endswith("ly"):
            at += 1
        other = table.state.get(lower[at])
        if other and other != role and not _takes_object(tokens, at + 1):
            return Predicate(None, at + 1)
        if other is None and lower[at - 1] == "or" and lower[at].endswith("ed"):
            return Predicate(None, at + 1)
        if other is None:
            break
        at += 1
    return Predicate(role, at)
