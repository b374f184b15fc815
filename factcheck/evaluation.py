"""Scores a report against labelled stories: folders of articles with a ``gold.json``.

``gold.json`` holds ``gold`` (pairs of quotes with the verdict they deserve, and in ``also`` others that can be
defended), ``traps`` (pairs that look alike and must not be reported as conflict, update or disputed) and ``dates``
(true publication windows of undated articles). Conflicts are labelled exhaustively, so one that is reported and not
labelled is a false alarm. A finding matches a pair when its two sides share half of the shorter of span and quote.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from factcheck.align.embedders import Embedder
from factcheck.errors import InputError, UnreadableInput
from factcheck.ingest.read import read
from factcheck.model import Article, Claim, Report, Span
from factcheck.pipeline import check
from factcheck.settings import Settings
from factcheck.terms import Verdict

_LOUD = frozenset({Verdict.CONFLICT, Verdict.UPDATE, Verdict.DISPUTED})
_LONGEST = 600  # a side longer than this points at an article, not at a claim


class Quote(msgspec.Struct, frozen=True):
    """Words of an article; the first occurrence is meant."""

    file: str
    quote: str


class LabelledPair(msgspec.Struct, frozen=True):
    """Two quotes and the verdicts that a careful editor accepts."""

    verdict: Verdict
    left: Quote
    right: Quote
    about: str = ""
    also: tuple[Verdict, ...] = ()

    @property
    def accepted(self) -> frozenset[Verdict]:
        """The labelled verdict and those that can be defended."""
        return frozenset({self.verdict, *self.also})


class Trap(msgspec.Struct, frozen=True):
    """Two quotes that look alike and must be left alone, and why."""

    left: Quote
    right: Quote
    why: str = ""


class Gold(msgspec.Struct, frozen=True):
    """The labels of one story."""

    gold: tuple[LabelledPair, ...]
    traps: tuple[Trap, ...] = ()
    dates: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts that add up over stories. ``labelled``, ``hit`` and ``aligned`` are by verdict."""

    labelled: Mapping[Verdict, int]
    hit: Mapping[Verdict, int]
    aligned: Mapping[Verdict, int]
    conflicts: int = 0
    true_conflicts: int = 0
    traps: int = 0
    sprung: int = 0
    dated: int = 0
    dated_right: int = 0
    findings: int = 0
    notes: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            labelled=Counter(self.labelled) + Counter(other.labelled),
            hit=Counter(self.hit) + Counter(other.hit),
            aligned=Counter(self.aligned) + Counter(other.aligned),
            conflicts=self.conflicts + other.conflicts,
            true_conflicts=self.true_conflicts + other.true_conflicts,
            traps=self.traps + other.traps,
            sprung=self.sprung + other.sprung,
            dated=self.dated + other.dated,
            dated_right=self.dated_right + other.dated_right,
            findings=self.findings + other.findings,
            notes=self.notes + other.notes,
        )

    @property
    def conflict_precision(self) -> float | None:
        """Share of reported conflicts that are labelled so, 0..1; None when none was reported."""
        return self.true_conflicts / self.conflicts if self.conflicts else None

    @property
    def conflict_recall(self) -> float | None:
        """Share of labelled conflicts that got an accepted verdict, 0..1; None when there is none."""
        labelled = self.labelled.get(Verdict.CONFLICT, 0)
        return self.hit.get(Verdict.CONFLICT, 0) / labelled if labelled else None

    @property
    def accuracy(self) -> float | None:
        """Share of labelled pairs that got an accepted verdict, 0..1."""
        total = sum(self.labelled.values())
        return sum(self.hit.values()) / total if total else None

    def to_json(self) -> str:
        """The figures, without the notes."""
        figures = {
            "verdicts": {
                v.value: {"labelled": n, "right": self.hit.get(v, 0), "aligned": self.aligned.get(v, 0)}
                for v, n in sorted(self.labelled.items())
            },
            "conflict precision": _rounded(self.conflict_precision),
            "conflict recall": _rounded(self.conflict_recall),
            "false conflicts": self.conflicts - self.true_conflicts,
            "verdict accuracy": _rounded(self.accuracy),
            "findings": self.findings,
            "traps": self.traps,
            "traps sprung": self.sprung,
            "dated": self.dated,
            "dated right": self.dated_right,
        }
        return json.dumps(figures, indent=1)


def stories_in(folders: Iterable[str | Path]) -> tuple[Path, ...]:
    """The story folders (those with a gold.json) among and below the given ones. Raises InputError when there is none."""
    found: set[Path] = set()
    for folder in map(Path, folders):
        if not folder.is_dir():
            raise InputError(f"{folder}: no such folder; give a folder of stories, each with its gold.json")
        found |= {p.parent for p in folder.rglob("gold.json")}
    if not found:
        raise InputError(f"{', '.join(map(str, folders))}: no gold.json below; seeds/README.md says what it holds")
    return tuple(sorted(found))


def evaluate(folder: Path, settings: Settings | None = None, *, embedder: Embedder | None = None) -> Score:
    """Check the articles of one story and score the report against its labels.

    ``embedder`` is one that is loaded already, for several stories. Raises UnreadableInput when the labels are not of the
    right shape or quote what no article holds.
    """
    gold = labels_of(folder / "gold.json")
    report = check(read([folder]), settings, embedder=embedder)
    try:
        return score(gold, report, folder.name)
    except UnreadableInput as error:
        raise UnreadableInput(f"{folder / 'gold.json'}: {error}") from error


