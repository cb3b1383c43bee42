"""Say what has become of a timeline: sentences from the difference of two timelines, nothing else."""

from collections.abc import Iterator
from typing import Any

from mock_server.timeline.properties import BY_KEY
from mock_server.timeline.tracks import Segment, Timeline, end_of

ROLES = {
    "en": {"lower-third": "lower third", "voiceover": "voice-over", "sound": "sound effect"},
    "zh": {"title": "标题", "lower-third": "人名条", "caption": "字幕", "music": "音乐",
           "voiceover": "旁白", "sound": "音效", "overlay": "叠加画面",
           "effect": "特效"},
}  # fmt: skip
_SAID = {
    "en": {
        "added": "Added the {layer}, {span}{values}.",
        "captions": "Added {count}.",
        "removed": "Removed the {layer}.",
        "changed": "Changed the {layer}: {values}.",
        "moved": "The {layer} is now at {span}.",
        "placed": "Placed {clips} on the timeline.",
        "gone": "{clips} is no longer on the timeline.",
        "order": "The order is now {clips}.",
        "shorter": "Cut {by}; the video is now {now} long.",
        "quicker": "The video is {by} shorter, {now} now.",
        "longer": "The video is {by} longer, {now} now.",
        "split": "The video now has {count} segments.",
        "held": "Added a freeze frame at {at} for {long}.",
        "picture": "The picture is changed: {values}.",
        "canvas": "The canvas is now {size}. Open the preview to check the framing.",
        "fill": "Pictures of another shape: {fill}.",
        "bars": "The bars are {color}.",
        "from": "from {at} of the file",
        "drag": "Drag it on the timeline if you want it elsewhere.",
        "and": ", ",
        "end": " ",
    },
    "zh": {
        "added": "已添加{layer}，{span}{values}。",
        "captions": "已添加{count}。",
        "removed": "已删除{layer}。",
        "changed": "已修改{layer}：{values}。",
        "moved": "{layer}现在位于{span}。",
        "placed": "已把{clips}放到时间线上。",
        "gone": "{clips}已不在时间线上。",
        "order": "现在的顺序是{clips}。",
        "shorter": "已剪掉{by}，视频现在长{now}。",
        "quicker": "视频短了{by}，现在长{now}。",
        "longer": "视频长了{by}，现在长{now}。",
        "split": "视频现在有{count}个片段。",
        "held": "已在{at}添加定格画面，持续{long}。",
        "picture": "已修改画面：{values}。",
        "canvas": "画布现在是{size}，请打开预览查看构图。",
        "fill": "其他形状的画面：{fill}。",
        "bars": "黑边颜色：{color}。",
        "from": "从素材的{at}起",
        "drag": "可在时间线上拖拽调整位置。",
        "and": "、",
        "end": "",
    },
}  # fmt: skip
_PLACE = ("id", "role", "s", "d", "in", "out", "src", "text", "name", "prompt")
_TIMES = ("fade_in", "fade_out")
_USUAL = {"vol": "100 %", "opacity": "100 %", "speed": "1"}  # what the absence of a value means
MOST = 6


def seconds(ms: float, language: str) -> str:
    """Milliseconds as people read them."""
    return f"{ms / 1000:g}" + (" s" if language == "en" else "秒")


def describe(before: Timeline, after: Timeline, language: str) -> str:
    """What is different; empty when nothing is."""
    said = _SAID[language]
    lines = [
        *_layers(before, after, language),
        *_main(before, after, language),
        *(_canvas(before, after, said) if after.main else ()),
    ]
    return said["end"].join(lines)


# --- layers ------------------------------------------------------------------------------
def _layers(before: Timeline, after: Timeline, language: str) -> Iterator[str]:
    was, now = ({one["id"]: one for one in timeline.layers} for timeline in (before, after))
    added = [one for ident, one in now.items() if ident not in was]
    yield from _added(added, language)
    for ident, one in was.items():
        if ident not in now:
            yield _SAID[language]["removed"].format(layer=_name(one, language))
    moved = [(was[ident], one) for ident, one in now.items() if ident in was and was[ident] != one]
    for old, new in moved[:MOST]:
        yield from _changed(old, new, language)


def _added(added: list[Segment], language: str) -> Iterator[str]:
    said = _SAID[language]
    captions = [one for one in added if one["role"] == "caption"]
    if captions:
        yield said["captions"].format(count=_count(len(captions), language))
    for one in added:
        if one not in captions:
            values = "".join(said["and"] + value for value in _values({}, one, language))
            if one.get("in"):
                values += said["and"] + said["from"].format(at=seconds(one["in"], language))
            yield said["added"].format(
                layer=_name(one, language), span=_span(one, language), values=values
            )
    if added and len(added) > len(captions):
        yield said["drag"]


def _count(number: int, language: str) -> str:
    if language == "zh":
        return f"{number}条字幕"
    return f"{number} caption" if number == 1 else f"{number} captions"


def _changed(old: Segment, new: Segment, language: str) -> Iterator[str]:
    said = _SAID[language]
    if (old["s"], old["d"]) != (new["s"], new["d"]):
        yield said["moved"].format(layer=_name(old, language), span=_span(new, language))
    values = list(_values(old, new, language, also=("text", "name", "src")))
    if new.get("in", 0) != old.get("in", 0):
        values.append(said["from"].format(at=seconds(new.get("in", 0), language)))
    if values:
        yield said["changed"].format(layer=_name(old, language), values=said["and"].join(values))


