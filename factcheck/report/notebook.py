"""The report in a notebook: tables for pandas, and a small safe overview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

import msgspec

from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.report.citing import visible
from factcheck.report.facts import QUIET, Fact, find_facts
from factcheck.report.json import as_record
from factcheck.report.values import distinct_values
from factcheck.terms import Verdict

if TYPE_CHECKING:
    from pandas import DataFrame

_MOST_FACTS = 50  # rows of the overview before the rest is only counted


def frames(report: Report) -> Mapping[str, DataFrame]:
    """``articles``, ``claims``, ``clusters`` and ``findings`` as pandas frames, one row a record.

    The columns are the JSON report's keys, nested ones joined with a dot (``left.path``). Raises FactcheckError when
    pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise FactcheckError("pandas is not installed; run: pip install 'factcheck-news[frames]'") from None

    record = msgspec.to_builtins(as_record(report))
    return {name: pandas.json_normalize(record[name]) for name in ("articles", "claims", "clusters", "findings")}


def overview(report: Report) -> str:
    """The facts that are more than agreements as an HTML table, worst first; all text is escaped."""
    articles = {article.id: article for article in report.articles}
    facts = find_facts(report)
    loud = [fact for fact in facts if fact.verdict not in QUIET and fact.verdict is not Verdict.AGREE]
    agreements = sum(fact.verdict is Verdict.AGREE for fact in facts)
    likenesses = sum(fact.verdict in QUIET for fact in facts)
    rows = []
    for fact in loud[:_MOST_FACTS]:
        values = [f"{saying.value or '…'} ({saying.who})" for saying in distinct_values(fact.claims, articles)]
        rows.append(_row(fact, values))
    more = f"<p>and {len(loud) - _MOST_FACTS} more</p>" if len(loud) > _MOST_FACTS else ""
    counted = (
        f"{len(report.articles)} articles, {len(report.claims)} claims: {len(loud)} facts to look at, "
        f"{agreements} agreements, {likenesses} that only look alike"
    )
    head = "".join(f"<th>{name}</th>" for name in ("verdict", "severity", "about", "values", "reason"))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>" if rows else ""
    return f"<div><p>{counted}</p>{table}{more}</div>"


def _row(fact: Fact, values: Sequence[str]) -> str:
    worst = fact.worst
    cells = [worst.verdict, worst.severity, fact.about, "; ".join(values), worst.reason]
    return "<tr>" + "".join(f"<td>{escape(visible(cell))}</td>" for cell in cells) + "</tr>"
