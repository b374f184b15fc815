"""Runs of capitalised words: where a name may begin, and how far its words reach."""

from __future__ import annotations

from collections.abc import Set

from factcheck.extract.entities.gazetteer import Gazetteer
from factcheck.extract.words import word_set

# Words that begin sentences and headlines, never names.
FUNCTION = word_set("""the a an this that these those it its he she they we i you his her their our my your who what when where why how which whose if as at by for from in into of
    off on onto out over to up with about after against among around before behind below between beyond despite during except inside near outside since through throughout
    toward towards under until upon within without and or but nor so yet not no yes also both each either every few many more most much neither none several some such than
    then there here now once only just even still however meanwhile although though while because whether is are was were be been has have had do does did will would can could
    may might must shall should all another any other others today yesterday tomorrow tonight earlier later last next according asked one two three four five six seven
    eight nine ten""")

PARTICLES = word_set("de del della da das dos du di la le van von der den bin ibn abu al el y")

_OWNERS = word_set(
    "people women children men workers teachers farmers students writers king queen lawyers journalists national"
)

# "the Sheriff's Office" is a body; "the Sheriff's Deputy" is not
_OFFICES = word_set("sheriff attorney marshal coroner governor prosecutor examiner mayor")
_NUMBERED = word_set("war area sector route highway interstate")
_LONGEST_RUN = 14


def is_name(word: str) -> bool:
    """Whether the word is capitalised, or begins with an Arabic article before a capital."""
    return word[0].isupper() or (len(word) > 3 and word[2] == "-" and word[:2] in {"al", "el"} and word[3].isupper())


def may_begin(table: Gazetteer, texts: tuple[str, ...], i: int) -> bool:
    """Whether a name may begin with this word."""
    word = texts[i]
    return is_name(word) or (word == "al" and table.longest(texts, i) is not None)


def run_end(table: Gazetteer, texts: tuple[str, ...], first: int, starts: Set[int]) -> int:
    """Where the run of capitalised words that starts at ``first`` ends, with the "of", "and", "de" inside it."""
    known = table.longest(texts, first)
    end = first + (known[1] if known else 1)
    if known is None and (_no_name(table, texts, first) or texts[first].lower() in FUNCTION):
        return end
    while end < len(texts) and end - first < _LONGEST_RUN and end not in starts:
        if is_name(texts[end]):
            found = table.longest(texts, end)
            style = _no_name(table, texts, end) or texts[end].lower() in FUNCTION
            if found is None and style and texts[end - 1].lower() not in table.given:
                break
            end += found[1] if found else 1
        else:
            link = _link(table, texts, first, end, known=known is not None)
            if link == 0:
                break
            end += link
    return end


def _link(table: Gazetteer, texts: tuple[str, ...], first: int, at: int, *, known: bool) -> int:
    """How many words from ``at`` on join the run to its next capital; 0 when they do not."""
    here, before = texts[at], texts[at - 1].lower()
    after = texts[at + 1] if at + 1 < len(texts) else ""
    if here.isdigit():
        return int(before in _NUMBERED)
    if here.lower() in PARTICLES and _tail_is_name(texts, at):
        return int(not known and before not in table.organisation_tails)
    if here in {"of", "for"} and _links(table, texts[first:at], here):
        if after == "the" and is_name((texts[at + 2 : at + 3] or ("-",))[0]):
            return 3
        return 2 if after and is_name(after) else 0
    if not after or not is_name(after):
        return 0
    if here == ".":
        return int(before in table.honorifics or before == "st" or len(before) == 1)
    if here in {"'s", "’s"}:
        owns = before in _OWNERS or (before in _OFFICES and after.lower() in table.organisation_tails)
        return 2 if owns else 0
    if here == "and":
        body = texts[first].lower() in table.organisation_heads
        return 2 if body and ("of" in texts[first:at] or "for" in texts[first:at]) else 0
    return 2 if here == "&" else 0


def _no_name(table: Gazetteer, texts: tuple[str, ...], at: int) -> bool:
    """Whether the word is capitalised for another reason; a month's short form can be a given name ("Jan Nowak")."""
    low = texts[at].lower()
    given = low in table.given
    return low in table.not_names and not (given and texts[at + 1 : at + 2] and is_name(texts[at + 1]))


def _tail_is_name(texts: tuple[str, ...], at: int) -> bool:
    """Whether at most two particles are followed by a capitalised word."""
    for word in texts[at + 1 : at + 3]:
        if is_name(word):
            return True
        if word not in PARTICLES:
            return False
    return False


def _links(table: Gazetteer, run: tuple[str, ...], link: str) -> bool:
    last = run[-1].lower()
    heads = table.organisation_heads
    if link == "for":
        return last in heads or last in table.organisation_tails
    return (
        last in heads
        or last in table.place_heads
        or last in table.event_heads
        or last in {"church", "house", "tower", "archbishop"}
    )


def is_title(table: Gazetteer, word: str) -> bool:
    """Whether the word is an office or an honorific."""
    low = word.lower()
    return low in table.titles or low in table.honorifics or ("-" in low and low.rsplit("-", 1)[1] in table.titles)
