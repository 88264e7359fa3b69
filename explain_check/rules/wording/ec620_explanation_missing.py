"""缺少应说明的事项: the disclosure does not say a word on something that its form asks to be explained.

What it checks

Each local form lists what must be explained (三公经费, 机关运行经费, 政府采购, 国有资产占用, 绩效, 名词解释). Where no heading and no
sentence has the words, the explanation is missing. A disclosure of no known form is not judged, nor is what the explanation says.

Why it matters

预算法 (2018) 第十四条 asks that 机关运行经费 and other important matters be explained and procurement be published (read); 第九十二条
makes failing to explain a matter of liability (read). Local catalogues list the same matters (财预〔2016〕143号, seen as quoted).

Fires

    > 某市某中心2024年部门预算
    > 第一部分 情况说明
    > 财政拨款“三公”经费预算为0万元。机关运行经费0万元。国有资产占用情况：无。预算绩效：无。名词解释：无。
    > 部门收支总体情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |
    > 部门收入总体情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |
    > 部门支出总体情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |
    > 财政拨款收支预算总体情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |
    > 一般公共预算项目支出情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |

Passes

    > 某市某中心2024年部门预算
    > 第一部分 情况说明
    > 财政拨款“三公”经费预算为0万元。机关运行经费0万元。政府采购预算0万元。国有资产占用情况：无。预算绩效：无。名词解释：无。
    > 部门收支总体情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |
    > 部门收入总体情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |
    > 部门支出总体情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |
    > 财政拨款收支预算总体情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |
    > 一般公共预算项目支出情况表
    > 单位：万元
    > | 项目 | 预算数 |
    > | 合计 | 1.00 |

Undecided

The form is not known.

    > 某市某中心2024年部门预算
    > 财政拨款“三公”经费预算为0万元。
"""

from __future__ import annotations

from explain_check.model.case import ExplanationCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.registry import rule


@rule(code="EC620", name="explanation-missing", label="缺少应说明的事项", severity=Severity.WARNING, applies_to=ExplanationCase)
def explanation_missing(case: ExplanationCase) -> Verdict:
    """Say what is not explained."""
    if case.is_there:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        message=f"全文没有说明“{case.label}”（{case.form}要求说明）",
        message_en=f"Nothing is said about {case.label}, which the form {case.form} asks to be explained",
    )
