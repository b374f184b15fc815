"""Two articles beside each other: which claims both make, which differ, and which only one of them makes.

A pair comes from a finding where a rule spoke, else from the wording: a claim that stands in both word for word is the
same, and one that differs in little but its value was changed, whatever the rules make of it. Two versions of one
article thus show what a correction changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from rapidfuzz import fuzz, process

from factcheck.extract.quantities.units import dimension
from factcheck.model import Article, Claim, Delta, Entity, Finding, Quantity, Report, TimeExpression, content_id
from factcheck.report.citing import value_span
from factcheck.report.facts import SEVERITIES
from factcheck.rules._figures import difference_of
from factcheck.terms import ClaimKind, Verdict

# Verdicts on one fact, in the order in which they pair two claims up: what agrees belongs together before all else.
_PAIRING = (Verdict.AGREE, Verdict.CONFLICT, Verdict.DISPUTED, Verdict.UPDATE)
_ALWAYS = frozenset({Verdict.CONFLICT, Verdict.DISPUTED})  # never lost because a claim has a better partner
# Two wordings (0 to 100, values masked) of one sentence that was edited. Of pairs of claims from different outlets on the 13
# development stories that no rule had a view on, the most alike ("He was last in China in ...", "Mr Kim was last in China
# in ...": two people) reached 85 and the next 80; a word replaced or added in a short clause leaves 88 to 94.
_EDITED = 87


class Change(StrEnum):
    """What became of a claim between the left and the right article."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One line of the diff; ``finding`` is what a rule said about the pair, None where the wording alone paired it."""

    id: str
    change: Change
    left: Claim | None
    right: Claim | None
    finding: Finding | None = None

    @property
    def delta(self) -> Delta:
        """How far the right value lies from the left one, whichever way round a rule looked at them."""
        match (self.left.value if self.left else None), (self.right.value if self.right else None):
            case Quantity() as a, Quantity() as b if a.unit == b.unit or self.finding is not None:
                return difference_of(a, b) if dimension(a.unit) == dimension(b.unit) else Delta()
            case TimeExpression() as a, TimeExpression() as b if a.start is not None and b.start is not None:
                return Delta(days=(b.start - a.start).days)
        return Delta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """The operations that lead from the left article to the right one, in the order of the left."""

    left: Article
    right: Article
    operations: tuple[Operation, ...]
    settings: tuple[tuple[str, str], ...] = ()
    versions: tuple[tuple[str, str], ...] = ()

    def count(self, change: Change) -> int:
        """How many operations are of one kind."""
        return sum(operation.change is change for operation in self.operations)

    @property
    def conflicts(self) -> int:
        """How many of the pairs contradict each other."""
        return sum(o.finding is not None and o.finding.verdict is Verdict.CONFLICT for o in self.operations)


def diff(report: Report, left: str, right: str) -> Diff:
    """The diff of two articles (ids) of a report. An article against itself is all the same."""
    articles = {article.id: article for article in report.articles}
    findings = {frozenset((f.left, f.right)): f for f in report.findings}
    sides = _worth_a_line(report, left), _worth_a_line(report, right)
    pairs = _pairs(*sides, findings.values(), articles)
    operations = [_paired(a, b, findings.get(frozenset((a.id, b.id)))) for a, b in pairs]
    met = {claim.id for pair in pairs for claim in pair} if left != right else {a.id for a, _ in pairs}
    operations += [_alone(Change.ONLY_LEFT, claim) for claim in sides[0] if claim.id not in met]
    operations += [_alone(Change.ONLY_RIGHT, claim) for claim in sides[1] if claim.id not in met]
    return Diff(
        left=articles[left],
        right=articles[right],
        operations=tuple(_in_order(operations)),
        settings=report.settings,
        versions=report.versions,
    )


def _worth_a_line(report: Report, article: str) -> list[Claim]:
    """The article's claims in text order, without bare clauses whose figure or date is a claim of its own."""
    claims = sorted((c for c in report.claims if c.article_id == article), key=_place)
    judged = {side for f in report.findings if f.verdict in _ALWAYS for side in (f.left, f.right)}
    valued = {c.span for c in claims if c.kind is not ClaimKind.STATEMENT}
    return [c for c in claims if c.kind is not ClaimKind.STATEMENT or c.id in judged or c.span not in valued]


def _place(claim: Claim) -> tuple[int, int, int, str]:
    value = value_span(claim)
    return claim.span.start, value.start if value else claim.span.start, claim.span.end, claim.id


