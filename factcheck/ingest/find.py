"""Find the files that paths name: folders are walked, what is reached twice is read once, the order is that of the paths."""

# A path must stay as it was given, and pathlib would tidy it.
# ruff: noqa: PTH110, PTH112, PTH113, PTH114, PTH118, PTH208

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.errors import MissingPath

SUFFIXES = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something to read: a file's path as given (or as joined to the folder given), a URL, or "-" for stdin."""

    path: str

    @property
    def is_stdin(self) -> bool:
        """Whether it is the standard input."""
        return self.path == "-"

    @property
    def is_url(self) -> bool:
        """Whether it is to be fetched."""
        return self.path.lower().startswith(("http://", "https://"))


def find(paths: list[str], skip: Callable[[str, str], None]) -> tuple[Source, ...]:
    """What is to be read, sorted by path. A path that does not exist raises ``MissingPath``; dead ends in folders go to ``skip``."""
    found: dict[str, str] = {}
    for path in sorted(set(paths)):
        for place, name in _expand(path, skip):
            # The same file under two names goes by the one that sorts first, whatever the order of the arguments.
            found[place] = min(name, found.get(place, name))
    return tuple(Source(path=path) for path in sorted(found.values()))


def _expand(path: str, skip: Callable[[str, str], None]) -> Iterator[tuple[str, str]]:
    """Pairs of where a source really is and what it is called."""
    if Source(path=path).is_stdin or Source(path=path).is_url:
        yield path, path
    elif os.path.isdir(path):
        count = 0
        for name in _walk(path, skip):
            count += 1
            yield os.path.realpath(name), name
        if not count:
            skip(path, f"nothing readable is in this folder; put {', '.join(SUFFIXES)} files in it")
    elif os.path.exists(path):
        yield os.path.realpath(path), path
    elif os.path.islink(path):
        raise MissingPath(f"{path}: the link leads nowhere; name the file itself")
    else:
        raise MissingPath(f"{path}: no such file or folder; check the path")


def _walk(folder: str, skip: Callable[[str, str], None]) -> Iterator[str]:
    """The readable files below a folder. Linked folders are entered, but none twice, and none that contains the first."""
    start = os.path.realpath(folder)
    entered: set[str] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        place = os.path.realpath(current)
        if place in entered or (place != start and start.startswith(place.rstrip(os.sep) + os.sep)):
            continue
        entered.add(place)
        try:
            names = sorted(os.listdir(current))
        except OSError as error:
            skip(current, f"the folder cannot be opened ({error.strerror}); check its permissions")
            continue
        inner = []
        for name in names:
            path = os.path.join(current, name)
            if name.startswith("."):
                continue
            if os.path.isdir(path):
                inner.append(path)
            elif is_wanted(name):
                if os.path.isfile(path):
                    yield path
                elif os.path.islink(path):
                    skip(path, "the link leads nowhere or in a circle; remove it")
        waiting += reversed(inner)


def is_wanted(name: str) -> bool:
    """Whether a file of this name is read when it is found in a folder (dotfiles aside)."""
    return name.lower().endswith(SUFFIXES) and not name.startswith("README") and name != "gold.json"
