"""Figures that follow from others: a share from two counts, an age from a birth, a number of years from its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import wording
from factcheck.model import Anchor, Claim, Quantity, TimeExpression
from factcheck.rules._deeds import deed_before
from factcheck.rules._figures import AGE
from factcheck.rules._reckoning import Flaw, Sums, plain
from factcheck.terms import Hedge

_OF_ALL = re.compile(r"(?: out)? of (?:the |its |their |all |a total of )?")
_OR = re.compile(r"(?: [\w’'-]+){0,5}(?:,? or| \(|, that is,?)(?: (?:just |only |about |some )?)?")
_IS = re.compile(r"(?: of [\w’' -]{1,30})?(?:, or |, | \(|, that is,? )")
# Points of a percentage: "30 percent" is printed for anything from 29 to 31 (rounded, cut off), "about 30" for what lies within three.
_ROUNDING, _ROUGH = 1.0, 3.0

_SINCE = re.compile(r"(?: (?:in|as|of|at) [\w’' -]{1,30})?,? ?(?:\(|from )")
_SPAN = re.compile(r",? (?:–|—|\()? ?(?:a|an|its|his|her|the)? ?(?:span|period|reign|term|stretch|total) of ")
_YEARS = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?/\d{4}(?:-\d\d(?:-\d\d)?)?")
_ENDS = 1.0  # years; from 2010 to 2015 are five by the calendar, six with both, and four and a bit at least

_BESIDE = re.compile(r", (?:aged )?$|\($| is $| is now $")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_OLDEST = 110  # who would be older is a figure of history, whose age is that of another year
_DAYS = 365.2425


def mismatches(sums: Sums, published: Anchor) -> Iterator[Flaw]:
    """The figures of a sentence that do not follow from the others that it gives for them."""
    yield from _shares(sums)
    yield from _durations(sums)
    yield from _ages(sums, published)


def _shares(sums: Sums) -> Iterator[Flaw]:
    """ "12 of 40 patients, or 45 percent"; "45 percent (12 of the 40 patients)"."""
    for one, two, three in zip(sums.claims, sums.claims[1:], sums.claims[2:], strict=False):
        if _OF_ALL.fullmatch(sums.between(one, two)) and _OR.fullmatch(sums.between(two, three)):
            part, whole, share = one, two, three
        elif _OF_ALL.fullmatch(sums.between(two, three)) and _IS.fullmatch(sums.between(one, two)):
            share, part, whole = one, two, three
        else:
            continue
        a, b, percent = part.value, whole.value, share.value
        if not (isinstance(a, Quantity) and isinstance(b, Quantity) and isinstance(percent, Quantity)):
            continue
        if (a.unit, b.unit, percent.unit) != ("count", "count", "percent") or not plain(b):
            continue
        if a.hedge is not Hedge.EXACT or b.hedge is not Hedge.EXACT or not a.low or not b.low or a.low > b.low:
            continue
        is_, slack = 100 * a.low / b.low, _ROUNDING if percent.hedge is Hedge.EXACT else _ROUGH
        too_high = percent.low is not None and is_ < percent.low - slack
        too_low = percent.high is not None and is_ > percent.high + slack
        if too_high or too_low:
            given = f"{wording.quantity(a)} of {wording.quantity(b)}"
            yield Flaw("share", part, share, f"{given} are {is_:.3g} percent, not {wording.quantity(percent)}")


def _durations(sums: Sums) -> Iterator[Flaw]:
    """ "seven years, from 2010 to 2015"; "from 2010 to 2015, a span of eight years"."""
    for one, other in sums.neighbours():
        lasted, ends = (one, other) if isinstance(one.value, Quantity) else (other, one)
        years, span = lasted.value, ends.value
        if not isinstance(years, Quantity) or not isinstance(span, TimeExpression) or not _YEARS.fullmatch(span.symbol):
            continue
        link = _SINCE if lasted is one else _SPAN
        if years.unit != "year" or years.of == AGE or years.hedge is not Hedge.EXACT or years.low is None:
            continue
        if not link.fullmatch(sums.between(one, other)):
            continue
        first, last = (int(end[:4]) for end in span.symbol.split("/"))
        if first < last and abs(years.low - (last - first)) > _ENDS:
            reason = f"from {first} to {last} are {last - first} years, not {wording.quantity(years)}"
            yield Flaw("years", lasted, ends, reason)


def _ages(sums: Sums, published: Anchor) -> Iterator[Flaw]:
    """ "Ana Brandt, 45, was born in 1956", in a report of a known day that does not look back."""
    when = published.interval
    if when.low is None or when.high is None or published.looks_back:
        return
    births = [
        c for c in sums.claims if isinstance(c.value, TimeExpression) and deed_before(sums.before(c, 60)) == "bear"
    ]
    ages = [c for c in sums.claims if isinstance(c.value, Quantity) and c.value.of == AGE]
    if len(births) != 1 or len(ages) != 1 or len(_YEAR.findall(sums.sentence)) != 1:
        return
    (birth,), (age,) = births, ages
    born, given = birth.value, age.value
    assert isinstance(born, TimeExpression) and isinstance(given, Quantity)
    if born.start is None or born.end is None or given.low is None or given.hedge is not Hedge.EXACT:
        return
    if not _belongs(sums, age, birth):
        return
    least, most = (when.low - born.end).days / _DAYS - 1, (when.high - born.start).days / _DAYS
    if most <= _OLDEST and not least - 1 <= given.low <= most + 1:
        whose = f"whoever was born in {born.start.year} was {max(0, int(least) + 1)} or {int(most)}"
        yield Flaw("age", age, birth, f"{whose} when this was published, not {wording.quantity(given)}")


def _belongs(sums: Sums, age: Claim, birth: Claim) -> bool:
    """Whether age and birth are one person's: the age stands beside the name that is the subject of the birth."""
    return (
        age.subject is not None
        and age.subject == birth.subject
        and _BESIDE.search(sums.before(age, 20)) is not None
        and re.match(r"[,).]", sums.after(age, 1)) is not None
    )
