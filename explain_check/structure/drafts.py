"""Rows and the lines around them become drafts of tables; pages of one table are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from explain_check.model.document import Line, Piece, Row, Source
from explain_check.structure.cells import TOTAL, clean, count_header, is_figure, is_number_row, split_labels
from explain_check.structure.fold import squeezed
from explain_check.structure.forms import starts_form
from explain_check.structure.furniture import Furniture, Role, gather, is_note, read_role, split_tables
from explain_check.templates.kinds import table_kind

_LONGEST_NOTE, _DIGITS = 400, re.compile(r"[\d\s]+")


@dataclass(slots=True)
class Draft:
    """A table before it is read: its rows by page; ``grid`` holds their cleaned texts, ``pages`` where each stands."""

    furniture: Furniture
    kind: str
    pieces: list[tuple[Piece, ...]] = field(default_factory=list)
    grid: list[list[str]] = field(default_factory=list)
    pages: list[int | None] = field(default_factory=list)
    header: list[list[str]] = field(default_factory=list)
    first_rows: list[str] = field(default_factory=list)
    taken: int = 0
    numbered: int = 0
    note: Line | None = None
    is_exact: bool = False

    def append(self, rows: Sequence[tuple[Row, list[str]]]) -> None:
        """Add rows with their cleaned texts."""
        self.pieces += [row.cells for row, _ in rows]
        self.grid += [_once(row, texts) for row, texts in rows]
        self.pages += [row.page for row, _ in rows]


class DraftMaker:
    """Goes through the blocks of a source once; ``drafts`` and ``prose`` hold what was found, in order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.drafts: list[Draft] = []
        self.prose: list[Line] = []
        self._waiting: list[tuple[Role, Line, str]] = []
        self._rows: list[Row] = []
        self._after_rows = False
        self._texts_since_table = 0

    def take(self, source: Source) -> None:
        """Sort all blocks."""
        for block in source.blocks:
            if isinstance(block, Row):
                if self._rows and block.gap:
                    self._close_rows()
                self._rows.append(block)
            else:
                self._take_line(block)
        self._close_rows()
        self._flush()

    def _take_line(self, line: Line) -> None:
        self._close_rows()
        text = squeezed(line.piece.text) if len(line.piece.text) < 160 else ""
        role = read_role(text)
        if role is not None:
            self._waiting.append((role, line, text))
            return
        note = is_note(text or squeezed(line.piece.text[:40])) and len(line.piece.text) < _LONGEST_NOTE
        self._flush(line if note else None)
        if note and self._after_rows and self.drafts:
            self.drafts[-1].note = line
        self._after_rows = False
        self._texts_since_table += 1
        self.prose.append(line)

    def _flush(self, note: Line | None = None) -> None:
        """Give the waiting lines back to the prose, but for those of a table without rows."""
        if not self._waiting:
            return
        for parts in split_tables(self._waiting):
            roles = {role for role, _, _ in parts}
            furniture = gather(parts)
            if Role.CAPTION in roles and roles & {Role.UNIT, Role.MAKER}:
                if not (self.drafts and self.drafts[-1].furniture.key == furniture.key):
                    self.drafts.append(Draft(furniture=furniture, kind=table_kind(furniture.caption)))
                self._after_rows = True
            else:
                self._give_back(parts)
        self._waiting = []

    def _give_back(self, parts: list[tuple[Role, Line, str]]) -> None:
        while parts and parts[-1][0] is Role.NUMBER:
            parts.pop()
        self.prose.extend(line for _, line, _ in parts)
        if parts:
            self._after_rows = False
            self._texts_since_table += 1

    def _close_rows(self) -> None:
        """Make a draft of the gathered rows, or add them to the one before."""
        if not self._rows:
            return
        rows, self._rows = self._rows, []
        *earlier, parts = split_tables(self._waiting)
        self._waiting = [part for group in earlier for part in group]
        self._flush()
        furniture = gather(parts)
        rows = self._take_inner_furniture(rows, furniture)
        if not rows:
            self._waiting = parts
            return
        self._add(rows, furniture)
        self._after_rows = True
        self._texts_since_table = 0

    def _take_inner_furniture(self, rows: list[Row], furniture: Furniture) -> list[Row]:
        """Return the rows without leading ones that hold only a caption, unit or maker."""
        for index, row in enumerate(rows[:4]):
            filled = [piece for at, piece in enumerate(row.cells) if piece.text and (not at or piece is not row.cells[at - 1])]
            texts = [squeezed(piece.text) for piece in filled]
            roles = [read_role(text) for text in texts]
            if not all(roles) or len(filled) > 3 or len(row.cells) < 2:
                return rows[index:]
            lines = [Line(piece=piece, level=0, gap=0, page=row.page) for piece in filled]
            inner = gather([(role, line, text) for role, line, text in zip(roles, lines, texts, strict=True) if role])
            furniture.caption = inner.caption or furniture.caption
            furniture.unit = inner.unit or furniture.unit
            furniture.maker = inner.maker or furniture.maker
        return rows[4:]

    def _add(self, rows: list[Row], furniture: Furniture) -> None:
        body = [(row, _clean_row(row)) for row in rows]
        grid = [texts for _, texts in body[:10]]
        last = self.drafts[-1] if self.drafts else None
        header, taken, numbered = count_header(grid, strict=True)
        if last is not None and self._goes_on(last, furniture, grid, header):
            if not last.grid and not last.header:
                last.header, last.taken, last.numbered = header, taken, numbered
            before = len(last.grid)
            last.append(body[_count_repeated(last, grid) :])
            if 0 < before < len(last.grid):
                _join_cut_row(last, before)
            return
        if not furniture.caption:
            furniture.caption = self._heading_above()
        if not header:
            header, taken, numbered = count_header(grid)
        draft = Draft(furniture=furniture, kind=table_kind(furniture.caption), header=header, taken=taken, numbered=numbered)
        draft.is_exact = all(row.is_exact for row in rows)
        draft.first_rows = [_row_key(row) for row in grid[: max(taken, 1)]]
        is_form = self._is_form(draft, grid)
        body = body if draft.kind == "performance" else _without_repeated(body, taken)
        draft.append(body[0 if is_form else taken :])
        if header and draft.header and draft.grid and (parted := split_labels(draft.grid[0])):
            draft.header, draft.grid[0] = [*draft.header, parted[0]], parted[1]
        self.drafts.append(draft)

    def _is_form(self, draft: Draft, grid: list[list[str]]) -> bool:
        """Whether the rows are a form; its kind and header are set then."""
        if not starts_form(grid[0]) or draft.kind not in ("", "other", "performance") or draft.numbered:
            return False
        if draft.kind != "performance" and sum(bool(text) for text in grid[0]) > 2:
            return False
        draft.kind, draft.header, draft.taken = "performance", [], 0
        return True

    def _goes_on(self, last: Draft, furniture: Furniture, grid: list[list[str]], header: list[list[str]]) -> bool:
        """Whether rows are the next page of the table before."""
        if starts_form(grid[0]) and last.kind == "performance":
            return False
        if furniture.maker and last.furniture.maker and furniture.maker != last.furniture.maker:
            return False
        repeats = last.first_rows[:1] == [_row_key(grid[0])]
        if furniture.caption:
            return furniture.key in (last.furniture.key, "") and (repeats or not header or last.kind == "performance")
        if self._texts_since_table and not (repeats and self._texts_since_table < 2):
            return False
        return repeats or not header or (last.kind == "performance" and not furniture.unit)

    def _heading_above(self) -> str:
        """Return the heading right above the rows where no caption stands there."""
        if self._texts_since_table and self.prose:
            line = self.prose[-1]
            text = squeezed(line.piece.text)
            if len(text) <= 40 and (line.level or text.endswith(("目录", "清单", "表", "一览", "情况"))) and not text.endswith("。"):
                return " ".join(line.piece.text.split())
        return ""


