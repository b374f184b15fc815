"""Quantities: figures bound to what they count and to what befell it.

``find_quantities`` is the one way in. The figures come from ``reading``; here a figure gets its counted noun (through
ellipsis and lists), its role and its qualifiers. The conventions are those of docs/extraction.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.extract.figures import RISING, Figure
from factcheck.extract.instants import MONTHS
from factcheck.extract.lemmas import is_plural, singular
from factcheck.extract.nouns import AUXILIARIES, PEOPLES, PREPOSITIONS, STATES, STOPS, Phrase, counted
from factcheck.extract.numbers import MULTIPLIERS, cardinal
from factcheck.extract.reading import STARTERS, read_figures
from factcheck.extract.roles import (
    predicate_after,
    predicate_before,
    role_of_modifier,
    role_of_noun,
    toll_before,
)
from factcheck.extract.tokens import Tokens, tokenise
from factcheck.model import Interval, Quantity, Span
from factcheck.terms import Hedge

_WORD = re.compile(r"[a-z]+|[^\x00-\x7f]+|\d")
_LINKS = frozenset(", and or plus as well including included includes among them both also of whom which ( most mostly — – another other further additional a an".split())
_PRONOUNS = frozenset("them us whom which those these".split())
_ARTICLES = frozenset("the his her its their our my your these those all a an".split())
_MORE_AFTER = frozenset({"more", "others", "other"})
_PARTS = (("including",), ("among", "them"), ("of", "whom"), ("of", "them"), ("of", "which"), ("included",))
_TOTALS = (("a", "total", "of"), ("in", "total"), ("in", "all"), ("altogether",), ("overall",), ("all", "told"))
_UNTIL = (("so", "far"), ("to", "date"), ("until", "now"), ("up", "to", "now"), ("as", "of"))
_NATION = (("nationwide",), ("countrywide",), ("across", "the", "country"), ("across", "the", "nation"), ("worldwide",), ("around", "the", "world"))
_IN = frozenset("in at near outside across".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PERSON_ROLES = frozenset({"killed", "injured", "missing", "attended", "arrested", "displaced"})


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity that ``text`` claims, in text order; spans never overlap and point into ``text``.

    Values stay in the unit stated (pence and cents in the main unit). What only looks like a quantity (dates, names,
    telephone numbers, "one of the largest") is left out. Time is linear in the length of ``text``; nothing is raised.
    """
    if not _may_hold(text):
        return ()
    tokens = tokenise(text)
    return tuple(_quantity(tokens, bound) for bound in _bind(tokens, tuple(read_figures(tokens))))


def _may_hold(text: str) -> bool:
    """Whether any word of the text could begin a quantity; the cheap way out for most sentences."""
    words = set(_WORD.findall(text.lower()))
    return not _HINTS.isdisjoint(words) or any(word[0] > "\x7f" for word in words)


_HINTS = (STARTERS - {"a", "an"}) | frozenset(MULTIPLIERS) | frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class _Bound:
    """A figure with what has been found out about it. ``sentence`` numbers sentences; ``after`` follows its noun."""

    figure: Figure
    phrase: Phrase
    sentence: int
    of: str | None
    role: str | None
    after: int
    linked: bool
    elliptic: bool
    qualifiers: tuple[str, ...] = ()
    drop: bool = False


def _bind(tokens: Tokens, figures: tuple[Figure, ...]) -> list[_Bound]:
    bound: list[_Bound] = []
    sentence, at = 0, 0
    for figure in figures:
        while at < figure.first:
            sentence += tokens.breaks(at)
            at += 1
        bound.append(_own(tokens, figure, sentence, bound[-1] if bound else None))
    _borrow_ahead(tokens, bound)
    _inherit(tokens, bound)
    return [b for b in bound if not b.drop and not _empty(tokens, b)]


