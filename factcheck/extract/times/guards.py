"""What looks like a time and is none: the contexts in which a form's reading is refused.

A guard gets the lexed text and the tokens [i, j) that a form matched, and says whether the reading stands.
"""

from __future__ import annotations

from factcheck.extract.times.context import COUNTED, FUNCTION, capital, noun_like, opens_sentence, plural
from factcheck.extract.times.tense import tense_at
from factcheck.extract.times.verbs import word_set
from factcheck.extract.times.words import CLASSES, DAY, MONTHS, MONTHS_SHORT, NUMBER_CODES, POSSESSIVE, Lexed
from factcheck.terms import Tense

STREETS = word_set("""street st avenue ave road rd drive dr lane ln boulevard blvd square court ct place way terrace close crescent row highway
    county university college school hospital park river hare bridge station club fc hotel inn""")
NAMED_DAYS = word_set("""black good easter bloody palm super ash cyber holy maundy ruby freaky giving green spy shrove whit sheffield mothering
    passion fat blue red stir""")
AFTER_NAMED_DAY = word_set("""times telegraph mirror express mail herald tribune post world league school schools prayers prayer best newspaper
    paper papers roast football addams mass worship worshippers club magazine sermon""")
TITLES = word_set("mr mrs ms dr miss detective inspector pc")
BEFORE_A_NAME = word_set("""sergeant sgt officer striker defender midfielder winger forward goalkeeper keeper captain
    coach pastor singer player boxer interviewed named signed replaced nominated sentenced married called""")
HABIT = word_set("every each any one some most another alternate")
MONTH_PREPOSITIONS = word_set(
    "in since until till during through throughout from by before after between of mid early late around last next this for as"
)
NTH = frozenset(CLASSES["NTH"])
SAFE_MONTHS = word_set("january february july september october november december")
SEASON_PREPOSITIONS = word_set("in during over by until till since before after through throughout of for")
SUPERLATIVE = word_set(
    "first second third fourth fifth time times most least only once twice worst best record lowest highest"
)
_MONTH_WORDS = frozenset(MONTHS) | frozenset(MONTHS_SHORT)
_SEPTEMBER_11 = word_set("attack attacks hijackers terrorist terror memorial massacre committee riot riots era")
_DATE_CODES = frozenset(NUMBER_CODES["DATE"] + DAY)


def bare_month(lexed: Lexed, i: int, j: int) -> bool:
    """A month's name that is no name of a person, a street, a verb."""
    word, before, after = lexed.words[i], lexed.word(i - 1), lexed.word(j)
    if after in STREETS and capital(lexed, j):
        return False
    if lexed.codes[j : j + 1] == DAY and before != "in":
        return False  # a date that was refused
    if before in ("black", "red", "miss", "mr", "mrs", "ms", "operation") or after in ("revolution", "madness"):
        return False
    if before == "of" and lexed.codes[i - 2 : i - 1] and lexed.word(i - 2) in NTH:
        return False  # the Fourth of July
    if word in SAFE_MONTHS:
        return not (before == "of" and after == "of")
    if before in ("and", "or", "to", "-", "–") and lexed.word(i - 2) in _MONTH_WORDS:
        return True
    if before in ("the", "a", "an", "its", "their") or (i > 0 and lexed.codes[i - 1] == POSSESSIVE):
        return len(word) > 3 or word == "may" if noun_like(lexed, j) and not capital(lexed, j) else False
    if before not in MONTH_PREPOSITIONS:
        return False
    if before in ("in", "since", "until", "till", "during", "last", "next", "this"):
        return True
    named = capital(lexed, j) and lexed.word(j).isalpha()
    verb = after.endswith("ed") or after in FUNCTION - word_set(
        "and or but as to a the in for at on of when after before"
    )
    possessive = j < len(lexed.words) and lexed.codes[j] == POSSESSIVE
    return not named and not (word == "may" and (verb or possessive))


def month_day(lexed: Lexed, i: int, j: int) -> bool:
    """ "May 3", but not "in May 12 soldiers died", "March 5 miles"."""
    after = lexed.word(j)
    if after in COUNTED and (after not in ("dead", "wounded", "injured", "victims", "deaths", "protesters")):
        return False
    if lexed.word(i - 1) == "in" and plural(lexed, j):
        return False
    return _no_event_name(lexed, i, j)


def _no_event_name(lexed: Lexed, i: int, j: int) -> bool:
    """ "the September 11 attacks" is a name, like 9/11."""
    month = next((w[:3] for w in lexed.words[i:j] if w in _MONTH_WORDS), "")
    day = next((w.rstrip("stndrh") for w in lexed.words[i:j] if w[:1].isdigit()), "")
    return not ((month, day) in (("sep", "11"), ("oct", "7"), ("jan", "6")) and lexed.word(j) in _SEPTEMBER_11)


def day_month(lexed: Lexed, i: int, j: int) -> bool:
    """ "9 May", but not "12 March Street"."""
    if lexed.word(j) in STREETS and capital(lexed, j):
        return False
    return _no_event_name(lexed, i, j)


def weekday(lexed: Lexed, i: int, j: int) -> bool:
    """A day of the week, not a name with one in it and not a habit."""
    before, after = lexed.word(i - 1), lexed.word(j)
    if before in NAMED_DAYS and (capital(lexed, i - 1)):
        return False
    if after in AFTER_NAMED_DAY and (capital(lexed, j) or after not in ("world", "post", "express", "mail", "club")):
        return False
    if lexed.words[j - 1] == "night" and after in ("live", "football") and capital(lexed, j):
        return False
    if before in TITLES or (before in NTH and after in ("in", "of")):  # "the first Sunday in May"
        return False
    if before in BEFORE_A_NAME and capital(lexed, j) and lexed.raw(j).isalpha() and lexed.raw(i)[1:].islower():
        return False  # a person called Friday
    if before in HABIT or (before == "on" and lexed.word(i - 2) in ("mail", "star")):
        return False
    if before in ("a", "an"):
        return noun_like(lexed, j) and lexed.word(i - 2) != "on"
    return not (after == "the" and lexed.word(j + 1).startswith("13"))


