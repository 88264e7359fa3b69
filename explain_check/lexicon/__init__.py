"""Word lists: load, check and match them."""

from explain_check.lexicon.load import Entry, lexicon_folder, load_entries, phrases, senses
from explain_check.lexicon.misspellings import find_misspelling

__all__ = ["Entry", "find_misspelling", "lexicon_folder", "load_entries", "phrases", "senses"]
