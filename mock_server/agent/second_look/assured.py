"""What a message says to stay as it is, and has not stayed: "20秒到30秒静音，时长不变"."""

import re
from collections.abc import Callable, Mapping, Sequence

from mock_server.agent.operations import TEXTS
from mock_server.agent.second_look.edit import Edit, shown
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import clock_ms
from mock_server.agent.values.placeholders import HAN, Values
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.wording.assurances import (
    LAYERS_KEPT,
    Assurance,
    assurances,
    without_assurances,
)
from mock_server.agent.wording.it_named import but_for_that
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
    places = [key for key in _PLACES if key != "d" or role not in TEXTS]

    def is_other(edit: Edit) -> bool:
        cut = edit.before[0] != edit.after[0]
        left = ("id", *places) if cut else ("id",)
        was, now = (
            [_plainly(one, left) for one in side[1] if one["role"] == role]
            for side in (edit.before, edit.after)
        )
        return was != now

    return is_other


def _plainly(one: Segment, left: Sequence[str]) -> str:
    return str(sorted((key, str(value)) for key, value in one.items() if key not in left))


def _more(role: str) -> Callable[[Edit], bool]:
    """Whether there is one of a kind that nobody wants."""

    def is_there(edit: Edit) -> bool:
        was, now = (
            [one for one in side[1] if one["role"] == role] for side in (edit.before, edit.after)
        )
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
    "texts": lambda edit: any(_another(role)(edit) for role in TEXTS),
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
    return any(_is_broken(one, plain, edit) for one in assurances(but_for_that(plain)))


def breaks(plain: str, edit: Edit) -> bool:
    """Whether anything may not have stayed, of what was taken out of a message before it was read."""
    return any(
        _is_broken(one, plain, edit) or _may_be_broken(one, edit)
        for one in assurances(but_for_that(plain))
    )


def _shows_less(edit: Edit) -> bool:
    """Whether a part of a file that was there is not there any more, whatever stands in its place."""
    files = {one.get("src") for one in edit.before[0]}
    was, now = (
        [one for one in side[0] if one.get("src") in files] for side in (edit.before, edit.after)
    )
    return shown(now) < shown(was)


def _may_be_broken(one: Assurance, edit: Edit) -> bool:
    if one.key == "sound":
        return _shows_less(edit) or edit.frozen > 0
    if one.how == "same":  # as what?
        return bool(edit.added)
    roles = roles_of(one.key)
    if not roles:
        return False
    was, now = (
        {str(each.get("id")): each for each in side[1] if each["role"] in roles}
        for side in (edit.before, edit.after)
    )
    return not was or any(_moved(each, now.get(ident, {}), edit) for ident, each in was.items())


def roles_of(key: str) -> tuple[str, ...]:
    """The kinds of layers that an assurance speaks of."""
    if key in ("texts", "one title"):
        return TEXTS if key == "texts" else ("title",)
    return (key,) if key in LAYERS else ()


def roles_kept(message: str) -> set[str]:
    """The kinds of layers of which a message says that they do not go with what is cut.

    Where in the video one of them is to be then, "don't move it" does not tell, nor do the Chinese turns.
    """
    if HAN.search(message):
        return set()
    plain = take_quotes(whole_characters(message), Values())
    found = [one for one in assurances(but_for_that(plain)) if one.key in LAYERS_KEPT]
    return {role for one in found if one.how != "unmoved" for role in roles_of(one.key)}


def _goes_with_the_cut(edit: Edit, roles: Sequence[str] = (*TEXTS, "overlay")) -> bool:
    """Whether one of these is gone, or shorter, for a part that was cut."""
    return edit.ends[1] < edit.ends[0] and any(
        not now or now["d"] < was["d"]
        for was, now in edit.layers
        if was and was["role"] in roles and not (was["role"] == "overlay" and edit.lasted(was))
    )


def _moved(was: Segment, now: Segment, edit: Edit) -> bool:
    """Whether it is elsewhere in time; what lasted to the end may end with the video."""
    if not now or was["s"] != now["s"]:
        return True
    lasted = end_of(was) >= edit.ends[0] and end_of(now) >= edit.ends[1]
    return was["d"] != now["d"] and not lasted


_ITS_BEGINNING = Regex("(?:出现|开始|出来)的?时间(?!.*结束)")


