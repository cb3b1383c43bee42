"""When something is to begin and to end, and it does so at another time: "音乐从10秒开始，到50秒",
"logo显示到倒数5秒", "logo留到一半"."""

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.named_by_time import N
from mock_server.timeline.tracks import end_of

_COMES = "(?:开始|起|出现|出来|响起|进来?)"
_LASTS = "(?:一直|就|再|放|播放?|显示|留|保留|持续|响|出现)*"
_GOES = "(?:为止|就?结束|就?停止?|就?消失|就?收|就?没了?)"
_FROM = f"从第?(?P<start>{N})秒{_COMES}"
_FROM_UNTIL = (
    Regex(rf"{_FROM}[^,，。;；秒]{{0,4}}[,，]{_LASTS}到第?(?P<end>{N})秒"),
    Regex(rf"到第?(?P<end>{N})秒{_GOES}?[,，]{_FROM}"),
)
_BACK = Regex(
    rf"(?<!倒数)(?<!秒)(?:{_LASTS}|[乐题幕条o印])到倒数第?(?P<back>{N})秒(?!之?[前后]|以|[到至])"
)
_FROM_THE_END = words("从(?:倒数|结[尾束]|最后)")
_SHARE = "(?:视频|片子)?的?(?:一半|中间|[三四五]分之[一二三四])"
_UNTIL_HALF = words(
    f"(?:显示|留|保留|持续|播放?|放|出现|响|一直)到{_SHARE}(?!的?(?:音量|大小|透明|位置|尺寸|速))",
    f"到{_SHARE}(?:的时候|时|处)?{_GOES}",
)
_LEVELS = ("vol", "scale", "opacity", "size")


def _is_there_at_other_times(plain: str, edit: Edit) -> bool:
    """ "音乐从10秒开始，到50秒", and it begins at 0."""
    laid = [now for _, now in edit.layers if now]
    if edit.ends[0] != edit.ends[1] or not laid:
        return False
    for source in _FROM_UNTIL:
        if told := source.search(plain):
            start, end = (1_000 * float(number(told[key])) for key in ("start", "end"))
            return start < end and not any((one["s"], end_of(one)) == (start, end) for one in laid)
    return False


def _begins_when_it_ends(plain: str, edit: Edit) -> bool:
    """ "logo显示到倒数5秒", and it is there for the last 5 s alone."""
    told = _BACK.search(plain)
    if told is None or edit.ends[0] != edit.ends[1] or _FROM_THE_END.search(plain):
        return False
    at = edit.ends[1] - 1_000 * float(number(told["back"]))
    laid = [now for _, now in edit.layers if now]
    return bool(laid) and not any(end_of(one) == at for one in laid)


def _is_half_of_it(plain: str, edit: Edit) -> bool:
    """ "logo留到一半", and it is half as big."""
    levels = any(
        differs(was, now, *_LEVELS) and not differs(was, now, "s", "d") for was, now in edit.altered
    )
    return levels and edit.before[0] == edit.after[0] and bool(_UNTIL_HALF.search(plain))


CHECKS = (_is_there_at_other_times, _begins_when_it_ends, _is_half_of_it)
