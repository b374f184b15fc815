"""Saying things once: of the findings that two clauses make, those that another says better are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.align.rivals import meet
from factcheck.model import Alignment, Claim, Finding
from factcheck.terms import ClaimKind, Verdict

Place = tuple[str, int, int]  # an article's id, where a clause begins and ends

_BY_VALUE = frozenset({"quantity-value", "event-date", "clock-time"})  # one clause may hold several figures and dates


# Probability from which two differing figures keep their clauses from saying the same; the pipeline hands on no alignment below
# align.clusters.LEAST, so it cannot be less than that.
_ONE_FACT = 0.2


def _differing(claims: Mapping[str, Claim], alignments: Sequence[Alignment]) -> frozenset[frozenset[Place]]:
    """The pairs of clauses that hold two figures, or dates, of likely one fact that cannot both be true."""
    return frozenset(
        frozenset((_clause(claims[a.left]), _clause(claims[a.right])))
        for a in alignments
        if a.score >= _ONE_FACT and meet(claims[a.left], claims[a.right]) is False
    )


def without_echoes(
    findings: Sequence[Finding], claims: Mapping[str, Claim], alignments: Sequence[Alignment]
) -> Iterator[Finding]:
    """Say things once: two clauses may meet as statements, as figures and as dates.

    Left out are agreeing statements of which a figure or a date of the same clauses says it already, or denies it, and all
    but the fullest of the findings that one rule on statements makes of two sentences: a clause and the one inside it are one.
    """
    differing = _differing(claims, alignments)
    fullest: dict[tuple[frozenset[tuple[str, int]], str], Finding] = {}
    for finding in findings:
        key = (frozenset((_sentence(claims[finding.left]), _sentence(claims[finding.right]))), finding.rule)
        best = fullest.get(key)
        if best is None or _fullness(finding, claims) > _fullness(best, claims):
            fullest[key] = finding
    told = {
        frozenset((_clause(claims[f.left]), _clause(claims[f.right])))
        for f in findings
        if claims[f.left].kind is not ClaimKind.STATEMENT
    }
    for finding in findings:
        left, right = claims[finding.left], claims[finding.right]
        pair = frozenset((_clause(left), _clause(right)))
        whole = frozenset((_sentence(left), _sentence(right)))
        if finding.rule not in _BY_VALUE and fullest[whole, finding.rule] is not finding:
            continue
        plain = left.kind is ClaimKind.STATEMENT and finding.verdict is Verdict.AGREE
        if not (plain and (pair in told or pair in differing)):
            yield finding


def _fullness(finding: Finding, claims: Mapping[str, Claim]) -> tuple[float, int, str]:
    """What to prefer of a clause and the one inside it: the surer one by a tenth, else the one that says more."""
    length = sum(len(claims[c].text) for c in (finding.left, finding.right))
    return round(finding.confidence, 1), length, finding.id


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.article_id, claim.sentence


def _clause(claim: Claim) -> Place:
    return claim.article_id, claim.span.start, claim.span.end
