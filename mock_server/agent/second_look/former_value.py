"""Only a part of what was done, told without its figure, has the figure that it had: "整段放慢到0.5倍" and
"不对，只慢最后二十秒"."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_PUT_RIGHT = words(
    r"\b(?:no|not|sorry|actually|wait|oops|rather|meant)\b[^.;]*\b(?:only|just)\b",
    "(?:不对|不是|错了|应该)[^。;；]*[只就]",
)
_KEYS = ("speed", "vol", "opacity", "scale", "rotate")


def _has_another(plain: str, edit: Edit) -> bool:
    if not _PUT_RIGHT.search(plain):
        return False
    for key in _KEYS:
        was, now = (
            {one[key] for one in side[0] if isinstance(one.get(key), int | float)}
            for side in (edit.before, edit.after)
        )
        new = {value for value in now - was if value != 1}
        if (
            was
            and new
            and not any(f"{value:g}" in plain or f"{value * 100:g}" in plain for value in new)
        ):
            return True
    return False


CHECKS = (_has_another,)
