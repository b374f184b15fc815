"""First, last, only, never: claims that a single counter-example refutes."""

from __future__ import annotations

import datetime as dt
import re

from factcheck import wording
from factcheck.align.content import has_name, names, names_among, shares_name, stem, stems, tokens
from factcheck.extract.entities.gazetteer import gazetteer
from factcheck.model import Claim, Interval, Judgement, TimeExpression
from factcheck.rules import _universals
from factcheck.rules._ladder import confidence, parties
from factcheck.rules._rule import Context, Example, Side, rule
from factcheck.rules._statements import acts, happened
from factcheck.rules._universals import Universal
from factcheck.terms import ClaimKind, SegmentRole, Severity, Tense, Verdict

# Probabilities of one matter (align/weights.toml). A rule and its exception are told in different words, so little is asked
# of those that share an act and a name; a dated exception in like words needs no known act.
_NEAR = 0.005
_LIKE = 0.015
_WEEKS = 60  # days
_DENIED = 0.03  # "it was not the first time" against "the first"
_SURE = (
    1.1  # a universal beside its counter-example says more than their dates alone, so this rule speaks before others
)
_DEATHS = frozenset({"kill", "die", "died", "dead", "death", "deaths", "drown", "perish", "lives", "life", "fatal"})
_DEATH_STEMS = frozenset(stem(word) for word in _DEATHS)


@rule(
    "first-last-only",
    examples=(
        Example("This will be the first visit by Ana Brandt to Ruma.", "Ana Brandt visited Ruma in 2018.", Verdict.CONFLICT),
        Example("Ana Brandt last visited Ruma in 2019.", "Ana Brandt visited Ruma in 2021.", Verdict.CONFLICT),
        Example("Ana Brandt has never visited Ruma.", "Ana Brandt visited Ruma in 2018.", Verdict.CONFLICT),
        Example("It is the first fatal tram crash in Ruma.", "In 1998 five people died in Ruma when a tram derailed.", Verdict.CONFLICT),
        Example("The museum in Ruma has never been robbed before.", "In 1974 thieves stole a vase from the museum in Ruma.", Verdict.CONFLICT),
        Example("This will be the first visit by Ana Brandt to Ruma in 14 years.", "Ana Brandt visited Ruma in 2021.", Verdict.CONFLICT, ("2025-05-06", "2025-05-06")),
        Example("This will be the first visit by Ana Brandt to Ruma.", "Ana Brandt visited Kesh in 2018.", None),
        Example("This will be the first visit by Ana Brandt to Ruma since 2018.", "Ana Brandt visited Ruma in 2016.", None),
        Example("This will be the first visit by Ana Brandt to Ruma in 14 years.", "Ana Brandt visited Ruma in 2009.", None, ("2025-05-06", "2025-05-06")),
        Example("It is the first fatal tram crash in Ruma.", "In 1998 a tram derailed in Ruma without injuries.", None),
        Example("Ana Brandt last visited Ruma in 2019.", "Ana Brandt visited Ruma in 2016.", None),
        Example("This will be the first visit by Ana Brandt to Ruma.", "Ana Brandt will visit Ruma next week.", None),
        Example("It is the first tremor in Ruma since 1990.", "Ana Brandt was the second victim of the tremor in Ruma.", None),
        Example("It is the first visit to Ruma by Ana Brandt.", "Piet Voss visited Ruma in 2018.", None),
        Example("It is not the first visit to Ruma by Ana Brandt.", "Ana Brandt visited Ruma in 2018.", None),
    ),
)  # fmt: skip
def first_last_only(left: Claim, right: Claim, context: Context) -> Judgement | None:
    """One says that nothing of the kind came before, or after; the other tells of just that."""
    if context.alike < _NEAR or (context.same_article and left.sentence == right.sentence):
        return None
    for claim, example, ours, theirs in (
        (left, right, context.left, context.right),
        (right, left, context.right, context.left),
    ):
        universal = _universals.find(claim)
        if universal is None or not _states(claim) or not _states(example) or _FIRST_PERSON.search(claim.text):
            continue
        against = _against(universal, claim, example, ours, theirs, context.alike)
        if against is None:
            continue
        named = parties(left, right, context)
        return Judgement(
            verdict=Verdict.DISPUTED if named else Verdict.CONFLICT,
            level=universal.marker,
            reason=f"“{universal.words}” cannot hold beside {against}.",
            severity=Severity.MEDIUM,
            confidence=confidence(context, _SURE),
        )
    return None


_FIRST_PERSON = re.compile(r"\bI(?:['’](?:ve|d|m))?\b|\b[Mm]y\b")  # what somebody never did, others may have done


def _states(claim: Claim) -> bool:
    """Whether the claim stands for its whole clause; "this will be the first" has no subject, so its ordinal does."""
    return claim.kind is ClaimKind.STATEMENT or claim.subject is None


def _against(universal: Universal, claim: Claim, example: Claim, ours: Side, theirs: Side, alike: float) -> str | None:
    """What refutes the universal, in words, or None."""
    not_first = _universals.not_the_first(example) if universal.marker in ("first", "never") else None
    if not_first is not None:
        if not _is_of(universal, not_first):
            return None
        like = universal.sweeping and alike >= _DENIED and _told_alike(universal, example)
        same = like or _same_first(universal, claim, example)
        return "a report that it was not the first" if same else None
    if not _same_kind(universal, claim, example, theirs) and not (
        alike >= _LIKE and universal.sweeping and _told_alike(universal, example) and _long_before(example, ours)
    ):
        return None
    if not example.positive or example.tense is Tense.FUTURE or not happened(example):
        return None
    other = _universals.find(example)
    if other is not None and not (universal.marker == "last" and other.marker == "last"):
        return None
    return _by_time(universal, claim, example, ours, theirs)


