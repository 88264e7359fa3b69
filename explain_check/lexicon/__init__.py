"""Word lists: load, check and match them."""

from explain_check.lexicon.load import Entry, lexicon_folder, load_entries, phrases, senses

__all__ = ["Entry", "lexicon_folder", "load_entries", "phrases", "senses"]
