"""What takes the place of something else: a look, a turn, a text, a thing that is there already."""

import re
from difflib import get_close_matches
from functools import lru_cache

from mock_server.agent import operations as op
from mock_server.agent.lexicon.tokens import phrases
from mock_server.agent.second_look.edit import Edit, differs, has, new_sources
from mock_server.agent.second_look.words import words
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.unquoted import PLACED_BY
from mock_server.timeline.tracks import Segment

_FROM_LOOK = Regex(
    r"(?:去掉|取消|删掉|删除|移除|不要|关掉)[^,，。；;]{0,8}|\b(?:remove|drop|lose|delete|undo|no more"
    r"|turn off|take off)\b[^,.;]{0,24}"
    r"|[把将][^,，。；;]{1,8}(?:改成|换成|改为|换为)|\b(?:change|turn|swap"
    r"|replace)\b[^,.;]{0,24}(?= (?:to|into|with|for)\b)",
    re.IGNORECASE,
)


_PLAIN = words(r"\bcolou?r|remove", "彩|颜色|[去恢]")


@lru_cache(maxsize=1)
def _looks() -> Regex:
    said = [
        one
        for one, kinds in phrases().items()
        if "look" in kinds and not _PLAIN.search(one) and len(one) > 1
    ]
    return Regex("|".join(sorted(map(re.escape, said), key=len, reverse=True)), re.IGNORECASE)


def _takes_away_another_look(plain: str, edit: Edit) -> bool:
    """ "去掉暖色", of a video in black and white; "change vintage to sepia", of a warm one."""
    names = {str(one["color"].get("name", "")) for one in edit.before[0] if "color" in one}
    if not names or edit.before[0] == edit.after[0]:
        return False
    told = {
        str(phrases()[look[0].lower()]["look"])
        for found in _FROM_LOOK.finditer(plain)
        for look in _looks().finditer(found[0])
    }
    return bool(told) and told.isdisjoint(names)


_BACK = words(
    r"\b(?:normal|original|regular|real[- ]time) speed\b",
    "(?<!保持)(?:正常速度|原速|1倍速)|恢复(?:原色|颜色|彩色)",
)
_AS_NOW = words(r"\b(?:keep|leave|stay\w*|unchanged)\b", "保持|不变|别动|不动")


def _is_not_back(plain: str, edit: Edit) -> bool:
    """ "10到15秒正常速度，静音", and it is as fast as before."""
    keys = [key for key in ("speed", "color") if all(key in one for one in edit.before[0])]
    still = any(all(key in one for one in edit.after[0]) for key in keys)
    return still and bool(_BACK.search(plain)) and not _AS_NOW.search(plain)


_TURN = Regex(
    r"(?:改成|改为|应该是|换成)[^,，。]{0,4}(?:[向往朝](?P<side>[左右])[转旋]|(?P<way>[顺逆])时针"
    r"|(?P<zh>\d+)度)|旋转(?:改成|改为)(?P<deg>\d+)度"
    r"|\b(?:make|change|turn) (?:it|the rotation)[^.;]*(?:counter-?|anti-?)clockwise\b"
    r"|\brotat\w*\b[^.;]*\binstead\b|\b(?:should be|make that|change it to) (?P<en>\d+) degrees",
    re.IGNORECASE,
)


def _turns_on(plain: str, edit: Edit) -> bool:
    """ "旋转改成180度", and it is turned by 180 degrees more."""
    was, now = ([one.get("rotate", 0) for one in side[0]] for side in (edit.before, edit.after))
    found = _TURN.search(plain)
    if found is None or was == now or not any(was):
        return False
    degrees = re.search(r"(\d+)(?:度| ?degrees)", plain)
    angle = int(degrees[1]) if degrees else 90
    left = (
        found["side"] == "左"
        or found["way"] == "逆"
        or bool(re.search("counter|anti", plain, re.IGNORECASE))
    )
    return any(one != (360 - angle if left else angle) % 360 for one in now)


