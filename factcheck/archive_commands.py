"""``factcheck archive ACTION``: articles are stored once, and what comes in is checked against them.

What the commands say about exit status, stdout and stderr is as in cli.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from factcheck.console import complain, progress, stdout_console, write
from factcheck.errors import FactcheckError, InputError
from factcheck.inputs import read_paths
from factcheck.terms import Verdict

if TYPE_CHECKING:
    from argparse import Namespace

    from factcheck.align.embedders import Embedder
    from factcheck.archive.store import Archive, Outcome
    from factcheck.model import Article, Report
    from factcheck.settings import Settings


def archive(options: Namespace) -> int:
    """``factcheck archive``: do what ``options.action`` names, and return the exit status."""
    return _ACTIONS[options.action](options)


def add(options: Namespace) -> int:
    """``factcheck archive add``: store articles, one after the other."""
    articles = read_paths(options.paths, quiet=options.quiet)
    with _open(options, create=True) as store:
        done = _add(store, articles, options)
        if not options.quiet:
            stdout_console().print(f"{_counts(done)}; the archive holds {_many(len(store))}", soft_wrap=True)
    return 0


def check(options: Namespace) -> int:
    """``factcheck archive check``: new articles against what is stored."""
    _one_output(options)
    articles = read_paths(options.paths, quiet=options.quiet)

    from factcheck.archive.checking import check_new

    with _open(options) as store, progress(quiet=options.quiet) as advance:
        found = check_new(store, articles, _settings(options), progress=advance)
    return _show(found, options)


def report(options: Namespace) -> int:
    """``factcheck archive report``: everything stored against itself."""
    _one_output(options)
    with _open(options) as store:
        from factcheck.archive.checking import check_all

        if not len(store):
            raise FactcheckError(f"{options.archive}: holds no articles; 'factcheck archive add PATH...' adds some")
        with progress(quiet=options.quiet) as advance:
            found = check_all(store, _settings(options), progress=advance)
    return _show(found, options)


def list_(options: Namespace) -> int:
    """``factcheck archive list``: what is stored."""
    from rich.text import Text

    from factcheck.report.citing import visible

    with _open(options) as store:
        entries = store.entries()
    if not options.quiet:
        console = stdout_console()
        for entry in entries:
            console.print(Text(f"{entry.id}  {visible(entry.path)}  {visible(entry.title or '')}"), soft_wrap=True)
    return 0


def remove(options: Namespace) -> int:
    """``factcheck archive remove``: take articles out."""
    with _open(options) as store:
        gone = store.remove(options.paths)
        if not options.quiet:
            stdout_console().print(f"{_many(len(gone))} removed; the archive holds {_many(len(store))}", soft_wrap=True)
    return 0


def watch(options: Namespace) -> int:
    """``factcheck archive watch``: check and store what is in a folder and what comes into it, until Ctrl-C."""
    from factcheck.archive.watching import arrivals

    batches = arrivals(options.folder)  # first: a missing folder or extra should not leave an empty archive behind
    embedder: Embedder | None = None
    with _open(options, create=True) as store:
        try:
            for paths in batches:
                embedder = _take_in(store, paths, options, embedder)
        except KeyboardInterrupt:
            if not options.quiet:
                complain(f"stopped; the archive holds {_many(len(store))}")
    return 0


def _take_in(store: Archive, paths: list[str], options: Namespace, embedder: Embedder | None) -> Embedder | None:
    """Check and store what is new under ``paths``; the embedder is loaded when it is first needed, and given back."""
    from factcheck.align import embedders
    from factcheck.archive.checking import check_new
    from factcheck.archive.store import Outcome
    from factcheck.report import terminal

    try:
        articles = read_paths(paths, quiet=options.quiet)
    except InputError as error:  # not yet finished, or gone again: the next ones may be better
        complain(str(error))
        return embedder
    settings = _settings(options)
    new = [article for article in articles if store.standing(article, settings) is not Outcome.KNOWN]
    if not new:
        return embedder
    embedder = embedder or embedders.load(options.embedder)
    found = check_new(store, new, settings, embedder=embedder)
    done = _add(store, new, options)
    if not options.quiet:
        console = stdout_console()
        console.print(f"{_counts(done)}; the archive holds {_many(len(store))}", soft_wrap=True)
        if _conflicts(found):
            from factcheck.report.facts import Filters

            terminal.render(found, console, filters=Filters(verdicts=frozenset({Verdict.CONFLICT})))
        console.file.flush()
    return embedder


def _add(store: Archive, articles: Iterable[Article], options: Namespace) -> Counter[Outcome]:
    done: Counter[Outcome] = Counter()
    given = list(articles)
    with progress(quiet=options.quiet) as advance:
        for number, article in enumerate(given, start=1):
            done[store.add(article, _settings(options))] += 1
            if advance:
                advance("adding articles", number, len(given))
    return done


def _show(found: Report, options: Namespace) -> int:
    """Write and print a report as the options say, and return the exit status."""
    from factcheck.report import terminal
    from factcheck.report.facts import Filters

    filters = Filters(verdicts=frozenset(options.verdict or ()), min_severity=options.min_severity, about=options.about)
    if options.json:
        write([found.to_json()], options.json)
    if options.html:
        from factcheck.report import html

        write([html.render(found, filters=filters)], options.html)
    if "-" not in (options.json, options.html) and not options.quiet:
        terminal.render(found, stdout_console(), filters=filters, show_all=options.all)
    return 1 if _conflicts(found) and not options.exit_zero else 0


def _conflicts(found: Report) -> bool:
    return any(finding.verdict is Verdict.CONFLICT for finding in found.findings)


def _one_output(options: Namespace) -> None:
    if options.json == options.html == "-":
        raise FactcheckError("only one output can go to stdout; name a file for the others")


def _open(options: Namespace, *, create: bool = False) -> Archive:
    from factcheck.archive.store import Archive

    return Archive(options.archive, create=create)


def _settings(options: Namespace) -> Settings:
    from factcheck.settings import Settings

    return Settings(published=getattr(options, "published", None), embedder=getattr(options, "embedder", None))


def _counts(done: Counter[Outcome]) -> str:
    """ "3 articles added, 1 changed, 2 already there"."""
    from factcheck.archive.store import Outcome

    parts = [f"{_many(done[Outcome.ADDED])} added"]
    parts += [f"{done[outcome]} {outcome}" for outcome in (Outcome.CHANGED, Outcome.KNOWN) if done[outcome]]
    return ", ".join(parts)


def _many(articles: int) -> str:
    return f"{articles} article" if articles == 1 else f"{articles} articles"


_ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "add": add,
    "check": check,
    "report": report,
    "list": list_,
    "remove": remove,
    "watch": watch,
}
