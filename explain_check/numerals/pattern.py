"""The pattern that finds every number of a text together with its unit."""

from __future__ import annotations

import re

from explain_check.numerals.chinese import NUMERALS
from explain_check.numerals.units import COUNT_WORDS

DIGITS = "0-9０-９"

# counting words, longest first, each with the words it must not begin: 人(?!民|员)
_COUNTS = "|".join(f"{word}(?!{barred})" if barred else word for word, barred in COUNT_WORDS.items())

# 元 but not 元旦, 元件, nor 3元5角, whose value would be lost
_YUAN = rf"[元圆](?![旦件素月宵首老器组化结次区县桥村镇满形圈桌明]|\s*[{DIGITS}{NUMERALS}]+\s*角)"

_TAIL = rf"""
    \s*+ [余多]?+ \s*+
    (?:
        [%％](?!\s*[%％‰])                                           # 47 %
      | (?:个\s*+)?百\s*+分\s*+点                                    # 7.8个百分点
      | (?:(?:[十百千]\s*+)?(?:万(?:\s*+亿|(?!\s*+亿))|亿)|[百千])?    # 万, 千万, 万亿
        (?:\s*+[余多])?
        (?:
            \s*+ {_YUAN}
          | [^\S\n]*+ (?: {_COUNTS} | 倍(?![增率数速]) )
          | (?<=[万亿]) | (?<=[万亿][余多])(?![百千])                # 0.3万。
        )
    )
"""

#: Groups: ``number`` with ``blob`` (digits that need care), ``share`` (百分之…) or ``hanzi``; ``tail`` is the unit.
#: Samples: 3048.31万元 / 4,40\n5.73万元 / 百分之三点五 / 二十余万元.
NUMBER = re.compile(
    rf"""
    (?P<number>[{DIGITS}{NUMERALS}]
      (?:
        (?<=[{DIGITS}])[{DIGITS}]*+(?:[.．][{DIGITS}]++)?
        (?! (?![,，](?:19|20)[0-9]{{2}}\s*年) [.．,，\s]*+[{DIGITS}] )
      | (?P<blob>(?<=[{DIGITS}])(?:[{DIGITS}.．,，\s]*[{DIGITS}])?)
      | (?P<share>(?<=百)分\s*+之\s*+(?:[{DIGITS}]++(?:[.．][{DIGITS}]++)?(?![.．,，]?[{DIGITS}])|[{NUMERALS}]++(?:点[{NUMERALS}]++)?))
      | (?P<hanzi>[{NUMERALS}]*+(?:点[{NUMERALS}]++|(?!点[{NUMERALS}])))
      )
    )
    (?P<tail>{_TAIL})?
    (?(hanzi)(?(tail)|(?!)))
    """,
    re.VERBOSE,
)
