"""``--prior``: earlier disclosures, each document held against those of the same body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from explain_check.cli.language import pick
from explain_check.cli.targets import Target, find_targets
from explain_check.model.checked import CheckedDocument
from explain_check.model.document import Notice, NoticeKind
from explain_check.model.errors import ExplainCheckError
from explain_check.model.years import YearRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The records of earlier disclosures; ``is_single`` says that one document is checked, so that they must be its own."""

    records: tuple[YearRecord, ...]
    is_single: bool

    def applied_to(self, checked: CheckedDocument) -> CheckedDocument:
        """Return the document with what the rules on years find; a notice says where it could not be compared, or with doubt."""
        from explain_check.pipeline import check_years

        if not self.records:
            return checked
        own = self._of_body(checked)
        notice = self._missing(checked, own)
        if notice is None:
            checked, notice = check_years(checked, own), self._doubt(checked, own)
        if notice is None:
            return checked
        source = replace(checked.document.source, notices=(*checked.document.source.notices, notice))
        return replace(checked, document=replace(checked.document, source=source))

    def _of_body(self, checked: CheckedDocument) -> list[YearRecord]:
        """Return the records of the document's body, those of the same kind last; all records where one document is checked."""
        from explain_check.survey.bodies import is_same_body

        same = [record for record in self.records if is_same_body(record.entity, checked.document.entity)]
        kind = checked.document.kind
        return sorted(
            same or (self.records if self.is_single else ()), key=lambda record: (record.kind[-2:] == kind[-2:], record.kind == kind)
        )

    def _missing(self, checked: CheckedDocument, own: Iterable[YearRecord]) -> Notice | None:
        """Return why the document cannot be compared, None where it can."""
        year = checked.document.year
        if year is None:
            return Notice(
                kind=NoticeKind.YEARS,
                text="不知道文件是哪一年的，未与上年比较。",
                english="Its year is not known: not compared with last year.",
            )
        if any(record.year == year - 1 for record in own):
            return None
        return Notice(
            kind=NoticeKind.YEARS,
            text=f"--prior 中没有该单位 {year - 1} 年的公开文件，未与上年比较。",
            english=f"--prior holds no disclosure of this body for {year - 1}: not compared with last year.",
        )

    def _doubt(self, checked: CheckedDocument, own: Iterable[YearRecord]) -> Notice | None:
        """Return a warning where the names do not show that both disclosures are one body's."""
        from explain_check.survey.bodies import is_same_body

        entity = checked.document.entity
        other = next((record.entity for record in own if not is_same_body(record.entity, entity)), None)
        if other is None:
            return None
        return Notice(
            kind=NoticeKind.YEARS,
            text=f"单位名称不同：本年为“{entity}”，上年为“{other}”，请确认是同一单位。",
            english=f"The bodies' names differ: “{entity}”, last year “{other}”; make sure that they are one.",
        )


def read_earlier(paths: Iterable[Path], is_single: bool, lang: str) -> Earlier:
    """Return the records of the disclosures that ``--prior`` names; wrong usage where one cannot be read."""
    from explain_check.pipeline import check_document, readable_suffixes, year_record

    records = []
    for target in find_targets(paths, readable_suffixes(), None, lang):
        if target.problem:
            raise click.UsageError(f"--prior {target.problem}")
        try:
            records.append(year_record(check_document(target.document), target.source))
        except ExplainCheckError as error:
            raise click.UsageError(f"--prior {_named(target, pick(lang, str(error), error.english))}") from None
        except OSError as error:
            chinese = f"--prior {target.source}：无法读取（{error.strerror}）。"
            raise click.UsageError(pick(lang, chinese, f"--prior {target.source}: cannot be read ({error.strerror}).")) from None
    return Earlier(records=tuple(records), is_single=is_single)


def _named(target: Target, message: str) -> str:
    return message if target.path.name in message else f"{target.source}：{message}"
