"""``explain-check dump``: show what a stage read in a document, to see why something was or was not found."""

from __future__ import annotations

from pathlib import Path

import click

from explain_check.cli.language import pick
from explain_check.cli.spoken import command
from explain_check.model.errors import ExplainCheckError

STAGES = ("text", "sections", "figures", "tables", "forms", "claims", "links", "words")
HELP = (
    "显示程序在一份文件中读到了什么：文字、章节、数字、表格、绩效目标表、陈述、文表对应。",
    "Show what was read in a document: text, sections, figures, tables, performance forms, claims, links to tables.",
)


def build(lang: str) -> click.Command:
    """Return the command."""
    file = click.Argument(["file"], type=click.Path(path_type=Path), metavar=pick(lang, "文件", "FILE"))
    words = pick(lang, "阶段 [stage]", "which stage")
    stage = click.Option(["--stage"], type=click.Choice(STAGES), default="claims", show_default=True, help=words)
    return command("dump", lang, file, stage, help=HELP, run=run)


def run(file: Path, stage: str, lang: str) -> int:
    """Print what the stage gives, a line each."""
    from explain_check.pipeline import dump_stage

    try:
        for line in dump_stage(file, stage):
            click.echo(line)
    except ExplainCheckError as error:
        click.echo(pick(lang, str(error), error.english), err=True)
        return 2
    return 0
