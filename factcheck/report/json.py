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
        articles=tuple(article_record(article) for article in report.articles),
        claims=tuple(claim_record(claim) for claim in report.claims),
        clusters=tuple(cluster_record(cluster) for cluster in report.clusters),
        findings=tuple(finding_record(finding, claims, articles) for finding in report.findings),
        settings={text(name): text(value) for name, value in report.settings},
        versions={text(name): text(value) for name, value in report.versions},
    )


def value_record(value: ClaimValue | None) -> out.Value:
    """A claim's value in the published shape."""
    match value:
        case Quantity():
            return out.QuantityValue(
                low=_number(value.low), high=_number(value.high), unit=text(value.unit), hedge=value.hedge
            )
        case TimeExpression():
            return out.TimeValue(start=value.start, end=value.end)
        case Entity():
            return out.EntityValue(entity=text(value.key))
        case None:
            return None


def article_record(article: Article) -> out.ArticleRecord:
    """One article in the published shape."""
    record = out.ArticleRecord(
        id=article.id,
        path=text(article.path),
        title=_optional(article.title),
        source=_optional(article.source),
        url=_optional(article.url),
        published=_published(article.published),
    )
    if article.derived_text:
        record.text = text(article.text)
    return record


def _published(anchor: Anchor) -> out.Published:
    return out.Published(
        earliest=anchor.interval.low,
        latest=anchor.interval.high,
        basis=anchor.basis,
        evidence=tuple(text(words) for words in anchor.evidence),
    )


def claim_record(claim: Claim) -> out.ClaimRecord:
    """One claim in the published shape."""
    return out.ClaimRecord(
        id=claim.id,
        article=claim.article_id,
        start=claim.span.start,
        end=claim.span.end,
        text=text(claim.text),
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
    return out.EventTime(start=time.start, end=time.end, expression=text(time.symbol))


def _attribution(attribution: Attribution | None) -> out.AttributionRecord | None:
    if attribution is None:
        return None
    return out.AttributionRecord(source=text(attribution.source), cue=text(attribution.cue), stance=attribution.stance)


def cluster_record(cluster: Cluster) -> out.ClusterRecord:
    """One fact in the published shape."""
    return out.ClusterRecord(id=cluster.id, about=text(cluster.about), claims=cluster.claims, origins=cluster.origins)


def finding_record(finding: Finding, claims: dict[str, Claim], articles: dict[str, Article]) -> out.FindingRecord:
    """One finding in the published shape, both its sides quoted."""
    left, right = claims[finding.left], claims[finding.right]
    return out.FindingRecord(
        id=finding.id,
        verdict=finding.verdict,
        severity=finding.severity,
        confidence=share(finding.confidence),
        rule=finding.rule,
        level=finding.level,
        cluster=finding.cluster,
        about=text(finding.about),
        reason=text(finding.reason),
        left=side_record(left, articles[left.article_id]),
        right=side_record(right, articles[right.article_id]),
        delta=delta_record(finding.delta),
    )


def side_record(claim: Claim, article: Article) -> out.Side:
    """A claim as one side of a pair in the published shape."""
    return out.Side(
        claim=claim.id,
        article=article.id,
        path=text(article.path),
        start=claim.span.start,
        end=claim.span.end,
        text=text(claim.text),
        value=value_record(claim.value),
    )


def delta_record(delta: Delta) -> out.DeltaRecord:
    """How far two values lie apart in the published shape."""
    return out.DeltaRecord(absolute=_number(delta.absolute), relative=_number(delta.relative), days=delta.days)


def share(confidence: float) -> float:
    """A confidence kept within 0..1; what is not a number becomes 0."""
    return min(1.0, max(0.0, confidence))


def _number(value: float | None) -> float | None:
    """Whole numbers as integers, the rest without binary dust (0.1 + 0.2 is 0.3); what is no number is null."""
    if value is None or not -sys.float_info.max <= value <= sys.float_info.max:
        return None
    if value == int(value):
        return int(value) if abs(value) <= _EXACT_INTEGERS else float(value)
    return float(f"{value:.12g}")


def text(words: str) -> str:
    """The same number of characters, all of which UTF-8 can carry, so that offsets stay true."""
    return words if words.isascii() else _LONE_SURROGATE.sub("\ufffd", words)


def _optional(words: str | None) -> str | None:
    return None if words is None else text(words)
