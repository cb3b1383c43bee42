"""Write chapters into a finished video, and read them back. Runs in a child process."""

from __future__ import annotations

import json
from fractions import Fraction
from io import BufferedReader

import av

from nemo_spec.media.clip import Clip, NotMedia
from nemo_spec.media.reader import opened, read_clip

_MILLISECONDS = Fraction(1, 1000)
_DELIVERED = "mov,mp4"


def with_chapters(file: BufferedReader, name: str, target: str, told: str) -> Clip:
    """Copy the video to the path `target`, picture and sound as they are, with the chapters that JSON
    holds as pairs of a start (ms) and a name. Raises NotMedia, also where they are not read back."""
    marks = _from_the_start([(start, title) for start, title in json.loads(told)])
    with opened(file, name, _DELIVERED) as source:
        length = read_clip(source, name).length
    if late := [title for start, title in marks if start >= length]:
        raise NotMedia(f"{name} ends before the chapter {late[0]!r}")
    file.seek(0)
    try:
        _copy(file, name, target, marks, length)
        found = _read(target)
    except av.FFmpegError as error:
        raise NotMedia(f"chapters cannot be written into {name}: {error.strerror}") from None
    if found != marks:
        raise NotMedia(f"chapters cannot be written into {name}")
    return Clip(length, 0, 0)


def _from_the_start(marks: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """With a chapter without a name before the first one: mp4 holds no chapters that begin later than
    the video, and players would show the first one at its start."""
    return marks if not marks or marks[0][0] == 0 else [(0, ""), *marks]


def _copy(
    file: BufferedReader, name: str, target: str, marks: list[tuple[int, str]], length: int
) -> None:
    ends = [start for start, _ in marks[1:]] + [length]
    with (
        opened(file, name, _DELIVERED) as source,
        av.open(target, "w", format="mp4", options={"movflags": "faststart"}) as made,
    ):
        kept = [one for one in source.streams if one.type in ("video", "audio")]
        streams = {one.index: made.add_stream_from_template(one) for one in kept}
        made.set_chapters([
            {"id": index, "start": start, "end": end, "time_base": _MILLISECONDS,
             "metadata": {"title": title}}
            for index, ((start, title), end) in enumerate(zip(marks, ends, strict=True))
        ])  # fmt: skip
        for packet in source.demux(kept):
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                made.mux(packet)


def _read(path: str) -> list[tuple[int, str]]:
    with av.open(path, "r", format="mp4") as made:
        return [
            (
                round(one["start"] * (one["time_base"] or _MILLISECONDS) * 1000),
                one["metadata"].get("title", ""),
            )
            for one in made.chapters()
        ]
