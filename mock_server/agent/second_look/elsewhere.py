"""What is to be so in one place only, or no longer, and is so elsewhere: "sepia only from 10 to 20"."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_ONLY_THERE = words(r"\bonly\b")
_LOOKS = words(
    r"\b(?:sepia|black and white|vintage|warm|cool|vivid|colou?rs?|look|filter|fast|faster|slow|slower"
    r"|speed"
    r")\b"
)
_ONLY_ITS_FADE = words(r"\bonly the (?:music|song|title|logo|caption|voice-?over)\b[^.;]*\bfad")
_KEYS, _FADES = ("color", "speed"), ("fade_in", "fade_out")


def _leaves_it_elsewhere(plain: str, edit: Edit) -> bool:
    """ "sepia only from 10 to 20", and the rest is sepia as before."""
    keys = _FADES if _ONLY_ITS_FADE.search(plain) else _KEYS
    if not (_ONLY_THERE.search(plain) and (keys is _FADES or _LOOKS.search(plain))):
        return False
    return (
        any(
            key in one and any(other.get(key) == one[key] for other in edit.before[0])
            for key in keys
            for one in edit.after[0]
        )
        and edit.before != edit.after
    )


_TAKES_OFF = words(r"\b(?:remove|delete|drop|undo|take off|get rid of)\b", "去掉|删掉|取消|移除")


def _takes_other_looks(plain: str, edit: Edit) -> bool:
    """ "remove the sepia", and the black and white of another part is gone, too."""
    names = [
        {str(dict(one["color"]).get("name")) for one in side[0] if "color" in one}
        for side in (edit.before, edit.after)
    ]
    said = {one for one in names[0] if one in plain.lower()}
    return bool(said and names[0] - names[1] - said) and bool(_TAKES_OFF.search(plain))


CHECKS = (_leaves_it_elsewhere, _takes_other_looks)
