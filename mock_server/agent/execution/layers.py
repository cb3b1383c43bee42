"""Carry out operations on the layers above the main track."""

from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.execution.context import Context, Executor
from mock_server.agent.values.ranges import Range, Stretch
from mock_server.timeline import CannotEdit, Segment, layers, pauses
from mock_server.timeline.properties import set_values
from mock_server.timeline.text_size import default_size
from mock_server.timeline.tracks import end_of

TITLE_MS = 3_000
SOUND_MS = 1_000
NEAR_MS = 250  # how far a range may be off when it names a layer (assumed)
OVERLAY_SCALE = 0.2  # the width of an overlay without one, as in docs/draft.md
SPOKEN_MS = {
    "zh": 220,
    "en": 65,
}  # per character, assumed: some 150 words or 270 characters a minute
UNHEARD = {"en": "[speech {}]", "zh": "[语音 {}]"}  # what is said is not known


def add_captions(operation: op.AddCaptions, context: Context) -> None:
    owns = operation.own or ({},) * len(operation.cues)
    for (wanted, words), own in zip(operation.cues, owns, strict=True):
        start, end = context.span(wanted)
        values = {"text": words, **operation.values, **own}
        layers.add(context.timeline, "caption", start, end, values)
    context.facts["cues"] = len(operation.cues)


def heard_captions(operation: op.HeardCaptions, context: Context) -> None:
    spans = pauses.speech_on(context.timeline, context.media, context.listen)
    if not spans:
        raise CannotEdit("no_speech")
    for number, (start, end) in enumerate(spans, 1):
        words = UNHEARD[context.language].format(number)
        layers.add(context.timeline, "caption", start, end, {"text": words, **operation.values})
    context.facts |= {
        "cues": len(spans),
        "placeholder": UNHEARD[context.language].format(1),
    }


def add_layer(operation: op.AddLayer, context: Context) -> None:
    values: dict[str, Any] = dict(operation.values)
    if operation.role == "overlay" and "src" not in values:
        values = {"src": context.only_picture().name} | values
    if operation.role in op.TEXTS and "text" not in values:
        raise CannotEdit("no_text")
    if "vol" in values:
        values["vol"] = context.volume(values["vol"])
    length = _own_length(operation.role, values, context)
    if operation.range is not None:
        start, end = context.span(operation.range)
    else:
        start = operation.at or 0
        if operation.to_end and length:
            start = max(0, context.timeline.duration - length)
        end = start + length if length else context.timeline.duration
    layers.add(context.timeline, operation.role, start, end, values)
    context.facts["to"] = min(end, context.timeline.duration)


def _own_length(role: str, values: dict[str, Any], context: Context) -> int | None:
    """The default duration of a layer, ms (assumed); None is to the end."""
    if "src" in values:
        clip = context.clip(str(values["src"]))
        values["src"] = clip.name
        if role == "overlay" and clip.kind == "audio":
            raise CannotEdit("no_picture", name=clip.name)
        if role != "overlay" and not clip.has_audio:
            raise CannotEdit("no_sound", name=clip.name)
        begun, length = int(values.get("in", 0)), clip.duration_ms or 0
        if 0 < length <= begun:
            raise CannotEdit("past_its_end", name=clip.name, at=begun, duration=length)
        if role == "overlay":
            return length - begun if clip.kind == "video" and length else None
        return clip.duration_ms or None if role == "sound" else None
    if role == "voiceover":
        return max(1_000, len(str(values["text"])) * _per_character(str(values["text"])))
    return {"sound": SOUND_MS, "music": None, "overlay": None}.get(role, TITLE_MS)


def _per_character(words: str) -> int:
    wide = any("\u3040" <= character <= "\u9fff" for character in words)
    return SPOKEN_MS["zh" if wide else "en"]