def _own(tokens: Tokens, figure: Figure, sentence: int, last: _Bound | None) -> _Bound:
    """What the figure's own words say: its noun, its role, its qualifiers."""
    if figure.unit == "percent":
        return _share(tokens, figure, sentence)
    if figure.unit not in ("count",):
        return _Bound(figure, Phrase(None, figure.end), sentence, figure.of, None, figure.end, False, figure.weak)
    phrase, elliptic, marks = _noun(tokens, figure)
    of = figure.of or phrase.head
    after = phrase.end
    role, end = figure.role, after
    negated = figure.low == 0 == figure.high
    if figure.joined:
        return _Bound(figure, phrase, sentence, of, None, after, False, False, tuple(marks))
    linked = last is not None and last.sentence == sentence and _linked(tokens, last.after, figure.first)
    if role is None:
        role, end = _role(tokens, figure, phrase, after, nested=_nested(tokens, figure, last, sentence), negated=negated)
    if of is None and _body_of(tokens, figure):
        of = "crew" if tokens.lower[figure.first - 2] == "crew" else "people"
    if of is None and not elliptic:
        elliptic = role is not None or figure.weak or _leans(tokens, figure, after)
    qualifiers = (*phrase.modifiers, *marks, *_marks(tokens, figure, after, end, sentence))
    return _Bound(figure, phrase, sentence, of, role, after, linked, elliptic, tuple(dict.fromkeys(qualifiers)))


def _body_of(tokens: Tokens, figure: Figure) -> bool:
    """Whether a body of people stands before the figure: "a crew of nine", "a family of five"."""
    return figure.first > 1 and tokens.lower[figure.first - 1] == "of" and tokens.lower[figure.first - 2] in _BODIES


_BODIES = frozenset("crew crowd family team party group panel squad gang staff jury delegation convoy crews families".split()) - {"convoy"}


def _noun(tokens: Tokens, figure: Figure) -> tuple[Phrase, bool, list[str]]:
    """The counted noun; whether it is left out; and the markers found on the way."""
    lower = tokens.lower
    marks: list[str] = []
    at = figure.noun
    if figure.joined:
        return counted(tokens, at, joined=True), False, marks
    if figure.of:
        return Phrase(figure.of, at), False, marks
    single = figure.low == figure.high == 1
    if lower[at] in ("such",):
        at += 1
    if lower[at] == "of" and not figure.contest:
        at += 1
        if lower[at] in _PRONOUNS:
            marks.append("part:of " + lower[at])
            return Phrase(None, at + 1), True, marks
        while lower[at] in _ARTICLES:
            at += 1
        inner = cardinal(tokens, at)
        if inner and lower[at] not in ("a", "an"):
            marks.append("part:of")
            at = inner.end
        elif lower[figure.end - 1] not in ("couple", "handful") and not lower[figure.end - 1].endswith("s"):
            marks.append("part:of")
        single = False
    if lower[at] == "more" and lower[at + 1] != "than":
        marks.append("more:more")
        at += 1
    elif lower[at] in ("other", "additional", "further"):
        marks.append("more:" + ("others" if lower[at] == "other" else lower[at]))
        at += 1
    if lower[at] == "others":
        marks.append("more:others")
        return Phrase(None, at + 1), True, marks
    phrase = counted(tokens, at, single=single)
    if phrase.head == "dead":
        phrase = replace(phrase, head="dead")
    if phrase.head is None and lower[at] == "dead":
        return Phrase("dead", at + 1), False, marks
    if phrase.head is None and lower[at] in ("were", "was", "are", "is") and not figure.weak:
        said = counted(tokens, at + 1, single=single)
        if said.head and (single is False):
            return Phrase(said.head, said.end, said.modifiers), False, marks
    if phrase.head is None:
        return Phrase(None, at), False, marks
    return phrase, False, marks


