"""Sound that comes back behind the message that took it away: "unmute it" behind "mute the music" takes
that back, as only the draft before knows how loud it was."""

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS, HAN

_SO = r"\W*(?:(?:please|now|and|then|ok|okay|no|sorry|wait|actually)\b[ ,.!]*)*"
_THING = "it|that|this|the (?:music|song|voice-?over|clip|video)|everything"


def _named(group: str) -> str:
    return f"(?P<{group}>{_THING})"


_MUTED = Regex(
    rf"{_SO}(?:(?:mute|silence)(?: {_named('thing')})?|turn off {_named('off')})\W*"
    "|[ ,，]*(?:请|把|将|给)*(?P<zh>它|音乐|歌|旁白|视频|原声|原音)?(?:先|都)?静音(?:一下|吧"
    "|了)?[ 。.!！]*",
    FLAGS,
)
_UNMUTED = Regex(
    rf"{_SO}(?:(?:unmute|un-mute)(?: {_named('thing')})?|turn (?:{_named('on')} )?back on"
    rf"|turn {_named('other')} on again)(?: again)?(?:,? please)?\W*"
    "|[ ,，]*(?:请|把|将|给)*(?P<zh>它|音乐|歌|旁白|视频|原声|原音)?的?(?:取消|解除|去掉|不要)静音"
    "(?:了|吧)?[ 。.!！]*"
    "|[ ,，]*(?:请|把|将)*(?P<zh_on>它|音乐|歌|旁白|视频|原声|原音)(?:再|重新)?(?:打开|开起来)(?:吧"
    "|了)?[ 。.!！]*",
    FLAGS,
)
_IT = ("it", "that", "this", "它", "")


def unmuted(message: str, before: str) -> str:
    """An undo for a message that brings back the sound that the one `before` has muted; else itself."""
    back, muted = _UNMUTED.fullmatch(message.strip()), _MUTED.fullmatch(before.strip())
    if back is None or muted is None:
        return message
    which, what = _thing(back.groupdict()), _thing(muted.groupdict())
    if which not in _IT and which != what:
        return message
    return "撤销" if HAN.search(message) else "undo"


def _thing(groups: dict[str, str | None]) -> str:
    return next((one.lower() for one in groups.values() if one), "")
