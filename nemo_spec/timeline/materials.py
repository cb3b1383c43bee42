"""Materials that segments refer to by id, as JianYing and CapCut write projects.

Inside the documented `t` and `sg`, `materials` holds a list for each kind; a segment has a `material_id`,
and its transition among the `extra_material_refs`. Here every segment gets what its materials say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]

_TAKEN = ("prompt", "name")


def with_materials(draft: Fields) -> Fields:
    """The draft with the materials in its segments; itself where it has none."""
    lists = draft.get("materials")
    tracks = draft.get("t")
    if not isinstance(lists, dict) or not isinstance(tracks, list):
        return draft
    shelf = {
        material["id"]: (kind, material)
        for kind, found in lists.items()
        if isinstance(found, list)
        for material in found
        if isinstance(material, dict) and isinstance(material.get("id"), str)
    }
    return {**draft, "t": [_track(track, shelf) for track in tracks]}


Shelf = Mapping[str, tuple[str, Fields]]


def _track(track: object, shelf: Shelf) -> object:
    if not isinstance(track, dict) or not isinstance(track.get("sg"), list):
        return track
    return {**track, "sg": [_segment(one, shelf) for one in track["sg"]]}


def _segment(segment: object, shelf: Shelf) -> object:
    if not isinstance(segment, dict) or not isinstance(segment.get("material_id"), str):
        return segment
    kind, material = shelf.get(segment["material_id"], ("", {}))
    refs = segment.get("extra_material_refs")
    linked = [shelf[ref] for ref in _ids(refs) if ref in shelf]
    links = [_transition(one) for kind_, one in linked if kind_ == "transitions"]
    told = _told(kind, material) | ({"tr": links[0]} if links else {})
    return {**told, **{key: value for key, value in segment.items() if value is not None}}


def _ids(refs: object) -> list[str]:
    return [ref for ref in refs if isinstance(ref, str)] if isinstance(refs, list) else []


def _told(kind: str, material: Fields) -> dict[str, Any]:
    found = {key: material[key] for key in _TAKEN if isinstance(material.get(key), str)}
    type_ = material.get("type")
    if type_ == "generated":
        found["role"] = type_
    if type_ == "photo":
        found["still"] = True
    if "content" in material:
        found |= _texts(material["content"])
    name = material.get("material_name") or material.get("path")
    return found | ({"src": name} if name and kind != "texts" else {})


def _texts(content: object) -> dict[str, Any]:
    """A text and its second line, which are JSON in a string."""
    try:
        words = json.loads(content) if isinstance(content, str) else content
    except ValueError:
        return {"text": content}
    if not isinstance(words, dict):
        return {"text": content}
    return {key: words[key] for key in ("text", "sub") if key in words}


def _transition(material: Fields) -> dict[str, Any]:
    found = {"type": material.get("name", "fade"), "d": material.get("duration")}
    return found | ({"overlap": True} if material.get("is_overlap") else {})
