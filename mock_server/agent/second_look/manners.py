"""How several things are to be, said once of all of them, or of the other one: "at the top, add 'A' and
'B'", "add 'A' and, in blue, 'B'", "加标题“一”和“二”，放顶部". Where the word stands decides."""

import re
from collections.abc import Mapping

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import SHOWN, Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_COLORS = (
    "(?:red|blue|green|yellow|white|black|orange|purple|pink|gr[ae]y|gold|brown|cyan"
    "|magenta|navy|teal|lime)"
)
_MANNERS: Mapping[str, Regex] = {
    "color": words(rf"(?<!on )(?<!on a )\b{_COLORS}\b(?! (?:background|box|and white))",
        "[红蓝绿黄白黑橙紫粉灰金](?:色(?!背景|底)|字)"),
    "pos": words(
        r"\b(?:top|bottom|corner|cent(?:er|re)|middle|(?:on|to|at) the (?:left|right))\b",
        "顶部|底部|上方|下方|左上|右上|左下|右下|左侧|右侧|左边|右边|上边|下边|中间|中央|居中|顶端|底端",
    ),
    "shadow": words(r"\bshadows?\b", "阴影|投影"),
    "outline": words(r"\boutlined?\b", "描边|轮廓"),
    "background": words(
        rf"\bbackground\b|\bon (?:a )?{_COLORS}\b|\bbox\b",
        "背景(?!音)|底色|[红蓝绿黄白黑橙紫粉灰金色]底",
    ),
    "fade_in": words(r"\bfad(?:e|es|ing)[- ]?in\b", "[淡渐]入"),
    "fade_out": words(r"\bfad(?:e|es|ing)[- ]?out\b|\bfades? in and out\b", "[淡渐]入?淡?出"),
    "opacity": words(r"\bopacity\b|\b(?:semi-?)?(?:transparent|translucent|opaque)\b", "透明"),
    "scale": words(r"\bsize\b|\bscaled?\b", "(?<![0-9])大小|尺寸"),
    "size": words(
        r"\b(?:large|big|small|tiny|huge) (?:letters|text|type|font|print)\b|\bfont size\b",
        "大字|小字|大号|小号|字号",
    ),
    "style": words(r"\b(?:bold|italics?)\b", "粗体|加粗|斜体"),
    "vol": words(
        r"\bvolume\b|\b(?:quiet|soft|loud|gent)(?:er)?(?:ly)?\b",
        "[小轻大低]声|音量|轻轻",
    ),
}  # fmt: skip
_HEARD = ("music", "sound", "voiceover")
_WRITTEN = ("color", "shadow", "outline", "background", "size", "style")
_NAMED = (
    r"(?<![a-z])logo(?:\.png)?(?![a-z])|(?<![-\w])(?:jazz|rock|pop|piano|ambient|lo-?fi|classical"
    r"|techno|folk|blues) ?(?:music)?"
    r"|爵士乐?|摇滚乐?|流行乐|钢琴曲?|古典乐?"
)
_HAN = "[\u4e00-\u9fff、，,]"
_THING = Regex(rf"\s{{2,}}|(?<={_HAN})\s(?={_HAN})|{_NAMED}", re.IGNORECASE)
_ORDER = (
    r"\b(?:add|put|show|place|display|write|insert|play|set|overlay|title|caption|have|use"
    r"|give|make|move)\b"
)
_VERB = Regex(
    rf"{_ORDER}|[加放插叠](?!粗)上?入?|显示|写上?|打上|播放|叠加|移|[把将]", re.IGNORECASE
)
_AND_ANOTHER = Regex(
    rf"(?:\b(?:and|then|also)|,) (?:then |also )?(?:please )?{_ORDER}|[,，和、；;](?:再|又|然后)?[在用带]"
    "|[,，](?:再|又|然后|并)?(?:加|插|显示|写)",
    re.IGNORECASE,
)
_SENTENCE = Regex(r"[;；。\n]|[.!](?=\s|\Z)|\bthen\b|然后|接着")
_ONLY_ONE = words(
    r"\b(?:only|first one|second one|former|latter|instead|except|but)\b", "只|前者|后者|除了"
)
_TWO = 2


def _bears(one: Segment, key: str) -> bool:
    """Whether a layer can be so at all."""
    role = one.get("role")
    if key == "vol":
        return role in _HEARD
    if key in _WRITTEN:
        return role in op.TEXTS
    return role == "overlay" if key == "scale" else key.startswith("fade") or role not in _HEARD


def _got(edit: Edit, key: str) -> tuple[int, int]:
    """How many of the layers that are not as they were got that, and how many could have."""
    touched = [(was, now) for was, now in edit.layers if now and _bears(now, key)]
    return sum(key in now and now[key] != was.get(key) for was, now in touched), len(touched)


def _misses_one(edit: Edit, key: str, things: int) -> bool:
    got, bearing = _got(edit, key)
    return 0 < got < min(things, bearing)


