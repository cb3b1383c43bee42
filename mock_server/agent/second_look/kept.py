"""What is to stay, or to change one way, and has not."""

import re
from collections.abc import Callable, Mapping

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import CLAUSE, LAYERS, PUT_RIGHT, words
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

# Which way something changes, by what is said of it.
_LARGER = words(r"\b(?:bigger|larger)\b", "放大|大一[点些]|变大")
_SMALLER = words(r"\bsmaller\b", "缩小|小一[点些]|变小")


_LONGER = words(r"\blonger\b", "[更再]长|长一[点些]|延长")
_SHORTER = words(r"\bshorter\b", "[更再]短|短一[点些]|缩短")


_WAYS: Mapping[str, tuple[Regex, Regex]] = {
    "vol": (words(r"\blouder\b", "大声|响"), words(r"\b(?:quieter|softer)\b", "小声|轻一点")),
    "speed": (words(r"\bfaster\b", "加速|快一点"), words(r"\bslower\b", "减速|慢一点|放慢")),
    "size": (_LARGER, _SMALLER),
    "scale": (_LARGER, _SMALLER),
    "fade_in": (_LONGER, _SHORTER),
    "fade_out": (_LONGER, _SHORTER),
    "s": (words(r"\blater\b", "推迟|延后"), words(r"\bearlier\b", "提前|提早")),
}


# What is said to stay as it is, and the key that must not change then.
_SAME = Regex(r"(?:不变|别变|保持不变|unchanged|(?:stays?|remains?|is) the same)", re.IGNORECASE)
_KEPT: tuple[tuple[Regex, str], ...] = (
    (words("音量", "volume", "level"), "vol"),
    (words("时长", "长度", "length", "duration"), "d"),
    (words("大小", "字号", "size"), "size"),
    (words("颜色", "colou?r"), "color"),
    (words("位置", "position"), "pos"),
    (words("速度", "speed"), "speed"),
    (words("结束", r"\bend"), "e"),
    (words("开始", r"\bstart"), "s"),
)
_UNFADED = tuple(
    (words(rf"\b(?:no|without|remove|drop) (?:a |the )?fad(?:e|ing)[- ]{end}\b",
            f"(?:不要|别|不用|去掉|取消|删掉)(?:再)?{han}(?![得的时太那这])"), f"fade_{end}")
    for end, han in (("in", "淡入"), ("out", "淡出"))
)  # fmt: skip
_TOO = words(r"\b(?:too|also|as well|and)\b", "[也还]")


_SILENT = words(r"\b(?:(?:no|without(?: any)?) (?:sound|audio)|silent|muted|(?:sound|audio) off)\b")
_OWN_SOUND = words(
    r"\b(?:video|main|original|own|all|everything|whole|speech|talk|clip|footage|underneath)\b"
)


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


def _goes_the_other_way(plain: str, edit: Edit) -> bool:
    """Whether what is said to become more has become less, or the other way round."""
    if PUT_RIGHT.search(plain):
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
    clauses = [one for one in CLAUSE.split(plain) if _SAME.search(one)]
    keys = {key for clause in clauses for words, key in _KEPT if words.search(clause)}
    return any(_kept(was, key) != _kept(now, key) for key in keys for was, now in edit.altered)


def changes_what_stays_beside(plain: str, edit: Edit) -> bool:
    """The same of one order, in whatever words it was understood: "标题提前2秒，结束时间不变"."""
    one_order = len([one for one in CLAUSE.split(plain) if one.strip()]) == 2
    return one_order and _changes_what_stays(plain, edit)


def _loses_what_is_kept(plain: str, edit: Edit) -> bool:
    """Whether all layers of a kind are gone, or silent, that are said to be kept: "全部静音,只留音乐"."""
    roles = {role for role, kept in _KEEPS.items() if kept.search(plain)}
    sides = [
        [one for one in side[1] if one.get("role") in roles] for side in (edit.before, edit.after)
    ]
    heard = [[one for one in side if one.get("vol") != 0] for side in sides]
    return bool(heard[0]) and not heard[1]


