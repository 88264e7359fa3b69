"""Which claims speak of the whole body's money, so that its tables must hold them."""

from __future__ import annotations

import re
from dataclasses import replace

from explain_check.extract.bodies import names_body
from explain_check.extract.subjects import PROJECT_AMOUNT, account_of, is_account
from explain_check.model.claim import ChangeClaim, LevelClaim

OF_ANY_FUND = frozenset(("基本支出", "项目支出", "人员经费", "公用经费", "收入总计", "支出总计", "收支总计"))
"""Accounts that each fund has as well."""
#: 不含下属事业单位公用经费24.62万元
_LEFT_OUT = re.compile(r"不含|不包[含括]|除|扣除|剔除")
OTHER_MATTERS = re.compile(r"结转|绩效|采购|资产|上年")
"""Headings of sections that speak of no body's whole budget."""
_OTHER_FUND = re.compile(r"政府性基金|国有资本经营")
#: “三公”经费支出0.86万元(其中:一般公共预算支出0.86万元): a fund's part of something, not all of the fund
_PARTIAL = re.compile(r"三公|接待|用车|出国|会议费|培训费|机关运行|政府采购")
_ONE_FUND = re.compile(r"财政拨款|一般公共|政府性基金|国有资本|三公|专户")


def spelled_out(claim: LevelClaim | ChangeClaim) -> LevelClaim | ChangeClaim:
    """Return bare 本年收入 as 本年收入合计, outside the sections and lists of one fund."""
    if claim.subject not in ("本年收入", "本年支出") or _ONE_FUND.search(claim.scope.split(" ")[-1]):
        return claim
    if isinstance(claim, LevelClaim) and claim.whole_subject:
        return claim
    name = f"{claim.subject}合计"
    return replace(claim, subject=name, account=account_of(name))


def is_certain(claim: LevelClaim | ChangeClaim) -> bool:
    """Whether the claim speaks of the whole body's budget: a known account, outside carry-over, procurement, assets and targets.

    支出决算为245.53万元 speaks of the item (类/款/项) whose paragraph it stands in.
    """
    if isinstance(claim, LevelClaim) and not claim.is_named and not (claim.basis == "actual" and "/" in claim.subject):
        return False
    return (
        (is_account(claim.subject) or claim.account == PROJECT_AMOUNT)
        and not _LEFT_OUT.match(claim.subject)
        and not names_body(claim.subject)
        and not OTHER_MATTERS.search(claim.scope.split(" ")[-1])
        and not _is_of_other_fund(claim)
        and not (isinstance(claim, LevelClaim) and (_PARTIAL.search(claim.whole_subject) or names_body(claim.whole_subject)))
    )


def _is_of_other_fund(claim: LevelClaim | ChangeClaim) -> bool:
    """Whether a claim's account is a part of one fund's spending alone: 政府性基金预算支出460万元，其中：基本支出0万元."""
    whole = claim.whole_subject if isinstance(claim, LevelClaim) else ""
    return claim.account in OF_ANY_FUND and bool(_OTHER_FUND.search(f"{claim.scope.split(' ')[-1]} {whole}"))
