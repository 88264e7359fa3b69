"""What all texts share: names, lists, explanations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.disclosures.ledger import ECONOMIC, RECEPTION, VEHICLES, Item, Ledger
from benchmarks.disclosures.tables import ordinal
from benchmarks.disclosures.wording import Pen

_GLOSSARY = (
    "财政拨款收入：由同级财政安排给本单位使用的预算资金。",
    "上年结转结余：以前年度没有用完、按规定可以在本年继续使用的资金。",
    "基本支出：维持单位日常运转、保障人员待遇所需的开支，由人员经费和公用经费两部分组成。",
    "项目支出：在基本支出以外，为办成某一专门事项而安排的开支。",
    "“三公”经费：用财政拨款开支的因公出国（境）费、公务用车购置及运行维护费和公务接待费三项费用的合称。",
    "机关运行经费：机关和参照公务员法管理的单位用于购买货物、服务以维持运转的公用经费。",
    "一般公共预算：以税收为主体的财政收入，安排用于保障和改善民生、推动经济社会发展、维持机构正常运转等方面的收支预算。",
    "政府性基金预算：依照法律、行政法规的规定，在一定期限内向特定对象征收、专项用于特定公共事业发展的收支预算。",
    "国有资本经营预算：对国有资本收益作出支出安排的收支预算，按照收支平衡的原则编制，不列赤字。",
    "政府采购：使用财政性资金，按照规定的程序购买货物、工程和服务的行为，包括集中采购和分散采购两种组织形式。",
    "绩效目标：预算资金在一定期限内计划达到的产出和效果，是编制预算、监控执行和开展绩效评价的依据。",
    "功能分类科目：按照支出所履行的政府职能划分的类、款、项三级科目，反映支出用来做什么。",
    "经济分类科目：按照支出的经济性质和具体用途划分的类、款两级科目，反映支出怎样花出去。",
    "人员经费：用于在职人员工资福利和对个人、家庭补助方面的开支，包括各项社会保险缴费和住房公积金。",
    "公用经费：保证机构日常运转、完成日常工作任务所需购买商品和服务的开支，按定额标准核定。",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A year and the one before it, as the disclosure states them; ``budget`` is the budget behind final accounts."""

    now: Ledger
    before: Ledger
    budget: Ledger | None = None

    @property
    def name(self) -> str:
        """The body's name."""
        return self.now.body.name

    @property
    def year(self) -> int:
        """The disclosure's year."""
        return self.now.year

    @property
    def kind(self) -> str:
        """部门预算, 单位预算, 部门决算 or 单位决算."""
        level = "单位" if self.now.body.sector.is_institution else "部门"
        return level + ("决算" if self.budget else "预算")

    def bases(self) -> tuple[str, ...]:
        """Return how budgets name what they compare with."""
        last = self.year - 1
        return ("比上年预算", f"较{last}年预算数", "与上年预算数相比，", "较上年预算数", f"比{last}年预算")


def named_items(years: Years) -> Iterator[tuple[str, Item, int]]:
    """Yield each item of this year with its full name and its amount of the year before."""
    before = {item.account: item.total for item in years.before.items()}
    for item in years.now.items():
        code = item.account.code
        name = f"{years.now.section_name(code[:3])}（类）{years.now.group_name(code[:5])}（款）{item.account.name}（项）"
        yield name, item, before.get(item.account, 0)


def kind_of(item: Item) -> str:
    code = item.account.code
    if code.startswith("20805"):
        return "retired" if code.endswith(("01", "02")) else "insurance"
    if code.startswith(("21011", "22102")):
        return "insurance"
    return "people" if item.basic else "project"


def sections(years: Years, pen: Pen) -> str:
    """Return the classes with their shares."""
    now = years.now
    parts = (
        f"{now.section_name(code)}{pen.money(amount)}，{pen.share(amount, now.total)}" for code, amount in sorted(now.by_section().items())
    )
    return "；".join(parts) + "。"


