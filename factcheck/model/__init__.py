"""Every record that travels through factcheck, from a read article to a report.

Standard library only (and ``terms``, the fixed vocabularies). Records are frozen, slotted and
keyword-only; sequences are tuples; ids are content hashes, so that two runs over the same input give
byte-identical output. Offsets always point into ``Article.text``, half-open, counted in characters.
"""

from factcheck.model.articles import UNDATED, Anchor, Article, Attribution, Claim, Segment, Sentence, content_id
from factcheck.model.findings import Alignment, Case, Cluster, Delta, Feature, Features, Finding, Judgement, Report
from factcheck.model.values import Entity, Interval, Quantity, Span, TimeExpression, Value

__all__ = [
    "UNDATED",
    "Alignment",
    "Anchor",
    "Article",
    "Attribution",
    "Case",
    "Claim",
    "Cluster",
    "Delta",
    "Entity",
    "Feature",
    "Features",
    "Finding",
    "Interval",
    "Judgement",
    "Quantity",
    "Report",
    "Segment",
    "Sentence",
    "Span",
    "TimeExpression",
    "Value",
    "content_id",
]
