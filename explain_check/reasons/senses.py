"""What a row found in a reason means for the subject that the reason explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.model.claim import Direction
from explain_check.reasons.matching import Match, counts_the_public

_PAY_CHANGED = re.compile(r"(?:薪酬|工资|津补贴|津贴|绩效)[^职,。;、]{0,4}(?:调整|变动|变化)")
#: Who retires leaves the payroll and joins those whom these accounts pay.
_PENSIONS = re.compile(r"离退休|退休(?:费|人员|补贴|生活|经费)")
#: The annuity of those who retire, put into their accounts with money.
_MADE_REAL = re.compile(r"年金[^。;]{0,16}(?:做实|记实|补记)|补记(?:职业)?年金")
#: Whom these accounts pay for are staff: 参保人数增加.
_OF_STAFF = re.compile(r"公务员医疗|单位医疗|(?:养老保险|职业年金)缴费|住房公积金$|购房补贴$|提租补贴$")
#: What is taxed or sold is no work of one's own: 商品房成交面积减少.
_TAXED = re.compile(r"税(?:收(?:入)?)?$|出让(?:金)?收入$|配套费收入$|污水处理费收入$")
_DIED = re.compile(r"去世|离世|死亡|病故|病逝|牺牲")
#: Work or payment faster or slower, or not yet due, is a cause of its own beside what is carried over.
_SPEED = re.compile(
    r"加快|加大|提速|较快|放缓|较慢|缓慢|提前|进度款|执行进度|工期|未到|未达|跨年度?实施|较晚"
    r"|滞后|推迟|延期|延迟|[才方刚](?:完成|启动|签订|开工|下达|批复)"
)
_PAID = re.compile(r"支付|执行|使用|拨付|兑付")
_CARRIED = re.compile(r"结转|结余")
#: What an income of one's own kind gains or loses is income: 代收检测费减少, of 其他收入.
_OWN_INCOME = re.compile(r"(?:其他|事业|经营|非税|附属单位上缴|非同级财政拨款|财政专户)[^/]{0,8}收入")
_ASSETS = re.compile(r"资产(?!管理|经营|评估)|在建工程")
#: Those who prevent what has not come do so every year.
_DUTY = re.compile(r"(?<!疫情)(?<!新冠)防(?:火|汛|疫|灾|旱|治|震)|消防|传染病|灾害")
#: 火灾|隐患治理项目: what a project's name has between an event and its own kind
_NAME_BETWEEN = 3
_BUILT = re.compile(r"(?:项目|工程|系统|平台|设施|仓?库|站点?)[^,。;、]{0,6}(?:完工|完成|竣工|验收|建成|投用)$")
_OF_DUTY = frozenset({"workload", "price", "pay_rise", "headcount"})
_CLAUSE_END = re.compile(r"[,。;、]")
#: How often somebody came, of what is spent on visitors.
_VISITS = re.compile(r"次|批|人数|团|来[院校局访人我]|专家")
#: 检查多改为线上: of visitors that no longer come
_ONLINE = re.compile(r"(?:评审|复核|检查|评估|考核|督查|验收|调研|来访|[改为])[^,。;]{0,6}线上")
_MONEY = frozenset({"project_growth", "project_cut"})
#: 上年增加图书购置经费: what last year had more of and this year less has ended
_ADDED = frozenset({"project_growth", "new_project"})
_LAST_YEARS = re.compile(r"(?:上一?年|去年|前一年|20\d\d年)度?(?:的)?(?:预算|执行|决算)?数?(?:中|内|里)?(?:包?含|有|已|集中)?$")
_EARNED = _MONEY | {"project_end"}
#: 完成一期建设, 一次性改造: what was built and paid this year, where more was spent and no earlier year and no end is named
_DONE = re.compile(r"完成|一次性")
_EARLIER = re.compile(r"上一?年|去年|前年|往年|以前年度|已")
_OVER = re.compile(r"结束|到期|完毕|不再|取消|终止|停止|减少|下降|安排完|支付完|完成")
_SETTLED = re.compile(r"(?<!未)(?:支付|付款|结算|决算|付清|清算)|尾款|质保金|剩余款")
_SENTENCE = re.compile(r"[。;]")
#: What ended names a cause of its own: 奖补政策到期, 上年支付疫情防控经费，本年无此项, 终端已于上年更换.
_ENDED = (
    ("policy", re.compile(r"政策|征收期")),
    ("event", re.compile(r"(?:疫情|水毁|灾后)(?![^,]*(?:项目|工程|建设|改造))")),
    ("retirees", re.compile(r"抚恤|丧葬")),
    ("assets", re.compile(r"已[^,]{0,12}(?:更换|更新|换装|换发|购置|配发)")),
)
#: What a carry-over's own reason says was kept or paid from it.
_KEPT = re.compile(r"结转|结余|予以支付|(?:支付|使用|拨付)完|全部(?:支付|使用)|(?:下|次|明)年.{0,6}(?:支付|使用)")
_UNSPENT = re.compile(r"未(?:支出|使用|支付)")
_NAMED = frozenset({"assets", "pay_rise", "headcount", "personnel_cost", "new_project", "project_growth", "project_end"})


def senses_of(match: Match, text: str, subject: str, direction: Direction | None) -> tuple[tuple[str, str], ...]:
    """Return the categories of a match, each with its effect, in view of what it explains."""
    sense, words = match.row.sense, text[match.start : match.end]
    if sense == "progress" and _CARRIED.search(subject):
        timed = (("progress", "either"),) if _SPEED.search(words) else ()
        return (*timed, ("carryover", "either"))
    if _CARRIED.search(subject) and _is_carried(sense, words, text):
        return (("carryover", "either"),)
    if _CARRIED.search(subject) and sense == "fiscal_arrangement" and "收回" in words:
        return ("carryover", "either"), (sense, match.effect)
    meant = _one_sense(match, words, text, subject, direction)
    named = tuple((other, meant[1]) for other, pattern in _ENDED if pattern.search(words)) if sense == "project_end" else ()
    return (*named, meant)


def is_income(subject: str) -> bool:
    """Whether a subject is an income of one's own, of which its kinds are causes: 培训班次减少，培训费收入相应下降."""
    return _OWN_INCOME.search(subject) is not None


