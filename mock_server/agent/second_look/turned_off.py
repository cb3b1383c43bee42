"""What is to be switched off is not switched on: "turn off the slow motion", where there is none."""

import re

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import CLAUSE
from mock_server.agent.values.lazily import Regex

_FAST = r"(?:double|triple|half|quarter|twofold|twice the|[\d.]+ ?x|high|low)"
_KINDS = (
    (rf"slow[- ]?mo(?:tion)?|time[- ]?lapse|fast[- ]?(?:forward|motion)|{_FAST}[- ]?speed|speed[- ]?(?:up"
     rf"|ramp|change|effect)|slow[- ]?down", ("speed",)),
    (r"(?:(?:sepia|vintage|vivid|warm|cool|cold|black[- ]and[- ]white|b&w|monochrome|gr[ae]yscale|noir"
     r"|retro|film|colou?r)[ -]?){1,3}(?:look|filter|effect|grade|tint|style)?|look|filter", ("color",)),
    (r"(?:music |video |picture )?fade(?:s|[- ]?(?:in|out)s?)?(?: effect)?", ("fade_in", "fade_out")),
    (r"rotation|turn|tilt", ("rotate",)),
    (r"(?:reverse|backwards?)(?: playback| mode| effect)?|reversal|rewind", ("reverse",)),
    (r"blur(?:ring)?(?: effect)?|zoom(?:[- ]?in)?(?: effect)?|mirror(?:ing)?(?: effect)?|flip",
     ("blur", "zoom", "zoom_to", "flip", "scale")),
    (r"(?:square|vertical|portrait|landscape|widescreen|wide|\d+:\d+)[ -]?(?:format|mode|crop|shape|version"
     r"|orientation|ratio|view)?", ("canvas",)),
)  # fmt: skip
_KINDS_ZH = (
    ("慢动作|慢放|快放|快进|[0-9.一二两三四五半]*倍速|延时|变速|加速", ("speed",)),
    ("黑白|怀旧|复古|暖色|冷色|鲜艳|滤镜|调色", ("color",)),
    ("淡入淡出|淡[入出]|渐[入出隐显]", ("fade_in", "fade_out")),
    ("旋转", ("rotate",)),
    ("倒放|倒播", ("reverse",)),
    ("模糊|放大|镜像|翻转|推近", ("blur", "zoom", "zoom_to", "flip", "scale")),
    ("竖屏|横屏|方形|竖版|横版|方屏", ("canvas",)),
)
_OFF = (
    r"\b(?:(?:turn|switch|take|shut) off|drop|lose|cancel|disable|deactivate|remove|delete|undo|stop"
    r"|end|kill"
    r"|scrap|ditch|get rid of|do away with|no more) (?:the |that |this |my |its )(?:%s)\b(?![- ]\w+ed\b)"
    r"|\b(?:turn|switch|take|shut) (?:the |that |this |my |its )?(?:%s) off\b"
)
_OFF_ZH = (
    "(?:关掉|关闭|关了|取消|停用|停掉|撤掉|禁用)(?:画面|视频|那个|这个|的)*(?:%s)(?:效果|模式)?"
)
_SAID = tuple(
    (Regex(_OFF.replace("%s", words), re.IGNORECASE), keys) for words, keys in _KINDS
) + tuple((Regex(_OFF_ZH.replace("%s", words)), keys) for words, keys in _KINDS_ZH)


def _switches_on(plain: str, edit: Edit) -> bool:
    """ "Turn off the sepia look", and there is one now; "关掉慢动作", and it is slower than it was."""
    keys = {key for said, keys in _SAID if said.search(plain) for key in keys}
    if not keys:
        return False
    only = len([one for one in CLAUSE.split(plain) if one.strip(" .!。")]) == 1
    if "canvas" in keys and only and edit.reshaped:
        return True
    pairs = [*edit.layers, *edit.clips]
    return any(
        key in now and was.get(key) != now[key] and (only or key not in was)
        for was, now in pairs
        for key in keys
    )


