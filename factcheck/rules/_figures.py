"""What two figures are of: whose age, a part of all, a running toll, and whether more than wording ties them together."""

from __future__ import annotations

import re

from factcheck import wording
from factcheck.align.features import other_actor
from factcheck.align.nouns import NounRelation, canonical, relate
from factcheck.align.predicates import same_act
from factcheck.align.values import in_unit_of, middle
from factcheck.extract.entities import same_name
from factcheck.extract.quantities.units import dimension
from factcheck.model import Claim, Delta, Quantity

# Measures that move while an event goes on.
RUNNING = frozenset({"killed", "injured", "missing", "arrested", "displaced", "rescued", "hospitalised", "infected"})
_RUNNING_NOUNS = frozenset({
    "case", "infection", "patient", "contact", "test", "dose", "body", "survivor", "victim", "evacuee", "home", "house",
    "building", "household", "customer", "precinct", "district", "signature", "complaint", "claim", "donation",
})  # fmt: skip
# What these verbs count goes on being counted: votes, infections, recovered bodies, restored lines.
_RUNNING_ACTS = frozenset({
    "confirm", "count", "record", "register", "recover", "report", "restore", "vaccinate", "test", "treat", "collect",
    "raise", "evacuate", "rescue", "hospitalise", "infect", "quarantine", "damage", "destroy", "burn", "identify",
})  # fmt: skip
_SMALL = 3  # "two sides", "three men": too common to be told apart by wording alone
_SAME_DEED = 0.6  # the same for a count with its noun and verb
_SAME_WORDS = 0.7  # cosine of clauses from which a count without a noun counts what the other counts

AGE = "age"
_NAMED = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+")
_NEAR_AGE = 60  # characters between an age and the name it belongs to: "Tomas Reik, the captain, 52"


def same_person(left: Claim, right: Claim) -> bool:
    """Whether both ages stand beside one person's name; "a 17-year-old" may be anybody."""
    a, b = _owner(left), _owner(right)
    return a is not None and b is not None and (a == b or same_name(a.lower(), b.lower()))


def _owner(claim: Claim) -> str | None:
    assert isinstance(claim.value, Quantity)
    start, end = claim.value.span.start - claim.span.start, claim.value.span.end - claim.span.start
    before = list(_NAMED.finditer(claim.text, max(0, start - _NEAR_AGE), start))
    if before and claim.text[before[-1].end() : start].strip() in (",", ", aged", "(", ", now"):
        return before[-1].group()
    after = _NAMED.match(claim.text, end + 1)
    return after.group() if after else None


# Nouns that name a part of those concerned; workers or passengers may well be all of them.
_PARTS = frozenset({"woman", "man", "child", "boy", "girl", "baby", "teenager", "adult", "pensioner", "police", "firefighter",
                    "soldier", "civilian", "driver", "pilot", "rescuer"})  # fmt: skip


def part_of_all(a: Quantity, b: Quantity) -> str | None:
    """The noun of the smaller figure, when it may count a part of what the other counts."""
    relation = relate(a.of, b.of)
    if relation is NounRelation.UNKNOWN and a.role is not None and a.role == b.role:
        part, whole = (b, a) if a.of is None else (a, b)  # "seven were wounded" and "wounded were three women"
    elif relation in (NounRelation.WIDER, NounRelation.NARROWER):
        part, whole = (b, a) if relation is NounRelation.WIDER else (a, b)
    else:
        return None
    fits = middle(part.interval) < middle(whole.interval)
    return part.of if fits and part.of is not None and canonical(part.of) in _PARTS else None


def tied(left: Claim, right: Claim) -> bool:
    """Whether more than the wording says that one thing is counted."""
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    if left.role is not None or right.role is not None:
        return left.role == right.role
    same_subject = left.subject is not None and left.subject == right.subject
    if not same_act(left.predicate, right.predicate):
        return False
    if not same_subject and not set(left.entities) & set(right.entities):
        return False
    measures = a.unit != "count" and a.of is None and b.of is None
    return measures or relate(left.of, right.of) is NounRelation.SAME


def trivial(left: Claim, right: Claim, clause: float) -> bool:
    """Whether the figures are too common to mean anything; ``clause`` is the cosine of the two clauses."""
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    if left.role is not None and left.role == right.role:
        return False
    same_thing = same_act(left.predicate, right.predicate) and relate(left.of, right.of) is NounRelation.SAME
    if same_thing and clause >= _SAME_DEED:
        return False
    small = all(q.unit == "count" and q.high is not None and q.high <= _SMALL for q in (a, b))
    return small or (a.of is None and b.of is None and a.unit == "count" and clause < _SAME_WORDS)


def is_running(left: Claim, right: Claim) -> bool:
    """Whether the figure moves while its event goes on: a toll, the area that a fire has burned."""
    if left.role in RUNNING or right.role in RUNNING:
        return True
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    if dimension(a.unit) == dimension("hectare"):
        return same_act(left.predicate, "burn") and same_act(right.predicate, "burn")
    if relate(left.of, right.of) is NounRelation.DIFFERENT:
        return False
    counted = left.of in _RUNNING_NOUNS and right.of is not None
    return counted or bool({left.predicate, right.predicate} & _RUNNING_ACTS)


def other_subject(left: Claim, right: Claim, clause: float) -> bool:
    """Whether two counts without a role belong to two subjects: "Brandt won 4,100 votes", "Voss won 3,900".

    ``clause`` is the cosine of the two clauses; near paraphrases may name one subject in two ways.
    """
    a, b = left.subject, right.subject
    if a is None or b is None or left.role is not None or same_name(a, b) or same_act(a, b):
        return False
    if other_actor(left, right):
        return True
    if a in right.entities or b in left.entities or relate(a, b) is not NounRelation.DIFFERENT:
        return False
    return clause < _SAME_DEED


def as_of_differs(left: Claim, right: Claim) -> bool:
    """Whether just one of the two says as of when its figure stood ("by Monday evening")."""
    return ("as-of" in left.trace) is not ("as-of" in right.trace)


def topic(left: Claim, right: Claim) -> str:
    """What is counted, for the reason: "the people killed", "the dead", "vote"."""
    a, b = left.value, right.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    noun = a.of or b.of
    role = a.role or b.role
    if a.unit == "percent":
        return f"the share of {wording.plural(noun)}" if noun else "the share"
    if noun is None and role is not None:
        return "those " + _PARTICIPLES.get(role, role)
    if noun is None:
        return "the same thing"
    return f"the {wording.plural(noun).removeprefix('the ')}" + (
        f" {_PARTICIPLES.get(role, role)}" if role and noun not in _NAMES_ROLE else ""
    )


_PARTICIPLES = {"attended": "attending"}
_NAMES_ROLE = frozenset({"dead", "death", "fatality", "casualty", "toll"})


def difference_of(a: Quantity, b: Quantity) -> Delta:
    """How far the right figure lies from the left one, in the left one's unit."""
    x, y = middle(a.interval), middle(in_unit_of(b, a).interval)
    return Delta(absolute=round(y - x, 6), relative=round((y - x) / abs(x), 6) if x else None)
