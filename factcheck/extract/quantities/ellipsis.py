"""What a figure takes from its neighbours: the noun of a list's last member, the role of its first, a noun left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from factcheck.extract.quantities.bare import OTHER_FATES, is_bare, may_be_explained
from factcheck.extract.quantities.binding import PEOPLE, Bound, own
from factcheck.extract.quantities.figures import RISING, Figure
from factcheck.extract.quantities.lemmas import is_plural, singular
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, PREPOSITIONS, STATES, counted
from factcheck.extract.quantities.roles import predicate_before, role_of_noun
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.tolls import COUNTS, GUESTS, toll_before

_WORDS = words("ellipsis")
_GRAVELY = frozenset({"critically", "seriously", "severely", "gravely", "badly", "slightly", "lightly", "fatally"})
_REACHED = frozenset({"reached", "stood", "stand", "stands", "totalled", "totaled", "total", "passed", "topped"})
_NUMBERED = frozenset({"numbered", "numbering", "number", "totalled", "totaled", "totalling"})
_MOVING = RISING | COUNTS | _REACHED | _NUMBERED


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
        if shared and here.role is None and predicate_before(tokens, ahead.figure.first) is None:
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
        bound[n] = here


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
        and (_was(tokens, here, last) or _gapped(tokens, here, last))
    ):
        measured = _measured_like(tokens, here, last)
        if measured:
            return measured
    if here.of is None and same and last and last.of and _was(tokens, here, last):
        here = replace(here, of=last.of, role=here.role or last.role)
    if here.of is None and here.role is None and same and last and (last.of or last.role) and _echoes(tokens, here):
        here = replace(here, of=last.of, role=last.role)
    if tokens.lower[here.figure.first] == "neither" and here.of is None:
        here = replace(here, of=_pair_before(tokens, here.figure.first))
    if here.figure.contest:
        return replace(here, of="vote" if _votes(tokens, here) else None)
    if here.of is None and (here.figure.changed or here.role is None or here.role == _toll(tokens, here)):
        running = _running(tokens, here)
        here = (
            replace(here, of=running, role=here.role or role_of_noun(running) or _present(running)) if running else here
        )
    if here.of is None and here.elliptic and toll_before(tokens, here.figure.first) is None:
        near = noun is not None and noun.sentence == here.sentence
        treated = tokens.lower[here.figure.end] in STATES and tokens.lower[here.figure.first - 1].endswith(
            ("ed", "ing")
        )
        if treated and not here.linked:
            here = replace(here, of="people")  # "two doctors who treated 40 wounded"
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


def _echoes(tokens: Tokens, bound: Bound) -> bool:
    """Whether a bare figure gives the same count again: "police said 2,000 marched, organisers claimed over 15,000"."""
    figure, lower = bound.figure, tokens.lower
    if (
        bound.elliptic
        or figure.weak
        or figure.joined
        or not (tokens.breaks(figure.end) or lower[figure.end] in (",", ")"))
    ):
        return False
    before = lower[figure.first - 1]
    return before in _SAYING or (
        before in ("at", "as", "was", "is")
        and any(w in _SAYING for w in lower[max(0, figure.first - 7) : figure.first])
    )


def _gapped(tokens: Tokens, here: Bound, last: Bound) -> bool:
    """ "Labour has 40 per cent, the Greens 28 and the League 11": percentages whose sign stands once."""
    figure, lower = here.figure, tokens.lower
    gap = lower[last.figure.end : figure.first]
    follower = lower[figure.end]
    return (
        last.figure.unit == "percent"
        and 2 <= len(gap) <= 7
        and gap[0] in (",", "and", ";", "to")
        and (
            tokens.words[figure.first - 1][:1].isupper()
            or (gap[-1] in ("on", "at") and any(w[:1].isupper() for w in tokens.words[last.figure.end : figure.first]))
            or (gap[0] == "to" and gap[-1] in ("her", "his", "their", "its"))
        )
        and all(w.isalpha() or w in (",", "'") for w in gap)
        and AUXILIARIES.isdisjoint(gap)
        and (follower in (",", "and", ")") or tokens.breaks(figure.end))
    )


def _was(tokens: Tokens, here: Bound, last: Bound) -> bool:
    """ "to nine ships from 14", "120 seats, up from 98": the second is what it was."""
    lower = tokens.lower
    if lower[here.figure.first - 1] == "from" and lower[here.figure.first - 2] in ("up", "down"):
        return True
    if lower[here.figure.first - 1] == "to" and last.figure.unit == "percentage_point":
        return here.figure.first - 1 == last.figure.end  # "narrowed by four percentage points to nine"
    return (
        lower[here.figure.first - 1] == "from"
        and lower[last.figure.first - 1] == "to"
        and here.figure.first - last.after <= 3
    )


def _fated(tokens: Tokens, at: int) -> str | None:
    """The noun before the verb at token ``at`` when it counts fates: "deaths", "arrests"."""
    while at > 0 and tokens.lower[at - 1] in AUXILIARIES:
        at -= 1
    noun = singular(tokens.lower[at - 1]) if at else ""
    return noun if role_of_noun(noun) and is_plural(tokens.lower[at - 1]) else None


def _measured_like(tokens: Tokens, here: Bound, last: Bound) -> Bound | None:
    """A bare figure in the unit of the one before: "raised to 14.5 cents from 12", "8%, up from six"."""
    figure = here.figure
    if last.figure.unit in ("count", "ordinal") or figure.noun != here.after or figure.low is None:
        return None
    follower = tokens.lower[here.after]
    if follower.isalpha() and follower not in PREPOSITIONS and follower not in ("a", "and", "last", "the"):
        return None
    hundredth = last.figure.unit == "GBP" or last.figure.unit == "USD" or last.figure.unit == "EUR"
    minor = hundredth and tokens.lower[last.figure.end - 1] in ("cents", "cent", "pence", "p")
    scale = Decimal("0.01") if minor else Decimal(1)
    high = None if figure.high is None else figure.high * scale
    figure = replace(figure, unit=last.figure.unit, low=figure.low * scale, high=high, of=last.figure.of, weak=False)
    return replace(here, figure=figure, of=last.figure.of, role=None, elliptic=False)


def _pair_before(tokens: Tokens, at: int) -> str | None:
    """The two that "neither" speaks of: "both pilots", "the two ships"."""
    for i in range(at - 1, max(-1, at - 30), -1):
        if tokens.lower[i] in ("both", "two"):
            return counted(tokens, i + (2 if tokens.lower[i + 1] in ("of", "the", "his", "her") else 1)).head
    return None


_PEOPLE_DO = _WORDS["people_do"]


_SAYING = _WORDS["saying"]


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


def _running(tokens: Tokens, bound: Bound) -> str | None:
    """The noun of a running count: "the number of cases rose to 53", "cases rose from 41 to 53"."""
    lower = tokens.lower
    first = bound.figure.first
    if _MOVING.isdisjoint(lower[max(0, first - 13) : first]):
        return None
    rising: str | None = None
    for at in range(first - 1, max(-1, first - 14), -1):
        if tokens.breaks(at):
            return rising
        if lower[at] in COUNTS and lower[at + 1] == "of":
            if lower[at + 2] in STATES or lower[at + 2] == "dead":
                return "people"
            return counted(tokens, at + 2).head or ("people" if bound.role else None)
        if lower[at] in _REACHED and (fate := _fated(tokens, at)):  # "deaths have reached 118"
            return fate
        named = (
            at - 2 if lower[at] in ("up", "down") and lower[at - 1] in AUXILIARIES else at - 1
        )  # "arrests were up 14"
        if lower[at] in RISING | _NUMBERED and lower[first - 1] != "at" and named >= 0 and is_plural(lower[named]):
            rising = rising or singular(tokens.lower[named] if tokens.opens(named) else tokens.words[named])
    return rising
