"""The words of the text report, Chinese and English."""

from __future__ import annotations

from explain_check.lexicon.labels import label
from explain_check.model.finding import Severity

SEVERITIES = {Severity.ERROR: ("错误", "error"), Severity.WARNING: ("警告", "warning"), Severity.INFO: ("提示", "note")}
MARKS = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.INFO: "·"}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def pick(lang: str, chinese: str, english: str) -> str:
    """Return the text in the language asked for; Chinese where there is no English."""
    return english if lang == "en" and english else chinese


def reason_label(reason: str, lang: str) -> str:
    """Return the words for why a figure was not checked; a reason that is words already stays as it is."""
    return label("obstacle", reason, lang)


def severity_label(severity: Severity, lang: str) -> str:
    """Return the words for a severity."""
    return pick(lang, *SEVERITIES[severity])


def counted(count: int, severity: Severity, lang: str) -> str:
    """Return a count of findings in words: 2 个警告."""
    word = severity_label(severity, lang)
    return f"{count} {word}{'' if count == 1 else 's'}" if lang == "en" else f"{count} 个{word}"
