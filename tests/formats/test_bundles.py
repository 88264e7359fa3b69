"""Files that make one document: named side by side, in a folder, in an archive."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from explain_check.cli.targets import find_targets
from explain_check.ingest.bundle import bundle_archive, group_names, read_bundle, read_document
from explain_check.ingest.limits import Limits
from explain_check.model.errors import UnreadableDocumentError
from explain_check.pipeline import check_document, readable_suffixes
from explain_check.report.contract import report_of

NOTE = "某市某中心2024年部门预算\n三、支出预算情况说明\n住房公积金支出预算151.37万元。\n"
TABLE = "部门支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\n2210201\t住房公积金\t151.37\n合计\t\t151.37\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"甲/附件/表.txt": TABLE, "甲/1说明.txt": NOTE, "乙/说明.md": NOTE, "乙/图.png": "x", ".git/a.txt": NOTE}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def write_archive(path: Path, files: dict[str, str], encoding: str = "utf-8") -> Path:
    """Write an archive; in GBK its names bear no mark of their encoding, as Windows writes them."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name if encoding == "utf-8" else "x" * len(name.encode(encoding)), text)
    if encoding != "utf-8":
        content = path.read_bytes()
        for name in files:
            content = content.replace(b"x" * len(name.encode(encoding)), name.encode(encoding))
        path.write_bytes(content)
    return path


def targets(*paths: Path, as_one: bool = True):
    return find_targets(paths, readable_suffixes(), None, "zh", as_one=as_one)


def test_files_are_read_as_one(folder):
    (target,) = targets(folder / "甲/1说明.txt", folder / "甲/附件/表.txt")
    report = report_of(check_document(target.document), target.source)
    assert [file["name"] for file in report["document"]["files"]] == ["1说明.txt", "表.txt"]
    assert report["document"]["entity"] == "某市某中心"
    (claim,) = (one for one in report["claims"] if one["current"] == "151.37")
    assert claim["location"]["file"] == "1说明.txt"
    assert {cell["value"] for cell in claim["cells"]} == {"151.37"}


def test_each_folder_of_a_body_is_one(folder):
    found = targets(folder)
    assert [Path(target.source).name for target in found] == ["乙", "甲"]
    assert [file.name for file in read_document(found[1].document).files] == ["1说明.txt", "附件/表.txt"]
    assert "图.png" in read_document(found[0].document).notices[0].text


def test_a_folder_without_the_option_is_walked(folder):
    assert len(targets(folder, as_one=False)) == 3


def test_an_archive_is_one_document_or_one_for_each_folder(tmp_path):
    one = write_archive(tmp_path / "a.zip", {"说明.txt": NOTE, "附件/表.txt": TABLE})
    two = write_archive(tmp_path / "b.zip", {"全部/甲/说明.txt": NOTE, "全部/乙/说明.txt": NOTE})
    assert [target.source for target in targets(one, two, as_one=False)] == [
        one.as_posix(), f"{two.as_posix()}/全部/乙", f"{two.as_posix()}/全部/甲"
    ]  # fmt: skip
    assert [file.name for file in read_document(one).files] == ["说明.txt", "附件/表.txt"]
    with pytest.raises(UnreadableDocumentError, match="2 份"):
        read_document(two)


def test_names_in_gbk_are_read(tmp_path):
    path = write_archive(tmp_path / "a.zip", {"部门预算说明.txt": NOTE}, "gbk")
    assert [file.name for file in read_document(path).files] == ["部门预算说明.txt"]


def test_names_that_leave_the_archive_are_not_read(tmp_path):
    path = write_archive(tmp_path / "a.zip", {"../b.txt": NOTE, "/c.txt": NOTE, "C:/d.txt": NOTE, "x/../../e.txt": NOTE, "f.txt": NOTE})
    assert [member.inner for bundle in bundle_archive(path) for member in bundle.members] == ["f.txt"]


def test_the_same_text_in_two_forms_is_read_once(tmp_path):
    path = write_archive(tmp_path / "a.zip", {"说明.txt": NOTE, "说明.md": NOTE})
    source = read_document(path)
    assert [file.name for file in source.files] == ["说明.md"]
    assert "同名" in source.notices[0].text


def test_an_unreadable_file_leaves_the_others(tmp_path):
    path = write_archive(tmp_path / "a.zip", {"说明.txt": NOTE, "坏.docx": "PK\x03\x04坏"})
    source = read_document(path)
    assert [file.name for file in source.files] == ["说明.txt"]
    assert "坏.docx" in source.notices[0].text


def test_prose_stands_before_tables_and_numbers_are_in_order():
    (group,) = group_names(["附件10.txt", "附件2.txt", "说明.txt", "~$说明.docx", "README.md"])
    assert group == ("", ("说明.txt", "附件10.txt", "附件2.txt"))


def test_an_archive_of_nothing_is_refused(tmp_path):
    with pytest.raises(UnreadableDocumentError, match="没有可以读取"):
        bundle_archive(write_archive(tmp_path / "a.zip", {"a.png": "x"}))


def test_too_many_files_are_refused(tmp_path):
    path = write_archive(tmp_path / "a.zip", {f"{i}.txt": NOTE for i in range(4)})
    with pytest.raises(UnreadableDocumentError, match="超过 3 个"):
        bundle_archive(path, Limits(files=3))


def test_what_is_unpacked_is_limited(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "万" * 1_000_000)
    with pytest.raises(UnreadableDocumentError, match="上限"):
        read_bundle(bundle_archive(path)[0], Limits(size=100_000))


def test_what_an_archive_among_others_leaves_unread_is_said(folder):
    path = write_archive(folder / "a.zip", {"说明.txt": NOTE, "图.png": "x"})
    (target,) = targets(path, folder / "甲/附件/表.txt")
    assert any("图.png" in notice.text for notice in read_document(target.document).notices)


def test_the_same_file_twice_is_read_once(folder):
    path = write_archive(folder / "a.zip", {"说明.txt": NOTE, "附表.txt": TABLE})
    (target,) = targets(path, folder / "甲/附件/表.txt")
    source = read_document(target.document)
    assert [file.name for file in source.files] == ["说明.txt", "附表.txt"]
    assert [notice.text for notice in source.notices] == ["表.txt 与 附表.txt 内容相同，只读取了后者"]


def test_an_archive_of_several_bodies_is_one_document_for_each(folder):
    path = write_archive(folder / "b.zip", {"甲/说明.txt": NOTE, "甲/表.txt": TABLE, "乙/说明.txt": NOTE})
    assert [target.source for target in targets(path)] == [f"{path.as_posix()}/乙", f"{path.as_posix()}/甲"]


def test_a_workbook_alone_knows_its_body_by_its_makers(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet("支出总表")
        for row, cells in enumerate(
            [["支出预算总表"], ["编制部门：某市教育局", "", "单位：万元"], ["项目", "合计"], ["教育支出", 5], ["合计", 5]]
        ):
            sheet.write_row(row, 0, cells)
    assert check_document(tmp_path / "a.xlsx").document.entity == "某市教育局"
