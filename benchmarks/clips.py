"""Generated talks: bursts of noise with pauses between them, before a moving picture."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from imageio_ffmpeg import get_ffmpeg_exe

from benchmarks import internals, peers

PAUSES = "Remove every silent pause longer than 0.6 seconds, keep 0.2 seconds at either side."
TITLE = 'Add the title "Intro" from 0 s to 3 s.'
MUSIC = 'Add "lo-fi" music over the whole video at a volume of 35 %.'


@dataclass(frozen=True)
class Job:
    """A draft over one file."""

    file: Path
    draft: dict[str, Any]

    @property
    def seconds(self) -> float:
        return float(self.draft["d"]) / 1000

    @property
    def pieces(self) -> list[tuple[float, float]]:
        """What is kept of the file, in seconds."""
        main = self.draft["t"][0]["sg"]
        return [(segment["in"] / 1000, segment["out"] / 1000) for segment in main]


def talk(seconds: int, size: str, every: float, pause: float) -> Path:
    """A clip with a pause of so many seconds at every so many."""

    def make(path: Path) -> None:
        loud = f"gt(mod(t\\,{every})\\,{pause})"
        sound = f"aevalsrc='0.3*random(0)*{loud}+0.001*random(1)':s=48000:d={seconds}"
        picture = f"testsrc2=s={size}:r=30:d={seconds}"
        sources = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound]
        form = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"]
        ffmpeg(*sources, *form, str(path))

    return peers.cached(f"talk-{seconds}s-{size}-{every}-{pause}.mp4", make)


def job(file: Path, *instructions: str) -> Job:
    """What the mock's agent makes of the instructions. Raises ValueError when it does nothing."""
    media = media_of(file)
    clip = media[file.name]
    whole = {"id": "sg_1", "role": "clip", "s": 0, "d": clip.duration_ms, "src": file.name,
             "in": 0, "out": clip.duration_ms}  # fmt: skip
    draft: dict[str, Any] = {
        "m": {"width": clip.width, "height": clip.height, "fps": round(clip.fps)},
        "d": clip.duration_ms,
        "t": [{"id": "tr_1", "tt": 0, "name": "Video", "sg": [whole]}],
    }
    for instruction in instructions:
        draft = internals.act(instruction, draft, media)
    return Job(file, draft)


def media_of(file: Path) -> Mapping[str, Any]:
    """The file as the mock knows its uploads."""
    return {file.name: internals.probe(file)}


def ffmpeg(*arguments: str) -> None:
    """One run of the bundled ffmpeg."""
    command = [get_ffmpeg_exe(), "-nostdin", "-y", "-v", "error", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def encoded_again(file: Path, seconds: float, preset: str, out: Path) -> None:
    """The yardstick of renders: so much of the file, encoded as the renderer does."""
    picture = ["-c:v", "libx264", "-preset", preset, "-crf", "20", "-pix_fmt", "yuv420p"]
    sound = ["-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-movflags", "+faststart"]
    ffmpeg("-i", str(file), "-t", f"{seconds:.3f}", *picture, *sound, str(out))
