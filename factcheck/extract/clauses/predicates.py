"""Verb groups: where a sentence's verbs are, what they are the forms of, whether they deny, and when they put the event.

No parser: a regular expression over the classes of the words (``wordclasses``) finds the groups.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extract.clauses.wordclasses import base_of, lexicon
from factcheck.extract.words import Words, word_set
from factcheck.terms import Tense

_NEGATIONS = word_set("not never")

_NOBODY = word_set("no nobody none neither nothing nowhere")

_OPEN_NO = word_set("fewer less more later doubt longer sooner")

# The letters: M will, m may, H have, B be, b been, D do, T to, N not, A adverb, v base, s -s form, p past, n participle, g -ing,
# d determiner, i preposition, P pronoun, w relative, c and/or/but, 0 number, U capitalised, X any other word, others themselves.
_GROUP = re.compile(
    r"(?:[MmHBD][NA]{0,3}){1,4}(?:b[NA]{0,2}){0,2}(?:[vpngs])?"
    r"|(?:N[NA]{0,2})?[psv]"
    r"|T[NA]{0,2}(?:b[NA]{0,2}){0,2}[vpn]?(?<=[vbpn])"
    r"|A{0,2}g"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """A verb with its auxiliaries: words ``first`` up to, without, ``end``; ``form`` is its letter (p s v g T or a for auxiliary).

    ``tense`` is None where the form alone does not tell (a bare participle, an -ing form).
    """

    first: int
    end: int
    lemma: str
    form: str
    positive: bool
    tense: Tense | None
    modality: str | None
    governor: str | None = None

    @property
    def finite(self) -> bool:
        """Whether it can be a clause's verb by itself; an -ing form cannot."""
        return self.form != "g"


def verb_groups(words: Words, letters: str) -> tuple[VerbGroup, ...]:
    """The verb groups in order; a verb governed by another ("failed to reach", "is set to open") is one group with it."""
    found: list[VerbGroup] = []
    for match in _GROUP.finditer(letters):
        group = _group(words, letters, match.start(), match.end())
        if group is None:
            continue
        if group.form == "T" and found:
            joined = _govern(words, letters, found[-1], group)
            if joined is not None:
                found[-1] = joined
                continue
            if not _headline_future(letters, found, group):
                continue
        elif group.form == "T" and not _headline_future(letters, found, group):
            continue
        found.append(group)
    return tuple(found)


def _headline_future(letters: str, found: list[VerbGroup], group: VerbGroup) -> bool:
    """Whether "to" makes the clause's own verb: "Xi to visit Moscow"."""
    return (not found and group.first > 0 and letters[group.first - 1] in "UuX0") or (
        bool(found) and ";" in letters[found[-1].end : group.first]
    )


def _group(words: Words, letters: str, first: int, end: int) -> VerbGroup | None:
    main = end - 1
    while main > first and letters[main] in "AN":
        main -= 1
    form = "a" if letters[first] in "MmHBD" else "T" if letters[first] == "T" else letters[main]
    low = [w.lower().replace("’", "'") for w in words.words[first:end]]
    auxiliary = letters[main] in "MmHBDb"
    negative = any(w in _NEGATIONS or w.endswith("n't") for w in low) or low[0] == "cannot"
    if "no" in low:
        negative = True
    if auxiliary and letters[main] in "MmD":
        return None
    name = "be" if letters[main] in "Bb" else "have" if letters[main] == "H" else base_of(low[main - first])
    tense, modality = _when(letters[first:end], low, form)
    return VerbGroup(
        first=first, end=main + 1, lemma=name, form=form, positive=not negative, tense=tense, modality=modality
    )


def _when(letters: str, low: list[str], form: str) -> tuple[Tense | None, str | None]:
    opening = letters[0]
    if form in "psvg":
        return {"p": Tense.PAST, "s": Tense.PRESENT, "v": Tense.PRESENT}.get(form), None
    if opening == "M":
        return Tense.FUTURE, None
    if opening == "m":
        past = len(low) > 1 and "have" in low
        return Tense.PAST if past else Tense.PRESENT, None if low[0] in {
            "must",
            "should",
            "can",
            "cannot",
            "ought",
        } else "possible"
    if form == "T":
        return Tense.FUTURE, "planned"
    if opening == "H":
        return Tense.PAST, None
    if opening == "B":
        return Tense.PAST if low[0] in {"was", "were", "wasn't", "weren't"} else Tense.PRESENT, None
    if opening == "D":
        return Tense.PAST if low[0] in {"did", "didn't"} else Tense.PRESENT, None
    return None, None


def _govern(words: Words, letters: str, left: VerbGroup, right: VerbGroup) -> VerbGroup | None:
    """The one group that "failed to reach" or "is set to open" makes, or None when they are two."""
    between = words.words[left.end : right.first]
    governor = left.lemma
    if (len(between) == 1 and between[0].lower() in lexicon().governing) or (
        len(between) == 1 and between[0].lower() in {"likely", "due", "unlikely"}
    ):
        governor = between[0].lower()
    elif between:
        return None
    effect = lexicon().governing.get(governor, "")
    if governor == "unlikely":
        return _joined(left, right, positive=False, tense=Tense.FUTURE, modality="expected", governor=governor)
    if left.lemma == "be" and not between:
        return _joined(left, right, positive=left.positive, tense=Tense.FUTURE, modality="planned", governor="be")
    if effect == "negative":
        return _joined(left, right, positive=not left.positive, tense=left.tense, modality=None, governor=governor)
    if effect == "feared":
        return _joined(left, right, positive=left.positive, tense=left.tense, modality="feared", governor=governor)
    if effect:
        return _joined(left, right, positive=left.positive, tense=Tense.FUTURE, modality=effect, governor=governor)
    if left.lemma in {
        "begin",
        "start",
        "continue",
        "use",
        "have",
        "appear",
        "seem",
        "manage",
        "happen",
        "come",
        "believe",
        "think",
        "say",
        "report",
        "know",
        "allege",
    }:
        return _joined(left, right, positive=left.positive, tense=left.tense, modality=left.modality, governor=governor)
    return None


def _joined(
    left: VerbGroup, right: VerbGroup, *, positive: bool, tense: Tense | None, modality: str | None, governor: str
) -> VerbGroup:
    same = positive if right.positive else not positive
    return VerbGroup(
        first=left.first,
        end=right.end,
        lemma=right.lemma,
        form=left.form,
        positive=same,
        tense=tense,
        modality=modality,
        governor=governor,
    )


def denies(words: Words, first: int, end: int) -> bool:
    """Whether a noun phrase among the words denies the clause: "no survivors", "nobody", not "no fewer than 12"."""
    for i in range(first, end):
        word = words.words[i].lower()
        if word in _NOBODY and not (word == "no" and i + 1 < end and words.words[i + 1].lower() in _OPEN_NO):
            return True
    return False
