"""Sound that comes back behind the message that took it away: "unmute it" behind "mute the music" takes
that back, as only the draft before knows how loud it was."""

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS

_SO = r"\W*(?:(?:please|now|and|then|ok|okay|no|sorry|wait|actually)\b[ ,.!]*)*"
_THING = r"(?P<thing>it|that|this|the (?:music|song|voice-?over|clip|video)|everything)"
_MUTED = Regex(
    rf"{_SO}(?:(?:mute|silence)(?: {_THING})?|turn off {_THING.replace('thing', 'off')})\W*"
    "|[ ,，]*(?:请|把|将|给)*(?P<zh>它|音乐|歌|旁白|视频|原声|原音)?(?:先|都)?静音(?:一下|吧"
    "|了)?[ 。.!！]*",
    FLAGS,
)
_UNMUTED = Regex(
    rf"{_SO}(?:(?:unmute|un-mute)(?: {_THING})?|turn (?:{_THING.replace('thing', 'on')} )?back on"
    rf"|turn {_THING.replace('thing', 'other')} on again)(?: again)?(?:,? please)?\W*"
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
    return "undo" if message.isascii() else "撤销"


def _thing(groups: dict[str, str | None]) -> str:
    return next((one.lower() for one in groups.values() if one), "")
