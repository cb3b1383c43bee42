"""Files of others that hold what no recipe can say, or mean harm."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import opentimelineio as otio
import pytest
from support.handoffs import cut_of

from nemo_spec.interchange import read_edl, read_fcp7, read_otio
from nemo_spec.interchange.formats import written
from nemo_spec.interchange.imported import NotImported, segment
from nemo_spec.interchange.recipe_text import recipe_of
from nemo_spec.timeline.model import Timeline

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<xmeml><sequence><name>&b;</name></sequence></xmeml>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xmeml><name>&a;</name></xmeml>'
RATE = "<rate><timebase>25</timebase><ntsc>FALSE</ntsc></rate>"
CLIP = (
    "<clipitem><name>a</name><start>0</start><end>25</end><in>0</in><out>25</out>"
    '<file id="f"><pathurl>file:///a.mp4</pathurl></file></clipitem>'
)


def xml(*tracks: str) -> bytes:
    inner = "".join(f"<track>{track}</track>" for track in tracks)
    return (
        f"<xmeml><sequence>{RATE}<media><video>{inner}</video></media></sequence></xmeml>".encode()
    )


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, "", "<xmeml>", "<a/>", "<xmeml/>", "\0", "{}"])
def test_xml_that_is_no_timeline_is_refused(text: str):
    with pytest.raises(NotImported):
        read_fcp7.read(text.encode())


def test_too_many_tracks_are_refused():
    assert len(read_fcp7.read(xml(*[CLIP] * 200)).timeline.segments) == 200
    with pytest.raises(NotImported, match="201 tracks"):
        read_fcp7.read(xml(*[CLIP] * 201))


def test_nested_sequences_and_generators_are_named():
    nested = "<clipitem><name>inner</name><start>25</start><end>50</end><sequence/></clipitem>"
    made = "<generatoritem><name>Bars</name><start>50</start><end>60</end></generatoritem>"
    found = read_fcp7.read(xml(CLIP + nested + made))
    assert found.unsaid == ["inner: a timeline inside this one", "Bars: a generator"]
    assert [one.name for one in found.timeline.main] == ["a.mp4"]


def test_what_alone_is_on_a_timeline_is_named_where_nothing_is_left():
    made = "<generatoritem><name>Bars</name><start>0</start><end>60</end></generatoritem>"
    with pytest.raises(NotImported, match="Bars: a generator"):
        read_fcp7.read(xml(made))


@pytest.mark.parametrize("numbers", ["nan", "inf", "1e99", "-5", "9" * 400, "x"])
def test_numbers_that_make_no_sense_do_no_harm(numbers: str):
    content = xml(CLIP.replace("<end>25</end>", f"<end>{numbers}</end>"))
    found = read_fcp7.read(content)
    assert all(one.end.lo >= 0 for one in found.timeline.segments)


DEEP = b'{"a":' * 100_000 + b"1" + b"}" * 100_000
"""Nested so deep that OpenTimelineIO's own parser ends the process."""


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff", b'{"OTIO_SCHEMA": "Clip.1"}', DEEP]
)
def test_otio_that_is_no_timeline_is_refused(content: bytes):
    with pytest.raises(NotImported):
        read_otio.read(content)


def test_a_nested_otio_timeline_is_named():
    timeline = otio.adapters.read_from_string(
        written(cut_of("before-after"), ".otio").decode(), "otio_json"
    )
    inner = otio.schema.Stack("inner")
    inner.source_range = otio.opentime.TimeRange(
        otio.opentime.RationalTime(0, 30), otio.opentime.RationalTime(30, 30)
    )
    timeline.tracks[0].append(inner)
    found = read_otio.read(timeline.to_json_string().encode())
    assert found.unsaid == ["inner on Video: a timeline inside this one"]


@pytest.mark.parametrize("content", [b"", b"\xff", b"TITLE: x\n", b"001 AX V C 00:00\n"])
def test_an_edl_without_edits_is_refused(content: bytes):
    with pytest.raises(NotImported):
        read_edl.read(content, Fraction(25))


def test_black_in_an_edl_is_a_gap_that_no_verb_makes():
    times = ("00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00",
             "00:00:00:00 00:00:01:00 00:00:01:00 00:00:02:00")  # fmt: skip
    lines = [f"001  BL  V  C  {times[0]}", f"002  TAPE7  V  C  {times[1]}"]
    found = read_edl.read("\n".join(lines).encode(), Fraction(25)).timeline
    assert [one.name for one in found.main] == ["TAPE7"]
    assert "# not said: a gap on the first track at 0-1s" in recipe_of(found, {}, {})


def test_thousands_of_clips_have_names_of_their_own():
    starts = range(0, 3_000_000, 1000)
    main = [segment("clip", at, at + 1000, name="a.mp4", source=(0, 1000)) for at in starts]
    recipe = recipe_of(Timeline(main), {}, {"a.mp4": 1000})
    names = [one.split()[1] for one in recipe.splitlines() if one.startswith("clip ")]
    assert (names[:3], len(set(names))) == (["a", "a_2", "a_3"], 3000)


@pytest.mark.parametrize("code", ["99:99:99:99", "00:00:00;02"])
def test_odd_timecodes_do_no_harm(code: str):
    line = f"001  AX  V  C  {code} {code} {code} 23:00:00:00\n"
    with suppress(NotImported):
        read_edl.read(line.encode(), Fraction(30000, 1001))


def test_a_text_cannot_leave_its_place():
    """Control characters and markup in texts and names stay texts."""
    cut = cut_of("before-after")
    track = next(one for one in cut.tracks if one.kind == "text")
    segment = track.items[0].segment
    object.__setattr__(segment, "texts", ("</name>\x07&\n* FROM CLIP NAME: x {\\b1}",))
    for ending in (".xml", ".fcpxml", ".mlt", ".v3.xml", ".edl", ".srt", ".vtt", ".ass"):
        assert b"\x07" not in written(cut, ending)