_STRENGTH = words("强度(?:也)?(?:不变|保持|一样|照旧)", r"\bsame (?:strength|amount|intensity)\b")
_SHARE_OF_FRAME = words(
    "占(?:满|据)?(?:整个)?(?:画面|屏幕)",
    r"\btakes? up (?:\w+ ){0,3}(?:of )?the (?:picture|screen|frame)\b",
)
_PART_OF_SOUND = words(
    "但是?(?:原声|声音|音轨)(?:不要|别|不)(?:加速|变速|删|剪|动|变|淡|快|慢)",
    "但是?(?:两个|所有)?(?:标题|音乐|字幕|旁白|logo)的?(?:时长|长度|时间)(?:都)?(?:不要|别|不)(?:变|动|改)",
    "(?:但是?|只)(?:保?留)?[红黄蓝绿橙紫粉]色(?:的?(?:东西|部分))?(?:不要变|不变|别变|不动|保留|除外)"
    "|只保留[红黄蓝绿橙紫粉]色",
)


def _cannot_be_apart(plain: str, edit: Edit) -> bool:
    """ "加速2倍，但声音不要加速", "黑白，但红色不要变", "换成冷色，强度不变"."""
    was, now = edit.before[0], edit.after[0]
    if was != now and _PART_OF_SOUND.search(plain):
        return True
    if _STRENGTH.search(plain):
        amounts = [{one.get("color", {}).get("amount") for one in side} for side in (was, now)]
        return amounts[0] != amounts[1]
    scaled = any(differs(*pair, "scale") and "scale" in pair[0] for pair in edit.altered)
    return scaled and bool(_SHARE_OF_FRAME.search(plain))


_ONE_MORE = words(
    r"\b(?:another|again|also|too|second|copy|more|add|both|each|duplicate|same|twice|insert|overlay"
    r"|and|as well)\b",
    "[再又另也加]|复制|重复|每|多|第二|同时|还|都",
)
_INSET = words(r"\bpicture[- ]in[- ]picture\b|\bpip\b", "画中画")
_HAS_IT_TOO = words(
    "(?:logo|水印|音乐|标题|字幕|人名条)也(?:要|得)?加(?:一个|上|个|一下)?(?=[ 。.!！]*\\Z|[,，])"
)
_INSERTS = words(
    r"\b(?:insert|append|add|attach|again|another|also|copy|splice|join)\b", "[接插加拼再又另也]"
)
_EDITS_TEXT = words(
    "[把将](?:这个|那个|原来的?)?(?:标题|字幕|人名条)[^,，。]{0,8}(?:写成|改写|换行)",
    "(?:\\A|[,，。；;]) ?[把将]?(?:标题|字幕|人名条)的?(?:文字|内容|字)?(?:要)?(?:改成|改为|换成|换为) {2}",
)


def _is_there_twice(plain: str, edit: Edit) -> bool:
    """ "logo改成前5秒显示", and there is a second one; "画中画在30到40秒显示", and it is a logo."""
    there = {one.get("src") for one in edit.before[1] if one.get("role") == "overlay"}
    again = [one for one in edit.added if one.get("role") == "overlay" and one.get("src") in there]
    if again and not _ONE_MORE.search(plain):
        return True
    videos = any(one and not is_picture(str(one)) for one in there)
    pictures = any(
        one.get("role") == "overlay" and is_picture(str(one.get("src"))) for one in edit.added
    )
    if videos and pictures and _INSET.search(plain):
        return True
    roles = {one.get("role") for one in edit.before[1]}
    if any(one.get("role") in roles for one in edit.added) and _HAS_IT_TOO.search(plain):
        return True
    if videos and new_sources(edit) & there and not _INSERTS.search(plain):
        return True
    texts = {one.get("role") for one in edit.added if one.get("role") in op.TEXTS}
    known = {one.get("role") for one in edit.before[1]}
    return bool(texts & known) and bool(_EDITS_TEXT.search(plain))


