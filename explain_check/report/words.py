"""The words of the text report, Chinese and English."""

from __future__ import annotations

from explain_check.model.finding import Obstacle, Severity

SEVERITIES = {Severity.ERROR: ("错误", "error"), Severity.WARNING: ("警告", "warning"), Severity.INFO: ("提示", "note")}
MARKS = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.INFO: "·"}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}

OBSTACLES = {
    Obstacle.NO_RATE: ("文中未印增减率", "no rate is printed"),
    Obstacle.NO_AMOUNT: ("文中未印增减额", "no amount of change is printed"),
    Obstacle.NO_CURRENT: ("文中未印本年数", "no amount of this year is printed"),
    Obstacle.NO_WHOLE: ("文中未印总数", "the whole is not printed"),
    Obstacle.NO_LINK: ("表中没有找到同一事项", "the same item was not found in the tables"),
    Obstacle.NO_TABLE: ("文件中没有相应的表", "the document has no table for it"),
    Obstacle.NO_YEAR: ("不知道是哪一年", "the year is not known"),
    Obstacle.SEVERAL_CELLS: ("表中有几处可能对应，无法确定", "several cells may be meant"),
    Obstacle.ZERO_BASE: ("上年数为零，无法计算增减率", "the base is zero"),
    Obstacle.NOT_EXACT: ("文中是约数", "the figure is an approximate one"),
    Obstacle.SINGLE_STATEMENT: ("全文只出现一次，没有可比对的数字", "it is printed once, beside no other figure"),
    Obstacle.NOT_CONCERNED: ("规则不适用", "the rule does not apply"),
    Obstacle.NOT_PRINTED_LAST_YEAR: ("上年公开文件中没有同一事项的金额", "last year's disclosure prints no such amount"),
    Obstacle.SEVERAL_AMOUNTS: ("上年公开文件中同一事项有几个金额，无法确定", "last year's disclosure prints several amounts for it"),
    Obstacle.OTHER_BASIS: (
        "与上年预算执行数比较，上年公开文件不印执行数",
        "compared with an execution figure, which last year's disclosure does not hold",
    ),
    Obstacle.BASIS_UNSAID: (
        "未写明与上年的预算数还是执行数比较",
        "the text does not say whether the budget or the execution is compared with",
    ),
}

#: Reasons of coverage that are no obstacle of a rule.
REASONS = {
    "no_partner": ("没有可比对的数字", "no other figure to hold it against"),
    "not_in_tables": ("表中没有找到同一金额", "the amount was not found in the tables"),
    "no_sum": ("不在任何合计之中，也没有别处印出", "part of no sum, printed nowhere else"),
    "zero_amount": ("金额为零，表中通常留空", "a zero, which tables leave blank"),
} | {obstacle.value: words for obstacle, words in OBSTACLES.items()}


def pick(lang: str, chinese: str, english: str) -> str:
    """Return the text in the language asked for; Chinese where there is no English."""
    return english if lang == "en" and english else chinese


def reason_label(reason: str, lang: str) -> str:
    """Return the words for why a figure was not checked; a reason that is words already stays as it is."""
    return pick(lang, *REASONS.get(reason, (reason, reason)))


def severity_label(severity: Severity, lang: str) -> str:
    """Return the words for a severity."""
    return pick(lang, *SEVERITIES[severity])


def counted(count: int, severity: Severity, lang: str) -> str:
    """Return a count of findings in words: 2 个警告."""
    label = severity_label(severity, lang)
    return f"{count} {label}{'' if count == 1 else 's'}" if lang == "en" else f"{count} 个{label}"
