"""Tell an article from the page it was scraped with: which paragraphs are clutter.

Three kinds of evidence, the strictest first. Stock phrases ("All rights reserved", "Leave a comment") hold anywhere. Bylines, date
stamps, contacts and credits hold by their form. What is left depends on where it stands: names, labels and sales talk are
clutter only above the first or below the last running text, and headlines only below a label that opens a list of them.
Short sentences, quotations, list items and subheads are content unless something above says otherwise: a line of content lost
costs more than a line of clutter kept.
"""

import re
from collections.abc import Sequence

from factcheck.ingest import phrases
from factcheck.ingest.shape import Shape

# Longer paragraphs are prose, whatever they begin with; only rights notices and captions run longer.
_MOST_WORDS = 30
_MOST_WORDS_OF_NOTICE = 70
# Sales talk: at least this share of a line's words are the site's own (strong words count twice).
_SALES_SHARE = 0.34

_LIST_ITEM = re.compile(r"(?:[-*•·‣–—]|\d{1,3}[.)])\s+")
_ROLE = r"(?i:editors?|correspondents?|reporters?|writers?|columnist|producer|photographer|staff|desk|bureau|agenc(?:y|ies)|contributors?)"
_BYLINE = re.compile(
    r"(?:(?:[Bb]y:?|BY:?|[Ww]ords by|[Ss]tory by|[Tt]ext by|[Ww]ritten by|[Rr]eported by|[Rr]eporting by|[Pp]hotos?(?:graph(?:s|y))? by|[Ee]dited by"
    r"|[Vv]ideo by|[Pp]osted by|[Pp]ublished by|[Aa]uthor:|[Ff]rom our)\s+[A-Z@\"“]"
    r"|[-–—]\s?(?:[Ss]taff|[Bb]y|[Ww]ith)\b)"
)
_TITLED_NAME = re.compile(
    rf"(?:[A-Z][\w.'’-]+ ){{1,3}}(?:(?:[A-Z][\w.'’-]+)?,|[-–—|/]|in [A-Z]\w+,?|and (?:[A-Z][\w.'’-]+ ?){{2,3}},?)? ?(?:[\w']+ ){{0,3}}{_ROLE}(?: (?:in|for|at) [\w ]{{1,30}})?$"
)
_DESK = re.compile(rf"(?:[A-Z]\w+ ){{0,3}}{_ROLE}(?: (?:report|writer|reporters?))?$", re.IGNORECASE)
_STAMP_WORD = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    r"|\d{1,2}(?:st|nd|rd|th)?|\d{4}|\d{1,2}[ap]m|am|pm|a\.m|p\.m|a|p|m|[gbcempu][ds]?t|est|ist|utc|noon|midnight"
    r"|(?:first |last )?(?:posted|published|updated|modified|created|added|edited|revised)|last|first|on|at|date|time|of|the|ago|hours?|minutes?|days?|edt|cdt|t\d{2}|\d{2}z",
    re.IGNORECASE,
)
_MONTH_OR_DAY = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,2}(?:st|nd|rd|th)?,?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})|\b(?:minutes?|hours?|days?) ago\b",
    re.IGNORECASE,
)
_STAMPED = re.compile(
    r"\(?(?:(?:first|last|originally)\s)?(?:posted|published|updated|modified|released|issued)(?: ?:| (?:on|at))?\s(?:on |at )?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,4}[-/:. ]|\d+ \w+ ago"
    r"|yesterday|today)[^.!?]{0,90}$",
    re.IGNORECASE,
)
_ADDRESS = (
    r"(?:[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}|@\w{2,30}|\+?\(?\d[\d() .-]{6,17}\d|https?://\S{1,300}|www\.\S{1,300})"
)
_CONTACT = re.compile(
    rf"(?:[A-Z][\w.'’-]{{0,30}}(?: ?[:,|–] ?| )){{0,4}}{_ADDRESS}(?:(?: or|[,;|/]| and)? ?{_ADDRESS}){{0,2}}\.?$"
)
_VIDEO_TITLE = re.compile(r"\d{1,2}:\d{2}\s+(?![ap]\.?m\b|[–—-])['\"“‘]?[A-Z]", re.IGNORECASE)
_BRACKETED_LINK = re.compile(r"\[[^\[\]]+[^.!?\[\]]\]")
_NAVIGATION = re.compile(r"(?:[^|•·.]{1,40} [|•·] ){2,12}[^|•·.]{1,40}")
_TO_THE_READER = frozenset(["whatsapp", "your", "us"])
_PHONE = re.compile(r"\+?\d[\d -]{8,}")


