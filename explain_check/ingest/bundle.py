"""Files that make one document together: named side by side, in one folder, or in one archive."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from explain_check.ingest.archive import Archive, is_safe_name
from explain_check.ingest.folders import is_document_name
from explain_check.ingest.joining import join_sources
from explain_check.ingest.limits import LIMITS, Limits
from explain_check.ingest.read import load, read_content, read_source, readable_suffixes
from explain_check.ingest.sniff import sniff
from explain_check.model.document import Notice, NoticeKind, Source
from explain_check.model.errors import UnreadableDocumentError

ARCHIVES = (".zip",)
#: Files of tables are attachments: they are read behind the prose.
_TABLES = frozenset((".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".xlt", ".et", ".ods"))
#: The same text saved in several forms: the one that keeps most is read.
_FORMS = (".docx", ".docm", ".doc", ".wps", ".odt", ".rtf", ".html", ".htm", ".pdf", ".ofd", ".md", ".txt")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file of a document: ``path`` on the disk, or ``inner`` in the archive there."""

    path: Path
    inner: str = ""

    @property
    def name(self) -> str:
        """Its path, that of the archive before it."""
        return f"{self.path.as_posix()}/{self.inner}" if self.inner else self.path.as_posix()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """The files of one document under the name that it is reported by; ``left`` names those of a kind that is not read."""

    name: str
    members: tuple[Member, ...]
    left: tuple[str, ...] = ()


def document_suffixes() -> tuple[str, ...]:
    """Return the suffixes of what can be a document, archives too, sorted."""
    return tuple(sorted({*readable_suffixes(), *ARCHIVES}))


def is_archive(path: Path, limits: Limits = LIMITS) -> bool:
    """Whether a file is a ZIP archive of files, whatever its suffix, and no office file."""
    try:
        with path.open("rb") as stream:
            begins = stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    except OSError:
        return False
    return begins and sniff(load(path, limits), str(path)) == ".zip"


def read_document(document: Path | Bundle, limits: Limits = LIMITS) -> Source:
    """Return the source of a file, of the files of a bundle, or of the one document that an archive holds."""
    if isinstance(document, Bundle):
        return read_bundle(document, limits)
    if not is_archive(document, limits):
        return read_source(document, limits)
    bundles = bundle_archive(document, limits)
    if len(bundles) > 1:
        raise UnreadableDocumentError(
            f"{document}：压缩包里有 {len(bundles)} 份文件（{bundles[0].name} 等），请用 explain-check check 核对，或解压后分别给出。",
            f"{document}: the archive holds {len(bundles)} documents ({bundles[0].name} …), use explain-check check, or unpack it.",
        )
    return read_bundle(bundles[0], limits)


def bundle_files(paths: Sequence[Path], name: str) -> Bundle:
    """Return the files as one document; an archive among them stands for the files in it."""
    members: list[Member] = []
    left: list[str] = []
    for path in paths:
        inner = [one for one in archive_names(path) if is_document_name(one)] if is_archive(path) else []
        members += [Member(path=path, inner=one) for one in inner if _is_readable(one)] or [Member(path=path)]
        left += [one for one in inner if not _is_readable(one)]
    return Bundle(name=name, members=tuple(members), left=tuple(left))


def bundle_folder(folder: Path, names: Iterable[str]) -> tuple[Bundle, ...]:
    """Return the documents of a folder; ``names`` are its files, relative to it, with forward slashes."""
    return tuple(
        Bundle(
            name=(folder / inner).as_posix(),
            members=tuple(Member(path=folder / name) for name in found if _is_readable(name)),
            left=tuple(name for name in found if not _is_readable(name)),
        )
        for inner, found in group_names(names)
    )


def bundle_archive(path: Path, limits: Limits = LIMITS) -> tuple[Bundle, ...]:
    """Return the documents of an archive; UnreadableDocumentError where it cannot be opened or holds nothing to read."""
    groups = group_names(archive_names(path, limits))
    if not groups:
        raise UnreadableDocumentError(
            f"{path}：压缩包里没有可以读取的文件，请检查内容。", f"{path}: there is no file in the archive that can be read."
        )
    return tuple(
        Bundle(
            name=path.as_posix() if len(groups) == 1 else f"{path.as_posix()}/{folder}",
            members=tuple(Member(path=path, inner=name) for name in found if _is_readable(name)),
            left=tuple(name for name in found if not _is_readable(name)),
        )
        for folder, found in groups
    )


def archive_names(path: Path, limits: Limits = LIMITS) -> tuple[str, ...]:
    """Return the names of the files in an archive that stay inside of it."""
    names = Archive(load(path, limits), str(path), limits.size).names
    if len(names) > limits.files:
        raise UnreadableDocumentError(
            f"{path}：压缩包里有 {len(names)} 个文件，超过 {limits.files} 个的上限；请解压后核对文件夹。",
            f"{path}: the archive holds {len(names)} files, more than {limits.files}; unpack it and check the folder.",
        )
    return tuple(name for name in names if is_safe_name(name))


