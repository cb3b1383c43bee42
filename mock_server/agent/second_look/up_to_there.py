"""Chinese: what is told from the end ("保留到倒数第8秒"), by half the time, or as going on little by
little."""

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import CHINESE, DIGITS, number

_N = rf"(?:{DIGITS}|{CHINESE})"
_KEPT_UP_TO = Regex(f"(?:保留|只留|留)到倒数第?(?P<n>{_N})秒")
_ONE_FROM_THE_END = Regex(
    "(?:\\A|[,，。;；]) ?倒数第(?:[二三四五六七八九十]|[2-9]|10)秒(?![起到至开之以前后处时内里])"
)
_LATER_TEXTS = Regex(
    f"第?(?P<n>{_N})秒(?:以|之)?后的?(?:所有|全部)?的?(?:字|文字)(?!幕)[^,，。;；]{{0,4}}(?:删|去"
    f"|不要|拿掉)"
)
_NEAR = 20  # ms


def _ends_elsewhere(plain: str, edit: Edit) -> bool:
    """ "保留到倒数第8秒", and the last seconds are still there."""
    said = _KEPT_UP_TO.search(plain)
    if not said or edit.before[0] == edit.after[0]:
        return False
    return abs(edit.ends[0] - edit.ends[1] - 1_000 * float(number(said["n"]))) > _NEAR


def _takes_several_seconds(plain: str, edit: Edit) -> bool:
    """ "倒数第二秒黑白", and the last two seconds are."""
    return edit.before[0] != edit.after[0] and bool(_ONE_FROM_THE_END.search(plain))


def _leaves_a_later_text(plain: str, edit: Edit) -> bool:
    """ "5秒以后的字都删掉", and a caption is left."""
    said = _LATER_TEXTS.search(plain)
    if not said or not edit.values:
        return False
    start = 1_000 * float(number(said["n"]))
    return any("text" in one and one["s"] >= start for one in edit.after[1])


_HALF_THE_TIME = words(
    "(?:时间|时长|长度)[^,，。;；]{0,3}(?:缩短一半|减半|减一半|缩短到一半|变成一半)"
)


def _lasts_longer(plain: str, edit: Edit) -> bool:
    """ "播放时间缩短一半，用加速", and it lasts two thirds of it."""
    faster = edit.has_another("speed")
    return (
        faster
        and abs(2 * edit.ends[1] - edit.ends[0]) > _NEAR
        and bool(_HALF_THE_TIME.search(plain))
    )


_BY_AND_BY = words(
    "(?:慢慢|渐渐|逐渐|缓缓|一点一点|一点点)(?:地|的)?(?:变|加速|减速|放大|缩小|旋转|转|移|挪|加快"
    "|放慢|调)"
)
_GRADUAL = ("fade_in", "fade_out", "ramp", "speed_to", "zoom_to", "tr", "tr.d", "curve")


def _is_so_at_once(plain: str, edit: Edit) -> bool:
    """ "10到20秒声音慢慢变小", and they are quieter from the first moment on."""
    if not edit.values or not _BY_AND_BY.search(plain):
        return False
    changed = {key for key, _ in edit.values}
    return changed.isdisjoint(_GRADUAL) and not any("→" in v or "[" in v for _, v in edit.values)


_SMALLER_TO = words("(?:缩小|调小|降低?|减小|变小|压低?|调低)到")
_LARGER_TO = words("(?:放大|调大|提高|升高?|增大|加大|变大|调高|提升)到")


def _goes_the_other_way(plain: str, edit: Edit) -> bool:
    """ "logo缩小到八成", and it is twice as big."""
    down, up = (bool(way.search(plain)) for way in (_SMALLER_TO, _LARGER_TO))
    if down == up or len(edit.layers) != 1 or edit.before[0] != edit.after[0]:
        return False
    return any(
        (now[key] > was[key]) == down
        for was, now in edit.altered
        for key in ("scale", "size", "vol")
        if key in was and key in now and differs(was, now, key)
    )


_OF_THE_ORIGINAL = words("(?:音量|声音)?(?:是|为|等于|只有|调成|设为?|到)(?:原声|人声|说话声)的")


def _turns_down_the_original(plain: str, edit: Edit) -> bool:
    """ "加爵士，音量是原声的三成", and the original is as quiet as that."""
    was, now = edit.of_clips("vol")
    return was != now and bool(_OF_THE_ORIGINAL.search(plain))


_UNTIL_IT_COMES = words(
    "一直(?:显示|放|播|留|挂|停留)?(?:着)?到[^,，。;；]{1,12}(?:出现|出来|开始|显示)"
)
_SINCE = words("(?:第|从|在)?[0-9一二两三四五六七八九十半.:]+秒(?:钟)?起(?!到|至)")
_SHORT = ("title", "caption", "lower-third", "sound", "voiceover")


def _lasts_to_the_end(plain: str, edit: Edit) -> bool:
    """ "“甲”一直显示到“乙”出现", "标题8秒起", and it is there up to the end of the video."""
    longer = [
        now for was, now in edit.altered if now["d"] > was["d"] and edit.lasts_to_the_end(now)
    ]
    if longer and _UNTIL_IT_COMES.search(plain):
        return True
    return any(one["role"] in _SHORT for one in longer) and bool(_SINCE.search(plain))


_MIRRORED = words(
    "(?<!不要)(?<!不用)(?<!别)(?<!不)镜像|左右(?:反|颠倒|翻|对调)|水平翻|上下翻转",
    r"\b(?:mirror (?:it|the (?:picture|video|clip|image))\b|flip(?:ped)? (?:it|the"
    r" (?:picture|video|clip|image)) (?:horizontally|vertically|over)\b)",
)


def _leaves_it_as_it_was_shown(plain: str, edit: Edit) -> bool:
    """ "左右镜像，转90度", and it is turned only: a mirror image cannot be made."""
    return bool(edit.values) and bool(_MIRRORED.search(plain))


_UNDONE_BUT_FOR = words(
    "(?:\\A|[,，]) ?(?:撤销|撤回|撤掉上一步|取消上一步)(?:吧|一下|上一步"
    "|刚才的)?[,，](?!还是)[^,，。;；]{0,10}(?:留着|保留|留下|别动|不变|不动|别撤)"
)


def takes_back_that_too(plain: str, edit: Edit) -> bool:
    """ "撤销，标题留着", and that is gone as well."""
    return bool(edit.values) and bool(_UNDONE_BUT_FOR.search(plain))


CHECKS = (
    _lasts_to_the_end, _leaves_it_as_it_was_shown,
    _ends_elsewhere, _takes_several_seconds, _leaves_a_later_text, _lasts_longer, _is_so_at_once,
    _goes_the_other_way, _turns_down_the_original,
)  # fmt: skip
