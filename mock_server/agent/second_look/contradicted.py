"""Orders that gainsay themselves: "把标题删掉，但标题不能删", "remove the title and make it red"."""

import re

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.ruled_out import without_ruled_out
from mock_server.timeline.tracks import Segment

_ZH = (
    "第[一二三]?[个条段]?(?:标题|字幕)|标题|字幕|人名条|logo|水印|音乐|配乐|旁白|配音|滤镜|模糊效果|视频"
    "|画面"
)
_BUT = Regex(
    rf"(?P<what>{_ZH}| )[^,，。;；]{{0,60}}[,，。;；](?:但是?|可是?|不过|又|而且|并且"
    rf"|同时)(?P=what)(?P<which>的?[^,，。]{{0,4}}?)"
    r"(?:千万|绝对|也)*(?:不(?:能|许|准|可以?|得)|别)(?:再)?(?P<verb>[^,，。]{1,4})[ 。.!！]*\Z",
    re.IGNORECASE,
)
_KEYS = (
    ("位置", ("pos",)), ("大小|尺寸|字号", ("size", "scale")), ("音量", ("vol",)), ("文字|内容", ("text",)),
    ("颜色", ("color",)), ("方向", ("reverse",)), ("时间|时长", ("s", "d")),
)  # fmt: skip
_NOT_THE_PICTURE = Regex(
    r"淡[入出].*[,，](?:画面|视频|原片)(?:就|都)?不(?:用|要|必|需要)(?=[ ,，。.!！]|\Z)"
)


def _fades_the_picture(plain: str, edit: Edit) -> bool:
    """ "淡入三秒，画面不用，音乐要", and the picture fades in."""
    was, now = edit.of_clips("fade_in", "fade_out")
    return was != now and bool(_NOT_THE_PICTURE.search(plain))


_KEEPS = Regex(r"(?:保留|留着|留下|保住)", re.IGNORECASE)
_BOTH = Regex(r"既要?[^,，。]+[,，]?又要?[^,，。]+")
_MUTES = Regex("静音|消音|没有?声|关掉")


def _changes_what_may_not(plain: str, edit: Edit) -> bool:
    """ "把标题放大，但标题大小不许变": where a property is named, that one has changed."""
    told = _BUT.search(plain)
    if told is None or not edit.values:
        return False
    keys = next((keys for words, keys in _KEYS if re.search(words, told["which"])), None)
    if keys is None:
        return True
    pairs = (*edit.layers, *edit.clips)
    return any(_changed(was, now, keys) for was, now in pairs)


def _changed(was: Segment, now: Segment, keys: tuple[str, ...]) -> bool:
    return not now or differs(was, now, *keys)


def _keeps_what_goes(plain: str, edit: Edit) -> bool:
    """ "删掉标题，并把标题保留下来"; "既要静音，又要把原声放大"."""
    gone = any(not now for _, now in edit.layers)
    if gone and _KEEPS.search(plain) and re.search(r"(标题|字幕|音乐|logo|旁白).*\1", plain):
        return True
    return bool(_BOTH.search(plain)) and bool(_MUTES.search(plain)) and bool(edit.values)


_GOES = (
    r"(?:remove|delete|drop|lose|cut|get rid of|take out|take away|ditch|scrap|erase|kill|mute|silence"
    r"|replace"
    r"|change|rename|move|hide)"
)
_REMOVES = r"(?:remove|delete|drop|lose|get rid of|take out|take away|ditch|scrap|erase|kill|hide)"
_GONE_AND_CHANGED = Regex(
    rf"\b{_REMOVES} (?P<what>(?:the |both |all |my |that |this )[^,.;]{{2,40}}?|both|it|them"
    rf"|  +),? (?:and|but|then)"
    r"(?: then| also| please)? (?:make (?:it|its|them|their|(?! )(?P=what))(?! (?:vertical|square|black"
    r"|sepia|faster|slower|louder"
    r"|quieter|warm))"
    r"|(?:move|put|place|change|keep|leave|show|colou?r|enlarge|set|shift|position|recolou?r|rename"
    r"|display|use"
    r"|play|extend|lengthen|center|centre) (?:it|its|them|their"
    r"|(?! )(?P=what))(?! (?:at \d|to \d{2}%|back))\b)",
    re.IGNORECASE,
)


def _changes_what_is_gone(plain: str, edit: Edit) -> bool:
    """ "Remove the title and make it red", "delete the second clip and put it first"."""
    # Where nothing is left that "it" may mean, what is said to go goes.
    told = _GONE_AND_CHANGED.search(plain)
    if told is None:
        return False
    left = edit.after[1] or re.search(r"\b(?:its|their)\b", told[0])
    gone = left and any(not now for _, now in edit.layers)
    gone = gone or len(edit.after[0]) < len(edit.before[0])
    joined = sum("tr" in one for one in edit.after[0]) < sum("tr" in one for one in edit.before[0])
    return bool(gone or joined)


