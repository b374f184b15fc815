"""What a figure takes from its neighbours: the noun of a list's last member, the role of its first, a noun left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.extract.quantities.bare import OTHER_FATES, is_bare, may_be_explained
from factcheck.extract.quantities.binding import Bound, own
from factcheck.extract.quantities.fates import PEOPLE
from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.gaps import echoes, gapped, measured_like, was
from factcheck.extract.quantities.lemmas import is_plural, singular
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, PREPOSITIONS, STATES, VERBS, counted
from factcheck.extract.quantities.roles import predicate_before, role_of_noun
from factcheck.extract.quantities.running import running_noun
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.tolls import GUESTS, toll_before

_WORDS = words("ellipsis")
_GRAVELY = frozenset({"critically", "seriously", "severely", "gravely", "badly", "slightly", "lightly", "fatally"})


def bind(tokens: Tokens, figures: Iterable[Figure]) -> list[Bound]:
    """Each figure with its noun, role and qualifiers, in order; those that claim nothing are left out."""
    bound: list[Bound] = []
    sentence, at = 0, 0
    for figure in figures:
        while at < figure.first:
            sentence += tokens.breaks(at) and tokens.lower[at] != ";"
            at += 1
        bound.append(own(tokens, figure, sentence, bound[-1] if bound else None))
    _borrow_ahead(tokens, bound)
    _inherit(tokens, bound)
    kept = (replace(b, bare=True) if is_bare(tokens, b) else b for b in bound if not b.drop)
    return [b for b in kept if not b.bare or may_be_explained(tokens, b)]


def _borrow_ahead(tokens: Tokens, bound: list[Bound]) -> None:
    """ "two Chinese and seven Russian warplanes", "two men and three women were killed": the list's last says it."""
    for n in range(len(bound) - 2, -1, -1):
        here, ahead = bound[n], bound[n + 1]
        if here.figure.unit != "count" or ahead.figure.unit != "count" or here.sentence != ahead.sentence:
            continue
        if here.of is None and not here.elliptic and ahead.of:
            gap = tokens.lower[here.figure.noun : ahead.figure.first]
            if len(gap) <= 4 and gap and gap[-1] in ("and", "or", "to", ",") and all(_describes(w) for w in gap[:-1]):
                marks = (*gap[:-1], *here.qualifiers)
                here = replace(here, of=ahead.of, qualifiers=marks, after=ahead.figure.first - 1, linked=here.linked)
                ahead = replace(ahead, linked=True)
                bound[n + 1] = ahead
        if here.figure.changed and here.of is None and ahead.of:
            here = replace(here, of=ahead.of)
        shared = ahead.linked and ahead.role and not ahead.elliptic and role_of_noun(ahead.of or "") is None
        counted_apart = here.of is None and tokens.lower[here.figure.first - 1] in ("to", "by", "from", "at")
        if shared and not counted_apart and here.role is None and predicate_before(tokens, ahead.figure.first) is None:
            here = replace(here, role=ahead.role)
        bound[n] = here


def _describes(word: str) -> bool:
    return word.isalpha() and word not in PREPOSITIONS and word not in AUXILIARIES and word not in STATES


def _inherit(tokens: Tokens, bound: list[Bound]) -> None:
    """Left to right: roles along a list, nouns through ellipsis."""
    noun: Bound | None = None  # the latest count with a noun
    rank: Bound | None = None  # the latest ordinal with one
    for n, here in enumerate(bound):
        last = bound[n - 1] if n else None
        if noun and noun.sentence != here.sentence and here.sentence - noun.sentence > 1:
            noun = None
        if here.figure.unit == "ordinal":
            if here.of is None and here.elliptic:
                here = (
                    replace(here, of=rank.of, elliptic=False)
                    if rank and rank.sentence == here.sentence
                    else replace(here, drop=rank is None)
                )
            rank = here if here.of else rank
        elif here.figure.unit == "count":
            here = _inherit_count(tokens, here, last, noun)
            if here.of and here.of != "dead" and not here.figure.joined:
                noun = here
        elif here.figure.unit == "percent":
            here = _shared(tokens, here, bound[:n], noun)
        bound[n] = here


