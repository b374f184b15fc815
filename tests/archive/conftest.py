"""What the tests of the archive share: short articles, and archives that hold some."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.archive.store import Archive
from factcheck.ingest.text import article
from factcheck.model import Article
from factcheck.settings import Settings

DATE = "---\npublished: 2025-03-11\n---\n"
FERRY = f"{DATE}The ferry Maren sank off Elland on Monday. Twelve people were killed on the ferry Maren."
AGAIN = f"{DATE}On Monday the ferry Maren sank near Elland. Fifteen people were killed on the ferry Maren."
BANK = (
    "Shares in the Vantor bank fell by 9 percent after its chairman, Luis Perreira, sold his own in Karlov this spring."
)


def short(path: str, text: str) -> Article:
    return article(text, path=path)


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "test.archive"


@pytest.fixture
def stored(file) -> Iterator[Archive]:
    """An archive of two articles that have nothing to do with each other."""
    with Archive(file, create=True) as archive:
        for path, text in (("ferry.txt", FERRY), ("bank.txt", BANK)):
            archive.add(short(path, text), Settings())
        yield archive
