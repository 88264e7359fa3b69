"""Bodies: one name over years and spellings, region, level and kind by the name."""

import csv
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from explain_check.lexicon.load import load_entries
from explain_check.lexicon.regions import RegionLevel, load_regions, parents_of
from explain_check.survey.bodies import BodyPart, is_same_body, kind_of, read_body

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/bodies/names.toml").read_text(encoding="utf-8"))["case"]
FOLDER = Path(__file__).parents[2] / "lexicons"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_body_is_read(case):
    body = read_body(case["entity"])
    assert {"name": body.name, "region": body.region, "level": body.level, "kind": body.kind, "part": body.part} == case["body"]


def test_names_of_one_body_are_one():
    assert is_same_body("济源市教育局", "济源产城融合示范区教育局（本级）")
    assert is_same_body("济源市教育局（汇总）", "济源市教育局")
    assert not is_same_body("济源市教育局（汇总）", "济源市教育局（本级）")
    assert not is_same_body("徐州市鼓楼区财政局", "开封市鼓楼区财政局")
    assert not is_same_body("", "")


def test_all_provinces_and_prefectures_are_there():
    levels = Counter(region.level for region in load_regions().values())
    assert levels[RegionLevel.PROVINCE] == 34
    assert levels[RegionLevel.CITY] >= 333


def test_every_county_lies_in_a_province():
    for region in load_regions().values():
        chain = parents_of(region)
        assert chain[0].level is RegionLevel.PROVINCE
        assert chain[-1] is region


def test_no_region_is_listed_twice():
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("entry", load_entries("body_kinds"), ids=lambda entry: entry.phrase)
def test_every_kind_is_found_in_its_example(entry):
    assert kind_of(entry.example) == entry.sense


@pytest.mark.parametrize("entry", load_entries("region_aliases"), ids=lambda entry: entry.phrase)
def test_every_earlier_name_leads_to_its_region(entry):
    assert load_regions()[entry.sense].name in read_body(entry.example).region


@pytest.mark.parametrize("entry", load_entries("body_names"), ids=lambda entry: entry.phrase)
def test_every_short_name_is_spelt_out(entry):
    assert read_body(f"安阳市{entry.phrase}").name == f"安阳市{entry.sense}"


@pytest.mark.parametrize("entry", load_entries("body_parts"), ids=lambda entry: entry.phrase)
def test_every_part_is_taken_off(entry):
    assert read_body(entry.example).part is BodyPart(entry.sense)
