"""The table of formats: every row writes, and what no row names does not survive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.handoffs import media_of, timeline_of
from support.paths import ROOT

from nemo_spec.interchange.formats import FORMATS, UnknownFormat, ending_of, table
from nemo_spec.interchange.losses import losses
from nemo_spec.timeline.model import KINDS, Segment, Timeline, exactly


def test_the_page_holds_the_table():
    page = (ROOT / "docs" / "handoff.md").read_text("utf-8")
    inside = page.partition("<!-- formats -->\n")[2].partition("\n<!-- /formats -->")[0]
    assert inside == table()


@pytest.mark.parametrize("ending", [e for e in FORMATS if FORMATS[e].properties is not None])
@pytest.mark.parametrize("role", ["clip", "title", "music"])
def test_a_property_that_nobody_knows_is_named(ending: str, role: str):
    """A verb that comes later has a row of its own, and no writer knows it."""
    if KINDS[role] not in FORMATS[ending].kinds:
        return
    segment = Segment(role, exactly(0), exactly(1000), "a", ("b",), (0, 1000), {"sparkle": 3})
    main, layers = ([segment], []) if role == "clip" else ([], [segment])
    found = list(losses(Timeline(main, layers), FORMATS[ending], {}))
    assert [one for one in found if one.segment is segment]


def test_a_neutral_value_is_no_loss():
    timeline = timeline_of("before-after")
    timeline.main = [piece.with_properties(crop=0, rotate=0) for piece in timeline.main]
    texts = replace(timeline, layers=[])
    assert list(losses(texts, FORMATS[".xml"], media_of(timeline))) == []


@pytest.mark.parametrize(
    ("name", "ending"), [("a.v3.xml", ".v3.xml"), ("a.XML", ".xml"), ("b.c.otio", ".otio")]
)
def test_the_longest_ending_counts(tmp_path: Path, name: str, ending: str):
    assert ending_of(tmp_path / name) == ending


@pytest.mark.parametrize("name", ["a.mp4", "a", ".otio", "otio"])
def test_another_ending_is_refused(tmp_path: Path, name: str):
    with pytest.raises(UnknownFormat):
        ending_of(tmp_path / name)
