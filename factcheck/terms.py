"""The fixed vocabularies: every word that a record, a report or the JSON may use for a role, a hedge or a verdict."""

from enum import StrEnum

LEFT_OUT = "related pairs of articles left out"  # the row of a report's settings that counts them


class SegmentRole(StrEnum):
    """What a stretch of an article is for."""

    HEADLINE = "headline"
    BODY = "body"
    QUOTE = "quote"
    LIST = "list"
    BOILERPLATE = "boilerplate"


class Hedge(StrEnum):
    """The wording that turned a figure into an interval."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"
    ORDER = "order"


class Basis(StrEnum):
    """How a publication interval is known."""

    METADATA = "metadata"
    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class TimeBasis(StrEnum):
    """How a time expression got (or did not get) its days."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    SYMBOLIC = "symbolic"


class ClaimKind(StrEnum):
    """The type of a claim's value."""

    QUANTITY = "quantity"
    TIME = "time"
    ENTITY = "entity"
    STATEMENT = "statement"


class EntityKind(StrEnum):
    """What sort of thing a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    OTHER = "other"


class Tense(StrEnum):
    """Where a clause puts its event: it decides the direction of "on Friday"."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Stance(StrEnum):
    """What the source of an attributed claim does with it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    EXPECTS = "expects"
    CORRECTS = "corrects"


class Verdict(StrEnum):
    """What a pair of claims about the same fact amounts to."""

    CONFLICT = "conflict"
    UPDATE = "update"
    DISPUTED = "disputed"
    SCOPE = "scope"
    DATE_CONTEXT = "date-context"
    AGREE = "agree"


class Severity(StrEnum):
    """How much a finding matters to an editor."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"
