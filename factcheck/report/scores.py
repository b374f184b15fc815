"""How well labelled stories were judged: the tables behind ``factcheck eval``."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.evaluation import Score
from factcheck.report.citing import visible
from factcheck.report.facts import ORDER
from factcheck.report.verdicts import COLOURS


def render(score: Score, stories: int, console: Console, *, notes: bool = False) -> None:
    """Print the score of so many stories: a row a verdict, then the figures; with ``notes`` every miss and false alarm."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("verdict")
    for name in ("labelled", "right", "aligned"):
        table.add_column(name, justify="right")
    for verdict in ORDER:
        if verdict in score.labelled:
            counts = (score.labelled[verdict], score.hit.get(verdict, 0), score.aligned.get(verdict, 0))
            table.add_row(Text(verdict, style=COLOURS[verdict]), *(Text(f"{count:,}") for count in counts))
    totals = (sum(counts.values()) for counts in (score.labelled, score.hit, score.aligned))
    table.add_row(Text("all", style="bold"), *(Text(f"{count:,}", style="bold") for count in totals))
    console.print(table)
    console.print()
    figures = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    figures.add_column(no_wrap=True)
    figures.add_column(justify="right", style="bold")
    figures.add_column(style="dim", overflow="fold")
    for name, figure, meaning in _figures(score):
        figures.add_row(Text(name), Text(figure), Text(meaning))
    console.print(figures)
    console.print(Text(f"{stories:,} stor{'y' if stories == 1 else 'ies'}, {score.findings:,} findings", style="dim"))
    if notes:
        console.print()
        for note in score.notes:
            console.print(Text(visible(note)))


def _figures(score: Score) -> Iterable[tuple[str, str, str]]:
    false = score.conflicts - score.true_conflicts
    return (
        ("conflict precision", _share(score.conflict_precision), "of the reported conflicts are labelled so"),
        (
            "conflict recall",
            _share(score.conflict_recall),
            "of the labelled conflicts got a verdict that can be defended",
        ),
        ("false conflicts", f"{false:,}", f"of {score.conflicts:,} reported"),
        ("verdict accuracy", _share(score.accuracy), "of all labelled pairs got a verdict that can be defended"),
        ("traps sprung", f"{score.sprung:,}", f"of {score.traps:,} pairs that must be left alone"),
        (
            "dated right",
            f"{score.dated_right:,}",
            f"of {score.dated:,} articles without a date of their own, to the year",
        ),
    )


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"