_KEEPS = {
    role: words(
        r"(?<![别不没])(?:保?留(?:下|着|住)?|\bkeep|\bleave)(?: the| my|的|背景)?"
        rf" ?(?:{one.pattern})(?! ?out)",
        rf"(?:{one.pattern})(?:也|都|要|得)*(?:保留|留着|留下)",
    )
    for role, one in LAYERS.items()
}


def _leaves_a_fade(plain: str, edit: Edit) -> bool:
    """Whether a fade that is not wanted is still there in what has changed: "no fade out, fade it in"."""
    keys = [key for words, key in _UNFADED if words.search(plain)]
    return any(
        was.get(key) and was.get(key) == now.get(key) for key in keys for was, now in edit.changes
    )


def _kept(segment: Segment, key: str) -> object:
    return end_of(segment) if key == "e" else segment.get(key)


_PLAYS_ON = words(
    r"\b(?:sound|audio|music|speech|voice)\b.{0,16}"
    r"\b(?:continu|keeps? (?:on|play|runn)|goes on|plays? on|runs? on)",
    r"\bkeep the (?:sound|audio)\b",
    "(?:声音|原声|音乐|对白)[^,，。]{0,4}(?:继续|不停|不要停|别停|不断|照[常旧放])",
)
_BY_A_BIT = words(
    r"\b(?:more|further|farther|slightly|a (?:bit|little)) (?:to|towards?) the (?:left|right|top|bottom)\b",
    "[往向朝靠][左右上下](?:边|面)?[挪移动靠]*(?:一点|一些|点|些)",
)


def _stops_the_sound(plain: str, edit: Edit) -> bool:
    """Whether a frame is held, for which the video waits, while the sound is to go on."""
    held = len(edit.after[0]) > len(edit.before[0]) and any(
        one.get("freeze") for one in edit.after[0]
    )
    return held and bool(_PLAYS_ON.search(plain))


def _goes_to_the_edge(plain: str, edit: Edit) -> bool:
    """Whether what is to move a bit to one side stands at another place: "smaller and more to the left"."""
    moved = any(was.get("pos") != now.get("pos") for was, now in edit.changes)
    return moved and bool(_BY_A_BIT.search(plain))


def _fades_a_layer_alone(plain: str, edit: Edit) -> bool:
    """Whether a fade of the picture is one of a layer: "logo top right, a fade in for the picture"."""
    faded = any({"fade_in", "fade_out"} & now.keys() for _, now in edit.layers)
    was, now = edit.of_clips(*_FADES)
    alone = faded and was == now and not PUT_RIGHT.search(plain)
    return alone and bool(_FADE_OF_VIDEO.search(plain))


_FADES = ("fade_in", "fade_out")
_FADE_OF_VIDEO = words(
    r"(?<!music )(?<!song )(?<!title )(?<!logo )\bfad\w*(?! (?:it|them|the (?:music|song|titles?"
    r"|captions?|logo))\b)"
    r"[^,;]{0,44}\b(?:for|of|on) (?:the|my|our) (?:whole )?"
    r"(?:picture|video|clip|film|footage|screen)\b"
)


def _changes_what_is_left(plain: str, edit: Edit) -> bool:
    """Whether the one thing that is spoken of has changed, and is to be left as it is: "delete the title
    and leave it exactly as it is"."""
    if not _LEFT_SO.search(plain) or _OF_SEVERAL.search(plain):
        return False
    named = {role for role, one in LAYERS.items() if one.search(plain)}
    changed = {str((was or now)["role"]) for was, now in edit.layers}
    return named <= changed if changed else not named


_LEFT_SO = words(
    r"\b(?:leav|keep)(?:e|ing)? (?:it|them|that|this) (?:exactly |just |completely )?"
    r"(?:alone|unchanged|untouched|intact|the same"
    r"|(?:as|where|how) (?:it|they|that) (?:is|are|was|were))\b",
    "(?:保持|让)(?:它|它们)(?:原样|不变|不动)",
)
_OF_SEVERAL = words(
    r"\b(?:first|second|third|last|other|rest|one|clips|but|not|only|so far|from (?:there|then) on)\b|\d",
    "第|其他|其余|别的|只|不要|别|音量|大小|颜色|位置|速度|时长",
)


