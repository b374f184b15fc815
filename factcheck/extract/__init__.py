"""Extracting: sentences become claims with typed values (our own grammar)."""
