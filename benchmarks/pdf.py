"""How fast PDFs are read, and how long all the rest takes."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from formats.blocks import corpus_files, read_blocks, read_corpus  # noqa: E402
from formats.render import html_of, write_docx, write_pdf  # noqa: E402

from explain_check.ingest import read_source  # noqa: E402
from explain_check.ingest.limits import Limits  # noqa: E402
from explain_check.ingest.pdf_reader import read_bytes  # noqa: E402
from explain_check.pipeline.check import check_source  # noqa: E402
from explain_check.report.contract import report_of  # noqa: E402

PATIENCE = Limits(seconds=3600)


def make_pdf(folder: Path, renderer: str, documents: int) -> Path:
    """Return a PDF of some forty pages: documents of the corpus, one after the other."""
    blocks = [block for file in corpus_files()[:documents] for block in read_blocks(read_corpus(file))]
    if renderer == "libreoffice":
        return write_pdf(write_docx(blocks, folder / "corpus.docx"), folder)
    page = folder / "corpus.html"
    page.write_text(html_of(blocks), encoding="utf-8")
    return write_pdf(page, folder)


def least(call: Callable[[], object], rounds: int) -> float:
    """Return the least CPU time of a call in seconds, after one round that is not counted."""
    call()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def measure(path: Path, rounds: int) -> None:
    """Print pages a second, the CPU time of reading and of everything after it, and reading as the command does it.

    The command reads a PDF in a process of its own; its start is part of what a person waits for.
    """
    import pypdfium2

    name, content = path.name, path.read_bytes()
    document = pypdfium2.PdfDocument(content)
    pages = len(document)
    document.close()
    source = read_bytes(content, name, PATIENCE)
    reading = least(lambda: read_bytes(content, name, PATIENCE), rounds)
    rest = least(lambda: report_of(check_source(source)), rounds)
    start = time.perf_counter()
    read_source(path, PATIENCE)
    apart = time.perf_counter() - start
    print(f"{name}: {pages} pages")
    print(f"  read            {reading * 1e3:8.1f} ms {pages / reading:7.1f} pages/s")
    print(f"  everything else {rest * 1e3:8.1f} ms, {rest / reading:.2f} of reading")
    print(f"  read in a process of its own {apart * 1e3:8.1f} ms (wall), everything else {rest / apart:.2f} of it")


def main() -> None:
    """Measure the files given, or the corpus rendered by each program that is installed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--documents", type=int, default=4, help="documents of the corpus that make the rendered PDF")
    asked = parser.parse_args()
    for path in asked.files:
        measure(path, asked.rounds)
    if not asked.files:
        with tempfile.TemporaryDirectory() as folder:
            for renderer in ("chromium", "libreoffice"):
                path = make_pdf(Path(folder), renderer, asked.documents)
                measure(path, asked.rounds)


if __name__ == "__main__":
    main()
