"""What is put right, and must not stay: "mute the video", "no, I meant the music"."""

import re
from collections.abc import Mapping
from typing import Any

from mock_server.agent.second_look.edit import Edit, spelled
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_PUTS_RIGHT = words(
    r"\A\W*(?:no(?!\s+(?:worries|problem|rush|need|more|music|title|sound|audio|logo|captions?|fades?))"
    r"|nope|oops|sorry"
    r"|wait|not that|wrong)\b[,.! ]+(?:no[,. ]+)?(?:i (?:mean|meant|said)|it's|the|that's|rather"
    r"|make it|on|at|from|only|an?|just)\b",
    r"\A\W*(?:no|sorry)[,.!]+ *[\"“'‘\d]",
    r"\A\W*no need to [a-z]+[,.;]",
    r"\A\W*i (?:mean|meant)\b",
    r"\A\W*(?:(?:oh|ah|hm+),? )?(?:no|nope|sorry|oops|wait)[,.!]+ *(?:please )?(?:the other way|make"
    r"|move|put|cut|mute|set|turn|start|end|begin|stop|delete|remove|speed|slow|black|fade|a bit|\w+er)\b"
    r"(?!.*\b(?:too|also|as well|back)\b)",
    "\\A[ ,，]*(?:哦|啊|呃)?[ ,，]*(?:[说搞弄]?反了|不|不对|不是|错了|[我说搞弄]错了|我说错了)"
    "[,，。!！ ]+(?!用|要|客气)",
    "\\A[ ,，]*(?:算了|还是算了)[,，。 ]+(?:改|换|就|还是)",
    "\\A[ ,，]*应该是",
    "\\A[ ,，]*(?:我是说|我说的是|我的意思是|我指的是)",
)


# What is kept is told of the video as it was: "剪掉前5秒", "说反了，是保留前5秒".
_KEEPS_INSTEAD = words("(?:保留|只留|留下|留)", r"\b(?:keep|leave)\b")
_ANOTHER_LEVEL = words(
    r"\b(?:original|my voice|the (?:video|clip|speech|voice))\b[^,.;]*\d ?%",
    "(?:原声|人声|视频声?音?)[^,，。]*[0-9] ?%",
)


