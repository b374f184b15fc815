"""Tests of the reports, with one report built by hand (sample)."""
