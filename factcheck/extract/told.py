"""One sentence with all that was found in it: what its claims are made from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.attribution import AttributedSpan
from factcheck.extract.clauses import Clause, clause_at
from factcheck.extract.clauses.wordclasses import lexicon
from factcheck.model import Article, Entity, Quantity, Sentence, TimeExpression
from factcheck.terms import Stance, Tense

_AS_SAYING = re.compile(r"\s+as (?:saying|telling)\b")
_AS_OF = re.compile(r"\bas (?:of|at)(?: \w{1,12}){0,2}\s$", re.IGNORECASE)
_BY = re.compile(r"\bby(?: the| late| early| about| around)?\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence with all that was found in it. Offsets are into ``text``, which begins at ``offset`` of the article."""

    article: Article
    sentence: Sentence
    text: str
    offset: int
    clauses: tuple[Clause, ...]
    times: tuple[TimeExpression, ...]
    attributed: Sequence[AttributedSpan]
    named: Sequence[Entity]
    counts: tuple[Quantity, ...]

    def is_reporting(self, clause: Clause) -> bool:
        """Whether the clause only says who says so ("police said"): what it reports stands in another clause."""
        verb = clause.predicate
        if verb is None:
            return False
        if clause.lemma in lexicon().clausal | {"quote"}:
            rest = self.text[verb.end : clause.span.end]
            if not rest.strip() or _AS_SAYING.match(rest):
                return True
        return any(
            a.attribution.span.contains(verb)
            and not (a.attribution.stance is Stance.DENIES and clause.span.contains(a.scope))
            for a in self.attributed
        )

    def is_as_of(self, time: TimeExpression) -> bool:
        """Whether the time is when something was known, not when it happened: "as of Monday", "by noon 40 had died"."""
        before = self.text[max(0, time.span.start - 36) : time.span.start]
        if _AS_OF.search(before):
            return True
        if time.symbol.endswith(":future") or "EVENT" in time.symbol:
            return False
        clause = clause_at(self.clauses, time.span.start)
        return _BY.search(before) is not None and (clause is None or clause.tense is not Tense.FUTURE)
