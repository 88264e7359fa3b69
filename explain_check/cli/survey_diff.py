"""``explain-check survey diff``: what two stores say otherwise."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from explain_check.cli.language import pick
from explain_check.cli.spoken import command
from explain_check.lexicon.labels import label

if TYPE_CHECKING:
    from explain_check.survey.difference import Difference

HELP = (
    "比较两个汇总库（两个版本的程序或词表，或同一批文件的更正前后）：列出增减的文件、发现和陈述，以及改动的数字。\n\n"
    "退出码：0 没有差别；1 有差别；2 用法不对。",
    "Compare two stores (two versions of the program or its word lists, or disclosures before and after their correction): documents, "
    "findings and claims gained and lost, figures changed.\n\nExit code: 0 no difference, 1 differences, 2 wrong usage.",
)
_THINGS = {"document": ("文件", "document"), "finding": ("发现", "finding"), "claim": ("陈述", "claim"), "figure": ("表中数字", "figure")}
_LONGEST = 160


def build(lang: str) -> click.Command:
    """Return the command."""
    stores = (click.Argument([name], type=click.Path(path_type=Path), metavar=name.upper()) for name in ("a", "b"))
    return command("diff", lang, *stores, help=HELP, run=run)


def run(a: Path, b: Path, lang: str) -> int:
    """Print the differences, a document and then a line for each, and return the exit code."""
    from explain_check.survey.difference import compare
    from explain_check.survey.store import open_two

    counts: Counter[tuple[str, str]] = Counter()
    shown = ""
    with closing(open_two(a, b)) as stores:
        for difference in compare(stores, english=lang == "en"):
            if difference.path != shown:
                shown = difference.path
                click.echo(f"{shown}  {difference.body}".rstrip())
            click.echo(f"  {_line(difference, lang)}")
            counts[difference.thing.value, difference.change.value] += 1
    click.echo(_summed(counts, lang))
    return int(bool(counts))


def _line(difference: Difference, lang: str) -> str:
    """Return a difference on one line: ~ 表中数字 行政运行 / 合计：1107.57万元 → 1117.57万元."""
    is_document = difference.thing.value == "document"
    said = [label("status", text, lang) if is_document else _cut(text) for text in (difference.before, difference.after) if text]
    head = f"{difference.change.value} {pick(lang, *_THINGS[difference.thing.value])} {difference.name}".rstrip()
    return f"{head}{pick(lang, '：', ': ')}{' → '.join(said)}" if said else head


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _summed(counts: Counter[tuple[str, str]], lang: str) -> str:
    """Return what there is of each: 发现 +3 −1."""
    parts = []
    for thing, words in _THINGS.items():
        found = [f"{change}{counts[thing, change]}" for change in "+-~" if counts[thing, change]]
        if found:
            parts.append(f"{pick(lang, *words)} {' '.join(found)}")
    return pick(lang, "，", ", ").join(parts) or pick(lang, "没有差别。", "No difference.")
