"""A JUnit report is XML whatever a service, a draft or a file name holds."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from nemo_spec.compile.loader import open_recipe
from nemo_spec.report import junit
from nemo_spec.report.difference import DiffLine
from nemo_spec.report.record import Record
from nemo_spec.run import events
from nemo_spec.verdict.findings import Finding

FORBIDDEN = [
    *map(chr, (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20))),
    "\ud800", "\udbff", "\udc00", "\udfff", "\ufffe", "\uffff",
]  # fmt: skip
ALLOWED = [
    "\t",
    "\n",
    "\r",
    " ",
    "~",
    "\x7f",
    "\x9b",
    "\ud7ff",
    "\ue000",
    "\ufffd",
    "\U00010000",
    "\U0010ffff",
]


def poisoned(folder: Path, text: str) -> list[Record]:
    """Runs that have the text wherever something comes from outside."""
    recipe = folder / "a.edit"
    recipe.write_text('title 0-1s "Hi"\nmusic "lo-fi"\n', "utf-8")
    planned = open_recipe(recipe, ["clip.mp4"], []).planned
    assert planned is not None
    run = Record(planned, f"a{text}.edit", error=f"no{text}", expected=f"e{text}")
    run.differences = [DiffLine("+", f"more{text}")]
    run.findings = [
        Finding("missing", 0, f"gone{text}", f"t[0]{text}", f"Add{text}"),
        Finding("unreadable", None, f"odd{text}", f"t[1]{text}", f"Say{text}"),
    ]
    run.unknown = [events.OutcomeUnknown(1, f"Music{text}", f"cut{text}")]
    return [run, Record(planned, f"b{text}", skipped=f"why{text}")]


@pytest.mark.parametrize("character", FORBIDDEN, ids=ascii)
def test_what_xml_cannot_hold_is_replaced(character: str, tmp_path: Path):
    written = junit.report_all(poisoned(tmp_path, character))
    assert character not in written
    whole = ElementTree.fromstring(written.encode("utf-8"))
    texts = [*whole.itertext(), *(value for one in whole.iter() for value in one.attrib.values())]
    for said in (
        "a",
        "no",
        "e",
        "more",
        "gone",
        "t[0]",
        "Add",
        "odd",
        "t[1]",
        "Say",
        "cut",
        "b",
        "why",
    ):
        assert any(f"{said}\ufffd" in text for text in texts), said


@pytest.mark.parametrize("character", ALLOWED, ids=ascii)
def test_what_xml_can_hold_stays(character: str, tmp_path: Path):
    written = junit.report_all(poisoned(tmp_path, f"|{character}|"))
    whole = ElementTree.fromstring(written.encode("utf-8"))
    (message,) = (
        one.attrib["message"] for one in whole.iter("skipped") if "why" in one.attrib["message"]
    )
    assert message == f"why|{character}|"
