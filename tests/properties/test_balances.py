"""Laws of the sums in tables: honest rounding is never accused, a corrupted figure in a doubly determined place is named."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from explain_check.model.finding import Finding
from explain_check.pipeline import check_text

CENT = Decimal("0.01")
amounts = st.integers(min_value=1, max_value=10**8).map(lambda n: Decimal(n).scaleb(-4))
rows = st.lists(st.tuples(amounts, amounts), min_size=3, max_size=7)
CLASSES = (
    "201	一般公共服务支出",
    "205	教育支出",
    "208	社会保障和就业支出",
    "210	卫生健康支出",
    "212	城乡社区支出",
    "213	农林水支出",
    "221	住房保障支出",
)


def disclosure(table: list[list[Decimal]]) -> str:
    lines = ["\t".join([label, *(f"{cell:.2f}" for cell in row)]) for label, row in zip(("	合计", *CLASSES), table, strict=False)]
    head = ["某市某中心2024年部门预算", "部门支出总体情况表", "单位：万元", "科目编码	科目名称	合计	基本支出	项目支出"]
    return "\n".join([*head, *lines])


def true_table(values: list[tuple[Decimal, Decimal]]) -> list[list[Decimal]]:
    items = [[a + b, a, b] for a, b in values]
    return [[sum(column, Decimal(0)) for column in zip(*items, strict=True)], *items]


def sums_told(text: str) -> list[Finding]:
    return [finding for finding in check_text(text).findings if finding.rule.startswith("EC30")]


@settings(max_examples=150, deadline=None)
@given(rows, st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]))
def test_honest_figures_are_never_accused(values: list[tuple[Decimal, Decimal]], rounding: str) -> None:
    table = [[cell.quantize(CENT, rounding) for cell in row] for row in true_table(values)]
    assert [finding for finding in sums_told(disclosure(table)) if finding.severity.value == "error"] == []


def test_a_table_that_cuts_its_figures_off_is_not_accused() -> None:
    values = [(Decimal(f"{n}.0099"), Decimal(f"{n + 3}.0099")) for n in range(11, 18)]
    table = [[cell.quantize(CENT, ROUND_DOWN) for cell in row] for row in true_table(values)]
    assert sums_told(disclosure(table)) == []
    table[2][0] += Decimal("0.50")
    assert [finding.stated for finding in sums_told(disclosure(table))] == [f"{table[2][0]:.2f}"]


@settings(max_examples=150, deadline=None)
@given(rows, st.data())
def test_a_corrupted_figure_where_row_and_column_meet_is_named(values: list[tuple[Decimal, Decimal]], data: st.DataObject) -> None:
    exact = [(a.quantize(CENT), b.quantize(CENT)) for a, b in values]
    table = true_table(exact)
    row = data.draw(st.integers(1, len(table) - 1))
    column = data.draw(st.integers(0, 2))
    right = table[row][column]
    wrong = right + data.draw(st.integers(min_value=100, max_value=10**6).map(lambda n: Decimal(n).scaleb(-2)))
    table[row][column] = wrong
    [finding] = sums_told(disclosure(table))
    assert finding.stated == f"{wrong:.2f}"
    assert abs(Decimal(finding.computed or "0") - right) < len(table) * CENT
