"""Chinese words for a clip of the main track, and for a part of one: "b.mp4静音", "第二段的前5秒剪掉"."""

import re

from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FILE, Values, index, pattern
from mock_server.agent.values.quantities import Time
from mock_server.agent.values.ranges import Clip, Range, Within

_CLIP = (
    "(?:<file>|第([一二三四])段(?:视频|素材)?|(最后一段)(?:视频|素材)?)(?: ?(?:那一?段|这一?段|片段"
    "|视频))?"
)
_NUMBERS = {"一": 0, "二": 1, "三": 2, "四": 3}
_CUTS = "(?:去掉|剪掉|删掉|砍掉|切掉|掐掉|裁掉|剪去|剪|砍|切|删|去|减|掐|裁)"
_OF_CLIP = pattern(
    r"((?:\A|,) ?(?:只|请)?(?:把|将|给|让)?)(?:<file>) ?(?:那一?段|这一?段|片段|那个视频|这个视频)?(?:的)?"
    r"(?=(?:整段|全部|都|要|的画面)*(?:静音|消音|倒放|黑白|变|调成|加速|减速|慢放|快放|降噪|防抖|声音"
    r"|原声|音量|不要声音"
    r"|旋转|<:factor>))"
)
_PART = pattern(rf"(?<![和、]){_CLIP}的?<range>")
_ENDS = pattern(rf"{_CLIP}的?(?:(开头|前面)|结尾|末尾|最后|后面)(?:再|要|也)*{_CUTS}<time>(?:掉)?")
_ONLY = pattern(rf"{_CLIP}(?:就)?只(?:要|留|保留|用|取)(?:它)?的?(?:<range>|<time>)")
_DONE = (
    "(?=(?:都|全|就)*(?:静音|消音|倒放|倒过来|慢放|快放|黑白|变成?黑白|加速|减速|降噪|剪掉|删掉|去掉"
    "|不要|剪了|删了|放慢|加快|调[快慢]|<:factor>))"
)
_COUNTED = pattern(
    rf"((?:\A|,) ?(?:只|请)?(?:把|将|给|让)?)(?:(倒数第[二三])(?:段|个片段)|(最后两)(?:段|个片段)|(前一"
    rf"|后一|[前后]面(?:那|这)?一?)(?:段|个片段|个视频)"
    rf"|(第[一二三四])段?(?:和|、|跟)第([一二三四])段)(?:视频|素材)?{_DONE}"
)
_LAID = pattern(
    r"(\A|,) ?(?:只)?(?:在|给) ?(?:第([一二三四])段|(最后一段))(?:视频|素材)?(?:里|上|的时候)?"
    r"(?=(?:加|配|放)[^,]*(?:音乐|配乐|logo|水印|<:file>))"
)
_BROUGHT = pattern(
    r"(?:把|将) ?<file> ?(?:也)?(?:加|放|配|垫|导)(?:进来|进去|到视频里|进视频里?|上去|上)(?=,|[ .!]*\Z)"
)
_AT_AN_EDGE = Regex("[前后头尾]")


def of_clips(text: str, values: Values) -> str:
    """A marked sentence in which a clip, or a part of one, is a stretch of time."""
    if FILE not in text and "段" not in text:
        return text
    text = _COUNTED.sub(lambda match: _counted(match, values), text)
    text = _LAID.sub(lambda match: _laid(match, values), text)
    text = _ONLY.sub(lambda match: _all_but(match, values), text)
    text = _ENDS.sub(lambda match: _edge(match, values), text)
    text = _PART.sub(lambda match: _part(match, values), text)
    text = _BROUGHT.sub(lambda match: _brought(match, values), text)
    return _OF_CLIP.sub(lambda match: _whole(match, values), text)


def _clip(match: re.Match[str], values: Values) -> Clip | None:
    """The clip that the first groups name; None when it is none of the main track."""
    if match[1] is None:
        return Clip(-1 if match[3] else _NUMBERS[match[2]])
    name = str(values.items[index(match[1])])
    return None if is_picture(name) or is_sound(name) else Clip(name=name)


def _within(clip: Clip, part: Range, match: re.Match[str], values: Values) -> str:
    return values.mark("range", Within(clip, part), match[0])


def _part(match: re.Match[str], values: Values) -> str:
    clip, i = _clip(match, values), index(match[4])
    part = values.items[i]
    if clip is None or not isinstance(part, Range) or not _AT_AN_EDGE.search(values.words[i]):
        return match[0]
    return _within(clip, part, match, values)


def _edge(match: re.Match[str], values: Values) -> str:
    clip, ms = _clip(match, values), values.items[index(match[5])].ms
    if clip is None:
        return match[0]
    part = Range(0, ms) if match[4] else Range(-ms, None)
    return f"剪掉{_within(clip, part, match, values)}"


def _all_but(match: re.Match[str], values: Values) -> str:
    """The rest of a clip of which only a part is wanted is cut."""
    clip, told = _clip(match, values), values.items[index(match[4] or match[5])]
    part = Range(0, told.ms) if isinstance(told, Time) else told
    if clip is None or not isinstance(part, Range):
        return match[0]
    if part.start < 0 and part.end is None:
        return f"剪掉{_within(clip, Range(0, part.start), match, values)}"
    if part.start == 0 and (part.end or 0) > 0:
        return f"剪掉{_within(clip, Range(part.end or 0, None), match, values)}"
    return match[0]


def _whole(match: re.Match[str], values: Values) -> str:
    name = str(values.items[index(match[2])])
    if is_picture(name) or is_sound(name):
        return match[0]
    return match[1] + values.mark("range", Clip(name=name), f"“{name}”")


def _brought(match: re.Match[str], values: Values) -> str:
    """A song that is brought in is the music."""
    name = str(values.items[index(match[1])])
    return f"配乐用{values.mark('file', name)}" if is_sound(name) else match[0]


def _counted(match: re.Match[str], values: Values) -> str:
    """ "倒数第二段", "最后两段", "前一段" of two, "第二段和第三段"."""
    if match[2]:
        clips = [Clip(-2 if match[2].endswith("二") else -3)]
    elif match[3]:
        clips = [Clip(-2), Clip(-1)]
    elif match[4]:
        clips = [Clip(0 if match[4].startswith("前") else 1, of=2)]
    else:
        clips = [Clip(_NUMBERS[match[5][-1]]), Clip(_NUMBERS[match[6]])]
    said = match[0][len(match[1]) :]
    return match[1] + "和".join(values.mark("range", clip, said) for clip in clips)


def _laid(match: re.Match[str], values: Values) -> str:
    clip = Clip(-1 if match[3] else _NUMBERS[match[2]])
    return match[1] + values.mark("range", clip, match[0].strip(" ,"))
