"""Templates and kinds of tables: every file loads, every caption is known, broken files say what is wrong."""

import pytest

from explain_check.lexicon.load import load_entries
from explain_check.model.errors import LexiconError
from explain_check.templates import load_templates, read_template, recognise_template, table_kind


@pytest.mark.parametrize("entry", load_entries("table_kinds"), ids=lambda entry: entry.phrase)
def test_phrase_stands_in_its_example(entry):
    assert table_kind(entry.example) == entry.sense


def test_phrases_are_unique():
    phrases = [entry.phrase for entry in load_entries("table_kinds")]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("template", load_templates(), ids=lambda template: template.id)
def test_captions_have_their_kind(template):
    for table in template.tables:
        for caption in table.captions:
            assert table_kind(caption) == table.kind


@pytest.mark.parametrize("template", load_templates(), ids=lambda template: template.id)
def test_template_is_recognised_by_its_captions(template):
    plain = [caption for table in template.tables for caption in table.captions]
    dated = [f"2025年{caption}" for caption in plain]
    assert template in (recognise_template(plain), recognise_template(dated))


def test_unknown_captions():
    assert recognise_template(["收入支出决算总表", "收入决算表"]) is None


@pytest.mark.parametrize("text", ["id = ", "id = 'a'", "id='a'\ntitle='b'\nmarkers=['(']\nleast=1\nexplanations=[]\ntables=[]"])
def test_broken_file(text, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"bad\.toml"):
        read_template(path)
