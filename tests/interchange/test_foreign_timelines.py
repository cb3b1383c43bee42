"""Timelines as other programs write them, with what only they do: cards of a camera on which all files are
called alike, timecodes that count on, hosts in addresses, sounds on tracks of their own."""

from __future__ import annotations

from fractions import Fraction

import opentimelineio as otio
import pytest

from nemo_spec.interchange import read_edl, read_fcp7, read_otio
from nemo_spec.interchange.imported import path_of
from nemo_spec.timeline.model import Segment, exactly

RATE = "<rate><timebase>25</timebase><ntsc>FALSE</ntsc></rate>"
FRAME = (
    "<format><samplecharacteristics><width>1920</width><height>1080</height></samplecharacteristics>"
    "</format>"
)


def premiere(name: str, address: str, start: int, end: int, first: int, inside: str = "") -> str:
    """A clip as Premiere writes it; `first` is the frame of the file."""
    return f"""<clipitem id="{name}-{start}"><masterclipid>m</masterclipid><name>{name}</name>
    <enabled>TRUE</enabled><duration>500</duration>{RATE}<start>{start}</start><end>{end}</end>
    <in>{first}</in><out>{first + end - start}</out><pproTicksIn>0</pproTicksIn>
    <file id="{address}"><name>{name}</name><pathurl>{address}</pathurl>{RATE}<duration>500</duration>
    <media><video><samplecharacteristics><width>1920</width><height>1080</height></samplecharacteristics>
    </video></media></file>{inside}</clipitem>"""


def sequence(pictures: list[str], sounds: list[str]) -> bytes:
    seen = "".join(f"<track>{track}</track>" for track in pictures)
    heard = "".join(f"<track>{track}</track>" for track in sounds)
    return f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE xmeml><xmeml version="4"><project><children>
    <sequence id="s"><uuid>1</uuid><duration>200</duration>{RATE}<name>Rough</name>
    <media><video>{FRAME}{seen}</video><audio>{heard}</audio></media></sequence></children></project></xmeml>
    """.encode()


CARD_A = "file://localhost/E%3a/card%20A/C0001.MP4"
CARD_B = "file://localhost/E%3a/card%20B%20%26%20more/C0001.MP4"


def test_premiere_with_two_files_of_one_name_and_their_sounds():
    content = sequence(
        [premiere("C0001.MP4", CARD_A, 0, 100, 25) + premiere("C0001.MP4", CARD_B, 100, 150, 0)],
        [premiere("C0001.MP4", CARD_A, 0, 100, 25), premiere("C0001.MP4", CARD_A, 0, 100, 25)],
    )
    found = read_fcp7.read(content)
    first, second = found.timeline.main
    assert [first.name, second.name] == ["C0001.MP4", "card B & more/C0001.MP4"]
    assert found.files[first.name] == "E:/card A/C0001.MP4"
    assert found.files[second.name] == "E:/card B & more/C0001.MP4"
    assert (first.source, second.source) == ((1000, 5000), (0, 2000))
    assert found.timeline.layers == []
    assert found.unsaid == []


def test_a_clip_on_the_second_track_covers_the_first_and_is_heard():
    above = premiere("b.mp4", "file:///b.mp4", 25, 75, 50)
    content = sequence([premiere("a.mp4", "file:///a.mp4", 0, 100, 0), above], [above])
    (layer,) = read_fcp7.read(content).timeline.layers
    assert (layer.role, layer.start, layer.end) == ("overlay", exactly(1000), exactly(3000))
    assert layer.properties == {"fills": True, "skip": 2000, "sound": 1.0}


def test_a_clip_that_was_made_smaller_keeps_its_place():
    motion = """<filter><effect><effectid>basic</effectid>
    <parameter><parameterid>scale</parameterid><value>25</value></parameter>
    <parameter><parameterid>center</parameterid><value><horiz>0.2</horiz><vert>-0.1</vert></value></parameter>
    </effect></filter>"""
    above = premiere("b.mp4", "file:///b.mp4", 25, 75, 0, motion)
    (layer,) = read_fcp7.read(
        sequence([premiere("a.mp4", "file:///a.mp4", 0, 100, 0), above], [])
    ).timeline.layers
    assert layer.properties == {"scale": 0.25, "x": 0.7, "y": 0.4}


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file://localhost/C%3a/a%20b.mp4", "C:/a b.mp4"),
        ("file:///tmp/50%25%20%26%20%E5%9F%8E.mp4", "/tmp/50% & 城.mp4"),
        ("file:///tmp/a?b#c.mp4", "/tmp/a?b#c.mp4"),
        ("file://[x/a.mp4", "/a.mp4"),
        ("file:/tmp/a.mp4", "/tmp/a.mp4"),
        ("media/50%20.mp4", "media/50%20.mp4"),
        ("file:", ""),
    ],
)
def test_addresses_are_paths(address: str, path: str):
    assert path_of(address) == path


def resolve(start: int, reference_start: int) -> bytes:
    """A clip of Resolve: the file begins at a timecode, and so do ranges of it."""
    rate = 25
    range_ = otio.opentime.TimeRange(
        otio.opentime.RationalTime(reference_start + start, rate),
        otio.opentime.RationalTime(50, rate),
    )
    available = otio.opentime.TimeRange(
        otio.opentime.RationalTime(reference_start, rate), otio.opentime.RationalTime(500, rate)
    )
    timeline = otio.schema.Timeline("Timeline 1")
    timeline.global_start_time = otio.opentime.RationalTime(90000, rate)
    for kind, name in (("Video", "Video 1"), ("Audio", "Audio 1"), ("Audio", "Audio 2")):
        track = otio.schema.Track(name, kind=kind)
        reference = otio.schema.ExternalReference("/media/A001.mov", available)
        track.append(otio.schema.Clip("A001.mov", reference, range_))
        timeline.tracks.append(track)
    return timeline.to_json_string().encode()


@pytest.mark.parametrize("begin", [0, 90_000])
def test_resolve_counts_from_the_timecode_of_the_file(begin: int):
    found = read_otio.read(resolve(75, begin)).timeline
    (piece,) = found.main
    assert (piece.source, piece.end) == ((3000, 5000), exactly(2000))
    assert found.layers == []


EDL = """TITLE: Timeline 1
FCM: NON-DROP FRAME

001  AX       V     C        00:00:01:00 00:00:03:00 01:00:00:00 01:00:02:00
* FROM CLIP NAME: interview take 2.mov

002  AX       V     D    012 00:00:10:00 00:00:14:00 01:00:02:00 01:00:04:00
M2   AX             050.0                00:00:10:00
* FROM CLIP NAME: interview take 2.mov
* TO CLIP NAME: city.mov
003  AX       A     C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00
"""


def test_an_edit_list_begins_at_an_hour_and_is_retimed():
    found = read_edl.read(EDL.replace("\n", "\r\n").encode(), Fraction(25))
    first, second = found.timeline.main
    assert first.name == "interview take 2.mov"
    assert (first.source, first.start) == ((1000, 3240), exactly(0))
    assert (second.name, second.properties) == ("city.mov", {"transition": 480, "speed": 2.0})
    assert second.end == exactly(4000)
    assert found.unsaid == ["event 003 on track A"]


def test_nothing_is_taken_twice():
    """A sound of its own is music, not a second clip."""
    music = premiere("song.wav", "file:///song.wav", 0, 100, 0)
    content = sequence([premiere("a.mp4", "file:///a.mp4", 0, 100, 0)], [music, music])
    layers: list[Segment] = list(read_fcp7.read(content).timeline.layers)
    assert [(one.role, one.name) for one in layers] == [("music", "song.wav")]
