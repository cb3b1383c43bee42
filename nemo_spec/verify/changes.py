"""What has changed between two drafts, in words: for edits that the service makes without any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import seconds
from nemo_spec.verify.findings import called, span

_MOST = 12


def changes(before: Timeline, after: Timeline) -> list[str]:
    """One line for each change, `added title "Hi" (0-3s)`; the first twelve. Empty: none is seen."""
    lines = [*_canvas(before, after), *_main(before, after), *_layers(before, after)]
    if len(lines) > _MOST:
        lines = [*lines[:_MOST], f"and {len(lines) - _MOST} more changes"]
    return lines


def _canvas(before: Timeline, after: Timeline) -> Iterator[str]:
    old, new = (_frame(timeline) for timeline in (before, after))
    if new and old != new:
        yield f"frame {old} → {new}" if old else f"frame {new}"
    yield from _fields("canvas", _others(before.canvas), _others(after.canvas))


def _frame(timeline: Timeline) -> str:
    width, height = timeline.canvas.get("width"), timeline.canvas.get("height")
    return f"{width}x{height}" if width and height else ""


def _others(canvas: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in canvas.items() if key not in ("width", "height")}


def _main(before: Timeline, after: Timeline) -> Iterator[str]:
    old, new = before.main, after.main
    if before.length != after.length:
        yield f"video {seconds(before.length)} s → {seconds(after.length)} s"
    elif [_stretch(piece) for piece in old] != [_stretch(piece) for piece in new]:
        yield f"video cut differently: {len(old)} → {len(new)} pieces"
    looks: dict[str, tuple[object, object]] = {}
    for old_piece, new_piece in zip(old, new, strict=False):
        for key, pair in _different(old_piece.look, new_piece.look).items():
            looks.setdefault(key, pair)
    for key, (was, now) in looks.items():
        yield f"video {_changed(key, was, now)}"


def _stretch(piece: Segment) -> tuple[object, ...]:
    return piece.name, piece.source, piece.start, piece.end


def _layers(before: Timeline, after: Timeline) -> Iterator[str]:
    """Segments of one kind and content are the same segments, in their order."""
    old, new = _by_name(before), _by_name(after)
    for name in dict.fromkeys((*old, *new)):
        was, now = old[name], new[name]
        for one, other in zip(was, now, strict=False):
            if span(one) != span(other):
                yield f"{name} moved {span(one)} → {span(other)}"
            yield from _fields(name, one.look, other.look)
        for gone in was[len(now) :]:
            yield f"removed {name} ({span(gone)})"
        for fresh in now[len(was) :]:
            yield f"added {name} ({span(fresh)})"


def _by_name(timeline: Timeline) -> defaultdict[str, list[Segment]]:
    found = defaultdict(list)
    for layer in timeline.layers:
        found[called(layer)].append(layer)
    return found


def _fields(name: str, old: dict[str, object], new: dict[str, object]) -> Iterator[str]:
    for key, (was, now) in _different(old, new).items():
        yield f"{name} {_changed(key, was, now)}"


def _different(old: dict[str, object], new: dict[str, object]) -> dict[str, tuple[object, object]]:
    keys = dict.fromkeys((*old, *new))
    return {k: (old.get(k), new.get(k)) for k in keys if old.get(k) != new.get(k)}


def _changed(key: str, was: object, now: object) -> str:
    label = key.replace("_", " ")
    if now is None:
        return f"{label} removed"
    return f"{label} {_shown(now)}" if was is None else f"{label} {_shown(was)} → {_shown(now)}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)
