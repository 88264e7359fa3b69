"""Which rules' findings to report: ``--select EC1`` takes a family, ``--ignore EC101,EC4`` leaves some out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import click

from explain_check.cli.errors import near, suggestion
from explain_check.cli.language import pick
from explain_check.model.checked import CheckedDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Codes or beginnings of codes to report and to leave out; an empty ``select`` takes all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Whether findings of a rule are reported; the longer of two beginnings decides."""
        chosen = max((len(part) for part in self.select if code.startswith(part)), default=-1 if self.select else 0)
        dropped = max((len(part) for part in self.ignore if code.startswith(part)), default=-1)
        return chosen > dropped

    def applied_to(self, checked: CheckedDocument) -> CheckedDocument:
        """Return the document with the findings that are taken."""
        if not (self.select or self.ignore):
            return checked
        return replace(checked, findings=tuple(finding for finding in checked.findings if self.takes(finding.rule)))


def choose(select: Iterable[str], ignore: Iterable[str], known: Iterable[str], lang: str) -> Selection:
    """Return the selection; wrong usage where a code begins no rule's code."""
    codes = sorted(known)
    return Selection(select=tuple(_codes(select, codes, lang)), ignore=tuple(_codes(ignore, codes, lang)))


def _codes(values: Iterable[str], known: list[str], lang: str) -> list[str]:
    """Return the codes of values such as ``EC1,ec203``."""
    asked = [part.strip().upper() for value in values for part in value.replace("，", ",").split(",") if part.strip()]
    for part in asked:
        if not any(code.startswith(part) for code in known):
            raise click.UsageError(unknown_code(part, known, lang))
    return asked


def unknown_code(code: str, known: Iterable[str], lang: str) -> str:
    """Return what to say about a code that is none."""
    hint = suggestion(near(code, known), lang)
    more = pick(lang, "全部规则见 explain-check rule。", "All rules: explain-check rule.")
    return pick(lang, f"没有规则 {code}。{hint}{more}", f"No such rule {code}. {hint} {more}".replace("  ", " "))
