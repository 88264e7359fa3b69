"""What a body plans or spends in a year; amounts are whole numbers of 0.01万元, so that every sum is exact as printed."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from benchmarks.disclosures.bodies import Account, Body

BASIC_PAY, ALLOWANCES, BONUS, MERIT = "30101", "30102", "30103", "30107"
PENSION, ANNUITY, MEDICAL, CIVIL_MEDICAL, OTHER_SECURITY, HOUSING, OTHER_PAY = "30108", "30109", "30110", "30111", "30112", "30113", "30199"
RECEPTION, VEHICLES = "30217", "30231"
RETIRED, REWARD = "30302", "30309"
ECONOMIC = {
    "301": "工资福利支出", BASIC_PAY: "基本工资", ALLOWANCES: "津贴补贴", BONUS: "奖金", MERIT: "绩效工资",
    PENSION: "机关事业单位基本养老保险缴费", ANNUITY: "职业年金缴费", MEDICAL: "职工基本医疗保险缴费",
    CIVIL_MEDICAL: "公务员医疗补助缴费", OTHER_SECURITY: "其他社会保障缴费", HOUSING: "住房公积金", OTHER_PAY: "其他工资福利支出",
    "302": "商品和服务支出", "30201": "办公费", "30202": "印刷费", "30205": "水费", "30206": "电费", "30207": "邮电费", "30208": "取暖费",
    "30211": "差旅费", "30213": "维修（护）费", "30215": "会议费", "30216": "培训费", RECEPTION: "公务接待费", "30226": "劳务费",
    "30228": "工会经费", "30229": "福利费", VEHICLES: "公务用车运行维护费", "30239": "其他交通费用", "30299": "其他商品和服务支出",
    "303": "对个人和家庭的补助", RETIRED: "退休费", REWARD: "奖励金",
}  # fmt: skip
CLASSES = (
    "201一般公共服务支出", "203国防支出", "204公共安全支出", "205教育支出", "206科学技术支出", "207文化旅游体育与传媒支出",
    "208社会保障和就业支出", "210卫生健康支出", "211节能环保支出", "212城乡社区支出", "213农林水支出", "214交通运输支出",
    "215资源勘探工业信息等支出", "216商业服务业等支出", "217金融支出", "219援助其他地区支出", "220自然资源海洋气象等支出",
    "221住房保障支出", "222粮油物资储备支出", "224灾害防治及应急管理支出", "229其他支出",
)  # fmt: skip
GROUPS = {
    "20805": "行政事业单位养老支出",
    "21011": "行政事业单位医疗",
    "22102": "住房改革支出",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project under an item of the functional classification."""

    name: str
    account: Account
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item (项) with what it takes of basic and of project spending; ``pay`` is the part of people in the basic one."""

    account: Account
    basic: int
    project: int
    pay: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.basic + self.project


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A year of a body: amounts by economic class, and its projects."""

    body: Body
    year: int
    economic: dict[str, int]
    projects: tuple[Project, ...]
    staff: int
    retired: int

    def part(self, first: str) -> int:
        """Return the sum of an economic class: 301, 302 or 303."""
        return sum(amount for code, amount in self.economic.items() if code.startswith(first))

    @property
    def people(self) -> int:
        """人员经费."""
        return self.part("301") + self.part("303")

    @property
    def public(self) -> int:
        """公用经费."""
        return self.part("302")

    @property
    def basic(self) -> int:
        """基本支出."""
        return self.people + self.public

    @property
    def project(self) -> int:
        """项目支出."""
        return sum(project.amount for project in self.projects)

    @property
    def total(self) -> int:
        """All spending."""
        return self.basic + self.project

    @property
    def three_public(self) -> int:
        """“三公”经费: receptions and vehicles in use; nobody travels abroad or buys a vehicle."""
        return self.economic[RECEPTION] + self.economic[VEHICLES]

    def items(self) -> list[Item]:
        """Return the items that hold something, by code."""
        own = self.body.sector
        fixed = self._fixed()
        running_pay = self.people - sum(fixed.values())
        items = [Item(account=own.running, basic=running_pay + self.public, project=0, pay=running_pay)]
        items += [Item(account=account, basic=amount, project=0, pay=amount) for account, amount in fixed.items() if amount]
        for account in own.items:
            amount = sum(project.amount for project in self.projects if project.account == account)
            if amount:
                items.append(Item(account=account, basic=0, project=amount, pay=0))
        return sorted(items, key=lambda item: item.account.code)

    def _fixed(self) -> dict[Account, int]:
        """Return the items of retirement, insurance and housing."""
        amounts, is_institution = self.economic, self.body.sector.is_institution
        kind = "事业单位" if is_institution else "行政单位"
        return {
            Account(code="2080502" if is_institution else "2080501", name=f"{kind}离退休"): amounts[RETIRED],
            Account(code="2080505", name="机关事业单位基本养老保险缴费支出"): amounts[PENSION],
            Account(code="2080506", name="机关事业单位职业年金缴费支出"): amounts[ANNUITY],
            Account(code="2101102" if is_institution else "2101101", name=f"{kind}医疗"): amounts[MEDICAL],
            Account(code="2101103", name="公务员医疗补助"): amounts.get(CIVIL_MEDICAL, 0),
            Account(code="2210201", name="住房公积金"): amounts[HOUSING],
        }

    def section_name(self, code: str) -> str:
        """Return the name of a class (类)."""
        return next(name[3:] for name in CLASSES if name.startswith(code))

    def group_name(self, code: str) -> str:
        """Return the name of a group (款)."""
        return GROUPS.get(code) or self.body.sector.group[5:]

    def by_section(self) -> dict[str, int]:
        """Return the amounts of the classes (类) that hold something."""
        sums: dict[str, int] = {}
        for item in self.items():
            sums[item.account.code[:3]] = sums.get(item.account.code[:3], 0) + item.total
        return sums


