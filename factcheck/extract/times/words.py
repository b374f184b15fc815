"""The words of time and the lexer: text becomes a row of one-character codes that the grammar's patterns match.

Every word of the vocabulary has a code of its own, every kind of number one of its kind, all else is ``OTHER``. So a
pattern is an ordinary regular expression over short strings, whatever the spacing, spelling or length of the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.extract.times.verbs import word_set


def _listed(names: str) -> list[str]:
    return names.split()


_MONTH_NAMES = _listed("january february march april may june july august september october november december")
_WEEKDAY_NAMES = _listed("monday tuesday wednesday thursday friday saturday sunday")
_NUMBER_WORDS = _listed(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty"""
)
_ORDINAL_WORDS = _listed(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
)

MONTHS = {name: f"{i:02}" for i, name in enumerate(_MONTH_NAMES, 1)}
MONTHS_SHORT = {name[:3]: f"{i:02}" for i, name in enumerate(_MONTH_NAMES, 1) if name != "may"} | {"sept": "09"}
WEEKDAYS = {name: str(i) for i, name in enumerate(_WEEKDAY_NAMES, 1)}
WEEKDAYS_SHORT = {name[:3]: str(i) for i, name in enumerate(_WEEKDAY_NAMES, 1)} | {
    "tues": "2", "weds": "3", "thur": "4", "thurs": "4",
}  # fmt: skip
NUMBERS = (
    {"a": "1", "an": "1"}
    | {word: str(i) for i, word in enumerate(_NUMBER_WORDS, 1)}
    | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
)
LETTERS = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}

# What a class name stands for in a pattern: word -> the value it puts into the symbol.
CLASSES: Mapping[str, Mapping[str, str]] = {
    "MONTH": MONTHS | MONTHS_SHORT,
    "LONGMONTH": MONTHS,
    "WEEKDAY": WEEKDAYS,
    "WDAY": WEEKDAYS | WEEKDAYS_SHORT,
    "NUMBER": NUMBERS,
    "UNIT": LETTERS | {f"{word}s": letter for word, letter in LETTERS.items()},
    "PERIOD": {word: word.upper() for word in ("day", "week", "month", "quarter", "year", "decade", "century")},
    "SPAN": {"week": "W", "month": "M", "year": "Y"},
    "SEASON": {"spring": "SP", "summer": "SU", "autumn": "AU", "fall": "AU", "winter": "WI"},
    "PART": dict.fromkeys(sorted(word_set("morning afternoon evening night noon midday midnight dawn dusk lunchtime")), ""),
    "DEICTIC": {"yesterday": "-1", "today": "+0", "tonight": "+0", "tomorrow": "+1"},
    "THIRD": {"early": "early", "mid": "mid", "late": "late"},
    "EDGE": {"start": "start", "beginning": "start", "end": "end", "close": "end", "middle": "mid"},
    "TURN": {"last": "-1", "this": "+0", "next": "+1"},
    "CHOICE": {"last": "last", "next": "next"},
    "SIDE": {"earlier": "past", "later": "rest"},
    "NTH": {word: str(i) for i, word in enumerate(_ORDINAL_WORDS, 1)},
    "FIRSTLAST": {"first": "first", "opening": "first", "last": "last", "final": "last"},
    "Q": {f"q{i}": str(i) for i in range(1, 5)},
    "H": {"h1": "1", "h2": "2"},
    "FY": {f"fy{year}": str(year) for year in range(1990, 2061)} | {f"fy{y % 100:02}": str(y) for y in range(2000, 2050)},
    "TENS": {"twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7",
             "eighties": "8", "nineties": "9"},
}  # fmt: skip

# Month and weekday names that are words, names or verbs too: only with a capital.
CAPITAL_ONLY = word_set("may march mar april june august jan sun sat mon wed fri dec sep oct tues thur")

# Codes of tokens that are no vocabulary words.
OTHER, DAY, ORDINAL, COUNT, YEAR, LONG_DECADE, SHORT_DECADE, ISO, NUMERIC, CLOCK, BREAK, POSSESSIVE = "xdonyDEINcb'"
NUMBER_CODES: Mapping[str, str] = {
    "DAY": DAY + ORDINAL,
    "NUMBER": DAY + COUNT,
    "YEAR": YEAR,
    "TWODIGITS": DAY + COUNT,
    "DECADE": LONG_DECADE,
    "DECADE2": SHORT_DECADE,
    "NTH": ORDINAL,
    "DATE": ISO + NUMERIC,
    "CLOCK": CLOCK,
}
PUNCTUATION = {",": ",", ".": ".", "-": "-", "–": "-", "‐": "-", "‑": "-", "/": "/", "(": "(", ")": ")"}  # fmt: skip
DASH = "—"  # a dash or hyphen with space beside it

