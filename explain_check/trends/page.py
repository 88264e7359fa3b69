"""The report as one page that needs nothing but a browser."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TextIO

from explain_check import __version__
from explain_check.ingest.folders import GENERATOR
from explain_check.trends.model import Cell, Column, Kind, Report
from explain_check.trends.payload import Lists, pack

_TEMPLATES = Path(__file__).parent / "templates"
_ROWS_SHOWN = 15
WORDS = {
    "zh": {
        "documents": "份文件",
        "more": "再显示 200 份",
        "close": "关闭",
        "search": "按单位名称查找",
        "errors": "错误",
        "warnings": "警告",
        "hints": "提示",
        "none": "没有发现问题的文件不列出；未能核对的文件不等于没有问题。",
        "problems": "各单位问题清单",
        "lead": "按错误多少排列；点单位名称看问题和文件。",
        "expand": "显示全部 {} 行",
        "left_out": "另有 {} 条较轻的发现未列入本页，见 .xlsx 或 .csv。",
        "old": "浏览器版本过低，无法展开文件清单；请改用较新的浏览器，或查看 .xlsx、.csv。",
        "numbers": "带虚线的数字可以点击，查看背后的文件。",
        "unread": "未能核对",
        "bodies": "家单位",
        "contents": "目录",
        "nothing": "没有可列的内容。",
    },
    "en": {
        "documents": "documents",
        "more": "show 200 more",
        "close": "close",
        "search": "find a body by its name",
        "errors": "errors",
        "warnings": "warnings",
        "hints": "notes",
        "none": "Documents without findings are not listed; what could not be read is not clean.",
        "problems": "Problems, body by body",
        "lead": "Most errors first; click a name for problems and documents.",
        "expand": "show all {} rows",
        "left_out": "{} lighter findings are not on this page, see .xlsx or .csv.",
        "old": "This browser is too old to open the lists: use a newer one, or the .xlsx and .csv files.",
        "numbers": "Click an underlined number for the documents behind it.",
        "unread": "not checked",
        "bodies": "bodies",
        "contents": "Contents",
        "nothing": "Nothing to list.",
    },
}


def write_page(report: Report, stream: TextIO, roots: dict[str, str]) -> None:
    """Write the page; ``roots`` says where the documents of each surveyed folder lie, seen from the page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    lists = Lists()
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["written"] = written
    environment.filters["svg"] = lambda text: Markup(text)
    words = WORDS[report.lang]
    body = environment.get_template("trends.html.j2").render(
        report=report,
        words=words,
        version=__version__,
        generator=GENERATOR,
        place=lambda cell: lists.place(cell.documents) if cell.documents else -1,
        shown=_ROWS_SHOWN,
        is_number=lambda column: column.kind is not Kind.TEXT,
        style=Markup((_TEMPLATES / "trends.css").read_text(encoding="utf-8")),
    )
    data, left_out = pack(report, lists, roots)
    note = words["left_out"].format(f"{left_out:,}") if left_out else ""
    script = (_TEMPLATES / "trends.js").read_text(encoding="utf-8")
    told = json.dumps({**words, "left_out": note}, ensure_ascii=False)
    stream.write(body)
    stream.write(f'<script id="data" type="text/plain">{data}</script>\n<script>const W={told};\n{script}</script>\n</body>\n</html>\n')


def written(cell: Cell, column: Column) -> str:
    """Return a cell's value as people read it: thousands parted, nothing for none."""
    value = cell.value
    if value is None:
        return "–"
    if isinstance(value, int) and column.kind is Kind.COUNT:
        return f"{value:,}"
    if isinstance(value, Decimal) and column.kind in (Kind.AMOUNT, Kind.PERCENT):
        return f"{value:,.2f}"
    return str(value)
