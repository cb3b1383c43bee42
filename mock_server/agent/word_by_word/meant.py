"""What "it" means in a message that follows another: the one thing that was spoken of."""

from collections.abc import Sequence
from dataclasses import replace

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
    if any(one.kind == "former" for one in parts):
        return former_and_latter(parts, draft)
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


_TWO = 2


def former_and_latter(parts: list[Part], draft: Draft) -> list[Part]:
    """The parts with what "the former" and "the latter" mean: one of the two things that were named, or
    behind what is new of the two that are added, how that one is to be."""
    first = next(i for i, one in enumerate(parts) if one.kind == "former")
    two = _named_in(parts[:first])
    if not two and draft.follows and draft.there.last and not HAN.search(draft.there.last):
        two = _named_in(parts_of(draft.there.last, draft, draft.files) or [])
    if len(two) == _TWO and not any(one.kind in ("text", "file", "style") for one in parts):
        lead = parts[:first] if kinds(parts[:first]) - {"thing", *_BETWEEN} else []
        return [
            Part("thing", two[bool(one.value)], one.words) if one.kind == "former" else one
            for one in (*lead, *parts[first:])
        ]
    return _put_behind_each(parts, first)


def _named_in(parts: Sequence[Part]) -> list[Thing]:
    """The things that are named one by one."""
    told = [one.value for one in parts if isinstance(one.value, Thing)]
    alone = all(len(one.which) == 1 for one in told)
    return list(dict.fromkeys(told)) if alone else []


_BETWEEN = ("comma", "and", "stop")
_HOW = {
    "color", "place", "points", "level", "amount", "scale", "opaque", "backing", "fadein", "fadeout",
    "long", "to", "with", "make", "change",
}  # fmt: skip


def _put_behind_each(parts: list[Part], first: int) -> list[Part]:
    """How each of two new things is to be behind what is told of it."""
    items: list[list[Part]] = []
    for one in parts[:first]:
        if one.kind in ("text", "file", "style") or (one.kind == "thing" and not items):
            fresh = not items or any(each.kind in ("text", "file", "style") for each in items[-1])
            items += [[]] if fresh else []
        if items:
            items[-1].append(one)
    new = [sum(one.kind in ("text", "file", "style") for one in item) for item in items]
    if new != [1, 1]:
        return [Part("unclear", None, "")]
    lead = parts[: next(i for i, one in enumerate(parts) if one is items[0][0])]
    added: list[list[Part]] = [[], []]
    for one in parts[first:]:
        if one.kind == "former":
            at = int(bool(one.value))
            said = one.words
            if added[at]:
                return [Part("unclear", None, "")]
        elif one.kind in _HOW:
            added[at].append(replace(one, words=f"{said} {one.words.strip()}"))
        elif one.kind not in _BETWEEN:
            return [Part("unclear", None, "")]
    out = lead
    for item, more in zip(items, added, strict=True):
        last = max(i for i, one in enumerate(item) if one.kind not in (*_BETWEEN, "thing"))
        ends = item[last + 1 :]
        out = [*out, *item[: last + 1], *more, *ends]
    while out and out[-1].kind in _BETWEEN:
        out.pop()
    return out
