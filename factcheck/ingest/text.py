"""Build an article from its text: front matter, segments and their roles. Nothing is cut, everything is marked."""

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from factcheck.errors import SkippedInput
from factcheck.ingest.boilerplate import clutter
from factcheck.ingest.frontmatter import FrontMatter, front_matter
from factcheck.ingest.paragraphs import paragraphs
from factcheck.ingest.published import metadata
from factcheck.ingest.shape import Shape, shape
from factcheck.model import UNDATED, Anchor, Article, Segment, Span, content_id
from factcheck.terms import SegmentRole

_LIST_ITEM = re.compile(r"(?:[-*•·‣–—]|\d{1,3}[.)])\s+\S")
_HEADING = re.compile(r"#{1,6}\s+\S")


def article(
    text: str,
    *,
    path: str = "-",
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    published: Anchor = UNDATED,
    derived_text: bool = False,
    on_note: Callable[[str], None] | None = None,
) -> Article:
    """An article in memory.

    Front matter at the beginning of ``text`` fills what is not given. ``derived_text`` says that ``text`` was made (from HTML
    or JSON), so that no front matter is looked for and reports carry it. A front-matter date that cannot be read leaves
    the article undated and is told to ``on_note`` (default: a ``SkippedInput`` warning). Spans are offsets into ``text``.
    """
    header = FrontMatter() if derived_text else front_matter(text)
    segments = tuple(_segments(text, header, title))
    return Article(
        id=content_id(path, text),
        path=path,
        text=text,
        segments=segments,
        title=title or header.value("title") or _first_headline(text, segments, header),
        source=source or header.value("source"),
        url=url or header.value("url"),
        published=published if published is not UNDATED else _published(header, path, on_note or _warn),
        derived_text=derived_text,
    )


def undated(path: str, words: str) -> str:
    """The line that says that a date could not be read, and what would help."""
    shown = words if len(words) <= 40 else words[:40] + "…"
    return f"{path}: undated, cannot read published: {shown!r}; write it as 2025-05-05 (or 2025-05, or 2025)"


def _published(header: FrontMatter, path: str, note: Callable[[str], None]) -> Anchor:
    words = header.value("published") or header.value("date")
    if words is None:
        return UNDATED
    anchor = metadata(words, "front matter")
    if anchor is None:
        note(undated(path, words))
        return UNDATED
    return anchor


def _warn(message: str) -> None:
    warnings.warn(message, SkippedInput, stacklevel=4)


def _segments(text: str, header: FrontMatter, title: str | None) -> Iterator[Segment]:
    yield from _header_segments(text, header)
    spans = paragraphs(text, header.end)
    shapes = [shape(span.of(text)) for span in spans]
    titled = header.value("title") is not None
    roles = _roles(shapes, clutter(shapes), title or header.value("title"), titled=titled)
    for span, role in zip(spans, roles, strict=True):
        yield Segment(span=span, role=role)


def _header_segments(text: str, header: FrontMatter) -> Iterator[Segment]:
    """Every line of the front matter is clutter but the title's value, which is the headline."""
    title = header.get("title")
    offset = 0
    for line in text[: header.end].splitlines(keepends=True):
        start, offset = offset, offset + len(line)
        if title is None or not start <= title.span.start < offset:
            yield from _stripped(text, start, offset)
            continue
        yield from _stripped(text, start, title.span.start)
        yield Segment(span=title.span, role=SegmentRole.HEADLINE)
        yield from _stripped(text, title.span.end, offset)


def _stripped(text: str, start: int, end: int) -> Iterator[Segment]:
    piece = text[start:end]
    if bare := piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        yield Segment(span=Span(start=first, end=first + len(bare)), role=SegmentRole.BOILERPLATE)


def _roles(shapes: Sequence[Shape], marks: Sequence[bool], title: str | None, *, titled: bool) -> Iterator[SegmentRole]:
    """The role of each paragraph; ``titled`` says that the headline stands in the front matter."""
    kept = [i for i, is_clutter in enumerate(marks) if not is_clutter]
    following = dict(pairwise(kept))
    top = None if titled or not kept else kept[0]
    known = " ".join(title.split()) if title else None
    for i, s in enumerate(shapes):
        if known is not None and s.line == known:
            yield SegmentRole.HEADLINE
        elif marks[i]:
            yield SegmentRole.BOILERPLATE
        else:
            yield _role(s, shapes[following[i]] if i in following else None, is_top=i == top)


def _role(s: Shape, below: Shape | None, *, is_top: bool) -> SegmentRole:
    if _HEADING.match(s.line):
        return SegmentRole.HEADLINE
    if s.line.startswith(">"):
        return SegmentRole.QUOTE
    if _LIST_ITEM.match(s.line) and not _is_wrapped_in_dashes(s):
        return SegmentRole.LIST
    if below is not None and not s.line.endswith((":", ",", ";")):
        if is_top and s.is_title and not s.is_quotation_mark_only and len(s.words) >= 3:
            return SegmentRole.HEADLINE
        if s.is_subhead and (
            below.ended or below.line.endswith(":") or below.is_quotation or _LIST_ITEM.match(below.line)
        ):
            return SegmentRole.HEADLINE
    return SegmentRole.QUOTE if s.is_quotation else SegmentRole.BODY


def _is_wrapped_in_dashes(s: Shape) -> bool:
    return s.line[0] in "–—-" and s.line[-1] == s.line[0] and s.is_subhead


def _first_headline(text: str, segments: Sequence[Segment], header: FrontMatter) -> str | None:
    """The words of the headline above the text; a subhead further down is none."""
    for segment in segments:
        if segment.span.start < header.end or segment.role is SegmentRole.BOILERPLATE:
            continue
        if segment.role is not SegmentRole.HEADLINE:
            return None
        return " ".join(segment.span.of(text).lstrip("# ").split())
    return None
