"""Edits of the picture: layers, geometry, colour, fades."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar, Literal

from nemo_spec.language.values import DAY, show_number
from nemo_spec.timeline.deltas import (
    Append,
    Canvas,
    Delta,
    FadeVideo,
    RotateBy,
    SetProperties,
)
from nemo_spec.timeline.deltas import Transition as TransitionDelta
from nemo_spec.timeline.main_track import cuts_of
from nemo_spec.timeline.model import Segment, Timeline, exactly
from nemo_spec.timeline.track import MainTrack
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import (
    Edit,
    Problem,
    check_lasting,
    check_point,
    it_lasts,
    option,
    place,
    value,
)
from nemo_spec.verbs.overlays import check_blurs
from nemo_spec.verbs.value_types import (
    At,
    Count,
    Duration,
    Fill,
    Ratio,
    Share,
    Side,
    Text,
    TransitionKind,
)
from nemo_spec.verbs.value_types import Color as ColorValue

_ZH_FILLS = {"fit": "完整显示", "fill": "裁切填满", "blur": "模糊背景"}
_FILLS = {
    "fit": "fit the whole picture in with bars",
    "fill": "fill the frame by cropping",
    "blur": "fill the rest with a blurred copy",
}


_LUT = re.compile(r".+\.(?:cube|3dl|look|lut|mga|vlt|icc|xmp|dng)", re.IGNORECASE)
"""The files in which other programs keep a colour look."""
_ZH_SIDES = {"top": "顶部", "bottom": "底部", "left": "左侧", "right": "右侧"}


class Aspect(Edit):
    """Change the shape of the frame.

    The service may have to regenerate the picture, which costs credits; the plan says so. The colour of
    the bars of `fit` is not documented by the service.

    Afterwards: a canvas of that shape, filled in that way and colour, and the same duration.
    """

    example = "aspect 9:16 blur"
    group = "Picture"
    synonyms = ("ratio", "resize")
    note = "the service may have to regenerate the picture, for credits"
    verb: Literal["aspect"] = "aspect"
    ratio: Ratio = value(..., "width to height")
    fill: Fill = value("fit", "bars around it, cropped to the frame, or a blurred copy behind it")
    background: ColorValue | None = option(
        "background", None, "the colour of the bars", sample='"#102030"'
    )

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.background is not None and self.fill != "fit":
            message = f"`{self.fill}` leaves no bars to colour"
            yield Problem("E103", message, "write `fit`, or delete `background`", "background")
        yield from check_blurs(timeline)

    def english(self) -> str:
        how, bars = _FILLS[self.fill], ""
        if self.background:
            bars = f", the bars in the color {phrasing.quoted(self.background)}"
        return (
            f"Change the aspect ratio of the project to {self.ratio} and {how} ({self.fill}){bars}."
        )

    def chinese(self) -> str:
        bars = f"，黑边颜色{phrasing.quoted(self.background)}" if self.background else ""
        return f"将项目画面比例改为{self.ratio}，{_ZH_FILLS[self.fill]}（{self.fill}）{bars}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        colored = {"background": self.background} if self.background else {}
        return (Canvas({"ratio": self.ratio, "fill": self.fill, **colored}),)


class Rotate(Edit):
    """Rotate the picture clockwise.

    Afterwards: the whole video rotated, and the same duration.
    """

    example = "rotate 90"
    group = "Picture"
    verb: Literal["rotate"] = "rotate"
    degrees: Count = value(..., "degrees: 90, 180 or 270", sample="90|180|270")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.degrees not in (90, 180, 270):
            yield Problem(
                "E107", "pictures rotate in quarter turns", "write 90, 180 or 270", "degrees"
            )
        yield from check_blurs(timeline)

    def english(self) -> str:
        return f"Rotate the picture by {self.degrees} degrees clockwise."

    def chinese(self) -> str:
        return f"将画面顺时针旋转{self.degrees}度。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (RotateBy(self.degrees),)


class Crop(Edit):
    """Crop the edges of the picture.

    Without a side that much of its width and height is removed, and the middle is kept. With a side
    that much of the height or width is removed there. Crops of several sides compose, the same one
    again replaces the first. The frame keeps its size, and what is left is fitted in as `aspect` says.
    A side is not documented by the service.

    Afterwards: the whole video cropped, and the same duration.
    """

    example = "crop top 10%"
    group = "Picture"
    synonyms = ("trim-edges",)
    verb: Literal["crop"] = "crop"
    side: Side | None = value(None, "where; without it, all around")
    amount: Share = value(..., "how much is removed")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if not 0 < self.amount < 100:
            yield Problem("E107", "this crops nothing or everything", "use 1% to 99%", "amount")
        elif self._left(timeline) < 0.01:
            yield Problem("E107", "this leaves nothing of the picture", "crop less", "amount")
        yield from check_blurs(timeline)

    def _left(self, timeline: Timeline) -> float:
        """What is left of the picture between its more cropped edges, as a share."""
        before = timeline.main[0].properties if timeline.main else {}
        cropped = before | {self._key: self.amount / 100}
        pairs = (("crop_top", "crop_bottom"), ("crop_left", "crop_right"))
        removed = [[cropped.get(key, 0) for key in ("crop", *pair)] for pair in pairs]
        return 1 - max(sum(one for one in row if isinstance(one, int | float)) for row in removed)

    def english(self) -> str:
        amount = phrasing.percent(self.amount)
        if self.side is None:
            return f"Crop the picture by {amount} around the center."
        return f"Crop {amount} off the {self.side} side of the picture."

    def chinese(self) -> str:
        amount = phrasing.percent(self.amount)
        if self.side is None:
            return f"以画面中心为准裁剪{amount}。"
        return f"裁剪画面{_ZH_SIDES[self.side]}{amount}。"

    @property
    def _key(self) -> str:
        return f"crop_{self.side}" if self.side else "crop"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (SetProperties(0, DAY, {self._key: self.amount / 100}),)


class Color(Edit):
    """Apply a colour look to the whole video.

    Afterwards: the whole video with that look at that strength, and the same duration.
    """

    example = 'color "warm" 60%'
    group = "Picture"
    synonyms = ("filter", "grade", "grading", "lut", "look", "colour")
    verb: Literal["color"] = "color"
    look: Text = value(..., "the look by its name", sample='"warm"')
    strength: Share | None = value(None, "how strong; without it, `100%`")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if _LUT.fullmatch(self.look):
            message = "the service knows looks by their names: this file is not sent"
            yield Problem("W271", message, 'name a look, such as `color "warm"`', "look")

    def english(self) -> str:
        strength = (
            "" if self.strength is None else f" at {phrasing.percent(self.strength)} strength"
        )
        return f"Apply the color look {phrasing.quoted(self.look)} to the whole video{strength}."

    def chinese(self) -> str:
        strength = "" if self.strength is None else f"，强度{phrasing.percent(self.strength)}"
        return f"为整个视频应用调色{phrasing.quoted(self.look)}{strength}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        amount = 1 if self.strength is None else self.strength / 100
        return (SetProperties(0, DAY, {"color": self.look, "amount": amount}),)


class Stabilize(Edit):
    """Smooth out camera shake.

    Afterwards: the whole video marked as stabilized, and the same duration.
    """

    example = "stabilize"
    group = "Picture"
    synonyms = ("stabilise",)
    sentences = ("Stabilize the whole video.", "对整个视频进行防抖处理。")
    verb: Literal["stabilize"] = "stabilize"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (SetProperties(0, DAY, {"stabilize": True}),)


class VideoFade(Edit):
    """What both fades of the whole video share."""

    group = "Picture"
    edge: ClassVar[Literal["fade_in", "fade_out"]]

    duration: Duration = value(..., "how long")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_lasting(self.duration)
        if not timeline.unknown and self.duration > timeline.length.hi:
            cure = it_lasts(timeline)
            yield Problem("E107", "the fade is longer than the video", cure, "duration")

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (FadeVideo(self.edge, self.duration),)


class FadeIn(VideoFade):
    """Fade the video in from black.

    Afterwards: a fade of that length on the first segment, and the same duration.
    """

    edge = "fade_in"
    example = "fade in 1s"
    verb: Literal["fade in"] = "fade in"

    def english(self) -> str:
        return f"Fade the video in from black over the first {phrasing.seconds(self.duration)}."

    def chinese(self) -> str:
        return f"视频开头从黑场淡入，时长{phrasing.zh_seconds(self.duration)}。"


class FadeOut(VideoFade):
    """Fade the video out to black.

    Afterwards: a fade of that length on the last segment, and the same duration.
    """

    edge = "fade_out"
    example = "fade out 1s"
    verb: Literal["fade out"] = "fade out"

    def english(self) -> str:
        return f"Fade the video out to black over the last {phrasing.seconds(self.duration)}."

    def chinese(self) -> str:
        return f"视频结尾淡出到黑场，时长{phrasing.zh_seconds(self.duration)}。"


class Transition(Edit):
    """Lead from one segment of the video into the next.

    It needs a cut: where two clips meet, where something was cut out, or where `split` made one.
    Anywhere else is an error. `wipe-left` and `slide-left` bring the next picture in from the right;
    a dip goes through a moment of one colour. Which kinds it knows is not documented by the service.

    Afterwards: a transition of that kind and length at that cut, and the same duration.
    """

    example = "transition fade 0.5s at 12s"
    group = "Picture"
    synonyms = ("crossfade", "dissolve", "wipe", "slide", "dip")
    verb: Literal["transition"] = "transition"
    kind: TransitionKind = value(..., "how one picture becomes the next")
    duration: Duration = value(..., "how long")
    at: At = option("at", about="where the cut is", required=True)

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_point(self.at, timeline, "at")
        yield from check_lasting(self.duration)
        inside = self.at == "end" or self.at <= timeline.length.hi
        if inside and not timeline.is_uncertain and not self._is_at_cut(timeline):
            cuts = islice(cuts_of(timeline.main), 8)
            shown = ", ".join(f"{show_number(cut / 1000)}s" for _, cut in cuts)
            cure = f"cuts are at {shown}" if shown else "`split` the video there first"
            yield Problem("E280", "there is no cut at this time", cure, "at")

    def english(self) -> str:
        lasts, where = phrasing.seconds(self.duration), phrasing.at(self.at)
        return f"Put a {phrasing.transition(self.kind)} transition of {lasts} on the cut {where}."

    def chinese(self) -> str:
        lasts, where = phrasing.zh_seconds(self.duration), phrasing.zh_at(self.at)
        return f"在{where}的剪切点添加{lasts}的{phrasing.zh_transition(self.kind)}转场。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (TransitionDelta(place(self.at, timeline.length).lo, self.duration, self.kind),)

    def _is_at_cut(self, timeline: Timeline) -> bool:
        if self.at == "end":
            return False
        near = MainTrack.of(timeline.main).near(self.at, self.at)
        return any(self.at == cut for _, cut in cuts_of(near))


class Generate(Edit):
    """Generate a new piece of video from a description.

    It is added at the end. Layers above the video do not extend over it.

    Afterwards: one more video segment of that duration at the end.
    """

    example = 'generate 5s "a city at night, seen from above"'
    group = "Cuts and time"
    alone = True
    generates = True
    note = "a generated clip costs credits of its own"
    verb: Literal["generate"] = "generate"
    duration: Duration = value(..., "how long")
    prompt: Text = value(..., "what it shows")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_lasting(self.duration)

    def english(self) -> str:
        return (
            f"Generate a new clip of {phrasing.seconds(self.duration)} that shows "
            f"{phrasing.quoted(self.prompt)} and put it at the end of the video."
        )

    def chinese(self) -> str:
        return (
            f"生成一段{phrasing.zh_seconds(self.duration)}的新视频，画面为{phrasing.quoted(self.prompt)}，"
            "放在视频末尾。"
        )

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        look: dict[str, object] = {"prompt": self.prompt}
        return (Append(Segment("generated", exactly(0), exactly(self.duration), properties=look)),)
