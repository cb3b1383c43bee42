"""What is said once of several things: one range, one clip, "the rest" behind a frozen frame."""

import re

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

_FROZEN = Regex(r"\b(?:freeze|hold)\b[^.;]*\b(?:and|then) [^.;]*\bthe rest\b", re.IGNORECASE)
_KEYS = ("vol", "color", "speed", "reverse", "rotate")


def _misses_the_rest(plain: str, edit: Edit) -> bool:
    """ "Freeze at 20 and mute the rest": what is behind the frame is not alike, or it begins before it."""
    held = [at for at, one in enumerate(edit.after[0]) if "freeze" in one]
    if edit.frozen <= 0 or not _FROZEN.search(plain):
        return False
    at = held[-1]
    before, behind = edit.after[0][:at], edit.after[0][at + 1 :]
    for key in _KEYS:
        if len({str(one.get(key)) for one in behind if "freeze" not in one}) > 1:
            return True
        if {str(one.get(key)) for one in before if key in one} & {
            str(one.get(key)) for one in behind if key in one
        }:
            return not any(key in one for one in edit.before[0])
    return False


_LOOK = (
    r"(?:(?:in |make it |turn it )?"
    r"(?:sepia|black and white|b&w|vintage|vivid|warm(?:er)?|cool(?:er)?|cold))"
)
_ITEM = (
    rf"(?:{_LOOK}|muted?|silent|silence(?: it)?|mute it|reversed?(?: it)?|backwards|(?:slow"
    rf"|speed)(?: it)? (?:down|up)(?: 2x)?"
    r"|faster|slower|quieter|louder|[\d.]+ ?x|half speed|double speed|crop(?:ped)?(?: it)?"
    r"|rotated?(?: it)?)"
)
_SPAN = (
    r"(?:for|in|during|over|from)? ?(?:the )?(?:(?:first|last|final|opening) (?:\w+ )?(?:seconds?|secs?"
    r"|s|half|third|minute)"
    r"|(?:first|second|third|last) clip|[\d:.]+ ?s? ?(?:to|-|until) ?[\d:.]+(?: ?s\w*)?|\s*(?=\W*\Z))"
)
_LISTED = Regex(
    rf"\A\W*(?:please )?(?P<items>(?:make it )?{_ITEM}(?:,? (?:and )?{_ITEM})+)"
    rf"(?P<all>[,:]? (?:all|both|everything)(?: of (?:that|it|them))?)?(?P<sign>[,:]?) (?P<span>{_SPAN})"
    r"\W*\Z",
    re.IGNORECASE,
)
_BARE = Regex(
    r"(?:(?:mute|reverse|crop|rotate|slow down|speed up)(?:,? and |, | |\Z))+", re.IGNORECASE
)
_WHEN = Regex(r"(?:for|in|during|over|from)\b", re.IGNORECASE)


def _serves_all_but_the_last_everywhere(plain: str, edit: Edit) -> bool:
    """ "Sepia, mute and 2x for the last 10 seconds", and all of the video is in sepia."""
    listed = _LISTED.match(plain)
    if listed is None or not _of_one_part(listed):
        return False
    was, now = edit.before[0], edit.after[0]
    if any(key in one for key in _KEYS for one in was):
        return False
    had = [[key in one for one in now] for key in _KEYS]
    had = [one for one in had if any(one)]
    apart = len(was) > 1 or (listed["span"].strip(" .!") and "clip" not in listed["span"])
    return len({*map(tuple, had)}) > 1 or (bool(apart) and any(map(all, had)))


def _of_one_part(listed: re.Match[str]) -> bool:
    """Whether all of the list is for one part: "make it sepia and mute the last 10 s" says two things."""
    if listed["all"]:
        return True
    of_it = re.search(r"\bit\b", listed["items"], re.IGNORECASE)
    told = listed["sign"] == ":" or _WHEN.match(listed["span"]) or _BARE.fullmatch(listed["items"])
    return not of_it and bool(told)


