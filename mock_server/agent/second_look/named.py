"""What is named, and is not in what has changed: a layer, a property, a colour, a place."""

import re

from mock_server.agent.second_look.edit import Edit, differs, spelled
from mock_server.agent.second_look.words import CLAUSE, LAYERS, PUT_RIGHT, words
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex

_STAYS = words(
    r"\b(?:keep|leav|stay|fine|ok|good|not|no|except|apart|but|while|when|as|until|till|starts?|begins?"
    r"|ends?"
    r"|appears?|shows?|gone|over|only|untouched|touch|alone|than|same|like|under|below|above|during|moment"
    r"|duration|playing|plays|visible|screen|must|match|without|collid|cover|hid|overlap|behind|with|if)",
    r"n't\b|[不别没勿时前后只跟和与比同先在让给当等]|留|结束|出现|开始|合适|保持|除了|原样|照旧|期间"
    r"|一样|可以|消失|挡|遮",
)
# Words that speak of a property, and the keys of which one has to change then.
_PROPERTIES: tuple[tuple[Regex, str], ...] = (
    (words(r"\b(?:fad(?:es?|ed|ing))\b", "淡[入出]|渐[入出隐显]"), "fade_in fade_out tr"),
    (words(r"\b(?:mut(?:e|ed|ing)|volume|louder|quieter)\b", "静音|消音|音量|大声|小声"),
     "vol sound duck normalize loudness denoise"),
    (words(r"\b(?:revers(?:e|ed)|backwards)\b", "倒放|倒着放"), "reverse order"),
    (words(r"\b(?:faster|slower|slow[- ]?mo(?:tion)?)\b", "倍速|加速|减速|快放|(?<!慢)慢放(?!大)|慢动作"),
     "speed speed_to"),
    (words(r"\bfreez(?:e|es|ing)\b", "定格"), "freeze still"),
    (words(r"\bzoom", "推近|拉近"), "zoom"),
    (words(r"\b(?:black (?:and|&) white|b&w|sepia|vintage)\b",
           r"\b(?:warm|cool|cold|vivid|vibrant|retro|cinematic) (?:looks?|filters?|grad(?:e|ing)|tones?)\b",
           "黑白|复古|暖色|冷色"), "color"),
    (words(r"\bsplit[- ]screen", "分屏"), "beside layout"),
    (words(r"\brotat(?:e|ed|ing)\b", "旋转"), "rotate size"),
    (words(r"\bsideways\b"), "rotate"),
    (words(r"\bblur(?:s|red|ring|ry)?\b", "模糊|打码"), "blur"),
    (words(r"\b(?:bold|italics?)\b", "加粗|粗体|斜体"), "style"),
    (words(r"\b(?:bigger|larger)\b(?! one)", "字号|大一点|大一些|变大|调大"),
     "size scale zoom vol crop canvas"),
    (words(r"\bsmaller\b(?! one)", "小一点|小一些|调小"), "size scale zoom vol duck canvas"),
    (words(r"\b(?:opacity|transparent|see-through)\b", "透明"), "opacity"),
    (words(r"\boutlined?\b", "描边"), "outline"),
    (words(r"\bbackground colou?r\b", "底色|背景颜?色"), "background"),
)  # fmt: skip
_VALUES: tuple[tuple[Regex, str], ...] = tuple(
    (words(rf"\b{english}\b", *chinese), value)
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
_PLACES: tuple[tuple[Regex, str], ...] = (
    (words(r"\b(?:top|upper)\b(?! of)", "顶部|[左右]上角|上方"), "top"),
    (words(r"\bbottom\b|\blower[- ](?:left|right|corner)", "底部|[左右]下角|下方"), "bottom"),
    (words(r"(?:top|upper|bottom|lower)[- ]left\b", "左[上下]角|左边"), "left"),
    (words(r"(?:top|upper|bottom|lower)[- ]right\b", "右[上下]角|右边"), "right"),
)
_BY_PLACE = {
    "fill",
    "crop_top",
    "crop_bottom",
    "crop_left",
    "crop_right",
    "crop",
    "rotate",
    "sub",
    "tr",
}


_GIVEN_UP = words(r"\b(?:forget|lose|losing|get rid)\b")
_OPAQUE = words(r"\b(?:opacity|opaque|transparent|see-through|as visible)\b", "透明")


_SIZED = words(r"\b(?:size|scale|bigger|smaller|large|small|wide|width|big)\b", "[大小宽缩]|尺寸")
_CLEANS = words(
    r"\b(?:de-?nois\w*|reduc\w*|remov\w*|clean\w*|get rid|filter|without|take|cut|kill|no|quieter)\b"
    r"|\b(?:cancel|suppress|eliminat|less)\w*",
    "[降去除消减]|清",
)
_VOICE = words(r"(?<!my )(?<!own )\bvoices?\b(?![- ]?over)")


def _forgets(plain: str, edit: Edit) -> bool:
    """Whether a property, a colour or a place is named, and nothing of it has changed."""
    if PUT_RIGHT.search(plain):
        return False
    keys = {key.partition(".")[0] for key, _ in edit.values}
    values = " ".join(value for _, value in edit.values)
    keys |= {effect for effect in ("zoom", "blur") if effect in values}
    if any("still" in one for one in edit.after[0]) and edit.ends[0] != edit.ends[1]:
        keys.add("speed")  # a picture has none: it lasts longer, or less long
    moved = (was for was, now in edit.altered if now["role"] == "effect")
    keys |= {str(was.get("name", was.get("text"))) for was in moved}
    if any(words.search(plain) and keys.isdisjoint(needs.split()) for words, needs in _PROPERTIES):
        return True
    values += " ".join(str(one.get(key, "")) for one in edit.before[1] for key in ("color", "pos"))
    exact = any(key.startswith("pos.") for key, _ in edit.values)
    named = _VALUES if exact or keys & _BY_PLACE else (*_VALUES, *_PLACES)
    return any(words.search(plain) and one not in values for words, one in named)


def sizes_what_is_seen_through(plain: str, edit: Edit) -> bool:
    """Whether a share that may be how opaque something is has become its size: "半透明，50%就好"."""
    sized = any(now.get("scale") != was.get("scale") for was, now in edit.layers)
    return sized and bool(_OPAQUE.search(plain)) and not _SIZED.search(plain)


def _takes_a_reason_for_an_order(plain: str, edit: Edit) -> bool:
    """Whether a noise that is only named is taken out beside what is to be done about it: "wind noise from
    18 to 24, silence that part"."""
    keys = {key for key, _ in edit.values}
    new = not any("denoise" in one for one in edit.before[0])
    return new and {"denoise", "vol"} <= keys and not _CLEANS.search(plain)


def _speaks_with_a_sentence(plain: str, edit: Edit) -> bool:
    """Whether the name of a voice ends as a sentence does: it is what that voice is to say."""
    return any(_ENDED.search(str(one.get("voice", ""))) for one in edit.added)


_ENDED = Regex(r"[.!?。！？]\Z")


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
    may_be_gone = edit.ends[1] < edit.ends[0] or PUT_RIGHT.search(plain) or _GIVEN_UP.search(plain)
    absent = set() if may_be_gone else LAYERS.keys() - there
    told = {"title"} if any("sub" in one for one in edit.added) else set()  # of somebody
    if any(LAYERS[role].search(plain) for role in absent - changed - told):
        return True
    left = there & LAYERS.keys() - changed
    if not left:
        return False
    clauses = [one for one in CLAUSE.split(plain) if not _STAYS.search(one)]
    return any(LAYERS[role].search(clause) for role in left for clause in clauses)


def _removes_nothing(plain: str, edit: Edit) -> bool:
    """Whether something is to be deleted, and all is there still: "18到26秒手抖 删了" steadies it."""
    if not _DELETES.search(plain) or PUT_RIGHT.search(plain.replace("不要了", "")):
        return False
    if edit.ends[1] < edit.ends[0] or any(was and not now for was, now in edit.layers):
        return False
    keys = ({key for key, _ in spelled([*side[0], *side[1]])} for side in (edit.before, edit.after))
    return next(keys) <= next(keys) and not any(key == "vol" for key, _ in edit.values)


def _fills_a_corner(_: str, edit: Edit) -> bool:
    """Whether what blurs the whole picture has got a place in it, "only the left side", or what is laid
    over all of it a place or a width."""
    full = [now for _, now in edit.altered if (now.get("name"), now.get("scale")) == ("blur", 1)]
    laid = [one for one in edit.added if one.get("fill")]
    placed = any(one.get("pos", "center") != "center" for one in (*full, *laid))
    return placed or any("scale" in one for one in laid)


def _hears_the_video(plain: str, edit: Edit) -> bool:
    """Whether the sound of the video is another one beside an overlay that has one of its own."""
    heard = any(
        now.get("role") == "overlay" and not is_picture(str(now.get("src")))
        for _, now in edit.layers
    )
    was, now = ({one.get("vol") for one in side[0]} for side in (edit.before, edit.after))
    return heard and not now <= was and not _OF_VIDEO.search(plain)


_OF_VIDEO = words(r"\b(?:video|original|clip|main|mute|footage|it)\b", "视频|原声|原片|静音|主")


_DELETES = words(r"删|(?<!裁)剪[掉了]|不要了[ 。.!！吧啦]*\Z", r"\bdelet\w*")


def _forgets_the_job(plain: str, edit: Edit) -> bool:
    """Whether somebody has a job, and it is not shown beside the name."""
    named = [one for one in edit.added if one.get("role") == "lower-third"]
    return any("sub" not in one for one in named) and bool(_JOB.search(plain))


_JOB = words("(?:职位|头衔|职务)(?:是|为|写|:|：)? *(?: {2}|\\Z|[,，])")


def _reads_a_color(plain: str, edit: Edit) -> bool:
    """Whether the text that was added is a colour, beside another: "“One”, “#ffcc00” in colour"."""
    texts = [str(one.get("text")) for one in edit.added if "text" in one]
    return len(texts) > 1 and any(map(_HEX.fullmatch, texts))


_HEX = Regex("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_WITH_SUBTITLES = words(r"\b(?:subtitled|with the (?:subtitles|jobs|roles)) {2,}and {2,}")


def _takes_jobs_for_names(plain: str, edit: Edit) -> bool:
    """ "Lower thirds "Anna" and "Ben", with the subtitles "CEO" and "CTO"", and they are texts."""
    named = [one for one in edit.added if one.get("role") == "lower-third"]
    return any("sub" not in one for one in named) and bool(_WITH_SUBTITLES.search(plain))


_CLIP_GOES = words(
    r"\b(?:drop|remove|delete|lose|cut|throw out) the (?:first|second|third|middle|last) (?:clip"
    r"|piece|segment)\b"
    r"(?! (?:at|to|by|in half|short|down|from|after|before|between|in two))",
)


def _keeps_all_clips(plain: str, edit: Edit) -> bool:
    """ "Drop the middle clip and run the last one at double speed", and it is there, at another speed."""
    sped = any(differs(was, now, "speed") for was, now in edit.clips)
    same = len(edit.after[0]) >= len(edit.before[0]) > 1
    return same and sped and bool(_CLIP_GOES.search(plain))


_STYLES = words(
    r"\A(?:jazz|lo-?fi|rock|piano|techno|edm|ambient|classical|acoustic|folk|funk|chill)(?: music)?\Z",
    "\\A(?:爵士|摇滚|钢琴|轻|古典|电子)(?:音?乐|曲)?\\Z",
)
_WRITES = words(
    r"\b(?:titles?|captions?|subtitles?|text|write|words?|sa(?:y|ys|ying)|lower|typed?|letters?)\b",
    "标题|字幕|文字|字样|写|人名|打[上出]",
)


def _writes_a_style(plain: str, edit: Edit) -> bool:
    """ "Add 'jazz' from 10 to 40 seconds", which is music for most people, and it can be read."""
    styled = any(_STYLES.search(str(one.get("text", ""))) for one in edit.added)
    return styled and not _WRITES.search(plain)


_CALLED_ANEW = Regex(
    r"([\w\u4e00-\u9fff]{2,10}?) ?(?:改成|改为|换成)"
    r"(?![红黄蓝绿白黑橙紫粉灰粗斜底顶0-9]|[大小]一?[点些号])(?=\w)"
    r"|\b(?:change|rename|correct) ([\w']{2,20}) to (?!(?:the )?(?:red|blue|green|yellow|white|black"
    r"|orange|pink|purple|top|bottom|left|right|bold)\b|[0-9])(?=[\w'])",
    re.IGNORECASE,
)


def _leaves_a_text_as_it_was(plain: str, edit: Edit) -> bool:
    """ "Hi改成Hey，字大一点", and it still says "Hi"."""
    found = _CALLED_ANEW.search(plain)
    was, now = edit.texts
    if found is None or was != now:
        return False
    said = (found[1] or found[2]).lower()
    return any(re.search(rf"{re.escape(text.lower())}\Z", said) for text in was if len(text) > 1)


CHECKS = (
    _leaves_a_text_as_it_was,
    _keeps_all_clips, _writes_a_style,
    _takes_jobs_for_names,
    _reads_a_color, _forgets_the_job,
    _forgets, sizes_what_is_seen_through, _takes_a_reason_for_an_order, _takes_a_voice_for_another,
    _speaks_with_a_sentence, _passes_over, _removes_nothing, _fills_a_corner, _hears_the_video,
)  # fmt: skip
