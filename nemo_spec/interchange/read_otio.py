"""An OpenTimelineIO file as a timeline, ours or another program's."""

from __future__ import annotations

import json
from typing import Any

from nemo_spec.interchange.formats import NotInstalled
from nemo_spec.interchange.imported import (
    MOST_ITEMS,
    MOST_TRACKS,
    Imported,
    NotImported,
    finished,
    role_of,
    segment,
    texts_of,
    with_sound,
)
from nemo_spec.timeline.model import KINDS, Kind, Role, Segment, Timeline
from nemo_spec.timeline.properties import PROPERTIES
from nemo_spec.timeline.track_types import NAMES

try:
    import opentimelineio as otio
except ImportError as error:
    why = ".otio needs opentimelineio – install it with `pip install 'nemo-spec[otio]'`"
    raise NotInstalled(why) from error


_NEAR = 50
"""Milliseconds by which a sound may lie beside the picture that it belongs to."""


def read(content: bytes) -> Imported:
    """Raises NotImported."""
    try:
        text = content.decode("utf-8")
        json.loads(text)  # what is nested too deep takes OpenTimelineIO's own parser down
        found = otio.adapters.read_from_string(text, "otio_json")
    except Exception as error:  # it raises what its schemas raise, down to ValueError
        raise NotImported(
            f"not a timeline that OpenTimelineIO reads ({type(error).__name__})"
        ) from None
    if not isinstance(found, otio.schema.Timeline):
        raise NotImported("it holds no timeline")
    if len(found.tracks) > MOST_TRACKS:
        raise NotImported(f"it has {len(found.tracks)} tracks, more than {MOST_TRACKS}")
    return _Reader(found).imported()


class _Reader:
    def __init__(self, timeline: Any) -> None:
        self.timeline = timeline
        rate = timeline.global_start_time.rate if timeline.global_start_time else 0
        self.found = Imported(Timeline(canvas={"fps": rate} if rate else {}))
        self.main: list[Segment] = []
        self.layers: list[Segment] = []

    def imported(self) -> Imported:
        for number, track in enumerate(self.timeline.tracks):
            if not isinstance(track, otio.schema.Track):
                self.found.unsaid.append(f"{_called(track)}, which is no track")
                continue
            kind: Kind = "audio" if track.kind == otio.schema.TrackKind.Audio else "video"
            self._track(track, kind, track.name or f"track {number + 1}")
            if len(self.main) + len(self.layers) > MOST_ITEMS:
                raise NotImported(f"it has more than {MOST_ITEMS} clips")
        return finished(self.found, self.main, self.layers)

    def _track(self, track: Any, kind: Kind, name: str) -> None:
        is_main = kind == "video" and not self.main and _may_be_main(track, name)
        link: dict[str, object] = {}
        for item in track:
            if isinstance(item, otio.schema.Transition):
                link = self._transition(item)
                continue
            if isinstance(item, otio.schema.Clip):
                self._clip(track, item, kind, name, is_main, link)
            elif not isinstance(item, otio.schema.Gap):
                self.found.unsaid.append(f"{_called(item)} on {name}: a timeline inside this one")
            link = {}

    def _transition(self, item: Any) -> dict[str, object]:
        lasts = round(_ms(item.in_offset + item.out_offset))
        if item.transition_type == "SMPTE_Dissolve":
            return {"transition": lasts}
        return {"transition": lasts, "transition_kind": item.name or item.transition_type}

    def _clip(
        self, track: Any, clip: Any, kind: Kind, name: str, is_main: bool, link: dict[str, object]
    ) -> None:
        place = track.trimmed_range_of_child(clip)
        start, end = _ms(place.start_time), _ms(place.end_time_exclusive())
        properties, speed = self._properties(clip), 1.0
        reference = clip.media_reference
        told = dict(reference.parameters) if hasattr(reference, "parameters") else {}
        file, texts, role = "", list[str](), role_of(name, kind)
        if isinstance(reference, otio.schema.ExternalReference):
            file = self.found.add_file(reference.target_url)
        elif isinstance(reference, otio.schema.GeneratorReference):
            role = _generated_role(reference, told, role)
            texts = str(told.get("text") or "").split("\n") if told.get("text") else []
            file = str(told.get("name") or "")
            if role == "effect" and not told.get("role"):
                self.found.unsaid.append(f"{_called(clip)} on {name}: a generator")
                return
        else:
            self.found.unsaid.append(f"{_called(clip)} on {name}: its file is missing")
            return
        if is_main and KINDS[role] == "video":
            role = "generated" if role == "generated" else "clip"
        for effect in clip.effects:
            if isinstance(effect, otio.schema.LinearTimeWarp):
                speed = effect.time_scalar
        properties = _retimed(speed, clip.effects) | properties | link
        source = (
            self._source(clip, speed, end - start, properties) if KINDS[role] == "video" else None
        )
        texts = texts_of(role, texts)
        made = segment(
            role, start, end, name=file, texts=texts, source=source, properties=properties
        )
        self._take(made, is_main)

    def _take(self, made: Segment, is_main: bool) -> None:
        if is_main and made.kind == "video":
            self.main.append(_laid_over(made, self.main))
        elif not self._is_sound(made):
            self.layers.append(made)

    def _is_sound(self, made: Segment) -> bool:
        """Whether it is the sound of a picture, on a track of its own: then that has it."""
        if made.kind != "audio" or not made.name:
            return False
        for pieces in (self.main, self.layers):
            for number, piece in enumerate(pieces):
                is_near = abs(piece.start.lo - made.start.lo) < _NEAR
                if piece.kind == "video" and piece.name == made.name and is_near:
                    pieces[number] = with_sound(piece, made.properties)
                    return True
        return False

    def _properties(self, clip: Any) -> dict[str, object]:
        found: dict[str, object] = {}
        for effect in clip.effects:
            if isinstance(effect, otio.schema.TimeEffect):
                continue
            value = _value(effect.name)
            if effect.effect_name in PROPERTIES and value is not None:
                found[effect.effect_name] = value
            else:
                what = effect.effect_name or effect.name or "an effect"
                self.found.unsaid.append(f"{what} on {_called(clip)}")
        return found

    def _source(
        self, clip: Any, speed: float, lasts: float, properties: dict[str, object]
    ) -> tuple[float, float]:
        first = max(0.0, _ms(clip.trimmed_range().start_time) - _begin(clip.media_reference))
        if properties.get("still"):
            return 0, 0
        return (first, first) if properties.get("freeze") else (first, first + lasts * abs(speed))


