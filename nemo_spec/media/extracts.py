"""A frame and the sound of a finished video, as files of their own. Runs in the child process that
`probe` starts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

import av
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL.Image import Image

from nemo_spec.media.clip import Clip, NotMedia
from nemo_spec.media.reader import opened, picture_of, sound_of
from nemo_spec.safe_files import open_own

_SLACK = Fraction(1, 1000)
"""Recipes count in ms: a frame that begins at 33.33 ms is the one at 33 ms."""
_ENCODERS = {"mp3": ("mp3", "libmp3lame"), "wav": ("wav", "pcm_s16le"), "m4a": ("ipod", "")}
"""Container and encoder of each kind of sound file; without one the packets are taken as they are."""
_MP3_BITS_PER_SECOND = 256_000
"""LAME makes the sound quieter below that, by 0.3 dB at 192 kbit/s."""
_JPEG_QUALITY = 95


def take_frame(file: BufferedReader, name: str, at: str, kind: str, target: str) -> Clip:
    """Write the frame that is shown at a time (ms, or `end`) to `target`, a file that is not there yet,
    as `png` or `jpg`. Raises NotMedia, OSError."""
    with opened(file, name) as container:
        picture = picture_of(container)
        if picture is None:
            raise NotMedia(f"{name} has no picture")
        frame = _frame_at(container, picture, None if at == "end" else Fraction(int(at), 1000))
        if frame is None:
            raise NotMedia(f"the picture in {name} cannot be decoded")
        image: Image = frame.to_image()  # type: ignore[no-untyped-call]
        with _written(target) as output:
            if kind == "png":
                image.save(output, "PNG")
            else:
                image.save(output, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
        return Clip(0, frame.width, frame.height)


def _frame_at(
    container: InputContainer, picture: VideoStream, at: Fraction | None
) -> VideoFrame | None:
    """The last frame that begins at `at` (s) at the latest; without a time the last of all."""
    picture.thread_type = "AUTO"
    base = picture.time_base or Fraction(1, 1000)
    first = picture.start_time or 0
    if at is not None:
        container.seek(first + int(at / base), stream=picture, backward=True)
    shown = None
    for frame in container.decode(picture):
        begins = ((frame.pts or 0) - first) * base
        if shown is not None and at is not None and begins > at + _SLACK:
            break
        shown = frame
    return shown


def take_sound(file: BufferedReader, name: str, kind: str, target: str) -> Clip:
    """Write the sound to `target`, a file that is not there yet, as `mp3`, `wav` or `m4a`; the length of
    the answer is in ms. Raises NotMedia, OSError."""
    container_format, encoder = _ENCODERS[kind]
    with opened(file, name) as container, _written(target) as output:
        sound = sound_of(container, None)
        if sound is None:
            raise NotMedia(f"there is no sound in {name}")
        with av.open(output, "w", format=container_format) as made:
            end = (
                _encoded(container, sound, made, encoder)
                if encoder
                else _copied(container, sound, made)
            )
    return Clip(round(end * 1000), 0, 0)


def _copied(container: InputContainer, sound: AudioStream, made: OutputContainer) -> float:
    """Copy the packets of the sound; returns where they end (s)."""
    track, end = made.add_stream_from_template(sound), 0.0
    for packet in container.demux(sound):
        if packet.dts is None or packet.pts is None:
            continue
        end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
        packet.stream = track
        made.mux(packet)
    return end


def _encoded(
    container: InputContainer, sound: AudioStream, made: OutputContainer, encoder: str
) -> float:
    """Encode the sound anew; returns how long it is (s)."""
    track = made.add_stream(encoder, rate=sound.rate, layout=sound.layout)
    assert isinstance(track, AudioStream)
    if encoder == "libmp3lame":
        track.bit_rate = _MP3_BITS_PER_SECOND
    codec: AudioCodecContext = track.codec_context
    frames = AudioResampler(codec.format, codec.layout, sound.rate, codec.frame_size or None)
    samples = 0
    for frame in _resampled(container, sound, frames):
        samples += frame.samples
        made.mux(track.encode(frame))
    made.mux(track.encode(None))
    return samples / sound.rate


def _resampled(
    container: InputContainer, sound: AudioStream, resampler: AudioResampler
) -> Iterator[AudioFrame]:
    for frame in container.decode(sound):
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


@contextmanager
def _written(target: str) -> Iterator[BinaryIO]:
    """A new file. Raises OSError, also where something is there, be it a link."""
    handle = open_own(Path(target), os.O_RDWR | os.O_CREAT | os.O_EXCL, mode=0o666)
    with os.fdopen(handle, "w+b") as output:
        yield output