def the_season(lexed: Lexed, i: int, j: int) -> bool:
    """ "in the spring", but not "the summer heat", "the fall of Kabul"."""
    if lexed.word(i - 1) not in SEASON_PREPOSITIONS:
        return False
    return not noun_like(lexed, j) and lexed.word(j) not in ("of", "-")


def bare_season(lexed: Lexed, i: int, j: int) -> bool:
    """ "by summer", "since spring"; never the verb fall, never "in winter"."""
    return (
        lexed.word(i - 1) in ("by", "since", "until", "till")
        and lexed.words[i] != "fall"
        and not noun_like(lexed, j)
        and not capital(lexed, i)
    )


def season_of_year(lexed: Lexed, i: int, j: int) -> bool:
    """ "spring 2024", but not "Prague Spring 1968"."""
    if "fall" in lexed.words[i:j] and lexed.words[i] != "the":  # a price fall of 1986
        return i == 0 or lexed.word(i - 1) in SEASON_PREPOSITIONS
    return i == 0 or not capital(lexed, i - 1) or lexed.word(i - 1) in SEASON_PREPOSITIONS


def deictic(lexed: Lexed, i: int, j: int) -> bool:
    """ "today", but not "USA Today" or "today's world"."""
    if capital(lexed, i) and not lexed.raw(i).isupper() and not opens_sentence(lexed, i):
        return False
    possessive = j < len(lexed.words) and lexed.codes[j] == POSSESSIVE
    return not (
        possessive
        and lexed.word(j + 1) in ("world", "society", "youth", "generation", "standards", "terms", "prices", "money")
    )


def ahead(lexed: Lexed, i: int, j: int) -> bool:
    """ "will resume in 10 days": a point ahead, where "killed 20 in 10 days" is a duration."""
    if lexed.word(j) in ("of", "since", "old") or any(
        lexed.word(k) in SUPERLATIVE or (lexed.word(k).endswith("est") and len(lexed.word(k)) > 4)
        for k in range(max(0, i - 8), i)
    ):
        return False
    return tense_at(lexed.text, lexed.starts[i]) is Tense.FUTURE


def no_noun_after(lexed: Lexed, i: int, j: int) -> bool:
    """Refuses a reading that the next word narrows: "the last week of May", "this week in 1945"."""
    return lexed.word(j) != "of"


def turn(lexed: Lexed, i: int, j: int) -> bool:
    """ "last week", but not "the last week of the campaign", nor "to this day"."""
    if lexed.word(i - 1) == "to" and lexed.words[i:j] == ["this", "day"]:
        return False
    return lexed.word(i - 1) != "the" or lexed.word(j) != "of"


def stretch(lexed: Lexed, i: int, j: int) -> bool:
    """ "over the next week": a stretch, where "the next week, he left" counts from another event."""
    return lexed.word(i - 1) in ("over", "in", "within", "during", "for", "through") and lexed.word(j) != "of"


def quarter(lexed: Lexed, i: int, j: int) -> bool:
    """ "in the first quarter", but not of a match."""
    return (
        up_to_fourth(lexed, i, j)
        and lexed.word(i - 1) in ("in", "for", "during", "by", "since", "from")
        and lexed.word(j) != "of"
    )


def in_quarter(lexed: Lexed, i: int, j: int) -> bool:
    """ "in Q3", "Q3 sales"; not a car called Q3."""
    return lexed.word(i - 1) in ("in", "for", "during", "by", "since", "from", "until", "through")


def weekend(lexed: Lexed, i: int, j: int) -> bool:
    """ "over the weekend", not "the weekend edition"."""
    return lexed.word(i - 1) in (
        "over",
        "at",
        "on",
        "by",
        "until",
        "for",
        "during",
        "in",
        "since",
        "before",
        "after",
        "of",
    ) and (not noun_like(lexed, j) or lexed.codes[j] in _DATE_CODES)


def ascending_days(lexed: Lexed, i: int, j: int) -> bool:
    """ "7-8 November", "May 3 to 5": the second day is the later one, and no count of what follows."""
    days = [
        int(w.rstrip("stndrh"))
        for w in lexed.words[i:j]
        if w[:1].isdigit() and len(w) < 5 and not (len(w) == 4 and w.isdigit())
    ]
    return days[0] < days[1] <= 31 and (lexed.words[j - 1] in _MONTH_WORDS or month_day(lexed, i, j))


def ascending_months(lexed: Lexed, i: int, j: int) -> bool:
    """ "May-June 2020": a stretch within one year."""
    months = [(MONTHS | MONTHS_SHORT)[w] for w in lexed.words[i:j] if w in _MONTH_WORDS]
    return months[0] < months[1]


def up_to_fourth(lexed: Lexed, i: int, j: int) -> bool:
    """A year has four quarters and two halves."""
    words = lexed.words[i:j]
    return any(
        w in ("first", "second", "1st", "2nd") or (w in ("third", "fourth", "3rd", "4th") and "half" not in words)
        for w in words
    )


def singular_unit(lexed: Lexed, i: int, j: int) -> bool:
    """ "that day", not "that days of rain"."""
    return not lexed.words[j - 1].endswith("s")


def not_on_a_date(lexed: Lexed, i: int, j: int) -> bool:
    """ "three years on", but not "two days on Monday" or "a day on the road"."""
    return lexed.words[j - 1] != "on" or not (lexed.word(j)[:1].isalnum())
