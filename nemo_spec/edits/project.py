"""Statements about the project: its names, files and language, and what is delivered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from nemo_spec.edits import vague
from nemo_spec.edits.base import Edit, Phase, Problem, Statement, option, value
from nemo_spec.edits.kinds import Duration, Format, FrameRate, Name, Quality, Size, Text
from nemo_spec.timeline.delta import Delta, Unpredictable
from nemo_spec.timeline.model import Timeline


class Let(Statement):
    """A name for one value of any kind; `--set name=value` on the command line overrides it.

    `{name}` inserts it into a text, `$name` stands for it anywhere else.
    """

    example: ClassVar[str] = 'let speaker = "Ada Lovelace"'
    verb: Literal["let"] = "let"


class Use(Statement):
    """The names and edits of another file at this point; nothing else may be in it."""

    example: ClassVar[str] = 'use "brand.edit"'
    verb: Literal["use"] = "use"
    path: Text


class Clip(Statement):
    """Names a source. Without a path it is bound from the command line, in order."""

    example: ClassVar[str] = 'clip a "camera-a.mov"'
    phase: ClassVar[Phase] = "setup"
    verb: Literal["clip"] = "clip"
    name: Name
    path: Text | None = value()
    duration: Duration | None = option("for")


class Language(Statement):
    """The language of the session and of the instructions: `en`, `zh-CN`, or another by its code."""

    example: ClassVar[str] = "language zh-CN"
    phase: ClassVar[Phase] = "setup"
    verb: Literal["language"] = "language"
    code: Name

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", self.code):
            cure = "write a code such as `en`, `zh-CN` or `ja`"
            yield Problem("E106", f"`{self.code}` is not a language code", cure, "code")


class Say(Edit):
    """Any instruction, sent as it stands; the draft must change. Nothing is predicted after it."""

    example: ClassVar[str] = 'say "Blur the number plate of the red car."'
    verb: Literal["say"] = "say"
    message: Text

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if not self.message.strip():
            yield Problem("E214", "the instruction is empty", "write what is to be done", "message")
        elif cure := vague.concrete_alternative(self.message):
            yield Problem("W270", "too vague to be done or checked", cure, "message")

    def english(self) -> str:
        return self.message

    def chinese(self) -> str:
        return self.message

    def instruct(self, language: str) -> str:
        return self.message

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (Unpredictable(),)


class Tolerance(Statement):
    """How far times may be off in what follows: otherwise 100 ms, or one frame where that is longer."""

    example: ClassVar[str] = "tolerance 150ms"
    verb: Literal["tolerance"] = "tolerance"
    amount: Duration


class Export(Statement):
    """A finished render on disk; several are allowed.

    `1080p` is the largest frame of the canvas's shape inside 1920x1080 or its turn. The default file
    is `out/<recipe>.mp4`.
    """

    example: ClassVar[str] = 'export 1080p mp4 30fps high to "out/{clip}.mp4"'
    phase: ClassVar[Phase] = "export"
    hints: ClassVar[dict[str, str]] = dict.fromkeys(
        ("mov", "avi", "webm", "mkv", "gif", "prores", "hevc", "m4v"),
        "only mp4 (H.264) is rendered: write `mp4`",
    )
    verb: Literal["export"] = "export"
    size: Size
    format: Format
    fps: FrameRate | None = value()
    quality: Quality | None = value()
    path: Text | None = option("to")

    @classmethod
    def inserted(cls, text: str) -> str:
        """A file name has no folders: what is inserted cannot lead out of the one that is written."""
        return re.sub(r"[/\\\\\x00-\x1f]|\.\.", "", text)

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        long, short = box(self.size)
        if long > 1920 or short > 1080:
            cure = "write `1080p`: the service renders up to 1920x1080 or 1080x1920"
            yield Problem("E250", f"`{self.size}` is larger than what is rendered", cure, "size")
        elif short < 64:
            yield Problem("E250", f"`{self.size}` is too small", "write `720p` or `1080p`", "size")
        if self.path is not None and not self.path.lower().endswith(".mp4"):
            cure = "let the file name end in `.mp4`"
            yield Problem("E250", "only mp4 is rendered", cure, "path")


def box(size: str) -> tuple[int, int]:
    """Long and short side in pixels of `1080p` or `1080x1920`."""
    if size.endswith("p"):
        short = int(size[:-1][:6])
        return -(-short * 16 // 9), short
    sides = sorted(int(side[:6]) for side in size.split("x"))
    return sides[1], sides[0]


def frame(size: str, canvas: tuple[int, int]) -> tuple[int, int] | None:
    """Width and height in pixels of an export, both even; None when the size has another shape.

    `canvas` is the width and height that give the shape.
    """
    width, height = canvas
    if not size.endswith("p"):
        asked = tuple(int(side[:6]) for side in size.split("x"))
        if abs(asked[0] * height - asked[1] * width) > max(width, height) * 2:
            return None
        return asked[0] // 2 * 2, asked[1] // 2 * 2
    long, short = box(size)
    scale = min(long / max(width, height), short / min(width, height))
    return round(width * scale / 2) * 2, round(height * scale / 2) * 2
