"""Carry out operations on the layers above the main track."""

from itertools import zip_longest
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.context import Context, Executor, listen
from mock_server.timeline import CannotEdit, Segment, layers, pauses
from mock_server.timeline.properties import set_values

TITLE_MS = 3_000
SOUND_MS = 1_000
SPOKEN_MS = {
    "zh": 220,
    "en": 65,
}  # per character, assumed: some 150 words or 270 characters a minute
PLACEHOLDERS = {
    "en": {"title": "Title", "lower-third": "Name", "caption": "Caption", "speech": "[speech {}]"},
    "zh": {"title": "标题", "lower-third": "姓名", "caption": "字幕", "speech": "[语音 {}]"},
}


def add_captions(operation: op.AddCaptions, context: Context) -> None:
    for (wanted, words), own in zip_longest(operation.cues, operation.own, fillvalue={}):
        start, end = context.span(wanted)
        values = {"text": words, **operation.values, **own}
        layers.add(context.timeline, "caption", start, end, values)
    context.facts["cues"] = len(operation.cues)


def heard_captions(operation: op.HeardCaptions, context: Context) -> None:
    spans = pauses.speech_on(context.timeline, context.media, listen)
    if not spans:
        raise CannotEdit("no_speech")
    for number, (start, end) in enumerate(spans, 1):
        words = PLACEHOLDERS[context.language]["speech"].format(number)
        layers.add(context.timeline, "caption", start, end, {"text": words, **operation.values})
    context.facts |= {
        "cues": len(spans),
        "placeholder": PLACEHOLDERS[context.language]["speech"].format(1),
    }


def add_layer(operation: op.AddLayer, context: Context) -> None:
    values = dict(operation.values)
    if operation.role in PLACEHOLDERS["en"] and "text" not in values:
        values["text"] = PLACEHOLDERS[context.language][operation.role]
        context.facts["placeholder"] = values["text"]
    length = _own_length(operation.role, values, context)
    if operation.range is not None:
        start, end = context.span(operation.range)
    else:
        start = operation.at or 0
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
    if operation.target.duplicate:
        found = found[1:] or found
    gone = {one["id"] for one in found}
    context.timeline.layers = [one for one in context.timeline.layers if one["id"] not in gone]
    context.facts["segments"] = len(found)


def change(operation: op.Change, context: Context) -> None:
    found = found_layers(operation.target, context)
    if operation.near and operation.range is not None:
        start, end = operation.range.on(context.timeline.duration)
        found = [one for one in found if one["s"] < end and start < one["s"] + one["d"]]
    if not found and operation.otherwise is not None:
        add_layer(operation.otherwise, context)
        return
    if not found:
        raise CannotEdit("not_there")
    moved = operation.range or operation.at is not None or operation.length
    moved = moved or operation.shift or operation.stretch
    for layer in found[:1] if moved else found:
        _change_one(operation, layer, context)
    context.facts["segments"] = len(found[:1] if moved else found)


def _change_one(operation: op.Change, layer: Segment, context: Context) -> None:
    values = dict(operation.values)
    if "src" in values:
        values["src"] = context.clip(str(values["src"])).name
    if operation.louder is not None:
        values["vol"] = round(min(2.0, layer.get("vol", 1) * operation.louder), 3)
    start, end = layer["s"], layer["s"] + layer["d"]
    if operation.range is not None:
        start, end = context.span(operation.range)
    elif operation.at is not None:
        start, end = operation.at, operation.at + layer["d"]
    if operation.length:
        end = start + operation.length
    start = max(0, start + operation.shift)
    end += operation.shift + operation.stretch
    layers.retime(context.timeline, layer, start, end)
    set_values(layer, values)
    if "name" in values:
        layer.pop("src", None)
    elif "src" in values:
        layer.pop("name", None)


def found_layers(target: op.Target, context: Context) -> list[Segment]:
    """The layers that a target means, in time order."""
    at = target.at.on(context.timeline.duration) if target.at else None
    found = layers.find(context.timeline, target.roles, target.text, at)
    if target.which is None:
        return found
    return found[target.which :][:1] if -len(found) <= target.which < len(found) else []


EXECUTORS: dict[type, Executor] = {
    op.AddCaptions: add_captions,
    op.HeardCaptions: heard_captions,
    op.AddLayer: add_layer,
    op.Remove: remove,
    op.Change: change,
}
