"""The options of ``factcheck archive`` and of each thing that it does."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.option_values import date_window, severity, verdicts
from factcheck.terms import Severity, Verdict

ARCHIVE = "factcheck.archive"  # the file that is meant when none is named

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_archive(commands: Commands) -> None:
    """Add the command and its actions, which the options name as ``action``."""
    parser = commands.add_parser(
        "archive",
        help="keep articles, and check what comes in against them",
        description="Keep articles in one file with what was read out of them, so that a new article is checked against\n"
        "everything known at the cost of its own reading and of the few articles that tell of the same story.",
        epilog="example:\n  factcheck archive add articles/ && factcheck archive check new.txt",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(
        title="actions", metavar="ACTION", dest="action", required=True, help="what to do, see below"
    )
    _add(actions)
    _check(actions)
    _report(actions)
    _list(actions)
    _remove(actions)
    _watch(actions)


def _action(actions: Commands, name: str, brief: str, description: str, example: str) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        name,
        help=brief,
        description=description,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--archive", metavar="FILE", default=ARCHIVE, help=f"the archive's file (default: {ARCHIVE})")
    parser.add_argument("--quiet", action="store_true", help="no report, progress or warnings; the exit status tells")
    return parser


def _add(actions: Commands) -> None:
    parser = _action(
        actions,
        "add",
        "store articles",
        "Read articles and store them, one at a time: each is in the archive for good before the next is begun. What is\n"
        "there already is left alone; an article whose file has changed takes the place of what was stored.",
        "factcheck archive add articles/",
    )
    _paths(parser)
    _published(parser)


def _check(actions: Commands) -> None:
    parser = _action(
        actions,
        "check",
        "check new articles against what is stored",
        "Compare each article with the stored ones that tell of the same story, and report what involves the new ones.\n"
        "Nothing is stored. The exit status is 1 when a conflict was found.",
        "factcheck archive check new.txt --json -",
    )
    _paths(parser)
    _published(parser)
    _reported(parser)


def _report(actions: Commands) -> None:
    parser = _action(
        actions,
        "report",
        "report what the stored articles disagree about",
        "Compare all the stored articles, as 'factcheck check' compares files. The exit status is 1 when a conflict was\n"
        "found.",
        "factcheck archive report --about ferry --html report.html",
    )
    _reported(parser)


def _list(actions: Commands) -> None:
    _action(
        actions,
        "list",
        "list the stored articles",
        "List the stored articles by path, one a line: id, path, title.",
        "factcheck archive list",
    )


def _remove(actions: Commands) -> None:
    parser = _action(
        actions,
        "remove",
        "take articles out",
        "Take articles out of the archive, all that are named or, when one is not there, none. The files are left alone.",
        "factcheck archive remove articles/old.txt",
    )
    parser.add_argument("paths", metavar="PATH|ID", nargs="+", help=(
        "an article's path, the path of a list of articles or of a folder, or an id as 'archive list' shows it"))  # fmt: skip


def _watch(actions: Commands) -> None:
    parser = _action(
        actions,
        "watch",
        "check and store what comes into a folder",
        "Check every article that is in a folder or comes into it against what is stored, report the conflicts, and store\n"
        "it, until Ctrl-C. Needs the extra 'watch'.",
        "factcheck archive watch articles/",
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder to watch, with the folders in it")
    _published(parser)
    _embedder(parser)


def _reported(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", metavar="FILE", help="also write the report as JSON; - writes only that, to stdout")
    parser.add_argument("--html", metavar="FILE", help="also write the report as one HTML page that needs no network")
    _embedder(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even when conflicts were found")
    shown = parser.add_argument_group(
        "what the terminal and the page show", "These never change the JSON or the exit status."
    )
    shown.add_argument("--verdict", metavar="NAME[,NAME]", type=verdicts, action="extend", help=(
        f"only facts with one of these: {', '.join(Verdict)}"))  # fmt: skip
    shown.add_argument("--min-severity", metavar="LEVEL", type=severity, help=f"at least this: {', '.join(Severity)}")
    shown.add_argument("--about", metavar="WORD", help="only facts that mention this")
    shown.add_argument(
        "--all", action="store_true", help="open the agreements and likenesses that are folded otherwise"
    )


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help=(
        "files (.txt, .md, .html, .json, .jsonl), folders, URLs, or - for standard input"))  # fmt: skip


def _published(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--published", metavar="DATE", type=date_window, help=(
        "when articles that carry no date were published: YYYY-MM-DD, YYYY-MM or YYYY"))  # fmt: skip


def _embedder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--embedder", metavar="NAME|PATH", help="another sentence-transformers model")
