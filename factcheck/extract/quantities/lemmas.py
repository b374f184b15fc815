"""The singular of an English noun, by rule and a small table of exceptions."""

from __future__ import annotations

from functools import lru_cache

from factcheck.extract.quantities.lexicon import words

# plural -> singular; "people" stays, being what news counts
IRREGULAR = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "oxen": "ox", "lice": "louse", "crises": "crisis", "analyses": "analysis",
    "bases": "base", "oases": "oasis", "theses": "thesis", "criteria": "criterion", "phenomena": "phenomenon",
    "bacteria": "bacterium", "stadia": "stadium", "memoranda": "memorandum", "referenda": "referendum",
    "cacti": "cactus", "fungi": "fungus", "alumni": "alumnus", "nuclei": "nucleus", "lives": "life", "wives": "wife",
    "knives": "knife", "leaves": "leaf", "loaves": "loaf", "wolves": "wolf", "shelves": "shelf", "halves": "half",
    "calves": "calf", "thieves": "thief", "hooves": "hoof", "scarves": "scarf", "selves": "self", "movies": "movie",
    "cookies": "cookie", "ties": "tie", "lies": "lie", "pies": "pie", "calories": "calorie", "zombies": "zombie",
    "rookies": "rookie", "hoodies": "hoodie", "selfies": "selfie", "junkies": "junkie", "aches": "ache",
    "headaches": "headache", "caches": "cache", "avalanches": "avalanche", "shoes": "shoe", "canoes": "canoe",
    "toes": "toe", "foes": "foe", "axes": "axe", "quizzes": "quiz", "gases": "gas", "passers-by": "passer-by",
    "series": "series", "species": "species", "premises": "premises", "headquarters": "headquarters",
    "barracks": "barracks", "gallows": "gallows", "crossroads": "crossroads", "offspring": "offspring",
    "police": "police", "cattle": "cattle", "canvases": "canvas", "aliases": "alias", "atlases": "atlas",
}  # fmt: skip
_WORDS = words("lemmas")
INVARIANT = _WORDS["invariant"]
_NOT_PLURAL = _WORDS["not_plural"]


def is_plural(word: str) -> bool:
    """Whether the lower-case ``word`` looks like a plural noun."""
    if word in IRREGULAR:
        return True
    if word.endswith("s"):
        return len(word) > 3 and word not in _NOT_PLURAL and word[-2] not in "us" and not word.endswith("is")
    return word.endswith(("men", "women", "children", "people")) and word not in _MEN


_MEN = _WORDS["men"]


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of ``word``, its capitals kept ("Venezuelans" -> "Venezuelan"); other words come back as they are."""
    low = word.lower()
    if low in IRREGULAR:
        lemma = IRREGULAR[low]
        return lemma.capitalize() if word[0].isupper() and lemma != low else (lemma if word.islower() else word)
    if len(word) > 2 and word.endswith("s") and word[:-1].isupper():
        return word[:-1]  # MPs
    for plural, lemma in (("women", "woman"), ("men", "man"), ("children", "child")):
        if low.endswith(plural) and low not in _MEN:
            return word[: -len(plural)] + lemma
    if not is_plural(low):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if low.endswith("uses") and low[-5:-4] not in "oa":
        return word[:-2]
    if low.endswith("oes"):
        return word[:-2]
    return word[:-1]
