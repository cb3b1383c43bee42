"""Probe an uploaded file, in a child process with a time limit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from mock_server.media.answers import answered
from mock_server.media.children import TooSlow, started
from mock_server.media.ffmpeg import ffmpeg_exe, input_options
from mock_server.media.media import Kind, Media, MediaError, Sound, Tracks
from mock_server.media.silences import Pauses, pauses

__all__ = [
    "Kind", "Media", "MediaError", "Pauses", "Sound", "Tracks", "ffmpeg_exe", "input_options",
    "pauses", "probe",
]  # fmt: skip

# All packets of a file that does not say how long it is may have to be read.
PROBE_SECONDS = 120.0
# Neither the environment nor the current folder decides what the child imports.
ROOT = Path(__file__).parents[2]
# It ends at once: to take the decoders apart takes a tenth of the time of a short clip.
CHILD = (
    "import json, os, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from mock_server.media.worker import main; main(*sys.argv[2:]); "
    "sys.stdout.flush(); os._exit(0)"
)


def probe(path: Path, name: str | None = None) -> Media:
    """Read what a file holds, by its content and not by its name.

    Raises MediaError for a file that is empty, damaged, cut off or no media at all.
    """
    name = name or path.name
    size = path.stat().st_size if path.is_file() else 0
    if not size:
        raise MediaError(f"{name} is empty" if path.is_file() else f"{name} is not there")
    answer = answered(path, "probe", lambda: _granted(_asked(path.absolute(), name)))
    return Media(**{**answer, "name": name, "path": path, "tracks": Tracks.of(answer["tracks"])})


def _granted(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer of the child. Raises MediaError where it is a refusal."""
    if "refused" in answer:
        raise MediaError(answer["refused"])
    return answer


def _asked(path: Path, name: str) -> dict[str, Any]:
    imports = json.dumps([str(ROOT), *[one for one in sys.path if one]])
    command = [sys.executable, "-I", "-S", "-c", CHILD, imports, str(path), name]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    try:
        with started(command, PROBE_SECONDS, stdin=subprocess.DEVNULL, **pipes) as child:
            answer, _ = child.communicate()
    except TooSlow as error:
        raise MediaError(f"{name} cannot be read: {error}") from None
    if child.returncode or not answer:
        raise MediaError(f"{name} cannot be read: it broke off the decoder")
    found: dict[str, Any] = json.loads(answer)
    return found
