"""What the command line reads, and what it says about what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.console import tell
from factcheck.errors import FactcheckError, NothingToCheck

if TYPE_CHECKING:
    from factcheck.model import Article


def read_paths(paths: Sequence[str], *, quiet: bool) -> tuple[Article, ...]:
    """The articles under ``paths``; what is left out is named on stderr, and counted at the end."""
    from factcheck.ingest.read import read

    notes: list[str] = []
    try:
        articles = read(paths, on_skip=notes.append)
    except NothingToCheck:
        if len(notes) > 1:  # of a single one, the error says all
            tell(notes, quiet=quiet)
        raise
    tell(notes, quiet=quiet)
    skipped = sum(": skipped, " in note for note in notes)  # the others were read, without their date
    if skipped:
        tell([f"skipped {skipped} of {skipped + len(articles)} inputs"], quiet=quiet)
    return articles


def read_one(path: str, *, quiet: bool) -> Article:
    """The one article under ``path``; of a list of them, ``path#n`` names one."""
    whole, _, number = path.rpartition("#")
    listed = bool(whole) and number.isdigit() and not Path(path).exists()
    articles = read_paths([whole if listed else path], quiet=quiet)
    found = [article for article in articles if article.path == path] if listed else list(articles)
    if len(found) == 1:
        return found[0]
    some = ", ".join(article.path for article in articles[:3]) + (", ..." if len(articles) > 3 else "")
    what = f"holds {len(articles)} articles" if not listed else "is not there"
    raise FactcheckError(f"{path} {what}; name one of them: {some}")
