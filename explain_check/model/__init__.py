"""Nouns of the field: figures, texts, tables, claims, verdicts and findings; standard library only."""
