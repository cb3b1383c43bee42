"""What was done, held against the words of the message once more, without the reader.

The reader accounts for every word that is left when a sentence has been said plainly; what was lost on
the way there it cannot know. So each word that speaks of something is looked for in what has changed,
unless a word beside it may say that nothing shall change there, or that something else was meant.
"""

import re
from collections.abc import Mapping
from typing import Any

from mock_server.agent.execution.edit import Edit
from mock_server.agent.execution.figures import loses_a_figure
from mock_server.agent.execution.missed import EVERY_CLIP as _EVERY_CLIP
from mock_server.agent.execution.missed import MISSED
from mock_server.agent.execution.missed import PUT_RIGHT as _PUT_RIGHT
from mock_server.agent.execution.missed import words as _words
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.placeholders import MARK, Values
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.timeline.tracks import Segment, end_of

_VALUE = re.compile(rf"{MARK.pattern}|[\w-]+\.[a-z0-9]{{2,4}}\b", re.IGNORECASE | re.ASCII)
_CLAUSE = re.compile(r"[,，、。;；!！?？\n]|\.(?=\s|\Z)|\b(?:and|then)\b|然后|接着")


_STAYS = _words(
    r"\b(?:keep|leav|stay|fine|ok|good|not|no|except|apart|but|while|when|as|until|till|starts?|begins?|ends?"
    r"|appears?|shows?|gone|over|only|untouched|touch|alone|than|same|like|under|below|above|during|moment"
    r"|duration|playing|plays|visible|screen|must|match|without|collid|cover|hid|overlap|behind|with|if)",
    r"n't\b|[不别没勿时前后只跟和与比同先在让给当等]|留|结束|出现|开始|合适|保持|除了|原样|照旧|期间|一样|可以|消失|挡|遮",
)
_AGAIN = _words(
    r"\b(?:another|again|also|more|duplicate|cop(?:y|ies)|same|twice|repeat|each|every|both|too|add|show|put"
    r"|place|second|and)\b",
    r"[又再另也加放打]|显示|重复|复制|同样|一样|每|都|还",
)

