"""Which numbers are years: the guards of the forms that name a year, a decade or a century alone."""

from __future__ import annotations

from factcheck.extract.times.context import COUNTED, DETERMINERS, FUNCTION, capital, noun_like, opens_sentence, plural
from factcheck.extract.times.verbs import word_set
from factcheck.extract.times.words import MONTHS, MONTHS_SHORT, POSSESSIVE, YEAR, Lexed

NEVER_BEFORE_YEAR = word_set("""about nearly almost some over roughly exactly another other least most than flight route room page number model
    resolution article section paragraph clause channel unit no bus train""")
CHANGED = word_set("""rose risen rise rises rising fell fallen fall falls increased increase increases grew grown dropped drop jumped climbed
    declined decreased surged soared up down gained added lost sank slipped cut raised ranging ranged range priced cost costs""")
ON_WHICH = word_set("% percent cent improvement")
CLUBS = word_set("committee club foundation fund group company street avenue series")
YEAR_PREPOSITIONS = word_set(
    "in since during throughout until till before after circa year fiscal born commencing dated following"
)
AS_LONG_AGO = word_set("early late recently back ago soon")  # "as recently as 2016", "as far back as 1974"
LOOSE_PREPOSITIONS = word_set("by from of for than with through around into over versus vs between early mid late")
_MONTH_WORDS = frozenset(MONTHS) | frozenset(MONTHS_SHORT)


def bare_year(lexed: Lexed, i: int, j: int) -> bool:
    """A four-digit number that its context shows to be a year."""
    return _year_in_context(lexed, i, i) or _in_year_list(lexed, i)


def _in_year_list(lexed: Lexed, i: int) -> bool:
    """ "in 2014, 2018 and 2022": joined to a number that is a year by itself."""
    if lexed.word(i + 1) in COUNTED:
        return False
    for _ in range(8):  # a longer list is no prose
        before = i - 1
        if before >= 1 and lexed.word(before) in ("and", "or") and lexed.word(before - 1) == ",":
            before -= 1
        if (
            before < 1
            or lexed.word(before) not in ("and", "or", ",", "&", "to", "/")
            or lexed.codes[before - 1] != YEAR
        ):
            return False
        i = before - 1
        if lexed.word(i - 1) in _MONTH_WORDS or _year_in_context(lexed, i, i):
            return True
    return False


def _year_in_context(lexed: Lexed, i: int, last: int) -> bool:
    year = int(lexed.words[i])
    before, after = lexed.word(i - 1), lexed.word(last + 1)
    if after in COUNTED or after in ("block", "blocks") or (after in CLUBS and capital(lexed, last + 1)):
        return False
    doubtful = (year % 50 == 0 or year < 1800) and plural(lexed, last + 1)
    if before == "least" and lexed.word(i - 2) == "at":  # "until at least 2027"
        return lexed.word(i - 3) in ("until", "till", "by", "since") and not doubtful
    if before in YEAR_PREPOSITIONS or (before == "as" and lexed.word(i - 2) in AS_LONG_AGO):
        return not doubtful
    if doubtful or not 1700 <= year <= 2150:
        return False
    if i + 1 < len(lexed.words) and lexed.codes[i + 1] == POSSESSIVE and before not in NEVER_BEFORE_YEAR:
        return year >= 1900
    if after == "levels":
        return True
    changed = any(lexed.word(k) in CHANGED for k in range(max(0, i - 4), i - 1))
    if before in LOOSE_PREPOSITIONS:
        if before in ("than", "with", "over", "for", "versus", "vs", "around"):
            return year % 100 != 0 and not (noun_like(lexed, last + 1) and before == "over") and not changed
        if changed and before != "between":
            return year >= 1900 and year % 10 != 0
        return year % 100 != 0 or before != "of"
    if before == "on" and lexed.word(i - 2) in CHANGED | ON_WHICH:  # "a 14% rise on 2022", "up 14% on 2022"
        return True
    if before == "to" and lexed.word(i - 2) in ("compared", "back", "prior", "date", "dates", "dating"):
        return True
    if before == "(":
        return after in (")", ",", "-", "–")
    noun = noun_like(lexed, last + 1)
    model = capital(lexed, last + 1) and not lexed.raw(last + 1).isupper()  # "a 2006 Jeep", "a silver 2006 Jeep"
    listed = after in ("and", "or", ",") and lexed.codes[last + 2 : last + 3] == YEAR
    if before in DETERMINERS or (i > 0 and lexed.codes[i - 1] == POSSESSIVE):
        return (noun and not (model and before in ("a", "an"))) or listed
    if opens_sentence(lexed, i) and before != ":":
        return after in ("was", "is", "saw", "will", "has", "marked", "brought") or (
            noun and not plural(lexed, last + 1)
        )
    if noun and before.isalpha() and before not in NEVER_BEFORE_YEAR and not capital(lexed, i - 1):
        return not model and _led_by_determiner(lexed, i - 1)
    return False


