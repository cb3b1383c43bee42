"""Operations on what lies above the picture carried out."""

from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.context import Context, Performer, listen
from mock_server.timeline import CannotEdit, Segment, layers, pauses
from mock_server.timeline.properties import set_values

TITLE_MS = 3_000
SOUND_MS = 1_000
SPOKEN_MS = {
    "zh": 220,
    "en": 65,
}  # per character, assumed: some 150 words or 270 characters a minute
PLACEHOLDERS = {
    "en": {
        "title": "Title",
        "lower-third": "Name",
        "caption": "Caption",
        "speech": "[speech {}]",
    },
    "zh": {"title": "标题", "lower-third": "姓名", "caption": "字幕", "speech": "[语音 {}]"},
}


def add_captions(operation: op.AddCaptions, desk: Context) -> None:
    for wanted, words in operation.cues:
        start, end = desk.span(wanted)
        layers.add(desk.timeline, "caption", start, end, {"text": words, **operation.values})
    desk.facts["cues"] = len(operation.cues)


def heard_captions(operation: op.HeardCaptions, desk: Context) -> None:
    spans = pauses.speech_on(desk.timeline, desk.media, listen)
    if not spans:
        raise CannotEdit("no_speech")
    for number, (start, end) in enumerate(spans, 1):
        words = PLACEHOLDERS[desk.language]["speech"].format(number)
        layers.add(desk.timeline, "caption", start, end, {"text": words, **operation.values})
    desk.facts |= {
        "cues": len(spans),
        "placeholder": PLACEHOLDERS[desk.language]["speech"].format(1),
    }


def add_layer(operation: op.AddLayer, desk: Context) -> None:
    values = dict(operation.values)
    if operation.role in PLACEHOLDERS["en"] and "text" not in values:
        values["text"] = PLACEHOLDERS[desk.language][operation.role]
        desk.facts["placeholder"] = values["text"]
    length = _own_length(operation.role, values, desk)
    if operation.range is not None:
        start, end = desk.span(operation.range)
    else:
        start = operation.at or 0
        end = start + length if length else desk.timeline.duration
    layers.add(desk.timeline, operation.role, start, end, values)
    desk.facts["to"] = min(end, desk.timeline.duration)


def _own_length(role: str, values: dict[str, Any], desk: Context) -> int | None:
    """How long a layer lasts when nobody says so (assumed); None is to the end."""
    if "src" in values:
        clip = desk.clip(str(values["src"]))
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


def remove(operation: op.Remove, desk: Context) -> None:
    found = found_layers(operation.target, desk)
    if not found:
        raise CannotEdit("not_there")
    if operation.target.duplicate:
        found = found[1:] or found
    gone = {one["id"] for one in found}
    desk.timeline.layers = [one for one in desk.timeline.layers if one["id"] not in gone]
    desk.facts["segments"] = len(found)


def change(operation: op.Change, desk: Context) -> None:
    found = found_layers(operation.target, desk)
    if operation.near and operation.range is not None:
        start, end = operation.range.on(desk.timeline.duration)
        found = [one for one in found if one["s"] < end and start < one["s"] + one["d"]]
    if not found and operation.otherwise is not None:
        add_layer(operation.otherwise, desk)
        return
    if not found:
        raise CannotEdit("not_there")
    moved = operation.range or operation.at is not None or operation.length
    moved = moved or operation.shift or operation.stretch
    for layer in found[:1] if moved else found:
        _change_one(operation, layer, desk)
    desk.facts["segments"] = len(found[:1] if moved else found)


def _change_one(operation: op.Change, layer: Segment, desk: Context) -> None:
    values = dict(operation.values)
    if "src" in values:
        values["src"] = desk.clip(str(values["src"])).name
    if operation.louder is not None:
        values["vol"] = round(min(2.0, layer.get("vol", 1) * operation.louder), 3)
    start, end = layer["s"], layer["s"] + layer["d"]
    if operation.range is not None:
        start, end = desk.span(operation.range)
    elif operation.at is not None:
        start, end = operation.at, operation.at + layer["d"]
    if operation.length:
        end = start + operation.length
    start = max(0, start + operation.shift)
    end += operation.shift + operation.stretch
    layers.retime(desk.timeline, layer, start, end)
    set_values(layer, values)
    if "name" in values:
        layer.pop("src", None)
    elif "src" in values:
        layer.pop("name", None)


def found_layers(target: op.Target, desk: Context) -> list[Segment]:
    """The layers that a target means, in time order."""
    at = target.at.on(desk.timeline.duration) if target.at else None
    found = layers.find(desk.timeline, target.roles, target.text, at)
    if target.which is None:
        return found
    return found[target.which :][:1] if -len(found) <= target.which < len(found) else []


PERFORMERS: dict[type, Performer] = {
    op.AddCaptions: add_captions,
    op.HeardCaptions: heard_captions,
    op.AddLayer: add_layer,
    op.Remove: remove,
    op.Change: change,
}
