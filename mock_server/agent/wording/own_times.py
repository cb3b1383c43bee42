"""Times that a layer has of its own: "song.mp3放到40秒", "logo只放20秒", "the first 2 s fading in"."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import HAN, Values, index, marked, marks
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.shown import Shown

_N = r"[0-9.一二两三四五六七八九十百半]+"
_TIME = rf"(?:{_N}分钟?(?:{_N}秒钟?)?|{_N}秒钟?)"
_STOP = r"(?=[ ]*(?:[,，.。!！;；]|\Z))"
_ENOUGH = "(?:就够了?|就行了?|就好了?|就可以了?|即可|为止|就停|就结束|吧)?"
_STYLE = "(?:爵士|钢琴|电子|摇滚|古典|流行|lo-?fi)(?:音乐|乐|曲)?"
_MADE = Regex(marked(rf"<:text|file>|{_STYLE}"), re.IGNORECASE)
_SONG = Regex(marked(rf"(?:(?:背景)?音乐|配乐|bgm|歌曲?)[ ]?<:file>|{_STYLE}"), re.IGNORECASE)
_TIMED = Regex(
    rf"(?<!歌曲的)(?<!歌的)(?<!音乐的)(?<!原曲的)(?<![0-9.一二两三四五六七八九十半])第?{_TIME}"
)
_CORNER = Regex("[左右上下]角|顶部|底部|中间|画中画|logo|水印", re.IGNORECASE)
_MOVES = Regex("[把将移挪插接剪删]")
_SPAN = Regex(rf"{_N}秒?[到至~-]第?{_TIME}|from .*\b(?:to|until)\b", re.IGNORECASE)
_AN_EDGE = Regex("[,，][ ]?[前后]|,? (?:and |with )?(?:its |the )?first ", re.IGNORECASE)
_OF_THE_CLIP = Regex(
    r"[剪删倒静快慢接插拼]|[干去]掉|黑白|\b(?:cut|trim|mute|remove|speed|then|append|insert)\b",
    re.IGNORECASE,
)
_LASTING = {
    "logo": "overlay", "水印": "overlay", "贴图": "overlay", "画中画": "overlay", "标题": "title",
    "字幕": "caption", "音乐": "music", "音效": "sound",
    "旁白": "voiceover", "人名条": "lower-third",
}  # fmt: skip
_LAYER = "(" + "|".join(_LASTING) + ")"


def _there(noun: str, shown: Sequence[Shown]) -> bool:
    """Whether there is one layer of this kind."""
    return [one.role for one in shown].count(_LASTING[noun.lower()]) == 1


def _so_far(match: re.Match[str]) -> str:
    """The sentence up to a match."""
    return re.split(r"[。;；\n]", match.string[: match.start()])[-1]


def _until(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "加song.mp3，音量30%，一直放到40秒": a new layer that begins with the video."""
    told = _so_far(match)
    if not _MADE.search(told) or _TIMED.search(told) or _MOVES.search(told):
        return match[0]
    if "一直" not in match[0] and "放" not in told and not _SONG.search(told):
        return match[0]
    named = [values.items[i] for i in marks(told, "text", "file")]
    if there := [one for one in shown if one.text in named or one.name in named]:
        heard = there[0].role in ("music", "sound", "voiceover")
        return f"{'播放' if heard else '显示'}到{match[1]}"
    return f",0到{match[1]}"


