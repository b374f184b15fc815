"""SARIF 2.1.0, so that code hosts and editors show findings in the articles: ``factcheck check --sarif FILE``.

A result stands at the left claim and names the right one as related, which is how SARIF says "compare with". What agrees,
or only looks alike, is nothing to annotate and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from urllib.parse import quote

import msgspec
from msgspec import Struct

from factcheck.model import Article, Claim, Finding, Report, Span
from factcheck.report.citing import line_of, value_span, who
from factcheck.report.facts import SEVERITIES
from factcheck.report.json import share, text
from factcheck.rules import Rule, all_rules
from factcheck.terms import Severity, Verdict

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Verdict.CONFLICT: "error", Verdict.DISPUTED: "warning", Verdict.UPDATE: "note"}


class _Record(Struct, rename="camel", omit_defaults=True, forbid_unknown_fields=True):
    """What every SARIF object has in common: camelCase names, and nothing that is not known."""


class Message(_Record):
    """Words for a reader; ``[words](1)`` links to the related location with that id."""

    text: str


class Region(_Record):
    """A stretch of a file: lines and columns from 1, the end column just past the last character."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    char_offset: int
    char_length: int


class ArtifactLocation(_Record):
    """A file, relative to where factcheck was run, or a URL."""

    uri: str


class PhysicalLocation(_Record):
    """A file and the stretch of it; no region where the claim's text is not the file's own (HTML and JSON input)."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class Location(_Record):
    """Where a claim stands, and whose it is."""

    physical_location: PhysicalLocation
    message: Message | None = None
    id: int | None = None


class Properties(_Record):
    """What SARIF has no word for."""

    verdict: str
    severity: str
    confidence: float
    about: str
    level: str
    cluster: str


class Result(_Record):
    """One finding."""

    rule_id: str
    rule_index: int
    level: str
    rank: float
    message: Message
    locations: Sequence[Location]
    related_locations: Sequence[Location]
    partial_fingerprints: dict[str, str]
    properties: Properties


class Descriptor(_Record):
    """One rule."""

    id: str
    short_description: Message


class Driver(_Record):
    """The tool and its rules."""

    name: str
    version: str
    rules: Sequence[Descriptor]


class Tool(_Record):
    """SARIF wraps its driver once more."""

    driver: Driver


class Run(_Record):
    """One run over a set of articles."""

    tool: Tool
    column_kind: str
    results: Sequence[Result]


class Log(_Record):
    """A SARIF file."""

    schema: str = msgspec.field(name="$schema")
    version: str
    runs: Sequence[Run]


def render(report: Report) -> str:
    """The conflicts, disputes and updates of a report as indented SARIF ending in a newline; same report, same bytes."""
    rules = all_rules()
    driver = Driver(
        name="factcheck",
        version=dict(report.versions).get("factcheck", "unknown"),
        rules=[Descriptor(id=rule.name, short_description=Message(text=rule.doc)) for rule in rules],
    )
    run = Run(tool=Tool(driver=driver), column_kind="unicodeCodePoints", results=list(_results(report, rules)))
    log = Log(schema=SCHEMA, version="2.1.0", runs=[run])
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _results(report: Report, rules: Sequence[Rule]) -> Iterator[Result]:
    articles = {article.id: article for article in report.articles}
    claims = {claim.id: claim for claim in report.claims}
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    for finding in report.findings:
        if finding.verdict in LEVELS:
            left, right = claims[finding.left], claims[finding.right]
            yield _result(
                finding, numbers.get(finding.rule, -1), [(claim, articles[claim.article_id]) for claim in (left, right)]
            )


def _result(finding: Finding, rule: int, sides: Sequence[tuple[Claim, Article]]) -> Result:
    (left, own), (right, other) = sides
    sure = share(finding.confidence)
    seriousness = (len(SEVERITIES) - SEVERITIES.index(finding.severity)) / len(SEVERITIES)
    words = _linked(other, right)
    return Result(
        rule_id=finding.rule,
        rule_index=rule,
        level="warning"
        if finding.verdict is Verdict.CONFLICT and finding.severity is Severity.LOW
        else LEVELS[finding.verdict],
        rank=round(100 * sure * seriousness, 1),
        message=Message(text=f"{finding.verdict.capitalize()}: {text(finding.reason)} Compare with {words}"),
        locations=[_location(own, left)],
        related_locations=[_location(other, right, id_=1)],
        partial_fingerprints={"factcheck/1": finding.id},
        properties=Properties(
            verdict=finding.verdict,
            severity=finding.severity,
            confidence=sure,
            about=text(finding.about),
            level=finding.level,
            cluster=finding.cluster,
        ),
    )


def _linked(article: Article, claim: Claim) -> str:
    """The other side's words as a link to it; brackets would end the link early."""
    words = " ".join(text(claim.text).split())
    for character in "\\[]":
        words = words.replace(character, f"\\{character}")
    return f"[“{words}”](1), {text(who(article))}."


def _location(article: Article, claim: Claim, *, id_: int | None = None) -> Location:
    region = None if article.derived_text else _region(article, value_span(claim) or claim.span)
    return Location(
        physical_location=PhysicalLocation(artifact_location=ArtifactLocation(uri=_uri(article)), region=region),
        message=Message(text=text(claim.text)),
        id=id_,
    )


def _region(article: Article, span: Span) -> Region:
    start, end = _position(article, span.start), _position(article, span.end)
    return Region(
        start_line=start[0],
        start_column=start[1],
        end_line=end[0],
        end_column=end[1],
        char_offset=span.start,
        char_length=span.end - span.start,
    )


def _position(article: Article, offset: int) -> tuple[int, int]:
    before = article.text[:offset]
    newline = max(before.rfind("\n"), before.rfind("\r"))
    return line_of(article, offset), offset - newline


def _uri(article: Article) -> str:
    """The file in which the article is, as a URI reference; a record of a list is in the list's file."""
    path = article.path
    if path == "-":
        return "stdin"
    if path.startswith(("http://", "https://")):
        return quote(path, safe="/:?=&%~+,;@!$'()*[]")
    file, _, record = path.rpartition("#")
    if file and record.isdigit() and article.derived_text:
        path = file
    absolute = PurePath(path).is_absolute()
    return ("file://" if absolute else "") + quote(PurePath(path).as_posix(), safe="/~", errors="replace")
