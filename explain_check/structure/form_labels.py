"""The labels of a performance form and what they say of the cell beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.lexicon import senses
from explain_check.structure.fold import squeezed

#: 其中:财政拨款 | 1、资金来源:(1)财政性资金 | 2. 项目概况
_LEADING = re.compile(r"^(?:\d{1,2}[、.](?:资金(?:来源|结构):)?|[一二三四五六七八九十]{1,2}、|其中:|[*★])+")
_BRACKET = re.compile(r"[(][^()]*[)]")
_LONGEST = 24


@lru_cache(maxsize=4096)
def label_sense(text: str) -> str:
    """Return what a cell says as a label, empty where it is none (see lexicons/form_fields.csv)."""
    if len(text) > _LONGEST:
        return ""
    words = squeezed(text)
    joined = words.replace("(", "").replace(")", "")
    for bare in (words, joined, _BRACKET.sub("", words)):
        known = _fields().get(_LEADING.sub("", bare).strip(":"))
        if known:
            return known
    return ""


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    return senses("form_fields")
