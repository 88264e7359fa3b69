"""Statements of movement with their reasons, and the slips planted in them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from explain_check.reasons.rows import reason_rows

#: Which categories explain what, upwards and downwards.
CAUSES: dict[tuple[str, int], tuple[str, ...]] = {
    ("people", 1): ("pay_rise", "headcount"),
    ("people", -1): ("headcount",),
    ("public", 1): ("price",),
    ("public", -1): ("frugality",),
    ("project", 1): ("project_growth", "workload"),
    ("project", -1): ("project_cut", "project_end"),
    ("three_public", 1): ("price",),
    ("three_public", -1): ("frugality",),
}
#: What the word lists do not give for one direction alone.
OWN_WORDS = {
    ("insurance", 1): ("工资标准提高，缴费基数随之上调", "社会保险缴费基数上调", "缴费基数按上年工资重新核定后提高"),
    ("insurance", -1): ("在职人员调出，缴费人数减少", "缴费基数按实际工资核减"),
    ("retired", 1): ("退休人员增加，退休人员生活补贴标准提高", "新增退休人员"),
    ("retired", -1): ("退休人员自然减员",),
    ("vehicles", 1): ("车辆使用年限较长，维修费用增加", "燃油价格上涨，车辆维修增多"),
    ("vehicles", -1): ("规范公务用车派车管理，减少车辆出行", "严格公务用车管理，压减运行费用"),
    ("reception", 1): ("上级部门检查调研增加，接待批次增加",),
    ("reception", -1): ("严格执行公务接待审批制度，压缩接待批次和陪餐人数", "落实中央八项规定精神，从严控制接待标准"),
    ("operating", 1): ("新进人员增加，按定额核定的公用经费相应增加", "公用经费定额标准提高"),
    ("operating", -1): ("坚持过紧日子，压减办公费、差旅费等一般性支出", "厉行节约，压缩会议费和印刷费"),
}
_LONGEST, _SHORTEST = 24, 5
KINDS = ("wrong_rate", "wrong_denominator", "turned_word", "wrong_amount", "table_cell")
#: The rules that may report a slip.
RULES = {
    "wrong_rate": ("EC101",),
    "wrong_denominator": ("EC101",),
    "turned_word": ("EC102",),
    "wrong_amount": ("EC101", "EC201", "EC202", "EC203"),
    "table_cell": ("EC301", "EC201"),
    "year_break": ("EC502",),
}


@cache
def reasons(subject: str, sign: int) -> tuple[str, ...]:
    """Return the reasons for a movement of a kind of spending."""
    effect = {1: "increase", -1: "decrease"}[sign]
    found = (
        row.example.rstrip("。")
        for row in reason_rows()
        if row.kind == "phrase" and row.effect == effect and row.sense in CAUSES.get((subject, sign), ())
    )
    return OWN_WORDS.get((subject, sign), ()) + tuple(
        sorted(words for words in found if _SHORTEST <= len(words) <= _LONGEST and _is_plain(words))
    )


def _is_plain(words: str) -> bool:
    return not any(char.isdigit() or char in "。；：、“”" for char in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A mistake to plant: its kind and the number of the place among those where it can stand."""

    kind: str
    at: int


