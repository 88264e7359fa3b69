"""explain-check: hold every figure of a 情况说明 against every other.

``check_document(path)`` checks one disclosure; ``all_rules()`` lists the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explain_check.pipeline import all_rules, check_document

__version__ = "0.1.0"
__all__ = ["__version__", "all_rules", "check_document"]


def __getattr__(name: str) -> object:
    """Load the pipeline only when it is used: importing the package stays cheap."""
    if name in ("check_document", "all_rules"):
        from explain_check import pipeline

        return getattr(pipeline, name)
    raise AttributeError(name)
