"""Comparing articles that meet: their claims are aligned and every rule looks at every pair, two articles at a time.

What it takes is one record, a part of which can be sent to another process: nothing that comes of two articles depends on the
others, but for how rare words are in the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.align.embedders import Embedder
from factcheck.align.neighbours import align, by_article
from factcheck.align.space import Rarity
from factcheck.align.stories import Meeting
from factcheck.model import Alignment, Case, Judgement
from factcheck.readings import Material
from factcheck.rules import Rule
from factcheck.rules._judge import context_of, judge

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Articles, which of them meet (by their place among ``material.articles``), and how rare their words are.

    ``rarity`` is None for a whole run, whose own it is; unless ``screened``, claims of no promise are compared too.
    """

    material: Material
    meetings: Sequence[Meeting]
    within: bool
    screened: bool = True
    rarity: Rarity | None = None

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The place of each article (by id)."""
        return {article: row for row, article in enumerate(self.material.articles)}

    def parts(self, size: int) -> Iterator[Comparison]:
        """The same in parts of ``size`` meetings, each with no more than it takes."""
        every = by_article(self.material.claims.values(), self.rows)
        rarity = Rarity.of(every, self.material.sentence)
        pieces = list(self.material.by_article().values())
        for start in range(0, len(self.meetings), size):
            some = self.meetings[start : start + size]
            rows = sorted({row for left, right, _ in some for row in (left, right)})
            place = {row: n for n, row in enumerate(rows)}
            claims = {row: every[row] for row in rows if row in every}
            yield replace(
                self,
                material=Material.joined([pieces[row] for row in rows]),
                meetings=[(place[left], place[right], story) for left, right, story in some],
                rarity=rarity.among(claims, self.material.sentence),
            )


@dataclass(frozen=True, slots=True)
class Met:
    """Two claims that met, and what the rules made of them: the name of the one that spoke, and its judgement."""

    alignment: Alignment
    rule: str = ""
    judgement: Judgement | None = None


def compared(comparison: Comparison, embedder: Embedder, tell: Progress | None = None) -> Iterator[Met]:
    """What comes of the articles that meet, as it is found."""
    material = comparison.material
    alignments = align(
        tuple(material.claims.values()),
        material.sentence,
        comparison.meetings,
        comparison.rows,
        {article.id: article.published.reach for article in material.articles.values()},
        embedder,
        rarity=comparison.rarity,
        within=comparison.within,
        screened=comparison.screened,
        compared=(lambda done, total: tell("comparing articles", done, total)) if tell else None,
    )
    for alignment in alignments:
        reached = verdict(material.case(alignment))
        yield Met(replace(alignment, evidence=())) if reached is None else Met(alignment, reached[0].name, reached[1])


def verdict(case: Case) -> tuple[Rule, Judgement] | None:
    """What the rules make of a pair."""
    return judge(case.left, case.right, context_of(case))
