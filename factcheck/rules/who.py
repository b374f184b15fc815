"""Who did it: two names in a place that holds only one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.align.content import LONGEST, has_name, names_among, stem, stems, tokens
from factcheck.dating.occasions import Same
from factcheck.extract.entities import same_name
from factcheck.extract.words import word_set
from factcheck.model import Claim, Judgement
from factcheck.rules._ladder import Order, confidence, correction, order, parties
from factcheck.rules._rule import Context, Example, rule
from factcheck.terms import ClaimKind, Severity, Tense, Verdict

# Acts that have one doer (or one chosen) on one occasion. "what" names the part: the prize, or the office.
_CHOSEN = word_set("appointed named elected chosen installed crowned confirmed promoted nominated picked")
_WON = word_set("won wins win winning clinched took")
_LED = word_set("chaired chairs captained captains captain anchored refereed conducted piloted")
_AUXILIARIES = word_set(
    "was were is are be been being has have had will also later then again now finally narrowly easily who"
)
# Offices of which one occasion has one; the name follows the word.
_TITLE = re.compile(
    r"\b(?P<title>[Jj]udge|[Cc]oroner|[Rr]eferee|[Cc]aptain|[Ss]kipper|[Pp]ilot|[Cc]onductor|[Tt]rain driver)[, ]+(?:[A-Z][\w’'-]+ ?){1,3}"
)
_SOURCE = re.compile(r"(?P<title>judge|coroner|referee|captain|skipper|pilot|conductor) (?P<name>.+)")
_PASSIVE_BY = re.compile(r"\b(?:was|were|been|be) (?:also |jointly )?won by\b|\bwon by\b|\bwent to\b")
_PLACE = re.compile(r"\b(first|second|third|fourth|runner-up|silver|bronze|joint|shared)\b", re.I)

# Words that split one event into parts with a winner each; two sides with different words of one row are two parts.
_PARTS = (
    frozenset({"man", "men", "woman", "women", "girl", "boy", "junior", "senior", "youth", "veteran", "wheelchair", "mixed"}),
    frozenset({"single", "singles", "double", "doubles", "relay", "individual", "team"}),
    frozenset({"first", "second", "third", "fourth", "fifth", "final", "semi-final", "quarter-final"}),
    frozenset({"gold", "silver", "bronze"}),
    frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}),
    frozenset({"deputy", "acting", "interim", "vice", "assistant", "temporary", "caretaker"}),
    frozenset({"best", "leading", "supporting"}),
    frozenset({"finance", "foreign", "defence", "defense", "interior", "justice", "health", "education", "transport"}),
)  # fmt: skip
_EMPTY_WORDS = frozenset(stem(w) for w in ("title", "prize", "new", "job", "post", "place", "race", "event", "contest"))
_NEAR = 0.30  # cosine of clauses; two names for one prize lie at .35 to .9 on the development stories
_SHARED = 0.5  # share of the shorter description of the part that both give


@rule(
    "who",
    examples=(
        Example("Ana Brandt won the Ruma marathon.", "Piet Voss won the Ruma marathon.", Verdict.CONFLICT),
        Example("Ana Brandt won the Ruma marathon.", "The Ruma marathon was won by Piet Voss.", Verdict.CONFLICT),
        Example("Ana Brandt was appointed head of the Ruma museum.", "Piet Voss was named head of the Ruma museum.", Verdict.CONFLICT),
        Example("Judge Ana Brandt told Milo Karst that he had shown no remorse.", "Judge Piet Voss said that Milo Karst had shown no remorse.", Verdict.CONFLICT),
        Example("Ana Brandt won the Ruma marathon.", "Ms Brandt won the marathon in Ruma.", None),
        Example("Ana Brandt won the women's race in Ruma.", "Piet Voss won the men's race in Ruma.", None),
        Example("Ana Brandt was appointed head of the Ruma museum.", "Piet Voss was appointed deputy head of the Ruma museum.", None),
        Example("Ana Brandt won the Ruma marathon.", "Piet Voss ran the Ruma marathon.", None),
        Example("Ana Brandt won the Ruma marathon.", "Piet Voss won the Kesh regatta.", None),
        Example("In 2019 Ana Brandt won the Ruma marathon.", "Piet Voss won the Ruma marathon in 2021.", None),
    ),
)  # fmt: skip
def who(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """Two reports give the same single part in the same event to two different names."""
    if left.kind is not ClaimKind.STATEMENT or right.kind is not ClaimKind.STATEMENT:
        return None
    if context.same_article or context.occasion.same is Same.NO or context.clause < _NEAR:
        return None
    if (left.tense is Tense.FUTURE) is not (right.tense is Tense.FUTURE):
        return None
    a, b = _part(left), _part(right)
    if a is None or b is None or a.act != b.act or same_name(a.name, b.name):
        return None
    if a.what and not (left.positive and right.positive):
        return None
    if has_name(a.name, right.entities) or has_name(b.name, left.entities):
        return None
    if _reads_short(a.name, b.name) or not _one_part(a, left, b, right):
        return None
    named = parties(left, right, context) if a.what else None  # judges are named as sources of what they said
    cue = correction(context.left) or correction(context.right)
    # Offices change hands between two reports; prizes and trials do not.
    succeeded = (
        a.act == "chosen"
        and order(context) in (Order.LEFT_FIRST, Order.RIGHT_FIRST)
        and context.occasion.same is not Same.YES
    )
    if succeeded and _weeks_apart(context):
        return None
    verdict = Verdict.UPDATE if cue else Verdict.DISPUTED if named else Verdict.CONFLICT
    what = {"chosen": "the office", "won": "the victory", "led": "the lead"}.get(a.act, f"the part of the {a.act}")
    return Judgement(
        verdict=verdict,
        level="another-name",
        reason=f"One report gives {what} to {a.name.title()}, the other to {b.name.title()}.",
        severity=Severity.HIGH,
        confidence=confidence(context, 0.9),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Who did what: the act, the name that did it, and the stems that describe the part."""

    act: str
    name: str
    what: frozenset[str]