def score(gold: Gold, report: Report, name: str = "") -> Score:
    """Score a report against labels; the notes name every miss, false alarm and sprung trap."""
    articles = {Path(a.path).name: a for a in report.articles}
    by_id = {a.id: a for a in report.articles}
    claims = {c.id: c for c in report.claims}
    found = [(f, (side_of(claims[f.left], by_id), side_of(claims[f.right], by_id))) for f in report.findings]
    notes: list[str] = []
    labelled: Counter[Verdict] = Counter()
    hit: Counter[Verdict] = Counter()
    aligned: Counter[Verdict] = Counter()
    conflict_places = []
    for pair in gold.gold:
        places = (place_of(articles, pair.left), place_of(articles, pair.right))
        got = {f.verdict for f, sides in found if matches(sides, places)}
        labelled[pair.verdict] += 1
        aligned[pair.verdict] += bool(got)
        right = bool(got & pair.accepted)
        hit[pair.verdict] += right
        if Verdict.CONFLICT in pair.accepted:
            conflict_places.append(places)
        if not right:
            seen = ", ".join(sorted(got)) or "nothing"
            notes.append(f"{name}: missed {pair.verdict} ({pair.about}), got {seen}: {_shown(pair.left, pair.right)}")
    conflicts = [(f, sides) for f, sides in found if f.verdict is Verdict.CONFLICT]
    true = [any(matches(sides, places) for places in conflict_places) for _, sides in conflicts]
    notes += [
        f"{name}: false conflict [{f.rule}]: {claims[f.left].text[:100]!r} / {claims[f.right].text[:100]!r}"
        for (f, _), ok in zip(conflicts, true, strict=True)
        if not ok
    ]
    sprung = 0
    for trap in gold.traps:
        places = (place_of(articles, trap.left), place_of(articles, trap.right))
        loud = {f.verdict for f, sides in found if f.verdict in _LOUD and matches(sides, places)}
        sprung += bool(loud)
        if loud:
            notes.append(
                f"{name}: trap sprung ({', '.join(sorted(loud))}): {_shown(trap.left, trap.right)}: {trap.why}"
            )
    dated = list(_dates(gold, articles))
    notes += [f"{name}: date of {file}: {a.published.interval}" for file, a, ok in dated if not ok]
    return Score(
        labelled=labelled,
        hit=hit,
        aligned=aligned,
        conflicts=len(conflicts),
        true_conflicts=sum(true),
        traps=len(gold.traps),
        sprung=sprung,
        dated=len(dated),
        dated_right=sum(ok for _, _, ok in dated),
        findings=len(found),
        notes=tuple(notes),
    )


def total(scores: Sequence[Score]) -> Score:
    """The scores of several stories as one."""
    return sum(scores, start=Score(labelled={}, hit={}, aligned={}))


Side = tuple[str, Span]


def labels_of(path: Path) -> Gold:
    """The labels in a gold.json. Raises UnreadableInput when they are not of the right shape."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Gold)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path}: {error}; seeds/README.md says what it holds") from error


def side_of(claim: Claim, articles: Mapping[str, Article]) -> Side:
    """The file and the span of a claim."""
    return Path(articles[claim.article_id].path).name, claim.span


def place_of(articles: Mapping[str, Article], quote: Quote) -> Side:
    """Where a quote stands. Raises UnreadableInput when its article does not hold it."""
    article = articles.get(quote.file)
    start = article.text.find(quote.quote) if article is not None else -1
    if start < 0:
        raise UnreadableInput(f"{quote.quote[:60]!r} is not in {quote.file}; quote an article word for word")
    return quote.file, Span(start=start, end=start + len(quote.quote))


def matches(found: tuple[Side, Side], wanted: tuple[Side, Side]) -> bool:
    """Whether two found spans lie in two quotes, either way round."""
    (a, b), (x, y) = found, wanted
    return (_overlap(a, x) and _overlap(b, y)) or (_overlap(a, y) and _overlap(b, x))


def _overlap(found: Side, quote: Side) -> bool:
    (file, span), (wanted_file, wanted) = found, quote
    length = span.end - span.start
    if file != wanted_file or length > _LONGEST:
        return False
    shared = min(span.end, wanted.end) - max(span.start, wanted.start)
    return shared >= 0.5 * min(length, wanted.end - wanted.start)


def _dates(gold: Gold, articles: Mapping[str, Article]) -> Iterator[tuple[str, Article, bool]]:
    for file, (earliest, latest) in gold.dates.items():
        if file not in articles:
            raise UnreadableInput(f"it dates {file}, which is not among the articles")
        interval = articles[file].published.interval
        right = (
            interval.low is not None
            and str(interval.low.year) <= latest[:4]
            and (interval.high is None or str(interval.high.year) >= earliest[:4])
        )
        yield file, articles[file], right


def _shown(left: Quote, right: Quote) -> str:
    return f"{left.quote[:90]!r} / {right.quote[:90]!r}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
