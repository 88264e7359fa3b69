"""Lines that stand around a table: number, caption, maker, unit, note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from explain_check.model.document import Line
from explain_check.structure.fold import squeezed


class Role(Enum):
    """What a line is to the table below it."""

    NUMBER = 1
    CAPTION = 2
    MAKER = 3
    UNIT = 4
    DATE = 5


_MONEY = r"(?P<unit>百万元|千万元|万元|亿元|千元|百元|元)"
#: 单位:万元 | 金额单位:人民币元 | 编制单位:某局 2024年 单位:元
_UNIT = re.compile(
    rf"(?:金额|货币|计量)?单位[:;]?(?:人民币)?[(]?{_MONEY}[)]?$"
    rf"|^[(]?(?:金额)?单位:(?:人民币)?{_MONEY.replace('unit', 'alone')}"
)
_MAKER = re.compile(
    r"^(?:编制|填报|公开|预算|决算|制表|主管|申报|报送)?(?:部门|单位|机构)(?:\(单位\))?(?:名称)?(?:\([^()]*\))?:"
    r"|^(?:部门|单位)(?:编码|代码)?(?:及|和|、)名称:"
)
#: 表 3 | 公开05表 | 预算公开表1 | 附表1-2 | 附件3 | GK03表
_NUMBER = re.compile(
    r"^(?:(?:部门|单位|财政|预算|决算|财决|批复|信息)*公开|财决|财预|附|[A-Za-z]{1,3})*(?:表|附件)?[-]?"
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:-\d{1,2})*表?[:、]?$"
)
_CAPTION = re.compile(r"^[^。;!?,]{1,70}?(?:表|明细|一览)(?:格|单|\d{1,2}|[一二三四五])?(?:\([^()]{1,30}\)){0,3}(?:\(?续表?\d?\)?)?$|^续表")
_NO_CAPTION = re.compile(
    r"^第[一二三四五六七八九十]+部分|^附件[:：]|(?:下|附|(?<!申)报|代|列|空|图|如|上|此|本|该)表$"
    r"|情况见|如下|无数据|公开表$|^\d{4}年.{0,6}月"
)
_DATE = re.compile(r"^\(?(?:20\d\d年?度?|20\d\d年\d{1,2}月(?:\d{1,2}日)?)\)?$|^(?:填报|编制|填表)?(?:日期|时间):")
_NOTE = re.compile(r"^(?:附?注|备注|说明|附注)\d?[:.]")
#: each alternative begins with a character of its own, to which re can skip
_EMPTY = re.compile(
    r"空表|不涉及|没有.{0,30}(?:支出|收入|预算|数据|拨款|资金|安排)"
    r"|无(?:数据|.{0,24}(?:支出|收入|预算|数据|资金))|未.{0,24}(?:支出|收入|预算|数据|资金)"
)
_CONTINUED = re.compile(r"\(?续表?[\d一二三四五]*\)?")
_LEADING = re.compile(r"^(?:附?表|公开|预算|决算)?[\d一二三四五六七八九十]{1,3}[、.:]?(?=20\d\d年|[^\d年])")


@dataclass(slots=True)
class Furniture:
    """What the lines above a table say of it."""

    caption: str = ""
    unit: str = ""
    maker: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The caption without blanks, numbering and 续表, for comparison."""
        return caption_key(self.caption)


def caption_key(caption: str) -> str:
    """Return a caption without blanks, leading number and 续表: equal for the pages of one table."""
    return _LEADING.sub("", _CONTINUED.sub("", squeezed(caption)), count=1)


def read_role(text: str) -> Role | None:
    """Return what a squeezed line is to a table below it, None for prose."""
    if len(text) > 80 or not text:
        return None
    if "单位" in text and _UNIT.search(text) and not text.endswith("。"):
        return Role.UNIT
    if ("年" in text or ":" in text) and _DATE.match(text):
        return Role.DATE
    if ":" in text and _MAKER.match(text) and len(text) < 60 and "。" not in text:
        return Role.MAKER
    if text[-1:].isalnum() and ("表" in text or "公开" in text or "附" in text) and _NUMBER.match(text):
        return Role.NUMBER
    if ("表" in text or text.endswith(("明细", "一览"))) and _CAPTION.match(text) and not _NO_CAPTION.search(text):
        return Role.CAPTION
    return None


def read_unit(text: str) -> str:
    """Return the unit that a squeezed line states, empty where it states none."""
    match = _UNIT.search(text)
    return (match["unit"] or match["alone"] or "") if match else ""


def is_note(text: str) -> bool:
    """Whether a squeezed line may explain why the table above it is empty."""
    return bool(_NOTE.match(text)) or (len(text) < 120 and bool(_EMPTY.search(text)))


def gather(parts: list[tuple[Role, Line, str]]) -> Furniture:
    """Return what lines with known roles say of one table; ``parts`` hold at most one table's lines."""
    found = Furniture(lines=[line for _, line, _ in parts])
    for role, line, text in parts:
        if role is Role.CAPTION:
            found.caption = " ".join(line.piece.text.split())
        elif role is Role.MAKER:
            found.maker = text
        elif role is Role.UNIT:
            found.unit = read_unit(text) or found.unit
            found.maker = found.maker or (text.partition("单位:")[2] and text if _MAKER.match(text) else "")
    return found


def split_tables(parts: list[tuple[Role, Line, str]]) -> list[list[tuple[Role, Line, str]]]:
    """Split a run of such lines into those of each table: a number or caption after a unit, maker or other caption begins one."""
    tables: list[list[tuple[Role, Line, str]]] = [[]]
    seen: set[Role] = set()
    for part in parts:
        role = part[0]
        begins = (role is Role.CAPTION and seen & {Role.CAPTION}) or (role is Role.NUMBER and seen & {Role.CAPTION, Role.NUMBER})
        if begins and not (role is Role.NUMBER and seen <= {Role.CAPTION}):
            tables.append([])
            seen = set()
        tables[-1].append(part)
        seen.add(role)
    return tables
