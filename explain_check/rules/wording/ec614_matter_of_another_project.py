"""项目依据误用其他项目内容: a clause of a project's text is on the matter of another project, where it stands, too.

What it checks

A clause that begins alike in the texts of two projects and whose words are of one topic only (lexicons/project_topics.csv: 物业, 信息系统,
诉讼 …) fits the project of that topic; in the text of a project of another topic it was probably copied.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

A property contract for network security.

    > 第三部分 预算说明
    > （一）项目名称：办公楼物业费
    > 设立的政策依据：为了保障业务正常办理，维持整个业务系统基本需求及对网络安全提出的要求。
    > （二）项目名称：综合平台使用费
    > 设立的政策依据：为了保障业务正常办理，维持整个业务系统基本需求及对网络安全的要求。

Passes

Its own matter.

    > 第三部分 预算说明
    > （一）项目名称：办公楼物业费
    > 设立的政策依据：为了保障业务正常办理，维持整个办公楼物业管理和保洁门卫的基本需求。
    > （二）项目名称：综合平台使用费
    > 设立的政策依据：为了保障业务正常办理，维持整个业务系统基本需求及对网络安全的要求。

Undecided

A clause without a topic.

    > 第三部分 预算说明
    > （一）项目名称：办公楼物业费
    > 设立的政策依据：为了保障业务正常办理，优化各办事网点的办事效率及服务质量。
    > （二）项目名称：综合平台使用费
    > 设立的政策依据：为了保障业务正常办理，维持整个业务系统基本需求及对网络安全的要求。
"""

from __future__ import annotations

from explain_check.model.finding import Outcome, Severity, Verdict
from explain_check.model.goal import TopicCase
from explain_check.rules.registry import rule


@rule(code="EC614", name="matter-of-another-project", label="项目依据误用其他项目内容", severity=Severity.WARNING, applies_to=TopicCase)
def matter_of_another_project(case: TopicCase) -> Verdict:
    """Report the clause with its twin; only clauses on another project's topic are asked about."""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.place.quote,
        message=f"“{case.form.name}”的文字“{case.place.quote}”与“{case.other}”相同，与本项目无关，疑为误抄",
        message_en=f"A clause of {case.form.name} stands in the text of {case.other}, too, and is on that matter",
        evidence=(case.twin,),
    )
