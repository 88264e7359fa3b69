"""上年数与表不符: the change does not start from the amount that the table prints for last year.

What it checks

Where a table prints last year beside this year, and a cell of it holds a statement's amount by name, the change of the statement
must lead to the cell of last year. The tables' last year is believed where most of the other statements fit it, two at least: then
it is the base that the text compares with.

Why it matters

Amount and rate of a change may agree with each other and still be wrong: copied from another item, or reckoned from another base.
The finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).
预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

    > 某镇2025年部门预算
    > 2025年“三公”经费预算为20.00万元，比2024年预算减少5.00万元，下降20.00%，主要原因是厉行节约。其中：
    > 公务用车运行维护费14.00万元，比2024年预算减少2.00万元，下降12.50%，主要原因是车辆减少。
    > 公务接待费6.00万元，比2024年预算减少4.00万元，下降40.00%，主要原因是接待减少。
    > 一般公共预算“三公”经费支出表
    > 单位：万元
    > | 项目 | 2024年预算数 | 2025年预算数 |
    > | 合计 | 25.00 | 20.00 |
    > | 公务用车运行维护费 | 16.00 | 14.00 |
    > | 公务接待费 | 9.00 | 6.00 |

Passes

    > 某镇2025年部门预算
    > 2025年“三公”经费预算为20.00万元，比2024年预算减少5.00万元，下降20.00%，主要原因是厉行节约。其中：
    > 公务用车运行维护费14.00万元，比2024年预算减少2.00万元，下降12.50%，主要原因是车辆减少。
    > 公务接待费6.00万元，比2024年预算减少3.00万元，下降33.33%，主要原因是接待减少。
    > 一般公共预算“三公”经费支出表
    > 单位：万元
    > | 项目 | 2024年预算数 | 2025年预算数 |
    > | 合计 | 25.00 | 20.00 |
    > | 公务用车运行维护费 | 16.00 | 14.00 |
    > | 公务接待费 | 9.00 | 6.00 |

Undecided

No other statement shows that the table's last year is what the text compares with.

    > 某镇2025年部门预算
    > 公务接待费6.00万元，比2024年预算减少4.00万元，下降40.00%，主要原因是接待减少。
    > 一般公共预算“三公”经费支出表
    > 单位：万元
    > | 项目 | 2024年预算数 | 2025年预算数 |
    > | 合计 | 25.00 | 20.00 |
    > | 公务用车运行维护费 | 16.00 | 14.00 |
    > | 公务接待费 | 9.00 | 6.00 |
"""

from __future__ import annotations

from explain_check.model.arithmetic import amount_of, are_exact, hardly_moved, plain
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.prior_cell import PriorCellCase
from explain_check.rules.registry import rule

#: How many other statements must fit a table's last year before it is believed.
_FEWEST = 2


@rule(code="EC208", name="prior-not-in-column", label="上年数与表不符", severity=Severity.ERROR, applies_to=PriorCellCase)
def prior_not_in_column(case: PriorCellCase) -> Verdict:
    """Hold what a statement starts from against the cell of last year."""
    claim = case.claim
    if not are_exact(claim.current, claim.amount) or hardly_moved(claim):
        return undecided(Obstacle.NOT_EXACT)
    if case.fits:
        return PASSED
    if case.agreeing < _FEWEST or case.agreeing <= case.differing:
        return undecided(Obstacle.OTHER_BASIS)
    implied, figure = case.recomputed.prior, case.cell.cell.figure
    if implied is None or figure is None:
        return undecided(Obstacle.NO_AMOUNT)
    printed = amount_of(figure, claim.unit).value.normalize() + 0
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(implied),
        computed=plain(printed),
        message=f"上年数与表中不符：按文中增减推算，上年数为 {plain(implied)}，表中为 {plain(printed)}（{case.cell.place.quote}）",
        message_en=f"By the printed change the base is {plain(implied)}, the table prints {plain(printed)}",
        evidence=(case.cell.place,),
        severity=Severity.ERROR if case.is_same_base else Severity.WARNING,
    )
