"""The reference pages of the documentation, as Markdown: every rule with its examples, every command with its options."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from factcheck.rules import Example, Rule

_MADE = "<!-- Made by docs/make.py from the code; edit that and run it again. -->"


def rules_page(rules: Iterable[Rule]) -> str:
    """Every rule, what it decides and the examples that specify it."""
    parts = [
        "# The rules",
        _MADE,
        "A rule looks at two claims that were brought together and gives a verdict, or abstains. Its examples are its "
        "specification: each goes through real extraction, both ways round, as a test. `factcheck rules NAME` shows one.",
    ]
    for rule in rules:
        parts += [f"## {rule.name}", rule.doc, "\n".join(_examples(rule.examples))]
    return "\n\n".join(parts) + "\n"


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    yield "| one says | the other says | verdict |"
    yield "|---|---|---|"
    for example in examples:
        verdict = f"**{example.verdict}**" if example.verdict else "abstains"
        left, right = _cell(example.left), _cell(example.right) or "(in one sentence)"
        if example.published and not example.right:
            left = f"{left} ({example.published[0]})"
        elif example.published:
            left, right = f"{left} ({example.published[0]})", f"{right} ({example.published[1]})"
        yield f"| {left} | {right} | {verdict} |"


def commands_page(parser: argparse.ArgumentParser) -> str:
    """Every command of ``parser``: what it does, how it is called, what its options do."""
    parts = [f"# The command line\n\n{_MADE}\n\n{parser.description}\n\n{_example(parser)}"]
    for command in _commands(parser):
        parts.append(f"## {command.prog}\n\n{' '.join((command.description or '').split())}")
        parts.append("\n".join(_options(command)))
        parts.append(_example(command))
    return "\n\n".join(part for part in parts if part) + "\n"


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The subcommands, each before its own."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield command
                yield from _commands(command)


def _options(command: argparse.ArgumentParser) -> Iterator[str]:
    actions = [action for action in command._actions if action.dest != "help"]
    if actions:
        yield "| argument | what it does |"
        yield "|---|---|"
    for action in actions:
        help_ = (action.help or "").removesuffix(" (default: %(default)s)")  # Python before 3.13 adds it to --x/--no-x
        yield f"| {', '.join(f'`{_cell(name)}`' for name in _names(action))} | {_cell(help_)} |"


def _names(action: argparse.Action) -> list[str]:
    metavar = "" if action.nargs == 0 else str(action.metavar or "|".join(action.choices or ()) or action.dest)
    if not action.option_strings:
        return [metavar + ("..." if action.nargs == "+" else "")]
    return [f"{name} {metavar}".strip() for name in action.option_strings]


def _example(parser: argparse.ArgumentParser) -> str:
    """The epilog: its example as code, what follows as text."""
    code, _, rest = (parser.epilog or "").removeprefix("example:\n").partition("\n\n")
    return f"```sh\n{code.strip()}\n```" + (f"\n\n{rest[:1].upper()}{rest[1:]}." if rest else "")


def _cell(text: str) -> str:
    """The text where a table would otherwise take it for markup."""
    for character in "\\|<>*_[]`":
        text = text.replace(character, f"\\{character}")
    return text
