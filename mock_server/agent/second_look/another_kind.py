"""What is said of one property, or one side, and was done to another: "第二段的升到一倍半" of its sound,
"四分之一的速度", "右边不裁", "结尾淡出2秒、钢琴曲", "logo放大20%"; in Chinese."""

import re

from mock_server.agent.second_look.edit import Edit, differs, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_SOUND = words("声音|音量|原声")
_PACE = words("[速快慢]|x\\b|\\bfast|\\bslow|[短长]|剪|裁|缩")


def _changes_the_pace_of_a_sound(plain: str, edit: Edit) -> bool:
    """ "第一段的声音降到两成，第二段的升到一倍半", and that is fast."""
    if has(edit.before[0], "speed_to"):
        return False  # the pieces of a ramp have paces of their own
    return edit.has_another("speed") and bool(_SOUND.search(plain)) and not _PACE.search(plain)


_DIGITS = {one: at for at, one in enumerate("零一二三四五六七八九十")} | {"两": 2}
_AT_A_SHARE = Regex(
    r"(?P<of>[二两三四五六七八九十])分之(?P<n>[一二两三四五六七八九])的?(?:播放)?(?:速度?|慢)"
)
_CLOSE = 0.02


def _is_slowed_by_a_share(plain: str, edit: Edit) -> bool:
    """ "慢放，四分之一的速度", and it is slower by a quarter."""
    told = _AT_A_SHARE.search(plain)
    if told is None or not edit.has_another("speed"):
        return False
    share = _DIGITS[told["n"]] / _DIGITS[told["of"]]
    return not any(abs(float(one.get("speed", 1)) - share) < _CLOSE for one in edit.after[0])


_SIDES = {"crop_top": "[上顶]", "crop_bottom": "[下底]", "crop_left": "左", "crop_right": "右"}
_LEFT_WHOLE = Regex(
    "(?P<which>(?:[上下左右顶底][边面侧部]?[和、与跟]?)+)(?:都|就|则)*不(?:要|用)?[裁剪切]"
)


def _crops_what_stays(plain: str, edit: Edit) -> bool:
    """ "上边裁掉一成，右边和下边不裁", and the right one is."""
    told = _LEFT_WHOLE.search(plain)
    return told is not None and any(
        differs(was, now, key) and re.search(side, told["which"])
        for was, now in edit.clips
        for key, side in _SIDES.items()
    )


_FADES_OUT = Regex(
    "(?P<before>.*)、(?:视频|画面|全片)?(?:的)?(?:结尾|片尾"
    "|最后)[^,，、]{0,6}淡出[^,，、]{0,4}、(?P<behind>.+)"
)
_OF_MUSIC = Regex("[乐曲歌配加用放铺]|bgm| {2}", re.IGNORECASE)
_FADES_MUSIC_IN = Regex(
    "(?:音乐|配乐)[^,，。;；]*淡出[^,，。;；]*[,，、](?:再|还|也)?加[^,，。;；画视片]{0,6}淡入"
)


def _fades_the_other(plain: str, edit: Edit) -> bool:
    """ "降噪、结尾淡出2秒、钢琴曲音量0.3", and the music fades; "音乐淡出改成五秒，再加两秒淡入", and the
    video does."""
    gained = edit.gained("fade_in", "fade_out")
    if "fade_in" in gained and _FADES_MUSIC_IN.search(plain):
        return True
    own = _FADES_OUT.fullmatch(plain.strip(" .。!！"))
    if own is None or _OF_MUSIC.search(own["before"]):
        return False
    new = any(one.get("role") == "music" and one.get("fade_out") for one in edit.added)
    return new and not any(one.get("fade_out") for one in edit.after[0])


_BY = Regex(
    "(?:logo|水印|贴图|贴纸|图标|画中画|它)?[^,，。;；]{0,12}?(?P<way>放大|缩小|调大|调小|变大|变小"
    "|增大|减小)了?"
    "(?:百分之(?P<zh>[一二两三四五六七八九十百]+|[0-9]+)|(?P<n>[0-9]+) ?%"
    "|(?P<tenths>[一二两三四五六七八九])成)(?!的?(?:透明|亮))",
    re.IGNORECASE,
)
_OF_TEXT = words("标题|字幕|文字|字号|字体|音|声|画面放大|镜头|推近")