_LAYERS: Mapping[str, re.Pattern[str]] = {
    "music": _words(r"\b(?:music|song|bgm|soundtrack|tune)\b", "音乐|配乐|歌曲"),
    "title": _words(r"\btitles?\b", "标题"),
    "caption": _words(r"\b(?:captions?|subtitles?|subs)\b", "(?<!三分之一)字幕"),
    "lower-third": _words(r"\b(?:lower[- ]thirds?|name ?tags?)\b", "人名条"),
    "overlay": _words(r"\b(?:logo|watermark)\b", "水印|贴图"),
    "voiceover": _words(r"\b(?:voice-?overs?|narration)\b", "旁白|配音"),
}
# Words that speak of a property, and the keys of which one has to change then.
_PROPERTIES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_words(r"\b(?:fad(?:es?|ed|ing))\b", "淡[入出]|渐[入出隐显]"), "fade_in fade_out tr"),
    (_words(r"\b(?:mut(?:e|ed|ing)|volume|louder|quieter)\b", "静音|消音|音量|大声|小声"),
     "vol sound duck normalize loudness denoise"),
    (_words(r"\b(?:revers(?:e|ed)|backwards)\b", "倒放|倒着放"), "reverse order"),
    (_words(r"\b(?:faster|slower|slow[- ]?mo(?:tion)?)\b", "倍速|加速|减速|快放|(?<!慢)慢放(?!大)|慢动作"),
     "speed speed_to"),
    (_words(r"\bfreez(?:e|es|ing)\b", "定格"), "freeze still"),
    (_words(r"\bzoom", "推近|拉近"), "zoom"),
    (_words(r"\b(?:black (?:and|&) white|b&w|sepia|vintage)\b", "黑白|复古"), "color"),
    (_words(r"\brotat(?:e|ed|ing)\b", "旋转"), "rotate size"),
    (_words(r"\bsideways\b"), "rotate"),
    (_words(r"\bblur(?:s|red|ring|ry)?\b", "模糊|打码"), "blur"),
    (_words(r"\b(?:bold|italics?)\b", "加粗|粗体|斜体"), "style"),
    (_words(r"\b(?:bigger|larger)\b(?! one)", "字号|大一点|大一些|变大|调大"),
     "size scale zoom vol crop canvas"),
    (_words(r"\bsmaller\b(?! one)", "小一点|小一些|调小"), "size scale zoom vol duck canvas"),
    (_words(r"\b(?:opacity|transparent|see-through)\b", "透明"), "opacity"),
)  # fmt: skip
_VALUES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (_words(rf"\b{english}\b", *chinese), value)
    for value, english, chinese in (
        ("red", "red", ("红色",)),
        ("blue", "blue", ("蓝色",)),
        ("green", "green", ("绿色",)),
        ("yellow", "yellow", ("黄色",)),
        ("orange", "orange", ("橙色",)),
        ("pink", "pink", ("粉色",)),
        ("purple", "purple", ("紫色",)),
    )
)
_PLACES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_words(r"\b(?:top|upper)\b(?! of)", "顶部|[左右]上角|上方"), "top"),
    (_words(r"\bbottom\b|\blower[- ](?:left|right|corner)", "底部|[左右]下角|下方"), "bottom"),
    (_words(r"(?:top|upper|bottom|lower)[- ]left\b", "左[上下]角|左边"), "left"),
    (_words(r"(?:top|upper|bottom|lower)[- ]right\b", "右[上下]角|右边"), "right"),
)
_BY_PLACE = {"crop_top", "crop_bottom", "crop_left", "crop_right", "crop", "rotate", "sub", "tr"}
# Which way something changes, by what is said of it.
_LARGER = _words(r"\b(?:bigger|larger)\b", "放大|大一[点些]|变大")
_SMALLER = _words(r"\bsmaller\b", "缩小|小一[点些]|变小")
_LONGER = _words(r"\blonger\b", "[更再]长|长一[点些]|延长")
_SHORTER = _words(r"\bshorter\b", "[更再]短|短一[点些]|缩短")
_WAYS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "vol": (_words(r"\blouder\b", "大声|响"), _words(r"\b(?:quieter|softer)\b", "小声|轻一点")),
    "speed": (_words(r"\bfaster\b", "加速|快一点"), _words(r"\bslower\b", "减速|慢一点|放慢")),
    "size": (_LARGER, _SMALLER),
    "scale": (_LARGER, _SMALLER),
    "fade_in": (_LONGER, _SHORTER),
    "fade_out": (_LONGER, _SHORTER),
    "s": (_words(r"\blater\b", "推迟|延后"), _words(r"\bearlier\b", "提前|提早")),
}
# What is said to stay as it is, and the key that must not change then.
_SAME = re.compile(
    r"(?:不变|别变|保持不变|unchanged|(?:stays?|remains?|is) the same)", re.IGNORECASE
)
_KEPT: tuple[tuple[re.Pattern[str], str], ...] = (
    (_words("音量", "volume", "level"), "vol"),
    (_words("时长", "长度", "length", "duration"), "d"),
    (_words("大小", "字号", "size"), "size"),
    (_words("颜色", "colou?r"), "color"),
    (_words("位置", "position"), "pos"),
    (_words("速度", "speed"), "speed"),
    (_words("结束", r"\bend"), "e"),
    (_words("开始", r"\bstart"), "s"),
)
_UNFADED = tuple(
    (_words(rf"\b(?:no|without|remove|drop) (?:a |the )?fad(?:e|ing)[- ]{end}\b",
            f"(?:不要|别|不用|去掉|取消|删掉)(?:再)?{han}(?![得的时太那这])"), f"fade_{end}")
    for end, han in (("in", "淡入"), ("out", "淡出"))
)  # fmt: skip
_LEADING = re.compile(
    r"[\s,'\"(-]*(?:from |between |at |for |从|在)?(?:the )?(?:seconds? )?第?(\d[\d:.]*)"
    r" ?(?:s|sec|seconds?|秒)? ?(?:-|–|~|to|and|until|till|到|至) ?第?\d[\d:.]* ?(?:s\b|sec\w*|秒)?",
    re.IGNORECASE | re.ASCII,
)
_NEXT = _words(r"\bnext (?:\d|few|couple|two|three|five|ten)\b")
_LED_BY_TIME = re.compile(
    r"[\s,'\"(-]*(?:at|from) (?:second )?(\d[\d:.]*) ?(?:s|sec|seconds?)?\b", re.I | re.A
)
_TIMED = _words(
    r"\d ?(?:s|sec|seconds?|minutes?|min)\b", r"\d:\d\d", "[0-9一二两三四五六七八九十半]秒", "秒"
)
_THROUGHOUT = _words(r"\b(?:whole|entire|all|throughout)\b", "全程|整个|整片|全片|一直|始终")
_ONE_CLIP = _words(
    r"\b(?:that|this|one|the other) (?:clip|segment|shot|one of the clips)\b",
    "其中一段|[那这某另]一?段(?!时间|话|音乐)",
)
_ONE_CUT = _words(r"\b(?:that|this|the|a) (?:cut|joint|join|edit point)\b")
# One clip by its number, and what speaks of more of them.
_NTH = "(?:first|second|third|last)"
_NUMBERED = re.compile(rf"\A(?:(?!{_NTH}).)*\b{_NTH} clip\b(?!.*{_NTH})", re.IGNORECASE | re.DOTALL)
_FURTHER = _words(r"\b(?:rest|others?|clips|remaining|too|also|as well|swap)\b")
_LISTED = re.compile(
    r"\A[^;\n]*\b(?:titles|captions|subtitles|lower[- ]thirds)\b[^;\n]*\Z", re.IGNORECASE
)
_ONE_OF_THEM = _words(r"\b(?:first|second|third|last|latter|one|only|but|other)\b")
_LOOKS = ("color", "background", "outline", "pos", "style", "size", "font")
_GIVEN_UP = _words(r"\b(?:forget|lose|losing|get rid)\b")
# Words of what was, will be or may be, and of what others say.
_UNSETTLED = _words(
    r"\b(?:tomorrow|next (?:week|time|month)|last time|later on|someday|eventually|in theory|hypothetically"
    r"|would happen|suppose|supposing|imagine|whether|thinking|considering|perhaps|unsure|told|asked"
    r"|used to|(?<!you )(?<!i )wrote"
    r"|(?:should|shall) (?:i|we)|do you think|remind|translate|how (?:do|does|would|to)"
    r"|from (?:to|until))\b"
    r"|\b(?:haven|hasn|hadn)'t\b",
    "下周|明天|昨天|上次|改天|将来|告诉|提醒|翻译|什么意思|为什么|该不该|也许|好像|考虑|打算|想过|说过",
    "让我|叫我|以为|本来|差点|从[到至]",
)
_ANOTHER = _words(
    r"\b(?:another|one more)\b(?! (?:\d|second|sec\b|minute|half|bit|little|few|couple|colou?r|font|look"
    r"|style|place|position|way|spot|corner|side))"
)
_TOO = _words(r"\b(?:too|also|as well|and)\b", "[也还]")
_SWAPS = _words(r"\b(?:replac|swap|instead|exchang|chang|switch)")
_SILENT = _words(
    r"\b(?:(?:no|without(?: any)?) (?:sound|audio)|silent|muted|(?:sound|audio) off)\b"
)
_OWN_SOUND = _words(
    r"\b(?:video|main|original|own|all|everything|whole|speech|talk|clip|footage|underneath)\b"
)
_OPAQUE = _words(r"\b(?:opacity|opaque|transparent|see-through)\b", "透明")
_SIZED = _words(r"\b(?:size|scale|bigger|smaller|large|small|wide|width|big)\b", "[大小宽缩]|尺寸")
_CLEANS = _words(
    r"\b(?:de-?nois\w*|reduc\w*|remov\w*|clean\w*|get rid|filter|without|take|cut|kill|no|quieter)\b"
    r"|\b(?:cancel|suppress|eliminat|less)\w*",
    "[降去除消减]|清",
)
_FADE_OF_A_LIST = re.compile(
    r"[^,;.\n]+,[^,;.\n]+, (?:and |then )?fade (?:in|out)(?: (?:over|for|of))?"
    r" ?(?:[\d.]+ ?s\w*)?[ .!]*(?:[,;\n]|\Z)",
    re.IGNORECASE,
)
_VOICE = _words(r"(?<!my )(?<!own )\bvoices?\b(?![- ]?over)")
_AT_THE_START = _words(
    r"\b(?:start|begin\w*|open\w*|intro|front|zero|0)\b",
    "开头|开场|片头|开始|最前|一上来|(?<![0-9.])0",
)
_ASKS = re.compile(r"(?:[?？]|吗|呢)[\s。.!！)）]*\Z")
_REQUESTS = _words(
    r"\b(?:can|could|would|will|may|might|shall|why|mind|please|pls|any chance|possible"
    r"|how about|what about|ok|okay|right|got it|understood|maybe|let's|let us)\b|\bcan't\b|\bwon't\b",
    r"能|可以|可不可以|行[吗么不]|好[吗么不]|麻烦|帮|怎么样|如何|明白|要不|不如",
)


