"""Blanks of a template that were never filled: XX万元, ××局, ****."""

from __future__ import annotations

BLANK = r"(?<![A-Za-z×*＊])(?:[Xx]{2,}|[×＊]{2,}|\*{3,}|_{3,})"
