"""The clips on the video track."""

from collections.abc import Callable, Iterator
from typing import Literal

from pydantic import Field

from nemo_spec.language.values import show_number, show_time
from nemo_spec.timeline.deltas import Assemble, Delta
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import Edit, Problem, option, value
from nemo_spec.verbs.material import Material
from nemo_spec.verbs.value_types import Duration, Name, TransitionKind


class Placing(Edit):
    """What puts the clips on the video track, once and before every other edit: the clips by their names,
    and the files that these are."""

    group = "Cuts and time"

    clips: tuple[Name, ...] = value(..., "the clips by their names")
    materials: tuple[Material, ...] = Field((), description="the files of the clips")


class Join(Placing):
    """Put the clips one after another, in this order.

    Allowed once, as the first edit. A clip that is not listed is not used, which gives a warning.

    Afterwards: the clips on the video track in that order, each overlapping the next by the
    transition.
    """

    example = "join a, b with fade 0.5s"
    form = "join NAME, … [with TRANSITION T]"
    synonyms = ("merge", "concat", "append")
    verb: Literal["join"] = "join"
    transition: TransitionKind | None = option("with", None, "how each becomes the next")
    overlap: Duration = value(0, "how long that takes")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from self._check_transition()
        last = len(self.materials) - 1
        for index, material in enumerate(self.materials):
            shared = self.overlap * ((index > 0) + (index < last))
            if material.length is not None and shared > material.length:
                length = show_number(material.length / 1000)
                message = f"{material.name} lasts {length} s, less than its transitions"
                yield Problem("E107", message, "shorten the transition", "overlap")
                return

    def _check_transition(self) -> Iterator[Problem]:
        if self.transition and not self.overlap:
            cure = f"write `with {self.transition} 0.5s`"
            yield Problem("E104", "a transition needs a time, longer than zero", cure, "transition")
        if self.overlap and not self.transition:
            cure = f"write `with fade {show_time(self.overlap)}`"
            yield Problem("E104", "a time without a transition", cure, "overlap")

    def english(self) -> str:
        names = ", ".join(
            named(m, " for {}", " (audio track {})", phrasing.seconds) for m in self.materials
        )
        return (
            f"Put these clips on the video track, one after another in this order: {names}"
            f"{self._linked()}."
        )

    def chinese(self) -> str:
        names = "、".join(
            named(m, "（显示{}）", "（使用第{}条音轨）", phrasing.zh_seconds)
            for m in self.materials
        )
        return f"将以下片段按此顺序依次放到视频轨道上：{names}{self._zh_linked()}。"

    def _linked(self) -> str:
        if not self.transition:
            return ""
        kind, lasts = phrasing.transition(self.transition), phrasing.seconds(self.overlap)
        return f", each overlapping the next in a {kind} of {lasts}"

    def _zh_linked(self) -> str:
        if not self.transition:
            return ""
        kind, lasts = phrasing.zh_transition(self.transition), phrasing.zh_seconds(self.overlap)
        return f"，相邻片段以{lasts}的{kind}重叠"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        pieces = tuple(material.piece() for material in self.materials)
        return (Assemble(pieces, self.overlap, self.transition or "fade"),)


def named(material: Material, shown: str, heard: str, seconds: Callable[[int], str]) -> str:
    """The clip by its name; a picture with how long it is shown, a video with its sound track if named."""
    lasts = shown.format(seconds(material.length)) if material.still and material.length else ""
    track = heard.format(material.audio) if material.audio else ""
    return phrasing.quoted(material.name) + lasts + track
