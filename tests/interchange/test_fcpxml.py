"""FCPXML: children in the order of the published document type, references that lead somewhere, times that
lie on frames.

The order is copied by hand from FCPXMLv1_10.dtd, for the elements that are written: no foreign referee.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from io import StringIO

import opentimelineio as otio
import pytest
from lxml import etree
from support.handoffs import GALLERY, cut_of

from nemo_spec.interchange.formats import written
from nemo_spec.interchange.sequence import Marker

ANCHORED = "(asset-clip | video | title)*"
PICTURE = "adjust-crop?, adjust-transform?, adjust-blend?"
ORDER = f"""
<!ELEMENT fcpxml (resources, library)>
<!ELEMENT resources (asset | effect | format)*>
<!ELEMENT asset (media-rep+, metadata?)>
<!ELEMENT media-rep EMPTY> <!ELEMENT effect EMPTY> <!ELEMENT format EMPTY> <!ELEMENT metadata EMPTY>
<!ELEMENT library (event)*> <!ELEMENT event (project)*> <!ELEMENT project (sequence)>
<!ELEMENT sequence (note?, spine, metadata?)>
<!ELEMENT spine (asset-clip | video | title | gap | transition)*>
<!ELEMENT asset-clip (note?, timeMap?, {PICTURE}, adjust-volume?, {ANCHORED}, marker*, metadata?)>
<!ELEMENT video (param*, note?, timeMap?, {PICTURE}, {ANCHORED}, marker*, metadata?)>
<!ELEMENT title (param*, text*, text-style-def*, note?, {PICTURE}, {ANCHORED}, marker*, metadata?)>
<!ELEMENT gap (note?, {ANCHORED}, marker*, metadata?)>
<!ELEMENT transition (marker*, metadata?)>
<!ELEMENT marker EMPTY> <!ELEMENT note (#PCDATA)>
<!ELEMENT timeMap (timept)+> <!ELEMENT timept EMPTY>
<!ELEMENT adjust-crop (param*)> <!ELEMENT adjust-transform (param*)>
<!ELEMENT adjust-blend (param*)> <!ELEMENT adjust-volume (param*)>
<!ELEMENT param (keyframeAnimation?, param*)>
<!ELEMENT keyframeAnimation (keyframe)*> <!ELEMENT keyframe EMPTY>
<!ELEMENT text (#PCDATA | text-style)*> <!ELEMENT text-style (#PCDATA)>
<!ELEMENT text-style-def (text-style)>
"""


def root_of(name: str) -> etree._Element:
    return etree.fromstring(written(cut_of(name), ".fcpxml"))


@pytest.mark.parametrize("name", GALLERY)
def test_children_stand_in_their_order(name: str):
    assert_in_order(root_of(name))


def test_markers_come_after_what_is_anchored():
    cut = cut_of("before-after")
    marked = replace(cut, markers=[Marker(0, 0, "One"), Marker(40, 10, "Two")])
    root = etree.fromstring(written(marked, ".fcpxml"))
    assert len(root.findall(".//marker")) == 2
    assert_in_order(root)


def assert_in_order(root: etree._Element) -> None:
    for element in root.iter():
        element.attrib.clear()
    order = etree.DTD(StringIO(ORDER))
    assert order.validate(root), order.error_log.filter_from_errors()


@pytest.mark.parametrize("name", GALLERY)
def test_every_reference_leads_to_a_resource(name: str):
    root = root_of(name)
    idents = [one.attrib["id"] for one in root.find("resources")]
    assert len(set(idents)) == len(idents)
    used = {one.attrib["ref"] for one in root.iter("asset-clip", "video", "title")}
    assert used | {root.find(".//sequence").attrib["format"]} <= set(idents)


@pytest.mark.parametrize("name", GALLERY)
def test_times_lie_on_frames(name: str):
    root, rate = root_of(name), cut_of(name).rate
    for element in root.find(".//spine").iter():
        for key in ("offset", "start", "duration", "time"):
            if time := element.attrib.get(key):
                assert (Fraction(time.removesuffix("s")) * rate).denominator == 1, (
                    element.tag,
                    key,
                )


def test_a_file_of_which_only_one_half_plays_says_so():
    """The sound of an overlay is not heard, unless the recipe asks for it."""
    clips = root_of("screencast-zooms").findall(".//asset-clip")
    assert [clip.get("srcEnable") for clip in clips] == [None, None]
    clips = root_of("product-teaser").findall(".//asset-clip")
    assert {clip.get("srcEnable") for clip in clips} <= {None, "audio", "video"}


@pytest.mark.parametrize("name", ["before-after", "boomerang"])
def test_an_adapter_finds_the_clips_of_the_spine(name: str):
    """It reads no stills and no titles, and gives up where there are any."""
    pytest.importorskip("otio_fcpx_xml_adapter", reason="needs otio-fcpx-xml-adapter")
    cut = cut_of(name)
    pictures = replace(cut, tracks=cut.tracks[:1])
    found = otio.adapters.read_from_string(written(pictures, ".fcpxml").decode(), "fcpx_xml")
    (timeline,) = found.find_children(descended_from_type=otio.schema.Timeline)
    (track,) = (one for one in timeline.tracks if one.kind == otio.schema.TrackKind.Video)
    clips = [one for one in track if isinstance(one, otio.schema.Clip)]
    assert [
        (
            one.name,
            round(track.trimmed_range_of_child(one).start_time.value),
            round(one.duration().value),
        )
        for one in clips
    ] == [(item.segment.name, item.start, item.frames) for item in cut.main]
