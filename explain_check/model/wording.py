"""What the words of a statement allow, beside its figures."""

from __future__ import annotations

import re

_ROUGHLY = re.compile(
    r"(?:基本|大致|大体|总体|略有)上?\s*(?:保持)?\s*(?:[与和同跟](?!支出|收入)[^,，。;；]{0,16}?)?(?:保持)?\s*(?:持平|一致|相同|相当)"
)


def says_roughly_equal(quote: str) -> bool:
    """Whether words allow a small movement: 与上年基本持平 | 基本与上年支出数持平; 基本支出与上年持平 does not."""
    return _ROUGHLY.search(quote) is not None
