"""A time within a file is none of the video: "从song.mp3的第30秒开始放" plays from there on."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.named_by_time import N

_INSIDE = Regex(
    r"(?:[从由自]|用|放)? ?(?:\.(?:mp3|wav|m4a|aac|flac|ogg)|歌曲?|曲子|音乐(?:文件|素材)|原曲)"
    r"[”\"」』]? ?(?:里面?|中)?的 ?"
    rf"第?(?P<at>{N})秒(?:钟|处)?(?:开始|起|那里|往后|之后|以后|的地方)"
    rf"|[从由自] ?[“\"]?[\w-]+\.(?:mp3|wav|m4a|aac)[”\"]? ?第?(?P<on>{N})秒(?:钟|处)?(?:开始|起|那里|往后)",
    re.IGNORECASE,
)


def begins_elsewhere_in_it(message: str, edit: Edit) -> bool:
    """ "从song.mp3的第30秒开始放", and it begins to play at 30 s of the video."""
    if not (told := _INSIDE.search(message)):
        return False
    at = 1_000 * float(number(told["at"] or told["on"]))
    sounds = [now for _, now in edit.layers if now and now["role"] in ("music", "sound")]
    return bool(sounds) and not any(one.get("in", 0) == at for one in sounds)
