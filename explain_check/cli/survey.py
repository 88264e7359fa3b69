"""``explain-check survey``: check whole folders and keep what was found in one file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from explain_check.cli.language import LANGUAGES, pick
from explain_check.cli.spoken import SpokenCommand, command, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from explain_check.survey.engine import Engine
    from explain_check.survey.limits import Limits
    from explain_check.survey.run import Summary, Survey

ENGINES = ("local", "dask")
HELP = (
    "核对 PATH（文件或文件夹）中的全部文件，陈述、原因、发现和数字存入一个 DuckDB 文件。内容、程序和词表都没有变的文件不再核对；"
    "中断后用同样的命令继续。\n\n"
    "例：explain-check survey 2024 2025 --store survey.duckdb\n\n分析汇总库：explain-check trends --store survey.duckdb -o 趋势.html\n\n"
    "比较两个汇总库：explain-check survey diff A B\n\n"
    "退出码：0 没有错误；1 发现错误；2 用法不对或有文件未能读取。",
    "Check all documents below each PATH and keep claims, reasons, findings and figures in one DuckDB file. What has not changed is not "
    "checked again; after an interruption the same command goes on.\n\nExample: explain-check survey 2024 2025 --store survey.duckdb\n\n"
    "A report of a store: explain-check trends --store survey.duckdb -o trends.html\n\n"
    "To compare two stores: explain-check survey diff A B\n\n"
    "Exit code: 0 no error found, 1 errors found, 2 wrong usage or a document could not be read.",
)


class SurveyCommand(SpokenCommand):
    """The survey; where its first word is ``diff``, the comparison of two (a folder of that name is ./diff)."""

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object) -> click.Context:
        """Return the context of the command that is meant."""
        if args[:1] == ["diff"]:
            from explain_check.cli import survey_diff

            meant = survey_diff.build(spoken(parent) if parent else LANGUAGES[0])
            return meant.make_context(f"{info_name} diff", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


def build(lang: str) -> click.Command:
    """Return the command."""

    def say(chinese: str, english: str) -> str:
        return pick(lang, chinese, english)

    return command(
        "survey",
        lang,
        click.Argument(["paths"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=say("路径...", "PATH...")),
        click.Option(
            ["--store"],
            type=click.Path(path_type=Path, dir_okay=False),
            default=Path("survey.duckdb"),
            show_default=True,
            metavar="FILE",
            help=say("汇总库文件 [store]", "the store"),
        ),
        click.Option(
            ["--parquet"],
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            help=say("另存为 Parquet 文件，每表一个 [export]", "also write a Parquet file for each table"),
        ),
        click.Option(
            ["--workers"],
            type=click.IntRange(min=1),
            metavar="N",
            help=say("进程数，默认等于处理器核数 [workers]", "worker processes; as many as there are cores by default"),
        ),
        click.Option(
            ["--timeout"],
            type=click.FloatRange(min=0, min_open=True),
            default=120.0,
            show_default=True,
            metavar="SECONDS",
            help=say("每份文件的时间上限，秒 [timeout]", "how long one document may take"),
        ),
        click.Option(
            ["--memory"],
            type=click.IntRange(min=64),
            default=2048,
            show_default=True,
            metavar="MB",
            help=say("每个进程的内存上限，MB [memory]", "how much memory one worker may hold"),
        ),
        click.Option(
            ["--engine"],
            type=click.Choice(ENGINES),
            default="local",
            show_default=True,
            help=say("在本机核对，或在 Dask 集群上核对 [engine]", "on this machine, or on a Dask cluster"),
        ),
        click.Option(
            ["--scheduler"], metavar="ADDRESS", help=say("集群调度器的地址 [scheduler]", "the cluster's scheduler (tcp://host:8786)")
        ),
        help=HELP,
        run=run,
        form=SurveyCommand,
    )


def run(
    paths: tuple[Path, ...],
    store: Path,
    parquet: Path | None,
    workers: int | None,
    timeout: float,
    memory: int,
    engine: str,
    scheduler: str | None,
    lang: str,
) -> int:
    """Survey the paths and return the exit code."""
    from explain_check.survey.limits import Limits
    from explain_check.survey.run import Survey
    from explain_check.survey.store import open_store

    _refuse_missing(paths, store, lang)
    checker = _engine(engine, scheduler, workers, Limits(seconds=timeout, megabytes=memory), lang)
    with closing(open_store(store)) as opened:
        survey = Survey(paths, opened, store.with_name(f"{store.name}.parts"))
        try:
            _follow(survey, checker, lang)
        except KeyboardInterrupt:
            click.echo(pick(lang, "已中断，用同样的命令继续。", "Interrupted, the same command goes on."), err=True)
            return 2
        if parquet is not None:
            opened.export(parquet)
        code = _report(survey, lang)
    if sys.stderr.isatty():
        click.echo(
            pick(lang, "查看分析：", "To look at it: ") + f"explain-check trends --store {store} -o {pick(lang, '趋势', 'trends')}.html",
            err=True,
        )
    return code


def _follow(survey: Survey, engine: Engine, lang: str) -> None:
    """Run a survey and show how far it is."""
    with _progress(survey.total, pick(lang, "核对", "checking"), lang) as advance, closing(survey.run(engine)) as outcomes:
        for _ in outcomes:
            advance(1)
    linking = survey.linking()
    with _progress(linking.total, pick(lang, "对照上年", "linking years"), lang) as advance:
        for count in linking.run():
            advance(count)


def _engine(name: str, scheduler: str | None, workers: int | None, limits: Limits, lang: str) -> Engine:
    """Return where to check; wrong usage where a cluster is asked for without its address, or an address without it."""
    if (name == "dask") != (scheduler is not None):
        raise click.UsageError(
            pick(lang, "--engine dask 和 --scheduler 地址 要一起用。", "--engine dask and --scheduler ADDRESS go together.")
        )
    if scheduler is not None:
        from explain_check.survey.cluster import Cluster

        return Cluster(scheduler=scheduler, limits=limits)
    from explain_check.survey.engine import Here
    from explain_check.survey.pool import count_cores

    return Here(workers=workers or count_cores(), limits=limits)


def _refuse_missing(paths: tuple[Path, ...], store: Path, lang: str) -> None:
    """Stop where a path does not exist, or the store's folder does not: a survey is too long to be told at its end."""
    from explain_check.cli.targets import refuse_without_documents

    for path in paths:
        if not path.exists():
            raise click.UsageError(
                pick(lang, f"{path}：没有这个文件或文件夹，请检查路径。", f"{path}: no such file or folder, check the path.")
            )
        refuse_without_documents(path, lang)
    if not store.parent.is_dir():
        chinese = f"--store 的文件夹 {store.parent} 不存在，请先建立。"
        raise click.UsageError(pick(lang, chinese, f"--store: there is no folder {store.parent}, make it first."))


