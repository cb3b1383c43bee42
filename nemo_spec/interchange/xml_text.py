"""XML elements in a line each, and their text."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def node(tag: str, *children: Element | None, text: object = "", **attributes: object) -> Element:
    """An element; an attribute that is None is left out, `in_` is called `in`."""
    told = {k.rstrip("_"): _clean(v) for k, v in attributes.items() if v is not None}
    found = Element(tag, told)
    found.text = _clean(text) or None
    found.extend(child for child in children if child is not None)
    return found


def leaf(tag: str, text: object) -> Element:
    """An element that holds a text only."""
    return node(tag, text=text)


def _clean(text: object) -> str:
    """XML has no place for control characters."""
    if isinstance(text, float):
        return f"{text:.6f}".rstrip("0").rstrip(".")
    return _NOT_XML.sub("", str(text))


def text_of(root: Element, doctype: str = "") -> str:
    """The whole file, indented. It says whose it is: an editor that saves its project there leaves that
    out."""
    ElementTree.indent(root, " ")
    kind = f"<!DOCTYPE {doctype}>\n" if doctype else ""
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- written by nemo-spec -->\n{kind}'
    return head + ElementTree.tostring(root, encoding="unicode") + "\n"
