"""As JianYing and CapCut write projects, inside the documented `t`, `sg` and `d`.

Times are microseconds, `d` of the draft alone stays in milliseconds. What plays is a material, in a list
of its kind under `materials`, to which a segment refers by id; a text's content is JSON in a string.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mock_server.draft_dialects.segments import Segment, times, tracks_of

_LISTS = {0: "videos", 1: "audios", 7: "texts"}
_TOLD_ELSEWHERE = (
    *("role", "s", "d", "in", "out", "src", "name", "text", "sub", "prompt"),
    *("vol", "speed", "opacity", "tr", "still"),
)


def speak(draft: dict[str, Any], files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Microseconds in target_timerange and source_timerange, materials by id."""
    shelf = _Shelf(files)
    return draft | {"t": [*map(shelf.track, tracks_of(draft))], "materials": dict(shelf.lists)}


@dataclass
class _Shelf:
    """The lists of materials as they fill up."""

    files: Mapping[str, Mapping[str, Any]]
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def track(self, track: dict[str, Any]) -> dict[str, Any]:
        kind = _LISTS.get(track["tt"], "others")
        segments = [self._segment(kind, times(one, _micro)) for one in track["sg"]]
        return track | {"attribute": 0, "sg": segments}

    def _segment(self, kind: str, segment: Segment) -> Segment:
        rest = {key: value for key, value in segment.items() if key not in _TOLD_ELSEWHERE}
        return rest | {
            "material_id": self._add(kind, self._material(kind, segment)),
            "target_timerange": {"start": segment["s"], "duration": segment["d"]},
            "source_timerange": _source(segment),
            "speed": float(segment.get("speed", 1)),
            "volume": float(segment.get("vol", 1)),
            "visible": True,
            "clip": {"alpha": float(segment.get("opacity", 1))},
            "extra_material_refs": self._links(segment),
        }

    def _material(self, kind: str, segment: Segment) -> dict[str, Any]:
        if kind == "texts" or segment["role"] == "voiceover":
            words = {key: segment[key] for key in ("text", "sub") if key in segment}
            return {"content": json.dumps(words, ensure_ascii=False), "type": "text"}
        if "prompt" in segment:
            return {"type": "generated", "prompt": segment["prompt"]}
        name = segment["src"] if "src" in segment else segment.get("name", "")
        info = self.files.get(name, {})
        kinds = {"video": "video", "image": "photo", "audio": "music"}
        length = _micro(1000 * info["duration"]) if "duration" in info else None
        return {"material_name": name, "type": kinds.get(info.get("file_type", ""), "sound"),
                "path": info.get("cdn_url", ""), "duration": length}  # fmt: skip

    def _links(self, segment: Segment) -> list[str]:
        link = segment.get("tr")
        if link is None:
            return []
        made = {"name": link.get("type", "fade"), "duration": link["d"]}
        return [self._add("transitions", made | {"is_overlap": bool(link.get("overlap"))})]

    def _add(self, kind: str, material: dict[str, Any]) -> str:
        ident = f"{kind}-{len(self.lists[kind]) + 1}"
        self.lists[kind].append({"id": ident} | material)
        return ident


def _source(segment: Segment) -> dict[str, float] | None:
    if "in" not in segment:
        return None
    first = segment["in"]
    last = segment.get("out", first + segment["d"] * segment.get("speed", 1))
    return {"start": first, "duration": last - first}


def _micro(milliseconds: float) -> int:
    return round(milliseconds * 1000)
