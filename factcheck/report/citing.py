"""Where a claim stands and who says it, in an article's own words, made safe to show."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from pathlib import PurePath

from factcheck.model import Article, Claim, Span
from factcheck.terms import SegmentRole, Stance

_LONGEST_VALUE = 60  # characters of a value that a table shows
_LONGEST_NAME = 22  # characters of a file's name in a column
_NEWLINE = re.compile("\r\n|\r|\n")
# Control characters, direction overrides and lone surrogates: what could drive, reorder or break a terminal.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text, character for character, with white space as spaces and nothing in it that a terminal would obey."""
    return _UNSAFE.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if character.isspace():
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))  # the picture of the control character
    return "\ufffd"


def line_of(article: Article, offset: int) -> int:
    """The number of the line, from 1, on which the character at ``offset`` stands."""
    return 1 + bisect_right(_line_starts(article.text), offset)


@lru_cache(maxsize=32)  # claims come article by article, and a long article holds thousands of them
def _line_starts(text: str) -> tuple[int, ...]:
    """Where each line but the first begins."""
    return tuple(match.end() for match in _NEWLINE.finditer(text))


def location(article: Article, claim: Claim) -> str:
    """``path:line`` of the claim's value; only the path where the text is not the file's own and has no lines in it."""
    path = visible(article.path)
    if article.derived_text:
        return path
    value = value_span(claim)
    return f"{path}:{line_of(article, value.start if value else claim.span.start)}"


def value_span(claim: Claim) -> Span | None:
    """Where the claim's value stands in the article, if it stands in the claim's own words."""
    if claim.value is not None and claim.span.contains(claim.value.span):
        return claim.value.span
    return None


def who(article: Article) -> str:
    """The source's name, or else the file's, short enough for a column."""
    if article.source:
        return visible(article.source)
    name = visible(PurePath(article.path).stem or article.path)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 9]}…{name[-8:]}"


def in_headline(article: Article, claim: Claim) -> bool:
    """Whether the claim stands in the article's headline."""
    return any(part.role is SegmentRole.HEADLINE and part.span.overlaps(claim.span) for part in article.segments)


def attributed(claim: Claim, article: Article) -> str:
    """Whom the article cites, and what they do with the claim when they do not simply assert it; else nothing."""
    attribution = claim.attribution
    if attribution is None:
        return ""
    written, name = attribution.span.of(article.text), attribution.source
    at = written.lower().find(name)  # the name as the article writes it, where it does
    if at >= 0 and len(written.lower()) == len(written):
        name = written[at : at + len(name)]
    stance = "" if attribution.stance is Stance.ASSERTS else f" ({attribution.stance})"
    return visible(name) + stance


def as_written(claim: Claim, article: Article) -> str:
    """The value in the article's own words, or the claim's words where it has no value; a long one is cut short."""
    span = claim.value.span if claim.value is not None else claim.span
    words = span.of(article.text)[: 2 * _LONGEST_VALUE]
    return shorten(" ".join(visible(words).split()), _LONGEST_VALUE)


def shorten(text: str, limit: int) -> str:
    """The text, or as many of its first words as fit in ``limit`` characters, with an ellipsis."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    return kept[: kept.rfind(" ")].rstrip() + "…" if " " in kept else kept + "…"