def _shows_what_is_gone(plain: str, edit: Edit) -> bool:
    """Whether what is removed is to be seen, or heard, all the same: "删除标志，同时让它一直显示"."""
    gone = {str(was["role"]) for was, now in edit.layers if not now}
    if gone & {"title", "caption", "lower-third"} and _WORDS_STAY.search(plain):
        return True
    return bool(gone) and bool(_SHOWN_ON.search(plain)) and not edit.added


_WORDS_STAY = words(
    r"\b(?:keep|leave) (?:the|its|their|all the) (?:text|words?|wording)s?\b(?!  )",
    "(?:保留|留下)(?:它的?|其)?(?:文字|文本|字)(?!  )|(?:文字|文本)(?:要|都|也)?(?:保留|留着|留下)",
)
_SHOWN_ON = words(
    r"(?<!n't )(?<!not )(?<!never )\b(?:show|display|keep|leave|play) (?:it|them)\b(?! (?:out|away|off))",
    "(?<!别)(?:让|把|使)(?:它|它们)[^,，。不别]{0,4}(?:显示|出现|保留|留着|播放|响|可见)",
)


def _cuts_what_is_not_cut(plain: str, edit: Edit) -> bool:
    """Whether a layer is shorter or elsewhere that is not to be cut, or moved, or the end is cut that is
    not to be: "at 2x, but don't move the title"."""
    clauses = [one for one in CLAUSE.split(plain) if one.strip()]
    found = [(one, said) for one in clauses if (said := _UNMOVED.search(one))]
    denied = [one[said.start() :] if one.isascii() else one for one, said in found]
    outs = [[one.get("out") for one in side[0]][-1:] for side in (edit.before, edit.after)]
    if outs[0] != outs[1] and any(map(_THE_END.search, denied)):
        return True
    moved = {str(was["role"]) for was, now in edit.layers if was and _when(was) != _when(now)}
    return any(
        any(map(LAYERS[role].search, denied)) and len([*filter(LAYERS[role].search, clauses)]) == 1
        for role in moved & LAYERS.keys()
    )


def _when(segment: Segment) -> tuple[object, object]:
    return segment.get("s"), segment.get("d")


def _is_as_denied(plain: str, edit: Edit) -> bool:
    """Whether a layer is as it is not to be: "louder, but don't duck the music", which is ducked."""
    moved = edit.before[0] != edit.after[0]  # what lies above moves along
    return any(
        state(one)
        for clause in CLAUSE.split(plain)
        for denied, state in _DENIED
        if denied.search(clause)
        for one in edit.after[1]
        if (one in edit.before[1] or (moved and _still(one) in map(_still, edit.before[1])))
        and one["role"] in LAYERS
        and LAYERS[one["role"]].search(clause)
    )


def _still(segment: Segment) -> Segment:
    return {key: value for key, value in segment.items() if key not in ("s", "d", "in", "out")}


_NOT = r"(?:n't|\bnot|\bnever) (?:be |let |have )?"
_DENIED: tuple[tuple[Regex, Callable[[Segment], bool]], ...] = (
    (words(rf"{_NOT}(?:\w+ \w+ )?fad(?!\w* (?:\w+ \w+ )?in\b)", "(?:不要|别|不用)[再有]?淡出"),
     lambda one: "fade_out" in one),
    (words(rf"{_NOT}(?:\w+ \w+ )?fad(?!\w* (?:\w+ \w+ )?out\b)", "(?:不要|别|不用)[再有]?淡入"),
     lambda one: "fade_in" in one),
    (words(rf"{_NOT}(?:\w+ \w+ )?duck", "(?:不要|别|不用)(?:自动)?(?:压低|闪避|避让)"),
     lambda one: "duck" in one),
    (words(rf"{_NOT}(?:show|play|use|keep|display|want)\b[^\d]*\Z",
           "(?:不要|别|不用)再?(?:放(?![在到大])|显示|播放?|保留|出现)[^\\d]*\\Z"), lambda one: True),
    (words(rf"{_NOT}(?:\w+ \w+ )?mut", "(?:不要|别|不用)静音"), lambda one: one.get("vol") == 0),
)  # fmt: skip


