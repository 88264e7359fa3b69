"""The accounts of 三公经费 (official travel abroad, vehicles, receptions): the whole, its items, the parts of one of them."""

from __future__ import annotations

WHOLE = "三公经费"
VEHICLES = "公务用车购置及运行维护费"
VEHICLE_PARTS = ("公务用车购置费", "公务用车运行维护费")
ITEMS = ("因公出国(境)费", VEHICLES, "公务接待费")
PARTS = {WHOLE: ITEMS, VEHICLES: VEHICLE_PARTS}