_JOINED = r"(?:[,，]? ?(?:和|以及|还有|与|跟|、)|[,，]|,? ?\b(?:and|but)\b) ?"
_BARE = Regex(rf"{_JOINED}\Z")
_WITH_ITS_NOUN = Regex(
    rf"(?:,? ?\b(?:and|but)\b|,) ?(?:(?:the|an?|my|some) )?(?:{_COLORS} )?(?:title|caption|subtitle|text"
    r"|lower third|logo|clip|picture|image|music|song)?\s?\Z"
    r"|(?:和|以及|还有|与|跟|、) ?(?:标题|字幕|文字|人名条|图片|音乐)?\s?\Z|[,，]\s?\Z",
    re.IGNORECASE,
)
_COLORED = Regex(r"\W*(?:[红蓝绿黄白黑橙紫粉灰金]色的?)(?:标题|字幕|文字)")
_PLACE_FIRST = Regex(
    r"\W*(?:在|画面)*(?:顶部|底部|上方|下方|中间|中央|[左右][上下]角)第?[0-9][0-9.秒到至-]*"
)
_AT_A_TIME = Regex(
    r"[,，、和] ?第?[0-9][0-9.秒到至-]*(?:显示|加|放|写|出现)?(?:标题|字幕|文字)?\s?\Z"
)


def _serves_one_of_those_behind(plain: str, edit: Edit) -> bool:
    """ "At the bottom, add 'One' from 0 to 5 and 'Two' from 10 to 15", and one of them is elsewhere."""
    return len(edit.layers) >= _TWO and any(
        _is_missed(sentence, edit) for sentence in _SENTENCE.split(plain)
    )


def _is_missed(sentence: str, edit: Edit) -> bool:
    things = list(_THING.finditer(sentence))
    verb = _VERB.search(sentence)
    if len(things) < _TWO or _ONLY_ONE.search(sentence):
        return False
    leads = [sentence[: one.start()] for one in things[1:]]
    if verb is None or things[0].start() < verb.start():
        verb = _COLORED.match(sentence)
    if verb is None or _AND_ANOTHER.search(sentence, verb.end()):
        return False
    joined = _AT_A_TIME if _PLACE_FIRST.match(sentence) else _WITH_ITS_NOUN
    if not all(map(joined.search, leads)):
        return False
    # What stands behind a Chinese verb is of the next thing, too, if that has no noun of its own.
    bare = not sentence.isascii() and all(map(_BARE.search, leads))
    front = sentence[: things[0].start() if bare else verb.start()]
    return any(
        said.search(front) and _misses_one(edit, key, len(things)) for key, said in _MANNERS.items()
    )


_BETWEEN = Regex(
    r"(?:\b(?:and|but)\b,?|[,，]|和|而)\s*(?P<how>(?:in|at|on|with|half|semi|quiet|soft|loud"
    r"|bold|fading|用|在|带|以|半)"
    r"[^.;。；,，]{0,40})[,，]\s*(?:(?:the|an?) )?(?:title|caption|text|logo|overlay|music|song)?\s*\Z",
    re.IGNORECASE,
)


def _serves_the_one_before(plain: str, edit: Edit) -> bool:
    """ "Add 'Hello' from 0 to 3 and, in blue, 'Bye' from 57 to 60", and it is "Hello" that is blue."""
    things = list(_THING.finditer(plain))
    touched = sorted((now for _, now in edit.layers if now), key=_number)
    if len(things) < _TWO or len(touched) != len(things):
        return False
    for n in range(1, len(things)):
        told = _BETWEEN.search(plain, things[n - 1].end(), things[n].start())
        if told is not None:
            behind = plain[things[n].end() :]
            own = plain[things[n - 1].start() : told.start()]
            return any(
                said.search(told["how"])
                and _is_elsewhere(key, touched, n, edit, spoken=bool(said.search(own + behind)))
                for key, said in _MANNERS.items()
            )
    return False


def _is_elsewhere(key: str, touched: list[Segment], n: int, edit: Edit, *, spoken: bool) -> bool:
    """Whether a manner has not come to the thing of that number; `spoken`: others have one, too."""
    if len(edit.altered) == len(touched):  # which of them is named first, only the texts would tell
        return _got(edit, key)[0] == 1
    if len(edit.added) != len(touched):
        return False
    return key not in touched[n] or (key in touched[n - 1] and not spoken)


def _number(one: Segment) -> int:
    digits = re.sub(r"\D", "", str(one.get("id", "")))
    return int(digits or 0)


_TO_THE_END = Regex(r"[,，][^,，。;；]*[\u4e00-\u9fff][^,，。;；]*")


def _serves_the_last(plain: str, edit: Edit) -> bool:
    """ "加标题“一”0到5秒，“二”10到15秒，黄色，放顶部", and only the last is so."""
    if len(edit.added) < _TWO:
        return False
    for sentence in _SENTENCE.split(plain):
        things = list(_THING.finditer(sentence))
        if len(things) < _TWO or things[-1].end() >= len(sentence):
            continue
        behind = sentence[things[-1].end() :]
        comma = _TO_THE_END.search(behind)
        listed = all(_BARE.search(sentence[: one.start()]) for one in things[1:])
        before = sentence[: things[-1].end()] + (behind[: comma.start()] if comma else "")
        if comma is None or not listed or any(one.search(before) for one in _MANNERS.values()):
            continue
        how = behind[comma.start() :]
        if any(
            said.search(how) and _misses_one(edit, key, len(things))
            for key, said in _MANNERS.items()
        ):
            return True
    return False


