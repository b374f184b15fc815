"""The rules and their examples for the terminal: ``factcheck rules``."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.report.verdicts import COLOURS
from factcheck.rules import Example, Rule


def render_list(rules: Iterable[Rule], console: Console) -> None:
    """Print every rule with what it looks for."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("rule", style="bold", no_wrap=True)
    table.add_column("what it decides", overflow="fold")
    table.add_column("examples", justify="right")
    for rule in rules:
        table.add_row(Text(rule.name), Text(rule.doc), Text(str(len(rule.examples))))
    console.print(table)


def render_rule(rule: Rule, console: Console) -> None:
    """Print one rule with its examples, which are its specification and run as tests."""
    console.print(Text(rule.name, style="bold"))
    console.print(Padding(Text(rule.doc), (0, 0, 1, 2)))
    for example in rule.examples:
        console.print(Padding(_example(example), (0, 0, 0, 2)))


def _example(example: Example) -> Text:
    if example.verdict is None:
        text = Text("abstains", style="dim")
    else:
        text = Text(example.verdict, style=COLOURS[example.verdict])
    text.append(f"\n  “{example.left}”", style="not dim")
    if example.right:
        text.append(f"\n  “{example.right}”", style="not dim")
    if example.published and not example.right:
        text.append(f"\n  published {example.published[0]}", style="dim")
    elif example.published:
        text.append(f"\n  published {example.published[0]} and {example.published[1]}", style="dim")
    return text
