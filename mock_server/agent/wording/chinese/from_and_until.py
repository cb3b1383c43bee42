"""Chinese orders for when something begins and ends, in two clauses or by the end of the video: "音乐从10秒
开始，到50秒", "logo显示到倒数5秒", "标题留到一半"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.named_by_time import THING, THINGS, N
from mock_server.agent.wording.chinese.plain_words import ASK, STOP
from mock_server.agent.wording.named_by_draft import There

_T = "第?{name}秒钟?(?:处|的时候|时)?"
_START = _T.format(name=f"(?P<start>{N})")
_END = _T.format(name=f"(?P<end>{N})")
_COMES = "(?:开始|起|出现|出来|响起|进来?)"
_GOES = "(?:为止|就?结束|就?停止?|就?消失|就?收|就?没了?)"
_LASTS = "(?:一直|就|再|放|播放?|显示|留|保留|持续|响|出现)*"
_FROM = rf"(?:从|改从|改成从|在)?{_START}{_COMES}(?:播放?|放|显示)?"
_BACK = rf"倒数第?(?P<back>{N})秒钟?|(?:视频)?(?:结[尾束]|片尾)(?:之?前|以前)的?(?P<ahead>{N})秒"
_SHARE = "(?:视频|片子)?的?(?:一半|正?中间|(?P<of>[三四五])分之(?P<n>[一二三四]))(?:的时候|时|处)?"


def _from_until(told: re.Match[str], _: There) -> str:
    start, end = (float(number(told[key])) for key in ("start", "end"))
    return f"{told['thing']}从{start:g}秒到{end:g}秒" if start < end else ""


def _until_then(told: re.Match[str], there: There) -> str:
    """ "音乐到倒数5秒为止": that is a time of the video."""
    back = told.groupdict().get("back") or told.groupdict().get("ahead")
    share = 1 / 2
    if told.groupdict().get("of"):
        share = float(number(told["n"]) / number(told["of"]))
    at = there.seconds - float(number(back)) if back else round(there.seconds * share, 2)
    start = there.spans[[*there.roles].index(THINGS[told["thing"].lower()])][0]
    if not start < at < there.seconds:
        return ""
    return f"{told['thing']}{'放' if THINGS[told['thing']] == 'music' else '显示'}到{at:g}秒"


_TURNS = tuple(
    (Regex(rf"[ ]*{ASK}{THING}{source}{STOP}", re.IGNORECASE), turn)
    for source, turn in (
        (rf"{_FROM}[,，]?(?={_LASTS}到|.*{_GOES}){_LASTS}[到在]?{_END}{_GOES}?", _from_until),
        (rf"{_LASTS}到{_END}{_GOES}?[,，]{_FROM}", _from_until),
        (rf"{_LASTS}到(?:{_BACK}){_GOES}?", _until_then),
        (
            rf"(?!放到){_LASTS}(?<!放)(?<!音乐)(?<!标题)(?<!字幕)(?<!logo)到{_SHARE}{_GOES}?",
            _until_then,
        ),
        (rf"{_LASTS}到{_SHARE}{_GOES}", _until_then),
    )
)


def from_and_until(message: str, there: There) -> str:
    """A message with its times as the video has them; itself where it is none of these."""
    for source, turn in _TURNS:
        told = source.fullmatch(message)
        if told and [*there.roles].count(THINGS[told["thing"].lower()]) == 1:
            return turn(told, there) or message
    return message
