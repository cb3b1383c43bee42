"""Read what a video or a sound file holds, with PyAV. Runs in the child process that `probe` starts.

Times in here are seconds on the file's own clock, which may begin anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from mock_server.media.boxes import check_boxes
from mock_server.media.ffmpeg import CONTAINERS
from mock_server.media.media import Media, MediaError, Sound, Tracks

Track = VideoStream | AudioStream
# By the indexes of the streams.
Ends = dict[int, float]

STANDARD_RATES = (
    Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(30),
    Fraction(50), Fraction(60000, 1001), Fraction(60),
)  # fmt: skip
# A time lapse has the rate that it has.
SLOWEST_STANDARD = 20
# The rate of a short clip counts its last frame wrongly: within this share its clock is believed.
NEAR_RATE = 0.015
# A clip is steady when its measured rate is within this share of the one it plays at.
STEADY = 0.004
# What these say about their length is a guess from their first bytes.
WITHOUT_CLOCK = ("mp3", "aac")
MAX_PIXELS = 64_000_000
# So many packets of a track that give no frame, and it cannot be decoded.
FIRST_PACKETS = 60
TAIL_SECONDS = 2.0
# A picture that stops so long before the sound has to be held.
STOPS_EARLY = 0.1
# A zero that lies nearer to ffmpeg's own is no reason to seek.
LEAST_ZERO = 0.002
# Of the transfer characteristics and the matrices, as ISO/IEC 23091-2 numbers them.
HDR = {16: "pq", 18: "hlg"}
UNKNOWN_MATRIX = 2


def read_footage(file: BinaryIO, path: Path, name: str) -> Media:
    """Read the file. Raises MediaError."""
    size = file.seek(0, 2)
    check_boxes(file, size, name)
    with _opened(file, name) as container:
        picture, sounds = _picture(container), _sounds(container)
        if picture is None and not sounds:
            raise MediaError(f"{name} holds neither picture nor sound that can be read")
        default = _default(sounds)
        heard = sounds[default : default + 1]
        # Sound first: after a seek its decoder no longer knows what to leave out at the start.
        begins = [_first_sound(container, one, name) for one in heard]
        frame = _first_picture(container, picture, name) if picture else None
        begins += [_seconds(picture.start_time, picture)] if picture else []
        ends = _ends(file, container, [*([picture] if picture else []), *heard], name)
        zero, length = min(begins), max(ends.values()) - min(begins)
        tracks = Tracks(
            sounds=tuple(Sound(str(one.index), one.channels) for one in sounds),
            default=default,
            zero=_after_start(zero, container),
        )
        media = Media(
            name, path, "audio", round(length * 1000), 0, 0, 0.0, bool(sounds), size, tracks
        )
        if picture is None or frame is None:
            return media
        held = max(ends.values()) - ends.get(picture.index, zero)
        return _with_picture(media, picture, frame, held)


@contextmanager
def _opened(file: BinaryIO, name: str) -> Iterator[InputContainer]:
    """The container; it can open no other file and no address."""
    file.seek(0)
    options = {"format_whitelist": CONTAINERS, "protocol_whitelist": "none"}
    try:
        container = av.open(file, "r", options=options, metadata_errors="replace")
    except (av.FFmpegError, OSError, ValueError):
        raise MediaError(f"{name} holds neither picture nor sound that can be read") from None
    with container:
        yield container


def _picture(container: InputContainer) -> VideoStream | None:
    """The moving picture that players take; a cover is none."""
    streams = [
        one for one in container.streams.video
        if one.codec_context and not one.disposition & Disposition.attached_pic
    ]  # fmt: skip
    return streams[_default(streams)] if streams else None


def _sounds(container: InputContainer) -> list[AudioStream]:
    return [one for one in container.streams.audio if one.codec_context and one.channels]


def _default(streams: Sequence[Track]) -> int:
    """The index of the one that is marked so, else of the first."""
    flags = [bool(one.disposition & Disposition.default) for one in streams]
    return flags.index(True) if True in flags else 0


def _after_start(zero: float, container: InputContainer) -> float:
    """How long after ffmpeg's own zero, which is the start of any track, that is."""
    after = zero - (container.start_time or 0) / 1e6
    return round(after, 6) if after > LEAST_ZERO else 0.0


def _first_sound(container: InputContainer, sound: AudioStream, name: str) -> float:
    """When the sound begins; the samples that an encoder puts before it do not count."""
    frame = next(_frames(container, sound), None)
    if frame is None and _picture(container) is None:
        raise MediaError(f"the sound in {name} cannot be decoded")
    if frame is None or frame.time is None:
        return _seconds(sound.start_time, sound)
    return float(frame.time)


def _first_picture(container: InputContainer, picture: VideoStream, name: str) -> VideoFrame:
    with suppress(av.FFmpegError):
        container.seek(container.start_time or 0)
    frame = next(_frames(container, picture), None)
    if frame is None:
        raise MediaError(f"the picture in {name} cannot be decoded")
    return frame


def _frames(container: InputContainer, track: Track) -> Iterator[Any]:
    """What the first packets of a track decode to; encrypted ones would give noise."""
    with suppress(av.FFmpegError):
        for packet in islice(container.demux(track), FIRST_PACKETS):
            if packet.has_sidedata("encryption_info"):
                return
            yield from packet.decode()


