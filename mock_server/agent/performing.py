"""Operations carried out on a timeline: one function per kind, found by its class."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Any

from mock_server import media as listening
from mock_server.agent import operations as op
from mock_server.agent.ranges import Range
from mock_server.media import Media
from mock_server.timeline import edits, layers, looks, pauses, placing
from mock_server.timeline.tracks import CannotEdit, Segment, Timeline, end_of

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


@dataclass
class Desk:
    """What an operation works on. `generated` counts clips, `facts` go into reply and result."""

    timeline: Timeline
    media: Mapping[str, Media]
    language: str
    generated: int = 0
    facts: dict[str, Any] = field(default_factory=dict)

    def clip(self, name: str) -> Media:
        """The upload of that name, whatever its case; CannotEdit when there is none."""
        for one in (name, name.rpartition("/")[2]):
            folded = {key.casefold(): key for key in self.media}
            if one in self.media or one.casefold() in folded:
                return self.media[one if one in self.media else folded[one.casefold()]]
        raise CannotEdit("no_file", name=name)

    def span(self, wanted: Range) -> tuple[int, int]:
        """The range on the timeline as it is now; CannotEdit when nothing of it is there."""
        duration = self.timeline.duration
        if wanted.start >= 0 and wanted.end is not None and wanted.end <= wanted.start:
            raise CannotEdit("empty_range", start=wanted.start, end=wanted.end)
        start, end = wanted.on(duration)
        if end <= start:
            raise CannotEdit("outside", at=wanted.start, duration=duration)
        if (wanted.end is not None and wanted.end > duration) or -wanted.start > duration:
            self.facts["clipped"] = duration
        return start, end


@singledispatch
def perform(operation: Any, desk: Desk) -> None:
    """Carry out one operation; CannotEdit says why it is not possible."""
    raise CannotEdit("unknown", what=type(operation).__name__)


@perform.register
def _(operation: op.Place, desk: Desk) -> None:
    names = operation.names or tuple(
        placing.unplaced(desk.timeline, desk.media, pictures=operation.pictures)
    )
    if not names:
        raise CannotEdit("all_placed" if desk.timeline.main else "no_upload")
    durations = operation.durations
    if not operation.names and len(durations) == 1:
        durations = durations * len(names)
    clips = [desk.clip(name) for name in names]
    there = {one.get("src") for one in desk.timeline.main}
    if operation.ordered and not durations and {clip.name for clip in clips} <= there:
        placing.join(desk.timeline, clips, 0)
        return
    placing.place(desk.timeline, clips, durations)
    desk.facts["clips"] = [clip.name for clip in clips]


@perform.register
def _(operation: op.Join, desk: Desk) -> None:
    names = operation.names or tuple(
        dict.fromkeys(
            [str(one["src"]) for one in desk.timeline.main if "src" in one]
            + placing.unplaced(desk.timeline, desk.media)
        )
    )
    if not names:
        raise CannotEdit("no_upload")
    placing.join(desk.timeline, [desk.clip(name) for name in names], operation.fade)
    desk.facts["clips"] = list(names)


@perform.register
def _(operation: op.TrimPauses, desk: Desk) -> None:
    spans, threshold = pauses.pauses_on(
        desk.timeline,
        desk.media,
        _listen,
        operation.longer_than,
        operation.keep,
        operation.below_db,
    )
    desk.facts |= {"pauses": len(spans), "removed": 0}
    if threshold is not None:
        desk.facts["threshold_db"] = round(threshold, 1)
    if spans:
        desk.facts["removed"] = edits.cut(desk.timeline, spans)


@perform.register
def _(operation: op.TrimFillers, desk: Desk) -> None:
    # There is no speech recognition here, so none are found (assumed).
    desk.facts["fillers"] = 0


@perform.register
def _(operation: op.Cut, desk: Desk) -> None:
    spans = [desk.span(one) for one in operation.ranges]
    desk.facts["removed"] = edits.cut(desk.timeline, spans)


@perform.register
def _(operation: op.Keep, desk: Desk) -> None:
    spans = [desk.span(one) for one in operation.ranges]
    desk.facts["removed"] = edits.keep(desk.timeline, spans)


@perform.register
def _(operation: op.Split, desk: Desk) -> None:
    edits.split(desk.timeline, operation.at)


@perform.register
def _(operation: op.Speed, desk: Desk) -> None:
    edits.speed(desk.timeline, operation.factor, desk.span(operation.range))


@perform.register
def _(operation: op.Reverse, desk: Desk) -> None:
    edits.reverse(desk.timeline, desk.span(operation.range))


@perform.register
def _(operation: op.Freeze, desk: Desk) -> None:
    edits.freeze(desk.timeline, operation.at, operation.length)


@perform.register
def _(operation: op.Transition, desk: Desk) -> None:
    desk.facts["cuts"] = looks.transition(desk.timeline, operation.length, operation.at)


@perform.register
def _(operation: op.RemoveTransitions, desk: Desk) -> None:
    if not looks.remove_transitions(desk.timeline, operation.at):
        raise CannotEdit("not_there")


@perform.register
def _(operation: op.Generate, desk: Desk) -> None:
    placing.generate(desk.timeline, operation.length, operation.prompt)
    desk.generated += 1


@perform.register
def _(operation: op.RemoveClip, desk: Desk) -> None:
    main = desk.timeline.main
    if operation.which is not None:
        found = main[operation.which :][:1] if operation.which < len(main) else []
    elif operation.name is not None:
        found = [one for one in main if operation.name in (one.get("src"), one.get("prompt"))]
    else:
        found = [one for one in main if one["role"] == "generated"]
    if not found:
        raise CannotEdit("not_there")
    desk.facts["removed"] = edits.cut(desk.timeline, [(one["s"], end_of(one)) for one in found])


@perform.register
def _(operation: op.Rotate, desk: Desk) -> None:
    looks.turn(desk.timeline, operation.degrees)


@perform.register
def _(operation: op.Canvas, desk: Desk) -> None:
    meta = desk.timeline.meta
    size = operation.size
    if operation.ratio:
        size = looks.shape(meta.get("width", 1920), meta.get("height", 1080), operation.ratio)
    looks.set_canvas(desk.timeline, size or (1920, 1080), operation.fill)
    desk.facts["size"] = f"{meta['width']}x{meta['height']}"


@perform.register
def _(operation: op.Picture, desk: Desk) -> None:
    looks.set_picture(desk.timeline, operation.values, desk.span(operation.range))


@perform.register
def _(operation: op.Level, desk: Desk) -> None:
    def level(now: float) -> float:
        return now * operation.by if operation.to is None else operation.to

    for wanted in operation.ranges:
        looks.set_level(desk.timeline, desk.span(wanted), level)


@perform.register
def _(operation: op.FadeVideo, desk: Desk) -> None:
    looks.fade_video(desk.timeline, operation.fade_in, operation.fade_out)


@perform.register
def _(operation: op.AddCaptions, desk: Desk) -> None:
    for wanted, words in operation.cues:
        start, end = desk.span(wanted)
        layers.add(desk.timeline, "caption", start, end, {"text": words, **operation.values})
    desk.facts["cues"] = len(operation.cues)


@perform.register
def _(operation: op.HeardCaptions, desk: Desk) -> None:
    spans = pauses.speech_on(desk.timeline, desk.media, _listen)
    if not spans:
        raise CannotEdit("no_speech")
    for number, (start, end) in enumerate(spans, 1):
        words = PLACEHOLDERS[desk.language]["speech"].format(number)
        layers.add(desk.timeline, "caption", start, end, {"text": words, **operation.values})
    desk.facts |= {
        "cues": len(spans),
        "placeholder": PLACEHOLDERS[desk.language]["speech"].format(1),
    }


def _listen(clip: Media, longer_than: int, below_db: float | None) -> listening.Pauses:
    return listening.pauses(clip.path, longer_than_ms=longer_than, below_db=below_db)


@perform.register
def _(operation: op.AddLayer, desk: Desk) -> None:
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


def _own_length(role: str, values: dict[str, Any], desk: Desk) -> int | None:
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


@perform.register
def _(operation: op.Remove, desk: Desk) -> None:
    found = found_layers(operation.target, desk)
    if not found:
        raise CannotEdit("not_there")
    if operation.target.duplicate:
        found = found[1:] or found
    gone = {one["id"] for one in found}
    desk.timeline.layers = [one for one in desk.timeline.layers if one["id"] not in gone]
    desk.facts["segments"] = len(found)


@perform.register
def _(operation: op.Change, desk: Desk) -> None:
    found = found_layers(operation.target, desk)
    if operation.near and operation.range is not None:
        start, end = operation.range.on(desk.timeline.duration)
        found = [one for one in found if one["s"] < end and start < one["s"] + one["d"]]
    if not found and operation.otherwise is not None:
        perform(operation.otherwise, desk)
        return
    if not found:
        raise CannotEdit("not_there")
    moved = operation.range or operation.at is not None or operation.length
    moved = moved or operation.shift or operation.stretch
    for layer in found[:1] if moved else found:
        _change_one(operation, layer, desk)
    desk.facts["segments"] = len(found[:1] if moved else found)


def _change_one(operation: op.Change, layer: Segment, desk: Desk) -> None:
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
    layers.set_values(layer, values)
    if "name" in values:
        layer.pop("src", None)
    elif "src" in values:
        layer.pop("name", None)


def found_layers(target: op.Target, desk: Desk) -> list[Segment]:
    """The layers that a target means, in time order."""
    at = target.at.on(desk.timeline.duration) if target.at else None
    found = layers.find(desk.timeline, target.roles, target.text, at)
    if target.which is None:
        return found
    return found[target.which :][:1] if -len(found) <= target.which < len(found) else []