def _is_broken(one: Assurance, plain: str, edit: Edit) -> bool:
    if one.key == "only":
        return False
    if one.key == "rest":
        cut = edit.ends[1] < edit.ends[0]
        only = cut and bool(_KEEPS_ONLY.search(without_assurances(plain)))
        return only or _goes_with_the_cut(edit)
    if one.key == "sound" and one.how == "there" and len(edit.before[0]) > 1 and _shows_less(edit):
        return True
    roles = roles_of(one.key)
    if one.key == "one title":  # which of them?
        return _goes_with_the_cut(edit)
    if one.how in ("place", "there") and roles:
        left = [
            sum(each["role"] in roles and each.get("vol") != 0 for each in side[1])
            for side in (edit.before, edit.after)
        ]
        placed = any(
            was.get("pos") != now.get("pos") for was, now in edit.altered if was["role"] in roles
        )
        return left[1] < left[0] or (one.how == "place" and placed)
    if one.key == "times" and _ITS_BEGINNING.search(plain):
        return _layers(edit, "s")
    if one.key == "look" and _STRENGTH.search(plain):
        return _names(edit.before) != _names(edit.after)
    if one.key == "overlay" and _goes_with_the_cut(edit, roles):
        return True
    return _BROKEN[one.key](edit)


# "Same look, but at 40 percent": how strong it is does not stay.
_STRENGTH = Regex(r"\bsame look,? but (?:only )?(?:at|with) \d+ ?(?:%|percent)", re.IGNORECASE)


def _names(side: Sequence[Sequence[Segment]]) -> list[object]:
    return [(one.get("color") or {}).get("name") for one in side[0]]


_STAYS_AT = Regex(
    r"\b(?P<what>title|caption|logo|music|song|sound|volume|voice|video|clip|overlay"
    r"|picture|it)s?\b[^,.;]{0,12} (?:stays?|remains?"
    r"|is to stay|should stay) (?:at|on) (?:second )?(?P<value>[\d:.]+) ?(?P<unit>%|percent)?"
    r"|(?P<what_zh>标题|字幕|logo|音乐|声音|音量|原声)(?:的?音量)?(?:还是|仍|要|继续)?(?:保持|留"
    r"|停)在?第?(?P<value_zh>[0-9.]+)"
    r"(?P<unit_zh>%|秒)",
    re.IGNORECASE,
)
_ROLES = {
    "title": "title", "caption": "caption", "logo": "overlay", "overlay": "overlay", "music": "music",
    "song": "music", "picture": "overlay", "标题": "title", "字幕": "caption", "音乐": "music",
}  # fmt: skip


def _is_not_where_it_stays(plain: str, edit: Edit) -> bool:
    """ "Insert b.mp4 at 10, the title stays at 20", and it has moved along; "the music stays at 50%", where
    it is at 30."""
    for told in _STAYS_AT.finditer(plain):
        value = told["value"] or told["value_zh"]
        role = _ROLES.get((told["what"] or told["what_zh"]).lower())
        ones = [one for one in edit.after[1] if one["role"] == role] if role else edit.after[0]
        if (told["unit"] or told["unit_zh"] or "s") in ("%", "percent"):
            share = float(value) / 100
            if not any(
                share in (one.get("vol", 1), one.get("scale"), one.get("opacity")) for one in ones
            ):
                return True
        elif role and not any(one["s"] == clock_ms(value) for one in ones):
            return True
    return False


_COLOURS = {
    "warm": "暖",
    "cool": "冷",
    "sepia": "棕褐",
    "vintage": "复古|怀旧",
    "black and white": "黑白",
}
_REST_STAYS = words(
    r"\b(?:the rest|everything else|(?:the )?others?) (?:stays?|remains?|is kept) (?:in )?"
    rf"(?:{'|'.join(_COLOURS)}|muted|silent|slow|fast|reversed|blurred|at (?:half|double|\d))",
    "(?:其余|其他|剩下|别的)[^,，。]{0,4}(?:保持|仍然?是?|还是)"
    f"(?:{'|'.join(_COLOURS.values())}|静音|慢速|倒放|模糊|[0-9.]+倍)",
)


def _the_rest_was_not_so(plain: str, edit: Edit) -> bool:
    """ "Make 10 to 20 warm, the rest stays black and white", where it is in colour."""
    told = _REST_STAYS.search(plain)
    if told is None:
        return False
    named = [one for one, zh in _COLOURS.items() if re.search(f"{one}|{zh}", told[0], re.I)]
    if named:
        return not any((one.get("color") or {}).get("name") in named for one in edit.before[0])
    return not any({"vol", "speed", "reverse"} & one.keys() for one in edit.before[0])


CHECKS = (_has_not_stayed, _is_not_where_it_stays, _the_rest_was_not_so)
