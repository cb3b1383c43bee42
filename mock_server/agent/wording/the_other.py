"""A message with what it calls "the other one" named: that of two which the one before has not changed."""

import re
from collections.abc import Mapping
from typing import Any

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.named_by_draft import NAMES, NAMES_ZH
from mock_server.timeline import Timeline
from mock_server.timeline.tracks import Segment

_TEXTS = ("title", "caption", "lower-third")
_NOUNS = {
    "title": "title", "caption": "caption", "lower third": "lower-third", "text": "text", "logo": "overlay",
    "clip": "clip", "video": "clip", "shot": "clip", "标题": "title", "字幕": "caption",
    "人名条": "lower-third",
    "文字": "text", "片段": "clip", "视频": "clip", "镜头": "clip",
}  # fmt: skip
_OTHER = Regex(
    r"\b(?:the|that) other (?:(?P<noun>title|caption|lower third|text|logo|clip|video|shot)\b|one\b)",
    re.IGNORECASE,
)
_OTHER_ZH = Regex(
    r"(?:另外?那?一?|剩下?的?那)(?P<counted>[个条段张])的?(?P<noun>标题|字幕|人名条|文字|片段|视频|镜头)?"
)
_ORDINALS, _ORDINALS_ZH = ("first", "second"), ("第一段", "第二段")


def the_other_named(message: str, former: dict[str, Any], draft: dict[str, Any]) -> str:
    """The message with the other one named; as it is where that is not certain."""
    chinese = bool(HAN.search(message))
    found = [*(_OTHER_ZH if chinese else _OTHER).finditer(message)]
    if len(found) != 1:
        return message
    noun = _NOUNS.get((found[0]["noun"] or "").lower(), "")
    if chinese and not noun and found[0]["counted"] == "段":
        noun = "clip"
    name = _name(noun, Timeline.of(former), Timeline.of(draft), chinese=chinese)
    return message[: found[0].start()] + name + message[found[0].end() :] if name else message


def _name(noun: str, was: Timeline, now: Timeline, *, chinese: bool) -> str:
    layers = {one["id"]: one for one in now.layers}
    changed = [one for one in was.layers if layers.get(one["id"]) != one]
    clips = [i for i, pair in enumerate(zip(was.main, now.main, strict=False)) if _differ(*pair)]
    if len(was.main) != len(now.main) or len(layers) > len(was.layers):
        return ""
    if len(changed) == 1 and not clips:
        return _of_layers(noun, changed[0], was.layers, layers, chinese=chinese)
    if len(clips) == 1 and not changed and len(now.main) == len(_ORDINALS):
        other = 1 - clips[0]
        name = _ORDINALS_ZH[other] if chinese else f"the {_ORDINALS[other]} clip"
        return name if noun in ("", "clip") else ""
    return ""


def _of_layers(
    noun: str,
    one: Segment,
    before: list[Segment],
    now: Mapping[str, Segment],
    *,
    chinese: bool,
) -> str:
    role = str(one["role"])
    alike = [each for each in before if each["role"] == role]
    if len(alike) != len(_ORDINALS) or role not in NAMES:
        return ""
    if noun and noun != role and not (noun == "text" and role in _TEXTS):
        return ""
    other = alike[alike[0]["id"] == one["id"]]
    left = [each for each in now.values() if each["role"] == role]
    name = NAMES_ZH[role] if chinese else f"the {NAMES[role]}"
    if len(left) == 1:
        return name
    text = str(other.get("text", ""))
    if not text or re.search("[\"'“”]", text) or text == one.get("text"):
        return ""
    return f"{name}“{text}”" if chinese else f'{name} "{text}"'


def _differ(one: Segment, other: Segment) -> bool:
    """Whether two clips differ in more than where they stand."""
    return {**one, "s": 0} != {**other, "s": 0}
