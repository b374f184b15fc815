"""Cut the segments of an article into sentences, with offsets into its text.

A sentence may end where ``.``, ``!``, ``?`` or ``…`` (and the quotation marks and brackets that close on it) stands before white space.
Whether it does is decided by the word before and the word after: abbreviations, initials, times of day, figures, and what
is said about a quotation ("'Stop!' he shouted") go on. Quotations are cut like any other text, so a long one gives several
sentences. Every decision looks at a bounded stretch, so the whole is linear.
"""

import re
from collections.abc import Iterator

from factcheck.model import Article, Segment, Sentence, Span
from factcheck.segment.abbreviations import AFTER_TIME, BEFORE_NUMBER, NEVER_LAST, SOMETIMES_LAST, STARTERS
from factcheck.terms import SegmentRole

# No sentence is longer: a model of 256 word pieces sees no more, and a report cannot show more.
LONGEST = 600
# Where a longer one is cut: at a clause, else at a space, else mid-word, between these columns.
_CUT_FROM, _CUT_TO = 300, 500

_STOP = re.compile(r"[.!?…]{1,200}[\"'”’»)\]]{0,6}(?: ?(?:''|[”’»]|-RRB-)){0,2}")
_GLUED_NEXT = re.compile(r"[\"“‘]?[A-Z][a-z]*\s")
_GLUED_LAST = re.compile(r"[a-z]{3}\.[\"”’]?$")
_OPENERS = "\"'“‘«([`"
_NEXT_WORD = re.compile(r"[\"'“‘«(\[`]{0,4}\s?([^\s,;:!?()\"“”]{1,40})")
_INITIAL = re.compile(r"[A-Z]|(?:[A-Za-z]\.){1,5}[A-Za-z]|[A-Z]\.-?[A-Z]")
_TIME = re.compile(r"[ap]\.?m", re.IGNORECASE)
_SPEAKER = r"(?:(?:[A-Z][\w.'’-]{0,30}|the|a|an|his|her|its|their|one|[a-z]{1,20}) ){1,5}?"
_SPEECH_VERB = r"(?:said|says|asked|asks|told|added|shouted|wrote|replied|recalled)\b"
_SPEECH = re.compile(_SPEAKER + _SPEECH_VERB)
# After a full stop the words of speech must be all there is: "The army says 40" is a sentence of its own.
_ONLY_SPEECH = re.compile(_SPEAKER + _SPEECH_VERB + r"(?:[.,:]|$| (?:in|on|at|to|of|after|during|when|as)\b)")
_CLAUSE_END = re.compile(r"[,;:–—](?=\s)|\s[–—-](?=\s)")
_MARKER = {
    SegmentRole.LIST: re.compile(r"(?:[-*•·‣–—]|\d{1,3}[.)])\s+"),
    SegmentRole.HEADLINE: re.compile(r"#{1,6}\s+"),
    SegmentRole.QUOTE: re.compile(r">[>\s]{0,8}"),
}


def segment(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article in order, each with the role of the segment it stands in.

    Headlines and clutter stay whole. The mark of a list item or heading ("- ", "1. ", "# ") belongs to no sentence. No sentence is
    longer than ``LONGEST`` characters.
    """
    spans = ((part.role, span) for part in article.segments for span in _spans(article.text, part))
    return tuple(
        Sentence(article_id=article.id, index=index, span=span, role=role) for index, (role, span) in enumerate(spans)
    )


def _spans(text: str, part: Segment) -> Iterator[Span]:
    start, end = part.span.start, part.span.end
    marker = _MARKER.get(part.role)
    if marker and (match := marker.match(text, start, end)) and match.end() < end:
        start = match.end()
    whole = part.role in (SegmentRole.HEADLINE, SegmentRole.BOILERPLATE)
    for sentence in [Span(start=start, end=end)] if whole else _sentences(text, start, end):
        yield from _bounded(text, sentence)


def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a plain text that is one paragraph, without the white space between them."""
    return tuple(_sentences(text, 0, len(text)))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, stop.start(), stop.end(), end):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start=start, end=end)


def _ends(text: str, mark: int, after: int, end: int) -> bool:
    """Whether the stop at ``text[mark:after]`` ends a sentence, something following it before ``end``."""
    rest = text[after : min(end, after + 120)]
    if not rest[0].isspace():
        # Scraped paragraphs run together: "the scene.Officers found".
        return bool(_GLUED_LAST.search(text[max(0, mark - 3) : after]) and _GLUED_NEXT.match(rest))
    rest = " ".join(rest.split())
    if not rest:
        return False
    following = _NEXT_WORD.match(rest)
    word = following.group(1) if following else ""
    if not _may_begin(rest, word):
        return False
    stop = text[mark:after]
    is_full_stop = stop[0] == "." and not stop.startswith("..")
    if stop[-1] in "\"'”’»" and len(stop) > 1 and (_ONLY_SPEECH if is_full_stop else _SPEECH).match(rest):
        return False
    return not is_full_stop or _full_stop_ends(text, mark, stop, rest, word)


def _may_begin(rest: str, word: str) -> bool:
    """Whether a sentence can begin so: with a capital, a figure, an opening mark, or a name such as iPhone."""
    first = word[:1]
    if first.islower():
        return word[1:2].isupper() and len(word) > 2
    return first.isupper() or first.isdigit() or rest[0] in _OPENERS or first in "$€£¥#@" or first.isalpha()


def _full_stop_ends(text: str, mark: int, stop: str, rest: str, word: str) -> bool:
    """Whether a single full stop ends its sentence, by the word before it and the one after."""
    before = text[max(0, mark - 24) : mark].split()
    if not before or text[mark - 1].isspace():
        return True
    last = before[-1].lstrip("\"'“‘«([`-–—$€£")
    bare = word.rstrip(".'’”")
    is_starter = bare in STARTERS or rest[0] in '"“«'
    if len(stop) > 1 and stop[1] in '"”»':
        # A full stop inside closing quotation marks belongs to the sentence, whatever word it stands on.
        return True
    if last in NEVER_LAST or (last.isupper() and last.capitalize() in NEVER_LAST):
        return False
    if last in BEFORE_NUMBER:
        return not word[:1].isdigit() and (last != "c" or is_starter)
    if _TIME.fullmatch(last):
        return bare not in AFTER_TIME
    if last in SOMETIMES_LAST:
        return is_starter
    if _INITIAL.fullmatch(last):
        return is_starter
    return True


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence itself, or pieces of it when it is too long."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        cut = _cut(text, start)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, sentence.end)


def _cut(text: str, start: int) -> int:
    low, high = start + _CUT_FROM, start + _CUT_TO
    clause = max((match.end() for match in _CLAUSE_END.finditer(text, low, high)), default=0)
    if clause:
        return clause
    space = max(text.rfind(" ", start + 1, high), text.rfind("\n", start + 1, high))
    return space if space > start else high
