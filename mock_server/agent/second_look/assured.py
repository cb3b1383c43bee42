"""What a message says to stay as it is, and has not stayed: "20秒到30秒静音，时长不变"."""

from collections.abc import Callable, Mapping

from mock_server.agent.second_look.edit import Edit, shown
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.wording.assurances import Assurance, assurances, without_assurances
from mock_server.timeline.tracks import Segment, end_of

_HEARD = ("vol", "denoise", "normalize", "loudness", "sound", "audio_track")
_SEEN = (
    "color", "rotate", "crop", "crop_top", "crop_bottom", "crop_left", "crop_right", "flip", "blur",
    "stabilize", "fade_in", "fade_out", "freeze", "reverse", "speed", "speed_to", "tr",
)  # fmt: skip
_PLACES = ("s", "d", "in", "out")
_KEEPS_ONLY = words(r"\bkeep|\bonly the [\w ]{3,24}s[,.;]", "留|只要")


def _kinds(edit: Edit, *keys: str) -> bool:
    """Whether the clips are not alike in these keys any more."""
    was, now = (
        {key: {str(one.get(key)) for one in side[0]} for key in keys}
        for side in (edit.before, edit.after)
    )
    return was != now


def _speeds(edit: Edit) -> list[float]:
    """How fast the clips play now, the slowest first."""
    return sorted(float(one.get("speed", 1)) for one in edit.after[0]) or [1.0]


def _layers(edit: Edit, *keys: str) -> bool:
    """Whether a layer that is still there has another of these values."""
    return any(was.get(key) != now.get(key) for key in keys for was, now in edit.altered)


def _longer(edit: Edit) -> bool:
    same = edit.before[0] == edit.after[0]
    return edit.ends[0] != edit.ends[1] or (same and _layers(edit, "d"))


def _timed(edit: Edit) -> bool:
    return edit.ends[0] != edit.ends[1] or _layers(edit, "s", "d")


def _levels(edit: Edit) -> bool:
    return _kinds(edit, "vol") or _layers(edit, "vol")


def _worded(edit: Edit) -> bool:
    return _layers(edit, "text") or any("text" in was and not now for was, now in edit.layers)


def _another(role: str) -> Callable[[Edit], bool]:
    """Whether a layer of a kind is another one; what moves along with a cut is not."""

    def is_other(edit: Edit) -> bool:
        cut = edit.before[0] != edit.after[0]
        sides = (
            [_plainly(one, cut) for one in side[1] if one["role"] == role]
            for side in (edit.before, edit.after)
        )
        was, now = sides
        return was != now

    return is_other


def _plainly(one: Segment, cut: bool) -> str:
    left = ("id", *_PLACES) if cut else ("id",)
    return str(sorted((key, str(value)) for key, value in one.items() if key not in left))


def _more(role: str) -> Callable[[Edit], bool]:
    """Whether there is one of a kind that nobody wants."""

    def is_there(edit: Edit) -> bool:
        sides = (
            [one for one in side[1] if one["role"] == role] for side in (edit.before, edit.after)
        )
        was, now = map(list, sides)
        if role == "caption" and not was:  # "a caption 'Hi', no automatic ones"
            return any(str(one.get("text")).startswith("[") for one in now)
        return bool(now)

    return is_there


_BROKEN: Mapping[str, Callable[[Edit], bool]] = {
    "speed": lambda edit: _kinds(edit, "speed", "speed_to"),
    "length": _longer,
    "sound": lambda edit: _kinds(edit, *_HEARD, "speed", "reverse"),
    "level": _levels,
    "picture": lambda edit: _kinds(edit, *_SEEN) or edit.ends[0] != edit.ends[1],
    "look": lambda edit: _kinds(edit, "color") or _layers(edit, "color"),
    "size": lambda edit: _layers(edit, "size", "scale") or _kinds(edit, "crop"),
    "place": lambda edit: _layers(edit, "pos"),
    "times": _timed,
    "words": _worded,
    **{role: _another(role) for role in (
        "music", "title", "caption", "lower-third", "overlay", "voiceover",
    )},
    "uncut": lambda edit: shown(edit.after[0]) < shown(edit.before[0]),
    # (what is not wanted, and is so already, may be what is to be undone)
    "forwards": lambda edit: any(one.get("reverse") for one in edit.after[0]),
    "unhurried": lambda edit: _speeds(edit)[-1] > 1,
    "unslowed": lambda edit: _speeds(edit)[0] < 1,
    "unmirrored": lambda edit: any("flip" in one for one in edit.after[0]),
    "heard": lambda edit: any(one.get("vol") == 0 for one in edit.after[0]),
    "unfaded": lambda edit: any({"fade_in", "fade_out"} & one.keys() for one in edit.after[0]),
    "no title": _more("title"),
    "no captions": _more("caption"),
}  # fmt: skip


def _has_not_stayed(plain: str, edit: Edit) -> bool:
    return any(_is_broken(one, plain, edit) for one in assurances(plain))


def breaks(plain: str, edit: Edit) -> bool:
    """Whether anything may not have stayed, of what was taken out of a message before it was read."""
    return any(
        _is_broken(one, plain, edit) or _may_be_broken(one, edit) for one in assurances(plain)
    )


def _may_be_broken(one: Assurance, edit: Edit) -> bool:
    if one.key == "sound":
        return shown(edit.after[0]) < shown(edit.before[0]) or edit.frozen > 0
    if one.how == "same":  # as what?
        return bool(edit.added)
    if one.key not in LAYERS:
        return False
    was, now = (
        {str(each.get("id")): each for each in side[1] if each["role"] == one.key}
        for side in (edit.before, edit.after)
    )
    return not was or any(_moved(each, now.get(ident, {}), edit) for ident, each in was.items())


def _moved(was: Segment, now: Segment, edit: Edit) -> bool:
    """Whether it is elsewhere in time; what lasted to the end may end with the video."""
    if not now or was["s"] != now["s"]:
        return True
    lasted = end_of(was) >= edit.ends[0] and end_of(now) >= edit.ends[1]
    return was["d"] != now["d"] and not lasted


def _is_broken(one: Assurance, plain: str, edit: Edit) -> bool:
    if one.key == "only":
        return False
    if one.key == "rest":
        cut = edit.ends[1] < edit.ends[0]
        return cut and bool(_KEEPS_ONLY.search(without_assurances(plain)))
    if one.how in ("place", "there") and one.key in LAYERS:
        left = [
            sum(each["role"] == one.key and each.get("vol") != 0 for each in side[1])
            for side in (edit.before, edit.after)
        ]
        placed = any(
            was.get("pos") != now.get("pos") for was, now in edit.altered if was["role"] == one.key
        )
        return left[1] < left[0] or (one.how == "place" and placed)
    return _BROKEN[one.key](edit)


CHECKS = (_has_not_stayed,)
