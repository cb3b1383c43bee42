"""Values that nothing can have: "opacity 500 %", "淡出-2秒", a fade that is longer than what fades."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.properties import BY_KEY
from mock_server.timeline.tracks import Segment, end_of

_CHECKED = ("opacity", "scale", "sound", "zoom", "zoom_to", "size", "vol")
_MINUS = Regex(
    r"(?:(?<=[\u4e00-\u9fff])|(?<![\d秒s%.:)] )(?<=[a-z] )) ?[-−]\d+(?:\.\d+)?"
    r"(?! ?(?:%|percent|lufs|db|分贝|decibels?|[\d.:]|秒?[到至-]))",
    re.IGNORECASE,
)
_USUAL_FADE = 5_000  # ms; what is shorter is cut off at the end of what fades
_LENGTH_OF = ("fade_in", "fade_out")


def _is_out_of_range(_: str, edit: Edit) -> bool:
    """ "opacity 150 %", "shrink the logo to 0 %"."""
    return any(
        not BY_KEY[key].low <= float(now[key]) <= BY_KEY[key].high
        for was, now in (*edit.layers, *edit.clips)
        for key in _CHECKED
        if isinstance(now.get(key), int | float) and now[key] != was.get(key)
    )


_PERCENT = Regex(
    r"(?:透明度?|\bopa(?:city|que)|\btransparen\w+)[^,，。;；\d]{0,16}(\d+(?:\.\d+)?) ?(?:%|percent)"
    r"|(\d+(?:\.\d+)?) ?(?:%|percent) ?(?:的?(?:不?透明)|opa|transparen)",
    re.IGNORECASE,
)
_NOTHING_LEFT = Regex(
    r"(?:缩[放小]?|放大|zoom|scale|shrink)[^,，。;；\d]{0,16}(?<![\d.])0 ?%", re.IGNORECASE
)


def _is_no_share(plain: str, edit: Edit) -> bool:
    """ "logo的透明度调到500%", and it cannot be seen at all; "画面缩放到0%"."""
    told = _PERCENT.search(plain)
    if told and float(told[1] or told[2]) > 100:
        return any(was.get("opacity") != now.get("opacity") for was, now in edit.layers)
    return bool(edit.values) and bool(_NOTHING_LEFT.search(plain))


_VISIBLE = words(
    r"(\d+(?:\.\d+)?) ?(?:%|percent|per cent) (?:visible|transparent|see-through|opaque)\b"
)


def _is_sized(plain: str, edit: Edit) -> bool:
    """ "Logo only 20 percent visible", and it is as small as that."""
    told = {float(one[1]) / 100 for one in _VISIBLE.finditer(plain)}
    return any(
        was.get("scale") != now.get("scale") and now.get("scale") in told
        for was, now in edit.altered
    )


def _is_negative(plain: str, edit: Edit) -> bool:
    """ "显示-3秒", and it is there for 3 s."""
    return bool(edit.values) and bool(_MINUS.search(plain))


def _outlasts_itself(_: str, edit: Edit) -> bool:
    """ "a 60 s fade in" of a title that is there for 3 s; "a crossfade of 90 s" between shorter clips."""
    if any(now and _fade(now) > max(now["d"], _fade(was), _USUAL_FADE) for was, now in edit.layers):
        return True
    length = max((end_of(one) for one in edit.after[0]), default=0)
    faded = sum(_fade(one) for one in edit.after[0])
    if faded > max(length, sum(_fade(one) for one in edit.before[0])):
        return True
    joins = [one.get("tr") for one in edit.before[0]]
    return any(
        one["tr"].get("d", 0) > max(min(one["d"], other["d"]), _USUAL_FADE)
        for other, one in zip(edit.after[0], edit.after[0][1:], strict=False)
        if isinstance(one.get("tr"), dict) and one["tr"] not in joins
    )


def _fade(one: Segment) -> int:
    return sum(int(one.get(key, 0)) for key in _LENGTH_OF)


_MINUS_SHAPE = Regex(
    r"(?<=[a-z成为到] )[-−]\d+ ?[:：x×比] ?\d|(?<=[成为到])[-−]\d+ ?[:：x×比] ?\d|\d ?: ?[-−]\d"
)


def _has_no_shape(plain: str, edit: Edit) -> bool:
    """ "Crop it to -1:1"."""
    return edit.reshaped and bool(_MINUS_SHAPE.search(plain))


def _says_nothing(_: str, edit: Edit) -> bool:
    """'Add a title " "', 'a voice-over saying ""', and nobody can see or hear it."""
    return any(
        str(now["text"]).isspace() or (not now["text"] and now.get("role") == "voiceover")
        for was, now in edit.layers
        if "text" in now and was.get("text") != now["text"]
    )


_AT_A_FRACTION = Regex(
    r"\bat (0?\.\d+)(?!\d| ?(?:s|secs?|seconds?|x|times)\b| ?[%×])", re.IGNORECASE
)

_UP_TO_A_FRACTION = Regex(
    r"\b(?:up|down) to (0?\.\d+)(?!\d| ?(?:s|secs?|seconds?|x|times)\b| ?[%×])", re.IGNORECASE
)


def _begins_at_a_level(plain: str, edit: Edit) -> bool:
    """ "Add jazz at 0.2", and it begins at a fifth of a second; "music up to 0.8", and it ends there."""
    told = {round(1_000 * float(one)) for one in _AT_A_FRACTION.findall(plain)}
    upto = {round(1_000 * float(one)) for one in _UP_TO_A_FRACTION.findall(plain)}
    return any(
        (now["s"] in told and was.get("s") != now["s"])
        or (end_of(now) in upto and (not was or end_of(was) != end_of(now)))
        for was, now in edit.layers
        if now
    )


_COMES_IN_OVER = words(
    r"\b(?:come|comes|coming|go|goes|going|rise|rises|die|dies|swell|swells) (?:in|out|up|away|down)"
    r" (?:slowly |gently |gradually )?over (?:the (?:first|last) )?\w+"
)


def _lasts_as_long_as_it_fades(plain: str, edit: Edit) -> bool:
    """ "Have the music come in over two seconds", and it plays for two."""
    shorter = any(now["d"] < was["d"] and end_of(now) < end_of(was) for was, now in edit.altered)
    return shorter and bool(_COMES_IN_OVER.search(plain))


_IN_ALL = words(
    r"(?:全片|视频|片子|整体|总共|一共|总长|总时长)(?:要)?(?:正好|刚好|恰好|控制在|是|为)+"
    r"(?P<zh>\d+(?:\.\d+)?)秒",
    r"\b(?:video|whole thing|it all)\b[^.;,]*\bexactly (?P<en>\d+(?:\.\d+)?) ?(?:s|secs?|seconds?)\b",
)


def _does_not_last_so_long(plain: str, edit: Edit) -> bool:
    """ "加快速度，让全片正好20秒", and it lasts for 40."""
    told = _IN_ALL.search(plain)
    was, now = edit.of_clips("speed")
    if told is None or was == now:
        return False
    return round(1_000 * float(told["zh"] or told["en"])) != edit.ends[1]


CHECKS = (
    _is_sized,
    _begins_at_a_level,
    _is_out_of_range,
    _is_no_share,
    _is_negative,
    _has_no_shape,
    _says_nothing,
    _outlasts_itself,
    _does_not_last_so_long,
    _lasts_as_long_as_it_fades,
)
