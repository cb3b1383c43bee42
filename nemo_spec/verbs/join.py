"""The clips on the video track."""

from collections.abc import Callable, Iterator
from typing import Literal

from pydantic import Field

from nemo_spec.language.values import show_number
from nemo_spec.timeline.deltas import Assemble, Delta
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import Edit, Problem, option, value
from nemo_spec.verbs.material import Material
from nemo_spec.verbs.value_types import Duration, Name


class Placing(Edit):
    """What puts the clips on the video track, once and before every other edit: the clips by their names,
    and the files that these are."""

    group = "Cuts and time"

    clips: tuple[Name, ...] = value(..., "the clips by their names")
    materials: tuple[Material, ...] = Field((), description="the files of the clips")


class Join(Placing):
    """Put the clips one after another, in this order.

    Allowed once, as the first edit. A clip that is not listed is not used, which gives a warning.

    Afterwards: the clips on the video track in that order, each overlapping the next by the fade.
    """

    example = "join a, b with fade 0.5s"
    synonyms = ("merge", "concat", "append")
    verb: Literal["join"] = "join"
    fade: Duration = option("with fade", 0, "how long each fades into the next")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        last = len(self.materials) - 1
        for index, material in enumerate(self.materials):
            fades = self.fade * ((index > 0) + (index < last))
            if material.length is not None and fades > material.length:
                length = show_number(material.length / 1000)
                message = f"{material.name} lasts {length} s, less than its fades"
                yield Problem("E107", message, "shorten the fade", "fade")
                return

    def english(self) -> str:
        names = ", ".join(
            named(m, " for {}", " (audio track {})", phrasing.seconds) for m in self.materials
        )
        fade = f", each overlapping the next in a fade of {phrasing.seconds(self.fade)}"
        return (
            f"Put these clips on the video track, one after another in this order: {names}"
            f"{fade if self.fade else ''}."
        )

    def chinese(self) -> str:
        names = "、".join(
            named(m, "（显示{}）", "（使用第{}条音轨）", phrasing.zh_seconds)
            for m in self.materials
        )
        fade = f"，相邻片段以{phrasing.zh_seconds(self.fade)}的淡化重叠" if self.fade else ""
        return f"将以下片段按此顺序依次放到视频轨道上：{names}{fade}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (Assemble(tuple(material.piece() for material in self.materials), self.fade),)


def named(material: Material, shown: str, heard: str, seconds: Callable[[int], str]) -> str:
    """The clip by its name; a picture with how long it is shown, a video with its sound track if named."""
    lasts = shown.format(seconds(material.length)) if material.still and material.length else ""
    track = heard.format(material.audio) if material.audio else ""
    return phrasing.quoted(material.name) + lasts + track