@contextmanager
def _progress(total: int, title: str, lang: str) -> Iterator[Callable[[int], None]]:
    """Yield what to call after some documents; it moves a bar on standard error where somebody is looking."""
    if not total or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn

    class Rate(ProgressColumn):
        """Documents a second."""

        def render(self, task: Task) -> str:
            """Return the rate of late, empty before there is one."""
            unit = pick(lang, "份/秒", "documents/s")
            return f"{task.speed:.1f} {unit}" if task.speed else ""

    left = TextColumn(pick(lang, "剩余", "left"))
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), Rate(), left, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        documents = bar.add_task("", total=total)
        yield lambda count: bar.advance(documents, count)


def _report(survey: Survey, lang: str) -> int:
    """Say what came of the survey and return the exit code."""
    for error in survey.refused:
        chinese = f"{error.filename}：无法打开文件夹，请检查权限。"
        click.echo(pick(lang, chinese, f"{error.filename}: the folder cannot be opened, check its permissions."), err=True)
    for chinese, english in survey.unread():
        click.echo(pick(lang, chinese, english), err=True)
    if survey.skipped:
        kinds = pick(lang, "、", ", ").join(f"{suffix or '–'} {count}" for suffix, count in sorted(survey.skipped.items()))
        chinese = f"另有 {survey.skipped.total():,} 个文件不是能读取的格式，没有核对：{kinds}。"
        click.echo(pick(lang, chinese, f"{survey.skipped.total():,} other files of kinds that are not read: {kinds}."), err=True)
    summary = survey.summary()
    click.echo(_summed(summary, lang))
    return 2 if summary.unread or survey.refused else int(summary.erroneous > 0)


def _summed(summary: Summary, lang: str) -> str:
    """Return a summary in two lines."""
    read = summary.documents - summary.unread
    share = f"{summary.figures_checked / summary.figures:.1%}" if summary.figures else "–"
    return pick(
        lang,
        f"文件 {summary.documents:,} 份：已核对 {read:,} 份，未能核对 {summary.unread:,} 份，有错误的 {summary.erroneous:,} 份。\n"
        f"错误 {summary.errors:,}，警告 {summary.warnings:,}，提示 {summary.infos:,}；数字 {summary.figures:,} 个，已核对 {share}。",
        f"{summary.documents:,} documents: {read:,} checked, {summary.unread:,} not checked, {summary.erroneous:,} with errors.\n"
        f"{summary.errors:,} errors, {summary.warnings:,} warnings, {summary.infos:,} notes; {summary.figures:,} figures, {share} checked.",
    )
