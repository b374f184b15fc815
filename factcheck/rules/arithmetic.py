"""Figures that do not add up."""

from __future__ import annotations

from factcheck.dating.occasions import Same
from factcheck.model import Claim, Judgement, Quantity
from factcheck.rules._ladder import Order, capital, confidence, loose, order, parties
from factcheck.rules._ladder import severity as severity_of
from factcheck.rules._ratios import mismatches
from factcheck.rules._reckoning import Flaw, Sums
from factcheck.rules._rule import Context, Example, Side, rule
from factcheck.rules._sums import adds_up, excesses
from factcheck.terms import Severity, Verdict

_SURE = 0.9  # one sentence reckons with its own figures: nothing is left to alignment, something to extraction
# Probability from which a total and parts of another sentence are one event's. They are worded unlike, so it says little: of 45
# such pairs (any total beside any parts, whatever they add up to) in 147 web articles on shootings 39 were rightly matched and lay
# between .10 and .78. Of the others four counted a part of those attacked, one had "several" as its total (both abstain now), and one,
# at .05, took an age for a count.
_ONE_FACT = 0.1


@rule(
    "arithmetic",
    within_sentence=True,
    examples=(
        Example("Five people died in the fire, six of them children.", "", Verdict.CONFLICT),
        Example("Six of the five dead were children.", "", Verdict.CONFLICT),
        Example("Six people, three men and four women, were killed.", "", Verdict.CONFLICT),
        Example("Eight people were shot in Ruma, leaving two dead and seven wounded.", "", Verdict.CONFLICT),
        Example("Of the 214 people aboard, 150 were rescued, 50 died and 20 are missing.", "", Verdict.CONFLICT),
        Example("Twelve of the 40 patients, or 45 percent, fell ill.", "", Verdict.CONFLICT),
        Example("Some 45 percent (12 of the 40 patients) fell ill.", "", Verdict.CONFLICT),
        Example("She was mayor for seven years, from 2010 to 2015.", "", Verdict.CONFLICT),
        Example(
            "Ana Brandt, 45, was born in Ruma in 1956.", "", Verdict.CONFLICT, published=("2024-03-01", "2024-03-01")
        ),
        Example(
            "Eight people were shot at the market in Ruma.",
            "The shooting at the market in Ruma left two people dead and seven people wounded.",
            Verdict.CONFLICT,
        ),
        Example("Six people died in the fire, five of them children.", "", None),
        Example("Seven people, three men and four women, were killed.", "", None),
        Example("Eight people were shot in Ruma, leaving one dead and seven wounded.", "", None),
        Example("Eight people were shot in Ruma, leaving two dead and seven wounded, among them the gunman.", "", None),
        Example("Eight people were shot in Ruma; seven were wounded, two of whom died.", "", None),
        Example("Of the 214 people aboard, 150 were rescued, 50 died and 30 were injured.", "", None),
        Example(
            "Four people were shot in the office in Ruma.",
            "The attack in Ruma left four people dead and two people wounded.",
            None,
        ),
        Example("Police found 58 people in two halls, including eight in a cellar.", "", None),
        Example("Several families left their homes, about 200 of them at night.", "", None),
        Example("Twelve of the 40 patients, or 30 percent, fell ill.", "", None),
        Example("Twelve of the 40 patients fell ill, and 45 percent of the staff.", "", None),
        Example("She was mayor for six years, from 2010 to 2015.", "", None),
        Example("Ana Brandt, 67, was born in Ruma in 1956.", "", None, published=("2024-03-01", "2024-03-01")),
        Example("Ana Brandt, 45, was born in Ruma in 1956.", "", None),
        Example(
            "Eight people were shot at the market in Ruma.",
            "The shooting at the market in Ruma left one person dead and seven people wounded.",
            None,
        ),
        Example(
            "Eight people were shot at the market in Ruma.",
            "The shooting at the market in Ruma left two people dead and seven people wounded.",
            None,
            published=("2024-03-01", "2024-03-03"),
        ),
    ),
)
def arithmetic(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """The figures of a sentence do not add up, or the parts that one report gives exceed the total that another gives."""
    if context.one_sentence:
        sums = Sums.of(context.left.claims, context.left.sentence)
        flaws = [] if sums is None else [*excesses(sums), *mismatches(sums, context.left.published)]
        flaw = next((f for f in flaws if f.joins(left, right)), None)
        return None if flaw is None else _judged(flaw, _SURE, "One sentence contradicts itself: ")
    if context.alike < _ONE_FACT or context.occasion.same is Same.NO or not _at_one_time(context):
        return None
    if parties(left, right, context) is not None:
        return None
    flaw = _across(left, right, context.right) or _across(right, left, context.left)
    return None if flaw is None else _judged(flaw, confidence(context), "")


def _across(whole: Claim, part: Claim, side: Side) -> Flaw | None:
    """The parts in the sentence of the one claim against the other claim's total, when that sentence gives no total itself."""
    sums = Sums.of(side.claims, side.sentence)
    if sums is None or not isinstance(whole.value, Quantity) or whole.value.unit != "count" or not whole.positive:
        return None
    if any(adds_up(figure, sums) for figure in sums.counts()):
        return None  # told within that sentence
    flaw = adds_up((whole, whole.value), sums)
    return flaw if flaw is not None and flaw.joins(whole, part) else None


def _at_one_time(context: Context) -> bool:
    """Whether a toll cannot have moved between the two: one article, one day, or two bare sentences."""
    if order(context) is Order.UNKNOWN:
        return not any(side.published.interval.is_bounded for side in (context.left, context.right))
    return order(context) is Order.SAME_DAY


def _judged(flaw: Flaw, sure: float, where: str) -> Judgement:
    figures = [c.value for c in (flaw.one, flaw.other) if isinstance(c.value, Quantity)]
    weight = severity_of(flaw.one, 0.1, hedged=any(loose(f.hedge) for f in figures))
    return Judgement(
        verdict=Verdict.CONFLICT,
        level=flaw.level,
        reason=capital(f"{where}{flaw.reason}."),
        severity=weight if weight is not Severity.LOW else Severity.MEDIUM,
        confidence=sure,
    )
