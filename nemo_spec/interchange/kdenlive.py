"""What Kdenlive wants in an MLT project besides: a bin, and properties by which it knows its tracks."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from nemo_spec.interchange.places import Box
from nemo_spec.interchange.sequence import Cut, Item
from nemo_spec.interchange.xml_text import node

_VERSION = "1.04"
"""Of the document format, as Kdenlive 22.12 writes it; later ones convert it."""
_FIRST = 2
"""The bin counts its clips from 2; 1 is the folder they lie in."""
OVER: dict[str, object] = {"mlt_service": "qtblend", "compositing": 0, "distort": 0}
"""How Kdenlive lays a track over those below it."""


def bin_number(cut: Cut, item: Item) -> str:
    """The number of an item's file, or of its text, in the bin."""
    if item.media:
        return str(_FIRST + [one.name for one in cut.media].index(item.media.name))
    texts = [one for track in cut.of_kind("text") for one in track.items]
    return str(_FIRST + len(cut.media) + texts.index(item))


def bin_of(cut: Cut) -> Element:
    """The bin, which also keeps the settings of the project."""
    texts = sum(len(track.items) for track in cut.of_kind("text"))
    numbers = range(_FIRST, _FIRST + len(cut.media) + texts)
    told = {
        "kdenlive:docproperties.version": _VERSION,
        "kdenlive:docproperties.kdenliveversion": "22.12.3",
        "kdenlive:docproperties.audioChannels": "2",
        "xml_retain": "1",
    }
    properties = [node("property", name=name, text=value) for name, value in told.items()]
    entries = [node("entry", producer=f"bin{number}") for number in numbers]
    return node("playlist", *properties, *entries, id="main_bin")


def of_track(name: str, is_audio: bool) -> list[Element]:
    """Of a track: what it holds and what it is called."""
    told = {"kdenlive:track_name": name} | ({"kdenlive:audio_track": "1"} if is_audio else {})
    return [node("property", name=key, text=value) for key, value in told.items()]


def of_transition(service: str, after: int) -> list[Element]:
    """Of a transition between two clips of one track: how much of it lies behind the cut."""
    told = {"kdenlive_id": service, "kdenlive:mixcut": after}
    return [node("property", name=key, text=value) for key, value in told.items()]


def transform(box: Box, in_: int, out: int) -> Element:
    """A picture in its place: an effect of the clip, since Kdenlive lays its tracks over each other in its
    own order, and would lay the track below over a composition."""
    rect = f"{box.left:g} {box.top:g} {box.width:g} {box.height:g} 1"
    told = OVER | {"rect": rect}
    properties = [node("property", name=key, text=value) for key, value in told.items()]
    return node("filter", *properties, in_=in_, out=out)


def of_filter(filter_: Element) -> list[Element]:
    """Of a filter: the effect that it is; Kdenlive drops those without a name of its own."""
    services = [one.text for one in filter_ if one.get("name") == "mlt_service"]
    return [node("property", name="kdenlive_id", text=service or "") for service in services]
