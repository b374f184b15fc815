"""Binding a figure to its own words: the noun it counts, the role its clause gives it, its qualifiers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.extract.quantities.fates import role_of
from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.hedges import Shape, bend, hedge_after
from factcheck.extract.quantities.lemmas import is_plural
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import (
    AUXILIARIES,
    CONJUNCTIONS,
    PEOPLES,
    PREPOSITIONS,
    STATES,
    STOPS,
    Phrase,
    counted,
)
from factcheck.extract.quantities.numbers import PLURALS, STARTERS, cardinal, is_whole, last_step
from factcheck.extract.quantities.qualifiers import markers
from factcheck.extract.quantities.roles import predicate_after
from factcheck.extract.quantities.tokens import Tokens
from factcheck.terms import Hedge

_WORDS = words("binding")
_LINKS = _WORDS["links"]
_PRONOUNS = _WORDS["pronouns"]
_ARTICLES = _WORDS["articles"]
_COMPARED = _WORDS["compared"]
_NARROWING = _WORDS["narrowing"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure with what has been found out about it. ``sentence`` numbers sentences; ``after`` follows its noun.

    ``assumed``: nothing says that people are counted but that nothing else is; ``bare``: it claims nothing by itself.
    """

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
    assumed: bool = False
    bare: bool = False


def own(tokens: Tokens, figure: Figure, sentence: int, last: Bound | None) -> Bound:
    """What the figure's own words say: its noun, its role, its qualifiers."""
    if figure.unit == "percent":
        return _share(tokens, figure, sentence)
    if figure.unit not in ("count",):
        return Bound(figure, Phrase(None, figure.end), sentence, figure.of, None, figure.end, False, figure.weak)
    if tokens.lower[figure.first - 1] == "of" and tokens.lower[figure.first - 2] in _PARENTS:
        return Bound(figure, Phrase(None, figure.end), sentence, "child", None, figure.end, False, False)
    phrase, elliptic, marks = _noun(tokens, figure)
    of = figure.of or phrase.head
    after = phrase.end
    figure = _hedged_behind(tokens, figure, after)
    role, end = figure.role, after
    negated = figure.low == 0 == figure.high
    if figure.joined:
        return Bound(figure, phrase, sentence, of, None, after, False, False, tuple(marks))
    linked = last is not None and last.sentence == sentence and _linked(tokens, last.after, figure.first)
    if role is None:
        role, end = role_of(
            tokens, figure, phrase, after, nested=_nested(tokens, figure, last, sentence), negated=negated
        )
    if of is None and _body_of(tokens, figure):
        of = "crew" if tokens.lower[figure.first - 2] == "crew" else "people"
    if of is None and not elliptic and _of_people(tokens, figure, after):
        of = "people"
    if of is None and not elliptic:
        follows = last is not None and last.sentence == sentence and last.of is not None
        elliptic = (
            role is not None
            or _leans(tokens, figure, after)
            or _more(tokens, figure, marks, after, follows=follows)
            or (
                figure.number > figure.first
                and tokens.lower[figure.first] in ("another", "a")
                and follows
                and _added(tokens, figure)
            )
        )
    qualifiers = (*phrase.modifiers, *marks, *markers(tokens, figure, after, end))
    return Bound(figure, phrase, sentence, of, role, after, linked, elliptic, tuple(dict.fromkeys(qualifiers)))


def _hedged_behind(tokens: Tokens, figure: Figure, after: int) -> Figure:
    """The figure with the hedge behind its noun: "40 boats at least", "12 people or more"."""
    if after == figure.end or figure.hedge is not Hedge.EXACT or figure.low is None:
        return figure
    end, shape = hedge_after(tokens, after)
    follower = tokens.lower[end]
    if (
        shape is Shape.PLAIN
        or follower[:1].isdecimal()
        or follower in STARTERS
        or (follower.isalpha() and follower not in STOPS)
    ):
        return figure
    low, high, hedge = bend(figure.low, figure.low, last_step(figure.low), shape)
    return replace(figure, low=low, high=high, hedge=hedge)


def _body_of(tokens: Tokens, figure: Figure) -> bool:
    """Whether a body of people stands before the figure: "a crew of nine", "a family of five"."""
    return figure.first > 1 and tokens.lower[figure.first - 1] == "of" and tokens.lower[figure.first - 2] in _BODIES


