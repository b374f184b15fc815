"""Parts that exceed their whole: six of the five, killed and injured against all who were shot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from factcheck import wording
from factcheck.align.nouns import NounRelation, canonical, relate
from factcheck.model import Claim, Quantity
from factcheck.rules._reckoning import Flaw, Sums, of_people, one_time, plain, quoted_words
from factcheck.terms import Hedge

Figure = tuple[Claim, Quantity]
Fits = Callable[[Claim, Quantity], bool]

_OF_THE = re.compile(r"(?: out)? of (?:the |those |these |its |their |all )?")
_ASIDE = quoted_words("including|among (?:them|whom)|of (?:whom|them|these|those)")
# "Six people, three men and four women," and "The six dead were three men and four women".
_OPENS = re.compile(r"(?: [\w’'-]+){0,3}(?:,|:| \(| –| —| were| are)(?: all of them)? ?")
_GOES_ON = re.compile(r" [\w’'-]+(?:,| and|, and) (?:a )?")
_APART = frozenset({"man", "woman", "boy", "girl"})  # whoever is one of these is none of the others

_TURNS = re.compile(r"[;:]| (?:while|after|before|but|when)\b")

# What is done to all whom an attack harms, whatever becomes of them.
_HARMED = frozenset({"shoot", "stab", "hit", "strike"})
_HARMED_NOUNS = frozenset({"casualty"})
_ABOARD = re.compile(r"(?: [\w’'-]+){0,4} (?:aboard|on board)\b")
_SAVED = frozenset({"rescue", "survive", "save"})
# Who attacks may be among the dead and the injured, and is not among those attacked.
_ATTACKER = re.compile(
    r"\b(?:himself|herself|themselves|suicide|(?:gun|knife)m[ae]n|shooters?|suspects?|attackers?|assailants?|bombers?|officers?|police)\b"
    r"(?= (?:was|were|is|are|died|also|then|dead)\b|[\"”’,.;)]|$)|"
    r"\b(?:including|and|killed|killing|shot|wounded|injured) (?:the|a|one|two) (?:\w+ )?(?:(?:gun|knife)m[ae]n|shooters?|suspects?|attackers?|assailants?|bombers?)\b",
    re.IGNORECASE,
)


def excesses(sums: Sums) -> Iterator[Flaw]:
    """The parts of a sentence that exceed their whole in the same sentence."""
    counts = list(sums.counts())
    yield from _of_the(sums, counts)
    yield from _aside(sums, counts)
    yield from _listed(sums, counts)
    for whole in counts:
        flaw = adds_up(whole, sums)
        if flaw is not None:
            yield flaw


def _of_the(sums: Sums, counts: Sequence[Figure]) -> Iterator[Flaw]:
    """ "Six of the five dead"."""
    for (part, a), (whole, b) in pairwise(counts):
        if _OF_THE.fullmatch(sums.between(part, whole)) and plain(b) and _exceeds(a, b):
            yield Flaw(
                "part", part, whole, f"{wording.quantity(a)} cannot be a part of {wording.quantity(b)} {_noun(b)}"
            )


def _aside(sums: Sums, counts: Sequence[Figure]) -> Iterator[Flaw]:
    """ "Five people died, six of them children": the whole is the count told just before, unless one further back can hold the part."""
    for place, ((whole, b), (part, a)) in enumerate(pairwise(counts)):
        if not plain(b) or not is_aside(a) or not _kind_of(a, b) or not one_time((whole, part)):
            continue
        apart = _TURNS.search(sums.between(whole, part)) is not None
        if not apart and all(_exceeds(a, before) for _, before in counts[: place + 1]):
            reason = f"{wording.quantity(a)} {_noun(a)} cannot be among {wording.quantity(b)} {_noun(b)}"
            yield Flaw("part", whole, part, reason)


def _listed(sums: Sums, counts: Sequence[Figure]) -> Iterator[Flaw]:
    """ "Six people, three men and four women"."""
    for place, (whole, b) in enumerate(counts):
        rest = counts[place + 1 :]
        if (
            not rest
            or not of_people(b)
            or b.high is None
            or not plain(b)
            or not _OPENS.fullmatch(sums.between(whole, rest[0][0]))
        ):
            continue
        parts: list[Figure] = []
        for claim, figure in rest:
            follows = not parts or _GOES_ON.fullmatch(sums.between(parts[-1][0], claim))
            kinds = {canonical(p.of) for _, p in parts if p.of}
            if not follows or figure.of is None or canonical(figure.of) not in _APART - kinds:
                break
            parts.append((claim, figure))
        total = sum(p.low or 0 for _, p in parts)
        if len(parts) >= 2 and canonical(b.of or "") not in _APART and total > b.high:
            yield Flaw(
                "sum", whole, parts[0][0], _more([f"{wording.quantity(p)} {_noun(p)}" for _, p in parts], total, b)
            )


def adds_up(whole: Figure, parts: Sums) -> Flaw | None:
    """What the parts in a sentence come to, when that is more than the whole: of those harmed, or of those aboard."""
    claim, total = whole
    if total.hedge is not Hedge.EXACT or total.high is None or total.role is not None:
        return None
    if not plain(total) or not of_people(total):
        return None
    if canonical(total.of or "") in _HARMED_NOUNS or claim.predicate in _HARMED:
        kinds = [_role("killed"), _role("injured")]
        if _ATTACKER.search(parts.sentence):
            return None
    elif _aboard(claim, total):
        kinds = [_role("killed"), _role("missing"), _saved]
    else:
        return None
    found: list[Figure] = []
    for fits in kinds:
        ranked = [f for f in parts.counts() if f[0].id != claim.id and fits(*f) and of_people(f[1]) and _apart(f[1])]
        if ranked:
            found.append(max(ranked, key=lambda f: f[1].low or 0))
    sum_ = sum(p.low or 0 for _, p in found)
    if any((p.high or 0) >= total.high for _, p in found):
        return None  # it counts that part: "four were shot in the office", and of the six attacked four died
    if len(found) < 2 or sum_ <= total.high or not one_time([claim, *(c for c, _ in found)]):
        return None
    return Flaw(
        "sum",
        claim,
        found[0][0],
        _more([f"{wording.quantity(p)} {p.role or 'rescued'}" for _, p in found], sum_, total),
    )


def _role(role: str) -> Fits:
    return lambda _, figure: figure.role == role


def _saved(claim: Claim, figure: Quantity) -> bool:
    saved = figure.role is None and claim.predicate in _SAVED and not _aboard(claim, figure)
    return saved or figure.role == "rescued"


def _aboard(claim: Claim, figure: Quantity) -> bool:
    """Whether the figure counts those who were on the ship, the train or the aircraft."""
    return _ABOARD.match(claim.text, figure.span.end - claim.span.start) is not None


def _apart(figure: Quantity) -> bool:
    """Whether the figure is no part of another part: "seven wounded, one of whom died"."""
    return not any(q.startswith("part:") for q in figure.qualifiers)


def is_aside(part: Quantity) -> bool:
    """Whether the words of a count set it apart from a whole told before ("six of them")."""
    return any(q.startswith("part:") and _ASIDE.search(q) for q in part.qualifiers)


def _kind_of(part: Quantity, whole: Quantity) -> bool:
    """Whether the one may be a part of the other by what is counted."""
    if (
        whole.of is None
        or part.of is None
        or (part.role is not None and whole.role is not None and part.role != whole.role)
    ):
        return False
    return relate(whole.of, part.of) in (NounRelation.SAME, NounRelation.WIDER)


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    exact = whole.hedge is Hedge.EXACT  # "several families, 200 of them": a vague whole is no bound
    return exact and part.low is not None and whole.high is not None and part.low > whole.high


def _noun(figure: Quantity) -> str:
    return wording.plural(figure.of).removeprefix("the ") if figure.of else "of them"


def _more(parts: Sequence[str], total: float, whole: Quantity) -> str:
    return f"{' and '.join(parts)} make {total:,.0f}, more than {wording.quantity(whole)} {_noun(whole)}"
