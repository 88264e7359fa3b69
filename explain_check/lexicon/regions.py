"""Administrative regions by name: provinces, prefectures and counties, with their short names and what they were called before."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from explain_check.lexicon.load import lexicon_folder, load_entries
from explain_check.model.errors import LexiconError

COLUMNS = ("code", "name", "short", "level", "source")
#: 朝阳区 is no 朝阳 (市), 南京路街道 no 南京 (市): after a short name these begin another name.
_GOES_ON = "市县区旗州盟路街道镇乡村里湖山"
_LONGEST = 15


class RegionLevel(StrEnum):
    """How high a region stands: 省, 地市, 县区."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region (行政区划): its six-digit code of GB/T 2260, full and short name (empty where it has none) and level."""

    code: str
    name: str
    short: str
    level: RegionLevel


@cache
def load_regions() -> dict[str, Region]:
    """Return the regions of ``lexicons/regions.csv`` by code; LexiconError names a broken row."""
    path = lexicon_folder() / "regions.csv"
    regions: dict[str, Region] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            if not all(row.get(column) for column in ("code", "name", "level", "source")) or row["level"] not in set(RegionLevel):
                chinese = f"{path} 第{line}行：须有 {','.join(COLUMNS)}，级别为 province、city、county 之一。"
                raise LexiconError(chinese, f"{path}:{line}: needs {','.join(COLUMNS)}; level is province, city or county.")
            regions[row["code"]] = Region(code=row["code"], name=row["name"], short=row["short"], level=RegionLevel(row["level"]))
    return regions


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    """Return the regions that a full name, an earlier name or a short name may mean."""
    found: dict[str, list[Region]] = defaultdict(list)
    regions = load_regions()
    for region in regions.values():
        found[region.name].append(region)
    for entry in load_entries("region_aliases"):
        if entry.sense not in regions:
            raise LexiconError(
                f"region_aliases.csv 第{entry.line}行：没有代码 {entry.sense}。", f"region_aliases.csv:{entry.line}: no such code."
            )
        found[entry.phrase].append(regions[entry.sense])
    for region in regions.values():
        if region.short and region.short not in found:
            found[region.short].append(region)
    return {name: tuple(listed) for name, listed in found.items()}


def find_region(text: str, inside: Region | None = None) -> tuple[Region | None, int]:
    """Return the region that a text begins with and the length of its name; of several of one name, the one inside ``inside``.

    The region is None where the name alone does not tell which is meant (鼓楼区); the length is 0 where no known name stands there.
    """
    names = _by_name()
    for length in range(min(_LONGEST, len(text)), 1, -1):
        candidates = names.get(text[:length], ())
        if not candidates or (candidates[0].short == text[:length] and text[length : length + 1] in _GOES_ON):
            continue
        fitting = [region for region in candidates if inside is None or is_inside(region, inside)]
        if len(fitting) == 1:
            return fitting[0], length
        if inside is None:
            return None, length
    return None, 0


def is_inside(region: Region, other: Region) -> bool:
    """Whether a region lies in a higher one, by their codes."""
    return region.level is not other.level and region.code.startswith(other.code[: {"province": 2, "city": 4}.get(other.level, 6)])


def parents_of(region: Region) -> tuple[Region, ...]:
    """Return the region with what it lies in, province first."""
    regions = load_regions()
    codes = dict.fromkeys((f"{region.code[:2]}0000", f"{region.code[:4]}00", region.code))
    return tuple(regions[code] for code in codes if code in regions)
