"""What is put right, and must not stay: "mute the video", "no, I meant the music"."""

from collections.abc import Mapping
from typing import Any

from mock_server.agent.second_look.edit import Edit, spelled
from mock_server.agent.second_look.words import words
from mock_server.timeline.tracks import Segment

_PUTS_RIGHT = words(
    r"\A\W*(?:no(?!\s+(?:worries|problem|rush|need|more|music|title|sound|audio|logo|captions?|fades?))"
    r"|nope|oops|sorry"
    r"|wait|not that|wrong)\b[,.! ]+(?:no[,. ]+)?(?:i (?:mean|meant|said)|it's|the|that's|rather"
    r"|make it|on|at|from|only)\b",
    r"\A\W*i (?:mean|meant)\b",
    "\\A[ ,，]*(?:哦|啊|呃)?[ ,，]*(?:不|不对|不是|错了|[我说搞弄]错了|我说错了)[,，。!！ ]+(?!用|要|客气)",
    "\\A[ ,，]*(?:我是说|我说的是|我的意思是|我指的是)",
)


def puts_right(message: str) -> bool:
    """Whether a message corrects the one before it."""
    return bool(_PUTS_RIGHT.search(message))


def leaves_the_mistake(
    former: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> bool:
    """Whether what a corrected message did is still so; `former` is the draft before that message."""
    mistake, edit = Edit.of(former, before), Edit.of(before, after)
    touched = {(was or now).get("id") for was, now in edit.layers}
    if any(now.get("id") not in touched for _, now in mistake.layers if now):
        return True
    there, made, left = (
        [_told(one) for one in main]
        for main in (mistake.before[0], mistake.after[0], edit.after[0])
    )
    known = {pair for one in there for pair in one if pair[0] not in ("in", "out")}
    return any(
        one in left and not {pair for pair in one if pair[0] not in ("in", "out")} <= known
        for one in made
    )


def _told(one: Segment) -> list[tuple[str, str]]:
    return sorted(pair for pair in spelled([one]) if pair[0] not in ("s", "d"))


def only_takes_back(former: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether what is corrected is only gone: "oops, it's spelled 'Receive'"."""
    return not Edit.of(former, after).values
