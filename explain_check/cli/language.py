"""The language in which the command line speaks, known before any command is loaded."""

from __future__ import annotations

import os
from collections.abc import Sequence

LANGUAGES = ("zh", "en")
VARIABLE = "EXPLAIN_CHECK_LANG"


def language_of(args: Sequence[str]) -> str:
    """Return what ``--lang`` or the environment variable EXPLAIN_CHECK_LANG asks for; Chinese otherwise."""
    asked = os.environ.get(VARIABLE, "")
    for word, following in zip(args, [*args[1:], ""], strict=False):
        if word == "--":
            break
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def pick(lang: str, chinese: str, english: str) -> str:
    """Return the text in the language asked for."""
    return english if lang == "en" else chinese
