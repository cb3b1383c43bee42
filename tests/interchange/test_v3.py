"""Draft Protocol V3 as it is written: a test for each fact that the vendor has published."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from support.handoffs import GALLERY, cut_of, media_of, timeline_of

from nemo_spec.interchange.formats import FORMATS, written
from nemo_spec.interchange.sequence import sequence_of
from nemo_spec.report.difference import differences
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.draft_v3 import parse_v3
from nemo_spec.timeline.properties import value_of

TYPES = {"video", "image", "text", "graphics", "effect", "audio", "voice", "bgm", "sfx"}


def template(name: str) -> Element:
    return ElementTree.fromstring(written(cut_of(name, with_nameless=True), ".v3.xml"))


@pytest.mark.parametrize("name", GALLERY)
def test_the_root_has_a_rate_a_frame_and_a_length_in_ms(name: str):
    root, cut = template(name), cut_of(name, with_nameless=True)
    assert root.tag == "draft"
    assert float(root.attrib["fps"]) == pytest.approx(float(cut.rate))
    assert (int(root.attrib["width"]), int(root.attrib["height"])) == (cut.width, cut.height)
    ends = [int(clip.attrib["out"]) for clip in root.iter("clip")]
    assert int(root.attrib["duration"]) == max(ends)


@pytest.mark.parametrize("name", GALLERY)
def test_its_children_are_tracks_of_known_types_and_then_the_transitions(name: str):
    tags = [child.tag for child in template(name)]
    assert re.fullmatch("(track )+(transitions )?", "".join(f"{tag} " for tag in tags))
    assert {track.attrib["type"] for track in template(name).iter("track")} <= TYPES


@pytest.mark.parametrize("name", GALLERY)
def test_later_tracks_lie_above(name: str):
    """The video below, pictures on it, texts on top."""
    order = {"video": 0, "image": 0, "text": 1}
    types = [track.attrib["type"] for track in template(name).iter("track")]
    seen = [order[one] for one in types if one in order]
    assert seen == sorted(seen)


@pytest.mark.parametrize("name", GALLERY)
def test_clips_of_a_track_touch_at_most(name: str):
    for track in template(name).iter("track"):
        times = [(int(c.attrib["in"]), int(c.attrib["out"])) for c in track.iter("clip")]
        assert all(start < end for start, end in times)
        assert all(before[1] <= after[0] for before, after in pairwise(times))


@pytest.mark.parametrize("name", GALLERY)
def test_the_source_range_is_of_the_clip_and_one_media_element_lies_in_it(name: str):
    for clip in template(name).iter("clip"):
        (media,) = clip
        assert media.tag in ("video", "img", "audio", "div")
        assert not {"source-start", "source-end", "in", "out"} & media.attrib.keys() - {"in"}
        assert ("source-start" in clip.attrib) == ("source-end" in clip.attrib)


def test_the_address_is_the_one_that_the_service_has_returned():
    timeline, address = timeline_of("before-after"), "asset://u/1?x=1&y=%20a"
    media = media_of(timeline)
    cut = sequence_of(timeline, media, "cut", (), dict.fromkeys(media, address))
    root = ElementTree.fromstring(written(cut, ".v3.xml"))
    assert {video.attrib["src"] for video in root.iter("video")} == {address}


@pytest.mark.parametrize("name", GALLERY)
def test_ids_are_unique_and_stay(name: str):
    idents = [one.attrib["id"] for one in template(name).iter() if "id" in one.attrib]
    assert len(set(idents)) == len(idents)
    assert idents == [one.attrib["id"] for one in template(name).iter() if "id" in one.attrib]


@pytest.mark.parametrize("name", ["before-after", "music-video"])
def test_a_transition_names_two_clips_that_touch(name: str):
    root = template(name)
    clips = {clip.attrib["id"]: clip.attrib for clip in root.iter("clip")}
    links = list(root.iterfind("transitions/transition"))
    assert len(links) == 2
    for link in links:
        before, after = clips[link.attrib["from-clip"]], clips[link.attrib["to-clip"]]
        assert before["out"] == after["in"]
        start, lasts = int(link.attrib["in"]), int(link.attrib["duration"])
        assert start < int(after["in"]) < start + lasts
        assert link.attrib["type"].startswith("glsl_")


def test_a_text_is_a_styled_element_and_its_rules_come_first_in_the_track():
    track = next(t for t in template("lower-thirds").iter("track") if t.attrib["type"] == "text")
    assert [child.tag for child in track] == ["styles", "clip"]
    style, clip = track
    (div,) = clip
    assert (div.tag, div.text, div.attrib["class"]) == ("div", "studio.example", "title t3-c1")
    assert style.text is not None
    rules = re.fullmatch(r"\.([\w-]+) \{ (.*) \}", style.text)
    assert rules
    assert rules[1] in div.attrib["class"].split()
    assert rules[2].startswith("color: #7ad3ff; font-family: Noto Sans; left: 35%; top: 68%; ")


def test_a_word_that_would_end_its_rule_stands_in_none():
    cut = cut_of("before-after")
    track = next(one for one in cut.tracks if one.kind == "text")
    segment = track.items[0].segment.with_properties(color="red } .x { left: 0%", font="a;b")
    items = [track.items[0]._replace(segment=segment)]
    text = written(replace(cut, tracks=[replace(track, items=items)]), ".v3.xml").decode()
    assert "} .x {" not in (ElementTree.fromstring(text).findtext("track/styles") or "")
    (title,) = read_draft(parse_v3(text)).layers
    assert title.properties["font"] == "a;b"


@pytest.mark.parametrize("inner", ["<render/>", "<component><motion/></component>"])
def test_what_else_may_stand_in_a_template_does_no_harm(inner: str):
    data = '<data type="json">{"a": 1}</data>'
    text = (
        written(cut_of("before-after"), ".v3.xml")
        .decode()
        .replace("</draft>", f"{data}{inner}</draft>")
    )
    assert len(read_draft(parse_v3(text)).main) == len(timeline_of("before-after").main)


@pytest.mark.parametrize("name", GALLERY)
def test_what_is_read_back_is_what_was_written(name: str):
    """But for what the table names, and what a track of its own cannot say."""
    original, held = timeline_of(name), FORMATS[".v3.xml"]
    assert held.properties is not None
    plain = {key for key in held.properties if ":" not in key}
    keep = [one for one in original.segments if one.role in held.roles]
    wanted = [
        one.remade(one.start, one.end, one.source, {
            key: value for key, value in one.properties.items()
            if key in plain and value != value_of({}, key)
        })
        for one in keep
    ]  # fmt: skip
    expected = replace(
        original,
        main=[one for one in wanted if one.role in ("clip", "generated")],
        layers=[one for one in wanted if one.role not in ("clip", "generated")],
    )
    text = written(cut_of(name, with_nameless=True), ".v3.xml").decode()
    found = [line.text for line in differences(expected, read_draft(parse_v3(text)), 40)]
    assert [line for line in found if not line.startswith(("fill", "background", "frame"))] == []
