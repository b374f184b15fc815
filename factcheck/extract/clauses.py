"""Cut a sentence into clauses: pieces with a verb of their own, with who does what, when, and whether it is denied.

Pieces that follow one another tile the sentence ("A bomb went off" | "killing 12 people" | "injuring 30"); a piece that
interrupts or depends ("who was 45", "after the vote failed") lies inside the clause it belongs to. The joining words
"and", "but", "that", "while" belong to no clause. Where it is not clear that a new clause begins, none does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.predicates import VerbGroup, denies, lexicon, tag, verb_groups
from factcheck.extract.words import Words, split_words
from factcheck.model import Span
from factcheck.terms import Tense

_SIBLING = frozenset("while whereas although though".split())
_NESTED = frozenset("after before when as because if since until where once unless".split())
_STATES = frozenset("dead missing hurt homeless unaccounted wounded injured killed".split())
_TIMES = frozenset("day week month year morning afternoon evening night yesterday today monday tuesday wednesday thursday friday saturday sunday".split())
_FAR = 12  # words between a joining word and the verb of its clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause. ``subject`` may lie outside ``span`` where the clause shares it ("... and injured 30").

    ``lemma`` is that of ``predicate``; ``positive`` is False for what did not happen; ``modality`` is planned,
    expected, feared, possible, or None for a plain statement.
    """

    span: Span
    subject: Span | None
    predicate: Span | None
    lemma: str | None
    positive: bool
    tense: Tense
    modality: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    first: int
    end: int
    nested: bool = False


