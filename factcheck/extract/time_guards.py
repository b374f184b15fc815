"""What looks like a time and is none: the contexts in which a form's reading is refused.

A guard gets the lexed text and the tokens [i, j) that a form matched, and says whether the reading stands.
"""

from __future__ import annotations

from factcheck.extract.tense import tense_at, word_set
from factcheck.extract.time_words import (
    BREAK,
    DAY,
    MONTHS,
    MONTHS_SHORT,
    NUMBER_CODES,
    POSSESSIVE,
    WEEKDAYS,
    YEAR,
    Lexed,
)
from factcheck.terms import Tense

# "in 2000 people", "the 1500 troops": what follows shows that the figure counts.
COUNTED = word_set("""people persons men women children troops soldiers fighters civilians officers residents workers employees students
    families homes houses households buildings cars vehicles tanks aircraft planes drones missiles rockets shells bombs cases
    deaths injuries victims casualties migrants refugees protesters demonstrators supporters prisoners hostages members
    delegates voters votes seats jobs schools hospitals villages towns cities countries shops firms companies animals cattle sheep trees
    metres meters kilometres kilometers km miles feet yards tonnes tons kg litres gallons barrels acres hectares square cubic
    hours hour minutes days weeks months years euros dollars pounds rupees rubles roubles yen yuan bucks points calories
    copies pages words lines items units or-so odd dead wounded injured strong""")
# After a year these show that it stands alone and is no label of the noun behind it.
FUNCTION = word_set("""a an the and or but nor so yet as at by for from in into of off on onto out over per than that then there they to
    under until up upon via when where which while who with within without he she it we you i his her its their our this these
    those was were is are has have had will would could may might can did does do said says amid after before since because
    not also only about against between during though although if however according alone when""")
DETERMINERS = word_set("the its his her their our my this that a an")
NEVER_BEFORE_YEAR = word_set("""about nearly almost some over roughly exactly another other least most than flight route room page number model
    resolution article section paragraph clause channel unit no bus train""")
CHANGED = word_set("""rose risen rise rises rising fell fallen fall falls increased increase increases grew grown dropped drop jumped climbed
    declined decreased surged soared up down gained added lost sank slipped cut raised ranging ranged range priced cost costs""")
CLUBS = word_set("committee club foundation fund group company street avenue series")
STREETS = word_set("""street st avenue ave road rd drive dr lane ln boulevard blvd square court ct place way terrace close crescent row highway
    county university college school hospital park river hare bridge station club fc hotel inn""")
NAMED_DAYS = word_set("""black good easter bloody palm super ash cyber holy maundy ruby freaky giving green spy shrove whit sheffield mothering
    passion fat blue red stir""")
AFTER_NAMED_DAY = word_set("""times telegraph mirror express mail herald tribune post world league school schools prayers prayer best newspaper
    paper papers roast football addams mass worship worshippers club magazine sermon""")
HABIT = word_set("every each any one some most another alternate")
YEAR_PREPOSITIONS = word_set("in since during throughout until till before after circa year fiscal")
LOOSE_PREPOSITIONS = word_set("by from of for than with through around into over versus vs between early mid late")
MONTH_PREPOSITIONS = word_set(
    "in since until till during through throughout from by before after between of mid early late around last next this for"
)
SAFE_MONTHS = word_set("january february july september october november december")
SEASON_PREPOSITIONS = word_set("in during over by until till since before after through throughout of for")
SUPERLATIVE = word_set(
    "first second third fourth fifth time times most least only once twice worst best record lowest highest"
)
_SENTENCE_ENDS = frozenset(".!?:;") | {""}
WEEKDAY_NAMES = frozenset(WEEKDAYS)
_MONTH_WORDS = frozenset(MONTHS) | frozenset(MONTHS_SHORT)
_SEPTEMBER_11 = word_set("attack attacks hijackers terrorist terror memorial massacre committee riot riots era")


def opens_sentence(lexed: Lexed, i: int) -> bool:
    """Whether token ``i`` is the first of its sentence, as far as punctuation tells."""
    if i == 0 or lexed.codes[i - 1] == BREAK:
        return True
    return lexed.word(i - 1) in _SENTENCE_ENDS or lexed.raw(i - 1) in "“”\"‘'(—–|"


def _capital(lexed: Lexed, i: int) -> bool:
    return lexed.raw(i)[:1].isupper()


def _noun_like(lexed: Lexed, i: int) -> bool:
    """A word that the token before it may modify."""
    word = lexed.word(i)
    return word[:1].isalpha() and word not in FUNCTION and lexed.codes[i] != POSSESSIVE


def _plural(lexed: Lexed, i: int) -> bool:
    word = lexed.word(i)
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and not _capital(lexed, i)


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
    if after in COUNTED or (after in CLUBS and _capital(lexed, last + 1)):
        return False
    doubtful = (year % 50 == 0 or year < 1800) and _plural(lexed, last + 1)
    if before in YEAR_PREPOSITIONS:
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
            return year % 100 != 0 and not (_noun_like(lexed, last + 1) and before == "over") and not changed
        if changed and before != "between":
            return year >= 1900 and year % 10 != 0
        return year % 100 != 0 or before != "of"
    if before == "to" and lexed.word(i - 2) in ("compared", "back", "prior", "date", "dates", "dating"):
        return True
    if before == "(":
        return after in (")", ",", "-", "–")
    noun = _noun_like(lexed, last + 1)
    listed = after in ("and", "or", ",") and lexed.codes[last + 2 : last + 3] == YEAR
    if before in DETERMINERS or (i > 0 and lexed.codes[i - 1] == POSSESSIVE):
        return noun or listed
    if opens_sentence(lexed, i) and before != ":":
        return after in ("was", "is", "saw", "will", "has", "marked", "brought") or (
            noun and not _plural(lexed, last + 1)
        )
    if noun and before.isalpha() and before not in NEVER_BEFORE_YEAR and not _capital(lexed, i - 1):
        return _led_by_determiner(lexed, i - 1)
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


