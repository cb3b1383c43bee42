"""How a segment or the main track differs from what was expected, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from nemo_spec.timeline.deltas import Assemble, Cut, Delta, RemoveUnknown
from nemo_spec.timeline.main_track import is_unmoved
from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.timeline.properties import kind_of
from nemo_spec.timeline.summary import seconds
from nemo_spec.verify.findings import normal, span

NEUTRAL: dict[str, object] = {
    "volume": 1,
    "speed": 1,
    "opacity": 1,
    "amount": 1,
    "rotate": 0,
    "crop": 0,
    "fade_in": 0,
    "fade_out": 0,
}
"""What a look is where a draft does not mention it."""

_TIMES = ("fade_in", "fade_out", "transition")
_SHARES = ("volume", "opacity", "scale", "crop", "amount")
_NOT_COMPARED = ("cut",)
_PERCEIVED = {"volume": "heard", "opacity": "seen", "scale": "seen"}
_AS_IT_IS = ("speed", "reverse", "rotate", "crop")
_SLACK = 0.01
"""How far a level or share of 0–2 may be off: one percent."""


def layer_differences(expected: Segment, actual: Segment, tolerance: int) -> Iterator[str]:
    """Where it stands, what it says, how it looks; `tolerance` in milliseconds."""
    if expected.role != actual.role:
        yield f"a {actual.role} instead of a {expected.role}"
    if normal(expected.texts) != normal(actual.texts):
        yield f"text {_shown(actual.texts)} instead of {_shown(expected.texts)}"
    if expected.name and expected.name != actual.name:
        yield f"{actual.name or 'nothing'} instead of {expected.name}"
    if not (
        within(actual.start, expected.start, tolerance)
        and within(actual.end, expected.end, tolerance)
    ):
        yield f"at {span(actual)} instead of {span(expected)}"
    elif actual.end.hi <= actual.start.lo and expected.length.hi > tolerance:
        yield "it lasts no time at all"
    yield from look_differences(expected, actual, tolerance)
    if expected.owner is not None:
        yield from _unasked(expected, actual)


def _unasked(expected: Segment, actual: Segment) -> Iterator[str]:
    """What is never left to the service, whether or not the recipe says anything of it."""
    look = {key: value for key, value in actual.look.items() if key not in expected.look}
    if look.get("hidden"):
        yield "it is switched off"
    for key, sense in _PERCEIVED.items():
        level = look.get(key, 1)
        if isinstance(level, int | float) and level <= _SLACK:
            yield f"it cannot be {sense}: {key} {value_shown(key, level)}"
    for key in sorted(look.keys() & set(_AS_IT_IS)):
        if not same(key, NEUTRAL.get(key), look[key], 0):
            yield f"{key} {value_shown(key, look[key])} instead of {value_shown(key, None)}"


def unreadable(expected: Segment, actual: Segment) -> list[str]:
    """What the recipe asks for and the draft does not tell, or says in a way that nobody knows."""
    needed = ["start", "duration", "track type"]
    needed += ["text"] if expected.texts else []
    needed += ["name"] if expected.name else []
    found = [what for what in actual.unreadable if what in needed or what in expected.look]
    return found + unknown_looks(expected.look, [actual])


def unknown_looks(wanted: Mapping[str, object], actual: Sequence[Segment]) -> list[str]:
    """What of a look is nowhere in these segments, while one of them has a key that nobody knows and
    that may be just that."""
    kinds = {kind: key for segment in actual for key, kind in reversed(segment.unknown)}
    return [
        f"{key} (perhaps {kinds[kind_of(key)]})"
        for key, value in wanted.items()
        if kind_of(key) in kinds
        and value != NEUTRAL.get(key)
        and key not in _NOT_COMPARED
        and not any(key in (*segment.look, *segment.unreadable) for segment in actual)
    ]


def look_differences(expected: Segment, actual: Segment, tolerance: int) -> Iterator[str]:
    """Levels, fades, positions: every key of the expected look, and none beside it."""
    for key in sorted((expected.look.keys() | actual.look.keys()) - set(_NOT_COMPARED)):
        wanted = expected.look.get(key, NEUTRAL.get(key))
        found = actual.look.get(key, NEUTRAL.get(key))
        compared = key in expected.look or expected.owner is None
        readable = key not in actual.unreadable
        if compared and readable and not same(key, wanted, found, tolerance):
            what = key.replace("_", " ")
            yield f"{what} {value_shown(key, found)} instead of {value_shown(key, wanted)}"


def within(actual: Interval, expected: Interval, tolerance: int) -> bool:
    return expected.lo - tolerance <= actual.lo and actual.hi <= expected.hi + tolerance


def main_differences(expected: Timeline, actual: Timeline, tolerance: int) -> Iterator[str]:
    """The main track: how long it is, from what it is made, in what order, how it looks."""
    if not within(actual.length, expected.length, tolerance):
        yield f"the video lasts {seconds(actual.length)} s instead of {seconds(expected.length)} s"
        return
    if expected.main and not actual.main:
        yield "nothing is left of the video"
    yield from _gaps(actual.main)
    if any(piece.loose for piece in expected.main):
        yield from _strange(expected.main, actual.main, tolerance)
        yield from _disorder(expected.main, actual.main, tolerance)
    else:
        yield from _piece_differences(expected, actual, tolerance)


def _piece_differences(expected: Timeline, actual: Timeline, tolerance: int) -> Iterator[str]:
    wanted, found = merged(expected.main), merged(actual.main)
    if len(wanted) != len(found):
        yield f"{len(found)} stretches of video instead of {len(wanted)}"
        return
    for one, other in zip(wanted, found, strict=True):
        if one.name != other.name:
            yield f"{other.name or other.role} at {span(other)} instead of {one.name or one.role}"
        elif not within(other.start, one.start, tolerance):
            yield f"video at {span(other)} instead of {span(one)}"
        elif one.source and other.source and not _near(one.source, other.source, tolerance):
            shown, asked = (f"{a / 1000:g}-{b / 1000:g}s" for a, b in (other.source, one.source))
            yield f"{one.name} {shown} instead of {asked} at {span(other)}"
        else:
            yield from (f"{d} at {span(other)}" for d in look_differences(one, other, tolerance))


def _strange(
    expected: Sequence[Segment], actual: Sequence[Segment], tolerance: int
) -> Iterator[str]:
    """Material that is in none of the pieces, or not any more."""
    sources: dict[tuple[str, str], list[tuple[int, int] | None]] = {}
    for piece in expected:
        sources.setdefault((piece.role, piece.name), []).append(piece.source)
    for piece in actual:
        known = sources.get((piece.role, piece.name), ())
        if not any(_lies_in(piece.source, source, tolerance) for source in known):
            part = (
                ""
                if not known or not piece.source
                else " {:g}-{:g}s".format(*(time / 1000 for time in piece.source))
            )
            yield f"{piece.name or piece.role}{part} at {span(piece)} does not belong there"


def _lies_in(part: tuple[int, int] | None, whole: tuple[int, int] | None, tolerance: int) -> bool:
    if part is None or whole is None:
        return True
    return whole[0] - tolerance <= part[0] and part[1] <= whole[1] + tolerance


def _disorder(
    expected: Sequence[Segment], actual: Sequence[Segment], tolerance: int
) -> Iterator[str]:
    names = list(dict.fromkeys(piece.name for piece in expected))
    known = [piece for piece in actual if piece.name in names]
    for one, other in pairwise(known):
        forward = one.name == other.name and not one.look.get("reverse")
        if forward and one.source and other.source and other.source[0] + tolerance < one.source[1]:
            yield f"the material is out of order at {span(other)}"
            return


def lost_speech(expected: Timeline, actual: Timeline, most: int | None) -> Iterator[str]:
    """Speech (what was not measured as silent) that is in none of the pieces: more than `most` ms of
    one stretch of it. None: any of it may be gone."""
    for piece in expected.main if most is not None else ():
        quiet = actual.quiet.get(piece.name)
        if quiet is None or piece.source is None:
            continue
        kept = [p.source for p in actual.main if p.name == piece.name and p.source]
        for start, end in _loud(piece.source, quiet):
            lost = _uncovered(start, end, kept)
            if lost > (most or 0):
                yield f"{lost / 1000:g} s of speech at {start / 1000:g} s of {piece.name} are gone"
                return


def longest_lost(done: Iterable[Delta]) -> int | None:
    """How much of a stretch of speech may be gone, in ms: nothing with its pauses, a little with its
    fillers. None where it is cut in places that cannot be told in the material."""
    most = 2 * _SPEECH_EDGE
    trimmed = False
    for delta in done:
        if trimmed and isinstance(delta, (Cut, Assemble)):
            return None
        if isinstance(delta, RemoveUnknown):
            trimmed = True
            if delta.what not in ("pauses", "fillers"):
                return None
            if delta.removed is None:
                most = LONGEST_FILLER
    return most


_SPEECH_EDGE = 60
"""Milliseconds at either end of a stretch of speech that two measurements may see differently."""
LONGEST_FILLER = 2000
"""Milliseconds. What is gone at once from a stretch of speech, and is longer, was no filler word."""


def _loud(source: tuple[int, int], quiet: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = source[0]
    for start, end in [*quiet, (source[1], source[1])]:
        if start > position and position < source[1]:
            yield position, min(start, source[1])
        position = max(position, end)


def _uncovered(start: int, end: int, kept: Sequence[tuple[int, int]]) -> int:
    position, missing = start, 0
    for first, last in sorted(kept):
        if last <= position or first >= end:
            continue
        missing += max(0, first - position)
        position = max(position, last)
    return missing + max(0, end - position)


def contradictions(draft: Timeline, tolerance: int) -> Iterator[str]:
    """What a draft says that cannot be: it ends before its video does, or a piece shows more or less
    of its material than has room in it."""
    if draft.said is not None and draft.said + tolerance < draft.length.lo:
        yield f"the draft ends at {draft.said / 1000:g} s, its video at {seconds(draft.length)} s"
    for piece in draft.main:
        speed = piece.look.get("speed", 1)
        if piece.source is None or is_unmoved(piece) or not isinstance(speed, int | float):
            continue
        shown = (piece.source[1] - piece.source[0]) / speed
        if abs(shown - piece.length.lo) > tolerance and "speed" not in piece.unreadable:
            yield (
                f"{shown / 1000:g} s of {piece.name} do not fit into "
                f"{piece.length.lo / 1000:g} s at {span(piece)}"
            )


def _gaps(pieces: Sequence[Segment]) -> Iterator[str]:
    position = 0
    for piece in pieces:
        if piece.start.lo > position + 1:
            yield f"a gap of {(piece.start.lo - position) / 1000:g} s at {position / 1000:g} s"
        overlap = piece.look.get("transition") if piece.look.get("overlap") else 0
        if piece.start.lo < position - 1 - (overlap if isinstance(overlap, int) else 0):
            yield f"video overlaps at {piece.start.lo / 1000:g} s"
        position = piece.end.lo


def merged(pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces with neighbours joined that are one stretch of one source."""
    whole: list[Segment] = []
    for piece in pieces:
        if whole and _continues(whole[-1], piece):
            last = whole.pop()
            source = (last.source[0], piece.source[1]) if last.source and piece.source else None
            look = last.look | (
                {"fade_out": piece.look["fade_out"]} if "fade_out" in piece.look else {}
            )
            piece = replace(piece, start=last.start, source=source, look=look, place=last.place)
        whole.append(piece)
    return whole