def remove(operation: op.Remove, context: Context) -> None:
    found = found_layers(operation.target, context)
    if not found:
        raise CannotEdit("not_there")
    if not all(_lies_in(operation.target.at, one, context) for one in found):
        _shorten(operation.target.at, found, context)
        return
    if operation.target.duplicate:
        found = found[1:] or found
    elif _means_one(operation.target) and len(found) > 1:
        raise CannotEdit("which_one", count=len(found))
    gone = {one["id"] for one in found}
    context.timeline.layers = [one for one in context.timeline.layers if one["id"] not in gone]
    context.facts["segments"] = len(found)


_LONG = ("music", "overlay")  # a shorter one is what is left of it; a title may be meant as a whole


def _shorten(at: Range | None, found: list[Segment], context: Context) -> None:
    """Let one layer begin after a range, or end before it. CannotEdit when the range lies within it."""
    if at is None or len(found) != 1 or found[0]["role"] not in _LONG:
        raise CannotEdit("only_part")
    layer, (start, end) = found[0], at.on(context.timeline.duration)
    if start <= layer["s"] < end < end_of(layer):
        layers.retime(context.timeline, layer, end, end_of(layer))
    elif layer["s"] < start < end_of(layer) <= end:
        layers.retime(context.timeline, layer, layer["s"], start)
    else:
        raise CannotEdit("only_part")
    context.facts["segments"] = 1


def _means_one(target: op.Target) -> bool:
    """Whether a text alone names what is meant, so that it has to be one."""
    elsewise = target.at is not None or target.which is not None or target.many or target.both
    return target.text is not None and not elsewise


def _lies_in(at: Range | None, layer: Segment, context: Context) -> bool:
    """Whether a layer does not reach beyond the range that it is to be removed from."""
    if at is None or (at.end is not None and at.end - at.start <= 1):
        return True
    start, end = at.on(context.timeline.duration)
    return bool(start - NEAR_MS <= layer["s"] and end_of(layer) <= end + NEAR_MS)


def _is_at(at: Range | None, layer: Segment, context: Context) -> bool:
    """Whether a range names a layer by where it is, rather than a part of it."""
    if at is None or (at.end is not None and at.end - at.start <= 1):
        return True
    start, end = at.on(context.timeline.duration)
    return bool(max(abs(layer["s"] - start), abs(end_of(layer) - end)) <= NEAR_MS)


def change(operation: op.Change, context: Context) -> None:
    if operation.otherwise is not None and not _there(operation, context):
        add_layer(operation.otherwise, context)
        return
    found = found_layers(operation.target, context)
    if operation.near and operation.range is not None:
        found = _near(found, operation.range, context)
    if not found:
        raise CannotEdit("not_there")
    if not all(_is_at(operation.target.at, one, context) for one in found):
        raise CannotEdit("only_part")
    if _means_one(operation.target) and len(found) > 1:
        raise CannotEdit("which_one", count=len(found))
    if not _fits_all(operation, found):
        raise CannotEdit("which_one", count=len(found))
    for layer in found:
        _change_one(operation, layer, context)
    context.facts["segments"] = len(found)


_STYLES = ("color", "background", "outline", "shadow", "style", "font", "size")


def _fits_all(operation: op.Change, found: list[Segment]) -> bool:
    """Whether layers of several kinds have what "both" are to be given: "两个都小一点" of a title and a
    song may be its size, or its volume."""
    if not operation.target.touched or len({one["role"] for one in found}) < 2:
        return True
    seen = all(one["role"] in (*op.TEXTS, "overlay") for one in found)
    texts = all(one["role"] in op.TEXTS for one in found)
    shared = {
        "fade_in",
        "fade_out",
        *(("pos", "opacity") if seen else ()),
        *(_STYLES if texts else ()),
    }
    plain = operation.louder is None and (seen or operation.bigger is None)
    return plain and operation.values.keys() <= shared


def _there(operation: op.Change, context: Context) -> bool:
    found = _candidates(operation.target, context)
    if operation.near and operation.range is not None:
        found = _near(found, operation.range, context)
    return bool(found)


def _near(found: list[Segment], span: Stretch, context: Context) -> list[Segment]:
    start, end = context.span(span)
    return [one for one in found if one["s"] < end and start < end_of(one)]


