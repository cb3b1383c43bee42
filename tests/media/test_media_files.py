"""The table of test files is right: ffprobe of the system, which made none of them, is the referee."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest
from support.media_files import FILES, made

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("ffprobe"), reason="needs ffprobe"),
]

UNKNOWN_TO_FFPROBE = {"moving.webp"}
"""It reads the first picture of an animated webp only, and that one not always."""


def asked(name: str, *options: str) -> dict[str, Any]:
    command = ["ffprobe", "-v", "error", "-of", "json", *options, str(made(name))]
    found: dict[str, Any] = json.loads(subprocess.check_output(command, timeout=60))
    return found


def streams(name: str, kind: str) -> list[dict[str, Any]]:
    found = asked(name, "-show_streams")["streams"]
    return [s for s in found if s["codec_type"] == kind and not s["disposition"]["attached_pic"]]


def end_of_packets(name: str) -> float:
    """Seconds from the first presented packet to the end of the last, of the picture and the sound that
    players choose."""
    sounds = streams(name, "audio")
    chosen = [one for one in sounds if one["disposition"]["default"]][:1] or sounds[:1]
    played = {one["index"] for one in [*streams(name, "video"), *chosen]}
    packets = asked(name, "-show_packets")["packets"]
    usable = [
        p
        for p in packets
        if p["stream_index"] in played and "pts_time" in p and "D" not in p["flags"]
    ]
    ends = [float(p["pts_time"]) + float(p.get("duration_time", 0)) for p in usable]
    return max(ends) - max(0.0, min(float(p["pts_time"]) for p in usable))


@pytest.mark.parametrize("name", sorted(FILES.keys() - UNKNOWN_TO_FFPROBE))
def test_ffprobe_agrees_with_the_table(name: str) -> None:
    facts = FILES[name].facts
    videos, sounds = streams(name, "video"), streams(name, "audio")
    assert bool(sounds) == facts.sound
    assert bool(videos) == (facts.size is not None)
    for video in videos:
        across, up = map(
            int, video.get("sample_aspect_ratio", "1:1").replace("N/A", "1:1").split(":")
        )
        size = (round(video["width"] * across / up), video["height"])
        assert size == (facts.size if facts.turned % 180 == 0 else (facts.size or ())[::-1])
        transfer = {"smpte2084": "pq", "arib-std-b67": "hlg"}.get(
            video.get("color_transfer", ""), ""
        )
        assert transfer == facts.hdr
        start = float(video["start_time"]) if facts.picture_starts else 0.0
        assert start * 1000 == pytest.approx(facts.picture_starts, abs=30)
    for sound in sounds if facts.sound_starts else ():
        assert float(sound["start_time"]) * 1000 == pytest.approx(facts.sound_starts, abs=30)
    if facts.length:
        slack = 120 if name.endswith(("mp3", "aac")) else 40
        assert end_of_packets(name) * 1000 == pytest.approx(facts.length, abs=slack)
