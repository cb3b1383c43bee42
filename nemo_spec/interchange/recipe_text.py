"""A timeline as a recipe that leads to it; what no verb says stands in comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import gcd
from typing import Any

from nemo_spec.language.values import Range, show_number, show_range, show_text, show_time
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.properties import NOT_COMPARED, label, property_of, shown
from nemo_spec.timeline.summary import called, span

_WHOLE = {
    "normalize": "normalize", "denoise": "denoise", "stabilize": "stabilize",
}  # fmt: skip
"""Properties of the whole main track that a verb of their name sets."""
_MADE_BY_TIME = frozenset({"speed", "reverse", "freeze", "still", "transition", "overlap"})
_SLACK = 40
"""Milliseconds: a frame, by which a foreign timeline may be off."""


@dataclass(slots=True)
class _Use:
    """A clip of the recipe: a file, of which pieces play in their order. `length` in ms, None where
    nobody knows it; `begins` is where it begins once all clips are joined."""

    name: str
    file: str
    length: int | None
    still: bool
    pieces: list[Segment] = field(default_factory=list)
    begins: int = 0

    @property
    def last(self) -> int:
        source = self.pieces[-1].source
        return source[1] if source else 0


def recipe_of(
    timeline: Timeline,
    files: Mapping[str, str],
    lengths: Mapping[str, int],
    unsaid: Sequence[str] = (),
) -> str:
    """The text of the recipe. `files` are the paths to write by the names of media, `lengths` in ms."""
    return _Recipe(timeline, files, lengths, list(unsaid)).text()


class _Recipe:
    def __init__(
        self, timeline: Timeline, files: Mapping[str, str], lengths: Mapping[str, int],
        unsaid: list[str],
    ) -> None:  # fmt: skip
        self.timeline, self.files, self.lengths, self.unsaid = timeline, files, lengths, unsaid
        made = [one for one in timeline.main if one.role == "generated"]
        main = [one for one in timeline.main if one.role != "generated"]
        self.is_reversed = bool(main) and all(one.properties.get("reverse") for one in main)
        self.main = main[::-1] if self.is_reversed else main
        self.generated = made
        self.uses = list(self._uses())

    def text(self) -> str:
        parts = [
            list(self._clips()),
            list(self._time()),
            list(self._picture()),
            list(self._layers()),
        ]
        self._leftovers()
        notes = [f"# not said: {_line(one)}" for one in dict.fromkeys(self.unsaid)]
        blocks = [notes, *parts]
        return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"

    # -- clips --

    def _uses(self) -> Iterator[_Use]:
        current: _Use | None = None
        names = set[str]()
        for piece in self.main:
            is_still = bool(piece.properties.get("still"))
            goes_on = (
                current is not None and current.file == piece.name and not is_still
                and not current.still and not piece.properties.get("overlap")
                and piece.source is not None and piece.source[0] >= current.last
            )  # fmt: skip
            if not goes_on:
                if current:
                    yield current
                name = _identifier(piece.name, names)
                length = piece.length.lo if is_still else self.lengths.get(piece.name)
                current = _Use(name, piece.name, length, is_still)
            assert current
            current.pieces.append(piece)
        if current:
            yield current

    def _clips(self) -> Iterator[str]:
        for use in self.uses:
            lasts = f" for {show_time(use.pieces[0].length.lo)}" if use.still else ""
            yield f"clip {use.name} {show_text(self.files.get(use.file, use.file))}{lasts}"

    # -- time --

    def _time(self) -> Iterator[str]:
        fade = self._joined_fade()
        if len(self.uses) > 1:
            with_fade = f" with fade {show_time(fade)}" if fade else ""
            yield f"join {', '.join(use.name for use in self.uses)}{with_fade}"
        if not fade:
            self._lay_out()
            yield from self._kept()
            yield from self._retimed()
        if self.is_reversed:
            yield "reverse"
        if not fade:
            yield from self._transitions()
        yield from self._generated()

    def _joined_fade(self) -> int:
        """The length in ms of the fade with which all clips are joined, whole as they are; else 0."""
        fades = {p.properties.get("transition", 0) for p in self.main[1:]}
        over = [bool(p.properties.get("overlap")) for p in self.main[1:]]
        whole = all(self._is_whole(use) for use in self.uses)
        if len(fades) == 1 and over and all(over) and whole and len(self.uses) == len(self.main):
            return int(str(fades.pop()))
        for piece in self.main:
            if piece.properties.get("overlap"):
                self._cannot(piece, "laid over the clip before it")
        return 0

    def _is_whole(self, use: _Use) -> bool:
        source = use.pieces[0].source
        if use.still:
            return True
        known = use.length is not None and source is not None and source[0] <= _SLACK
        return bool(known and source and abs(source[1] - (use.length or 0)) <= _SLACK)

    def _lay_out(self) -> None:
        """Where each clip begins once all are joined."""
        position = 0
        for use in self.uses:
            use.begins = position
            if use.length is None and use is not self.uses[-1]:
                self.unsaid.append(f"how long {use.file} is: its file was not found")
            position += use.length or use.last

    def _kept(self) -> Iterator[str]:
        """What is kept of the joined clips, as ranges of them; those that touch are one."""
        ranges = list[tuple[int, int]]()
        for use in self.uses:
            for piece in use.pieces:
                first, last = self._range(use, piece)
                if ranges and ranges[-1][1] == first:
                    ranges[-1] = (ranges[-1][0], last)
                elif first < last:
                    ranges.append((first, last))
        total = sum(use.length or 0 for use in self.uses)
        if all(use.length for use in self.uses) and ranges == [(0, total)]:
            return
        if ranges:
            yield "keep " + ", ".join(show_range(Range(first, last)) for first, last in ranges)

    def _range(self, use: _Use, piece: Segment) -> tuple[int, int]:
        """What of the joined clips plays in a piece, in ms."""
        if use.still:
            return use.begins, use.begins + piece.length.lo
        first, last = piece.source or (0, 0)
        if use.length is not None:
            near = abs(last - use.length) <= _SLACK and last != first
            first, last = min(first, use.length), use.length if near else min(last, use.length)
        return use.begins + first, use.begins + last

    def _retimed(self) -> Iterator[str]:
        """Speeds and held frames from the last to the first, so that earlier times stay as they are."""
        lines, position = list[str](), 0
        previous: Segment | None = None
        whole = self._common_speed()
        for use in self.uses:
            for piece in use.pieces:
                first, last = self._range(use, piece)
                end = position + last - first
                speed = float(str(piece.properties.get("speed", 1)))
                if piece.properties.get("freeze"):
                    lines.append(f"freeze {show_time(position)} for {show_time(piece.length.lo)}")
                    self._check_freeze(piece, previous)
                elif speed != 1 and not whole:
                    lines.append(f"speed {show_number(speed)}x {show_range(Range(position, end))}")
                if previous and _needs_split(previous, piece) and self._touches(previous, piece):
                    lines.append(f"split at {show_time(position)}")
                position, previous = end, piece
        yield from reversed(lines)
        if whole:
            yield f"speed {show_number(whole)}x"

    def _common_speed(self) -> float:
        speeds = {float(str(piece.properties.get("speed", 1))) for piece in self.main}
        is_held = any(piece.properties.get("freeze") for piece in self.main)
        speed = speeds.pop() if len(speeds) == 1 else 1.0
        return speed if speed != 1 and not is_held else 0.0

    def _check_freeze(self, piece: Segment, previous: Segment | None) -> None:
        at = piece.source[0] if piece.source else 0
        shown = previous.source[1] if previous and previous.source else 0
        if at != shown:
            self._cannot(piece, f"a frame held from {show_time(at)} of its file")

    def _touches(self, before: Segment, after: Segment) -> bool:
        same = before.name == after.name and before.source and after.source
        return bool(same and before.source and after.source and before.source[1] == after.source[0])

    def _transitions(self) -> Iterator[str]:
        for piece in self.timeline.main:
            length = piece.properties.get("transition")
            if length and not piece.properties.get("overlap"):
                lasts = show_time(int(str(length)))
                yield f"transition fade {lasts} at {show_time(piece.start.lo)}"

    def _generated(self) -> Iterator[str]:
        for piece in self.generated:
            if piece.start.lo < max((one.start.lo for one in self.main), default=0):
                self._cannot(piece, "a generated scene in the middle")
                continue
            prompt = str(piece.properties.get("prompt") or piece.name or "a scene")
            yield f"generate {show_time(piece.length.lo)} {show_text(prompt)}"

    # -- picture and sound of the main track --

    def _picture(self) -> Iterator[str]:
        main = self.timeline.main
        yield from self._aspect()
        for key, verb in _WHOLE.items():
            if self._on_all(key, True):
                yield verb
        if look := self._common("color"):
            amount = self._common("amount")
            strength = f" {_percent(amount)}" if amount else ""
            yield f"color {show_text(str(look))}{strength}"
        if turn := self._common("rotate"):
            yield f"rotate {turn}"
        if crop := self._common("crop"):
            yield f"crop {_percent(crop)}"
        yield from self._volumes()
        if main and (into := main[0].properties.get("fade_in")):
            yield f"fade in {show_time(int(str(into)))}"
        if main and (out := main[-1].properties.get("fade_out")):
            yield f"fade out {show_time(int(str(out)))}"

    def _aspect(self) -> Iterator[str]:
        canvas = self.timeline.canvas
        width, height, fill = canvas.get("width"), canvas.get("height"), canvas.get("fill")
        if fill and isinstance(width, int) and isinstance(height, int) and width and height:
            by = gcd(width, height)
            if max(width, height) // by < 1000:
                yield f"aspect {width // by}:{height // by} {fill}"

    def _on_all(self, key: str, value: object) -> bool:
        pieces = [one for one in self.timeline.main if one.role == "clip"]
        return bool(pieces) and all(one.properties.get(key) == value for one in pieces)

    def _common(self, key: str) -> Any:
        """The value that all of the main track has; None where it differs."""
        pieces = [one for one in self.timeline.main if one.role == "clip"]
        value = pieces[0].properties.get(key) if pieces else None
        return value if value is not None and self._on_all(key, value) else None

    def _volumes(self) -> Iterator[str]:
        level = self._common("volume")
        if level is not None:
            yield "mute" if level == 0 else f"volume {_percent(level)}"
            return
        for piece in self.timeline.main:
            if (level := piece.properties.get("volume")) not in (None, 1):
                range_ = show_range(Range(piece.start.lo, piece.end.lo))
                yield f"mute {range_}" if level == 0 else f"volume {_percent(level)} {range_}"

    # -- layers --

    def _layers(self) -> Iterator[str]:
        for layer in sorted(self.timeline.layers, key=lambda one: (one.start.lo, one.end.lo)):
            if line := self._layer(layer):
                yield line

    def _layer(self, layer: Segment) -> str:
        length, end = self.timeline.length.lo, layer.end.lo
        range_ = show_range(Range(layer.start.lo, length if abs(end - length) <= _SLACK else end))
        texts = " ".join(map(show_text, layer.texts))
        match layer.role:
            case "title" | "caption" | "lower-third" if layer.texts:
                return _joined(layer.role, range_, texts, *_look(layer))
            case "overlay":
                path = show_text(self.files.get(layer.name, layer.name))
                return _joined("overlay", range_, path, *_look(layer))
            case "music" if layer.name in self.files:
                return _joined(
                    "music from", show_text(self.files[layer.name]), range_, *_look(layer)
                )
            case "music":
                return _joined("music", show_text(layer.name or "music"), range_, *_look(layer))
            case "voiceover" if layer.texts:
                return _joined("voiceover", range_, texts, *_look(layer))
            case "sound":
                at = show_time(layer.start.lo)
                return _joined("sound", show_text(layer.name or "sound"), "at", at)
        self._cannot(layer, "no verb makes it")
        return ""

    # -- what cannot be said --

    def _cannot(self, segment: Segment, what: str) -> None:
        self.unsaid.append(f"{called(segment)} at {span(segment)}: {what}")

    def _leftovers(self) -> None:
        """Properties that no line above has said."""
        main = self.timeline.main
        for number, piece in enumerate(main):
            edges = {"fade_in": number == 0, "fade_out": number == len(main) - 1}
            for key, value in sorted(piece.properties.items()):
                said = key in _MADE_BY_TIME or edges.get(key) or key in ("volume", "prompt")
                whole = self._common(key) is not None or (key in _WHOLE and self._on_all(key, True))
                if key == "reverse":
                    said = self.is_reversed
                if not said and not whole and _matters(key, value):
                    self._cannot(piece, f"{label(key)} {shown(key, value)}")
        for layer in self.timeline.layers:
            for key, value in sorted(layer.properties.items()):
                said = key == "still" or key in _OPTIONS.get(layer.role, ())
                if not said and _matters(key, value):
                    self._cannot(layer, f"{label(key)} {shown(key, value)}")


_TEXT_OPTIONS = {
    "position": "at {}", "style": "style {}", "color": "color {}", "size": "size {}",
    "font": "font {}", "fade_in": "fade in {}", "fade_out": "fade out {}",
}  # fmt: skip
_OPTIONS: dict[str, dict[str, str]] = {
    "title": _TEXT_OPTIONS, "caption": _TEXT_OPTIONS, "lower-third": _TEXT_OPTIONS,
    "overlay": {"position": "at {}", "scale": "size {}", "opacity": "opacity {}"},
    "music": {"volume": "volume {}", "fade_in": "fade in {}", "fade_out": "fade out {}", "duck": "duck"},
    "voiceover": {"voice": "voice {}"},
}  # fmt: skip
"""How the verb of a role says a property."""


def _look(layer: Segment) -> Iterator[str]:
    for key, form in _OPTIONS.get(layer.role, {}).items():
        value = layer.properties.get(key)
        if value not in (None, False) and _matters(key, value):
            yield form.format(_option(key, value))


def _option(key: str, value: object) -> str:
    unit = property_of(key).unit
    if unit.kind == "number" and isinstance(value, int | float):
        if unit.suffix == "s":
            return show_time(int(value))
        return _percent(value) if unit.suffix == "%" else show_number(value)
    return str(value) if key == "position" else show_text(str(value))


def _matters(key: str, value: object) -> bool:
    return key not in NOT_COMPARED and value != property_of(key).neutral


def _needs_split(before: Segment, after: Segment) -> bool:
    """Whether nothing else makes the cut between two pieces of one file that touch."""
    held = ("speed", "freeze", "volume")
    return all(before.properties.get(key) == after.properties.get(key) for key in held)


def _percent(share: object) -> str:
    return f"{show_number(round(float(str(share)) * 100, 3))}%"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _identifier(file: str, taken: set[str]) -> str:
    stem = file.rpartition(".")[0] or file
    plain = "".join(c if c.isalnum() and c.isascii() else "_" for c in stem).strip("_").lower()
    name = plain if plain[:1].isalpha() else f"clip_{plain}".strip("_")
    number = 2
    while (unique := name if number == 2 and name not in taken else f"{name}_{number}") in taken:
        number += 1
    taken.add(unique)
    return unique
