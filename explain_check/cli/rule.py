"""``explain-check rule``: list the rules, or print the page of one."""

from __future__ import annotations

import click

from explain_check.cli.language import pick
from explain_check.cli.selection import unknown_code
from explain_check.cli.spoken import command
from explain_check.model.finding import Severity
from explain_check.model.rule import Rule

HELP = (
    "不带代码时列出全部规则；带代码（如 EC101）时说明这条规则查什么、为什么、什么时候报告；EC1 列出整个系列。",
    "List all rules, or print the page of one (EC101); EC1 lists a family.",
)
SEVERITIES = {Severity.ERROR: ("错误", "error  "), Severity.WARNING: ("警告", "warning"), Severity.INFO: ("提示", "info   ")}


def build(lang: str) -> click.Command:
    """Return the command."""
    code = click.Argument(["code"], required=False, default="", metavar=pick(lang, "[代码]", "[CODE]"))
    return command("rule", lang, code, help=HELP, run=run)


def run(code: str, lang: str) -> int:
    """Print the page of a rule, or a list."""
    from explain_check.pipeline import all_rules

    rules = sorted(all_rules(), key=lambda rule: rule.code)
    wanted = code.strip().upper()
    family = [rule for rule in rules if rule.code.startswith(wanted) or rule.name == code.strip()]
    if not family:
        raise click.UsageError(unknown_code(wanted, [rule.code for rule in rules], lang))
    if len(family) == 1 and wanted:
        click.echo(_page(family[0], lang))
    else:
        for rule in family:
            click.echo(_line(rule, lang))
    return 0


def _line(rule: Rule, lang: str) -> str:
    """Return a rule on one line."""
    severity = pick(lang, *SEVERITIES[rule.severity])
    return f"{rule.code}  {severity}  {pick(lang, f'{rule.label}（{rule.name}）', f'{rule.name} ({rule.label})')}"


def _page(rule: Rule, lang: str) -> str:
    """Return the page of a rule."""
    return f"{_line(rule, lang)}\n\n{rule.page.strip()}"
