"""Two clips at once, beside each other."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from nemo_spec.language.values import show_number
from nemo_spec.timeline.deltas import Assemble, Delta
from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import Problem, value
from nemo_spec.verbs.join import Placing, named
from nemo_spec.verbs.value_types import Layout

_SIDES = {
    "left-right": ("side by side", "on the left", "on the right"),
    "top-bottom": ("one above the other", "at the top", "at the bottom"),
}
_ZH_SIDES = {
    "left-right": ("左右并排", "左侧", "右侧"),
    "top-bottom": ("上下排列", "顶部", "底部"),
}


class SplitScreen(Placing):
    """Show two clips at once, each in its half of the frame.

    It stands in the place of `join`, as the first edit. Each picture fills its half, cropped to its
    shape. The video is as long as the shorter clip, with a warning, and has the sound of the first.
    Later edits act on both. Not documented by the service.

    Afterwards: the first clip on the video track, with the second one beside it.
    """

    example = "split-screen a, b left-right"
    synonyms = ("splitscreen", "side-by-side", "before-after")
    verb: Literal["split-screen"] = "split-screen"
    layout: Layout = value("left-right", "beside each other, or one above the other")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if len(self.clips) != 2:
            yield Problem(
                "E104", "a split screen shows two clips", f"for example: {self.example}", "clips"
            )
        elif any(material.still for material in self.materials):
            cure = "write `overlay` to show a picture beside a video"
            yield Problem("E103", "a split screen shows videos, no pictures", cure, "clips")
        else:
            yield from self._check_lengths()

    def _check_lengths(self) -> Iterator[Problem]:
        known = [material for material in self.materials if material.length is not None]
        known.sort(key=lambda material: material.length or 0)
        if len(known) == 2 and known[0].length != known[1].length:
            end = show_number((known[0].length or 0) / 1000)
            message = f"{known[1].name} is longer than {known[0].name}, and ends with it at {end} s"
            yield Problem("W245", message, "use clips of one length, or leave it so", "clips")

    def english(self) -> str:
        how, *places = _SIDES[self.layout]
        clips = (named(m, "", " with its audio track {}", phrasing.seconds) for m in self.materials)
        shown = " and ".join(f"{clip} {place}" for clip, place in zip(clips, places, strict=False))
        return (
            f"Show these clips {how}: {shown}, each filling its half, "
            "with the sound of the first one, as long as the shorter one."
        )

    def chinese(self) -> str:
        how, *places = _ZH_SIDES[self.layout]
        clips = (named(m, "", "（使用第{}条音轨）", phrasing.zh_seconds) for m in self.materials)
        shown = "、".join(f"{place}{clip}" for clip, place in zip(clips, places, strict=False))
        return (
            f"将以下片段{how}显示：{shown}，各自填满一半画面，使用第一个片段的声音，"
            "时长与较短的片段相同。"
        )

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        pieces = tuple(material.piece() for material in self.materials)
        if len(pieces) == 2:  # else a name is of no clip, which is said elsewhere
            pieces = (_beside(*pieces, self.layout),)
        return (Assemble(pieces),)


def _beside(first: Segment, second: Segment, layout: str) -> Segment:
    """The first clip with the second one beside it, as long as the shorter one."""
    end = Interval(min(first.end.lo, second.end.lo), min(first.end.hi, second.end.hi))
    source = (0, end.lo) if end.is_exact else None
    shown = replace(first, end=end, source=source)
    return shown.with_properties(beside=second.name, layout=layout)
