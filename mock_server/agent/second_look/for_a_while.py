"""How a thing is for a while, and not when it is there: "turn the music down, but only until 0:20" leaves
it there all along."""

from mock_server.agent.second_look.edit import Edit, changed_keys
from mock_server.agent.second_look.words import words
from mock_server.timeline.tracks import end_of

_TIMES_AND_PLACE = {"s", "d", "in", "out", "skip", "pos"}
# Who says that a thing is there then, or for so long, means its time as well.
_IS_THERE = words(
    r"\b(?:ends?|ending|stops?|stopping|starts?|starting|begins?|beginning|shows?|shown|showing|appears?"
    r"|disappears?|gone|lasts?|runs?|running|stays?|keep|keeps|leave|plays?|playing|moves?|moved|shift|trim"
    r"|cut|shorten|shorter|longer|extend|visible|seen|there|put|place|add|have|want|use|need|comes?|goes?"
    r"|go|come|remove|lose|drop|delete|hide|change|instead|not|fade|fades|fading)\b",
    r"\band (?:only|just)\b|\A\W*(?:the |my )?\w+ (?:only|just)\b|\bonly\W*\Z",
    "结束|停|开始|出现|消失|显示|播|放到|移|挪|剪|截|裁|延|缩|时长|持续|保留|留|只要|改到|改成[0-9]|出来|有"
    "|改[为到成]从|从[^,，]{1,10}到[^,，]{1,8}[,，]|加|上|用|铺|垫|删|去掉|不要|换|渐|淡|挂|打",
)


def _is_there_no_longer(plain: str, edit: Edit) -> bool:
    """ "Title red, but only for the first 5 seconds", and behind that there is no title."""
    narrower = [
        (was, now)
        for was, now in edit.altered
        if was["s"] <= now["s"] and end_of(now) <= end_of(was) and was["d"] != now["d"]
    ]
    changed = any(changed_keys(was, now) - _TIMES_AND_PLACE for was, now in narrower)
    return changed and edit.ends[0] == edit.ends[1] and not _IS_THERE.search(plain)


CHECKS = (_is_there_no_longer,)
