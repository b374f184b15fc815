"""Verbs of several meanings: where "put", "count", "find" or "tell" cites a source, and where it does something else."""

from __future__ import annotations

from factcheck.extract.attribution.cues import FIGURES, SOURCES, ReadSentence
from factcheck.extract.clauses.boundaries import STATES
from factcheck.extract.clauses.predicates import VerbGroup
from factcheck.extract.words import split_words, word_set
from factcheck.terms import Tense

# Verbs that cite only with a figure after this word ("put the crowd at 900"), or only of a paper: anything else may put, show and find.
VALUING = {"put": "at", "stand": "by", "speak": "of", "talk": "of", "come": "to", "arrive": "at", "give": "as"}

# Verbs that cite when a body or an office does them to a figure, and never introduce a clause as "say" does
TALLYING = frozenset({"talk", "come", "arrive", "give", "list", "register", "log", "reckon", "calculate"})

_BODIES = SOURCES | word_set(
    """agency board brigade bureau centre center chamber charity club commission commissioner committee company council county
    department directorate district federation firm force foundation fund group headquarters hospitals inspectorate institute
    insurer insurers league ministries municipality museum office operator operators organisation organization organisations
    parish party promoter regulator service services side society station town union unions unit university venue association
    airport airline bank economists analysts experts auditors accountants statisticians scientists researchers surveyors
    engineers seismologists forecasters assessors valuers consultants officers spokesperson secretary chief director
    administrator treasurer turnstiles"""
)

_PAPERS = word_set(
    "report study survey poll data figures results statistics investigation inquiry census research records documents estimates"
)

_FINDERS = word_set(
    "judge judges court tribunal jury commission panel auditors inspectors investigators coroner committee"
)

_COUNTING = word_set("count tally record estimate calculate")


def is_body(phrase: str) -> bool:
    """Whether the words name a body, an office or people who count for a living: their figure is their own."""
    words = split_words(phrase).words
    return any(w.lower() in _BODIES for w in words) or any(w.isupper() and 2 < len(w) < 8 for w in words)


def may_cite(sentence: ReadSentence, group: VerbGroup, phrase: str, *, behind: bool) -> bool:
    """Whether a verb of several meanings cites here: a paper shows, a source puts the toll, somebody counts a number.

    ``phrase`` are the words of the source; ``behind`` says that source and verb follow a comma or a quotation mark.
    """
    nouns = {w.lower() for w in split_words(phrase).words}
    after = sentence.words.words[group.end : group.end + 6]
    if sentence.letters[group.end : group.end + 1] == "T" and group.lemma in {"say", "believe", "think", "report"}:
        return False  # "five men said to have fled"
    if group.lemma in {"update", "correct", "revise", "amend"} and group.tense is Tense.FUTURE:
        return False  # "the station will update this story"
    if group.lemma == "claim" and any(w in {"lives", "life"} for w in after[:4]):
        return False
    if group.lemma == "tell" and "that" not in after and '"' not in sentence.letters[group.end : group.end + 6]:
        told = sentence.next_group(group.end, len(sentence.words))
        return (told is not None and told.form != "T") or group.end + 1 >= len(sentence.words) or behind
    if not nouns or group.lemma in {"find", "show", "indicate"}:
        return bool(nouns & _PAPERS) or (group.lemma == "find" and bool(nouns & _FINDERS) and "that" in after[:1])
    if group.lemma == "report" and after[:1] and after[0].lower() in STATES:
        return False  # "the last person reported missing"
    if group.lemma in {"come", "arrive", "list", "register", "log", "give"} and not is_body(phrase):
        return False
    if group.lemma in VALUING:
        return _values(sentence, group.end, VALUING[group.lemma])
    follows = sentence.letters[group.end : group.end + 7]
    follows = follows[: next((i for i, x in enumerate(follows) if x in ",;."), 7)]
    if group.lemma in {"list", "register", "log"}:
        return "0" in follows[:3]
    if group.lemma in _COUNTING:
        valued = group.lemma == "estimate" and _values(sentence, group.end, "at")
        return valued or "0" in follows or "that" in after[:1] or any(w.lower() in FIGURES for w in after)
    if group.lemma in {
        "add",
        "report",
        "state",
        "note",
        "respond",
        "counter",
        "reply",
        "correct",
        "revise",
        "update",
        "amend",
        "project",
        "confirm",
        "reveal",
        "claim",
        "dismiss",
        "reject",
        "retract",
        "clarify",
    }:
        weak = group.lemma in {"add", "project", "counter", "note", "report"}
        ends = sentence.letters[group.end : group.end + 1] in {"", ".", ",", '"', ":", "i"}
        said = (
            "that" in [w.lower() for w in after[:4]]
            or '"' in follows
            or sentence.next_group(group.end, group.end + 14) is not None
        )
        if (
            group.lemma in {"respond", "reply", "report"}
            and follows[:1] in {"i", "T"}
            and not behind
            and "that" not in after
        ):
            return False  # "officers responded to the scene", "a crash reported at noon"
        return (
            said
            or (ends and not (weak and follows[:1] == "i" and group.lemma != "report"))
            or not weak
            or (group.lemma == "report" and "0" in follows)
        )
    return True


def _values(sentence: ReadSentence, first: int, link: str) -> bool:
    """Whether a figure follows ``link`` soon after the verb: "puts the damage at some 3 million", "stands by £4m"."""
    words, letters = sentence.words, sentence.letters
    reach = 9 if link in {"at", "as"} else 1
    at = next((i + 1 for i in range(first, min(first + reach, len(words))) if words.words[i] == link), len(words))
    while at < len(words) and (letters[at] in "iA~" or words.words[at] in {"some", "more", "less", "than"}):
        at += 1
    return letters[at : at + 1] == "0"