def _name(one: Segment, language: str) -> str:
    role = ROLES[language].get(one["role"], one["role"])
    name = next((str(one[key]) for key in ("text", "name", "src") if one.get(key)), "")
    return (
        f"{role}“{name[:120]}”" if language == "zh" else f"{role} “{name[:120]}”".replace(" “”", "")
    )


def _span(one: Segment, language: str) -> str:
    return f"{one['s'] / 1000:g}–{seconds(end_of(one), language)}"


def _values(old: Segment, new: Segment, language: str, also: tuple[str, ...] = ()) -> Iterator[str]:
    """The properties in which two segments differ, as the new one has them."""
    for key in BY_KEY:
        if (key not in _PLACE or key in also) and old.get(key) != new.get(key):
            yield f"{key.replace('_', ' ')} {_shown(key, new.get(key), language)}"


def _shown(key: str, value: Any, language: str) -> str:
    if value is None and key in _USUAL:
        return _USUAL[key]
    if value is None:
        return "none" if language == "en" else "无"
    if key in _TIMES:
        return seconds(value, language)
    if isinstance(value, dict):
        return " ".join(str(one) for one in value.values())
    if value is True:
        return "on" if language == "en" else "开"
    if isinstance(value, float) or key == "vol":
        return (
            f"{value * 100:.0f} %" if key in ("vol", "opacity", "scale", "crop") else f"{value:g}"
        )
    return f"“{value}”" if isinstance(value, str) else str(value)


# --- the main track ----------------------------------------------------------------------
def _main(before: Timeline, after: Timeline, language: str) -> Iterator[str]:
    said = _SAID[language]
    yield from _clips(before, after, language)
    held = [
        one
        for one in after.main
        if one.get("freeze") and one["id"] not in {old["id"] for old in before.main}
    ]
    for one in held[:1]:
        yield said["held"].format(at=seconds(one["s"], language), long=seconds(one["d"], language))
    by = after.duration - before.duration
    if by and before.main and after.main:
        cut = _material(after) < _material(before)
        word = "longer" if by > 0 else "shorter" if cut else "quicker"
        yield said[word].format(
            by=seconds(abs(by), language), now=seconds(after.duration, language)
        )
    values = sorted(_picture(before, after, language))
    if values:
        yield said["picture"].format(values=said["and"].join(values[:MOST]))
    elif not by and len(after.main) != len(before.main):
        yield said["split"].format(count=len(after.main))


def _material(timeline: Timeline) -> int:
    """How much of the files is shown, ms: what is cut, unlike what is played faster, is not."""
    return sum(one.get("out", 0) - one.get("in", 0) for one in timeline.main)


def _clips(before: Timeline, after: Timeline, language: str) -> Iterator[str]:
    said = _SAID[language]
    old, new = ([_source(one) for one in timeline.main] for timeline in (before, after))
    for key, one, other in (("placed", new, old), ("gone", old, new)):
        names = [name for name in dict.fromkeys(one) if name not in other]
        if names:
            yield said[key].format(clips=_quoted(names, said))
    both = [name for name in dict.fromkeys(old) if name in new]
    if both != [name for name in dict.fromkeys(new) if name in old]:
        yield said["order"].format(clips=_quoted(list(dict.fromkeys(new)), said))


def _source(one: Segment) -> str:
    return str(one.get("src") or one.get("prompt") or "")


def _quoted(names: list[str], said: dict[str, str]) -> str:
    return said["and"].join(f"“{name[:120]}”" for name in names[:MOST])


def _picture(before: Timeline, after: Timeline, language: str) -> Iterator[str]:
    """Properties that some segment has, or lacks, now and not before."""
    if before.main == after.main:
        return
    nothing = {"none", "无", *_USUAL.values()} if not before.main else set()
    is_as_long = _material(before) == _material(after)
    for key in BY_KEY:
        if key not in (*_PLACE, "freeze", "still"):
            old, new = (_amounts(timeline, key, language) for timeline in (before, after))
            for value in sorted(new):
                grew = is_as_long and new[value] > old.get(value, 0)
                if (value not in old or grew) and value not in nothing:
                    yield f"{key.replace('_', ' ')} {value}"


def _amounts(timeline: Timeline, key: str, language: str) -> dict[str, int]:
    """For how much material, ms, a property has each of its values."""
    found: dict[str, int] = {}
    for one in timeline.main:
        value = _shown(key, one.get(key), language)
        length = one["out"] - one["in"] if "out" in one else one["d"]
        found[value] = found.get(value, 0) + length
    return found


def _canvas(before: Timeline, after: Timeline, said: dict[str, str]) -> Iterator[str]:
    old, new = before.meta, after.meta
    if before.main and any(old.get(key) != new.get(key) for key in ("width", "height")):
        yield said["canvas"].format(size=f"{new['width']}x{new['height']}")
    if old.get("fill") != new.get("fill"):
        yield said["fill"].format(fill=new.get("fill"))
    if old.get("background") != new.get("background"):
        yield said["bars"].format(color=new.get("background"))
