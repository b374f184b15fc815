"""A claim quoted for the terminal: where it stands, its words, its value set off."""

from __future__ import annotations

from rich.text import Text

from factcheck.model import Article, Claim
from factcheck.report.citing import in_headline, location, value_span, visible, who

_LONGEST = 320  # characters of a quote that are shown; a longer one is cut on either side of its value
_LEAD = 120  # characters kept before the value when a quote is cut


def place(article: Article, claim: Claim) -> Text:
    """``path:line`` of the claim, whose article that is where the path does not say, and whether it is the headline."""
    text = Text(location(article, claim), overflow="fold")
    notes = [who(article)] if article.source else []
    notes += ["headline"] if in_headline(article, claim) else []
    return text.append(f"  {', '.join(notes)}", style="dim") if notes else text


def quote(article: Article, claim: Claim, *, marks: bool) -> Text:
    """The claim's words in quotation marks, as they stand in the article, with the value emphasised.

    With ``marks`` the value also stands between asterisks, for output that has no styles.
    """
    value = value_span(claim)
    start, end = claim.span.start, claim.span.end
    if end - start > _LONGEST:
        start = max(start, (value.start if value else start) - _LEAD)
        end = min(end, start + _LONGEST)
    text = Text("“" if start == claim.span.start else "“…", overflow="fold")
    if value is None or value.start >= end:
        text.append(_words(article, start, end))
    else:
        stop = min(value.end, end)
        mark = "*" if marks else ""
        text.append(_words(article, start, value.start))
        text.append(f"{mark}{_words(article, value.start, stop)}{mark}", style="bold underline")
        text.append(_words(article, stop, end))
    text.append("”" if end == claim.span.end else "…”")
    return text


def _words(article: Article, start: int, end: int) -> str:
    return visible(article.text[start:end])