_TOKEN = re.compile(
    r"""
    (?P<iso>   (?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\d-]) )
  | (?P<numeric> (?<![\w/.-])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}/\d{1,2}/\d{1,2})(?![\d/-]) )
  | (?P<clock> (?<![\d.,:])\d{1,2}(?:(?:[:.]\d{2})?\s?[ap](?:\.m\.|m\b)|:\d{2}(?::\d{2})?(?![\d:]))(?:\s?(?:GMT|UTC|BST|EST|EDT|ET|PT|PST|PDT|CT|CET)\b)? )
  | (?P<ordinal> \d{1,2}(?:st|nd|rd|th)\b )
  | (?P<decade> (?<!\w)(?:\d{3}0|['’‘]?\d0)['’]?s\b )
  | (?P<other> \d+(?:,\d{3})+(?:\.\d+)?(?!\d) | \d+\.\d+ | \d+[^\W\d]\w* )
  | (?P<spelt> (?i:\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:one|two|three|four|five|six|seven|eight|nine)
        |(?:an?|one|two|three|four|five|six|seven|eight|nine)[ ](?:hundred|dozen)|half[ ]a[ ]dozen)\b) )
  | (?P<number> \d+ )
  | (?P<possessive> ['’]s\b )
  | (?P<word> (?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\.(?!\w) | [^\W\d]\w* )
  | (?P<blank> \n[^\S\n]*\n\s* )
  | (?P<mark> [^\w\s] )
    """,
    re.VERBOSE,
)
# Cheap test for whole texts: without any of these nothing can be a time.
_HINT = re.compile(
    r"\d{4}|\d0['’]?s|day|week|onth|year|ecade|entur|night|morrow|quarter|half|Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov"
    r"|Dec|uary|ember|ober|april|july|spring|summer|autumn|[Ff]all|winter|\bago\b|ties\b|\d[/.]\d|\b[QHFY]|then|DAY|WEEK|MON"
    r"|YEAR|[JFMASOND][AEUCO][NBRYLGPTVC]|SPRING|SUMMER|WINTER|hour|morning|noon|evening|dawn|Day|Eve"
)
_GLUED_BEFORE = frozenset("$£€¥₹#№@_=+&~^*\\")


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text as tokens: their places, their lower-case words, and one code each."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str

    def word(self, i: int) -> str:
        """The lower-case word at ``i``, empty outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def raw(self, i: int) -> str:
        """The characters of token ``i``, empty outside the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.words) else ""


def lex(text: str, vocabulary: Mapping[str, str]) -> Lexed | None:
    """Tokens of ``text``; None when a cheap look shows that nothing in it names a time."""
    if not _HINT.search(text):
        return None
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    codes: list[str] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        word = match[0]
        code = OTHER
        if kind == "word":
            lower = word.lower().rstrip(".")
            code = vocabulary.get(lower, OTHER)
            if code != OTHER and word[0].islower() and lower in CAPITAL_ONLY:
                code = OTHER
            word = lower
        elif kind == "mark":
            code = vocabulary.get(PUNCTUATION.get(word, word), OTHER)
            if PUNCTUATION.get(word) == "-" and (
                text[start - 1 : start].strip() == "" or text[end : end + 1].strip() == ""
            ):
                code = vocabulary.get(DASH, OTHER)
        elif kind == "number":
            code = _number_code(text, start, end)
        elif kind == "spelt":
            word, code = str(_spelt(word.lower())), COUNT
        elif kind == "ordinal":
            code = ORDINAL if 1 <= int(word[:-2]) <= 31 else OTHER
        elif kind == "decade":
            code = LONG_DECADE if word[:4].isdigit() else SHORT_DECADE
        elif kind == "iso":
            code = ISO
        elif kind == "numeric":
            code = NUMERIC
        elif kind == "clock":
            code = CLOCK
        elif kind == "blank":
            code = BREAK
        elif kind == "possessive":
            code = POSSESSIVE
        starts.append(start)
        ends.append(end)
        words.append(word)
        codes.append(code)
    return Lexed(text, starts, ends, words, "".join(codes))


def _spelt(words: str) -> int:
    """The value of a number of two words: "twenty-five", "a hundred", "half a dozen"."""
    if words.startswith("half"):
        return 6
    first, _, second = words.replace("-", " ").partition(" ")
    scale = {"hundred": 100, "dozen": 12}.get(second)
    return int(NUMBERS[first]) * scale if scale else int(NUMBERS[first]) + int(NUMBERS[second])


def _number_code(text: str, start: int, end: int) -> str:
    """Day, count or year; OTHER for amounts, versions, paths and the like."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _GLUED_BEFORE and before:
        return OTHER
    if (
        before in ("/", ".", ":")
        and start >= 2
        and not text[start - 2].isspace()
        and not text[start - 2 : start - 1].isdigit()
    ):
        return OTHER  # a path or an address
    if after in ("%", "°", "_") or (after == "/" and text[end + 1 : end + 2].isalpha()):
        return OTHER
    length = end - start
    if length <= 2:
        return DAY if 1 <= int(text[start:end]) <= 31 else COUNT
    if length == 3:
        return COUNT
    return YEAR if length == 4 and "1000" <= text[start:end] <= "2199" else OTHER
