"""What a message puts right of a layer, said as an order of its own: "too short, 5 seconds"; "left, not
right" of what is at the bottom right."""

import re
from collections.abc import Sequence

from mock_server.agent.reading.as_the_one_before import as_the_one_before
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.wording.shown import ROLES, Shown

# "应该转180度", "还是延长3秒吧": in place of what was done, though no word says that it was wrong.
RATHER_SO = (
    r"应该(?=(?:在|把)?(?:加速|放慢|慢放|快放|转|静音|延长|缩短|提前|推迟|[早晚](?=[0-9一二三四五六七八九十半])"
    r"|[0-9.一二三四五六七八九十]+秒?[到至-]|[^,，]{2,8}加(?!速)|加[钢爵摇轻古][^,，]{0,3}[曲乐]))"
    r"|还是(?=再?(?:延长|缩短|提前|推迟|[早晚]|放大|缩小|加速|放慢)[^,，?？]{1,10}吧)"
)

_TIME = r"(?:\d+(?:\.\d+)?|[a-z]+) ?(?:s|secs?|seconds?)|\d+:\d\d"
_TOO = Regex(
    r"\W*(?:(?:oh|ok|okay|hm+|no|well|sorry|but|now)[ ,]+){0,4}"
    rf"(?:(?:that|it|this)(?:'s| is| was)? |(?:{_TIME}) (?:is|was) |(?:the )?[a-z-]+ (?:is|comes|starts) )?"
    r"(?:(?:still|way|far|much|a bit|a little|just) )*"
    r"too (?P<how>short|brief|long|early|soon|late)[ ,.;:!-]+"
    r"(?:(?:so|please|rather|better|let's|make (?:it|that)|change (?:it|that) to|set it to|move it to"
    r"|put it at|try|it should (?:be|last|start at)|should be|at|to) )*"
    rf"(?P<time>{_TIME})(?: long)?"
    r"(?: (?:please|instead|then)| is (?:enough|better|fine|plenty)| would be (?:better|enough))*[ .!]*",
    re.IGNORECASE,
)
_TIME_ZH = "[0-9一二两三四五六七八九十半.]+秒钟?|[0-9]+:[0-9]{2}"
_TOO_ZH = Regex(
    rf"[ ,，]*(?:(?:还是|还|好像|感觉|现在|似乎|又|可能|它|这个?|显示|出现|时间|得|{_TIME_ZH})*)"
    r"(?:太|有点|有些|过于|偏)(?P<how>短|长|久|早|晚|迟)了?(?:一?点|一些)?[,，。 ]+"
    r"(?:还是|那就|就|请|给我|帮我)*(?:[改调换设移放推][到成为在]?(?:第)?|(?:提前|推迟|延后|延长|加长"
    r"|拉长|缩短)到|应该是|从|在|用)?"
    rf"(?P<more>再(?:加)?[长短晚早]|再?(?:延长|缩短|推迟|延后|提前))?(?P<time>{_TIME_ZH})"
    r"(?:就行|就好|就够了?|够了|差不多|开始|出现|显示|吧|好了|试试|看看)*[。.!！ ]*"
)
_LAYERS = ("title", "caption", "lower-third", "overlay", "music", "voiceover", "sound")
_FADES = Regex(r"\bfad(?:e|es|ing)\b|[淡渐][入出显隐]", re.IGNORECASE)


def restated(message: str, it: str, shown: Sequence[Shown], before: str) -> str:
    """A message in which this is said as an order of its own; `before` is the one before it."""
    if it == "video" and _NORMAL_ZH.fullmatch(message):
        return _as_recorded(before) or message
    message = as_the_one_before(_in_its_corner(message, it, shown), before, it)
    if it not in _LAYERS or _FADES.search(before):
        return message
    if too := _TOO.fullmatch(message):
        lasts = too["how"].lower() in ("short", "brief", "long")
        return f"Make it {too['time']} long." if lasts else f"Move it to {too['time']}."
    if too := _TOO_ZH.fullmatch(message):
        return _said_in_chinese(too["how"], too["more"] or "", too["time"])
    return message


# "还是恢复正常吧" behind one order, which says what is to be normal again.
_NORMAL_ZH = Regex(
    r"[ ,，]*(?:还是|那就|那|就|请|再|给我|帮我|把它|让它)*(?:恢复|调回|回到|变回|改回)(?:成|到"
    r"|为)?正常(?:的)?(?:吧|了|好了)*[。.!！ ]*"
)
_AS_RECORDED = (
    ("[倍]速|加速|减速|放慢|慢放|快放|快进|慢动作|快一?[点些]|慢一?[点些]", "恢复原速"),
    ("倒放|倒着放|倒过来", "改成正放"),
)
_ANOTHER = Regex("[,，;；、]|和|并|再|然后|不|别")


def _as_recorded(before: str) -> str | None:
    """What takes back how the video plays, where the message before ordered nothing else."""
    if _ANOTHER.search(before):
        return None
    found = [order for said, order in _AS_RECORDED if re.search(said, before)]
    return found[0] if len(found) == 1 else None


def _said_in_chinese(how: str, more: str, time: str) -> str:
    if how in "短长久":
        if not more:
            return f"它的时长改成{time}。"
        return f"它{'缩短' if '短' in more else '延长'}{time}。"
    if not more:
        return f"把它移到{time}。"
    return f"把它{'提前' if '早' in more or '提前' in more else '推迟'}{time}。"


