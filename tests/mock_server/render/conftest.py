from __future__ import annotations

from pathlib import Path

import pytest
from support.render import Render, ffmpeg, make_clock, renderer


@pytest.fixture(scope="session")
def footage(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The clock clip, a grey clip that hums, a white tall picture, a hum alone, a mute clip."""
    folder = tmp_path_factory.mktemp("footage")
    files = {n: folder / n for n in ("clock.mp4", "grey.mp4", "white.png", "hum.mp3", "mute.mp4")}
    make_clock(files["clock.mp4"])
    hum = ["-f", "lavfi", "-i", "sine=f=300:r=48000:d=4"]
    grey = ["-f", "lavfi", "-i", "color=0x808080:s=160x90:r=10:d=4"]
    fast = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
    ffmpeg(*grey, *hum, *fast, "-c:a", "aac", str(files["grey.mp4"]))
    ffmpeg(*grey, *fast, str(files["mute.mp4"]))
    ffmpeg("-f", "lavfi", "-i", "color=white:s=60x120", "-frames:v", "1", str(files["white.png"]))
    ffmpeg(*hum, str(files["hum.mp3"]))
    return files


@pytest.fixture
def made(footage: dict[str, Path], tmp_path: Path) -> Render:
    """Render a draft over the footage and look at the result."""
    return renderer(footage, tmp_path)
