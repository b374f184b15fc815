"""Who has it from whom: reports that share their wording, their agency or their publisher confirm nothing to each other."""

from factcheck.origins.facts import with_origins

__all__ = ["with_origins"]
