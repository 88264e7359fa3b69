"""What a form's 项目属性 says beside what its texts say: 一次性项目 and 此项目为经常性项目."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.form import Field, Form
from explain_check.model.goal import AttributeCase, Lasting

_KINDS = {
    Lasting.ONCE: "一次性",
    Lasting.RECURRING: "经常性|常年性?|长期性?|每年",
    Lasting.CONTINUED: "延续性?|持续性?|连续性|续建|跨年度?",
    Lasting.NEW: "新增|新建|新设|当年新增",
}
_KIND = re.compile("|".join(f"(?P<{kind.value}>{words})" for kind, words in _KINDS.items()))
#: 新增项目□ 延续项目☑
_TICKED = re.compile(r"[☑√✓✔■●]\s*(?P<after>[\u4e00-\u9fff]+)|(?P<before>[\u4e00-\u9fff]+)(?:项目)?[(]?\s*[☑√✓✔■●]")
_UNTICKED = re.compile(r"[□☐○◻]")
_SAID = re.compile(
    r"(?:此|本|该)项目(?:为|属于?|系|是)(?:一[项个])?(?P<kind>"
    + "|".join(words for words in _KINDS.values())
    + r")(?:[的类]?(?:业务|支出|工作|保障|补助)?(?:类?项目|支出)|[,。;])"
)
_TEXTS = (Field.DESCRIPTION, Field.BASIS, Field.NEED, Field.PLAN, Field.GOAL, Field.MEASURE, Field.ALLOCATION)


def attribute_cases(form: Form) -> Iterator[AttributeCase]:
    """Yield a form's attribute with each sentence that says what kind of project it is."""
    attribute = next(form.texts(Field.ATTRIBUTE), None)
    printed = _read_attribute(attribute.passage.text) if attribute else None
    if attribute is None or printed is None:
        return
    for entry in form.texts(*_TEXTS):
        for found in _SAID.finditer(entry.passage.text):
            said = _kind_of(found["kind"])
            if said is not None:
                place = entry.passage.place(found.start(), found.end())
                yield AttributeCase(form=form, place=place, words=form.name, attribute=attribute, printed=printed, said=said)


def _read_attribute(text: str) -> Lasting | None:
    """Return what an attribute says; of several boxes the ticked one counts."""
    ticked = _TICKED.search(text)
    if _UNTICKED.search(text) and ticked is None:
        return None
    words = (ticked["after"] or ticked["before"]) if ticked else text
    kinds = {kind for found in _KIND.finditer(words) if (kind := _kind_of(found.group()))}
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of(words: str) -> Lasting | None:
    found = _KIND.search(words)
    return Lasting(found.lastgroup) if found and found.lastgroup else None
