"""Dates, clock times and years, recognised so that no number in them is taken for a quantity.

Light patterns only: what the words mean as a time is the business of the time grammar.
"""

from __future__ import annotations

import re

from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.tokens import DASHES, Tokens

_WORDS = words("instants")
MONTHS = _WORDS["months"]
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,7}\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|MSK|ET|hours|hrs|local)\b"
_MERIDIEM = r"(?:[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|o['’]clock|noon\b|midnight\b)"
_CLOCK = r"\d{1,2}(?:[:.]\d{2}){0,2}"
_INSTANT = re.compile(
    rf"{_CLOCK}\s?(?:-|–|to|and|until|till|or)\s?{_CLOCK}\s?{_MERIDIEM}"
    rf"|{_CLOCK}\s?{_MERIDIEM}(?:\s?(?:-|–|to|and|until|till)\s?{_CLOCK}\s?{_MERIDIEM})?"
    rf"|\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?(?:-|–|to|and)\s?\d{{1,2}}:\d{{2}})?(?!\d)"
    rf"|\d{{1,2}}h\d{{2}}\b"
    rf"|\d{{1,2}}[:.]?\d{{2}}\s?{_ZONE}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)(?:T[\d:.+]{1,20})?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)"
    rf"|{_DAY}(?:\s?(?:-|–|to|and|or|,|through|until)\s?{_DAY}){{0,3}}\s+(?:of\s+)?{_MONTH}(?:,?\s\d{{4}}\b)?"
    r"|\d{4}(?:s\b|['’]s\b)"
    r"|\d{2}(?:s\b|['’]s\b)"
    r"|\d{4}\s?[-–/]\s?\d{2,4}(?![\d,])"
    r"|\d{1,4}\s(?:BCE?|CE|AD)\b"
)
_AFTER_MONTH = re.compile(
    rf"{_DAY}(?:\s?(?:-|–|to|and|or|,|through|until)\s?(?:{_MONTH}\s)?{_DAY}(?![\d:]|,\d)){{0,3}}(?:,?\s(?:1\d|20)\d\d\b)?"
)
_CLOCK_AFTER = frozenset({"at", "by", "until", "till", "around", "about", "from", "since", "after", "before"})
_YEAR_BEFORE = _WORDS["year_before"]
_CALLED = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_COUNTABLE = _WORDS["countable"]


def instant_end(tokens: Tokens, i: int, *, hedged: bool) -> int:
    """The token after the date, time or year that token ``i`` (digits) belongs to; ``i`` itself when there is none.

    ``hedged``: a hedge such as "more than" stands before it, so four digits are no year.
    """
    words, lower = tokens.words, tokens.lower
    start = tokens.starts[i]
    before = lower[i - 1] if i else ""
    prior = lower[i - 2] if before == "." and i > 1 else before
    if prior in MONTHS and words[i - 2 if before == "." else i - 1][0].isupper() and len(lower[i]) <= 2:
        match = _AFTER_MONTH.match(tokens.text, start)
        if match and int(lower[i]) <= 31:
            return _token_after(tokens, i, match.end())
    match = _INSTANT.match(tokens.text, start)
    if match and _plausible(match.group(), tokens, i):
        return _token_after(tokens, i, match.end())
    if len(lower[i]) == 4 and lower[i].isdecimal() and not hedged:
        return _year_end(tokens, i)
    return i


def _plausible(found: str, tokens: Tokens, i: int) -> bool:
    """Weed out the pairs of numbers that only look like years or hours."""
    pair = re.fullmatch(r"(\d{4})\s?[-–/]\s?(\d{2,4})", found)
    if pair:
        first, last = int(pair[1]), int(pair[2])
        return 1000 <= first <= 2100 and (len(pair[2]) == 2 or 1000 <= last <= 2100)
    if re.fullmatch(r"\d{2}['’]?s", found):
        joined = tokens.lower[i - 1] == "-" and tokens.lower[i - 2] in ("under", "over")  # "the over-60s"
        return not joined and (found[1] == "0" or found[-2] in "'’")
    return True


def _token_after(tokens: Tokens, i: int, position: int) -> int:
    while tokens.starts[i] < position and i < tokens.size:
        i += 1
    return i


def _year_end(tokens: Tokens, i: int) -> int:
    year = int(tokens.lower[i])
    after = tokens.lower[i + 1]
    before = tokens.lower[i - 1] if i else ""
    if not 1000 <= year <= 2100 or after in _CALLED or after in ("%", "percent", "per") or before in ("$", "£", "€"):
        return i
    if tokens.glued(i + 1) and after.isalpha() and after not in ("s",):
        return i
    if after in _COUNTABLE and before not in ("in", "since", "by", "until", "during", "from"):
        return i
    likely = 1900 <= year <= 2060
    if not likely and before not in _YEAR_BEFORE and not (year >= 1500 and not after.isalpha()):
        return i
    if not likely and after.isalpha() and after.endswith("s") and before not in ("in", "since", "by"):
        return i
    end = i + 1
    if (tokens.lower[end] in DASHES or tokens.lower[end] in ("to", "and", "/")) and len(tokens.lower[end + 1]) in (
        2,
        4,
    ):
        other = tokens.lower[end + 1]
        year = len(other) == 4 or tokens.lower[end] in DASHES
        if (
            year
            and other.isdecimal()
            and (len(other) == 2 or 1000 <= int(other) <= 2100)
            and tokens.glued(end + 1) == tokens.glued(end)
        ):
            return end + 2
    return end
