"""XML of office files: parsed without entities, without network, within libxml2's limits of depth and size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explain_check.ingest.limits import damaged
from explain_check.model.errors import UnreadableDocumentError

_PROLOGUE = 4096
Element = Any
"""An element of lxml, which brings no types."""


def parse_xml(content: bytes, name: str, kind: str) -> Element:
    """Return the root element; UnreadableDocumentError where the XML is broken, nested too deeply, or declares a document type."""
    from lxml import etree

    if b"<!DOCTYPE" in content[:_PROLOGUE]:
        raise _declares_entities(name, kind)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, kind) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares_entities(name, kind)
    return root


def _declares_entities(name: str, kind: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name}：{kind} 文件里有实体声明（DOCTYPE），办公软件不会写出这样的内容，没有读取；请核实文件来源。",
        f"{name}: the {kind} file declares entities (DOCTYPE), which no office program writes; it was not read, check where it comes from.",
    )


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """Return an attribute by its name without namespace, None where it is not there."""
    if element is None:
        return None
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first child along a path of names, None where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((found for found in element if local(found) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of a name."""
    if element is not None:
        yield from (found for found in element if local(found) == name)


def value(element: Element | None, *names: str) -> str | None:
    """Return the attribute ``val`` of the child along a path of names."""
    return attribute(child(element, *names), "val")