@dataclass(slots=True)
class Pen:
    """Writes figures and statements in one style; counts where slips can stand and remembers what was planted."""

    rng: random.Random
    separators: bool
    blanks: bool
    slip: Slip | None = None
    planted: list[dict[str, str]] = field(default_factory=list)
    statements: int = 0
    cells: int = 0

    def amount(self, hundredths: int) -> str:
        """Return an amount of 万元 as digits."""
        text = f"{abs(hundredths) // 100:,}.{abs(hundredths) % 100:02d}"
        return ("-" if hundredths < 0 else "") + (text if self.separators else text.replace(",", ""))

    def money(self, hundredths: int) -> str:
        """Return an amount with its unit, as prose prints it."""
        gap = " " if self.blanks else ""
        return f"{gap}{self.amount(hundredths)}{gap}万元"

    def cell(self, hundredths: int, *, leaf: bool = False) -> str:
        """Return an amount as a table prints it: nothing for zero; a slip may stand in a leaf."""
        if not hundredths:
            return ""
        if leaf:
            self.cells += 1
            if self.slip is not None and self.slip.kind == "table_cell" and self.slip.at == self.cells:
                wrong = hundredths + self.rng.choice((-1, 1)) * 10 ** self.rng.randint(2, 3)
                wrong = wrong if wrong > 0 else hundredths + 1000
                self.planted.append(_planted("table_cell", self.amount(wrong), self.amount(hundredths), self.amount(wrong)))
                return self.amount(wrong)
        return self.amount(hundredths)

    def share(self, part: int, whole: int) -> str:
        """Return 占x%."""
        return f"占{' ' if self.blanks else ''}{percent(part, whole)}%"

    def moved(self, subject: str, kind: str, now: int, before: int, bases: tuple[str, ...], *, ends: str = "。") -> str:
        """Return a statement with its reason: 基本支出3,048.31万元，比上年预算增加100.93万元，增长3.42%，主要原因是…."""
        base = self.rng.choice(bases)
        if now == before:
            same = self.rng.choice(("与上年持平", "与上年预算持平")) if "预算" in base else "与上年持平"
            return f"{subject}{self.money(now)}，{same}{ends}"
        sign = 1 if now > before else -1
        current, delta, rate = self.money(now), self.money(abs(now - before)), percent(abs(now - before), before) if before else ""
        verb, rise = self.rng.choice(((("增加", "增长"), ("增加", "上升")), (("减少", "下降"), ("减少", "降低")))[sign < 0])
        words = self.rng.choice(reasons(kind, sign))
        joint = self.rng.choice(("，主要原因是", "，主要原因为", "，主要是因为", "。主要原因：", "，主要原因是："))
        slip = self._slip_here(now, before)
        if slip == "wrong_rate":
            rate = _other_rate(rate, self.rng)
        elif slip == "wrong_denominator":
            rate = percent(abs(now - before), now)
        elif slip == "turned_word":
            verb = "减少" if sign > 0 else "增加"
        elif slip == "wrong_amount":
            current = self.money(_swapped(now))
        rated = f"，{rise}{' ' if self.blanks else ''}{rate}%" if rate else ""
        statement = f"{subject}{current}，{base}{verb}{delta}{rated}"
        if slip:
            right = {"turned_word": {1: "增加", -1: "减少"}[sign], "wrong_amount": self.amount(now)}.get(slip) or percent(
                abs(now - before), before
            )
            wrong = {"turned_word": verb, "wrong_amount": self.amount(_swapped(now))}.get(slip) or rate
            self.planted.append(_planted(slip, statement, right, wrong))
        return f"{statement}{joint}{words}{ends}"

    def _slip_here(self, now: int, before: int) -> str:
        """Return the kind of the slip that belongs here, empty for none; only statements count whose figures show it."""
        delta = abs(now - before)
        if not before or delta < 100 or delta * 50 < before or delta > before or _swapped(now) == now:
            return ""
        self.statements += 1
        if self.slip is None or self.slip.kind not in ("wrong_rate", "wrong_denominator", "turned_word", "wrong_amount"):
            return ""
        return self.slip.kind if self.slip.at == self.statements else ""


def _planted(kind: str, quote: str, right: str, wrong: str) -> dict[str, str]:
    return {"kind": kind, "quote": quote.strip(), "right": right.strip(), "wrong": wrong.strip(), "rules": ",".join(RULES[kind])}


def percent(part: int, whole: int) -> str:
    """Return a percentage with two decimals, halves up; 0.00 of nothing."""
    value = Decimal(part) * 100 / Decimal(whole) if whole else Decimal(0)
    return f"{value.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP)}"


def _other_rate(rate: str, rng: random.Random) -> str:
    value = Decimal(rate) + rng.choice((-1, 1)) * Decimal(rng.randint(30, 900)) / 100
    return f"{value if value > 0 else Decimal(rate) + 5:.2f}"


def _swapped(amount: int) -> int:
    """Return an amount with the first two different neighbouring digits of its whole part swapped."""
    digits = list(str(amount))
    for i in range(len(digits) - 3):
        if digits[i] != digits[i + 1] and digits[i + 1] != "0":
            digits[i], digits[i + 1] = digits[i + 1], digits[i]
            return int("".join(digits))
    return amount
