"""Laws of reading and writing figures."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explain_check.model.figure import MONEY_UNITS, PERCENT, PERCENTAGE_POINT, Bound, Figure
from explain_check.numerals import read_cell, read_figure, read_mentions, write_figure

UNITS = [*MONEY_UNITS, PERCENT, PERCENTAGE_POINT, "倍", "人", "辆", "个", "批次", "平方米", "项", "家"]
#: No numerals, unit words, bound words, digits or marks of a range.
WORDS = st.text(alphabet="支出决算预收入财政拨款本部门机关事业单管理培训住房公积金服务。,;增加减", max_size=30)
HOSTILE = "0123456789.,，．-－~至%％万亿元百分之点个人一二三十〇壹拾约余多各第\n 、:/"
ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(HOSTILE)), max_size=60)


@st.composite
def figures(draw: st.DrawFn, least: int = -(10**10), decimals: st.SearchStrategy[int] | None = None) -> Figure:
    places = draw(decimals or st.integers(0, 4))
    value = Decimal(draw(st.integers(least, 10**10))).scaleb(-places)
    unit = draw(st.sampled_from(UNITS))
    if unit == "项":
        value = abs(value) % 1000
    return Figure(value=value, unit=unit, text="", decimals=places)


@given(figures())
def test_written_figure_reads_back(figure: Figure):
    read = read_figure(write_figure(figure))
    assert read is not None
    assert (read.value, read.unit, read.decimals, read.bound) == (figure.value, figure.unit, figure.decimals, Bound.EXACT)


@given(st.integers(1, 10**8), st.integers(-8, -1), st.sampled_from(["人", "平方米", "亿元"]))
def test_rounded_figure_reads_back(number: int, decimals: int, unit: str):
    figure = Figure(value=Decimal(number).scaleb(-decimals), unit=unit, text="", decimals=decimals)
    if unit == "亿元" and decimals < -4:
        with pytest.raises(ValueError, match="cannot be written"):
            write_figure(figure)
        return
    read = read_figure(write_figure(figure))
    assert read is not None
    assert (read.value, read.unit, read.decimals) == (figure.value, figure.unit, figure.decimals)


@given(figures(least=0), WORDS, WORDS)
def test_figure_is_found_inside_words(figure: Figure, before: str, after: str):
    written = write_figure(figure)
    mentions = list(read_mentions(f"{before},{written},{after}"))
    assert [(m.figure.value, m.figure.unit, m.start, m.end) for m in mentions] == [
        (figure.value, figure.unit, len(before) + 1, len(before) + 1 + len(written))
    ]


@given(ANY, st.booleans())
def test_reading_never_raises(text: str, bare: bool):
    mentions = list(read_mentions(text, bare=bare))
    assert all(text[m.start : m.end] == m.figure.text for m in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    read_figure(text)
    read_cell(text, "元")


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_separators_do_not_change_the_value(whole: int, cents: int):
    plain, grouped = f"{whole}.{cents:02}", f"{whole:,}.{cents:02}"
    for printed in (plain, grouped, grouped.replace(",", "，")):
        figure = read_figure(f"{printed}万元")
        assert figure is not None
        assert figure.value == Decimal(plain)
        assert read_cell(printed, "元") == Figure(value=Decimal(plain), unit="元", text=printed, decimals=2)


@given(st.integers(1000, 10**9), st.data())
def test_misplaced_separator_is_no_figure(whole: int, data: st.DataObject):
    digits = str(whole)
    at = data.draw(st.integers(1, len(digits) - 1).filter(lambda at: len(digits) - at != 3))
    assert read_cell(f"{digits[:at]},{digits[at:]}", "元") is None
    assert list(read_mentions(f"支出{digits[:at]},{digits[at:]}万元")) == []