def _is_of(universal: Universal, what: str) -> bool:
    """Whether what is called the second is of the kind of which the other is called the first: "time", or the same noun or act."""
    words = stems(tokens(what))
    return "time" in what.lower().split() or universal.head in words or bool(universal.acts & acts(what))


def _same_first(universal: Universal, claim: Claim, example: Claim) -> bool:
    """Whether a denial of "the first" speaks of the first that the claim means: one act, and no place or person besides."""
    if not universal.acts & acts(example.text):
        return False
    ours = set(names_among(tokens(universal.phrase or claim.text), claim)) if universal.phrase else names(claim)
    theirs = names(example)
    return shares_name(ours, theirs) if ours and theirs else not ours and not theirs


def _by_time(universal: Universal, claim: Claim, example: Claim, ours: Side, theirs: Side) -> str | None:
    """The counter-example in words, or None when its time leaves the universal standing."""
    when = _when(example)
    if when is None or when.low is None or when.high is None:
        return None  # undated, it may be the very occasion that is called the first
    told = ours.published.interval
    if told.is_bounded and told.low is not None and when.high >= told.low and claim.article_id != example.article_id:
        return None  # it came after the report
    words = (
        f"the one in {wording.days(when)}" if (when.high - when.low).days > 0 else f"the one on {wording.days(when)}"
    )
    own = _when(claim)
    if universal.marker == "last":
        after = own is not None and own.high is not None and when.low > own.high
        return words if after else None
    since = _universals.since(claim, own, told)
    if since is not None:
        return words if since.known and since.day is not None and when.low > since.day else None
    if own is not None and own.low is not None and when.high >= own.low and universal.marker != "never":
        return None  # the very occasion that is called the first, or a later one
    if own is None and not told.is_bounded and claim.tense is Tense.PAST and universal.marker != "never":
        return None if claim.article_id != example.article_id else words
    return words


def _when(claim: Claim) -> Interval[dt.date] | None:
    time = claim.value if isinstance(claim.value, TimeExpression) else claim.event_time
    return time.interval if time is not None and (time.start is not None or time.end is not None) else None


def _same_kind(universal: Universal, claim: Claim, example: Claim, theirs: Side) -> bool:
    """The same is done, by the same or at the same place."""
    if theirs.role is SegmentRole.HEADLINE:
        return False
    words = tokens(example.text)
    told = stems(tokens(theirs.sentence))
    if universal.deadly and not told & _DEATH_STEMS:
        return False
    kinds = acts(example.text)
    if not (universal.acts & kinds) and (universal.head is None or universal.head not in stems(words)):
        return False
    if universal.of_its_kind:
        return _one_more_of(universal, claim, example, told)
    if not universal.narrower <= told:
        return False
    scope = names(claim)
    if scope:
        there = {*example.entities, *names(example)}
        missing = [name for name in scope if not has_name(name, there)]
        return not missing or (len(missing) == len(scope) == 1 and _points_there(universal, missing[0], words))
    # "The group had never restated its accounts": without a name, the words must be the same and the actor may be one.
    if universal.marker == "never" and example.subject is not None:
        shared = stems(tokens(claim.text)) & stems(words)
        return len(shared) >= 2 and (example.subject == claim.subject or example.subject in example.entities)
    return False


def _long_before(example: Claim, ours: Side) -> bool:
    """Whether the example is dated well before the report that speaks of a first: not the very occasion in other words."""
    when, told = _when(example), ours.published.interval
    return when is not None and when.high is not None and told.low is not None and (told.low - when.high).days >= _WEEKS


def _told_alike(universal: Universal, example: Claim) -> bool:
    """Whether the example has a word or an act of what is said to be the first, and its death where deaths are meant."""
    words = stems(tokens(example.text))
    if universal.of_its_kind or (universal.deadly and not words & _DEATH_STEMS):
        return False
    return bool(universal.acts & acts(example.text)) or (universal.head is not None and universal.head in words)


def _one_more_of(universal: Universal, claim: Claim, example: Claim, told: frozenset[str]) -> bool:
    """Another one of those of whom the subject is called the first: "the first banker to go to prison"."""
    if example.subject is None or example.subject == claim.subject or has_name(example.subject, claim.entities):
        return False
    there = {*example.entities, *names(example)}
    places = names(claim) - {claim.subject or ""} - gazetteer().countries.keys()
    described = universal.narrower - {stem(w) for key in claim.entities for w in key.split()}
    return (
        bool(universal.acts)
        and bool(described)
        and len(described & told) * 3 >= len(described)
        and all(has_name(name, there) for name in places)
    )


def _points_there(universal: Universal, place: str, words: tuple[str, ...]) -> bool:
    """Whether the example points at the place without its name: "there", "on the same line", "the country"."""
    if not universal.narrower and not universal.acts:
        return False
    spaced = " ".join(words)
    if re.search(r"\b(?:the country|nationwide)\b", spaced) is not None:
        return f" in {place}" in universal.phrase
    return bool(universal.narrower or universal.deadly) and re.search(r"\b(?:there|same)\b", spaced) is not None
