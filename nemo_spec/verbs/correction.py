"""A corrective instruction: what is wrong goes, and what is missing is asked for again."""

from __future__ import annotations

from typing import ClassVar, Literal

from nemo_spec.language.values import Range
from nemo_spec.timeline.deltas import Delta, Lift
from nemo_spec.timeline.model import Role, Segment, Timeline
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import Edit

_NOUNS: dict[Role, tuple[str, str]] = {
    "overlay": ("overlay", "叠加图片"),
    "music": ("background music", "背景音乐"),
    "voiceover": ("voice-over that says", "旁白"),
    "sound": ("sound effect", "音效"),
    "title": ("title", "标题"),
    "lower-third": ("lower-third", "人名条"),
    "caption": ("caption", "字幕"),
}
"""What a segment above the video is called in an instruction, in English and in Chinese."""


_EFFECTS = {"zoom": ("zoom", "缩放"), "blur": ("blur", "模糊")}
"""The same of an effect, by its name, which says all."""


def can_go(segment: Segment) -> bool:
    """Whether a segment can be named so that nothing else is meant."""
    if segment.role == "effect":
        return segment.name in _EFFECTS
    return segment.role in _NOUNS and bool(segment.texts or segment.name)


class Correction(Edit):
    """`gone` are segments of the draft to be removed; `one_of_two` means one of two that are alike.
    `again` is the edit that is asked for once more. No line of a recipe is one of these."""

    verb: Literal["correction"] = "correction"
    gone: tuple[Segment, ...] = ()
    one_of_two: bool = False
    again: Edit | None = None

    def english(self) -> str:
        parts = [self._removal(segment) for segment in self.gone]
        return " ".join([*parts, self.again.english()] if self.again else parts)

    def chinese(self) -> str:
        parts = [self._chinese_removal(segment) for segment in self.gone]
        return "".join([*parts, self.again.chinese()] if self.again else parts)

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        again = self.again.effect(timeline) if self.again else ()
        return (*(Lift(segment) for segment in self.gone), *again)

    def _removal(self, segment: Segment) -> str:
        what = (
            f"the {'duplicate ' if self.one_of_two else ''}{_noun(segment)[0]}{_content(segment)}"
        )
        return f"Remove {what} {phrasing.over(_range(segment))}."

    def _chinese_removal(self, segment: Segment) -> str:
        what = (
            f"{'重复的' if self.one_of_two else ''}{_noun(segment)[1]}{_content(segment).strip()}"
        )
        return f"删除{what}，时间{phrasing.zh_over(_range(segment))}。"


def _noun(segment: Segment) -> tuple[str, str]:
    return _EFFECTS[segment.name] if segment.role == "effect" else _NOUNS[segment.role]


def _content(segment: Segment) -> str:
    """What tells a segment from others of its kind, behind a space; an effect is told by its time."""
    if segment.role == "effect":
        return ""
    return f" {phrasing.quoted((*segment.texts, segment.name)[0])}"


def _range(segment: Segment) -> Range:
    return Range(segment.start.lo, segment.end.hi)


class Emptying(Edit):
    """Everything goes, for the next clip of a session. No line of a recipe is this."""

    verb: Literal["emptying"] = "emptying"
    sentences: ClassVar = ("Remove everything from the timeline.", "清空时间线。")

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return ()
