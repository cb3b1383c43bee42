"""A part that is kept beside another that is cut, or that the rest is changed around: "leave the first 10
seconds and cut the last 5", "leave the first 20 seconds and mute the rest". Only that part is not meant.
Said of a message before its values are read."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.rules import Replacement, Rules, plainly

_N = r"(?:[0-9]+(?::[0-9]{2})+|[0-9]+(?:\.[0-9]+)?|[a-z]+(?:-[a-z]+)?)"
_S = r"(?: ?(?:s|secs?|seconds?)\b)?"
_PART = (
    rf"(?:the (?:first|last|opening|final|closing) {_N}{_S}|(?:from |seconds? )?{_N}{_S} ?(?:to"
    rf"|-) ?{_N}{_S}"
    r"|the (?:first|last|middle) (?:half|third|quarter)|<:file>|the (?:first|second|third|last) clip)"
)
_AND = r"(?:,|;| and| but|, and|, but|,? then|,? and then) (?:please )?"
_CUTS = r"(?:cut|remove|delete|drop|lose|chop|trim|bin)(?: out| off| away)?"
_OTHER = (
    rf"(?:the (?:next|following|last|first) {_N}{_S}(?: after (?:that|it))?"
    rf"|(?:from |seconds? )?{_N}{_S} ?(?:to|-) ?{_N}{_S}|<:file>|the (?:first|second|third"
    rf"|last) (?:clip|one))"
)
_DOES = r"(?:mute|silence|reverse|blur|denoise|stabili[sz]e|speed up|slow down)"
_LOOK = (
    r"(?:black and white|sepia|warm|cool|cold|vintage|silent|quieter|louder|faster|slower|vivid)"
)
_REST = (
    r"(?:the rest(?: of (?:it|the (?:video|clip)))?|everything else|all the rest"
    r"|everything after (?:that|it))"
)
_END = r"(?=[ 。.!]*(?:\Z|\n))"
_S_ZH = "(?:[0-9.]+|[一二两三四五六七八九十]+)秒钟?"
_SPAN_ZH = rf"第?[0-9.]+秒?[到至-]第?{_S_ZH}(?:之?间)?(?:的?(?:那段|部分|内容))?"
_PART_ZH = rf"(?:(?:最?前面?|开头|最后|结尾|片尾){_S_ZH}|{_SPAN_ZH})"
_CUTS_ZH = "(?:剪掉|删掉|去掉|剪去|删除|裁掉|切掉|剪了|删了)"

_CUT_OFF_ZH = Regex(f"{_CUTS_ZH}|去掉|不要|砍掉|掐")

_SIDES = (
    Regex(r"\bthe (?:first|opening) (?!clip|one|half|third|quarter)|最?前|开头", re.IGNORECASE),
    Regex(
        r"\bthe (?:last|final|closing|next|following) (?!clip|one)|最后|结尾|片尾", re.IGNORECASE
    ),
)
_BOTH_SIDES = (
    rf"(?=[^;.]*\b(?:first|opening|start|beginning|front)\b)(?=[^;.]*\b(?:last|final|closing|end)\b)"
    rf"(?:please )?(?:{_CUTS}|take|get rid of)\b"
)
_EDGES = Regex(r"[0-9]+(?::[0-9]{2})+|[0-9]+(?:\.[0-9]+)?")


def _apart(kept: str, other: str) -> bool:
    """Whether two parts as they are told have nothing in common."""
    sides = [[bool(side.search(part)) for side in _SIDES] for part in (kept, other)]
    if any(sides[0]) and any(sides[1]):
        return sides[0] != sides[1]
    one, two = ([_seconds(edge) for edge in _EDGES.findall(part)] for part in (kept, other))
    if len(one) == len(two) == 2:
        return one[1] <= two[0] or two[1] <= one[0]
    if sides[0][0] and len(one) == 1 and len(two) == 2:
        return one[0] <= two[0]
    named = not any((*sides[0], *sides[1], one, two))
    return named and kept.lower() != other.lower()


def _seconds(edge: str) -> float:
    seconds = 0.0
    for part in edge.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _left_alone(found: Match[str]) -> str:
    before, kept, order, other = found.groups()
    return f"{before}leave {kept} alone. {order}{other}" if _apart(kept, other) else found[0]


def _left_alone_zh(found: Match[str]) -> str:
    return f"{found[1]}别动。{found[2]}" if _apart(found[1], found[2]) else found[0]


_RULES: Rules[Replacement] = Rules(
    (
        (
            rf"(\A[ ,]*|[.] )(?:leave|keep) ({_PART})(?: as (?:it is|they are)| in| alone)?{_AND}"
            rf"({_CUTS} )({_OTHER})(?=[ ,.!]|\Z)",
            _left_alone,
        ),
        (
            rf"(\A[ ,]*|[.] )leave ({_PART})(?: as (?:it is|they are)"
            rf"| alone)?{_AND}({_DOES}) {_REST}{_END}",
            r"\1\3 everything except \2",
        ),
        (
            rf"(\A[ ,]*|[.] )leave ({_PART})(?: as (?:it is|they are)| alone)?{_AND}make {_REST} ({_LOOK})"
            rf"{_END}",
            r"\1make everything except \2 \3",
        ),
        (
            rf"(\A[ ,]*|[.] )leave ({_PART})(?: as (?:it is|they are)| alone)?{_AND}"
            rf"((?:mute|silence|reverse|make|turn|slow|speed|play|set|blur) )({_OTHER})(?=[ ,.!]|\Z)",
            _left_alone,
        ),
        (
            rf"(\A[ ,]*)({_BOTH_SIDES}[^;.]*?),?(?: and| but)? (?:just |only )?(?:keep|leave)"
            rf"(?: only| just)? the"
            rf" (?:middle|cent(?:re|er))(?: (?:part|bit|section|piece))?(?: as it is| in| alone)?{_END}",
            r"\1\2",
        ),
        (
            rf"(\A[ ,]*(?=[^;。]*(?:前|开头|片头))(?=[^;。]*(?:最后|结尾"
            rf"|片尾))[^;。]*{_CUTS_ZH}?[^;。]*?),(?:只|就|把)?(?:保留|留下?|留着)"
            rf"中间的?(?:部分|那段|那部分)?(?:就行|就好|吧)?{_END}",
            lambda found: found[1] if _CUT_OFF_ZH.search(found[1]) else found[0],
        ),
        (
            rf"\A[ ,]*(?:请|把)?(?:保留|留着|留下|留) ?({_PART_ZH}) ?[,;](?:再|然后|把|将|并|请)*"
            rf"({_CUTS_ZH} ?{_PART_ZH}|{_PART_ZH}都?{_CUTS_ZH})(?=[ 。,.!]|\Z)",
            _left_alone_zh,
        ),
    )
)  # fmt: skip


def kept_beside(text: str) -> str:
    """`text` in which a part that is kept beside another is only left as it is."""
    return _RULES.apply(text, plainly)
