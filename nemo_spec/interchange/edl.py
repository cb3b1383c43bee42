"""CMX3600 edit decision list: the main track, its dissolves and speeds, and where the sources are."""

from __future__ import annotations

from collections.abc import Iterator

from nemo_spec.interchange.sequence import Cut, Item, Joint

_REEL = "AX"
"""What editors write for a file that has no tape."""


def write(cut: Cut, _: str) -> str:
    """Non-drop-frame, also at 29.97: the numbers count frames."""
    lines = [f"TITLE: {_line(cut.name)}", "FCM: NON-DROP FRAME", ""]
    before: Item | None = None
    for number, item in enumerate(cut.main, 1):
        lines += _event(number, before, item, cut)
        before = item
    return "\n".join(lines) + "\n"


def _event(number: int, before: Item | None, item: Item, cut: Cut) -> Iterator[str]:
    joint, following = _joint(cut, item.start), _joint(cut, item.end)
    start = item.start - (joint.before if joint else 0)
    end = item.end - (following.before if following else 0)
    if joint and before:
        mark = _played(before, cut, start)
        yield _row(number, "C    ", mark, mark, start, start, cut)
        kind = f"D {joint.before + joint.after:03d}"
    else:
        kind = "C    "
    first = _played(item, cut, start)
    # a source as long as what is recorded of it, or readers take it for a retimed one
    last = first + (end - start if item.is_held else round((end - start) * abs(item.speed)))
    yield _row(number, kind, first, last, start, end, cut)
    yield from _remarks(item, before if joint else None, cut, start)


def _joint(cut: Cut, frame: int) -> Joint | None:
    return cut.tracks[0].joint_at(frame)


def _played(item: Item, cut: Cut, frame: int) -> int:
    """The frame of the file that plays at a frame of the video; a file begins at 0, handles or not."""
    if item.is_held:
        return max(0, cut.frame(item.first) + frame - item.start)
    offset = cut.ms(frame - item.start) * abs(item.speed)
    return max(0, cut.frame(item.first + offset))


def _row(number: int, kind: str, a: int, b: int, start: int, end: int, cut: Cut) -> str:
    times = " ".join(_timecode(frame, cut) for frame in (a, b, start, end))
    return f"{number:03d}  {_REEL:<8} V     {kind}    {times}"


def _remarks(item: Item, before: Item | None, cut: Cut, start: int) -> Iterator[str]:
    if item.is_held or item.speed != 1:
        rate = 0.0 if item.is_held else item.speed * float(cut.rate)
        yield f"M2   {_REEL:<8} {rate:05.1f}                {_timecode(_played(item, cut, start), cut)}"
    if before is not None:
        yield f"* FROM CLIP NAME: {_line(before.segment.name)}"
        yield f"* TO CLIP NAME: {_line(item.segment.name)}"
    else:
        yield f"* FROM CLIP NAME: {_line(item.segment.name or item.segment.role)}"
    if item.media:
        yield f"* SOURCE FILE: {_line(item.media.address)}"


def _timecode(frame: int, cut: Cut) -> str:
    base = round(cut.rate)
    seconds, frames = divmod(frame, base)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{frames:02d}"


def _line(text: str) -> str:
    """One line of printable text."""
    return "".join(c if c.isprintable() else " " for c in text)