_MUTED_TOGETHER = Regex(
    r"[0-9]秒?(?:的)?(?:音乐[和与跟](?:人声|原声|视频)|(?:人声|原声|视频)[和与跟]音乐)(?:都)?(?:静音"
    r"|消音)|\b(?:mute|silence|quiet|turn (?:down|off)|lower) (?:(?:the |my )?(?:music|song) and (?:the "
    r"|my )?(?:voice|video|clip"
    r"|speech|talk|sound)|(?:the |my )?(?:voice|video|clip|speech|talk|sound) and (?:the |my )?(?:music"
    r"|song))"
    r" (?:from|between|for|in|during) ",
    re.IGNORECASE,
)


def _mutes_one_of_them_all_along(plain: str, edit: Edit) -> bool:
    """ "Mute the music and my voice from 20 to 30", and there is no music at all."""
    if not _MUTED_TOGETHER.search(plain):
        return False
    music = any(
        differs(was, now, "s", "d") or (edit.lasts(now) and differs(was, now, "vol"))
        for was, now in edit.altered
    )
    wide = len(edit.before[0]) == len(edit.after[0]) and edit.before[0] != edit.after[0]
    return music or wide


_FADED = Regex(
    r"(?:插入|加上?|放|接上?)\s{1,3}[,，](?:带)?(?:淡入|淡出|裁)"
    r"|\b(?:append|insert|put|add|place|splice in)\b[^.;]*, (?:faded|fading|cropped|rotated|muted"
    r"|reversed)\b",
    re.IGNORECASE,
)
_LAID = Regex(r"\b(?:corner|bottom|top|left|right|picture[- ]in[- ]picture)\b", re.IGNORECASE)
_TREATED = ("fade_in", "fade_out", "crop", "rotate", "vol", "reverse")


def _treats_another_clip(plain: str, edit: Edit) -> bool:
    """ "Insert b.mp4 at 20, faded in and out", and it is the video that fades."""
    if not _FADED.search(plain) or (edit.ends[1] == edit.ends[0] and not _LAID.search(plain)):
        return False
    files = {str(one.get("src")) for one in edit.before[0]}
    return any(
        key in one and not any(key in other for other in edit.before[0])
        for one in edit.after[0]
        if str(one.get("src")) in files
        for key in _TREATED
    )


_ALL_SOUND = Regex(
    r"\b(?:mute|silence) (?:absolutely )?(?:everything|it all|all(?: of it| the (?:sounds?|audio))?)\b"
    r"|\b(?:no|remove|kill|cut|drop|delete|turn off) (?:all |any )?(?:of )?(?:the )?(?:sounds?"
    r"|audio) (?:at all|whatsoever)"
    r"|\b(?:remove|kill|cut|drop|delete|turn off) all (?:of )?(?:the )?(?:sounds?|audio)\b"
    r"|(?:全部|所有(?:的)?声音(?:都)?|全都|统统)静音|(?:去掉|删掉|关掉|关闭)(?:所有|全部)(?:的)?声音",
    re.IGNORECASE,
)


def _leaves_the_inset_loud(plain: str, edit: Edit) -> bool:
    """ "Mute everything", and the picture in picture is as loud as it was."""
    loud = [one for one in edit.after[1] if _is_loud(one)]
    muted = [one for was, one in _by_time(edit) if one.get("vol") == 0 != was.get("vol")]
    together = any(
        one["s"] < end_of(other) and other["s"] < end_of(one) for one in loud for other in muted
    )
    return together and bool(_ALL_SOUND.search(plain))


def _by_time(edit: Edit) -> list[tuple[Segment, Segment]]:
    """Each clip with the one that was there before, where it begins."""
    return [
        (next((was for was in edit.before[0] if was["s"] <= one["s"] < end_of(was)), {}), one)
        for one in edit.after[0]
    ]


def _is_loud(one: Segment) -> bool:
    laid = one.get("role") == "overlay" and not is_picture(str(one.get("src")))
    return laid and one.get("vol") != 0


_SCREEN = Regex(
    r"\b(black|white) (?:screen|slate|card|frame|backdrop|background|slide)\b", re.IGNORECASE
)


def _writes_in_the_colour_of_the_screen(plain: str, edit: Edit) -> bool:
    """ "Show a black screen with 'The End'", and it is black letters over the video."""
    screens = {one.lower() for one in _SCREEN.findall(plain)}
    return any(str(one.get("color")) in screens and "background" not in one for one in edit.added)