def bare_month(lexed: Lexed, i: int, j: int) -> bool:
    """A month's name that is no name of a person, a street, a verb."""
    word, before, after = lexed.words[i], lexed.word(i - 1), lexed.word(j)
    if after in STREETS and _capital(lexed, j):
        return False
    if lexed.codes[j : j + 1] == DAY and before != "in":
        return False  # a date that was refused
    if before in ("black", "red", "miss", "mr", "mrs", "ms", "operation") or after in ("revolution", "madness"):
        return False
    if word in SAFE_MONTHS:
        return not (before == "of" and after == "of")
    if before in ("and", "or", "to", "-", "–") and lexed.word(i - 2) in _MONTH_WORDS:
        return True
    if before in ("the", "a", "an", "its", "their") or (i > 0 and lexed.codes[i - 1] == POSSESSIVE):
        return len(word) > 3 or word == "may" if _noun_like(lexed, j) and not _capital(lexed, j) else False
    if before not in MONTH_PREPOSITIONS:
        return False
    if before in ("in", "since", "until", "till", "during", "last", "next", "this"):
        return True
    named = _capital(lexed, j) and lexed.word(j).isalpha()
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
    if lexed.word(i - 1) == "in" and _plural(lexed, j):
        return False
    return _no_event_name(lexed, i, j)


def _no_event_name(lexed: Lexed, i: int, j: int) -> bool:
    """ "the September 11 attacks" is a name, like 9/11."""
    month = next((w[:3] for w in lexed.words[i:j] if w in _MONTH_WORDS), "")
    day = next((w.rstrip("stndrh") for w in lexed.words[i:j] if w[:1].isdigit()), "")
    return not ((month, day) in (("sep", "11"), ("oct", "7"), ("jan", "6")) and lexed.word(j) in _SEPTEMBER_11)


def day_month(lexed: Lexed, i: int, j: int) -> bool:
    """ "9 May", but not "12 March Street"."""
    if lexed.word(j) in STREETS and _capital(lexed, j):
        return False
    last = lexed.words[j - 1]
    if last == "may" and lexed.word(j) in ("have", "be", "not"):
        return False
    return _no_event_name(lexed, i, j)


def weekday(lexed: Lexed, i: int, j: int) -> bool:
    """A day of the week, not a name with one in it and not a habit."""
    before, after = lexed.word(i - 1), lexed.word(j)
    if before in NAMED_DAYS and (_capital(lexed, i - 1)):
        return False
    if after in AFTER_NAMED_DAY and (_capital(lexed, j) or after not in ("world", "post", "express", "mail", "club")):
        return False
    if lexed.words[j - 1] == "night" and after in ("live", "football") and _capital(lexed, j):
        return False
    if before in HABIT or (before == "on" and lexed.word(i - 2) in ("mail", "star")):
        return False
    if before in ("a", "an"):
        return _noun_like(lexed, j) and lexed.word(i - 2) != "on"
    return not (after == "the" and lexed.word(j + 1).startswith("13"))


def the_season(lexed: Lexed, i: int, j: int) -> bool:
    """ "in the spring", but not "the summer heat", "the fall of Kabul"."""
    if lexed.word(i - 1) not in SEASON_PREPOSITIONS:
        return False
    return not _noun_like(lexed, j) and lexed.word(j) not in ("of", "-")


def bare_season(lexed: Lexed, i: int, j: int) -> bool:
    """ "by summer", "since spring"; never the verb fall, never "in winter"."""
    return (
        lexed.word(i - 1) in ("by", "since", "until", "till")
        and lexed.words[i] != "fall"
        and not _noun_like(lexed, j)
        and not _capital(lexed, i)
    )


def season_of_year(lexed: Lexed, i: int, j: int) -> bool:
    """ "spring 2024", but not "Prague Spring 1968"."""
    return i == 0 or not _capital(lexed, i - 1) or lexed.word(i - 1) in SEASON_PREPOSITIONS


def deictic(lexed: Lexed, i: int, j: int) -> bool:
    """ "today", but not "USA Today" or "today's world"."""
    if _capital(lexed, i) and not lexed.raw(i).isupper() and not opens_sentence(lexed, i):
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
    """ "last week", but not "the last week of the campaign"."""
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
    ) and (not _noun_like(lexed, j) or lexed.codes[j] in _DATE_CODES)


_DATE_CODES = frozenset(NUMBER_CODES["DATE"] + DAY)


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
    return not _noun_like(lexed, j)


def noun_after(lexed: Lexed, j: int) -> bool:
    """Whether the time before token ``j`` only describes what follows: "Friday's vote", "the 2016 election"."""
    if j >= len(lexed.words):
        return False
    return lexed.codes[j] == POSSESSIVE or _noun_like(lexed, j)
