"""Blanks of a template that were never filled: XX万元, ××局, ****."""

from __future__ import annotations

#: It begins with its first character, so that re can skip to one.
BLANK = r"[Xx×＊*_](?<![A-Za-z×*＊].)(?:(?<=[Xx])[Xx]+|(?<=[×＊])[×＊]+|(?<=\*)\*{2,}|(?<=_)_{2,})"
