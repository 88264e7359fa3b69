"""Sums and products: an honest rounding is never an error, a slip in a complete list always is."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from explain_check.model.finding import Severity
from explain_check.pipeline import check_text

TITLE = "某县某单位2024年部门预算\n\n"
NAMES = ("印刷费", "会议费", "差旅费", "培训费", "维修费", "租赁费", "劳务费")
QUIET = {"derandomize": True, "deadline": None, "suppress_health_check": list(HealthCheck)}
#: True amounts in 元 with 角 and 分.
AMOUNTS = st.lists(st.integers(100_000, 99_999_999).map(lambda cents: Decimal(cents).scaleb(-2)), min_size=2, max_size=7)
UNITS = st.sampled_from([("万元", 2), ("万元", 4), ("元", 0), ("元", 2)])


def shown(amount: Decimal, unit: str, decimals: int) -> str:
    value = amount / (10000 if unit == "万元" else 1)
    return f"{value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP):,}{unit}"


def errors(text: str) -> set[str]:
    return {finding.rule for finding in check_text(TITLE + text).findings if finding.severity is Severity.ERROR}


def closed(parts: list[str], total: str) -> str:
    return "项目资金用于：" + "，".join(f"{name}{part}" for name, part in zip(NAMES, parts, strict=False)) + f"，合计{total}。"


def numbered(parts: list[str], total: str) -> str:
    listed = "".join(f"{i}、{name}{part}。" for i, (name, part) in enumerate(zip(NAMES, parts, strict=False), 1))
    return f"{listed}{len(parts) + 1}、此项目每年需支付{total}。"


def headed(parts: list[str], total: str) -> str:
    names = (*NAMES[: len(parts) - 1], "其他费用")
    return f"项目经费{total}，其中：" + "，".join(f"{name}{part}" for name, part in zip(names, parts, strict=True)) + "。"


FORMS = st.sampled_from([closed, numbered, headed])


@settings(max_examples=300, **QUIET)
@given(AMOUNTS, UNITS, FORMS)
def test_an_honest_list_is_never_an_error(amounts, unit, form):
    assert errors(form([shown(amount, *unit) for amount in amounts], shown(sum(amounts), *unit))) == set()


@settings(max_examples=300, **QUIET)
@given(AMOUNTS, UNITS, FORMS, st.integers(0, 6), st.integers(2, 9))
def test_a_slip_in_a_complete_list_is_found(amounts, unit, form, at, factor):
    assume(at < len(amounts) and (form is not numbered or len(amounts) > 2))
    slipped = [amount * factor if i == at else amount for i, amount in enumerate(amounts)]
    total = sum(amounts)
    # no other reading of the list makes its total: in 万元 with two decimals each figure may be 50元 off
    apart = 50 * (len(slipped) + 1)
    assume(all(abs(sum(slipped[: i + 1]) - total) > apart for i in range(len(slipped))))
    assume(all(abs(sum(slipped) - amount - total) > apart for amount in slipped))
    assume(all(abs(sum(slipped) - one - other - total) > apart for one in slipped for other in slipped))
    assume(all(abs(sum(slipped[i:]) - total) > apart for i in range(len(slipped))))
    assert "EC111" in errors(form([shown(amount, *unit) for amount in slipped], shown(total, *unit)))


@settings(max_examples=300, **QUIET)
@given(st.integers(1, 400), st.integers(10_000, 900_000), st.integers(1, 12), st.sampled_from([0, 2]), UNITS)
def test_an_honest_product_is_never_an_error(people, cents, months, decimals, unit):
    price = Decimal(cents).scaleb(-2)
    total = shown(people * price * months, *unit)
    printed = shown(price, "元", decimals)
    assert errors(f"聘用人员{people}人，每人每月{printed}，发放{months}个月，共计{total}。") == set()
    assert errors(f"聘用费{people}人×{printed}×{months}个月={total}。") == set()


@settings(max_examples=200, **QUIET)
@given(st.integers(2, 400), st.integers(1000, 9000), st.integers(1, 12), st.integers(2, 9))
def test_a_wrong_product_is_found(people, price, months, factor):
    total = shown(Decimal(people * price * months * factor), "元", 0)
    assert "EC113" in errors(f"聘用人员{people}人，每人每月{price}元，发放{months}个月，共计{total}。")
    assert "EC113" in errors(f"聘用费{people}人×{price}元×{months}个月={total}。")


FORM = """项目支出绩效目标表
单位：{unit}
项目名称\t校园维护
项目资金（{unit}）\t年度资金总额：\t{amount}
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t维修门窗数量\t={count}扇
成本指标\t经济成本指标\t门窗维修成本\t={first}
\t\t屋面维修成本\t≤{second}
"""


def bare(amount: Decimal, unit: str, decimals: int) -> str:
    return shown(amount, unit, decimals).removesuffix(unit)


@settings(max_examples=200, **QUIET)
@given(st.tuples(st.integers(1, 10**7), st.integers(1, 10**7), st.integers(0, 10**7)), UNITS, UNITS)
def test_honest_cost_indicators_never_exceed_their_project(cents, unit, other):
    first, second, rest = (Decimal(each).scaleb(-2) for each in cents)
    text = FORM.format(
        unit=unit[0], amount=bare(first + second + rest, *unit), count=7, first=shown(first, *other), second=shown(second, *other)
    )
    found = [finding for finding in check_text(TITLE + text).findings if finding.rule in ("EC331", "EC332")]
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


@settings(max_examples=100, **QUIET)
@given(st.integers(10**6, 10**8), st.integers(2, 9))
def test_a_cost_above_its_project_is_an_error(cents, factor):
    first = Decimal(cents).scaleb(-2)
    text = FORM.format(unit="万元", amount=bare(first, "万元", 2), count=7, first=shown(first * factor, "元", 0), second="100元")
    assert "EC331" in errors(text)
