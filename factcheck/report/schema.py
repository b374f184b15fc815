"""The shape of the JSON report, as types; the published JSON Schema is made from them, so the two cannot part."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from factcheck.terms import Basis, ClaimKind, Hedge, Severity, Stance, Verdict

REPORT_SCHEMA: Final = "factcheck.report/1"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Id = Annotated[str, Meta(min_length=1, description="Content hash; the same input gives the same id.")]
Number = Annotated[float | None, Meta(description="Null means unbounded, or not applicable.")]
Day = Annotated[dt.date | None, Meta(description="ISO date, inclusive; null means unbounded or unknown.")]
Offset = Annotated[int, Meta(ge=0, description="Characters (code points) into the article's text.")]
Share = Annotated[float, Meta(ge=0, le=1)]


class QuantityValue(Struct, forbid_unknown_fields=True):
    """A number as the interval its wording allows."""

    low: Number
    high: Number
    unit: Annotated[str, Meta(min_length=1)]
    hedge: Hedge


class TimeValue(Struct, forbid_unknown_fields=True):
    """A time as inclusive days."""

    start: Day
    end: Day


class EntityValue(Struct, forbid_unknown_fields=True):
    """A named thing, by the key that all its aliases share."""

    entity: Annotated[str, Meta(min_length=1)]


if TYPE_CHECKING:
    Value = QuantityValue | TimeValue | EntityValue | None
else:  # msgspec makes no schema for a union of objects without a tag, so the alternatives are spelled out here
    _alternatives = [{"$ref": f"#/$defs/{kind.__name__}"} for kind in (QuantityValue, TimeValue, EntityValue)]
    Value = Annotated[object, Meta(extra_json_schema={"anyOf": [*_alternatives, {"type": "null"}]})]


class EventTime(Struct, forbid_unknown_fields=True):
    """When a claim's event took place; ``expression`` is the symbolic form of the words that say so."""

    start: Day
    end: Day
    expression: str


class AttributionRecord(Struct, forbid_unknown_fields=True):
    """Who says so, with which word, and whether they assert, deny, expect or correct it."""

    source: str
    cue: str
    stance: Stance


class Published(Struct, forbid_unknown_fields=True):
    """The interval in which an article was published, how it is known, and the evidence in words."""

    earliest: Day
    latest: Day
    basis: Basis
    evidence: tuple[str, ...]


class ArticleRecord(Struct, forbid_unknown_fields=True):
    """One article. ``text`` is there when it is not the file's own (HTML and JSON input)."""

    id: Id
    path: str
    title: str | None
    source: str | None
    url: str | None
    published: Published
    text: str | UnsetType = UNSET


class ClaimRecord(Struct, forbid_unknown_fields=True):
    """One clause with one value; ``text`` is the article's text from ``start`` to ``end``."""

    id: Id
    article: Id
    start: Offset
    end: Offset
    text: str
    kind: ClaimKind
    value: Value
    of: str | None
    role: str | None
    event_time: EventTime | None
    attribution: AttributionRecord | None


class ClusterRecord(Struct, forbid_unknown_fields=True):
    """One fact: the claims (ids) about it, and the articles (ids) that tell it, those together that have it from one place."""

    id: Id
    about: str
    claims: tuple[Id, ...]
    origins: tuple[tuple[Id, ...], ...]


class Side(Struct, forbid_unknown_fields=True):
    """One of the two claims of a finding, quoted; ``article`` is an id, ``path`` the article's."""

    claim: Id
    article: Id
    path: str
    start: Offset
    end: Offset
    text: str
    value: Value


class DeltaRecord(Struct, forbid_unknown_fields=True):
    """How far the two values lie apart; ``relative`` is against the left one."""

    absolute: Number
    relative: Number
    days: int | None


class FindingRecord(Struct, forbid_unknown_fields=True):
    """The verdict on one pair of claims, with the rule and the step of the rule that decided."""

    id: Id
    verdict: Verdict
    severity: Severity
    confidence: Share
    rule: str
    level: str
    cluster: Id
    about: str
    reason: str
    left: Side
    right: Side
    delta: DeltaRecord


class ReportRecord(Struct, forbid_unknown_fields=True):
    """All that one run of factcheck found; made with exactly these settings and versions."""

    schema: Literal["factcheck.report/1"]
    articles: tuple[ArticleRecord, ...]
    claims: tuple[ClaimRecord, ...]
    clusters: tuple[ClusterRecord, ...]
    findings: tuple[FindingRecord, ...]
    settings: dict[str, str]
    versions: dict[str, str]


@cache
def json_schema() -> str:
    """The JSON Schema (draft 2020-12) of the report, as indented JSON ending in a newline."""
    return published(ReportRecord, REPORT_SCHEMA)


def published(record: object, name: str) -> str:
    """The JSON Schema (draft 2020-12) of a record that is published as ``name``, as indented JSON ending in a newline."""
    types = (record, QuantityValue, TimeValue, EntityValue)
    (body, *_), definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    document = {
        "$schema": DIALECT,
        "$id": f"urn:{name.replace('/', ':')}",
        **body,
        "$defs": dict(sorted(definitions.items())),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"
