"""The entry: names the commands, loads the one that is called, and turns every failure into one clear line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from explain_check import __version__
from explain_check.cli.errors import near, report_usage, suggestion
from explain_check.cli.language import language_of, pick
from explain_check.cli.spoken import SpokenCommand, help_option, language_option, spoken
from explain_check.cli.streams import drop_output, is_closed_pipe, prepare_streams
from explain_check.model.errors import ExplainCheckError

#: The objects of a document hang in no cycles: to look for some every 700 of them takes a tenth of the time.
_COLLECT = (50_000, 20, 20)

COMMANDS = {
    "check": ("核对一份或多份情况说明 [check disclosures]", "check disclosures and report what is wrong"),
    "survey": ("批量核对文件夹，结果存入汇总库 [survey folders]", "check whole folders and keep what was found in a store"),
    "trends": ("把汇总库做成分析报告 [trends over a survey]", "tables and pictures over a survey"),
    "rule": ("列出规则，或解释一条规则 [explain rules]", "list the rules, or explain one"),
    "lexicon": ("检验词表，或找出待增补的词语 [prove or grow the word lists]", "prove the word lists, or find phrases they lack"),
    "dump": ("显示某一阶段读到的内容 [show what was read]", "show what a stage read in a document"),
}
HELP = (
    "核对预决算公开文件：文字中的每个数字与其他数字、表格逐一对照，说明哪里不符、依据是什么、还有哪些未能核对。",
    "Check Chinese budget disclosures: hold every printed figure against every other that must agree with it.",
)


class LazyGroup(SpokenCommand, click.Group):
    """A group that loads a command's module only when the command is called."""

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object) -> click.Context:
        """Settle the language before anything is parsed."""
        lang = language_of(args)
        self.params = [language_option(lang), _version_option(lang), help_option(lang)]
        self.help = pick(lang, *HELP)
        self.options_metavar = pick(lang, "[选项]", "[OPTIONS]")
        self.subcommand_metavar = pick(lang, "命令 [参数]...", "COMMAND [ARGS]...")
        return super().make_context(info_name, args, parent, **{"obj": lang, **extra})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        built = import_module(f"explain_check.cli.{cmd_name}").build(spoken(ctx))
        return built if isinstance(built, click.Command) else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; a mistyped one suggests the near one."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(_no_such_command(args[0], spoken(ctx)), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section(pick(spoken(ctx), "命令", "Commands")):
            formatter.write_dl([(name, pick(spoken(ctx), *words)) for name, words in COMMANDS.items()])


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    prepare_streams()
    gc.set_threshold(*_COLLECT)
    words = list(sys.argv[1:] if args is None else args)
    try:
        code = _run(words)
        sys.stdout.flush()
    except OSError as error:
        code = _stream_failed(error, language_of(words))
    sys.exit(code)


def _run(words: list[str]) -> int:
    """Run the command that the words name and return the exit code."""
    lang = language_of(words)
    try:
        with GROUP.make_context("explain-check", list(words)) as context:
            code = GROUP.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        report_usage(error, lang)
        return 2
    except ExplainCheckError as error:
        click.echo(pick(lang, str(error), error.english), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(pick(lang, "已中断，报告不完整。", "Interrupted, the report is not complete."), err=True)
        return 2
    return code if isinstance(code, int) else 0


def _stream_failed(error: OSError, lang: str) -> int:
    """Return the exit code after output could not be written; a reader that has gone (``| head``) is no mishap to speak of."""
    if is_closed_pipe(error):
        drop_output()
    else:
        click.echo(pick(lang, f"错误：无法写出报告：{error}", f"Error: the report cannot be written: {error}"), err=True)
    return 2


def _no_such_command(word: str, lang: str) -> str:
    """Return what to say about a word that is no command: often a file, the command left out."""
    if Path(word).exists():
        chinese = f"{word} 是文件或文件夹，不是命令，请用：explain-check check {word}"
        return pick(lang, chinese, f"{word} is a path, not a command, use: explain-check check {word}")
    hint = suggestion(near(word, COMMANDS), lang)
    return pick(lang, f"没有命令 {word}。{hint}", f"No such command {word}. {hint}").strip()


def _version_option(lang: str) -> click.Option:
    """Return the option ``--version``."""

    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(f"explain-check {__version__}")
            ctx.exit()

    words = pick(lang, "显示版本号 [version]", "show the version")
    return click.Option(["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=words)


def _no_command(lang: str) -> None:
    """Take the group's own options; the commands do the work."""


GROUP = LazyGroup("explain-check", callback=_no_command)
