"""How often each two sources say the same, and how often not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from factcheck.model import Report
from factcheck.report.citing import who
from factcheck.terms import Verdict

_DIFFER = frozenset({Verdict.CONFLICT, Verdict.DISPUTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What two sources have in common: pairs of claims that agree, that differ, and that moved from one to the other."""

    agree: int = 0
    differ: int = 0
    update: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Sources by sources, beside those that they have most in common with; ``cells`` has a row for each, None with themselves."""

    sources: tuple[str, ...]
    cells: tuple[tuple[Together | None, ...], ...]
    left_out: int


def matrix(report: Report, most: int) -> Matrix:
    """The agreement of the ``most`` sources that share the most facts with others."""
    articles = {article.id: article for article in report.articles}
    name = {claim.id: who(articles[claim.article_id]) for claim in report.claims}
    counts: Counter[tuple[str, str, str]] = Counter()
    shared: Counter[str] = Counter()
    for finding in report.findings:
        kind = {Verdict.AGREE: "agree", Verdict.UPDATE: "update"}.get(
            finding.verdict, "differ" if finding.verdict in _DIFFER else ""
        )
        one, other = name[finding.left], name[finding.right]
        if kind and one != other:
            counts[one, other, kind] += 1
            counts[other, one, kind] += 1
            shared[one] += 1
            shared[other] += 1
    ranked = sorted(shared, key=lambda source: (-shared[source], source))
    kept = _neighbours_together(ranked[:most], counts)
    return Matrix(
        sources=tuple(kept),
        cells=tuple(
            tuple(
                None
                if one == other
                else Together(**{kind: counts[one, other, kind] for kind in ("agree", "differ", "update")})
                for other in kept
            )
            for one in kept
        ),
        left_out=len(ranked) - len(kept),
    )


def _neighbours_together(ranked: list[str], counts: Counter[tuple[str, str, str]]) -> list[str]:
    """Each source followed by the one that has most in common with those before it: stories become blocks."""
    common: Counter[tuple[str, str]] = Counter()
    for (one, other, _), count in counts.items():
        common[one, other] += count
    placed: list[str] = []
    waiting = list(ranked)
    while waiting:
        # Of equals the first in rank; a source that shares nothing with those placed begins a block of its own.
        following = max(waiting, key=lambda source: sum(common[source, other] for other in placed))
        waiting.remove(following)
        placed.append(following)
    return placed
