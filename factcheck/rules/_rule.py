"""What a rule is: one file with a function, its name and the examples that specify it. Found, not registered."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck import wording
from factcheck.dating.occasions import Occasion, Same, days_apart
from factcheck.model import Anchor, Claim, Judgement
from factcheck.terms import SegmentRole, Verdict

_YEAR, _SEASON = 365, 10  # days: a yearly event is held within some days of its day


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What a rule may know of a claim's surroundings.

    ``publisher`` is the article's source where it speaks for itself: a body in its own statement, anybody in the words "we" and
    "our"; ``claims`` are all of the sentence, the claim itself among them.
    """

    published: Anchor
    sentence: str
    role: SegmentRole = SegmentRole.BODY
    publisher: str | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """How the two claims were brought together.

    ``alike`` is the probability that they are about one fact, ``evidence`` holds the features that it was reckoned from
    (align/features.py, align/rivals.py). ``one_affair`` is False for reports of two times of which the later does not go back to
    the other's. ``one_sentence`` says that the two stand in one sentence: nothing aligned them.
    """

    alike: float
    evidence: Mapping[str, float]
    same_article: bool
    occasion: Occasion
    left: Side
    right: Side
    one_affair: bool = True
    one_sentence: bool = False

    @property
    def elsewhen(self) -> bool:
        """Whether the claims are surely of two occasions: both say so, or nothing ties the later report to the earlier one."""
        if self.occasion.same is Same.NO and self.occasion.stated:
            return True
        return not self.one_affair and self.occasion.same is not Same.YES

    @property
    def confusable(self) -> bool:
        """Whether a reader may take the one report's affair for the other's: one affair, or two years' editions of an event."""
        if self.one_affair:
            return True
        apart = days_apart(self.left.published.interval, self.right.published.interval)
        return apart is not None and min(apart % _YEAR, -apart % _YEAR) <= _SEASON

    @property
    def why_elsewhen(self) -> str:
        """Why the claims are of two occasions, in a reader's words."""
        if self.occasion.why:
            return self.occasion.why
        left, right = (wording.days(side.published.interval) for side in (self.left, self.right))
        return f"the reports are of {left} and of {right}, and the later one does not go back to the earlier"

    @property
    def clause(self) -> float:
        """The cosine of the two clauses with their values masked; of figures, of the words next to them."""
        return self.evidence.get("wording", 0.0)


Judge = Callable[[Claim, Claim, Context], Judgement | None]


@dataclass(frozen=True, slots=True)
class Example:
    """Two sentences and the verdict on them; None says that the rule must abstain.

    Without a second one, the figures of the one sentence are judged beside each other.
    ``published`` gives the two publication days (ISO) where the verdict depends on them.
    """

    left: str
    right: str
    verdict: Verdict | None
    published: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A judge with its name, its documentation and its specification by example.

    ``within_sentence`` says that it also looks at claims of one sentence, which otherwise never meet: a sentence's figures are
    different ones, and only a rule that reckons with all of them has something to say of two.
    """

    name: str
    doc: str
    judge: Judge
    examples: tuple[Example, ...]
    within_sentence: bool = False


def rule(name: str, *, examples: Sequence[Example], within_sentence: bool = False) -> Callable[[Judge], Rule]:
    """Turn a judging function into a Rule; its docstring becomes the rule's documentation."""

    def wrap(judge: Judge) -> Rule:
        doc = " ".join((judge.__doc__ or "").split())
        return Rule(name=name, doc=doc, judge=judge, examples=tuple(examples), within_sentence=within_sentence)

    return wrap


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule in this folder, by name: a new file is a new rule."""
    package = importlib.import_module("factcheck.rules")
    found = []
    for module_info in pkgutil.iter_modules(package.__path__):
        if module_info.name.startswith("_"):
            continue
        module = importlib.import_module(f"factcheck.rules.{module_info.name}")
        found += [value for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda r: r.name))


def rules_for(context: Context) -> tuple[Rule, ...]:
    """The rules that look at a pair that met so."""
    return tuple(r for r in all_rules() if r.within_sentence or not context.one_sentence)
