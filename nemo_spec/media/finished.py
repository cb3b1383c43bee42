"""Whether a finished video can be played from its start to its end. Runs in a child process."""

from __future__ import annotations

from io import BufferedReader

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from nemo_spec.media.clip import Clip, NotMedia
from nemo_spec.media.reader import opened, picture_of, read_clip

_DELIVERED = "mov,mp4"
"""A render is an mp4 and nothing else; mp4 and mov are one demuxer."""
_DECODED_MS = 300_000
"""How long a video may be of which every frame is decoded; it takes a fraction of rendering it."""
_TAIL = 1.0


def read_finished(file: BufferedReader, name: str, *, all_frames: bool) -> Clip:
    """Measure it after decoding its picture, of a long one only the key frames. Raises NotMedia."""
    with opened(file, name, _DELIVERED) as container:
        clip = read_clip(container, name)
    if not clip.has_picture or not clip.length:
        raise NotMedia(f"{name} has no moving picture")
    file.seek(0)  # opened anew: a decoder takes its options before its first packet only
    with opened(file, name, _DELIVERED) as container:
        picture = picture_of(container)
        assert picture
        end = _decoded_end(
            container, picture, name, all_frames=all_frames and clip.length <= _DECODED_MS
        )
    if end < clip.length / 1000 - _TAIL:
        raise NotMedia(f"the picture in {name} ends before its sound")
    return clip


def _decoded_end(
    container: InputContainer, picture: VideoStream, name: str, *, all_frames: bool
) -> float:
    """When the last picture ends (s). Raises NotMedia for one that cannot be decoded."""
    # For a few key frames it takes longer to start threads than to decode.
    picture.thread_type = "AUTO" if all_frames else "NONE"
    # Damage is found where the data is read; smoothing the picture afterwards, a sixth of it, finds none.
    picture.codec_context.options = {"err_detect": "explode", "skip_loop_filter": "all"}
    if not all_frames:
        picture.codec_context.skip_frame = "NONKEY"
    end, frames = 0.0, 0
    try:
        for packet in container.demux(picture):
            if packet.pts is not None:
                end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
            for frame in packet.decode():
                frames += 1
                if frame.is_corrupt:
                    raise NotMedia(f"the picture in {name} is damaged")
    except av.FFmpegError:
        raise NotMedia(f"the picture in {name} is damaged") from None
    if not frames:
        raise NotMedia(f"the picture in {name} is damaged")
    return end
