"""A video of a sound and one picture. Runs in the child process that `probe` starts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fractions import Fraction
from io import BufferedReader
from pathlib import Path

import av
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image, ImageOps

from nemo_spec.media.clip import COVER_RATE, Clip, NotMedia
from nemo_spec.media.pictures import FORMATS
from nemo_spec.media.reader import opened, sound_of
from nemo_spec.safe_files import open_own, open_regular

_X264 = {"preset": "veryfast", "tune": "stillimage", "crf": "18"}
_SOUND_RATE = 48_000
_SOUND_BITS_PER_SECOND = 192_000


def cover_sound(
    file: BufferedReader, name: str, cover: str, width: str, height: str, frames: str, target: str
) -> Clip:
    """Write an mp4 of that size (pixels) and so many frames to `target`, a file that is not there yet.

    Raises NotMedia, OSError.
    """
    size, count = (int(width), int(height)), int(frames)
    picture = _picture(Path(cover), size)
    handle = open_own(Path(target), os.O_RDWR | os.O_CREAT | os.O_EXCL)
    with os.fdopen(handle, "w+b") as output, opened(file, name) as container:
        sound = sound_of(container, None)
        if sound is None:
            raise NotMedia(f"there is no sound in {name}")
        with av.open(output, "w", format="mp4") as made:
            _write(made, container, sound, picture, count)
    return Clip(count * 1000 // COVER_RATE, *size)


def _picture(path: Path, size: tuple[int, int]) -> VideoFrame:
    try:
        with open_regular(path) as file, Image.open(file, formats=FORMATS) as image:
            turned = ImageOps.exif_transpose(image).convert("RGB")
            scaled = turned.resize(size, Image.Resampling.LANCZOS)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise NotMedia(f"{path.name} is a damaged picture", "save it as png") from None
    frame: VideoFrame = VideoFrame.from_image(scaled)  # type: ignore[no-untyped-call]
    return frame.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")


def _write(
    made: OutputContainer, container: InputContainer, sound: AudioStream, picture: VideoFrame,
    count: int,
) -> None:  # fmt: skip
    """The picture and the sound side by side, so that neither waits in memory for the other."""
    video = made.add_stream("libx264", rate=COVER_RATE, options=_X264)
    audio = made.add_stream("aac", rate=_SOUND_RATE, layout="stereo")
    assert isinstance(video, VideoStream)
    assert isinstance(audio, AudioStream)
    video.width, video.height, video.pix_fmt = picture.width, picture.height, "yuv420p"
    video.codec_context.colorspace = video.codec_context.color_primaries = 1  # BT.709
    audio.bit_rate = _SOUND_BITS_PER_SECOND
    drawn, heard = 0, 0
    for frame in _resampled(container, sound, audio.codec_context):
        heard += frame.samples
        made.mux(audio.encode(frame))
        upto = min(count, heard * COVER_RATE // _SOUND_RATE)
        for number in range(drawn, upto):
            made.mux(video.encode(_at(picture, number)))
        drawn = max(drawn, upto)
    for number in range(drawn, count):
        made.mux(video.encode(_at(picture, number)))
    made.mux(audio.encode(None))
    made.mux(video.encode(None))


def _at(picture: VideoFrame, number: int) -> VideoFrame:
    picture.pts, picture.time_base = number, Fraction(1, COVER_RATE)
    return picture


def _resampled(
    container: InputContainer, sound: AudioStream, codec: AudioCodecContext
) -> Iterator[AudioFrame]:
    resampler = AudioResampler(codec.format, codec.layout, _SOUND_RATE, codec.frame_size or None)
    for frame in container.decode(sound):
        yield from resampler.resample(frame)
    yield from resampler.resample(None)
