"""Which clip is changed: "append b.mp4 and mute its first 5 seconds", "merge the clips"."""

import re

from mock_server.agent.second_look.edit import Edit, has, new_sources, shown
from mock_server.agent.second_look.words import words
from mock_server.agent.values.files import is_picture
from mock_server.timeline.tracks import Segment

_SPLIT_HALF = words(r"\bsplit\b[^.]*\d[^.]*\b(?:first|second|last) half\b")
_MERGED = words(
    r"\b(?:merge|join|combine|connect) (?:the|these|both) clips\b",
    r"\A\W*(?:把|将)?(?:这?两?[段个])?(?:片段|视频)?(?:合并|拼接|拼起来|连起来)(?:这?两?[段个])?(?:片段"
    r"|视频)?\W*\Z",
)


_PIECES = words(
    r"\bjoin (?:the )?(?:pieces|parts|rest|ends|halves|remaining)\b", r"\bjoin(?: it| them)?[,.]"
)
_ONCE_MORE = words(
    "再[放接播来](?:一)?[遍次]",
    "接上? *[,，]再把 +接[在到]后",
    r"\b(?:begin|start|open) with the (?:part|bit|piece)\b",
)
_AT_A_SPLIT = words("切开|分割|切一刀", r"\bsplit\b")
_NTH_SONG = words("第[一二三]首", r"\b(?:first|second) (?:song|track)\b")
_APPENDED = words(
    r"\A\W*(?:append|insert)\b(?! an? (?:wipe|crossfade|dissolve|dip|transition|fade))[^,]*(?:  "
    r"|\bof\b)[^,]*,",
    "\\A[ ,，]*把? +的?[前后最][^,，]*接",
)


_A_CLIP = words(r"\b(?:the )?(?:first|second|third|last) (?:clip|part|segment|piece)\b", r"\S {2,}")
_AND_IT = words(r"\band (?:fade|mute|make|speed|slow|reverse|rotate|blur|turn) it\b")
_USE_ONLY = words(
    r"\b(?:use|keep|take|show) only\b[^.;]*\bof (?: |the (?:first|second|third|last) (?:clip|part))",
)


def _goes_beyond_the_clip(plain: str, edit: Edit) -> bool:
    """ "make b.mp4 sepia and fade it in", and the first clip fades in."""
    was, now = edit.before[0], edit.after[0]
    if len(was) > 1 and len(now) > len(was) and _USE_ONLY.search(plain):
        return True
    if len(was) == 1 or not (_AND_IT.search(plain) and _A_CLIP.search(plain)):
        return False
    kept = [_told(one) + str(one.get("in")) for one in was]
    changed = [one for one in now if _told(one) + str(one.get("in")) not in kept]
    return len({(one.get("src"), one.get("in")) for one in changed}) > 1


def _changes_what_is_there(plain: str, edit: Edit) -> bool:
    """ "第一首淡出两秒", and it is the picture; "append 0-10 of b.mp4, mute it", and the other one is."""
    changed = edit.before[0] != edit.after[0]
    if changed and _NTH_SONG.search(plain) and not edit.layers:
        return True
    laid = any(one.get("role") == "overlay" and _moves_pictures(one) for one in edit.added)
    if laid and _INSERTED.search(plain):
        return True
    return changed and not (edit.added or new_sources(edit)) and bool(_APPENDED.search(plain))


_INSERTED = words(
    r"\binsert\b[^,.;]*\bin the middle\b", "插[入到在进]?[^,，。画角]*(?:中间|中央|当中|中点)"
)


def _takes_other_clips(plain: str, edit: Edit) -> bool:
    """ "merge the clips", and one more is added; "split at 15 and delete the second half"."""
    if _SPLIT_HALF.search(plain) and edit.ends[0] != edit.ends[1]:
        return True
    if _PIECES.search(plain) and new_sources(edit):
        return True
    if _ONCE_MORE.search(plain) and edit.before[0] != edit.after[0]:
        return True
    plainly = {one.get("id") for one in edit.before[0][1:] if "tr" not in one}
    joined = any("tr" in one and one.get("id") in plainly for one in edit.after[0])
    if joined and len(edit.before[0]) < len(edit.after[0]) and _AT_A_SPLIT.search(plain):
        return True
    merged = _MERGED.search(plain)
    return bool(merged) and len(edit.before[0]) > 1 and bool(new_sources(edit))


