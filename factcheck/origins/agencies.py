"""Which news agency a report, or a sentence of it, is credited to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from factcheck.model import Article

_CREDIT = 200  # characters; a credit line is short, and longer paragraphs tell something
_DATELINE = 100  # characters in which a paragraph's dateline ends
_SAYS = r"(?:report(?:s|ed)|said|says|quoted|cited)"


def agency_of(article: Article) -> str | None:
    """The agency whose report the article is, by its source, dateline, byline or rights notice; None when none is credited.

    "The Associated Press contributed to this report" does not make the whole the agency's; a photograph's credit makes none of it.
    """
    if article.source is not None and (match := re.fullmatch(_named(), article.source.strip())):
        return _first(match.group())
    for segment in article.segments:
        start = segment.span.start
        words = article.text[start : min(segment.span.end, start + _CREDIT + 1)].strip()
        match = _dateline().match(words[:_DATELINE]) or (_credit().match(words) if len(words) <= _CREDIT else None)
        if match is not None:
            return _first(next(filter(None, match.groups())))
    return None


def agency_cited(sentence: str) -> str | None:
    """The agency that a sentence has its news from ("Reuters reported", "he told the AP"), or None.

    >>> agency_cited("Six people died, the Associated Press reported."), agency_cited("Reuters will move its office.")
    ('Associated Press', None)
    """
    match = _cited().search(sentence)
    return None if match is None else _first(next(filter(None, match.groups())))


@cache
def _names() -> Mapping[str, str]:
    table = tomllib.loads(files("factcheck.origins").joinpath("agencies.toml").read_text(encoding="utf-8"))
    return {name: row[0] for row in table["agencies"] for name in row}


def _first(name: str) -> str:
    return _names()[name.removeprefix("The ").removeprefix("the ")]


@cache
def _named() -> str:
    names = "|".join(re.escape(name) for name in sorted(_names(), key=lambda n: (-len(n), n)))
    return rf"(?:[Tt]he )?(?:{names})"


@cache
def _dateline() -> re.Pattern[str]:
    """ "RUMA (Reuters) -", "(AP) —", "RUMA, 3 May /TASS/.", "AP -" at the head of a paragraph."""
    return re.compile(
        rf"[^()/\n]{{0,70}}[(/]({_named()})[)/]\.?\s{{0,2}}(?:[–—-]|\s)|({_named()})\s{{0,2}}[–—-]{{1,2}}\s"
    )


@cache
def _credit() -> re.Pattern[str]:
    """A line that is nothing but a credit, or a notice of the agency's rights."""
    writer = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:,| [|/–-]| of| for)? "
    post = r"(?: (?:[Ss]taff|[Ww]riters?|[Cc]orrespondents?))?"
    return re.compile(
        rf"(?:(?:By|BY|Source:|From|[Aa]gency:)\s(?:{writer})?)?({_named()}){post}\.?$"
        rf"|(?:©|\([cC]\)|Copyright)[\s©]{{0,3}}(?:\d{{4}} )?({_named()})\b"
    )


@cache
def _cited() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:told|according to|by|citing|quoted by) ({_named()})\b(?! [Pp]hoto)"
        rf"|\b({_named()})(?: news agency)? (?:ha(?:s|ve|d) )?{_SAYS}\b"
    )
