"""What is said of a layer, or of a clip that was just put in, and done to the video: "把标题移到底部并旋转
90度", "b.mp4放在右下角，静音", "append b.mp4, fade in 1 s"."""

import re

from mock_server.agent.second_look.edit import SHOWN, Edit, has, new_sources, shown
from mock_server.agent.second_look.words import words
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex

_THE_VIDEO = words(
    r"\b(?:video|picture|clip|footage|film|talk|original|sound|audio|everything|whole)\b",
    "视频|画面|原声|声音|(?<!图)(?<!照)片|全|整|都|段",
)
_A_LAYER = words(
    r"\b(?:title|caption|logo|image|music|song|voice-?over|lower third)\b|  ",
    "标题|字幕|logo|图片|照片|音乐|水印|人名条|旁白",
)
_AND_TURNS = words(
    "并(?:且)?(?:旋转|倒放|加速|放慢|减速|静音|放大|缩小|黑白|变成|模糊)",
    r"\band (?:rotate|speed up|reverse|slow down|blur|enlarge|shrink)(?! (?:the|my|it|them|all|  )\b)\b",
)


def _turns_the_video(plain: str, edit: Edit) -> bool:
    """ "图片移到左上角并旋转90度", and the video is turned; "…并放大到50%", and the picture zooms."""
    named = bool(edit.layers) or _A_LAYER.search(plain)
    if not named or _THE_VIDEO.search(plain) or not _AND_TURNS.search(plain):
        return False
    zoomed = any("zoom" in one for one in edit.added)
    return zoomed or bool(edit.gained(*SHOWN))


def _changes_what_lies_below(plain: str, edit: Edit) -> bool:
    """ "b.mp4放在右下角，大小为30%，静音", and the video below is silent."""
    laid = any(
        one.get("role") == "overlay" and not is_picture(str(one.get("src"))) for one in edit.added
    )
    if not laid or _THE_VIDEO.search(plain):
        return False
    return bool(edit.gained(*SHOWN))


def leans_on_an_inset(message: str, made: Edit, edit: Edit) -> bool:
    """The same of the message before: "右下角放b.mp4画中画", "静音", or "前5秒剪掉"."""
    if len(message) >= _BRIEF or edit.added:
        return False
    both = Edit(made.before, edit.after, edit.reshaped, edit.size)
    if edit.ends[1] < edit.ends[0] and _CUTS_A_PART.match(message):
        return any(not is_picture(str(one.get("src"))) for one in made.added if "src" in one)
    return _changes_what_lies_below(message, both)


_BRIEF = 24  # characters
_CUTS_A_PART = words("[ ,，]*(?:再|把)?(?:最?[前后]|开头|结尾)[^,，。 ]{1,4}秒钟?[剪删去]")
_NAMES_THE_FADE = Regex(
    r"(?:视频|画面|片|全|整|开头|黑)[^,，。;；]{0,6}[淡渐]|\b(?:video|picture|film|black|start"
    r"|beginning|whole)\b",
    re.IGNORECASE,
)


def _fades_the_other_clip(plain: str, edit: Edit) -> bool:
    """ "把b.mp4接在末尾，淡入一秒", and it is the first clip that fades in."""
    new = new_sources(edit)
    if not new or len(edit.after[0]) == 1:
        return False
    first, last = edit.after[0][0], edit.after[0][-1]
    into = "fade_in" in first and first.get("src") not in new and not has(edit.before[0], "fade_in")
    out = "fade_out" in last and last.get("src") not in new and not has(edit.before[0], "fade_out")
    both = has(edit.after[0], "fade_in") and has(edit.after[0], "fade_out")  # of the whole video
    return (into or out) and not both and not _NAMES_THE_FADE.search(plain)


_ITS_PART = words(
    "它的(?:最?[前后]|开头|结尾|第)[^,，。]{0,6}(?:秒|半)",
    r"\bits (?:first|last|opening|final) ",
)


def _takes_part_of_the_video(plain: str, edit: Edit) -> bool:
    """ "把b.mp4接到结尾，剪掉它的前五秒", and the first five seconds of the video are gone."""
    new = new_sources(edit)
    if not new or not _ITS_PART.search(plain):
        return False
    kept = {(one.get("src"), one.get("in"), one.get("out")) for one in edit.after[0]}
    return any(
        (one.get("src"), one.get("in"), one.get("out")) not in kept for one in edit.before[0]
    )


