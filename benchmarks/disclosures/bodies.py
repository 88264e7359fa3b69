"""Invented bodies: where they are, what they do, what they spend money on."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An item of the functional classification (项)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """What a kind of body does: its class and group of spending, its own item and those of its projects."""

    suffix: str
    kind: str
    section: str
    group: str
    running: Account
    items: tuple[Account, ...]
    projects: tuple[str, ...]
    duties: tuple[str, ...]
    is_institution: bool = False


def _account(text: str) -> Account:
    return Account(code=text[:7], name=text[7:])


def _sectors() -> tuple[Sector, ...]:
    rows = tomllib.loads((Path(__file__).parent / "sectors.toml").read_text(encoding="utf-8"))["sectors"]
    return tuple(
        Sector(
            suffix=row["suffix"],
            kind=row["kind"],
            section=row["section"],
            group=row["group"],
            running=_account(row["running"]),
            items=tuple(map(_account, row["items"])),
            projects=tuple(row["projects"]),
            duties=tuple(row["duties"]),
            is_institution=row["running"][5:7] != "01",
        )
        for row in rows
    )


SECTORS = _sectors()
_FIRST = "青云柳临岚鹤清松石白金凤梅兰桐溪沙龙泉玉湖苍宁安嘉永昌和庆丰"
_SECOND = "禾陂浦溪江桥源林岭潭湾阳峰台坪泽塘渡城原口川洲田岩屏关堡店集"
_PLACES = (("市", "市级"), ("县", "县级"), ("区", "县级"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body; ``number`` tells it from all others of the same seed."""

    number: int
    name: str
    region: str
    level: str
    sector: Sector


@cache
def _places(seed: int) -> tuple[str, ...]:
    places = [first + second for first in _FIRST for second in _SECOND if first != second]
    random.Random(f"{seed}:places").shuffle(places)
    return tuple(places)


def make_body(number: int, seed: int) -> Body:
    """Return the body of a number; no two of one seed have the same name."""
    places = _places(seed)
    sector = SECTORS[number % len(SECTORS)]
    rest, place = divmod(number // len(SECTORS), len(places))
    suffix, level = _PLACES[(place + rest) % len(_PLACES)]
    region = places[place] + suffix
    town = f"{places[-1 - place]}" if sector.kind == "街道" else ""
    far = "" if rest < len(_PLACES) else f"第{'一二三四五六七八九'[rest // len(_PLACES) - 1]}"
    return Body(number=number, name=f"{region}{town}{far}{sector.suffix}", region=region, level=level, sector=sector)
