"""What is laid over the picture: other pictures, zooms, blurred regions."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Literal

from pydantic import Field

from nemo_spec.language.values import Range, Spot, Sweep, level_of, show_number
from nemo_spec.media.clip import Clip as MediaFile
from nemo_spec.timeline.deltas import AddLayer, Delta
from nemo_spec.timeline.model import Role, Segment, Timeline
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import Edit, Problem, check_range, option, place_range, value
from nemo_spec.verbs.material import is_named_like, upload_name
from nemo_spec.verbs.value_types import (
    Duration,
    Place,
    Share,
    Text,
    TimeRange,
    Volume,
    Width,
    Zooming,
)


class Overlay(Edit):
    """Show a picture or another video over the video.

    The file is uploaded first. A video or an animation plays, from its beginning or from `skip` on; it is
    silent without `volume`. A place such as `40%,25%` is where its middle is. `skip`, `volume`, `fill` and
    such a place are not documented by the service.

    Afterwards: one more layer with that picture, range, place, size and opacity, which begins so far
    into its file and has that volume.
    """

    example = 'overlay 0-10s "logo.png" at top-right size 15%'
    group = "Picture"
    synonyms = ("logo", "image", "picture", "watermark", "pip", "picture-in-picture")
    follows_video = True
    verb: Literal["overlay"] = "overlay"
    range: TimeRange = value(..., "when it is shown")
    path: Text = value(..., "the picture", sample='"logo.png"')
    at: Place | None = option("at", None, "where on the screen")
    size: Width | None = option("size", None, "its width, as a part of the frame's")
    opacity: Share | None = option("opacity", None, "`100%` hides what is behind it")
    skip: Duration = option("skip", 0, "how far into its file it begins")
    volume: Volume | None = option("volume", None, "of its own sound; `100%` is as recorded")
    fill: bool = option("fill", False, "over the whole frame, cropped to its shape")
    file_length: int | None = Field(
        None, description="how long its file is, ms; 0 for a still, null if unknown"
    )

    @property
    def files(self) -> tuple[str, ...]:
        return (self.path,)

    @property
    def plays(self) -> bool:
        """Whether its length matters: it is no still, or is treated as none."""
        is_still = is_named_like(self.path, (".png", ".jpg", ".jpeg"))
        return bool(self.skip) or self.volume is not None or not is_still

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")
        yield from self._check_file()
        for field in ("at", "size"):
            if self.fill and getattr(self, field) is not None:
                message = f"what fills the frame has no `{field}`"
                yield Problem("E103", message, f"delete `fill` or `{field}`", field)

    def _check_file(self) -> Iterator[Problem]:
        if self.file_length == 0:
            for field in ("skip", "volume"):
                if getattr(self, field):
                    yield Problem("E104", f"a still has no `{field}`", "delete it", field)
        elif self.file_length is not None and self.skip >= self.file_length:
            lasts = f"the file is {show_number(self.file_length / 1000)} s long"
            yield Problem("E107", "this is after the end of the file", lasts, "skip")

    def check_file(self, file: MediaFile) -> Iterator[Problem]:
        name = PurePath(self.path).name
        if not file.has_picture:
            cure = "write `music from` for a sound"
            yield Problem("E243", f"{name} is a sound: it has no picture", cure, "path")
        elif file.length and not file.has_sound and self.volume:
            yield Problem("E104", f"{name} is a video without sound", "delete `volume`", "volume")

    def forecast(self, timeline: Timeline) -> str:
        start, end = place_range(self.range, timeline.length)
        lasts = min(end.lo, timeline.length.hi) - start.lo
        left = (self.file_length or lasts) - self.skip
        if not self.file_length or lasts <= left:
            return ""
        return f"the file is shorter: after {show_number(left / 1000)} s its last picture stays"

    def english(self) -> str:
        parts = [
            phrasing.position(self.at) if self.at else "",
            f"at {phrasing.percent(self.size)} of the frame width" if self.size is not None else "",
            "filling the frame" if self.fill else "",
            f"with {phrasing.percent(self.opacity)} opacity" if self.opacity is not None else "",
            f"starting {phrasing.seconds(self.skip)} into the file" if self.skip else "",
            f"with its sound at {phrasing.volume(self.volume)} volume"
            if self.volume is not None
            else "",
        ]
        manner = "".join(f", {part}" for part in parts if part)
        where = phrasing.over(self.range)
        return f"Overlay the picture {phrasing.quoted(upload_name(self.path))} {where}{manner}."

    def chinese(self) -> str:
        parts = [
            phrasing.zh_position(self.at) if self.at else "",
            f"宽度为画面的{phrasing.percent(self.size)}" if self.size is not None else "",
            "铺满画面" if self.fill else "",
            f"不透明度{phrasing.percent(self.opacity)}" if self.opacity is not None else "",
            f"从素材{phrasing.zh_at(self.skip)}开始" if self.skip else "",
            f"原声音量{phrasing.volume(self.volume)}" if self.volume is not None else "",
        ]
        manner = "".join(f"，{part}" for part in parts if part)
        where = phrasing.zh_over(self.range)
        return f"叠加图片{phrasing.quoted(upload_name(self.path))}，时间{where}{manner}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        look: dict[str, object | None] = {
            **_placed(self.at),
            "scale": _share(self.size),
            "opacity": _share(self.opacity),
            "skip": self.skip or None,
            "sound": None if self.volume is None else level_of(self.volume),
            "fills": self.fill or None,
        }
        return _laid(timeline, self.range, "overlay", upload_name(self.path), look)


class Zoom(Edit):
    """Zoom into the picture, at once or slowly.

    `130%` makes it that much larger, `100-130%` goes evenly from one size to the other and needs a range;
    `130-100%` moves out. Texts and overlays above it keep their size. A place is the middle of
    what is seen, as far as the picture reaches. Not documented by the service.

    Afterwards: one more layer with that zoom, range and place, and the same duration.
    """

    example = "zoom 100-130% 2-6s at 40%,25%"
    group = "Picture"
    synonyms = ("ken-burns", "punch-in", "scale")
    follows_video = True
    verb: Literal["zoom"] = "zoom"
    level: Zooming = value(..., "how large the picture is; `100%` is as recorded")
    range: TimeRange | None = value(None, "when; without it, the whole video")
    at: Place = option("at", "center", "where")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")
        if isinstance(self.level, Sweep) and self.range is None:
            cure = "write from when to when it moves: `zoom 100-130% 2-6s`"
            yield Problem("E104", "a slow zoom needs a range", cure, "level")

    def english(self) -> str:
        if isinstance(self.level, Sweep):
            start, end = phrasing.percent(self.level.start), phrasing.percent(self.level.end)
            how = f"Zoom slowly from {start} to {end}"
        else:
            how = f"Zoom in to {phrasing.percent(self.level)}"
        return f"{how} {phrasing.over_all(self.range)}, {phrasing.position(self.at)}."

    def chinese(self) -> str:
        if isinstance(self.level, Sweep):
            start, end = phrasing.percent(self.level.start), phrasing.percent(self.level.end)
            how = f"画面缩放从{start}缓慢变为{end}"
        else:
            how = f"画面放大到{phrasing.percent(self.level)}"
        where = phrasing.zh_over_all(self.range)
        return f"{how}，{where}，{phrasing.zh_position(self.at)}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        level = self.level
        sweep = level if isinstance(level, Sweep) else Sweep(level, level)
        look: dict[str, object | None] = {
            **_placed(self.at),
            "zoom": sweep.start / 100,
            "zoom_to": sweep.end / 100 if sweep.end != sweep.start else None,
        }
        return _laid(timeline, self.range, "effect", "zoom", look)


class Blur(Edit):
    """Blur a region of the picture, or all of it.

    The region is fixed: it follows nobody who moves. It is as wide and as high as that part of the
    frame. Texts and overlays above it stay sharp. Not documented by the service.

    Afterwards: one more layer with that blur, range, place and size, and the same duration.
    """

    example = "blur 5-9s at 40%,25% size 20%"
    group = "Picture"
    synonyms = ("pixelate", "mosaic", "mask")
    follows_video = True
    verb: Literal["blur"] = "blur"
    range: TimeRange = value(..., "when")
    at: Place | None = option("at", None, "where the region is; without it, in the center")
    size: Width | None = option(
        "size", None, "how large it is; without it, `25%`, or without `at` the whole frame"
    )

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")

    @property
    def region(self) -> float | None:
        """The size of the region in percent of the frame's width and height; None is the whole frame."""
        return self.size or (DEFAULT_REGION if self.at else None)

    def english(self) -> str:
        where = phrasing.over(self.range)
        if self.region is None:
            return f"Blur the whole picture {where}."
        size = f"at {phrasing.percent(self.region)} of the frame size"
        place = phrasing.position(self.at) if self.at else "in the middle"
        return f"Blur a region {where}, {place}, {size}."

    def chinese(self) -> str:
        where = f"时间{phrasing.zh_over(self.range)}"
        if self.region is None:
            return f"模糊整个画面，{where}。"
        size = f"大小为画面的{phrasing.percent(self.region)}"
        place = phrasing.zh_position(self.at) if self.at else "位于正中"
        return f"模糊局部区域，{where}，{place}，{size}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        look = {**_placed(self.at or "center"), "scale": (self.region or 100) / 100}
        return _laid(timeline, self.range, "effect", "blur", look)


DEFAULT_REGION = 25
"""Percent of the frame: about a face in a half-length shot."""


def check_blurs(timeline: Timeline) -> Iterator[Problem]:
    """Where a region that is blurred above stays, while an edit moves the picture below it."""
    regions = (
        layer for layer in timeline.layers if layer.role == "effect" and layer.name == "blur"
    )
    if any(layer.properties.get("scale", 1) != 1 for layer in regions):
        cure = "write it above the `blur`"
        yield Problem("W216", "this moves the picture under the `blur` above, which stays", cure)


def _laid(
    timeline: Timeline, range_: Range | None, role: Role, name: str, look: dict[str, object | None]
) -> tuple[Delta, ...]:
    """One layer over a range, with the properties that have a value."""
    start, end = place_range(range_, timeline.length)
    given = {key: content for key, content in look.items() if content is not None}
    return (AddLayer(Segment(role, start, end, name=name, properties=given)),)


def _placed(place: str | Spot | None) -> dict[str, object | None]:
    if isinstance(place, Spot):
        return {"x": place.x / 100, "y": place.y / 100}
    return {"position": place}


def _share(percent: float | None) -> float | None:
    return None if percent is None else percent / 100
