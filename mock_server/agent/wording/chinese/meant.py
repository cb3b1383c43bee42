"""Chinese words for what is on the timeline and how it looks: "名字改成“王芬”", "字号减10", "标题乙"."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from mock_server.agent.values.placeholders import HAN, Values, index
from mock_server.agent.values.ranges import Range
from mock_server.agent.values.rules import Rules
from mock_server.agent.wording.shown import TEXTS, Shown

_NOUNS = {"title": "标题", "caption": "字幕", "lower-third": "人名条"}
_ROLES = {noun: role for role, noun in _NOUNS.items()}
_STOP = r"(?=[,;。 .!]|\Z)"
_TENS = {"十": 10, "二十": 20, "三十": 30, "五": 5}
_SET = "(?:[写打拼]错了?,)?(?:应该)?(?:改成|改为|换成|换为|改|是|为|写成|叫)+"
Turn = Callable[[Values, Sequence[Shown], re.Match[str]], str]


def _only(shown: Sequence[Shown], *roles: str) -> Shown | None:
    found = [one for one in shown if one.role in roles]
    return found[0] if len(found) == 1 else None


def _name(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """The name of the one person who is named."""
    one = _only(shown, "lower-third")
    if one is None or values.items[index(match[1])] == one.text:
        return match[0]
    new = values.mark("text", values.items[index(match[1])])
    return f" {values.mark('text', one.text)} 改成 {new} "


def _put_right(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "打错了，是“三室一厅”，改一下" is said of the only text."""
    one = _only(shown, *TEXTS)
    new = values.items[index(match[1])]
    if one is None or one.text == new:
        return match[0]
    return f"{_NOUNS[one.role]} {values.mark('text', one.text)} 改成 {values.mark('text', new)} "


def _office(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    one = _only(shown, "lower-third")
    return match[0] if one is None else f"人名条职位改成{match[1]}"


def _stepped(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "字号减10": the size that the one text was given, and so much less."""
    one = _only(shown, *((_ROLES[match[1]],) if match[1] in _ROLES else TEXTS))
    size = one.looks.get("size") if one else None
    if one is None or not isinstance(size, int | float):
        return match[0]
    by = _TENS.get(match[3]) or int(match[3])
    new = size - by if match[2][0] in "减调缩小" and "大" not in match[2] else size + by
    return match[0] if new <= 0 else f"{_NOUNS[one.role]}字号改成{new:g}"


def _letters(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "字大一点": of the one kind of text that there is."""
    roles = {one.role for one in shown if one.role in TEXTS}
    return f"{_NOUNS[roles.pop()]}" if len(roles) == 1 else match[0]


_LAYERS = {**_ROLES, "音乐": "music", "配乐": "music", "背景音乐": "music", "logo": "overlay",
           "水印": "overlay", "旁白": "voiceover"}  # fmt: skip
_LAYER = "(" + "|".join(_LAYERS) + ")"


def _until_the_end(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "标题一直显示到最后": from when it begins."""
    one = _only(shown, _LAYERS[match[1].lower()])
    moved = (
        match[0].startswith(f"{match[1]}放到") and one and one.role not in ("music", "voiceover")
    )
    if one is None or moved:  # "标题放到最后" is moved there
        return match[0]
    return f"{match[1]}改到{values.mark('range', Range(one.start, None), match[0])}"


def _by_start(values: Values, shown: Sequence[Shown], match: re.Match[str]) -> str:
    """ "50秒那个标题": the one that begins then."""
    role, start = _ROLES[match[2]], round(float(match[1]) * 1000)
    found = [one for one in shown if one.role == role]
    then = [one for one in found if one.start == start]
    texts = [one.text for one in found]
    if len(found) < 2 or len(then) != 1 or texts.count(then[0].text) != 1:
        return match[0]
    return f"{match[2]} {values.mark('text', then[0].text)} "


_RULES = Rules[Turn](
    (
        (
            rf"\A(?:让|把)?{_LAYER}(?:一直|全程|要|就|持续)*(?:挂|显示|放|留|撑|持续|播放|播|待|停留|保留|延长|响)(?:着)?到(?:视频|片子)?的?(?:最后|结束|片尾|结尾|末尾)(?:为止)?(?:吧|就行)?{_STOP}",
            _until_the_end,
        ),
        (
            r"(?<![加来放个条段打长0-9.])第?([0-9]{1,4}(?:\.[0-9])?)秒(?:处|开始|出现)?(?:的?那[个条]|的)(标题|字幕|人名条)",
            _by_start,
        ),
        (rf"(?:\A|(?<=,))(?:把)?(?:人名条的?)?(?:名字|姓名|人名){_SET} ?<text>", _name),
        (
            r"\A(?:不好意思|抱歉|哎呀|啊|哦|,)*(?:文字|字)?[写打拼]错(?:别?字)?了?,"
            r"(?:应该|正确的?)?(?:是|写|为|改成|叫)+ ?<text>"
            r"(?: ?,?(?:帮我|请|麻烦)?(?:改一下|改一改|更正一下|改过来))?(?:吧|谢谢)?(?=[ .!。]*\Z)",
            _put_right,
        ),
        (rf"(?:\A|(?<=,))(?:把)?(?:人名条的?)?(?:职务|职位|头衔|职称){_SET} ?(<:text>)", _office),
        (
            r"(?:\A|(?<=,))(?:把)?(标题|字幕|人名条|文字|字)?的?字号(?:再)?(减小?|减少|调小|缩小|小|加大?|增加|调大|大)"
            rf"([0-9]{{1,3}}|二十|三十|十|五)(?:号|磅|像素|px)?(?:吧|就行)?{_STOP}",
            _stepped,
        ),
        (
            r"\A(?:把)?(?:文字|字体|字)(?=(?:再|要|稍微|也|有点|太)*(?:大|小|放大|缩小|加大|改成[红黄蓝绿白黑橙粉紫金灰]|换成[红黄蓝绿白黑橙粉紫金灰]|用[红黄蓝绿白黑橙粉紫金灰]|加粗|变|加个?[黑白红黄蓝]色?描边))",
            _letters,
        ),
    )
)  # fmt: skip
_BEHIND = "(?=的|改|换|挪|移|放|删|去掉|不要|也|和|跟|与|一样|变|用|留|,|[ .!。]|\\Z)"


def meant_of_layers(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A message in which texts are marked, as it is meant of these layers."""
    if not shown or not HAN.search(text):
        return text
    for one in sorted(shown, key=lambda each: -len(each.text)):
        noun = _NOUNS.get(one.role, "")
        named = f"{noun}{one.text}"
        if noun and one.text and named in text:
            mark = f"{noun} {values.mark('text', one.text)} "
            text = mark.join(re.split(re.escape(named) + _BEHIND, text))
    return _RULES.apply(text, lambda turn: partial(turn, values, shown))
