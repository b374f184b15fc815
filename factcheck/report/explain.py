"""How a verdict came about: what spoke for one fact, and which step of the ladder decided.

Nothing is kept from the run but what the rules were given; the steps are worked out again from that, by the functions that the
rules themselves use.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from factcheck import wording
from factcheck.align.features import probability, weights_of
from factcheck.align.scopes import Counted, scope
from factcheck.dating.occasions import Same
from factcheck.errors import FactcheckError
from factcheck.model import Case, Claim, Finding, Quantity, Report, TimeExpression
from factcheck.report.citing import shorten, visible
from factcheck.rules import Context
from factcheck.rules._judge import context_of
from factcheck.rules._ladder import Order, correction, denied, moved, order, parties
from factcheck.rules._rule import rules_for
from factcheck.terms import ClaimKind, Severity, Verdict

_BAR = 24  # characters of the longest bar of a contribution
_QUOTE = 160  # characters of a clause


class Outcome(StrEnum):
    """What became of the pair at a step of the ladder."""

    PASSED = "passed"
    DECIDED = "decided"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question of the ladder, what became of it, and the answer in words."""

    question: str
    outcome: Outcome
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One feature of the pair, and by how much log-odds it moved the probability that the two are one fact."""

    feature: str
    value: float
    log_odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one rule made of the pair; a rule that abstains has no verdict."""

    rule: str
    verdict: Verdict | None
    level: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A finding taken apart. ``print`` it, or let a notebook show it."""

    finding: str
    verdict: Verdict
    severity: Severity
    confidence: float
    rule: str
    level: str
    about: str
    reason: str
    left: str
    right: str
    probability: float
    contributions: tuple[Contribution, ...]
    steps: tuple[Step, ...]
    opinions: tuple[Opinion, ...]

    def __str__(self) -> str:
        return "\n".join(_text(self))

    def _repr_html_(self) -> str:
        return "".join(_html(self))


def explain(finding: Finding) -> Explanation:
    """Take a finding apart. Raises FactcheckError when it does not come from a run, and so has nothing to show."""
    case = finding.case
    if case is None:
        raise FactcheckError(f"finding {finding.id} keeps nothing to explain it by; make it with check() or compare()")
    context = context_of(case)
    return Explanation(
        finding=finding.id,
        verdict=finding.verdict,
        severity=finding.severity,
        confidence=finding.confidence,
        rule=finding.rule,
        level=finding.level,
        about=finding.about,
        reason=finding.reason,
        left=case.left.text,
        right=case.right.text,
        probability=case.alignment.score,
        contributions=tuple(_contributions(case)),
        steps=tuple(_steps(finding, case, context)),
        opinions=tuple(_opinions(case, context)),
    )


def steps(finding: Finding) -> tuple[Step, ...]:
    """The ladder alone, without what costs more; nothing for a finding that keeps nothing to explain it by."""
    case = finding.case
    return () if case is None else tuple(_steps(finding, case, context_of(case)))


def find(report: Report, id_: str) -> Finding:
    """The finding of a report with this id, or with the only id that begins so."""
    found = [finding for finding in report.findings if finding.id.startswith(id_)]
    if len(found) != 1 or not id_:
        raise FactcheckError(
            f"{len(found) or 'no'} findings have an id that begins with {id_!r}; the JSON report lists them"
        )
    return found[0]


def _contributions(case: Case) -> Iterator[Contribution]:
    """What the log-odds would lose without each feature, the weightiest first."""
    evidence = case.alignment.evidence
    whole = _log_odds(case, evidence)
    found = [
        Contribution(
            feature=name,
            value=round(value, 4),
            log_odds=round(whole - _log_odds(case, [row for row in evidence if row[0] != name]), 3) + 0.0,
        )
        for name, value in evidence
    ]
    yield from sorted(found, key=lambda c: (-abs(c.log_odds), c.feature))


def _log_odds(case: Case, evidence: Sequence[tuple[str, float]]) -> float:
    likely = probability(weights_of(f"{case.left.kind.value} beside rivals"), evidence)
    return math.log(likely / (1 - likely)) if 0 < likely < 1 else math.copysign(60.0, likely - 0.5)


# Which step of the ladder each verdict stops at; a rule that has steps of its own stops at the same ones.
_STOPS = {
    Verdict.SCOPE: "Do they count the same thing?",
    Verdict.DATE_CONTEXT: "Are they about the same occasion?",
    Verdict.AGREE: "Can both be true?",
    Verdict.UPDATE: "Did the later report move or correct it?",
    Verdict.DISPUTED: "Do different parties say so?",
    Verdict.CONFLICT: "Is there nothing left but a contradiction?",
}


def _steps(finding: Finding, case: Case, context: Context) -> Iterator[Step]:
    left, right = case.left, case.right
    answers = {
        "Are they about one fact?": "they stand in one sentence, whose figures are reckoned up"
        if context.one_sentence
        else f"{context.alike:.0%} likely, by wording, names and what is counted",
        _STOPS[Verdict.SCOPE]: _same_count(left, right),
        _STOPS[Verdict.DATE_CONTEXT]: {
            Same.YES: "yes, as far as their dates say",
            Same.NO: f"{context.occasion.why}; rule {finding.rule} does not need one occasion",
            Same.UNKNOWN: "nothing tells two occasions apart",
        }[context.occasion.same],
        _STOPS[Verdict.AGREE]: _values(left, right, finding),
        _STOPS[Verdict.UPDATE]: _publication(left, right, context),
        _STOPS[Verdict.DISPUTED]: _parties(left, right, context),
        _STOPS[Verdict.CONFLICT]: "",
    }
    decided = False
    for question, answer in answers.items():
        here = question == _STOPS[finding.verdict]
        outcome = Outcome.NOT_ASKED if decided else Outcome.DECIDED if here else Outcome.PASSED
        told = f"{finding.reason} (rule {finding.rule}, step {finding.level})" if here else answer
        yield Step(question=question, outcome=outcome, answer="" if decided else told)
        decided = decided or here


def _same_count(left: Claim, right: Claim) -> str:
    if left.kind is not ClaimKind.QUANTITY or right.kind is not ClaimKind.QUANTITY:
        return (
            f"a {left.kind} and a {right.kind} are compared"
            if left.kind is not right.kind
            else f"both are a {left.kind}"
        )
    counted = scope(left, right)
    if counted.counted is Counted.DIFFERENT:
        return f"{counted.why}, which the rule does not mind"
    nouns = (
        " and ".join(dict.fromkeys(wording.plural(claim.of) for claim in (left, right) if claim.of)) or "the same unit"
    )
    return f"both count {nouns}" if counted.counted is Counted.SAME else f"nothing relates what they count ({nouns})"


def _values(left: Claim, right: Claim, finding: Finding) -> str:
    match left.value, right.value:
        case Quantity() as a, Quantity() as b:
            return f"{wording.quantity(a)} and {wording.quantity(b)} have no value in common"
        case TimeExpression() as one, TimeExpression() as other:
            return f"{wording.days(one.interval)} and {wording.days(other.interval)} have no day in common"
        case _:
            return f"rule {finding.rule} finds that they do not go together"


def _publication(left: Claim, right: Claim, context: Context) -> str:
    when = {
        Order.LEFT_FIRST: "the left report is the earlier one",
        Order.RIGHT_FIRST: "the right report is the earlier one",
        Order.SAME_DAY: "one article" if context.same_article else "both are of one day",
        Order.UNKNOWN: "which report is the later one is not known",
    }[order(context)]
    words = correction(context.left) or correction(context.right) or moved(left) or moved(right)
    return f"{when}; “{words}” stands in one" if words else f"{when}; neither says that the figure moved"


def _parties(left: Claim, right: Claim, context: Context) -> str:
    named = parties(left, right, context) or denied(left, right)
    return f"{named[0]} and {named[1]}" if named else "no two named parties"


def _opinions(case: Case, context: Context) -> Iterator[Opinion]:
    for rule in rules_for(context):
        judgement = rule.judge(case.left, case.right, context)
        yield Opinion(
            rule=rule.name,
            verdict=judgement.verdict if judgement else None,
            level=judgement.level if judgement else "",
            reason=judgement.reason if judgement else "",
        )


def _text(e: Explanation) -> Iterator[str]:
    yield f"{e.verdict.upper()}, {e.severity} severity, confidence {e.confidence:.0%}: {visible(e.about)}"
    yield f"  left   “{shorten(visible(e.left), _QUOTE)}”"
    yield f"  right  “{shorten(visible(e.right), _QUOTE)}”"
    yield ""
    width = max(len(step.question) for step in e.steps)
    for step in e.steps:
        yield f"  {step.outcome:9}  {step.question:{width}}  {visible(step.answer)}".rstrip()
    yield ""
    yield f"  one fact with a probability of {e.probability:.0%}; by how much each feature moved its log-odds:"
    for c in e.contributions:
        if c.log_odds:
            yield f"  {c.log_odds:+6.2f}  {_bar(c, e):{_BAR}}  {c.feature} = {c.value:g}"
    spoke = [f"{o.rule}: {o.verdict}" for o in e.opinions if o.verdict]
    silent = [o.rule for o in e.opinions if not o.verdict]
    yield ""
    yield f"  rules that spoke: {', '.join(spoke)}; that abstained: {', '.join(silent) or 'none'}"


def _bar(contribution: Contribution, e: Explanation) -> str:
    most = max(abs(c.log_odds) for c in e.contributions) or 1.0
    return ("█" if contribution.log_odds > 0 else "░") * max(1, round(_BAR * abs(contribution.log_odds) / most))


def _html(e: Explanation) -> Iterator[str]:
    def cell(text: str) -> str:
        return f"<td style='text-align:left'>{escape(visible(text))}</td>"

    yield f"<div><p><b>{escape(e.verdict)}</b>, {escape(e.severity)} severity: {escape(visible(e.about))}</p>"
    yield f"<blockquote>{escape(visible(e.left))}</blockquote><blockquote>{escape(visible(e.right))}</blockquote><table>"
    for step in e.steps:
        name = f"<b>{step.outcome}</b>" if step.outcome is Outcome.DECIDED else escape(step.outcome)
        yield f"<tr><td>{name}</td>{cell(step.question)}{cell(step.answer)}</tr>"
    yield f"</table><p>One fact with a probability of {e.probability:.0%}; what moved its log-odds:</p><table>"
    for c in e.contributions:
        if c.log_odds:
            yield f"<tr>{cell(c.feature)}<td>{c.value:g}</td><td>{c.log_odds:+.2f}</td>{cell(_bar(c, e))}</tr>"
    yield "</table></div>"
