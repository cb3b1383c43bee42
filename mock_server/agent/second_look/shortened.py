"""What is shorter is what the message before has done, not the video: "前10秒黑白", "缩短到5秒"; and
"全片黑白", "只要后半段". `made` is what that message did."""

import re

from mock_server.agent.second_look.edit import Edit, differs, new_sources, shown, spelled
from mock_server.agent.values.lazily import Regex

_N = "[0-9.一二两三四五六七八九十半]+"
_STOP = "(?:吧|就行|就好|就可以|了)*[ 。.!！]*"
_SHORTER = Regex(
    "[ ,，]*(?:太长了?[,，])?(?:再|就|把它|给我)?(?:缩短|剪短|剪|截短?|裁短?|缩|减短?)(?:到|成|为"
    "|至)"
    f"(?:最?[前后]|开头|结尾|最后)?{_N}秒钟?{_STOP}"
)
_ONLY = Regex(
    r"[ ,，]*(?:不对?[,，]|不是[,，])?(?:只|就)要"
    f"(?:(?:[\\w.-]{{1,24}}|第[一二三四五六]段)?的?(?:最?[前后]|开头|结尾|最后)(?:{_N}秒钟?|半段"
    f"|一半)"
    f"|从?第?{_N}秒?(?:到|至|-)第?{_N}秒|第[一二三四五六][段个]|最后一段|[前后]一段"
    f"|[\\w-]+\\.[a-z0-9]{{2,4}})"
    f"的?{_STOP}",
    re.IGNORECASE,
)
_KEYS = ("vol", "color", "speed", "reverse", "rotate", "fade_in", "fade_out", "tr", "denoise", "stabilize",
         "crop", "crop_top", "crop_bottom", "crop_left", "crop_right")  # fmt: skip


def shortens_the_video(message: str, made: Edit, edit: Edit) -> bool:
    """ "淡出3秒", "缩短到1秒", and the video lasts 1 s."""
    if shown(edit.after[0]) >= shown(edit.before[0]) or shown(made.after[0]) < shown(
        made.before[0]
    ):
        return False
    if _ONLY.fullmatch(message):
        return made.before[0] != made.after[0] and len(made.after[0]) >= len(made.before[0])
    told = _SHORTER.fullmatch(message)
    return told is not None and _in_part(made) and edit.ends[1] <= _length(made)


def shortens_the_music(message: str, made: Edit, edit: Edit) -> bool:
    """ "加爵士乐，淡出5秒", "缩短到3秒": the music, or how it fades?"""
    fading = {one.get("id") for one in made.added if "fade_in" in one or "fade_out" in one}
    cut = any(was["id"] in fading and now["d"] < was["d"] for was, now in edit.altered)
    return cut and bool(_SHORTER.fullmatch(message))


def _in_part(made: Edit) -> bool:
    """Whether something was done that has a length of its own, or was done to a part."""
    if len(made.before[0]) != len(made.after[0]):
        return True
    changed = [differs(*pair, *_KEYS) for pair in made.clips]
    timed = any(differs(*pair, "fade_in", "fade_out", "tr") for pair in made.clips)
    return timed or (any(changed) and not all(changed))


def _length(made: Edit) -> int:
    """How long what was done lasts at most, in ms: what is shortened to more than that is the video."""
    new = {pair for pair in made.values if pair[0] not in _PLACES}
    faded = [int(value) for key, value in new if key in _LENGTHS]
    return max(faded, default=0) or max(
        (one["d"] for one in made.after[0] if new & set(spelled([one]))), default=0
    )


_OF_IT = Regex(r"\b(?:it|its|that|this)\b|它|这一?段|\A\W*(?:too long|太长)", re.IGNORECASE)
_TAKEN_AWAY = Regex(
    r"\b(?:remove|delete|undo|drop|lose|without|out|off|away|back|not|no|don't)\b|[删去撤不别]"
    r"|拿掉|取消|算了",
    re.IGNORECASE,
)


def loses_what_was_just_put_in(message: str, made: Edit, edit: Edit) -> bool:
    """ "Add b.mp4 at the end", "it should be 10 seconds, cut the end", and nothing is left of it."""
    put_in = new_sources(made) - {one.get("src") for one in edit.after[0]}
    there = put_in & {one.get("src") for one in edit.before[0]}
    return bool(there and _OF_IT.search(message)) and not _TAKEN_AWAY.search(message)


_OF_A_CLIP = Regex(
    r"\b(?:new|added|inserted|original|old) (?:clip|video|one)\b|新(?:加|接|插)?的"
    r"|新片段|原来的",
    re.I,
)
_NEW_ONE = Regex(
    r"\b(?:new|added|inserted) (?:clip|video|one)\b|新(?:加|接|插)?的|新片段", re.IGNORECASE
)
_BARE = Regex(r"\W*(?:at|with) [^,.;]{1,24} (?:volume|speed)\W*", re.IGNORECASE)


def does_it_to_all_of_them(message: str, made: Edit, edit: Edit) -> bool:
    """ "Append b.mp4", "mute the new clip", and neither can be heard."""
    if not new_sources(made) or len(edit.after[0]) < 2:
        return False
    told = _OF_A_CLIP.search(message) or _BARE.fullmatch(message)
    if not told or edit.alike:
        return bool(told)
    new, fades = new_sources(made), ("fade_in", "fade_out")
    others = [pair for pair in edit.clips if pair[0].get("src") not in new]
    return bool(_NEW_ONE.search(message)) and any(differs(*pair, *fades) for pair in others)


_PLACES = ("s", "d", "in", "out", "src")
_LENGTHS = ("fade_in", "fade_out", "tr.d")
CHECKS = (
    shortens_the_video,
    shortens_the_music,
    loses_what_was_just_put_in,
    does_it_to_all_of_them,
)