_THE_MUSIC = words(
    r"\bthe (?:music|song|track|soundtrack)\b(?! (?:file|is over|ends))", "音乐|配乐|歌曲"
)


def _plays_two_songs(plain: str, edit: Edit) -> bool:
    """ "add song.mp3, the music should be quiet", and there is "calm" as well."""
    music = [one for one in edit.added if one.get("role") == "music"]
    made = [one for one in music if "src" not in one]
    if not (made and len(music) > len(made)) or not _THE_MUSIC.search(plain):
        return False
    return all(map(edit.lasts, made))


_MIRRORS = words(
    r"\b(?:flip|mirror)(?:ped|ing|s)?\b(?! (?:to|into))", "镜像|[水垂][平直]翻转|上下翻|左右翻"
)
_HEARD_OVER = words(
    r"\b(?:hear|understand|make out|catch)\b[^.;]*\b(?:voice|speech|speaker|speaking|him|her|me|us|them"
    r"|dialogue|words)\b"
    r"[^.;]*\bover the (?:music|song)\b",
    "(?<!bgm)(?<!音乐)(?<!配乐)(?:听不[清到见]|听不太清)[^。；;]*(?:人声|说话|讲话|原声|他|她|我)",
)
_TOO_DARK = words(
    r"\b(?:picture|image|video|footage|it|clip|shot) (?:is|looks|seems) (?:way |a bit |a little "
    r"|much )?too "
    r"(?:dark|bright|blurry|shaky|grainy|pale|dull|red|blue|yellow|green|warm|cold|cool)\b",
    "(?:画面|视频|图像)(?:有点|有些|也)?太(?:暗|亮|糊|晃|灰|淡|黄|红|蓝|冷|暖)",
)
_UNKNOWN = words(
    "闪(?:一下|烁|一闪|动)|换行|转一?圈|弹一?下|跳一?下|(?<!防)抖一?下|晃一?下|描一?下",
    r"\b(?:blink|flash|wiggle|bounce)\b",
)
_A_LITTLE = words(
    "[上下左右]移(?:动)?(?:一?[点些]|一下)?",
    "[往向朝][上下左右](?:边|面)?(?:移|挪|靠)(?:动)?(?:一?[点些])?",
)
_SAME_HEIGHT = words("(?:上下|高度|高低)(?:位置)?不[变动]|左右(?:位置)?不[变动]")
_BACKWARDS = words("(?:倒序|反序|逆序|反过来)(?:排列|排|放置)|(?:排列|顺序)(?:倒|反)过来")
_AND_A_HALF = words("(?:提高|加快|增加|提升|快)一倍半")
_PICTURE_TOO = words(
    "(?:[和与跟、]|[,，](?:把)?)(?:画面|视频)(?:也)?(?:都)?(?:一起)?(?=[ 。.!！]*\\Z|放大|缩小"
    "|变[大小红黄蓝绿]|移|半透明|放到)"
)
_PICTURE_KEYS = {
    "color",
    "brightness",
    "contrast",
    "stabilize",
    "denoise",
    "effect",
    "name",
    "saturation",
}


_WORDING = words(r"\b(?:text|wording|words|reads?|says?|spelling)\b", "文字|文本|字(?!幕)")


def _renames_the_music(plain: str, edit: Edit) -> bool:
    """ "change its text to “Sale” and turn the music up", and the music has that name."""
    renamed = any(
        was.get("role") in ("music", "sound") and differs(was, now, "name")
        for was, now in edit.altered
    )
    return renamed and bool(_WORDING.search(plain))


