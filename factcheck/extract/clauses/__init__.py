"""Cut a sentence into clauses: pieces with a verb of their own, with who does what, when, and whether it is denied.

Pieces that follow one another tile the sentence ("A bomb went off" | "killing 12 people" | "injuring 30"); a piece that
interrupts or depends ("who was 45", "after the vote failed") lies inside the clause it belongs to. The joining words
"and", "but", "that", "while" belong to no clause. Where it is not clear that a new clause begins, none does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.clauses.boundaries import NESTED, STATES, Piece, cut_pieces, trimmed
from factcheck.extract.clauses.predicates import VerbGroup, denies, verb_groups
from factcheck.extract.clauses.subjects import Subject, antecedent, find_subject
from factcheck.extract.clauses.wordclasses import tag
from factcheck.extract.words import Words, split_words
from factcheck.model import Span
from factcheck.terms import Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause. ``subject`` may lie outside ``span`` where the clause shares it ("... and injured 30").

    ``head`` is the part of the subject that ends with its head noun, ``apposed`` the name that stands beside it;
    ``lemma`` is that of ``predicate``, which ``finite`` tells from a bare -ing form; ``positive`` is False for what did
    not happen; ``modality`` is planned, expected, feared, possible, or None for a plain statement.
    """

    span: Span
    subject: Span | None
    head: Span | None
    apposed: Span | None
    finite: bool
    predicate: Span | None
    lemma: str | None
    positive: bool
    tense: Tense
    modality: str | None


def find_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of one sentence by their start, outer before inner; spans are offsets into ``text``.

    Two clauses are disjoint or one holds the other. A sentence without a verb is one clause without a predicate.
    """
    words = split_words(text)
    if not words.words:
        return ()
    letters = tag(words)
    groups = verb_groups(words, letters)
    pieces = [trimmed(words, letters, p) for p in cut_pieces(words, letters, groups)]
    return tuple(_clauses(words, letters, groups, [p for p in pieces if p is not None]))


def clause_at(clauses: Sequence[Clause], offset: int) -> Clause | None:
    """The smallest clause that contains the character at ``offset``."""
    holding = [c for c in clauses if c.span.start <= offset < c.span.end]
    return min(holding, key=lambda c: c.span.end - c.span.start, default=None)


def _clauses(words: Words, letters: str, groups: Sequence[VerbGroup], pieces: Sequence[Piece]) -> Iterator[Clause]:
    begins = [g.first for g in groups]
    shared: Subject | None = None
    previous: VerbGroup | None = None
    before: Tense | None = None
    for number, piece in enumerate(pieces):
        holes = [
            p for p in pieces[number + 1 : number + 6] if p.nested and piece.first <= p.first and p.end <= piece.end
        ]
        within = groups[bisect_left(begins, piece.first) : bisect_left(begins, piece.end)]
        own = [g for g in within if g.end <= piece.end and not any(h.first <= g.first < h.end for h in holes)]
        if letters[piece.first] == "T" and (comma := letters.find(",", piece.first, piece.end)) > 0:
            own = [g for g in own if g.first > comma] or own  # "To help the men held, the union will ..."
        group = _main(words, letters, own)
        subject = find_subject(words, letters, piece, holes, group)
        if piece.nested and letters[piece.first] == "w" and subject is None:
            subject = antecedent(words, letters, piece.first)
        elif (
            subject is None
            and group is not None
            and (group.first == piece.first or group.form in "gT" or letters[piece.first] == "A")
        ):
            subject = shared
        span = words.span(piece.first, piece.end)
        if group is None:
            stated = any(w.lower() in STATES for w in words.words[piece.first : piece.end])
            yield Clause(
                span=span,
                subject=None,
                head=None,
                apposed=None,
                finite=False,
                predicate=None,
                lemma=None,
                positive=not denies(words, piece.first, piece.end),
                tense=before or (Tense.PAST if stated else Tense.PRESENT),
                modality=None,
            )
            continue
        modality = group.modality or (previous.modality if group.form in "gv" and previous is not None else None)
        modality = "feared" if group.lemma == "fear" and group.form in "pa" else modality
        tense = (
            group.tense
            if group.form != "v" or before is not Tense.FUTURE or group.first != piece.first
            else Tense.FUTURE
        )
        opens = max((h.end for h in holes if h.end <= group.first and h.first == piece.first), default=piece.first)
        negated = denies(words, opens, min(piece.end, group.end + 4)) or group.lemma == "deny"
        yield Clause(
            span=span,
            subject=subject.span if subject is not None else None,
            head=subject.head if subject is not None else None,
            apposed=subject.apposed if subject is not None else None,
            finite=group.finite,
            predicate=words.span(group.first, group.end),
            lemma=group.lemma,
            positive=group.positive != negated if negated else group.positive,
            tense=tense or before or Tense.PRESENT,
            modality=modality,
        )
        if not piece.nested:
            shared = subject if subject is not None else shared
            previous, before = group, tense or before


def _main(words: Words, letters: str, own: Sequence[VerbGroup]) -> VerbGroup | None:
    """The verb of a piece: its first, unless that one only qualifies a noun ("the men arrested on Friday were charged")."""
    finite = [g for g in own if g.finite]
    if not finite:
        return own[0] if own else None
    first = finite[0]
    for second in finite[1:3]:
        bare = (
            first.form == "p"
            and first.first > 0
            and letters[first.first - 1] in "X0'U"
            and (
                letters[first.end : first.end + 1] in {"i", "U", "A", "B", "p", "g", "H", "M"}
                or words.words[first.end : first.end + 1] in (("missing",), ("dead",), ("afterwards",))
            )
        )
        between = words.words[first.end : second.first]
        bare = bare and not any(w in {"that", "who", "which", "and", "but"} or w in NESTED for w in between)
        relative = first.first > 0 and (
            letters[first.first - 1] == "w" or words.words[first.first - 1].lower() == "that"
        )
        aside = first.form == "p" and letters[max(0, first.first - 1)] == "," == letters[second.first - 1]
        if (bare or relative) and second.form in "asp" and "," not in letters[first.end : second.first]:
            first = second
        elif aside and second.form in "asp":
            first = second  # "the hunter, identified as Carl Ode, was found"
        elif second.form == "a" and letters[second.first - 1] == "," and _in_aside(letters, first.first):
            first = second  # "the tax, part of a plan meant to close a gap, would hit"
        else:
            break
    return first


def _in_aside(letters: str, at: int) -> bool:
    """Whether a comma stands soon before the word with only a noun phrase between."""
    comma = letters.rfind(",", max(0, at - 8), at)
    return comma > 0 and all(x in "dXi0'" for x in letters[comma + 1 : at])