def _without_repeated(rows: list[tuple[Row, list[str]]], taken: int) -> list[tuple[Row, list[str]]]:
    """Return rows without the header that stands again between them, as where pages were joined; after a total another table begins."""
    texts = [[piece.text for piece in row.cells] for row, _ in rows]
    head = texts[:taken]
    if not taken or sum(bool(text) for text in head[0]) < 2 or head.count(head[0]) > 1:
        return rows
    same = (at for at in range(taken + 1, len(rows)) if texts[at : at + taken] == head)
    starts = [at for at in same if not TOTAL.match(clean("".join(texts[at - 1][:1])))]
    again = {row for at in starts for row in range(at, at + taken)}
    return [row for at, row in enumerate(rows) if at not in again]


def _clean_row(row: Row) -> list[str]:
    texts = [piece.text for piece in row.cells]
    return [clean(text) for text in texts] if " " in "".join(texts) else texts


def _once(row: Row, texts: list[str]) -> list[str]:
    """Return the texts of a row of the body with a cell over several columns (合计 over code and name) in its first one only."""
    if not row.is_exact:
        return texts
    return [text if not at or row.cells[at] is not row.cells[at - 1] else "" for at, text in enumerate(texts)]


def _row_key(row: list[str]) -> str:
    """Return the words of a row, for comparison with the header of the page before."""
    return _DIGITS.sub("", "".join(row))


def _count_repeated(last: Draft, grid: list[list[str]]) -> int:
    """Return how many rows at the head of a page repeat the header of the table before."""
    if last.first_rows[:1] != [_row_key(grid[0])]:
        return 0
    count = 0
    while count < len(grid) and (_row_key(grid[count]) in last.first_rows or is_number_row(grid[count])):
        count += 1
    return count


def _join_cut_row(draft: Draft, at: int) -> None:
    """Join the overflow of a label at the head of a page (…分局 | 中心) with the last row of the page before."""
    row, before = draft.grid[at], draft.grid[at - 1] if at else []
    filled = [column for column, text in enumerate(row) if text]
    if len(filled) != 1 or len(draft.grid) <= at + 1 or is_figure(row[filled[0]]) or TOTAL.match(row[filled[0]]):
        return
    column = filled[0]
    if column >= len(before) or len(row[column]) > 12 or not any(is_figure(text) for text in before):
        return
    if not before[column] or is_figure(before[column]) or any(text and not is_figure(text) for text in before[column + 2 :]):
        return
    if row[column][0] in "一二三四五六七八九十（(①" or row[column].startswith("其中"):
        return
    before[column] += row[column]
    del draft.grid[at]
    del draft.pieces[at]
    del draft.pages[at]
