"""Runs of capitalised words: where a name may begin, and how far its words reach."""

from __future__ import annotations

from collections.abc import Set

from factcheck.extract.gazetteer import Gazetteer
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
        here, before = texts[end], texts[end - 1].lower()
        after = texts[end + 1] if end + 1 < len(texts) else ""
        if is_name(here):
            found = table.longest(texts, end)
            if found is None and before not in table.given and _no_name(table, texts, end):
                break
            end += found[1] if found else 1
        elif (
            here == "."
            and (before in table.honorifics or before == "st" or len(before) == 1)
            and after
            and is_name(after)
        ):
            end += 1
        elif (here in {"'s", "’s"} and before in _OWNERS and after and is_name(after)) or (
            here == "&" and after and is_name(after)
        ):
            end += 2
        elif (
            here.lower() in PARTICLES
            and _tail_is_name(texts, end)
            and known is None
            and before not in table.organisation_tails
        ):
            end += 1
        elif (
            here in {"of", "for"}
            and _links(table, texts[first:end], here)
            and after
            and (is_name(after) or (after == "the" and texts[end + 2 : end + 3] and is_name(texts[end + 2])))
        ):
            end += 2 + (after == "the")
        elif (
            here == "and"
            and after
            and is_name(after)
            and texts[first].lower() in table.organisation_heads
            and ("of" in texts[first:end] or "for" in texts[first:end])
        ):
            end += 2
        elif here.isdigit() and before in {"war", "area", "sector", "route", "highway", "interstate"}:
            end += 1
        else:
            break
    return end


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
