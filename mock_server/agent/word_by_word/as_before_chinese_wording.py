"""Chinese messages that put the one before right, in plainer words."""

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.as_before_told import Told
from mock_server.agent.word_by_word.chinese_times import SECONDS, ms
from mock_server.agent.word_by_word.parts import kinds

_STOP = r"(?:就好|就行|就够|就可以|吧|了|啊|呀)*[ 。.!！]*"
_THEN_TO_THEN = Regex(
    rf"[ ,，]*(?:从|在)?(?P<a>{SECONDS})(?:就|才|再)*(?:出现|出来|显示|开始)[,，](?:还是|到|就)*"
    rf"(?P<b>{SECONDS})(?:就|才)*(?:消失|结束|收掉|没){_STOP}"
)
_UNTIL = Regex(
    rf"[ ,，]*(?:放|播|显示|模糊|静音|留)?(?:到|至)(?P<b>{SECONDS})(?:就|再)?(?:够了?|行了?|好了?"
    rf"|可以了?|停|为止|结束){_STOP}"
)
_SINCE = Regex(
    rf"[ ,，]*从(?P<a>{SECONDS})(?:就|再|才)?开始[,，](?:结束|停止|消失)(?:的)?(?:时间|时刻)?(?:还是)?"
    rf"(?:不变|照旧|一样){_STOP}"
)
_TOLD_WRONG = r"[ ,，]*(?:不对|错了|[说讲搞弄写打记选调放剪删改](?:反|错)了|反了|不是这样)[,，。 ]*"
_WANTED = Regex(rf"{_TOLD_WRONG}(?:我)?(?:应该)?(?:要的|说的)?(?:是|要|应该是)(?=[^的不])")
_KIND_MEANT = Regex(
    rf"(?:{_TOLD_WRONG})?我?(?:要|说|想要)的是(?P<is>[^,，。]{{1,6}})[,，]不是(?P<was>[^,，。]{{1,6}}){_STOP}"
)
_DEED_MEANT = Regex(
    rf"{_TOLD_WRONG}(?:要)?(?P<deed>静音|删(?:掉|除)?|剪(?:掉)?|黑白|倒放|加速|放慢|移动|改)的?(?:应该|该)?(?:是)(?P<rest>.+)"
)
_OTHER_STAYS = Regex(
    r"(?P<said>[ ,，]*(?:不对|错了|搞错了|弄错了)[,，].+?)[,，]第[一二三12]个(?:要|得)?(?:留着|别动|不动"
    r"|不变|保留|别删)[ 。.!！]*"
)
_ONLY_DEED = Regex(
    r"[ ,，]*(?:不对|不是)?[,，]?(?:(?:不是|不要|不用|别)(?:整段|全部|全程|整个(?:视频)?|全都?|都)"
    r"(?:[静黑慢快模][^,，]*)?)?[,，](?:只|就)(?P<deed>慢放?|快|静音|黑白|模糊|倒放|剪|加速)?"
    r"(?:要)?(?P<rest>(?:最?[前后]|开头|结尾|中间|第?[0-9一二三四五六七八九十]).+)"
)
_NOT_IT = Regex(r"[ ,，]*不是(?:它|这个|那个)[,，](?:而)?是(?P<rest>.+)")


_THAT_STRETCH = Regex(
    r"[ ,，]*(?:还是)?(?:把)?(?:这|那)(?:一)?段(?:时间|视频|内容)?的?(?:速度|倍速)?(?:还是|再|就)*"
    r"(?:改|换|调|变|设)(?:成|为|到)(?P<rest>[^,，。;；!！]{1,12}?(?:倍速?|倍|速|慢动作|慢放)(?:播放)?吧?[。.!！]*)"
)
_PUT_THERE = Regex(
    r"[ ,，]*(?:不|不对|不了|算了|哦不|不行)[,，。 ]*(?:还是)?(?:把)?(?:它|这段|那段)"
    r"(?:给我|还是)?(?:挪|移|放|搬|换|调)(?:动)?(?:到|在)"
    r"(?P<rest>(?:最前|开头|片头|最后|结尾|片尾|末尾).*)"
)
_PACE = {"factor", "faster", "slower"}
_MOVES = {"factor", "faster", "slower", "scaled", "cut", "remove", "freeze", "insert", "all but"}
_ENOUGH = Regex("够|行|好|可以")


def put_more_plainly(message: str, told: Told) -> str:
    """A message that puts the one before right, in plain words; the same where it is no such turn."""
    spans = [one.value for one in told.parts if one.kind == "range"]
    span = spans[0] if len(spans) == 1 and isinstance(spans[0], Range) else None
    if (found := _THEN_TO_THEN.fullmatch(message)) and span and ms(found["a"]) < ms(found["b"]):
        return f"不对，{ms(found['a']) / 1_000:g}到{ms(found['b']) / 1_000:g}秒"
    timed = span is not None and span.end is not None and span.start >= 0
    timed &= not kinds(told.parts) & _MOVES
    if timed and span and (found := _UNTIL.fullmatch(message)) and span.start < ms(found["b"]):
        if _ENOUGH.search(message) and span.end and ms(found["b"]) >= span.end:
            return message
        return f"不对，{span.start / 1_000:g}到{ms(found['b']) / 1_000:g}秒"
    if (
        timed
        and span
        and span.end
        and (found := _SINCE.fullmatch(message))
        and ms(found["a"]) < span.end
    ):
        return f"不对，{ms(found['a']) / 1_000:g}到{span.end / 1_000:g}秒"
    if (found := _KIND_MEANT.fullmatch(message)) and found["was"] in told.words:
        return f"不对，{found['is']}"
    if (found := _DEED_MEANT.fullmatch(message)) and found["deed"][0] in told.words:
        return f"不对，{found['rest']}"
    files = [one for one in told.parts if one.kind == "file"]
    if len(files) == 1 and not span and (found := _PUT_THERE.fullmatch(message)):
        return f"不对，放到{found['rest']}"
    found = _THAT_STRETCH.fullmatch(message)
    if (
        found
        and span
        and kinds(told.parts) & _PACE
        and not kinds(told.parts[:-1]) & {"comma", "and"}
    ):
        return f"改成{found['rest']}"
    if found := _OTHER_STAYS.fullmatch(message):
        return found["said"]
    if found := _NOT_IT.fullmatch(message):
        return f"不对，{found['rest']}"
    if (found := _ONLY_DEED.fullmatch(message)) and (found["deed"] or "")[:1] in told.words:
        return f"不对，只要{found['rest']}"
    return _WANTED.sub("不对，", message, 1) if _WANTED.match(message) else message