def _led_by_determiner(lexed: Lexed, i: int) -> bool:
    """ "the disputed 2020 election": only plain words between a determiner and the year."""
    for k in range(i, max(-1, i - 4), -1):
        if lexed.codes[k] == POSSESSIVE or lexed.word(k) in DETERMINERS:
            return True
        if lexed.word(k) in FUNCTION or not (lexed.word(k).isalpha() or lexed.word(k) == "-"):
            return False
    return False


def year_range(lexed: Lexed, i: int, j: int) -> bool:
    """ "1931 to 1945", "2010-2014": ascending, and not the ends of a count that rose."""
    first, last = int(lexed.words[i]), int(lexed.words[j - 1])
    if not first < last <= min(first + 400, 2150) or lexed.word(j) in COUNTED or first < 1000:
        return False
    before = lexed.word(i - 1)
    if before in NEVER_BEFORE_YEAR or (before == "and" and lexed.word(i - 2).isdigit()):
        return False
    changed = any(lexed.word(k) in CHANGED for k in range(max(0, i - 4), i))
    # "rose from 1950 to 1980": with a verb of change only figures that nobody would round to are years
    return not (changed and (first % 10 == 0 or last % 10 == 0 or first < 1900)) and not (
        first % 100 == 0 and last % 100 == 0 and first < 1900 and before != "between"
    )


def between(lexed: Lexed, i: int, j: int) -> bool:
    """ "between 2010 and 2014"."""
    return lexed.word(i - 1) == "between" and year_range(lexed, i, j)


def short_range(lexed: Lexed, i: int, j: int) -> bool:
    """ "2023-24", "1914/18": the two digits continue the year."""
    first, last = int(lexed.words[i]), int(lexed.words[j - 1])
    return (
        len(lexed.words[j - 1]) == 2
        and first % 100 < last <= first % 100 + 40
        and first >= 1800
        and not _labelled(lexed, i)
    )


def _labelled(lexed: Lexed, i: int) -> bool:
    return lexed.word(i - 1) in NEVER_BEFORE_YEAR


def short_decade(lexed: Lexed, i: int, j: int) -> bool:
    """ "the '80s", "the 1930s and 40s"; a bare "40s" is an age or a temperature."""
    if lexed.raw(j - 1)[:1] in "'’‘":
        return lexed.word(i - 1) in ("the", "early", "mid", "late", "-", "and", "to", "or")
    return (
        lexed.word(i - 1) in ("and", "to", "or", "-", "–")
        and lexed.raw(i - 2)[-1:] == "s"
        and lexed.raw(i - 2)[:4].isdigit()
    )


def century(lexed: Lexed, i: int, j: int) -> bool:
    """ "the 19th century", not "a 19th-century church", nor a label of the noun behind it."""
    return not noun_like(lexed, j)
