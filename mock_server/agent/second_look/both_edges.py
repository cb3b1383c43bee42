"""English: an end that is told before the start ("until 0:12, from 0:06"), "the second one to 2 seconds",
what is silent besides the clip, and what goes over into black."""

import re

from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms
from mock_server.timeline.tracks import end_of

_T = rf"(?:\d+:\d\d|{NUMBER})"
_END_FIRST = Regex(
    rf"\b(?:until|till|up to) (?:second )?(?P<end>{_T})(?: ?(?:s|secs?|seconds?))?,? (?:and |but )?"
    rf"(?:it )?(?:start(?:s|ing)?|begin(?:s|ning)?|comes?|appear(?:s|ing)?|from)(?: only)?(?: at| from)?"
    rf" (?:second )?(?P<start>{_T})(?![\d:])",
    re.IGNORECASE,
)
_ONE = Regex(
    r"(?<!from )\b(?:first|second|third|fourth|last|other|next|new|old|same|middle|top|bottom|left"
    r"|right) one"
    r" (?:to|at|from|until|till|by|for)\b",
    re.IGNORECASE,
)
_AND_THE_LAST_ONE = words(r"\bseconds? and the (?:first|last|final) one\b(?! s)")
_SECOND = 1_000  # ms


def _is_not_between_them(plain: str, edit: Edit) -> bool:
    """ "Title until 0:12, starting at 0:06", and it goes at 0:18."""
    told = _END_FIRST.search(plain)
    if not told or clock_ms(told["start"]) >= clock_ms(told["end"]):
        return False
    spans = [(now["s"], end_of(now)) for _, now in edit.layers if now]
    return bool(spans) and (clock_ms(told["start"]), clock_ms(told["end"])) not in spans


def _takes_one_for_a_second(plain: str, edit: Edit) -> bool:
    """ "Shorten the second one to 2 seconds" of two titles, and the video lacks its second second."""
    if edit.ends[0] != edit.ends[1] and _AND_THE_LAST_ONE.search(plain):
        return True
    if not _ONE.search(plain):
        return False
    if edit.before[1] and edit.before[0] != edit.after[0]:
        return True
    was, now = ({one["s"] for part in side for one in part} for side in (edit.before, edit.after))
    ends = {end_of(one) for one in edit.after[0]} - {end_of(one) for one in edit.before[0]}
    return _SECOND in (now - was) | ends


_SILENT = words(
    r"\b(?:silence|silent|no (?:sound|audio)|(?:sound|audio) off"
    r"|without (?:any )?(?:sound|audio))\b"
)
_OF_THE_CLIP = words(
    r"\b(?:clip|video|footage|voice|speech|my|original|it|its|picture|recording|talk|music|song"
    r"|except|but|only"
    r"|keep\w*)\b"
)


def _hears_the_music_on(plain: str, edit: Edit) -> bool:
    """ "Silence from 20 to 30", and the music plays on."""
    if not _SILENT.search(plain) or _OF_THE_CLIP.search(plain):
        return False
    silent = [one for one in edit.after[0] if one.get("vol") == 0]
    heard = [
        one
        for one in edit.after[1]
        if one["role"] in ("music", "voiceover", "sound") and one.get("vol", 1) > 0
    ]
    return edit.before[0] != edit.after[0] and any(
        one["s"] < end_of(quiet) and quiet["s"] < end_of(one) for quiet in silent for one in heard
    )


_THROUGH_BLACK = words(r"\b(?:transition|crossfade)\b[^.;]*\b(?:fade|dip) (?:to|through) black\b")


def _goes_not_through_black(plain: str, edit: Edit) -> bool:
    """ "Make the transition a fade to black", and one picture goes over into the other."""
    joined = [one["tr"] for one in edit.after[0] if isinstance(one.get("tr"), dict)]
    black = any("black" in str(one.get("type")) for one in joined)
    return bool(joined) and not black and bool(_THROUGH_BLACK.search(plain))


_NO_FADES = words(r"\A\W*(?:no|nope|sorry|wait|rather|actually)\b[^.;]*\bfade to black\b")
_UP_OR_DOWN = words(
    r"\A\W*(?:and )?(?:a (?:bit|little) )?(?:up|down)"
    r"(?: (?:a (?:bit|little)|slightly|some))?(?: please)?\W*\Z"
)
_STARTS = words(r"\b(?:start|starts|begin|begins|appear|appears|comes?)\b[^.;]*\bat\b")
_MOVED = words(r"\b(?:move|shift|later|earlier|long|length|lasts?|seconds? (?:of|long))\b")


def fades_out_in_its_place(message: str, made: Edit, edit: Edit) -> bool:
    """ "Crossfade between the clips", "no, fade to black", and the video does so at its end."""
    joined = has(made.after[0], "tr") and not has(made.before[0], "tr")
    return joined and bool(edit.gained("fade_out")) and bool(_NO_FADES.search(message))


def is_turned_down(message: str, made: Edit, edit: Edit) -> bool:
    """ "Put the logo in the top left corner", "down a bit", and the video is quieter."""
    placed = any(was.get("pos") != now.get("pos") for was, now in made.layers if now)
    was, now = edit.of_clips("vol")
    return placed and was != now and bool(_UP_OR_DOWN.match(message))


def loses_its_new_end(message: str, made: Edit, edit: Edit) -> bool:
    """ "Stop the music at 0:40", "and start it at 0:05", and it stops at 0:45."""
    ended = {
        was["id"]
        for was, now in made.altered
        if end_of(was) != end_of(now) and was["s"] == now["s"]
    }
    slid = any(was["id"] in ended and end_of(was) != end_of(now) for was, now in edit.altered)
    return slid and bool(_STARTS.search(message)) and not _MOVED.search(message)


LEANING = (fades_out_in_its_place, is_turned_down, loses_its_new_end)
CHECKS = (
    _is_not_between_them,
    _takes_one_for_a_second,
    _hears_the_music_on,
    _goes_not_through_black,
)
