"""A part of a part: "in the last 20 seconds, cut 45 to 50", "the first second of each part"."""

import re

from mock_server.agent.second_look.edit import SHOWN, Edit, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER

_SHOWN = (*SHOWN, "blur")
_SECONDS = r"(?:\d[\d.:]*|a|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty)"
_OF_A_RANGE = Regex(
    rf"[ ,]*(?:in|during|within|of|for) (?:the )?(?:first|last|final|opening) {_SECONDS} ?(?:s|sec\w*"
    rf"|minutes?)\b"
    rf",? (?:please |just )?[a-z ]{{0,40}}?\d[\d:.]* ?(?:s|sec\w*)? ?(?:-|–|to|and|until) ?\d"
    rf"|[ ,，]*(?:在)?(?:最?[前后]|开头|结尾)的?{NUMBER}秒钟?(?:里面?|内|之内|当中|中)?[,，]?(?:的|只"
    rf"|把|将|请"
    rf"|保留|剪掉|删掉|去掉)*第?{NUMBER}秒?[到至-]第?{NUMBER}秒(?![,，、和])"
    rf"|[ ,，]*(?:在)?(?:最?[前后]|开头|结尾)的?{NUMBER}秒钟?(?:里面?|内|之内|当中)[,，]的?[前后]{NUMBER}",
    re.IGNORECASE,
)
_OF_WHAT_IS_LEFT = words(
    "(?:剩下|剩余|余下|剩)的?(?:里|中)?的?最?[前后]",
    r"\b(?:first|last|final) [\w.]+ (?:s|sec\w*) of (?:what(?:'s| is) left|the (?:rest|remainder"
    r"|remaining))",
)
_BETWEEN_TWO = words("前[^,，。]{1,6}秒[和与到]最?后[^,，。]{1,6}秒之间")


def _takes_the_outer_one(plain: str, edit: Edit) -> bool:
    """ "In the last 20 seconds, mute 45 to 50", and more than that is silent."""
    if edit.before[0] == edit.after[0]:
        return False
    return any(said.search(plain) for said in (_OF_WHAT_IS_LEFT, _BETWEEN_TWO)) or bool(
        _OF_A_RANGE.match(plain)
    )


_EACH_PART = words(
    r"\b(?:each|every) (?:part|piece|section|segment|clip)\b",
    "每(?:一)?(?:段|个片段|部分)(?!时间|话)",
)


_SPARES_SOME = words(r"\b(?:but|except|between|apart)\b", "除|之间")


def _takes_one_of_each(plain: str, edit: Edit) -> bool:
    """ "Cut the last two seconds of every part", and the last part alone is shorter."""
    was, now = edit.before[0], edit.after[0]
    if len(was) == 1 or was == now or not _EACH_PART.search(plain):
        return False
    if _SPARES_SOME.search(plain):
        return False
    if len(now) < len(was):
        return True
    kept = [{key: one.get(key) for key in ("in", "out", *_SHOWN)} for one in now]
    return any({key: one.get(key) for key in ("in", "out", *_SHOWN)} in kept for one in was)


_NUMBERED_PART = words(r"\b(?:part|section|piece|segment) (?:two|three|four|[2-9])\b")


def _stands_in_another(plain: str, edit: Edit) -> bool:
    """ "Title 'Two' at the beginning of part two", and it is at that of the first."""
    return any(one["s"] == 0 for one in edit.added) and bool(_NUMBERED_PART.search(plain))


