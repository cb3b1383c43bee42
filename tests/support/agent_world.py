"""Uploads without files, and the invariants of every draft."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mock_server.media.probe import Media


def upload(name: str, ms: int, *, sound: bool = False, size: tuple[int, int] = (640, 360)) -> Media:
    """Media facts of a file that is never opened."""
    ending = name.rpartition(".")[2]
    kind = {"mp4": "video", "mp3": "audio"}.get(ending, "image")
    width, height = (0, 0) if kind == "audio" else size
    fps = 30.0 if kind == "video" else 0.0
    return Media(name, Path("nowhere") / name, kind, ms, width, height, fps, sound, 1_000)


UPLOADS: dict[str, Media] = {
    one.name: one
    for one in (
        upload("a.mp4", 20_000),
        upload("b.mp4", 9_000, size=(360, 640)),
        upload("logo.png", 0, size=(100, 100)),
        upload("song.mp3", 60_000, sound=True),
    )
}


def segments(draft: Mapping[str, Any], role: str) -> list[dict[str, Any]]:
    """All segments of a role, in track order."""
    return [one for track in draft.get("t", []) for one in track["sg"] if one["role"] == role]


def main_track(draft: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The segments of the main track."""
    return next((track["sg"] for track in draft.get("t", []) if track["name"] == "Video"), [])


def assert_sound(draft: Mapping[str, Any]) -> None:
    """The invariants of docs/draft.md."""
    tracks = draft.get("t", [])
    every = [one for track in tracks for one in track["sg"]]
    ids = [one["id"] for one in (*tracks, *every)]
    assert len(ids) == len(set(ids))
    assert all(track["sg"] for track in tracks)
    for one in every:
        assert type(one["s"]) is int
        assert type(one["d"]) is int
        assert one["s"] >= 0 < one["d"]
        assert one["s"] + one["d"] <= draft["d"]
        _assert_source(one)
    for track in tracks[1:]:
        ends = [one["s"] + one["d"] for one in track["sg"]]
        assert all(end <= after["s"] for end, after in zip(ends, track["sg"][1:], strict=False))
    _assert_contiguous(main_track(draft), draft.get("d", 0))


def _assert_source(one: dict[str, Any]) -> None:
    low, high = one.get("in", 0), one.get("out", 0)
    assert 0 <= low <= high
    clip = UPLOADS.get(one.get("src", ""))
    if clip is not None and clip.duration_ms:
        assert high <= clip.duration_ms
    held = one.get("freeze") or one.get("still")
    assert (low == high) == bool(held or "in" not in one)
    if "in" in one and not held:
        # Each edit rounds to a millisecond; what the speed says stays within a few of them.
        assert abs((high - low) / one.get("speed", 1) - one["d"]) <= 3 + 2 / one.get("speed", 1)


def _assert_contiguous(main: list[dict[str, Any]], duration: int) -> None:
    at = 0
    for one in main:
        link = one.get("tr", {})
        assert one["s"] == at - (link["d"] if link.get("overlap") else 0)
        at = one["s"] + one["d"]
    assert at == duration