_MINE = r"\b(?:in|out|up|down|mute|reverse|rotate) my (?:clip|footage|recording)\b"
_ITS = words(
    r"\bits (?:first|last|opening|final)\b",
    r"\b(?:first|last|opening|final) [^.,]{1,20}(?:s|seconds?|frame|half) of it\b",
    r"\bfad(?:e|ing) it\b",
    r"\bfor its (?:first|last|whole|entire)\b",
    r"\b(?:speed|slow|mute|reverse|freeze)\b[^.,]* it\b(?! all)",
    _MINE,
    "它的(?:前|后|最后|第一|开头|结尾)|[让把使]它|[左右][上下]角[^。]*并?(?:加速|减速|倒放|放慢)",
)


def _changes_another_clip(plain: str, edit: Edit) -> bool:
    """ "append b.mp4 and mute its first 5 seconds", and it is another one that is mute."""
    if not _ITS.search(plain):
        return False
    new = new_sources(edit)
    videos = [one for one in edit.added if one.get("role") == "overlay" and _moves_pictures(one)]
    if new and not _NAMED_CLIP.search(plain):
        mine = bool(re.search(_MINE, plain, re.IGNORECASE))
        new_ones = [one for one in edit.after[0] if one.get("src") in new]
        if mine and any(has([one], "vol", "fade_in", "fade_out", "speed") for one in new_ones):
            return True
        old = [_told(one) for one in edit.before[0]]
        now = [_told(one) for one in edit.after[0] if one.get("src") not in new]
        texts = "for its" in plain and any("text" in one and not one["s"] for one in edit.added)
        linked = any("tr" in one for one in new_ones) and "fade" in plain.lower()
        other = set(now) != set(old) or any(
            _shown(edit.before[0], src) != _shown(edit.after[0], src)
            for src in {one.get("src") for one in edit.before[0]}
        )
        spans = bool(_ITS_LENGTH.search(plain)) and bool(edit.added)
        return (not mine and other) or texts or linked or spans
    if videos and edit.before[0] != edit.after[0]:
        return True
    sources = {one.get("src") for one in edit.before[0]}
    if len(sources) > 1 and re.match(r"\W*\w+ its (?:first|last)\b", plain):
        return True
    changed = {one.get("src") for one in _changed_main(edit)}
    return len(changed) > 1 and bool(re.search(r"\bits\b|\bof it\b|它的", plain, re.I))


_ITS_LENGTH = words(r"\bfor its (?:whole|entire)\b")
_NAMED_CLIP = words(r"\bthe (?:first|second) clip\b")
_LOGO = words(r"\blogo\b")
_BOTH_ENDS = words(
    r"\bat the (?:end and (?:at )?(?:the )?(?:start|beginning)"
    r"|(?:start|beginning) and (?:at )?(?:the )?end)\b"
)


def _places_another(plain: str, edit: Edit) -> bool:
    """ "append b.mp4 and add the logo to it", and the video lies over the other one."""
    over = [one for one in edit.added if one.get("role") == "overlay"]
    if _LOGO.search(plain) and over and all(map(_moves_pictures, over)):
        return True
    return bool(_BOTH_ENDS.search(plain)) and len(edit.after[0]) - len(edit.before[0]) == 1


def _moves_pictures(one: Segment) -> bool:
    return not is_picture(str(one.get("src", "")))


def _told(one: Segment) -> str:
    """What is told of a segment, but when it is and how it is called."""
    return str(
        sorted(
            (key, str(value))
            for key, value in one.items()
            if key not in ("id", "s", "in", "out", "d", "tr")
        )
    )


def _changed_main(edit: Edit) -> list[Segment]:
    was = [_told(one) for one in edit.before[0]]
    cut = {
        src
        for src in {one.get("src") for one in edit.before[0]}
        if _shown(edit.before[0], src) != _shown(edit.after[0], src)
    }
    return [one for one in edit.after[0] if _told(one) not in was or one.get("src") in cut]


def _shown(main: list[Segment], src: str | None) -> int:
    """How much of a file is shown, in ms."""
    return shown(one for one in main if one.get("src") == src)


_ONE_AND_THEN = words(
    "\\A[ ,，]*先[放播接][^,，。]*[,，](?:再|然后再?)[放播接]",
    r"\A\W*(?:first|start with)   ?,? ?(?:and )?then  ",
)


def _shows_it_twice(plain: str, edit: Edit) -> bool:
    """ "先放b.mp4，再放talk.mp4", and the one that was there is there twice."""
    longer = any(
        _shown(edit.before[0], src) < _shown(edit.after[0], src)
        for src in {one.get("src") for one in edit.before[0]}
    )
    return longer and bool(_ONE_AND_THEN.search(plain))


CHECKS = (
    _takes_other_clips,
    _changes_another_clip,
    _places_another,
    _changes_what_is_there,
    _goes_beyond_the_clip,
    _shows_it_twice,
)
