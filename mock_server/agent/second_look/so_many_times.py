"""What becomes so many times as long or loud as it was: "时长变成两倍", "音乐音量变成一半"."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import LAYERS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import CHINESE, number

_N = rf"(?:[0-9]+(?:\.[0-9]+)?|{CHINESE})"
_TIMES = rf"(?:{_N}倍|翻倍|加倍|翻一?番|一半|减半)"
_BY = (
    "(?:[变改调拉延伸加增升提降减缩压扩翻][长大短小高低]?|长|短|为|成|到|至|原来|现在|的|了|再|是)*"
)
_LONG = Regex(
    rf"(?:时长|长度|片长){_BY}(?P<long>{_TIMES})|(?P<times>{_N}倍)(?:的)?(?:长度|时长|长(?![到在达]))"
    rf"|(?:拉长|延长|加长|变长)(?:到|成|为|至)?(?:原来的?|现在的?)?(?P<more>{_N}倍)"
)
_LOUD = Regex(
    rf"(?:音量|声音|音乐|原声|配乐)(?:变成|变为|变到|变|成)(?:原来的?|现在的?)?"
    rf"(?P<loud>{_N}倍|一半)(?:响|大声?)?(?=[ ,，。.!！吧]|\Z)"
)
_SPEED = Regex("速度|倍速|播放速|慢放|快放|加速|放慢")
_NEAR = 0.01


def _is_otherwise_long(plain: str, edit: Edit) -> bool:
    """ "时长变成两倍", and it is half as long as it was."""
    told = _LONG.search(plain)
    was, now = edit.ends
    if told and not edit.values:
        return True
    if not told or was == now or _SPEED.search(plain):
        return False
    if any(said.search(plain) for said in LAYERS.values()):
        return False
    return (now < was) is (told["long"] not in ("一半", "减半"))


def _is_otherwise_loud(plain: str, edit: Edit) -> bool:
    """ "音量变成两倍", and it is four times as loud."""
    if not (told := _LOUD.search(plain)):
        return False
    if not edit.values:
        return True
    said = told["loud"]
    times = 0.5 if said == "一半" else float(number(said[:-1]))
    pairs = [
        (was, now) for was, now in [*edit.altered, *edit.clips] if was.get("vol") != now.get("vol")
    ]
    return any(abs(now.get("vol", 1) - times * was.get("vol", 1)) > _NEAR for was, now in pairs)


CHECKS = (_is_otherwise_long, _is_otherwise_loud)
