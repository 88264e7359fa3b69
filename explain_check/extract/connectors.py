"""Words that lead to a reason: 主要原因是, 因, 受…影响, and reasons that stand without any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from explain_check.extract.clauses import Clause
from explain_check.lexicon import phrases

#: 因公出国(境)费, 因公临时出访: the account; 因公积金基数调整 is a reason
ABROAD = "公(?:出|临|派|务出)"
#: 主要是用于 and 主要是指 lead to a use or a definition, 主要因素 and 增加因公出国费 are other words
_NO_REASON = f"(?!用于|指|包括|负责|保障|承担|用来|素(?![质养])|(?<=因)(?:{ABROAD}|此))"
#: How many characters a frame holds (受…影响), and how many where no comma stands between.
_LONGEST_FRAME, _LONGEST_CLAUSE = 24, 60
#: 增加1.62万元，为正常薪级工资晋升, not 为年初预算的98%
_PAST_ACT = "(?:[末初底]|[一二三四]季度|[上下]半年|\\d{1,2}月)?(?:追加|下达|新增|更新|购|集中|一次性|开工|完工|启动|结转|支付|安排的)"
_NO_MEASURE = (
    rf"(?!\d[\d,.]*(?:[万亿元%个人名辆台次批户家项月期件处平公]|年(?!{_PAST_ACT})|$)"
    rf"|零|[上去]年(?!{_PAST_ACT})|年初|全年|调整|预算|决算|本年度?预算|一般公共|政府性|国有资本|财政拨款|历年|近年)"
)
#: Words of what moves or changes.
_MOVED = (
    r"新[增招聘建录]|[增减]|招录|调[整入出增资]|提高|上涨|下降|扩大|压缩|取消|完工|到期|转为|纳入|改为|划[入转出]|合并|移交|结束|竣工|恢复|停止|停办"
    r"|[不未][再举]|首次|落实|压减|核减|晋[升级]|追加|[上下]调|调资"
)
#: 主要为招录执法人员5名及调整社保缴费基数, not 主要为退休人员生活补助, which is a use;
#: or in the next clause where that compares nothing: 主要为活动中心延时开放，场馆运营费用提高
_MOVES = rf"(?=[^,。;:]{{0,24}}(?:{_MOVED})|[^,。;:]{{2,28}},(?![比较与同占]|其中)[^,。;:]{{0,24}}(?:{_MOVED}))"
_BEHIND = re.compile(r"(?:这|也)?(?:就|正)?是[^,;。:]{0,24}(?:原因|因素|主因)(?:之一|所在)?$")
#: 人员退休是支出下降的主要原因: behind its reason, at the end of the clause
_CLOSING = re.compile(r".{2,24}[是为][^,;。:]{0,24}(?:原因|因素|主因)(?:之一|所在)?$")
_NUMBER = r"\d{1,2}[.、]|[一二三四五六七八九十]{1,2}、|\([\d一二三四五六七八九十]{1,2}\)"


def _any_of(sense: str) -> str:
    return "|".join(re.escape(phrase) for phrase in phrases("connectors", sense) if not phrase.endswith(":"))


@lru_cache(maxsize=1)
def connector_pattern() -> re.Pattern[str]:
    """主要原因是, 原因为, 原因 at the head of a clause, with what goes on with it (主要原因有, 主要原因是主要是)."""
    leads = _any_of("reason")
    # (?<=^原) stands behind its character: a pattern of which every way begins with one is searched ten times as fast
    return re.compile(
        rf"(?:{leads}|原因(?=:)|主要因素(?=:)|因素(?=:)|事由(?=:)|缘由(?=:)|系(?:(?<=[预决]算数系)|(?<=[预决]算系))(?![统列数])|原(?<=^原)因(?!不|尚|待|未))(?:{leads}|{_any_of('tail')})*{_NO_REASON}"
    )


@lru_cache(maxsize=1)
def _announcement() -> re.Pattern[str]:
    """如下 | 以下几个方面 | 主要是: what only announces the reason."""
    return re.compile(rf"(?:{_any_of('reason')})+(?:{_any_of('tail')})*{_NO_REASON}|(?:{_any_of('tail')})+$")


def _framed(sense: str) -> str:
    """Return the phrases of a sense as an alternation, … standing for words between: 受…影响."""
    return _as_frames(phrases("connectors", sense))


def _as_frames(frames: Iterable[str]) -> str:
    between = f"(?:[^,;。]{{1,{_LONGEST_CLAUSE}}}|.{{1,{_LONGEST_FRAME}}})"
    return "|".join(re.escape(phrase).replace("…", between) for phrase in frames)


@lru_cache(maxsize=1)
def _beginning() -> re.Pattern[str]:
    """受疫情影响 | 系来访减少所致 | 厉行节约 | 此项经费由… | 一是: the reason's own words, or what opens it (``opening``).

    因 | 由于 | 均因 | 系 at the head of a clause or of a numbered item open a reason, not 因公出国, 因此 or 系统.
    """
    frames = _as_frames(phrase for phrase in phrases("connectors", "frame") if not phrase.startswith("…"))
    opening = rf"(?:{_NUMBER})?(?:{_any_of('opening')}|为{_NO_MEASURE}|主要为{_MOVES})(?!(?<=因){ABROAD}|[此而统列数])"
    return re.compile(rf"{frames}|{_any_of('bare')}|{'|'.join(map(re.escape, _first()))}|(?P<opening>{opening})")


@lru_cache(maxsize=1)
def _closed() -> re.Pattern[str]:
    """人员退休是主要原因: words that only what stands behind them makes a reason."""
    return re.compile(_as_frames(phrase for phrase in phrases("connectors", "frame") if phrase.startswith("…")))


@lru_cache(maxsize=1)
def _procedures() -> re.Pattern[str]:
    return re.compile(_framed("procedure"))


@lru_cache(maxsize=1)
def _remarks() -> re.Pattern[str]:
    return re.compile(_framed("remark"))


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(_framed("after"))


def stands_after(text: str) -> bool:
    """Whether a clause behind a reason is none of it: what the money is for, what comes next, where more is told (详见附件)."""
    return _after().match(text) is not None


def is_procedure(text: str) -> bool:
    """Whether a clause says what was done by the rule before it, which is no cause: 根据预算法有关规定，经汇总，…."""
    return _procedures().match(text) is not None


def is_of_another(text: str) -> bool:
    """Whether a clause leads to what something else is: 接待对象主要是…."""
    found = connector_pattern().search(text + ":")
    return found is not None and _of_another().search(text, 0, found.start()) is not None


def is_remark(text: str) -> bool:
    """Whether words say more of a movement, and not why it is so: 连续5年下降 | 快于序时进度 | 延续回落态势."""
    return _remarks().search(text) is not None


@lru_cache(maxsize=1)
def _of_another() -> re.Pattern[str]:
    """发现的问题及原因: | 接待对象主要是: what follows explains no movement."""
    return re.compile(rf"(?:{_any_of('topic')})(?:及其?|和|与|的|、)?$")


def find_connector(clause: Clause) -> re.Match[str] | None:
    """Return the connector in a clause; 原因 alone is one where a colon follows."""
    found = connector_pattern().search(clause.text + (":" if clause.separator.startswith(":") else ""))
    if found is not None and _of_another().search(clause.text, 0, found.start()):
        return None
    closes = found is not None and found.end() == len(clause.text) and clause.separator[:1] in "。;"
    return None if closes and _CLOSING.match(clause.text) else found


@lru_cache(maxsize=1)
def _first() -> tuple[str, ...]:
    return phrases("connectors", "first")


def closes_cause(text: str) -> bool:
    """Whether a clause says of the one before it that it is the reason: 工程完工，是支出下降的主要因素."""
    return "因" in text and _BEHIND.match(text) is not None


def opens_list(text: str) -> bool:
    """Whether a clause begins a list of causes that nothing announces: …增长24.59%，一是职工调资，二是更新车辆."""
    return text.startswith(_first())


def announcement_length(text: str) -> int:
    """Return how much of a clause only announces the reason that follows it, 0 where it says something."""
    found = _announcement().match(text)
    return found.end() if found else 0


def bare_start(text: str) -> int | None:
    """Return where in a clause its reason begins, behind 因 or at once; None where it shows none."""
    found = _beginning().match(text)
    if (found and not found["opening"]) or ("因" in text and _closed().match(text)):
        return 0
    return found.end() if found else None


def reason_without_connector(clauses: Sequence[Clause], i: int) -> int | None:
    """Return where in a clause without a connector a reason begins, None where it shows none."""
    text = clauses[i].text
    start = bare_start(text)
    if start is None and i + 1 < len(clauses) and not clauses[i].ends_sentence:
        if text.startswith("主要为"):  # 主要为活动中心延时开放，场馆运营费用提高
            return bare_start(f"{text},{clauses[i + 1].text}")
        return 0 if closes_cause(clauses[i + 1].text) else None
    return start
