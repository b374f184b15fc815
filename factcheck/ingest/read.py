"""The first stage: paths in, articles out. Only this stage reads files, stdin or the network."""

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import BinaryIO

from factcheck.errors import NothingToCheck, SkippedInput, UnreadableInput
from factcheck.ingest.decode import declared_charset, decode
from factcheck.ingest.fetch import fetch
from factcheck.ingest.find import SUFFIXES, Source, find
from factcheck.ingest.html import html_article, is_page
from factcheck.ingest.records import json_articles, jsonl_articles
from factcheck.ingest.text import article
from factcheck.model import Article

# No article is longer; JSON Lines may hold very many.
_MOST_BYTES = 20_000_000
_MOST_BYTES_OF_RECORDS = 1_000_000_000

_MEDIA_SUFFIXES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}


def read(
    paths: Iterable[str | Path],
    *,
    on_skip: Callable[[str], None] | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[Article, ...]:
    """Read articles from files, folders, URLs and "-" for stdin.

    What cannot be read is told to ``on_skip`` in one line ("PATH: skipped, WHY; REMEDY") and left out; a date that cannot be
    read, in another ("PATH: undated, ..."), and its article is read undated. The default is a ``SkippedInput`` warning. The
    articles come sorted by path, whatever the order of ``paths``; a file reached twice is read once.

    Raises ``MissingPath`` when a path does not exist, ``NothingToCheck`` when nothing at all could be read.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    tell = on_skip or _warn
    reasons: list[str] = []

    def skip(path: str, reason: str) -> None:
        message = f"{_printable(path)}: skipped, {reason}"
        reasons.append(message)
        tell(message)

    articles: list[Article] = []
    for source in find([os.fspath(path) for path in given], skip):
        try:
            articles.extend(_read(source, stdin, skip, tell))
        except UnreadableInput as error:
            skip(source.path, str(error))
    if not articles:
        raise NothingToCheck(_nothing(given, reasons))
    return tuple(articles)


def _warn(message: str) -> None:
    warnings.warn(message, SkippedInput, stacklevel=3)


def _nothing(given: Sequence[str | Path], reasons: list[str]) -> str:
    if len(reasons) == 1:
        return f"nothing to check: {reasons[0]}"
    where = ", ".join(_printable(os.fspath(path)) for path in given[:3]) + (", ..." if len(given) > 3 else "")
    return f"nothing to check in {where or 'no paths'}: name files or folders with {', '.join(SUFFIXES)} articles"


def _read(
    source: Source, stdin: BinaryIO | None, skip: Callable[[str, str], None], note: Callable[[str], None]
) -> Iterator[Article]:
    path = _printable(source.path)
    suffix = PurePath(source.path).suffix.lower()
    charset = url = None
    if source.is_url:
        page = fetch(source.path)
        data, charset, url = page.data, page.charset, source.path
        suffix = _MEDIA_SUFFIXES.get(page.media_type, ".html")
    elif source.is_stdin:
        data, suffix = _limited(stdin or sys.stdin.buffer, ".txt"), ".txt"
    else:
        data = _file(source.path, suffix)
    if suffix in (".html", ".htm"):
        charset = charset or declared_charset(data)
    text = decode(data, declared=charset)
    if suffix == ".json":
        yield from json_articles(text, path, skip, note)
    elif suffix == ".jsonl":
        yield from jsonl_articles(text, path, skip, note)
    elif suffix in (".html", ".htm") or is_page(text):
        yield html_article(text, path, url=url)
    else:
        yield article(text, path=path, url=url, on_note=note)


def _file(path: str, suffix: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return _limited(file, suffix)
    except OSError as error:
        raise UnreadableInput(f"it cannot be opened ({error.strerror}); check its permissions") from None


def _limited(file: BinaryIO, suffix: str) -> bytes:
    most = _MOST_BYTES_OF_RECORDS if suffix in (".json", ".jsonl") else _MOST_BYTES
    data = file.read(most + 1)
    if len(data) > most:
        raise UnreadableInput(f"it is larger than {most // 1_000_000} MB; split it into one file an article")
    return data


def _printable(path: str) -> str:
    """The path as text that can be written anywhere: file names need not be valid in any encoding."""
    return os.fsencode(path).decode("utf-8", "replace")
