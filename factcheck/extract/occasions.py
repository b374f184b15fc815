"""When what a clause tells happened: its own time, or the one of its sentence that governs it."""

from __future__ import annotations

import re

from factcheck.extract.clauses import Clause, clause_at
from factcheck.extract.told import Told
from factcheck.model import Span, TimeExpression
from factcheck.terms import Tense

_SAME_TIME = re.compile(r"(?:when|while|as|where)\b", re.IGNORECASE)
# "the worst since the crash of 1987", "higher than in 1997": a time only to compare with
_COMPARED = re.compile(r"\b(?:since|than)\b[^,.;]{2,40}\s$")
_OTHER_TIME = re.compile(r"(?:after|before|because|since|until|once)\b", re.IGNORECASE)


def event_time(told: Told, clause: Clause | None, place: Span) -> TimeExpression | None:
    """The clause's own time, the nearest to the value; else the sentence's, when it has just one that governs the clause."""
    own: list[TimeExpression] = []
    others: list[TimeExpression] = []
    for time in told.times:
        if told.is_as_of(time) or _COMPARED.search(told.text[max(0, time.span.start - 48) : time.span.start]):
            continue
        home = clause_at(told.clauses, time.span.start)
        if home is clause:
            own.append(time)
        elif (
            (home is None or not (told.is_reporting(home) or _depends(told, home, clause)))
            and not _bound_elsewhere(time)
            and not _ahead(time, clause)
        ):
            others.append(time)
    days = [t for t in own if "EVENT" not in t.symbol] or own
    if days:
        return min(days, key=lambda t: (_owns(told, t), abs(t.span.start - place.start), t.span.start))
    if clause is not None and not clause.finite:  # "..., killing nine": when the clause before it says
        before = [t for t in others if t.span.end <= clause.span.start]
        others = before[-1:] or others
    return others[0] if len(others) == 1 else None


def _bound_elsewhere(time: TimeExpression) -> bool:
    """Whether the time says nothing to another clause: "two days after", "since then", "until May"."""
    return "EVENT" in time.symbol or time.symbol.startswith("../")


def _ahead(time: TimeExpression, clause: Clause | None) -> bool:
    """Whether the time lies ahead and the clause behind."""
    return time.symbol.endswith(":future") and clause is not None and clause.tense is Tense.PAST


def _owns(told: Told, time: TimeExpression) -> bool:
    """Whether the time only tells which one is meant: "last year's winner"."""
    return told.text[time.span.end : time.span.end + 2] in {"'s", "’s"}


def _depends(told: Told, home: Clause, clause: Clause | None) -> bool:
    """Whether ``home`` is a dependent clause with a verb of its own, of another time than ``clause``, which is not in it."""
    if clause is not None and home.span.contains(clause.span) and _OTHER_TIME.match(clause.span.of(told.text)):
        return True
    if clause is not None and (home.tense is Tense.FUTURE) is not (clause.tense is Tense.FUTURE):
        return True
    if _SAME_TIME.match(home.span.of(told.text)):
        return False
    nested = any(c is not home and c.span.contains(home.span) for c in told.clauses)
    return nested and home.lemma is not None and (clause is None or not home.span.contains(clause.span))
