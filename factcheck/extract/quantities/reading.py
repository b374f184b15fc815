"""Reading figures off the tokens, left to right: what is a figure, what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factcheck.extract.quantities.ages import TIME_UNITS
from factcheck.extract.quantities.compounds import half_of_compound
from factcheck.extract.quantities.designators import NO_COUNT, is_calibre, is_name, name_end
from factcheck.extract.quantities.figures import Amount, Figure, amount_at, figures_from
from factcheck.extract.quantities.hedges import Shape, hedge_before
from factcheck.extract.quantities.instants import MONTHS, instant_end
from factcheck.extract.quantities.lemmas import is_plural
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.measures import sign_before
from factcheck.extract.quantities.multiples import STARTERS as MULTIPLE_STARTERS
from factcheck.extract.quantities.multiples import multiple_at, span_at
from factcheck.extract.quantities.nouns import AUXILIARIES, CARDINALS, DETERMINERS, STATES, STOPS
from factcheck.extract.quantities.numbers import ORDINAL_TENS, ORDINALS, cardinal, is_whole
from factcheck.extract.quantities.numbers import STARTERS as NUMBER_STARTERS
from factcheck.extract.quantities.ordinals import ordinal_at
from factcheck.extract.quantities.shares import STARTERS as SHARE_STARTERS
from factcheck.extract.quantities.shares import share_at
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.zeros import zero_at
from factcheck.terms import Hedge

_ZEROS = frozenset({"no", "nobody", "none", "neither", "without"})
STARTERS = NUMBER_STARTERS | SHARE_STARTERS | MULTIPLE_STARTERS | _ZEROS | frozenset(ORDINALS) | frozenset(ORDINAL_TENS)
_WORDS = words("reading")
_RELATIVE_AFTER = _WORDS["relative_after"]
_RELATIVE_BEFORE = _WORDS["relative_before"]
_LASTING = _WORDS["lasting"]
_FUTURE = _WORDS["future"]
_NO_SUPERLATIVES = _WORDS["no_superlatives"]
_ONE_BEFORE = _WORDS["one_before"]
_ONE_AFTER = _WORDS["one_after"]


def read_figures(tokens: Tokens) -> Iterator[Figure]:
    """Every figure of the text, in order, none overlapping another."""
    i = last = 0
    while i < tokens.size:
        word = tokens.lower[i]
        if word in STARTERS or word[0].isdecimal() or (word[0] == "." and len(word) > 1):
            found, end = _read(tokens, i)
            for figure in found:
                yield figure if figure.first >= last else replace(figure, first=last)  # a hedge serves one figure
                last = figure.end
            i = max(end, last, i + 1)
        else:
            i += 1


def _read(tokens: Tokens, i: int) -> tuple[tuple[Figure, ...], int]:
    word = tokens.lower[i]
    numeral = not word[0].isalpha()
    if word in _ZEROS:
        return _one(*zero_at(tokens, i))
    start, sign = sign_before(tokens, i)
    hedged = bool(sign) or hedge_before(tokens, start)[1] not in (Shape.PLAIN, Shape.AROUND)
    if numeral:
        end = i if sign else max(name_end(tokens, i), instant_end(tokens, i, hedged=hedged))
        if end > i:
            return (), end
    if word == "a" and _not_a_single(tokens, i):
        zero = Decimal(0)
        return (Figure(i - 1, i, i + 2, zero, zero, "count", Hedge.EXACT, i + 2),), i + 2
    found, end = ordinal_at(tokens, i)
    if end > i and not (numeral and found is None and sign):
        if found is None:
            return (), end
        return (_ordinal(found.number.first, end, found.number.low, found.of, ellipsis=found.ellipsis),), end
    share, end = share_at(tokens, i)
    if share:
        return _timed(tokens, (share,)), end
    multiple = multiple_at(tokens, i)
    if multiple:
        return (multiple,), multiple.end
    span, end = span_at(tokens, i)
    if span:
        return _timed(tokens, (span,)), end
    return _cardinal(tokens, i, hedged=hedged)


def _one(figure: Figure | None, end: int) -> tuple[tuple[Figure, ...], int]:
    return ((figure,) if figure else ()), end


def _ordinal(first: int, end: int, value: Decimal, of: str | None, *, ellipsis: bool) -> Figure:
    return Figure(
        first=first,
        number=first,
        end=end,
        low=value,
        high=value,
        unit="ordinal",
        hedge=Hedge.EXACT,
        noun=end,
        of=of,
        weak=ellipsis,
    )


def _cardinal(tokens: Tokens, i: int, *, hedged: bool) -> tuple[tuple[Figure, ...], int]:
    recited = _recited(tokens, i)
    if recited > i:
        return (), recited
    between = tokens.lower[i - 1] == "between" if i else False
    amount = amount_at(tokens, i, plain_and=between)
    if amount is None:
        return (), _past_number(tokens, i)
    if is_name(
        tokens,
        amount.number.first,
        amount.number.end,
        hedged=hedged or (amount.measure is not None and amount.unit != "count"),
        whole=(amount.first < amount.number.first and tokens.words[amount.number.first - 1].isalpha())
        or (amount.measure is not None and amount.measure.of == "age"),
    ):
        of = tokens.lower[amount.end] == "of" and tokens.lower[amount.end + 1].isdecimal()
        return (), amount.end + 2 if of else amount.end  # "page 3 of 5"
    if tokens.lower[amount.first - 1] == "per":
        return (), amount.end  # a rate keeps its amount: "4.2 per 1,000"
    if amount.measure and is_calibre(tokens, i, amount.end):
        return (), amount.end
    if (
        amount.measure is None
        and is_calibre(tokens, i, amount.end)
        and (not is_whole(amount.number.low) or tokens.lower[amount.end] in ("-", "caliber", "calibre", "gauge"))
    ):
        return (), amount.end
    if amount.measure is None and tokens.hyphen(amount.end) and tokens.lower[amount.end + 1] in NO_COUNT:
        return (), amount.end
    if tokens.lower[i] == "scores" and not _many_scores(tokens, i):
        return (), amount.end
    if tokens.lower[amount.end] == "-" and tokens.glued(amount.end) and not tokens.glued(amount.end + 1):
        return half_of_compound(tokens, amount)
    if (_pronoun_one(tokens, amount) and not _none_of(tokens, i)) or _ends_in_month(tokens, amount):
        return (), amount.end
    figures, end = figures_from(tokens, amount)
    if tokens.lower[i] in ("one", "single") and figures and _not_one(tokens, i):
        none = figures[0]
        return (replace(none, first=i - 1, low=Decimal(0), high=Decimal(0), weak=False),), end
    if tokens.lower[i] == "one":
        figures = tuple(replace(f, weak=True) if f.unit == "count" else f for f in figures)
    return _timed(tokens, figures), end


def _recited(tokens: Tokens, i: int) -> int:
    """Past number words that stand side by side and make no one number: "twenty twenty-four", "three two one"."""
    if tokens.lower[i] not in CARDINALS:
        return i
    number = cardinal(tokens, i)
    at = number.end if number else i
    if tokens.lower[at] not in CARDINALS or tokens.hyphen(at + 1):
        return i
    while tokens.lower[at] in CARDINALS:
        at += 1
    return at


def _past_number(tokens: Tokens, i: int) -> int:
    """Past digits that are no number ("007", a telephone's)."""
    return i + 1


def _many_scores(tokens: Tokens, i: int) -> bool:
    """Whether "scores" means many and not points."""
    after, before = tokens.lower[i + 1], tokens.lower[i - 1] if i else ""
    if before in DETERMINERS:
        return False
    return after in ("of", "more", "others", "dead") or after in STATES or (after in AUXILIARIES and tokens.opens(i))


def _ends_in_month(tokens: Tokens, amount: Amount) -> bool:
    end = amount.end
    return (
        amount.measure is None
        and tokens.lower[end] in MONTHS
        and tokens.words[end][0].isupper()
        and tokens.lower[end] not in ("may", "march")
    )


def _not_a_single(tokens: Tokens, i: int) -> bool:
    """ "not a single vote was cast": none; the bare "not a single one" is rhetoric."""
    return tokens.lower[i - 1 : i + 2] == ["not", "a", "single"] and tokens.lower[i + 2] != "one"


def _none_of(tokens: Tokens, i: int) -> bool:
    """ "not one of the 40 ballots was valid"."""
    return tokens.lower[i - 1] == "not" and tokens.lower[i + 1] == "of" and cardinal(tokens, i + 3) is not None


def _not_one(tokens: Tokens, i: int) -> bool:
    """ "not one vote was cast": none."""
    return tokens.lower[i - 1] == "not" and "but" not in tokens.lower[i + 1 : i + 5]


def _pronoun_one(tokens: Tokens, amount: Amount) -> bool:
    i = amount.number.first
    if tokens.lower[i] != "one" or amount.number.end != i + 1 or (amount.measure and amount.unit not in TIME_UNITS):
        return False
    after, before = tokens.lower[i + 1], tokens.lower[i - 1] if i else ""
    if tokens.hyphen(i + 1):
        return amount.measure is None
    noun = after.isalpha() and after not in STOPS
    if before in _ONE_BEFORE and hedge_before(tokens, i)[0] == i and (before == "no" or not noun):
        return True
    if amount.measure:
        return after in ("day", "second", "minute") and before not in ("for", "than", "least", "after", "in", "within")
    if after in _ONE_AFTER:
        return True
    if after == "or" and tokens.lower[i + 2] == "two":
        return False
    if (after == "to" or (after == "and" and before == "between")) and tokens.lower[i + 2] in CARDINALS:
        return False  # "between one and two million"
    if all(w[:1].isupper() and w[1:].islower() for w in tokens.words[i + 1 : i + 3]) and tokens.words[i].islower():
        return True  # "one Peter Obi"
    return (
        after in STOPS
        and after not in AUXILIARIES
        and after not in STATES
        and after not in ("other", "died", "dead", "missing", "hurt", "in")
    )


def _timed(tokens: Tokens, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple(f for f in figures if f.unit not in TIME_UNITS or f.of == "age" or not _relative(tokens, f))


def _superlative(word: str) -> bool:
    """ "the coldest night in 40 years": a span of time to be the first in."""
    return word.endswith("est") and len(word) > 5 and word not in _NO_SUPERLATIVES


_BEFORE_A_VERB = frozenset({"to", "will", "would", "may", "might", "can", "could", "should", "must", "not", "'ll"})


def _names_month(tokens: Tokens, at: int) -> bool:
    """Whether a month stands at token ``at``, a day before it or not."""
    at += tokens.lower[at].isdecimal()
    return tokens.lower[at] in MONTHS and tokens.words[at][0].isupper()


def _relative(tokens: Tokens, figure: Figure) -> bool:
    """Whether the span of time says when and not how long: "two days earlier", "in the past week", "in 10 days"."""
    lower = tokens.lower
    after = lower[figure.end]
    at = figure.first - 1
    before = lower[at] if at >= 0 else ""
    if after in ("'", "’") and lower[figure.end + 1] == "time":
        return True  # "in six weeks' time"
    if after in ("to", "ended", "ending") and _names_month(tokens, figure.end + 1):
        return True  # "in the three months to March"
    if after in _RELATIVE_AFTER:
        return not (after in ("before", "after", "since") and before in _LASTING)
    if lower[figure.end : figure.end + 2] in (
        ["from", "now"],
        ["from", "today"],
        ["on", ","],
        ["on", "."],
        ["on", ""],
        ["in", "advance"],
    ):
        return True
    if after in ("away", "into"):
        return True
    if figure.unit == "minute" and after in ("to", "past") and (hour := cardinal(tokens, figure.end + 1)):
        return hour.low <= 12 and not is_plural(lower[hour.end])  # "seventeen minutes to eight"
    if before in ("the", "these", "his", "its") and lower[at - 1] in ("over", "in", "for", "during", "within"):
        before = before if before != "the" else "the"
    if before in _RELATIVE_BEFORE:
        return not (before == "last" and lower[at - 1] in _BEFORE_A_VERB)  # "expected to last six weeks"
    if before == "in" and not (at and lower[at - 1] in ("once", "twice", "rate", "times", "first", "time")):
        sentence = lower[max(0, at - 14) : at]
        return any(w in _FUTURE for w in sentence) and not any(
            w in ("was", "were", "had", "worst", "first", "only", "most", "least", "best") or _superlative(w)
            for w in sentence
        )
    return False