def three_public(years: Years, pen: Pen, bases: tuple[str, ...], names: tuple[str, str, str, str]) -> str:
    """Return the parts of “三公”经费, each with what changed."""
    now, before = years.now, years.before
    money = pen.money(0)
    parts = (
        f"{names[0]}{money}，与上年持平，主要原因是两年均未安排出国（境）任务",
        f"{names[1]}{money}，与上年持平，主要原因是两年均未安排车辆购置",
        pen.moved(names[2], "vehicles", now.economic[VEHICLES], before.economic[VEHICLES], bases, ends=""),
        pen.moved(names[3], "reception", now.economic[RECEPTION], before.economic[RECEPTION], bases, ends=""),
    )
    return "；".join(explained(part) for part in parts) + "。"


def explained(part: str) -> str:
    """Return a part with a reason, also where nothing changed."""
    return part if "原因" in part or "主要" in part else f"{part}，主要原因是保持上年水平"


def front(years: Years) -> Iterator[str]:
    """Yield what the body does and who works there."""
    sector, now = years.now.body.sector, years.now
    yield "一、主要职能"
    yield from (f"（{ordinal(i)}）{duty}。" for i, duty in enumerate(sector.duties, 1))
    yield "二、主要工作任务"
    for i, (name, duty) in enumerate(zip(sector.projects, sector.duties, strict=False), 1):
        plan = "细化工作方案，明确责任分工和完成时限，定期调度进展情况，年底组织自查和验收，结果在单位内部通报"
        yield f"（{ordinal(i)}）做好“{name}”相关工作，{duty}，{plan}。"
    yield "三、机构设置及人员情况"
    nature = "公益一类事业单位" if sector.is_institution else "行政单位"
    staff = f"核定编制{now.staff + 3}名，实有在职人员{now.staff}人，退休人员{now.retired}人"
    yield f"{years.name}为{nature}，内设办公室、业务科、计划财务科等科室。{staff}。"


def other_matters(years: Years, pen: Pen) -> Iterator[str]:
    now, before = years.now, years.before
    goods, works = now.public // 3 // 10 * 10, now.project // 4 // 10 * 10
    year = years.year
    if not now.body.sector.is_institution:
        yield "（一）机关运行经费情况"
        yield pen.moved(f"{years.name}{year}年机关运行经费财政拨款预算", "operating", now.public, before.public, years.bases())
    yield f"（{'一' if now.body.sector.is_institution else '二'}）政府采购情况"
    parts = f"政府采购货物预算{pen.money(goods)}，政府采购工程预算{pen.money(works)}，政府采购服务预算{pen.money(0)}"
    yield f"{year}年政府采购预算{pen.money(goods + works)}，其中：{parts}。"
    yield f"（{'二' if now.body.sector.is_institution else '三'}）预算绩效情况"
    yield f"{year}年实行绩效目标管理的项目共{len(now.projects)}个，涉及预算资金{pen.money(now.project)}。"
    yield f"（{'三' if now.body.sector.is_institution else '四'}）国有资产占用情况"
    yield f"固定资产的占用和使用按规定逐项登记，{year}年没有安排购置大型设备。"


def glossary() -> Iterator[str]:
    yield from (f"{ordinal(i)}、{words}" for i, words in enumerate(_GLOSSARY, 1))


def table(number: str, caption: str, years: Years, rows: Iterable[str], maker: str = "编制部门") -> Iterator[str]:
    """Yield a table under its caption."""
    yield from (number,) if number else ()
    yield caption
    yield f"{maker}：{years.name}"
    yield "单位：万元"
    yield "\n".join(rows)


def halves(now: Ledger, pen: Pen) -> str:
    """Return basic and project spending with their shares."""
    parts = (("基本支出", now.basic), ("项目支出", now.project))
    return "；".join(f"{name}{pen.money(amount)}，{pen.share(amount, now.total)}" for name, amount in parts)


def project_list(years: Years, pen: Pen) -> Iterator[str]:
    for i, project in enumerate(years.now.projects, 1):
        yield f"（{ordinal(i)}）项目名称：{project.name}"
        yield f"预算安排规模：{pen.money(project.amount).strip()}。项目承担单位：{years.name}。"
        yield "资金用途：用于保障该项工作按计划开展，主要包括委托业务、设备购置、资料印制和现场检查等方面的开支。"
        yield "绩效目标：按时完成全年各项任务，质量达到验收标准，服务对象满意度不低于百分之九十。"


def kinds_of_pay(ledger: Ledger, first: tuple[str, ...]) -> str:
    return "、".join(ECONOMIC[code] for code in sorted(ledger.economic) if code[:3] in first and ledger.economic[code])
