"""Draft Protocol V3 as JSON: elements are objects, their names and attributes as the vendor publishes them.

`in` and `out` are times on the timeline. Clips of one track touch and never overlap: where two are joined
by a fade, they meet in its middle, and the transition takes what it needs from beyond their ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from mock_server.draft_dialects.segments import Segment, fade_of, tracks_of

_TYPES = {
    "effect": "effect", "overlay": "image", "music": "bgm", "voiceover": "voice", "sound": "sfx",
    "title": "text", "lower-third": "text", "caption": "text",
}  # fmt: skip
"""Of a track by what its segments are; others hold video."""
_KINDS = {1: "audio", 7: "text"}
_OF_KIND = {0: ("effect", "image"), 1: ("bgm", "voice", "sfx"), 7: ("text",)}
"""Of a track by its type in a draft; what stands on one of another kind is told by that."""
_TAGS = {"image": "img", "video": "video", "text": "div"}
_TOLD_ELSEWHERE = ("id", "role", "s", "d", "in", "out", "tr", "src", "text", "sub")


def speak(draft: dict[str, Any], files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Draft Protocol V3 as JSON: tracks of clips with timeline times, and transitions."""
    canvas = draft.get("m", {})
    tracks = tracks_of(draft)
    return {
        **{
            key: canvas[key]
            for key in ("title", "fps", "width", "height", "fill", "background")
            if key in canvas
        },
        "duration": draft.get("d", 0),
        "tracks": [_track(track, files) for track in tracks],
        "transitions": [link for track in tracks for link in _transitions(track["sg"])],
    }


def _track(track: dict[str, Any], files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    segments = _touching(track["sg"])
    kind = _type(segments[0], track["tt"], files) if segments else "video"
    return {"id": track["id"], "type": kind, "clips": [_clip(one, kind, files) for one in segments]}


def _type(segment: Segment, of_draft: object, files: Mapping[str, Mapping[str, Any]]) -> str:
    kind = of_draft if isinstance(of_draft, int) else 0
    moves = files.get(segment.get("src", ""), {}).get("file_type") == "video"
    usual = "video" if moves else _TYPES.get(segment["role"], "video")
    return usual if usual in _OF_KIND.get(kind, ()) else _KINDS.get(kind, "video")


def _touching(segments: list[Segment]) -> list[Segment]:
    """The segments, those that a joined fade overlaps cut in its middle."""
    found = [dict(one) for one in segments]
    for before, after in pairwise(found):
        shared = before["s"] + before["d"] - after["s"]
        if after.get("tr", {}).get("overlap") and 0 < shared <= min(before["d"], after["d"]):
            _shorten(before, 0, shared - shared // 2)
            _shorten(after, shared // 2, 0)
    return found


def _shorten(segment: Segment, head: int, tail: int) -> None:
    """Cut off so much of the time at either end (ms)."""
    if segment.get("out", 0) > segment.get("in", 0):
        rate = (segment["out"] - segment["in"]) / segment["d"]
        first, last = (tail, head) if segment.get("reverse") else (head, tail)
        segment["in"] += round(first * rate)
        segment["out"] -= round(last * rate)
    segment["s"] += head
    segment["d"] -= head + tail


def _clip(segment: Segment, kind: str, files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    clip = {"id": segment["id"], "in": segment["s"], "out": segment["s"] + segment["d"]}
    if "in" in segment:
        clip["source-start"] = segment["in"]
        clip["source-end"] = segment.get("out", segment["in"] + segment["d"])
    tag = _TAGS.get(kind, "audio")
    attributes = {k.replace("_", "-"): v for k, v in segment.items() if k not in _TOLD_ELSEWHERE}
    return clip | {"media": {"tag": tag} | _content(segment, files) | attributes}


def _content(segment: Segment, files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    role, name = segment["role"], segment.get("src")
    if "text" in segment:
        words = {"text": segment["text"]} | ({"sub": segment["sub"]} if "sub" in segment else {})
        return words if role == "voiceover" else {"class": role} | words
    if name is None:
        return {"src": f"asset://{role}/{segment['id']}"}
    return {"src": files[name]["cdn_url"] if name in files else f"asset://{name}"}


def _transitions(segments: list[Segment]) -> Iterator[dict[str, Any]]:
    for before, after in pairwise(segments):
        if link := after.get("tr"):
            start = after["s"] - (0 if link.get("overlap") else fade_of(after) // 2)
            kind = "cross_dissolve" if link.get("type", "fade") == "fade" else link["type"]
            yield {"type": f"glsl_{kind}", "from-clip": before["id"], "to-clip": after["id"],
                   "in": start, "duration": fade_of(after)}  # fmt: skip
