"""The report as JSON Lines, one record a line, written as it goes: ``factcheck check --jsonl FILE``.

A line is an object with one key that says what it holds. The head comes first, then articles, claims, clusters and
findings, so that whoever reads along knows both claims of a finding when it comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Final, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from factcheck.model import Report
from factcheck.report import json, schema
from factcheck.report.schema import ArticleRecord, ClaimRecord, ClusterRecord, FindingRecord

LINES_SCHEMA: Final = "factcheck.lines/1"


class Head(Struct, forbid_unknown_fields=True):
    """The first line: with which settings and versions the report was made, and how much of it follows."""

    schema: Literal["factcheck.lines/1"]
    articles: int
    claims: int
    clusters: int
    findings: int
    settings: dict[str, str]
    versions: dict[str, str]


class Line(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One line: exactly one of these, in the shapes of the JSON report."""

    head: Head | UnsetType = UNSET
    article: ArticleRecord | UnsetType = UNSET
    claim: ClaimRecord | UnsetType = UNSET
    cluster: ClusterRecord | UnsetType = UNSET
    finding: FindingRecord | UnsetType = UNSET


_One = Annotated[Line, Meta(extra_json_schema={"minProperties": 1, "maxProperties": 1})]


def lines(report: Report) -> Iterator[str]:
    """The report's lines in order, each ending in a newline; same report, same bytes."""
    encode = msgspec.json.Encoder().encode
    for line in _lines(report):
        yield encode(line).decode() + "\n"


def _lines(report: Report) -> Iterable[Line]:
    articles = {article.id: article for article in report.articles}
    claims = {claim.id: claim for claim in report.claims}
    yield Line(
        head=Head(
            schema=LINES_SCHEMA,
            articles=len(report.articles),
            claims=len(report.claims),
            clusters=len(report.clusters),
            findings=len(report.findings),
            settings={json.text(name): json.text(value) for name, value in report.settings},
            versions={json.text(name): json.text(value) for name, value in report.versions},
        )
    )
    for article in report.articles:
        yield Line(article=json.article_record(article))
    for claim in report.claims:
        yield Line(claim=json.claim_record(claim))
    for cluster in report.clusters:
        yield Line(cluster=json.cluster_record(cluster))
    for finding in report.findings:
        yield Line(finding=json.finding_record(finding, claims, articles))


@cache
def json_schema() -> str:
    """The JSON Schema (draft 2020-12) of one line, as indented JSON ending in a newline."""
    return schema.published(_One, LINES_SCHEMA)