def clutter(shapes: Sequence[Shape]) -> tuple[bool, ...]:
    """For each paragraph of a text (its shape), in order, whether it is clutter. Linear in their number."""
    marks = [_is_stock(s) or _is_form(s) for s in shapes]
    prose = [i for i, s in enumerate(shapes) if s.is_prose and not marks[i] and not _sells(s)]
    first = prose[0] if prose else len(shapes)
    last = prose[-1] if prose else -1
    _mark_head(shapes, marks, first)
    _mark_inner_lists(shapes, marks, first, last)
    if prose:
        _mark_tail(shapes, marks, last + 1)
    return tuple(marks)


def _is_stock(s: Shape) -> bool:
    """Phrases that are about the site, wherever they stand."""
    if not s.words:
        return True
    line = _LIST_ITEM.sub("", s.line, count=1).lstrip(">«»+×[(#* ").replace("’", "'")
    size = len(s.words)
    if size > _MOST_WORDS_OF_NOTICE or not s.whole:
        return False
    if phrases.RIGHTS_ANYWHERE.search(line) or phrases.RIGHTS.match(s.line):
        return True
    if (credit := phrases.PICTURE_CREDIT.search(s.line)) and not _is_statement(s.line[: credit.start()]):
        return True
    if size > _MOST_WORDS:
        return False
    if phrases.LABEL.match(line) or phrases.QUESTION.match(line):
        return True
    if phrases.PREFIX.match(line) or (phrases.REQUEST.match(line) and not _reports_speech(s)):
        return True
    return size >= 2 and sum(word in phrases.NETWORK_WORDS for word in s.lower) > 0.7 * size


def _is_statement(caption: str) -> bool:
    """Whether what stands before a picture's credit is a full sentence: then it may be all that says so."""
    return caption.rstrip().endswith((".", "!", "?", ".”", '."')) and len(caption.split()) >= 8


def _reports_speech(s: Shape) -> bool:
    return s.line[0] in '“"' or (s.ended and any(w in ("said", "says", "told", "asked") for w in s.lower))


def _is_form(s: Shape) -> bool:
    """Bylines, date stamps, contact lines, video titles: known by their form."""
    if not s.whole or len(s.words) > _MOST_WORDS:
        return False
    size = len(s.words)
    if not s.ended and size <= 14 and _BYLINE.match(s.line) and not _STAMP_WORD.fullmatch(s.lower[min(1, size - 1)]):
        return True
    if size <= 10 and not s.ended and (_TITLED_NAME.match(s.line) or (size > 1 and _DESK.match(s.line) and s.is_name)):
        return True
    if size <= 20 and (
        _STAMPED.match(s.line) or (_MONTH_OR_DAY.search(s.line) and all(map(_STAMP_WORD.fullmatch, s.lower)))
    ):
        return size > 2 or "/" in s.line or "-" in s.line
    if _CONTACT.match(s.line) or _BRACKETED_LINK.fullmatch(s.line):
        return True
    if _NAVIGATION.fullmatch(s.line) or (_PHONE.search(s.line) and any(w in _TO_THE_READER for w in s.lower)):
        return True
    return not s.ended and bool(_VIDEO_TITLE.match(s.line))


def _sells(s: Shape) -> bool:
    """Whether a line is the site talking about itself to its reader."""
    if not s.whole or not s.words or len(s.words) > 25 or s.line[0] in '“"':
        return False
    strong = sum(word in phrases.STRONG_WORDS for word in s.lower)
    weak = sum(word in phrases.WEAK_WORDS for word in s.lower)
    if any(w in phrases.FINITE for w in s.lower) and not any(w in phrases.SECOND_PERSON for w in s.lower):
        return False
    score = 2 * strong + weak
    return score >= 2 and score >= _SALES_SHARE * len(s.words)


