"""Whose disclosure it is, over years and spellings: one name for a body, its region, level and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from explain_check.lexicon.load import load_entries, senses
from explain_check.lexicon.regions import Region, RegionLevel, find_region, parents_of


class BodyPart(StrEnum):
    """What a disclosure speaks for: the body's own office (本级), the body with its units (汇总), or not said."""

    OWN = "own"
    WHOLE = "whole"
    UNSAID = ""


class BodyLevel(StrEnum):
    """At which level a body stands; the values are the words for it."""

    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县区级"
    TOWN = "乡镇街道"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body (单位): its canonical name, its region from the province down, as far as known (河南省/济源市), level, kind and part.

    Two disclosures are one body's where ``name`` is equal; ``kind`` is a sense of lexicons/body_kinds.csv, empty where none fits.
    """

    name: str
    region: str
    level: BodyLevel
    kind: str
    part: BodyPart


_FOLD = str.maketrans("（）［］【】〔〕", "()()()()")
_LEAD = re.compile(r"^(?:20\d\d年度?|关于|中共|中国共产党)+")
#: 青禾市教育局: a region that is not listed. 城市管理局 and 社区 are none.
_UNLISTED = re.compile(
    r"^(?!城市|都市|社区|全市|本市|地区)(?P<name>[\u4e00-\u9fff]{2,6}?(?:自治州|自治县|地区|市|县|区|旗))(?!场|局|民[众间生])"
)
_TOWN = re.compile(r"^[\u4e00-\u9fff]{1,8}?(?:镇|乡|街道)(?!企业|振兴|建设)")
_LEVELS = {RegionLevel.PROVINCE: BodyLevel.PROVINCE, RegionLevel.CITY: BodyLevel.CITY, RegionLevel.COUNTY: BodyLevel.COUNTY}
_MUNICIPALITIES = ("11", "12", "31", "50")
#: 济源市, 石河子市: counties by name that the province itself administers, like a city.
_UNDER_PROVINCE = "90"


@lru_cache(maxsize=8192)
def read_body(entity: str) -> Body:
    """Return the body that a disclosure's entity names; every field but the name is empty where the name does not tell."""
    text = _LEAD.sub("", "".join(entity.split()).translate(_FOLD))
    text, part = _without_part(text)
    regions, unlisted, rest = _regions_of(text)
    rest = _names().get(rest, rest)
    place = "".join(region.name for region in regions if _names_body(region, regions)) + unlisted
    return Body(
        name=place + rest,
        region="/".join([*(region.name for region in regions), *([unlisted] if unlisted else [])]),
        level=_level(regions, unlisted, rest),
        kind=kind_of(rest),
        part=part,
    )


def is_same_body(entity: str, other: str) -> bool:
    """Whether two names mean one body, and not its own office here and the body with its units there."""
    one, two = read_body(entity), read_body(other)
    return bool(one.name) and one.name == two.name and {one.part, two.part} != {BodyPart.OWN, BodyPart.WHOLE}


def _names_body(region: Region, regions: tuple[Region, ...]) -> bool:
    """Whether a region belongs into the body's name: a province only where it is the body's own, or a municipality (北京市朝阳区)."""
    return region.level is not RegionLevel.PROVINCE or len(regions) == 1 or region.code[:2] in _MUNICIPALITIES


def _without_part(text: str) -> tuple[str, BodyPart]:
    """Return a name without 本级, (汇总), 机关, and which of them stood there."""
    part = BodyPart.UNSAID
    for _ in range(3):
        found = next(
            ((phrase, sense, bare) for phrase, sense, bare in _parts() if text.endswith(phrase) and len(text) > len(phrase) + 2), None
        )
        if found is None:
            return text, part
        text = text[: -len(found[0])] + found[2]
        part = part or BodyPart(found[1])
    return text, part


@cache
def _parts() -> tuple[tuple[str, str, str], ...]:
    """Return endings, the part that each means, and what of the ending belongs to the name: 局 of 局机关."""
    rows = []
    for entry in load_entries("body_parts"):
        bare = entry.phrase.removesuffix("机关") if entry.phrase.endswith("机关") else ""
        rows += [(f"({entry.phrase})", entry.sense, ""), (entry.phrase, entry.sense, bare)]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _regions_of(text: str) -> tuple[tuple[Region, ...], str, str]:
    """Return the listed regions from the province down, a region that is not listed, and the rest of a name."""
    found: Region | None = None
    unlisted = ""
    for _ in range(3):
        region, length = find_region(text, found)
        if not length or len(text) - length < 2:
            break
        if region is None:
            unlisted, text = text[:length], text[length:]
            break
        found, text = region, text[length:]
    is_open = not unlisted and (found is None or found.level is not RegionLevel.COUNTY)
    match = _UNLISTED.match(text) if is_open else None
    if match and len(text) - match.end() >= 2:
        unlisted, text = match["name"], text[match.end() :]
    return (parents_of(found) if found else ()), unlisted, text


@cache
def _names() -> dict[str, str]:
    return senses("body_names")


def _level(regions: tuple[Region, ...], unlisted: str, rest: str) -> BodyLevel:
    """Return the level by the lowest region named; a town or subdistrict lies below all."""
    if _TOWN.match(rest) or rest.endswith(("街道办事处", "镇人民政府", "乡人民政府")):
        return BodyLevel.TOWN
    if unlisted:
        return BodyLevel.CITY if unlisted.endswith(("市", "州", "地区")) else BodyLevel.COUNTY
    if not regions:
        return BodyLevel.UNKNOWN
    return BodyLevel.CITY if regions[-1].code[2:4] == _UNDER_PROVINCE else _LEVELS[regions[-1].level]


@lru_cache(maxsize=8192)
def kind_of(name: str) -> str:
    """Return the kind of body by the word that stands last in its name, the longest of those; empty where none is known."""
    return max(_words_in(name), default=(0, 0, ""))[2]


def _words_in(name: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each known word ends, its length and its kind."""
    for entry in load_entries("body_kinds"):
        at = name.rfind(entry.phrase)
        if at >= 0:
            yield at + len(entry.phrase), len(entry.phrase), entry.sense
