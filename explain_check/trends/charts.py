"""Pictures as SVG: Altair draws, vl-convert renders, no browser and no network."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

FONT = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','SimHei',sans-serif"
INK, GRID, MAIN, SOFT, WARM = "#26323f", "#e3e7eb", "#2f6f9f", "#a9c7de", "#c8553d"
_SERIES = ("#2f6f9f", "#e0a13c", "#5b9a68", "#c8553d", "#7a6ba8", "#4aa3a2", "#9b6a4f", "#8a94a0")
_NAME = re.compile(r"\b(?:gradient_|clip)\d+\b")
_WIDTH = 530
_ROW = 22


def grouped_bars(frame: pd.DataFrame, name: str, value: str, series: str, order: Sequence[str], title: str) -> str:
    """Return bars of ``value`` for each ``name``, one for each of ``series`` beside the other."""
    import altair as alt

    shades = _shades(frame[series].nunique())
    height = max(len(order) * (8 + 9 * frame[series].nunique()), 60)
    chart = alt.Chart(frame).encode(
        y=alt.Y(name, sort=list(order), title=None),
        yOffset=alt.YOffset(series),
        x=alt.X(value, title=title),
        color=alt.Color(series, title=None, scale=alt.Scale(range=shades), legend=alt.Legend(orient="top")),
    )
    return _svg(chart.mark_bar(), height=height)


def heat(frame: pd.DataFrame, name: str, column: str, value: str, order: Sequence[str], columns: Sequence[str], title: str) -> str:
    """Return a field of shares: ``name`` down, ``column`` across, the darker the higher, each share written."""
    import altair as alt

    base = alt.Chart(frame).encode(
        y=alt.Y(name, sort=list(order), title=None),
        x=alt.X(column, sort=list(columns), title=None, axis=alt.Axis(labelAngle=-40, orient="top", labelLimit=160)),
    )
    limit = float(frame[value].max() or 1)
    cells = base.mark_rect().encode(
        color=alt.Color(value, title=title, scale=alt.Scale(range=["#f4f7fa", MAIN]), legend=alt.Legend(orient="bottom", format=".0f"))
    )
    texts = base.mark_text(fontSize=10).encode(
        text=alt.Text(value, format=".0f"), color=alt.condition(alt.datum[value] > limit * 0.55, alt.value("white"), alt.value(INK))
    )
    return _svg(cells + texts, height=max(len(order) * _ROW, 60))


def lines(frame: pd.DataFrame, x: str, value: str, series: str, panel: str, order: Sequence[str]) -> str:
    """Return a line for each of ``series`` over the years, a panel for each of ``panel``."""
    import altair as alt

    base = alt.Chart(frame).encode(
        x=alt.X(x, title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y(value, title=None, scale=alt.Scale(zero=True)),
        color=alt.Color(series, title=None, scale=alt.Scale(range=list(_SERIES)), legend=alt.Legend(orient="top")),
    )
    chart = (base.mark_line(strokeWidth=2) + base.mark_point(filled=True, size=45)).properties(width=185, height=120)
    faceted = chart.facet(facet=alt.Facet(panel, sort=list(order), title=None, header=alt.Header(labelFontSize=12)), columns=3)
    return _svg(faceted.resolve_scale(y="independent").resolve_axis(x="independent"))


def spreads(frame: pd.DataFrame, name: str, order: Sequence[str], title: str) -> str:
    """Return the spread of each ``name``: a line from p10 to p90, a bar from p25 to p75, a tick at p50."""
    import altair as alt

    base = alt.Chart(frame).encode(y=alt.Y(name, sort=list(order), title=None))
    zero = alt.Chart(frame.head(1)).mark_rule(color="#9aa5b1", strokeDash=[4, 3]).encode(x=alt.datum(0))
    whisker = base.mark_rule(color=SOFT, strokeWidth=2).encode(x=alt.X("p10", title=title), x2="p90")
    box = base.mark_bar(color=SOFT, size=12).encode(x="p25", x2="p75")
    middle = base.mark_tick(color=MAIN, thickness=3, size=16).encode(x="p50")
    return _svg(zero + whisker + box + middle, height=max(len(order) * _ROW, 60))


def shares_with_ranges(frame: pd.DataFrame, name: str, order: Sequence[str], title: str, series: str | None = None) -> str:
    """Return a point at ``share`` for each ``name`` with its confidence interval from ``low`` to ``high``."""
    import altair as alt

    base = alt.Chart(frame).encode(y=alt.Y(name, sort=list(order), title=None))
    color: Any = alt.value(MAIN)
    rows = len(order)
    if series is not None:
        color = alt.Color(series, title=None, scale=alt.Scale(range=list(_SERIES)), legend=alt.Legend(orient="top"))
        base = base.encode(yOffset=alt.YOffset(series))
        rows *= max(1, frame[series].nunique()) * 0.7  # type: ignore[assignment]
    ranges = base.mark_rule(strokeWidth=2, opacity=0.6).encode(
        x=alt.X("low", title=title, scale=alt.Scale(zero=True)), x2="high", color=color
    )
    points = base.mark_point(filled=True, size=60).encode(x="share", color=color)
    return _svg(ranges + points, height=max(rows * _ROW, 60))


def _shades(count: int) -> list[str]:
    """Return shades from soft to strong, for years."""
    import altair as alt  # noqa: F401

    if count <= 1:
        return [MAIN]
    return [SOFT, "#6d9cbf", MAIN, "#1d4c70", "#10304a"][-count:] if count < 3 else [SOFT, "#6d9cbf", MAIN, "#1d4c70", "#10304a"][:count]


def _svg(chart: alt.Chart | alt.LayerChart | alt.FacetChart, height: float | None = None) -> str:
    """Return the picture; lines and texts in the page's own colours."""
    import vl_convert

    if height is not None:
        chart = chart.properties(width=_WIDTH - 190, height=height)
    text = {"labelFont": FONT, "titleFont": FONT, "labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12}
    styled = (
        chart.configure(font=FONT, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(**text, labelLimit=200, labelPadding=8, gridColor=GRID, domain=False, ticks=False, titleFontWeight="normal")
        .configure_legend(**text, labelLimit=200)
        .configure_header(labelFont=FONT, labelColor=INK)
    )
    return _with_own_names(vl_convert.vegalite_to_svg(styled.to_dict()))


def _with_own_names(svg: str) -> str:
    """Return a picture whose inner names (gradient_3) are its own in a page, and the same each time it is drawn."""
    names = {name: str(number) for number, name in enumerate(dict.fromkeys(_NAME.findall(svg)))}
    plain = _NAME.sub(lambda found: f"-{names[found.group()]}", svg)
    own = hashlib.sha256(plain.encode()).hexdigest()[:8]
    return _NAME.sub(lambda found: f"x{own}-{names[found.group()]}", svg)