def _share(tokens: Tokens, figure: Figure, sentence: int) -> _Bound:
    """A percentage's whole: "of the vote", or the noun behind "nine out of 10"."""
    lower = tokens.lower
    at = figure.end
    of: str | None = None
    phrase = Phrase(None, at)
    if lower[at] == "of" and lower[at + 1] in _PRONOUNS:
        return _Bound(figure, Phrase(None, at + 2), sentence, None, None, at + 2, False, True)
    start = at + 1 if lower[at] == "of" else at
    ratio = any(w in ("in", "out", "of") for w in lower[figure.number : figure.end])
    if lower[at] == "of" or ratio or lower[at] in _ARTICLES:
        while lower[start] in _ARTICLES:
            start += 1
        inner = cardinal(tokens, start)
        if inner and lower[start] not in ("a", "an"):
            start = inner.end
        phrase = counted(tokens, start)
        if phrase.head is None and (lower[at] == "of" or lower[at] in _ARTICLES):
            phrase = counted(tokens, start, single=True)
        of = phrase.head
        if of and of[0].isupper() and not tokens.words[phrase.end - 1].endswith(PEOPLES):
            of = None  # "80 per cent of Hayes"
    role = None
    if of:
        found = predicate_after(tokens, phrase.end)
        role = found.role if found else None
    return _Bound(figure, phrase, sentence, of, role, phrase.end, False, False)


def _role(tokens: Tokens, figure: Figure, phrase: Phrase, after: int, *, nested: bool, negated: bool) -> tuple[str | None, int]:
    """The role and the token after the words that gave it."""
    head = tokens.lower[phrase.end - 1] if phrase.head else ""
    if negated and tokens.lower[figure.first] == "none":
        head = ""  # "none of the injuries is grave" denies no injury
    role = role_of_noun(head)
    if role:
        return role, after
    before = predicate_before(tokens, figure.first)
    if before:
        return before.role, after
    if not phrase.head or figure.changed:
        toll = toll_before(tokens, figure.first)
        if toll:
            return toll, after
    for word in phrase.modifiers:
        role = role_of_modifier(word)
        if role:
            return role, after
    if head == "life" or head == "lives":
        near = tokens.lower[max(0, figure.first - 4) : figure.first]
        if any(w in ("claimed", "claiming", "claims", "claim", "cost", "costing", "took", "taking") for w in near):
            return "killed", after
        if tokens.lower[after : after + 2] in (["were", "lost"], ["have", "been"], ["lost", ""]) or tokens.lower[after] == "lost":
            return "killed", after
    if nested:
        return None, after
    found = predicate_after(tokens, after)
    return (found.role, found.end) if found else (None, after)


def _nested(tokens: Tokens, figure: Figure, last: _Bound | None, sentence: int) -> bool:
    """Whether the figure sits in a phrase that hangs on another figure: "people in two cars were killed"."""
    if last is None or last.sentence != sentence or not figure.first:
        return False
    before = tokens.lower[figure.first - 1]
    if before in ("the", "all", "their", "those"):
        before = tokens.lower[figure.first - 2]
    return before in ("of", "in", "on", "from", "at", "aboard", "across") and figure.first - last.after < 6


def _linked(tokens: Tokens, start: int, end: int) -> bool:
    """Whether only list words stand between two figures."""
    return 0 <= end - start <= 6 and all(word in _LINKS for word in tokens.lower[start:end])


def _leans(tokens: Tokens, figure: Figure, after: int) -> bool:
    """Whether a bare figure leans on a noun said before: "three have been charged", "two in Ruma", "votes to 242"."""
    word = tokens.lower[after]
    if figure.first and tokens.words[figure.first - 1][0].isupper() and tokens.words[figure.first].isdigit():
        return False  # "Falcon 9 is ..."
    if word in AUXILIARIES or (word.endswith("ed") and len(word) > 4):
        return True
    before = tokens.lower[figure.first - 1] if figure.first else ""
    return (before in ("to", "against") and tokens.lower[figure.first - 2] in ("votes", "vote", "seats")) or (
        before in ("and", ",") and word in ("in", "at", "near", "from", "of")
    )


def _marks(tokens: Tokens, figure: Figure, after: int, end: int, sentence: int) -> list[str]:
    """Markers of part, addition, total, time and place around the figure."""
    lower = tokens.lower
    first = figure.first
    found: list[str] = []
    for words in _PARTS:
        at = first - len(words)
        if at >= 0 and tuple(lower[at:first]) == words:
            found.append("part:" + " ".join(words))
    lead = lower[first : figure.number]
    for word in ("another", "further", "additional", "extra"):
        if word in lead:
            found.append("more:" + word)
    for words in _TOTALS:
        if tuple(lower[first : first + len(words)]) == words and first + len(words) <= figure.number or _follows(lower, after, end, words) or tuple(lower[max(0, first - len(words)) : first]) == words or tuple(lower[max(0, first - len(words) - 1) : max(0, first - 1)]) == words:
            found.append("total:" + " ".join(words))
            break
    for words in _UNTIL:
        if _follows(lower, after, end, words):
            found.append("until:" + " ".join(words))
    for words in _NATION:
        if _follows(lower, after, end, words):
            found.append("place:nationwide")
    place = _place(tokens, after) or (_place(tokens, end) if end != after else None)
    if place:
        found.append("place:" + place)
    return found