def _pairs(
    left: Sequence[Claim], right: Sequence[Claim], findings: Iterable[Finding], articles: dict[str, Article]
) -> list[tuple[Claim, Claim]]:
    """Which claims belong beside each other: word for word, by a finding, by nearly the same words, in this order."""
    of_left, of_right = ({claim.id: claim for claim in side} for side in (left, right))
    pairs = _verbatim(left, right, articles)
    free_left = set(of_left) - {a.id for a, _ in pairs}
    free_right = set(of_right) - {b.id for _, b in pairs}
    judged = []
    for finding in sorted((f for f in findings if f.verdict in _PAIRING), key=_pairing_order):
        for one, other in ((finding.left, finding.right), (finding.right, finding.left)):
            if one in of_left and other in of_right:
                judged.append((finding.verdict, one, other))
                break
    paired = {(a.id, b.id) for a, b in pairs}
    loud = {side for verdict, *pair in judged if verdict in _ALWAYS and tuple(pair) in paired for side in pair}
    for one_to_one in (True, False):  # then what is left over joins a partner that is taken
        for verdict, one, other in judged:
            free = (one in free_left, other in free_right)
            unheard = verdict in _ALWAYS and not {one, other} <= loud
            wanted = all(free) if one_to_one else any(free) or unheard
            if wanted and (one, other) not in paired:
                paired.add((one, other))
                loud |= {one, other} if verdict in _ALWAYS else set()
                pairs.append((of_left[one], of_right[other]))
                free_left.discard(one)
                free_right.discard(other)
    rest = [c for c in left if c.id in free_left], [c for c in right if c.id in free_right]
    return pairs + _edited(*rest, articles)


def _pairing_order(finding: Finding) -> tuple[int, int, float, str]:
    return _PAIRING.index(finding.verdict), SEVERITIES.index(finding.severity), -finding.confidence, finding.id


def _verbatim(left: Sequence[Claim], right: Sequence[Claim], articles: dict[str, Article]) -> list[tuple[Claim, Claim]]:
    """Claims that stand in both in the same words, and then in the same words around another value; the first with the first."""
    pairs: list[tuple[Claim, Claim]] = []
    for words in (_words, lambda claim: _masked(claim, articles[claim.article_id])):
        met = {claim.id for pair in pairs for claim in pair}
        waiting: dict[tuple[str, str], list[Claim]] = {}
        for claim in right:
            if claim.id not in met:
                waiting.setdefault((claim.kind, words(claim)), []).append(claim)
        for claim in left:
            same = [] if claim.id in met else waiting.get((claim.kind, words(claim)), [])
            if same:  # of two figures in one clause, each meets itself
                partner = same.pop(next((i for i, c in enumerate(same) if _value(c) == _value(claim)), 0))
                pairs.append((claim, partner))
    return pairs


def _edited(left: Sequence[Claim], right: Sequence[Claim], articles: dict[str, Article]) -> list[tuple[Claim, Claim]]:
    """Claims of one kind whose words, values apart, are nearly the same; the most alike first."""
    if not left or not right:
        return []
    masked = [[_masked(claim, articles[claim.article_id]) for claim in side] for side in (left, right)]
    alike = process.cdist(masked[0], masked[1], scorer=fuzz.ratio, score_cutoff=_EDITED, dtype=np.float32)
    ranked = sorted(
        ((float(alike[i, j]), int(i), int(j)) for i, j in zip(*np.nonzero(alike), strict=True)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    pairs, taken_left, taken_right = [], set(), set()
    for _, i, j in ranked:
        if i not in taken_left and j not in taken_right and left[i].kind is right[j].kind:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _words(claim: Claim) -> str:
    return " ".join(claim.text.split())


def _masked(claim: Claim, article: Article) -> str:
    value = value_span(claim)
    if value is None:
        return _words(claim)
    text = article.text
    return " ".join(f"{text[claim.span.start : value.start]} # {text[value.end : claim.span.end]}".split())


def _value(claim: Claim) -> object:
    """What a value says, wherever it stands."""
    match claim.value:
        case Quantity() as quantity:
            return quantity.interval, quantity.unit, quantity.hedge
        case TimeExpression(interval=interval, symbol=symbol):
            return interval, "" if interval.is_bounded else symbol
        case Entity(key=key):
            return key
        case None:
            return None


def _paired(left: Claim, right: Claim, finding: Finding | None) -> Operation:
    if finding is not None and finding.verdict is not Verdict.AGREE:
        same = False
    elif left.value is not None and left.kind is right.kind:
        same = _value(left) == _value(right)
    else:
        same = finding is not None or _words(left) == _words(right)
    return Operation(
        id=content_id("operation", left.id, right.id),
        change=Change.SAME if same else Change.CHANGED,
        left=left,
        right=right,
        finding=finding,
    )


def _alone(change: Change, claim: Claim) -> Operation:
    left = change is Change.ONLY_LEFT
    return Operation(
        id=content_id("operation", claim.id if left else "", "" if left else claim.id),
        change=change,
        left=claim if left else None,
        right=None if left else claim,
    )


def _in_order(operations: Iterable[Operation]) -> list[Operation]:
    """By the left claims; what only the right has follows what precedes it there."""
    operations = list(operations)
    anchored = sorted(
        (_place(o.right), _place(o.left)) for o in operations if o.left is not None and o.right is not None
    )
    places = [place for place, _ in anchored]

    def key(operation: Operation) -> tuple[object, ...]:
        right = _place(operation.right) if operation.right is not None else (-1,)
        if operation.left is not None:
            return (*_place(operation.left), 0, right)
        before = bisect_right(places, right)
        return (*(anchored[before - 1][1] if before else (-1, -1, -1, "")), 1, right)

    return sorted(operations, key=key)
