"""Numbers that name and do not count: roads, flights, models, articles of law, addresses, telephones.

The word lists are the rules; ``NAMES`` has an example for each kind.
"""

from __future__ import annotations

import re

from factcheck.extract.lemmas import is_plural
from factcheck.extract.numbers import SHORT_SCALES, SUFFIXES, VULGAR
from factcheck.extract.tokens import DASHES, Tokens

# what a number after these words is: a name. (kind, words, an example)
NAMES = (
    ("law", "article articles section sections chapter chapters clause paragraph rule regulation directive protocol "
            "annex appendix amendment proposition prop resolution title act bill law decree order case", "Article 12"),
    ("text", "page pages pp line verse psalm figure table volume issue edition version part step item question episode "
             "season lesson exhibit footnote slide image photo picture", "page 12"),
    ("place", "room hall gate platform terminal pier runway dock berth bay lane zone sector block lot plot floor level "
              "suite apartment apt flat unit studio building house exit junction checkpoint camp district precinct "
              "ward constituency area region border hill point mile milepost stall booth pen pit shaft tunnel well "
              "box ring court stage track", "Room 12"),
    ("road", "route routes highway interstate motorway freeway road bus train tram line county us hwy i rt fm sr",
     "Route 12"),
    ("vessel", "flight reactor engine train apollo soyuz falcon voyager gemini artemis hull", "Flight 12"),
    ("rank", "no nos number numbers numero category cat type class grade tier phase stage level division group seed "
             "ranked rated formula fortune top big lane day week round game match test set race seeded league step "
             "gen generation grade year", "No. 12"),
    ("model", "boeing airbus windows ios android iphone ipad galaxy playstation xbox mark mk model series gpt python "
              "embraer cessna antonov ilyushin tupolev sukhoi mig leopard abrams pixel tesla", "Boeing 737"),
    ("media", "channel radio studio news fox nbc cbs abc kxly bbc cnn eyewitness fm am wave local", "Channel 12"),
    ("unit of force", "squad battalion regiment brigade company platoon station ladder truck squadron team local post "
                      "lodge chapter medic", "Battalion 12"),
    ("event", "cop expo euro olympics bowl super vision agenda windows covid war", "Expo 67"),
    ("identity", "id ref serial licence license plate badge invoice ticket account code zip postcode passport "
                 "extension ext dial call called calling tel phone fax hotline text texting pin visa form", "code 12"),
)  # fmt: skip
_BEFORE = frozenset(word for _, words, _ in NAMES for word in words.split())
# of these the number is a name only when they are written as names, or next to nothing else
_CAPITAL_ONLY = frozenset(
    "act bill law order case part line top house flat day week year game match test set race point well hill region "
    "area border war no news local am i us lot unit company team call called calling text block pit ring court stage "
    "step mark station post truck squad train bus road building camp district table figure issue question item pen "
    "class group big rated ranked round ticket account form code year numbers number box floor windows wave level "
    "division category type series model edition version title league engine mile rule test well pages street truck "
    "sections articles super vision studio radio us fox pin track stall zone sector".split()
)
_LOWER_FINE = frozenset("number numbers floor level category type version box round class group model rule code page "
                        "pages season top big ranked rated day week division account room track mile zone line".split())
