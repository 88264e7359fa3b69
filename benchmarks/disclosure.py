"""Write a long disclosure with the shape of a published one, new in all its figures for each seed.

Its measures per 100 KB (benchmarks/README.md) are those of published disclosures of a body with many projects: three quarters
of the bytes stand in tables, and half of the prose (duties, glossary) states no figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_PLACES = ("青禾县", "临溪市", "云陂区", "芦桥县", "柳浦市", "河渡区", "桐岭县", "麦陵市")
_BODIES = ("水土保持服务中心", "社区矫正管理局", "种质资源保护站", "公共浴室管理所", "渡口安全事务中心", "乡村广播服务中心")
_ITEMS = (
    ("208", "05", "01", "社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休"),
    ("208", "05", "05", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"),
    ("208", "05", "06", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出"),
    ("210", "11", "01", "卫生健康支出", "行政事业单位医疗", "行政单位医疗"),
    ("210", "11", "03", "卫生健康支出", "行政事业单位医疗", "公务员医疗补助"),
    ("213", "03", "01", "农林水支出", "水利", "行政运行"),
    ("213", "03", "02", "农林水支出", "水利", "一般行政管理事务"),
    ("213", "03", "10", "农林水支出", "水利", "水土保持"),
    ("221", "02", "01", "住房保障支出", "住房改革支出", "住房公积金"),
)
_ECONOMIC = (
    ("301", "工资福利支出", ("基本工资", "津贴补贴", "奖金", "绩效工资", "其他社会保障缴费")),
    ("302", "商品和服务支出", ("办公费", "印刷费", "水费", "电费", "邮电费", "差旅费", "维修（护）费", "工会经费", "福利费")),
    ("303", "对个人和家庭的补助", ("离休费", "退休费", "抚恤金", "奖励金")),
)
_WORKS = ("坡面监测", "设备更新", "档案整理", "值守巡查", "线路租用", "站房修缮", "技能培训", "数据采集", "安全检测", "宣传印刷")
_AIMS = (
    "按合同约定分期组织实施，逐月登记进度，年中开展一次自查，年末组织验收并形成书面报告",
    "保持现有点位正常运转，及时处置故障，减少停用时间，使服务对象能够按时得到结果",
    "依照主管部门下达的任务清单开展工作，资金专账核算，变更事项先报批后实施",
    "完善台账和值班制度，对薄弱环节逐项整改，确保人员和设施安全",
)
_RISES = ("在职人员增加，工资和社会保险缴费随之增加", "新增两项监测任务，设备购置费增加", "工资标准提高")
_FALLS = ("落实过紧日子要求，压减办公费和差旅费", "上年一次性项目已经完成，本年不再安排", "退休人员增加，在职人员减少")
_DUTIES = ("拟订本区域年度工作计划并组织实施", "承担有关数据的采集、汇总和发布", "指导基层站点开展日常巡查和维护", "完成上级交办的其他任务")
_SYLLABLES = "东西南北上中下前后青红白云山水石松柏桥河湖港岭坪坡沟湾滩塘井"
_TERMS = ("基本支出", "项目支出", "财政拨款收入", "上年结转", "机关运行经费", "政府采购")


class _Disclosure:
    """One disclosure: its body, year and amounts in 百元; parts add up to their wholes."""

    def __init__(self, seed: int, projects: int) -> None:
        self.random = random = Random(seed)
        self.body = random.choice(_PLACES) + random.choice(_BODIES)
        self.year = random.randrange(2020, 2026)
        self.projects = [f"{random.choice(_WORKS)}{number}号项目" for number in range(1, projects + 1)]
        self.amounts = [random.randrange(20_0000, 900_0000) for _ in self.projects]
        self.basic = {item: random.randrange(5_0000, 800_0000) for item in _ITEMS}
        self.detail = {(code, name): random.randrange(1000, 200_0000) for code, _, names in _ECONOMIC for name in names}
        self.carried = random.randrange(1000, 90_0000)
        self.three = [0, random.randrange(100, 9_0000), 0, random.randrange(100, 20_0000)]
        self.number = 0

    def table(self, caption: str, header: list[str], rows: list[list[str]], unit: str = "万元") -> Iterator[str]:
        self.number += 1
        yield from (f"表 {self.number}", caption, f"编制部门：{self.body}", f"单位：{unit}")
        yield "\n".join("\t".join(row) for row in [*(line.split("|") for line in header), *rows])

    def aim(self) -> str:
        """Return what a project or duty aims at, in a place that hardly any other text names."""
        return self.random.choice(_AIMS).replace("，", f"（{''.join(self.random.sample(_SYLLABLES, 2))}片），", 1)

    def change(self, current: int) -> str:
        """Say how an amount moved: 比上年预算增加1.00万元，增长2.00%，主要原因是…."""
        change = self.random.randrange(1, current // 5 + 2)
        rises = self.random.random() < 0.6
        prior = current - change if rises else current + change
        words = ("增加", "增长") if rises else ("减少", "下降")
        reason = self.random.choice(_RISES if rises else _FALLS)
        return f"比上年预算{words[0]}{_wan(change)}万元，{words[1]}{_rate(change, prior)}%，主要原因是{reason}"

    def tables(self) -> Iterator[str]:
        basic, projects = sum(self.basic.values()), sum(self.amounts)
        whole = basic + projects
        sides = [["一般公共预算", _wan(whole), item[5], _wan(value)] for item, value in self.basic.items()]
        sides = [[name if not at else "", left if not at else "", item, value] for at, (name, left, item, value) in enumerate(sides)]
        total = ["收入总计", _wan(whole + self.carried), "支出总计", _wan(whole + self.carried)]
        rows = [*sides, ["上年结转", _wan(self.carried), "项目支出", _wan(projects + self.carried)], total]
        yield from self.table("部门收支总体情况表", ["收入||支出|", "项目|预算数|项目|预算数"], rows)
        head = ["科目编码|||科目名称|合计|基本支出|项目支出", "类|款|项||||"]
        for caption in ("部门支出总体情况表", "一般公共预算支出情况表"):
            rows = [["", "", "", "合计", _wan(whole), _wan(basic), _wan(projects)]]
            rows += [[*item[:3], item[5], _wan(value), _wan(value), ""] for item, value in self.basic.items()]
            rows += [
                ["213", "03", "99", name, _wan(value), "", _wan(value)] for name, value in zip(self.projects, self.amounts, strict=True)
            ]
            yield from self.table(caption, head, rows)
        rows = [
            [
                "合计",
                _wan(projects),
                _wan(sum(value // 3 for value in self.amounts)),
                _wan(sum(value - value // 3 for value in self.amounts)),
            ]
        ]
        rows += [
            [name, _wan(value), _wan(value // 3), _wan(value - value // 3)] for name, value in zip(self.projects, self.amounts, strict=True)
        ]
        yield from self.table("一般公共预算项目支出情况表", ["项目名称|项目支出合计|资本性支出|商品和服务支出"], rows)
        people = {key: value for key, value in self.detail.items() if key[0] != "302"}
        rows = [
            ["", "合计", *map(_wan, (sum(self.detail.values()), sum(people.values()), sum(self.detail.values()) - sum(people.values())))]
        ]
        for code, title, names in _ECONOMIC:
            values = [self.detail[code, name] for name in names]
            rows.append([code, title, _wan(sum(values)), *(["", _wan(sum(values))] if code == "302" else [_wan(sum(values)), ""])])
            for at, (name, value) in enumerate(zip(names, values, strict=True), 1):
                rows.append([f"{code}{at:02}", name, _wan(value), *(["", _wan(value)] if code == "302" else [_wan(value), ""])])
        yield from self.table("一般公共预算基本支出情况表", ["科目编码|科目名称|合计|人员经费|公用经费"], rows)
        names = ("因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运行费")
        rows = [["合计", _wan(sum(self.three))], *([name, _wan(value)] for name, value in zip(names, self.three, strict=True))]
        yield from self.table("财政拨款“三公”经费支出情况表", ["项目|预算数"], rows)
        yield from self.table("政府性基金预算支出情况表", ["科目编码|科目名称|合计|基本支出|项目支出"], [])
        yield f"{self.body}{self.year}年没有使用政府性基金预算拨款安排的支出，本表为空表。"

    def form(self, name: str, value: int) -> Iterator[str]:
        """Yield one project's table of aims, in 元, each side once for the project and once for the year."""
        self.number += 1
        yield from ("部门预算项目支出绩效目标表", f"（{self.year}年度）")
        rows = [["项目名称", "", name], ["主管部门及代码", "", f"{self.number:03}-{self.body}", "", "实施单位", "", self.body]]
        money = f"{value * 100:,}.00"
        for label, source, amount in (("项目资金（元）", "年度资金总额：", money), ("", "其中：财政拨款", money), ("", "其他资金", "0")):
            rows.append([label, source, "", amount, source, "", amount])
        rows += [[label, "", f"1、{self.aim()}。2、{name}{self.aim()}。"] for label in ("项目概况", "立项依据", "项目实施计划", "总体目标")]
        rows.append(["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"])
        for first, second, mark, unit in (
            ("产出指标", "数量指标", "≥", "次"), ("", "质量指标", "≥", "%"), ("", "时效指标", "≤", "天"), ("", "成本指标", "≤", "元"),
            ("效益指标", "社会效益指标", "≥", "人"), ("满意度指标", "服务对象满意度指标", "≥", "%"),
        ):  # fmt: skip
            for aim in self.random.sample(_WORKS, 2):
                wanted = f"{mark}{self.random.randrange(2, 99)}{unit}"
                rows.append(["", first, second, f"{aim}完成情况", wanted, second, f"{aim}完成情况", wanted])
                first = second = ""
        yield "\n".join("\t".join(row) for row in rows)

    def prose(self) -> Iterator[str]:
        basic, projects = sum(self.basic.values()), sum(self.amounts)
        whole = basic + projects + self.carried
        body, year = self.body, self.year
        yield f"一、{body}{year}年收支预算情况说明"
        totals = f"收入总计{_wan(whole)}万元，支出总计{_wan(whole)}万元"
        yield f"{body}{year}年{totals}，收、支总计各{self.change(whole)}。"
        yield f"二、{body}{year}年支出预算情况说明"
        yield f"{body}{year}年支出预算{_wan(basic + projects)}万元，其中："
        for name, value in (("基本支出", basic), ("项目支出", projects)):
            yield f"{name}{_wan(value)}万元，占{_rate(value, basic + projects)}%，{self.change(value)}。"
        yield f"三、{body}{year}年一般公共预算当年拨款情况说明"
        for at, (item, value) in enumerate(self.basic.items(), 1):
            share = _rate(value, basic)
            title = f"{item[3]}（类）{item[4]}（款）{item[5]}（项）"
            yield f"{at}、{title}{year}年预算数为{_wan(value)}万元，占{share}%，{self.change(value)}。"
        yield f"四、{body}{year}年一般公共预算基本支出情况说明"
        people = sum(value for key, value in self.detail.items() if key[0] != "302")
        whole = sum(self.detail.values())
        yield f"{body}{year}年一般公共预算基本支出{_wan(whole)}万元，其中：人员经费{_wan(people)}万元，公用经费{_wan(whole - people)}万元。"
        for _, title, names in _ECONOMIC:
            yield f"{title}主要包括：{'、'.join(names)}。"
        yield f"五、{body}{year}年项目支出情况说明"
        for at, (name, value) in enumerate(zip(self.projects, self.amounts, strict=True), 1):
            yield f"{at}、项目名称：{name}"
            yield f"预算安排规模：{_wan(value)}万元"
            yield f"设立依据：{self.aim()}。"
            yield f"项目内容：{self.aim()}；{self.aim()}。"
            yield f"资金分配情况：设备购置{_wan(value // 3)}万元，其他支出{_wan(value - value // 3)}万元。"
        yield f"六、{body}{year}年“三公”经费预算情况说明"
        cars, guests = f"公务用车运行费{_wan(self.three[3])}万元", f"公务接待费{_wan(self.three[1])}万元"
        none = "因公出国（境）费0.00万元，公务用车购置费0.00万元"
        yield f"{body}{year}年“三公”经费财政拨款预算数为{_wan(sum(self.three))}万元，其中：{none}，{cars}，{guests}。"
        yield f"“三公”经费财政拨款预算{self.change(sum(self.three))}。"
        yield f"公务用车运行费{self.change(self.three[3])}；公务接待费{self.change(self.three[1])}。"

    def lines(self) -> Iterator[str]:
        """Yield the disclosure's paragraphs, captions and tables."""
        yield from (self.body, f"{self.year}年部门预算公开", "第一部分 部门概况")
        yield from (f"{at}、{duty}，{self.aim()}。" for at, duty in enumerate(_DUTIES * 5, 1))
        yield f"第二部分 {self.year}年部门预算公开表"
        yield from self.tables()
        for name, value in zip(self.projects, self.amounts, strict=True):
            yield from self.form(name, value)
        yield f"第三部分 {self.year}年部门预算情况说明"
        yield from self.prose()
        yield "第四部分 名词解释"
        yield from (f"{term}：{self.aim()}。" for term in _TERMS * 4)


def _wan(amount: int) -> str:
    """Return an amount of 百元 as printed in 万元: nothing is rounded."""
    return f"{amount / 100:,.2f}"


def _rate(part: int, base: int) -> str:
    return f"{100 * part / base:.2f}"


def write_disclosure(seed: int, size: int) -> str:
    """Return a disclosure of at least ``size`` bytes of UTF-8, by its number of projects; its figures and words are new for each seed."""
    for projects in range(max(size // 4500, 1), max(size, 2)):
        text = "\n\n".join(_Disclosure(seed, projects).lines()) + "\n"
        if len(text.encode()) >= size:
            return text
    raise ValueError(f"no disclosure of {size} bytes")
