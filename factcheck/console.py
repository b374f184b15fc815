"""Where the command line's words go: files and stdout, stderr, the terminal, and how far a run has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from rich.console import Console

Progress = Callable[[str, int, int], None]


def write(parts: Iterable[str], path: str) -> None:
    """Write UTF-8 to a file as it comes, or for ``-`` to stdout whatever the terminal's encoding."""
    if path == "-":
        sys.stdout.flush()
        for part in parts:
            sys.stdout.buffer.write(part.encode())
        return
    try:
        with Path(path).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(parts)
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be written ({error.strerror}); name another file") from None


def tell(notes: Sequence[str], *, quiet: bool) -> None:
    """Say some things on stderr, a line each, unless nothing is wanted."""
    if not quiet:
        for note in notes:
            complain(note)


def complain(message: str) -> None:
    """Say one thing on stderr, on one line."""
    from factcheck.report.citing import visible

    print(f"factcheck: {visible(message)}", file=sys.stderr)


def stdout_console() -> Console:
    """What reports are printed to: stdout as rich sees it, without blanks at the ends of lines where it is no terminal."""
    from rich import console

    class Console(console.Console):
        def on_broken_pipe(self) -> None:
            raise  # to main, which ends every command alike; rich would exit with the status of a conflict

    file = None if sys.stdout.isatty() else cast("TextIO", _Trimmed(sys.stdout))
    return Console(file=file, highlight=False, markup=False, emoji=False)


class _Trimmed:
    """A stream that is no terminal, less the blanks with which tables fill up their lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write("\n".join(line.rstrip(" ") for line in text.split("\n")))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress | None]:
    """Something that shows how far a run has come, when stderr is a terminal that somebody may be watching."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("starting", total=None)

        def show(stage: str, done: int, total: int) -> None:
            if (
                bar.tasks[0].description != stage
            ):  # each stage has a speed of its own, by which what remains is reckoned
                bar.reset(task, description=stage)
            bar.update(task, completed=done, total=total)

        yield show
