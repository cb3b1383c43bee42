"""Without any sound nothing sounds: "声音都不要" is said of the music and of what is spoken, too."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex

_OFF = "(?:不要|关|去掉|删|静音|消音|消掉|没有|拿掉|不用|不留|取消)"
_ALL = Regex(
    rf"(?<![原人的景])声音(?:全都|全部|统统|通通|一律|都|全)(?:给我)?{_OFF}"
    rf"|(?:所有|全部|一切|任何)的?声音[^,，。;；]{{0,4}}{_OFF}"
    rf"|{_OFF}(?:掉|了)?(?:所有|全部|一切|任何)的?声音|(?:什么|任何|一点)声音(?:都|也)(?:不|没)"
)
_BUT = Regex("除|只|留|保|其[他它余]|剩|[秒段]|之[前后]|视频的|画面|片段|[前后]半")
_SOUNDS = ("music", "sound", "voiceover")


def _leaves_a_sound(plain: str, edit: Edit) -> bool:
    """ "声音都不要", and the music plays on."""
    if not edit.values or not _ALL.search(plain) or _BUT.search(plain):
        return False
    heard = [one for one in edit.after[1] if one["role"] in _SOUNDS and one.get("vol", 1) > 0]
    return bool(heard) or any(one.get("vol", 1) > 0 for one in edit.after[0])


_THE_SOUND = Regex(
    r"(?<![原人的景])声音(?:太|有点|再|调|[大小高低])|\bthe (?:sound|volume|audio)(?:'s| is| to"
    r"| down| up)\b",
    re.IGNORECASE,
)
_AGAIN = Regex(
    r"恢复|打开|取消|开启|原声|视频|画面|人声|说话|[秒段]|\b(?:back|again|on|restore|unmute|video"
    r"|clip|talk|original)\b",
    re.IGNORECASE,
)


def _sounds_again(plain: str, edit: Edit) -> bool:
    """ "声音太大了，调到40%", and the video that was mute is heard, beside the music."""
    was, now = ([float(one.get("vol", 1)) for one in side[0]] for side in (edit.before, edit.after))
    heard = any(one["role"] in _SOUNDS and one.get("vol", 1) for one in edit.before[1])
    if any(was) or not any(now) or not heard:
        return False
    return bool(_THE_SOUND.search(plain)) and not _AGAIN.search(plain)


CHECKS = (_leaves_a_sound, _sounds_again)