def _change_one(operation: op.Change, layer: Segment, context: Context) -> None:
    values: dict[str, Any] = dict(operation.values)
    if "src" in values:
        values["src"] = context.clip(str(values["src"])).name
    named = operation.target.text
    if "text" in values and named is not None and named == layer.get("sub") != layer.get("text"):
        values["sub"] = values.pop("text")
    if operation.louder is not None:
        values["vol"] = round(layer.get("vol", 1) * operation.louder, 3)
    if "in" in values and "src" not in layer:
        raise CannotEdit("not_there")  # what is made to measure has no first seconds to skip
    if "vol" in values:
        values["vol"] = context.new_volume(layer.get("vol", 1), values["vol"], operation.way)
    if "opacity" in values:
        values["opacity"] = context.new_volume(
            layer.get("opacity", 1), values["opacity"], operation.way
        )
    if operation.way and {"scale", "size"} & values.keys():
        now = _resized(layer, 1, context)
        if any((values[key] - now[key]) * operation.way < 0 for key in now.keys() & values.keys()):
            raise CannotEdit("was_as_big")
    if operation.bigger is not None:
        values |= _resized(layer, operation.bigger, context)
    start, end = _moved(operation, layer, context)
    layers.retime(context.timeline, layer, start, end)
    set_values(layer, values)
    if "name" in values:
        layer.pop("src", None)
    elif "src" in values:
        layer.pop("name", None)


def _resized(layer: Segment, factor: float, context: Context) -> dict[str, float]:
    """The new size of a text, or the new width of an overlay."""
    if layer["role"] == "overlay":
        return {"scale": round(min(1.0, layer.get("scale", OVERLAY_SCALE) * factor), 3)}
    if layer["role"] not in op.TEXTS:
        raise CannotEdit("no_picture", name=str(layer.get("src", layer.get("name", layer["role"]))))
    size = layer.get("size") or default_size(layer["role"], context.timeline.meta)
    return {"size": round(size * factor)}


def _moved(operation: op.Change, layer: Segment, context: Context) -> tuple[int, int]:
    start, end = layer["s"], end_of(layer)
    if operation.range is not None:
        start, end = context.span(operation.range)
    elif operation.at is not None:
        if (operation.at - start) * operation.way < 0:
            raise CannotEdit("was_then", at=start)
        start, end = operation.at, operation.at + layer["d"]
    elif operation.to_end:
        start, end = max(0, context.timeline.duration - layer["d"]), context.timeline.duration
    if operation.end is not None:
        end = operation.end if operation.end >= 0 else context.timeline.duration + operation.end
    if operation.until_end:
        end = context.timeline.duration
    if operation.length:
        end = start + operation.length
    if operation.times:
        end = start + round(layer["d"] * operation.times)
    lasts = operation.end is not None or operation.length
    if lasts and (end - start - layer["d"]) * operation.way < 0:
        raise CannotEdit("was_long", length=layer["d"])
    if start + operation.shift < 0:
        raise CannotEdit("before", at=-operation.shift)
    end += operation.shift + operation.stretch
    if end > context.timeline.duration:
        context.facts["clipped"] = context.timeline.duration
    return start + operation.shift, end


def repeat(operation: op.Repeat, context: Context) -> None:
    found = context.timeline.touched
    if len(found) != 1:
        raise CannotEdit("which_one" if found else "not_there")
    values = {key: value for key, value in found[0].items() if key not in ("id", "role", "s", "d")}
    if operation.range is not None:
        start, end = context.span(operation.range)
    else:
        start = operation.at or 0
        end = start + found[0]["d"]
    layers.add(context.timeline, found[0]["role"], start, end, values)


