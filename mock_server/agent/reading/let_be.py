"""What is answered by "I leave that as it is", although a part of it asks for something: "A不变，B变红",
"不是红色，是蓝色"."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.reading.denied import tells_how_it_is
from mock_server.agent.reading.denied_and_told import denies_and_tells
from mock_server.agent.reading.message import read
from mock_server.agent.reading.understood import Reading
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.wording.shown import Shown

_STOPS = Regex(r"[,，。;；!！\n]|(?<![0-9])\.(?=\s|\Z)")
_RATHER = Regex(r"(?:而|应该?|其实)?(?:就|只)?(?:是|要)(?!不是|的$|我|因为|为了|谁|什么)")
# "第一段不动，…": what else is said is no reason.
_STAYS = Regex("(?:不变|不动|别动|不要动|不用动)\\Z|不(?:模糊|放大)了\\Z")
_REASON = Regex("我|你|他|因为|等|还|想|看|说|喜欢|用|好|行|辛苦|谢|先|以后|时候")
# "But not the second clip" behind "make everything black and white" is no leave to let it be.
_NOT_THAT = Regex(
    r"\W*(?:(?:but|no|and|just|oh|well|please)[, ]+)*not (?:(?:for |on )?the [a-z0-9 ]{3,30}|(?:fade )?in"
    r"|(?:fade )?out|bold|italic)(?: please| though)?[ .!]*",
    re.IGNORECASE,
)
# "Make the title red without making it bigger", "don't change the title, but the caption should be red".
_BESIDE = Regex(r"\b(?:without|but|and (?:please )?(?=do not|don't))\b", re.IGNORECASE)
# "前10秒不加速，后面加速两倍", "logo不好看，去掉": what is asked for behind what is not,
_DOES_ZH = Regex(
    "[剪删裁]|去掉|静音|加速|放慢|慢放|快放|倒放|旋转|模糊|放大|缩小|降噪|改[成为到]"
    "|[调降升移挪停换放铺]到?[在至成]?"
    "|加(?!油)|变[成红黑白]|不要了|[0-9一二两三四五六七八九十半]+(?:秒|%|倍).*(?:就行|就好|就够"
    "|即可)|(?:短|长|大|小)一?[点些]"
)
_UNDONE_ZH = Regex(
    "[不别没无勿未]|我|你|(?<!其)他|她|谁|等|再说|以后|回头|明天|晚点|才|时候|万一|怕|因为|客户|老板|问"
    "|好奇|觉得|看看|试试|只是|谢|[吗呢？?]"
)
# and what is said of one thing alone: "只有前10秒不静音", "我不想要音乐".
_ALONE = Regex(
    "[ ,，]*只有[^,，。]{1,12}不[^,，。]{1,6}[ 。.!！]*"
    "|[ ,，]*(?:我|这段视频|视频|这里)?(?:不想要|不需要|用不着|不想听|不想看)(?:到|见)?"
    "(?:音乐|配乐|标题|字幕|声音|原声|旁白|logo|水印|转场|淡[入出]"
    "|[前后开结最第0-9][^,，。]{1,12})了?[ 。.!！]*"
    "|.*非[^,，。]{1,4}不可.*"
    "|[^,，。不别没]{0,6}(?:静音|倒放|黑白|加速|放慢|剪掉|删掉|模糊|降噪)[但而却]?不"
    "(?![用要必需了行])[^,，。变]{1,6}"
    "[ 。.!！]*"
    r"|\W*not (?:the )?[^,.;]{2,30},? but (?:the |to |at )?[^,.;]{2,40}\W*",
    re.IGNORECASE | re.DOTALL,
)
_DOES = Regex(
    r"\W*(?:(?:please|and|then|so|now|ok|okay|just|only|instead|but|also|can you|could you)[ ,]+)*"
    r"(?:cut|trim|mute|silence|switch|turn|have|make(?! sure)|add|put|show|fade|remove|delete|drop"
    r"|lose|speed"
    r"|slow|play|move|set|blur|crop|rotate|reverse|raise|lower|shorten|lengthen|extend|replace|swap|insert"
    r"|append|one|two|three|half)\b(?! (?:no|nothing|it a|that a|this a|not)\b)",
    re.IGNORECASE,
)
_LEAD = Regex(
    r"\W*(?:without [a-z]+ing [a-z ]{2,24}?|nothing [^,;]*|i (?:don't|do not) like [^,;]*,? (?:but|and))"
    r"(?=,| cut| trim| mute| remove| make| leave)",
    re.IGNORECASE,
)
_MOST = 8  # parts: who says more tells something


def asks_beside(
    message: str,
    reading: Reading,
    names: Sequence[str],
    shown: Sequence[Shown],
    *,
    behind_an_edit: bool,
) -> bool:
    """Whether all of a message is answered by that something stays as it is, and a part behind that is an
    order, or tells what is meant; or takes a part of what was done out of it."""
    if behind_an_edit and _NOT_THAT.fullmatch(message):
        return True
    left = [one.words for one in reading.understood if one.operation == op.Answer("ignored")]
    if any(map(_ALONE.fullmatch, left)):
        return True
    if reading.misunderstood or not _leaves_all(reading):
        return False
    plain = take_quotes(whole_characters(message), Values())
    parts = [one.strip() for one in _STOPS.split(plain) if one.strip()][:_MOST]
    if not parts:
        return False
    if _swallows(plain, parts) or denies_and_tells(plain, parts):
        return True
    if _STAYS.search(parts[0]) and not all(_REASON.search(one) or _stays(one) for one in parts[1:]):
        return True
    if any(_RATHER.match(one) or _asks(one, names, shown) for one in parts[1:]):
        return True
    beside = [one.strip() for part in parts for one in _BESIDE.split(part) if _BESIDE.search(part)]
    return any(_asks(one, names, shown) for one in beside[:_MOST] if one)


def _swallows(plain: str, parts: Sequence[str]) -> bool:
    """Whether one of the parts of a message says what is to be done, and not what is not."""
    if _ALONE.fullmatch(plain) or _LEAD.match(plain):
        return True
    if not HAN.search(plain) and tells_how_it_is(plain, parts):
        return True
    if any(_DOES.match(one) for one in parts):
        return True
    return any(_DOES_ZH.search(one) and not _UNDONE_ZH.search(one) for one in parts[1:])


def _stays(part: str) -> bool:
    return bool(_STAYS.search(part))


def _asks(part: str, names: Sequence[str], shown: Sequence[Shown]) -> bool:
    found = read(part, names, first=False, shown=shown)
    return not all(isinstance(one, op.Answer) for one in found.operations)


def _leaves_all(reading: Reading) -> bool:
    """Whether nothing is asked for, and something is to stay as it is."""
    told = [one.topic if isinstance(one, op.Answer) else "" for one in reading.operations]
    return "ignored" in told and set(told) <= {"ignored", "greeting"}
