"""A part of a clip that was taken for one of the video, and what is there already that was added once more:
"后一段前5秒静音", "给b.mp4加1秒叠化", "叮小声一点"."""

import re
from collections import Counter

from mock_server.agent.second_look.edit import Edit, effect, exactly, has, new_sources, shown
from mock_server.agent.second_look.words import words
from mock_server.timeline.tracks import Segment, end_of

_N = "[0-9.一二两三四五六七八九十半]+"
_EDGE = f"(?:最?[前后]|最后|开头|结尾){_N}秒钟?"
_TWO = 2
_OF_THE_LATER = words(f"[后下]一段的?{_EDGE}|[后下]面那?一?段的?{_EDGE}")
_OF_THE_FORMER = words(f"[前上]一段的?{_EDGE}|[前上]面那?一?段的?{_EDGE}")


def _is_of_the_other_clip(message: str, edit: Edit) -> bool:
    """ "后一段前5秒静音", and the first clip is muted."""
    was, now = edit.before[0], edit.after[0]
    if len(was) < _TWO or not now:
        return False
    if _OF_THE_LATER.search(message):
        early = any(one["s"] < end_of(was[0]) for one in edit.added)
        return early or exactly(was[0]) != exactly(now[0])
    if _OF_THE_FORMER.search(message):
        late = any(one["s"] >= was[-1]["s"] for one in edit.added)
        return late or exactly(was[-1]) != exactly(now[-1])
    return False


_NOT_SO = "(?:不对|哦不|不是|错了|不,|应该是)"
_PUT_RIGHT = words(
    f"(?:第[二三四]段| )的?{_EDGE}[^,，]*[,，] ?{_NOT_SO}[,，]? ?{_EDGE}[ 。.!！]*\\Z",
    f"\\A(?:[把将给])?(?:第[二三四]段| )[^,，]{{1,12}}[,，] ?{_EDGE}[^,，]{{1,6}}\\Z",
)


def _goes_on_with_the_video(message: str, edit: Edit) -> bool:
    """ "第二段的前5秒静音，不对，前3秒", "把b.mp4静音，前5秒剪掉", and it is the video's first seconds."""
    was, now = edit.before[0], edit.after[0]
    if len(was) < _TWO or not now or not _PUT_RIGHT.search(message):
        return False
    return exactly(was[0]) != exactly(now[0])


_BEGINS_LATE = words(
    f"[接插加放][^,，]*[,，] ?(?:它)?从第?{_N}秒(?:开始|起|往后)",
    "[接插加放][^,，]*[,，] ?(?:首尾|前后|两头)各?[剪裁删去]",
)
_FADES = words("插[^,，]*[,，].*淡入淡出")


def _takes_from_the_others(message: str, edit: Edit) -> bool:
    """ "30秒处插入b.mp4，从第5秒开始", and the others begin later, or fade."""
    new = new_sources(edit)
    if not new:
        return False
    was, now = (
        [one for one in side[0] if one.get("src") not in new] for side in (edit.before, edit.after)
    )
    if _BEGINS_LATE.search(message) and shown(now) < shown(was):
        return True
    amid = edit.after[0][-1].get("src") not in new
    faded = has(now, "fade_in", "fade_out") and not has(was, "fade_in", "fade_out")
    return amid and faded and bool(_FADES.search(message))


_PUTS_IN = words(f"{_N}秒[处时]?插入? ")


def _is_gone_again(message: str, edit: Edit) -> bool:
    """ "30秒处插入b.mp4，删掉30秒以后的talk", and all behind it is gone, what was put in among it."""
    cut = shown(edit.after[0]) < shown(edit.before[0]) and edit.before[0] and not edit.added
    return bool(cut) and not new_sources(edit) and bool(_PUTS_IN.search(message))


_OF_THE_FILE = words(
    f"(?:原片|原视频|原素材|原始素材|源文件|源视频|源素材)的?(?:第|从)?{_N}秒?[到至-]"
)


def _is_of_the_file(message: str, edit: Edit) -> bool:
    """ "原片35到40秒静音", where the clips are no longer at their places of it."""
    moved = any(one["s"] != one.get("in", one["s"]) for one in edit.before[0])
    return moved and bool(_OF_THE_FILE.search(message))


_JOINS = words("叠化|转场|过渡|溶解")
_PLACES = words("放[在到][^,，]*后[面边][,，]")
_ONE_MORE = words("接|插|再|又|添加|追加|拼|末尾|最后|复制|重复|两[次遍]")


def _is_there_again(message: str, edit: Edit) -> bool:
    """ "给b.mp4加1秒叠化", and it is there twice; "b.mp4放在talk后面，叠化1秒", and it is in front."""
    was, now = ([str(one.get("src")) for one in side[0]] for side in (edit.before, edit.after))
    if _ONE_MORE.search(message) or len(set(was)) < _TWO:
        return False
    if _PLACES.search(message) and (Counter(now) - Counter(was) or was == now[::-1] != now):
        return True
    again = Counter(now) - Counter(was)
    return bool(_JOINS.search(message)) and bool(again.keys() & set(was)) and len(now) > len(was)


_ANOTHER = words(
    "再|又|加|另|还有|来[个一]|播|响|配|换|替",
    "\\b(?:add|an?|and|another|also|as well|too|put|play|replace|with)\\b",
)


def _sounds_twice(message: str, edit: Edit) -> bool:
    """ "叮小声一点", and there is another one."""
    there = any(one.get("role") == "sound" for one in edit.before[1])
    new = any(one.get("role") == "sound" for one in edit.added)
    return there and new and not _ANOTHER.search(re.sub("再?[大小]|加大", "", message))


_BECOMES = words("改[成为]([^,，。;；]{1,20}?)了[ 。.!！]*\\Z")


