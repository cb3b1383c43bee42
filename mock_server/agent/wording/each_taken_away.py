"""One verb that takes away several things, a look or a treatment of the picture among them, said of each:
"remove the title and the sepia", "turn the sound and the stabilization off". Said of a message before its
values are read; behind a message that took something away, "and the sepia" says no verb at all."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, pattern
from mock_server.agent.wording.plain_words import LOOK

_OF_VIDEO = r"(?: (?:of|from|in|on) (?:the )?(?:whole |entire )?(?:video|picture|footage|clip))?"
_TREATMENT = (
    rf"(?:{LOOK}|colou?r|b&w|gr[ae]yscale)(?:[- ](?:look|filter|effect|tint|grade))?|filter|look"
    r"|stabili[sz](?:ation|ing)|noise[- ]?(?:reduction|suppression|removal)|denois(?:e|ing)"
    r"|normali[sz](?:ation|ing)|crop(?:ping)?|rotation|reverse|reversal"
    r"|speed[- ]?up|fast[- ]?forward|slow[- ]?mo(?:tion)?|slow[- ]?down"
    r"|(?:cross-?)?fades?(?:[- ](?:in|out))?|transitions?|zoom(?:[- ]in)?|blur"
)
_LAYER = (
    r"titles?|captions?|subtitles?|logo|watermark|music|song|soundtrack|lower[- ]third|voice-?over"
    r"|picture[- ]in[- ]picture|<:text>|<:file>"
)
_SOUND = r"sound|audio|volume|声音"
_THE = r"(?:all )?(?:the |that |this |my |its |our )?"
_ONE = rf"{_THE}(?:{_TREATMENT}|{_LAYER}|{_SOUND}){_OF_VIDEO}"
_AND = r"(?:,|,? (?:and|as well as)(?: also)?|[.;](?= the [a-z -]+ too\b))"
_SEVERAL = rf"(?P<ones>{_ONE}(?:{_AND} {_ONE}){{1,3}})"
_BEGIN = r"(?:\A|(?<=[.;,\n] )|(?<=\n)|(?<= and )|(?<= then ))"
_END = r"(?:,? (?:too|as well|also|again|please|now))*(?=[ .!]*(?:\n|\Z|[.;] ))"
_OUT = (
    r"(?P<verb>remove|delete|drop|lose|get rid of|ditch|scrap|kill|cancel|disable|clear|undo|reset"
    r"|take (?:off|out|away)|(?:turn|switch) off)"
)
_AWAY = pattern(
    rf"{_BEGIN}(?:{_OUT} {_SEVERAL}|(?:take|turn|switch) (?:{_SEVERAL.replace('ones', 'off')} (?:off"
    rf"|away|out)"
    rf"|(?P<one>{_ONE}) off,? and (?P<too>{_ONE}) (?:too|as well|also))){_END}"
)
_AS_READ = {
    "denoise": "noise reduction",
    "denoising": "noise reduction",
    "speed-up": "speed up",
    "speedup": "speed up",
}
_EACH = pattern(rf"{_THE}(?P<one>{_TREATMENT}|{_LAYER}|{_SOUND})(?P<of>{_OF_VIDEO})(?=[,.;]|\Z| )")
_IS_TREATMENT = pattern(rf"(?:{_TREATMENT})")
_FADES_OF = pattern(
    rf"{_BEGIN}{_OUT} (?:the |all )*(?P<fades>fades?(?:[- ](?:in|out))?) (?:of|from|on) "
    r"(?P<one>(?:the |my )?(?:title|music|song|logo|caption|watermark|video)) and (?:of |from |on )?"
    rf"(?P<other>(?:the |my )?(?:title|music|song|logo|caption|watermark|video)){_END}"
)


_TREATMENT_ZH = "防抖|(?:画面)?稳定|降噪|滤镜|黑白(?:滤镜|效果)?|加速|慢放|倒放|旋转|裁剪|转场"
_ONE_ZH = f"(?:{_TREATMENT_ZH}|标题|字幕|logo|水印|音乐|背景音乐|声音|<:file>)"
_AWAY_ZH = pattern(
    r"(?:\A|(?<=[,，。;；\n]))(?P<verb>去掉|去除|取消|关掉|关闭|删掉|移除|拿掉) ?"
    rf"(?P<ones>{_ONE_ZH} ?(?:[和与跟及、] ?{_ONE_ZH}){{1,3}})(?=[ .。!！]*(?:\n|\Z))"
)
_EACH_ZH = pattern(_ONE_ZH)
_AS_READ_ZH = {
    "稳定": "去掉防抖",
    "画面稳定": "去掉防抖",
    "加速": "取消加速",
    "慢放": "取消慢放",
    "声音": "静音",
}


def _each_zh(match: re.Match[str]) -> str:
    found = _EACH_ZH.findall(match["ones"])
    treated = any(pattern(_TREATMENT_ZH).fullmatch(one) for one in found)
    if not treated and not _clip_and_sound([(one, "") for one in found]):
        return match[0]
    said = [_AS_READ_ZH.get(one, f"去掉{one}") for one in found]
    # Behind another order, "取消…" takes that one back.
    return "。".join(sorted(said, key=lambda one: not one.startswith("取消")))


def each_taken_away(text: str) -> str:
    """`text` in which each of several things that are to go has a verb of its own."""
    if HAN.search(text):
        return _AWAY_ZH.sub(_each_zh, text)
    return _FADES_OF.sub(_each_fade, _AWAY.sub(_each, text))


def _each(match: re.Match[str]) -> str:
    told = match["ones"] or match["off"] or f"{match['one']}, {match['too']}"
    found = [(one["one"], one["of"]) for one in _EACH.finditer(told)]
    if not any(_IS_TREATMENT.fullmatch(one) for one, _ in found) and not _clip_and_sound(found):
        return match[0]
    reset = (match["verb"] or "").lower() == "reset"
    return ". ".join(_gone(one, reset) + of for one, of in found)


def _clip_and_sound(found: list[tuple[str, str]]) -> bool:
    """ "Remove b.mp4 and the sound"."""
    kinds = [bool(pattern("<:file>").fullmatch(one)) for one, _ in found]
    return True in kinds and any(pattern(_SOUND).fullmatch(one) for one, _ in found)


def _gone(one: str, reset: bool) -> str:
    if pattern(_SOUND).fullmatch(one):
        return f"reset the {one}" if reset or one.lower() == "volume" else "remove the sound"
    if pattern("<:text|file>").fullmatch(one):
        return f"remove {one}"
    return f"remove the {_AS_READ.get(one.lower(), one.lower())}"


def _each_fade(match: re.Match[str]) -> str:
    fades = match["fades"]
    return f"remove the {fades} of {match['one']}. remove the {fades} of {match['other']}"


_MORE_AWAY = Regex(
    rf"\W*(?:and )?(?:also )?(?P<ones>{_THE}(?:{_TREATMENT}))(?:,? (?:too|as well|also))?\W*",
    re.IGNORECASE,
)
_TOO = Regex(r"\A\W*and\b|\b(?:too|also|as well)\b", re.IGNORECASE)
_WAS_AWAY = Regex(
    rf"\A\W*(?:please )?{_OUT} (?:the |my )?[^,.;]*\Z|\A\W*(?:take|turn|switch) (?:the "
    rf"|my )?[^,.;]* off\W*\Z",
    re.IGNORECASE,
)


def goes_too(message: str, before: str) -> str:
    """ "And the sepia", "the sepia too" behind "remove the title", with its verb."""
    more = _MORE_AWAY.fullmatch(message)
    return (
        f"remove {more['ones']}"
        if more and _TOO.search(message) and _WAS_AWAY.match(before)
        else message
    )