def _vary(rng: random.Random, amount: int, low: float, high: float) -> int:
    """Return an amount changed by a random rate."""
    return max(1, round(amount * rng.uniform(low, high)))


def first_ledger(body: Body, year: int, rng: random.Random) -> Ledger:
    """Return a first year."""
    staff, retired = rng.randint(12, 160), rng.randint(4, 90)
    pay = {BASIC_PAY: 410, ALLOWANCES: 270, BONUS: 210, OTHER_PAY: 80, OTHER_SECURITY: 14}
    pay |= {MERIT: 190} if body.sector.is_institution else {CIVIL_MEDICAL: 26}
    goods = {"30201": 32, "30202": 9, "30205": 4, "30206": 11, "30207": 7, "30211": 22, "30213": 11, "30215": 4, "30216": 6}
    goods |= {"30226": 9, "30228": 14, "30229": 16, "30239": 38, "30299": 15} | ({"30208": 8} if rng.random() < 0.4 else {})
    economic = {code: _vary(rng, amount * staff, 0.8, 1.2) for code, amount in (pay | goods).items()}
    economic |= {RECEPTION: rng.choice((0, 40, 80, 120, 250, 320, 480)), VEHICLES: rng.choice((0, 250, 470, 840, 1240, 3150))}
    economic |= {RETIRED: _vary(rng, 110 * retired, 0.8, 1.2)} | ({REWARD: rng.randint(20, 300)} if rng.random() < 0.5 else {})
    ledger = Ledger(body=body, year=year, economic=_insured(economic, rng), projects=(), staff=staff, retired=retired)
    names = rng.sample(body.sector.projects, rng.randint(3, 5))
    projects = tuple(_project(body, name, rng) for name in names)
    return replace(ledger, projects=projects)


