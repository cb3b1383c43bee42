"""Texts over the picture."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

from pydantic import Field

from nemo_spec.language.values import DAY, Range, show_number
from nemo_spec.media.cues import Cue
from nemo_spec.timeline.deltas import AddLayer, AddUnknownLayers, Delta
from nemo_spec.timeline.model import Role, Segment, Timeline, exactly
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import (
    Edit,
    Problem,
    check_range,
    it_lasts,
    option,
    place_range,
    value,
)
from nemo_spec.verbs.value_types import Code, Color, Duration, Points, Position, Text, TimeRange

_Words = dict[str, Callable[[Any], str]]

_MANNERS: _Words = {
    "position": phrasing.position,
    "style": lambda style: f"in the style {phrasing.quoted(style)}",
    "color": lambda color: f"in the color {phrasing.quoted(color)}",
    "background": lambda color: f"with the background color {phrasing.quoted(color)}",
    "outline": lambda color: f"with the outline color {phrasing.quoted(color)}",
    "shadow": lambda _: "with a drop shadow",
    "size": lambda size: f"at font size {show_number(size)}",
    "font": lambda font: f"in the font {phrasing.quoted(font)}",
    "fade_in": lambda time: f"fading in over {phrasing.seconds(time)}",
    "fade_out": lambda time: f"fading out over {phrasing.seconds(time)}",
}
_ZH_MANNERS: _Words = {
    "position": phrasing.zh_position,
    "style": lambda style: f"样式{phrasing.quoted(style)}",
    "color": lambda color: f"颜色{phrasing.quoted(color)}",
    "background": lambda color: f"背景颜色{phrasing.quoted(color)}",
    "outline": lambda color: f"描边颜色{phrasing.quoted(color)}",
    "shadow": lambda _: "带阴影",
    "size": lambda size: f"字号{show_number(size)}",
    "font": lambda font: f"字体{phrasing.quoted(font)}",
    "fade_in": lambda time: f"淡入{phrasing.zh_seconds(time)}",
    "fade_out": lambda time: f"淡出{phrasing.zh_seconds(time)}",
}


def manner(look: Mapping[str, object]) -> str:
    """A look in words, beginning with a comma where there is any. Times are in milliseconds."""
    return "".join(f", {say(look[key])}" for key, say in _MANNERS.items() if look.get(key))


def chinese_manner(look: Mapping[str, object]) -> str:
    """The same in Chinese."""
    return "".join(f"，{say(look[key])}" for key, say in _ZH_MANNERS.items() if look.get(key))


class TextEdit(Edit):
    """What all texts share: their place on the screen and their look."""

    role: ClassVar[Role]
    group = "Texts"
    follows_video = True

    at: Position | None = option("at", None, "where on the screen")
    style: Text | None = option("style", None, "how it looks, in a few words", sample='"bold"')
    color: Color | None = option("color", None, "a colour by name or number", sample='"#ffcc00"')
    background: Color | None = option(
        "background", None, "the colour of a box behind the text", sample='"#102030"'
    )
    outline: Color | None = option(
        "outline", None, "the colour of a line around each letter", sample='"#000000"'
    )
    shadow: bool = option("shadow", default=False, about="a shadow below and to the right")
    size: Points | None = option("size", None, "the font size, in points of a 1080-line frame")
    font: Text | None = option("font", None, "a font by its name", sample='"Inter"')
    fade_in: Duration | None = option("fade in", None, "how long it takes to appear")
    fade_out: Duration | None = option("fade out", None, "how long it takes to disappear")

    def manner(self) -> str:
        """The options in words, beginning with a comma where there are any."""
        return manner(self.look())

    def chinese_manner(self) -> str:
        """The same in Chinese."""
        return chinese_manner(self.look())

    def look(self) -> dict[str, object]:
        """The options that were given, as the timeline names them."""
        found = {
            "position": self.at,
            "style": self.style,
            "color": self.color,
            "background": self.background,
            "outline": self.outline,
            "shadow": self.shadow or None,
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


class Captions(TextEdit):
    """Add captions from the speech or a subtitle file.

    A file is SRT, WebVTT, SSA or ASS. What its tags say of the look of a whole caption is kept, unless
    an option says otherwise; what captions cannot keep is named in a warning.

    Afterwards: with `from`, every caption of the file, with exactly its text, times and look.
    """

    example = 'captions from "interview.srt"'
    role = "caption"
    synonyms = ("subtitles", "subs", "cc")
    verb: Literal["captions"] = "captions"
    path: Text | None = option(
        "from", None, "a subtitle file; without it, from the speech", sample='"talk.srt"'
    )
    encoding: Text | None = option(
        "encoding", None, "what the file is written in; without it, UTF-8", sample='"latin-1"'
    )
    language: Code | None = option(
        "in", None, "the language of the captions; without it, as spoken"
    )
    cues: tuple[Cue, ...] = Field((), description="the captions of the file")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.encoding and not self.path:
            yield Problem("E104", "`encoding` needs a file", 'add `from "talk.srt"`', "encoding")
        if not timeline.unknown and timeline.length.hi < DAY:
            yield from self._check_ends(timeline)

    def _check_ends(self, timeline: Timeline) -> Iterator[Problem]:
        """The first cue that begins after the end, and the first that only ends after it."""
        end = timeline.length.hi
        if late := [cue for cue in self.cues if cue.start >= end]:
            others = _others(late, "and {} more cue does", "and {} more cues do")
            message = f"{self._named(late[0])} begins after the end of the timeline{others}"
            cure = f"{it_lasts(timeline)}; delete the cue, or cut less"
            yield Problem("E211", message, cure, "path")
        if cut := [cue for cue in self.cues if cue.start < end < cue.end]:
            others = _others(cut, "and of {} more", "and of {} more")
            message = f"the rest of {self._named(cut[0])} is ignored{others}"
            length = it_lasts(timeline)
            yield Problem("W212", f"{length}; {message}", "", "path")

    def called(self, layer: int) -> str:
        return self._named(self.cues[layer])

    def _named(self, cue: Cue) -> str:
        return f"cue {cue.number} on line {cue.line} of {self.path}"

    def english(self) -> str:
        spoken = f" in the language {self.language}" if self.language else ""
        shared = self._shared_look()
        if not self.path:
            everything = "of everything that is said"
            return (
                f"Add captions{spoken} {everything}{manner(shared)}, each cue while it is spoken."
            )
        cues = "; ".join(
            f"{phrasing.quoted(cue.text)} from {phrasing.bare(cue.start)} to {phrasing.seconds(cue.end)}"
            f"{manner(self._own_look(cue, shared))}"
            for cue in self.cues
        )
        head = f"Add these {len(self.cues)} captions{spoken}{manner(shared)}"
        return f"{head}, exactly as given: {cues}."

    def chinese(self) -> str:
        spoken = f"（语言{self.language}）" if self.language else ""
        shared = self._shared_look()
        if not self.path:
            return f"为所有语音添加字幕{spoken}{chinese_manner(shared)}，每条与语音同步。"
        cues = "；".join(
            f"{phrasing.quoted(cue.text)}从{phrasing.zh_seconds(cue.start)}到{phrasing.zh_seconds(cue.end)}"
            f"{chinese_manner(self._own_look(cue, shared))}"
            for cue in self.cues
        )
        head = f"添加以下{len(self.cues)}条字幕{spoken}{chinese_manner(shared)}"
        return f"{head}，内容和时间完全一致：{cues}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        if self.path is None:
            return (AddUnknownLayers(self.role, self.look()),)
        return tuple(self._layer(cue) for cue in self.cues)

    def _layer(self, cue: Cue) -> AddLayer:
        start, end = exactly(cue.start), exactly(cue.end)
        look = self._look_of(cue)
        return AddLayer(Segment(self.role, start, end, texts=(cue.text,), properties=look))

    def _look_of(self, cue: Cue) -> dict[str, object]:
        """An option of the line counts for more than what the file says."""
        return dict(cue.look) | self.look()

    def _shared_look(self) -> dict[str, object]:
        """The look that all cues have, which is said once."""
        looks = [self._look_of(cue) for cue in self.cues] or [self.look()]
        first = looks[0]
        return {key: v for key, v in first.items() if all(look.get(key) == v for look in looks)}

    def _own_look(self, cue: Cue, shared: Mapping[str, object]) -> dict[str, object]:
        return {key: value for key, value in self._look_of(cue).items() if key not in shared}


def _others(cues: Sequence[Cue], one: str, several: str) -> str:
    """How many there are beside the first."""
    count = len(cues) - 1
    return f", {(one if count == 1 else several).format(count)}" if count else ""


def check_text(text: str, field: str) -> Iterator[Problem]:
    """A text must have something visible in it."""
    if not text.strip():
        yield Problem("E214", "the text is empty", "write what is to be shown", field)