def _does_something_else(plain: str, edit: Edit) -> bool:
    """ "flip it vertically", and it is upright; "you can hardly hear the voice over the music, make it
    louder", and it is the music; "…, and the picture is too dark", and nothing is done about that."""
    if edit.reshaped and _MIRRORS.search(plain):
        return True
    louder = any(
        now.get("role") == "music" and now.get("vol", 1) > was.get("vol", 1)
        for was, now in edit.altered
    )
    if louder and _HEARD_OVER.search(plain):
        return True
    if (not edit.added and _UNKNOWN.search(plain)) or (
        edit.before[0] != edit.after[0] and _AND_A_HALF.search(plain)
    ):
        return True
    if any(map(_loses_height, edit.altered)) and (
        _A_LITTLE.search(plain) or _SAME_HEIGHT.search(plain)
    ):
        return True
    moved = any(differs(was, now, "pos", "x", "y") for was, now in edit.altered)
    if edit.altered and not moved and _A_LITTLE.search(plain) and edit.ends[0] == edit.ends[1]:
        return True
    if _BACKWARDS.search(plain) and has(edit.after[0], "reverse"):
        return True
    effects = any(one.get("role") == "effect" for one in edit.added)
    if (
        edit.before[0] == edit.after[0]
        and not effects
        and edit.layers
        and _PICTURE_TOO.search(plain)
    ):
        return True
    named = [one for one in edit.before[1] if one.get("role") == "voiceover"]
    heard = not any(was.get("role") == "voiceover" for was, _ in edit.layers)
    levels = any(differs(*pair, "vol") for pair in edit.clips)
    if (
        levels
        and heard
        and any(len(str(one.get("text"))) > 1 and str(one.get("text")) in plain for one in named)
    ):
        return True
    keys = {key.partition(".")[0] for key, _ in edit.values}
    return keys.isdisjoint(_PICTURE_KEYS) and bool(_TOO_DARK.search(plain))


def _loses_height(pair: tuple[Segment, Segment]) -> bool:
    """Whether what was at the top, or at the bottom, is in the middle of one side."""
    was, now = (str(one.get("pos", "")) for one in pair)
    return was != now and was.startswith(("top", "bottom")) and now in ("left", "right")


_NOT_DOING = words(
    r"\binstead of (?:cutting|removing|deleting|trimming) (?:it|that|them|this)\b",
    "(?:不是|而不是)(?:剪|删|静音|加速)[掉除]*[,，]?(?:而)?是",
)
_NOT_MUTING = words(r"\binstead of muting\b|\brather than muting\b", "而不是静音|不是静音")
_CORRECTS = words(r"\b(?:nah|nope|no wait|sorry|scratch that|i mean)\b", "不对|算了|哦不|不不")
_MOVED_TO = words(
    r"\b(?:put|place|move|stick) (?:them|it|that|those) (?:back )?(?:at|to|in) the (?:very )?(?:end"
    r"|start|beginning|front)\b",
    r"\bput the (?:last|first|final) [\w.]+ (?:s|sec\w*) (?:first|last|at the (?:end|start|beginning"
    r"|front))\b",
    "(?:放到?|移到|挪到|接到?)(?:视频)?(?:的)?(?:最后|最前|开头|结尾|末尾|后面|前面)",
)
_WHEN_ALONE = words(
    r"\A\W*(?:(?:and|but|please|ok|so) ){0,2}(?:only|just) (?:in|from|until|till|between|during|for|at"
    r"|after|before|over)\b",
    r"\A\W*(?:and|but) (?:only|just|start|begin|end|stop|from|until)\b",
    "\\A[ ,，]*(?:而且|并且|但是?|不过)?[只仅](?:在|从|限)",
)
_UNDONE = words(r"\bundo\b[^.]*\b(?:mute|reverse|fade|speed|slow|make|turn) it\b")