def gainsays(message: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a message says otherwise than what it has made of a draft."""
    plain = _VALUE.sub(" ", take_quotes(whole_characters(message), Values()))
    if _UNSETTLED.search(plain) or (_ASKS.search(plain) and not _REQUESTS.search(message)):
        return True
    edit = Edit.of(before, after)
    if edit.only_splits:
        return False
    if any(check(plain, edit) for check in _CHECKS):
        return True
    return not _PUT_RIGHT.search(plain) and loses_a_figure(plain, edit)


def _forgets(plain: str, edit: Edit) -> bool:
    """Whether a property, a colour or a place is named, and nothing of it has changed."""
    if _PUT_RIGHT.search(plain):
        return False
    keys = {key.partition(".")[0] for key, _ in edit.values}
    values = " ".join(value for _, value in edit.values)
    keys |= {effect for effect in ("zoom", "blur") if effect in values}
    if any(words.search(plain) and keys.isdisjoint(needs.split()) for words, needs in _PROPERTIES):
        return True
    values += " ".join(str(one.get(key, "")) for one in edit.before[1] for key in ("color", "pos"))
    exact = any(key.startswith("pos.") for key, _ in edit.values)
    named = _VALUES if exact or keys & _BY_PLACE else (*_VALUES, *_PLACES)
    return any(words.search(plain) and one not in values for words, one in named)


def _sizes_what_is_seen_through(plain: str, edit: Edit) -> bool:
    """Whether a share that may be how opaque something is has become its size: "半透明，50%就好"."""
    sized = any(now.get("scale") != was.get("scale") for was, now in edit.layers)
    return sized and bool(_OPAQUE.search(plain)) and not _SIZED.search(plain)


def _takes_a_reason_for_an_order(plain: str, edit: Edit) -> bool:
    """Whether a noise that is only named is taken out beside what is to be done about it: "wind noise from
    18 to 24, silence that part"."""
    keys = {key for key, _ in edit.values}
    new = not any("denoise" in one for one in edit.before[0])
    return new and {"denoise", "vol"} <= keys and not _CLEANS.search(plain)


def _adds_no_other(plain: str, edit: Edit) -> bool:
    """Whether another one is asked for, and only what is there has changed: "another one at 16 s"."""
    same = len(edit.after[0]) <= len(edit.before[0]) and edit.ends[1] >= edit.ends[0]
    return same and not edit.added and bool(_ANOTHER.search(plain)) and not _SWAPS.search(plain)


def _loses_a_style(plain: str, edit: Edit) -> bool:
    """Whether one style takes the place of another beside which it is to be: "italics too"."""
    styles = [(was.get("style"), now.get("style")) for was, now in edit.changes]
    return bool(_TOO.search(plain)) and any(one and other and one != other for one, other in styles)


def _mutes_what_lies_beneath(plain: str, edit: Edit) -> bool:
    """Whether "no sound" beside a video that is laid over another has muted the other one."""
    laid = any(
        one["role"] == "overlay" and not is_picture(str(one["src"])) for one in edit.after[1]
    )
    muted = bool(edit.after[0]) and all(one.get("vol") == 0 for one in edit.after[0])
    return laid and muted and bool(_SILENT.search(plain)) and not _OWN_SOUND.search(plain)


def _says_twice(plain: str, edit: Edit) -> bool:
    """Whether a text is added that is there already, and no word asks for one more."""
    new = {(one["role"], one["text"]) for one in edit.added if "text" in one}
    twice = any((one.get("role"), one.get("text")) in new for one in edit.before[1])
    return twice and edit.before[0] == edit.after[0] and not _AGAIN.search(plain)


def _forgets_when(plain: str, edit: Edit) -> bool:
    """Whether a sound without a time of its own is at the start, or lasts as long, beside what begins
    elsewhere: "title 'Hi' 5-8 and a ding"."""
    if "same time" in plain and any(
        one["role"] == "sound" and one["d"] > 1_000 for one in edit.added
    ):
        return True
    sounds = [one for one in edit.added if one["role"] == "sound" and one["s"] == 0]
    return bool(sounds) and any(map(str.isdigit, plain)) and not _AT_THE_START.search(plain)


def _fades_the_last(plain: str, edit: Edit) -> bool:
    """Whether a fade at the end of a list of things is one of the last of them only: "title 'A' 0-3 s,
    logo.png top left, fade in 1 s"."""
    faded = any({"fade_in", "fade_out"} & one.keys() for one in edit.added)
    several = len(edit.added) + (edit.before[0] != edit.after[0]) > 1
    return faded and several and bool(_FADE_OF_A_LIST.search(plain))


def _takes_a_voice_for_another(plain: str, edit: Edit) -> bool:
    """Whether a voice is louder or quieter that may be the one of a voice-over."""
    spoken = any(one["role"] == "voiceover" for one in edit.before[1])
    heard = spoken and not any(now.get("role") == "voiceover" for _, now in edit.layers)
    levels = heard and any(key == "vol" for key, _ in edit.values)
    return levels and bool(_VOICE.search(plain))


def _passes_over(plain: str, edit: Edit) -> bool:
    """Whether a layer is named in a clause of its own, and none of its kind has changed."""
    changed = {(was or now)["role"] for was, now in edit.layers}
    there = {str(one.get("role")) for one in edit.before[1]}
    may_be_gone = edit.ends[1] < edit.ends[0] or _PUT_RIGHT.search(plain) or _GIVEN_UP.search(plain)
    absent = set() if may_be_gone else _LAYERS.keys() - there
    if any(_LAYERS[role].search(plain) for role in absent - changed):
        return True
    left = there & _LAYERS.keys() - changed
    if not left:
        return False
    clauses = [one for one in _CLAUSE.split(plain) if not _STAYS.search(one)]
    return any(_LAYERS[role].search(clause) for role in left for clause in clauses)


def _drops_a_range(plain: str, edit: Edit) -> bool:
    """Whether of several things that are said of a range, or a time, in front of them, one lasts all along,
    stands at the start of the video, or changes all of it."""
    if _NEXT.search(plain) and any(one["s"] == 0 for one in edit.added):
        return True
    span = _LEADING.match(plain)
    leading = span or _LED_BY_TIME.match(plain)
    if leading is None or _TIMED.search(plain, leading.end()) or _THROUGHOUT.search(plain):
        return False
    added = [one for one in edit.added if one["role"] != "music" and not _is_heard(one)]
    end = edit.ends[1]
    spans = {(one["s"], end_of(one)) for one in added if one["role"] != "sound"}
    later = leading[1].strip("0:.") and len(added) > 1
    at_start = any(one["s"] == 0 and end_of(one) < end for one in added)
    clips = edit.before[0], edit.after[0]
    whole = bool(added) and clips[0] != clips[1] and len(clips[0]) == len(clips[1])
    return bool(later and at_start) or bool(
        span and (whole or (len(spans) > 1 and (0, end) in spans))
    )


def _is_heard(segment: Segment) -> bool:
    """Whether it is a caption of what is heard."""
    return segment["role"] == "caption" and str(segment.get("text", "")).startswith("[")


def _joins_every_cut(plain: str, edit: Edit) -> bool:
    """Whether one cut is spoken of, and there is a new transition at several."""
    was, now = (sum("tr" in one for one in side[0]) for side in (edit.before, edit.after))
    return now - was > 1 and bool(_ONE_CUT.search(plain)) and not _EVERY_CLIP.search(plain)


def _takes_every_clip(plain: str, edit: Edit) -> bool:
    """Whether one clip is spoken of, and every clip has changed."""
    one = _ONE_CLIP.search(plain) or (_NUMBERED.search(plain) and not _FURTHER.search(plain))
    if len(edit.before[0]) < _TWO or not one or _EVERY_CLIP.search(plain):
        return False
    kept, found = ([{**one, "s": 0} for one in side[0]] for side in (edit.before, edit.after))
    return all(one not in kept for one in found)


def _tells_the_last_alone(plain: str, edit: Edit) -> bool:
    """Whether of several texts in one list the last alone looks as is said behind all of them: "captions
    'A' 0-2 s, 'B' 2-4 s, yellow"."""
    texts = sorted((one for one in edit.added if "text" in one), key=lambda one: int(one["s"]))
    if len(texts) < _TWO or not _LISTED.search(plain) or _ONE_OF_THEM.search(plain):
        return False
    looks = [{key: one[key] for key in _LOOKS if key in one} for one in texts]
    return bool(looks[-1]) and not any(looks[:-1])


def _goes_the_other_way(plain: str, edit: Edit) -> bool:
    """Whether what is said to become more has become less, or the other way round."""
    if _PUT_RIGHT.search(plain):
        return False
    return any(_is_against(plain, key, *pair) for pair in edit.changes for key in _WAYS)


def _is_against(plain: str, key: str, was: Segment, now: Segment) -> bool:
    usual = 1.0 if key in ("vol", "speed") else None
    one, other = was.get(key, usual), now.get(key, usual)
    if one is None or other is None or one == other:
        return False
    more, less = (bool(words.search(plain)) for words in _WAYS[key])
    return more != less and (other > one) != more


def _changes_what_stays(plain: str, edit: Edit) -> bool:
    """Whether a layer has changed where a clause says that it stays as it is."""
    clauses = [one for one in _CLAUSE.split(plain) if _SAME.search(one)]
    keys = {key for clause in clauses for words, key in _KEPT if words.search(clause)}
    pairs = [pair for pair in edit.layers if all(pair)] if keys else []
    return any(_kept(was, key) != _kept(now, key) for was, now in pairs for key in keys)


def _loses_what_is_kept(plain: str, edit: Edit) -> bool:
    """Whether all layers of a kind are gone, or silent, that are said to be kept: "全部静音,只留音乐"."""
    kept = ((role, _KEEPS.format(words.pattern)) for role, words in _LAYERS.items())
    roles = {role for role, words in kept if re.search(words, plain, re.IGNORECASE | re.ASCII)}
    sides = [
        [one for one in side[1] if one.get("role") in roles] for side in (edit.before, edit.after)
    ]
    heard = [[one for one in side if one.get("vol") != 0] for side in sides]
    return bool(heard[0]) and not heard[1]


_KEEPS = (
    r"(?<![别不没])(?:保?留(?:下|着|住)?|\bkeep|\bleave)(?: the| my|的|背景)? ?(?:{0})(?! ?out)"
    r"|(?:{0})(?:也|都|要|得)*(?:保留|留着|留下)"
)


def _takes_several_for_one(plain: str, edit: Edit) -> bool:
    """Whether a layer has gone with its clip, and for it another one: "第二段删了,标题也删了"."""
    if edit.before[0] == edit.after[0] or _EVERY_CLIP.search(plain):
        return False
    gone = [was["role"] for was, now in edit.layers if not now]
    return any(gone.count(role) > 1 and _LAYERS[role].search(plain) for role in _LAYERS)


def _leaves_a_fade(plain: str, edit: Edit) -> bool:
    """Whether a fade that is not wanted is still there in what has changed: "no fade out, fade it in"."""
    keys = [key for words, key in _UNFADED if words.search(plain)]
    return any(
        was.get(key) and was.get(key) == now.get(key) for key in keys for was, now in edit.changes
    )


def _kept(segment: Segment, key: str) -> object:
    return end_of(segment) if key == "e" else segment.get(key)


_CHECKS = (
    _adds_no_other, _loses_a_style, _mutes_what_lies_beneath,
    *MISSED,
    _sizes_what_is_seen_through, _takes_a_reason_for_an_order,
    _says_twice, _forgets_when, _fades_the_last, _takes_a_voice_for_another, _passes_over,
    _drops_a_range, _takes_every_clip, _joins_every_cut,
    _goes_the_other_way, _tells_the_last_alone, _changes_what_stays, _loses_what_is_kept,
    _takes_several_for_one, _leaves_a_fade, _forgets,
)  # fmt: skip
_TWO = 2
