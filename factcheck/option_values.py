"""How the words of an option become values."""

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
