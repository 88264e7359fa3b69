"""Numbers of a spreadsheet as they are printed: by the number format of their cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

GENERAL = "General"
#: Formats that are known by number only (ECMA-376, 18.8.30); 27–36 and 50–58 are dates in Chinese.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: '#,##0;-#,##0;"-"', 42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00;-#,##0.00;"-"', 14: "yyyy/m/d", 15: "d-m-yy", 16: "d-m", 17: "yyyy-m",
    22: "yyyy/m/d", 27: 'yyyy"年"m"月"', 31: 'yyyy"年"m"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|[_*].?'
    r"|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*,*)?|\.[0#?]+,*)|(?P<date>y+|m+|d+|h+|s+|aaa+)"
    r"|(?P<general>General|G/通用格式|@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SCIENTIFIC = re.compile(r"[0#?]E[+-]", re.IGNORECASE)
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)")
_EXACT = Context(prec=15, rounding=ROUND_HALF_UP)
"""A binary number holds 15 decimal digits; what comes after them is noise."""
_GENERAL_DIGITS = 10
_EPOCH = datetime(1899, 12, 30)
_LAST_DAY = 2958465


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a format: its tokens, and what it does to a number."""

    tokens: tuple[tuple[str, str], ...]
    is_date: bool
    is_percent: bool
    decimals: int
    optional: int
    is_grouped: bool
    hides_zero: bool
    scale: int
    places: tuple[int, ...]


def show_number(text: str, form: str, *, is_1904: bool = False) -> str:
    """Return a number, given as the file holds it (4405.7300000001), as its format prints it; a text that is none stays."""
    try:
        number = _EXACT.create_decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite() or abs(number.adjusted()) > 25:
        return text
    sections = _sections(form)
    if number < 0 and len(sections) > 1:
        return _minus(_show(-number, sections[1], is_1904))
    if number == 0 and len(sections) > 2:
        return _show(number, sections[2], is_1904)
    return _minus(_show(-number, sections[0], is_1904)) if number < 0 else _show(number, sections[0], is_1904)


def _minus(printed: str) -> str:
    """Return a negative number with its sign, which a format may print as brackets or leave to a colour."""
    bare = printed.strip("()（）- ")
    return f"-{bare}" if any(digit in bare for digit in "123456789") else bare


def _show(number: Decimal, section: Section, is_1904: bool) -> str:
    """Return a number that is not negative in one section of a format."""
    if section.is_date:
        return _show_date(number, section, is_1904)
    printed = iter(_digits(number, section))
    return "".join(
        next(printed) if kind == "digits" else _general(number) if kind == "general" else text for kind, text in section.tokens
    ).strip()


def _digits(number: Decimal, section: Section) -> Iterator[str]:
    """Yield what stands for each pattern of digits; the last ones take a digit for each place: 0!.0000 prints 万 for 元."""
    scaled = number.scaleb(2 if section.is_percent else 0).scaleb(-3 * section.scale)
    rounded = scaled.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP, Context(prec=40))
    printed = f"{rounded:,f}" if section.is_grouped else f"{rounded:f}"
    whole, point, decimals = printed.partition(".")
    if section.optional:
        decimals = decimals[: section.decimals - section.optional] + decimals[section.decimals - section.optional :].rstrip("0")
    kept = f"{whole}{point}{decimals}" if decimals else whole
    if not rounded and section.hides_zero:
        kept = ""
    rest = sum(section.places)
    kept = kept.zfill(rest + 1) if rest else kept
    yield kept[: len(kept) - rest]
    for places in section.places:
        yield kept[len(kept) - rest : len(kept) - rest + places]
        rest -= places


def _general(number: Decimal) -> str:
    """Return a number without a format: some ten digits, two decimals at least, no zeros at the end."""
    places = max(2, _GENERAL_DIGITS - max(1, number.adjusted() + 1))
    printed = f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=60)):f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def _show_date(number: Decimal, section: Section, is_1904: bool) -> str:
    if number > _LAST_DAY:
        return _general(number)
    moment = _EPOCH + timedelta(days=float(number) + (1462 if is_1904 else 0))
    return "".join(_date_part(moment, text.lower()) if kind == "date" else text for kind, text in section.tokens).strip()


def _date_part(moment: datetime, token: str) -> str:
    number = {"y": moment.year, "m": moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}.get(token[0])
    if number is None:
        return ""
    if token[0] == "y":
        return str(number) if len(token) > 2 else f"{number % 100:02d}"
    return f"{number:02d}" if len(token) == 2 else str(number)


@lru_cache(maxsize=512)
def _sections(form: str) -> tuple[Section, ...]:
    """Return the sections of a format: positive, negative, zero; the scientific form is printed plainly."""
    parts: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(GENERAL if not form or _SCIENTIFIC.search(form) else form):
        kind = match.lastgroup
        if match["other"] == ";":
            parts.append([])
        elif kind == "bracket":
            currency = _CURRENCY.match(match["bracket"])
            parts[-1].append(("text", currency["sign"] if currency else ""))
        elif kind is not None:
            name = kind if kind in ("digits", "date", "general") else "text"
            parts[-1].append((name, match[kind]))
    return tuple(_section(tokens) for tokens in parts[:3])


def _section(tokens: list[tuple[str, str]]) -> Section:
    patterns = [text for kind, text in tokens if kind == "digits"]
    whole, _, decimals = (patterns[0].rstrip(",") if patterns else "").partition(".")
    return Section(
        tokens=tuple(tokens),
        is_date=not patterns and any(kind == "date" for kind, _ in tokens),
        is_percent=any(kind == "text" and text == "%" for kind, text in tokens),
        decimals=len(decimals) if len(patterns) < 2 else 0,
        optional=len(decimals) - len(decimals.rstrip("#?")) if len(patterns) < 2 else 0,
        is_grouped="," in whole,
        hides_zero=bool(patterns) and not any("0" in pattern for pattern in patterns),
        scale=sum(len(pattern) - len(pattern.rstrip(",")) for pattern in patterns),
        places=tuple(len(pattern.rstrip(",")) for pattern in patterns[1:]),
    )
