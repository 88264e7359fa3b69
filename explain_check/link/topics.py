"""Clauses that stand in the texts of two projects, on the matter of one of them alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from explain_check.lexicon import phrases, senses
from explain_check.model.form import Field, Form
from explain_check.model.goal import TopicCase
from explain_check.model.text import Passage

_TEXTS = (Field.BASIS, Field.DESCRIPTION, Field.NEED, Field.MEASURE)
_CLAUSE = re.compile(r"[^,。;:]+")
_SHORTEST, _COMPARED = 14, 12


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    return re.compile("|".join(map(re.escape, phrases("project_topics")))), senses("project_topics")


def topics_of(text: str) -> frozenset[str]:
    """Return the topics whose words a text holds (see lexicons/project_topics.csv)."""
    words, known = _words()
    return frozenset(known[word] for word in words.findall(text))


def topic_cases(forms: Sequence[Form]) -> Iterator[TopicCase]:
    """Yield each clause of a project's texts that another project of another topic has, too, and that is on that topic."""
    named = [(form, topics_of(form.name)) for form in forms if form.name]
    if len({topics for _, topics in named if topics}) < 2:
        return
    # of a form on no topic, or on two, no clause can be told to be on another one's matter
    named = [(form, topics) for form, topics in named if len(topics) == 1]
    clauses: dict[str, list[tuple[Form, Passage, int, int]]] = defaultdict(list)
    for form, _ in named:
        for entry in form.texts(*_TEXTS):
            for found in _CLAUSE.finditer(entry.passage.text):
                if len(found.group()) >= _SHORTEST and "《" not in found.group():
                    clauses[found.group()[:_COMPARED]].append((form, entry.passage, found.start(), found.end()))
    topics = {id(form): found for form, found in named}
    for group in clauses.values():
        for form, passage, start, end in group:
            own, told = topics[id(form)], topics_of(passage.text[start:end])
            if len(told) != 1 or own == told:
                continue
            twin = next((other for other in group if topics[id(other[0])] == told), None)
            if twin is not None:
                yield TopicCase(
                    form=form, place=passage.place(start, end), words=form.name, other=twin[0].name, own_topic=next(iter(own)),
                    topic=next(iter(told)), twin=twin[1].place(twin[2], twin[3]),
                )  # fmt: skip
