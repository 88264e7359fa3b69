"""Goals against indicators: each case is a goal, the indicators, and the findings that must come of it."""

import tomllib
from pathlib import Path

import pytest

from explain_check.pipeline import check_text

FOLDER = Path(__file__).parents[1] / "cases" / "goals"
CASES = tomllib.loads((FOLDER / "indicators.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_goals(case):
    lines = ["石塘县某中心2024年部门预算", "", "项目支出绩效目标表", "单位：万元", "项目名称\t专项业务", f"年度目标\t{case['goal']}"]
    lines += [f"项目概况\t{case['description']}"] if "description" in case else []
    lines += ["一级指标\t二级指标\t三级指标\t指标值", *(f"产出指标\t数量指标\t{indicator}" for indicator in case["indicators"])]
    found = [f for f in check_text("\n".join(lines) + "\n").findings if f.rule.startswith("EC32")]
    assert [[f.severity.value, f.place.quote] for f in found] == case["findings"]


YEARS = tomllib.loads((FOLDER / "years.toml").read_text(encoding="utf-8"))["case"]
LABELS = {"start": "开始时间", "description": "项目概况", "plan": "项目实施计划", "goal": "年度目标"}


@pytest.mark.parametrize("case", YEARS, ids=[case["name"] for case in YEARS])
def test_years(case):
    lines = ["石塘县某中心2024年部门预算", "", "项目支出绩效目标表", "单位：万元", "项目名称\t专项业务"]
    lines += [f"{label}\t{case[key]}" for key, label in LABELS.items() if key in case]
    lines += ["一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t专项业务\t有效开展"]
    lines += [f"产出指标\t时效指标\t{indicator}" for indicator in case.get("indicators", [])]
    found = [f for f in check_text("\n".join(lines) + "\n").findings if f.rule == "EC608"]
    assert [[f.severity.value, f.place.quote] for f in found] == case["findings"]


PROJECTS = tomllib.loads((FOLDER / "projects.toml").read_text(encoding="utf-8"))["case"]
ON_PROJECTS = {f"EC32{n}" for n in range(3, 9)} | {"EC607", "EC609", "EC610", "EC611", "EC612", "EC613", "EC614", "EC615"}


@pytest.mark.parametrize("case", PROJECTS, ids=[case["name"] for case in PROJECTS])
def test_projects(case):
    text = "石塘县某中心2024年部门预算\n" + case["text"].replace("→", "\t")
    found = [f for f in check_text(text).findings if f.rule in ON_PROJECTS]
    assert [[f.rule, f.severity.value, f.place.quote] for f in found] == case["findings"]


CLEAN = tomllib.loads((FOLDER / "clean.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CLEAN, ids=[case["name"] for case in CLEAN])
def test_forms_as_they_should_be(case):
    checked = check_text(case["text"].strip().replace("→", "\t"))
    assert [(f.rule, f.place.quote, f.message) for f in checked.findings if f.rule in ON_PROJECTS | {"EC321", "EC322", "EC608"}] == []
    assert sum(bool(form.table) for form in checked.document.forms) >= 1


PLANTED = [(case, *plant) for case in CLEAN for plant in case["planted"]]


@pytest.mark.parametrize(("case", "old", "new", "rule"), PLANTED, ids=[f"{case['name']}-{new}" for case, _, new, _ in PLANTED])
def test_a_planted_slip_is_found(case, old, new, rule):
    text = case["text"].replace(old, new).strip().replace("→", "\t")
    assert rule in {finding.rule for finding in check_text(text).findings}