def _ends(file: BinaryIO, container: InputContainer, tracks: list[Track], name: str) -> Ends:
    """When picture and sound end.

    Only the end of the file is read where its header names a length, else all of its packets.
    """
    said, kind = _said_end(container), container.format.name
    ends: Ends = {}
    if said is not None:
        with suppress(av.FFmpegError):
            container.seek(round(max(said - TAIL_SECONDS, 0) * 1e6))
            ends = _last_packets(container, tracks, name)
    pictures = [one for one in tracks if isinstance(one, VideoStream) and not one.duration]
    if not ends or any(one.index not in ends for one in pictures):
        with _opened(file, name) as again:
            ends = _last_packets(again, [again.streams[one.index] for one in tracks], name)  # type: ignore[misc]
    if not ends:
        raise MediaError(f"{name} is cut off or damaged")
    if said is None or kind == "wav":
        return ends
    if max(ends.values()) < said - max(0.5, said * 0.01):
        raise MediaError(f"{name} is cut off: its end is missing")
    return _edited(ends, tracks) if kind.startswith("mov") else ends


def _said_end(container: InputContainer) -> float | None:
    if container.duration is None or container.format.name in WITHOUT_CLOCK:
        return None
    # Matroska's length counts from 0, wherever the first packet lies
    begin = 0 if container.format.name.startswith("matroska") else container.start_time or 0
    return (container.duration + begin) / 1e6


def _edited(ends: Ends, tracks: list[Track]) -> Ends:
    """The ends by the lists of edits, which leave out what an encoder had to fill up."""
    edited = {
        one.index: _seconds(one.start_time, one) + _seconds(one.duration, one)
        for one in tracks
        if one.duration
    }
    return {**ends, **{index: min(end, ends.get(index, end)) for index, end in edited.items()}}


def _last_packets(container: InputContainer, tracks: list[Track], name: str) -> Ends:
    """When the last packets that follow end. Raises MediaError for one that is not whole."""
    ends: Ends = {}
    for packet in container.demux(*tracks):
        if packet.pts is None or packet.is_discard:
            continue
        if packet.is_corrupt and container.format.name not in (*WITHOUT_CLOCK, "wav"):
            raise MediaError(f"{name} is cut off: its end is missing")
        end = float((packet.pts + (packet.duration or 0)) * packet.time_base)
        ends[packet.stream_index] = max(end, ends.get(packet.stream_index, end))
    return ends


def _seconds(ticks: int | None, track: Track) -> float:
    return float((ticks or 0) * (track.time_base or 0))


def _shown_size(picture: VideoStream, frame: VideoFrame, name: str) -> tuple[int, int]:
    width, height = frame.width, frame.height
    if width * height > MAX_PIXELS:
        raise MediaError(f"the picture in {name} is too large: {width}x{height}")
    width = max(1, round(width * (picture.sample_aspect_ratio or 1)))
    return (height, width) if round(frame.rotation / 90) % 2 else (width, height)


def _rate(picture: VideoStream) -> Fraction:
    """The standard rate nearest to that of the clip."""
    rate = picture.average_rate or picture.guessed_rate or Fraction(25)
    clock = picture.guessed_rate or rate
    rate = clock if abs(clock - rate) < rate * NEAR_RATE else rate
    if rate < SLOWEST_STANDARD:
        return rate
    return min(STANDARD_RATES, key=lambda standard: abs(standard - rate))


def _with_picture(media: Media, picture: VideoStream, frame: VideoFrame, held: float) -> Media:
    """The facts about a file with those about its picture, which is `held` (s) at its end."""
    width, height = _shown_size(picture, frame, media.name)
    rate = _rate(picture)
    average = float(picture.average_rate or rate)
    steady = abs(average - rate) < rate * STEADY
    whole = steady and not media.tracks.zero and held < STOPS_EARLY
    tracks = replace(
        media.tracks,
        picture=str(picture.index),
        held_ms=0 if held < STOPS_EARLY else round(held * 1000),
        average=0.0 if steady else round(average, 3),
        hdr=HDR.get(frame.color_trc, ""),
        alpha=any(part.is_alpha for part in frame.format.components),
        copyable=whole and _fits_mp4(picture, frame),
        tagged=frame.colorspace != UNKNOWN_MATRIX,
    )
    return replace(media, kind="video", width=width, height=height, fps=float(rate), tracks=tracks)


def _fits_mp4(picture: VideoStream, frame: VideoFrame) -> bool:
    """Whether the picture can be copied: H.264 of the common kind, from its first packet on."""
    common = picture.codec_context.name == "h264" and frame.format.name == "yuv420p"
    square = (picture.sample_aspect_ratio or 1) == 1
    begins = not picture.start_time
    return common and square and begins and frame.color_trc not in HDR and not _cut(picture)


def _cut(picture: VideoStream) -> bool:
    """Whether a list of edits leaves out the first frames: copied, they would be seen again."""
    container: Any = picture.container
    with suppress(av.FFmpegError):
        container.seek(container.start_time or 0)
        first = next(container.demux(picture), None)
        return bool(first and first.is_discard)
    return False