def _follows(lower: list[str], after: int, end: int, words: tuple[str, ...]) -> bool:
    size = len(words)
    return tuple(lower[after : after + size]) == words or tuple(lower[end : end + size]) == words


def _place(tokens: Tokens, at: int) -> str | None:
    """The name in an immediate "in Ruma"."""
    if tokens.words[at] not in _IN:
        return None
    at += 2 if tokens.lower[at + 1] == "the" else 1
    start = at
    while at - start < 4 and tokens.words[at][:1].isupper() and tokens.words[at].isalpha():
        if tokens.lower[at] in MONTHS or tokens.lower[at] in _DAYS:
            break
        at += 1
    after = tokens.lower[at]
    if at == start or after in ("'s", "’s", "-") or (after.isalpha() and after not in STOPS):
        return None  # "in Ruma's hills", "in Ruma air raids"
    return " ".join(tokens.words[start:at])


def _borrow_ahead(tokens: Tokens, bound: list[_Bound]) -> None:
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
        if ahead.linked and here.role is None and ahead.role and not ahead.elliptic and predicate_before(tokens, ahead.figure.first) is None:
            if role_of_noun(ahead.of or "") is None:
                here = replace(here, role=ahead.role)
        bound[n] = here


def _describes(word: str) -> bool:
    return word.isalpha() and word not in PREPOSITIONS and word not in AUXILIARIES and word not in STATES


def _inherit(tokens: Tokens, bound: list[_Bound]) -> None:
    """Left to right: roles along a list, nouns through ellipsis."""
    noun: _Bound | None = None  # the latest count with a noun
    rank: _Bound | None = None  # the latest ordinal with one
    for n, here in enumerate(bound):
        last = bound[n - 1] if n else None
        if noun and noun.sentence != here.sentence and here.sentence - noun.sentence > 1:
            noun = None
        if here.figure.unit == "ordinal":
            if here.of is None and here.elliptic:
                here = replace(here, of=rank.of, elliptic=False) if rank and rank.sentence == here.sentence else replace(here, drop=rank is None)
            rank = here if here.of else rank
        elif here.figure.unit == "count":
            here = _inherit_count(tokens, here, last, noun)
            if here.of and here.of != "dead" and not here.figure.joined:
                noun = here
        bound[n] = here


def _inherit_count(tokens: Tokens, here: _Bound, last: _Bound | None, noun: _Bound | None) -> _Bound:
    same = last is not None and last.sentence == here.sentence and last.figure.unit == "count"
    if here.role is None and here.linked and same and here.figure.high != 0 and last and last.role and not _own_clause(tokens, here):
        here = replace(here, role=last.role)
    if here.role is None and same and last and last.role and here.elliptic and here.of is None and tokens.lower[here.after] in ("in", "at", "near"):
        here = replace(here, role=last.role)
    if here.role is None and any(q.startswith("part:of w") or q == "part:of them" for q in here.qualifiers) and same and last:
        here = replace(here, role=last.role)
    if here.of is None and here.role is None and same and last and last.of and _echoes(tokens, here):
        here = replace(here, of=last.of, role=last.role)
    if tokens.lower[here.figure.first] == "neither" and here.of is None:
        here = replace(here, of=_pair_before(tokens, here.figure.first))
    if here.figure.contest:
        return replace(here, of="vote" if _votes(tokens, here) else None)
    if here.of is None and (here.figure.changed or here.role is None) and not here.elliptic:
        running = _running(tokens, here)
        here = replace(here, of=running) if running else here
    if here.of is None and here.elliptic and toll_before(tokens, here.figure.first) is None:
        near = noun is not None and noun.sentence == here.sentence
        if noun and near and (here.role is None or noun.role or noun.of in _PEOPLE):
            here = replace(here, of=noun.of)
        elif here.role or "more:others" in here.qualifiers or (here.figure.weak is False and tokens.lower[here.after] in AUXILIARIES):
            here = replace(here, of="people")
    return here


