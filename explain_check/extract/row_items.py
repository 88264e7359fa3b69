"""Which names or amounts 分别 and 均 speak of: those listed before it, each of them known."""

from __future__ import annotations

from collections.abc import Sequence

from explain_check.extract.context import SectionContext
from explain_check.extract.drafts import Level, Reading, RowItem
from explain_check.extract.levels import find_level, is_earlier_year
from explain_check.extract.runs import Name, Run, split_accounts, split_names
from explain_check.extract.subjects import account_of

_NEAR = 24
_SEPARATORS = "、和及与"


def items_of_run(reading: Reading, context: SectionContext, run: Run, words: str, begins: int) -> Sequence[RowItem]:
    """Return the items that the words before a run name, those of the row before it, or the amounts listed just before it.

    The words begin at ``begins`` behind the beginning of the run's head.
    """
    wanted = len(run.mentions)
    in_row = _row(reading, context, wanted)
    if not words:
        return in_row or (listed_items(reading, context, wanted) if run.is_marked else ())
    bare = words.lstrip(_SEPARATORS)
    found = split_names(bare, run.head_start + begins + len(words) - len(bare), wanted, reading.entity)
    items = _named(reading, context, found)
    return in_row if items and [item.account for item in in_row] == [item.account for item in items] else items


def items_of_words(reading: Reading, context: SectionContext, words: str, at: int) -> Sequence[RowItem]:
    """Return the accounts that words beginning at ``at`` list; the amounts just before it where there are no words."""
    return _named(reading, context, split_accounts(words, at, reading.entity)) if words else listed_items(reading, context, None)


def _named(reading: Reading, context: SectionContext, names: Sequence[Name]) -> Sequence[RowItem]:
    """Return names with the amounts that they have already; none where two of them are one account."""
    items = [RowItem(subject=name.subject, account=account_of(name.subject), start=name.start) for name in names]
    if len({item.account for item in items}) < len(items):
        return ()
    for item in items:
        item.level = find_level(reading, item.subject, item.account, context.scope)
    return tuple(items)


def _row(reading: Reading, context: SectionContext, wanted: int | None) -> Sequence[RowItem]:
    """Return the names that the sentence gave figures to, if they are as many as wanted."""
    is_own = context.row_sentence == reading.sentence and wanted in (None, len(context.row))
    return context.row if is_own else ()


def listed_items(reading: Reading, context: SectionContext, wanted: int | None) -> Sequence[RowItem]:
    """Return the amounts of this sentence, or of the one before where it has none, if they are as many as wanted.

    公务用车购置及运行费5万元，包括购置费2万元和运行费3万元，分别减少…: the two parts, not the whole.
    """
    if in_row := _row(reading, context, wanted):
        return in_row
    near = [level for level in reading.levels[-_NEAR:] if level.section is context.passage and not is_earlier_year(level, reading)]
    for back in range(2 if wanted else 1):
        if levels := [level for level in near if level.sentence == reading.sentence - back]:
            return tuple(
                RowItem(subject=level.subject, account=level.account, start=level.start, level=level) for level in _group(levels, wanted)
            )
    return ()


def _group(levels: Sequence[Level], wanted: int | None) -> Sequence[Level]:
    """Return the amounts that stand beside the last one, else all, if they are as many as wanted, of different accounts."""
    parts = [level for level in levels if level.part_of is levels[-1].part_of]
    chosen = next((group for group in (parts, levels) if len(group) == (wanted or len(parts))), [])
    is_one = len({level.account for level in chosen}) < max(2, len(chosen)) or any(level.role == "budget" for level in chosen)
    return [] if is_one else chosen
