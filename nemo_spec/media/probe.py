"""What a clip on disk is, measured with the ffmpeg that the package `imageio-ffmpeg` carries."""

from __future__ import annotations

import re
import subprocess
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import mul
from pathlib import Path

from nemo_spec.child_process import Ended, OutOfTime, child, output_of
from nemo_spec.safe_files import open_regular

_RATE = 8000
_FRAME = 160
"""Samples in 20 ms, over which levels are taken."""
FRAME_MS = 20
_BLIP_MS = 60
_MIN_CONTRAST_DB = 8.0
_TAIL_MS = 1000
_DECODED_MS = 300_000
"""How long a video may be of which every frame is decoded; it takes a fraction of rendering it."""
LOOK_LIMIT = 60
"""Seconds for reading a file's headers, or its last second."""
SOUND_LIMIT = 600
"""Seconds for decoding all of a file's sound, at some two hundred times its speed, or its frames."""

# The first bytes of a picture, and the demuxer to read it with: the one that ffmpeg takes by the
# file's extension would read `%d` in a name as a sequence of files.
_PICTURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png_pipe"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg_pipe"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp_pipe"),
)
# The containers that the service accepts. Playlists and scripts, which name other files and addresses,
# are not among them.
_CONTAINERS = "mov,mp4,m4a,matroska,webm,avi,mp3,wav,aac"
_DELIVERED = ("-f", "mov")
"""A render is an mp4 and nothing else; mp4 and mov are one demuxer."""


class NotMedia(Exception):
    """The file holds neither picture nor sound that ffmpeg can read."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A measured file: `length` in milliseconds (0 for a picture), size in pixels as it is shown."""

    length: int
    width: int
    height: int
    has_picture: bool
    has_sound: bool


@cache
def ffmpeg() -> str:
    """Path of the ffmpeg program."""
    from imageio_ffmpeg import get_ffmpeg_exe  # type: ignore[import-untyped]

    return str(get_ffmpeg_exe())


def input_options(path: Path) -> list[str]:
    """The arguments with which a file is opened as the media it is, and as nothing that leads to
    another file or to the network. Raises NotMedia for what is no file that can be read."""
    try:
        with open_regular(path) as file:
            start = file.read(16)
    except OSError as error:
        raise NotMedia(f"{path.name} cannot be read: {error.strerror}") from None
    picture = next((demuxer for magic, demuxer in _PICTURES if magic.match(start)), None)
    return _opened_as(path, ["-f", picture] if picture else ["-format_whitelist", _CONTAINERS])


def _opened_as(path: Path, form: Sequence[str]) -> list[str]:
    return [*form, "-protocol_whitelist", "file", "-i", f"file:{path}"]


def measure(path: Path) -> Clip:
    """Length, size and streams by the file's headers. Raises NotMedia, also when its end is missing."""
    return _measured(path, _version(path))


def measure_video(path: Path) -> Clip:
    """A finished video: an mp4 whose picture can be decoded from its start to its end.

    Decoding finds what the headers do not know of: data that was lost or written over. Of a long video
    only the key frames are decoded. Raises NotMedia.
    """
    opened = _opened_as(path, _DELIVERED)
    clip = _clip(path, opened)
    if not clip.has_picture or not clip.length:
        raise NotMedia(f"{path.name} has no moving picture")
    if not any(time > 0 for time in _times_at_end(opened, clip.length)):
        raise NotMedia(f"the picture in {path.name} ends before its sound")
    form = ("-map", "0:V:0", "-fps_mode", "passthrough", "-f", "framecrc", "-")
    which = () if clip.length <= _DECODED_MS else ("-skip_frame", "nokey")
    decoded = _run("-v", "error", "-xerror", *which, *opened, *form, limit=SOUND_LIMIT)
    if decoded.code or not _rows(decoded):
        raise NotMedia(f"the picture in {path.name} is damaged")
    return clip


@lru_cache(128)
def _measured(path: Path, _: object) -> Clip:
    return _clip(path, input_options(path))


def _clip(path: Path, opened: list[str]) -> Clip:
    listing = _run(*opened).errors.decode("utf-8", "replace")
    video = re.search(
        r"Stream #\S+.*?: Video: (?P<codec>\w+).*?[ ,](?P<w>\d{2,5})x(?P<h>\d{2,5})", listing
    )
    has_sound = ": Audio: " in listing
    if "attached pic" in listing and has_sound:
        video = None
    if video is None and not has_sound:
        raise NotMedia(f"{path.name} holds no picture or sound that can be read")
    width, height = (int(video["w"]), int(video["h"])) if video else (0, 0)
    if re.search(r"rotation of -?(90|270)\.", listing):
        width, height = height, width
    length = _length(listing)
    if length and not _has_end(opened, length):
        raise NotMedia(f"{path.name} is cut off: its end is missing")
    return Clip(length, width, height, video is not None, has_sound)


def silences(path: Path, shortest: int = 200) -> tuple[tuple[int, int], ...]:
    """Stretches of the sound that are silent for at least so many milliseconds, in ms.

    The threshold lies between the clip's own floor and its speech: floor + 0.4 × (speech − floor), from
    the 10th and 90th percentile of 20 ms levels, within -50 to -26 dB. Without a contrast of 8 dB
    there are no pauses to find. A file without sound has none. Raises NotMedia when it takes too long.
    """
    return _silences(path, shortest, _version(path))


