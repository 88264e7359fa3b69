"""Wrong usage, said so that a person can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

import click

from explain_check.cli.language import pick

#: EC1O1 and ECl01 are typed for EC101
_DIGITS_MEANT = str.maketrans("OIL", "011")
#: Got unexpected extra argument (b)
_TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def near(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that a mistyped one may mean, nearest first."""
    listed = list(known)
    digits = word.upper()[:2] + word.upper()[2:].translate(_DIGITS_MEANT)
    return get_close_matches(digits if digits in listed else word, listed, n=3, cutoff=0.5)


def suggestion(words: Iterable[str], lang: str) -> str:
    """Return the question after a typing mistake, empty where nothing is near."""
    listed = list(words)
    if not listed:
        return ""
    return pick(lang, f"是不是想用 {'、'.join(listed)}？", f"Did you mean {', '.join(listed)}?")


def explain(error: click.ClickException, lang: str) -> str:
    """Return what was wrong with a command line."""
    match error:
        case click.NoSuchOption():
            hint = suggestion(error.possibilities or [], lang)
            return pick(lang, f"没有选项 {error.option_name}。{hint}", f"No such option {error.option_name}. {hint}").strip()
        case click.MissingParameter():
            return pick(lang, f"缺少参数 {_name(error)}。", f"Missing {_name(error)}.")
        case click.BadOptionUsage():
            return pick(lang, f"选项 {error.option_name} 用法不对：后面要有一个值。", error.format_message())
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, click.Choice):
            choices = [str(choice) for choice in error.param.type.choices]
            return pick(lang, f"{_name(error)} 只能是 {'、'.join(choices)} 之一。", f"{_name(error)} must be one of {', '.join(choices)}.")
        case click.BadParameter() if error.param is not None:
            return pick(lang, _wrong_value(error, error.param.type), error.format_message())
        case click.UsageError() if found := _TOO_MUCH.match(error.message):
            return pick(lang, f"多出了参数 {found[1]}。文件名含空格时请加引号。", error.format_message())
        case _:
            return error.format_message()


def _wrong_value(error: click.BadParameter, kind: object) -> str:
    """Return in Chinese what an option's value should be."""
    match kind:
        case click.IntRange() | click.FloatRange():
            least = f"{'大于' if kind.min_open else '不小于'} {kind.min} 的" if kind.min is not None else ""
            return f"{_name(error)} 要写一个{least}{'整数' if isinstance(kind, click.IntRange) else '数'}。"
        case click.Path() if "director" in error.message:
            wanted = "这是一个文件夹，这里要写文件名" if not kind.dir_okay else "这里要写文件夹名"
            return f"{_name(error)}：{wanted}。"
        case click.Path() if not kind.file_okay:
            return f"{_name(error)}：这是一个文件，这里要写文件夹名。"
        case _:
            return f"{_name(error)}：{error.message}"


def _name(error: click.BadParameter) -> str:
    """Return the parameter as the person knows it: --format, or 路径."""
    if error.param is None:
        return ""
    if isinstance(error.param, click.Argument):
        return (error.param.metavar or error.param.human_readable_name).strip(".[]")
    return error.param.opts[0]


def report_usage(error: click.ClickException, lang: str) -> None:
    """Say on standard error what was wrong and where to read more."""
    click.echo(f"{pick(lang, '错误：', 'Error: ')}{explain(error, lang)}", err=True)
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(pick(lang, "用法见：", "See: ") + f"{error.ctx.command_path} --help", err=True)