_STREET = re.compile(
    r"\d{1,5}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,5})?\s(?:[NSEWnsew]\.?\s|(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|Old|SW|SE|NW|NE|Upper|Lower)\s)?"
    r"(?:[A-Z0-9][\w.'’]{0,20}\s){1,3}(?:Streets?|St|Avenues?|Ave|Av|Roads?|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Way|"
    r"Parkway|Pkwy|Highway|Hwy|Terrace|Circle|Cir|Crescent|Close|Row|Trail|Plaza|Pike|Loop|Freeway|Expressway)\b"
    r"|\d{1,5}\s(?:block|hundred block)\b"
)
_PHONE = re.compile(
    r"\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\d{3}[-.]\d{4}\b|1[-. ]\d{3}[-. ]\d{3}[-. ]\d{4}\b|0\d{2,4}[-. ]\d{3}"
    r"|(?:\d{3}-){1,2}[A-Z]{4}\b|1-\d{3}-[\w-]{4,12}|\d{5}-\d{4}\b|\d{2,3}-\d{5,}"
)
_STATE = re.compile(
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\Z"
)
_GUN = frozenset(
    "caliber calibre cal gauge pistol pistols handgun handguns rifle rifles gun guns revolver revolvers round rounds "
    "bullet bullets casing casings shell shells ammunition ammo semi semiautomatic cartridge cartridges firearm "
    "weapon weapons glock luger magnum smith beretta ruger sig parabellum machine submachine cannon carbine".split()
)
_EMERGENCY = frozenset({"911", "999"})
_OPEN_JOINTS = frozenset("mid pre post sub over under usd eur gbp us some nearly almost a an the magnitude about".split())
_TITLED = frozenset(
    "gorges nations seasons eyes sisters kings trade world way street direction direct points amendment".split()
)
# "a two-way street": compounds that count nothing
NO_COUNT = frozenset("star way sided off time size piece speed cylinder stroke dimensional step ply g d h".split())


def is_name(tokens: Tokens, i: int, end: int, *, hedged: bool) -> bool:
    """Whether the number on tokens ``i``..``end`` names something. ``hedged``: "about", "$" or the like precedes it."""
    if tokens.words[i][0].isdigit() or tokens.words[i][0] == ".":
        return _glued(tokens, i, end) or (not hedged and _digits_name(tokens, i, end))
    return not hedged and _words_name(tokens, i, end)


def name_end(tokens: Tokens, i: int) -> int:
    """The token after the address or telephone number that starts at token ``i`` (digits); ``i`` when there is none."""
    start = tokens.starts[i]
    match = _PHONE.match(tokens.text, start) or _STREET.match(tokens.text, start)
    if not match:
        return i
    end = match.end()
    while tokens.starts[i] < end and i < tokens.size:
        i += 1
    return i


