"""Reporting: one renderer a format."""