def _has_another_size(plain: str, edit: Edit) -> bool:
    """ "logo放大百分之五十，挪到右下角", and it is half as wide as the picture."""
    laid = [
        pair for pair in edit.altered
        if pair[0].get("role") == "overlay" and pair[0].get("scale") and pair[1].get("scale")
    ]  # fmt: skip
    told = next(
        (
            found for one in re.split("[,，。;；]", plain)
            if (found := _BY.search(one)) and not _OF_TEXT.search(one)
        ),
        None,
    )  # fmt: skip
    if told is None or len(laid) != 1:
        return False
    by = _share(told) * (-1 if "小" in told["way"] else 1)
    was, now = (float(one["scale"]) for one in laid[0])
    return abs(was * (1 + by) - now) > _CLOSE / 4


def _share(told: re.Match[str]) -> float:
    if told["tenths"]:
        return _DIGITS[told["tenths"]] / 10
    return (float(told["n"]) if told["n"] else _whole(told["zh"])) / 100


def _whole(said: str) -> float:
    """A whole number up to a hundred."""
    if said.isdigit():
        return float(said)
    if "百" in said:
        return 100.0
    tens, ten, ones = said.rpartition("十")
    if not ten:
        return float(_DIGITS[said[-1]])
    return 10.0 * (_DIGITS[tens[-1]] if tens else 1) + (_DIGITS[ones[-1]] if ones else 0)


_PART = "第[一二三四五六七八九两0-9]+[段个]|最?[前后][一]?段|首段|最后一[段个]|b\\b|talk\\b"
_BETWEEN = Regex(f"(?:{_PART})(?:片段)?[和与跟、]+(?:{_PART})(?:片段)?(?:之间|中间)的?那?一?[段个]")


def _changes_what_is_around(plain: str, edit: Edit) -> bool:
    """ "第一段和最后一段之间那段静音", and those two are silent."""
    if not _BETWEEN.search(plain) or len(edit.before[0]) != len(edit.after[0]):
        return False
    keys = ("vol", "color", "speed", "reverse", "rotate", "fade_in", "fade_out")
    return any(differs(*pair, *keys) for pair in (edit.clips[:1] + edit.clips[-1:]))


_LEVEL = (
    r"(?:(?:再|稍微)?(?:大|小|轻|响)一?点?声?一?[点些]?(?:就行|就好|吧|即可)?"
    r"|(?:and |then |just |make it |a bit |a little |slightly )*(?:quieter|softer|louder)(?: please)?)"
    "[ .。!！]*"
)
_TAKES_BACK = r"[ ,，]*(?:撤[销回][^,，。]{0,3}|undo(?: that| it)?)"
_ONLY_A_LEVEL = Regex(rf"[ ,，]*{_LEVEL}", re.IGNORECASE)
_AND_A_LEVEL = Regex(rf"{_TAKES_BACK}(?:[,，。.;]+| and| then) *{_LEVEL}", re.IGNORECASE)
_ONLY_TAKES_BACK = Regex(rf"{_TAKES_BACK}[^,，]{{0,6}}", re.IGNORECASE)


def is_another_level(plain: str, edit: Edit) -> bool:
    """ "撤销，小声点就行", of the music that was taken back, and the video is quieter."""
    return _is_of_the_video(edit) and bool(_AND_A_LEVEL.fullmatch(plain))


def is_another_level_behind(idle: str, message: str, edit: Edit) -> bool:
    """ "小声点就行" behind "撤销", and nobody knows of what, where music is heard beside the video."""
    told = _ONLY_TAKES_BACK.fullmatch(idle) and _ONLY_A_LEVEL.fullmatch(message)
    return _is_of_the_video(edit) and bool(told)


def _is_of_the_video(edit: Edit) -> bool:
    was, now = edit.of_clips("vol")
    return was != now and any(one.get("role") == "music" for one in edit.after[1])


_STYLES = {
    "爵士": "jazz", "钢琴": "piano", "摇滚": "rock", "古典": "classical", "流行": "pop",
    "电子": "electronic",
    **{one: one for one in ("jazz", "piano", "rock", "classical", "pop", "lo-fi", "techno", "folk")},
}  # fmt: skip
_NO_STYLE = Regex(
    rf"(?:不要|别用|不用|不喜欢|\b(?:not|no|no more) )(?P<style>{'|'.join(_STYLES)})", re.IGNORECASE
)


def _replaces_another_style(plain: str, edit: Edit) -> bool:
    """ "不要爵士了，换成lo-fi", and it was a piano that played."""
    if not (found := _NO_STYLE.search(plain)):
        return False
    denied = _STYLES[found["style"].lower()]
    return any(
        was.get("name") != now.get("name")
        and str(was.get("name")) in _STYLES.values()
        and was.get("name") != denied
        for was, now in edit.altered
    )


CHECKS = (_replaces_another_style, 
    _changes_the_pace_of_a_sound, _is_slowed_by_a_share, _crops_what_stays, _fades_the_other,
    _has_another_size, _changes_what_is_around,
)  # fmt: skip
