"""A second clause that leans on the first: a part of the clip that was named there, a level like it."""

import re

from mock_server.agent.second_look.edit import SHOWN, Edit, exactly, new_sources, shown
from mock_server.agent.second_look.words import DIGITS_ZH, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_N = "[0-9一二两三四五六七八九十半.]+"
_A_PART = Regex(f"(?:最后|最前|[前后]|开头|结尾)(?:的|面)?{_N}秒|(?:开头|结尾)淡[入出]")
_A_CLIP = Regex(f"[把给让]? +|[把给让]?(?:第{_N}段|最[前后]一段)")
_COMES_IN = words("[接插]")


def _takes_a_part_of_another(plain: str, edit: Edit) -> bool:
    """ "b.mp4前5秒静音，后5秒黑白", or "b.mp4接后面，前10秒不要", and another clip has changed."""
    first, *behind = re.split("[,，]", plain.rstrip())
    if not behind or not any(_A_PART.match(one.strip()) for one in behind):
        return False
    now = [exactly(one) for one in edit.after[0]]
    changed = [one for one in edit.before[0] if exactly(one) not in now]
    if _COMES_IN.search(first):
        came = [one for one in edit.after[0] if one.get("src") in new_sources(edit)]
        intact = len(came) == 1 and came[0].get("in", 0) == 0
        return intact and (_is_told(edit) or _is_cut(edit))
    return len(changed) > 1 and bool(_A_CLIP.match(first))


def _is_told(edit: Edit) -> bool:
    """Whether a part of what was there is like it was not before."""
    new = new_sources(edit)
    was, now = (
        {
            (key, str(one[key]))
            for one in side[0]
            for key in SHOWN
            if key in one and one.get("src") not in new
        }
        for side in (edit.before, edit.after)
    )
    return bool(now - was)


def _is_cut(edit: Edit) -> bool:
    """Whether less is shown of what was there."""
    new = new_sources(edit)
    left = [one for one in edit.after[0] if one.get("src") not in new]
    return shown(left) < shown(edit.before[0])


_BARE = Regex(f"(音乐|原声|音效|旁白|配乐| +)也?([{DIGITS_ZH[1:]}两])成[ 。!！]*\\Z")
_TO = words("[降调压提升减加](?:低|高)?[到至]")
_ROLES = {"音乐": "music", "配乐": "music", "音效": "sound", "旁白": "voiceover"}


def _is_at_another_level(plain: str, edit: Edit) -> bool:
    """ "原声降到五成，音乐三成", and the music is at 35 %."""
    clauses = re.split("[,，]", plain)
    if not _TO.search(plain):
        return False
    for clause in clauses[1:]:
        said = _BARE.match(clause)
        if not said:
            continue
        wanted = DIGITS_ZH.index(said[2].replace("两", "二")) / 10
        if said[1] == "原声":
            levels = [one.get("vol") for one in edit.after[0]]
        else:
            role = _ROLES.get(said[1], "music")
            levels = [one.get("vol") for one in edit.after[1] if one.get("role") == role]
            if said[1] not in _ROLES:  # by its name, which one is not known here
                levels = [one.get("vol") for was, one in edit.layers if one][-1:]
        if levels and wanted not in levels:
            return True
    return False


_FILLS = words(" (?:铺满|从头[放到]|贯穿|循环到)")


def _removes_what_plays_all_along(plain: str, edit: Edit) -> bool:
    """ "爵士乐删了，song.mp3铺满全片", and it is the song that is gone."""
    music = [one for one in edit.after[1] if one.get("role") == "music"]
    gone = any(was.get("role") == "music" and not now for was, now in edit.layers)
    full = any(one["s"] == 0 and end_of(one) >= edit.ends[1] for one in music)
    return gone and not full and bool(_FILLS.search(plain))


_LEVEL_FIRST = Regex(f"(?:视频|原声|整体)?的?(?:音量|声音|原声)[^,，前后秒]*?{_N}(?:倍|成|%)[,，]")
_THEN_A_PART = Regex(f"(?:最后|[前后]|开头|结尾){_N}秒(?:减半|加倍|翻倍|{_N}[倍成])")


def _leaves_the_rest_as_loud(plain: str, edit: Edit) -> bool:
    """ "音量加到1.5倍，前10秒减半", and only these 10 seconds are louder."""
    first = _LEVEL_FIRST.match(plain)
    then = first and _THEN_A_PART.match(plain[first.end() :].strip())
    return bool(then) and any("vol" not in one for one in edit.after[0])


def _writes_what_is_there(plain: str, edit: Edit) -> bool:
    """ "标题一和字幕淡入1秒", and there is a caption more that says what the title says."""
    there = {one["text"] for one in edit.before[1] if one.get("text")}
    again = any(one.get("text") in there for one in edit.added)
    return again and bool(_FADES.search(plain)) and not _ADDS.search(plain)


_FADES = words("淡[入出]")
_ADDS = words("[加添插写打放复再]|一样|[A-Za-z]{3}")


CHECKS = (
    _takes_a_part_of_another, _is_at_another_level, _removes_what_plays_all_along,
    _leaves_the_rest_as_loud, _writes_what_is_there,
)  # fmt: skip