_FADES = ("fade_in", "fade_out")
_NOT_SO = Regex(
    r"\W*(?:please )?(?:don't|do not) (?!touch|chang)\w+[^,.;]*(?:\d|\b(?:half|third|quarter"
    r"|second)\b)[^,.;]*"
    r"[,.;] ?(?:but |just |only |please )*\w+(?: up| down)? (?:it|them)\b"
    rf"|[ ,，]*第?{NUMBER}秒?[到至-]{NUMBER}秒(?:不要|别|不用)[^,，。]{{1,6}}[,，](?:而是|只)"
    rf"|[ ,，]*(?:请)?(?:不要|别|不用)(?![动改])[^,，。;；]*(?:{NUMBER}秒|半段?"
    rf"|分之)[^,，。;；]*[,，。;；](?:只|而是)?(?:[把将]它"
    r"|静音|倒放|加速|放慢|黑白)",
    re.IGNORECASE,
)
_LED = Regex(
    rf"[ ,，]*第[一二三四](?:段|个片段)[^,，。]*[,，](?:画面|声音|原声|同时|并|也)"
    rf"|[ ,，]*[将把让][^,，。;；]{{0,3}}(?:第?{NUMBER}秒?[到至-]第?{NUMBER}秒|[前后]{NUMBER}秒"
    rf"|[前后]半段?|片段)"
    r"(?![^,，。;；]*[剪删裁])[^,，。;；]{0,14}[,，](?:并且?|且|同时)?(?:[把将])?(?:它的)?(?:声音|音量"
    r"|画面|原声|静音|倒放|降低"
    r"|提高|加速|放慢)"
    r"|[ ,]*(?:please )?(?:reverse|slow|speed|play|rotate|flip|make|turn) (?:down |up |the )*(?:first|last"
    r"|opening|final|middle|\d)[^.;]{2,50}?(?:,| and)+ (?:lower|raise|reduce|increase|set|turn (?:down"
    r"|up|off)|mute"
    r"|bring down|halve|cut) (?:the |its )?(?:volume|sound|audio)\b(?! of)"
    rf"|[ ,，]*第?{NUMBER}秒?[到至-]第?{NUMBER}秒(?:之间)?[:：]"
    r"|[ ,]*[\d:.]+ ?s? ?(?:-|–|to) ?[\d:.]+ ?\w*:",
    re.IGNORECASE,
)


def _does_it_to_all(plain: str, edit: Edit) -> bool:
    """ "10到20秒：慢放，静音", and all of the video is silent."""
    now = edit.after[0]
    if not (_LED.match(plain) or _NOT_SO.match(plain)):
        return False
    return any(
        all(key in one for one in now) and not has(edit.before[0], key)
        for key in (*_SHOWN, *_FADES)
    )


_BEFORE_THE_END = words("结[束尾]前[0-9.一二两三四五六七八九十]+秒(?:钟)?[到至-]")
_AT_EACH_EDGE = words("四周各|各边|四边各|上下左右各")


def _takes_other_edges(plain: str, edit: Edit) -> bool:
    """ "结束前5秒到结束前2秒静音"; "画面四周各裁掉5%"."""
    changed = edit.before[0] != edit.after[0]
    return changed and bool(_BEFORE_THE_END.search(plain) or _AT_EACH_EDGE.search(plain))


_START_THEN_END = Regex(
    r"\b(?:start|begin)\w*\b[^.;]*?(?:\d+(?:\.\d+)?)[^.;\d]*[.;][^.;]*\b(?:end|finish"
    r"|stop)\w*\b[^.;]*?(\d+)",
    re.IGNORECASE,
)


def _ends_later_than_said(plain: str, edit: Edit) -> bool:
    """ "New start: 4 s. New end: 52 s.", and it ends at 56 s of what it was."""
    told = _START_THEN_END.search(plain)
    if told is None or not edit.ends[0] > edit.ends[1] > 0:
        return False
    return bool(edit.after[0][-1].get("out") != 1_000 * int(told[1]))


_OF_ALL_OF_IT = words(
    "[,，](?:同时|并且|并)(?:把|将|给)?(?:画面|视频|整体)?(?:降噪|去噪|防抖|稳定|均衡|旋转|倒放)"
)


def _does_it_to_a_part(plain: str, edit: Edit) -> bool:
    """ "15到18秒放大1.5倍，并且降噪", and the noise of those 3 s is gone."""
    keys = ("denoise", "stabilize", "normalize", "rotate", "reverse")
    new = edit.gained(*keys)
    part = len(edit.after[0]) > len(edit.before[0])
    some = any(key not in one for key in new for one in edit.after[0])
    return part and some and bool(_OF_ALL_OF_IT.search(plain))


CHECKS = (
    _takes_the_outer_one,
    _takes_one_of_each,
    _stands_in_another,
    _does_it_to_all,
    _takes_other_edges,
    _does_it_to_a_part,
    _ends_later_than_said,
)
