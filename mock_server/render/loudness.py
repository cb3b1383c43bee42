"""How much louder a video's own sound has to be to reach a loudness: measured, as EBU R 128 does it."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

from mock_server.media.children import TooSlow, started
from mock_server.media.probe import ffmpeg_exe
from mock_server.render import assemble, sound
from mock_server.render.blocks import blocks
from mock_server.render.composition import Clip, Composition
from mock_server.render.encode import LEAST_SECONDS, SECONDS_PER_SECOND
from mock_server.render.errors import RenderError
from mock_server.render.graph import Graph
from mock_server.state import private_files

# What the limiter takes away is given back, so that it takes less each time; LU and tries.
CLOSE, TRIES = 0.1, 4
# Sound that is never this loud is silence (EBU R 128).
SILENCE = -70.0
MOST = 60.0  # dB
_INTEGRATED = re.compile(r"I:\s+(-?[0-9.]+) LUFS")


def with_gains(video: Composition, folder: Path) -> Composition:
    """The video whose clips have the gain that their loudness asks for. Raises RenderError."""
    targets = {clip.level.loudness for clip in video.clips if clip.level.loudness is not None}
    for target in sorted(targets):
        video = replace(video, clips=_reaching(video, target, folder))
    return video


def _reaching(video: Composition, target: float, folder: Path) -> list[Clip]:
    gain = 0.0
    for _ in range(TRIES):
        heard = _measured(video, target, gain, folder)
        if heard <= SILENCE or abs(target - heard) <= CLOSE:
            break
        gain = min(max(gain + target - heard, -MOST), MOST)
    return [_louder(clip, target, gain) for clip in video.clips]


def _louder(clip: Clip, target: float, gain: float) -> Clip:
    if clip.level.loudness != target:
        return clip
    return replace(clip, level=replace(clip.level, gain=gain))


def _measured(video: Composition, target: float, gain: float, folder: Path) -> float:
    """The loudness (LUFS) of all clips with that target together, at that gain."""
    own = [_alone(clip, gain) for clip in video.clips if clip.level.loudness == target]
    seconds = sum(clip.duration for clip in own) / 1000
    with tempfile.TemporaryDirectory(dir=folder) as name:
        graph = Graph(Path(name))
        parts = [(one, assemble.sound_of(graph, one, video)) for one in blocks(own, video.canvas)]
        heard = graph.chain("ebur128=framelog=quiet", sound.joined(graph, parts, video.canvas))
        return _loudness(graph, heard, seconds)


def _alone(clip: Clip, gain: float) -> Clip:
    """A level is set on top of the loudness; what is mute is not heard at all."""
    level = replace(clip.level, gain=gain, vol=1 if clip.level.vol else 0)
    return replace(clip, join=None, level=level)


def _loudness(graph: Graph, heard: str, seconds: float) -> float:
    private_files.write(graph.folder / "graph.txt", graph.text().encode())
    inputs = [argument for options in graph.inputs for argument in options]
    command = [ffmpeg_exe(), "-hide_banner", "-nostdin", "-nostats", *inputs,
               "-/filter_complex", "graph.txt", "-map", f"[{heard}]", "-f", "null", "-"]  # fmt: skip
    limit = LEAST_SECONDS + SECONDS_PER_SECOND * seconds
    private_files.write(graph.folder / "log.txt", b"")
    with (graph.folder / "log.txt").open("w+", encoding="utf-8", errors="replace") as log:
        try:
            with started(command, limit, cwd=graph.folder, stderr=log) as job:
                job.wait()
        except TooSlow as error:
            raise RenderError(f"measuring the loudness takes too long: {error}") from None
        log.seek(0)
        found = _INTEGRATED.findall(log.read())
    if job.returncode or not found:
        raise RenderError("the loudness of the sound cannot be measured")
    return float(found[-1])