def _is_heard_not_louder(plain: str, edit: Edit) -> bool:
    """Whether what is to be heard is louder instead: "只让音乐响", "让音乐响10秒"."""
    return any(key == "vol" for key, _ in edit.values) and bool(_IS_HEARD.search(plain))


_IS_HEARD = words(
    "只(?:让|有)[^,，。]{0,6}响(?![一大点些])",
    "响(?:个|到第?)?[0-9一二两三四五六七八九十半]+(?:秒|分)",
)


def _cuts_and_speeds(plain: str, edit: Edit) -> bool:
    """Whether what is to last so long is cut, and plays faster: "it should last 45 s, speed it up"."""
    was, now = edit.before[0], edit.after[0]
    one_clip = len(was) == len(now) == 1
    both = one_clip and all(was[0].get(key) != now[0].get(key) for key in ("out", "speed"))
    return both and bool(_SO_LONG.search(plain))


_SO_LONG = words(
    r"\b(?:should|must|has to|needs to|ought to) (?:only |just )?(?:last|be|run|take)\b"
)
_THE_END = words(r"\b(?:end|anything)\b", "结尾|片尾|末尾")
_UNMOVED = words(
    r"(?:n't|\bnot|\bnever|\bwithout) (?:cut|trim|short|mov|shift|speed|slow)",
    "(?:不要?|别|不用)(?:去|把它)?(?:剪|移|挪|缩短|加速|变短|裁|截)",
)


def _closes_a_gap(plain: str, edit: Edit) -> bool:
    """Whether what follows a cut has moved up that is to stay where it is: "删掉3到5秒，后面的别接上来"."""
    return edit.ends[1] < edit.ends[0] and bool(_GAP_STAYS.search(plain))


_GAP_STAYS = words(
    r"\b(?:keep|leave|let)\b[^,;.]{0,20}\b(?:after|behind|follows|rest|else|later)\b[^,;.]{0,20}"
    r"\b(?:where (?:it|they) (?:is|are)|in (?:its|their)? ?place|put)\b",
    r"(?<!without )(?<!not )(?<!n't )\b(?:leav|keep)\w* (?:a|the|that|an empty) (?:gap|hole|space)\b",
    "(?:后面|后边|后头|之后|其余|剩下)[^,，。]{0,6}(?:别|不要?|勿)[^,，。]{0,3}(?:接|移|挪|提前|往前|补"
    "|靠|跟上)",
    "(?:后面|后边|后头|之后|其余|剩下)[^,，。]{0,6}(?:原位|原处|原地|位置不[变动])",
    "(?<![不别勿没])(?<!不[要会能])[留空]+[着出]?(?:一段)?(?:空隙|间隙|空白|空档)|(?:别|不要?)(?:合拢"
    "|填补|补上|闭合)",
)


def _takes_what_was_added(plain: str, edit: Edit) -> bool:
    """Whether the video has a level, or one of two fades, that is said of what is added:
    "加音乐，在整个视频中播放，音量20%"."""
    added = [one for one in edit.added if one["role"] in ("music", "voiceover", "overlay")]
    plain = _LIES_OVER.sub("", plain)
    if all(one["role"] == "overlay" for one in added):
        plain = _OF_WHAT_IS_LAID.sub("", plain)
    if not added:
        return False
    was, now = ({one.get("vol") for one in side[0]} for side in (edit.before, edit.after))
    told = len(_LEVEL.findall(plain)) == 1 and not any(
        {"vol", "sound"} & one.keys() for one in added
    )
    told = told and not _OF_THE_VIDEO.search(plain)
    if told and was == {None} and now != {None} and 0 not in now:
        return True
    faded = [
        {key for one in side[0] for key in _FADES if one.get(key)}
        for side in (edit.before, edit.after)
    ]
    parted = bool(faded[1] - faded[0]) and any(len({*_FADES} & one.keys()) == 1 for one in added)
    return parted and bool(_IN_AND_OUT.search(plain)) and not _PICTURE.search(plain)


