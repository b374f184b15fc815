"""The options of ``factcheck archive`` and of each thing that it does."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.shared_options import add_embedder, add_paths, add_published, add_shown

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
    add_paths(parser)
    add_published(parser)


def _check(actions: Commands) -> None:
    parser = _action(
        actions,
        "check",
        "check new articles against what is stored",
        "Compare each article with the stored ones that tell of the same story, and report what involves the new ones.\n"
        "Nothing is stored. The exit status is 1 when a conflict was found.",
        "factcheck archive check new.txt --json -",
    )
    add_paths(parser)
    add_published(parser)
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
    add_published(parser)
    add_embedder(parser)


def _reported(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", metavar="FILE", help="also write the report as JSON; - writes only that, to stdout")
    parser.add_argument("--html", metavar="FILE", help="also write the report as one HTML page that needs no network")
    add_embedder(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even when conflicts were found")
    add_shown(parser)
