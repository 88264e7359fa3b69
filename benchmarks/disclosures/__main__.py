"""Write disclosures into a folder."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path

from benchmarks.disclosures.bodies import make_body
from benchmarks.disclosures.final import final_accounts
from benchmarks.disclosures.layouts import anyang, jiyuan, shanxi, xinjiang
from benchmarks.disclosures.ledger import Ledger, first_ledger, next_ledger, restate, spend
from benchmarks.disclosures.parts import Years
from benchmarks.disclosures.wording import KINDS, RULES, Pen, Slip

FIRST_YEAR = 2022
_A_FOLDER = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A local form: its writer, whether it parts thousands and sets blanks around figures, its suffix and encoding."""

    write: Callable[[Years, Pen], Iterator[str]]
    separators: bool
    blanks: bool
    suffix: str
    encoding: str = "utf-8"


TEMPLATES = {
    "xinjiang-urumqi": Template(write=xinjiang, separators=True, blanks=True, suffix=".txt"),
    "shanxi-changzhi": Template(write=shanxi, separators=True, blanks=False, suffix=".md"),
    "henan-anyang": Template(write=anyang, separators=False, blanks=False, suffix=".txt", encoding="gb18030"),
    "henan-jiyuan": Template(write=jiyuan, separators=False, blanks=False, suffix=".txt"),
}
FINAL = Template(write=final_accounts, separators=False, blanks=False, suffix=".txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """A document: its name, bytes, and the line of the manifest that tells what it is."""

    name: str
    content: bytes
    truth: dict[str, object]


def disclosures(years: int, seed: int, slips: float) -> Iterator[Disclosure]:
    """Yield documents without end, body by body, year by year; ``slips`` is the share of documents that bear one."""
    for number in count():
        yield from _of_body(number, years, seed, slips)


def _of_body(number: int, years: int, seed: int, slips: float) -> Iterator[Disclosure]:
    """Yield a body's budgets, for some bodies its final accounts instead, or both."""
    rng = random.Random(f"{seed}:{number}")
    name = rng.choice(list(TEMPLATES))
    role = rng.choice(("budget",) * 7 + ("final",) * 2 + ("both",))
    budgets = [first_ledger(make_body(number, seed), FIRST_YEAR - 1, rng)]
    for _ in range(years):
        budgets.append(next_ledger(budgets[-1], rng))
    actuals = [spend(budget, rng) for budget in budgets]
    for i in range(1, years + 1):
        if role != "final":
            yield _document(Years(now=budgets[i], before=budgets[i - 1]), name, i > 1, f"{seed}:{number}:{i}", slips)
        if role != "budget":
            yield _document(
                Years(now=actuals[i], before=actuals[i - 1], budget=budgets[i]), "final", i > 1, f"{seed}:{number}:{i}:f", slips
            )


def _document(years: Years, template: str, follows: bool, seed: str, slips: float) -> Disclosure:
    """Return a document; ``follows`` says that the year before is published too, so that a break can be seen."""
    rng = random.Random(f"{seed}:slip")
    kind = rng.choice((*KINDS, "year_break") if follows else KINDS) if rng.random() < slips else ""
    form = FINAL if template == "final" else TEMPLATES[template]
    printed = years.before
    if kind == "year_break":
        years = replace(years, before=restate(printed, rng))
    text, pen = _write(form, years, seed, None)
    if kind and kind != "year_break":
        places = pen.cells if kind == "table_cell" else pen.statements
        text, pen = _write(form, years, seed, Slip(kind=kind, at=rng.randint(1, places))) if places else (text, pen)
    planted = _break(printed, years.before) if kind == "year_break" else pen.planted
    return _disclosure(years, template, form, text, planted)


def _write(form: Template, years: Years, seed: str, slip: Slip | None) -> tuple[str, Pen]:
    pen = Pen(rng=random.Random(seed), separators=form.separators, blanks=form.blanks, slip=slip)
    return "\n\n".join(form.write(years, pen)) + "\n", pen


def _break(printed: Ledger, stated: Ledger) -> list[dict[str, str]]:
    """Return what a year says otherwise of the year before: the item and all that holds it."""
    names = {item.account: item.total for item in printed.items()}
    wrong = [item for item in stated.items() if names.get(item.account) != item.total]
    return [
        {"kind": "year_break", "subject": item.account.name, "right": str(names[item.account]), "wrong": str(item.total), "rules": "EC502"}
        for item in wrong
    ]


def _disclosure(years: Years, template: str, form: Template, text: str, planted: list[dict[str, str]]) -> Disclosure:
    body = years.now.body
    folder = f"{body.number // _A_FOLDER:03d}/{years.year}"
    name = f"{folder}/{body.number:06d}_{body.name}_{years.year}{years.kind}{form.suffix}"
    truth: dict[str, object] = {
        "file": name,
        "entity": body.name,
        "region": body.region,
        "level": body.level,
        "sector": body.sector.kind,
        "year": years.year,
        "kind": years.kind,
        "template": template,
        "slips": planted,
    }
    return Disclosure(name=name, content=text.encode(form.encoding), truth=truth)


def write_disclosures(folder: Path, documents: int, years: int = 3, seed: int = 1, slips: float = 0.0) -> list[dict[str, object]]:
    """Write documents and their manifest into a folder; return the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    truths = []
    with (folder / "manifest.jsonl").open("w", encoding="utf-8", newline="\n") as manifest:
        for made in islice(disclosures(years, seed, slips), documents):
            path = folder / made.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made.content)
            manifest.write(json.dumps(made.truth, ensure_ascii=False) + "\n")
            truths.append(made.truth)
    return truths


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.disclosures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--years", type=int, default=3, help="years of each body")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slips", type=float, default=0.0, help="share of the documents with a planted slip")
    asked = parser.parse_args()
    assert set(KINDS) < set(RULES)
    print(len(write_disclosures(asked.folder, asked.documents, asked.years, asked.seed, asked.slips)), "documents")


if __name__ == "__main__":
    main()
