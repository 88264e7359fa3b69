"""The texts of budgets: four local forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.disclosures import tables
from benchmarks.disclosures.parts import (
    Years,
    explained,
    front,
    glossary,
    halves,
    kind_of,
    kinds_of_pay,
    named_items,
    other_matters,
    project_list,
    sections,
    table,
    three_public,
)
from benchmarks.disclosures.tables import Form
from benchmarks.disclosures.wording import Pen


def _budget_tables(years: Years, pen: Pen, form: Form, captions: tuple[str, ...], columns: tuple[str, str], maker: str) -> Iterator[str]:
    """Yield the tables that all forms of budgets share, under the captions of one of them."""
    now = years.now
    funds = ("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "单位资金", "上年结转结余")
    split = ("合计", "基本支出", "项目支出")
    note = f"{years.name}{years.year}年没有此项预算安排的支出，本表为空。"
    bodies = (
        tables.balance(now, pen, form, columns),
        tables.tree(now, pen, form, funds, lambda item: (item.total, item.total, 0, 0, 0, 0)),
        tables.tree(now, pen, form, split, lambda item: (item.total, item.basic, item.project)),
        tables.fiscal_balance(now, pen, form),
        tables.tree(now, pen, form, split, lambda item: (item.total, item.basic, item.project)),
        tables.economic(now, pen, form),
        tables.projects(now, pen, form),
        (*tables.empty(form), "", note),
        (*tables.empty(form), "", note),
    )
    for i, (caption, rows) in enumerate(zip(captions, bodies, strict=True), 1):
        yield from table(f"表 {i}", caption, years, rows, maker)


def xinjiang(years: Years, pen: Pen) -> Iterator[str]:
    """Yield a budget as bodies of 乌鲁木齐 print it."""
    now, before, name, year = years.now, years.before, years.name, years.year
    form = Form(split=True, coded_classes=True, total="总计", mark="※")
    yield from (name, f"{year} 年{years.kind}公开", f"第一部分 {year} 年{name}概况", *front(years), f"第二部分 {year} 年{years.kind}公开表")
    captions = ("部门收支总体情况表", "部门收入总体情况表", "部门支出总体情况表", "财政拨款收支预算总体情况表", "一般公共预算支出情况表")
    captions += ("一般公共预算基本支出情况表", "项目支出情况表", "政府性基金预算支出情况表", "国有资本经营预算支出情况表")
    yield from _budget_tables(years, pen, form, captions, ("预算数", "预算数"), "编制部门")
    columns = ("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")
    labels = ("合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行维护费（小计）", "其中：公务用车购置费", "公务用车运行维护费")
    head = ["\t".join(("“三公”经费支出内容", *columns)), "※\t1\t2\t3\t4"]
    yield from table("表 10", "财政拨款“三公”经费支出情况表", years, [*head, *tables.three_public(now, pen, labels, columns)])
    yield f"第三部分 {year} 年{years.kind}情况说明"
    yield f"一、关于{name} {year} 年收支预算情况的总体说明"
    yield f"{name}的全部收入和支出都列入 {year} 年{years.kind}，收支总预算{pen.money(now.total)}。"
    yield f"二、关于{name} {year} 年收入预算情况说明"
    yield f"{name}部门收入预算{pen.money(now.total)}，其中："
    bases = years.bases()
    yield pen.moved("一般公共预算", "project", now.total, before.total, bases).replace("，", f"，{pen.share(now.total, now.total)}，", 1)
    yield f"政府性基金预算{pen.money(0)}，占 0.00%，比上年预算增加{pen.money(0)}，增长 0.00%。主要原因：两年均未安排政府性基金预算。"
    yield f"三、关于{name} {year} 年支出预算情况说明"
    yield f"{name} {year} 年支出预算{pen.money(now.total)}，其中："
    yield pen.moved("基本支出", "people", now.basic, before.basic, bases).replace("，", f"，{pen.share(now.basic, now.total)}，", 1)
    yield pen.moved("项目支出", "project", now.project, before.project, bases).replace("，", f"，{pen.share(now.project, now.total)}，", 1)
    yield f"四、关于{name} {year} 年一般公共预算当年拨款情况说明"
    yield "（一）一般公共预算当年拨款规模变化情况"
    yield pen.moved(f"{name} {year} 年一般公共预算当年拨款", "project", now.total, before.total, bases)
    yield "（二）一般公共预算当年拨款结构情况"
    yield sections(years, pen)
    yield "（三）一般公共预算当年拨款具体使用情况"
    for i, (full, item, amount) in enumerate(named_items(years), 1):
        yield f"{i}、" + pen.moved(f"{full}：{year} 年预算数为", kind_of(item), item.total, amount, bases)
    yield f"五、关于{name} {year} 年一般公共预算基本支出情况说明"
    people, public = kinds_of_pay(now, ("301", "303")), kinds_of_pay(now, ("302",))
    yield (
        f"{name} {year} 年一般公共预算基本支出{pen.money(now.basic)}，其中：人员经费{pen.money(now.people)}，主要包括{people}；"
        f"公用经费{pen.money(now.public)}，主要包括{public}。"
    )
    yield f"六、关于{name} {year} 年项目支出情况说明"
    yield from project_list(years, pen)
    yield f"七、关于{name} {year} 年财政拨款“三公”经费预算情况说明"
    names = ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")
    whole = pen.moved(f"{name} {year} 年财政拨款“三公”经费预算数为", "three_public", now.three_public, before.three_public, bases)
    yield f"{explained(whole.rstrip('。'))}。其中：{three_public(years, pen, bases, names)}"
    yield from ("八、其他重要事项的情况说明", *other_matters(years, pen), "第四部分 名词解释", *glossary())


def shanxi(years: Years, pen: Pen) -> Iterator[str]:
    """Yield a budget as bodies of 长治 print it, with headings of Markdown."""
    now, before, name, year = years.now, years.before, years.name, years.year
    form = Form(split=False, coded_classes=False, total="合计")
    yield from (
        name,
        f"{year}年度{years.kind}公开",
        "## 第一部分 概况",
        *(f"### {line}" if line[1] == "、" else line for line in front(years)),
    )
    yield f"## 第二部分 {year}年{years.kind}报表"
    captions = (
        "预算收支总表",
        "预算收入总表",
        "预算支出总表",
        "财政拨款收支总表",
        "一般公共预算支出预算表",
        "一般公共预算安排基本支出分经济科目表",
    )
    captions += ("项目支出预算表", "政府性基金预算支出表", "国有资本经营预算支出表")
    dated = tuple(f"### {year}年{caption}" for caption in captions)
    yield from _budget_tables(years, pen, form, dated, ("预算数", "预算数"), "部门名称")
    columns = ("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")
    head = [f"项目\t{year}年预算数\t\t\t", "\t".join(("", *columns))]
    labels = ("", "因公出国（境）费", "公务接待费", "公务用车购置及运行维护费", "①公务用车购置费", "②公务用车运行维护费")
    whole = "\t".join(("合计", *[pen.cell(now.three_public)] * 2, "", ""))
    rows = [*head, *tables.three_public(now, pen, labels, columns), whole]
    yield from table("", f"### {year}年财政拨款安排“三公”经费支出预算表", years, rows, "部门名称")
    if not now.body.sector.is_institution:
        cells = "\t".join((*[pen.cell(now.public)] * 2, "", ""))
        rows = [f"单位名称\t{year}年预算数\t\t\t", "\t".join(("", *columns)), f"部门合计\t{cells}", f"{name}\t{cells}"]
        yield from table("", f"### {year}年财政拨款安排机关运行经费预算表", years, rows, "部门名称")
    bases = ("比上年预算", f"较{year - 1}年预算数", "较上年预算", f"比{year - 1}年预算")
    yield f"## 第三部分 {year}年度{years.kind}情况说明"
    yield "### 一、部门预算收支增减变化情况"
    yield pen.moved(f"{year}年度{name}预算收入总计", "project", now.total, before.total, bases)
    yield pen.moved("预算支出总计", "project", now.total, before.total, bases)
    yield (
        "按支出性质看，"
        + pen.moved("基本支出", "people", now.basic, before.basic, bases, ends="；")
        + pen.moved("项目支出", "project", now.project, before.project, bases)
    )
    yield "### 二、支出预算情况"
    parts = halves(now, pen)
    yield f"{year}年度{name}支出预算{pen.money(now.total)}，其中：{parts}。"
    yield "### 三、一般公共预算支出情况"
    yield "(一) 一般公共预算支出规模变化情况"
    yield pen.moved(f"{year}年度{name}一般公共预算支出", "project", now.total, before.total, bases)
    yield "(二) 一般公共预算支出结构情况"
    yield f"{year}年度{name}一般公共预算支出{pen.money(now.total)}，用于以下方面：{sections(years, pen)}"
    yield "(三) 一般公共预算支出具体变化情况"
    for i, (full, item, amount) in enumerate(named_items(years), 1):
        yield f"{i}." + pen.moved(full, kind_of(item), item.total, amount, bases)
    yield "### 四、“三公”经费增减变化情况"
    names = ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")
    whole = pen.moved(f"{year}年{name}财政拨款安排的“三公”经费预算", "three_public", now.three_public, before.three_public, bases)
    yield f"{explained(whole.rstrip('。'))}。其中：{three_public(years, pen, bases, names)}"
    yield from ("### 五、其他说明", *other_matters(years, pen), "## 第四部分 名词解释", *glossary())


def _henan(years: Years, pen: Pen, captions: tuple[str, ...], mark: str) -> Iterator[str]:
    """Yield a budget as bodies of Henan print it: prose first, tables as an annex."""
    now, before, name, year = years.now, years.before, years.name, years.year
    form = Form(split=False, coded_classes=False, total="合计", mark=mark)
    yield from (
        f"{year}年度{name}{years.kind}公开说明",
        "第一部分",
        f"{name}概况",
        *front(years),
        "第二部分",
        f"{name}{year}年度{years.kind}情况说明",
    )
    bases = years.bases()
    yield "一、收入支出预算总体情况说明"
    same = f"{name}{year}年收入总计{pen.money(now.total)}，支出总计{pen.money(now.total)}。"
    yield same + pen.moved("收、支总计各", "project", now.total, before.total, bases)
    yield "二、收入预算总体情况说明"
    yield f"{name}{year}年收入合计{pen.money(now.total)}，其中：一般公共预算收入{pen.money(now.total)}；政府性基金收入{pen.money(0)}。"
    yield "三、支出预算总体情况说明"
    parts = halves(now, pen)
    yield f"{name}{year}年支出合计{pen.money(now.total)}，其中：{parts}。"
    yield "四、一般公共预算支出预算情况说明"
    yield f"{name}{year}年一般公共预算支出年初预算为{pen.money(now.total)}。主要用于以下方面：{sections(years, pen)}"
    yield pen.moved("基本支出", "people", now.basic, before.basic, bases)
    yield pen.moved("项目支出", "project", now.project, before.project, bases)
    for full, item, amount in named_items(years):
        yield pen.moved(full, kind_of(item), item.total, amount, bases)
    yield "五、支出预算经济分类情况说明"
    people, public = kinds_of_pay(now, ("301", "303")), kinds_of_pay(now, ("302",))
    yield (
        f"{name}{year}年一般公共预算基本支出{pen.money(now.basic)}，其中：人员经费{pen.money(now.people)}，主要包括{people}；"
        f"公用经费{pen.money(now.public)}，主要包括{public}。"
    )
    yield "六、“三公”经费支出情况说明"
    names = ("（一）因公出国（境）费", "（二）公务用车购置费", "（三）公务用车运行维护费", "（四）公务接待费")
    whole = pen.moved(f"{name}{year}年“三公”经费预算为", "three_public", now.three_public, before.three_public, bases)
    yield f"{explained(whole.rstrip('。'))}。具体支出情况如下："
    yield from (f"{part}。" for part in three_public(years, pen, bases, names).rstrip("。").split("；"))
    yield from ("七、其他重要事项的情况说明", *other_matters(years, pen), "第三部分", "名词解释", *glossary())
    yield f"附件：{name}{year}年度{years.kind}表"
    fund, note = [*tables.empty(form), ""], f"备注：{name}{year}年没有政府性基金预算支出，本表无数据。"
    labels = (
        "共计",
        "1、因公出国（境）费",
        "2、公务接待费",
        "3、公务用车购置及运行维护费",
        "（2）公务用车购置费",
        "其中：（1）公务用车运行维护费",
    )
    amounts = list(tables.three_public(now, pen, labels, ("",)))
    funds = ("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "单位资金", "上年结转结余")
    bodies: tuple[Iterable[str], ...] = (
        tables.balance(now, pen, form, ("预算数", "预算数")),
        tables.tree(now, pen, form, funds, lambda item: (item.total, item.total, 0, 0, 0, 0)),
        tables.by_unit(now, pen, mark),
        tables.fiscal_balance(now, pen, form),
        tables.by_unit(now, pen, mark),
        tables.economic(now, pen, form),
        [f"项目\t{year}年“三公”经费预算数", *amounts[:4], amounts[5], amounts[4]],
        [*fund, note],
        tables.projects(now, pen, form),
    )
    for caption, rows in zip(captions, bodies, strict=True):
        yield from table("", f"{year}年{caption}", years, rows)


def anyang(years: Years, pen: Pen) -> Iterator[str]:
    """Yield a budget as bodies of 安阳 print it."""
    captions = (
        "部门收支预算表",
        "部门收入预算表",
        "部门支出预算表",
        "财政拨款收支预算表",
        "一般公共预算支出预算表",
        "一般公共预算基本支出表",
    )
    return _henan(years, pen, (*captions, "一般公共预算“三公”经费预算表", "政府性基金预算支出预算表", "项目支出预算表"), "")


def jiyuan(years: Years, pen: Pen) -> Iterator[str]:
    """Yield a budget as bodies of 济源 print it."""
    captions = ("部门收支总体情况表", "部门收入总体情况表", "部门支出总体情况表", "财政拨款收支总体情况表", "一般公共预算支出情况表")
    captions += ("一般公共预算基本支出情况表", "一般公共预算“三公”经费支出情况表", "政府性基金预算支出情况表", "项目支出情况表")
    return _henan(years, pen, captions, "**")
