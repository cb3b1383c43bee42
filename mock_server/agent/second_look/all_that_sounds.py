"""Without any sound nothing sounds: "声音都不要" is said of the music and of what is spoken, too."""

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


CHECKS = (_leaves_a_sound,)
