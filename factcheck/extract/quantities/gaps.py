"""Figures that leave out what stands once: "the Greens 28", "up from 98", "raised to 14.5 cents from 12"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.extract.quantities.binding import Bound
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.nouns import AUXILIARIES, PREPOSITIONS
from factcheck.extract.quantities.tokens import Tokens

_SAYING = words("ellipsis")["saying"]
_GAINED = words("ellipsis")["gained"]


def gapped(tokens: Tokens, here: Bound, last: Bound) -> bool:
    """ "Labour has 40 per cent, the Greens 28 and the League 11": figures of several parties whose unit stands once."""
    figure, lower = here.figure, tokens.lower
    start = last.figure.end if last.figure.unit == "percent" else last.after
    gap = lower[start : figure.first]
    follower = lower[figure.end]
    return (
        (last.figure.unit == "percent" or (last.figure.unit == "count" and last.of is not None))
        and 2 <= len(gap) <= 7
        and gap[0] in (",", "and", ";", "to")
        and (
            tokens.words[figure.first - (2 if gap[-1] in ("'s", "’s") else 1)][:1].isupper()
            or (gap[-1] in ("on", "at") and any(w[:1].isupper() for w in tokens.words[start : figure.first]))
            or (gap[-1] in _GAINED and any(w[:1].isupper() for w in tokens.words[start : figure.first]))
            or (gap[0] == "to" and gap[-1] in ("her", "his", "their", "its"))
        )
        and all(w.isalpha() or w in (",", ";", "'", "'s", "’s") for w in gap)
        and AUXILIARIES.isdisjoint(gap)
        and (follower in (",", "and", ")") or tokens.breaks(figure.end))
    )


def was(tokens: Tokens, here: Bound, last: Bound) -> bool:
    """ "to nine ships from 14", "120 seats, up from 98": the second is what it was."""
    lower = tokens.lower
    if lower[here.figure.first - 1] == "from" and lower[here.figure.first - 2] in ("up", "down"):
        return True
    if lower[here.figure.first - 1] == "to" and last.figure.unit == "percentage_point":
        return here.figure.first - 1 == last.figure.end  # "narrowed by four percentage points to nine"
    return (
        lower[here.figure.first - 1] == "from"
        and lower[last.figure.first - 1] == "to"
        and here.figure.first - last.after <= 3
    )


def measured_like(tokens: Tokens, here: Bound, last: Bound) -> Bound | None:
    """A bare figure in the unit of the one before: "raised to 14.5 cents from 12", "8%, up from six"."""
    figure = here.figure
    if last.figure.unit in ("count", "ordinal") or figure.noun != here.after or figure.low is None:
        return None
    follower = tokens.lower[here.after]
    if follower.isalpha() and follower not in PREPOSITIONS and follower not in ("a", "and", "last", "the"):
        return None
    hundredth = last.figure.unit == "GBP" or last.figure.unit == "USD" or last.figure.unit == "EUR"
    minor = hundredth and tokens.lower[last.figure.end - 1] in ("cents", "cent", "pence", "p")
    scale = Decimal("0.01") if minor else Decimal(1)
    high = None if figure.high is None else figure.high * scale
    figure = replace(figure, unit=last.figure.unit, low=figure.low * scale, high=high, of=last.figure.of, weak=False)
    return replace(here, figure=figure, of=last.figure.of, role=None, elliptic=False)


def echoes(tokens: Tokens, bound: Bound) -> bool:
    """Whether a bare figure gives the same count again: "police said 2,000 marched, organisers claimed over 15,000"."""
    figure, lower = bound.figure, tokens.lower
    if (
        bound.elliptic
        or figure.weak
        or figure.joined
        or not (tokens.breaks(figure.end) or lower[figure.end] in (",", ")"))
    ):
        return False
    before = lower[figure.first - 1]
    return before in _SAYING or (
        before in ("at", "as", "was", "is")
        and any(w in _SAYING for w in lower[max(0, figure.first - 7) : figure.first])
    )
