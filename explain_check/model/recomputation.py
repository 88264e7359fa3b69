"""What recomputing a change statement gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from explain_check.model.arithmetic import Movement
from explain_check.model.figure import Interval


class ClaimVerdict(StrEnum):
    """What recomputation says of a change."""

    CONSISTENT = "consistent"
    ROUNDING = "rounding"
    INCONSISTENT = "inconsistent"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputation:
    """What a change statement implies, in the claim's unit: prior amount, its interval, rate in per cent, verdict.

    ``movement`` holds the printed figures in that unit, None without a current amount.
    """

    prior: Decimal | None
    prior_interval: Interval | None
    rate: Decimal | None
    verdict: ClaimVerdict
    movement: Movement | None = None