def _part(claim: Claim) -> _Part | None:
    text = claim.text[:LONGEST]
    title = _TITLE.search(text)
    if title is not None and (holder := names_among(tokens(title.group()), claim)):
        return _Part(title["title"].lower(), holder[-1], frozenset())
    source = _SOURCE.match(claim.attribution.source) if claim.attribution is not None else None
    if source is not None:
        return _Part(source["title"], source["name"], frozenset())
    words = tokens(text)
    for at, word in enumerate(words):
        act = "chosen" if word in _CHOSEN else "won" if word in _WON else "led" if word in _LED else None
        if act is None or (word == "took" and "title" not in words and "gold" not in words):
            continue
        before, after = words[:at], words[at + 1 :]
        if act == "won" and _PASSIVE_BY.search(text.lower()):
            name, described = _named(after[:6], claim), before
            return _Part(act, name, _described(described, claim)) if name is not None else None
        if act == "chosen" and not (set(before[-3:]) & {"was", "been", "is", "were", "be", "who"}):
            name, described = _named(after[:5], claim), after  # "the board appointed Ana Brandt chief"
            described = after
        else:
            name, described = _subject(before, claim), after
        return _Part(act, name, _described(described, claim)) if name is not None else None
    return None


def _subject(before: tuple[str, ...], claim: Claim) -> str | None:
    """The name that the verb's subject is: the clause's subject, else of a relative clause the name it hangs on."""
    if claim.subject is not None and claim.subject in claim.entities:
        return claim.subject if _ends_the_subject(claim.subject, before, claim) else None
    found = names_among(before, claim)
    if len(found) == 1:
        return found[0]
    if not found and len(claim.entities) == 1 and before[:1] == ("who",):
        return claim.entities[0]
    return found[-1] if found and len(before) < 30 and before[-1] in found[-1].split() else None


def _ends_the_subject(name: str, before: tuple[str, ...], claim: Claim) -> bool:
    """Whether the name is the subject itself, not a part of it ("the European Commission president won")."""
    last = name.split()[-1]
    words = [word for word in before if word not in _AUXILIARIES]
    if len(words) <= 1 or last not in words or words[-1] == last:
        return True
    return re.search(rf"\b{re.escape(last)}(?:,| of\b| from\b| who\b| \()", claim.text[:LONGEST].lower()) is not None


def _named(words: tuple[str, ...], claim: Claim) -> str | None:
    found = names_among(words, claim)
    return found[0] if found else None


def _described(words: tuple[str, ...], claim: Claim) -> frozenset[str]:
    """The stems of the words that describe the part, up to the next clause."""
    return stems(words[:8])


def _one_part(a: _Part, left: Claim, b: _Part, right: Claim) -> bool:
    """Whether both describe the same part: alike words, no contrast, no other event named."""
    own = {w for name in (a.name, b.name) for w in stems(name.split())}
    others_left = [n for n in left.entities if not same_name(n, a.name)]
    others_right = [n for n in right.entities if not same_name(n, b.name)]
    if a.act not in ("chosen", "won", "led"):
        return any(has_name(n, others_right) for n in others_left)
    words_left, words_right = set(tokens(left.text)), set(tokens(right.text))
    for row in _PARTS:
        x, y = words_left & row, words_right & row
        if x != y and ((x and y) or "deputy" in row or "gold" in row):
            return False
    if bool(_PLACE.search(left.text)) is not bool(_PLACE.search(right.text)):
        return False
    what_left, what_right = a.what - own, b.what - own
    telling = (what_left & what_right) - _EMPTY_WORDS
    if not what_left or not what_right or not (telling or words_left & _PARTS[0]):
        return False
    return len(what_left & what_right) / min(len(what_left), len(what_right)) >= _SHARED


def _reads_short(left: str, right: str) -> bool:
    """Whether the two names share a word: "Brandt" and "Ana Brandt-Voss" may be one person."""
    return bool(set(left.replace("-", " ").split()) & set(right.replace("-", " ").split()))


def _weeks_apart(context: Context) -> bool:
    a, b = context.left.published.interval, context.right.published.interval
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return False
    return max((a.low - b.high).days, (b.low - a.high).days) > 14  # an office may have changed hands by then
