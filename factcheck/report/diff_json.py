"""The JSON diff: what ``factcheck diff --json`` writes and ``factcheck schema diff`` describes."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from factcheck.model import Article, Claim, Finding
from factcheck.report import json, schema
from factcheck.report.diff import Change, Diff, Operation
from factcheck.report.schema import ArticleRecord, ClaimRecord, DeltaRecord, Id, Share, Side, Value
from factcheck.terms import Severity, Verdict

DIFF_SCHEMA: Final = "factcheck.diff/1"


class Judged(Struct, forbid_unknown_fields=True):
    """What a rule said about a pair: the finding of the report on the two articles."""

    finding: Id
    verdict: Verdict
    severity: Severity
    confidence: Share
    rule: str
    level: str
    about: str
    reason: str


class OperationRecord(Struct, forbid_unknown_fields=True):
    """One claim of both articles, or of one. ``left`` and ``right`` point at the claims, by id and by offsets.

    ``before`` and ``after`` are the values of ``left`` and ``right``; ``judged`` is null where no rule spoke.
    """

    id: Id
    op: Change
    left: Side | None
    right: Side | None
    before: Value
    after: Value
    delta: DeltaRecord
    verdict: Verdict | None
    judged: Judged | None


class Counts(Struct, forbid_unknown_fields=True, rename="kebab"):
    """How many operations are of each kind."""

    same: Annotated[int, Meta(ge=0)]
    changed: Annotated[int, Meta(ge=0)]
    only_left: Annotated[int, Meta(ge=0)]
    only_right: Annotated[int, Meta(ge=0)]


class DiffRecord(Struct, forbid_unknown_fields=True):
    """What two articles say alike and otherwise, in the order of the left one."""

    schema: Literal["factcheck.diff/1"]
    left: ArticleRecord
    right: ArticleRecord
    claims: tuple[ClaimRecord, ...]
    counts: Counts
    operations: tuple[OperationRecord, ...]
    settings: dict[str, str]
    versions: dict[str, str]


def render(diff: Diff) -> str:
    """The diff as indented JSON ending in a newline, valid against ``factcheck schema diff``; same diff, same bytes."""
    return msgspec.json.format(msgspec.json.encode(as_record(diff)), indent=2).decode() + "\n"


def as_record(diff: Diff) -> DiffRecord:
    """The diff in the published shape, ready to be encoded."""
    articles = {article.id: article for article in (diff.left, diff.right)}
    claims = {claim.id: claim for o in diff.operations for claim in (o.left, o.right) if claim is not None}
    return DiffRecord(
        schema=DIFF_SCHEMA,
        left=json.article_record(diff.left),
        right=json.article_record(diff.right),
        claims=tuple(json.claim_record(claim) for claim in claims.values()),
        counts=Counts(*(diff.count(change) for change in Change)),
        operations=tuple(_operation(operation, articles) for operation in diff.operations),
        settings={json.text(name): json.text(value) for name, value in diff.settings},
        versions=dict(diff.versions),
    )


@cache
def json_schema() -> str:
    """The JSON Schema (draft 2020-12) of the diff, as indented JSON ending in a newline."""
    return schema.published(DiffRecord, DIFF_SCHEMA)


def _operation(operation: Operation, articles: dict[str, Article]) -> OperationRecord:
    left, right = (_side(claim, articles) for claim in (operation.left, operation.right))
    return OperationRecord(
        id=operation.id,
        op=operation.change,
        left=left,
        right=right,
        before=left.value if left else None,
        after=right.value if right else None,
        delta=json.delta_record(operation.delta),
        verdict=operation.finding.verdict if operation.finding else None,
        judged=_judged(operation.finding) if operation.finding else None,
    )


def _side(claim: Claim | None, articles: dict[str, Article]) -> Side | None:
    return None if claim is None else json.side_record(claim, articles[claim.article_id])


def _judged(finding: Finding) -> Judged:
    return Judged(
        finding=finding.id,
        verdict=finding.verdict,
        severity=finding.severity,
        confidence=json.share(finding.confidence),
        rule=finding.rule,
        level=finding.level,
        about=json.text(finding.about),
        reason=json.text(finding.reason),
    )
