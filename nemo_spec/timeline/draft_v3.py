"""Draft Protocol V3: the vendor's template of tracks, clips and transitions, as XML or as JSON.

Times are milliseconds; `in` and `out` of a clip lie on the timeline, `source-start` and `source-end` in its
file (vendor's `draft-v3-authoring` documents). Here it becomes a draft of the documented shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from nemo_spec.timeline.readers import number
from nemo_spec.timeline.v3_styles import Rules, is_declared, looks_of, rules_of

if TYPE_CHECKING:
    from xml.etree import ElementTree

Fields = dict[str, Any]

_ROLES = {"bgm": "music", "voice": "voiceover", "sfx": "sound"}
"""Roles that a type of track names; others follow from its kind."""
UNCLEAR = "unclear"
"""In the place of what V3 does not tell, such as whether clips of a transition lie over each other: no
reader takes it for a value."""
_SLACK = 100
"""Milliseconds that a transition may lie beside its cut: the tolerance of a recipe that names none."""
_TEXT_ROLES = ("title", "lower-third", "caption")
_KNOWN_TAGS = ("video", "img", "audio", "div", "span", "p", "text", "image")


class NotADraft(Exception):
    """A text that is no template of this kind; it says why."""


def is_v3(draft: object) -> bool:
    """Whether an object is such a template in JSON."""
    tracks = draft.get("tracks") if isinstance(draft, Mapping) else None
    return isinstance(tracks, list) and any(
        isinstance(track, dict) and isinstance(track.get("clips"), list) for track in tracks
    )


def parse_v3(text: str) -> Fields:
    """A template in XML as the same in JSON. Raises NotADraft."""
    from xml.etree import ElementTree  # most drafts are JSON

    if "<!" in text.replace("<!--", ""):
        raise NotADraft("a document type or entity is not allowed in a draft")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, RecursionError):
        raise NotADraft("not XML that can be read") from None
    if root.tag != "draft":
        raise NotADraft(f"a draft begins with <draft>, this with <{root.tag[:40]}>")
    tracks = [_xml_track(track) for track in root.iter("track")]
    links = [_attributes(one) for one in root.iterfind("transitions/transition")]
    return _attributes(root) | {"tracks": tracks, "transitions": links}


def _xml_track(track: ElementTree.Element) -> Fields:
    styles = "".join("".join(one.itertext()) for one in track.iter("styles"))
    told: Fields = {"styles": styles} if styles else {}
    return _attributes(track) | told | {"clips": [*map(_xml_clip, track.iter("clip"))]}


def _attributes(element: ElementTree.Element) -> Fields:
    return {key: _value(value) for key, value in element.attrib.items()}


def _value(text: str) -> object:
    if text in ("true", "false"):
        return text == "true"
    for kind in (int, float):
        try:
            return kind(text) if text.isascii() else text
        except ValueError:
            continue
    return text


def _xml_clip(clip: ElementTree.Element) -> Fields:
    inner = list(clip)
    if len(inner) != 1:
        return _attributes(clip)
    media = inner[0]
    words = "".join(media.itertext()).strip()
    told = {"tag": media.tag} | ({"text": words} if words else {})
    return _attributes(clip) | {"media": _attributes(media) | {"class": media.get("class")} | told}


# ---- The documented shape ------------------------------------------------------------------------


def from_v3(draft: Mapping[str, Any]) -> Fields:
    """The draft as documented: `m`, `d` and `t` with segments."""
    canvas = {
        key: draft[key]
        for key in ("title", "fps", "width", "height", "fill", "background")
        if key in draft
    }
    links = {one.get("to-clip"): one for one in _objects(draft.get("transitions"))}
    tracks = [_track(track, links) for track in _objects(draft.get("tracks"))]
    rest = {
        k: v for k, v in draft.items() if k not in (*canvas, "tracks", "transitions", "duration")
    }
    return rest | {"m": canvas, "d": draft.get("duration"), "t": tracks}


def _objects(found: object) -> Iterator[Fields]:
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict):
            yield one


def _track(track: Fields, links: Mapping[object, Fields]) -> Fields:
    kind = track.get("type")
    rest = {key: value for key, value in track.items() if key not in ("type", "clips", "styles")}
    rules = rules_of(track.get("styles"))
    clips = [_segment(clip, str(kind), links, rules) for clip in _objects(track.get("clips"))]
    return rest | {"tt": kind, "sg": clips}


def _segment(clip: Fields, kind: str, links: Mapping[object, Fields], rules: Rules) -> Fields:
    found: Fields = {_snake(k): v for k, v in clip.items() if k not in ("media", "in", "out")}
    found = {{"source_start": "in", "source_end": "out"}.get(k, k): v for k, v in found.items()}
    found |= {"s": clip.get("in"), "end": clip.get("out")}
    if link := links.get(clip.get("id")):
        length = link.get("duration") if _is_at_the_cut(link, clip.get("in")) else UNCLEAR
        found["tr"] = {"d": length, "type": _kind(link.get("type"))}
        found["tr"]["overlap"] = link.get("overlap", UNCLEAR)
    media = clip.get("media")
    return found | _media(media if isinstance(media, dict) else {}, kind, rules)


def _is_at_the_cut(link: Fields, cut: object) -> bool:
    """Whether a transition lies around the cut (ms), where it says when it begins."""
    begins, lasts = number(link.get("in")), number(link.get("duration"))
    at = number(cut)
    if begins is None or lasts is None or at is None:
        return True
    return abs(begins + lasts / 2 - at) <= _SLACK


def _media(media: Fields, kind: str, rules: Rules) -> Fields:
    without = (
        "tag",
        "class",
        "src",
        "text",
        *(["style"] if is_declared(media.get("style")) else ()),
    )
    told = {_snake(k): v for k, v in media.items() if k not in without}
    told |= looks_of(rules, media) if kind == "text" else {}
    if isinstance(media.get("src"), str):
        told["src"] = media["src"]
    if media.get("tag") in _KNOWN_TAGS and "text" in media:
        told["text"] = media["text"]
    roles = [one for one in str(media.get("class")).split() if one in _TEXT_ROLES]
    if kind == "text" and roles:
        told["role"] = roles[0]
    elif kind in _ROLES:
        told["role"] = _ROLES[kind]
    return told


def _kind(type_: object) -> object:
    """`fade` for what is published as an example, the cross-dissolve."""
    name = type_.removeprefix("glsl_") if isinstance(type_, str) else type_
    return "fade" if name == "cross_dissolve" else name


def _snake(key: str) -> str:
    return key.replace("-", "_")
