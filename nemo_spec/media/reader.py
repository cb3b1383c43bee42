"""What a video or sound file holds, by PyAV. Runs in the child process that `probe` starts.

Times in here are seconds; a file's own clock may start anywhere, so that all are counted from the first
picture or sound that is presented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from io import BufferedReader
from itertools import islice
from typing import Any, TypeVar

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from nemo_spec.media.clip import Clip, NotMedia

CONTAINERS = "mov,mp4,m4a,matroska,webm,avi,mp3,wav,aac"
"""The containers that the service accepts. Playlists and scripts, which name other files and addresses,
are not among them."""
FRAMED = ("aac", "mp3")
"""Containers without a clock: what they say about their length is a guess by the bytes."""
_MAY_END_ANYWHERE = (*FRAMED, "wav")
"""Where a last packet that is not whole means nothing: a wav from a pipe never says how long it is."""
RATES = tuple(
    map(Fraction, ("24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60"))
)
_SLOWEST_STANDARD = 20
"""Below it are time lapses and animations, which have no standard rate."""
_NEARLY = Fraction(15, 1000)
_TAIL = 1.0
_FIRST_PACKETS = 60
"""Among which a first frame is found, or the stream cannot be decoded."""
_CURVES = {16: "pq", 18: "hlg"}
"""Of `color_trc`, as ISO/IEC 23091-2 numbers the transfer characteristics."""

_Stream = TypeVar("_Stream", VideoStream, AudioStream)


@contextmanager
def opened(
    file: BufferedReader, name: str, containers: str = CONTAINERS
) -> Iterator[InputContainer]:
    """The container, which can open no other file and no address. Raises NotMedia."""
    # the demuxers have no file to resolve a name against, and no protocol to reach one by
    options = {"format_whitelist": containers, "protocol_whitelist": "none"}
    try:
        container = av.open(file, "r", options=options, metadata_errors="replace")
    except (av.FFmpegError, OSError, ValueError):
        file.seek(0)
        raise unreadable(name, file.read(4096)) from None
    with container:
        yield container


def unreadable(name: str, head: bytes) -> NotMedia:
    """Why a file cannot be opened, by its first bytes."""
    if not head:
        return NotMedia(f"{name} is empty", "name another file")
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free"):
        cure = "copy it again, or record it again: its index is written last"
        return NotMedia(f"{name} is cut off: its end is missing", cure)
    if is_text(head):
        return NotMedia(f"{name} is text, not a video or a picture")
    return NotMedia(f"{name} holds no picture or sound that can be read", "convert it to mp4")


def is_text(head: bytes) -> bool:
    """Whether bytes read like text; the last character may be cut."""
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:
            return False
        text = head[: error.start].decode("utf-8")
    return all(character.isprintable() or character in "\t\r\n\f" for character in text)


def picture_of(container: InputContainer) -> VideoStream | None:
    """The video track: the default one. A cover is none."""
    tracks = [
        track
        for track in container.streams.video
        if track.codec_context and not track.disposition & Disposition.attached_pic
    ]
    return _default(tracks)


def sounds_of(container: InputContainer) -> list[AudioStream]:
    """The sound tracks that can be decoded, in order."""
    return [track for track in container.streams.audio if track.codec_context]


def sound_of(container: InputContainer, number: int | None) -> AudioStream | None:
    """A sound track by its number from 1; without it the default one."""
    tracks = sounds_of(container)
    if number is None:
        return _default(tracks)
    return tracks[number - 1] if number <= len(tracks) else None


def _default(tracks: list[_Stream]) -> _Stream | None:
    flagged = (track for track in tracks if track.disposition & Disposition.default)
    return next(flagged, tracks[0] if tracks else None)


def read_clip(container: InputContainer, name: str, origin: float | None = None) -> Clip:
    """Length, size and tracks; `origin` where `origin_of` was asked before. Raises NotMedia, also when
    the end of the file is missing."""
    picture, sounds = picture_of(container), sounds_of(container)
    if picture is None and not sounds:
        raise NotMedia(f"{name} holds no picture or sound that can be read", "convert it to mp4")
    sound = sound_of(container, None)
    origin = origin_of(container, name) if origin is None else origin
    frame = first_frame(container, picture, name) if picture else None
    length = round(1000 * (_end(container, picture, sound, name) - origin))
    channels = sound.codec_context.channels if sound else 0
    if picture is None or frame is None:
        return Clip(length, 0, 0, len(sounds), channels=channels)
    width, height = _shown_size(picture, frame)
    hdr = _CURVES.get(frame.color_trc or 0, "")
    average = float(_average_rate(picture))
    rate = standard_rate(picture)
    return Clip(length, width, height, len(sounds), rate, hdr, average, channels)


def origin_of(container: InputContainer, name: str) -> float:
    """When the first of picture and sound is presented, by the file's clock.

    Encoders put samples before the first one that is heard; only the decoder knows how many.
    """
    picture, sound = picture_of(container), sound_of(container, None)
    starts = [_time(picture.start_time, picture)] if picture else []
    if sound:
        first = next(decoded(container, sound, _FIRST_PACKETS), None)
        if first is None and picture is None:
            raise damaged(name)
        starts.append(
            first.time if first and first.time is not None else _time(sound.start_time, sound)
        )
    return min(starts)


def first_frame(container: InputContainer, picture: VideoStream, name: str) -> VideoFrame:
    """The first picture. Raises NotMedia where none can be decoded."""
    rewind(container)
    with suppress(av.FFmpegError):
        for packet in islice(container.demux(picture), _FIRST_PACKETS):
            if packet.has_sidedata("encryption_info"):  # it may decode all the same, to noise
                raise NotMedia(
                    f"{name} is encrypted", "use the original file, without copy protection"
                )
            for frame in packet.decode():
                return frame
    raise damaged(name)


def damaged(name: str) -> NotMedia:
    """The refusal of what cannot be decoded."""
    return NotMedia(
        f"{name} is damaged: it cannot be decoded", "copy it again, or convert it to mp4"
    )


def decoded(
    container: InputContainer, track: AudioStream, most: int | None = None
) -> Iterator[Any]:
    """The frames of a sound, of its first `most` packets; damaged packets are left out."""
    for packet in islice(container.demux(track), most):
        try:
            yield from packet.decode()
        except av.FFmpegError:
            continue


def rewind(container: InputContainer) -> None:
    """Back to the first packet, where the container can."""
    with suppress(av.FFmpegError):
        container.seek(container.start_time or 0)


def _end(
    container: InputContainer, picture: VideoStream | None, sound: AudioStream | None, name: str
) -> float:
    """When the last of picture and sound ends, by the file's clock. Where the file does not say it, or
    only guesses, all of its packets are read."""
    tracks = [track for track in (picture, sound) if track]
    start = (container.start_time or 0) / 1e6
    said = None if container.format.name in FRAMED else container.duration
    if said is None:
        rewind(container)
        end = _last_end(container, tracks, name)
        return start if end is None else end
    # Matroska counts from 0 whenever the first packet comes
    said_end = said / 1e6 + (0.0 if container.format.name.startswith("matroska") else start)
    _seek(container, said_end - _TAIL)
    end = _last_end(container, tracks, name)
    if end is None or end < said_end - max(0.5, said / 1e8):
        raise cut_off(name)
    known = [track for track in tracks if track.duration]
    ends = [_time(track.start_time, track) + _time(track.duration, track) for track in known]
    return max(ends) if len(ends) == len(tracks) else end


def cut_off(name: str) -> NotMedia:
    """The refusal of a file whose end is missing."""
    return NotMedia(
        f"{name} is cut off: its end is missing", "copy it again: the copy is not complete"
    )


def _seek(container: InputContainer, second: float) -> None:
    try:
        container.seek(max(round(second * 1e6), container.start_time or 0))
    except av.FFmpegError:
        rewind(container)


def _last_end(
    container: InputContainer, tracks: Iterable[VideoStream | AudioStream], name: str
) -> float | None:
    """When the last packet ends that follows. Raises NotMedia for one that is not all there."""
    last = None
    try:
        for packet in container.demux(*tracks):
            if packet.is_corrupt and container.format.name not in _MAY_END_ANYWHERE:
                raise cut_off(name)
            if packet.pts is not None:
                end = float((packet.pts + (packet.duration or 0)) * packet.time_base)
                last = end if last is None else max(last, end)
    except av.FFmpegError:
        raise cut_off(name) from None
    return last


def _time(ticks: int | None, track: VideoStream | AudioStream) -> float:
    return float((ticks or 0) * (track.time_base or 0))


def _shown_size(picture: VideoStream, frame: VideoFrame) -> tuple[int, int]:
    shape = picture.sample_aspect_ratio or Fraction(1)
    size = round(frame.width * shape), frame.height
    return size if frame.rotation % 180 == 0 else size[::-1]


def _average_rate(picture: VideoStream) -> Fraction:
    """Frames per second; what the container names is believed where it nearly agrees with the average,
    which counts the last frame of a short clip wrongly."""
    average = picture.average_rate or picture.guessed_rate or Fraction(25)
    named = picture.guessed_rate
    return named if named and abs(named - average) < average * _NEARLY else average


def standard_rate(picture: VideoStream) -> str:
    """The standard frame rate nearest to that of a video."""
    rate = _average_rate(picture)
    if rate < _SLOWEST_STANDARD:
        return str(rate.limit_denominator(1001))
    return str(min(RATES, key=lambda standard: abs(standard - rate)))