def _leaves_what_is_replaced(plain: str, edit: Edit) -> bool:
    """ "mute it instead of cutting it", and what was cut is still gone; "sepia instead, and only for the
    first 10 seconds", and the rest is as before; "take the first 10 s out and put them at the end"."""
    was, now = edit.before[0], edit.after[0]
    if edit.ends[0] == edit.ends[1] and was != now and _NOT_DOING.search(plain):
        return True
    if any(one.get("vol") == 0 for one in now) and _NOT_MUTING.search(plain):
        return True
    if edit.ends[1] < edit.ends[0] and (_MOVED_TO.search(plain) or _WHEN_ALONE.match(plain)):
        return True
    if was != now and has(edit.after[1], "src") and _UNDONE.search(plain):
        return True
    colors = [
        {str(one["color"].get("name")) for one in side if "color" in one} for side in (was, now)
    ]
    both = colors[1] - colors[0]
    if len(both) > 1 and _CORRECTS.search(plain):
        return True
    kept = bool(colors[0] & colors[1]) and bool(both)
    return kept and bool(re.search(r"\binstead\b|而不是|改成只", plain, re.IGNORECASE))


_MODIFIES = words(
    r"\bin (?:big|small|large|bold|red|blue|green|yellow|white|black|orange|pink|purple|gold|italics?"
    r"|caps)\b",
    r"\b(?:then|please|but not|instead of|larger|bigger|smaller|when the|(?:top|bottom|upper"
    r"|lower) (?:left|right)"
    r"|(?:over|for|during|throughout) the (?:whole|entire|full)|seconds? (?:before|after|into)|for \d+)\b",
    rf"\b{PLACED_BY}",
    r"\b(?:near|close to|above|below) the (?:top|bottom|cent(?:er|re)|left|right|middle|edge)\b"
    r"|\b(?:twice|half) as (?:big|large)\b|\bthat (?:lasts?|stays|fades|appears|disappears|ends|starts)\b"
    r"|\b(?:starting|beginning|ending|somewhere)\Z|\bin an? (?:box|bubble|banner)\Z",
    "(?:然后|红色的|放在|持续|显示)",
)
_AT_AN_HOUR = words(r"\b(?:says?|saying|reads?|reading)\b[^.;]*\bat \d+ (?:at|for|in|on)\b")


def _takes_the_order_for_words(plain: str, edit: Edit) -> bool:
    """ "a title saying Big Sale then cut the last 5 seconds", and that is what it says."""
    for one in edit.added:
        text = str(one.get("text", ""))
        said = text and text in plain
        if said and text[:1] in ("错", "得"):
            return True  # "标题写错字了"
        if said and (_MODIFIES.search(text, 1) or _AT_AN_HOUR.search(plain)):
            return True
    return False


_MISSPELT = words(
    r"\b(?:says|reads|spelled|spelt|typo|misspelt|misspelled)\b", "错|写成|打成|应该是"
)
_CLOSE = 0.6


def _loses_the_other_words(plain: str, edit: Edit) -> bool:
    """ "It says 'Sael' in the title; change that to 'Sale'", and of "Summer Sael" only that is left."""
    if not _MISSPELT.search(plain):
        return False
    texts = [(str(was.get("text", "")), str(now.get("text", ""))) for was, now in edit.altered]
    return any(
        len(now) + 2 < len(was)
        and len(was.split()) > len(now.split())
        and bool(get_close_matches(now, was.split(), 1, _CLOSE))
        for was, now in texts
    )


_IN_ITS_PLACE = words(r"\b(?:in|takes?) its place\b|\bin place of it\b", "取而代之|在它的位置")


def _stands_beside_it(plain: str, edit: Edit) -> bool:
    """ "Show another title 'Ho' in its place", and both are there."""
    if not _IN_ITS_PLACE.search(plain):
        return False
    places = {(one.get("role"), one["s"]) for one in edit.before[1] if one in edit.after[1]}
    return any((one.get("role"), one["s"]) in places for one in edit.added)


CHECKS = (
    _loses_the_other_words, _stands_beside_it,
    _takes_away_another_look, _is_not_back,
    _turns_on, _cannot_be_apart, _is_there_twice,
    _plays_two_songs, _renames_the_music, _does_something_else,
    _leaves_what_is_replaced, _takes_the_order_for_words,
)  # fmt: skip
