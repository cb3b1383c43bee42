"""A timeline as a recipe that leads to it; what no verb says stands in comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import gcd
from typing import Any

from nemo_spec.interchange.recipe_layers import SLACK, line_of, matters, percent, said_of
from nemo_spec.language.values import Range, show_number, show_range, show_text, show_time
from nemo_spec.timeline.model import Segment, Timeline, gaps
from nemo_spec.timeline.properties import label, shown
from nemo_spec.timeline.summary import called, span

_WHOLE = {
    "normalize": "normalize", "denoise": "denoise", "stabilize": "stabilize",
}  # fmt: skip
"""Properties of the whole main track that a verb of their name sets."""
_MADE_BY_TIME = frozenset({
    "speed", "speed_to", "reverse", "freeze", "still", "transition", "transition_kind", "overlap",
    "beside", "layout",
})  # fmt: skip


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
        self.layout, self.other = self._shared_frame()
        taken = {use.name: 1 for use in self.uses}
        self.beside = _identifier(self.other, taken) if self.other else ""

    def _shared_frame(self) -> tuple[str, str]:
        """How two files share the frame all the time, and the second one; empty where they do not."""
        found = {(p.properties.get("layout"), p.properties.get("beside")) for p in self.main}
        layout, beside = found.pop() if len(found) == 1 else (None, None)
        if beside and len({use.file for use in self.uses}) == 1:
            return str(layout or "left-right"), str(beside)
        for piece in self.main:
            if beside := piece.properties.get("beside"):
                self._cannot(piece, f"{beside} beside it")
        return "", ""

    def text(self) -> str:
        parts = [
            list(self._clips()),
            list(self._time()),
            list(self._picture()),
            list(self._layers()),
        ]
        self._leftovers()
        self._gaps()
        notes = [f"# not said: {_line(one)}" for one in dict.fromkeys(self.unsaid)]
        blocks = [notes, *parts]
        return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"

    # -- clips --

    def _uses(self) -> Iterator[_Use]:
        current: _Use | None = None
        names = dict[str, int]()
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
        if self.other:
            yield f"clip {self.beside} {show_text(self.files.get(self.other, self.other))}"

    # -- time --

    def _time(self) -> Iterator[str]:
        fade = self._joined_fade()
        if self.beside:
            yield f"split-screen {self.uses[0].name}, {self.beside} {self.layout}"
        elif len(self.uses) > 1:
            with_fade = f" with {_kind(self.main[1])} {show_time(fade)}" if fade else ""
            yield f"join {', '.join(use.name for use in self.uses)}{with_fade}"
        if not fade:
            self._lay_out()
            yield from self._kept()
        yield from self._retimed(fade)
        if self.is_reversed:
            yield "reverse"
        if not fade:
            yield from self._transitions()
        yield from self._generated()

    def _joined_fade(self) -> int:
        """The length in ms of the transition with which all clips are joined, whole as they are; else 0."""
        starts = [use.pieces[0] for use in self.uses[1:]]
        over = [piece for piece in self.main if piece.properties.get("overlap")]
        links = {(piece.properties.get("transition", 0), _kind(piece)) for piece in over}
        if over and over == starts and len(links) == 1 and all(map(self._is_whole, self.uses)):
            return int(str(over[0].properties.get("transition", 0)))
        for piece in over:
            self._cannot(piece, "laid over the clip before it")
        return 0

    def _is_whole(self, use: _Use) -> bool:
        if use.still:
            return True
        sources = [piece.source for piece in use.pieces]
        if use.length is None or any(source is None for source in sources):
            return False
        edges = [edge for source in sources if source for edge in source]
        gaps = [after - before for before, after in zip(edges[1:-1:2], edges[2::2], strict=True)]
        return edges[0] <= SLACK and abs(edges[-1] - use.length) <= SLACK and not any(gaps)

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
            near = abs(last - use.length) <= SLACK and last != first
            first, last = min(first, use.length), use.length if near else min(last, use.length)
        return use.begins + first, use.begins + last

    def _retimed(self, fade: int) -> Iterator[str]:
        """Speeds and held frames from the last to the first, so that earlier times stay as they are. Clips
        lie over each other by `fade` ms."""
        lines, position = list[str](), 0
        previous: Segment | None = None
        whole = self._common_speed()
        for use in self.uses:
            position -= fade if previous else 0
            for piece in use.pieces:
                first, last = self._range(use, piece)
                end = position + last - first
                speed = _speed(piece)
                if piece.properties.get("freeze"):
                    lines.append(f"freeze {show_time(position)} for {show_time(piece.length.lo)}")
                    self._check_freeze(piece, previous)
                elif speed != "1x" and not whole:
                    lines.append(f"speed {speed} {show_range(Range(position, end))}")
                if previous and _needs_split(previous, piece) and self._touches(previous, piece):
                    lines.append(f"split at {show_time(position)}")
                position, previous = end, piece
        yield from reversed(lines)
        if whole:
            yield f"speed {whole}"

    def _common_speed(self) -> str:
        """The speed of all pieces; nothing where it is the usual one, or differs, or changes."""
        speeds = {_speed(piece) for piece in self.main}
        is_held = any(piece.properties.get("freeze") for piece in self.main)
        speed = speeds.pop() if len(speeds) == 1 else "1x"
        return "" if speed == "1x" or "-" in speed or is_held else speed

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
                yield f"transition {_kind(piece)} {lasts} at {show_time(piece.start.lo)}"

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
                loud = self._common("loudness") if key == "normalize" else None
                yield verb if loud is None else f"{verb} {show_number(loud)}LUFS"
        if look := self._common("color"):
            amount = self._common("amount")
            strength = f" {percent(amount)}" if amount else ""
            yield f"color {show_text(str(look))}{strength}"
        if turn := self._common("rotate"):
            yield f"rotate {turn}"
        for side in ("", "top", "bottom", "left", "right"):
            if crop := self._common(f"crop_{side}" if side else "crop"):
                yield " ".join(filter(None, ("crop", side, percent(crop))))
        yield from self._volumes()
        if main and (into := main[0].properties.get("fade_in")):
            yield f"fade in {show_time(int(str(into)))}"
        if main and (out := main[-1].properties.get("fade_out")):
            yield f"fade out {show_time(int(str(out)))}"

    def _aspect(self) -> Iterator[str]:
        canvas = self.timeline.canvas
        width, height = canvas.get("width"), canvas.get("height")
        bars = canvas.get("background")
        fill = canvas.get("fill") or ("fit" if bars else None)
        if fill and isinstance(width, int) and isinstance(height, int) and width and height:
            by = gcd(width, height)
            if max(width, height) // by < 1000:
                colour = f" background {show_text(str(bars))}" if bars and fill == "fit" else ""
                yield f"aspect {width // by}:{height // by} {fill}{colour}"

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
            yield "mute" if level == 0 else f"volume {percent(level)}"
            return
        for piece in self.timeline.main:
            if (level := piece.properties.get("volume")) not in (None, 1):
                range_ = show_range(Range(piece.start.lo, piece.end.lo))
                yield f"mute {range_}" if level == 0 else f"volume {percent(level)} {range_}"

    # -- layers --

    def _layers(self) -> Iterator[str]:
        for layer in sorted(self.timeline.layers, key=lambda one: (one.start.lo, one.end.lo)):
            if line := line_of(layer, self.files, self.timeline.length):
                yield line
            else:
                self._cannot(layer, "no verb makes it")

    # -- what cannot be said --

    def _cannot(self, segment: Segment, what: str) -> None:
        self.unsaid.append(f"{called(segment)} at {span(segment)}: {what}")

    def _gaps(self) -> None:
        """Every verb closes what it opens."""
        main = [(one.start.lo, one.end.lo) for one in self.timeline.main]
        for start, end in gaps(main, 0, max((end for _, end in main), default=0)):
            if end - start > SLACK:
                self.unsaid.append(f"a gap on the first track at {show_range(Range(start, end))}")

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
                if not said and not whole and matters(key, value):
                    self._cannot(piece, f"{label(key)} {shown(key, value)}")
        for layer in self.timeline.layers:
            for key, value in sorted(layer.properties.items()):
                if key not in said_of(layer) and matters(key, value):
                    self._cannot(layer, f"{label(key)} {shown(key, value)}")


def _kind(piece: Segment) -> str:
    """How the piece before becomes this one."""
    return str(piece.properties.get("transition_kind") or "fade")


def _speed(piece: Segment) -> str:
    """`2x`, or `1-2x` of a speed that changes."""
    first, last = (piece.properties.get(key) for key in ("speed", "speed_to"))
    begin = show_number(float(str(first or 1)))
    return f"{begin}x" if last is None else f"{begin}-{show_number(float(str(last)))}x"


def _needs_split(before: Segment, after: Segment) -> bool:
    """Whether nothing else makes the cut between two pieces of one file that touch."""
    held = ("speed", "speed_to", "freeze", "volume")
    return all(before.properties.get(key) == after.properties.get(key) for key in held)


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _identifier(file: str, taken: dict[str, int]) -> str:
    """A name that is not `taken` yet; of each, how often it was asked for."""
    stem = file.rpartition(".")[0] or file
    plain = "".join(c if c.isalnum() and c.isascii() else "_" for c in stem).strip("_").lower()
    name = plain if plain[:1].isalpha() else f"clip_{plain}".strip("_")
    number = taken.get(name, 0) + 1
    while number > 1 and f"{name}_{number}" in taken:
        number += 1
    unique = name if number == 1 else f"{name}_{number}"
    taken[unique] = 1
    taken[name] = number
    return unique
