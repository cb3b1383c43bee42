"""What a part of the video is like, and is to be elsewhere: "黑白改到20到30秒", "静音从15秒开始",
"改成第一段静音", and its old place is still like that."""

from collections.abc import Callable

from mock_server.agent.lexicon.tokens import phrases
from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_LIKE = (
    "(?P<like>静音|消音|加速|快放|慢放|放慢|减速|倒放|黑白|暖色调?|冷色调?|怀旧|复古|鲜艳|电影感"
    "|棕褐色)"
)
_N = "[0-9.一二两三四五六七八九十半]+"
_PART = (
    f"(?:从?第?{_N}秒?(?:到|至|-)第?{_N}秒?|[最开结]?[前后头尾]的?{_N}秒|最后{_N}秒|[前后](?:半段|一半|面)"
    "|第[一二三四五六][段个]|最后一段|结尾|开头|从?第?[0-9.]+秒)"
)
_WHAT = "(?:范围|部分|时间|位置|起点|区间)?"
_MOVED = Regex(
    rf"\A[ ,，]*(?:请|帮我)?(?:把|将)?{_LIKE}(?:效果|滤镜|色调)?(?:那段)?的?{_WHAT}"
    rf"(?:改|换|移|挪|调|推迟|提前|放|变)(?:到|成|为|至|在){_PART}"
    rf"|\A[ ,，]*(?:把|将)?{_LIKE.replace('like', 'since')}(?:效果|滤镜)?的?(?:时间)?(?:改成|改为)?"
    rf"[从自在]第?{_N}秒(?:处)?(?:才|再)?(?:开始|起)"
    rf"|\A[ ,，]*(?:不对?[,，])?(?:改成|改为|换成|换为)(?:只)?{_PART}(?:变|加)?"
    rf"{_LIKE.replace('like', 'there')}"
    rf"|\A[ ,，]*(?:请)?只(?:要)?{_LIKE.replace('like', 'only')}{_PART}"
    rf"|\A[ ,，]*只(?:有|让|把|在|要)?{_PART}(?:变|加)?{_LIKE.replace('like', 'alone')}"
)
_SILENT = ("静音", "消音")


def _leaves_its_old_place(plain: str, edit: Edit) -> bool:
    """ "冷色改成10到15秒", and it is still that cool until 20."""
    told = _MOVED.match(plain)
    if told is None or edit.before[0] == edit.after[0]:
        return False
    like = _like(next(one for one in told.groups() if one))
    spans = [[one for one in side[0] if like(one)] for side in (edit.before, edit.after)]
    return bool(spans[0]) and all(_covered(one, spans[1]) for one in spans[0])


def _like(said: str) -> Callable[[Segment], bool]:
    """Whether a clip is like that."""
    if said in _SILENT:
        return lambda one: one.get("vol") == 0
    if said == "倒放":
        return lambda one: "reverse" in one
    if said in ("加速", "快放"):
        return lambda one: float(one.get("speed", 1)) > 1
    if said in ("慢放", "放慢", "减速"):
        return lambda one: float(one.get("speed", 1)) < 1
    known = phrases()
    look = next(
        (known[one]["look"] for one in (said, said[:2]) if "look" in known.get(one, {})), ""
    )
    return lambda one: str(one.get("color", {}).get("name", "")) == look


def _covered(span: Segment, now: list[Segment]) -> bool:
    """Whether all of a part of a file is among others of it."""
    left, right = span.get("in", 0), span.get("out", 0)
    met = [
        max(0, min(right, one.get("out", 0)) - max(left, one.get("in", 0)))
        for one in now
        if one.get("src") == span.get("src")
    ]
    return sum(met) >= right - left


_OTHER_SIDE = Regex(r"\A[ ,，]*(?:不对?[,，])?(?:改成|改为|换成)裁")
_SIDES = ("crop_top", "crop_bottom", "crop_left", "crop_right", "crop")


def _crops_both_sides(plain: str, edit: Edit) -> bool:
    """ "改成裁掉顶部10%", and the bottom is cut off, too."""
    cropped = [
        {key for key in _SIDES for one in side[0] if key in one}
        for side in (edit.before, edit.after)
    ]
    more = cropped[1] - cropped[0]
    return bool(more and cropped[0] & cropped[1]) and bool(_OTHER_SIDE.match(plain))


_BOTH_ENDS = Regex(
    f"(?P<way>晚|早|推迟|提前)(?P<n>{_N})秒钟?(?:再)?(?:出现|开始|出来)[,，、和]?(?:也|并且|再)?"
    "(?P=way)(?P=n)秒钟?(?:再)?(?:消失|结束|退出)"
)


def _moves_one_end(plain: str, edit: Edit) -> bool:
    """ "它要晚两秒出现，晚两秒消失", and it is there from when it was, 2 s longer."""
    return any(was["d"] != now["d"] for was, now in edit.altered) and bool(_BOTH_ENDS.search(plain))


CHECKS = (_leaves_its_old_place, _crops_both_sides, _moves_one_end)
