"""Draft Protocol V3, as the vendor publishes it and as JSON, becomes a draft of the documented shape."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.draft_v3 import NotADraft, parse_v3
from nemo_spec.timeline.model import Segment, exactly

HEAD = '<draft fps="30" width="640" height="360" duration="8000">'


def clip(ident: str, start: int, end: int, first: int) -> dict[str, Any]:
    return {
        "id": ident, "in": start, "out": end, "source-start": first,
        "source-end": first + end - start, "media": {"tag": "video", "src": "asset://a.mp4"},
    }  # fmt: skip


def joined(first: int, **link: object) -> dict[str, Any]:
    """Two clips that touch at 4 s, with a transition of 500 ms; the second plays from there."""
    link |= {"type": "glsl_cross_dissolve", "from-clip": "a", "to-clip": "b", "duration": 500}
    clips = [clip("a", 0, 4000, 0), clip("b", 4000, 8000, first)]
    return {"duration": 8000, "tracks": [{"type": "video", "clips": clips}], "transitions": [link]}


def test_clips_of_which_it_is_said_lie_over_each_other():
    before, after = read_draft(joined(1000, overlap=True)).main
    assert (before.end, before.source) == (exactly(4250), (0, 4250))
    assert (after.start, after.source) == (exactly(3750), (750, 5000))
    assert after.properties == {"transition": 500, "overlap": True}


def test_whether_clips_of_a_transition_lie_over_each_other_is_not_told():
    before, after = read_draft(joined(1000)).main
    assert (before.end, after.start) == (exactly(4000), exactly(4000))
    assert (after.properties, after.unreadable) == ({"transition": 500}, ("overlap",))
    assert read_draft(joined(1000, overlap=False)).main[1].unreadable == ()


def test_the_template_is_read_as_its_json():
    inner = (
        '<track id="t" type="text"><clip id="c" in="0" out="3000"><div>Intro</div></clip></track>'
    )
    (title,) = read_draft(parse_v3(f"{HEAD}{inner}</draft>")).layers
    assert (title.role, title.texts, title.end) == ("title", ("Intro",), exactly(3000))


@pytest.mark.parametrize(
    "text",
    [
        "<draft>", "<other/>", "<",
        '<!DOCTYPE draft [<!ENTITY a "b">]><draft>&a;</draft>',
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused(text: str):
    with pytest.raises(NotADraft):
        parse_v3(text)


def styled(rules: object, **attributes: object) -> Segment:
    media = {"tag": "div", "text": "Intro", "class": "title a"} | attributes
    clips = [{"id": "c", "in": 0, "out": 3000, "media": media}]
    draft = {"duration": 3000, "tracks": [{"type": "text", "styles": rules, "clips": clips}]}
    (title,) = read_draft(draft).layers
    return title


@pytest.mark.parametrize(
    ("box", "position"),
    [
        ("left: 0%; top: 0%; width: 30%; height: 10%", "top-left"),
        ("left: 10%; width: 80%; top: 45%; height: 10%", "center"),
        ("left: 70%; width: 30%; top: 80%; height: 20%", "bottom-right"),
        ("left: 0%; width: 20%; top: 45%; height: 10%", "left"),
    ],
)
def test_a_box_in_percent_is_a_place(box: str, position: str):
    found = styled(f"/* }} */ .a {{ {box} }}")
    assert (found.role, found.properties["position"]) == ("title", position)
    assert styled({".a": box}) == styled("", style=box) == found


@pytest.mark.parametrize(
    "box", ["top: 80%", "left: 10px; top: 80%; width: 80%; height: 10%", "transform: none"]
)
def test_a_box_that_is_half_known_is_no_place(box: str):
    assert styled(f".a {{ {box} }}").unreadable == ("position",)


def test_later_rules_and_the_element_itself_decide():
    assert styled(".title { color: red } .a { color: blue }").properties["color"] == "blue"
    assert styled(".a { color: blue }", style="color: lime").properties["color"] == "lime"
    assert styled(".other { color: blue }").properties == {}


def test_what_a_rule_takes_away_is_not_seen():
    assert styled(".a { visibility: hidden }").properties["hidden"] is True
    assert styled(".a { opacity: 0 }").properties["opacity"] == 0
    assert styled("p { display: none }").doubts == ("hidden",)


@settings(max_examples=200, deadline=None)
@given(st.text(".a{};:/*%0 \n-", max_size=40))
def test_rules_may_be_anything(rules: str):
    assert styled(rules).texts == ("Intro",)