def find_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of one sentence by their start, outer before inner; spans are offsets into ``text``.

    Two clauses are disjoint or one holds the other. A sentence without a verb is one clause without a predicate.
    """
    words = split_words(text)
    if not words.words:
        return ()
    letters = tag(words)
    groups = verb_groups(words, letters)
    pieces = [_trimmed(words, letters, p) for p in _pieces(words, letters, groups)]
    return tuple(_clauses(words, letters, groups, [p for p in pieces if p is not None]))


def clause_at(clauses: Sequence[Clause], offset: int) -> Clause | None:
    """The smallest clause that contains the character at ``offset``."""
    holding = [c for c in clauses if c.span.start <= offset < c.span.end]
    return min(holding, key=lambda c: c.span.end - c.span.start, default=None)


def _pieces(words: Words, letters: str, groups: Sequence[VerbGroup]) -> Iterator[_Piece]:
    """The tiling pieces, and the dependent ones inside them, by start."""
    inner: list[_Piece] = []
    first, closed, verbs = 0, 0, 0
    by_first = {g.first: g for g in groups}
    following = _following(len(words), groups)
    tiles: list[_Piece] = []
    last: VerbGroup | None = None
    i = 0
    while i < len(words):
        if i in by_first and i >= closed:
            last = by_first[i]
            verbs += last.finite or verbs == 0
        if i >= closed and (nested := _dependent(words, letters, following, i)) is not None:
            inner.append(nested)
            closed = nested.end
        cut = i > first and i >= closed and _cuts(words, letters, following, last if verbs else None, first, i)
        if cut or last is not None and i == last.end and i > closed and _quotes(words, letters, following, last, i):
            tiles.append(_Piece(first=first, end=i))
            first, verbs, last = i, 0, None
            if i in by_first:
                last = by_first[i]
                verbs = 1
            i = max(i, _past_that(words, i))
            first = i if i > first else first
            if i in by_first:
                last, verbs = by_first[i], 1
        i += 1
    tiles.append(_Piece(first=first, end=len(words)))
    yield from sorted([*tiles, *inner], key=lambda p: (p.first, -p.end, p.nested))


def _following(size: int, groups: Sequence[VerbGroup]) -> list[VerbGroup | None]:
    """For every word the first verb group that begins at it or after it."""
    found: list[VerbGroup | None] = [None] * (size + 1)
    at = len(groups) - 1
    for i in range(size, -1, -1):
        found[i] = found[i + 1] if i < size else None
        if at >= 0 and groups[at].first == i:
            found[i] = groups[at]
            at -= 1
    return found


def _past_that(words: Words, at: int) -> int:
    """Past "that" and a quotation mark."""
    while at < len(words) and words.words[at].lower() in {"that", ",", ":", "“", '"'}:
        at += 1
    return at


def _dependent(words: Words, letters: str, following: Sequence[VerbGroup | None], i: int) -> _Piece | None:
    """The relative or adverbial clause that begins at the word ``i``."""
    word = words.words[i].lower()
    if letters[i] == "w" and i > 0 and letters[i - 1] == ",":
        pass
    elif word not in _NESTED or not _own_clause(words, letters, following, i + 1, joined=False):
        return None
    group = following[i + 1]
    if group is None:
        return None
    end = group.end
    while end < len(words) and letters[end] not in ";.!?":
        if letters[end] == ",":
            after = following[end + 1]
            if i == 0 or after is not None and after.first - end <= 2 and after.form != "g" or after is not None and _says(words, letters, end + 1, after):
                break
            if letters[i] != "w":
                break
        end += 1
    return _Piece(first=i, end=end, nested=True)


def _own_clause(words: Words, letters: str, following: Sequence[VerbGroup | None], at: int, *, joined: bool = True) -> bool:
    """Whether a subject and its verb begin at the word ``at``; the subject may be two ``joined`` by "and"."""
    group = following[at] if at < len(words) else None
    if group is None or not group.finite or group.form == "T" or not 0 < group.first - at <= _FAR:
        return False
    stretch = letters[at : group.first]
    if stretch.endswith(",") and len(stretch) == 2:
        stretch = stretch[0]
    if not joined and "c" in stretch:
        return False
    return stretch[0] in "d0UuXPA\"" and not any(x in ",;:-cw." for x in stretch.replace("c", "", 1)) and any(x in "UuXP0" for x in stretch)


def _says(words: Words, letters: str, at: int, group: VerbGroup) -> bool:
    """Whether from ``at`` a source says so: "police said", "said Mr Nowak"."""
    return group.lemma in lexicon().reporting and letters[group.first] != "B" and group.first - at <= 7 and all(x in "d0UuXPi'A." for x in letters[at : group.first])


def _cuts(words: Words, letters: str, following: Sequence[VerbGroup | None], last: VerbGroup | None, first: int, i: int) -> bool:
    """Whether a new clause of the same rank begins at the word ``i``; ``last`` is the latest verb of the running one."""
    letter, word = letters[i], words.words[i].lower()
    group = following[i + 1]
    if letter == ";":
        return True
    if letter == ":":
        return group is not None and words.ends[i] < words.starts[i + 1] if i + 1 < len(words) else False
    if last is None and not (letter == "," and _elided(words, letters, first, len(words)) is not None):
        return False
    if letter == "-":
        spaced = i + 1 < len(words) and words.ends[i] < words.starts[i + 1] and words.ends[i - 1] < words.starts[i]
        return spaced and group is not None and (group.finite and group.first - i < _FAR)
    if word in _SIBLING:
        return group is not None and (group.first == i + 1 or _own_clause(words, letters, following, i + 1))
    if word == "that" and last.lemma in lexicon().clausal and last.end < i < last.end + _FAR if last is not None else False:
        return group is not None and group.finite
    if letter not in ",c":
        return False
    at = i + 1
    while at < len(words) and (letters[at] in "cA" or words.words[at].lower() in _SIBLING or letters[at] == '"'):
        at += 1
    if at >= len(words):
        return False
    comma = letter == ","
    joined = comma and "c" in letters[i + 1 : at] or letter == "c"
    group = following[at]
    if _elided(words, letters, at, len(words)) is not None:
        return True
    if group is None:
        return False
    if group.first == at or group.first == at - 1 and letters[at - 1] == "A":
        return _same_rank(words, letters, last, group, i, joined=joined, comma=comma)
    if comma and _says(words, letters, at, group) and _closes(letters, group):
        return True
    if comma and letters[i + 1] == '"' or letters[i - 1] == '"' and comma:
        return _own_clause(words, letters, following, at)
    if comma and letters[at] == "0" and group.form == "a" and at == i + 1:
        return _own_clause(words, letters, following, at)
    sibling = any(words.words[j].lower() in _SIBLING for j in range(i + 1, at))
    if sibling or joined:
        return _own_clause(words, letters, following, at) and not _still_object(words, letters, last, i)
    return False


def _still_object(words: Words, letters: str, last: VerbGroup | None, i: int) -> bool:
    """Whether "and" may only join what the verb takes: "said the man and his wife were hurt"."""
    return last is not None and letters[i] == "c" and (last.first > 0 and letters[last.first - 1] == "w" or last.lemma in lexicon().clausal)


def _same_rank(words: Words, letters: str, last: VerbGroup | None, group: VerbGroup, i: int, *, joined: bool, comma: bool) -> bool:
    """Whether a verb straight after "," or "and" opens a clause that shares the subject."""
    after = letters[group.end] if group.end < len(letters) else "$"
    if group.form == "g":
        adjunct = comma or last is not None and last.form == "g"
        return adjunct and after in "d0XUuPiwp" and not (after == "i" and letters[i] == "c") and (last is None or i > last.end or last.form != "g")
    if last is None or i <= last.end and letters[i] == "c":
        return False
    if comma and not joined:
        return group.form in "ps" and last.form == group.form and after in "0" or bool(_says(words, letters, group.first, group) and group.form != "g")
    if group.form == "T":
        return False
    if group.form == "a":
        return True
    if group.form == "v":
        return (last.form in "vT" or last.tense is Tense.FUTURE) and after in "d0UuPiT"
    if group.form == "s":
        return last.form == "s" or last.tense is Tense.PRESENT
    return last.form in "pa" and last.tense is not Tense.FUTURE and after in "d0UuPiTg.,$;A\"" or group.end < len(words) and words.words[group.end].lower() in _STATES


def _closes(letters: str, group: VerbGroup) -> bool:
    """Whether a source's verb ends its clause: "..., police said on Monday"."""
    rest = letters[group.end : group.end + 1]
    return rest in {"", ".", ",", "i", "U", '"', ";", ":", "X", "d", "A", "P", "-", "g", "!", "?"}


