"""Read the article out of a web page: main text by trafilatura, date by htmldate."""

import logging
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from factcheck.errors import UnreadableInput
from factcheck.ingest.published import metadata
from factcheck.ingest.text import article
from factcheck.model import UNDATED, Anchor, Article

# Beyond these the parsers take more than linear time; no article page comes near (the largest news pages have some 15,000 tags).
_MOST_BYTES = 5_000_000
_MOST_TAGS = 50_000
_NO_TEXT = "the page holds no running text; save the article's text as .txt"
_OWN_REPORT = (
    '<meta name="generator" content="factcheck">'  # report/templates/page.html; it quotes every article of its folder
)
_LONG_TAG = re.compile(r"<(/?[a-zA-Z][\w-]{0,20})\b[^<>]{5000,}>")
_PAGE_START = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,500}-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE
)
# The dates that a page may claim: a fixed range, so that the same page gives the same date on any day.
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"

for _library in ("trafilatura", "htmldate", "justext"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def is_page(text: str) -> bool:
    """Whether a text is a web page, whatever its file is called."""
    return bool(_PAGE_START.match(text[:2000]))


def html_article(
    page: str, path: str, *, url: str | None = None, on_note: Callable[[str], None] | None = None
) -> Article:
    """The article in a page, its text being the title, a blank line, and the main text.

    Raises ``UnreadableInput`` when the page is too large, holds no running text, or is a report of factcheck itself. Without a date it is undated.
    """
    # Imported here: these libraries take a third of a second, which only HTML input should pay.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    if _OWN_REPORT in page[:2000]:
        raise UnreadableInput("it is a report of factcheck, not an article")
    if len(page) > _MOST_BYTES or page.count("<") > _MOST_TAGS:
        raise UnreadableInput("the page is too large (5 MB or 50,000 tags); save the article's text as .txt")
    # A tag of many kilobytes holds data for a script, and its attributes take quadratic time.
    page = _LONG_TAG.sub(r"<\1>", page)
    markup_only = {"min_date": _EARLIEST, "max_date": _LATEST, "original_date": True, "extensive_search": False}
    found = None
    # Precision first: only a page that gives it nothing is read with the ordinary, more generous settings.
    for precise in (True, False):
        found = found or bare_extraction(
            page,
            favor_precision=precise,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=markup_only,
        )
    if not isinstance(found, Document) or not (body := (found.text or "").strip()):
        raise UnreadableInput(_NO_TEXT)
    title = " ".join((found.title or "").split()) or None
    address = url or _address(found.url)
    return article(
        with_title(title, _without_title(body, title)),
        path=path,
        title=title,
        source=found.sitename or (urlsplit(address).hostname if address else None),
        url=address,
        published=_date(page, found.date),
        derived_text=True,
        on_note=on_note,
    )


def with_title(title: str | None, text: str) -> str:
    """Title, blank line, text: what the spans of HTML and JSON input point into."""
    return f"{title}\n\n{text}" if title else text


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest.lstrip() if title and rest.strip() and " ".join(first.split()) == title else text


def _address(claimed: str | None) -> str | None:
    return claimed if claimed and urlsplit(claimed).scheme in ("http", "https") else None


def _date(page: str, marked: str | None) -> Anchor:
    """The date that the page's markup says, or a guess from its text, which its evidence calls one."""
    if marked:
        return metadata(marked, "page metadata (htmldate)") or UNDATED
    from htmldate import find_date

    guess = find_date(page, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    # From a bare year ("© 2025") it makes the first of January: no date at all.
    if not guess or guess.endswith("-01-01"):
        return UNDATED
    return metadata(guess, "page text (htmldate, low confidence)") or UNDATED
