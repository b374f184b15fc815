"""The fast quality gate: floors on our own labelled stories and sentences, with a digest of what they were set on.

    python tests/quality_gate.py            fails when a figure is below its floor
    python tests/quality_gate.py --print    prints the figures and the digest

A floor is raised when a change earns it and never lowered silently: when labels change, the digest in floors.json no
longer fits and the floors must be set again, in a commit that says why.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from factcheck.align import embedders
from factcheck.evaluation import evaluate, stories_in, total

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).parent / "floors.json"
STORIES = (ROOT / "seeds", ROOT / "tests" / "stories" / "dev")


def digest() -> str:
    """One hash over every file that the figures are measured on."""
    total_hash = hashlib.sha256()
    for folder in STORIES:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            total_hash.update(str(path.relative_to(ROOT)).encode())
            total_hash.update(path.read_bytes())
    return total_hash.hexdigest()[:16]


def figures() -> dict[str, float]:
    """What is measured, all of it better when larger."""
    embedder = embedders.load()
    score = total([evaluate(folder, embedder=embedder) for folder in stories_in(STORIES)])
    print(score.to_json())
    return {
        "conflict precision": score.conflict_precision or 0.0,
        "conflict recall": score.conflict_recall or 0.0,
        "verdict accuracy": score.accuracy or 0.0,
        "traps left alone": 1 - score.sprung / score.traps if score.traps else 1.0,
        "dated right": score.dated_right / score.dated if score.dated else 1.0,
    }


def main() -> int:
    measured = figures()
    if "--print" in sys.argv:
        print(json.dumps({"digest": digest(), "floors": measured}, indent=1))
        return 0
    expected = json.loads(FLOORS.read_text(encoding="utf-8"))
    if expected["digest"] != digest():
        print("quality gate: the labelled stories changed; set the floors again and say why in the commit")
        return 1
    missed = [
        f"quality gate: {name} is {measured[name]:.3f}, its floor is {floor:.3f}"
        for name, floor in expected["floors"].items()
        if measured[name] < floor
    ]
    print(*missed or ["quality gate: every floor holds"], sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
