"""``explain-check trends``: tables and pictures over all documents of a survey."""

from __future__ import annotations

import importlib.util
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from explain_check.cli.language import pick
from explain_check.cli.spoken import command

if TYPE_CHECKING:
    from explain_check.survey.store import Store
    from explain_check.trends.model import Report

NEEDED = ("altair", "vl_convert", "jinja2", "xlsxwriter")
HELP = (
    "把汇总库做成分析报告：原因的构成和变化、“三公”经费、增长异常、没有说明原因的增减、各类问题、各单位问题清单。\n\n"
    "--output 以 .html 结尾为一个离线网页，以 .xlsx 结尾为 Excel 工作簿，以 .csv 结尾或为文件夹则每表一个 CSV 文件。",
    "Make a report of a survey: reasons and how they change, 三公经费, growth out of line, unexplained changes, findings, problems body by "
    "body.\n\n--output ending in .html is one offline page, in .xlsx a workbook; in .csv, or a folder, one CSV file a table.",
)


def build(lang: str) -> click.Command:
    """Return the command."""
    store = pick(lang, "survey 写出的汇总库 [store]", "the store that a survey wrote")
    output = pick(lang, "写到哪里，可给出几个 [output]", "where to write; several may be named")
    path = click.Path(path_type=Path)
    return command(
        "trends",
        lang,
        click.Option(["--store"], type=path, default=Path("survey.duckdb"), show_default=True, metavar="FILE", help=store),
        click.Option(["--output", "-o"], type=path, multiple=True, required=True, metavar="FILE", help=output),
        help=HELP,
        run=run,
    )


def run(store: Path, output: tuple[Path, ...], lang: str) -> int:
    """Write the reports."""
    from explain_check.survey.store import open_store

    _refuse(output, store, lang)
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        chinese = f"缺少画图和写表的组件（{'、'.join(missing)}），请先执行：pip install 'explain-check[trends]'"
        english = f"Libraries for pictures and tables are missing ({', '.join(missing)}), run: pip install 'explain-check[trends]'"
        raise click.UsageError(pick(lang, chinese, english))
    with closing(open_store(store, read_only=True)) as opened:
        from explain_check.trends.report import CHAPTERS, build_report
        from explain_check.trends.source import Source

        _say(pick(lang, f"汇总 {store} …", f"Reading {store} …"))
        report = build_report(Source(opened, lang), lambda done: _say(f"{done}/{len(CHAPTERS)}"))
        for target in output:
            _write(report, target, opened)
            click.echo(pick(lang, f"已写出 {target}", f"Wrote {target}"), err=True)
    return 0


def _say(text: str) -> None:
    """Show what is being done, where somebody is looking."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[2K{text}", err=True, nl=False)


def _refuse(outputs: tuple[Path, ...], store: Path, lang: str) -> None:
    """Stop before anything is written over the store, or into a folder that is not there."""
    for output in outputs:
        if output.resolve() == store.resolve():
            raise click.UsageError(
                pick(lang, f"--output {output} 会覆盖汇总库，请换一个文件名。", f"--output {output} would overwrite the store.")
            )
        if not output.resolve().parent.is_dir():
            chinese = f"--output 的文件夹 {output.parent} 不存在，请先建立。"
            raise click.UsageError(pick(lang, chinese, f"--output: there is no folder {output.parent}, make it first."))
        if output.suffix and output.suffix not in (".html", ".xlsx", ".csv"):
            chinese = f"--output {output}：只能是 .html、.xlsx、.csv 或文件夹。"
            raise click.UsageError(pick(lang, chinese, f"--output {output}: must be .html, .xlsx, .csv or a folder."))


def _write(report: Report, output: Path, store: Store) -> None:
    """Write one form of the report."""
    if output.suffix == ".html":
        from explain_check.trends.page import write_page

        with output.open("w", encoding="utf-8", newline="\n") as stream:
            write_page(report, stream, _roots(store, output.resolve().parent))
    elif output.suffix == ".xlsx":
        from explain_check.trends.sheets import write_workbook

        write_workbook(report, output)
    else:
        from explain_check.trends.sheets import write_csv

        write_csv(report, output.with_suffix(""))


def _roots(store: Store, folder: Path) -> dict[str, str]:
    """Return where the surveyed folders lie, seen from the page; those on another drive by their full address."""
    roots = {}
    for name, location in store.query("SELECT name, location FROM roots ORDER BY name"):
        try:
            roots[str(name)] = Path(os.path.relpath(str(location), folder)).as_posix()
        except ValueError:
            roots[str(name)] = Path(str(location)).as_uri()
    return roots
