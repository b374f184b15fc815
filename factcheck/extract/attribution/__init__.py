"""Who says so: the sources a sentence names, and the stretch of the sentence that each answers for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.attribution.citations import by_figures, by_headline, by_phrases
from factcheck.extract.attribution.cues import SOURCES, AttributedSpan, read_sentence
from factcheck.extract.attribution.sayings import by_verbs
from factcheck.extract.attribution.sources import party
from factcheck.model import Attribution, Span

__all__ = ["AttributedSpan", "attribute_sentences", "attribution_at", "find_attributions", "party"]


def find_attributions(text: str) -> tuple[AttributedSpan, ...]:
    """The attributions of one sentence, by the start of their scope, outer before inner; offsets into ``text``.

    The source is in normal form (``sources.normal_source``), the cue a verb's lemma, a noun, "according to", or the colon
    or dash of a headline. A source that answers for two stretches gives two records.
    """
    sentence = read_sentence(text)
    if sentence is None:
        return ()
    found = [*by_verbs(sentence), *by_phrases(sentence), *by_figures(sentence)]
    if not found:
        found = list(by_headline(sentence))
    return tuple(sorted(found, key=lambda a: (a.scope.start, -a.scope.end, a.attribution.span)))


def attribution_at(found: Sequence[AttributedSpan], offset: int) -> Attribution | None:
    """The attribution of the smallest scope that holds the character at ``offset``."""
    holding = [a for a in found if a.scope.start <= offset < a.scope.end]
    smallest = min(holding, key=lambda a: a.scope.end - a.scope.start, default=None)
    return None if smallest is None else smallest.attribution


def attribute_sentences(texts: Sequence[str]) -> tuple[tuple[AttributedSpan, ...], ...]:
    """The attributions of an article's sentences, in order; offsets are into each sentence.

    A quotation that stays open carries its source on, one whose source comes at its end carries it back. "She added",
    "Barlow said" and "the ministry said" get the source of an earlier sentence where only one fits.
    """
    rows = [list(find_attributions(text)) for text in texts]
    _resolve(rows)
    carried: Attribution | None = None
    opened: int | None = None
    for number, text in enumerate(texts):
        inside = opened is not None
        row = rows[number]
        closes = _closing(text) if inside else None
        if inside and closes is None:
            if not row and carried is not None:
                row.append(_whole(text, len(text), carried))
            continue
        if inside and closes is not None:
            if carried is not None and not row:
                row.append(_whole(text, closes, carried))
            elif carried is None and row and opened is not None:
                for earlier in range(opened, number):
                    rows[earlier] = rows[earlier] or [_whole(texts[earlier], len(texts[earlier]), row[0].attribution)]
            opened = None
        elif not row and number and _all_quoted(text) and _quotes(texts[number - 1], rows[number - 1]):
            row.append(_whole(text, len(text), rows[number - 1][-1].attribution))  # "..., he said." "..."
        if _leaves_open(text, closes or 0):
            opened, carried = number, row[-1].attribution if row else None
    return tuple(tuple(row) for row in rows)


def _resolve(rows: list[list[AttributedSpan]]) -> None:
    """Give "she added", "Barlow said", "the ministry said" the full source of an earlier sentence."""
    full: dict[str, str | None] = {}
    last: str | None = None
    for row in rows:
        for at, found in enumerate(row):
            source = found.attribution.source
            better = _stands_for(source, last) or (full.get(source) if " " not in source else None)
            if better is not None:
                row[at] = replace(found, attribution=replace(found.attribution, source=better))
                source = better
            if source in {"he", "she", "it", "they", "i", "we", "who"}:
                continue
            last = source
            if " " in source:
                short = source.rsplit(" ", 1)[1]
                full[short] = source if full.get(short, source) == source else None


def _stands_for(source: str, last: str | None) -> str | None:
    if last is None or source not in {"he", "she", "it", "they"}:
        return None
    nouns = set(last.split())
    body = bool(nouns & (SOURCES - {"minister", "president", "mayor", "sheriff", "coroner"})) or last.endswith("s")
    return last if body == (source in {"it", "they"}) or (source == "it" and not body and " " not in last) else None


def _whole(text: str, end: int, carried: Attribution) -> AttributedSpan:
    start = len(text) - len(text.lstrip(' \n\t“"'))
    stop = len(text[:end].rstrip(' \n\t”"'))
    return AttributedSpan(
        attribution=replace(carried, span=Span(start=0, end=0)), scope=Span(start=min(start, stop), end=stop)
    )


def _all_quoted(text: str) -> bool:
    """Whether the sentence is a quotation and nothing else."""
    inner = text.strip()
    return len(inner) > 2 and (inner[0], inner[-1]) in {("“", "”"), ('"', '"')} and inner.count(inner[0]) <= 2


def _quotes(text: str, row: Sequence[AttributedSpan]) -> bool:
    """Whether the sentence quotes one speaker."""
    return ("“" in text or '"' in text) and len({a.attribution.source for a in row}) == 1


def _closing(text: str) -> int | None:
    """Where an open quotation ends in the sentence, or None when it goes on."""
    places = [p for p in (text.find("”"), text.find('"')) if p >= 0]
    return min(places, default=None)


def _leaves_open(text: str, start: int) -> bool:
    """Whether a quotation opens in the sentence after ``start`` and does not close."""
    curly = text.rfind("“") > text.rfind("”")
    straight = text.count('"', start + 1 if start else 0) % 2 == 1
    return curly or (straight and "“" not in text)
