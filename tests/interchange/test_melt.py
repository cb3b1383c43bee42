"""melt renders what is handed over, and gets what the mock renders of the same draft.

Compared is what the table of formats says survives: without texts, which other fonts draw, and without
sounds and scenes of which there is no file.
"""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from support.gallery import RECIPES
from support.gallery_drafts import carried_out
from support.handoffs import MEDIA, media_of
from support.timelines import probed
from support.video import frame_at, loudness

from mock_server.render import render
from nemo_spec.interchange.formats import FORMATS, written
from nemo_spec.interchange.sequence import sequence_of
from nemo_spec.media.probe import measure
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.properties import PROPERTIES, spellings_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("melt") is None, reason="needs melt (make test-handoff)"),
]
WITH_A_PICTURE = [name for name in [*RECIPES, "intro"] if name != "b-roll"]
SIZE = "160x160"
IN_A_WINDOW = {".mlt": [], ".kdenlive": ["xvfb-run", "-a"] if shutil.which("xvfb-run") else []}
"""Kdenlive takes pictures from Qt, which wants a screen."""


def survivable(recipe: str) -> dict[str, Any]:
    """The draft of a recipe with what MLT carries, and no more."""
    draft = json.loads(json.dumps(carried_out(recipe)[0]))
    carried = FORMATS[".mlt"].properties
    assert carried is not None
    carried = {key.rpartition(":")[2] for key in carried}
    lost = [spellings_of(key)[0] for key in PROPERTIES if key not in carried]
    draft["m"].pop("fill", None)
    for track in draft["t"]:
        track["sg"] = [
            without(one, lost) for one in track["sg"] if (MEDIA / str(one.get("src"))).is_file()
        ]
    draft["t"] = [track for track in draft["t"] if track["sg"]]
    return draft


def without(segment: dict[str, Any], lost: Sequence[str]) -> dict[str, Any]:
    """`tr.type` lies in a group."""
    kept = {key: value for key, value in segment.items() if key not in lost}
    for group, _, key in (one.partition(".") for one in lost):
        if isinstance(kept.get(group), dict):
            kept[group] = {name: value for name, value in kept[group].items() if name != key}
    return kept


def by_melt(draft: dict[str, Any], folder: Path, ending: str) -> Path:
    timeline = read_draft(draft)
    project, video = folder / f"cut{ending}", folder / "melt.mp4"
    project.write_bytes(written(sequence_of(timeline, media_of(timeline), "cut"), ending))
    consumer = [f"avformat:{video}", "vcodec=libx264", "preset=ultrafast", "crf=10", "acodec=aac"]
    command = [*IN_A_WINDOW[ending], "melt", str(project), "-consumer", *consumer]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return video


def by_the_mock(draft: dict[str, Any], folder: Path) -> Path:
    video = folder / "mock.mp4"
    media = {name: probed(name) for name in media_of(read_draft(draft))}
    render(draft, media, video, on_progress=lambda _: None, preset="ultrafast", quality="high")
    return video


def psnr(one: bytes, other: bytes) -> float:
    error = sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) / len(one)
    return math.inf if error == 0 else 10 * math.log10(255**2 / error)


@pytest.mark.parametrize("ending", [".mlt", ".kdenlive"])
@pytest.mark.parametrize("name", WITH_A_PICTURE)
def test_melt_renders_the_same_video(tmp_path: Path, name: str, ending: str):
    draft = survivable(name)
    theirs, ours = by_melt(draft, tmp_path, ending), by_the_mock(draft, tmp_path)
    length, frame = measure(ours).length, 1000 / draft["m"]["fps"]
    assert abs(measure(theirs).length - length) <= frame + 25  # aac ends with a whole packet
    seconds = [(n + 0.5) * length / 10_000 for n in range(10)]
    found = [psnr(frame_at(theirs, at, SIZE), frame_at(ours, at, SIZE)) for at in seconds]
    assert min(found) > 25, found
    levels = [loudness(video, 0, length / 1000) for video in (theirs, ours)]
    if min(levels) > 10:
        assert abs(20 * math.log10(levels[0] / levels[1])) < 1, levels
