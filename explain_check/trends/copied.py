"""The sentences that explain the most different things: copied from body to body."""

from __future__ import annotations

from explain_check.trends.model import Cell, Column, Kind, Section, Table
from explain_check.trends.source import Source, in_ten_thousands

_SHORTEST = 12
_MOST = 60
_SENTENCES = f"""
WITH sentences AS (
  SELECT regexp_replace(text, '\\s', '', 'g') AS sentence, number, named, account, year, size FROM moves WHERE moved AND text <> ''
)
SELECT sentence, count(*), count(DISTINCT named), count(DISTINCT account), count(DISTINCT year), sum(size),
       list(DISTINCT number ORDER BY number)
FROM sentences WHERE length(sentence) >= {_SHORTEST} GROUP BY sentence HAVING count(DISTINCT named) > 1
ORDER BY count(DISTINCT named) DESC, count(*) DESC, sentence LIMIT {_MOST}
"""


def copied(source: Source) -> Section:
    """Return the chapter."""
    say = source.say
    rows = [
        (
            Cell(sentence),
            Cell(count, numbers),
            Cell(bodies, numbers),
            Cell(accounts, numbers),
            Cell(years, numbers),
            Cell(in_ten_thousands(size), numbers),
        )
        for sentence, count, bodies, accounts, years, size, numbers in source.rows(_SENTENCES)
    ]
    table = Table(
        id="copied_reasons",
        title=say("重复最多的原因", "The most copied reasons"),
        note=say(f"不少于 {_SHORTEST} 个字，至少两个单位使用。", f"{_SHORTEST} characters or more, used by two bodies at least."),
        columns=(
            Column(say("原因", "reason")),
            Column(say("陈述", "statements"), Kind.COUNT),
            Column(say("单位", "bodies"), Kind.COUNT),
            Column(say("事项", "accounts"), Kind.COUNT),
            Column(say("年度", "years"), Kind.COUNT),
            Column(say("涉及增减额（万元）", "amount moved (万元)"), Kind.AMOUNT),
        ),
        rows=tuple(rows),
    )
    return Section(
        id="copied",
        title=say("雷同的原因", "Copied reasons"),
        lead=say(
            "同一句话解释了许多单位、许多事项的增减：可能是套话，也可能确有同一项政策。只作线索。",
            "One sentence explains the changes of many bodies and items: a set phrase, or one policy for all. A hint, no more.",
        ),
        charts=(),
        tables=(table,),
    )
