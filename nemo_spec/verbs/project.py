"""Statements about the project: its names, files and language, and what is delivered."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from nemo_spec.language.diagnostics import Invalid
from nemo_spec.timeline.deltas import Delta, Unpredictable
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs import vagueness
from nemo_spec.verbs.base import Edit, Problem, Statement, check_lasting, option, value
from nemo_spec.verbs.value_types import (
    Code,
    Count,
    Duration,
    Format,
    FrameRate,
    Name,
    Quality,
    Size,
    Text,
)


class Let(Statement):
    """Name a value: a text, a time, a range.

    `{name}` inserts it into a text. `$name` takes the place of any value, also inside a range:
    `first $intro`, `0-$intro`.
    `--set name=value` on the command line overrides it: what follows `=` is the text itself, or any
    other value as it is written in a recipe.
    """

    example = 'let speaker = "Ada Lovelace"'
    form = "let NAME = VALUE"
    group = "Names and files"
    synonyms = ("set", "var", "const")
    verb: Literal["let"] = "let"


class Use(Statement):
    """Include the names and edits of another file.

    That file may contain only `let`, `use` and edits. A `let` above the `use` wins over one in the
    file, and `--set` over both. The path starts at this file's folder and stays inside the project: the
    nearest folder above with `.nemo-spec/` or `.git` in it, else the recipe's own.
    """

    example = 'use "brand.edit"'
    group = "Names and files"
    synonyms = ("include", "import")
    verb: Literal["use"] = "use"
    path: Text = value(..., "the file", sample='"brand.edit"')

    @classmethod
    def inserted(cls, text: str) -> str:
        """Which files belong to a recipe shows without reading any of them."""
        raise Invalid("nothing is inserted into the path of a `use`", "write the path", "E110")


class Clip(Statement):
    """Name a video or picture to edit.

    Without a path it is bound from the command line, in order. Without any `clip` the clips of the
    command line are used. They follow one another on the video track, unless `join` says
    otherwise. Footage may be anywhere on disk.
    """

    example = 'clip a "camera-a.mov"'
    phase = "setup"
    group = "Names and files"
    synonyms = ("source", "file", "input")
    verb: Literal["clip"] = "clip"
    name: Name = value(..., "what the recipe calls it")
    path: Text | None = value(None, "the file; without it, from the command line", sample='"a.mov"')
    duration: Duration | None = option("for", None, "how long a picture is shown; without it, 5s")
    audio: Count | None = option(
        "audio", None, "which sound track is heard; without it, the file's own"
    )

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.duration is not None:
            yield from check_lasting(self.duration)
        if self.audio == 0:
            yield Problem("E244", "sound tracks count from 1", "write `audio 1`", "audio")


class Cover(Statement):
    """Show a picture while a sound is the clip.

    A clip may be a sound alone, such as a podcast. It becomes a video as long as the sound, in which
    this picture stands still, before it is uploaded; every edit acts on it as on any other video. The
    picture keeps its shape; what is larger than 1920x1080 is made smaller.
    """

    example = 'cover "cover.png"'
    phase = "setup"
    group = "Names and files"
    synonyms = ("artwork", "poster")
    verb: Literal["cover"] = "cover"
    path: Text = value(..., "the picture", sample='"cover.png"')


class Language(Statement):
    """Choose the language of the instructions.

    `en` and `zh-CN` are built in; with any other the instructions are in English and name it.
    """

    example = "language zh-CN"
    phase = "setup"
    group = "Names and files"
    verb: Literal["language"] = "language"
    code: Code = value(..., "the language; without the statement, `en`")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", self.code):
            cure = "write a code such as `en`, `zh-CN` or `ja`"
            yield Problem("E106", f"`{self.code}` is not a language code", cure, "code")


class Say(Edit):
    """Send any instruction, word for word.

    What it does is unknown to the plan: durations and places after it are not predicted, so add an
    `expect`. An instruction too vague to be checked ("make it look better") gives a warning.

    Afterwards: the draft has changed.
    """

    example = 'say "Blur the number plate of the red car."'
    group = "Anything else"
    synonyms = ("prompt", "ask", "tell", "do")
    alone = True
    verb: Literal["say"] = "say"
    message: Text = value(..., "the instruction")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if not self.message.strip():
            yield Problem("E214", "the instruction is empty", "write what is to be done", "message")
        elif cure := vagueness.concrete_alternative(self.message):
            yield Problem("W270", "too vague to be done or checked", cure, "message")

    def english(self) -> str:
        return self.message

    def chinese(self) -> str:
        return self.message

    def instruct(self, language: str) -> str:
        return self.message

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (Unpredictable(),)


class AnyExport(Statement):
    """What all exports share: the file that they make."""

    phase = "export"
    group = "Delivery"
    of_video: ClassVar[bool] = True
    """Whether it is made from the finished video."""

    path: Text | None = option(
        "to", None, "where it goes; without it, `out/<recipe>.mp4`", sample='"out/{clip}.mp4"'
    )

    @classmethod
    def inserted(cls, text: str) -> str:
        """A file name has no folders: what is inserted cannot lead out of the one that is written."""
        return re.sub(r"[/\\\\\x00-\x1f]|\.\.", "", text)

    @property
    def kind(self) -> str:
        """What its file is, and what its name ends in: `mp4`."""
        raise NotImplementedError

    @property
    def mark(self) -> str:
        """What stands between the name of the recipe and the ending, if no file is named."""
        return ""

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.path is not None and not self.path.lower().endswith(f".{self.kind}"):
            cure = f"let the file name end in `.{self.kind}`"
            yield Problem("E250", f"this export makes {self.kind}", cure, "path")


class Export(AnyExport):
    """Render the finished video to a file.

    `1080p` is the largest frame of the video's shape inside 1920x1080, or inside 1080x1920 for a
    vertical one; `aspect` changes the shape. Several exports are allowed, each to a file of its own.
    A variable in the file name loses `/` and `..`; the file stays inside the project.

    Afterwards: the file is there, with that frame size.
    """

    example = 'export 1080p mp4 30fps high to "out/{clip}.mp4"'
    hints: ClassVar = {
        **dict.fromkeys(
            ("mov", "avi", "webm", "mkv", "gif", "prores", "hevc", "m4v"),
            "only mp4 (H.264) is rendered: write `mp4`",
        ),
        **{word: f"write `export audio {word}`" for word in ("mp3", "wav", "m4a")},
        **{word: f"write `export frame 3s {word}`" for word in ("png", "jpg")},
        **{word: f"write `export captions {word}`" for word in ("srt", "vtt")},
    }
    synonyms = ("render", "save", "output", "deliver")
    verb: Literal["export"] = "export"
    size: Size = value(..., "the frame")
    format: Format = value(..., "the kind of file")
    fps: FrameRate | None = value(None, "frames per second; without it, as the draft has it")
    quality: Quality | None = value(
        None, "how good the picture is; without it, as the service renders"
    )

    @property
    def kind(self) -> str:
        return self.format

    @property
    def mark(self) -> str:
        return "" if self.size == "1080p" else f"-{self.size}"

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        long, short = box(self.size)
        if long > 1920 or short > 1080:
            cure = "write `1080p`: the service renders up to 1920x1080 or 1080x1920"
            yield Problem("E250", f"`{self.size}` is larger than what is rendered", cure, "size")
        elif short < 64:
            yield Problem("E250", f"`{self.size}` is too small", "write `720p` or `1080p`", "size")
        yield from super().check(timeline)


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
