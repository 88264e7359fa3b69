"""How much amounts grow, by account, and which grow far out of line with the others."""

from __future__ import annotations

from decimal import Decimal

from explain_check.trends.charts import spreads
from explain_check.trends.model import Cell, Chart, Column, Kind, Section, Table
from explain_check.trends.source import Source, in_ten_thousands

_LEAST = 8
_MOST_ACCOUNTS = 16
_MOST_OUTLIERS = 60
#: Growth from the amounts themselves, where both are positive; a statement that contradicts itself tells no growth.
_GROWTH = """
CREATE OR REPLACE TEMP TABLE growth AS
SELECT *, (100 * (current - prior) / prior)::DOUBLE AS rise, ln((current / prior)::DOUBLE) AS log_rise
FROM moves WHERE prior > 0 AND current > 0 AND verdict <> 'inconsistent'
"""
_SPREADS = f"""
SELECT account, count(*), list(DISTINCT number ORDER BY number),
       quantile_cont(rise, 0.1), quantile_cont(rise, 0.25), quantile_cont(rise, 0.5), quantile_cont(rise, 0.75), quantile_cont(rise, 0.9)
FROM growth GROUP BY account HAVING count(*) >= {_LEAST} ORDER BY count(*) DESC, account LIMIT {_MOST_ACCOUNTS}
"""
#: Out of line: further from the account's median than four times the usual distance (median absolute deviation × 1.4826), on the
#: scale of ratios, where doubling and halving are equally far; and at least by a half.
_OUTLIERS = f"""
WITH middles AS (
  SELECT account, median(log_rise) AS middle FROM growth GROUP BY account HAVING count(*) >= {_LEAST}
), far AS (
  SELECT growth.*, abs(log_rise - middle) AS distance,
         1.4826 * median(abs(log_rise - middle)) OVER (PARTITION BY account) AS usual
  FROM growth JOIN middles USING (account)
)
SELECT account, named, year, number, prior, current, rise, text, quote FROM far
WHERE distance > 4 * usual AND distance > ln(1.5) ORDER BY distance DESC, size DESC, number, claim_id LIMIT {_MOST_OUTLIERS}
"""


def growth(source: Source) -> Section:
    """Return the chapter."""
    say = source.say
    source.rows(_GROWTH)
    spread = source.rows(_SPREADS)
    return Section(
        id="growth",
        title=say("增长分布与异常值", "Growth and what is out of line"),
        lead=say(
            "增长率由本年数和推算的上年数计算；自相矛盾的陈述不计。异常值指偏离同一事项中位数四倍以上通常偏差、且相差一半以上的陈述。",
            "Growth follows from this year's and the implied earlier amount; statements that contradict themselves are left out. "
            "Out of line is what lies further from its account's median than four usual distances, and by a half at least.",
        ),
        charts=_charts(source, spread),
        tables=(_spread(source, spread), _outliers(source)),
    )


def _charts(source: Source, rows: list[tuple[object, ...]]) -> tuple[Chart, ...]:
    import pandas as pd

    if not rows:
        return ()
    frame = pd.DataFrame([(row[0], *row[3:]) for row in rows], columns=["account", "p10", "p25", "p50", "p75", "p90"])
    order = [str(row[0]) for row in rows]
    title = source.say(
        "各事项增长率分布（%）：细线为第10至90百分位，色块为25至75，竖线为中位数", "Growth by account (%): p10–p90, p25–p75, median"
    )
    return (Chart(title=title, svg=spreads(frame, "account", order, source.say("增长率（%）", "growth (%)"))),)


def _spread(source: Source, rows: list[tuple[object, ...]]) -> Table:
    say = source.say
    made = []
    for account, count, numbers, *quantiles in rows:
        values = [Cell(Decimal(str(value)).quantize(Decimal("0.01")), numbers) for value in quantiles]  # type: ignore[arg-type]
        made.append((Cell(str(account)), Cell(int(str(count)), numbers), *values))  # type: ignore[arg-type]
    heads = [Column(f"p{point}", Kind.PERCENT) for point in (10, 25, 50, 75, 90)]
    return Table(
        id="growth",
        title=say("增长率分布（%）", "Growth (%)"),
        note=say(f"陈述不少于 {_LEAST} 件的事项。", f"Accounts with {_LEAST} statements or more."),
        columns=(Column(say("事项", "account")), Column(say("陈述", "statements"), Kind.COUNT), *heads),
        rows=tuple(made),
    )


def _outliers(source: Source) -> Table:
    say = source.say
    rows = [
        (
            Cell(account),
            Cell(named, (number,)),
            Cell(str(year or "")),
            Cell(in_ten_thousands(prior), (number,)),
            Cell(in_ten_thousands(current), (number,)),
            Cell(Decimal(str(rise)).quantize(Decimal("0.01")), (number,)),
            Cell(text),
        )
        for account, named, year, number, prior, current, rise, text, _ in source.rows(_OUTLIERS)
    ]
    return Table(
        id="growth_outliers",
        title=say("异常值", "Out of line"),
        note=say(f"偏离最大的 {_MOST_OUTLIERS} 件，金额单位：万元。", f"The {_MOST_OUTLIERS} furthest, amounts in 万元."),
        columns=(
            Column(say("事项", "account")),
            Column(say("单位", "body")),
            Column(say("年度", "year")),
            Column(say("上年数", "year before"), Kind.AMOUNT),
            Column(say("本年数", "this year"), Kind.AMOUNT),
            Column(say("增长率 %", "growth %"), Kind.PERCENT),
            Column(say("所写原因", "reason given")),
        ),
        rows=tuple(rows),
    )
