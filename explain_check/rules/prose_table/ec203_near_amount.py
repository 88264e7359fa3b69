"""与表中数只差一笔: no cell holds the amount, and the account's own cell differs from it by one slip.

What it checks

Where no table holds the amount of a known account, of an item by its bare name, or of a row in the column of its year, the cells
that it names are looked at: one that differs by a single slip (one digit, two digits swapped, a digit lost, the point moved) is
probably meant. A likelihood, hence a warning.

Why it matters

Two printed figures that cannot both be true make the explanation worthless. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read).

Fires

    > 某市某中心2024年部门预算
    > 机关运行经费预算301.45万元，比上年预算减少48.24万元，下降13.79%，主要原因是厉行节约。
    > 一般公共预算基本支出情况表
    > 单位：万元
    > | 科目名称 | 合计 | 人员经费 | 公用经费 |
    > | 合计 | 401.48 | 100.00 | 301.48 |

An item by its bare name.

    > 某镇2025年部门预算
    > 政府性基金支出主要是：公益性项目支出231.00万元，用于道路亮化。
    > 政府性基金预算支出表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 2129901 | 公益性项目支出 | 213.00 | | 213.00 |

What a government's tables show of the year.

    > 关于某县2024年预算执行情况和2025年预算安排的情况说明
    > 一、2024年预算执行情况
    > 科学技术支出5418万元，为调整预算的98.7%，增长2.9%，主要是落实高新技术企业奖补政策。
    > 二、2025年预算安排
    > 2025年教育支出安排155200万元，比2024年执行数增加2336万元，增长1.5%，主要是新建学校投入使用。
    > 2024年一般公共预算支出执行情况表
    > 单位：万元
    > | 项目 | 2023年决算数 | 2024年调整预算数 | 2024年执行数 |
    > | 教育支出 | 148920 | 153900 | 152864 |
    > | 科学技术支出 | 6237 | 6500 | 6418 |

Passes

    > 某市某中心2024年部门预算
    > 机关运行经费预算301.48万元，比上年预算减少48.24万元，下降13.79%，主要原因是厉行节约。
    > 一般公共预算基本支出情况表
    > 单位：万元
    > | 科目名称 | 合计 | 人员经费 | 公用经费 |
    > | 合计 | 401.48 | 100.00 | 301.48 |

An item of which the text names a part.

    > 某镇2025年部门预算
    > 政府性基金支出主要是：公益性项目支出80.00万元，用于道路亮化。
    > 政府性基金预算支出表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 2129901 | 公益性项目支出 | 213.00 | | 213.00 |

Undecided

There is no table.

    > 机关运行经费预算301.45万元，比上年预算减少48.24万元，下降13.79%，主要原因是厉行节约。
"""

from __future__ import annotations

from explain_check.model.arithmetic import amount_of, are_exact, plain
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.link import Link
from explain_check.model.slips import LABELS, slip_to
from explain_check.rules.registry import rule


@rule(code="EC203", name="near-amount", label="与表中数相近而不同", severity=Severity.WARNING, applies_to=Link)
def near_amount(link: Link) -> Verdict:
    """Look for the account's cell that differs by one slip."""
    current = link.claim.current
    if current is None or not link.near:
        return undecided(Obstacle.NO_LINK)
    if not are_exact(current):
        return undecided(Obstacle.NOT_EXACT)
    stated = amount_of(current.figure, link.claim.unit)
    for near in link.near:
        figure = near.cell.figure
        found = slip_to(stated.value, amount_of(figure, link.claim.unit).interval) if figure is not None else None
        if found is None or figure is None:
            continue
        kind, value = found
        return Verdict(
            outcome=Outcome.FAIL,
            stated=plain(stated.value),
            computed=plain(value),
            message=f"各表中没有 {plain(stated.value)}，而表中此项为 {plain(value)}（{near.place.quote}）",
            message_en=f"No table holds {plain(stated.value)}; the account's cell holds {plain(value)}",
            diagnosis=Diagnosis(kind=kind, message=f"{plain(stated.value)} 疑为 {plain(value)}：{LABELS[kind]}", correction=value),
            evidence=(near.place,),
            place=None if getattr(link.claim, "current_in_statement", True) else current.place,
        )
    return PASSED
