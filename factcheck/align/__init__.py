"""Aligning: claims that may be about one fact meet, and become clusters."""
