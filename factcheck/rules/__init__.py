"""Judging: one rule a file, each with the examples that are its specification."""
