"""What the page's lists are made from: documents, findings and lists of document numbers, small enough to travel inside it."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

from explain_check.trends.model import ListedFinding, Report

#: Bytes of compressed findings that a page may hold; the other tables hold all of them.
FINDINGS_LIMIT = 1_900_000
_CHUNK = 500
_LONGEST_QUOTE = 80
_WEIGHTS = {"error": 0, "warning": 1, "info": 2}


class Lists:
    """Lists of document numbers, each kept once; a list is the gaps between its numbers, seven bits a byte."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._places: dict[tuple[int, ...], int] = {}
        self.sizes: list[int] = []
        self.content = bytearray()

    def place(self, documents: Sequence[int]) -> int:
        """Return the number of a list, which is taken where it is new."""
        key = tuple(documents)
        if key not in self._places:
            self._places[key] = len(self.sizes)
            encoded = b"".join(map(_gap, (key[0], *(other - one for one, other in pairwise(key)))))
            self.sizes.append(len(encoded))
            self.content += encoded
        return self._places[key]


def _gap(number: int) -> bytes:
    """Return a number as bytes of seven bits, the lowest first; the eighth says that more follow."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def pack(report: Report, lists: Lists, roots: dict[str, str]) -> tuple[str, int]:
    """Return the page's data (JSON, deflated, base64) and how many findings it had to leave out, the lightest first."""
    kept = _kept(report.findings)
    rules = sorted({(finding.rule, finding.label) for finding in kept})
    bodies = list(dict.fromkeys(document.body for document in report.documents))
    names = {name: number for number, name in enumerate(bodies)}
    codes = {rule: number for number, rule in enumerate(rules)}
    data = {
        "roots": roots,
        "bodies": bodies,
        "documents": [[d.path, names[d.body], d.year, d.kind, d.error] for d in report.documents],
        "rules": rules,
        "findings": [[f.document, codes[f.rule, f.label], _WEIGHTS[f.severity], f.section, _short(f.quote), f.message] for f in kept],
        "sizes": lists.sizes,
        "lists": base64.b64encode(bytes(lists.content)).decode(),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode(), len(report.findings) - len(kept)


def _kept(findings: Sequence[ListedFinding]) -> list[ListedFinding]:
    """Return the findings that a page has room for, in their order: errors before warnings before hints."""
    ranked = sorted(range(len(findings)), key=lambda number: (_WEIGHTS[findings[number].severity], number))
    count = _fitting(findings[number] for number in ranked)
    return [findings[number] for number in sorted(ranked[:count])]


def _fitting(findings: Iterable[ListedFinding]) -> int:
    """Return how many of the findings fit, compressed."""
    press = zlib.compressobj(6)
    size = count = 0
    for count, finding in enumerate(findings, 1):
        line = json.dumps([finding.section, _short(finding.quote), finding.message], ensure_ascii=False)
        size += len(press.compress(line.encode()))
        if count % _CHUNK == 0:
            size += len(press.flush(zlib.Z_SYNC_FLUSH))
            if size > FINDINGS_LIMIT:
                return count - _CHUNK
    return count


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + "…"