_AS_THEY_ARE = Regex(
    r"\b(?:leave|keep) (?P<what>(?:(?:the|my) )?(?:title|music|song|logo|caption|watermark)s?"
    r"(?:(?:, | and |, and )(?:(?:the|my) )?(?:title|music|song|logo|caption|watermark)s?)*)"
    r" (?:(?:exactly |just )?as (?:they are|it is|is)|alone|unchanged|untouched|the same)",
    re.IGNORECASE,
)
_ROLES = {"song": "music", "logo": "overlay", "watermark": "overlay"}


def moves_what_stays(plain: str, edit: Edit) -> bool:
    """ "Slow it down and keep the title and the music as they are", and the title is there for longer."""
    for found in _AS_THEY_ARE.finditer(plain):
        names = re.findall("title|music|song|logo|caption|watermark", found["what"].lower())
        roles = {_ROLES.get(one, one) for one in names}
        if any((was or now).get("role") in roles for was, now in edit.layers):
            return True
    return False


_HIDE = Regex(r"隐藏|\bhide\b[^.;]*\b(?:from|after)\b[^.;]*\d", re.IGNORECASE)


def _shows_longer_what_is_hidden(plain: str, edit: Edit) -> bool:
    """ "Hide the title and the logo from 20 on", and the title that ended at 3 is there until 20."""
    longer = any(end_of(now) > end_of(was) for was, now in edit.altered)
    return longer and bool(_HIDE.search(plain))


_SIDES = Regex(r"\bcrop (?:off )?(?:both |the )*(?:sides|left and right)\b", re.IGNORECASE)
_NOT_SO = Regex(
    r"\bnot (?:so|as) (?:loud|fast|slow|quiet)\w* (?:and|or|but) (?:also )?not (?:so|as) \w+\W*\Z",
    re.IGNORECASE,
)
_BEHIND_IT = Regex(
    r"(?:sepia|black and white|b&w|blur\w*|muted?) (?:behind|under|beneath|below) (?:it|the title)\W*\Z",
    re.IGNORECASE,
)


def _does_not_what_it_says_briefly(plain: str, edit: Edit) -> bool:
    """ "Crop the sides", and all four are; "not so loud and not so fast", and it is as fast; "a title
    from 0 to 3, black and white behind it", and all of the video is."""
    now = edit.after[0]
    new = edit.gained(*_KEYS, "crop")
    if _SIDES.search(plain) and "crop" in new:
        return True
    if _NOT_SO.search(plain):
        return (
            len(
                {
                    key
                    for was, one in edit.clips
                    for key in ("vol", "speed")
                    if was.get(key) != one.get(key)
                }
            )
            == 1
        )
    timed = any(not edit.lasts(one) for one in edit.added)
    return (
        timed
        and bool(_BEHIND_IT.search(plain))
        and any(all(key in one for one in now) for key in new)
    )


_PLACED_TOGETHER = Regex(
    r"\b(?:put|place|move)\b(?:(?! (?:in|on|at|to|into) )[^,.;])*\band (?:the )?"
    r"(?:(?:title|caption|logo|watermark|lower third)\b| )"
    r"[^,.;]{0,4} ?(?:both |together )?(?:in|at|to|on|into) the "
    r"(?:top|bottom|upper|lower|left|right|cent|middle)",
    re.IGNORECASE,
)


def _places_one_of_two(plain: str, edit: Edit) -> bool:
    """ "Put the logo and the title in the top left corner", and the logo stands where logos do."""
    places = {str(now.get("pos")) for _, now in edit.layers if now}
    return len(places) > 1 and bool(_PLACED_TOGETHER.search(plain))


CHECKS = (
    _places_one_of_two, _misses_the_rest, _serves_all_but_the_last_everywhere, _mutes_one_of_them_all_along,
    _treats_another_clip, _leaves_the_inset_loud, _writes_in_the_colour_of_the_screen,
    moves_what_stays, _shows_longer_what_is_hidden, _does_not_what_it_says_briefly,
)  # fmt: skip
