"""Draft Protocol V3 as XML: what an agent with the vendor's tools can save, and `verify` reads back.

Times are ms. Ids are those of track and clip by their numbers, so that they stay the same from run to run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from nemo_spec.interchange.sequence import Cut, Item, Track
from nemo_spec.interchange.xml_text import node, text_of
from nemo_spec.timeline.model import Role
from nemo_spec.timeline.properties import spellings_of

_TYPES: dict[Role, str] = {"music": "bgm", "voiceover": "voice", "sound": "sfx"}
_OF_THE_LINK = ("transition", "transition_kind", "overlap", "cut")
_STYLED = ("color", "font", "position")
_PLAIN = re.compile(r"[#\w(), .%-]+")
_TAGS = {"video": "video", "audio": "audio", "text": "div"}


def write(cut: Cut, _: str) -> str:
    """The whole template."""
    tracks = [_track(number, track, cut) for number, track in enumerate(cut.tracks, 1)]
    links = [link for number, track in enumerate(cut.tracks, 1) for link in _links(number, track)]
    length = max(_end(track, n) for track in cut.tracks for n in range(len(track.items)))
    rate = float(cut.rate)
    root = _node(
        "draft", *tracks, _node("transitions", *links) if links else None,
        fps=int(rate) if rate.is_integer() else rate, width=cut.width, height=cut.height,
        duration=length, title=cut.name, fill=cut.fill or None,
    )  # fmt: skip
    return text_of(root)


def _node(tag: str, *children: Element | None, text: str = "", **attributes: object) -> Element:
    """An element, whose attributes have dashes."""
    dashed = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    return node(tag, *children, text=text, **dashed)


def _track(number: int, track: Track, cut: Cut) -> Element:
    clips = [_clip(number, n, track, cut) for n in range(len(track.items))]
    rules = [f".t{number}-c{n} {{ {rule} }}" for n, item in enumerate(track.items, 1)
             if (rule := _rule(item))]  # fmt: skip
    styles = _node("styles", text="\n".join(rules)) if rules else None
    return _node("track", styles, *clips, id=f"t{number}", type=_type(track))


def _rule(item: Item) -> str:
    """What the published styles say of a text: its colour, its font, and the third of the frame."""
    properties, found = item.segment.properties, list[str]()
    if item.segment.kind != "text":
        return ""
    for key, declared in (("color", "color"), ("font", "font-family")):
        if _is_plain(properties.get(key)):
            found.append(f"{declared}: {properties[key]}")
    if place := properties.get("position"):
        left, top = (_third(str(place), names) for names in (("left", "right"), ("top", "bottom")))
        found.append(f"left: {left}%; top: {top}%; width: 30%; height: 30%")
    return "; ".join(found)


def _is_plain(value: object) -> bool:
    """Whether a word can stand in a rule, and nothing else with it."""
    return isinstance(value, str) and bool(_PLAIN.fullmatch(value))


def _third(place: str, names: tuple[str, str]) -> int:
    return next((2 + 66 * n for n, name in enumerate(names) if name in place), 35)


def _type(track: Track) -> str:
    if track.role == "overlay":
        return "image" if all(item.is_still for item in track.items) else "video"
    return _TYPES.get(track.role, track.kind)


def _clip(number: int, n: int, track: Track, cut: Cut) -> Element:
    item = track.items[n]
    segment, source = item.segment, item.segment.source
    first = last = None
    ident = f"t{number}-c{n + 1}"
    if source:
        first, last = round(item.first), round(item.last)
    return _node(
        "clip", _media(item, cut, ident),
        id=ident, in_=_start(track, n), out=_end(track, n),
        source_start=first, source_end=last,
        role=segment.role if segment.role == "generated" else None,
    )  # fmt: skip


def _start(track: Track, n: int) -> int:
    """When it begins; a clip that was laid over the one before it touches that in the middle."""
    item = track.items[n]
    start = item.segment.start.lo
    return start + item.time("transition") // 2 if item.segment.properties.get("overlap") else start


def _end(track: Track, n: int) -> int:
    following = track.items[n + 1 : n + 2]
    if following and following[0].segment.properties.get("overlap"):
        return _start(track, n + 1)
    return track.items[n].segment.end.lo


def _media(item: Item, cut: Cut, ident: str) -> Element:
    segment = item.segment
    told: dict[str, object] = {}
    for key, value in sorted(segment.properties.items()):
        spelled = spellings_of(key)[0]
        if segment.kind == "text" and key in _STYLED and (key == "position" or _is_plain(value)):
            continue
        if key not in _OF_THE_LINK and "." not in spelled:
            told[spelled] = str(value).lower() if isinstance(value, bool) else value
    if segment.kind == "text":
        classes = f"{segment.role} {ident}" if _rule(item) else segment.role
        told |= {"class": classes} | ({"sub": segment.texts[1]} if segment.texts[1:] else {})
    elif segment.name in cut.files:
        told["src"] = cut.files[segment.name] or segment.name
        told["name"] = segment.name  # an address says nothing to who does not know the uploads
    elif segment.name:
        told["name"] = segment.name
    tag = "img" if item.is_still else _TAGS[segment.kind]
    return _node(tag, text=segment.texts[0] if segment.texts else "", **told)


def _links(number: int, track: Track) -> Iterator[Element]:
    for n, item in enumerate(track.items):
        if length := item.time("transition"):
            kind = str(item.segment.properties.get("transition_kind") or "cross_dissolve")
            overlap = str(bool(item.segment.properties.get("overlap"))).lower()
            yield _node(
                "transition", type=f"glsl_{kind}", from_clip=f"t{number}-c{n}",
                to_clip=f"t{number}-c{n + 1}", in_=_start(track, n) - length // 2, duration=length,
                overlap=overlap,
            )  # fmt: skip
