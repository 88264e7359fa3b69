"""Prices: amounts of one person, one piece, one month (每人每月工资3528元, 0.05元/条, 7.3875万元每人每年)."""

from __future__ import annotations

import re

#: What prices are counted per; 个 may stand before it.
_ONES = (
    "人|名|位|生|台|套|月|天|日|次|条|平方米|平米|吨|亩|户|学期|学年|期|班|份|本|册|辆|件|张|间|床|课时|小时|公里"
    "|季度|批|处|所|村|社区|场|盏|棵"
)
#: 每人每月工资3528元 | 单价 | 补助标准: the amount is the price of one
_PRICE_WORDS = re.compile(rf"(?:每[个名]?(?:{_ONES})|单价|均价|标准|[人生户日月]均|平均)[^,;。]{{0,14}}$")
_PER = re.compile(rf"每个?(?P<unit>{_ONES}|年)")
#: /人/月 | /平方米·月 right behind an amount
_SLASHES = re.compile(r"(?:[/·.][^/,;。、)(¶\d=×*·.]{1,4})*")
_SLASH = re.compile(r"[/·.]每?(?P<unit>[\u4e00-\u9fff㎡]{1,3}?)(?=[/·.]|$|计|的|标准|收|进|测|左右|共|合)")
_LEADING = re.compile(r"(?:每个?[\u4e00-\u9fff]{1,3}?(?=每|[,;。、)(¶]|$|\d|[计的标收]))+")
_BEHIND = frozenset("/·.每")
_EACH = {"人均": "人", "生均": "人", "户均": "户", "日均": "天", "月均": "月"}
_AVERAGE = re.compile("|".join(_EACH))
_NOTHING: frozenset[str] = frozenset()
_SAME = {"名": "人", "位": "人", "生": "人", "日": "天", "㎡": "平方米", "平米": "平方米", "平方": "平方米", "个月": "月"}


def per_unit(unit: str) -> str:
    """Return a counting word as prices name it: 名 and 位 are 人, 个月 is 月."""
    return _SAME.get(unit, unit)


def price_of(label: str, after: str) -> tuple[bool, frozenset[str]]:
    """Return whether the words before and behind an amount make it a price, and what it is counted per; empty for nothing named.

    每人每月工资, 单价 and 补助标准 do; 每年 alone does not.
    """
    words = _PRICE_WORDS.search(label)
    if words is None and after[:1] not in _BEHIND:
        return False, _NOTHING
    before = _PER.findall(label[words.start() :]) if words else []
    slashes, leading = (_SLASHES.match(after), _LEADING.match(after)) if after[:1] in _BEHIND else (None, None)
    behind = [match["unit"] for match in _SLASH.finditer(slashes.group() if slashes else "")]
    behind += _PER.findall(leading.group()) if leading else []
    before += [_EACH[word.group()] for word in _AVERAGE.finditer(label[words.start() :])] if words else []
    units = frozenset(per_unit(unit) for unit in (*before, *behind))
    return bool(words or units), units