def _until_there(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "logo一直放到50秒", of one that is there."""
    if not _there(match[1], shown):
        return match[0]
    if match[1] == "画中画":
        return f"{match[1]}到{match[2]}结束"
    return f"{match[1]}{'播放' if match[1] == '音乐' else '显示'}到{match[2]}"


def _for_so_long(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "背景音乐song.mp3只放20秒"."""
    told, name = _so_far(match), values.items[index(match[1])]
    if not (is_sound(name) or _CORNER.search(told)) or _TIMED.search(told) or _MOVES.search(told):
        return match[0]
    if any(one.name == name for one in shown):
        return f"音乐持续{match[2]}" if is_sound(name) and _there("音乐", shown) else match[0]
    return f"{match[0][: match.end(1) + 1 - match.start()]},0到{match[2]}"


def _lasts(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "logo只放20秒", of one that is there: it ends sooner, it does not begin elsewhere."""
    return f"{match[1]}持续{match[2]}" if _there(match[1], shown) else match[0]


def _kept(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return f"keep the logo for {match[2]}" if _there("logo", shown) else match[0]


def _kept_until(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return f"keep the logo until {match[2]}" if _there("logo", shown) else match[0]


def _longer(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    return f"{match[1]}延长{match[2]}" if _there(match[1], shown) else match[0]


def _of_the_video(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "song.mp3从视频的20秒开始放": where it is put, not what is left out of it."""
    files = [values.items[i] for i in marks(_so_far(match) + match[0] + match[2], "file")]
    return f"从{match[1]}" if len(files) == 1 and is_sound(files[0]) else match[0]


def _fades(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "加标题“你好”0到6秒，前2秒淡入": behind a new layer and its time it is the layer that fades."""
    told = _so_far(match)
    # What fades "at the end" may be the video, where more than one thing is told before.
    once = len(_MADE.findall(told)) == 1 and len(re.findall("[,，]", told)) <= 1
    alone = (once and _SPAN.search(told)) or _AN_EDGE.match(match[0])
    if not _MADE.search(told) or not alone or _OF_THE_CLIP.search(told):
        return match[0]
    if HAN.search(match[0]):
        return f",{match[2]}{match[1]}"
    time = "1 second" if match[1].lower() == "second" else match[1]
    return f", fade {match[2]} over {time}"


Turn = Callable[[Values, Sequence[Shown], re.Match[str]], str]
_RULES = Rules[Turn](
    (
        (rf"[,，]?[ ]?(?:就|只)?(?:一直)?(?:放|播)到(?:视频)?(?:的)?第?({_TIME}){_ENOUGH}{_STOP}", _until),
        (rf"{_LAYER}(?:就|要)?一直(?:放|播放?|显示|留)到(?:视频)?(?:的)?第?({_TIME}){_ENOUGH}{_STOP}",
         _until_there),
        (rf"<file>[ ]?(?:就)?(?:只|仅)?(?:放|播放?)({_TIME}){_ENOUGH}{_STOP}", _for_so_long),
        (rf"{_LAYER}就?[只仅]?(?:需?要)?(?:放|播放?|显示|展示|停留)({_TIME}){_ENOUGH}{_STOP}", _lasts),
        (rf"{_LAYER}(?:放长|(?:再|多)(?:放|播放?|显示|展示|停留))({_TIME}){_ENOUGH}{_STOP}", _longer),
        (rf"\b(?:show|display) (?:only |just )?(?:the |my |our )?(logo|watermark)(?: (?:for|only|just))+"
         rf" ({NUMBER} ?(?:s|seconds?))(?: only)?{_STOP}", _kept),
        (rf"\b(?:show|display) (?:only |just )?(?:the |my |our )?(logo|watermark)(?: only)? (?:until|till"
         rf"|up to) ((?:second )?{NUMBER}(?: ?(?:s|seconds?))?){_STOP}", _kept_until),
        (rf"从视频(?:里|中)?的?(第?{_TIME})(?=(?:的时候|处|那里)?(?:开始|起|播|放)([^。;；\n]*))",
         _of_the_video),
        (rf"[,，][ ]?(?:让它?|使它?)?(?:最?前|开头|一?开始)的?({_TIME})([淡渐]入){_STOP}", _fades),
        (rf"[,，][ ]?(?:让它?|使它?)?(?:最?后|结尾|末尾)的?({_TIME})([淡渐]出){_STOP}", _fades),
        (rf",? (?:and |with )?(?:its |the )?(?:first|last|final) ({NUMBER} ?(?:seconds?|s)\b|second\b)"
         rf" (?:should )?fad(?:e|es|ing) (in|out){_STOP}", _fades),
        (rf",? (?:and |with )?(?:an? )?fad(?:e|es|ing)[ -](?=(?:in|out)\b[a-z ]*\b(?:the|its) (?:first"
         rf"|last|final) ({NUMBER} ?(?:seconds?|s)\b|second\b){_STOP})(in|out) (?:for|over|in|during"
         rf"|within) (?:the|its) (?:first|last|final) (?:{NUMBER} ?(?:seconds?|s)\b|second\b)", _fades),
    )
)  # fmt: skip


def of_the_layer(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A message in which texts and files are marked, with the times of layers told plainly."""
    return _RULES.apply(text, lambda turn: partial(turn, values, shown))