_BODIES = _WORDS["bodies"]
_PARENTS = _WORDS["parents"]


def _noun(tokens: Tokens, figure: Figure) -> tuple[Phrase, bool, list[str]]:
    """The counted noun; whether it is left out; and the markers found on the way."""
    lower = tokens.lower
    marks: list[str] = []
    at = figure.noun
    if figure.joined:
        return counted(tokens, at, joined=True), False, marks
    if figure.of:
        return Phrase(figure.of, at), False, marks
    single = (
        figure.low == figure.high == 1
        or tokens.lower[figure.number] == "one"
        or tokens.lower[figure.end - 1] == "single"
    )
    if lower[at] in ("such",):
        at += 1
    if lower[at] == "strong" and not is_plural(lower[at + 1]):
        return Phrase("people", at + 1), False, marks  # "the crowd, 5,000 strong"
    if lower[at : at + 2] == ["out", "of"]:
        at += 1
    if lower[at] == "of" and not figure.contest:
        at += 1
        if lower[at] in _PRONOUNS:
            marks.append("part:of " + lower[at])
            said = counted(tokens, at + 2 if lower[at + 1] in AUXILIARIES else at + 1)
            if said.head and (tokens.breaks(said.end) or lower[said.end] in (",", "and", ")")):
                return said, False, marks  # "nine of them children"
            return Phrase(None, at + 1), True, marks
        while lower[at] in _ARTICLES:
            at += 1
        if lower[at + 1] in ("'s", "’s"):
            at += 2  # "212 of the country's 340 schools"
        if lower[at] in _NARROWING and cardinal(tokens, at + 1):
            at += 1  # "nine of their last 11 matches"
        inner = cardinal(tokens, at)
        if inner and lower[at] not in ("a", "an"):
            marks.append("part:of")
            at = inner.end
        elif lower[figure.end - 1] not in ("couple", "handful") and not lower[figure.end - 1].endswith("s"):
            marks.append("part:of")
        single = False
    if lower[at] in ("more", "fewer") and lower[at + 1] == "than" and lower[at + 2] in _COMPARED:
        marks.append("more:than" if lower[at] == "more" else "more:fewer than")
        return Phrase(None, at), True, marks  # "200 more than last year"
    if lower[at] == "more" and lower[at + 1] != "than":
        marks.append("more:more")
        at += 1
    elif lower[at] in ("other", "additional", "further"):
        marks.append("more:" + ("others" if lower[at] == "other" else lower[at]))
        at += 1
    if lower[at] == "others":
        marks.append("more:others")
        return Phrase(None, at + 1), True, marks
    if lower[figure.end - 1] in PLURALS and at == figure.noun:
        return Phrase(None, at), False, marks  # "hundreds fleeing war": the noun would follow "of"
    phrase = counted(tokens, at, single=single)
    if phrase.head is None and lower[at] == "dead":
        return Phrase("dead", at + 1), False, marks
    if phrase.head is None and lower[at] in ("were", "was", "are", "is") and not figure.weak:
        said = counted(tokens, at + 1, single=single)
        if said.head and (single is False):
            return Phrase(said.head, said.end, said.modifiers), False, marks
    if phrase.head is None:
        return Phrase(None, at), False, marks
    return phrase, False, marks