def is_calibre(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the measure on tokens ``i``..``end`` says which gun: "a 9 mm pistol", ".22-calibre"."""
    window = tokens.lower[end : end + 3]
    if any(word in _GUN for word in window):
        return True
    if tokens.lower[end - 1] == "mm":
        return tokens.lower[i] in ("9", "5.56", "7.62", "5.45", "5.7") or tokens.lower[i - 1] in ("a", "the", "his")
    return False


def _glued(tokens: Tokens, i: int, end: int) -> bool:
    """Letters or signs written onto the digits: F-16, A320, COVID-19, #7, 24/7, 3-D, 192.168.1.1."""
    lower = tokens.lower
    if tokens.glued(i):
        before = lower[i - 1]
        if before.isalnum() or before in ("_", "/", "\\", "#", "@", "=", "&", ":", ".", "*", "^", "'", "’", "["):
            return True
        if before == "," and lower[i - 2][-1:].isdigit():
            return True
        if before in DASHES and tokens.glued(i - 1):
            joint = lower[i - 2]
            if joint.isalnum() and joint not in _OPEN_JOINTS:
                return True
        if before == "+" and len(lower[i]) > 2:
            return True
    if not tokens.glued(end):
        return False
    after, word = lower[end], tokens.words[end]
    if after.isalpha() and tokens.words[end - 1][-1].isdigit():
        return after not in SHORT_SCALES and after not in SUFFIXES and after not in VULGAR and not _may_be_unit(word)
    if after in (",", ":", "/", "_", "@") and tokens.glued(end + 1) and lower[end + 1][:1].isalnum():
        return after != "/" or lower[end + 1].isdigit()
    if after == "." and tokens.glued(end + 1) and lower[end + 1][:1].isalnum():
        return True
    if after[:1] == "." and after[1:].isdigit():
        return True
    if tokens.hyphen(end):
        joined = tokens.words[end + 1]
        if len(joined) == 1 and joined.isalpha():
            return True
        return joined[0].isupper() and not joined.isupper() and not tokens.words[i - 1][:1].isupper()
    return False


def _may_be_unit(word: str) -> bool:
    return len(word) <= 5 and word not in ("A", "D", "G", "E", "H", "X", "S", "d", "th", "x", "a", "b", "e", "s")


def _digits_name(tokens: Tokens, i: int, end: int) -> bool:
    words, lower = tokens.words, tokens.lower
    before = lower[i - 1] if i else ""
    if before == "." and lower[i - 2] in ("no", "nos", "art", "sec", "ch", "fig", "vol", "pp", "p", "rt", "hwy", "apt"):
        return True
    if lower[i] in _EMERGENCY and (before in ("call", "called", "calling", "dial", "to", "a", "the") or not lower[end].endswith("s")):
        return True
    if before in _BEFORE and _named(tokens, i):
        return True
    if len(lower[i]) == 5 and lower[i].isdigit() and _STATE.match(words[i - 1] if i else ""):
        return True
    if tokens.opens(i) and (lower[end] in (")", ".") or lower[end] == "") and words[end + 1][:1] not in ("", "."):
        return lower[end] == ")" or (i == 0 or words[i - 1][:1] in ("\n", "("))
    if len(lower[i]) == 4 and lower[i].isdigit() and tokens.opens(i) and words[end][:1].isupper() and words[end + 1][:1].islower():
        return True  # a clock time or a house number that opens a line
    if before == "[" and lower[end] == "]":
        return True
    return _after_capital(tokens, i, end)


def _named(tokens: Tokens, i: int) -> bool:
    """Whether the listed word before token ``i`` makes a name of it."""
    word = tokens.words[i - 1]
    if word.lower() not in _CAPITAL_ONLY:
        return True
    if word[0].isupper() and not tokens.opens(i - 1):
        return True
    return word.lower() in _LOWER_FINE or (word[0].isupper() and not is_plural(tokens.lower[i + 1]))


def _after_capital(tokens: Tokens, i: int, end: int) -> bool:
    """A capitalised word right before bare digits: "Falcon 9"; not "in Syria 12 villages", nor a headline's verb."""
    word = tokens.words[i - 1] if i else ""
    if not word[:1].isupper() or tokens.opens(i - 1) or len(tokens.words[i]) > 4 or end != i + 1:
        return False
    if word.lower() in FUNCTION or tokens.words[end][:1].isupper():
        return word.isupper() and word.lower() not in FUNCTION
    if tokens.lower[i - 2] in ("in", "at", "near", "from") and tokens.lower[end].endswith("s"):
        return False
    return not _headline_verb(word.lower())


def _headline_verb(word: str) -> bool:
    return word.endswith(("ed", "ing", "es")) or word in _HEADLINE_VERBS


_HEADLINE_VERBS = frozenset("kill kills hurt hurts injure injures arrest arrests leaves leave wound wounds hit hits cuts cut".split())
# words that are capitalised in headlines and never begin a name
FUNCTION = frozenset(
    "a an the of in on at by to for from with and or but nor as is are was were be been has have had will would can "
    "could may might must shall should do does did not than that this these those his her its their our my your over "
    "under about after before since until through during between against among into onto off out up down above below "
    "all both some any least most many more only just nearly almost around roughly another other who whom which when "
    "while where if because said says kills leaves leaving killing including police".split()
)


def _words_name(tokens: Tokens, i: int, end: int) -> bool:
    """ "Big Four", "World War Two", "One World Trade Center", "Group of Seven", "number one"."""
    words, lower = tokens.words, tokens.lower
    before = lower[i - 1] if i else ""
    if tokens.glued(i) and before in DASHES and lower[i - 2].isalpha() and lower[i - 2] not in _OPEN_JOINTS:
        return True
    if before in ("number", "phase", "chapter", "page", "category", "grade", "stage", "article", "top") and _named(tokens, i):
        return True
    if before == "of" and lower[i - 2] == "group" and words[i][0].isupper():
        return True
    if not words[i][0].isupper():
        return False
    if words[end][:1].isupper() and lower[end] in ("years", "days", "day") and lower[end + 1] in ("war", "wars", "'", "’"):
        return True
    if lower[end] in _TITLED and words[end][:1].isupper():
        return True
    if tokens.opens(i):
        return lower[i] == "one" and words[end][:1].isupper() and words[end + 1][:1].isupper()
    if before in FUNCTION or _headline_verb(before):
        return lower[i] == "one" and words[end][:1].isupper() and before in FUNCTION
    return True
