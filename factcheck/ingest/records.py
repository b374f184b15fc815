"""Read articles from JSON: one object, a list of objects, or one object a line."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from factcheck.errors import UnreadableInput
from factcheck.ingest.html import with_title
from factcheck.ingest.published import metadata
from factcheck.ingest.text import article, undated
from factcheck.model import UNDATED, Anchor, Article

_SHAPE = (
    'write {"title": ..., "text": ..., "source": ..., "published": ..., "url": ...}, of which only "text" is needed'
)

Decoded = TypeVar("Decoded")


class Record(msgspec.Struct, frozen=True):
    """An article as JSON input gives it. Only ``text`` must be right; other fields of an unexpected type are passed over."""

    text: str
    title: object = None
    source: object = None
    published: object = None
    url: object = None


def json_articles(
    text: str, path: str, skip: Callable[[str, str], None], note: Callable[[str], None]
) -> Iterator[Article]:
    """The articles of a JSON file: one object, or a list whose records are called ``path#n``, n from 1.

    A record that is no article goes to ``skip`` with its path and the reason. Raises ``UnreadableInput`` when the file is not JSON.
    """
    if text.lstrip()[:1] == "[":
        yield from _each(_decode(text, list[msgspec.Raw]), path, skip, note)
    else:
        yield _article(_decode(text, Record), path, note)


def jsonl_articles(
    text: str, path: str, skip: Callable[[str, str], None], note: Callable[[str], None]
) -> Iterator[Article]:
    """The articles of a file of one JSON object a line (blank lines are passed over), called ``path#n``, n from 1."""
    yield from _each((line for line in text.split("\n") if line.strip()), path, skip, note)


def _each(
    records: Iterable[msgspec.Raw | str], path: str, skip: Callable[[str, str], None], note: Callable[[str], None]
) -> Iterator[Article]:
    for number, raw in enumerate(records, start=1):
        name = f"{path}#{number}"
        try:
            yield _article(_decode(raw, Record), name, note)
        except UnreadableInput as error:
            skip(name, str(error))


def _decode(raw: msgspec.Raw | str, shape: type[Decoded]) -> Decoded:
    try:
        return msgspec.json.decode(raw, type=shape)
    except msgspec.ValidationError as error:
        raise UnreadableInput(f"its shape is wrong ({error}); {_SHAPE}") from None
    except RecursionError:
        raise UnreadableInput(f"it is nested too deeply; {_SHAPE}") from None
    except ValueError as error:
        raise UnreadableInput(f"it is not valid JSON ({error}); mend or export it again") from None


def _article(record: Record, path: str, note: Callable[[str], None]) -> Article:
    if not record.text.strip():
        raise UnreadableInput("its text is empty; " + _SHAPE)
    title = _words(record.title)
    return article(
        with_title(title, record.text),
        path=path,
        title=title,
        source=_words(record.source),
        url=_words(record.url),
        published=_published(record.published, path, note),
        derived_text=True,
    )


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _published(value: object, path: str, note: Callable[[str], None]) -> Anchor:
    if value is None or value == "":
        return UNDATED
    words = str(value) if isinstance(value, str | int) else type(value).__name__
    anchor = metadata(words, "published")
    if anchor is None:
        note(undated(path, words))
    return anchor or UNDATED