def group_names(names: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return folders with the files of one document each, sorted.

    A folder that holds a readable file is one document with all below it; otherwise each folder in it is looked at alike.
    """
    kept = sorted(name for name in names if is_document_name(name))
    homes = {str(PurePosixPath(name).parent) for name in kept if _is_readable(name)}
    groups: dict[str, list[str]] = {}
    for name in kept:
        outward = [str(parent) for parent in PurePosixPath(name).parents]
        home = next((parent for parent in reversed(outward) if parent in homes), None)
        if home is not None:
            groups.setdefault(home, []).append(name)
    return [("" if home == "." else home, tuple(found)) for home, found in sorted(groups.items())]


def _is_readable(name: str) -> bool:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in readable_suffixes() and suffix not in ARCHIVES


def read_bundle(bundle: Bundle, limits: Limits = LIMITS) -> Source:
    """Return the files as one source, tables behind prose; UnreadableDocumentError where none can be read."""
    chosen, doubles = _choose(bundle.members)
    sources: list[Source] = []
    names: list[str] = []
    problems: list[tuple[Member, UnreadableDocumentError]] = []
    copies: list[tuple[Member, Member]] = []
    known: dict[bytes, Member] = {}
    archives: dict[Path, Archive] = {}
    for member in chosen:
        try:
            content = _load(member, archives, limits)
            first = known.setdefault(hashlib.sha256(content).digest(), member)
            if first is not member:
                copies.append((member, first))
                continue
            sources.append(read_content(content, member.name, limits))
        except UnreadableDocumentError as error:
            problems.append((member, error))
        else:
            names.append(_shown(member, bundle))
    if not sources:
        raise problems[0][1]
    joined = join_sources(sources, PurePosixPath(bundle.name).name, names)
    notices = (*_doubled(doubles, "同名"), *_doubled(copies, "内容相同"), *_notices(bundle, problems))
    return replace(joined, notices=(*joined.notices, *notices))


def _shown(member: Member, bundle: Bundle) -> str:
    """Return a member's name as it stands in its folder or archive."""
    return member.name.removeprefix(f"{bundle.name}/") if member.name.startswith(f"{bundle.name}/") else PurePosixPath(member.name).name


def _load(member: Member, archives: dict[Path, Archive], limits: Limits) -> bytes:
    if not member.inner:
        return load(member.path, limits)
    if member.path not in archives:
        archives[member.path] = Archive(load(member.path, limits), str(member.path), limits.size)
    return archives[member.path].read(member.inner)


def _choose(members: Sequence[Member]) -> tuple[list[Member], list[tuple[Member, Member]]]:
    """Return the members to read in their order, and those left out beside the same text in a better form."""
    best: dict[str, Member] = {}
    for member in sorted(members, key=_form):
        best.setdefault(_stem(member), member)
    kept = sorted(best.values(), key=_order)
    return kept, [(member, best[_stem(member)]) for member in members if best[_stem(member)] is not member]


def _stem(member: Member) -> str:
    """Return what two forms of the same text share: the name without suffix; tables are never a form of the text."""
    path = PurePosixPath(member.name)
    return member.name if path.suffix.lower() in _TABLES else str(path.with_suffix(""))


def _form(member: Member) -> int:
    suffix = PurePosixPath(member.name).suffix.lower()
    return _FORMS.index(suffix) if suffix in _FORMS else len(_FORMS)


def _order(member: Member) -> tuple[bool, list[str | int]]:
    """Return what members are sorted by: prose before tables, then their names with 附件2 before 附件10."""
    parts = _DIGITS.split(member.name)
    return PurePosixPath(member.name).suffix.lower() in _TABLES, [int(part) if part.isdigit() else part for part in parts]


def _doubled(doubles: Sequence[tuple[Member, Member]], how: str) -> Iterator[Notice]:
    """Yield which files were left out beside others, and why."""
    for member, other in doubles:
        one, two = PurePosixPath(member.name).name, PurePosixPath(other.name).name
        one, two = (one, two) if one != two else (member.name, other.name)
        yield Notice(kind=NoticeKind.PART, text=f"{one} 与 {two} {how}，只读取了后者", english=f"{one} was left out beside {two}")


def _notices(bundle: Bundle, problems: Sequence[tuple[Member, UnreadableDocumentError]]) -> Iterator[Notice]:
    """Yield what was left unread."""
    for _, error in problems:
        yield Notice(kind=NoticeKind.PART, text=f"未能读取其中的文件：{error}", english=f"a file was not read: {error.english}")
    if bundle.left:
        names = "、".join(bundle.left[:5])
        chinese = f"有 {len(bundle.left)} 个文件的格式不能读取：{names}"
        yield Notice(kind=NoticeKind.PART, text=chinese, english=f"{len(bundle.left)} files of other kinds were not read: {names}")
