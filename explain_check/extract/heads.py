"""The lists that a section opens: the whole of what 其中 and 具体情况如下 announce, and where they end."""

from __future__ import annotations

import re

from explain_check.extract.clauses import Clause
from explain_check.extract.context import SectionContext
from explain_check.extract.drafts import Level, Reading
from explain_check.extract.levels import last_level
from explain_check.extract.subjects import clean_subject

#: 具体情况如下: details what was said in the sentences before, whole and parts
_DETAILS = re.compile(r"具体(?:情况|安排|支出情况|预算情况|支出)?如下")
_HEAD = re.compile(r"其中|用于(?:以下|下列|如下)|包括$|主要包括$|分别[为是]$|支出包括$")
_BESIDE = 12
#: 2.按支出用途，包括 | 按经济分类划分，其中 | 收入包括：…；支出包括
_SORTED, _NEAR = re.compile(r"(?<=;)(?:收入|支出)(?:主要)?包括:?$|按[^,。;:¶\d]{2,16},?(?:划?分)?(?:为|主要|其中)?:?(?:包括|其中)?$"), 30
#: …，其中：¶ | …原因是人员增加。其中：¶ | 300万元。¶: its parts are paragraphs of their own
_OF_PARAGRAPHS = re.compile(r"[^¶]{0,23}¶|[^。¶]*:¶|[^¶]{0,200}[,。;]其中:¶")

#: How paragraphs are numbered: 1. | (1) | (一) | 一、 | ①
_NUMBERED = re.compile(
    r"(?P<plain>\d{1,2}[.、](?!\d))|(?P<round>\(\d{1,2}\))|(?P<chinese>[一二三四五六七八九十]{1,3}、)|(?P<bracket>\([一二三四五六七八九十]{1,3}\))"
    r"|(?P<circle>[①-⑳])"
)
_FIRST = re.compile(r"\(?[1一①](?![\d一二三四五六七八九十])")


def note_heads(reading: Reading, context: SectionContext, clause: Clause) -> None:
    """Open the lists that a clause announces before its figures."""
    if _DETAILS.search(clause.text):
        _open_details(reading, context, clause)
    elif (_announces(clause) and not clause.text.endswith("其中")) or clause.text.startswith("其中"):
        open_head(reading, context, again=_SORTED.search(context.passage.text, max(0, clause.end - _NEAR), clause.end) is not None)
    elif clause.text.endswith("中") and not clause.mentions:
        _open_named(reading, context, clause)
    elif clause.mentions and clause.text.startswith("包括") and clean_subject(clause.before(0), reading.entity):
        known = len(context.heads)
        open_head(reading, context)  # 包括公务用车购置费2万元和运行费3万元
        context.brief = context.heads[known:]


def _open_named(reading: Reading, context: SectionContext, clause: Clause) -> None:
    """Open the list of what was said before and is named again in the same words: 财政拨款支出预算中，一般公共预算拨款支出预算49376万元."""
    near = (level for level in reversed(reading.levels[-_BESIDE:]) if level.section is context.passage)
    whole = next((level for level in near if level.subject == clause.text[:-1] and level.is_own), None)
    if whole is not None and whole not in context.heads:
        context.heads.append(whole)
        context.named = whole, reading.sentence


def _announces(clause: Clause) -> bool:
    """Whether a clause announces a list, and not in a bracket behind its own figure: 事业收入518万元(其中:学费317万元."""
    found = _HEAD.search(clause.text)
    if found is None:
        return False
    is_behind = bool(clause.mentions) and clause.mentions[0].end <= clause.start + found.start()
    return not (is_behind and clause.text[: found.start()].endswith("("))


def _open_details(reading: Reading, context: SectionContext, clause: Clause) -> None:
    """Take as the whole of the details that follow what the sentence before is about: its whole, or its one amount."""
    level = last_level(reading, reading.sentence - 1)
    if level is None or level.section is not context.passage:
        return
    begins = context.passage.text.rfind("。", 0, level.start) + 1
    beside = [other for other in reading.levels[-_BESIDE:] if other.section is level.section and begins <= other.start < clause.start]
    whole = level.part_of if level.part_of is not None else level if len(beside) == 1 else None
    if whole is not None and whole not in context.heads:
        context.heads.append(whole)


def open_head(reading: Reading, context: SectionContext, *, again: bool = False) -> None:
    """Take the last amount as the whole of the list that follows, that of this sentence first: it may be last year's.

    A list of the same whole ``again``, by another sorting, has the whole of the list before.
    """
    level = last_level(reading, reading.sentence) or last_level(reading, reading.sentence - 1)
    if again and level is not None and level.part_of is not None:
        level = level.part_of
    if level is not None and level.section is context.passage and level not in context.heads:
        if level.part_of is not None and level.sentence < reading.sentence and level.part_of not in context.heads:
            context.heads.append(level.part_of)  # 预算合计11740万元，包括本年收入11428万元，上年结转312万元。其中：一般公共预算9862万元
        context.heads.append(level)


def close_heads(context: SectionContext, clause: Clause) -> None:
    """End the lists that a full stop ends: those opened inside the sentence, not those of whole paragraphs; 包括 lists end sooner."""
    if context.brief:
        context.heads, context.brief = [head for head in context.heads if head not in context.brief], []
    if clause.separator.startswith("。") or clause.separator.endswith("¶"):
        text = context.passage.text
        context.heads = [head for head in context.heads if _OF_PARAGRAPHS.match(text, head.end)]
        if clause.separator.endswith("¶"):
            follows = clause.end + len(clause.separator)
            context.heads = [head for head in context.heads if not _is_next(text, head, follows)]


def _is_next(text: str, head: Level, start: int) -> bool:
    """Whether the paragraph at ``start`` is numbered as that of a head is: 2.卫生健康支出 ends what 1.教育支出…具体包括 opens.

    Not where the list of the head is numbered so itself.
    """
    own, following = _NUMBERED.match(text, text.rfind("¶", 0, head.start) + 1), _NUMBERED.match(text, start)
    if own is None or following is None or own.lastgroup != following.lastgroup:
        return False
    listed = _NUMBERED.match(text, text.find("¶", head.end) + 1)
    return listed is None or listed.lastgroup != own.lastgroup or not _FIRST.match(listed.group())
