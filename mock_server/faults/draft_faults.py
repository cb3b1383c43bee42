"""Damage to drafts: half an edit, and unrequested additions. Pure functions."""

from __future__ import annotations

import copy
from typing import Any

Draft = dict[str, Any]
Segment = dict[str, Any]

ADDITIONS: dict[str, tuple[int, str, Segment]] = {
    "bgm": (1, "BGM", {"role": "music", "name": "uplifting", "vol": 0.3}),
    "title": (7, "Title", {"role": "title", "text": "Made with NemoVideo", "pos": "bottom-right"}),
    "effect": (0, "Overlay", {"role": "overlay", "pos": "top-right", "scale": 0.2}),
}
SHORT_MS = 3000
SHIFT_MS = 1500


def add_unasked(draft: Draft, kind: str) -> Draft:
    """Add one unrequested segment: `bgm`, `title`, or as `effect` a small inset of a clip."""
    out = copy.deepcopy(draft)
    track_type, name, extra = ADDITIONS[kind]
    sources = [one["src"] for one in _main(out) if "src" in one]
    if kind == "effect":
        if not sources:
            return add_unasked(draft, "title")
        extra = {**extra, "src": sources[0]}
    whole = int(out.get("d") or 0) or SHORT_MS
    number = _free_number(out)
    lasts = whole if kind == "bgm" else min(whole, SHORT_MS)
    segment = {"id": f"sg_{number}", "role": extra["role"], "s": 0, "d": lasts, **extra}
    tracks = out.setdefault("t", [])
    tracks.append({"id": f"tr_{number}", "tt": track_type, "name": name, "sg": [segment]})
    return out


def alter(before: Draft, after: Draft, what: str) -> Draft:
    """Give new layers a wrong `text`, `time` or `level`; clips stay as they are."""
    out = copy.deepcopy(after)
    for segment in _new_segments(before, out):
        if what == "text" and "text" in segment:
            segment["text"] = segment["text"] + " (draft)"
        elif what == "level" and segment.get("role") in ("music", "voiceover", "sound"):
            segment["vol"] = round(min(2.0, segment.get("vol", 1) + 0.4), 2)
        elif what == "time":
            segment["s"] = segment.get("s", 0) + SHIFT_MS
    return out


def leave_out(before: Draft, after: Draft, role: str) -> Draft:
    """The edit without its new segments of one role."""
    gone = {id(one) for one in _new_segments(before, after) if one.get("role") == role}
    return _without(after, gone)


def _free_number(draft: Draft) -> int:
    """A number that no id has yet; also advances `m.last_id`, if any."""
    ids = [str(item.get("id", "")) for track in draft["t"] for item in [track, *track["sg"]]]
    digits = [one.rpartition("_")[2] for one in ids]
    used = [int(n) for n in digits if n.isascii() and n.isdigit() and len(n) < 10]
    about = draft.get("m", {})
    number = 1 + max([*used, about.get("last_id", 0)], default=0)
    if "last_id" in about:
        about["last_id"] = number
    return number


def half(before: Draft, after: Draft) -> Draft:
    """About half of an edit; `before` when it cannot be halved."""
    news = _new_segments(before, after)
    if len(news) > 1:
        return _without(after, {id(one) for one in news[(len(news) + 1) // 2 :]})
    if len(news) == 1:
        return _shortened(after, news[0])
    return _half_cut(before, after)


def _segments(draft: Draft) -> list[Segment]:
    return [segment for track in draft.get("t", []) for segment in track.get("sg", [])]


def _key(segment: Segment) -> str:
    """Its id; without one, all of its content."""
    return str(segment.get("id") or sorted((key, repr(value)) for key, value in segment.items()))


def _new_segments(before: Draft, after: Draft) -> list[Segment]:
    """The layers of `after` that `before` does not have."""
    known = {_key(segment) for segment in _segments(before)}
    upper = after.get("t", [])[1:] if _main(after) else after.get("t", [])
    return [one for track in upper for one in track.get("sg", []) if _key(one) not in known]


def _without(draft: Draft, gone: set[int]) -> Draft:
    tracks = [
        {**track, "sg": [segment for segment in track["sg"] if id(segment) not in gone]}
        for track in draft["t"]
    ]
    return copy.deepcopy({**draft, "t": [track for track in tracks if track["sg"]]})


def _shortened(draft: Draft, segment: Segment) -> Draft:
    shorter = {**segment, "d": max(1, int(segment.get("d", 0)) // 2)}
    tracks = [
        {**track, "sg": [shorter if one is segment else one for one in track["sg"]]}
        for track in draft["t"]
    ]
    return copy.deepcopy({**draft, "t": tracks})


def _main(draft: Draft) -> list[Segment]:
    tracks = draft.get("t", [])
    return tracks[0]["sg"] if tracks and tracks[0].get("tt") == 0 else []


def _half_cut(before: Draft, after: Draft) -> Draft:
    """The first half of the new cuts, then the old material uncut."""
    old, new = _main(before), _main(after)
    if len(new) < 2 or len(new) <= len(old):
        return copy.deepcopy(before)
    kept = copy.deepcopy(new[: len(new) // 2])
    last = kept[-1]
    rest = [one for one in old if one.get("src") == last.get("src")][-1:]
    if not rest or last.get("out", 0) >= rest[0].get("out", 0):
        return copy.deepcopy(before)
    tail = {**copy.deepcopy(rest[0]), "id": f"{last['id']}b", "in": last["out"]}
    tail["d"] = round((tail["out"] - tail["in"]) / tail.get("speed", 1))
    return _with_main(after, [*kept, tail])


def _with_main(draft: Draft, segments: list[Segment]) -> Draft:
    out = copy.deepcopy(draft)
    at = 0
    for segment in segments:
        segment["s"] = at
        at += segment["d"]
    out["t"][0]["sg"] = segments
    out["d"] = at
    return out
