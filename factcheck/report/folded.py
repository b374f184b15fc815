"""What is folded into a line each: agreements, and likenesses that are no disagreement.

A line must be worth an editor's time, so only what holds between articles, and on a figure, a day or a name, gets one;
the rest is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from factcheck.model import Article, Claim, Finding
from factcheck.report.citing import line_of, value_span, visible, who
from factcheck.report.facts import Fact
from factcheck.report.values import counted, distinct_values
from factcheck.report.verdicts import COLOURS
from factcheck.terms import Verdict

_MOST_ROWS = 20  # lines before the rest is only counted
_MOST_VALUES = 3  # values, and names, in one line

Articles = Mapping[str, Article]


def agreements(facts: Sequence[Fact], articles: Articles) -> Iterator[RenderableType]:
    """What articles say alike, what most have found out for themselves first."""
    if not facts:
        return
    worthy = sorted(filter(_telling_pair, facts), key=lambda fact: (-fact.origins, -fact.articles))
    yield Text("AGREE", style=COLOURS[Verdict.AGREE]).append("  said alike by several articles", style="bold")
    looked = any(fact.origins for fact in worthy)
    table = _table("fact", "value", "who says so", *(["independent origins"] if looked else []))
    for fact in worthy[:_MOST_ROWS]:
        sayings = distinct_values(fact.claims, articles)
        names = dict.fromkeys(who(articles[claim.article_id]) for claim in fact.claims)
        values = [saying.value for saying in sayings if saying.value]
        cells = [visible(fact.about), _some(values, " / "), _some(list(names), ", "), _independent(fact)]
        table.add_row(*map(Text, cells[: len(table.columns)]))
    if worthy:
        yield table
    yield from remainder(len(facts) - min(len(worthy), _MOST_ROWS))


def _independent(fact: Fact) -> str:
    """The origins in few words, for a cell: "2 (4 articles)"."""
    return f"{fact.origins} ({fact.articles} articles)" if fact.origins else ""


def likenesses(facts: Sequence[Fact], articles: Articles) -> Iterator[RenderableType]:
    """What looks like a disagreement between articles and is none, and why."""
    if not facts:
        return
    worthy = [pair for pair in map(_telling_pair, facts) if pair]
    yield Text("LOOKS ALIKE, IS NOT", style="cyan").append("  no disagreement, and why", style="bold")
    table = _table("", "")
    for finding, *pair in worthy[:_MOST_ROWS]:
        sides = [(claim, articles[claim.article_id]) for claim in pair]
        values = " / ".join(counted(claim, article) for claim, article in sides)
        places = " / ".join(dict.fromkeys(_brief_place(claim, article) for claim, article in sides))
        why = Text.assemble((values, "bold"), f"  {visible(finding.reason)}  ", (places, "dim"))
        table.add_row(Text(finding.verdict, style=COLOURS[finding.verdict]), why)
    if worthy:
        yield table
    yield from remainder(len(facts) - min(len(worthy), _MOST_ROWS))


def remainder(more: int) -> Iterator[RenderableType]:
    """How many are not shown, if any."""
    if more > 0:
        yield Text(f"  and {more:,} more (--all shows them)", style="dim")


def _telling_pair(fact: Fact) -> tuple[Finding, Claim, Claim] | None:
    """The fact's worst pair that joins two articles and holds a value, if there is one."""
    claims = {claim.id: claim for claim in fact.claims}
    for finding in fact.findings:
        left, right = claims[finding.left], claims[finding.right]
        if left.article_id != right.article_id and (left.value or right.value):
            return finding, left, right
    return None


def _brief_place(claim: Claim, article: Article) -> str:
    if article.derived_text:
        return who(article)
    value = value_span(claim)
    return f"{who(article)}:{line_of(article, value.start if value else claim.span.start)}"


def _some(words: Sequence[str], separator: str) -> str:
    rest = len(words) - _MOST_VALUES
    return separator.join(words[:_MOST_VALUES]) + (f" and {rest} more" if rest > 0 else "")


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 2), header_style="dim", show_header=any(columns))
    for name in columns:
        table.add_column(name, overflow="fold")
    return table
