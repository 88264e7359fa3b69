"""Performance forms: each case is a text and the forms that must be read from it; targets are read one by one."""

import tomllib
from pathlib import Path

import pytest

from explain_check.ingest.layout import Placed, SourceBuilder
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


def test_merged_cells_of_a_true_grid():
    cells = [("项目名称", 0, 0, 1), ("校舍维修", 0, 1, 3), ("项目资金（万元）", 1, 0, 1), ("年度资金总额：", 1, 1, 1), ("12.00", 1, 2, 2)]
    cells += [("年度目标", 2, 0, 1), ("维修校舍3栋。", 2, 1, 3)]
    cells += [("一级指标", 3, 0, 1), ("二级指标", 3, 1, 1), ("三级指标", 3, 2, 1), ("指标值", 3, 3, 1)]
    cells += [
        ("产出指标", 4, 0, 1),
        ("数量指标", 4, 1, 1),
        ("维修校舍", 4, 2, 1),
        ("3栋", 4, 3, 1),
        ("维修门窗", 5, 2, 1),
        ("≥40扇", 5, 3, 1),
    ]
    builder = SourceBuilder()
    builder.add_line("项目支出绩效目标表")
    builder.add_table([Placed(text=text, row=row, column=column, columns=columns) for text, row, column, columns in cells])
    (form,) = structure_document(builder.build(b"x", "a.docx")).forms
    assert (form.name, [str(a.printed.figure.value) for a in form.amounts]) == ("校舍维修", ["12.00"])
    assert [entry.passage.text for entry in form.entries] == ["维修校舍3栋。"]
    assert [(i.name.text, i.value.text) for i in form.indicators] == [("维修校舍", "3栋"), ("维修门窗", "≥40扇")]
