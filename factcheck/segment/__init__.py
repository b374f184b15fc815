"""Segmenting: an article becomes sentences with offsets into its text."""
