"""Reasons that carry amounts: an honest rounding is never reported, a wrong amount is."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from explain_check.pipeline import check_text

CENT = Decimal("0.01")
AMOUNTS = st.lists(
    st.decimals(min_value=-900, max_value=900, places=4).filter(lambda value: abs(value) > Decimal("0.006")), min_size=2, max_size=5
)
ORDER = "一二三四五"


def printed(value: Decimal) -> Decimal:
    return abs(value).quantize(CENT, ROUND_HALF_UP)


def disclosure(total: Decimal, parts: list[Decimal]) -> str:
    points = "；".join(
        f"{ORDER[i]}是第{ORDER[i]}项工作经费{'增加' if part > 0 else '减少'}{part:.2f}万元".replace("-", "") for i, part in enumerate(parts)
    )
    verb = "增加" if total > 0 else "减少"
    return f"某市某中心2024年部门预算\n2024年支出总计9,000.00万元，比2023年{verb}{abs(total):.2f}万元，主要原因：{points}。"


def codes(text: str) -> set[str]:
    return {finding.rule for finding in check_text(text).findings}


@given(AMOUNTS)
def test_an_honest_rounding_is_never_reported(parts):
    total = sum(parts, Decimal(0))
    assume(printed(total) > 0)
    shown = [printed(part).copy_sign(part) for part in parts]
    assert "EC408" not in codes(disclosure(printed(total).copy_sign(total), shown))


@given(AMOUNTS.map(lambda parts: [abs(part) for part in parts]), st.decimals(min_value=1, max_value=500, places=2))
def test_more_than_the_whole_is_reported(parts, extra):
    shown = [printed(part) for part in parts]
    total = sum(shown, Decimal(0))
    assume(total > 0)
    wrong = [shown[0] + extra, *shown[1:]]
    # One item with the amount of the whole says what the others are parts of.
    assume(total not in wrong and total not in shown)
    assert "EC408" in codes(disclosure(total, wrong))
