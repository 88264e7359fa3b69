"""``explain-check lexicon``: prove the word lists by their examples, or find phrases that they lack."""

from __future__ import annotations

from pathlib import Path

import click

from explain_check.cli.language import pick
from explain_check.cli.spoken import command
from explain_check.cli.targets import find_targets
from explain_check.model.errors import ExplainCheckError

ACTIONS = ("check", "suggest")
HELP = (
    "check：逐行用例句检验词表；suggest 文件…：列出未能归类的原因里常见的词语，附次数和一句原文，供增补词表。",
    "check: prove every row by its example; suggest PATH...: frequent words of reasons without a category, with a count and a quote.",
)


def build(lang: str) -> click.Command:
    """Return the command."""
    action = click.Argument(["action"], type=click.Choice(ACTIONS), metavar="check|suggest")
    paths = click.Argument(["paths"], nargs=-1, type=click.Path(path_type=Path), metavar=pick(lang, "[文件]...", "[PATH]..."))
    return command("lexicon", lang, action, paths, help=HELP, run=run)


def run(action: str, paths: tuple[Path, ...], lang: str) -> int:
    """Prove the lists (exit code 1 where a row fails), or print suggestions as tab-separated lines."""
    if action == "check":
        return _check(lang)
    if not paths:
        raise click.UsageError(pick(lang, "请给出文件或文件夹：explain-check lexicon suggest 文件…", "name files or folders to look into"))
    return _suggest(paths, lang)


def _check(lang: str) -> int:
    from explain_check.pipeline import find_broken_rows

    count = 0
    for name, line, phrase, problem in find_broken_rows():
        click.echo(f"{name}.csv:{line}\t{phrase}\t{problem}")
        count += 1
    click.echo(pick(lang, f"{count} 行有问题" if count else "词表各行均由例句证明", f"{count} rows fail"), err=True)
    return 1 if count else 0


def _suggest(paths: tuple[Path, ...], lang: str) -> int:
    from explain_check.pipeline import check_document, readable_suffixes, suggest_phrases

    checked, code = [], 0
    for target in find_targets(paths, readable_suffixes(), None, lang):
        if target.problem:
            click.echo(target.problem, err=True)
            code = 2
            continue
        try:
            checked.append(check_document(target.document))
        except ExplainCheckError as error:
            click.echo(pick(lang, str(error), error.english), err=True)
            code = 2
    suggestions = suggest_phrases(checked)
    for suggestion in suggestions:
        click.echo(f"{suggestion.count}\t{suggestion.phrase}\t{suggestion.quote}")
    if checked and not suggestions:
        click.echo(pick(lang, "未能归类的原因里没有常见的词语，词表无须增补", "no frequent words in reasons without a category"), err=True)
    return code