def _loses_its_last_word(message: str, edit: Edit) -> bool:
    """ "夏天改成夏天来了", and it reads "夏天来"."""
    told = _BECOMES.search(message)
    if not told:
        return False
    return any(
        now.get("text") == told[1] != was.get("text") and _begins_with(message, was)
        for was, now in edit.altered
    )


def _begins_with(message: str, one: Segment) -> bool:
    text = str(one.get("text", ""))
    return bool(text) and message.lstrip("把将 ").startswith(text)


_SIDES = words(
    "裁上[0-9].*裁下[0-9]|裁左[0-9].*裁右[0-9]|裁下[0-9].*裁上[0-9]|裁右[0-9].*裁左[0-9]"
    "|(?:只裁|仅裁)(?:画面)?的?[上下左右顶底](?!下|右)"
)
_PACE = f"({_N})秒?[到至-]({_N})秒钟?(?:的?(?:部分|画面))?(?:加速|快放|慢放|减速|放慢)[^,，]*[,，]"
_CUT_BEHIND = words(f"{_PACE}.*(?:[剪删]掉|删除|去掉|剪去)")
_INSIDE = words(f"{_PACE} ?({_N})秒?[到至-]({_N})秒钟?")
_IN_ORDER = words("然后|再|接着|之后[,，]|最后|做完|完了|好了")


def _crops_all_sides(message: str, edit: Edit) -> bool:
    return bool(edit.gained("crop")) and bool(_SIDES.search(message))


def _counts_two_ways(message: str, edit: Edit) -> bool:
    """ "10到20秒加速两倍，20到30秒静音，30到40秒删掉", and what is cut is told by the faster video."""
    was, now = (edit.of_clips("speed")[i] for i in (0, 1))
    if set(was) == set(now) or _IN_ORDER.search(message):
        return False
    if _CUT_BEHIND.search(message) and shown(edit.after[0]) < shown(edit.before[0]):
        return True
    inside = _INSIDE.search(message)
    spans = (
        [float(one) for one in inside.groups() if one.replace(".", "", 1).isdigit()]
        if inside
        else []
    )
    return len(spans) == _TWO * 2 and spans[0] < spans[2] < spans[1]


_SAME_PART = words("同一段|同一部分|同一个地方|同样的?地方")


def _is_not_that_part_alone(message: str, edit: Edit) -> bool:
    """ "同一段再加黑白", and all is."""
    return edit.alike and bool(_SAME_PART.search(message))


_KEYS = {
    "淡入": ("fade_in",),
    "淡出": ("fade_out",),
    "降噪": ("denoise",),
    "稳定": ("stabilize",),
    "防抖": ("stabilize",),
    "裁": ("crop", "crop_top", "crop_bottom", "crop_left", "crop_right"),
    "转": ("rotate",),
    "旋转": ("rotate",),
    "模糊": ("text",),
}
_UNWANTED = words(
    f"(?:\\A|[,，])(?:画面|视频)?(?:不要|别|不用|不)({'|'.join(_KEYS)})[^,，0-9]{{0,4}}[,，]"
)


def _is_still_there(message: str, edit: Edit) -> bool:
    """ "不要降噪，要稳定", and it is still so."""
    told = _UNWANTED.search(message)
    if not told:
        return False
    if told[1] == "模糊":
        blurred = [
            [one for one in side[1] if effect(one) == "blur"] for side in (edit.before, edit.after)
        ]
        return bool(blurred[0]) and blurred[0] == blurred[1]
    was, now = edit.of_clips(*_KEYS[told[1]])
    return any(one and one in now for one in was)


_INSTEAD = words(
    f"\\A[ ,，]*(?:不对|哦不|错了|不是|应该是|还是|那就|改[成为到]?|换成|[,，])+ ?{_EDGE}吧?[ 。.!！]*\\Z"
)
_ALSO = words("的也都?(?:[剪删]掉|删除|去掉|不要)")
_TURNS = words("反了|应该.*转|顺时针|逆时针|[往向][左右]")


def _is_of_another_clip(message: str, made: Edit, edit: Edit) -> bool:
    """ "第二段的前5秒静音", "改成前3秒", and the first clip is muted."""
    was, then, now = made.before[0], made.after[0], edit.after[0]
    if len(was) < _TWO or not now or not _INSTEAD.search(message):
        return False
    ends = (0, -1)
    return any(exactly(was[i]) == exactly(then[i]) != exactly(now[i]) for i in ends)


def _loses_all_of_another(message: str, edit: Edit) -> bool:
    """ "删掉b.mp4的前5秒", "talk的也删掉", and nothing is left of that."""
    was, now = ({one.get("src") for one in side[0]} for side in (edit.before, edit.after))
    return bool(was - now) and bool(_ALSO.search(message))


def _only_turns_back(message: str, made: Edit, edit: Edit) -> bool:
    """ "逆时针转90度", "应该顺时针转90度", and it stands upright."""
    turned = has(made.after[0], "rotate") and not has(made.before[0], "rotate")
    return turned and not has(edit.after[0], "rotate") and bool(_TURNS.search(message))


LEANING = (_is_of_another_clip, _only_turns_back)
IN_PLACE_OF_THE_WORDS = (_loses_its_last_word, _is_still_there, _loses_all_of_another)
CHECKS = (
    _is_of_the_other_clip,
    _goes_on_with_the_video,
    _takes_from_the_others,
    _is_gone_again,
    _is_of_the_file,
    _is_there_again,
    _sounds_twice,
    _loses_its_last_word,
    _crops_all_sides,
    _counts_two_ways,
    _is_not_that_part_alone,
    _loses_all_of_another,
    _is_still_there,
)
