"""Two articles side by side for a terminal: what both say, what differs, and what only one of them says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import Article, Claim
from factcheck.report.citing import line_of, value_span, visible
from factcheck.report.diff import Change, Diff, Operation
from factcheck.report.differing import differing
from factcheck.report.quotes import quote
from factcheck.report.verdicts import COLOURS, verdict
from factcheck.terms import Verdict
from factcheck.wording import published

_WIDEST = 140  # columns; longer lines are hard to read
_NARROW = 76  # columns below which the two sides stand under each other
_NAMES = {
    Change.SAME: ("SAME", "green"),
    Change.CHANGED: ("CHANGED", "bold yellow"),
    Change.ONLY_LEFT: ("ONLY LEFT", "blue"),
    Change.ONLY_RIGHT: ("ONLY RIGHT", "magenta"),
}


def render(diff: Diff, console: Console) -> None:
    """Print the diff to ``console``, in the order of the left article."""
    page = _Page(diff, console)
    page.show(page.row(page.heading("left", diff.left), page.heading("right", diff.right)), Text(), summary(diff))
    if not diff.operations:
        page.show(Text("Neither makes a claim; “factcheck claims” shows what was read.", style="dim"))
    for change, group in groupby(diff.operations, key=lambda operation: operation.change):
        operations = tuple(group)
        if change is Change.CHANGED:
            for operation in operations:
                page.show(Text(), *page.changed(operation))
        else:
            page.show(Text(), *page.run(change, operations))


def summary(diff: Diff) -> Text:
    """One line: how many claims are the same, changed, and on one side only."""
    text = Text(f"{diff.count(Change.SAME)} same, ").append(f"{diff.count(Change.CHANGED)} changed")
    if diff.conflicts:
        text.append(
            f" ({diff.conflicts} conflict{'' if diff.conflicts == 1 else 's'})", style=COLOURS[Verdict.CONFLICT]
        )
    return text.append(f", {diff.count(Change.ONLY_LEFT)} only left, {diff.count(Change.ONLY_RIGHT)} only right.")


class _Page:
    """What every part of the page needs: both articles, the width, and whether styles are seen at all."""

    def __init__(self, diff: Diff, console: Console) -> None:
        self.articles = {article.id: article for article in (diff.left, diff.right)}
        self.console = console
        self.width = min(console.width, _WIDEST)
        self.marks = console.color_system is None

    def show(self, *parts: RenderableType) -> None:
        for part in parts:
            self.console.print(part, width=self.width, highlight=False, markup=False)

    def heading(self, name: str, article: Article) -> Text:
        title = visible(article.title or "")
        details = [visible(article.source or ""), published(article.published)]
        return Text.assemble(
            (f"{name}  {visible(article.path)}", "bold"),
            (f"\n{title}" if title else ""),
            ("\n" + ", ".join(filter(None, details)), "dim"),
            overflow="fold",
        )

    def changed(self, operation: Operation) -> Iterator[RenderableType]:
        """A pair whose value or words differ, with what a rule says about it."""
        name, style = _NAMES[Change.CHANGED]
        finding = operation.finding
        head = Text(name, style=style)
        if finding is None:
            head.append(", no rule has a view on it", style="dim")
        elif finding.verdict is Verdict.AGREE:
            head = Text.assemble(head, ", and both can be true", style="")
        else:
            head = verdict(finding)
        yield head.append(f"  {visible(finding.about)}", style="bold") if finding else head
        yield self.pair(operation)
        if finding is not None:
            yield Padding(Text(visible(finding.reason), style="italic"), (0, 0, 0, 2))

    def run(self, change: Change, operations: Sequence[Operation]) -> Iterator[RenderableType]:
        """Pairs that are the same, or claims of one side, one after the other, under their name."""
        name = Text(_NAMES[change][0], style=_NAMES[change][1])
        yield (
            name if change is Change.SAME else self.row(*((name, None) if change is Change.ONLY_LEFT else (None, name)))
        )
        yield from map(self.pair, operations)

    def pair(self, operation: Operation) -> RenderableType:
        left, right = operation.left, operation.right
        return self.row(self.quoted(left, right), self.quoted(right, left))

    def quoted(self, claim: Claim | None, other: Claim | None) -> RenderableType | None:
        """The line number and the words, those that the other side lacks set off; nothing for no claim."""
        if claim is None:
            return None
        article = self.articles[claim.article_id]
        words = quote(article, claim, marks=self.marks)
        if other is not None and not self.marks and len(words) == len(claim.text) + 2:
            for span in differing(claim.text, other.text):
                words.stylize("yellow", span.start + 1, span.end + 1)
        value = value_span(claim)
        line = "" if article.derived_text else str(line_of(article, value.start if value else claim.span.start))
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right", style="dim", min_width=3)
        grid.add_column(overflow="fold")
        grid.add_row(line, words)
        return grid

    def row(self, left: RenderableType | None, right: RenderableType | None) -> RenderableType:
        """Both sides in two columns, or under each other where there is no room."""
        if self.width < _NARROW:
            stacked = Table.grid(padding=(0, 1, 0, 0))
            for mark, side in (("<", left), (">", right)):
                if side is not None:
                    stacked.add_row(Text(mark, style="dim"), side)
            return stacked
        columns = Table(
            box=box.MINIMAL, show_header=False, show_edge=False, expand=True, border_style="dim", pad_edge=False
        )
        columns.add_column(ratio=1, overflow="fold")
        columns.add_column(ratio=1, overflow="fold")
        columns.add_row(left or "", right or "")
        return columns