def _continues(one: Segment, other: Segment) -> bool:
    if (
        one.name != other.name
        or one.role != other.role
        or one.source is None
        or other.source is None
    ):
        return False
    edges = ("fade_in", "fade_out", *_NOT_COMPARED)
    looks = [
        {k: v for k, v in p.look.items() if k not in edges and NEUTRAL.get(k) != v}
        for p in (one, other)
    ]
    if looks[0] != looks[1] or "fade_in" in other.look or "fade_out" in one.look:
        return False
    if one.look.get("reverse"):
        return False
    return abs(one.source[1] - other.source[0]) <= 1 and not one.look.get("freeze")


def _near(one: tuple[int, int], other: tuple[int, int], tolerance: int) -> bool:
    return abs(one[0] - other[0]) <= tolerance and abs(one[1] - other[1]) <= tolerance


def same(key: str, wanted: object, found: object, tolerance: int) -> bool:
    """Whether two values of a look are one: times within the tolerance (ms), levels within 1 %."""
    if isinstance(wanted, bool) or isinstance(found, bool):
        return bool(wanted) == bool(found)
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        slack = tolerance if key in _TIMES else _SLACK if key in _SHARES else 0.001
        return abs(wanted - found) <= slack
    return wanted == found


def value_shown(key: str, content: object) -> str:
    """A value of a look as a recipe would write it."""
    if content is None:
        return "(none)"
    if isinstance(content, int | float) and key in _SHARES:
        return f"{content * 100:g}%"
    if isinstance(content, int | float) and key in _TIMES:
        return f"{content / 1000:g}s"
    return f'"{content}"' if isinstance(content, str) else str(content)


def _shown(texts: Sequence[str]) -> str:
    return " ".join(f'"{text}"' for text in texts) or "(none)"