_LOOKS = "黑白|复古|怀旧|暖色|冷色"
_PLAYED = "(?=[^,，。;；]{0,5}[,，][^,，。;；]*播放)"  # "黑白，前10秒2倍速" may be two orders
_HOW: Mapping[str, Regex] = {
    "vol": words(
        r"(?:without|with no) (?:any |its |the )?(?:sound|audio)|muted|silent(?:ly)?|on mute"
        r"|with (?:the |its )?(?:sound|audio) (?:off|muted)",
        f"[以用](?:静音|无声)(?:地|状态)?|(?:静音|无声|不带声音|不要声音){_PLAYED}",
    ),
    "color": words(
        r"in (?:black and white|sepia|vintage|monochrome|gr[ae]yscale|(?:warm|cool|vivid) colou?rs)",
        f"(?:[以用](?:{_LOOKS})|(?:{_LOOKS}){_PLAYED})(?:色调|画面|效果|滤镜|风格)?",
    ),
    "speed": words(
        r"in slow motion|at (?:half|double|twice|[0-9.]+(?:x|%| times)) (?:the )?(?:normal )?speed",
        f"[以用]慢动作|慢动作{_PLAYED}",
    ),
    "rotate": words(r"upside down", "上下颠倒"),
    "reverse": words(r"reversed|in reverse|backwards?", "倒放"),
}
_HOW_FIRST = {
    key: Regex(
        rf"\W*(?:please |请)?(?:{how.pattern})(?: and [^,.;]{{3,30}})?[,，](?=[^.;。；]*\w)",
        re.IGNORECASE,
    )
    for key, how in _HOW.items()
}
_RETHINKS = words(r"\b(?:wait|actually|sorry|rather|instead|scratch|no)\b", "等等|还是|算了|不")
_THE_VIDEO = words(
    r"\b(?:whole|entire|everything|all|throughout|video|clip|rest|and|too|also)\b",
    "全|整|都|其余|视频|也|并",
)


def _serves_more_than_the_part(plain: str, edit: Edit) -> bool:
    """ "Muted, play 10 to 20 at half speed", and all is silent; "without sound, reverse it", and it is
    heard."""
    for key, led in _HOW_FIRST.items():
        told = led.match(plain)
        if told is None or not edit.values or _RETHINKS.search(plain, told.end()):
            continue
        if key == "vol" and not any(name in ("vol", "sound") for name, _ in edit.values):
            return True
        behind = plain[told.end() :].replace("black and white", "")
        other = [name for name in SHOWN if name != key and edit.gained(name)]
        for name in other:
            both = [(key in one, name in one) for one in edit.after[0]]
            if (
                (True, False) in both
                and not re.search("[,，]", behind)
                and not _THE_VIDEO.search(behind)
            ):
                return True
    return False


_FADES_IN_FRONT = Regex(
    r"(?:(?:\A|[,;.]|\band\b,?)\s*(?:please )?with (?:an? )?[^,.;]{0,24}fade[- ]?(in|out)"
    r"|(?:\A|[;.])\s*(?:please )?fading (in|out)\b[^,.;]{0,24}"
    r"|(?:\A|[,，;；。])请?[以用][^,，。;；]{0,8}淡([入出])(?:的?效果|的?方式)?)[,，]\s*(?:请|please )?"
    r"(?:add|play|put|insert|show|use|加|放|插|配|用)",
    re.IGNORECASE,
)


def _fades_the_video_instead(plain: str, edit: Edit) -> bool:
    """ "With a two-second fade out, add song.mp3", and it is the video that fades."""
    told = _FADES_IN_FRONT.search(plain)
    if told is None or not edit.added:
        return False
    key = "fade_in" if next(filter(None, told.groups())).lower() in ("in", "入") else "fade_out"
    return bool(edit.gained(key)) and not any(key in one for one in edit.added)


_TWICE = words(
    r"[,;]? (?:but )?(?:twice|two times|three times|thrice)\W*\Z",
    "[,，](?:放|播|接)?[两三]遍[了吧。!！ ]*\\Z",
)
_PUTS = words(r"\A\W*(?:please )?(?:put|place|add|append|insert|attach|play|show|use)\b")
_PACE = words(r"\b(?:fast|speed|quick|slow|pace|tempo|length|long)")


def _is_twice_as_fast(plain: str, edit: Edit) -> bool:
    """ "Put b.mp4 first, twice", and it is twice as fast."""
    faster = edit.has_another("speed")
    told = _TWICE.search(plain) and _PUTS.search(plain) and not _PACE.search(plain)
    return faster and bool(told)


CHECKS = (
    _is_twice_as_fast,
    _fades_the_video_instead,
    _serves_one_of_those_behind,
    _serves_the_one_before,
    _serves_the_last,
    _serves_more_than_the_part,
)
