"""The documentation against the code: commands exist, links lead somewhere, examples run, what is made is up to date."""

import importlib.util
import re
import shlex
from pathlib import Path

import pytest

import factcheck
from factcheck.arguments import build_parser
from factcheck.cli import COMMANDS
from factcheck.terms import Verdict

ROOT = Path(__file__).parent.parent
DOCUMENTS = (*sorted(ROOT.glob("*.md")), ROOT / "seeds" / "README.md", *sorted((ROOT / "docs").glob("*.md")))
README = (ROOT / "README.md").read_text(encoding="utf-8")

_SPAN = re.compile(r"`(?:python -m pip install \S+ && )?factcheck ([^`\n]+)`")
_LINE = re.compile(r"^\s*(?:\$ |python -m pip install \S+ && )?factcheck ([^\n]+)$", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")
_FILE = re.compile(r"`([\w./-]+\.(?:py|toml|md|json|yml))`")


def commands_in(path: Path) -> set[str]:
    """What follows ``factcheck`` in the code spans and code lines of a document."""
    text = path.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```(?:sh|text)?\n(.*?)```", text, re.DOTALL)) + "\n"
    code += "\n".join(line for line in text.splitlines() if line.startswith("    "))
    return {
        words.strip().split("  ")[0].split(" > ")[0]  # without what a column beside it says, and redirections
        for words in _SPAN.findall(text) + _LINE.findall(code)
    }


WRITTEN = sorted((path.relative_to(ROOT).as_posix(), words) for path in DOCUMENTS for words in commands_in(path))


@pytest.mark.parametrize(("document", "words"), WRITTEN)
def test_every_command_in_the_documents_can_be_given(document, words):
    arguments = shlex.split(words)
    if arguments == ["--help"]:
        return
    parser = build_parser()
    if len(arguments) == 1:
        assert arguments[0] in COMMANDS
    else:
        assert parser.parse_args(arguments).command == arguments[0]


def test_documents_name_every_command():
    named = {words.split()[0] for _, words in WRITTEN}
    assert named >= set(COMMANDS)


def test_every_argument_has_help():
    def lacking(parser):
        for action in parser._actions:
            if not action.help and action.dest != "command":
                yield f"{parser.prog} {action.dest}"
            if action.dest in ("command", "action"):
                for inner in action.choices.values():
                    yield from lacking(inner)

    assert not list(lacking(build_parser()))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files(path):
    text = re.sub(
        r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL
    )  # samples have links of their own
    assert not [link for link in _LINK.findall(text) if not (path.parent / link).exists()]


@pytest.mark.parametrize("name", ["docs/architecture.md", "CONTRIBUTING.md", "README.md"])
def test_files_that_are_named_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    places = (ROOT, ROOT / "factcheck", ROOT / "tests")
    named = {file for file in _FILE.findall(text) if "/" in file or file.endswith(".py")}
    assert not sorted(file for file in named if not any((place / file).exists() for place in places))


def test_the_architecture_names_every_stage():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    stages = {path.parent.name for path in (ROOT / "factcheck").glob("*/__init__.py")}
    assert not [stage for stage in sorted(stages) if f"{stage}/" not in text]


def test_the_first_screen_has_the_two_commands_each_on_its_own():
    screen = README.splitlines()[:30]
    for command in (
        "python -m pip install . && factcheck check seeds/",
        "python -m pip install '.[test]' && python -m pytest",
    ):
        line = screen.index(command)
        assert (screen[line - 1], screen[line + 1]) == ("```sh", "```")


def test_the_readme_explains_every_verdict():
    assert not [verdict for verdict in Verdict if f"| **{verdict}** |" not in README]


def test_the_python_of_the_readme_runs(monkeypatch, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert "verdict=<Verdict.CONFLICT" in out
    assert "Interval(low=40" in out


def test_pages_made_from_the_code_are_up_to_date():
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    assert spec and spec.loader
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    stale = [path.name for path, text in make.pages().items() if path.read_text(encoding="utf-8") != text]
    assert not stale, "run: python docs/make.py"


def test_everything_public_exists():
    assert not [name for name in factcheck.__all__ if not hasattr(factcheck, name)]
