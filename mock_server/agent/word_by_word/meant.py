"""What "it" means in a message that follows another: the one thing that was spoken of."""

from collections.abc import Sequence

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import LAYERS, Draft

_OF_THE_VIDEO = {
    "cut", "remove", "gone", "mute", "unmute", "freeze", "reverse", "rotate", "denoise", "stabilize",
    "normalize", "undo", "faster", "slower", "speed", "lookname", "ratio", "degrees", "not", "keep",
    "replace", "instead", "swap", "zoom in", "blur it", "them", "unclear", "all but", "join", "transition",
    "other",
}  # fmt: skip
_OF_A_LAYER = {
    "color", "place", "points", "opaque", "bigger", "smaller", "until", "only", "make", "change", "also",
    "stop", "comma", "and", "to", "bit", "then", "scale",
}  # fmt: skip
_OF_A_SOUND = {"level", "louder", "quieter"}


def named_before(parts: list[Part], draft: Draft) -> list[Part]:
    """The parts with the thing of the message before, for "it", or where only that can be meant."""
    if not draft.follows or any(HAN.search(one.words) for one in parts):
        return parts
    told = kinds(parts)
    if any("corner" in one.words and "-" not in str(one.value) for one in parts):
        return parts  # which of the two?
    if "it" not in told and not _leans(told):
        return parts
    thing = _spoken_of(draft)
    if thing is None:
        return parts
    if "it" not in told:
        said = told & _OF_A_SOUND
        heard = thing.role == "music"
        return [Part("thing", thing, ""), *parts] if bool(said) <= heard else parts
    first = next(i for i, one in enumerate(parts) if one.kind == "it")
    if any(one.kind in ("thing", "text", "file", "style", "unclear") for one in parts[:first]):
        return parts
    it = Part("thing", thing, parts[first].words)
    return [*parts[:first], it, *parts[first + 1 :]]


def _leans(told: set[str]) -> bool:
    """Whether no more is told than how a layer is to be: "in red", "only until 0:15"."""
    said = told - {"make", "change", "also", "stop", "comma", "and", "to", "bit", "then", "only"}
    if "until" in said:
        return "only" in told and told <= _OF_A_LAYER
    return bool(said) and told <= _OF_A_LAYER | _OF_A_SOUND


def _spoken_of(draft: Draft) -> Thing | None:
    """The one layer of which the message before tells, and nothing else."""
    last = draft.there.last
    if not last or HAN.search(last):
        return None
    parts = parts_of(last, draft, draft.files)
    if not parts or kinds(parts) & _OF_THE_VIDEO:
        return None
    things = [one.value for one in parts if isinstance(one.value, Thing)]
    if not things:
        return _only_layer(parts, draft)
    alone = things[0]
    same = {one.which for one in things} == {alone.which}
    if not same or len(alone.which) != 1 or kinds(parts) & {"text", "file", "style"}:
        return None
    return alone if alone.role in (*LAYERS, "text") else None


def _only_layer(parts: Sequence[Part], draft: Draft) -> Thing | None:
    """The only layer, where what was told can be told only of one: "make it red"."""
    there = draft.there.roles
    if len(there) != 1 or not kinds(parts) & {"color", "place", "points"}:
        return None
    return Thing(there[0], (0,)) if kinds(parts) <= _OF_A_LAYER | {"it", "move"} else None
