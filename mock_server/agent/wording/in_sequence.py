"""What is told only by how long it is there, behind something else: "show 'A' from 10 to 13, then show the
logo for 3 seconds", which begins at 13. Said of a message before its values are read."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import CHINESE, DIGITS, SPELLED, clock_ms
from mock_server.agent.values.placeholders import pattern

_T = rf"([0-9]+:[0-9]{{2}}|{DIGITS}|{SPELLED})"
_S = r" ?(?:s|secs?|seconds?)\b"
_T_ZH = rf"([0-9]+:[0-9]{{2}}|{DIGITS}|{CHINESE})"
_THEN = Regex(
    r"(?:,? and then|, then|\. then|,? followed by(?= (?:the|an?) )|[,，。]? ?(?:然后|接着|随后)再?),? ?",
    re.IGNORECASE,
)
_IN_PLACE = (
    Regex(rf"\b(?:from|between) (?:second )?{_T}(?:{_S})? ?(?:to|-|until|and) ?{_T}\b", re.I),
    Regex(rf"(?<![0-9.]){_T_ZH}秒?钟?[到至-]第?{_T_ZH}秒"),
)
_SO_LONG = Regex(rf"(?:,? for {_T}{_S}|[,，]?{_T_ZH}秒钟?(?=\Z|[,，。.!]))", re.IGNORECASE)
_AT = Regex(
    rf"\bat (?:second )?{_T}(?:{_S})?|\b{_T}{_S} in\b|{_T_ZH}秒(?:处|时|的时候)?(?=[显加放出来弹])",
    re.IGNORECASE,
)
_UNTIL = Regex(rf"\b(?:until|till|up to) {_T}(?:{_S})?", re.IGNORECASE)
_SHOWS = pattern(
    r"(?:(?:then |also |please )*(?:show|add|display|put up|put|write|play)\b(?: up)?(?: in)?"
    r"(?: (?:the|an?|another|my))*(?: (?:title|caption|subtitle|text|lower third|logo))?(?: (?:saying"
    r"|with))?"
    r"(?: ?<:text|file>)*"
    r"|(?:再)?(?:显示|加上?|放上?|出现|弹出)(?:一个|一条)?(?:标题|字幕|人名条|logo|水印)?(?: ?<:text"
    r"|file>)*)"
    r"[ ,]*"
)
_ANY_TIME = Regex(
    r"\b(?:at|from|between|start|beginning|end|intro|outro|first|last|after|before|until|till|throughout"
    r"|whole|entire|middle|halfway)\b|[0-9]:[0-9]|第|开头|结尾|最[前后]|[到至]|全程|整",
    re.IGNORECASE,
)


def in_sequence(text: str) -> str:
    """`text` in which what comes behind something else that is shown has the time where that ends."""
    joints = _THEN.findall(text)
    if not joints:
        return text
    first, *others = _THEN.split(text)
    told, end = [first], _end_of(first)
    for joint, clause in zip(joints, others, strict=True):
        clause, end = _behind(clause, end)
        told += [joint, clause]
    return "".join(told)


def _behind(clause: str, end: int | None) -> tuple[str, int | None]:
    """A clause with its place behind what ends there, in ms, and where it ends itself."""
    until = _UNTIL.search(clause)
    so_long = _SO_LONG.search(clause)
    if end is not None and so_long and _SHOWS.fullmatch(_without(clause, so_long)):
        stop = end + _ms(so_long)
        span = f"{_seconds(end)}到{_seconds(stop)}秒"
        if clause.isascii() or " for " in so_long[0]:
            span = f" from {_seconds(end)} to {_seconds(stop)} seconds"
            return f"{clause[: so_long.start()]}{span}{clause[so_long.end() :]}", stop
        return f"{span}{clause[: so_long.start()]}{clause[so_long.end() :]}", stop
    if end is not None and until and not _ANY_TIME.search(_without(clause, until)):
        stop = _ms(until)
        if stop > end:
            span = f"from {_seconds(end)} to {_seconds(stop)} seconds"
            return f"{clause[: until.start()]}{span}{clause[until.end() :]}", stop
    return clause, _end_of(clause)


def _without(clause: str, found: re.Match[str]) -> str:
    return f"{clause[: found.start()]}{clause[found.end() :]}".strip(" .。!")


def _end_of(clause: str) -> int | None:
    """Where what a clause shows ends, in ms, if it tells that."""
    spans = [span for one in _IN_PLACE for span in one.finditer(clause)]
    at, so_long, until = _AT.search(clause), _SO_LONG.search(clause), _UNTIL.search(clause)
    if _HIDES.search(clause):
        return None
    if len(spans) == 1:
        return clock_ms(spans[0][2])
    if at and so_long and not spans:
        return _ms(at) + _ms(so_long)
    if so_long and not spans and _SHOWS.fullmatch(_without(clause, so_long)):
        return _ms(so_long)
    return _ms(until) if until and not spans and not at else None


_HIDES = Regex(
    r"\b(?:cut|remove|delete|trim|insert|append|freeze|drop|keep|move)\b|剪|删|插|接|定格|去掉|保留|移",
    re.IGNORECASE,
)


def _ms(found: re.Match[str]) -> int:
    return clock_ms(next(one for one in found.groups() if one))


def _seconds(ms: int) -> str:
    return f"{ms / 1_000:g}"
