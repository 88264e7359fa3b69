"""Statements about people and things, and how amounts are made up."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.printed import Direction, Printed
from explain_check.model.text import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClaim:
    """A number of people or things (数量): 在职120人，减少2人; 当年财政拨款项目13个，涉及预算金额1,357.42万元.

    ``sort`` says what is counted (serving, retired, posts, vehicles, projects, secret_projects …: lexicons/counted.csv), empty
    where the list does not know it; ``unit`` is the counting word. ``current`` is None where only a movement is stated
    (新招录工作人员10名); ``amount`` is unsigned as printed, its ``direction`` None where nothing moves. ``money`` is the amount that
    the counted things carry, ``threshold`` the value that each of them reaches at least (单价50万元以上).
    """

    id: str
    subject: str
    sort: str
    scope: str
    unit: str
    current: Printed | None
    direction: Direction | None
    amount: Printed | None
    money: Printed | None
    threshold: Printed | None
    year: int | None
    place: Place