_STAYS = Regex(
    r"\b(?P<what>(?:the|my|both|all)(?: [a-z-]{2,14}){1,3}?|[a-z]+ing)(?: +)?(?: has to| must| should"
    r"| can| will| may|"
    r" needs to| is to| shall| ought to)?(?: please| better)? (?:stays?|remains?|be kept|be left)\b",
    re.IGNORECASE,
)
_KEEPS_IT = Regex(
    r"\b(?:keep|leave|don't (?:touch|remove|delete|change|mute|move|cut)|do not (?:touch|remove|delete"
    r"|change"
    r"|mute|move|cut)|never (?:touch|remove|delete|change|mute|move|cut))"
    r" (?P<what>(?:the|my|both|all)(?: [a-z-]{2,14}){1,3}?(?<! fade))(?= ?(?:[,.;!]|\Z|alone\b|as\b"
    r"|in\b|and\b|but\b"
    r"|unchanged|untouched|there\b|please))",
    re.IGNORECASE,
)
_AND_YET = Regex(
    rf" ?(?:(?:alone|as (?:it|they) (?:is|are)|unchanged|untouched|there)?,?;?\.? ?(?:and|but"
    rf"|then)? ?{_GOES}"
    r"|(?:white|black|red|blue|green|yellow),?;?\.? ?(?:and|but|then)? ?make) (?:it|them)\b",
    re.IGNORECASE,
)
_NOT_ALL = words(
    r"\b(?:except|apart|instead|rather|only|just|until|till|from|between|where|anymore|any more)\b|\d"
)


def _does_it_to_what_stays(plain: str, edit: Edit) -> bool:
    """ "The logo stays; remove the logo", "leave the music alone and mute it"."""
    if not edit.values or _NOT_ALL.search(plain):
        return False
    for found in (*_STAYS.finditer(plain[:400]), *_KEEPS_IT.finditer(plain[:400])):
        what = re.escape(found["what"])
        rest = f"{plain[: found.start()]} ; {plain[found.end() :]}"
        again = rf"(?<!don't )(?<!not )\b{_GOES} {what}(?![\w'-]| {{2}}| [a-z]+ing)"
        if re.search(again, rest, re.IGNORECASE) or _AND_YET.match(plain, found.end()):
            return True
    return False


_TWO_VALUES = words(
    r"\b(?P<at>at|for|until|by|over) (?:the )?(?P<one>\d[\d.:]*)(?: ?(?:%|s|secs?|seconds?"
    r"|percent))? and (?:also )?(?P=at)"
    r" (?!(?P=one)\b)\d[\d.:]*",
    r"\b(?:to|in|at|into) (?:the )?(?:very )?(?:left|top left|bottom left|top|upper left|lower left"
    r"|middle|cent(?:er|re)) and (?:also )?"
    r"(?:to |in |at |into )?(?:the )?(?:right|bottom|top right|bottom right"
    r"|left)\b(?! (?:corner )?(?:of|half))",
    r"\bto   +and to   +",
    r"\bto \d[\d.]* ?(?:%|percent)? and to \d[\d.]* ?(?:%|percent)",
    r"\b(?:bigger and smaller|smaller and bigger|larger and smaller|louder and (?:quieter|softer)"
    r"|(?:quieter|softer) and"
    r" louder|longer and shorter|shorter and longer|faster and slower|slower and faster|earlier and later"
    r"|later and earlier|lighter and darker|brighter and darker)\b",
    r"\b(?:show and hide|hide and show|add and remove|remove and add|mute and unmute|remove and keep"
    r"|keep and"
    r" (?:remove|delete))\b",
)
_TWO_TRANSITIONS = Regex(
    r"\b(?P<one>wipe|slide|push|fade|cross-?fade|dissolve|zoom|dip)(?: (?:to|from) (?:black|white|left"
    r"|right))? (?:and|plus)"
    r" (?:an?|the) (?!(?P=one))(?:wipe|slide|push|fade|cross-?fade|dissolve|zoom|dip)\b",
    re.IGNORECASE,
)


def _takes_one_of_two(plain: str, edit: Edit) -> bool:
    """ "Start the title at 2 s and at 8 s", "make it bigger and smaller", "a wipe and a fade"."""
    joins = [one["tr"] for one in edit.after[0] if "tr" in one]
    was = [one.get("tr") for one in edit.before[0]]
    if len([one for one in joins if one not in was]) == 1 and (
        _TWO_TRANSITIONS.search(plain) or _TWO_TRANSITIONS_ZH.search(plain)
    ):
        return True
    return len(edit.layers) == 1 and bool(_TWO_VALUES.search(plain))