_MUSIC_THEN_A_FADE = Regex(
    r"[ ,，]*(?:请|把)?(?:换(?:个|一下)?(?:背景)?(?:音乐|配乐)|[^,，。]{0,30}换[上成为])[^,，。]{0,30}"
    r"(?:[,，][^,，。]{0,30}(?:原声|静音|声音)[^,，。]{0,30})?"
    r"[,，]淡[入出][^,，。]{0,12}(?:[,，]淡[入出][^,，。]{0,8})?[ 。.!！]*"
)


def _fades_below_the_music(plain: str, edit: Edit) -> bool:
    """ "换背景音乐为song.mp3，原声静音，淡入3秒", and it is the picture that fades in."""
    faded = edit.gained("fade_in", "fade_out")
    return (
        bool(faded)
        and bool(re.search("音乐|配乐|原声|声音", plain))
        and bool(_MUSIC_THEN_A_FADE.fullmatch(plain))
    )


_N = "[0-9.一二两三四五六七八九十半]{1,6}"
_BARE_FADES = Regex(
    rf"[ ,，]*(?:加上?|做|来|再)?(?:个|一个)?"
    rf"(?:(?:{_N}秒钟?的?)?淡[入出](?:{_N}秒钟?)?(?:的?效果)?[,，和、并]*)+"
    r"(?:吧|就行|就好)?[ 。.!！]*"
)
_BARE_CUT = Regex(
    rf"[ ,，]*(?:请|把|再)?(?:[裁剪删截去]掉?(?:最?[前后]|开头|结尾){_N}秒钟?"
    rf"|(?:最?[前后]|开头|结尾){_N}秒钟?[裁剪删截去]掉?)(?:吧|了)?[ 。.!！]*"
)
_PUT_AND_CUT = Regex(
    r"[ ,，]*(?:请|把)?[^,，。]{0,6}(?:[接插]上?|放到|加到)[^,，。]*[,，](?P<cut>[^,，。]*)[ 。.!！]*"
)


def _cuts_the_other_clip(plain: str, edit: Edit) -> bool:
    """ "接上b.mp4，裁掉前5秒", and the first five seconds of the video are gone."""
    put = _PUT_AND_CUT.fullmatch(plain)
    new = new_sources(edit)
    return bool(put and _BARE_CUT.fullmatch(put["cut"])) and _is_cut_beside(new, edit)


def _is_cut_beside(new: set[str], edit: Edit) -> bool:
    """Whether less of what was there is shown than was, beside what has come."""
    was, now = (shown(one for one in side[0] if one.get("src") not in new)
                for side in (edit.before, edit.after))  # fmt: skip
    return bool(new) and now < was


def _fades_beside(new: set[str], edit: Edit) -> bool:
    """Whether another clip has got a fade than the one that has come."""
    keys = ("fade_in", "fade_out")
    return any(
        key in one and one.get("src") not in new and not has(edit.before[0], key)
        for one in edit.after[0]
        for key in keys
    )


def leans_on_a_new_clip(message: str, made: Edit, edit: Edit) -> bool:
    """The same of the message before: "把b.mp4接到结尾", "剪掉它的前五秒", or "淡入1秒"."""
    new = new_sources(made)
    if new and made.before[0]:
        if _BARE_FADES.fullmatch(message) and _fades_beside(new, edit):
            return True
        if _BARE_CUT.fullmatch(message) and _is_cut_beside(new, edit):
            return True
    if not new or not _ITS_PART.search(message):
        return False
    left = [
        {str(one) for one in side[0] if one.get("src") not in new}
        for side in (edit.before, edit.after)
    ]
    moved = [len(side[0]) for side in (edit.before, edit.after)]
    return left[0] != left[1] or moved[0] > moved[1]


CHECKS = (
    _turns_the_video, _changes_what_lies_below, _fades_the_other_clip, _takes_part_of_the_video,
    _cuts_the_other_clip, _fades_below_the_music,
)  # fmt: skip
