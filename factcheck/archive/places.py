"""Where a stored article comes from: what two names of one file have in common."""

from __future__ import annotations

import os

from factcheck.ingest.find import Source
from factcheck.model import Article


def place_of(article: Article) -> str:
    """Where the article comes from; one from standard input or from memory has no place but its own."""
    if article.path == "-" or article.path.startswith("-#"):
        return f"- {article.id}"
    return place(article.path)


def place(path: str) -> str:
    """A path in full, links followed; ``path#n`` is in a list, and a URL is what it is."""
    if Source(path=path).is_url:
        return writable(path)
    whole, _, number = path.rpartition("#")
    if whole and number.isdigit() and not os.path.exists(path):  # noqa: PTH110
        return writable(f"{os.path.realpath(whole)}#{number}")
    return writable(os.path.realpath(path))


def writable(text: str) -> str:
    """The text with question marks for half characters, which no column of text can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
