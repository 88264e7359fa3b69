"""Lines of prose become sections with headings and whole paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from explain_check.model.document import Line, Piece
from explain_check.model.text import Passage, Section
from explain_check.structure.fold import read_passage, squeezed

#: 2026年部门预算编制说明 alone on its line
_OWN_TITLE = re.compile(r"^(?:20\d\d年度?)(?:部门|单位)?(?:收支)?(?:预算|决算)(?:编制|公开)?(?:情况)?的?说明$")
#: 1、 | 2. | 3、1200元 | 4.2024年, not 1.5
ARABIC_NUMBER = r"\d{1,2}(?:[、.](?!\d)|、(?=\d{3})|\.(?=20\d\d年))"
#: 第二部分 | 一、 | （一） | 1、 | (1): the usual order of headings in official papers.
_LEVELS = (
    (1, re.compile(r"^第[一二三四五六七八九十]+部分")),
    (1, re.compile(r"^附件[:一二三四五\d]?")),
    (2, re.compile(r"^[一二三四五六七八九十]{1,3}、")),
    (2, _OWN_TITLE),
    (3, re.compile(r"^\([一二三四五六七八九十]{1,3}\)")),
    (4, re.compile(rf"^{ARABIC_NUMBER}")),
    (5, re.compile(r"^\(\d{1,2}\)|^[①-⑳]")),
)
_STARTS_ITEM = re.compile(
    rf"^([一二三四五六七八九十]{{1,3}}、|\([一二三四五六七八九十\d]{{1,3}}\)|{ARABIC_NUMBER}|[①-⑳]"
    r"|第[一二三四五六七八九十]+部分|[-•·●■◆]\s*\S)"
)
#: 某市某中心2024年部门预算 | 某区2020年预算执行情况 alone on its line
_TITLE = re.compile(
    r"^.{0,30}20\d\d年度?(?:.{0,16}(?:预算|决算|公开|说明|报告)|[^,。;:]{0,16}(?:[预决]算|收支|经费|执行)[^,。;:]{0,6}情况)$"
)
#: 其他相关情况说明 alone on its line, without a number
_UNNUMBERED = re.compile(r"^(?:其他(?:重要|相关|有关)?(?:事项)?的?(?:情况)?的?说明|(?:专业)?名词解释)$")
#: 单位名称: but not 原因是:, which goes on with the sentence above
_LABEL_LINE = re.compile(r"^(?![^:]{0,8}原因)[^,。;:、\d()]{2,14}:")
#: …增长15.95%。主要: a sentence that the line cannot end with
_UNFINISHED = re.compile(r"。[^。!?;:]+$")
#: 2019 | 年本部门…: a year or an amount that the line cuts
_BEHIND_DIGITS = ("年", "月", "万元", "亿元", "元", "%")
_SENTENCE_ENDS = tuple(mark + quote for mark in "。!?;:" for quote in ("", "”"))
#: a comma, a full stop inside, an item's name (社会保障和就业支出(类)…) or a definition (“三公”经费:是与…) belong to prose, although the
#: line is numbered
_IS_PROSE = re.compile(r"[,。]|\(\d*[类款项]\)|:(?:是|指)")
_STATES_FIGURE = re.compile(r"\d[\d,.]*(万元|元|亿元|%|个百分点)")


@dataclass(slots=True)
class _Paragraph:
    """Lines that make one paragraph, gathered."""

    lines: list[Line] = field(default_factory=list)

    def passage(self, section: str) -> Passage:
        first, *others = self.lines
        turns = list(first.turns)
        for line in others:
            if line.page is not None and line.page != first.page:
                turns.append((line.piece.offsets[0], line.page))
            turns.extend(line.turns)
        return read_passage(self._joined() if others else first.piece, section, first.page, tuple(turns))

    def _joined(self) -> Piece:
        """Return all lines with a line end between two of them."""
        offsets: list[int] = []
        for line in self.lines:
            offsets.extend(line.piece.offsets[:1] if offsets else ())
            offsets.extend(line.piece.offsets)
        return Piece("\n".join(line.piece.text for line in self.lines), offsets)


def build_sections(lines: Iterable[Line]) -> tuple[Section, ...]:
    """Return the sections of a disclosure's prose: headings found by mark-up or numbering, paragraphs joined over page breaks."""
    sections: list[Section] = []
    heading, level = "", 0
    path: dict[int, str] = {}
    passages: list[Passage] = []
    for kind, content in _parts(lines):
        if isinstance(content, _Paragraph):
            passages.append(content.passage(heading))
            continue
        sections.append(Section(heading=heading, level=level, passages=tuple(passages), path=tuple(path.values())))
        heading, level, passages = content, kind, []
        path = {k: v for k, v in path.items() if k < level}
        path[level] = heading
    sections.append(Section(heading=heading, level=level, passages=tuple(passages), path=tuple(path.values())))
    return tuple(section for section in sections if section.heading or section.passages)


def _parts(lines: Iterable[Line]) -> Iterator[tuple[int, str | _Paragraph]]:
    """Yield headings with their level, and paragraphs."""
    open_paragraph: _Paragraph | None = None
    last = ""
    for line in lines:
        text = squeezed(line.piece.text)
        if not text:
            continue
        level = heading_level(line, text)
        if level:
            if open_paragraph:
                yield 0, open_paragraph
            open_paragraph, last = None, ""
            yield level, " ".join(line.piece.text.split())
            continue
        if open_paragraph is None or not _continues(last, text):
            if open_paragraph:
                yield 0, open_paragraph
            open_paragraph = _Paragraph()
        open_paragraph.lines.append(line)
        last = text
    if open_paragraph:
        yield 0, open_paragraph


def heading_level(line: Line, text: str) -> int:
    """Return the level of a heading, 0 for a line of prose; ``text`` is the line squeezed.

    （一）因公出国（境）费0万元，… is prose although it is numbered: it states a figure or ends a sentence. The numbering of a
    heading by mark-up tells its level better than the mark-up does.
    """
    if line.level and not _STATES_FIGURE.search(text):
        return _numbered_level(text) or line.level
    if len(text) > 60 or text.endswith(_SENTENCE_ENDS) or _STATES_FIGURE.search(text) or _IS_PROSE.search(text):
        return 0
    return _numbered_level(text)


def _numbered_level(text: str) -> int:
    """Return the level that a line's number tells, 0 where it has none."""
    return next((level for level, pattern in _LEVELS if pattern.match(text)), 0)


def _continues(last: str, text: str) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if last.endswith(_SENTENCE_ENDS) or _STARTS_ITEM.match(text) or _TITLE.search(last) or _UNNUMBERED.match(text):
        return False
    if _UNFINISHED.search(last) or (last[-1:].isdigit() and text.startswith(_BEHIND_DIGITS)):
        return True
    return not _LABEL_LINE.match(text) and (len(last) >= 10 or last[-1:] in ",、")
