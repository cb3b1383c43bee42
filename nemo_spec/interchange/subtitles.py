"""Texts as subtitles: SRT, WebVTT and ASS, by pysubs2."""

from __future__ import annotations

import pysubs2

from nemo_spec.interchange.places import size_of, text_place
from nemo_spec.interchange.sequence import Cut, Item

_ALIGNMENTS = {
    "bottom-left": 1, "bottom": 2, "bottom-right": 3, "left": 4, "center": 5, "right": 6,
    "top-left": 7, "top": 8, "top-right": 9,
}  # fmt: skip
"""ASS numbers the places of a text like the keys of a telephone, from below."""


def write(cut: Cut, ending: str) -> str:
    """All texts in the order of their times; in ms, since subtitles know no frames."""
    file = pysubs2.SSAFile()
    file.info |= {"PlayResX": str(cut.width), "PlayResY": str(cut.height), "WrapStyle": "0"}
    items = [item for track in cut.of_kind("text") for item in track.items]
    for item in sorted(items, key=lambda one: (one.segment.start.lo, one.segment.end.lo)):
        file.events.append(_event(item, cut, styled=ending == ".ass"))
    return file.to_string(ending.removeprefix("."))


def _event(item: Item, cut: Cut, *, styled: bool) -> pysubs2.SSAEvent:
    segment = item.segment
    lines = "\n".join(segment.texts)
    event = pysubs2.SSAEvent(start=segment.start.lo, end=segment.end.lo)
    event.text = _plain(lines) if not styled else _tags(item, cut) + _plain(lines)
    event.name = segment.role if styled else ""
    return event


def _plain(text: str) -> str:
    """A text that no player takes for markup: braces hold tags in ASS, and a backslash begins one."""
    safe = text.replace("\\", "\\\u2060").replace("{", "\\{").replace("}", "\\}")
    return safe.replace("\n", "\\N")


def _tags(item: Item, cut: Cut) -> str:
    properties = item.segment.properties
    tags = f"\\an{_ALIGNMENTS.get(text_place(item), 2)}\\fs{size_of(item, cut):g}"
    if fades := [item.time("fade_in"), item.time("fade_out")]:
        tags += f"\\fad({fades[0]},{fades[1]})" if any(fades) else ""
    if font := str(properties.get("font") or ""):
        tags += f"\\fn{_word(font)}"
    if color := color_of(str(properties.get("color") or "")):
        red, green, blue = color
        tags += f"\\c&H{blue:02X}{green:02X}{red:02X}&"
    return f"{{{tags}}}"


def _word(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum() or letter in " -_")


def color_of(text: str) -> tuple[int, int, int] | None:
    """Red, green and blue of `#ffc83d` or a name, 0–255; None for what is no colour."""
    from PIL import ImageColor

    try:
        found = ImageColor.getrgb(text)
    except ValueError:
        return None
    return found[0], found[1], found[2]