def _elided(words: Words, letters: str, at: int, size: int) -> int | None:
    """Where a clause that lost its verb ends: "30 (others) injured", "two missing"."""
    while at < size and letters[at] in "Ai" and words.words[at].lower() in {"at", "about", "some", "around", "over", "least", "another"}:
        at += 1
    if at >= size or letters[at] != "0" and words.words[at].lower() not in {"several", "dozens", "at", "another", "many", "no"}:
        return None
    stop = at + 1
    while stop < size and stop - at < 5 and letters[stop] in "XA0di" and words.words[stop].lower() not in _STATES:
        stop += 1
    if stop < size and (letters[stop] in "pn" and words.words[stop].lower() != "said" or words.words[stop].lower() in _STATES):
        if stop + 1 >= size or letters[stop + 1] in ".,;i\"c!?":
            return stop + 1
    return None


def _quotes(words: Words, letters: str, following: Sequence[VerbGroup | None], last: VerbGroup, i: int) -> bool:
    """Whether what a source says begins at the word ``i``, straight after its verb."""
    if last.lemma not in lexicon().clausal or last.form == "g" and last.lemma != "add" and last.lemma != "say":
        return False
    at = i
    for j in range(i, min(i + _FAR, len(words))):
        if words.words[j].lower() == "that":
            group = following[j + 1]
            return j == i and group is not None and group.finite
        if following[j] is not None and following[j].first == j or letters[j] in ",;c":  # type: ignore[union-attr]
            break
    if letters[at : at + 1] == '"':
        return following[at] is not None
    return _own_clause(words, letters, following, _past_relative(letters, following, at))


def _past_relative(letters: str, following: Sequence[VerbGroup | None], at: int) -> int:
    """Past a subject's relative clause ("the victim, who was 40, died"): its last comma, or ``at`` when there is none."""
    comma = letters.find(",", at, at + _FAR)
    if comma > at and letters[comma + 1 : comma + 2] == "w" and all(x in "d0UuX'" for x in letters[at:comma]):
        close = letters.find(",", comma + 1, comma + 4 * _FAR)
        group = following[close + 1] if close > 0 else None
        if group is not None and group.first == close + 1 and group.finite:
            return close - 1
    return at


def _trimmed(words: Words, letters: str, piece: _Piece) -> _Piece | None:
    """The piece without joining words and marks at its edges."""
    first, end = piece.first, piece.end
    while first < end and (letters[first] in "c,;:-\".!?)]" or words.words[first].lower() in _SIBLING or words.words[first] in "'’‘•*"):
        first += 1
    while end > first and (letters[end - 1] in "c,;:-\".!?([" or words.words[end - 1] in "'’‘"):
        end -= 1
    return _Piece(first=first, end=end, nested=piece.nested) if first < end else None


