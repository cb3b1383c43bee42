"""What leads a message is the time of all that it orders: "from 40 seconds on, no logo and no music"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import WORDS, clock_ms
from mock_server.timeline.tracks import Segment, end_of

_N = rf"(?:\d+:\d\d|\d+(?:\.\d+)?|{WORDS})"
_S = r"(?:[- ]?(?:s|secs?|seconds?))?\b"
_SPAN = Regex(
    rf"\W*(?:from|between) (?:second )?(?P<a>{_N}){_S} ?(?:to|and|-|–|until) ?(?P<b>{_N}){_S}"
    rf"|\W*(?:from (?:second )?(?P<on>{_N}){_S} on(?:wards?)?|after (?P<after>{_N}){_S}"
    rf"|starting (?:at|from) (?P<start>{_N}){_S})"
    rf"|\W*(?:until|up to|before) (?:second )?(?P<upto>{_N}){_S}"
    rf"|\W*(?:in|for|during|over) the (?P<edge>first|opening|last|final|closing) (?P<n>{_N}){_S}"
    r"|\W*(?:in|for|during) the (?P<which>first|second|last) (?P<share>half|third|quarter)\b",
    re.IGNORECASE,
)
_TAIL = Regex(
    rf"\b(?:the )?(?:music|logo|title|captions?|speech|sound|voice-?over)s? and (?:the )?\w+"
    rf" (?:in|for|during|over) the (?P<edge>first|opening|last|final|closing) (?P<n>{_N}){_S}\W*\Z",
    re.IGNORECASE,
)
_TWO = words(r"\band\b|,")
_OTHERWISE = words(
    r"\b(?:whole|entire|all|throughout|everything|rest|then|after (?:that|it)|afterwards|also|instead"
    r"|not)\b"
    r"|[.;]\s*\w|\bat \d+(?:\.\d+)?(?! ?(?:%|percent|x\b|[\d.]))|\d[^,]*\bto \d.*\d[^,]*\bto \d"
)
_N_ZH = "[0-9.一二两三四五六七八九十半]+"
# A time that leads two things of one clause: "最后5秒加标题“再会”、logo", "10到15秒之间静音，并放爵士".
_LEADS_TWO = Regex(
    rf"[ ,，]*(?:在)?(?:(?P<edge>最后|前|开头|结尾){_N_ZH}秒"
    rf"|第?{_N_ZH}秒?[到至-]{_N_ZH}秒)(?:钟)?(?:之间|期间|内|里)?"
    r"(?:[^,，。;；]*(?:、|和|并且?|同时)[^,，。;；]*|[^。;；]*[,，](?:并且?|同时)[^,，。;；]*)[ 。.!！]*\Z"
)
_OTHERWISE_ZH = words("全程|整|一直|始终|到最后|秒[^。]*秒[^。]*秒|然后|再|之后")
_TWO_THINGS = 2
_SHARES = {"half": 2, "third": 3, "quarter": 4}


def _span(plain: str, end: int) -> tuple[int, int] | None:
    """The time that leads, or ends, a message, in ms."""
    found = _SPAN.match(plain) or _TAIL.search(plain)
    if found is None:
        return None
    told = {key: value for key, value in found.groupdict().items() if value}
    if "a" in told:
        return clock_ms(told["a"]), clock_ms(told["b"])
    if "upto" in told:
        return 0, clock_ms(told["upto"])
    if "edge" in told:
        ms = clock_ms(told["n"])
        return (0, ms) if told["edge"].lower() in ("first", "opening") else (end - ms, end)
    if "share" in told:
        part = end // _SHARES[told["share"].lower()]
        at = {"first": 0, "second": 1}.get(told["which"].lower())
        return (end - part, end) if at is None else (at * part, (at + 1) * part)
    return clock_ms(next(iter(told.values()))), end


def _reaches_beyond_it(plain: str, edit: Edit) -> bool:
    """ "In the last 10 seconds, mute the talk and drop the logo", and the logo is gone for good."""
    if not _TWO.search(plain) or _OTHERWISE.search(plain):
        return False
    span = _span(plain, edit.ends[0])
    if edit.ends[0] != edit.ends[1]:
        return span is not None and (any(map(edit.lasts, edit.added)) or edit.alike)
    if span is None or len(edit.layers) + (edit.before[0] != edit.after[0]) < _TWO_THINGS:
        return False
    return any(_lies_beyond(was, now, span) for was, now in edit.layers) or edit.alike


def _takes_one_alone(plain: str, edit: Edit) -> bool:
    """ "最后5秒加标题“再会”、logo右下角", and the logo is there all along."""
    if not _LEADS_TWO.match(plain) or _OTHERWISE_ZH.search(plain):
        return False
    return (
        any(map(edit.lasts, edit.added))
        and len(edit.layers) + (edit.before[0] != edit.after[0]) >= _TWO_THINGS
    )


def _lies_beyond(was: Segment, now: Segment, span: tuple[int, int]) -> bool:
    if was and not now:
        return was["s"] < span[0] or end_of(was) > span[1]
    if not was and str(now.get("text", "")).startswith("["):
        return False  # captions of what is heard
    if not was:
        return now["s"] < span[0] or (end_of(now) > span[1] and now.get("role") != "sound")
    kept = (was["s"], was["d"]) == (now["s"], now["d"])
    return kept and (was["s"] < span[0] or end_of(was) > span[1])


_LED_AT = Regex(
    rf"\W*at (?:second )?(?P<at>{_N}){_S}(?: and (?P<also>{_N}){_S})?,? [^.;]*\band\b",
    re.IGNORECASE,
)
_OF_A_CLIP = words(
    r"\b(?:on|over|during|for|in) (?:its|the new clip's) (?:first|opening|last|final)\b",
    "在?它的?(?:前|最后|头)[0-9.]+秒",
)
_STARTS_BEHIND = words(rf", (?:both )?(?:starting|beginning) (?:at|from) (?:second )?{_N}{_S}\W*\Z")
_AS_WELL = words(r"\b(?:as well|too|also)\W*\Z", "也")


def _takes_the_second_for_the_start(plain: str, edit: Edit) -> bool:
    """ "At 40 seconds, start song.mp3 and show the logo", and that is there from the start; "put a title on
    its first 3 seconds", and it is at those of the video."""
    early = [
        one for one in edit.added if one["s"] == 0 and not str(one.get("text", "")).startswith("[")
    ]
    led = _LED_AT.match(plain)
    if led and clock_ms(led["at"]) > 0 and not _FROM_THE_START.search(plain):
        whole = edit.alike and edit.ends[0] == edit.ends[1]
        return bool(early) or whole or (led["also"] is not None and len(edit.added) == 1)
    if not early:
        return False
    several = len({one.get("src") for one in edit.after[0]}) > 1
    if several and (
        _OF_A_CLIP.search(plain) or (_AS_WELL.search(plain) and edit.ends[0] < edit.ends[1])
    ):
        return True
    return bool(_STARTS_BEHIND.search(plain))


_FROM_THE_START = words(
    r"\b(?:whole|entire|throughout|from the (?:start|beginning)|all along|everything)\b"
)

CHECKS = (_reaches_beyond_it, _takes_one_alone, _takes_the_second_for_the_start)
