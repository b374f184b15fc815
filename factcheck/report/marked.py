"""A stretch of an article cut into runs, each with what it is part of: how overlapping claims become flat markup."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Article, Claim, Span
from factcheck.report.citing import value_span, visible
from factcheck.report.differing import differing

_MOST_CONTEXT = 420  # characters of a paragraph that are shown on either side of a clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some characters, and the labels of everything that covers all of them, in the order given."""

    text: str
    start: int
    end: int
    labels: tuple[str, ...] = ()


def runs(text: str, within: Span, labelled: Iterable[tuple[Span, str]]) -> tuple[Run, ...]:
    """The characters of ``within``, cut wherever a labelled span begins or ends; safe to show, lines kept."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for span, label in labelled:
        start, end = max(span.start, within.start), min(span.end, within.end)
        if start < end:
            opens.setdefault(start, []).append(label)
            closes.setdefault(end, []).append(label)
    cuts = sorted({within.start, within.end, *opens, *closes})
    found: list[Run] = []
    current: list[str] = []
    for start, end in itertools.pairwise(cuts):
        for label in closes.get(start, ()):
            current.remove(label)
        current += opens.get(start, ())
        found.append(Run(text=_shown(text[start:end]), start=start, end=end, labels=tuple(current)))
    return tuple(found)


def in_context(article: Article, claim: Claim, other: Claim | None = None) -> tuple[Run, ...]:
    """The paragraph around a claim: its clause, its value, and the words that ``other`` does not have, are labelled."""
    paragraph = _paragraph(article, claim)
    labelled = [(claim.span, "clause")]
    value = value_span(claim)
    if value is not None:
        labelled.append((value, "value"))
    if other is not None:
        labelled += [(span.shifted(claim.span.start), "differs") for span in differing(claim.text, other.text)]
    return runs(article.text, paragraph, labelled)


def _paragraph(article: Article, claim: Claim) -> Span:
    """The block of the article in which the claim stands, cut down to whole words where it is long."""
    text, clause = article.text, claim.span
    blocks = [segment.span for segment in article.segments if segment.span.overlaps(clause)]
    start = min((block.start for block in blocks), default=clause.start)
    end = max((block.end for block in blocks), default=clause.end)
    blank = text.rfind("\n\n", start, clause.start)  # a block of a page may hold several paragraphs
    start = min(blank + 2 if blank >= 0 else start, clause.start)
    blank = text.find("\n\n", clause.end, end)
    end = max(blank if blank >= 0 else end, clause.end)
    if clause.start - start > _MOST_CONTEXT:
        start = text.find(" ", clause.start - _MOST_CONTEXT, clause.start) + 1 or clause.start
    if end - clause.end > _MOST_CONTEXT:
        end = max(text.rfind(" ", clause.end, clause.end + _MOST_CONTEXT), clause.end)
    return Span(start=start, end=end)


def _shown(text: str) -> str:
    return "\n".join(visible(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
