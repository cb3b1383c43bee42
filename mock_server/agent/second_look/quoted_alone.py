"""What is quoted and nothing else is not the name of a piece of music: "加“你好”"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import CLAUSE
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.chinese.sound_names import SOUNDS

_HAN = Regex("[\u4e00-\u9fff]")
_SOUND = Regex("[音乐曲歌声响听播]|配|伴奏|旋律|铺底|bgm|music|song|首|段", re.IGNORECASE)
_A_SOUND = Regex(rf"{SOUNDS}|.|(.)\1+|.*[声响].*", re.IGNORECASE)
_PUT_ON = Regex("[加写打添插来贴配]|显示|上[个一]?|[改换]|弄|整|做|要|用|放")
_OF_THE_OLD = Regex("淡|小|大|轻|响|低|高|音量|不要|别|删|去掉|静音|停")


def plays_what_is_quoted(message: str, edit: Edit) -> bool:
    """ "加“你好”", and a music of that name plays."""
    names = [
        str(one["name"])
        for one in edit.added
        if "name" in one
        and (
            one["role"] == "music"
            or (one["role"] == "sound" and not _A_SOUND.fullmatch(one["name"]))
        )
    ]
    return any(_only_quoted(message, name) for name in names if _HAN.search(name))


def _only_quoted(message: str, name: str) -> bool:
    said = re.search(rf"[“\"‘'「『”]{re.escape(name)}[”\"’'」』“]", message)
    if not said or message.count(name) != 1:
        return False
    before = CLAUSE.split(message[: said.start()])
    clause = before[-1] + CLAUSE.split(message[said.end() :])[0]
    if not _PUT_ON.search(clause) or _SOUND.search(clause):
        return False
    return not any(_SOUND.search(one) and not _OF_THE_OLD.search(one) for one in before[:-1])
