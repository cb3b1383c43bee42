"""English: what is told by the one that is there already: "and 'Ho' at 0:20, same colour", "smaller",
"then a title", "a second logo", "the title is 'Ho', not 'Hi'"."""

import re
from collections.abc import Iterator, Mapping

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

_KEYS = {
    "colour": ("color",), "color": ("color",), "place": ("pos",), "position": ("pos",), "spot": ("pos",),
    "corner": ("pos",), "length": ("d",), "duration": ("d",), "size": ("size", "scale"), "volume": ("vol",),
    "level": ("vol",), "loudness": ("vol",), "opacity": ("opacity",), "background": ("background",),
}  # fmt: skip
_SAME = Regex(
    rf"\b(?:same|identical) (?P<what>{'|'.join(_KEYS)})s?"
    rf"(?: and (?:the same )?(?P<more>{'|'.join(_KEYS)})s?)?\b",
    re.IGNORECASE,
)


def _is_not_the_same(plain: str, edit: Edit) -> bool:
    """ "And 'Ho' at 0:20, same colour", and that is white beside a red one."""
    told = [key for one in _SAME.finditer(plain) for key in (one["what"], one["more"]) if key]
    kinds = [_KEYS[one.lower()] for one in told]
    if not kinds or not edit.added or edit.altered:
        return False
    for one in edit.added:
        others = [other for other in edit.added if other is not one] or _beside(one, edit.before[1])
        if any(all(not _alike(one, other, keys) for other in others) for keys in kinds):
            return True
    return False


def _beside(one: Segment, there: list[Segment]) -> list[Segment]:
    """Those of the same kind, or else all that are there."""
    return [other for other in there if other["role"] == one["role"]] or there


def _alike(one: Segment, other: Segment, keys: tuple[str, ...]) -> bool:
    return all(str(one.get(key)) == str(other.get(key)) for key in keys)


_LESS_OR_MORE: Mapping[str, tuple[tuple[str, ...], int]] = {
    "smaller": (("size", "scale"), -1), "bigger": (("size", "scale"), 1), "larger": (("size", "scale"), 1),
    "louder": (("vol",), 1), "quieter": (("vol",), -1), "softer": (("vol",), -1), "longer": (("d",), 1),
    "shorter": (("d",), -1),
}  # fmt: skip
_THAN_THAT = words(rf"\b(?:{'|'.join(_LESS_OR_MORE)})\b")


def _is_no_less_than_that(plain: str, edit: Edit) -> bool:
    """ "Add a title with size 60", "and 'Ho' at 0:20, smaller", and that has size 90."""
    told = {one[0].lower() for one in _THAN_THAT.finditer(plain)}
    if len(told) != 1 or len(edit.added) != 1 or len(edit.layers) != 1:
        return False
    keys, way = _LESS_OR_MORE[told.pop()]
    new = edit.added[0]
    others = [one for one in edit.before[1] if one["role"] == new["role"]]
    return any(
        way * (float(new[key]) - float(one[key])) <= 0
        for one in others
        for key in keys
        if key in one and key in new
    )


_THEN = Regex(
    r"(?:\A\W*(?:and )?|[,;] )(?:(?:then|next),? (?:an?|the|another) |after (?:that|it|this),? (?:show|add"
    r"|put|display|play|comes?|an?|the)\b|followed by )[^,;]*",
    re.IGNORECASE,
)
_A_TIME = words(r"\b(?:at|from|between|until|to|in) (?:the )?(?:\d|end|start|beginning)")


def _begins_before_it(plain: str, edit: Edit) -> bool:
    """ "Caption 'One' from 2 to 4, then a caption 'Two' for 2 seconds", and that stands at 0."""
    said = _THEN.search(plain)
    if not said or _A_TIME.search(said[0]):
        return False
    there = [*edit.before[1], *edit.added]
    lasting = edit.ends[1]
    return any(
        one["s"] == 0 and end_of(one) < lasting and end_of(one) < end_of(other) < lasting
        for one in edit.added
        for other in there
    )


_A_SECOND = Regex(
    r"\b(?:an?|the)(?: new)? second (?P<what>logo|watermark|title|caption|subtitle|lower third|song"
    r"|voice-?over)\b",
    re.IGNORECASE,
)


def _takes_it_for_a_time(plain: str, edit: Edit) -> bool:
    """ "I want a second logo bottom right", and the one that is there lasts a second."""
    told = _A_SECOND.search(plain)
    if not told or edit.added:
        return False
    role = next((role for role, said in LAYERS.items() if said.search(told["what"])), "")
    there = [one for one in edit.before[1] if one["role"] == role]
    return len(there) == 1 and any(was in there for was, _ in edit.altered)


_NOT_SO = Regex(
    r"\bnot (?:the )?(?P<quote>[\"'“”‘’][^\"'“”‘’]+[\"'“”‘’])|不是(?P<zh>“[^”]+”)", re.IGNORECASE
)


def leaves_what_it_is_not(message: str, edit: Edit) -> bool:
    """ "The title is 'Ho', not 'Hi'", and both are there."""
    old, new = edit.texts
    return bool(edit.added) and any(
        text in old and text in new for text in _denied(message) if text in old
    )


def _denied(message: str) -> Iterator[str]:
    for one in _NOT_SO.finditer(message):
        yield (one["quote"] or one["zh"])[1:-1]


CHECKS = (_is_not_the_same, _is_no_less_than_that, _begins_before_it, _takes_it_for_a_time)