def _mark_head(shapes: Sequence[Shape], marks: list[bool], first: int) -> None:
    """Above the running text: sales talk and bare names, but never the only line that could be the headline."""
    for i in range(first):
        marks[i] = marks[i] or (_sells(shapes[i]) and not shapes[i].is_question)
    heads = [i for i in range(first) if not marks[i] and shapes[i].is_title and not shapes[i].is_name]
    _mark_banner(shapes, marks, heads)
    if not heads and first < len(shapes):
        # A headline may be in capitals throughout: the longest name-like line, if it is long enough to say something.
        named = [i for i in range(first) if not marks[i] and shapes[i].is_name and len(shapes[i].words) >= 4]
        heads = named[-1:]
    titles = frozenset(heads)
    if not heads and not any(marks[:first]):
        return
    for i in range(first):
        if i not in titles and shapes[i].is_name and not _in_name_list(shapes, i):
            marks[i] = True


def _mark_banner(shapes: Sequence[Shape], marks: list[bool], heads: Sequence[int]) -> None:
    """Short lines above the first full headline, when the page's own words stand among them.

    A short title with its byline or date right below it is the headline all the same.
    """
    headline = next((i for i in heads if len(shapes[i].words) >= 5), 0)
    if not any(_is_stock(shapes[i]) or _sells(shapes[i]) for i in range(headline)):
        return
    titles = frozenset(heads)
    for i in range(headline):
        has_byline = i in titles and _is_form(shapes[i + 1])
        marks[i] = marks[i] or (len(shapes[i].words) <= 10 and not has_byline and not shapes[i].is_quotation)


def _mark_inner_lists(shapes: Sequence[Shape], marks: list[bool], first: int, last: int) -> None:
    """Between running text: the unpunctuated lines right below a label that opens a list of other articles."""
    listing = False
    for i in range(first, last):
        if marks[i]:
            listing = listing or _opens_list(shapes[i])
        elif listing and shapes[i].is_title and not _is_above_text(shapes, marks, i):
            marks[i] = True
        else:
            listing = False


def _mark_tail(shapes: Sequence[Shape], marks: list[bool], start: int) -> None:
    """Below the running text: bare names, sales talk, and once a label has opened it, the list of other articles."""
    listing = False
    seen = False
    for i in range(start, len(shapes)):
        s = shapes[i]
        if marks[i]:
            seen = True
            listing = listing or _opens_list(s)
        elif _sells(s) or (seen and marks[i - 1] and _is_fragment(s)):
            marks[i] = seen = True
        elif listing:
            # A full sentence is the article going on; prose would have been found as its last paragraph.
            marks[i] = not s.ended or s.is_question
            listing = marks[i]
        elif s.is_name or (seen and s.is_title and not s.is_quotation):
            listed = _LIST_ITEM.match(s.line) or _in_name_list(shapes, i)
            marks[i] = not listed and not _is_above_text(shapes, marks, i)


def _is_fragment(s: Shape) -> bool:
    """A short full stop without a verb or a subject ("One price. One login."): no way to end an article."""
    if not s.ended or len(s.words) > 10 or s.is_quotation:
        return False
    if any(w in phrases.SECOND_PERSON for w in s.lower):
        return not any(w in phrases.FINITE for w in s.lower)
    return not s.has_verb


def _opens_list(s: Shape) -> bool:
    return bool(phrases.OPENS_LIST.match(s.line.lstrip("[>+ "))) and (not s.ended or len(s.words) < 3)


def _is_above_text(shapes: Sequence[Shape], marks: Sequence[bool], i: int) -> bool:
    """Whether the next paragraph is content with a full stop, a quotation or a list: then this is a subhead."""
    if i + 1 >= len(shapes) or marks[i + 1]:
        return False
    below = shapes[i + 1]
    return (
        (below.ended and not below.is_question and not _sells(below))
        or below.is_quotation
        or bool(_LIST_ITEM.match(below.line))
    )


def _in_name_list(shapes: Sequence[Shape], i: int) -> bool:
    """Whether a bare name belongs to a list of names that a line ending in a colon introduces."""
    for back in range(i - 1, max(-1, i - 40), -1):
        if shapes[back].line.endswith(":"):
            return len(shapes[back].words) >= 3
        if not shapes[back].is_name:
            return False
    return False
