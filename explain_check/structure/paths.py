"""Row labels with what they stand under: 类/款/项 codes, numbering, 其中."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from explain_check.structure.cells import TOTAL

_LEVELS = (
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))"),
    re.compile(r"[(（]\d{1,2}[)）]"),
    re.compile(r"[①-⑳]"),
)
_AMONG = re.compile(r"其中[:：]")
_BALANCE = re.compile(r"(?:年终|年末|年初|上年).{0,8}结[转余]|结转下年|(?:使?用).{2,14}(?:弥补|结余)")
_COUNT = re.compile(r"[(（](?:辆|个|批|批次|人|人次|台|次)[)）]$")
_STEM = re.compile(r"[\u4e00-\u9fff]+")
_RESTART = re.compile(r"结转|结余|(?:公务接待|因公出国|会议费|培训费)")
_AMONG_LEVEL = 10


class CodeTree:
    """Labels seen so far by their code; a body's name opens a new tree where the table holds several bodies."""

    def __init__(self, names_bodies: bool, before: Mapping[str, str]) -> None:
        """``names_bodies`` tells whether rows without code that are no totals name bodies.

        ``before`` holds the labels by code of the blocks further left, which a list over several blocks goes on from.
        """
        self._labels: dict[str, str] = {}
        self._before = before
        self._names_bodies = names_bodies
        self._body: tuple[str, ...] = ()

    def path(self, code: str, labels: tuple[str, ...]) -> tuple[str, ...]:
        """Return the path of a row and remember it."""
        if not code:
            if labels and self._names_bodies and not TOTAL.match(labels[-1]):
                self._labels.clear()
                self._body = labels
            return labels
        known = [self._labels.get(code[:size]) or self._before.get(code[:size]) for size in (3, 5) if size < len(code)]
        outer = tuple(label for label in known if label)
        if labels:
            self._labels[code] = labels[0]
        return (*self._body, *outer, *labels)


class IndentTree:
    """Labels that stand open, each with its level, in a column without codes."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[tuple[int, str]] = []
        self._whole: Decimal | None = None
        self._parts = Decimal(0)
        self._among = 0

    def path(self, label: str, figure: str) -> tuple[str, ...]:
        """Return the path of a label; ``figure`` is the row's first figure as printed, by which 其中 is seen to end."""
        value = _decimal(figure)
        if TOTAL.match(label) and not _AMONG.match(label) and not label.endswith("小计"):
            self._open.clear()
            return (label,)
        if _BALANCE.match(label) or _COUNT.search(label):
            self._open.clear()
        level = self._level(label, value)
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        path = (*(text for _, text in self._open), label)
        self._open.append((level, label))
        if level >= _AMONG_LEVEL:
            self._parts += value or Decimal(0)
        else:
            self._whole, self._parts = value, Decimal(0)
        return path

    def _level(self, label: str, value: Decimal | None) -> int:
        if among := _AMONG.match(label):
            self._among = next((level for level, pattern in enumerate(_LEVELS, 1) if pattern.match(label, among.end())), 0)
            return _AMONG_LEVEL
        for level, pattern in enumerate(_LEVELS, 1):
            if pattern.match(label):
                if 0 < self._among <= level and self._open and self._open[-1][0] >= _AMONG_LEVEL:
                    return _AMONG_LEVEL + level - self._among  # 其中：（一）因公出国费, （二）公务用车费, 1.购置费
                inside = bool(self._open) and self._open[-1][0] == _AMONG_LEVEL and _AMONG.match(self._open[-1][1]) is not None
                return level + (_AMONG_LEVEL if inside and self._goes_on(label, value) and not self._seen(level) else 0)
        if not self._open:
            return 0
        if self._open[-1][0] >= _AMONG_LEVEL:
            return _AMONG_LEVEL if self._goes_on(label, value) else self._plain_level()
        return self._plain_level()

    def _seen(self, level: int) -> bool:
        return any(opened == level for opened, _ in self._open)

    def _plain_level(self) -> int:
        """Return the level of an unnumbered label: under the last numbered one, or beside the labels without numbers."""
        numbered = [level for level, _ in self._open if 0 < level < _AMONG_LEVEL]
        return max(numbered) + 1 if numbered and max(numbered) < 6 else (6 if numbered else 0)

    def _goes_on(self, label: str, value: Decimal | None) -> bool:
        """Whether a label still belongs to the 其中 above: its parts do not yet make the whole, or it shares their stem."""
        before = [text for _, text in self._open[-2:]]
        stem = (_STEM.findall(label) or [""])[0][:3]
        if len(stem) == 3 and any(stem in text for text in before):
            return True
        if _RESTART.match(label) or self._whole is None:
            return self._whole is None and not _RESTART.match(label)
        return self._parts + (value or 0) <= self._whole and not (self._parts == self._whole and value)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").replace("，", "")) if text else None
    except InvalidOperation:
        return None
