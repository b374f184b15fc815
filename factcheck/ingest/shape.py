"""What a paragraph looks like: the features that tell headlines, labels, prose and clutter apart."""

import re
from dataclasses import dataclass

# Features are read off this many characters, so that a line of megabytes costs no more than a long one.
_LOOK = 600

_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]\s]*$")
_TAG = re.compile(r"<[^<>]{1,300}>")
_QUOTED = re.compile(r"(?:“[^“”]*”|\"[^\"]*\"|«[^«»]*»|‘[^‘’]*(?:’\w[^‘’]*)*’)[.,]?")
_DASHED = re.compile(r"[–—-]\s?\S.*\S\s?[–—-]")
_QUESTION = re.compile(
    r"(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|will|would|can|could|did|do|does|has|have|should)\b",
    re.IGNORECASE,
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_FUNCTION_WORDS = _words(
    """a an the this that these those it its he she they we you i his her their our your him them us my me who whom which
    what when where why how and or but nor so if because while although though as than then there here not no
    of in on at to for from by with without about into over under after before during between against through
    is are was were be been being am do does did has have had will would can could may might must shall should"""
)
# Words that a name, a headline in capitals and an outlet have inside, in any case.
_NAME_LINKS = _words("of the and for de da di del van von der la le el al bin & 's in on")
_VERBISH = _words(
    "is are was were be been has have had will would can could may might must shall should do does did said says"
)

_PRONOUNS = _words("he she it they we i this that these those there who nobody everyone all both none nothing")
_SHORT_PAST = _words(
    """rose fell lost won left came went got took gave made met ran led held kept told knew saw found felt paid sold cut shut hit hurt
    put set let died broke began became grew fled fought drove flew drew spoke stood sank shot struck sent spent rang"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Features of one paragraph. ``line`` is its beginning with white space collapsed, ``words`` its first words."""

    line: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    whole: bool
    ended: bool

    @property
    def is_prose(self) -> bool:
        """A sentence or more of running text, as articles are made of."""
        links = sum(word in _FUNCTION_WORDS for word in self.lower)
        return (self.ended and len(self.words) >= 10 and links >= 2) or (len(self.words) >= 30 and links >= 6)

    @property
    def is_quotation(self) -> bool:
        """Wholly inside one pair of quotation marks, opening ones alone being enough for a long one."""
        if not self.whole:
            return self.line[0] in "“«"
        return bool(_QUOTED.fullmatch(self.line))

    @property
    def is_title(self) -> bool:
        """Could head an article: a few words at least, no full stop, not the lead-in to something."""
        return (
            2 <= len(self.words) <= 30
            and self.whole
            and len(self.line) <= 250
            and (not self.ended or self.is_question)
            and self.line[-1] not in ",;:–—-"
        )

    @property
    def is_question(self) -> bool:
        """A question that stands by itself."""
        return self.line.endswith("?") and len(self.words) <= 15 and bool(_QUESTION.match(self.line))

    @property
    def is_subhead(self) -> bool:
        """Could stand above a part of an article."""
        if len(self.words) <= 14 and _DASHED.fullmatch(self.line):
            return True
        first = self.line.lstrip("“‘'\"")[:1]
        return self.is_title and len(self.words) <= 14 and not first.islower() and not self.is_quotation_mark_only

    @property
    def is_quotation_mark_only(self) -> bool:
        """A long unfinished quotation is speech, not a title; a short one ("‘A good day’") may be either."""
        return self.line[0] in '“"' and len(self.words) > 8

    @property
    def has_verb(self) -> bool:
        """Whether something in it looks like a statement: an auxiliary, a pronoun, a past or present ending."""
        return any(w in _VERBISH or w in _PRONOUNS or w.endswith(("ed", "ing")) for w in self.lower) or any(
            w in _SHORT_PAST or (len(w) > 3 and w.endswith("s") and i == 1) for i, w in enumerate(self.lower)
        )

    @property
    def is_name(self) -> bool:
        """Names and nothing else: a person, an outlet, a section ("Ada Boyd", "The Harbour Courier", "UK News")."""
        if self.ended or not 1 <= len(self.words) <= 6 or not self.whole or any(c in self.line for c in ':;?!–—"“'):
            return False
        capitals = [w for w, low in zip(self.words, self.lower, strict=True) if low not in _NAME_LINKS]
        if not capitals or not all(w[0].isupper() for w in (self.words[0], *capitals)):
            return False
        if any(w in _VERBISH for w in self.lower) or (len(capitals) >= 3 and self.line.isupper()):
            return False
        # Four capitals may be a headline; two people, or an outlet with its article, are not.
        return len(capitals) <= 3 or (len(capitals) == 4 and ("and" in self.lower or self.lower[0] == "the"))


def shape(paragraph: str) -> Shape:
    """The features of a paragraph, read off its beginning (and its very end)."""
    line = " ".join(_TAG.sub(" ", paragraph[:_LOOK]).split())
    words = tuple(_TOKEN.findall(line))
    return Shape(
        line=line or " ",
        words=words,
        lower=tuple(word.lower().replace("’", "'") for word in words),
        whole=len(paragraph) <= _LOOK,
        ended=bool(_ENDED.search(paragraph[-8:])),
    )
