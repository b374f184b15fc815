"""The role of a counted noun, wherever its words stand: in the noun, before it, in its modifiers, behind it."""

from __future__ import annotations

from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import STATES, Phrase, counted
from factcheck.extract.quantities.numbers import cardinal
from factcheck.extract.quantities.roles import predicate_after, predicate_before, role_of_modifier, role_of_noun
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.tolls import role_of_bodies, role_of_guests, role_of_list, toll_before

PEOPLE = words("binding")["people"]
_ENDED = frozenset({"lost", "claimed", "taken", "cut", "extinguished", "snuffed"})  # "11 lives have been claimed"
_DRIVEN = frozenset({"driven", "drove", "driving", "forced", "forcing", "uprooted"})


def role_of(
    tokens: Tokens, figure: Figure, phrase: Phrase, after: int, *, nested: bool, negated: bool
) -> tuple[str | None, int]:
    """The role and the token after the words that gave it."""
    head = tokens.lower[phrase.end - 1] if phrase.head else ""
    if negated and tokens.lower[figure.first] == "none":
        head = ""  # "none of the injuries is grave" denies no injury
    role = role_of_noun(head)
    if role:
        return role, after
    if head in ("name", "names"):
        return role_of_list(tokens, figure.first), after
    if head in ("body", "bodies"):
        return role_of_bodies(tokens, figure.first), after
    people = phrase.head in PEOPLE if phrase.head else not negated
    before = predicate_before(tokens, figure.first, people=people)
    if before:
        return before.role, after
    stated = tokens.lower[after + (tokens.lower[after] == "still")] in STATES  # "toll crosses 300, 206 still missing"
    if (not phrase.head and not stated) or figure.changed:
        toll = toll_before(tokens, figure.first)
        if toll:
            return toll, after
    if (
        people
        and not _DRIVEN.isdisjoint(tokens.lower[figure.first - 2 : figure.first])
        and tokens.lower[after] in ("from", "out")
    ):
        return "displaced", after  # "floods have driven 60,000 people from the delta"
    for word in phrase.modifiers:
        role = role_of_modifier(word)
        if role:
            return role, after
    if head == "life" or head == "lives":
        near = tokens.lower[max(0, figure.first - 4) : figure.first]
        if any(w in ("claimed", "claiming", "claims", "claim", "cost", "costing", "took", "taking") for w in near):
            return "killed", after
        if not _ENDED.isdisjoint(tokens.lower[after : after + 4]):
            return "killed", after
    if nested:
        state = tokens.lower[after] if tokens.lower[figure.first - 1] == "the" else ""
        return role_of_noun(state), after  # "six of the nine wounded"
    found = predicate_after(
        tokens,
        past_partner(tokens, after) if people else after,
        people=people,
        patients=phrase.head == "patient",
        exist=_exists(tokens, figure.first),
    )
    if found:
        return found.role, found.end
    return role_of_guests(tokens, figure.first, after, phrase.head or ""), after


def past_partner(tokens: Tokens, at: int) -> int:
    """Past whom the same befell: "a man *and two women* were killed", "seven soldiers *and a civilian* died"."""
    if tokens.lower[at] != "and":
        return at
    start = at + 1
    if tokens.lower[start] in ("a", "an", "another", "his", "her", "their", "the"):
        start += 1
    number = cardinal(tokens, start)
    if number and tokens.hyphen(number.end):
        number = None  # "her 15-year-old daughter"
    if number is None and start == at + 1:
        return at
    partner = counted(tokens, number.end if number else start, single=number is None)
    return partner.end if partner.head in PEOPLE else at


def _exists(tokens: Tokens, first: int) -> bool:
    """Whether "there were" stands before the figure."""
    return tokens.lower[first - 1] in ("was", "were", "are", "is") and tokens.lower[first - 2] == "there"
