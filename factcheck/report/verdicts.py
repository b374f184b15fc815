"""Verdicts for the terminal: always a word, with a colour where there are colours."""

from __future__ import annotations

from rich.text import Text

from factcheck.model import Finding
from factcheck.report.citing import visible
from factcheck.terms import Severity, Verdict

COLOURS = {
    Verdict.CONFLICT: "bold red",
    Verdict.DISPUTED: "bold magenta",
    Verdict.UPDATE: "bold yellow",
    Verdict.AGREE: "green",
    Verdict.SCOPE: "cyan",
    Verdict.DATE_CONTEXT: "cyan",
}


def verdict(finding: Finding) -> Text:
    """The verdict, with its severity where it has any."""
    text = Text(finding.verdict.upper(), style=COLOURS[finding.verdict])
    return text if finding.severity is Severity.INFO else Text.assemble(text, f", {finding.severity} severity")


def steps(finding: Finding) -> Text:
    """Which rule decided at which step, and how sure it is."""
    return Text(visible(f"rule {finding.rule}, step {finding.level}, confidence {finding.confidence:.0%}"), style="dim")
