"""What is said to stay beside another of its kind that goes: "fade in gone, the fade to black stays"."""

from collections.abc import Iterator

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import CLAUSE, words
from mock_server.timeline.tracks import Segment

_STAYS = words(
    r"\b(?:stays?|remains?|keep|leave|unchanged|untouched|is fine|are fine|is good)\b"
    r"(?! (?:it )?(?:for|until|till|up))",
    "不变|别动|不动|保留|留着|照旧|保持",
)
_PARTS = (
    (words(r"\bfade[- ]?ins?\b|\bfade (?:up )?from black\b|\b(?:opening|first) fade\b",
     "淡入|渐入|渐显"), "fade_in"),
    (words(r"\bfade[- ]?outs?\b|\bfade to black\b|\b(?:closing|last|ending) fade\b",
     "淡出|渐出|渐黑|渐隐"), "fade_out"),
    (words(r"\bcrop\b", "裁切|裁剪"), "crop"),
    (words(r"\brotation\b", "旋转"), "rotate"),
    (words(r"\bzoom\b", "缩放|推近"), "zoom"),
    (words(r"\bspeed\b", "速度"), "speed"),
)  # fmt: skip


def _changes_that(plain: str, edit: Edit) -> bool:
    clauses = [one for one in CLAUSE.split(plain) if one.strip()]
    if len(clauses) < 2:
        return False
    keys = {
        key
        for clause in clauses
        if _STAYS.search(clause)
        for known, key in _PARTS
        if known.search(clause)
    }
    others = [clause for clause in clauses if not _STAYS.search(clause)]
    keys -= {key for known, key in _PARTS if any(map(known.search, others))}
    return any(
        was.get(name) != now.get(name)
        for was, now in _pairs(edit)
        for key in keys
        for name in _of(key, was)
    )


def _pairs(edit: Edit) -> Iterator[tuple[Segment, Segment]]:
    yield from edit.altered
    if len(edit.before[0]) == len(edit.after[0]):
        yield from edit.clips


def _of(key: str, one: Segment) -> list[str]:
    return [name for name in one if name.startswith(key)]


CHECKS = (_changes_that,)
