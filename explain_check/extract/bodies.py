"""Names of bodies before an account: 某市审计局收入预算 of the disclosure's own body, 林业事务中心收入预算 of one below it."""

from __future__ import annotations

import re

_BODY = re.compile(
    r"^.{3,30}?(?:局|委员会|中心|办公室|办事处|法院|检察院|管理处|大队|支队|学校|学院|中学|小学|医院|人民政府|研究院|研究所|档案馆|图书馆|总队|党校)"
    r"(?:[(](?:部门|单位|本级|汇总|机关)[)]|部门|本级|机关)?(?=的?(?:部门|单位)?(?:安排)?(?:公务|因公|收入|支出|收支|一般公共|财政拨款|政府性|国有资本|机关运行|“三公”|基本支出|项目支出|预算|年初|本年))"
)
#: 卫生健康支出(类)公立医院(款)其他公立医院支出: an item's name, not a hospital's
_NO_BODY = re.compile(r"\(\d*[类款]\)|^其他")
_ENDS = r"局|委|会|办|中心|院|处|队|校|学|馆|站|所|部|厅|区|府|部门|单位|本级|机关|公司|街道|镇|乡|市|县|省"
_BODY_END = re.compile(rf"(?:{_ENDS})$")
#: 江澜市图书馆 | 某局(机关), not 文物/博物馆, an item
_NAME = re.compile(rf"^[^,;。:、\d/]{{3,40}}(?:{_ENDS})(?:[(](?:本级|机关)[)])?$")
#: 某市审计局(本级) | 某局部门: what says which part of a body is meant
_PART = re.compile(r"(?:[(][^()]*[)]|部门|本级|机关)$")
#: 某区审计局(本级)一般公共预算…
_OF_BODY = re.compile(r"^[(](?:(?P<part>本级|机关)|汇总|部门|单位|[^()]{2,30}(?:单位|机关))[)]")


def own_body_length(text: str, entity: str) -> int:
    """Return how many characters at the head of a text name the disclosure's own body, 0 where another one is named or none.

    Without a known ``entity`` any body is taken for it.
    """
    found = _BODY.match(text)
    if found is None or is_item_name(found.group()):
        return 0
    return found.end() if is_own_body(found.group(), entity) else 0


def body_part(text: str) -> tuple[str, str]:
    """Return the bracket behind a body's name that names a part of it ((本级), (机关)), empty where none does, and the text behind."""
    found = _OF_BODY.match(text)
    if found is None:
        return "", text
    return found.group() if found["part"] else "", text[found.end() :]


def is_own_body(name: str, entity: str) -> bool:
    """Whether a name is a body's, and the disclosure's own as far as is known."""
    bare = _PART.sub("", name)
    return _BODY_END.search(name) is not None and (not entity or abbreviates(bare, entity) or abbreviates(entity, bare))


def is_item_name(text: str) -> bool:
    """Whether what looks like a body is an item's name: 卫生健康支出(类)公立医院(款)其他公立医院支出."""
    return _NO_BODY.search(text) is not None


def names_body(subject: str) -> bool:
    """Whether a subject without the disclosure's own body is a body or begins with one, another one: 林业事务中心收入预算."""
    return (_BODY.match(subject) is not None and not is_item_name(subject)) or _NAME.match(subject) is not None


def abbreviates(short: str, name: str) -> bool:
    """Whether all characters of a name stand in another one in this order: 市卫健委 in 某市卫生健康委员会."""
    rest = iter(name)
    return all(character in rest for character in short)
