"""The JSON report: what ``factcheck check --json`` writes and ``factcheck schema`` describes."""

from __future__ import annotations

import re
import sys

import msgspec

from factcheck.model import (
    Anchor,
    Article,
    Attribution,
    Claim,
    Cluster,
    Delta,
    Entity,
    Finding,
    Quantity,
    Report,
    TimeExpression,
)
from factcheck.model import Value as ClaimValue
from factcheck.report import schema as out

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_EXACT_INTEGERS = 2**53  # beyond it a float no longer tells neighbouring integers apart


def render(report: Report) -> str:
    """The report as indented JSON ending in a newline, valid against ``factcheck schema``; same report, same bytes."""
    return msgspec.json.format(msgspec.json.encode(as_record(report)), indent=2).decode() + "\n"


def as_record(report: Report) -> out.ReportRecord:
    """The report in the published shape, ready to be encoded."""
    articles = {article.id: article for article in report.articles}
    claims = {claim.id: claim for claim in report.claims}
    return out.ReportRecord(
        schema=out.REPORT_SCHEMA,
        articles=tuple(_article(article) for article in report.articles),
        claims=tuple(_claim(claim) for claim in report.claims),
        clusters=tuple(_cluster(cluster) for cluster in report.clusters),
        findings=tuple(_finding(finding, claims, articles) for finding in report.findings),
        settings={_text(name): _text(value) for name, value in report.settings},
        versions={_text(name): _text(value) for name, value in report.versions},
    )


def value_record(value: ClaimValue | None) -> out.Value:
    """A claim's value in the published shape."""
    match value:
        case Quantity():
            return out.QuantityValue(
                low=_number(value.low), high=_number(value.high), unit=_text(value.unit), hedge=value.hedge
            )
        case TimeExpression():
            return out.TimeValue(start=value.start, end=value.end)
        case Entity():
            return out.EntityValue(entity=_text(value.key))
        case None:
            return None


def _article(article: Article) -> out.ArticleRecord:
    record = out.ArticleRecord(
        id=article.id,
        path=_text(article.path),
        title=_optional(article.title),
        source=_optional(article.source),
        url=_optional(article.url),
        published=_published(article.published),
    )
    if article.derived_text:
        record.text = _text(article.text)
    return record


def _published(anchor: Anchor) -> out.Published:
    return out.Published(
        earliest=anchor.interval.low,
        latest=anchor.interval.high,
        basis=anchor.basis,
        evidence=tuple(_text(words) for words in anchor.evidence),
    )


def _claim(claim: Claim) -> out.ClaimRecord:
    return out.ClaimRecord(
        id=claim.id,
        article=claim.article_id,
        start=claim.span.start,
        end=claim.span.end,
        text=_text(claim.text),
        kind=claim.kind,
        value=value_record(claim.value),
        of=_optional(claim.of),
        role=_optional(claim.role),
        event_time=_event_time(claim.event_time),
        attribution=_attribution(claim.attribution),
    )


def _event_time(time: TimeExpression | None) -> out.EventTime | None:
    if time is None:
        return None
    return out.EventTime(start=time.start, end=time.end, expression=_text(time.symbol))


def _attribution(attribution: Attribution | None) -> out.AttributionRecord | None:
    if attribution is None:
        return None
    return out.AttributionRecord(
        source=_text(attribution.source), cue=_text(attribution.cue), stance=attribution.stance
    )


def _cluster(cluster: Cluster) -> out.ClusterRecord:
    return out.ClusterRecord(id=cluster.id, about=_text(cluster.about), claims=cluster.claims)


def _finding(finding: Finding, claims: dict[str, Claim], articles: dict[str, Article]) -> out.FindingRecord:
    left, right = claims[finding.left], claims[finding.right]
    return out.FindingRecord(
        id=finding.id,
        verdict=finding.verdict,
        severity=finding.severity,
        confidence=min(1.0, max(0.0, finding.confidence)),  # not a number becomes 0
        rule=finding.rule,
        level=finding.level,
        cluster=finding.cluster,
        about=_text(finding.about),
        reason=_text(finding.reason),
        left=_side(left, articles[left.article_id]),
        right=_side(right, articles[right.article_id]),
        delta=_delta(finding.delta),
    )


def _side(claim: Claim, article: Article) -> out.Side:
    return out.Side(
        claim=claim.id,
        article=article.id,
        path=_text(article.path),
        start=claim.span.start,
        end=claim.span.end,
        text=_text(claim.text),
        value=value_record(claim.value),
    )


def _delta(delta: Delta) -> out.DeltaRecord:
    return out.DeltaRecord(absolute=_number(delta.absolute), relative=_number(delta.relative), days=delta.days)


def _number(value: float | None) -> float | None:
    """Whole numbers as integers, the rest without binary dust (0.1 + 0.2 is 0.3); what is no number is null."""
    if value is None or not -sys.float_info.max <= value <= sys.float_info.max:
        return None
    if value == int(value):
        return int(value) if abs(value) <= _EXACT_INTEGERS else float(value)
    return float(f"{value:.12g}")


def _text(words: str) -> str:
    """The same number of characters, all of which UTF-8 can carry, so that offsets stay true."""
    return words if words.isascii() else _LONE_SURROGATE.sub("\ufffd", words)


def _optional(words: str | None) -> str | None:
    return None if words is None else _text(words)
