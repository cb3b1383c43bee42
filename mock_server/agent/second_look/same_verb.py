"""What is said once and holds of two: "mute the clip, and the music from 30 on" mutes the music, too."""

import re
from collections.abc import Sequence

from mock_server.agent.second_look.edit import Edit, changed_keys, shown
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_AND_THEN_IT = Regex(
    r"(?:\A|[.;,] ?)(?:please |and |then |just )*(?:mute|silence|turn (?:off|down)|halve|remove|delete|drop"
    r"|hide|kill|lower|dim|lose|switch off|cut)\b[^,.;]*,? and (?:also )?(?:the |my |our )?"
    r"(?P<thing>[a-z-]+(?: third)?) (?P<side>from|after|until|till|before|up to)\b[^,.;]*\W*\Z",
    re.IGNORECASE,
)
_FROM = words("from|after")
_PLACES = words(
    r"\b(?:adds?|put|place|insert|show|overlay|append|lay|lays|use|picture|pip|have|need|want|wants"
    r"|top|corner"
    r"|over|inset|drop|stick|give|get|play|display|see|bring|include|with|small|inside|layer|float"
    r"|superimpose)\b",
    "[加放插叠贴配上播用来显盖]|画中画|左|右|角",
)
_INSTEAD_OF_A_PART = words(r"\binstead of the (?:last|first|final|opening|closing)\b")
_BOTH_CLIPS = words(
    r"\b(?:both|each|every) (?:of the )?(?:two )?(?:clips?|videos?)\b|\beach clip\b"
)
_TAKES_AWAY = words(
    r"\b(?:remove|delete|drop|lose|take|kill|ditch|get rid|except|but|only|not)\b|n't\b"
)
_FADES_BOTH = words(
    r"\bfade (?:them )?both\b|\bboth\b[^,.;]*\bfad(?:e|es|ing)\b|\bfad\w+\b[^,.;]*\bboth\b"
)


def _is_there_instead(plain: str, edit: Edit) -> bool:
    """ "Turn off the clip, and the music from 30 on", and the music plays from then on only."""
    if not (found := _AND_THEN_IT.search(plain)):
        return False
    late = bool(_FROM.match(found["side"]))
    return any(
        late == (was["s"] != now["s"])
        for was, now in edit.altered
        if (kind := LAYERS.get(str(was["role"])))
        and kind.search(found["thing"])
        and changed_keys(was, now) <= {"s", "d", "in", "out", "skip"}
    )


def _lays_a_clip_on_top(plain: str, edit: Edit) -> bool:
    """ "Crop b by 10% on the left and talk on the right", and the talk lies above itself."""
    there = {one.get("src") for one in edit.before[0]}
    laid = [one for one in edit.added if one["role"] == "overlay" and one.get("src") in there]
    return bool(laid) and not _PLACES.search(plain)


def _puts_it_beside(plain: str, edit: Edit) -> bool:
    """ "Add b.mp4 at the end instead of the last ten seconds", and they are still there."""
    return (
        bool(_INSTEAD_OF_A_PART.search(plain)) and edit.ends[1] > edit.ends[0] and not _lost(edit)
    )


def _lost(edit: Edit) -> bool:
    """Whether less of a file is shown than was."""
    was, now = (_shown(side[0]) for side in (edit.before, edit.after))
    return any(now.get(src, 0) < ms for src, ms in was.items())


def _shown(clips: Sequence[Segment]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in clips:
        src = str(one.get("src", ""))
        found[src] = found.get(src, 0) + shown([one])
    return found


def _loses_one_of_both(plain: str, edit: Edit) -> bool:
    """ "Trim both clips to 10 seconds", and the second is gone; "fade both out", and only the last does."""
    was, now = edit.before[0], edit.after[0]
    if len(was) < 2:
        return False
    gone = {one.get("src") for one in was} - {one.get("src") for one in now}
    if gone and _BOTH_CLIPS.search(plain) and not _TAKES_AWAY.search(plain):
        return True
    faded = [key for key in ("fade_in", "fade_out") if edit.gained(key)]
    alone = not edit.before[1] and len(was) == len(now)
    return (
        alone
        and bool(_FADES_BOTH.search(plain))
        and any(sum(key in one for one in now) < len(now) for key in faded)
    )


_INTO = Regex(
    r"\b(?:cross-?fade|dissolve|transition|wipe|fade|blend|dip) (?:in)?to ", re.IGNORECASE
)


def _places_it_again(plain: str, edit: Edit) -> bool:
    """ "Crossfade into b", which is there already, and there is another b."""
    was, now = ([one.get("src") for one in side[0]] for side in (edit.before, edit.after))
    again = any(now.count(src) > was.count(src) > 0 for src in set(now))
    return again and len(was) > 1 and bool(_INTO.search(plain))


_NOT_ON = Regex(r",? (?:and |but )?not (?:on|for|in|to) (?:the )?([\w.]+)", re.IGNORECASE)


def is_like_what_is_spared(message: str, edit: Edit) -> bool:
    """ "Sepia on b, not on talk", where the talk is in sepia already and stays so."""
    if not (found := _NOT_ON.search(message)):
        return False
    name = found[1].rstrip(".").casefold()
    spared = [one for one in edit.after[0] if name in _names(one)]
    gained = [
        (key, now[key])
        for was, now in edit.clips
        for key in changed_keys(was, now) & {"color", "vol", "speed", "reverse", "rotate", "blur"}
        if key in now
    ]
    return any(one.get(key) == value for one in spared for key, value in gained)


def _names(one: Segment) -> set[str]:
    src = str(one.get("src", "")).casefold()
    return {src, src.partition(".")[0]}


CHECKS = (
    _is_there_instead,
    _lays_a_clip_on_top,
    _puts_it_beside,
    _loses_one_of_both,
    _places_it_again,
)
