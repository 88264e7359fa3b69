"""The text of final accounts (部门决算)."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.disclosures import tables
from benchmarks.disclosures.ledger import CLASSES, RECEPTION, VEHICLES, Ledger
from benchmarks.disclosures.parts import Years, explained, front, glossary, halves, named_items, sections, table, three_public
from benchmarks.disclosures.tables import Form, ordinal
from benchmarks.disclosures.wording import Pen, percent

_MORE = ("年中追加工资调标经费", "工资标准调整后缴费基数提高", "年中新增人员")
_LESS = ("部分项目尚未完成验收，款项未达到支付条件", "项目按合同进度支付，部分款项结转下年", "厉行节约，压减一般性支出")
_CAPTIONS = (
    "收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表",
    "一般公共预算财政拨款基本支出决算表", "财政拨款“三公”经费支出决算表", "政府性基金预算财政拨款支出决算表",
)  # fmt: skip


def _executed(pen: Pen, budget: int, actual: int) -> str:
    """Return 年初预算为…，支出决算为…，完成年初预算的…."""
    text = f"年初预算为{pen.money(budget)}，支出决算为{pen.money(actual)}"
    if budget:
        text += f"，完成年初预算的{percent(actual, budget)}%"
    if actual == budget:
        return f"{text}，决算数等于预算数。"
    word, words = ("大", _MORE) if actual > budget else ("小", _LESS)
    return f"{text}。决算数{word}于预算数的主要原因：{pen.rng.choice(words)}。"


def _balance(ledger: Ledger, pen: Pen) -> Iterator[str]:
    """Yield 收入支出决算总表: only the classes that hold something."""
    left = [
        "一、一般公共预算财政拨款收入",
        "二、政府性基金预算财政拨款收入",
        "三、国有资本经营预算财政拨款收入",
        "四、事业收入",
        "五、其他收入",
    ]
    sums = [(name[3:], ledger.by_section()[name[:3]]) for name in CLASSES if name[:3] in ledger.by_section()]
    yield "收入\t\t\t支出\t\t"
    yield "项目\t行次\t金额\t项目\t行次\t金额"
    yield "栏次\t\t1\t栏次\t\t2"
    for i in range(max(len(left), len(sums))):
        name, amount = sums[i] if i < len(sums) else ("", 0)
        label = f"{ordinal(i + 1)}、{name}" if name else ""
        source, whole = (left[i] if i < len(left) else ""), (pen.cell(ledger.total) if i == 0 else "")
        yield f"{source}\t{i + 1}\t{whole}\t{label}\t{21 + i}\t{pen.cell(amount)}"
    whole = pen.cell(ledger.total)
    yield f"本年收入合计\t11\t{whole}\t本年支出合计\t31\t{whole}"
    yield "年初结转和结余\t12\t\t年末结转和结余\t32\t"
    yield f"总计\t13\t{whole}\t总计\t33\t{whole}"


def _fiscal_balance(ledger: Ledger, pen: Pen) -> Iterator[str]:
    sums = [(name[3:], ledger.by_section()[name[:3]]) for name in CLASSES if name[:3] in ledger.by_section()]
    yield "收入\t\t支出\t\t\t"
    yield "项目\t金额\t项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款"
    for i, (name, amount) in enumerate(sums):
        source = f"一、一般公共预算财政拨款\t{pen.cell(ledger.total)}" if i == 0 else "\t"
        yield f"{source}\t{ordinal(i + 1)}、{name}\t{pen.cell(amount)}\t{pen.cell(amount)}\t"
    whole = pen.cell(ledger.total)
    yield f"总计\t{whole}\t总计\t{whole}\t{whole}\t"


def _three_public(budget: Ledger, now: Ledger, pen: Pen) -> Iterator[str]:
    """Yield “三公”经费: budget and actual side by side in one row."""
    parts = ("合计", "因公出国（境）费", "公务用车购置及运行维护费小计", "公务用车购置费", "公务用车运行维护费", "公务接待费")
    yield "预算数\t\t\t\t\t\t决算数\t\t\t\t\t"
    yield "\t".join(parts * 2)
    yield "\t".join(str(i) for i in range(1, 13))
    row = [(year.three_public, 0, year.economic[VEHICLES], 0, year.economic[VEHICLES], year.economic[RECEPTION]) for year in (budget, now)]
    yield "\t".join(pen.cell(amount) for amounts in row for amount in amounts)


def final_accounts(years: Years, pen: Pen) -> Iterator[str]:
    """Yield final accounts; each item against the budget of its year, the totals against the year before."""
    now, before, budget, name, year = years.now, years.before, years.budget, years.name, years.year
    assert budget is not None
    form = Form(split=False, coded_classes=False, total="合计")
    yield from (f"{year}年度{name}{years.kind}", "第一部分 部门概况", *front(years), f"第二部分 {year}年度{years.kind}表")
    funds, split = ("本年收入合计", "财政拨款收入", "事业收入", "其他收入"), ("合计", "基本支出", "项目支出")
    note = f"注：{name}{year}年度没有政府性基金预算财政拨款收入和支出，本表无数据。"
    bodies = (
        _balance(now, pen),
        tables.tree(now, pen, form, funds, lambda item: (item.total, item.total, 0, 0)),
        tables.tree(now, pen, form, split, lambda item: (item.total, item.basic, item.project)),
        _fiscal_balance(now, pen),
        tables.tree(now, pen, form, split, lambda item: (item.total, item.basic, item.project)),
        tables.economic(now, pen, form),
        _three_public(budget, now, pen),
        ["科目编码\t科目名称\t本年收入\t本年支出", "合计\t\t\t", "", note],
    )
    for i, (caption, rows) in enumerate(zip(_CAPTIONS, bodies, strict=True), 1):
        yield from table(f"公开{i:02d}表", caption, years, rows, "部门")
    yield f"第三部分 {year}年度{years.kind}情况说明"
    bases = (f"比{year - 1}年度", f"较{year - 1}年度决算数", "较上年决算数", f"与{year - 1}年度相比，")
    yield "一、收入支出决算总体情况说明"
    yield pen.moved(f"{year}年度收、支总计均为", "project", now.total, before.total, bases)
    yield "二、收入决算情况说明"
    yield f"{year}年度本年收入合计{pen.money(now.total)}，其中：财政拨款收入{pen.money(now.total)}，占100.00%。"
    yield "三、支出决算情况说明"
    yield f"{year}年度本年支出合计{pen.money(now.total)}，其中：{halves(now, pen)}。"
    yield "四、一般公共预算财政拨款支出决算情况说明"
    yield "（一）总体情况"
    yield pen.moved(f"{year}年度一般公共预算财政拨款支出", "project", now.total, before.total, bases)
    yield "（二）结构情况"
    yield f"{year}年度一般公共预算财政拨款支出{pen.money(now.total)}，用于以下方面：{sections(years, pen)}"
    yield "（三）具体情况"
    yield f"{year}年度一般公共预算财政拨款支出{_executed(pen, budget.total, now.total).rstrip('。')}。其中："
    planned = {item.account: item.total for item in budget.items()}
    for i, (full, item, _) in enumerate(named_items(years), 1):
        yield f"{i}．{full}。{_executed(pen, planned.get(item.account, 0), item.total)}"
    yield "五、一般公共预算财政拨款基本支出决算情况说明"
    kinds = f"人员经费{pen.money(now.people)}，公用经费{pen.money(now.public)}"
    yield f"{year}年度一般公共预算财政拨款基本支出{pen.money(now.basic)}，其中：{kinds}。"
    yield "六、财政拨款“三公”经费支出决算情况说明"
    whole = pen.moved("“三公”经费支出决算", "three_public", now.three_public, before.three_public, bases)
    yield f"{year}年度“三公”经费财政拨款支出{_executed(pen, budget.three_public, now.three_public)}{explained(whole.rstrip('。'))}。"
    names = (
        "（一）因公出国（境）费支出决算",
        "（二）公务用车购置费支出决算",
        "（三）公务用车运行维护费支出决算",
        "（四）公务接待费支出决算",
    )
    yield from (f"{part}。" for part in three_public(years, pen, bases, names).rstrip("。").split("；"))
    yield from ("七、预算绩效情况", f"{year}年度对{len(now.projects)}个项目开展了绩效自评，涉及资金{pen.money(now.project)}。")
    yield from ("八、国有资产占用情况", f"固定资产的占用和使用按规定逐项登记，{year}年没有购置大型设备。")
    yield from ("第四部分 名词解释", *glossary())
