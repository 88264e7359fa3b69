"""Words of a header: those that name what stands in the rows, and those that sum up the columns beside them."""

from __future__ import annotations

import re

#: 科目编码 | 支出功能分类 | 类 款 项 | 单位名称 | 基本支出项目: a column of names or codes, not of amounts
NAMING = re.compile(r"科目|编码|代码|编号|名称|分类|^行次$|^序号$|^(?:[类款项目]|类款项?)$|项目$|^(?:预算)?(?:单位|部门)$")
#: 合计 | 小计 | 本年收入合计 | 支出总计
SUM = re.compile(r"^(?:[合小总共]计|.{0,10}(?:小计|合计|总计))$")
#: Names of rows only where a column of names is looked for: they head columns of amounts, too.
SIDES = frozenset(("收入", "支出"))


def names_rows(label: str) -> bool:
    """Whether a label stands over names or codes, where 收入 and 支出 do, too."""
    return label in SIDES or NAMING.search(label) is not None
