"""Every rule's page: its sections, and its examples run through the whole check."""

import re
import subprocess
import sys

import pytest

from explain_check.model.errors import UnknownRuleError
from explain_check.model.rule import Rule
from explain_check.rules.registry import all_rules, find_rule

SECTIONS = ("What it checks", "Why it matters", "Fires", "Passes", "Undecided")
WITHOUT_FIRING = ("EC901", "EC902", "EC904", "EC905", "EC907", "EC908")
MARK = "    > "


def sections_of(page: str) -> dict[str, str]:
    """Return the text below each heading of a page."""
    parts = re.split(rf"^({'|'.join(SECTIONS)})$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def examples_in(section: str) -> list[str]:
    """Return the examples of a section: neighbouring marked lines are one text."""
    lines = section.splitlines()
    blocks = "\n".join(line.removeprefix(MARK) if line.startswith(MARK) else "\0" for line in lines).split("\0")
    return [block.strip("\n") for block in blocks if block.strip()]


def cases(section: str) -> list:
    return [
        pytest.param(rule, text, id=f"{rule.code}-{number}")
        for rule in all_rules()
        for number, text in enumerate(examples_in(sections_of(rule.page)[section]), 1)
    ]


def codes_found(text: str) -> set[str]:
    """Return what is found in the last text; those above a line of dashes are earlier years', or the same year's of its units."""
    from explain_check.pipeline import check_text, check_years, year_record

    *earlier, own = [check_text(part) for part in text.split("\n----\n")]
    records = [year_record(checked) for checked in earlier]
    units = [record for record in records if record.year == own.document.year]
    return {finding.rule for finding in check_years(own, records, units).findings}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_page_has_its_sections_in_order(rule: Rule) -> None:
    found = sections_of(rule.page)
    assert tuple(found) == SECTIONS
    assert all(text.strip() for text in found.values())
    wanted = SECTIONS[3:] if rule.code in WITHOUT_FIRING else SECTIONS[2:]
    assert all(examples_in(found[name]) for name in wanted)


@pytest.mark.parametrize(("rule", "text"), cases("Fires"))
def test_the_rule_fires(rule: Rule, text: str) -> None:
    assert rule.code in codes_found(text)


@pytest.mark.parametrize(("rule", "text"), [*cases("Passes"), *cases("Undecided")])
def test_the_rule_is_silent(rule: Rule, text: str) -> None:
    assert rule.code not in codes_found(text)


def test_codes_and_names_are_well_formed() -> None:
    for rule in all_rules():
        assert re.fullmatch(r"EC\d{3}", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert find_rule(rule.code.lower()) is rule
        assert find_rule(rule.name) is rule
    assert len({rule.name for rule in all_rules()}) == len(all_rules())


def test_an_unknown_code_offers_near_ones() -> None:
    with pytest.raises(UnknownRuleError, match="EC101"):
        find_rule("EC1O1")


def test_the_rules_load_no_heavy_library() -> None:
    heavy = "{'spacy', 'jieba', 'pandas', 'click', 'rich'}"
    code = f"import sys, explain_check.rules.registry as r; r.all_rules(); print(*{heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
