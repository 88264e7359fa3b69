"""``explain-check check``: check documents and write one report for each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from explain_check.cli.language import pick
from explain_check.cli.prior import Earlier, read_earlier
from explain_check.cli.reading import limit_options, limits_from
from explain_check.cli.selection import Selection, choose
from explain_check.cli.spoken import command
from explain_check.cli.streams import output_stream
from explain_check.cli.targets import Target, find_targets
from explain_check.ingest.limits import Limits
from explain_check.model.checked import CheckedDocument
from explain_check.model.errors import ExplainCheckError
from explain_check.model.finding import Severity
from explain_check.report.writer import FORMATS, Manner, Writer, open_writer

CRASHED = "EC901"
"""The finding that stands for a rule that broke down: what it would have checked was not read."""
UNREAD = "EC908"
"""The rule whose page speaks of documents that could not be read."""
HELP = (
    "核对 PATH（文件、文件夹或 ZIP 压缩包），每份文件写出一份报告。\n\n"
    "ZIP 压缩包里的文件合为一份核对；里面按单位分文件夹的，每个文件夹一份。\n\n"
    "退出码：0 没有错误；1 发现错误；2 用法不对或有文件未能读取。",
    "Check each PATH (a file, a folder or a ZIP archive) and write a report for each document.\n\n"
    "The files of an archive are one document; where it has a folder for each body, each folder is one.\n\n"
    "Exit code: 0 no error found, 1 errors found, 2 wrong usage or a document could not be read.",
)
AS_ONE = (
    "所给的几个文件合为一份核对（如说明和附表）；给出文件夹时，每个单位的文件夹合为一份 [as one]",
    "read the files as one document (a note and its tables); of a folder, each body's folder as one",
)


def build(lang: str) -> click.Command:
    """Return the command."""

    def say(chinese: str, english: str) -> str:
        return pick(lang, chinese, english)

    codes = say("规则代码，逗号分隔，EC1 指整个系列", "rule codes, comma separated; EC1 is a family")
    return command(
        "check",
        lang,
        click.Argument(["paths"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=say("路径...", "PATH...")),
        click.Option(
            ["--format", "form"],
            type=click.Choice(FORMATS),
            default="text",
            show_default=True,
            help=say("报告格式", "form of the report"),
        ),
        click.Option(
            ["--output", "-o"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help=say("写入文件，不写到屏幕 [output]", "write to a file instead of standard output"),
        ),
        click.Option(
            ["--prior"],
            multiple=True,
            type=click.Path(path_type=Path),
            metavar="PATH",
            help=say("上年的公开文件（文件或文件夹），与之逐项比较 [prior]", "last year's disclosure, a file or folder, to compare with"),
        ),
        click.Option(["--select"], multiple=True, metavar="CODES", help=say(f"只报告这些规则：{codes}", f"report these only: {codes}")),
        click.Option(["--ignore"], multiple=True, metavar="CODES", help=say(f"不报告这些规则：{codes}", f"leave these out: {codes}")),
        click.Option(["--verbose", "-v"], is_flag=True, help=say("逐个列出未能核对的数字 [verbose]", "list all unchecked figures")),
        click.Option(["--as-one"], is_flag=True, help=say(*AS_ONE)),
        *limit_options(lang),
        help=HELP,
        run=run,
    )


def run(
    paths: tuple[Path, ...],
    form: str,
    output: Path | None,
    prior: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    verbose: bool,
    as_one: bool,
    max_size: float,
    max_seconds: float,
    lang: str,
) -> int:
    """Check the documents and return the exit code."""
    from explain_check.pipeline import all_rules, readable_suffixes

    rules = {rule.code: rule.label if lang == "zh" else rule.name for rule in all_rules()}
    selection = choose(select, ignore, rules, lang)
    targets = find_targets(paths, readable_suffixes(), output, lang, as_one=as_one)
    _refuse_overwriting(output, targets, lang)
    manner = Manner(lang=lang, verbose=verbose, single=len(targets) == 1, labels=rules)
    earlier = read_earlier(prior, len(targets) == 1, lang)
    with output_stream(_writable(output, lang), is_data=form != "text") as stream:
        writer, limits = open_writer(form, stream, manner), limits_from(max_size, max_seconds)
        is_seen = form == "text" and output is None and sys.stdout.isatty() and sys.stderr.isatty()
        return Inspection(writer, selection, len(targets), lang, earlier, limits, is_seen).over(targets)


def _refuse_overwriting(output: Path | None, targets: list[Target], lang: str) -> None:
    """Stop before the report is written over a document."""
    if output is not None and any(output.resolve() == path.resolve() for target in targets for path in target.paths):
        chinese = f"--output {output} 会覆盖要核对的文件，请换一个文件名。"
        raise click.UsageError(pick(lang, chinese, f"--output {output} would overwrite a document, name another file."))


def _writable(output: Path | None, lang: str) -> Path | None:
    """Return the file to write to; wrong usage where it cannot be."""
    if output is None:
        return None
    if not output.parent.is_dir():
        chinese = f"--output 的文件夹 {output.parent} 不存在，请先建立。"
        raise click.UsageError(pick(lang, chinese, f"--output: there is no folder {output.parent}, make it first."))
    try:
        output.open("a", encoding="utf-8").close()
    except OSError:
        chinese = f"无法写入 {output}：请检查权限，或文件是否正被其他程序打开。"
        english = f"{output} cannot be written: check permissions, or whether a program holds it open."
        raise click.UsageError(pick(lang, chinese, english)) from None
    return output


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a document was not read, on one line, and the rule whose page speaks of it."""

    message: str
    rule: str = UNREAD