_SIDES = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
_SIDES_ZH = {"左": "left", "右": "right", "上": "top", "顶": "top", "下": "bottom", "底": "bottom"}
_CORNERS_ZH = {
    "top-left": "左上角", "top-right": "右上角", "bottom-left": "左下角", "bottom-right": "右下角",
}  # fmt: skip
_SIDE = r"(?P<{}>left|right|top|bottom)(?: side)?"
_NOT_CORNER = r"(?<!top[ -])(?<!bottom[ -])"
_BARE = (
    r"(?:(?:no|nope|sorry|oops|actually|rather|wait|make (?:it|that)|i (?:mean|meant|said)|put it|move it)"
    r"[ ,.:]+)*"
)
_AT = r"(?:(?:at|on|in|to) )?(?:the )?"
_THIS_NOT_THAT = Regex(
    rf"(?P<lead>{_AT}){_NOT_CORNER}\b{_SIDE.format('wanted')},? (?:and |but )?"
    rf"(?:not|instead of|rather than) {_AT}{_SIDE.format('denied')}(?= please| though|[ .!]*\Z)",
    re.IGNORECASE,
)
_NOT_THAT_BUT = Regex(
    rf"\A\W*(?:no, )?not {_AT}{_SIDE.format('denied')}[,.;]+ (?:but )?"
    rf"{_AT}{_SIDE.format('wanted')}[ .!]*\Z",
    re.IGNORECASE,
)
_ONLY_THIS = Regex(
    rf"\A\W*(?:(?:no|nope|sorry|oops|wait)[ ,.:]+|i (?:mean|meant) |make that ){{1,4}}"
    rf"{_AT}{_SIDE.format('wanted')}[ .!]*\Z",
    re.IGNORECASE,
)
_SIDE_ZH = "(?P<{}>[左右上下顶底])(?:边|面|方|侧|部|端)"
_PUT_ZH = "(?:应该)?(?:要)?(?:放|移|挪|在|到){0,3}"
_THIS_NOT_THAT_ZH = Regex(
    rf"(?P<lead>{_PUT_ZH}){_SIDE_ZH.format('wanted')}[,，]?(?:而|并)?不(?:是|要"
    rf"|在){_PUT_ZH}{_SIDE_ZH.format('denied')}"
    r"(?=[ 。.!！]*\Z)"
)
_NOT_THAT_BUT_ZH = Regex(
    rf"(?:不是?|不要|别){_PUT_ZH}{_SIDE_ZH.format('denied')}[,，](?:而|要)?是?(?P<lead>{_PUT_ZH})"
    rf"{_SIDE_ZH.format('wanted')}(?=[ 。.!！]*\Z)"
)
_ONLY_THIS_ZH = Regex(
    r"\A[ ,，]*(?:(?:哦|啊|呃)?(?:不对|不是|不|错了|说错了|我是说|我说的是|应该是|应该在)[,，。 ]*){1,4}"
    rf"{_PUT_ZH}{_SIDE_ZH.format('wanted')}[ 。.!！]*\Z"
)
# What is done to a part of the picture, or to something new.
_OF_SOMETHING_ELSE = Regex(
    r"\b(?:add|insert|blur|crop|cut|zoom|trim|mask|pixel\w*|mirror|split|overlay|show|write|new|half"
    r"|screen)\b|加|插|模糊|裁|剪|放大|缩|打码|马赛克|镜像|分屏|显示|新",
    re.IGNORECASE,
)


def _in_its_corner(message: str, it: str, shown: Sequence[Shown]) -> str:
    """ "Left, not right" with the corner that is meant, of the one thing that is in a corner over there."""
    places = {str(one.looks.get("pos", "")) for one in shown}
    if not any("-" in place for place in places) or _OF_SOMETHING_ELSE.search(message):
        return message
    chinese = bool(HAN.search(message))
    forms = (
        (_THIS_NOT_THAT_ZH, _NOT_THAT_BUT_ZH, _ONLY_THIS_ZH)
        if chinese
        else (_THIS_NOT_THAT, _NOT_THAT_BUT, _ONLY_THIS)
    )
    told = next((found for form in forms if (found := form.search(message))), None)
    if told is None:
        return message
    wanted, denied = (told.groupdict().get(name) or "" for name in ("wanted", "denied"))
    wanted, denied = (_SIDES_ZH.get(one, one.lower()) for one in (wanted, denied))
    if denied not in ("", _SIDES[wanted]):
        return message
    roles = _roles(message[: told.start()], it)
    own = {str(one.looks.get("pos", "")) for one in shown if one.role in roles}
    corners = [place for place in own if _SIDES[wanted] in place.split("-")]
    if len(corners) != 1 or "-" not in corners[0]:
        return message
    corner = corners[0].replace(_SIDES[wanted], wanted)
    lead, rest = message[: told.start()], message[told.end() :]
    if chinese:
        return f"{lead or '把它'}{'移到' if not lead else '放在'}{_CORNERS_ZH[corner]}{rest}"
    place = corner.replace("-", " ")
    if not re.search("[a-z]", re.sub(rf"\A\W*{_BARE}", "", lead, flags=re.IGNORECASE), re.I):
        return f"Move it to the {place}."
    at = told.groupdict().get("lead") or ""
    at = "to the " if at.lower().startswith("to") else "at the " if at else ""
    return f"{lead}{at}{place}{rest}"


def _roles(said: str, it: str) -> set[str]:
    """The roles of what is named, or of what is meant where nothing is."""
    words = said.lower()
    named = {role for noun, roles in ROLES.items() if noun and noun in words for role in roles}
    return named or {it}
