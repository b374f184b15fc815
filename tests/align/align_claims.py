"""Claims by hand, for the tests of alignment: a clause, and its value in a few words."""

from factcheck.model import Claim, Interval, Quantity, Span, content_id
from factcheck.terms import ClaimKind, Hedge


def quantity(
    low: float | None,
    high: float | None = None,
    unit: str = "count",
    *,
    of: str | None = None,
    role: str | None = None,
    hedge: Hedge = Hedge.EXACT,
    qualifiers: tuple[str, ...] = (),
) -> Quantity:
    """``quantity(12)`` is exactly 12; ``high`` makes a range."""
    return Quantity(
        span=Span(start=0, end=1),
        interval=Interval(low=low, high=low if high is None else high),
        unit=unit,
        of=of,
        role=role,
        hedge=hedge,
        qualifiers=qualifiers,
    )


def claim(
    value: Quantity | None = None,
    text: str = "N of them were there",
    *,
    article: str = "a",
    name: str = "",
    entities: tuple[str, ...] = (),
) -> Claim:
    """A claim; its noun and role are those of the value, its id depends on ``article``, ``name`` and ``text``."""
    return Claim(
        id=content_id(article, name, text, repr(value)),
        article_id=article,
        sentence=0,
        span=Span(start=0, end=len(text)),
        text=text,
        kind=ClaimKind.STATEMENT if value is None else ClaimKind.QUANTITY,
        value=value,
        of=value.of if value else None,
        role=value.role if value else None,
        entities=entities,
    )
