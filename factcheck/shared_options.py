"""The options that several commands share, and how the words of an option become values."""

from __future__ import annotations

import argparse
import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, TypeVar

from factcheck.terms import Severity, Verdict

if TYPE_CHECKING:
    from factcheck.model import Interval

Term = TypeVar("Term", Severity, Verdict)

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def add_paths(parser: argparse.ArgumentParser) -> None:
    """What is to be read."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help=(
        "files (.txt, .md, .html, .json, .jsonl), folders, URLs, or - for standard input"))  # fmt: skip


def add_published(parser: argparse.ArgumentParser) -> None:
    """The date for articles without one."""
    parser.add_argument("--published", metavar="DATE", type=date_window, help=(
        "when articles that carry no date were published: YYYY-MM-DD, YYYY-MM or YYYY"))  # fmt: skip


def add_embedder(parser: argparse.ArgumentParser) -> None:
    """Another model."""
    parser.add_argument("--embedder", metavar="NAME|PATH", help="another sentence-transformers model")


def add_shown(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """What narrows or opens the report on the terminal and the page; the group, for what else does."""
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
    return shown


def workers(word: str) -> int:
    """``4`` as a number of processes."""
    if not word.isascii() or not word.isdigit() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number of processes; write 1 or more")
    return int(word)


def verdicts(words: str) -> list[Verdict]:
    """``conflict,update`` as verdicts."""
    return [_term(Verdict, word) for word in words.split(",") if word.strip()]


def severity(word: str) -> Severity:
    """``high`` as a severity."""
    return _term(Severity, word)


def _term(kind: type[Term], word: str) -> Term:
    try:
        return kind(word.strip().lower().replace("_", "-"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word.strip()!r} is not one of {', '.join(kind)}") from None


def date_window(words: str) -> Interval[dt.date]:
    """``2025-05-09``, ``2025-05`` or ``2025`` as the interval of days that it covers."""
    from factcheck.model import Interval

    match = _DATE.fullmatch(words.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        low = dt.date(year, month or 1, day or 1)
        last = month or 12
        return Interval(low=low, high=dt.date(year, last, day or calendar.monthrange(year, last)[1]))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY") from None