def _insured(economic: dict[str, int], rng: random.Random) -> dict[str, int]:
    """Return the amounts with the contributions that follow from the pay."""
    base = sum(economic.get(code, 0) for code in (BASIC_PAY, ALLOWANCES, BONUS, MERIT))
    rates = {PENSION: 0.16, ANNUITY: 0.08, MEDICAL: 0.07, HOUSING: 0.12}
    found = economic | {code: _vary(rng, round(base * rate), 0.97, 1.03) for code, rate in rates.items()}
    return dict(sorted(found.items()))


def _project(body: Body, name: str, rng: random.Random) -> Project:
    account = rng.choice(body.sector.items)
    return Project(name=name, account=account, amount=rng.choice((5, 10, 50)) * rng.randint(40, 400))


def next_ledger(last: Ledger, rng: random.Random) -> Ledger:
    """Return the year after: staff and pay move, some projects end, change or begin."""
    moved = rng.choice((-3, -2, -1, 0, 0, 1, 2, 3))
    growth = (1 + moved / last.staff) * rng.uniform(0.99, 1.06)
    economic = dict(last.economic)
    for code, amount in economic.items():
        if code.startswith("301") and code not in (PENSION, ANNUITY, MEDICAL, HOUSING):
            economic[code] = _vary(rng, amount, growth - 0.01, growth + 0.01)
        elif code.startswith("302") and code not in (RECEPTION, VEHICLES):
            economic[code] = _vary(rng, amount, 0.93, 1.06)
    economic[RECEPTION] = (
        _vary(rng, last.economic[RECEPTION], 0.7, 1.05) if last.economic[RECEPTION] and rng.random() < 0.7 else last.economic[RECEPTION]
    )
    if last.economic[VEHICLES] and rng.random() < 0.5:
        economic[VEHICLES] = _vary(rng, last.economic[VEHICLES], 0.85, 1.1)
    economic[RETIRED] = _vary(rng, last.economic[RETIRED], 0.97, 1.08)
    return replace(
        last,
        year=last.year + 1,
        economic=_insured(economic, rng),
        projects=_next_projects(last, rng),
        staff=last.staff + moved,
        retired=last.retired + rng.choice((0, 0, 1, 2)),
    )


def _next_projects(last: Ledger, rng: random.Random) -> tuple[Project, ...]:
    kept = [project for project in last.projects if rng.random() > 0.2 or len(last.projects) == 1]
    changed = [
        project if rng.random() < 0.3 else replace(project, amount=_vary(rng, project.amount // 10, 0.6, 1.5) * 10) for project in kept
    ]
    free = [name for name in last.body.sector.projects if name not in {project.name for project in last.projects}]
    if free and len(changed) < 6 and rng.random() < 0.5:
        changed.append(_project(last.body, rng.choice(free), rng))
    return tuple(changed)


def spend(budget: Ledger, rng: random.Random) -> Ledger:
    """Return what became of a budget: most of it is spent, a little more for people, less for projects."""
    economic = {code: _vary(rng, amount, 0.97, 1.04) if amount else 0 for code, amount in budget.economic.items()}
    for code in (RECEPTION, VEHICLES):
        economic[code] = _vary(rng, budget.economic[code], 0.6, 1.0) if budget.economic[code] else 0
    projects = tuple(
        project if rng.random() < 0.3 else replace(project, amount=_vary(rng, project.amount, 0.7, 0.99)) for project in budget.projects
    )
    return replace(budget, economic=economic, projects=projects)


def restate(prior: Ledger, rng: random.Random) -> Ledger:
    """Return a year that was printed otherwise: one project had another amount, and all sums follow."""
    at = rng.randrange(len(prior.projects))
    wrong = prior.projects[at].amount + rng.choice((-1, 1)) * max(100, prior.projects[at].amount // rng.randint(4, 9))
    projects = [replace(project, amount=wrong) if i == at else project for i, project in enumerate(prior.projects)]
    return replace(prior, projects=tuple(projects))