@dataclass(slots=True)
class Inspection:
    """The checking of a list of documents, one after the other.

    ``shows_problems`` says that who reads the report sees in it what could not be read: it is not said beside it once more.
    """

    writer: Writer
    selection: Selection
    total: int
    lang: str
    earlier: Earlier
    limits: Limits
    shows_problems: bool = False
    has_errors: bool = False
    has_unread: bool = False

    def over(self, targets: list[Target]) -> int:
        """Check all documents and return the exit code."""
        for number, target in enumerate(targets, 1):
            self._progress(f"[{number}/{self.total}] {target.source}")
            self._one(target)
        self._progress("")
        self.writer.close()
        return 2 if self.has_unread else int(self.has_errors)

    def _one(self, target: Target) -> None:
        checked = self._checked(target)
        if isinstance(checked, Unread):
            self.has_unread = True
            self._progress("")
            if not self.shows_problems:
                click.echo(checked.message, err=True)
            self.writer.fail(target.source, checked.message, checked.rule)
            return
        self.has_unread |= any(finding.rule == CRASHED for finding in checked.findings)
        self.has_unread |= any(notice.kind == "scan" for notice in checked.document.source.notices)
        checked = self.selection.applied_to(checked)
        self.has_errors |= any(finding.severity is Severity.ERROR for finding in checked.findings)
        self._progress("")
        self.writer.add(target.source, checked)

    def _checked(self, target: Target) -> CheckedDocument | Unread:
        """Return the checked document, or why there is none."""
        from explain_check.pipeline import check_document

        if target.problem:
            return Unread(target.problem, target.rule or UNREAD)
        try:
            checked: CheckedDocument = self.earlier.applied_to(check_document(target.document, self.limits))
        except ExplainCheckError as error:
            return Unread(_named(target.source, pick(self.lang, str(error), error.english)), getattr(error, "rule", UNREAD))
        except OSError as error:
            chinese = f"{target.source}：无法读取（{error.strerror}）。"
            return Unread(pick(self.lang, chinese, f"{target.source}: cannot be read ({error.strerror})."))
        except Exception as error:  # one document must not keep the others from being checked
            return Unread(self._crashed(target, f"{type(error).__name__}: {error}".splitlines()[0]))
        return checked

    def _crashed(self, target: Target, kind: str) -> str:
        """Return what to say when this program, not the file, is at fault."""
        chinese = f"{target.source}：程序内部出错，这份文件没有核对（{kind}）。请把文件发给维护者。"
        return pick(self.lang, chinese, f"{target.source}: internal error, not checked ({kind}). Please send in the file.")

    def _progress(self, text: str) -> None:
        """Show which document is being checked, where somebody is looking."""
        if self.total > 1 and sys.stderr.isatty():
            click.echo(f"\r\x1b[2K{text}", err=True, nl=False)


def _named(source: str, message: str) -> str:
    """Return a message on one line that names its file."""
    line = " ".join(message.split())
    return line if Path(source).name in line else f"{source}：{line}"
