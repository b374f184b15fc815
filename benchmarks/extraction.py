"""How well and how fast figures and times are read, beside the libraries that do part of the same.

    python benchmarks/extraction.py LABELLED.jsonl ... [--python OTHER/bin/python] [--write]

LABELLED is in the form of tests/extraction/dev.jsonl. ``--python`` names an interpreter that has the other libraries (they are
no dependency of the project); those that cannot be imported there are skipped, with the reason. Every reader gets the
same sentences in the same run. A value counts as found when some reading that overlaps the label has both its bounds (a
reader without hedges can so only be right on what is exact); a time when it has both its days. ``false`` counts readings
that overlap no label. ``--write`` renews benchmarks/extraction.json.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

RESULTS = Path(__file__).with_suffix(".json")
REPEATS = 3
Reading = tuple[int, int, object, object]  # start, end, low, high
Reader = Callable[[str, dt.date], list[Reading]]


def factcheck_quantities(text: str, _: dt.date) -> list[Reading]:
    from factcheck import find_quantities

    return [(q.span.start, q.span.end, q.low, q.high) for q in find_quantities(text)]


def factcheck_times(text: str, published: dt.date) -> list[Reading]:
    from factcheck import find_times

    return [(t.span.start, t.span.end, t.start, t.end) for t in find_times(text, published)]


def quantulum3(text: str, _: dt.date) -> list[Reading]:
    from quantulum3 import parser

    return [(q.span[0], q.span[1], q.value, q.value) for q in parser.parse(text)]


def text2num(text: str, _: dt.date) -> list[Reading]:
    """Number words to digits; the digits are then found again, in order."""
    import re

    from text_to_num import alpha2digit

    found = []
    for match in re.finditer(r"\d[\d,]*(?:\.\d+)?", alpha2digit(text, "en")):
        value = float(match.group().replace(",", "").rstrip("."))
        found.append((match.start(), match.end(), value, value))
    return found


def recognizers_numbers(text: str, _: dt.date) -> list[Reading]:
    import recognizers_number as number
    import recognizers_number_with_unit as unit

    found: list[Reading] = []
    for recognise in (unit.recognize_currency, unit.recognize_dimension, unit.recognize_age, unit.recognize_temperature,
                      number.recognize_percentage, number.recognize_number):  # fmt: skip
        for hit in recognise(text, "en-us"):
            written = str((hit.resolution or {}).get("value") or "").rstrip("%")
            taken = any(start <= hit.end and hit.start < end for start, end, _, _ in found)
            if written and not taken:
                found.append((hit.start, hit.end + 1, float(written), float(written)))
    return found


def recognizers_times(text: str, published: dt.date) -> list[Reading]:
    from recognizers_date_time import recognize_datetime

    found: list[Reading] = []
    day = dt.timedelta(days=1)
    for hit in recognize_datetime(text, "en-us", reference=dt.datetime.combine(published, dt.time())):
        values = [v for v in (hit.resolution or {}).get("values", ()) if "value" in v or "start" in v]
        for value in values[:1]:  # the past reading comes first
            start, end = value.get("start", value.get("value", ""))[:10], value.get("end", "")[:10]
            try:
                low = dt.date.fromisoformat(start)
                high = dt.date.fromisoformat(end) - day if end else low
            except ValueError:
                continue
            found.append((hit.start, hit.end + 1, low, high))
    return found


def dateparser_search(text: str, published: dt.date) -> list[Reading]:
    from dateparser.search import search_dates

    found, at = [], 0
    settings = {"RELATIVE_BASE": dt.datetime.combine(published, dt.time())}
    for words, when in search_dates(text, languages=["en"], settings=settings) or ():
        at = max(0, text.find(words, at))
        found.append((at, at + len(words), when.date(), when.date()))
        at += len(words)
    return found


def dateparser_parse(text: str, published: dt.date) -> list[Reading]:
    """Gets the labelled words alone, with nothing around them to be misread."""
    import dateparser

    when = dateparser.parse(
        text, languages=["en"], settings={"RELATIVE_BASE": dt.datetime.combine(published, dt.time())}
    )
    return [(0, len(text), when.date(), when.date())] if when else []


QUANTITIES: dict[str, Reader] = {
    "factcheck": factcheck_quantities,
    "quantulum3": quantulum3,
    "text2num": text2num,
    "recognizers-text-suite": recognizers_numbers,
}
TIMES: dict[str, Reader] = {
    "factcheck": factcheck_times,
    "dateparser search": dateparser_search,
    "dateparser parse": dateparser_parse,
    "recognizers-text-suite": recognizers_times,
}


def labelled(paths: list[str]) -> list[dict]:
    return [json.loads(line) for path in paths for line in Path(path).read_text("utf-8").splitlines()]


def places(text: str, labels: list[dict]) -> Iterator[tuple[int, int, dict]]:
    at: dict[str, int] = {}
    for label in labels:
        words = str(label["text"])
        start = text.find(words, at.get(words, 0))
        at[words] = start + 1
        yield start, start + len(words), label


def score(reader: Reader, lines: list[dict], kind: str) -> dict[str, float | int | None]:
    """Recall of exact readings, false readings, sentences a second (the best of several runs)."""
    low, high = ("low", "high") if kind == "quantities" else ("start", "end")
    by_place = reader is not text2num  # its offsets are those of its own output
    hits = wanted = false = exact = exact_hits = 0
    for line in lines:
        text, published = line["text"], dt.date.fromisoformat(line["published"])
        spans = list(places(text, line[kind]))
        if reader is dateparser_parse:
            read = [(s, e, r[2], r[3]) for s, e, _ in spans for r in reader(text[s:e], published)]
        else:
            read = reader(text, published)
        wanted += len(spans)
        for start, end, label in spans:
            close = [r for r in read if not by_place or (r[0] < end and start < r[1])]
            hit = any(_same(r[2], label[low]) and _same(r[3], label[high]) for r in close)
            hits += hit
            if label[low] == label[high]:  # one number, one day: what a reader without hedges and periods can say
                exact += 1
                exact_hits += hit
        false += sum(by_place and not any(r[0] < end and start < r[1] for start, end, _ in spans) for r in read)
    seconds = []
    for _ in range(REPEATS):
        began = time.process_time()
        for line in lines:
            reader(line["text"], dt.date.fromisoformat(line["published"]))
        seconds.append(time.process_time() - began)
    return {
        "recall": round(hits / wanted, 3),
        "recall_of_single_values": round(exact_hits / exact, 3),
        "single_values": exact,
        "false": false if by_place and reader is not dateparser_parse else None,
        "labels": wanted,
        "sentences_per_second": round(len(lines) / min(seconds)),
    }


def _same(read: object, wanted: object) -> bool:
    if read is None or wanted is None:
        return read is wanted
    if isinstance(wanted, str):
        return str(read) == wanted
    return abs(float(str(read)) - float(str(wanted))) <= 1e-6 * max(1.0, abs(float(str(wanted))))


def growth(lines: list[dict]) -> list[dict[str, float]]:
    """Seconds for one text of 1, 3 and 10 million characters: the labelled sentences over and over."""
    page = "\n".join(str(line["text"]) for line in lines) + "\n"
    rows = []
    for size in (10**6, 3 * 10**6, 10**7):
        text = (page * (size // len(page) + 1))[:size]
        row: dict[str, float] = {"characters": size}
        for name, reader in (("quantities", factcheck_quantities), ("times", factcheck_times)):
            began = time.process_time()
            reader(text, dt.date(2025, 3, 10))
            row[name] = round(time.process_time() - began, 1)
        rows.append(row)
    return rows


def others(paths: list[str], python: str) -> dict[str, dict]:
    """The figures of the other libraries, measured by this script under the interpreter that has them."""
    run = subprocess.run([python, __file__, *paths, "--others"], capture_output=True, text=True, check=True)
    return json.loads(run.stdout.splitlines()[-1])


def measure(lines: list[dict], *, own: bool) -> dict[str, dict]:
    found: dict[str, dict] = {"quantities": {}, "times": {}}
    for kind, readers in (("quantities", QUANTITIES), ("times", TIMES)):
        for name, reader in readers.items():
            if (name == "factcheck") != own:
                continue
            try:
                found[kind][name] = score(reader, lines, kind)
            except ImportError as error:
                found[kind][name] = {"skipped": str(error)}
                print(f"skipped {name}: {error}", file=sys.stderr)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", nargs="+")
    parser.add_argument("--python", help="an interpreter that has the other libraries")
    parser.add_argument("--others", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--write", action="store_true", help="renew benchmarks/extraction.json")
    given = parser.parse_args()
    lines = labelled(given.labelled)
    if given.others:
        print(json.dumps(measure(lines, own=False)))
        return
    found = measure(lines, own=True)
    theirs = others(given.labelled, given.python) if given.python else measure(lines, own=False)
    result = {
        "sentences": len(lines),
        "python": platform.python_version(),
        **{kind: found[kind] | theirs[kind] for kind in found},
        "growth": growth(lines),
    }
    written = json.dumps(result, indent=1) + "\n"
    print(written)
    if given.write:
        RESULTS.write_text(written, "utf-8")


if __name__ == "__main__":
    main()