def _shared(tokens: Tokens, here: Bound, before: list[Bound], noun: Bound | None) -> Bound:
    """The share with what it is of: the noun of the share before it, or what was just counted."""
    last = before[-1] if before else None
    if here.of is not None or last is None or last.sentence != here.sentence:
        return here
    if last.figure.unit == "percent" and last.of and (was(tokens, here, last) or _led(tokens, here)):
        return replace(here, of=last.of)  # "one in eight adults, up from one in 15"
    if noun and noun.sentence == here.sentence and _share_of(tokens, here, noun):
        return replace(here, of=_whole(tokens, before, noun).of)
    return here


def _led(tokens: Tokens, here: Bound) -> bool:
    """Whether a verb follows the bare share that opens a clause: "and a fifth were girls", "but less than a quarter won"."""
    after = tokens.lower[here.figure.end]
    opens = tokens.lower[here.figure.first - 1] in (",", "and", "but", ";", "while")
    return opens and (after in AUXILIARIES or after in VERBS or (after.endswith("ed") and len(after) > 4))


def _whole(tokens: Tokens, before: list[Bound], noun: Bound) -> Bound:
    """The count that "half of them" is of: rather the one whose fate is told than a place ("213 people in six states")."""
    if tokens.lower[noun.figure.first - 1] not in PREPOSITIONS:
        return noun
    told = (b for b in reversed(before) if b.sentence == noun.sentence and b.figure.unit == "count" and b.role and b.of)
    return next(told, noun)


def _share_of(tokens: Tokens, here: Bound, whole: Bound) -> bool:
    """Whether a bare share is one of those just counted: "of the 41 aboard, half", "60 people, a third of them women"."""
    if here.elliptic or (tokens.lower[whole.figure.first - 2] == "of" and tokens.opens(whole.figure.first - 2)):
        return True
    opened = next(
        (at for at in range(whole.figure.first - 1, max(-1, whole.figure.first - 7), -1) if tokens.opens(at)), 0
    )
    if tokens.lower[opened] == "of":
        return True  # "of the camp's 870,000 refugees, more than half"
    return _led(tokens, here)


def _inherit_count(tokens: Tokens, here: Bound, last: Bound | None, noun: Bound | None) -> Bound:
    same = last is not None and last.sentence == here.sentence and last.figure.unit == "count"
    if (
        here.role is None
        and here.linked
        and same
        and here.figure.high != 0
        and last
        and last.role
        and (last.role != "attended" or here.of is None or here.of in PEOPLE)
        and not _own_clause(tokens, here)
    ):
        here = replace(here, role=last.role)
    if (
        here.role is None
        and same
        and last
        and last.role
        and here.elliptic
        and here.of is None
        and "more:others" not in here.qualifiers  # "two dead and two others in hospital"
        and tokens.lower[here.after] in ("in", "at", "near")
    ):
        here = replace(here, role=last.role)
    if (
        here.role is None
        and any(q.startswith("part:of w") or q == "part:of them" for q in here.qualifiers)
        and same
        and last
    ):
        here = replace(here, role=last.role)
    if here.role is None and same and last and last.role == "injured" and tokens.lower[here.after] in _GRAVELY:
        here = replace(here, role="killed" if tokens.lower[here.after] == "fatally" else last.role, elliptic=True)
    if here.of is None and same and last and last.of and _part_of(tokens, here):
        here = replace(here, of="people" if last.of == "dead" else last.of, elliptic=True)
    if (
        here.of is None
        and last is not None
        and last.sentence == here.sentence
        and (was(tokens, here, last) or gapped(tokens, here, last))
    ):
        measured = measured_like(tokens, here, last)
        if measured:
            return measured
    if here.of is None and same and last and last.of and (was(tokens, here, last) or gapped(tokens, here, last)):
        here = replace(here, of=last.of, role=here.role or last.role)
    if here.of is None and here.role is None and same and last and (last.of or last.role) and echoes(tokens, here):
        here = replace(here, of=last.of, role=last.role)
    if tokens.lower[here.figure.first] == "neither" and here.of is None:
        here = replace(here, of=_pair_before(tokens, here.figure.first))
    if here.figure.contest:
        return replace(here, of="vote" if _votes(tokens, here) else None)
    if here.of is None and (here.figure.changed or here.role is None or here.role == _toll(tokens, here)):
        running = running_noun(tokens, here)
        here = (
            replace(here, of=running, role=here.role or role_of_noun(running) or _present(running)) if running else here
        )
    toll = toll_before(tokens, here.figure.first) if here.of is None and here.elliptic else None
    if here.of is None and here.elliptic and (toll is None or here.role not in (None, toll)):
        near = noun is not None and noun.sentence == here.sentence
        treated = tokens.lower[here.figure.end] in STATES and tokens.lower[here.figure.first - 1].endswith(
            ("ed", "ing")
        )
        if treated and not here.linked:
            here = replace(here, of="people")  # "two doctors who treated 40 wounded"
        elif noun and near and "more:others" in here.qualifiers and noun.of in PEOPLE:
            here = replace(here, of="people")  # "killed eight farmers and wounded nine others"
        elif noun and near and (here.role is None or noun.role or noun.of in PEOPLE):
            here = replace(here, of=noun.of)
        elif here.role is None and (opener := _opener(tokens, here)):
            here = replace(here, of=opener)
        elif (
            here.role
            or "more:others" in here.qualifiers
            or ("more:more" in here.qualifiers and here.figure.end == here.figure.noun)
            or (here.figure.weak is False and tokens.lower[here.after] in AUXILIARIES | OTHER_FATES | _PEOPLE_DO)
            or tokens.lower[here.after : here.after + 2] == ["on", "board"]
        ):
            here = replace(here, of="people", assumed=here.role is None)
    return here


