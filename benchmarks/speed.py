"""How fast factcheck is, against the plain way of doing the same, on this machine and in one run.

    python benchmarks/speed.py                 prints the figures and writes benchmarks/speed.json
    python benchmarks/speed.py cold plain      only some of them

cold     from the start of the process to the finished report on five articles, the model prepared and no vector kept, against
         importing sentence-transformers and encoding the sentences of those articles
stages   articles a second, peak memory and the share of each stage on real web articles (FACTCHECK_DATA), no vector kept
growth   the exponent of time and memory against the number of articles, 125 to 1,000, vectors kept
plain    sentence-transformers encode, util.paraphrase_mining and a comparison of digits, against a whole run, no vector kept:
         on some web articles, and on every fourth of these and of the wire reports together
memory   runs over articles whose names and figures were changed, drawn from both, with a stand-in for the model
archive  one article looked up in and added to an archive that grows, of web articles whose names and figures were changed

Every figure is of a process of its own.
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from math import log
from pathlib import Path

import numpy as np

from factcheck.align.embedders import Vectors
from factcheck.model import Article

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("FACTCHECK_DATA", ROOT.parent / "shared" / "data"))
INCIDENTS = DATA / "incidents" / "docs.jsonl"
UNION = f"{INCIDENTS}{os.pathsep}{DATA / 'reuters.jsonl'}"
STORY = ROOT / "seeds" / "ferry-disaster"
ARTICLES = 200
EVERY = 4  # of the union, the plain way and ours take every fourth article
SIZES = (125, 250, 500, 989)
STORED = ("1000", "10000", "50000")
DRAWN = (5000, 10000, 20000)


def timed(arguments: list[str], *, kept: Path | None = None) -> dict[str, float]:
    """Seconds and peak memory (MB) of a process; ``kept`` is its cache folder."""
    environment = {**os.environ, **({"FACTCHECK_CACHE": str(kept)} if kept else {})}
    script = Path(__file__)
    run = subprocess.run(
        [sys.executable, str(script), "--inside", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout.splitlines()[-1])


def inside(work: str, *rest: str) -> None:
    """Do one piece of work in this process and print what it took, the start of Python included."""
    told = WORK[work](*rest)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"seconds": round(time.time() - started(), 2), "peak MB": round(peak), **told}))


def started() -> float:
    """When this process started, seconds since 1970."""
    ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    booted = next(line for line in Path("/proc/stat").read_text().splitlines() if line.startswith("btime"))
    return int(booted.split()[1]) + ticks / os.sysconf("SC_CLK_TCK")


def _articles(paths: str, count: str, every: str = "1") -> tuple[Article, ...]:
    """The first so many articles (0: all), of which each ``every``-th is taken."""
    from factcheck.ingest.read import read

    articles = read(paths.split(os.pathsep), on_skip=lambda note: None)
    return articles[: int(count) or None : int(every)]


def _check(paths: str, count: str = "0", every: str = "1") -> dict[str, float]:
    from factcheck.pipeline import check

    spent: dict[str, float] = {}
    last = [time.perf_counter()]

    def tell(stage: str, done: int, total: int) -> None:
        now = time.perf_counter()
        spent[stage] = spent.get(stage, 0.0) + now - last[0]
        last[0] = now

    articles = _articles(paths, count, every)
    report = check(articles, progress=tell)
    stages = {f"{stage} s": round(seconds, 1) for stage, seconds in spent.items()}
    return {"articles": len(articles), "claims": len(report.claims), "findings": len(report.findings), **stages}


def _command(path: str) -> dict[str, float]:
    from factcheck.cli import main

    main(["check", path, "--quiet", "--exit-zero"])
    return {}


def _sentences(paths: str, count: str, every: str = "1") -> list[str]:
    from factcheck.segment.sentences import segment

    return [s.span.of(a.text) for a in _articles(paths, count, every) for s in segment(a)]


def _encode(path: str) -> dict[str, float]:
    from sentence_transformers import SentenceTransformer

    from factcheck.align.embedders import packaged_model

    SentenceTransformer(str(packaged_model()), device="cpu").encode(_sentences(path, "0"), show_progress_bar=False)
    return {}


def _plain(paths: str, count: str, every: str = "1") -> dict[str, float]:
    from sentence_transformers import SentenceTransformer, util

    from factcheck.align.embedders import packaged_model

    texts = _sentences(paths, count, every)
    model = SentenceTransformer(str(packaged_model()), device="cpu")
    pairs = util.paraphrase_mining(model, texts, show_progress_bar=False)
    digits = [set(re.findall(r"\d+", text)) for text in texts]
    alarms = sum(score >= 0.6 and digits[i] != digits[j] and bool(digits[i] and digits[j]) for score, i, j in pairs)
    return {"sentences": len(texts), "alarms": alarms}


def _archive(file: str, *sizes: str) -> dict[str, object]:
    """Processor seconds in which one further article is added, and in which its neighbours are found, in an archive of these sizes.

    What fills it is stored without its claims, which neither looks at: the index is what grows.
    """
    from factcheck.archive import store
    from factcheck.ingest.text import article
    from factcheck.readings import Reading
    from factcheck.settings import Settings

    def unread(given: Article, settings: Settings) -> Reading:
        return Reading(article=given, sentences=(), claims=())

    texts = [a.text for a in _articles(str(INCIDENTS), "0")]
    closely = store.read_closely
    random.seed(1)
    told: dict[str, object] = {}
    with store.Archive(Path(file), create=True) as archive:
        for size in sizes:
            store.read_closely = unread
            for number in range(len(archive), int(size)):
                archive.add(article(changed(random.choice(texts)), path=f"{number}.txt"), Settings())
            store.read_closely = closely
            looked, added = [], []
            for number in range(40):
                new = article(changed(random.choice(texts)), path=f"new {number}.txt")
                before = time.process_time()
                archive.related([new])
                middle = time.process_time()
                archive.add(new, Settings())
                looked.append(middle - before)
                added.append(time.process_time() - middle)
                archive.remove([new.path])
            told[size] = {"look-up s": round(sorted(looked)[20], 4), "add s": round(sorted(added)[20], 4)}
            print(size, told[size], file=sys.stderr, flush=True)
    return told


class StandIn:
    """Unit vectors from hashed words, in no time: memory does not depend on what a vector says."""

    name = "stand-in"

    def encode(self, texts: Sequence[str], advance: Callable[[int], None] | None = None) -> Vectors:
        """One row a text, of as many figures as the packaged model's."""
        rows = np.full((len(texts), 384), 1e-3, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.split():
                row[zlib.crc32(word.encode()) % 384] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _drawn(paths: str, size: str) -> dict[str, float]:
    from factcheck.ingest.text import article
    from factcheck.pipeline import check

    texts = [a.text for a in _articles(paths, "0")]
    random.seed(1)
    articles = [article(changed(random.choice(texts)), path=f"{number}.txt") for number in range(int(size))]
    del texts
    report = check(articles, embedder=StandIn())
    return {"articles": len(articles), "claims": len(report.claims), "findings": len(report.findings)}


def changed(text: str) -> str:
    """The text with its names and figures exchanged for others, the same for the same one."""
    names: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        return names.setdefault(
            match[0], "".join(random.choice("bdfgklmnprstvz") + random.choice("aeiou") for _ in "123").title()
        )

    text = re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", other, text)
    return re.sub(r"\d+", lambda m: str(random.randrange(10 ** len(m[0]))), text)


WORK: dict[str, Callable[..., Mapping[str, object]]] = {
    "check": _check,
    "command": _command,
    "encode": _encode,
    "plain": _plain,
    "archive": _archive,
    "drawn": _drawn,
}


def without_vectors(prepared: Path) -> None:
    for file in prepared.rglob("vectors.sqlite*"):
        file.unlink()


def cold(prepared: Path) -> dict[str, object]:
    timed(["command", str(STORY)], kept=prepared)  # prepares the model
    without_vectors(prepared)
    first, again = (timed(["command", str(STORY)], kept=prepared) for _ in range(2))
    plain = timed(["encode", str(STORY)])
    shares = {
        "share": round(first["seconds"] / plain["seconds"], 2),
        "share, vectors kept": round(again["seconds"] / plain["seconds"], 2),
    }
    return {"factcheck": first, "vectors kept": again, "sentence-transformers": plain, **shares}


def stages(prepared: Path) -> dict[str, object]:
    without_vectors(prepared)
    found = timed(["check", str(INCIDENTS), str(ARTICLES)], kept=prepared)
    return {**found, "articles a second": round(found["articles"] / found["seconds"], 2)}


def growth(prepared: Path) -> dict[str, object]:
    runs = []
    for size in SIZES:
        timed(["check", str(INCIDENTS), str(size)], kept=prepared)  # embeds what is new
        runs.append(timed(["check", str(INCIDENTS), str(size)], kept=prepared))
    first, last = runs[0], runs[-1]
    wide = log(last["articles"] / first["articles"])
    exponents = {
        f"exponent of {name}": round(log(last[name] / first[name]) / wide, 2) for name in ("seconds", "peak MB")
    }
    return {"runs": runs, **exponents}


def plain(prepared: Path) -> dict[str, object]:
    told = {}
    for name, chosen in (
        (f"{ARTICLES} web articles", [str(INCIDENTS), str(ARTICLES)]),
        (f"every {EVERY}th of the union", [UNION, "0", str(EVERY)]),
    ):
        without_vectors(prepared)
        ours, theirs = (timed([way, *chosen], kept=prepared) for way in ("check", "plain"))
        told[name] = {
            "factcheck": ours,
            "plain": theirs,
            "times as fast": round(theirs["seconds"] / ours["seconds"], 2),
        }
    return told


def memory(prepared: Path) -> dict[str, object]:
    return {str(size): timed(["drawn", UNION, str(size)], kept=prepared) for size in DRAWN}


def archive(prepared: Path) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        return timed(["archive", f"{folder}/one.archive", *STORED], kept=prepared)


def main(chosen: list[str]) -> None:
    parts = {
        "cold": cold,
        "stages": stages,
        "growth": growth,
        "plain": plain,
        "memory": memory,
        "archive": archive,
    }
    file = ROOT / "benchmarks" / "speed.json"
    found = json.loads(file.read_text()) if file.exists() else {}
    with tempfile.TemporaryDirectory() as prepared:
        timed(["command", str(STORY)], kept=Path(prepared))
        for name in chosen or parts:
            found[name] = parts[name](Path(prepared))
            print(name, json.dumps(found[name], indent=1), flush=True)
    file.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        inside(*sys.argv[2:])
    else:
        main(sys.argv[1:])
