"""Judging: one rule a file, each with the examples that are its specification."""

from factcheck.rules._rule import Context, Example, Rule, Side, all_rules

__all__ = ["Context", "Example", "Rule", "Side", "all_rules"]
