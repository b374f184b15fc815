"""Writes what is made from the code: docs/rules.md, docs/cli.md, the samples in the other pages, and the sample page.

The tests check that the two pages are up to date. The samples are the tool's own output, to be made anew before a release:

    <!-- report: factcheck check seeds/ferry-disaster/ -->          all that the command prints
    <!-- report: factcheck check docs/samples/ --jsonl - | head 3 -->              its first lines
    <!-- report: factcheck diff A B --json | pick operations.verdict=conflict -->  one value of its JSON
"""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from factcheck.arguments import build_parser
from factcheck.report.reference import commands_page, rules_page
from factcheck.rules import all_rules

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "pictures" / "report.html"
_REPORT = re.compile(
    r"(<!-- report: (?P<command>[^\n|]+?)(?: \| (?P<cut>head|pick) (?P<what>\S+))? -->\n```\w+\n).*?"
    r"(```\n<!-- end of report -->)",
    re.DOTALL,
)


def pages() -> dict[Path, str]:
    """What each page must hold."""
    return {
        ROOT / "docs" / "rules.md": rules_page(all_rules()),
        ROOT / "docs" / "cli.md": commands_page(build_parser()),
    }


def with_samples(page: Path) -> str:
    """A page with what its commands print now."""

    def printed(match: re.Match[str]) -> str:
        out = run(shlex.split(match["command"]))
        if match["cut"] == "head":
            out = "".join(out.splitlines(keepends=True)[: int(match["what"])])
        elif match["cut"] == "pick":
            out = json.dumps(picked(json.loads(out), match["what"]), indent=2, ensure_ascii=False) + "\n"
        return match[1] + out + match[5]

    return _REPORT.sub(printed, page.read_text(encoding="utf-8"))


def picked(value: object, path: str) -> object:
    """The value at ``a.0.b``; ``key=word`` is the first element of a list that has it."""
    for step in path.split("."):
        key, _, word = step.partition("=")
        if word:
            value = next(element for element in value if element[key] == word)  # type: ignore[attr-defined]
        else:
            value = value[int(step) if step.isdigit() else step]  # type: ignore[index]
    return value


def run(words: list[str]) -> str:
    """What a command prints, 98 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "98"},
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return done.stdout


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        path.write_text(with_samples(path), encoding="utf-8", newline="\n")
    run(["factcheck", "check", "seeds/ferry-disaster/", "--quiet", "--html", str(PAGE)])
