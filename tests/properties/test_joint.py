"""Laws of change statements that belong together: what true amounts round to is always possible."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from explain_check.pipeline import check_text
from explain_check.reconcile.polygons import add, clip, rectangle, sides

TENTH = Decimal("0.1")
amounts = st.integers(min_value=600, max_value=10**5).map(lambda n: Decimal(n).scaleb(-3))
numbers = st.integers(-50, 50).map(Fraction)
points = st.tuples(numbers, numbers)


def statement(name: str, current: Decimal, prior: Decimal, is_printed: bool) -> str:
    """Return a statement whose rate is taken of the true amounts, or of the printed ones."""
    shown, base = current.quantize(TENTH, ROUND_HALF_UP), prior.quantize(TENTH, ROUND_HALF_UP)
    delta = shown - base if is_printed else (current - prior).quantize(TENTH, ROUND_HALF_UP)
    rate = ((shown - base) / base if is_printed else (current - prior) / prior) * 100
    if not delta:
        return f"{name}{shown}万元，与2020年预算持平。"
    verb = ("增加", "增长") if delta > 0 else ("减少", "下降")
    return f"{name}{shown}万元，比2020年{verb[0]}{abs(delta)}万元，{verb[1]}{abs(rate).quantize(Decimal('0.01'), ROUND_HALF_UP)}%。"


@settings(max_examples=200, deadline=None)
@given(amounts, amounts, amounts, amounts, st.booleans())
def test_honest_families_are_never_accused(a: Decimal, b: Decimal, c: Decimal, d: Decimal, is_printed: bool) -> None:
    told = [
        statement("2021年“三公”经费预算为", a + b, c + d, is_printed),
        "因公出国（境）费0.0万元，与2020年预算持平。公务用车购置费0.0万元，与2020年预算持平。",
        statement("公务用车运行维护费", a, c, is_printed),
        statement("公务接待费", b, d, is_printed),
    ]
    findings = check_text("\n".join(["某市某中心2021年部门预算", *told])).findings
    errors = [finding for finding in findings if finding.severity.value == "error" and finding.rule in ("EC101", "EC120")]
    assert errors == []


@given(points, points, points, points)
def test_a_sum_of_points_lies_in_the_sum_of_their_boxes(a: tuple, b: tuple, c: tuple, d: tuple) -> None:
    def box(p: tuple, q: tuple) -> tuple:
        return rectangle((min(p[0], q[0]), max(p[0], q[0])), (min(p[1], q[1]), max(p[1], q[1])))

    total = add(box(a, b), box(c, d))
    point = (a[0] + c[0], a[1] + c[1])
    assert all(x * point[0] + y * point[1] >= least for x, y, least in sides(total))
    assert clip(rectangle((point[0], point[0]), (point[1], point[1])), sides(total))
    far = max(x for x, _ in total) + 1
    assert not clip(rectangle((far, far), (point[1], point[1])), sides(total))
