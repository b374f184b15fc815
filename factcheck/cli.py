"""The command line: ``factcheck check PATH...`` and its smaller companions.

Findings go to stdout, diagnostics and progress to stderr. The exit status is 0 without conflicts, 1 with, 2 when the
command could not run. Imports that cost time are made inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.archive_commands import archive
from factcheck.arguments import parse
from factcheck.console import complain, progress, stdout_console, write
from factcheck.errors import FactcheckError
from factcheck.inputs import read_one, read_paths
from factcheck.terms import Verdict

if TYPE_CHECKING:
    from argparse import Namespace

    from factcheck.model import Report

NO_CONFLICT, CONFLICT, COULD_NOT_RUN, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141

Command = Callable[["Namespace"], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command (``sys.argv`` by default) and return its exit status; what users can mend never tracebacks."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):  # a terminal that lacks a character gets a question mark
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        options = parse(argv)
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
    except SystemExit as exit_:  # argparse has printed its help or its complaint
        return exit_.code if isinstance(exit_.code, int) else COULD_NOT_RUN
    except FactcheckError as error:
        complain(str(error))
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has seen enough
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return status


def check(options: Namespace) -> int:
    """``factcheck check``: compare the articles and report what disagrees."""
    if _files(options).count("-") > 1:
        raise FactcheckError("only one output can go to stdout; name a file for the others")
    articles = read_paths(options.paths, quiet=options.quiet)  # first: a wrong path should not have to wait for a model

    from factcheck import engines
    from factcheck.pipeline import check as run
    from factcheck.report import terminal
    from factcheck.report.facts import Filters, Sort
    from factcheck.settings import Settings

    settings = Settings(published=options.published, embedder=options.embedder, within=options.within)
    with (
        engines.opened(options.engine, workers=options.workers, scheduler=options.scheduler) as engine,
        progress(quiet=options.quiet) as advance,
    ):
        report = run(articles, settings, progress=advance, engine=engine)
    filters = Filters(verdicts=frozenset(options.verdict or ()), min_severity=options.min_severity, about=options.about)
    sort = Sort(options.sort)
    if options.json:
        write([report.to_json()], options.json)
    if options.jsonl:
        from factcheck.report import jsonl

        write(jsonl.lines(report), options.jsonl)
    if options.sarif:
        from factcheck.report import sarif

        write([sarif.render(report)], options.sarif)
    if options.html:
        from factcheck.report import html

        write([html.render(report, filters=filters, sort=sort)], options.html)
    if "-" not in _files(options) and not options.quiet:
        terminal.render(report, stdout_console(), filters=filters, show_all=options.all, sort=sort)
    return _status(report, options)


_FILES = ("json", "jsonl", "sarif", "html")  # options of check that name a file to write


def _files(options: Namespace) -> list[str]:
    """The files that a run is to write, - for stdout."""
    return [file for name in _FILES if (file := getattr(options, name))]


def diff(options: Namespace) -> int:
    """``factcheck diff``: two articles side by side."""
    left, right = (read_one(path, quiet=options.quiet) for path in (options.left, options.right))

    from factcheck.pipeline import check as run
    from factcheck.report import diff_json, side_by_side
    from factcheck.report.diff import diff as compare_articles
    from factcheck.settings import Settings

    settings = Settings(published=options.published, embedder=options.embedder, within=False)
    with progress(quiet=options.quiet) as advance:
        report = run((left, right), settings, progress=advance)
    found = compare_articles(report, left.id, right.id)
    if options.json:
        write([diff_json.render(found)], "-")
    else:
        side_by_side.render(found, stdout_console())
    return CONFLICT if found.conflicts and not options.exit_zero else NO_CONFLICT


def claims(options: Namespace) -> int:
    """``factcheck claims``: what was extracted, one claim a row."""
    from factcheck.model import Report
    from factcheck.pipeline import find_claims
    from factcheck.report import claims as claims_table
    from factcheck.report.schema import REPORT_SCHEMA

    articles = read_paths(options.paths, quiet=options.quiet)
    found = [find_claims(article) for article in articles]
    if options.json:
        every = tuple(claim for group in found for claim in group)
        report = Report(schema=REPORT_SCHEMA, articles=articles, claims=every, clusters=(), findings=())
        write([report.to_json()], "-")
    else:
        console = stdout_console()
        for article, group in zip(articles, found, strict=True):
            claims_table.render(article, group, console)
    return NO_CONFLICT


def compare(options: Namespace) -> int:
    """``factcheck compare``: the verdict on two sentences."""
    from rich.text import Text

    from factcheck.pipeline import compare as run
    from factcheck.report.citing import visible
    from factcheck.report.verdicts import steps, verdict

    finding = run(options.left, options.right)
    if finding is None:
        stdout_console().print(Text("nothing in common that could be compared"))
        return NO_CONFLICT
    if options.explain:
        stdout_console().print(Text(str(finding.explain())), soft_wrap=True)
    else:
        stdout_console().print(Text.assemble(verdict(finding), ": ", visible(finding.reason)))
        stdout_console().print(steps(finding))
    return CONFLICT if finding.verdict is Verdict.CONFLICT else NO_CONFLICT


def rules(options: Namespace) -> int:
    """``factcheck rules``: every rule, or one with its examples."""
    from factcheck.report import rules as rules_table
    from factcheck.report.reference import rules_page
    from factcheck.rules import all_rules

    known = {rule.name: rule for rule in all_rules()}
    if options.name is not None and options.name not in known:
        raise FactcheckError(f"no rule is called {options.name!r}; there are {', '.join(known)}")
    wanted = [known[options.name]] if options.name else list(known.values())
    if options.markdown:
        write([rules_page(wanted)], "-")
    elif options.name:
        rules_table.render_rule(wanted[0], stdout_console())
    else:
        rules_table.render_list(wanted, stdout_console())
    return NO_CONFLICT


def schema(options: Namespace) -> int:
    """``factcheck schema``: the JSON Schema of the report, or of something else that is written as JSON."""
    from factcheck.report import diff_json, jsonl, schema

    made = {"report": schema.json_schema, "lines": jsonl.json_schema, "diff": diff_json.json_schema}
    write([made[options.of]()], "-")
    return NO_CONFLICT


def evaluate(options: Namespace) -> int:
    """``factcheck eval``: how well labelled stories are judged. Conflicts are what it is about, so they end in 0."""
    from factcheck import evaluation

    folders = evaluation.stories_in(options.folders)

    from factcheck.align import embedders
    from factcheck.report import scores
    from factcheck.settings import Settings

    settings, embedder = Settings(embedder=options.embedder), embedders.load(options.embedder)
    found = []
    with progress(quiet=options.quiet) as advance:
        for done, folder in enumerate(folders, start=1):
            found.append(evaluation.evaluate(folder, settings, embedder=embedder))
            if advance:
                advance("scoring stories", done, len(folders))
    score = evaluation.total(found)
    if options.json:
        write([score.to_json() + "\n"], options.json)
    if options.json != "-" and not options.quiet:
        scores.render(score, len(folders), stdout_console(), notes=options.show)
    return NO_CONFLICT


def mcp(options: Namespace) -> int:
    """``factcheck mcp``: serve an assistant until it closes the connection."""
    root = Path(options.root)
    if not root.is_dir():
        raise FactcheckError(f"{options.root}: no such folder; name the one that may be read with --root")

    from factcheck.mcp_server import server

    server(root, options.embedder).run("stdio")
    return NO_CONFLICT


def _status(report: Report, options: Namespace) -> int:
    if options.exit_zero:
        return NO_CONFLICT
    conflict = any(finding.verdict is Verdict.CONFLICT for finding in report.findings)
    return CONFLICT if conflict else NO_CONFLICT


COMMANDS: dict[str, Command] = {
    "check": check,
    "diff": diff,
    "claims": claims,
    "compare": compare,
    "rules": rules,
    "schema": schema,
    "eval": evaluate,
    "mcp": mcp,
    "archive": archive,
}
