"""A text or a sound that was put beside the one it is to change: a word of it ("“世界”两个字红色"), a
letter that is missing, "just song.mp3 as music", "at the end of the title", "show it at the end as
well"."""

import re
from difflib import SequenceMatcher

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

_LETTERS = words(
    r"\b(?:capitals?|capitali[sz]ed?|upper ?case|lower ?case|letters?|missing|typos?|spell(?:ed|ing)?|spelt"
    r"|mistake|wrong|one [a-z] too many|forgot(?:ten)? (?:the|an?))\b"
)
_CLOSE = 0.75


def _stands_beside_the_misspelt(plain: str, edit: Edit) -> bool:
    """ "There's an h missing, it's 'Thank you all'", and "Tank you all" is there as well."""
    if not _LETTERS.search(plain):
        return False
    return any(
        _is_like(str(one["text"]), old)
        for one in edit.added
        if "text" in one
        for old in edit.texts[0]
        if old in edit.texts[1]
    )


def _is_like(new: str, old: str) -> bool:
    one, other = new.casefold(), old.casefold()
    return one in other.split() or SequenceMatcher(None, one, other).ratio() >= _CLOSE


_IN_THE_TEXT = words(
    r"\b(?:end|start|beginning|front) of (?:the|that|this|my) (?:title|caption|text|lower third|name)\b"
)


def _is_put_beside_the_text(plain: str, edit: Edit) -> bool:
    """ "Add 'again' at the end of the title", and there is another title."""
    texts = [one for one in edit.added if "text" in one]
    return bool(texts and edit.texts[0]) and bool(_IN_THE_TEXT.search(plain))


_JUST_THIS = words(
    r"\A\W*(?:the )?(?:title|caption|subtitle|lower third|music|voice-?over) ?[:=]? ?(?:just|only)\b",
    r"\A\W*(?:just|only) (?:the )?[ \w]{0,12}\bas (?:the )?music\b",
    r"\b(?:text|wording):",
)


def _leaves_the_one_before(plain: str, edit: Edit) -> bool:
    """ "Just song.mp3 as music", and the jazz plays, too."""
    roles = {one["role"] for one in edit.added}
    there = {one["role"] for one in edit.before[1] if one in edit.after[1]}
    return bool(roles & there) and bool(_JUST_THIS.search(plain))


_CORRECTED = words(r"\A\W*(?:actually|sorry|no|wait|oops|i meant?|on second thoughts?)\b[,:]? ?")


def _covers_the_one_before(plain: str, edit: Edit) -> bool:
    """ "Actually, caption 'Two' from 2 to 4", and the first one is there at the same time."""
    if not _CORRECTED.search(plain):
        return False
    span = [(one["role"], one["s"], one["d"]) for one in edit.added if "text" in one]
    return any(
        (one["role"], one["s"], one["d"]) in span for one in edit.before[1] if one in edit.after[1]
    )


_AS_WELL = Regex(
    r"\b(?:show|display|play|have|bring|repeat)\b[^,.;]*\bat (?:the (?:end|start|beginning)|[0-9:]+)"
    r"[^.;]*\b(?:as well|too|again)\b",
    re.IGNORECASE,
)


def _is_moved_there(plain: str, edit: Edit) -> bool:
    """ "Show the title at the end as well", and it is there only."""
    moved = any(was["s"] != now["s"] and end_of(was) != end_of(now) for was, now in edit.altered)
    return moved and not edit.added and bool(_AS_WELL.search(plain))


_OF_A_TEXT = Regex(
    "[”」』]"
    "(?:这|那)?(?:[一二两三四五六七八九几]个?|个)?字|"
    "[”」』]的?(?:颜色)?(?:改成|变成|变|用|要)?(?:[红蓝绿黄白黑橙紫粉]|加粗|加大|放大|标红|斜体)"
)
_NAMED_BEFORE = Regex(
    "(?:标题|字幕|人名条|旁白|配音|文字|文案|写|打|加|放|显示|来个?|一个|上|出现?|做) ?[“「『]",
    re.IGNORECASE,
)
_QUOTED = Regex("(?P<before>.{0,4})[“「『](?P<text>[^”」』]+)(?=(?P<behind>[”」』].{0,8}))")


def writes_a_word_of_it(message: str, edit: Edit) -> bool:
    """ "“世界”两个字红色" of "你好世界", and there is a title of that word."""
    there = [*edit.before[1], *edit.added]
    for said in _QUOTED.finditer(message):
        if _NAMED_BEFORE.search(said["before"] + "“") or not _OF_A_TEXT.match(said["behind"]):
            continue
        if any(_holds_it(one, said["text"]) for one in there) and any(
            one.get("text") == said["text"] for one in edit.added
        ):
            return True
    return False


def _holds_it(one: Segment, text: str) -> bool:
    return text != one.get("text") and text in str(one.get("text", ""))


CHECKS = (
    _stands_beside_the_misspelt, _is_put_beside_the_text, _leaves_the_one_before, _covers_the_one_before,
    _is_moved_there,
)  # fmt: skip
