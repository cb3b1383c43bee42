"""Texts over the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from nemo_spec.language.values import Range, show_number
from nemo_spec.timeline.deltas import AddLayer, AddUnknownLayers, Delta
from nemo_spec.timeline.model import Role, Segment, Timeline, exactly
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import Edit, Problem, check_range, option, place_range, value
from nemo_spec.verbs.material import Cue
from nemo_spec.verbs.value_types import Code, Duration, Points, Position, Text, TimeRange

_ZH_POSITIONS = {
    "top": "顶部", "center": "中央", "bottom": "底部", "left": "左侧", "right": "右侧",
    "top-left": "左上角", "top-right": "右上角", "bottom-left": "左下角", "bottom-right": "右下角",
}  # fmt: skip


def english_position(position: str) -> str:
    """`in the top-left corner`, `at the bottom`, `in the center`."""
    if "-" in position:
        return f"in the {position} corner"
    if position == "center":
        return "in the center"
    return f"at the {position}" if position in ("top", "bottom") else f"on the {position}"


def chinese_position(position: str) -> str:
    """A position on the screen in Chinese."""
    return _ZH_POSITIONS[position]


class TextEdit(Edit):
    """What all texts share: their place on the screen and their look."""

    role: ClassVar[Role]
    group = "Texts"
    follows_video = True

    at: Position | None = option("at", None, "where on the screen")
    style: Text | None = option("style", None, "how it looks, in a few words", sample='"bold"')
    color: Text | None = option("color", None, "a colour by name or number", sample='"#ffcc00"')
    size: Points | None = option("size", None, "the font size, in points of a 1080-line frame")
    font: Text | None = option("font", None, "a font by its name", sample='"Inter"')
    fade_in: Duration | None = option("fade in", None, "how long it takes to appear")
    fade_out: Duration | None = option("fade out", None, "how long it takes to disappear")

    def manner(self) -> str:
        """The options in words, beginning with a comma where there are any."""
        parts = [
            english_position(self.at) if self.at else "",
            f"in the style {phrasing.quoted(self.style)}" if self.style else "",
            f"in the color {phrasing.quoted(self.color)}" if self.color else "",
            f"at font size {show_number(self.size)}" if self.size else "",
            f"in the font {phrasing.quoted(self.font)}" if self.font else "",
            f"fading in over {phrasing.seconds(self.fade_in)}" if self.fade_in else "",
            f"fading out over {phrasing.seconds(self.fade_out)}" if self.fade_out else "",
        ]
        return "".join(f", {part}" for part in parts if part)

    def chinese_manner(self) -> str:
        """The same in Chinese."""
        parts = [
            f"位于{chinese_position(self.at)}" if self.at else "",
            f"样式{phrasing.quoted(self.style)}" if self.style else "",
            f"颜色{phrasing.quoted(self.color)}" if self.color else "",
            f"字号{show_number(self.size)}" if self.size else "",
            f"字体{phrasing.quoted(self.font)}" if self.font else "",
            f"淡入{phrasing.zh_seconds(self.fade_in)}" if self.fade_in else "",
            f"淡出{phrasing.zh_seconds(self.fade_out)}" if self.fade_out else "",
        ]
        return "".join(f"，{part}" for part in parts if part)

    def look(self) -> dict[str, object]:
        """The options that were given, as the timeline names them."""
        found = {
            "position": self.at,
            "style": self.style,
            "color": self.color,
            "size": self.size,
            "font": self.font,
            "fade_in": self.fade_in or None,
            "fade_out": self.fade_out or None,
        }
        return {key: content for key, content in found.items() if content is not None}

    def lay(self, timeline: Timeline, range_: Range, *texts: str | None) -> tuple[Delta, ...]:
        """One layer with these texts over a range (ms)."""
        start, end = place_range(range_, timeline.length)
        shown = tuple(text for text in texts if text)
        return (AddLayer(Segment(self.role, start, end, texts=shown, properties=self.look())),)


class OneText(TextEdit):
    """What a title and a caption share: one text at one range."""

    nouns: ClassVar[tuple[str, str]]
    """What it is called in an instruction, in English and in Chinese."""

    range: TimeRange = value(..., "when it is shown")
    text: Text = value(..., "what it says")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")
        yield from check_text(self.text, "text")

    def english(self) -> str:
        what = f"Add a {self.nouns[0]} that reads {phrasing.quoted(self.text)}"
        return f"{what} {phrasing.over(self.range)}{self.manner()}."

    def chinese(self) -> str:
        what = f"添加{self.nouns[1]}{phrasing.quoted(self.text)}"
        return f"{what}，时间{phrasing.zh_over(self.range)}{self.chinese_manner()}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return self.lay(timeline, self.range, self.text)


class Title(OneText):
    """Show a text over the picture.

    A title that begins after the end of the video is an error; one that ends after it is shortened,
    which gives a warning.

    Afterwards: one title with exactly that text, range and look.
    """

    example = 'title 0-3s "Intro" at center fade in 0.5s'
    role = "title"
    nouns = ("title", "标题")
    synonyms = ("text", "headline", "heading")
    verb: Literal["title"] = "title"


class LowerThird(TextEdit):
    """Show a name and a role low on the screen.

    Afterwards: one lower third with exactly those texts, that range and look.
    """

    example = 'lower-third 4-8s "Ada Lovelace" "Mathematician"'
    role = "lower-third"
    synonyms = ("strap", "nameplate")
    verb: Literal["lower-third"] = "lower-third"
    range: TimeRange = value(..., "when it is shown")
    name: Text = value(..., "who it is", sample='"name"')
    subtitle: Text | None = value(None, "what they do, in a second line", sample='"role"')

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")
        yield from check_text(self.name, "name")

    def english(self) -> str:
        role = f" and the role {phrasing.quoted(self.subtitle)}" if self.subtitle else ""
        return (
            f"Add a lower-third with the name {phrasing.quoted(self.name)}{role} "
            f"{phrasing.over(self.range)}{self.manner()}."
        )

    def chinese(self) -> str:
        role = f"和职位{phrasing.quoted(self.subtitle)}" if self.subtitle else ""
        return (
            f"添加人名条，姓名{phrasing.quoted(self.name)}{role}，"
            f"时间{phrasing.zh_over(self.range)}{self.chinese_manner()}。"
        )

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return self.lay(timeline, self.range, self.name, self.subtitle)


class Caption(OneText):
    """Show one caption.

    Afterwards: one caption with exactly that text, range and look.
    """

    example = 'caption 5-8s "We begin with the engine."'
    role = "caption"
    nouns = ("caption", "字幕")
    synonyms = ("subtitle",)
    verb: Literal["caption"] = "caption"


class Captions(Edit):
    """Add captions from the speech or a subtitle file.

    Afterwards: with `from`, every caption of the file, with exactly its text and times.
    """

    example = 'captions from "interview.srt"'
    group = "Texts"
    synonyms = ("subtitles", "subs", "cc")
    follows_video = True
    verb: Literal["captions"] = "captions"
    path: Text | None = option(
        "from", None, "a subtitle file (.srt); without it, from the speech", sample='"talk.srt"'
    )
    language: Code | None = option(
        "in", None, "the language of the captions; without it, as spoken"
    )
    cues: tuple[Cue, ...] = Field((), description="the captions of the file")

    def english(self) -> str:
        spoken = f" in the language {self.language}" if self.language else ""
        if not self.path:
            return f"Add captions{spoken} of everything that is said, each cue while it is spoken."
        cues = "; ".join(
            f"{phrasing.quoted(cue.text)} from {phrasing.bare(cue.start)} to {phrasing.seconds(cue.end)}"
            for cue in self.cues
        )
        return f"Add these {len(self.cues)} captions{spoken}, exactly as given: {cues}."

    def chinese(self) -> str:
        spoken = f"（语言{self.language}）" if self.language else ""
        if not self.path:
            return f"为所有语音添加字幕{spoken}，每条与语音同步。"
        cues = "；".join(
            f"{phrasing.quoted(cue.text)}从{phrasing.zh_seconds(cue.start)}到{phrasing.zh_seconds(cue.end)}"
            for cue in self.cues
        )
        return f"添加以下{len(self.cues)}条字幕{spoken}，内容和时间完全一致：{cues}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        if self.path is None:
            return (AddUnknownLayers("caption"),)
        return tuple(
            AddLayer(Segment("caption", exactly(cue.start), exactly(cue.end), texts=(cue.text,)))
            for cue in self.cues
        )


def check_text(text: str, field: str) -> Iterator[Problem]:
    """A text must have something visible in it."""
    if not text.strip():
        yield Problem("E214", "the text is empty", "write what is to be shown", field)
