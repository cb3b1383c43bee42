"""A word of a text that is spelled wrong, a text that is there already, and what else is kept of it."""

import re
from difflib import SequenceMatcher

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_TYPO = words(r"\b(?:typo|misspel\w+|spelled|spelling|mistyped)\b", "打错|写错|错字|拼错|错别字")


def loses_the_other_words(plain: str, edit: Edit) -> bool:
    """ "Typo: it's 'Welcome'" of "Welcom to Paris", and it says "Welcome"."""
    if not _TYPO.search(plain):
        return False
    old, new = edit.texts
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    return len(gone) == len(come) == 1 and _is_like_a_piece(come[0], gone[0])


def _is_like_a_piece(new: str, old: str) -> bool:
    if " " in old:
        pieces = [] if " " in new else old.split()
    else:
        pieces = [old[i : i + len(new)] for i in range(len(old) - len(new) + 1)]
    longer = len(old) >= len(new) + 2
    return longer and any(SequenceMatcher(None, one, new).ratio() >= 0.5 for one in pieces)


_GIVES_IT = Regex(r"\bgive +(?:an? |the )|给 *(?:再)?加", re.IGNORECASE)


def _adds_it_once_more(plain: str, edit: Edit) -> bool:
    """ "给“第二章”加个红色底", and there are two of them now."""
    again = any(str(one.get("text")) in edit.texts[0] for one in edit.added)
    return again and bool(_GIVES_IT.search(plain))


_NO_FADE = words(
    r"\b(?:picture|video)\b[^.,;]{0,20}\b(?:no|without|not|n't|don't)\b[^.,;]{0,12}\bfad",
    r"\b(?:no|not an?|any) fades? (?:on|for|in|of) the (?:picture|video|title)",
    "(?:画面|视频)[^,，。;；]{0,8}(?:不要|不用|别|不)(?:加|做|用)?(?:淡|渐)",
)


def _fades_what_is_not_to_fade(plain: str, edit: Edit) -> bool:
    """ "画面和标题都不要加淡入淡出", and the picture fades."""
    return bool(edit.gained("fade_in", "fade_out")) and bool(_NO_FADE.search(plain))


_KINDS = words(
    r"\b(?:cross ?-?fade|dissolve|dip|wipe|slide|fade|black|white|cut)\b",
    "叠化|溶解|黑|白|擦|滑|淡|硬切|划",
)


def _joins_in_another_way(plain: str, edit: Edit) -> bool:
    """ "转场时长改成2秒", and it is a wipe no more."""
    kinds = [
        [str(one["tr"].get("type", "fade")) for one in side[0] if isinstance(one.get("tr"), dict)]
        for side in (edit.before, edit.after)
    ]
    same = len(kinds[0]) == len(kinds[1])
    return same and kinds[0] != kinds[1] and not _KINDS.search(plain)


_KEEPS_ONE = words(
    r"\bkeep only (?:the )?(?:first|second|third|last) (?:title|caption|one)\b",
    r"\bonly keep (?:the )?(?:first|second|third|last) (?:title|caption|one)\b",
    "只(?:留|保留|留下|要)(?:第[一二三四]|最后一)[个条](?:标题|字幕)",
)


def _removes_none_of_the_others(plain: str, edit: Edit) -> bool:
    """ "只留第一个标题，放到顶部", and the other one is still there."""
    written = [one for one in edit.before[1] if one["role"] in ("title", "caption")]
    left = [one for one in edit.after[1] if one["role"] in ("title", "caption")]
    return 1 < len(written) <= len(left) and bool(_KEEPS_ONE.search(plain))


_A_STEP_AND_HOW_FAR = Regex(r"\W*(?:再)?[大小]一?点[,，] ?0?\.[0-9]+\W*")


def _turns_down_the_video(plain: str, edit: Edit) -> bool:
    """ "小一点，0.15" beside a logo, and the video is as loud as that."""
    was, now = edit.of_clips("vol")
    return was != now and bool(edit.before[1]) and bool(_A_STEP_AND_HOW_FAR.fullmatch(plain))


CHECKS = (
    _turns_down_the_video,
    loses_the_other_words, _adds_it_once_more, _fades_what_is_not_to_fade, _joins_in_another_way,
    _removes_none_of_the_others,
)  # fmt: skip
