"""The report for a terminal: a line that sums up, then one panel a fact, worst first.

Every word that comes from an article passes through ``citing.visible`` into a ``Text``, never into console markup: no
article can colour, move or hide anything. A verdict is always a word as well as a colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from factcheck.model import Finding, Report
from factcheck.report.citing import visible, who
from factcheck.report.facts import QUIET, Fact, Filters, Sort, find_facts, sort_facts
from factcheck.report.folded import agreements, likenesses, remainder
from factcheck.report.quotes import place, quote
from factcheck.report.values import Saying, distinct_values
from factcheck.report.verdicts import COLOURS, steps, verdict
from factcheck.terms import LEFT_OUT, Basis, Verdict
from factcheck.wording import published

_PLURALS = {
    Verdict.CONFLICT: ("conflict", "conflicts"),
    Verdict.DISPUTED: ("disputed", "disputed"),
    Verdict.UPDATE: ("update", "updates"),
    Verdict.AGREE: ("agreement", "agreements"),
}
_WIDEST = 120  # columns; longer lines are hard to read
_NARROW = 76  # columns below which a table of values stacks its cells
_FRAME, _GAP = 4, 2  # columns for a panel's frame, and between two columns of a table
_WIDEST_WORD = 22  # columns that a word of a value or a name is given before it is broken
_MOST_PANELS = 100  # more than anybody reads in one sitting; the rest is counted
FOLDED = QUIET | {Verdict.AGREE}


def render(
    report: Report,
    console: Console,
    *,
    filters: Filters | None = None,
    show_all: bool = False,
    sort: Sort = Sort.WORST,
) -> None:
    """Print the report to ``console``.

    ``filters`` narrow what is shown; ``show_all`` opens agreements and likenesses, which are otherwise folded into one
    line each.
    """
    page = _Page(report, console)
    filters = filters or Filters()
    facts = find_facts(report)
    shown = sort_facts((fact for fact in facts if filters.keep(fact)), sort, report)
    page.show(summary(report, facts))
    left_out = dict(report.settings).get(LEFT_OUT)
    if left_out is not None:
        page.show(
            Text(
                f"{int(left_out):,} pairs of related articles were left out: each has many that are nearer.",
                style="dim",
            )
        )
    if report.articles and not facts:
        page.show(Text("No two claims are about the same fact; “factcheck claims” shows what was read.", style="dim"))
    if filters.narrow:
        page.show(Text(f"Shown: {len(shown)} of {len(facts)} facts and likenesses, by the filters given.", style="dim"))
    folded = frozenset() if show_all else FOLDED - filters.verdicts  # what is asked for by name is opened
    opened = [fact for fact in shown if fact.verdict not in folded]
    most = len(opened) if show_all else _MOST_PANELS
    for fact in opened[:most]:
        page.show(Text(), page.panel(fact))
    page.show(*remainder(len(opened) - most))
    rest = [fact for fact in shown if fact.verdict in folded]
    for part in (
        agreements([fact for fact in rest if fact.verdict is Verdict.AGREE], page.articles),
        likenesses([fact for fact in rest if fact.verdict in QUIET], page.articles),
        page.datings(opened[:most], evidence=show_all),
    ):
        lines = list(part)
        page.show(*([Text(), *lines] if lines else []))


def summary(report: Report, facts: Sequence[Fact]) -> Text:
    """One line: how much was read, and how many facts came out as what."""
    same = [fact for fact in facts if fact.verdict not in QUIET]
    text = Text()
    text.append(f"{_count(len(report.articles), 'article')}, {_count(len(report.claims), 'claim')}, ")
    text.append(f"{_count(len(same), 'fact')} compared")
    separator = ": "
    for kind, (one, many) in _PLURALS.items():
        found = sum(fact.verdict is kind for fact in same)
        if found or kind is Verdict.CONFLICT:
            text.append(separator)
            text.append(f"{found or 'no'} {one if found == 1 else many}", style=COLOURS[kind] if found else "bold")
            separator = ", "
    return text.append(".")


class _Page:
    """What every part of the page needs: the articles by id, the width, and whether styles are seen at all."""

    def __init__(self, report: Report, console: Console) -> None:
        self.articles = {article.id: article for article in report.articles}
        self.claims = {claim.id: claim for claim in report.claims}
        self.console = console
        self.width = min(console.width, _WIDEST)
        self.marks = console.color_system is None

    def show(self, *parts: RenderableType) -> None:
        for part in parts:
            self.console.print(part, width=self.width, highlight=False, markup=False)

    def panel(self, fact: Fact) -> Panel:
        """One fact: the values and who says them, then for each verdict the reason and the two quotes."""
        colour = COLOURS[fact.verdict]
        title = verdict(fact.worst)
        parts: list[RenderableType] = [Text(visible(fact.about), style="bold")]
        parts += [Text(fact.told_by, style="dim")] if fact.told_by else []
        parts += [Text(), self.values(fact)]
        for kind in dict.fromkeys(finding.verdict for finding in fact.findings):
            if kind is Verdict.AGREE and fact.verdict is not Verdict.AGREE:
                continue  # the table shows who agrees with whom
            parts += [Text(), *self.explain(fact.of(kind), named=kind is not fact.verdict)]
        return Panel(Group(*parts), title=title, title_align="left", border_style=colour, box=box.ROUNDED)

    def values(self, fact: Fact) -> Table:
        """Distinct values, who says each, when that was published, whom they cite, and their wording if it differs."""
        sayings = distinct_values(fact.claims, self.articles)
        if self.width < _NARROW:
            return self.stacked(fact, sayings)
        columns = [self.heading(fact), "who says so", "published", "attributed to", "wording"]
        rows = [(s.value, s.who, s.published, s.attributed, s.wording) for s in sayings]
        used = [i for i in range(len(columns)) if i < 3 or any(row[i] for row in rows)]
        widths = _widths(
            [[columns[i], *(row[i] for row in rows)] for i in used], self.width - _FRAME - _GAP * len(used)
        )
        if not widths:
            return self.stacked(fact, sayings)
        table = Table(box=None, padding=(0, _GAP, 0, 0), header_style="dim")
        for i, width in zip(used, widths, strict=True):
            table.add_column(columns[i], style="bold" if i == 0 else "", overflow="fold", width=width)
        for row in rows:
            table.add_row(*(Text(row[i]) for i in used))
        return table

    def datings(self, facts: Iterable[Fact], *, evidence: bool) -> Iterator[RenderableType]:
        """What "(inferred)" means, and with ``evidence`` from which words each article's date was worked out."""
        ids = dict.fromkeys(claim.article_id for fact in facts for claim in fact.claims)
        inferred = [a for a in map(self.articles.__getitem__, ids) if a.published.basis is Basis.INFERRED]
        if not inferred:
            return
        if not evidence:
            yield Text("(inferred): a date worked out from the article's own text; --all says from what", style="dim")
            return
        yield Text("DATES WORKED OUT", style="bold").append("  and from what", style="not bold")
        table = Table(box=None, padding=(0, 2, 0, 2), show_header=False)
        for article in inferred:
            why = "; ".join(visible(words) for words in article.published.evidence)
            table.add_row(Text(who(article)), Text(published(article.published).removesuffix(" (inferred)")), Text(why))
        yield table

    def heading(self, fact: Fact) -> str:
        return "value" if any(claim.value for claim in fact.claims) else "in these words"

    def stacked(self, fact: Fact, sayings: Iterable[Saying]) -> Table:
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
        table.add_column(self.heading(fact), style="bold", overflow="fold")
        table.add_column("who says so", overflow="fold")
        for saying in sayings:
            citing = f"attributed to {saying.attributed}" if saying.attributed else ""
            details = (saying.published, citing, saying.wording)
            table.add_row(
                Text(saying.value),
                Text.assemble(saying.who, ("\n" + "; ".join(filter(None, details)), "dim") if any(details) else ""),
            )
        return table

    def explain(self, findings: Sequence[Finding], *, named: bool) -> Iterator[RenderableType]:
        """The reason and both quotes of the worst pair, and how many pairs more there are."""
        worst = findings[0]
        reason = Text(visible(worst.reason))
        yield Text.assemble(verdict(worst), ": ", reason) if named else reason
        for side in (worst.left, worst.right):
            claim = self.claims[side]
            article = self.articles[claim.article_id]
            yield Padding(place(article, claim), (0, 0, 0, 2))
            yield Padding(quote(article, claim, marks=self.marks), (0, 0, 0, 4))
        more = f"; {_count(len(findings) - 1, 'more pair')} like it" if len(findings) > 1 else ""
        yield steps(worst).append(more)


def _widths(columns: Sequence[Sequence[str]], available: int) -> list[int]:
    """How wide each column of cells becomes: no word is broken that fits one, short columns are not wrapped; [] if in vain."""
    whole = [max(cell_len(cell) for cell in cells) for cells in columns]
    widths = [
        max((min(cell_len(word), _WIDEST_WORD) for cell in cells for word in cell.split()), default=0)
        for cells in columns
    ]
    spare = available - sum(widths)
    if spare < 0:
        return []
    # Short values before all else, prose last.
    for i in sorted(range(len(widths)), key=lambda i: (whole[i] > 2 * _WIDEST_WORD, i > 0, whole[i] - widths[i])):
        more = min(spare, whole[i] - widths[i])
        widths[i] += more
        spare -= more
    return widths


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