def found_layers(target: op.Target, context: Context) -> list[Segment]:
    """The layers that a target means, in time order.

    Raises CannotEdit when one is meant and there are several, none of which was edited last.
    """
    if target.touched and target.both:
        return _both(target, context)
    found = _candidates(target, context)
    if target.touched and target.many:
        return _added_together(target, context)
    if target.both and len(found) != 2:
        raise CannotEdit("not_two", count=len(found))
    named = target.text is not None or target.at is not None or target.which is not None
    all_of_them = target.roles == ("caption",) and not target.alone
    if len(found) <= 1 or target.many or target.both or named or all_of_them:
        return found
    last = [one for one in context.timeline.touched if one in found]
    together = [one for one in context.timeline.added_together if one in found]
    if len(together) > 1 and not target.touched and not target.alone:
        raise CannotEdit("which_one", count=len(together))
    if target.alone and last == found:
        return found  # they were added as one
    if len(last) != 1 and not target.touched:
        raise CannotEdit("which_one", count=len(found))
    return last


def _both(target: op.Target, context: Context) -> list[Segment]:
    """What "both" means: what one message has added, of one kind or not; else the two of its kind."""
    alike = layers.find(context.timeline, target.roles, None, None)
    for found in (context.timeline.added_together, alike):
        if len(found) == 2:
            return list(found)
    raise CannotEdit("not_two", count=len(alike))


def _added_together(target: op.Target, context: Context) -> list[Segment]:
    """What "them" means: all that was edited last, if they are several, or the only ones of their kind."""
    found = context.timeline.added_together
    alike = [one for one in layers.find(context.timeline, target.roles, None, None) if one in found]
    others = len(context.timeline.layers) - len(alike)
    seen = [one for one in context.timeline.layers if one["role"] in (*op.TEXTS, "overlay")]
    more = target.alone and len(seen) > len(alike)  # of what was added, or of all?
    if len(found) > max(1, len(alike)) and not (target.alone and len(seen) > len(found)):
        return found  # of several kinds
    if (
        more
        or len(alike) != len(found)
        or (len(found) == 1 and others and target.roles != ("caption",))
    ):
        raise CannotEdit("which_one", count=len(found) + others)
    return alike


def _candidates(target: op.Target, context: Context) -> list[Segment]:
    if target.roles == op.TEXTS and target.text is not None:
        alike = layers.find(context.timeline, (*op.TEXTS, "voiceover"), target.text, None)
        if len({one["role"] == "voiceover" for one in alike}) > 1:
            raise CannotEdit("which_one", count=len(alike))
    at = target.at.on(context.timeline.duration) if target.at else None
    found = layers.find(context.timeline, target.roles, target.text, at)
    if target.touched and target.which is not None:  # "the first one": of its kind, or of all texts
        found = found if len(found) > 1 else layers.find(context.timeline, op.TEXTS, None, at)
    elif target.touched:
        found = [one for one in found if one in context.timeline.touched]
    elif target.both and len(found) != 2:
        found = [one for one in found if one in context.timeline.added_together]
    if target.other_than is not None:
        spared = layers.find(context.timeline, target.roles, target.other_than, None)
        if not spared:
            raise CannotEdit("not_there")
        found = [one for one in found if one not in spared]
    if target.but is not None:
        if not -len(found) <= target.but < len(found):
            raise CannotEdit("not_there")
        del found[target.but]
    if target.which is None:
        return found
    if context.begun is None or target.touched:
        return _nth(target.which, found)
    return _counted(target, layers.find(context.begun, target.roles, target.text, at), found)


def _nth(which: int, found: list[Segment]) -> list[Segment]:
    return found[which:][:1] if -len(found) <= which < len(found) else []


def _counted(target: op.Target, before: list[Segment], found: list[Segment]) -> list[Segment]:
    """The one that had a number when the message came: "删掉第一个标题，第二个标题改成红色".

    CannotEdit when it may be counted with what was added since."""
    assert target.which is not None
    was, there = _nth(target.which, before), {one["id"] for one in before}
    meant = [one for one in found if was and one["id"] == was[0]["id"]]
    if any(one["id"] not in there for one in found) and meant != _nth(target.which, found):
        raise CannotEdit("which_one", count=len(found))
    return meant


EXECUTORS: dict[type, Executor] = {
    op.AddCaptions: add_captions,
    op.HeardCaptions: heard_captions,
    op.AddLayer: add_layer,
    op.Remove: remove,
    op.Change: change,
    op.Repeat: repeat,
}