_NO_CAPTIONS = Regex(
    r"\b(?:(?:turn|switch|shut) off|disable|deactivate|no more) (?:the |any )?(?:auto(?:matic)?[- ]?)?"
    r"(?:captions?|subtitles?|captioning)\b|\b(?:turn|switch) (?:the |any )?(?:auto(?:matic)?[- ]?)?"
    r"(?:captions?|subtitles?|captioning) off\b|(?:关掉|关闭|关了|停用|禁用)(?:自动)?(?:生成)?(?:的)?字幕",
    re.IGNORECASE,
)


def _writes_what_is_said(plain: str, edit: Edit) -> bool:
    """ "Turn off automatic captions", and there are some now."""
    written = any(one["role"] == "caption" for one in edit.added)
    return written and bool(_NO_CAPTIONS.search(plain))


_NOT = r"\b(?:no|without(?: an?| the| any)?|not|drop the|lose the) "
_NOT_ZH = "(?:不|无|没|没有|不要|不用|不带|不加|别|去掉|取消)(?:再|要|带|加|用|做|有)?"
_HAD = (
    (r"shadow\b", "阴影|投影", "shadow"),
    (r"outline\b", "描边", "outline"),
    (r"bold\b", "加粗|粗体|粗", "style"),
    (r"(?:background|box)\b", "背景|底色|底框", "background"),
    (r"fade[- ]?(?:out|at the end)\b", "淡出|渐出", "fade_out"),
    (r"fade[- ]?(?:in|at the start)\b", "淡入|渐入", "fade_in"),
    (r"duck(?:ing)?\b", "闪避|自动压低", "duck"),
)
_DENIED = (
    *(
        (Regex(rf"{_NOT}(?:{words})|{_NOT_ZH}(?:{han})", re.IGNORECASE), key)
        for words, han, key in _HAD
    ),
    (Regex(r"\bopaque\b|(?<!半)不透明(?!度)", re.IGNORECASE), "opacity"),
)


def _keeps_what_is_denied(plain: str, edit: Edit) -> bool:
    """ "标题放底部，不加粗", and it is bold as before; "logo缩小，不透明", and one sees through it."""
    pairs = [(was, now) for was, now in (*edit.altered, *edit.clips) if was != now]
    return any(
        any(now.get(key) == was[key] for was, now in pairs if was.get(key))
        and all(key in now for was, now in pairs if was.get(key))
        for said, key in _DENIED
        if said.search(plain)
    )


_NO_SUCH = Regex(
    r"(?:\A\W*|[,;] |\band )no (title|music|logo|captions?|fade(?:[- ]?out)?)(?=[ ,.!]*(?:\Z|[,;]| and\b))",
    re.IGNORECASE,
)


def _leaves_what_is_not_to_be(plain: str, edit: Edit) -> bool:
    """ "Bigger title, no music", and the music that was there plays on."""
    for found in _NO_SUCH.finditer(plain):
        what = found[1].lower()
        role = {"logo": "overlay"}.get(what, what.rstrip("s"))
        if what.startswith("fade"):
            ones = [*edit.before[0], *edit.before[1]]
            left = [*edit.after[0], *edit.after[1]]
            if not edit.added and any("fade_out" in one for one in ones):
                return any("fade_out" in one for one in left)
        elif any(one["role"] == role for one in edit.before[1]):
            return any(one["role"] == role for one in edit.after[1])
    return False


def _colors_a_picture(plain: str, edit: Edit) -> bool:
    """ "Make both red", and one of them is a picture."""
    return any(
        isinstance(now.get("color"), str) and now.get("role") not in op.TEXTS
        for was, now in edit.layers
        if was.get("color") != now.get("color")
    )


_NO_CROP = Regex("不(?:再|用|要)?裁(?:剪)?了")
_CROPS = ("crop", "crop_top", "crop_bottom", "crop_left", "crop_right")


def _leaves_it_cropped(plain: str, edit: Edit) -> bool:
    """ "第一段不裁了，第二段裁上面10%", and the first is as it was."""
    if not _NO_CROP.search(plain):
        return False
    return not any(any(key in was and key not in now for key in _CROPS) for was, now in edit.clips)


CHECKS = (_leaves_it_cropped, 
    _switches_on, _writes_what_is_said, _keeps_what_is_denied, _leaves_what_is_not_to_be,
    _colors_a_picture,
)  # fmt: skip
