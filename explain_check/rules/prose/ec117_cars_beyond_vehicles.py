"""公务用车多于车辆总数: more official cars than vehicles.

What it checks

The official cars kept (公务用车保有量, beside 三公经费) against all vehicles of the body at the same date (国有资产占有使用情况): official
cars are among them. Where the text names several numbers of either, nothing is said.

Why it matters

Both numbers are asked for (地方预决算公开操作规程, 财预〔2016〕143号; seen as quoted in official notices only), and two that exclude each
other show that one was left over from another year.

Fires

    > 某县某局2024年度部门决算
    > 七、“三公”经费支出决算情况说明
    > 截至2024年12月31日，单位共有公务用车8辆。
    > 十、其他重要事项的情况说明
    > 截至2024年12月31日，某县某局共有车辆7辆，其中：应急保障用车4辆、执法执勤用车3辆。

Passes

    > 某县某局2024年度部门决算
    > 七、“三公”经费支出决算情况说明
    > 截至2024年12月31日，单位共有公务用车8辆。
    > 十、其他重要事项的情况说明
    > 截至2024年12月31日，某县某局共有车辆9辆，其中：应急保障用车6辆、执法执勤用车3辆。

Undecided

The numbers are those of a unit.

    > 某县某局2024年度部门决算
    > 七、“三公”经费支出决算情况说明
    > 截至2024年12月31日，单位共有公务用车8辆。
    > 十、其他重要事项的情况说明
    > 截至2024年12月31日，某县某局机关共有车辆7辆，其中：应急保障用车4辆、执法执勤用车3辆。
"""

from __future__ import annotations

import re

from explain_check.model.arithmetic import are_exact, plain
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.quantity import VehiclesCase
from explain_check.rules.registry import rule

_PART = re.compile(r"机关|本级|本部(?!门)")


@rule(code="EC117", name="cars-beyond-vehicles", label="公务用车多于车辆总数", severity=Severity.WARNING, applies_to=VehiclesCase)
def cars_beyond_vehicles(case: VehiclesCase) -> Verdict:
    """Hold the official cars against all vehicles."""
    cars, vehicles = case.cars.current, case.vehicles.current
    if cars is None or vehicles is None or not are_exact(cars, vehicles):
        return undecided(Obstacle.NOT_EXACT)
    if cars.figure.value <= vehicles.figure.value:
        return PASSED
    if _PART.search(case.listed.place.quote + case.vehicles.scope):
        return undecided(Obstacle.NOT_CONCERNED)
    few, many = plain(vehicles.figure.value), plain(cars.figure.value)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=few,
        computed=many,
        message=f"公务用车有 {many} 辆，而车辆总数只有 {few} 辆：公务用车包含在车辆总数之内，不可能更多",
        message_en=f"{many} official cars, but only {few} vehicles in all",
        evidence=(case.cars.place,),
    )
