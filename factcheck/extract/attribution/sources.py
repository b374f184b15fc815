"""Names of sources: one normal form, and the party that a source speaks for.

The normal form is the lower-case noun phrase without determiners and honorifics; of a spokesman, a statement
or figures "of", "from" or "for" somebody it is that somebody.
"""

from __future__ import annotations

from functools import cache

from factcheck.extract.entities.gazetteer import Sort, gazetteer
from factcheck.extract.quantities.fates import PEOPLE
from factcheck.extract.quantities.lemmas import singular
from factcheck.extract.words import split_words, word_set

_DETERMINERS = word_set("the a an this that these those its his her their our my some any one")
_HONORIFICS = word_set("mr mrs ms miss dr sir")
_MESSENGERS = word_set("spokesman spokeswoman spokesperson spokespeople spokesmen representative")
_PAPERS = word_set(
    "statement report figures data statistics estimates estimate count tally official officials source sources member members documents records preliminary release"
)
_OCCASIONS = word_set("scene time conference briefing hearing weekend moment")  # "officials at the scene"
# Sources that nobody can tell apart from others of their kind.
_UNNAMED = word_set("""official officials source sources report reports witness witnesses eyewitness eyewitnesses statement statements people person media he she it they we i you who me us him
    spokesman spokeswoman spokesperson spokespeople representative expert experts analyst analysts critic critics observers observer resident residents local locals neighbours neighbors others
    man woman men women study research data figures survey document documents many some several senior top state states press papers paper newspaper newspapers channel television tv website
    villager villagers townspeople onlooker onlookers bystander bystanders passer-by passers-by fans spectators shoppers tourists commuters survivor survivors rescuer rescuers
    early initial preliminary latest earlier new another other one two three unnamed anonymous scientists researchers economists relatives family victim victims member members leaders leader
    minister president mayor governor chief director chairman judge lawyer lawyers doctor""")
# Words that name the party of whoever bears them: word -> party
_PARTIES = {
    **dict.fromkeys(
        word_set(
            "police sheriff detective detectives officer officers cop cops investigators constable troopers trooper"
        ),
        "police",
    ),
    **dict.fromkeys(word_set("organiser organisers organizer organizers"), "organisers"),
    **dict.fromkeys(word_set("rebel rebels insurgents militants"), "rebels"),
    **dict.fromkeys(word_set("activist activists opposition protesters demonstrators"), "opposition"),
    **dict.fromkeys(word_set("hospital hospitals doctors medics paramedics"), "medics"),
    **dict.fromkeys(word_set("union unions"), "union"),
    **dict.fromkeys(word_set("government authorities"), "government"),
    **dict.fromkeys(word_set("company firm manufacturer"), "company"),
    **dict.fromkeys(word_set("prosecutor prosecutors"), "prosecutors"),
}


def normal_source(phrase: str) -> str:
    """The normal form of a source's noun phrase: "The Norwegian foreign ministry" -> "norwegian foreign ministry"."""
    words: list[str] = []
    for word in split_words(phrase).words:
        low = word.lower().replace("’", "'")
        if low[0].isalnum():
            words.append(low)
        elif words and (low == "'s" or (low == "'" and words[-1].endswith("s"))):
            words[-1] += low
    while words and words[0] in _DETERMINERS | _HONORIFICS:
        words.pop(0)
    while words and words[-1] in {
        "himself",
        "herself",
        "itself",
        "themselves",
        "also",
        "later",
        "who",
        "which",
        *_ADVERBS,
    }:
        words.pop()
    for i, word in enumerate(words):
        link = next(
            (
                j
                for j in range(i + 1, min(i + 5, len(words)))
                if words[j] in {"for", "from", "of", "by", "at"} and not _OCCASIONS & set(words[j + 1 : j + 3])
            ),
            None,
        )
        if word in _MESSENGERS | _PAPERS and link is not None and link + 1 < len(words):
            return normal_source(" ".join(words[link + 1 :])) if len(words) < 40 else " ".join(words[link + 1 :])
        if word in _MESSENGERS and i > 0:
            return " ".join(words[:i]).removesuffix("'s").removesuffix("'")
    kept = [w for w in words if w not in {"the", "a", "an"}]
    if kept and kept[-1].endswith("'s"):
        kept[-1] = kept[-1].removesuffix("'s")  # "the union's figure" is the union's
    elif kept and kept[-1].endswith("s'"):
        kept[-1] = kept[-1].removesuffix("'")
    return " ".join(kept)


def may_say(source: str) -> bool:
    """Whether what is named can say anything: "the number of cases", "113 cases" and "nobody" cannot."""
    words = source.split()
    if not words or words[0] in _NOBODY:
        return False
    head = next((words[i - 1] for i, w in enumerate(words) if i and w in {"of", "in", "at", "for", "from"}), words[-1])
    if head in _COUNTS or words[-1] in _NO_SOURCES:
        return False
    return (
        not words[0].replace(",", "").replace(".", "").isdecimal()
        or singular(words[-1]) in PEOPLE
        or words[-1] in _UNNAMED
    )


_ADVERBS = word_set("therefore however meanwhile still now again then instead nevertheless nonetheless thus too")
_NOBODY = word_set(
    "you nobody no none nothing whatever what which everything anything something each half many most few if of"
)
# "according to plan", "Media contact:", "LIVE:"
_NO_SOURCES = word_set(
    "plan plans schedule law rules custom tradition legend calculations contact contacts enquiries inquiries live read watch video photo photos"
    " update updates breaking faq exclusive"
)
_COUNTS = word_set(
    "number total toll tally figure count percentage proportion share rate average amount case cases incident deaths injuries"
)


def party(source: str) -> str:
    """A coarse key by which two sources are told to be different named parties; "" for one that is no named party.

    A body or an official of a state is that state ("ukrainian military", "kyiv" -> "ukraine"), every police force is
    "police", a person the family name.
    """
    words = tuple(w.removesuffix("'s").removesuffix("'") for w in normal_source(source).split() if w not in _HONORIFICS)
    for word in words:
        if _PARTIES.get(word) == "police":
            return "police"
    country = None
    table = _lower_names()
    for at in range(len(words)):
        for length in range(min(5, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            if name in table:
                known = table[name]
                if not known[1]:
                    return known[0]
                country = country or known[0]
                break
    if country is not None:
        return country
    for word in words:
        if word in _PARTIES:
            return _PARTIES[word]
    named = [w for w in words if w not in _UNNAMED and w not in {"of", "for", "the", "and", "in", "at", "from"}]
    if not named:
        return ""
    names = gazetteer()
    if len(named) < len(words) or named[0] in names.given or named[0] in names.family_first:
        untitled = [w for w in named if w not in names.titles and w not in names.title_modifiers] or named
        if len(untitled) <= 3 and not any(w in names.organisation_tails for w in untitled):
            return untitled[0] if untitled[0] in names.family_first else untitled[-1]
    return " ".join(named)


@cache
def _lower_names() -> dict[str, tuple[str, bool]]:
    """Lower-case names of states and known bodies -> party, and whether the party is a state."""
    found: dict[str, tuple[str, bool]] = {}
    for name, known in gazetteer().names.items():
        if known.sort is Sort.ORGANISATION:
            found[name.lower().replace(".", "")] = (known.key, False)
        elif known.country is not None and known.sort in {Sort.COUNTRY, Sort.PEOPLE, Sort.SEAT}:
            found.setdefault(name.lower().replace(".", ""), (known.country, True))
    return found