_NEVER = words(
    r"\bnothing (?:should|may|must|is to|shall|can|will) (?:be|get) \w+(?!\w| (?:but|except|else|before"
    r"|after|at|in|from))",
    r"\b\d[\d.]* ?(?:s|secs?|seconds?) and \d[\d.]* ?(?:s|secs?|seconds?) long\b",
    r"\b(?:everything|all) (?:except|but|apart from) (?:the )?[^,.;]{2,30},? (?:and"
    r"|but) (?:also )?(?:keep|leave) the\b",
    r"\b(?:and|but) (?:with (?:no|zero)|without(?: any)?|(?:leave|keep) (?:it|the \w+) without(?: any)?)"
    r" (?:music|song|soundtrack|titles?|logo|captions?)\W*\Z",
    r"\b(?:leave|keep) (?:all|both)(?: (?:of them|two|three|four|the|my)){0,2}(?: [a-z]+)?(?: (?:in"
    r"|there|on|alone|as (?:it|they)"
    r" (?:is|are)))\W*\Z",
    r"\b(?:and|but) (?:leave|keep) (?:it|them) (?:unchanged|untouched|alone|the same|as (?:it"
    r"|they) (?:is|are"
    r"|was|were))\W*\Z",
    r"\b(?P<does>fade|mute|move|cut|change|make|reverse|speed|slow|turn|show) [^,.;]{2,40}(?:,| (?:and"
    r"|but)) (?:please )?(?:don't"
    r"|do not|never) (?P=does) (?:it|them)\b(?! (?:at|until|till|from|before|after|too|so|completely|all))",
)
_NOT_AND_YET = Regex(
    r"\b(?:don't|do not|never) (?P<what>(?:remove|delete|mute|cut|move|change|touch|hide|replace"
    r"|reverse) (?:the|my|all|any"
    r"|both)[^,.;]{0,30}?)(?:[,.;]|,? (?:but|and))(?: (?:but|and|please|then)){0,2} (?P=what)[ .!]*\Z",
    re.IGNORECASE,
)


_NEVER_ZH = words(
    "(?:标题|字幕|logo|水印|音乐|画面)(?:保持|维持|还是|要是|就是)(?:原来的?)?(?:[白黑红黄蓝绿]色|原样"
    "|不变)[,，。;；](?:请)?(?:把)?(?:它|标题|字幕|logo|水印|音乐|画面)"
    "(?:改|换|变|调|删|移)",
    "(?:什么都|全都|一律|都)(?:不要|别|不许|不能)(?P<does>静音|删除?|改|动|裁|剪)[,，。;；](?:但是?"
    "|不过|请)?(?:把)?[^,，。]{1,10}(?P=does)",
    "(?:别|不要)(?P<deed>删除?|静音|改|动|移动)(?P<what>[^,，。;；]{1,8})[,，。;；](?:但是?|不过|请"
    "|然后)*(?P=deed)掉?(?P=what)[ 。.!！]*\\Z",
    "(?:删掉|删除|去掉|移除)(?:标题|字幕|logo|水印|音乐|配乐|旁白|第[二三]段)(?:并且?|然后|再|,"
    "|，){1,2}(?:把它)?(?:放|移|改|变|换|加粗|放大|缩小|提前|留)",
)
_TWO_TRANSITIONS_ZH = words(
    "(?P<one>淡入淡出|叠化|溶解|擦除|滑动|推移|闪白|闪黑)(?:转场|效果)?(?:和|与|加|跟"
    "|、)(?:一个)?(?!(?P=one))(?:淡入淡出|叠化|溶解|擦除|滑动|推移|闪白|闪黑)"
)
_WITHOUT = words(
    r"\bwithout (?:removing|deleting|losing|dropping) (?:any|a single)\w*\b(?! (?:else|other|more))"
)
_ITS = words(
    r"\b(?:leave|keep) (?:its|their|the) (?P<which>text|words|wording|colou?r|size|volume|position"
    r"|place|length)"
    r" (?:as (?:it|they) (?:is|are|was|were)|unchanged|alone|untouched|the same)"
)
_ITS_KEYS = {"text": "text", "wording": "text", "words": "text", "color": "color", "colour": "color",
    "size": "size", "volume": "vol", "position": "pos", "place": "pos", "length": "d"}  # fmt: skip


def _changes_what_it_keeps(plain: str, edit: Edit) -> bool:
    """ "Remove the titles without removing any text", "rename the title and leave its text as it is"."""
    if _WITHOUT.search(plain) and any(not now for _, now in edit.layers):
        return True
    told = _ITS.search(plain)
    return told is not None and any(
        was and now and differs(was, now, _ITS_KEYS[told["which"].lower()])
        for was, now in edit.layers
    )


def _does_and_does_not(plain: str, edit: Edit) -> bool:
    """ "Don't remove the logo, but remove the logo", "nothing should be muted; mute the first clip"."""
    plain = without_ruled_out(plain)
    return bool(edit.values) and bool(
        _NEVER.search(plain) or _NEVER_ZH.search(plain) or _NOT_AND_YET.search(plain)
    )


CHECKS = (
    _fades_the_picture,
    _changes_what_may_not, _keeps_what_goes, _changes_what_is_gone, _does_it_to_what_stays,
    _takes_one_of_two, _changes_what_it_keeps, _does_and_does_not,
)  # fmt: skip