_LIES_OVER = words(
    r"\b(?:over|under|on top of|throughout|across|beneath|behind|through) (?:the )?(?:whole |entire )?"
    r"(?:video|clip|footage)\b|\b(?:overlay|lay) the (?:video|clip)\b"
)
_OF_WHAT_IS_LAID = words(r"\bits own\b", "(?<!视频)(?<!视频的)原声")
_OF_THE_VIDEO = words(
    r"\b(?:video|clip|footage|own|original|speech|talk|voice)\b(?! (?:file|track))"
    r"|\b(?:lower|raise|set|turn|bring|reduce|put|make|drop|increase|change|adjust)",
    "原声|原音|视频(?:的)?(?:声|音)|人声|[降调设提改减升]",
)
_PICTURE = words(r"\b(?:picture|screen|black|video|clip|footage)\b", "画面|黑|视频")
_LEVEL = words(r"\b(?:volume|level)\b", "音量")
_IN_AND_OUT = words(
    r"\bfad\w+ in\b[^,;]{0,20},? (?:and )?(?:fad\w+ )?out\b",
    "淡入[^,，。]{0,8}[,，][^,，。]{0,6}淡出",
)


def _cuts_all_but_what_may_stay(plain: str, edit: Edit) -> bool:
    """Whether all is cut but what is only not to be cut, or whose picture stays without its sound:
    "前10秒先留着", "前10秒留着，大声点", "保留前10秒的画面，去掉声音"."""
    if edit.ends[1] >= edit.ends[0]:
        return False
    yet = _STAYS_YET.search(plain) and not _OR_CUTS.search(plain)
    return bool(yet or _PICTURE_STAYS.search(plain))


_STAYS_YET = words(
    "[秒段](?:钟|的?内容|的部分|我|请)*(?:先|应该?|暂时|还是|最好|可以|也)(?:要|得|给我|都|帮我|想"
    "|需要)*(?:留|保留)"
    "|[秒段](?:钟|的?内容|的部分|都|要|给我|请)*保?留着",
    r"\b(?:keep|leave) [^,;.]*\b(?:first|last|to|from)\b[^,;.]*"
    r"\bfor (?:now|the (?:moment|time being))\b",
)
_OR_CUTS = words(
    "[剪删裁去只仅]|其[余他它]|别的|剩|[前后]面|之[前后]|以外|不要",
    r"\b(?:cut|remove|delete|trim|drop|only|just|rest|else)\b",
)
_PICTURE_STAYS = words(
    "(?<![只仅保])保?留[^,，。;；只仅]*[秒段]的?(?:画面|图像)[,，。;； ]+(?:但是?|只|就|把|请|并)*"
    "(?:(?:去掉?|不要|关掉?|去除|删掉?|删除|拿掉)[^,，。;；]{0,4}(?:声音|原声)|静音|消音|声音)",
    r"\bkeep the (?:picture|video|images?) (?:of|from|in) [^,;.]*(?:,| and| but)+ (?:but |just )?"
    r"(?:remove|delete|drop|mute|lose|cut) (?:out )?(?:the |its )?(?:sound|audio)",
)
# What is so also where a part of a message is done.
IN_PART = (_changes_what_stays,)
CHECKS = (
    _cuts_all_but_what_may_stay, _takes_what_was_added, _closes_a_gap,
    _shows_what_is_gone, _cuts_what_is_not_cut, _is_as_denied, _cuts_and_speeds,
    _is_heard_not_louder,
    _fades_a_layer_alone, _changes_what_is_left,
    _loses_a_style, _mutes_what_lies_beneath, _goes_the_other_way,
    _loses_what_is_kept, _leaves_a_fade, _stops_the_sound, _goes_to_the_edge,
)  # fmt: skip