def _share(tokens: Tokens, figure: Figure, sentence: int) -> Bound:
    """A percentage's whole: "of the vote", or the noun behind "nine out of 10"."""
    lower = tokens.lower
    at = figure.end
    of: str | None = None
    phrase = Phrase(None, at)
    if (
        lower[at] == "of"
        and lower[at + 1] in _PRONOUNS
        and not (lower[at + 1] == "those" and lower[at + 2].endswith("ed"))
    ):
        return Bound(figure, Phrase(None, at + 2), sentence, None, None, at + 2, False, True)
    start = at + 1 if lower[at] == "of" else at
    if lower[at] == "of" and (lower[start] == "those" or lower[start + 1] in STATES | {"dead"}):
        state = lower[start + 1]
        of = "dead" if state == "dead" else "people" if state in STATES or state.endswith("ed") else None
        if of:
            return Bound(figure, Phrase(of, start + 2), sentence, of, None, start + 2, False, False)
    ratio = any(w in ("in", "out", "of") for w in lower[figure.number : figure.end])
    if lower[at] == "of" or ratio or lower[at] in _ARTICLES:
        while lower[start] in _ARTICLES:
            start += 1
        if lower[start + 1] in ("'s", "’s"):
            start += 2  # "two-thirds of the country's 120 MPs"
        start += lower[start] in ("$", "£", "€", "¥")
        inner = cardinal(tokens, start)
        if inner and lower[start] not in ("a", "an"):
            start = inner.end
        phrase = counted(tokens, start, single=lower[start - 1] in ("m", "bn", "k"))
        if phrase.head is None and (lower[at] == "of" or lower[at] in _ARTICLES):
            phrase = counted(tokens, start, single=True)
        of = phrase.head
        if of and of[0].isupper() and not of.isupper() and not tokens.words[phrase.end - 1].endswith(PEOPLES):
            of = None  # "80 per cent of Hayes"
    role = None
    if of:
        found = predicate_after(tokens, phrase.end)
        role = found.role if found else None
    return Bound(figure, phrase, sentence, of, role, phrase.end, False, False)


def _nested(tokens: Tokens, figure: Figure, last: Bound | None, sentence: int) -> bool:
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


def _of_people(tokens: Tokens, figure: Figure, after: int) -> bool:
    """Whether a bare figure follows what is done to people alone: "has infected 1.4 million", "employs 300"."""
    follower = tokens.lower[after]
    return (
        tokens.lower[figure.first - 1] in _DONE_TO_PEOPLE
        and not figure.weak
        and (not follower.isalpha() or follower in PREPOSITIONS or follower in CONJUNCTIONS)
        and follower not in ("of", "%")
    )


_DONE_TO_PEOPLE = _WORDS["done_to_people"]
_VOTING = frozenset({"vote", "votes", "voted", "favour", "favor"})


def _added(tokens: Tokens, figure: Figure) -> bool:
    """ "and another five on Tuesday", "and a further 12 in Brod"."""
    added = {"another", "further"}.intersection(tokens.lower[figure.first : figure.number])
    return bool(added) and (tokens.lower[figure.end] in PREPOSITIONS or not tokens.lower[figure.end].isalpha())


def _more(tokens: Tokens, figure: Figure, marks: list[str], after: int, *, follows: bool) -> bool:
    """ "six more face trial", "damaged 30 more": others of those told of before (``follows``)."""
    follower = tokens.lower[after]
    if "more:more" in marks and follows and not figure.weak and not follower.isalnum():
        return True
    if "more:more" not in marks or (figure.weak and follower not in AUXILIARIES):
        return False
    return follower.isalpha() and follower not in ("than", "in", "for", "on")


def _leans(tokens: Tokens, figure: Figure, after: int) -> bool:
    """Whether a bare figure leans on a noun said before: "three have been charged", "two in Ruma", "votes to 242"."""
    word = tokens.lower[after]
    if figure.first and tokens.words[figure.first - 1][0].isupper() and tokens.words[figure.first].isdecimal():
        return False  # "Falcon 9 is ..."
    if (figure.low is not None and not is_whole(figure.low)) or tokens.lower[figure.first - 1] == "of":
        return False  # "the clock that stopped at 2.38 is ..."
    if figure.low == figure.high == 1 and tokens.words[figure.number].isdecimal():
        return False  # "1 is the ..." numbers a list
    if word in AUXILIARIES or (word.endswith("ed") and len(word) > 4):
        return True
    if word in ("lost", "found", "sold", "hit") and tokens.lower[figure.first - 1] in ("and", ",", "but"):
        return True  # "66 were shot down and 27 lost"
    if word == "aboard" or (word == "on" and tokens.lower[after + 1] == "board"):
        return True
    if word in ("against", "abstained", "abstaining") and _VOTING.intersection(
        tokens.lower[max(0, figure.first - 12) : after]
    ):
        return True  # "141 votes in favour, seven against"
    before = tokens.lower[figure.first - 1] if figure.first else ""
    return (before in ("to", "against") and tokens.lower[figure.first - 2] in ("votes", "vote", "seats")) or (
        before in ("and", ",") and word in ("in", "at", "near", "from", "of")
    )
