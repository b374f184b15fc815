"""Learns the alignment weights from labelled stories and says how well they hold on stories left out.

    python benchmarks/train_alignment.py seeds tests/stories/dev            cross-validated figures
    python benchmarks/train_alignment.py seeds tests/stories/dev --write    writes factcheck/align/weights.toml

Alignment asks whether two claims are about one thing; scope and occasion are settled by rules of their own. So of the
claim pairs that lie in a labelled pair of quotes, of one scope, and whose values fit the verdict (they meet for an
agreement, else they differ), the likeliest is a true pair, whatever the verdict; the others are left out. Pairs that no
label covers are false ones only where a true one would have been labelled: conflicts are labelled exhaustively, so they
must differ and nothing (publication order, two parties, another occasion) may explain it.

Logistic regression twice: first on the pair alone, then with what its rivals say (align/rivals.py). Folds by story, so
no story is judged by weights learned from it; the rivals of the second stage are scored by the folds of the first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from factcheck.align import embedders
from factcheck.align.features import Evidence
from factcheck.align.look import FIRST_LOOK, SHARES_KEY, keys_of
from factcheck.align.neighbours import scored_pairs
from factcheck.align.rivals import places_of, with_rivals
from factcheck.align.scopes import Counted, scope
from factcheck.align.stories import meetings
from factcheck.align.values import stand_for
from factcheck.dating.occasions import Same, occasion
from factcheck.evaluation import labels_of, matches, place_of, side_of, stories_in
from factcheck.extract.times.clock import is_clock, minutes_apart
from factcheck.ingest.read import read
from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.pipeline import gather
from factcheck.readings import Material
from factcheck.rules._ladder import parties
from factcheck.settings import Settings
from factcheck.terms import ClaimKind, Tense, Verdict

WEIGHTS = Path(__file__).parent.parent / "factcheck" / "align" / "weights.toml"
KINDS = (ClaimKind.QUANTITY, ClaimKind.TIME, ClaimKind.STATEMENT)
APART = frozenset({Verdict.SCOPE, Verdict.DATE_CONTEXT})
ONE_TIME = 10  # minutes: "shortly before three" and 2.47 are one time
FOLDS = 7
SAYS_THE_SAME = 0.65  # cosine of two clauses from which unlabelled statements may well agree: agreements are not labelled exhaustively
REACH = 0.05  # probability from which a pair comes to something: of 2,200 pairs of web articles and wire reports that a rule spoke on, 5 had less
WITHIN = 0.2  # the same for statements of one article, of which one in 48,000 contradicted another
LOST = 0.01  # share of these pairs that the first look may leave out


@dataclass(frozen=True)
class Row:
    """A pair of claims; ``labels`` number the labelled pairs it may stand for, ``true`` is None where nobody knows."""

    story: str
    left: Claim
    right: Claim
    evidence: Evidence
    labels: tuple[int, ...]
    conflict: bool
    true: bool | None


def differ(left: Claim, right: Claim) -> bool | None:
    """Whether the two values cannot both be true; None for statements."""
    a, b = left.value, right.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        x, y = stand_for(a, b)
        return not x.meets(y)
    if isinstance(a, TimeExpression) and isinstance(b, TimeExpression):
        if is_clock(a) and is_clock(b):
            return minutes_apart(a, b) > ONE_TIME
        if a.end is None and b.end is None and a.start is not None and b.start is not None:
            return a.start != b.start
        return not a.interval.meets(b.interval)
    return None


def explained(left: Claim, right: Claim, material: Material) -> bool:
    """Whether a difference of the two would be no conflict, so that nobody had to label it."""
    a, b = (material.articles[c.article_id].published.interval for c in (left, right))
    ordered = (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )
    ordered = ordered and (left.kind is ClaimKind.QUANTITY or left.tense is Tense.FUTURE)
    reach = [material.articles[c.article_id].published.reach for c in (left, right)]
    apart = occasion(left, right, *reach).same is Same.NO
    disputed = (
        left.kind is not ClaimKind.QUANTITY and parties(left, right) is not None
    )  # figures in dispute are labelled
    return ordered or apart or left.article_id == right.article_id or disputed


def rows_of(folder: Path) -> list[Row]:
    """Every candidate pair of a story, with what its labels say of it."""
    gold = labels_of(folder / "gold.json")
    material, related = gather(read([folder]), Settings())
    names = {Path(a.path).name: a for a in material.articles.values()}
    places = [(pair, (place_of(names, pair.left), place_of(names, pair.right))) for pair in gold.gold]
    pairs = scored_pairs(
        tuple(material.claims.values()),
        material.sentence,
        meetings(related),
        {article: row for row, article in enumerate(material.articles)},
        {article: material.articles[article].published.reach for article in material.articles},
        embedders.load(),
        within=True,
        screened=False,
    )
    return [_row(folder.name, left, right, evidence, material, places) for left, right, evidence, _ in chain(*pairs)]


def _row(story, left, right, evidence, material, places) -> Row:  # type: ignore[no-untyped-def]
    sides = (side_of(left, material.articles), side_of(right, material.articles))
    covering = [(n, pair) for n, (pair, place) in enumerate(places) if matches(sides, place)]
    different = differ(left, right)
    fitting = [
        n
        for n, pair in covering
        if pair.verdict not in APART and (different is None or different is (pair.verdict is not Verdict.AGREE))
    ]
    true: bool | None
    if scope(left, right).counted is Counted.DIFFERENT:
        true, fitting = None, []
    elif fitting:
        true = True
    elif covering:
        true = None
    elif different is None:
        true = None if dict(evidence)["wording"] >= SAYS_THE_SAME else False
    elif different:
        true = None if explained(left, right, material) else False
    else:
        figures = dict(evidence)
        true = None if figures.get("equal figures", 1.0) and not figures.get("small figures", 0.0) else False
    conflict = any(pair.verdict is Verdict.CONFLICT for _, pair in covering)
    return Row(story, left, right, evidence, tuple(fitting), conflict, true)


def matrix(rows: Sequence[Row], extra: Sequence[Evidence] | None = None) -> tuple[NDArray[np.float64], list[str]]:
    """The features of the rows, shape (rows, features), and their names."""
    full = [(*r.evidence, *(extra[n] if extra else ())) for n, r in enumerate(rows)]
    return np.array([[value for _, value in e] for e in full]), [name for name, _ in full[0]]


def model() -> Pipeline:
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=5000))


def folded(
    x: NDArray[np.float64], y: NDArray[np.bool_], groups: Sequence[str], known: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """The probability of every row by a model that saw neither its story nor the rows of which nothing is known."""
    p = np.zeros(len(y))
    names = np.array(groups)
    for _, test in GroupKFold(n_splits=FOLDS).split(x, y, names):
        held = set(names[test])
        train = known & ~np.isin(names, sorted(held))
        p[test] = model().fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    return p


def one_per_label(rows: Sequence[Row], p: NDArray[np.float64]) -> list[Row]:
    """Of the pairs that may stand for one labelled pair, the likeliest does; nobody knows about the others."""
    best: dict[tuple[str, int], int] = {}
    for n, row in enumerate(rows):
        for label in row.labels:
            key = (row.story, label)
            if key not in best or p[n] > p[best[key]]:
                best[key] = n
    chosen = set(best.values())
    return [replace(r, true=(True if n in chosen else None) if r.labels else r.true) for n, r in enumerate(rows)]


def folded_weights(x: NDArray[np.float64], y: NDArray[np.bool_], names: Sequence[str]) -> dict[str, float]:
    """Log-odds of the features as they are, the scaling folded in."""
    fitted = model().fit(x, y)
    scale, linear = fitted[0], fitted[1]
    weights = linear.coef_[0] / np.where(scale.scale_ > 0, scale.scale_, 1)
    bias = linear.intercept_[0] - float(weights @ scale.mean_)
    return {"bias": bias, **{n: w for n, w in zip(names, weights, strict=True) if abs(w) >= 0.005}}


def tell(name: str, rows: Sequence[Row], p: NDArray[np.float64]) -> None:
    known = np.array([r.true is not None for r in rows])
    y = np.array([bool(r.true) for r in rows])[known]
    sharp = np.array([r.conflict or not r.true for r in rows])[known]
    q = p[known]
    print(
        f"\n{name}: {y.sum()} true of {len(y)}, average precision {average_precision_score(y, q):.3f}, Brier {brier_score_loss(y, q):.4f}"
    )
    for threshold in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        told = q >= threshold
        precision, recall = (told & y).sum() / max(1, told.sum()), (told & y).sum() / y.sum()
        conflicts = (told & y & sharp).sum() / max(1, (y & sharp).sum())
        print(f"  from {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}, of conflicts {conflicts:.3f}")


def is_near(row: Row) -> bool:
    """Mean cosine of wording and sentence from .25 (.2 for statements), or figures of one role, noun or measure."""
    evidence = dict(row.evidence)
    least = {ClaimKind.STATEMENT: 0.2, ClaimKind.QUANTITY: 0.1}.get(row.left.kind, 0.25)
    return evidence["wording"] + evidence["sentence"] >= 2 * least or bool(keys_of(row.left) & keys_of(row.right))


def first_look(kind: ClaimKind, rows: Sequence[Row], y: NDArray[np.bool_], groups: Sequence[str]) -> dict[str, float]:
    """The weights by which pairs are left out before they are looked at closely.

    ``y`` tells which pairs come to something when they are looked at; one in a hundred of these is lost.
    """
    names = [*FIRST_LOOK, SHARES_KEY]
    shared = [float(bool(keys_of(r.left) & keys_of(r.right))) for r in rows]
    x = np.array([[*(dict(r.evidence).get(n, 0.0) for n in FIRST_LOOK), s] for r, s in zip(rows, shared, strict=True)])
    p = folded(x, y, groups, np.ones(len(y), dtype=np.bool_))
    weights = folded_weights(x, y, names)
    total = weights["bias"] + x @ np.array([weights.get(n, 0.0) for n in names])
    least = float(np.quantile(total[y], LOST))
    print(
        f"\n{kind.value}, at first look: {(total >= least).mean():.3f} of the pairs are kept, with {1 - LOST:.2f} of the "
        f"{y.sum()} of {len(y)} that reach {REACH}; on stories left out {(p >= np.quantile(p[y], LOST)).mean():.3f}"
    )
    return {**dict.fromkeys(names, 0.0), **weights, "bias": weights["bias"] - least}


def learn(kind: ClaimKind, every: Sequence[Row]) -> Iterator[str]:
    """The three tables of weights of one kind of claim.

    The two of the closer look are learned from pairs that are near each other in wording or share what is counted: with all
    the others among the false ones, a few features that only these have would outweigh the rest.
    """
    near = np.array([is_near(row) for row in every])
    rows = [row for row, is_one in zip(every, near, strict=True) if is_one]
    groups = [r.story for r in rows]
    x, names = matrix(rows)
    start = x[:, [names.index("wording"), names.index("shared words of the sentences")]].sum(axis=1)
    chosen = one_per_label(rows, start)
    for _ in range(2):
        known = np.array([r.true is not None for r in chosen])
        y = np.array([bool(r.true) for r in chosen])
        p = folded(x, y, groups, known)
        chosen = one_per_label(rows, p)
    tell(f"{kind.value}, alone", chosen, p)
    yield _table(kind.value, folded_weights(x[known], y[known], names))
    beside = with_rivals(
        [(r.left, r.right, r.evidence, s) for r, s in zip(rows, p, strict=True)],
        places_of(claim for r in rows for claim in (r.left, r.right)),
    )
    known &= np.array([not dict(e)["crosswise"] for e in beside])
    x2, names2 = matrix(rows, beside)
    p2 = folded(x2, y, groups, known)
    tell(f"{kind.value}, beside rivals", chosen, p2)
    reached = np.zeros(len(every), dtype=np.bool_)
    within = np.array([kind is ClaimKind.STATEMENT and r.left.article_id == r.right.article_id for r in rows])
    reached[near] = p2 >= np.where(within, WITHIN, REACH)
    yield _table(f"{kind.value} at first look", first_look(kind, every, reached, [r.story for r in every]))
    yield _table(f"{kind.value} beside rivals", folded_weights(x2[known], y[known], names2))


def _table(name: str, weights: dict[str, float]) -> str:
    return "\n".join([f'["{name}"]', *(f'"{n}" = {w:.3f}' for n, w in weights.items()), ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        rows = [row for found in pool.map(rows_of, stories_in(options.folders)) for row in found]
    lines = [
        "# Learned by benchmarks/train_alignment.py: log-odds of each feature of align/features.py and align/rivals.py.\n"
    ]
    for kind in KINDS:
        lines += learn(kind, [r for r in rows if r.left.kind is kind])
    if options.write:
        WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