@lru_cache(128)
def _silences(path: Path, shortest: int, _: object) -> tuple[tuple[int, int], ...]:
    levels = _levels(path)
    if not levels:
        return ()
    ordered = sorted(levels)
    floor, speech = ordered[len(ordered) // 10], ordered[len(ordered) * 9 // 10]
    if speech < floor * 10 ** (_MIN_CONTRAST_DB / 20):
        return ()
    threshold = _threshold(floor, speech)
    return tuple(
        (start, end) for start, end in _quiet_runs(levels, threshold) if end - start >= shortest
    )


def _version(path: Path) -> object:
    """What changes with the content of a file: many recipes on one clip measure it once."""
    try:
        found = path.stat()
    except OSError:
        return object()
    return str(path.resolve()), found.st_mtime_ns, found.st_size, found.st_ino


def _threshold(floor: float, speech: float) -> float:
    """Between floor and speech on the scale of decibels; all are amplitudes of 0–1."""
    low, high = max(floor, 1e-5), max(speech, 1e-5)
    between: float = low * (high / low) ** 0.4
    quietest, loudest = 10 ** (-50 / 20), 10 ** (-26 / 20)
    return float(min(max(between, quietest), loudest))


def _levels(path: Path) -> list[float]:
    """Root mean square of every 20 ms, 0–1."""
    levels = []
    for samples in _sound(path):
        for start in range(0, len(samples) - _FRAME + 1, _FRAME):
            frame = samples[start : start + _FRAME]
            levels.append((sum(map(mul, frame, frame)) / _FRAME) ** 0.5 / 32768)
    return levels


def _sound(path: Path) -> Iterator[array[int]]:
    """The sound, mono, ten seconds at a time: levels are taken while ffmpeg decodes what follows.

    Raises NotMedia when it takes too long.
    """
    try:
        opened = input_options(path)
    except NotMedia:
        return
    one = f"aformat=sample_fmts=s16:sample_rates={_RATE}:channel_layouts=mono"
    # Small packets would wake this process up thousands of times.
    form = ("-vn", "-af", f"{one},asetnsamples=n={_RATE}:p=0", "-f", "s16le", "pipe:1")
    command = [ffmpeg(), "-v", "quiet", "-nostdin", *opened, *form]
    try:
        with child(command, SOUND_LIMIT, subprocess.DEVNULL, pipesize=1 << 20) as job:
            assert job.stdout
            while raw := job.stdout.read(_FRAME * 2 * 500):
                samples = array("h")
                samples.frombytes(raw[: len(raw) // 2 * 2])
                yield samples
    except OutOfTime:
        raise NotMedia(f"{path.name} takes too long to listen to") from None


def _quiet_runs(levels: list[float], threshold: float) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, level in enumerate([*levels, 1.0]):
        if level < threshold and start is None:
            start = index
        elif level >= threshold and start is not None:
            runs.append((start * FRAME_MS, index * FRAME_MS))
            start = None
    return _without_blips(runs)


def _without_blips(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    closed: list[tuple[int, int]] = []
    for start, end in runs:
        if closed and start - closed[-1][1] < _BLIP_MS:
            closed[-1] = (closed[-1][0], end)
        else:
            closed.append((start, end))
    return closed


def _has_end(opened: list[str], length: int) -> bool:
    """Whether packets lie where the headers say that the file ends: ffmpeg itself does not mind."""
    copied = _end_of(opened, length)
    return bool(_rows(copied)) and b"partial file" not in copied.errors


def _times_at_end(opened: list[str], length: int) -> list[int]:
    """When each packet of the picture ends, counted from a second before the end of the file. Where
    there is none in that second, those of before come, with times below 0."""
    rows = [row.split(b",") for row in _rows(_end_of(opened, length, "-map", "0:V:0"))]
    return [int(row[2]) + int(row[3]) for row in rows]


def _end_of(opened: list[str], length: int, *streams: str) -> Ended:
    seek = f"{max(0, length - _TAIL_MS) / 1000:.3f}"
    form = (*streams, "-c", "copy", "-f", "framecrc", "-")
    return _run("-v", "error", "-ss", seek, *opened, *form)


def _rows(listed: Ended) -> list[bytes]:
    """Packets or frames as `framecrc` lists them: stream, decoding time, time, duration, …"""
    return [line for line in listed.output.splitlines() if not line.startswith(b"#")]


def _length(listing: str) -> int:
    found = re.search(r"Duration: (\d+):(\d\d):(\d\d)\.(\d\d)", listing)
    if not found or re.search(r"Input #0, (image2|png_pipe|jpeg_pipe|\w+_pipe)", listing):
        return 0
    hours, minutes, seconds, hundredths = map(int, found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + hundredths * 10


def _run(*arguments: str, limit: float | None = None) -> Ended:
    """What ffmpeg says within `limit` seconds. Raises NotMedia when it does not come to an end."""
    limit = LOOK_LIMIT if limit is None else limit
    command = [ffmpeg(), "-hide_banner", "-nostdin", *arguments]
    try:
        return output_of(command, limit)
    except OutOfTime:
        raise NotMedia(f"a file takes more than {limit:g} s to read") from None
