"""What the command line accepts: the subcommands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.archive_arguments import add_archive
from factcheck.shared_options import add_embedder, add_paths, add_published, add_shown, workers

SORTS = ("worst", "article", "confidence")
ENGINES = ("local", "dask", "duckdb")
SCHEMAS = ("report", "lines", "diff")


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options in ``argv`` (``sys.argv`` for None); ``command`` names the subcommand. Exits as argparse does."""
    parser = build_parser()
    options, rest = parser.parse_known_args(argv)
    # argparse gives up on paths that follow an option ("check a.txt --all b.txt"); they are paths all the same.
    if rest and (not hasattr(options, "paths") or any(word.startswith("-") and word != "-" for word in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.paths += rest
    return options


def build_parser() -> argparse.ArgumentParser:
    """The parser with every subcommand, for ``parse`` and for the reference made from it."""
    parser = argparse.ArgumentParser(
        prog="factcheck",
        description="Cross-check articles about one story: what disagrees, why, and what only seems to.",
        epilog="example:\n  factcheck check articles/\n\n"
        "exit status: 0 no conflict, 1 conflicts found, 2 could not run",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, help="print the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    _check(commands)
    _diff(commands)
    _claims(commands)
    _compare(commands)
    _rules(commands)
    _schema(commands)
    _eval(commands)
    _mcp(commands)
    add_archive(commands)
    return parser


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _add(commands: Commands, name: str, brief: str, description: str, example: str) -> argparse.ArgumentParser:
    """A subcommand with its description, and an example under its help."""
    return commands.add_parser(
        name,
        help=brief,
        description=description,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _check(commands: Commands) -> None:
    parser = _add(
        commands,
        "check",
        "compare articles and report what disagrees",
        "Compare what the articles say about the same facts. Facts that disagree come first, worst at the top;\n"
        "agreements and mere likenesses are folded. The exit status is 1 when a conflict was found.",
        "factcheck check articles/ --min-severity medium --json report.json",
    )
    add_paths(parser)
    parser.add_argument("--json", metavar="FILE", help="also write the report as JSON; - writes only that, to stdout")
    parser.add_argument("--jsonl", metavar="FILE", help="also write it as JSON Lines, one record a line")
    parser.add_argument("--sarif", metavar="FILE", help="also write it as SARIF, for code hosts and editors")
    parser.add_argument("--html", metavar="FILE", help="also write the report as one HTML page that needs no network")
    add_published(parser)
    add_embedder(parser)
    parser.add_argument("--self", dest="within", default=True, action=argparse.BooleanOptionalAction, help=(
        "compare the claims of one article with each other too (the default)"))  # fmt: skip
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even when conflicts were found")
    parser.add_argument("--workers", metavar="N", type=workers, default=1, help=(
        "processes that read the articles (default: 1); worth it from some hundred articles on, the report is the same"))  # fmt: skip
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help=(
        "what does the work: this process (local, the default), a dask cluster, of --workers processes unless --scheduler "
        "names one, or this process with duckdb to find related articles; the report is the same"))  # fmt: skip
    parser.add_argument("--scheduler", metavar="ADDRESS", help="the dask scheduler to use, as in tcp://host:8786")
    shown = add_shown(parser)
    shown.add_argument("--sort", choices=SORTS, default=SORTS[0], help="the order of the facts (default: worst)")
    shown.add_argument("--quiet", action="store_true", help="no report, progress or warnings; the exit status tells")


def _diff(commands: Commands) -> None:
    parser = _add(
        commands,
        "diff",
        "show two articles side by side",
        "Show what two articles, or two versions of one, say alike, what they say otherwise, and what only one of them\n"
        "says, in the order of the left one. The exit status is 1 when they contradict each other.",
        "factcheck diff monday.txt tuesday.txt",
    )
    parser.add_argument(
        "left", metavar="LEFT", help="an article: a file, a URL, - for standard input, or FILE#N for the Nth of a list"
    )
    parser.add_argument("right", metavar="RIGHT", help="another article, or another version of the same")
    parser.add_argument("--json", action="store_true", help="write the JSON diff instead: a list of operations")
    add_published(parser)
    add_embedder(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even when they contradict each other")
    parser.add_argument("--quiet", action="store_true", help="no progress or warnings")


def _claims(commands: Commands) -> None:
    parser = _add(
        commands,
        "claims",
        "show what was read out of the articles",
        "Show every claim that was extracted, one a row: its value, what it counts, when, who says so, and which\n"
        "patterns found it. For looking into why a fact was found, or missed.",
        "factcheck claims article.txt",
    )
    add_paths(parser)
    parser.add_argument("--json", action="store_true", help="write them as JSON, in the shape of a report")
    parser.add_argument("--quiet", action="store_true", help="no warnings about what was skipped")


def _compare(commands: Commands) -> None:
    parser = _add(
        commands,
        "compare",
        "give the verdict on two sentences",
        "Read one claim out of each sentence and say what the pair amounts to.",
        'factcheck compare "12 people were killed" "15 people were killed"',
    )
    parser.add_argument("left", metavar="LEFT", help="a sentence")
    parser.add_argument("right", metavar="RIGHT", help="another sentence")
    parser.add_argument("--explain", action="store_true", help="show how the verdict came about, step by step")


def _rules(commands: Commands) -> None:
    parser = _add(
        commands,
        "rules",
        "list the rules, or explain one",
        "List the rules; with a name, show that rule and the examples that specify it.",
        "factcheck rules quantity-value",
    )
    parser.add_argument("name", metavar="NAME", nargs="?", help="the rule to explain")
    parser.add_argument("--markdown", action="store_true", help="write them as the page docs/rules.md")


def _schema(commands: Commands) -> None:
    parser = _add(
        commands,
        "schema",
        "print the JSON Schema of what is written as JSON",
        "Print the JSON Schema (draft 2020-12) of what check --json (report), a line of\n"
        "check --jsonl (lines) or diff --json (diff) is.",
        "factcheck schema > report.schema.json",
    )
    parser.add_argument("of", metavar="NAME", nargs="?", choices=SCHEMAS, default=SCHEMAS[0], help=(
        f"which one: {', '.join(SCHEMAS)} (default: {SCHEMAS[0]})"))  # fmt: skip


def _eval(commands: Commands) -> None:
    parser = _add(
        commands,
        "eval",
        "score labelled stories",
        "Check every story (a folder of articles with a gold.json) on its own and score the verdicts against its labels:\n"
        "how many pairs of each verdict are labelled, were judged right, and met at all.",
        "factcheck eval seeds/ --show",
    )
    parser.add_argument("folders", metavar="DIR", nargs="+", help="a story, or a folder with stories below it")
    parser.add_argument("--show", action="store_true", help="also list every miss, false alarm and sprung trap")
    parser.add_argument("--json", metavar="FILE", help="also write the figures as JSON; - writes only those, to stdout")
    add_embedder(parser)
    parser.add_argument("--quiet", action="store_true", help="no table or progress")


def _mcp(commands: Commands) -> None:
    parser = _add(
        commands,
        "mcp",
        "serve assistants over the Model Context Protocol",
        "Offer check, diff, claims and explain as tools to an assistant, over standard input and output (MCP). Only files\n"
        "below one folder can be read, and nothing is fetched. Needs the extra 'mcp'.",
        "factcheck mcp --root articles/",
    )
    parser.add_argument(
        "--root", metavar="DIR", default=".", help="the folder that may be read (default: the current one)"
    )
    add_embedder(parser)


class _Version(argparse.Action):
    """Prints the version; it is looked up only then, because that takes time."""

    def __init__(self, option_strings: list[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from factcheck import __version__

        print(f"factcheck {__version__}")
        parser.exit()
