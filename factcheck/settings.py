"""Everything a run can be told, in one frozen record. Each threshold says how it was calibrated."""

import datetime as dt
from dataclasses import dataclass

from factcheck.model import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run was told.

    ``published`` dates articles that have no date of their own; ``embedder`` is a sentence-transformers name or path,
    None for the packaged MiniLM; ``within`` also compares the claims of one article with each other.
    """

    published: Interval[dt.date] | None = None
    embedder: str | None = None
    within: bool = True
