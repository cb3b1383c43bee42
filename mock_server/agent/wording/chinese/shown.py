"""Chinese ways to speak of what is on the timeline: "如果有音乐就…", "标题里的“夏日”换成“秋日”", "前者"."""

import re
from collections.abc import Sequence

from mock_server.agent.lexicon.tokens import knows
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, index, pattern
from mock_server.agent.wording.shown import Shown

_ROLES = {
    "标题": "title", "字幕": "caption", "人名条": "lower-third", "音乐": "music", "背景音乐": "music",
    "logo": "overlay", "水印": "overlay", "旁白": "voiceover", "配音": "voiceover",
}  # fmt: skip
_TEXTS = ("title", "lower-third", "caption")
_NAMES = "|".join(_ROLES)


def take_chinese_names(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """`text` as it is meant of these layers."""
    if not HAN.search(text):
        return text
    text = _FONT.sub(lambda match: f"{match[1]}字体改成 {values.mark('text', match[2])} ", text)
    text = _NAME_STRAP.sub(lambda match: _name_strap(match, values), text)
    if not shown:
        return _ABSENT.sub(lambda match: _if_absent(match, shown), text)
    text = _PRESENT.sub(lambda match: _if_present(match, shown), text)
    text = _ABSENT.sub(lambda match: _if_absent(match, shown), text)
    text = _REWORDS.sub(lambda match: _reworded(match, values, shown), text)
    return _WHICH.sub(lambda match: _which(match, shown), text)


_FONT = Regex(
    r"((?:\A|[,;。 ]|标题|字幕|文字|人名条|的)[ ]?)(?:字体)?(?:改成|换成|改为|用|改用|设为)(?:了)?"
    r"(黑体|宋体|楷体|仿宋|微软雅黑|思源黑体|思源宋体|圆体|隶书|苹方)(?:字)?(?=[,;。 吧]|\Z)"
)
# "人名条：李雷，语文老师，3秒到7秒", without quotes.
_NAME_STRAP = Regex(
    r"(人名条|姓名条) ?: ?([\u4e00-\u9fff·]{2,4})[,、 ](?:(?:(?:下[面边方]|底下)(?:的|用)?)?(?:小字"
    r"|副标题|第二行)?"
    r"(?:写着?|[:是为]) ?)?([\u4e00-\u9fff]{2,10})(?=[,、 ]|\Z)"
)


def _name_strap(match: re.Match[str], values: Values) -> str:
    if knows(match[2]) or knows(match[3]):
        return match[0]
    return f"{match[1]} {values.mark('text', match[2])} {values.mark('text', match[3])} "


_IF = r"(?:\A|(?<=[;\n。]))[ ,]*(?:如果|要是|假如|若是?)"
_PRESENT = Regex(
    rf"(?:{_IF}|\A(?=[^,]{{2,6}}的话))(?:现在|已经|还)?有({_NAMES})(?:的话)?,?(?:就|请|那就|那|给我|帮我"
    rf"|麻烦)*(?:把(?:它))?([^,;。\n]+)(?=\Z|[;。\n])"
)
_ABSENT = Regex(
    rf"(?:{_IF}|\A(?=没有?[^,]{{2,4}}(?:的话)?就))(?:现在|还)*没有?({_NAMES})(?:的话)?,?(?:就|请|那就|那"
    rf"|给我|帮我|麻烦)*(在[^,，。;不别把]{{2,10}}?)?(加|配|放|自动|生成|上)(上|一个|个|一段|段|一首|首)?"
)
_BARE = Regex(
    "(?:删掉|删了|去掉|删除|静音|调小|调大|小一点|大一点|小点|大点)(?:它)?(?:吧|一点|了)?"
)


def _if_present(match: re.Match[str], shown: Sequence[Shown]) -> str:
    noun, rest = match[1], match[2]
    if sum(one.role == _ROLES[noun] for one in shown) != 1 or re.search("不|别|没", rest):
        return match[0]
    if "它" in rest:
        return rest.replace("它", noun)
    if re.search(rf"{_NAMES}|视频|画面|声音|原声", rest):
        return f"{'把' if '把' in match[0] else ''}{rest}"
    return f"把{noun}{rest}" if _BARE.fullmatch(rest) else f"{noun}{rest}"


def _if_absent(match: re.Match[str], shown: Sequence[Shown]) -> str:
    noun = match[1]
    if any(one.role == _ROLES[noun] for one in shown):
        return match[0]
    named = noun in ("标题", "字幕", "旁白", "人名条") and not match.string.startswith(
        noun, match.end()
    )
    return f"{match[2] or ''}{match[3]}{match[4] or ''}{noun if named else ''}"


# A part of a text that is there: "“夏日”换成“秋日”" in "夏日促销".
_REWORDS = pattern(
    rf"(?:({_NAMES}|文字)(?:里|中|上)?面?的?)? ?<text> ?(?:这?[两三四]个字|字|这个词)?"
    r"(?:[写打拼]错(?:字)?了?,)?(?:改成|换成|改为|替换成|替换为|应该是|应为|写成|改) ?<text>"
)


def _reworded(match: re.Match[str], values: Values, shown: Sequence[Shown]) -> str:
    old, new = (str(values.items[index(match[i])]) for i in (2, 3))
    roles = (_ROLES[match[1]],) if match[1] in _ROLES else _TEXTS
    texts = [one.text for one in shown if one.role in roles]
    found = [one for one in texts if old in one]
    if old in texts or len(found) != 1 or found[0].count(old) != 1:
        return match[0]
    before, behind = found[0].split(old)
    told = new.startswith(before) and new.endswith(behind)  # "“装”字打错了,应该是“精工交房”"
    whole = new if told else found[0].replace(old, new)
    return f" {values.mark('text', found[0])} 改成 {values.mark('text', whole)} "


_LOOK = (
    "(?:改成|变成|换成|用|改用|变|改|换)?(?:[红黄蓝绿白黑橙粉紫金灰]色?)(?:的|吧)?(?=,|[ .!]|\\Z)"
    "|(?:改成|换成|改为) ?\ue010|(?:挪|移)到第?[0-9一二三四五六七八九十]+秒"
    "|(?:放|挪|移|摆)(?:到|在)?(?:画面|屏幕)?(?:的)?(?:左上|右上|左下|右下|上面|下面|中间|顶部|底部"
    "|左边|右边)|加粗|字号|写错|打错|提前|推迟|延长|缩短|[早晚](?=[0-9一二两三四五半])|往[前后]|放大|缩小"
    "|(?:还是|就)?(?:不要了|删掉|删了|去掉)(?:吧)?(?=[ .!。]*\\Z)"
)
_WHICH = Regex(
    rf"(?:(?<=\A)|(?<=[,、;。\n ]))(?:把)?(第[一二三四]个|前者|后者|[前后]一个"
    rf"|[前后]面(?:的)?那?一?个|最后一个)(?={_LOOK})"
)
_NUMBER = {"第一个": 0, "第二个": 1, "第三个": 2, "第四个": 3}
_OF_TWO = {"前": "第一个", "后": "第二个"}
_NOUN = {"title": "标题", "caption": "字幕", "lower-third": "人名条"}


def _which(match: re.Match[str], shown: Sequence[Shown]) -> str:
    roles = [one.role for one in shown if one.role in _TEXTS]
    which = _OF_TWO.get(match[1][0], match[1])
    fits = len(roles) == 2 if match[1][0] in _OF_TWO else len(roles) > max(1, _NUMBER.get(which, 1))
    return f"{which}{_NOUN[roles[0]]}" if fits and len(set(roles)) == 1 else match[0]