def _is_carried(sense: str, words: str, text: str) -> bool:
    """Whether a row only names what was carried over or paid from it."""
    if sense == "not_budgeted":
        return _UNSPENT.search(words) is not None
    return (sense == "project_end" and _PAID.search(words) is not None) or (sense in _NAMED and _KEPT.search(text) is not None)


def _is_done(match: Match, text: str) -> bool:
    """Whether what is named as done or as one-off was so this year: no earlier year before it, no end behind it."""
    if not _DONE.match(text, match.start):
        return False
    since = max((found.end() for found in _SENTENCE.finditer(text, 0, match.start)), default=0)
    stop = _CLAUSE_END.search(text, match.end)
    return not _EARLIER.search(text, since, match.end) and not _OVER.search(text, match.start + 2, stop.start() if stop else len(text))


def _is_settled(match: Match, text: str) -> bool:
    """Whether what is finished was paid for then: 项目完工，支付尾款."""
    stop = _SENTENCE.search(text, match.end)
    end = stop.start() if stop else len(text)
    return _SETTLED.search(text, match.start, end) is not None and not _OVER.search(text, match.end, end)


def _one_sense(match: Match, words: str, text: str, subject: str, direction: Direction | None) -> tuple[str, str]:
    sense, effect = match.row.sense, match.effect
    if sense in _ADDED and effect == "increase" and direction is Direction.DECREASE and _LAST_YEARS.search(text, 0, match.start):
        return "project_end", "decrease"
    if sense == "project_end" and direction is Direction.INCREASE and _is_done(match, text):
        return "new_project", "increase"
    if sense == "project_end" and direction is Direction.INCREASE and _is_settled(match, text):
        return "progress", "increase"
    if people := _people_of(match, words, text, subject):
        return people
    if sense in ("workload", "project_cut") and _TAXED.search(subject):
        return "other", effect
    if "接待" in subject and ((sense == "workload" and _VISITS.search(words)) or (sense == "frugality" and _ONLINE.search(words))):
        return "reception", effect
    if sense == "pay_rise" and direction is Direction.DECREASE and _PAY_CHANGED.search(text, match.start, match.end + 4):
        return "personnel_cost", "either"
    if sense in _EARNED and _OWN_INCOME.search(subject):
        return "revenue", effect
    return "assets" if sense in _MONEY and _ASSETS.search(subject) else sense, effect


def _people_of(match: Match, words: str, text: str, subject: str) -> tuple[str, str] | None:
    """Return who the people are whose number a match names: pensioners, the public, staff; None where it names none or is right."""
    sense, effect = match.row.sense, match.effect
    if sense == "workload" and "人数" in words and _OF_STAFF.search(subject):
        return "headcount", effect
    if sense != "headcount":
        return None
    if ("退休" in words and (_PENSIONS.search(subject) or _MADE_REAL.search(text))) or (_DIED.search(words) and "抚恤" in subject + text):
        return "retirees", "increase"
    is_public = words.startswith("人数") and not _OF_STAFF.search(subject) and counts_the_public(text, match.start)
    return ("workload", effect) if is_public else None


def _ends_project(match: Match, text: str, other: Match) -> bool:
    """Whether an event stands in the name of a project of which another match says that it is over."""
    apart = match.end + _NAME_BETWEEN <= other.start and not _CLAUSE_END.search(text, match.end, other.start)
    return other.row.sense == "project_end" and apart and _BUILT.search(text, match.end, other.end) is not None


def is_duty(match: Match, text: str, others: Sequence[Match]) -> bool:
    """Whether an event only names what something else in its clause is said of.

    A standing duty (森林防火巡护里程增加), or a project of another kind that ended (火灾隐患治理项目已完工).
    """
    if match.row.sense == "event" and any(_ends_project(match, text, other) for other in others):
        return True
    if match.row.sense != "event" or not _DUTY.search(text, match.start, match.end):
        return False
    later = (other for other in others if other.row.sense in _OF_DUTY and other.row.kind != "weak" and match.end <= other.start)
    return any(not _CLAUSE_END.search(text, match.end, other.start) for other in later)
