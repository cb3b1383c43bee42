"""What a Chinese message means that says only when something is to be: the one layer spoken of before."""

from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import LAYERS, Draft

_WHEN = {"shift", "longer"}
_BESIDE = {"comma", "stop", "keep", "length", "start time", "position", "shown", "to"}
_OF_THE_VIDEO = {
    "cut", "remove", "mute", "freeze", "reverse", "factor", "faster", "slower", "lookname", "ratio",
    "degrees", "undo", "swap", "insert", "atend", "all but", "rest", "denoise", "stabilize", "normalize",
}  # fmt: skip
_ENDS = Regex("结束|消失|停|为止|不见|收")


def layer_before(parts: Sequence[Part], draft: Draft) -> list[Part]:
    """The parts with the layer that the message before tells of, where they say how it is to be moved."""
    told, last = kinds(parts), draft.there.last
    if not draft.follows or not HAN.search(last) or not told & _WHEN or not told <= _WHEN | _BESIDE:
        return [*parts]
    before = parts_of(last, draft, draft.files)
    if not before or kinds(before) & _OF_THE_VIDEO or _ENDS.search(last):
        return [*parts]  # and where it speaks of its end, that is what is moved
    things = {one.value for one in before if isinstance(one.value, Thing)}
    if len(things) != 1 or kinds(before) & {"text", "file", "style"}:
        return [*parts]
    thing = things.pop()
    if thing.role not in (*LAYERS, "text") or len(thing.which) != 1:
        return [*parts]
    at = next(i for i, one in enumerate(parts) if one.kind in _WHEN)
    return [*parts[:at], Part("thing", thing, ""), *parts[at:]]
