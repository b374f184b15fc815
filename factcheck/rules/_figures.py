"""What two figures are of: whose age, a part of all, a running toll, and whether more than wording ties them together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factcheck import wording
from factcheck.align.nouns import NounRelation, canonical, relate
from factcheck.align.predicates import same_act
from factcheck.align.values import fit, gap, in_unit_of, middle
from factcheck.extract.claims import as_of
from factcheck.extract.entities import same_name
from factcheck.extract.quantities.units import dimension
from factcheck.model import Claim, Delta, Interval, Quantity
from factcheck.rules._rule import Context
from factcheck.terms import Hedge, Tense

# Measures that move while an event goes on.
RUNNING = frozenset({"killed", "injured", "missing", "arrested", "displaced", "rescued", "hospitalised", "infected"})
# What is still being counted, found, repaired or collected in the days after an event.
_RUNNING_NOUNS = frozenset({
    "case", "infection", "patient", "contact", "test", "dose", "body", "survivor", "victim", "evacuee", "home", "house",
    "building", "household", "customer", "precinct", "district", "signature", "complaint", "claim", "donation", "breach",
    "violation", "incident", "rescuer", "firefighter", "volunteer", "searcher", "officer", "soldier", "vote", "ballot",
    "flight", "passenger", "traveller", "hectare", "acre", "school", "road", "bridge", "village", "family", "aftershock",
    "detainee", "suspect", "prisoner", "hostage", "object", "item", "barrel", "tonne", "animal", "bird", "call", "tent",
    "damage", "carrier", "attendee", "ticket", "striker", "document", "agreement",
})  # fmt: skip
# What these verbs count goes on being counted: votes, infections, recovered bodies, restored lines.
_RUNNING_ACTS = frozenset({
    "confirm", "count", "record", "register", "recover", "report", "restore", "vaccinate", "test", "treat", "collect",
    "raise", "evacuate", "rescue", "hospitalise", "infect", "quarantine", "damage", "destroy", "burn", "identify",
    "stand", "rise", "climb", "grow", "reach", "increase", "fall", "drop", "go", "cost", "lose", "affect", "hit", "cancel",
    "deploy", "search", "lead", "poll", "have", "be", "remain", "contain", "clear", "reopen", "release", "hold",
})  # fmt: skip

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
                    "sister", "brother", "son", "daughter", "mother", "father", "parent", "grandchild",
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
    counted = left.of in _RUNNING_NOUNS or right.of in _RUNNING_NOUNS
    return (
        (counted and bool({left.predicate, right.predicate} & _RUNNING_ACTS))
        or still_running(left)
        or still_running(right)
    )


_STILL = re.compile(
    r"\b(?:so far|to date|by now|up to now|now|still|already|as of|at least|remain(?:s|ed)?|latest|provisional|preliminary|"
    r"ha(?:s|ve) been|ha(?:s|ve) (?:now )?(?:died|risen|climbed|grown|fallen|lost|cost|killed|injured))\b",
    re.IGNORECASE,
)


def still_running(claim: Claim) -> bool:
    """Whether the clause itself says that its figure is one of a moment."""
    return claim.tense is not Tense.FUTURE and _STILL.search(claim.text[:400]) is not None


def as_of_differs(left: Claim, right: Claim) -> bool:
    """Whether one of the two says as of when its figure stood ("by Monday evening"), and the other does not or names another time."""
    return as_of(left) != as_of(right)


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


def adds_up(claim: Claim, beside: Iterable[Claim], other: Quantity) -> bool:
    """Whether the figure and another beside it make up the other: "187 passengers and 44 crew" are 231 people."""
    one = claim.value
    assert isinstance(one, Quantity)
    for more in beside:
        value = more.value
        if isinstance(value, Quantity) and value.unit == one.unit and value.span != one.span and value.role == one.role:
            both = Interval(low=_plus(one.low, value.low), high=_plus(one.high, value.high))
            if fit(replace(one, interval=both), other):
                return True
    return False


def converted(left: Iterable[Claim], right: Iterable[Claim], a: Quantity, b: Quantity) -> bool:
    """Whether the two sums are one sum of another currency at two rates: "$4.37m (3m euros)" and "$4.3m (3m euros)"."""
    if gap(a.interval, in_unit_of(b, a).interval) > _RATES:
        return False
    others = [
        [c.value for c in claims if isinstance(c.value, Quantity) and c.value.unit.isupper() and c.value.unit != a.unit]
        for claims in (left, right)
    ]
    return any(x.unit == y.unit and fit(x, y) for x in others[0] for y in others[1])


_RATES = 0.1  # relative difference of two conversions on days close together


def near_order(a: Quantity, b: Quantity) -> bool:
    """Whether a vague order and a figure just beyond it may be meant as one: "thousands feared dead" and "more than 100,000"."""
    x, y = a.interval, in_unit_of(b, a).interval
    if Hedge.ORDER not in (a.hedge, b.hedge):
        return False
    lower, upper = (x, y) if middle(x) < middle(y) else (y, x)
    return lower.high is None or upper.low is None or upper.low < lower.high * _BEYOND


_BEYOND = 2  # times


def other_quake(context: Context) -> bool:
    """Whether the sentences give two magnitudes that are no revision of each other: a quake and its aftershock."""
    ours, theirs = (
        [middle(c.value.interval) for c in side.claims if isinstance(c.value, Quantity) and c.value.unit == "magnitude"]
        for side in (context.left, context.right)
    )
    return bool(ours and theirs) and all(abs(x - y) > _REVISED for x in ours for y in theirs)


_REVISED = 0.5  # magnitudes are revised by some tenths in the first days


def _plus(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b


_ONE_BOUND = (
    1.2  # times: "more than 40" and "at least 45" may be one count; the same as of a toll that has grown (_updates.py)
)


def bounds_apart(a: Quantity, b: Quantity) -> bool:
    """Whether both are bounds on one side, too far apart to be meant as one: "over 2 million" and "more than 3 million"."""
    one, other = a.interval, in_unit_of(b, a).interval
    if not ((one.high is None and other.high is None) or (one.low is None and other.low is None)):
        return False
    x, y = sorted((abs(middle(one)), abs(middle(other))))
    return x * _ONE_BOUND < y


def difference_of(a: Quantity, b: Quantity) -> Delta:
    """How far the right figure lies from the left one, in the left one's unit."""
    x, y = middle(a.interval), middle(in_unit_of(b, a).interval)
    return Delta(absolute=round(y - x, 6), relative=round((y - x) / abs(x), 6) if x else None)
