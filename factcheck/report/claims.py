"""What was extracted, one claim a row: the table behind ``factcheck claims``."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.model import Article, Claim, Quantity
from factcheck.report.citing import attributed, line_of, value_span, visible
from factcheck.report.values import value_words
from factcheck.wording import days, published

_ALL_COLUMNS = 140  # columns from which every field has a column of its own; below, they share one
_LONGEST = 400  # characters of a clause that are shown


def render(article: Article, claims: Iterable[Claim], console: Console) -> None:
    """Print the claims of one article in text order, under the article's path and date."""
    claims = sorted(claims, key=lambda claim: (claim.span, claim.id))
    heading = Text(visible(article.path), style="bold")
    heading.append(
        f"  {published(article.published)}, {len(claims)} claim{'' if len(claims) == 1 else 's'}", style="dim"
    )
    console.print(heading)
    if claims:
        table = _wide(article, claims) if console.width >= _ALL_COLUMNS else _narrow(article, claims)
        console.print(table)
    console.print()


def _wide(article: Article, claims: Iterable[Claim]) -> Table:
    names = ("line", "kind", "value", "unit", "of", "role", "hedge", "subject", "predicate", "event time")
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), header_style="dim")
    for name in (*names, "attribution", "trace"):
        table.add_column(name, overflow="fold")
    table.add_column("clause", overflow="fold", ratio=1, min_width=30)
    for claim in claims:
        fields = _fields(article, claim)
        cells = [
            _line(article, claim),
            claim.kind,
            value_words(claim, article),
            *(fields.get(n, "") for n in names[3:]),
        ]
        cells += [fields.get("attribution", ""), fields.get("trace", "")]
        table.add_row(*map(Text, cells), _clause(article, claim))
    return table


def _narrow(article: Article, claims: Iterable[Claim]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("line", justify="right")
    table.add_column("value", overflow="fold", style="bold", max_width=24)
    table.add_column("clause, and what was read in it", overflow="fold", ratio=1)
    for claim in claims:
        details = ", ".join(
            f"{name} {words}" for name, words in {"kind": claim.kind, **_fields(article, claim)}.items()
        )
        words = _clause(article, claim).append(f"\n{details}", style="dim")
        table.add_row(Text(_line(article, claim)), Text(_value(article, claim)), words)
    return table


def _value(article: Article, claim: Claim) -> str:
    """The value in words; nothing for a statement, whose words stand beside it."""
    return value_words(claim, article) if claim.value else ""


def _line(article: Article, claim: Claim) -> str:
    value = value_span(claim)
    return str(line_of(article, value.start if value else claim.span.start))


def _clause(article: Article, claim: Claim) -> Text:
    """The claim's words with its value set off."""
    text = Text(visible(article.text[claim.span.start : min(claim.span.end, claim.span.start + _LONGEST)]))
    value = value_span(claim)
    if value is not None:
        text.stylize("bold", value.start - claim.span.start, value.end - claim.span.start)
    return text


def _fields(article: Article, claim: Claim) -> dict[str, str]:
    """What is known about the claim beside its value, by column, without what is not."""
    quantity = claim.value if isinstance(claim.value, Quantity) else None
    time = claim.event_time
    fields = {
        "unit": quantity.unit if quantity else "",
        "of": claim.of or "",
        "role": claim.role or "",
        "hedge": quantity.hedge if quantity else "",
        "subject": claim.subject or "",
        "predicate": ("" if claim.positive else "not ") + (claim.predicate or ""),
        "event time": (days(time.interval) if time.interval.is_bounded else time.symbol) if time else "",
        "attribution": attributed(claim, article),
        "trace": " ".join(claim.trace),
    }
    return {name: visible(words).strip() for name, words in fields.items() if words.strip()}
