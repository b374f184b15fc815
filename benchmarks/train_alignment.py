"""Learns the alignment weights from labelled stories and says how well they hold on stories left out.

    python benchmarks/train_alignment.py seeds tests/stories/dev            cross-validated figures
    python benchmarks/train_alignment.py seeds tests/stories/dev --write    writes factcheck/align/weights.toml

Every labelled pair that is about one fact (agree, conflict, update, disputed) is an example of a true pair: of the claim
pairs that lie in its two quotes, the best one under the current weights, twice over (the labels name sentences, not
values). Pairs that no label covers are false ones, but only where their values differ: conflicts are labelled
exhaustively, agreements are not. Logistic regression, folds by story, so no story is judged by weights learned from it.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss
from sklearn.model_selection import GroupKFold, cross_val_predict

from factcheck.align import embedders
from factcheck.align.features import Evidence, probability
from factcheck.align.neighbours import scored_pairs
from factcheck.evaluation import labels_of, matches, place_of, side_of, stories_in
from factcheck.ingest.read import read
from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.pipeline import gather
from factcheck.rules._values import stand_for
from factcheck.align.scopes import Counted, scope
from factcheck.settings import Settings
from factcheck.terms import ClaimKind, Verdict

SAME_FACT = {Verdict.AGREE, Verdict.CONFLICT, Verdict.UPDATE, Verdict.DISPUTED}
WEIGHTS = Path(__file__).parent.parent / "factcheck" / "align" / "weights.toml"
Row = tuple[str, ClaimKind, Evidence, bool | None, float]


def differ(left: Claim, right: Claim) -> bool:
    a, b = left.value, right.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if scope(left, right).counted is not Counted.SAME:
            return True
        x, y = stand_for(a, b)
        return not x.meets(y)
    if isinstance(a, TimeExpression) and isinstance(b, TimeExpression):
        return not a.interval.meets(b.interval)
    return True


def rows_of(folder: Path, embedder: embedders.Embedder) -> list[Row]:
    gold = labels_of(folder / "gold.json")
    material, related = gather(read([folder]), Settings())
    names = {Path(a.path).name: a for a in material.articles.values()}
    pairs = [p for p in gold.gold]
    places = [(place_of(names, p.left), place_of(names, p.right)) for p in pairs]
    claims = tuple(material.claims.values())
    rows_by = {a: i for i, a in enumerate(material.articles)}
    found = []
    inside: dict[int, list[int]] = defaultdict(list)
    for left, right, evidence in scored_pairs(claims, material.sentence, related, rows_by, embedder, within=False):
        sides = (side_of(left, material.articles), side_of(right, material.articles))
        n = len(found)
        covered = False
        for k, (pair, place) in enumerate(zip(pairs, places, strict=True)):
            if matches(sides, place):
                covered = True
                fits = left.kind is right.kind and (
                    left.kind is ClaimKind.STATEMENT or differ(left, right) is (pair.verdict is not Verdict.AGREE)
                )
                if pair.verdict in SAME_FACT and fits:
                    inside[k].append(n)
        found.append((left, right, evidence, covered))
    best = {
        max(members, key=lambda n: (probability(found[n][0].kind, found[n][2]), -n)): 1 for members in inside.values()
    }
    missed = sum(p.verdict in SAME_FACT for p in pairs) - len(inside)
    print(f"{folder.name:22} {len(found):6} pairs, {len(inside):3} labelled ones met, {missed} never met")
    return [
        (folder.name, left.kind, evidence, True if n in best else None if covered else False, 1.0)
        for n, (left, right, evidence, covered) in enumerate(found)
        if left.kind is right.kind and (n in best or (not covered and differ(left, right)))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    embedder = embedders.load()
    rows = [row for folder in stories_in(options.folders) for row in rows_of(folder, embedder)]
    lines = ["# Learned by benchmarks/train_alignment.py; log-odds a feature, see features.py for what each is.\n"]
    for kind in (ClaimKind.QUANTITY, ClaimKind.TIME, ClaimKind.STATEMENT):
        own = [r for r in rows if r[1] is kind]
        names = [name for name, _ in own[0][2]]
        x = np.array([[value for _, value in r[2]] for r in own])
        y = np.array([bool(r[3]) for r in own])
        groups = np.array([r[0] for r in own])
        model = LogisticRegression(C=1.0, max_iter=2000)
        folds = GroupKFold(n_splits=min(5, len(set(groups))))
        p = cross_val_predict(model, x, y, groups=groups, cv=folds, method="predict_proba")[:, 1]
        print(f"\n{kind.value}: {y.sum()} true of {len(y)}; average precision {average_precision_score(y, p):.3f}, "
              f"Brier {brier_score_loss(y, p):.4f}")
        for threshold in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            told = p >= threshold
            print(f"  {threshold:.1f}: precision {(told & y).sum() / max(1, told.sum()):.3f} recall {(told & y).sum() / y.sum():.3f}")
        model.fit(x, y)
        lines.append(f"[{kind.value}]\nbias = {model.intercept_[0]:.3f}")
        lines += [f'"{name}" = {weight:.3f}' for name, weight in zip(names, model.coef_[0], strict=True)]
        print("  " + ", ".join(f"{name} {weight:+.2f}" for name, weight in zip(names, model.coef_[0], strict=True)))
        lines.append("")
    if options.write:
        WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
