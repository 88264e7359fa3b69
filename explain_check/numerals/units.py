"""Units that may follow a number: money, percentages, multiples and counting words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from explain_check.model.figure import MEASURED, PERCENT, PERCENTAGE_POINT

TIMES = "倍"

#: Money by the word before 元: the unit, and by how many places the number is shifted into it.
MONEY_SCALES = {
    "": ("元", 0),
    "百": ("百元", 0),
    "千": ("千元", 0),
    "万": ("万元", 0),
    "十万": ("万元", 1),
    "百万": ("百万元", 0),
    "千万": ("千万元", 0),
    "亿": ("亿元", 0),
    "十亿": ("亿元", 1),
    "百亿": ("亿元", 2),
    "千亿": ("亿元", 3),
    "万亿": ("亿元", 4),
}

#: Places by which a scale word shifts a count: 3万人 is 30000 人.
COUNT_SCALES = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12}

#: Counting words, each with what may not follow it: 5项 counts, 5项目 does not (but 3项目标 does).
COUNT_WORDS = {
    "平方公里": "",
    "平方千米": "",
    "立方米": "",
    "平方米": "",
    "个月": "",
    "人次": "",
    "人日": "",
    "批次": "",
    "车次": "",
    "公里": "",
    "公顷": "",
    "公斤": "",
    "小时": "",
    "分钟": "",
    "千米": "",
    "千瓦": "",
    "㎡": "",
    "m²": "",
    "人": "民|员|大|均|社|才|事|力|防|行|工|口|头|身|为|体|物|文|类|月|数",
    "名": "称|单|义|额|录|目|次|牌|下",
    "位": "数|于|列|居|置",
    "辆": "",
    "台": "账|湾|风|阶|历",
    "套": "餐|取|用",
    "个": "人所得|人信息|人账|人缴|人和|别|税|体|性|案|位",
    "项": "目(?!标)|下",
    "家": "庭|具|电|长|属|乡",
    "次": "年|数|级|要|日|月|于|性|序|生|品|区",
    "批": "准|复|发|评|示|改",
    "条": "件|例|款|目|线|文|形",
    "处": "理|罚|置|于|级|分|长|室|方",
    "份": "额|子",
    "户": "外|籍|口|型|主|均|名|头",
    "所": "有|需|属|在|得|以|长|谓|致|示|列|述|用",
    "件": "",
    "篇": "章|幅",
    "册": "子",
    "座": "谈|位|椅",
    "间": "接|隙|断|隔",
    "栋": "",
    "幢": "",
    "吨": "",
    "亩": "",
    "米": "",
    "张": "",
    "艘": "",
    "架": "构|设",
    "棵": "",
    "株": "",
    "盏": "",
    "例": "如|行|会|外|子|假",
    "宗": "旨|教",
    "场": "所|地|馆|景|合|次|均|站",
    "部": "门|委|分|级|署|队|长|位|属|里|省",
    "支": "出|付|持|撑|部|行|援|农|线|教|气",
    "只": "有|能|是|需|要|为",
    "头": "部|条",
    "天": "然|津|河|气|府",
}

#: Counting words that measure: areas, lengths, weights, times.
MEASURES = MEASURED | {"天", "个月", "人日"}

#: Counting words for people and things.
THINGS = frozenset(COUNT_WORDS) - MEASURES - {"㎡", "m²"}

#: Written otherwise, meant the same.
SAME_COUNT = {"㎡": "平方米", "m²": "平方米"}


class Unit(NamedTuple):
    """What the words after a number say.

    ``places`` shifts the number into ``name``; ``open_above`` marks 余 and 多; ``guessed`` marks 万 or 亿 without 元.
    """

    name: str
    places: int = 0
    open_above: bool = False
    guessed: bool = False


@lru_cache(maxsize=1024)
def name_unit(tail: str) -> Unit:
    """Return the unit of a printed tail such as ``万元``, ``余 万``, ``个百分点`` or ``万人``; KeyError for any other."""
    words = "".join(tail.split())
    open_above = "余" in words or "多" in words
    words = words.replace("余", "").replace("多", "")
    if words in ("%", "％"):
        return Unit(PERCENT, 0, open_above)
    if words.endswith(PERCENTAGE_POINT):
        return Unit(PERCENTAGE_POINT, 0, open_above)
    if words[-1:] in ("元", "圆"):
        return Unit(*MONEY_SCALES[words[:-1]], open_above)
    if words in MONEY_SCALES:
        return Unit(*MONEY_SCALES[words], open_above, guessed=True)
    return _name_count(words, open_above)


def _name_count(words: str, open_above: bool) -> Unit:
    for cut in (0, 1, 2):
        word = words[cut:]
        if word in COUNT_WORDS or word == TIMES:
            return Unit(SAME_COUNT.get(word, word), COUNT_SCALES[words[:cut]] if cut else 0, open_above)
    raise KeyError(words)
