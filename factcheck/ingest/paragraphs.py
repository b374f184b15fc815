"""Cut a text into paragraphs: its non-blank lines, with the lines of hard-wrapped paragraphs joined."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Span

# Columns that text is wrapped at: narrower lines are lists, wider ones paragraphs of their own.
_NARROWEST_WRAP, _WIDEST_WRAP = 40, 132
# A line must be at least this long before its sentence may run on in the next: shorter ones are labels.
_SHORTEST_RUN_ON = 30

_ENDS_SENTENCE = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•·‣–—]|\d{1,3}[.)])\s")
# A lower-case beginning, unless it is a byline's.
_RUNS_ON = re.compile(r"(?!by:? [A-Z])['\"“‘(]?[a-zß-öø-ÿ]")


def paragraphs(text: str, start: int = 0) -> tuple[Span, ...]:
    """Spans of the paragraphs of ``text[start:]`` in order, without the blank space around them."""
    blocks = tuple(_blocks(text, start))
    width = _wrap_width(text, blocks)
    return tuple(span for block in blocks for span in _joined(text, block, width))


def _blocks(text: str, start: int) -> Iterator[tuple[Span, ...]]:
    """Runs of adjacent non-blank lines."""
    block: list[Span] = []
    for line in text[start:].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            first = start + len(line) - len(line.lstrip())
            block.append(Span(start=first, end=first + len(bare)))
        elif block:
            yield tuple(block)
            block = []
        start += len(line)
    if block:
        yield tuple(block)


def _wrap_width(text: str, blocks: tuple[tuple[Span, ...], ...]) -> int | None:
    """The column a text was wrapped at, None when its lines end where they please.

    In wrapped text the next line's first word would not have fitted on the line; most pairs of lines must show that, and
    most lines must end in mid-sentence, before it is believed.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    width = max((line.end - line.start for block in blocks for line in block), default=0)
    if len(pairs) < 3 or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    full = sum(_is_full(text, *pair, width) for pair in pairs)
    open_ended = sum(not _ENDS_SENTENCE.search(text[left.start : left.end]) for left, _ in pairs)
    return width if full >= 0.6 * len(pairs) and open_ended >= 0.5 * len(pairs) else None


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    # Some columns of slack: the widest line is seldom the wrapping column itself.
    word = text[following.start : following.end].split(None, 1)[0]
    return line.end - line.start + 1 + len(word) > width - 4


def _joined(text: str, block: tuple[Span, ...], width: int | None) -> Iterator[Span]:
    current = block[0]
    last = block[0]
    for line in block[1:]:
        if _belongs(text, last, line, width):
            current = Span(start=current.start, end=line.end)
        else:
            yield current
            current = line
        last = line
    yield current


def _belongs(text: str, line: Span, following: Span, width: int | None) -> bool:
    """Whether the paragraph of ``line`` goes on in the line below it."""
    next_start = text[following.start : following.start + 8]
    if _LIST_ITEM.match(next_start) or next_start[0] in "#>":
        return False
    tail = text[max(line.start, line.end - 8) : line.end]
    is_open = not _ENDS_SENTENCE.search(tail)
    if width is not None:
        return not _is_indented(text, line, following) and (is_open or _is_full(text, line, following, width))
    if line.end - line.start < _SHORTEST_RUN_ON and not tail.endswith(","):
        return False
    return is_open and (tail.endswith(",") or bool(_RUNS_ON.match(next_start)))


def _is_indented(text: str, line: Span, following: Span) -> bool:
    """Whether the second line stands further in than the first, as the first line of a paragraph does."""
    return _indent(text, following) > _indent(text, line) + 1


def _indent(text: str, line: Span) -> int:
    before = text[max(0, line.start - 40) : line.start]
    return len(before) - len(before.rstrip(" "))