def _present(noun: str) -> str | None:
    return "attended" if noun in GUESTS else None  # "spectators numbered 20,000"


def _opener(tokens: Tokens, here: Bound) -> str | None:
    """Those whom the sentence opens with, when a verb follows the bare figure: "fans queued, and several fainted"."""
    lower = tokens.lower
    if not lower[here.after].endswith("ed") or lower[here.figure.first - 1] not in ("and", "but", ","):
        return None
    start = here.figure.first
    while start > 0 and here.figure.first - start < 24 and not tokens.breaks(start - 1):
        start -= 1
    for at in range(start, min(start + 4, here.figure.first)):
        verb = lower[at + 1]
        if is_plural(lower[at]) and lower[at].isalpha() and (verb in AUXILIARIES or verb.endswith("ed")):
            return singular(lower[at])
    return None


def _part_of(tokens: Tokens, here: Bound) -> bool:
    """Whether the figure, with no noun of its own, is a part of the one before: "including 9 in Ruma", "of whom 12 belong"."""
    if "part:of whom" in here.qualifiers or "part:of them" in here.qualifiers:
        return here.figure.noun == here.after
    after = tokens.lower[here.after]
    return (
        ("part:including" in here.qualifiers or "part:among them" in here.qualifiers)
        and here.figure.noun == here.after
        and (after in PREPOSITIONS or tokens.breaks(here.after) or after in (",", ")"))
    )


def _toll(tokens: Tokens, bound: Bound) -> str | None:
    return toll_before(tokens, bound.figure.first)


def _pair_before(tokens: Tokens, at: int) -> str | None:
    """The two that "neither" speaks of: "both pilots", "the two ships"."""
    for i in range(at - 1, max(-1, at - 30), -1):
        if tokens.lower[i] in ("both", "two"):
            return counted(tokens, i + (2 if tokens.lower[i + 1] in ("of", "the", "his", "her") else 1)).head
    return None


_PEOPLE_DO = _WORDS["people_do"]


def _own_clause(tokens: Tokens, bound: Bound) -> bool:
    """Whether a verb of its own follows the figure, so that it shares nothing with the one before."""
    after = tokens.lower[bound.after]
    return after in AUXILIARIES or (after.endswith("ed") and after not in STATES)


def _votes(tokens: Tokens, bound: Bound) -> bool:
    window = tokens.lower[max(0, bound.figure.first - 14) : bound.figure.end + 8]
    return any(
        w.startswith(("vote", "voting", "ballot", "ruling", "decision", "verdict", "motion", "resolution", "amendment"))
        for w in window
    )
