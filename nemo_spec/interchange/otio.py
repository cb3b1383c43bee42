"""OpenTimelineIO: tracks of clips with explicit ranges, time warps, dissolves, effects and markers.

What has no schema there is an effect: `effect_name` is the property, `name` its value in JSON. Texts, and
what the service makes by itself, are generators.
"""

from __future__ import annotations

import json
from typing import Any

from nemo_spec.interchange.formats import NotInstalled
from nemo_spec.interchange.sequence import Cut, Item, Joint, Track

try:
    import opentimelineio as otio
except ImportError as error:
    why = ".otio needs opentimelineio – install it with `pip install 'nemo-spec[otio]'`"
    raise NotInstalled(why) from error

_BY_SCHEMA = ("speed", "reverse", "freeze", "transition", "cut")
"""Properties that have a schema of their own."""
_KINDS = {"video": "Video", "audio": "Audio", "text": "Video"}


def write(cut: Cut, _: str) -> str:
    """The timeline; its ids and times of writing are none, so that it is always the same."""
    timeline = otio.schema.Timeline(cut.name, global_start_time=_time(0, cut))
    for track in cut.tracks:
        timeline.tracks.append(_track(track, cut))
    for marker in cut.markers:
        marked = otio.opentime.TimeRange(_time(marker.at, cut), _time(marker.frames, cut))
        timeline.tracks.markers.append(otio.schema.Marker(marker.text, marked, "GREEN"))
    text: str = otio.adapters.write_to_string(timeline, "otio_json")
    return text + "\n"


def _time(frames: float, cut: Cut) -> Any:
    return otio.opentime.RationalTime(frames, float(cut.rate))


def _track(track: Track, cut: Cut) -> Any:
    found = otio.schema.Track(track.name, kind=_KINDS[track.kind])
    position = 0
    for item in track.items:
        if item.start > position:
            gap = otio.opentime.TimeRange(_time(0, cut), _time(item.start - position, cut))
            found.append(otio.schema.Gap(source_range=gap))
        if joint := track.joint_at(item.start):
            found.append(_transition(joint, item, cut))
        found.append(_clip(item, cut))
        position = item.end
    return found


def _transition(joint: Joint, item: Item, cut: Cut) -> Any:
    kind = item.segment.properties.get("transition_kind")
    return otio.schema.Transition(
        name=str(kind or "fade"),
        transition_type="Custom_Transition" if kind else "SMPTE_Dissolve",
        in_offset=_time(joint.before, cut),
        out_offset=_time(joint.after, cut),
    )


def _clip(item: Item, cut: Cut) -> Any:
    first = cut.frame(item.first) if item.segment.source else 0
    played = otio.opentime.TimeRange(_time(first, cut), _time(item.frames, cut))
    clip = otio.schema.Clip(_name(item), _reference(item, cut), played)
    clip.effects.extend(_effects(item))
    return clip


def _name(item: Item) -> str:
    return item.segment.name or " ".join(item.segment.texts) or item.segment.role


def _reference(item: Item, cut: Cut) -> Any:
    segment = item.segment
    whole = otio.opentime.TimeRange(_time(0, cut), _time(item.frames, cut))
    if segment.kind == "text":
        told = {"text": "\n".join(segment.texts), "role": segment.role}
        return otio.schema.GeneratorReference(segment.role, "Text", whole, told)
    if item.media is None:
        texts = {"text": "\n".join(segment.texts)} if segment.texts else {}
        told = {"role": segment.role, "name": segment.name} | texts
        return otio.schema.GeneratorReference(segment.role, segment.role, whole, told)
    if item.is_still:
        available = whole
    else:
        available = otio.opentime.TimeRange(
            _time(0, cut), _time(cut.frame(item.media.clip.length), cut)
        )
    reference = otio.schema.ExternalReference(item.media.address, available)
    reference.name = segment.name
    return reference


def _effects(item: Item) -> list[Any]:
    effects: list[Any] = []
    if item.segment.properties.get("freeze"):
        effects.append(otio.schema.FreezeFrame("freeze"))
    elif item.speed != 1 and not item.is_held:
        effects.append(otio.schema.LinearTimeWarp("speed", time_scalar=item.speed))
    properties = dict(item.segment.properties)
    if "speed_to" in properties:  # the time warp has the mean of both
        effects.append(otio.schema.Effect(json.dumps(properties.get("speed", 1)), "speed"))
    for key, value in sorted(properties.items()):
        if key not in _BY_SCHEMA and key != "transition_kind":
            effects.append(otio.schema.Effect(json.dumps(value), key))
    return effects
