"""Corpus-wide tables and pictures out of a store."""
