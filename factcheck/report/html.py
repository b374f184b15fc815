"""The report as one HTML page that needs nothing but itself: ``factcheck check --html FILE``.

All text goes through Jinja2's autoescape; a content security policy that names the page's own style and script by their
hashes keeps the browser from fetching, and from running, anything else, whatever an article says.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factcheck.model import Report
from factcheck.report import cards, reading, sources, timeline
from factcheck.report.citing import who
from factcheck.report.facts import ORDER, QUIET, SEVERITIES, Filters, Sort, find_facts, sort_facts
from factcheck.terms import Severity, Verdict

_MOST_PLOTS = 12
_MOST_SOURCES = 16

NAMES = {
    Verdict.CONFLICT: ("conflict", "conflicts", "cannot both be true"),
    Verdict.DISPUTED: ("disputed", "disputed", "named parties say different things"),
    Verdict.UPDATE: ("update", "updates", "a later report moved the figure"),
    Verdict.AGREE: ("agreement", "agreements", "said alike"),
    Verdict.SCOPE: ("other scope", "other scope", "something else is counted"),
    Verdict.DATE_CONTEXT: ("other occasion", "other occasion", "about another occasion"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One number of the overview."""

    verdict: Verdict
    count: int
    name: str
    means: str


def render(report: Report, *, filters: Filters | None = None, sort: Sort = Sort.WORST) -> str:
    """The page; ``filters`` narrow which facts are on it at all, its own filters which of those are seen."""
    every = find_facts(report)
    chosen = filters or Filters()
    shown = sort_facts((fact for fact in every if chosen.keep(fact)), sort, report)
    places = cards.Places.of(report)
    made = cards.cards(shown, places)
    style, script = _asset("page.css"), _asset("page.js")
    return _environment().get_template("page.html").render(
        style=Markup(style),  # our own files, which hold no text of an article
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'",
        report=report,
        tiles=[_tile(verdict, [fact.verdict for fact in every]) for verdict in ORDER],
        facts=len([fact for fact in every if fact.verdict not in QUIET]),
        left_out=len(every) - len(shown),
        cards=made,
        pages=reading.pages(report, list(zip(shown, made, strict=True)), places),
        plots=timeline.plots(shown, report, _MOST_PLOTS),
        number={fact.worst.id: card.number for fact, card in zip(shown, made, strict=True)},
        matrix=sources.matrix(report, _MOST_SOURCES),
        claim=places.claim,
        source_number={name: i for i, name in enumerate(sorted({who(a) for a in report.articles}))},
        names=NAMES,
        verdicts=ORDER,
        quiet=QUIET | {Verdict.AGREE},
        severities=[severity for severity in SEVERITIES if severity is not Severity.INFO],
        plot_left=timeline.LEFT,
        plot_width=timeline.WIDTH,
        plot_height=timeline.HEIGHT,
    )  # fmt: skip


def _tile(verdict: Verdict, found: list[Verdict]) -> Tile:
    count = found.count(verdict)
    one, many, means = NAMES[verdict]
    return Tile(verdict=verdict, count=count, name=one if count == 1 else many, means=means)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("factcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _asset(name: str) -> str:
    return files("factcheck.report").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