def _clauses(words: Words, letters: str, groups: Sequence[VerbGroup], pieces: Sequence[_Piece]) -> Iterator[Clause]:
    begins = [g.first for g in groups]
    shared: Span | None = None
    previous: VerbGroup | None = None
    before: Tense | None = None
    for number, piece in enumerate(pieces):
        holes = [p for p in pieces[number + 1 : number + 6] if p.nested and piece.first <= p.first and p.end <= piece.end]
        within = groups[bisect_left(begins, piece.first) : bisect_left(begins, piece.end)]
        own = [g for g in within if g.end <= piece.end and not any(h.first <= g.first < h.end for h in holes)]
        group = _main(words, letters, own)
        subject = _subject(words, letters, piece, holes, group)
        if piece.nested and letters[piece.first] == "w" and subject is None:
            subject = _antecedent(words, letters, piece.first)
        elif subject is None and group is not None and (group.first == piece.first or group.form in "gT" or letters[piece.first] == "A"):
            subject = shared
        span = words.span(piece.first, piece.end)
        if group is None:
            stated = any(w.lower() in _STATES for w in words.words[piece.first : piece.end])
            yield Clause(
                span=span,
                subject=None,
                predicate=None,
                lemma=None,
                positive=not denies(words, piece.first, piece.end),
                tense=before or (Tense.PAST if stated else Tense.PRESENT),
                modality=None,
            )
            continue
        modality = group.modality or (previous.modality if group.form in "gv" and previous is not None else None)
        modality = "feared" if group.lemma == "fear" and group.form in "pa" else modality
        tense = group.tense if group.form != "v" or before is not Tense.FUTURE or group.first != piece.first else Tense.FUTURE
        negated = denies(words, piece.first, min(piece.end, group.end + 4)) or group.lemma == "deny"
        yield Clause(
            span=span,
            subject=subject,
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
        bare = first.form == "p" and first.first > 0 and letters[first.first - 1] in "X0'U" and letters[first.end : first.end + 1] in {"i", "U", "A", "B", "p", "g", "H", "M"}
        between = words.words[first.end : second.first]
        bare = bare and not any(w in {"that", "who", "which", "and", "but"} or w in _NESTED for w in between)
        relative = first.first > 0 and (letters[first.first - 1] == "w" or words.words[first.first - 1].lower() == "that")
        if (bare or relative) and second.form in "asp" and "," not in letters[first.end : second.first]:
            first = second
        else:
            break
    return first


def _subject(words: Words, letters: str, piece: _Piece, holes: Sequence[_Piece], group: VerbGroup | None) -> Span | None:
    """The noun phrase before the verb, without an opening adverbial and without an apposition."""
    if group is None:
        return None
    start, end = piece.first, group.first
    if piece.nested:
        start += 1
    for hole in holes:
        if hole.first == start:
            start = min(hole.end, end)
        elif hole.first < end:
            end = hole.first
            break
    stretch = letters[start:end]
    while stretch[:1] and stretch[0] in ",Ac\"-:'":
        start, stretch = start + 1, stretch[1:]
    opening = words.words[start].lower() if stretch else ""
    comma = stretch.find(",")
    if comma > 0 and words.words[start + comma - 1].lower() in _TIMES:
        start, stretch = start + comma + 1, stretch[comma + 1 :]
    elif opening in {"in", "on", "at", "by", "from", "after", "during", "under", "for", "with", "since", "of", "according", "amid"}:
        if comma < 0:
            return None
        start, stretch = start + comma + 1, stretch[comma + 1 :]
        if stretch.startswith("0,"):
            start, stretch = start + 2, stretch[2:]
    comma = stretch.find(",")
    if comma > 0 and "c" not in stretch[comma:]:
        end, stretch = start + comma, stretch[:comma]
    while end > start and letters[end - 1] in ",Ac\"-:(N":
        end -= 1
    has_noun = any(x in "UuX0P" for x in letters[start:end])
    return words.span(start, end) if end > start and has_noun else None


def _antecedent(words: Words, letters: str, at: int) -> Span | None:
    """The noun phrase that a relative pronoun takes up: the words straight before it."""
    end = at
    while end > 0 and letters[end - 1] in ",":
        end -= 1
    start = end
    while start > 0 and end - start < 6 and letters[start - 1] in "UuX0d'":
        start -= 1
    return words.span(start, end) if start < end else None
