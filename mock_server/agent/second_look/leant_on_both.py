"""What a message leaves to two things of the one before it, and was done to one: "even bigger" behind "make
the title and the caption bigger"; and another length, for how far something was moved: "五秒吧"."""

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_KEYS = (
    "s",
    "d",
    "size",
    "color",
    "vol",
    "pos",
    "scale",
    "opacity",
    "style",
    "fade_in",
    "fade_out",
    "background",
)
_NAMES_ONE = words(
    r"\b(?:video|clip|picture|image|text|voice|sound|it|first|second|last|other|former|latter|one)\b",
    "视频|画面|原声|片|文字|人声|第[一二]|前者|后者|[这那前后][个条一]|它(?!们)|只|一个",
)


def does_one_of_both(message: str, made: Edit, edit: Edit) -> bool:
    """ "标题和字幕都放大", "再大一点", and the title is as big as it was."""
    if _NAMES_ONE.search(message):
        return False
    named = {role for role, one in LAYERS.items() if one.search(message)}
    for key in _KEYS:
        both = {was["id"]: was.get("role") for was, now in _pairs(made) if differs(was, now, key)}
        changed = {was["id"] for was, now in _pairs(edit) if differs(was, now, key)}
        if len(both) > 1 and changed and changed < both.keys() and named.isdisjoint(both.values()):
            return True
    return False


def _pairs(edit: Edit) -> list[tuple[Segment, Segment]]:
    same = len(edit.before[0]) == len(edit.after[0])
    return [*edit.altered, *(edit.clips if same and len(edit.before[0]) == 1 else ())]


_SO_FAR = Regex(
    "[ ,，]*(?:还是|不|那就|改成)?[0-9.一二两三四五六七八九十半]+秒钟?"
    "(?:吧|好了|就行|就好|就够了)?(?P<more>[,，].*)?[ 。.!！]*"
)


def lasts_as_long_as_it_was_to_move(message: str, made: Edit, edit: Edit) -> bool:
    """ "标题往后挪三秒", "五秒吧", and it lasts for 5 s."""
    if not _SO_FAR.fullmatch(message):
        return False
    moved = {was["id"] for was, now in made.altered if differs(was, now, "s")}
    return any(
        was["id"] in moved and differs(was, now, "d") and not differs(was, now, "s")
        for was, now in edit.altered
    )


_CHINESE = {one: at for at, one in enumerate("零一二三四五六七八九十")} | {"两": 2}
_FIRST = Regex(
    "[ ,，]*(?:还是)?(?P<n>[0-9.]+|[一二两三四五六七八九十])秒钟?(?:吧|好了|就行|就好)[,，]"
)


def leaves_the_length(message: str, made: Edit, edit: Edit) -> bool:
    """ "加个标题“完”，最后三秒", "四秒吧，字大一点", and it lasts for 3 s."""
    told = _FIRST.match(message)
    if told is None or len(made.added) != 1:
        return False
    length = float(_CHINESE.get(told["n"]) or told["n"]) * 1_000
    return any(
        was["id"] == made.added[0]["id"] and now["d"] != length and now["s"] != length
        for was, now in edit.altered
    )


CHECKS = (does_one_of_both, lasts_as_long_as_it_was_to_move, leaves_the_length)
