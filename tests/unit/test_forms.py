"""Performance forms: each case is a text and the forms that must be read from it; targets are read one by one."""

import tomllib
from pathlib import Path

import pytest

from explain_check.ingest.text_reader import read_bytes
from explain_check.model.form import Form
from explain_check.pipeline.check import structure_document
from explain_check.structure.targets import read_target

FOLDER = Path(__file__).parents[1] / "cases" / "forms"
LAYOUTS = tomllib.loads((FOLDER / "layouts.toml").read_text(encoding="utf-8"))["case"]
TARGETS = tomllib.loads((FOLDER / "targets.toml").read_text(encoding="utf-8"))["case"]


def shown(form: Form) -> dict[str, object]:
    """Return a form in the terms of the cases."""
    return {
        "project": form.name,
        "body": form.body,
        "entries": [[entry.field.value, entry.passage.text] for entry in form.entries],
        "amounts": [[a.fund.value, str(a.printed.figure.value), a.printed.figure.unit, a.head] for a in form.amounts],
        "indicators": [
            [i.name.text, i.target.sign.value, str(i.target.figure.value), i.target.figure.unit]
            if i.target
            else [i.name.text, i.value.text]
            for i in form.indicators
        ],
    }


@pytest.mark.parametrize("case", LAYOUTS, ids=[case["name"] for case in LAYOUTS])
def test_forms(case):
    source = read_bytes(case["text"].replace("→", "\t").encode(), "case.txt")
    forms = structure_document(source).forms
    assert [shown(form) for form in forms] == case["forms"]
    for form in forms:
        for passage in [entry.passage for entry in form.entries] + [i.name for i in form.indicators]:
            assert "".join(source.text[offset] for offset in passage.offsets) == passage.printed


@pytest.mark.parametrize("case", TARGETS, ids=[case["name"] for case in TARGETS])
def test_targets(case):
    for text, *wanted in case["values"]:
        target = read_target(text)
        read = [] if target is None else [target.sign.value, str(target.figure.value), target.figure.unit]
        if target is not None and target.per:
            read.append(" ".join(sorted(target.per, key=text.index)))
        assert read == wanted, text
