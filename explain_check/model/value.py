"""Nouns that a document has by the thousand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Noun = TypeVar("Noun")


@dataclass_transform(frozen_default=True)
def value(noun: type[Noun]) -> type[Noun]:
    """Make a dataclass with slots that is compared and hashed by its fields and that nobody changes: mypy holds it.

    ``frozen=True`` holds it at run time, too, but sets every field of a new one by a call: that takes 2.4 times as long, and was an
    eighth of all the time that checking takes. What a document has by the thousand is made by position, in half the time.
    """
    return dataclass(slots=True, unsafe_hash=True)(noun)
