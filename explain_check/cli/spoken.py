"""Commands whose help speaks the language asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

import click

from explain_check.cli.language import LANGUAGES, VARIABLE, pick

#: What click says of an option in English: [default: survey.duckdb; x>=1]
_SAID = ((r"\[default: ", "[默认 "), (r"\brequired\]", "必填]"), (r"\bx(>=?)(-?[\d.]+)\]", r"\1 \2]"), (r">= (?=[\d.]+\])", "≥ "))


class SpokenCommand(click.Command):
    """A command with its headings in the language of its context."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=pick(spoken(ctx), "用法： ", "Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading."""
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        records = [(names, _in_chinese(words) if spoken(ctx) == "zh" else words) for names, words in _records(options, ctx)]
        with formatter.section(pick(spoken(ctx), "选项", "Options")):
            formatter.write_dl(records)


def _records(options: list[click.Option], ctx: click.Context) -> list[tuple[str, str]]:
    return [record for option in options if (record := option.get_help_record(ctx))]


def _in_chinese(words: str) -> str:
    """Return the help of an option with what click adds to it in Chinese: [默认 survey.duckdb]."""
    for said, chinese in _SAID:
        words = re.sub(said, chinese, words)
    return words


def spoken(ctx: click.Context) -> str:
    """Return the language of a context."""
    lang = ctx.find_root().obj
    return lang if isinstance(lang, str) else LANGUAGES[0]


def command(
    name: str,
    lang: str,
    *parameters: click.Parameter,
    help: tuple[str, str],
    run: Callable[..., int],
    form: type[SpokenCommand] = SpokenCommand,
) -> click.Command:
    """Return a command; it takes ``--lang`` and ``--help`` beside its own parameters."""
    return form(
        name,
        params=[*parameters, language_option(lang), help_option(lang)],
        help=pick(lang, *help),
        options_metavar=pick(lang, "[选项]", "[OPTIONS]"),
        callback=run,
    )


def language_option(lang: str) -> click.Option:
    """Return the option ``--lang``; its value is known before, from the whole command line."""
    words = pick(
        lang, f"说明和报告的语言 [English: --lang en]，也可设环境变量 {VARIABLE}", f"language of help and report, or set {VARIABLE}"
    )
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), default=lang, help=words)


def help_option(lang: str) -> click.Option:
    """Return the option ``--help``."""

    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    words = pick(lang, "显示这一页 [help]", "show this page")
    return click.Option(["-h", "--help"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=words)
