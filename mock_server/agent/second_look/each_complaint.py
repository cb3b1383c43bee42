"""Of two complaints each is seen to: "说话太小声，音乐太大声"; and what is said of the voice is not done to
the picture: "声音忽大忽小，稳一点"."""

from mock_server.agent.second_look.edit import Edit, changed_keys
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_COMPLAINT = Regex(
    "(?:\\A|[,，。;；])[^,，。;；]{0,4}(?:视频|画面|声音|说话|人声|原声|音乐|噪音|杂音|标题|字幕"
    "|logo|片子|颜色|字)"
    "[^,，。;；]{0,4}太"
)
_UNSTEADY = words("(?:声音|说话|音量|人声)[^,，。;；]{0,4}(?:抖|稳|忽大忽小)|忽大忽小|时大时小")
_EDGES = {"id", "s", "in", "out"}
_TWO = 2


def _leaves_one_of_two(plain: str, edit: Edit) -> bool:
    """ "视频太长，声音太小", and it is louder, and as long."""
    count = len(_COMPLAINT.findall(plain))
    return count >= _TWO and 0 < _changes(edit) < count


def _changes(edit: Edit) -> int:
    """Of how many kinds the changes are."""
    found = {(was.get("id"), key) for was, now in edit.layers for key in changed_keys(was, now)}
    kept = {(ident, key) for ident, key in found if key not in _EDGES}
    was, now = edit.before[0], edit.after[0]
    keys = {key for side in (was, now) for one in side for key in one} - _EDGES - {"d"}
    kept |= {
        ("", key)
        for key in keys
        if {str(one.get(key)) for one in was} != {str(one.get(key)) for one in now}
    }
    return len(kept) + (edit.ends[0] != edit.ends[1] and not any(key == "speed" for _, key in kept))


def _steadies_the_picture(plain: str, edit: Edit) -> bool:
    return bool(edit.gained("stabilize")) and bool(_UNSTEADY.search(plain))


_A_NOISE = words(
    r"\b(?:hiss|hum|buzz|noise|static|crackle|rumble|echo|clicks?|pops?)(?:ing)?\b",
    "噪[音声]|杂音"
    r"|嘶|嗡|电流声|底噪",
)
_MUTES = words(
    r"\b(?:mut\w*|silen\w+|(?:sound|audio) off)\b|\bno (?:sound|audio)\b",
    "静音|消音|(?:关|去)掉?(?:原声|声音)|没声音",
)


def _is_silent_for_a_noise(plain: str, edit: Edit) -> bool:
    """ "There's a hiss in my recording, get rid of it", and all of it is silent."""
    silent = any(now.get("vol") == 0 and was.get("vol") != 0 for was, now in edit.clips)
    return silent and bool(_A_NOISE.search(plain)) and not _MUTES.search(plain)


CHECKS = (_is_silent_for_a_noise, _leaves_one_of_two, _steadies_the_picture)
