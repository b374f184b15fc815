"""Writes what is made from the code: docs/rules.md, docs/cli.md and the report that README.md shows.

The tests check that the two pages are up to date. The report is the tool's own output, to be made anew before a release.
"""

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
_REPORT = re.compile(r"(<!-- report: (?P<command>[^\n]+) -->\n```text\n).*?(```\n<!-- end of report -->)", re.DOTALL)


def pages() -> dict[Path, str]:
    """What each page must hold."""
    return {
        ROOT / "docs" / "rules.md": rules_page(all_rules()),
        ROOT / "docs" / "cli.md": commands_page(build_parser()),
    }


def readme() -> str:
    """README.md with the report that its command prints now."""

    def printed(match: re.Match[str]) -> str:
        run = subprocess.run(
            [sys.executable, "-m", *shlex.split(match["command"])],
            cwd=ROOT,
            env=os.environ | {"COLUMNS": "98"},
            capture_output=True,
            encoding="utf-8",
        )
        if run.returncode not in (0, 1):
            sys.exit(run.stderr)
        return match[1] + run.stdout + match[3]

    return _REPORT.sub(printed, (ROOT / "README.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for path, text in {**pages(), ROOT / "README.md": readme()}.items():
        path.write_text(text, encoding="utf-8", newline="\n")