def _keeps_of_what_is_left(
    message: str, former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether a correction keeps a part of what the cut before it has left; or takes away the layer that it
    says nothing of: "加song.mp3，音量30%", "不对，原声30%"."""
    mistake, edit = Edit.of(former, before), Edit.of(before, after)
    cut = mistake.ends[1] < mistake.ends[0] and edit.ends[1] < edit.ends[0]
    if cut and _KEEPS_INSTEAD.search(message):
        there = {one.get("in") for one in mistake.before[0]}
        return not there & {one.get("in") for one in edit.after[0]}
    gone = {was.get("id") for was, now in edit.layers if not now}
    added = {one.get("id") for one in mistake.added}
    return bool(gone & added) and bool(_ANOTHER_LEVEL.search(message))


_AN_END = words(
    r"\b(?:first|last|start|beginning|end|ending|opening|final|keep|leave)\b",
    "开头|结尾|片头|片尾|最后|[前后留]",
)


def _cuts_an_end_instead(
    message: str, former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """ "剪掉10到20秒", "不对，从12秒开始剪", and all that is behind 12 s is gone."""
    mistake, put_right = Edit.of(former, before), Edit.of(before, after)
    first, wrong, now = mistake.before[0], mistake.after[0], put_right.after[0]
    in_the_middle = len(wrong) > len(first) and _ends_of(first) == _ends_of(wrong)
    return in_the_middle and _ends_of(now) != _ends_of(first) and not _AN_END.search(message)


def _ends_of(clips: list[Segment]) -> tuple[object, object]:
    """Where the first clip begins in its file, and where the last one ends."""
    return (clips[0].get("in"), clips[-1].get("out")) if clips else (None, None)


_FADES_ONLY = Regex(
    r"\W*(?:(?:no|sorry|oops|wait|i mean|i meant|rather|不对|说错了|应该是"
    r"|是)[ ,，.]*)+(?:fade (?:it )?(?:in|out)"
    r"|[淡渐][入出])\W*",
    re.IGNORECASE,
)


def _fades_for_another_time(
    message: str, former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether a fade that takes another's place lasts otherwise: "fade in 3 seconds",
    "I meant fade out"."""
    if not _FADES_ONLY.fullmatch(message):
        return False
    sides = [
        sorted(
            one[key]
            for one in (*side[0], *side[1])
            for key in ("fade_in", "fade_out")
            if key in one
        )
        for side in (Edit.of(former, before).after, Edit.of(before, after).after)
    ]
    return bool(sides[0]) and sides[0] != sides[1]


_EDGES = {"s", "d", "in", "out", "src", "order"}


def puts_right(message: str) -> bool:
    """Whether a message corrects the one before it."""
    return bool(_PUTS_RIGHT.search(message))


def _leaves_the_mistake(
    former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether what a corrected message did is still so; `former` is the draft before that message."""
    mistake, edit = Edit.of(former, before), Edit.of(before, after)
    kinds = [{key for key, _ in one.values} - _EDGES for one in (mistake, edit)]
    if not mistake.layers and kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]):
        return True
    if not kinds[0] and kinds[1] and mistake.ends[0] != mistake.ends[1] == edit.ends[1]:
        return True  # "剪掉10到20秒", "不，静音就行"
    touched = {(was or now).get("id") for was, now in edit.layers}
    if any(now.get("id") not in touched for _, now in mistake.layers if now):
        return True
    if any(_stays(pair, edit) for pair in mistake.altered):
        return True
    if mistake.layers and mistake.ends[0] != mistake.ends[1] == edit.ends[1] and edit.layers:
        return True  # "cut from 10 to 20 and add a title", "no, 10 to 25": which of them?
    there, made, left = (
        [_told(one) for one in main]
        for main in (mistake.before[0], mistake.after[0], edit.after[0])
    )
    known = {pair for one in there for pair in one if pair[0] not in ("in", "out")}
    return any(
        one in left and not {pair for pair in one if pair[0] not in ("in", "out")} <= known
        for one in made
    )


def _stays(pair: tuple[Segment, Segment], edit: Edit) -> bool:
    """Whether a layer that was changed is changed again, and is still all that it was made by mistake:
    "淡入2秒", "不对，是淡出"."""
    was, made = pair
    now = next((other for one, other in edit.altered if one.get("id") == made.get("id")), None)
    keys = [key for key in was.keys() | made.keys() if was.get(key) != made.get(key)]
    return now is not None and all(now.get(key) == made.get(key) for key in keys)


_ALL_OF_IT = words(r"\b(?:whole|all|everything|entire)\b", "全|整|都|所有")
_TURNED = Regex(r"(\d+) ?(?:度|degrees?)", re.IGNORECASE)


def loses_its_place(
    message: str, former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether a correction is done elsewhere than what it corrects: "add a whoosh at 10", "no, a ding", and
    it is at 0; "剪掉10到20秒", "不，静音就行", and all is silent."""
    mistake, made = Edit.of(former, before), Edit.of(former, after)
    late = {one.get("role") for one in mistake.added if one["s"] > 0}
    early = {one.get("role") for one in made.added if one["s"] == 0}
    if late & early and not any(one["s"] == 0 for one in mistake.added):
        return True
    turned = _TURNED.search(message)
    if turned and any(one.get("rotate", 0) % 360 != int(turned[1]) % 360 for one in made.after[0]):
        return True
    part = len(mistake.before[0]) != len(mistake.after[0]) or mistake.ends[0] != mistake.ends[1]
    whole = len(made.before[0]) == len(made.after[0]) and made.before[0] != made.after[0]
    same = made.ends[0] == made.ends[1]
    return part and whole and same and not _ALL_OF_IT.search(message)


def _told(one: Segment) -> list[tuple[str, str]]:
    return sorted(pair for pair in spelled([one]) if pair[0] not in ("s", "d"))


def corrects_otherwise(
    message: str, former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether a correction has not put right what the message before did; `former` is the draft before
    that."""
    return _leaves_the_mistake(former, before, after) or any(
        loses(message, former, before, after)
        for loses in (
            loses_its_place,
            _keeps_of_what_is_left,
            _fades_for_another_time,
            _cuts_an_end_instead,
        )
    )


def only_takes_back(former: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether what is corrected is only gone: "oops, it's spelled 'Receive'"."""
    return not Edit.of(former, after).values


_TAKE_BACK = words(
    r"\b(?:undo|revert|back|remove|delete|drop|lose|scratch|cancel|forget|reset|original)\b",
    "原|撤|取消|恢复|[删去][掉除]?|不要|还原|关",
)


def asks_to_take_back(message: str) -> bool:
    """Whether a message may want what was done before to be gone."""
    return bool(_TAKE_BACK.search(message))
