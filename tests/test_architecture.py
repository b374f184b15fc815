"""The import law: records <- stages <- pipeline <- reports and command line, each stage knowing only earlier ones."""

import ast
from pathlib import Path

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent

# Each place may import those to its left, and itself. Files of the top folder stand for themselves.
ORDER = (
    "version", "terms", "model", "errors", "settings",
    "ingest", "segment", "extract", "wording", "dating", "readings", "origins", "align", "rules", "comparing", "engines",
    "pipeline", "archive", "evaluation", "report", "__init__",
    "shared_options", "archive_arguments", "arguments", "console", "inputs", "mcp_server", "archive_commands", "cli", "__main__",
)  # fmt: skip

# The renderers are imported inside methods of the Report record.
LAZY_UPWARDS = {("model", "report")}


def place_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports_of(path: Path) -> set[tuple[str, int]]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "factcheck":
            if node.module == "factcheck":
                found |= {(alias.name if alias.name in ORDER else "__init__", node.lineno) for alias in node.names}
            else:
                found.add((place_of(node.module), node.lineno))
        elif isinstance(node, ast.Import):
            found |= {(place_of(a.name), node.lineno) for a in node.names if a.name.split(".")[0] == "factcheck"}
    return found


FILES = sorted(p for p in ROOT.rglob("*.py"))


def test_every_place_has_its_rank() -> None:
    places = {p.relative_to(ROOT).parts[0].removesuffix(".py") for p in FILES}
    assert places <= set(ORDER)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_to_earlier_places_only(path: Path) -> None:
    own = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if own == "__init__":
        return  # the public verbs, loaded on first use
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {place}"
        for place, line in imports_of(path)
        if ORDER.index(place) > ORDER.index(own) and (own, place) not in LAZY_UPWARDS
    ]
    assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_clock_in_the_library(path: Path) -> None:
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    clocks = {"dt.date.today", "date.today", "datetime.now", "dt.datetime.now", "time.time", "datetime.datetime.now"}
    assert not calls & clocks


def test_no_drawer_for_odds_and_ends() -> None:
    assert not [p for p in FILES if p.stem in {"utils", "helpers", "misc", "common"}]
