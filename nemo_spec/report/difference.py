"""What two timelines differ in, segment by segment, whatever order and spelling their drafts have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.timeline.summary import seconds
from nemo_spec.verify.differences import NEUTRAL, merged, same, value_shown, within
from nemo_spec.verify.findings import called, span
from nemo_spec.verify.matching.match import match

Sign = Literal["+", "-", "~"]

_NOT_COMPARED = ("cut",)


@dataclass(frozen=True, slots=True)
class Change:
    """`+` is only in the second timeline, `-` only in the first, `~` in both and not the same."""

    sign: Sign
    text: str


def differences(before: Timeline, after: Timeline, tolerance: int) -> list[Change]:
    """Every change from the first to the second; times may be off by `tolerance` milliseconds.

    A segment is the same one when it is of one kind and content, or nearly so. Video stands in a
    row: a piece that only makes room for another has not moved.
    """
    return [
        *_canvas(before, after),
        *_whole(before, after, tolerance),
        *_main(before, after, tolerance),
        *_layers(before, after, tolerance),
    ]


def totals(changes: Sequence[Change]) -> str:
    """`1 added, 2 removed, 3 changed`, or `no difference`."""
    words = (("+", "added"), ("-", "removed"), ("~", "changed"))
    counts = [(sum(change.sign == sign for change in changes), word) for sign, word in words]
    return ", ".join(f"{count} {word}" for count, word in counts if count) or "no difference"


# ---- The whole -----------------------------------------------------------------------------------


def _canvas(before: Timeline, after: Timeline) -> Iterator[Change]:
    one, other = _frame(before), _frame(after)
    if one != other:
        yield Change("~", f"frame {one or '(none)'} → {other or '(none)'}")
    for key in ("fps", "fill"):
        was, now = before.canvas.get(key), after.canvas.get(key)
        if was != now and (key != "fill" or {was, now} != {None, "fit"}):
            yield Change("~", f"{key} {value_shown(key, was)} → {value_shown(key, now)}")


def _frame(timeline: Timeline) -> str:
    width, height = timeline.canvas.get("width"), timeline.canvas.get("height")
    return f"{width}x{height}" if width and height else str(timeline.canvas.get("ratio", ""))


def _whole(before: Timeline, after: Timeline, tolerance: int) -> Iterator[Change]:
    if not _close(before.length, after.length, tolerance):
        yield Change("~", f"length {seconds(before.length)} s → {seconds(after.length)} s")
    if before.unknown != after.unknown:
        yield Change("+" if after.unknown else "-", "anything that the agent makes of a `say`")
    for role in sorted(before.open_roles.keys() ^ after.open_roles.keys()):
        yield Change("+" if role in after.open_roles else "-", f"any number of {role} segments")


def _close(one: Interval, other: Interval, tolerance: int) -> bool:
    """Whether two times are one; an exact time may lie anywhere in what is foreseen."""
    if one.is_exact != other.is_exact:
        exact, wide = (one, other) if one.is_exact else (other, one)
        return within(exact, wide, tolerance)
    return abs(one.lo - other.lo) <= tolerance and abs(one.hi - other.hi) <= tolerance


# ---- The main track ------------------------------------------------------------------------------


def _main(before: Timeline, after: Timeline, tolerance: int) -> Iterator[Change]:
    old, new = before.main, after.main
    if any(piece.loose for piece in old) != any(piece.loose for piece in new):
        yield from _materials(old, new)
        return
    rows = (old, new), (merged(old), merged(new))
    yield from min((_row(one, other, tolerance) for one, other in rows), key=len)


def _row(old: Sequence[Segment], new: Sequence[Segment], tolerance: int) -> list[Change]:
    """Pieces taken apart where nothing is cut are the same pieces: the shorter account is right."""
    found: list[Change] = []
    pairs = _paired(old, new)
    kept = _in_order([pairs[index] for index in sorted(pairs)])
    for index, one in enumerate(old):
        if index not in pairs:
            found.append(Change("-", f"{called(one)}{_source(one)} at {span(one)}"))
            continue
        other = new[pairs[index]]
        words = list(_piece_changes(one, other, tolerance))
        if pairs[index] not in kept:
            words.insert(0, f"moved {span(one)} → {span(other)}")
        if words:
            found.append(Change("~", f"{called(one)} at {span(one)}: {', '.join(words)}"))
    known = set(pairs.values())
    for index, other in enumerate(new):
        if index not in known:
            found.append(Change("+", f"{called(other)}{_source(other)} at {span(other)}"))
    return found


def _materials(old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[Change]:
    """Where pauses are foreseen to go nobody knows the pieces, but what they are made from."""
    names = [list(dict.fromkeys(called(piece) for piece in pieces)) for pieces in (old, new)]
    yield from (Change("-", name) for name in names[0] if name not in names[1])
    yield from (Change("+", name) for name in names[1] if name not in names[0])


def _paired(old: Sequence[Segment], new: Sequence[Segment]) -> dict[int, int]:
    """Pieces of one material by the stretch of it that they share most, then what is alike."""
    ranked = []
    for (i, one), (j, other) in _candidates(old, new):
        shared = _shared(one, other)
        if shared > 0:
            ranked.append((-shared, abs(one.start.lo - other.start.lo), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(ranked):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    left = [i for i, piece in enumerate(old) if i not in pairs and not piece.source]
    free = {id(p): j for j, p in enumerate(new) if j not in taken and not p.source}
    matches = match([old[i] for i in left], [new[j] for j in free.values()])
    for i, (_, alike) in zip(left, matches.pairs, strict=True):
        if alike is not None:
            pairs[i] = free[id(alike)]
    return pairs


def _candidates(
    old: Sequence[Segment], new: Sequence[Segment]
) -> Iterator[tuple[tuple[int, Segment], tuple[int, Segment]]]:
    """Pairs of pieces that may show the same stretch: those of one material within one second."""
    cells: dict[tuple[str, int], list[tuple[int, Segment]]] = defaultdict(list)
    for item in enumerate(new):
        for second in _seconds(item[1]):
            cells[item[1].name, second].append(item)
    for item in enumerate(old):
        near = {j: piece for s in _seconds(item[1]) for j, piece in cells[item[1].name, s]}
        yield from product([item], near.items())


def _seconds(piece: Segment) -> range:
    first, last = piece.source or (1, 0)
    return range(first // 1000, last // 1000 + 1) if first <= last else range(0)


def _shared(one: Segment, other: Segment) -> float:
    """How much of the material that either shows is shown by both, 0–1; the same moment is 1."""
    if not one.source or not other.source or one.role != other.role:
        return 0
    if one.source == other.source:
        return 1
    both = min(one.source[1], other.source[1]) - max(one.source[0], other.source[0])
    either = max(one.source[1], other.source[1]) - min(one.source[0], other.source[0])
    return max(0, both) / max(1, either)


def _in_order(positions: list[int]) -> set[int]:
    """The largest part of the positions that rises: what has kept its place among the others."""
    best: list[list[int]] = []
    for position in positions:
        length = next((n for n, row in enumerate(best) if row[-1] > position), len(best))
        row = [*(best[length - 1] if length else []), position]
        best[length : length + 1] = [row]
    return set(best[-1]) if best else set()


def _piece_changes(one: Segment, other: Segment, tolerance: int) -> Iterator[str]:
    if one.source and other.source:
        ends = zip(one.source, other.source, strict=True)
        if any(abs(was - now) > tolerance for was, now in ends):
            yield f"takes{_source(other)} instead of{_source(one)}"
        elif not _close(one.length, other.length, tolerance):
            yield f"lasts {seconds(other.length)} s instead of {seconds(one.length)} s"
    elif not _close(one.length, other.length, tolerance):
        yield f"lasts {seconds(other.length)} s instead of {seconds(one.length)} s"
    yield from _look(one, other, tolerance)


def _source(piece: Segment) -> str:
    if not piece.source:
        return ""
    return f" {piece.source[0] / 1000:g}-{piece.source[1] / 1000:g}s"


# ---- What stands above ---------------------------------------------------------------------------


def _layers(before: Timeline, after: Timeline, tolerance: int) -> Iterator[Change]:
    old, new = (sorted(t.layers, key=lambda layer: layer.start) for t in (before, after))
    matches = match([replace(layer, owner=None) for layer in old], new)
    for one, other in matches.pairs:
        if other is None:
            yield Change("-", f"{called(one)} at {span(one)}")
        elif found := list(_layer_changes(one, other, tolerance)):
            yield Change("~", f"{called(one)} at {span(one)}: {', '.join(found)}")
    for other in matches.extra:
        yield Change("+", f"{called(other)} at {span(other)}")


def _layer_changes(one: Segment, other: Segment, tolerance: int) -> Iterator[str]:
    if one.role != other.role:
        yield f"now a {other.role}"
    if one.texts != other.texts:
        yield f"text now {' '.join(value_shown('', text) for text in other.texts) or '(none)'}"
    if one.name != other.name:
        yield f"now {other.name or 'nothing'}"
    yield from _time(one, other, tolerance)
    yield from _look(one, other, tolerance)


def _time(one: Segment, other: Segment, tolerance: int) -> Iterator[str]:
    if _close(one.start, other.start, tolerance) and _close(one.end, other.end, tolerance):
        return
    moved = _close(one.length, other.length, tolerance)
    yield f"{'moved' if moved else 'retimed'} {span(one)} → {span(other)}"


def _look(one: Segment, other: Segment, tolerance: int) -> Iterator[str]:
    for key in sorted((one.look.keys() | other.look.keys()) - set(_NOT_COMPARED)):
        was, now = (piece.look.get(key, NEUTRAL.get(key)) for piece in (one, other))
        if not same(key, was, now, tolerance):
            yield f"{key.replace('_', ' ')} {value_shown(key, was)} → {value_shown(key, now)}"
    for what in sorted(set(one.unreadable) ^ set(other.unreadable)):
        yield f"{what} can{'not' if what in other.unreadable else ''} be read now"