def _may_be_main(track: Any, name: str) -> bool:
    """A track of ours that is called otherwise is none, nor is one that holds only texts."""
    if NAMES.get(name.strip().lower(), "clip") != "clip":
        return False
    clips = (one for one in track if isinstance(one, otio.schema.Clip))
    return any(not _is_text(one.media_reference) for one in clips)


def _is_text(reference: Any) -> bool:
    return getattr(reference, "generator_kind", "") == "Text"


def _generated_role(reference: Any, told: dict[str, Any], usual: Role) -> Role:
    named = str(told.get("role") or "")
    if named in KINDS:
        return named
    return "title" if reference.generator_kind == "Text" and told.get("text") else "effect"


def _retimed(speed: float, effects: Any) -> dict[str, object]:
    if any(isinstance(e, otio.schema.FreezeFrame) for e in effects) or speed == 0:
        return {"freeze": True}
    found: dict[str, object] = {"speed": abs(speed)} if abs(speed) != 1 else {}
    return found | ({"reverse": True} if speed < 0 else {})


def _laid_over(piece: Segment, main: list[Segment]) -> Segment:
    """Clips that were laid over each other touch in the file, in the middle of their transition."""
    if not piece.properties.get("overlap") or not main:
        return piece
    by, before = int(str(piece.properties.get("transition", 0))), main[-1]
    head = by / 2
    main[-1] = _stretched(before, tail=head)
    return _stretched(piece, head=head)


def _stretched(piece: Segment, *, head: float = 0, tail: float = 0) -> Segment:
    source = piece.source
    if source and source[0] != source[1]:
        speed = float(str(piece.properties.get("speed", 1)))
        first, last = (tail, head) if piece.properties.get("reverse") else (head, tail)
        source = (round(source[0] - first * speed), round(source[1] + last * speed))
    start, end = piece.start.shifted(-round(head)), piece.end.shifted(round(tail))
    return piece.remade(start, end, source, piece.properties)


def _ms(time: Any) -> float:
    return float(time.value * 1000 / time.rate)


def _begin(reference: Any) -> float:
    """The timecode (ms) at which a file begins: cameras count on from file to file."""
    available = reference.available_range
    return _ms(available.start_time) if available else 0.0


def _value(text: str) -> object:
    try:
        found: object = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, bool | int | float | str) else None


def _called(item: Any) -> str:
    return str(item.name or type(item).__name__)
