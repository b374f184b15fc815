"""Learns the alignment weights from labelled stories and says how well they hold on stories left out.

    python benchmarks/train_alignment.py seeds tests/stories/dev            cross-validated figures
    python benchmarks/train_alignment.py seeds tests/stories/dev --write    writes factcheck/align/weights.toml

Alignment asks whether two claims are about one thing; scope and occasion are settled by rules of their own. So every
claim pair that lies in a labelled pair of quotes and is of one scope is a true pair, whatever the verdict, if its values
fit the verdict (they meet for an agreement, else they differ). Pairs that no label covers are false ones, but only where
their values differ: conflicts are labelled exhaustively, agreements are not. Logistic regression, folds by story, so no
story is judged by weights learned from it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss
from sklearn.model_selection import GroupKFold, cross_val_predict

from factcheck.align import embedders
from factcheck.align.features import Evidence
from factcheck.align.neighbours import scored_pairs
from factcheck.align.scopes import Counted, scope
from factcheck.align.values import stand_for
from factcheck.evaluation import labels_of, matches, place_of, side_of, stories_in
from factcheck.ingest.read import read
from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.pipeline import gather
from factcheck.settings import Settings
from factcheck.terms import ClaimKind, Verdict

WEIGHTS = Path(__file__).parent.parent / "factcheck" / "align" / "weights.toml"
KINDS = (ClaimKind.QUANTITY, ClaimKind.TIME)


@dataclass(frozen=True)
class Row:
    story: str
    kind: ClaimKind
    evidence: Evidence
    true: bool


def differ(left: Claim, right: Claim) -> bool:
    a, b = left.value, right.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        x, y = stand_for(a, b)
        return not x.meets(y)
    return isinstance(a, TimeExpression) and isinstance(b, TimeExpression) and not a.interval.meets(b.interval)


def rows_of(folder: Path, embedder: embedders.Embedder) -> Iterator[Row]:
    gold = labels_of(folder / "gold.json")
    material, related = gather(read([folder]), Settings())
    names = {Path(a.path).name: a for a in material.articles.values()}
    places = [(pair, (place_of(names, pair.left), place_of(names, pair.right))) for pair in gold.gold]
    row_of = {article: row for row, article in enumerate(material.articles)}
    claims = tuple(material.claims.values())
    for left, right, evidence in scored_pairs(claims, material.sentence, related, row_of, embedder, within=False):
        if left.kind is not right.kind or scope(left, right).counted is not Counted.SAME:
            continue
        sides = (side_of(left, material.articles), side_of(right, material.articles))
        covering = [pair for pair, place in places if matches(sides, place)]
        different = differ(left, right)
        true = any(
            pair.verdict is not Verdict.SCOPE and different is (pair.verdict is not Verdict.AGREE) for pair in covering
        )
        if true or (different and not covering):
            yield Row(folder.name, left.kind, evidence, true)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    embedder = embedders.load()
    rows = [row for folder in stories_in(options.folders) for row in rows_of(folder, embedder)]
    lines = ["# Learned by benchmarks/train_alignment.py: log-odds of each feature of align/features.py.\n"]
    for kind in KINDS:
        own = [r for r in rows if r.kind is kind]
        names = [name for name, _ in own[0].evidence]
        x = np.array([[value for _, value in r.evidence] for r in own])
        y = np.array([r.true for r in own])
        model = LogisticRegression(C=0.5, max_iter=2000)
        folds = GroupKFold(n_splits=5)
        groups = np.array([r.story for r in own])
        p = cross_val_predict(model, x, y, groups=groups, cv=folds, method="predict_proba")[:, 1]
        print(f"\n{kind.value}: {y.sum()} true of {len(y)}")
        print(f"  average precision {average_precision_score(y, p):.3f}, Brier {brier_score_loss(y, p):.4f}")
        for threshold in np.arange(0.1, 0.9, 0.1):
            told = p >= threshold
            precision, recall = (told & y).sum() / max(1, told.sum()), (told & y).sum() / y.sum()
            print(f"  from {threshold:.1f}: precision {precision:.3f}, recall {recall:.3f}")
        model.fit(x, y)
        lines.append(f"[{kind.value}]\nbias = {model.intercept_[0]:.3f}")
        lines += [f'"{n}" = {w:.3f}' for n, w in zip(names, model.coef_[0], strict=True) if any(x[:, names.index(n)])]
        print("  " + ", ".join(f"{n} {w:+.2f}" for n, w in zip(names, model.coef_[0], strict=True)))
        lines.append("")
    if options.write:
        text = WEIGHTS.read_text(encoding="utf-8")
        WEIGHTS.write_text("\n".join(lines) + text[text.index("# Set by hand") :], encoding="utf-8")


if __name__ == "__main__":
    main()