def _echoes(tokens: Tokens, bound: _Bound) -> bool:
    """Whether a bare figure gives the same count again: "police said 2,000 marched, organisers claimed over 15,000"."""
    figure, lower = bound.figure, tokens.lower
    if bound.elliptic or figure.weak or figure.joined or not (tokens.breaks(figure.end) or lower[figure.end] in (",", ")")):
        return False
    before = lower[figure.first - 1]
    return before in _SAYING or (before in ("at", "as", "was", "is") and any(w in _SAYING for w in lower[max(0, figure.first - 7) : figure.first]))


def _pair_before(tokens: Tokens, at: int) -> str | None:
    """The two that "neither" speaks of: "both pilots", "the two ships"."""
    for i in range(at - 1, max(-1, at - 30), -1):
        if tokens.lower[i] in ("both", "two"):
            return counted(tokens, i + (2 if tokens.lower[i + 1] in ("of", "the", "his", "her") else 1)).head
    return None


_OTHER_FATES = frozenset("survived survive aboard inside infected rescued hospitalised hospitalized charged tested".split())
_SAYING = frozenset("said claimed claim says say reported estimated estimate counted put puts gave gives spoke cited".split())
_PEOPLE = frozenset("people person man woman child soldier officer civilian victim passenger pilot student worker resident".split())


def _own_clause(tokens: Tokens, bound: _Bound) -> bool:
    """Whether a verb of its own follows the figure, so that it shares nothing with the one before."""
    after = tokens.lower[bound.after]
    return after in AUXILIARIES or (after.endswith("ed") and after not in STATES)


def _votes(tokens: Tokens, bound: _Bound) -> bool:
    window = tokens.lower[max(0, bound.figure.first - 14) : bound.figure.end + 8]
    return any(w.startswith(("vote", "voting", "ballot", "ruling", "decision", "verdict")) for w in window)


def _running(tokens: Tokens, bound: _Bound) -> str | None:
    """The noun of a running count: "the number of cases rose to 53", "cases rose from 41 to 53"."""
    lower = tokens.lower
    first = bound.figure.first
    rising: str | None = None
    for at in range(first - 1, max(-1, first - 14), -1):
        if tokens.breaks(at):
            return rising
        if lower[at] == "number" and lower[at + 1] == "of":
            return counted(tokens, at + 2).head
        if lower[at] in RISING and at and is_plural(lower[at - 1]):
            rising = rising or singular(tokens.words[at - 1])
    return rising


def _empty(tokens: Tokens, bound: _Bound) -> bool:
    """Whether nothing makes a claim of a bare number."""
    figure = bound.figure
    if figure.weak and figure.low == 0 and not bound.role:
        return tokens.lower[bound.after] not in _OTHER_FATES and tokens.lower[bound.after + 1] not in _OTHER_FATES
    if figure.unit != "count" or bound.of or bound.role or figure.contest or figure.changed:
        return False
    if figure.weak:
        return True
    if figure.hedge is not Hedge.EXACT:
        return figure.hedge is Hedge.ORDER
    value = figure.low or figure.high or Decimal(0)
    written = tokens.words[figure.end - 1]
    return not ((value >= 1000 and not written.isdigit()) or toll_before(tokens, figure.first))


def _quantity(tokens: Tokens, bound: _Bound) -> Quantity:
    figure = bound.figure
    return Quantity(
        span=Span(start=tokens.starts[figure.first], end=tokens.ends[figure.end - 1]),
        interval=Interval(low=_float(figure.low), high=_float(figure.high)),
        unit=figure.unit,
        of=bound.of,
        role=bound.role if bound.role in _PERSON_ROLES else None,
        hedge=figure.hedge,
        qualifiers=bound.qualifiers,
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
