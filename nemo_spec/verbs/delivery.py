"""What is made of the finished video here: a picture, its sound, its captions."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from nemo_spec.language.values import show_number
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.base import Problem, check_point, option, value
from nemo_spec.verbs.project import AnyExport
from nemo_spec.verbs.value_types import At, CaptionFormat, PictureFormat, SoundFormat, Text


class ExportFrame(AnyExport):
    """Save one frame of the finished video as a picture.

    It is taken from the first mp4 that the recipe exports; where there is none, the video is rendered
    at 1080p for it. It is made anew whenever the recipe is applied.

    Afterwards: the picture is there, as large as the video.
    """

    example = 'export frame 3s png to "out/thumbnail.png"'
    synonyms = ("thumbnail", "screenshot", "still")
    hints: ClassVar = {
        "jpeg": "write `jpg`",
        **dict.fromkeys(("gif", "webp", "tiff"), "write `png`"),
    }
    verb: Literal["export frame"] = "export frame"
    at: At = value(..., "which frame")
    format: PictureFormat = value(..., "the kind of picture")
    path: Text | None = option(
        "to", None, "where it goes; without it, `out/<recipe>-3s.png`", sample='"out/thumbnail.png"'
    )

    @property
    def kind(self) -> str:
        return self.format

    @property
    def mark(self) -> str:
        return "-end" if self.at == "end" else f"-{show_number(self.at / 1000)}s"

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_point(self.at, timeline, "at")
        yield from super().check(timeline)


class ExportAudio(AnyExport):
    """Save the sound of the finished video.

    It is taken from the first mp4 that the recipe exports; where there is none, the video is rendered
    for it. `m4a` holds the very sound of the video, `wav` and `mp3` are made from it.

    Afterwards: the sound is there, as long as the video.
    """

    example = "export audio mp3"
    hints: ClassVar = {
        "aac": "write `m4a`", "flac": "write `wav`", "aiff": "write `wav`",
        **dict.fromkeys(("ogg", "opus", "wma"), "write `mp3`"),
    }  # fmt: skip
    verb: Literal["export audio"] = "export audio"
    format: SoundFormat = value(..., "the kind of sound file")
    path: Text | None = option(
        "to", None, "where it goes; without it, `out/<recipe>.mp3`", sample='"out/talk.mp3"'
    )

    @property
    def kind(self) -> str:
        return self.format


class ExportCaptions(AnyExport):
    """Save the captions as a subtitle file.

    They are those of the finished video. Only their texts and times are kept.

    Afterwards: the file is there, with every caption.
    """

    example = "export captions srt"
    hints: ClassVar = dict.fromkeys(("ass", "ssa", "sbv", "txt", "ttml"), "write `srt` or `vtt`")
    of_video = False
    verb: Literal["export captions"] = "export captions"
    format: CaptionFormat = value(..., "the kind of subtitle file")
    path: Text | None = option(
        "to", None, "where it goes; without it, `out/<recipe>.srt`", sample='"out/talk.srt"'
    )

    @property
    def kind(self) -> str:
        return self.format
