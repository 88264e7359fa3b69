"""单位名称不一致: the tables are made by a body of another name than the title's.

What it checks

The name above the tables (单位：…) is held against the body's name in the title. Short forms, names with the region in front and units
of the body are passed over; what is reported are names of one kind for different regions or of different standing, most often an old
name of a renamed body; and a name above a single table that the document prints nowhere else, where the other tables bear the body's own.

Why it matters

A disclosure is to be complete, true, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

An older name.

    > 石塘市疾病预防控制中心2024年部门预算
    > 2024年部门收入表
    > 单位：石塘县疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 第二部分 说明
    > 石塘市疾病预防控制中心收入预算10.00万元。
    > 2024年部门支出表
    > 单位：石塘县疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |

Another body's table.

    > 石塘市疾病预防控制中心2024年部门预算
    > 2024年部门收入表
    > 单位：石塘市疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 第二部分 说明
    > 石塘市疾病预防控制中心收入预算10.00万元。
    > 2024年部门支出表
    > 单位：石塘市疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 第二部分 说明
    > 石塘市疾病预防控制中心收入预算10.00万元。
    > 2024年部门项目表
    > 单位：石塘市动物卫生监督所
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 第二部分 说明
    > 石塘市疾病预防控制中心收入预算10.00万元。
    > 2024年部门人员表
    > 单位：石塘市疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 第二部分 说明
    > 石塘市疾病预防控制中心收入预算10.00万元。

Another body above one of the tables.

    > 石塘市疾病预防控制中心2024年部门预算
    > 2024年部门收入表
    > 部门：石塘市疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 2024年部门支出表
    > 部门：石塘市疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 2024年部门收支表
    > 部门：石塘市农业农村局
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 2024年部门项目支出表
    > 部门：石塘市疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 第二部分 说明
    > 石塘市疾病预防控制中心收入预算10.00万元。

Passes

The same name.

    > 石塘市疾病预防控制中心2024年部门预算
    > 2024年部门收入表
    > 单位：石塘市疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 第二部分 说明
    > 石塘市疾病预防控制中心收入预算10.00万元。
    > 2024年部门支出表
    > 单位：石塘市疾病预防控制中心
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |

Undecided

A unit of another kind.

    > 石塘市疾病预防控制中心2024年部门预算
    > 2024年部门收入表
    > 单位：石塘市人民医院
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
    > 第二部分 说明
    > 石塘市疾病预防控制中心收入预算10.00万元。
    > 2024年部门支出表
    > 单位：石塘市人民医院
    > 单位：万元
    > | 项目 | 合计 |
    > | 合计 | 10.00 |
"""

from __future__ import annotations

from explain_check.model.body import BodyCase
from explain_check.model.finding import Outcome, Severity, Verdict
from explain_check.rules.registry import rule


@rule(code="EC611", name="body-name-differs", label="单位名称不一致", severity=Severity.WARNING, applies_to=BodyCase)
def body_name_differs(case: BodyCase) -> Verdict:
    """Report the two names; only names that cannot be one body's short and long form are asked about."""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.maker,
        computed=case.name,
        message=f"表头单位为“{case.maker}”，文中为“{case.name}”，名称不一致",
        message_en=f"The tables are made by {case.maker}, the text speaks of {case.name}",
        evidence=(case.titled,) if case.titled is not None else (),
    )
