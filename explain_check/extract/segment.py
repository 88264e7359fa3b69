"""Words of a text: spaCy's blank Chinese pipeline over jieba, with the account names as user words."""

from __future__ import annotations

import tempfile
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from explain_check.lexicon import load_entries


@lru_cache(maxsize=1)
def _pipeline() -> Any:  # noqa: ANN401 - spaCy's Language carries no types here
    """Return the tokenizer, made once; jieba's dictionary is cached in a folder of this user's own."""
    with warnings.catch_warnings():
        # jieba tries an old way to its dictionary first and is warned of it; users can do nothing about that.
        warnings.simplefilter("ignore")
        import jieba
        import spacy

    jieba.setLogLevel(60)
    folder = Path(tempfile.gettempdir()) / f"explain-check-{Path.home().name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    jieba.dt.tmp_dir = str(folder)
    for entry in load_entries("accounts"):
        if entry.phrase.isalnum():
            jieba.add_word(entry.phrase)
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})


def cut_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, account names whole; numbers are read elsewhere, from the raw text."""
    return tuple(token.text for token in _pipeline().make_doc(text))
