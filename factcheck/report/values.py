"""The distinct values of one fact and who says each: the rows of a fact's table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from factcheck import wording
from factcheck.model import Article, Claim, Entity, Quantity, TimeExpression
from factcheck.report.citing import as_written, attributed, visible, who

_MOST_SAYINGS = 6  # rows for one value before the rest is only counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One row: ``value`` is empty where it is the row above's; ``wording`` where it says no more than the value."""

    value: str
    who: str
    published: str
    attributed: str
    wording: str


def value_words(claim: Claim, article: Article) -> str:
    """The value for a table: figures and days in the wording of the reasons, everything else as written."""
    match claim.value:
        case Quantity() as quantity:
            return wording.quantity(quantity)
        case TimeExpression(interval=interval) if interval.is_bounded:
            return wording.days(interval)
        case _:
            return as_written(claim, article)


def counted(claim: Claim, article: Article) -> str:
    """The same with the noun that a figure counts: "at least 12 people"."""
    return visible(wording.counted(claim.value)) if isinstance(claim.value, Quantity) else value_words(claim, article)


def distinct_values(claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[Saying, ...]:
    """The values in rising order, each with everyone who says it; claims that differ in nothing shown are one row."""
    claims = tuple(claims)
    words = counted if len({claim.of for claim in claims if claim.of}) > 1 else value_words
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_key(claim), []).append(claim)
    rows: list[Saying] = []
    for group in sorted(groups.values(), key=lambda group: _rank(group[0])):
        rows += _rows(group, articles, words)
    return tuple(rows)


def _rows(group: list[Claim], articles: Mapping[str, Article], words: Callable[[Claim, Article], str]) -> list[Saying]:
    label = min((words(claim, articles[claim.article_id]) for claim in group), key=lambda label: (len(label), label))
    plain = value_words(group[0], articles[group[0].article_id])
    rows: dict[Saying, None] = {}
    for claim in group:
        article = articles[claim.article_id]
        written = as_written(claim, article)
        rows[
            Saying(
                value="",
                who=who(article),
                published=wording.published(article.published),
                attributed=attributed(claim, article),
                wording="" if written.casefold() in (label.casefold(), plain.casefold()) else f"“{written}”",
            )
        ] = None
    kept = list(rows)[:_MOST_SAYINGS]
    first = kept[0]
    limits = wording.bounds(group[0].value) if isinstance(group[0].value, Quantity) else ""
    kept[0] = Saying(
        value=f"{label} ({limits})" if limits else label,
        who=first.who,
        published=first.published,
        attributed=first.attributed,
        wording=first.wording,
    )
    if len(rows) > len(kept):
        kept.append(Saying(value="", who=f"and {len(rows) - len(kept)} more", published="", attributed="", wording=""))
    return kept


def _key(claim: Claim) -> tuple[object, ...]:
    match claim.value:
        case Quantity() as quantity:
            return "quantity", quantity.interval, quantity.unit, quantity.hedge
        case TimeExpression() as time:
            return "time", time.interval, "" if time.interval.is_bounded else time.symbol
        case Entity() as entity:
            return "entity", entity.key
        case None:
            return "statement", claim.id


def _rank(claim: Claim) -> tuple[int, float, float]:
    """Rising order; what is open below comes before, what is open above after, what has no order last."""
    match claim.value:
        case Quantity(interval=interval):
            low, high = interval.low, interval.high
        case TimeExpression(interval=interval):
            low = interval.low.toordinal() if interval.low else None
            high = interval.high.toordinal() if interval.high else None
        case _:
            return 1, 0, 0
    infinity = float("inf")
    return 0, -infinity if low is None else low, infinity if high is None else high
