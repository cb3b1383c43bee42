"""What Kdenlive wants of a project and melt does not: seen in Kdenlive 22.12, which drops the rest."""

from __future__ import annotations

from itertools import groupby

import pytest
from lxml import etree
from support.handoffs import GALLERY, cut_of

from nemo_spec.interchange.formats import written


def root_of(name: str) -> etree._Element:
    return etree.fromstring(written(cut_of(name), ".kdenlive"))


def told(element: etree._Element, key: str) -> str:
    return element.findtext(f"property[@name='{key}']") or ""


@pytest.mark.parametrize("name", GALLERY)
def test_no_clip_plays_longer_than_its_file_in_the_bin(name: str):
    """Such a clip is shortened, and the transitions at its ends are dropped."""
    root = root_of(name)
    made = {one.get("id"): one for one in root.iter("producer")}
    lengths = {told(one, "kdenlive:id"): int(told(one, "length"))
               for ident, one in made.items() if ident.startswith("bin")}  # fmt: skip
    for entry in root.iterfind(".//entry[@in]"):
        producer = made[entry.get("producer")]
        if told(producer, "mlt_service") != "timewarp":
            plays = int(entry.get("out")) + 1 - int(entry.get("in"))
            assert plays <= lengths[told(producer, "kdenlive:id")]


@pytest.mark.parametrize("name", ["product-teaser", "screencast-zooms"])
def test_an_overlay_is_put_in_its_place_by_an_effect_of_its_clip(name: str):
    """A composition would lie under the track below: Kdenlive lays tracks over each other itself."""
    root = root_of(name)
    whole = root.find(".//tractor[@id='whole']")
    assert [one for one in whole.iterfind("transition") if one.get("in")] == []
    effects = [told(one, "kdenlive_id") for one in root.iterfind(".//entry/filter")]
    assert "qtblend" in effects


def test_a_transition_reaches_into_both_clips():
    root = root_of("slideshow")
    mixes = [one for one in root.iter("transition") if told(one, "kdenlive:mixcut")]
    assert [key for key, _ in groupby(told(one, "mlt_service") for one in mixes)] == ["luma"]
    assert len(mixes) == 3
