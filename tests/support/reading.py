"""What the client's reader of media says, asked in this process: a child for each of many files would take
its time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nemo_spec.media import worker
from nemo_spec.media.clip import Clip, Sound
from nemo_spec.safe_files import open_regular


def _asked(path: Path, question: str, *options: str) -> Any:
    with open_regular(path) as file:
        return worker.QUESTIONS[question](file, path.name, *options)


def clip_of(path: Path) -> Clip:
    """What `measure` returns. Raises NotMedia, OSError."""
    found: Clip = _asked(path, "clip")
    return found


def video_of(path: Path) -> Clip:
    """What `measure_video` returns. Raises NotMedia, OSError."""
    found: Clip = _asked(path, "video", "all")
    return found


def sound_of(path: Path, track: int | None = None, way: str = "level") -> Sound:
    """What `listen` returns, by `level` or by `voice`. Raises NotMedia, OSError."""
    found: Sound = _asked(path, "sound", str(track or 0), way)
    return found


def read_here(path: Path, limit: float, question: str, *options: str) -> dict[str, Any]:
    """In the place of `probe._child_says`: the same answer, without a child."""
    return worker.answer(question, str(path), *options)
