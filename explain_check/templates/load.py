"""Load disclosure templates, a TOML file each, and recognise which one a document follows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from explain_check.lexicon.load import lexicon_folder
from explain_check.model.errors import LexiconError
from explain_check.model.template import Template, TemplateEdit, TemplateExplanation, TemplateTable
from explain_check.templates.kinds import table_kinds

_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=1)
def load_templates() -> tuple[Template, ...]:
    """Return the templates of ``lexicons/templates``, by file name; LexiconError names a broken file."""
    return tuple(read_template(path) for path in sorted((lexicon_folder() / "templates").glob("*.toml")))


def find_template(id_: str) -> Template | None:
    """Return the template with an id, None where no template was recognised."""
    return next((known for known in load_templates() if known.id == id_), None)


def read_template(path: Path) -> Template:
    """Return the template of one file; LexiconError says what is wrong with it."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        template = _template(data)
        for pattern in (*template.markers, *(wanted.pattern for wanted in template.explanations)):
            re.compile(pattern)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _broken(path, f"不是有效的 TOML（{error}）", f"no valid TOML ({error})") from error
    except (KeyError, TypeError, ValueError) as error:
        raise _broken(path, f"缺少或写错了 {error}", f"missing or wrong: {error}") from error
    except re.error as error:
        raise _broken(path, f"markers 中的正则表达式有误（{error}）", f"bad pattern in markers ({error})") from error
    return template


def _broken(path: Path, chinese: str, english: str) -> LexiconError:
    return LexiconError(f"{path}：{chinese}，请对照其他模板文件改正。", f"{path}: {english}; mend it after the other template files.")


def _template(data: dict[str, Any]) -> Template:
    """Return a checked template; KeyError, TypeError or ValueError where a part is missing or wrong."""
    tables = tuple(
        TemplateTable(kind=_kind(row["kind"]), captions=_texts(row, "captions"), columns=_texts(row, "columns"), unit=str(row["unit"]))
        for row in data["tables"]
    )
    edits = tuple(
        TemplateEdit(id=row["id"], label=row["label"], kind=_kind(row["kind"]), total=row["total"], parts=_texts(row, "parts"))
        for row in data.get("edits", [])
    )
    markers = _texts(data, "markers")
    least = int(data["least"])
    if not 0 < least <= len(markers):
        raise ValueError("least")
    return Template(
        id=str(data["id"]),
        title=str(data["title"]),
        markers=markers,
        least=least,
        tables=tables,
        explanations=tuple(TemplateExplanation(label=str(row["label"]), pattern=str(row["pattern"])) for row in data["explanations"]),
        edits=edits,
    )


def _texts(data: dict[str, Any], key: str) -> tuple[str, ...]:
    values = data[key]
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError(key)
    return tuple(values)


def _kind(kind: str) -> str:
    if kind not in table_kinds():
        raise ValueError(f"kind = {kind!r}")
    return kind


def recognise_template(captions: Sequence[str]) -> Template | None:
    """Return the template with the largest share of its markers among the captions, None where none has enough or two tie."""
    texts = {_BLANKS.sub("", caption) for caption in captions}
    scores = []
    for template in load_templates():
        found = sum(any(map(re.compile(marker).search, texts)) for marker in template.markers)
        if found >= template.least:
            scores.append((found / len(template.markers), template))
    scores.sort(key=lambda score: -score[0])
    if not scores or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    return scores[0][1]
