"""What is to be so at a part of the video only, or bit by bit, and is so all along: "quieter towards the
end", "but not during the title"; and a part of a file that was taken for one of the video."""

import re

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_LEVELS = ("vol", "duck", "opacity", "pos", "size", "scale", "color", "speed")
_SECONDS = r"(?:s|secs?|seconds?)\b"
_BIT_BY_BIT = words(
    r"\b(\w+er) and \1\b",
    r"\bmore and more\b",
    r"\btowards? (?:the|its) (?:very )?(?:end|ending|finish|finale)\b",
    r"\bfor (?:the|its) (?:very )?(?:end|ending|outro|finale|finish|intro|opening|beginning|start)\b",
)


def _does_it_at_once(plain: str, edit: Edit) -> bool:
    """ "Let the logo get bigger and bigger", "mute the music towards the end"."""
    whole = len(edit.before[0]) == len(edit.after[0])
    speeds = whole and any(differs(*pair, "vol", "speed") for pair in edit.clips)
    levels = any(differs(was, now, *_LEVELS) for was, now in edit.altered)
    return (levels or speeds) and bool(_BIT_BY_BIT.search(plain))


_BUT_NOT = words(
    r"\b(?:but|just|only|though),? not (?:during|while|when|where|whenever|under|behind)\b",
    r"\bbut only (?:where|when|while|if)\b",
)


def _does_it_there_too(plain: str, edit: Edit) -> bool:
    """ "Mute the video, but not during the title"."""
    if not edit.values or not _BUT_NOT.search(plain):
        return False
    in_parts = len(edit.after[0]) > len(edit.before[0])
    placed = edit.added and not any(map(edit.lasts, edit.added))
    return not (in_parts or placed)


_OF_A_FILE = words(
    rf"\b(?:(?:last|final|closing) (?:[\w.]+ )?(?:{_SECONDS}|minutes?\b|half\b)"
    rf"|{_SECONDS} [\d:.]+ ?(?:to|-) ?[\d:.]+|[\d:.]+ ?(?:to|-) ?[\d:.]+ ?{_SECONDS})"
    r" of(?: {2,}| \Z|\Z)"
)


def _plays_another_part(plain: str, edit: Edit) -> bool:
    """ "Add the last 30 seconds of song.mp3", and its first are there."""
    begins = any("src" in one and not one.get("in") for one in edit.added)
    return begins and bool(_OF_A_FILE.search(plain))


_ONLY_THAT = words(
    r"\bwith (?:the )?(?:music|song|logo|titles?|captions?|voice) (?:only|alone)\b",
    r"\bwith (?:only|just|nothing but) (?:the )?(?:music|song|logo|titles?|captions?|voice)\b",
)


def _cuts_what_is_to_be_alone(plain: str, edit: Edit) -> bool:
    """ "The last 10 seconds with music only", and there is none before."""
    timed = any(differs(was, now, "s", "d") for was, now in edit.altered)
    return timed and bool(_ONLY_THAT.search(plain))


_CHANGES_ONLY = words(
    r"\b(?:move|duck|lower|turn|mute|dim|shrink|enlarge|fade|raise)\b[^.;]*\b(?:only|just)\b"
)
_SHOWS = words(r"\b(?:show|display|appear|visible|play|starts?|ends?|until|keep|last|lasts)\b")


def _cuts_what_is_changed(plain: str, edit: Edit) -> bool:
    """ "Move the logo to the bottom from 20 to 30 only", and it is there at no other time."""
    both = any(
        differs(was, now, "s", "d") and differs(was, now, *_LEVELS) for was, now in edit.altered
    )
    return both and bool(_CHANGES_ONLY.search(plain)) and not _SHOWS.search(plain)


_STAYS_AT = Regex(
    rf"\b(?:keep|leave) (?:the |my )?[a-z -]+ (?:at|on) [\d:.]+ ?{_SECONDS}", re.IGNORECASE
)


def _moves_what_stays(plain: str, edit: Edit) -> bool:
    """ "Keep the title at 4 seconds", where it is 4 s long, and it begins there."""
    told = _STAYS_AT.search(plain)
    return bool(told) and any(
        differs(was, now, "s") and one.search(told[0])
        for was, now in edit.altered
        if told and (one := LAYERS.get(str(was.get("role"))))
    )


_TO_THE_END = words(
    "(?:音乐|配乐|歌曲?)(?:要|一直|也|再)*(?:放|播|持续|延续|铺|响)到(?:最后|结尾|片尾|末尾)"
)


def _ends_before_the_end(plain: str, edit: Edit) -> bool:
    """ "后面接b.mp4，音乐放到最后", and it ends where b.mp4 begins."""
    music = [one for one in edit.after[1] if one.get("role") == "music"]
    early = bool(music) and all(end_of(one) < edit.ends[1] for one in music)
    return early and bool(_TO_THE_END.search(plain))


_GOES_AWAY = words(r"\boff (?:the )?screen\b", r"\bdisappears?\b", r"\bvanish(?:es)?\b")
_SHOWN_UNTIL = words("显示到")


def _comes_when_it_goes(plain: str, edit: Edit) -> bool:
    """ "Get it off the screen at 0:30", and it begins there."""
    later = any(now["s"] > was["s"] and end_of(now) == end_of(was) for was, now in edit.altered)
    return later and bool(_GOES_AWAY.search(plain))


def _cuts_what_is_not_shown(plain: str, edit: Edit) -> bool:
    """ "标题移到底部，显示到第7秒，音乐降到25%", and the music ends at 7 s."""
    timed = {now.get("role") for was, now in edit.altered if differs(was, now, "d")}
    return timed == {"music"} and bool(_SHOWN_UNTIL.search(plain))


CHECKS = (
    _comes_when_it_goes,
    _cuts_what_is_not_shown,
    _ends_before_the_end,
    _does_it_at_once,
    _does_it_there_too,
    _plays_another_part,
    _cuts_what_is_to_be_alone,
    _cuts_what_is_changed,
    _moves_what_stays,
)
